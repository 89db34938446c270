package explain

import "github.com/cspay/cspay/scoring/facts"

// reportSentences are the labels and lines of reports.
var reportSentences = map[Code]facts.Text{
	"report.title":      {ZH: "{policy} {month} 共 {agents} 人", EN: "{policy}, {month} (agents: {agents})"},
	"report.sum":        {ZH: "合计应发 {value}", EN: "All totals together: {value}"},
	"report.checked":    {ZH: "{policy} {month}:{agents} 人,无错误({digest})", EN: "{policy}, {month} (agents: {agents}): no errors ({digest})"},
	"report.agent":      {ZH: "工号", EN: "agent"},
	"report.name":       {ZH: "姓名", EN: "name"},
	"report.role":       {ZH: "岗位", EN: "role"},
	"report.score":      {ZH: "得分", EN: "score"},
	"report.grade":      {ZH: "等级", EN: "grade"},
	"report.place":      {ZH: "名次", EN: "place"},
	"report.total":      {ZH: "合计", EN: "total"},
	"report.item":       {ZH: "项目", EN: "item"},
	"report.treatment":  {ZH: "性质", EN: "treatment"},
	"report.date":       {ZH: "日期", EN: "date"},
	"report.clause":     {ZH: "条款", EN: "clause"},
	"report.amount":     {ZH: "金额(元)", EN: "amount (yuan)"},
	"report.sample":     {ZH: "含示例数值", EN: "sample figures"},
	"report.guard":      {ZH: "扣款保护", EN: "guard"},
	"report.reason":     {ZH: "原因", EN: "reason"},
	"report.review":     {ZH: "复核", EN: "review"},
	"report.review.yes": {ZH: "待人工复核", EN: "needs review"},
	"report.above":      {ZH: "明细见上", EN: "steps as above"},
	"report.error":      {ZH: "错误", EN: "error"},
	"report.warning":    {ZH: "提醒", EN: "warning"},
	"report.spread":     {ZH: "{item}:最高 {highest},最低 {lowest},相差 {value},共 {agents} 人", EN: "{item}: highest {highest}, lowest {lowest}, gap {value} (agents: {agents})"},
}
