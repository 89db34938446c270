package explain

import "github.com/cspay/cspay/scoring/facts"

// scoreSentences are the sentences of package scoring: the score, the rule
// kinds and the accounts.
var scoreSentences = map[Code]facts.Text{
	"score": {
		ZH: "得分 {value}",
		EN: "Score {value}",
	},
	"score.graded": {
		ZH: "得分 {value},{word} {limit},等级为{grade}",
		EN: "Score {value}, {word} {limit}: grade {grade}",
	},
	"score.ungraded": {
		ZH: "得分 {value},未达到任何等级",
		EN: "Score {value}, no grade reached",
	},
	"score.block": {
		ZH: "{block} {value}(满分 {full})",
		EN: "{block} {value:bare} of {full}",
	},
	"score.veto": {
		ZH: "触犯红线({lines}),得分由 {before}改为 {score},待人工复核:{value:signed}",
		EN: "Red line crossed ({lines}), the score of {before} becomes {score}, to be confirmed by a person: {value:signed}",
	},
	"red_line": {
		ZH: "红线({line}):{effect}",
		EN: "Red line, {line:lower}: {effect}",
	},
	"score.clamped": {
		ZH: "各项合计 {sum},得分{bound} {limit},计 {value:signed}",
		EN: "The lines add up to {sum}, the {bound} is {limit}: {value:signed}",
	},
	"score.none": {
		ZH: "没有适用的考核方案,得分{value}",
		EN: "No scheme is for this agent: score {value}",
	},
	"score.idle": {
		ZH: "本月没有出勤,得分{value}",
		EN: "No day worked this month: score {value}",
	},
	"score.spread": {
		ZH: "本项原为 {points},分担不适用各项的分值后为 {value}",
		EN: "{points} become {value}: the points of indicators that do not apply are spread over the others",
	},

	"rule.not_applicable": {
		ZH: "{indicator}:{value},不计入得分",
		EN: "{indicator}: {value}, not counted in the score",
	},
	"rule.none": {
		ZH: "{indicator}:{value},无法计分",
		EN: "{indicator}: {value}, it can not be scored",
	},
	"rule.outside": {
		ZH: "{indicator}:{sentence}(得 {value},分值 {full})",
		EN: "{indicator}: {sentence} ({value}, worth {full})",
	},

	"attainment.higher": {
		ZH: "{metric} {n},目标 {target},按 实际÷目标 计分,本项 {value}(满分 {full})",
		EN: "{metric} {n} against a target of {target}, counted as actual / target: {value:bare} of {full}",
	},
	"attainment.ratio": {
		ZH: "{metric} {n},目标 {target},按 目标÷实际 计分,本项 {value}(满分 {full})",
		EN: "{metric} {n} against a target of {target}, counted as target / actual: {value:bare} of {full}",
	},
	"attainment.gap": {
		ZH: "{metric} {n},目标 {target},按 2-实际÷目标 计分,本项 {value}(满分 {full})",
		EN: "{metric} {n} against a target of {target}, counted as 2 - actual / target: {value:bare} of {full}",
	},
	"bands.step": {
		ZH: "{metric} {n},{word} {limit},得分值的 {share},本项 {value}(满分 {full})",
		EN: "{metric} {n}, {word} {limit}, {share} of the points: {value:bare} of {full}",
	},
	"bands.else": {
		ZH: "{metric} {n},未达到任何一档,得分值的 {share},本项 {value}(满分 {full})",
		EN: "{metric} {n}, no step reached, {share} of the points: {value:bare} of {full}",
	},
	"zero_over.within": {
		ZH: "{metric} {n},未超过 {limit},本项 {value}(满分 {full})",
		EN: "{metric} {n}, not more than {limit}: {value:bare} of {full}",
	},
	"zero_over.linear": {
		ZH: "{metric} {n},未超过 {limit},按数量递减,本项 {value}(满分 {full})",
		EN: "{metric} {n}, not more than {limit}, fewer points for each: {value:bare} of {full}",
	},
	"zero_over.over": {
		ZH: "{metric} {n},超过 {limit},本项 {value}(满分 {full})",
		EN: "{n} {metric:lower}, more than {limit}: {value:bare} of {full}",
	},
	"deduct": {
		ZH: "{metric} {n},每 {n:one}扣 {each},扣完为止,本项 {value}(满分 {full})",
		EN: "{metric} {n}, {each} off for each {n:one}, down to 0: {value:bare} of {full}",
	},
	"direct": {
		ZH: "{metric} {n},以 {out_of}为满,折合本项 {value}(满分 {full})",
		EN: "{metric} {n} out of {out_of}: {value:bare} of {full}",
	},
	"adjust": {
		ZH: "{metric} {n},每 {n:one}计 {each:signed},本项计 {value:signed}",
		EN: "{metric} {n}, {each:signed} for each {n:one}: {value:signed}",
	},
	"adjust.month": {
		ZH: "{metric} {n},当月有即计 {each:signed},不按次数累加,本项计 {value:signed}",
		EN: "{metric} {n}, {each:signed} once a month for any: {value:signed}",
	},
	"overflow.points": {
		ZH: "{metric}超扣 {over},本项计 {value:signed}",
		EN: "{metric} {over} over: {value:signed}",
	},
	"overflow.money": {
		ZH: "{metric}超扣 {over},每元扣 {rate},本项计 {value:signed}",
		EN: "{metric} {over} over, {rate} off for each yuan: {value:signed}",
	},
	"place.share": {
		ZH: "{ranking}第 {place:bare} 名,得分值的 {share},本项 {value}(满分 {full})",
		EN: "Place {place:bare} in {ranking:lower}, {share} of the points: {value:bare} of {full}",
	},
	"place.none": {
		ZH: "{indicator}:{ranking}的名次没有对应的分值({value}),无法计分",
		EN: "{indicator}: no points are stated for the place in {ranking:lower} ({value}), it can not be scored",
	},

	"account.left": {
		ZH: "{account}期初 {opening},本月扣 {charged},结余 {value}",
		EN: "{account}: {opening} to begin with, {charged} charged, {value} left",
	},
	"account.over": {
		ZH: "{account}期初 {opening},本月扣 {charged},超扣 {value}",
		EN: "{account}: {opening} to begin with, {charged} charged, {value} over",
	},
	"account.charge": {
		ZH: "{date}:{kind}(事件 {event}),扣 {taken}",
		EN: "{date}: {kind:lower} (event {event}), {taken} charged",
	},
	"account.grace": {
		ZH: "{date}:{kind}(事件 {event})在免罚期内,只通报不扣(标准 {charge})",
		EN: "{date}: {kind:lower} (event {event}) falls into the grace, reported and not charged (listed at {charge})",
	},
	"account.relieved": {
		ZH: "{date}:{kind}(事件 {event})由知情未报的同事代罚,本人不扣(标准 {charge})",
		EN: "{date}: {kind:lower} (event {event}) is charged to the colleagues who kept silent, not here (listed at {charge})",
	},
	"account.silent": {
		ZH: "{date}:对{kind}(事件 {event})知情未报,{charge} × {times} = 扣 {taken}",
		EN: "{date}: kept silent about {kind:lower} (event {event}), {charge} × {times} = {taken} charged",
	},
	"account.silent_free": {
		ZH: "{date}:对{kind}(事件 {event})知情未报,本账户不因此扣减(标准 {charge})",
		EN: "{date}: kept silent about {kind:lower} (event {event}), for which this account charges nothing (listed at {charge})",
	},
}
