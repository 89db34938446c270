package explain

import "github.com/cspay/cspay/scoring/facts"

// careerSentences tell an agent of careers: streaks, the ladder, plans and what
// was proposed. A close proposes and a person decides; no sentence says more.
var careerSentences = map[Code]facts.Text{
	"career":             {ZH: "职业发展", EN: "Career"},
	"career.level":       {ZH: "当前职级:{level}", EN: "Level: {level}"},
	"career.top":         {ZH: "当前职级:{level},已是最高级", EN: "Level: {level}, the highest"},
	"career.next":        {ZH: "下一级:{level},下一个晋升窗口:{month}", EN: "Next level: {level}; next window: {month}"},
	"career.clock":       {ZH: "晋升从 {month} 起计月", EN: "Months count toward a promotion from {month} on"},
	"career.need.met":    {ZH: "{need}:已满足", EN: "{need}: met"},
	"career.need.unmet":  {ZH: "{need}:未满足", EN: "{need}: not met"},
	"career.need.months": {ZH: "{need}:已连续 {value} 个月,需 {want} 个月", EN: "{need}: months in a row {value} of {want}"},
	"career.need.broken": {ZH: "{need}:已连续 {value} 个月,需 {want} 个月;{month} 不计", EN: "{need}: months in a row {value} of {want}; {month} does not count"},

	"streak":        {ZH: "{streak}:已连续 {value:bare} 个月,满 {months} 个月计", EN: "{streak}: months in a row {value:bare}; it counts at {months}"},
	"streak.hit":    {ZH: "{streak}:连续 {length} 个月,本月满 {months} 个月", EN: "{streak}: months in a row {length}; it counts this month, at {months}"},
	"streak.no_hit": {ZH: "{streak}:已连续 {length} 个月,本月不计(每满 {months} 个月计一次)", EN: "{streak}: months in a row {length}; not this month, but at {months} it counts"},

	"plan.open":     {ZH: "{plan}:{opened} 起,{due} 到期;{metric}起点 {baseline},本月 {now}", EN: "{plan}: from {opened}, due {due}; {metric:lower} {baseline} at first, {now} this month"},
	"plan.extended": {ZH: "{plan}:{opened} 起,延长到 {due};{metric}起点 {baseline},本月 {now}", EN: "{plan}: from {opened}, extended to {due}; {metric:lower} {baseline} at first, {now} this month"},
	"plan.passed":   {ZH: "{plan}:{opened} 起,本月达标;{metric}起点 {baseline},本月 {now}", EN: "{plan}: from {opened}, passed this month; {metric:lower} {baseline} at first, {now} this month"},
	"plan.failed":   {ZH: "{plan}:{opened} 起,{due} 到期未达标;{metric}起点 {baseline},本月 {now}", EN: "{plan}: from {opened}, due {due} and not passed; {metric:lower} {baseline} at first, {now} this month"},

	"move.proposed":  {ZH: "建议由 {from} 调为 {to},待人工决定", EN: "Proposed: from {from} to {to}; a person decides"},
	"move.open":      {ZH: "{month} 建议由 {from} 调为 {to},尚未决定", EN: "Proposed in {month}: from {from} to {to}; nobody has decided yet"},
	"move.effective": {ZH: "自本月起由 {from} 调为 {to}({date} 决定)", EN: "From {from} to {to} from this month on (decided on {date})"},
	"move.rejected":  {ZH: "由 {from} 调为 {to} 的建议未采纳({date} 决定)", EN: "Not moved from {from} to {to} (decided on {date})"},
	"move.lapsed":    {ZH: "由 {from} 调为 {to} 的建议失效:职级已变", EN: "The proposal from {from} to {to} has lapsed: the level has changed"},

	"candidate.proposed":  {ZH: "建议人工复核:{rule}({months}),待人工决定", EN: "Proposed for review: {rule} ({months}); a person decides"},
	"candidate.open":      {ZH: "{month} 建议人工复核:{rule}({months}),尚未决定", EN: "Proposed for review in {month}: {rule} ({months}); nobody has decided yet"},
	"candidate.effective": {ZH: "复核建议已采纳({date} 决定):{rule}({months})", EN: "The review was accepted (decided on {date}): {rule} ({months})"},
	"candidate.rejected":  {ZH: "复核建议未采纳({date} 决定):{rule}({months})", EN: "The review was turned down (decided on {date}): {rule} ({months})"},
	"candidate.exempt":    {ZH: "{rule}({months})成立;受法定保护,不作建议", EN: "{rule} holds ({months}); statutory protection, nothing is proposed"},
}
