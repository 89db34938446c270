package explain

import "github.com/cspay/cspay/scoring/facts"

// reviewSentences are the labels and lines of a manager's reports on careers:
// moves, candidates for review with their evidence, plans, and a run of months.
var reviewSentences = map[Code]facts.Text{
	"report.moves":      {ZH: "职级变动:系统只作建议,由人工决定", EN: "Moves: proposed only, a person decides"},
	"report.candidates": {ZH: "建议人工复核的人员:仅供复核,不是决定", EN: "Candidates for review: for a person to look at, no decision"},
	"report.plans":      {ZH: "改进计划", EN: "Improvement plans"},
	"report.progress":   {ZH: "晋升进度", EN: "Progress on the ladder"},
	"report.from":       {ZH: "由", EN: "from"},
	"report.to":         {ZH: "调为", EN: "to"},
	"report.state":      {ZH: "状态", EN: "state"},
	"report.proposed":   {ZH: "建议月份", EN: "proposed"},
	"report.rule":       {ZH: "规则", EN: "rule"},
	"report.months":     {ZH: "依据月份", EN: "months"},
	"report.who":        {ZH: "决定人", EN: "decided by"},
	"report.decided":    {ZH: "决定日期", EN: "decided on"},
	"report.plan":       {ZH: "计划", EN: "plan"},
	"report.metric":     {ZH: "指标", EN: "metric"},
	"report.baseline":   {ZH: "起点", EN: "baseline"},
	"report.by_now":     {ZH: "本月", EN: "this month"},
	"report.goal":       {ZH: "目标", EN: "goal"},
	"report.opened":     {ZH: "开始", EN: "opened"},
	"report.due":        {ZH: "到期", EN: "due"},
	"report.level":      {ZH: "职级", EN: "level"},
	"report.next":       {ZH: "下一级", EN: "next level"},
	"report.window":     {ZH: "晋升窗口", EN: "window"},
	"report.yes":        {ZH: "已满足", EN: "met"},
	"report.no":         {ZH: "未满足", EN: "not met"},
	"report.none":       {ZH: "无", EN: "none"},
	"report.protected":  {ZH: "有", EN: "in force"},

	"report.evidence":         {ZH: "复核材料:{agent} {rule}({clause})", EN: "Evidence: {agent} {rule} ({clause})"},
	"report.evidence.value":   {ZH: "{month}:{name} {value}", EN: "{month}: {name:lower} {value}"},
	"report.evidence.place":   {ZH: "{month}:{name} 第 {value} 名,共 {of} 人,同名次另有 {tied} 人;同榜:{others}", EN: "{month}: {name:lower} place {value} of {of}, tied with {tied} others; also ranked: {others}"},
	"report.evidence.pauses":  {ZH: "{month}:跳过({why})", EN: "{month}: passed over ({why})"},
	"report.evidence.counts":  {ZH: "{month}:计入({why})", EN: "{month}: counted ({why})"},
	"report.evidence.exempt":  {ZH: "已核对的例外:休假 {leave};试用期 {probation};法定保护 {protected}", EN: "Exemptions considered: leave {leave}; trial period {probation}; statutory protection {protected}"},
	"report.evidence.next":    {ZH: "后续步骤:培训或调岗,再订书面改进计划,再由人工决定", EN: "Next steps: training or a transfer, then a written plan, then a decision by a person"},
	"report.evidence.nothing": {ZH: "受法定保护:不作建议", EN: "Statutory protection: nothing is proposed"},
	"report.evidence.more":    {ZH: "{ids} 等 {count} 人", EN: "{ids} and others, {count} in all"},

	"report.year.month": {ZH: "{month} 共 {agents} 人", EN: "{month} (agents: {agents})"},
	"report.year.none":  {ZH: "无变化", EN: "no change"},
	"report.year.sum": {
		ZH: "共 {months} 个月:建议调级 {proposed},已调级 {moved};建议复核 {candidates};改进计划开始 {opened},达标 {passed},未达标 {failed};末月待决定 {open}",
		EN: "Months: {months}; moves proposed {proposed}, moved {moved}; candidates for review {candidates}; plans opened {opened}, passed {passed}, not passed {failed}; open at the end {open}",
	},
}
