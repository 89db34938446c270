package explain

import "github.com/cspay/cspay/scoring/facts"

// awardSentences are the sentences of awards by conditions, over-achievement
// and performance pay.
var awardSentences = map[Code]facts.Text{
	"award.case": {
		ZH: "{item}:符合条件({case}),{value}",
		EN: "{item}: the conditions hold ({case}), {value}",
	},
	"award.cases": {
		ZH: "{item}:符合 {n} 项条件,共 {value}",
		EN: "{item}: the conditions of {n} cases hold, {value} together",
	},
	"award.part": {
		ZH: "{case}:{value}",
		EN: "{case}: {value}",
	},
	"award.none": {
		ZH: "{item}:不符合任何一项条件,{value}",
		EN: "{item}: the conditions of no case hold, {value}",
	},
	"overachievement.none": {
		ZH: "{item}:{metric} {n},未超过目标 {target},{value}",
		EN: "{item}: {metric:lower} {n}, not above the target of {target}, {value}",
	},
	"overachievement.steps": {
		ZH: "{item}:{metric} {n},为目标 {target}的 {share},超出部分每满 {step} 奖 {amount},满 {steps:bare} 次,计 {paid}",
		EN: "{item}: {metric:lower} {n} is {share} of the target of {target}, {amount} for each full {step} above it, of which there are {steps:bare}: {paid}",
	},
	"overachievement.linear": {
		ZH: "{item}:{metric} {n},为目标 {target}的 {share},超出部分每 {step} 奖 {amount},按比例 {amount} × {steps:bare} = {paid}",
		EN: "{item}: {metric:lower} {n} is {share} of the target of {target}, {amount} for each {step} above it in proportion: {amount} × {steps:bare} = {paid}",
	},
	"performance_pay": {
		ZH: "{item}:{by} {n},{amount} × {n:bare} ÷ {out_of:bare} = {value}",
		EN: "{item}: {by:lower} {n}, {amount} × {n:bare} / {out_of:bare} = {value}",
	},
	"performance_pay.floor": {
		ZH: "{item}:{by} {n}(满分 {out_of}),不足保底,按 {amount} × {share} = {value}计",
		EN: "{item}: {by:lower} {n} out of {out_of} is below the floor, {amount} × {share} = {value}",
	},
	"performance_pay.cap": {
		ZH: "{item}:{by} {n}(满分 {out_of}),超过封顶,按 {amount} × {share} = {value}计",
		EN: "{item}: {by:lower} {n} out of {out_of} is above the cap, {amount} × {share} = {value}",
	},
}
