package explain

import "github.com/cspay/cspay/scoring/facts"

// reportSentences are the labels and lines of reports.
var reportSentences = map[Code]facts.Text{
	"report.title":     {ZH: "{policy} {month} 共 {agents} 人", EN: "{policy}, {month} (agents: {agents})"},
	"report.sum":       {ZH: "合计应发 {value}", EN: "All totals together: {value}"},
	"report.checked":   {ZH: "{policy} {month}:{agents} 人,无错误({digest})", EN: "{policy}, {month} (agents: {agents}): no errors ({digest})"},
	"report.agent":     {ZH: "工号", EN: "agent"},
	"report.name":      {ZH: "姓名", EN: "name"},
	"report.role":      {ZH: "岗位", EN: "role"},
	"report.score":     {ZH: "得分", EN: "score"},
	"report.place":     {ZH: "名次", EN: "place"},
	"report.total":     {ZH: "合计", EN: "total"},
	"report.item":      {ZH: "项目", EN: "item"},
	"report.treatment": {ZH: "性质", EN: "treatment"},
	"report.date":      {ZH: "日期", EN: "date"},
	"report.clause":    {ZH: "条款", EN: "clause"},
	"report.amount":    {ZH: "金额(元)", EN: "amount (yuan)"},
	"report.sample":    {ZH: "含示例数值", EN: "sample figures"},
	"report.above":     {ZH: "明细见上", EN: "steps as above"},
	"report.gaps":      {ZH: "{value} 个数值是店里没有定的:{missing} 个还缺,{sample} 个是示例", EN: "Figures that the shop never stated: {value} ({missing} missing, {sample} sample)"},
	"report.named":     {ZH: "名称", EN: "name"},
	"report.figure":    {ZH: "数值项", EN: "figure"},
	"report.value":     {ZH: "数值", EN: "value"},
	"report.decides":   {ZH: "决定什么", EN: "what it decides"},
	"report.where":     {ZH: "位置", EN: "where"},
	"report.missing":   {ZH: "缺", EN: "missing"},
	"report.error":     {ZH: "错误", EN: "error"},
	"report.warning":   {ZH: "提醒", EN: "warning"},
}
