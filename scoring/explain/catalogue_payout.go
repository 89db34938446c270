package explain

import "github.com/cspay/cspay/scoring/facts"

// paySentences are the sentences of package payout: the total and the pay
// items.
var paySentences = map[Code]facts.Text{
	"slip": {
		ZH: "{agent} {month} 合计 {value}",
		EN: "{agent}, {month}: total {value}",
	},
	"daily_pool.fault": {
		ZH: "{date}:{kind}(事件 {id},{status}{note}),扣当日份额的 {share}",
		EN: "{date}: {kind:lower} (event {id}, {status}{note}), {share} of the day's slice",
	},
	"total": {
		ZH: "合计 {value}",
		EN: "Total {value}",
	},
	"pay.not_applicable": {
		ZH: "{item}:不适用,{value}",
		EN: "{item}: not applicable, {value}",
	},

	"base_pay": {
		ZH: "{item}:月薪 {wage} × {num}/{den}({basis};在职 {service},其中无薪假与缺勤 {lost})= {value}",
		EN: "{item}: {wage} × {num}/{den} ({basis}; {service} in service, {lost} of them unpaid or absent) = {value}",
	},
	"commission": {
		ZH: "{item}:按 {base}计提 {value}",
		EN: "{item}: {value} on {base}",
	},
	"commission.net": {
		ZH: "{item}:{metric} {gross} - {less} {returned} = {base},计提 {value}",
		EN: "{item}: {metric:lower} {gross} - {less:lower} {returned} = {base}, which pays {value}",
	},
	"commission.negative": {
		ZH: "{item}:{base},低于 0 不计提,{value}",
		EN: "{item}: {base} is below 0 and pays no commission, {value}",
	},
	"commission.slab": {
		ZH: "其中 {value} × {rate}",
		EN: "{value} of it × {rate}",
	},
	"commission.negative_floor": {
		ZH: "{item}:{base},低于 0 不计提,按保底 {value}",
		EN: "{item}: {base} is below 0 and pays no commission, the floor is {value}",
	},
	"commission.tier": {
		ZH: "{base},{word} {limit},全额按 {value} 计提",
		EN: "{base}, {word} {limit}: all of it at {value}",
	},
	"commission.rate_by": {
		ZH: "{by} {n},{word} {limit},按 {value} 计提",
		EN: "{by} {n}, {word} {limit}: the rate is {value}",
	},
	"commission.rate_else": {
		ZH: "{by} {n},未达到任何一档,按 {value} 计提",
		EN: "{by} {n}, no step reached: the rate is {value}",
	},
	"commission.accelerated": {
		ZH: "其中超出目标 {target} × {over} 的 {value} × {rate} × {times}",
		EN: "{value} of it, above {over} of the target of {target}, × {rate} × {times}",
	},
	"commission.floor": {
		ZH: "计得 {n},不足保底,按 {value}计",
		EN: "{n} is less than the floor, which is {value}",
	},
	"commission.cap": {
		ZH: "计得 {n},超过封顶,按 {value}计",
		EN: "{n} is more than the cap, which is {value}",
	},
	"bonus.step": {
		ZH: "{item}:{by} {n},{word} {limit},{amount} × {coefficient} = {value}",
		EN: "{item}: {by:lower} {n}, {word} {limit}, {amount} × {coefficient} = {value}",
	},
	"bonus.else": {
		ZH: "{item}:{by} {n},未达到任何一档,{amount} × {coefficient} = {value}",
		EN: "{item}: {by:lower} {n}, no step reached, {amount} × {coefficient} = {value}",
	},
	"remainder": {
		ZH: "{item}:{account}结余 {value}",
		EN: "{item}: {value} left in {account:lower}",
	},
	"rank_award": {
		ZH: "{item}:{ranking}第 {place:bare} 名,奖 {value}",
		EN: "{item}: place {place:bare} in {ranking:lower}, {value}",
	},
	"rank_award.none": {
		ZH: "{item}:{ranking}第 {place:bare} 名,该名次没有奖金,{value}",
		EN: "{item}: place {place:bare} in {ranking:lower} has no award, {value}",
	},
	"rank_award.split": {
		ZH: "{item}:{ranking}第 {place:bare} 名,{tied} 人并列平分,得 {value}",
		EN: "{item}: place {place:bare} in {ranking:lower}, shared by {tied}: {value}",
	},
	"rank_award.tied": {
		ZH: "{item}:{ranking}第 {place:bare} 名,{tied} 人并列不发,{value}",
		EN: "{item}: place {place:bare} in {ranking:lower} is held by {tied} and not paid, {value}",
	},
	"rank_award.unplaced": {
		ZH: "{item}:在{ranking}中没有名次,{value}",
		EN: "{item}: no place in {ranking:lower}, {value}",
	},

	"daily_pool": {
		ZH: "{item}:月额 {amount}按 {month}分摊,在职 {service}共 {earned},{treatment} {lost},实得 {value}",
		EN: "{item}: {amount} over {month}, {service} in service worth {earned}, {lost} {treatment}, which leaves {value}",
	},
	"daily_pool.loss": {
		ZH: "{date}:扣减比例 {share},当日份额 {slice},少得 {loss}",
		EN: "{date}: {share} of the day's slice of {slice}, {loss} less",
	},
	"daily_pool.forfeit": {
		ZH: "{date}:{attendance},当日份额 {slice}不计发,少得 {loss}",
		EN: "{date}: {attendance}, the day's slice of {slice} is not paid, {loss} less",
	},
}
