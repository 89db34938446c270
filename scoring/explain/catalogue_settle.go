package explain

import "github.com/cspay/cspay/scoring/facts"

// settleSentences are the sentences of what takes from pay and of what holds
// that back: penalties, charge-backs, red lines and the guard of the law.
var settleSentences = map[Code]facts.Text{
	"penalty": {
		ZH: "{item}:{value}({treatment})",
		EN: "{item}: {value} ({treatment})",
	},
	"penalty.case": {
		ZH: "符合条件({case}):{value}",
		EN: "the conditions of {case:lower} hold: {value}",
	},
	"penalty.none": {
		ZH: "{item}:没有符合的条件,{value}",
		EN: "{item}: no case holds, {value}",
	},
	"charge_back": {
		ZH: "{item}:当月合计 {value}",
		EN: "{item}: {value} this month",
	},
	"charge_back.event": {
		ZH: "{date}:{kind}(事件 {id})金额 {amount},承担 {share}:{value}",
		EN: "{date}: {kind:lower} (event {id}) of {amount}, {share} of it to bear: {value}",
	},
	"charge_back.order": {
		ZH: "{date}:{kind}(事件 {id},订单 {order})金额 {amount},承担 {share}:{value}",
		EN: "{date}: {kind:lower} (event {id}, order {order}) of {amount}, {share} of it to bear: {value}",
	},
	"charge_back.none": {
		ZH: "{item}:当月没有应追偿的事件,{value}",
		EN: "{item}: nothing to charge back this month, {value}",
	},
	"slip.uncollected": {
		ZH: "以前月份未扣合计 {before},本月不自动扣,由人工决定",
		EN: "{before} uncollected from earlier months; nothing takes it by itself, a person decides",
	},

	"settle.veto": {
		ZH: "{item}:触犯红线({lines}),本项不发,待人工复核:{value:signed}",
		EN: "{item}: red line crossed ({lines}), the item pays nothing, to be confirmed by a person: {value:signed}",
	},
	"settle.uncollected": {
		ZH: "{item}:当月绩效与奖励不足,未扣 {value},不动用基本工资",
		EN: "{item}: no performance pay or award is left to take it from, {value} is uncollected; base pay is not touched",
	},
	"settle.ceiling": {
		ZH: "{law}:当月扣款最多为工资的 {ceiling},即 {limit},超出的 {value}未扣",
		EN: "{law}: at most {ceiling} of the month's wage, {limit}, may be deducted; {value} is uncollected",
	},
	"settle.minimum_wage": {
		ZH: "{law}:扣款后不得低于{region}最低工资 {minimum},最多可扣 {limit},{value}未扣",
		EN: "{law}: deductions leave at least the minimum wage of {region:lower}, {minimum}; {limit} may be deducted, {value} is uncollected",
	},
	"settle.probation_floor": {
		ZH: "{law}:试用期扣款后不得低于约定工资的 {floor},最多可扣 {limit},{value}未扣",
		EN: "{law}: in the trial period deductions leave at least {floor} of the agreed wage; {limit} may be deducted, {value} is uncollected",
	},
	"settle.nothing_left": {
		ZH: "扣款不超过当月工资,最多可扣 {limit},{value}未扣",
		EN: "No more is deducted than there is: {limit} may be deducted, {value} is uncollected",
	},
	"settle.top_up": {
		ZH: "{law}:试用期工资不得低于 {limit}(约定工资的 {floor},且不低于最低工资),补足 {value}",
		EN: "{law}: pay in the trial period is at least {limit} ({floor} of the agreed wage, and the minimum wage), topped up by {value}",
	},
	"settle.below_floor": {
		ZH: "{law}:试用期工资低于 {limit}(约定工资的 {floor},且不低于最低工资),待人工复核",
		EN: "{law}: pay in the trial period is below {limit} ({floor} of the agreed wage, and the minimum wage), to be looked at by a person",
	},
	"settle.once": {
		ZH: "{item}:同一事件已由条款 {clause} 处理,不再扣,{value}",
		EN: "{item}: clause {clause} has charged the event already, it is not charged again, {value}",
	},
	"settle.duty": {
		ZH: "{item}:任务:{duty}",
		EN: "{item}: duty: {duty}",
	},
}
