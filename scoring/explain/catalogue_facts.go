package explain

import "github.com/cspay/cspay/scoring/facts"

// factSentences are the sentences of internal/columns: metrics, events and
// exclusions.
var factSentences = map[Code]facts.Text{
	"metric.given": {
		ZH: "{metric} {value}",
		EN: "{metric} {value}",
	},
	"metric.events": {
		ZH: "{metric} {value},按事件计数",
		EN: "{metric} {value}, counted from events",
	},
	"metric.ratio": {
		ZH: "{metric} {value},由以下两项相除",
		EN: "{metric} {value}, the first of these over the second",
	},
	"metric.amounts": {
		ZH: "{metric} {value},按事件金额合计",
		EN: "{metric} {value}, the amounts of events added up",
	},
	"event.amount": {
		ZH: "{date}:{kind}(事件 {id}{order},{status}{note}),金额 {amount}",
		EN: "{date}: {kind:lower} (event {id}{order}, {status}{note}), {amount}",
	},
	"event.amount.none": {
		ZH: "{date}:{kind}(事件 {id}{order},{status}{note}),金额 {amount},不计入",
		EN: "{date}: {kind:lower} (event {id}{order}, {status}{note}), {amount}, not counted",
	},
	"metric.days": {
		ZH: "{metric} {value},按{sort}计",
		EN: "{metric} {value}, counted as {sort}",
	},
	"metric.days.each": {
		ZH: "{metric} {value},{sort} {days:bare} × {each}",
		EN: "{metric} {value}, {sort}: {days:bare} × {each}",
	},
	"metric.across": {
		ZH: "{metric} {value},{across}{group}共 {agents} 人合计:{num} {sum} ÷ {den} {by}",
		EN: "{metric} {value}, over the {across} {group} (agents: {agents}): {num:lower} {sum} / {den:lower} {by}",
	},
	"metric.across.all": {
		ZH: "{metric} {value},{across}共 {agents} 人合计:{num} {sum} ÷ {den} {by}",
		EN: "{metric} {value}, over {across} ({agents}): {num:lower} {sum} / {den:lower} {by}",
	},
	"metric.blend": {
		ZH: "{metric} {value},由以下各项乘以权重相加",
		EN: "{metric} {value}, each of these times its weight, added up",
	},
	"blend.part": {
		ZH: "{part} {value} × {weight}",
		EN: "{part} {value} × {weight}",
	},
	"metric.first": {
		ZH: "{metric} {value},采用:{used}",
		EN: "{metric} {value}, used: {used:lower}",
	},
	"metric.first.substitute": {
		ZH: "{metric} {value},采用:{used};没有:{without}",
		EN: "{metric} {value}, used: {used:lower}; no {without:lower}",
	},
	"metric.first.none": {
		ZH: "{metric} {value},没有:{without}",
		EN: "{metric} {value}: none of {without}",
	},
	"metric.daily.sum": {
		ZH: "{metric} {value},{days}日报合计",
		EN: "{metric} {value}, the sum of {days}",
	},
	"metric.daily.last": {
		ZH: "{metric} {value},取 {days}日报中的最后一天",
		EN: "{metric} {value}, the last of {days}",
	},
	"metric.daily.maximum": {
		ZH: "{metric} {value},取 {days}日报中的最大值",
		EN: "{metric} {value}, the largest of {days}",
	},
	"metric.daily.mean": {
		ZH: "{metric} {value},{days}日报按{weight}加权平均:{sum} ÷ {by}",
		EN: "{metric} {value}, the mean of {days} weighted by {weight:lower}: {sum} / {by}",
	},
	"event": {
		ZH: "{date}:{kind}(事件 {id},{status}{note})",
		EN: "{date}: {kind:lower} (event {id}, {status}{note})",
	},
	"event.attributed": {
		ZH: "{date}:{kind}(事件 {id},{status}{note}),责任投票 {against} 比 {for},计入",
		EN: "{date}: {kind:lower} (event {id}, {status}{note}), voted {against} to {for} the agent's fault, counted",
	},
	"event.unattributed": {
		ZH: "{date}:{kind}(事件 {id},{status}{note}),责任投票 {against} 比 {for},不计入",
		EN: "{date}: {kind:lower} (event {id}, {status}{note}), voted {against} to {for} the agent's fault, not counted",
	},
	"event.undecided": {
		ZH: "{date}:{kind}(事件 {id},{status}{note}),责任投票 {against} 比 {for} 持平待定,不计入",
		EN: "{date}: {kind:lower} (event {id}, {status}{note}), votes even at {against} to {for}, open and not counted",
	},
	"event.short": {
		ZH: "{date}:{kind}(事件 {id},{status}{note}),投票人数不足({against} 比 {for}),不计入",
		EN: "{date}: {kind:lower} (event {id}, {status}{note}), too few votes ({against} to {for}), not counted",
	},
	"metric.panel": {
		ZH: "{metric} {value},{panel}共 {votes} 票的平均",
		EN: "{metric} {value}, the mean of {panel:lower} (votes: {votes})",
	},
	"metric.panel.short": {
		ZH: "{metric} {value},{panel}只有 {votes} 票,不足 {quorum} 票",
		EN: "{metric} {value}: {votes} of the {quorum} votes that {panel:lower} needs",
	},
	"vote": {
		ZH: "{role}:{value}{evidence}",
		EN: "{role}: {value}{evidence}",
	},
	"when.tenure": {
		ZH: "{since} {tenure},至 {until} 满 {value} 个月",
		EN: "{tenure} on {since}, whole months by {until}: {value}",
	},
	"event.reporter": {
		ZH: "{date}:{kind}(事件 {id},{status}{note}),同一人已计一次",
		EN: "{date}: {kind:lower} (event {id}, {status}{note}), by somebody who counts already",
	},
	"event.excluded": {
		ZH: "{date}:{kind}(事件 {id})已剔除,原因:{reason}",
		EN: "{date}: {kind:lower} (event {id}) excluded, reason: {reason}",
	},
	"exclusion.amount": {
		ZH: "{date}:剔除 {value},原因:{reason}",
		EN: "{date}: {value} excluded, reason: {reason}",
	},
	"exclusion.day": {
		ZH: "{date}:当日数据全部剔除,原因:{reason}",
		EN: "{date}: all figures of the day excluded, reason: {reason}",
	},
}
