package explain

import "github.com/cspay/cspay/scoring/facts"

// planningSentences are the labels and lines of the reports that a manager
// plans with; no score and no pay comes of them.
var planningSentences = map[Code]facts.Text{
	"report.load.title":   {ZH: "{policy} {month} 按每个出勤日的{by}分组比较", EN: "{policy}, {month}: compared by {by:lower} a day worked"},
	"report.load.band":    {ZH: "负荷", EN: "load"},
	"report.load.agents":  {ZH: "人数", EN: "agents"},
	"report.load.days":    {ZH: "出勤天数", EN: "days worked"},
	"report.load.mean":    {ZH: "日均负荷", EN: "load a day"},
	"report.load.per_day": {ZH: "{metric}/天", EN: "{metric} a day"},
	"report.load.under":   {ZH: "低于 {under}", EN: "under {under}"},
	"report.load.from":    {ZH: "{least} 以上", EN: "at least {least}"},
	"report.load.between": {ZH: "{least} 以上,低于 {under}", EN: "at least {least}, under {under}"},
	"report.load.range":   {ZH: "{least} 至 {most}", EN: "{least} to {most}"},
	"report.load.all":     {ZH: "全部", EN: "all"},
	"report.load.without": {ZH: "没有出勤日或缺少数据,未计入任何一组:{count}", EN: "In no band, without a day worked or without a figure: {count}"},

	"report.staffing.title":  {ZH: "{policy} {month} 人员配比:共 {total} 人,其他岗位 {others} 人", EN: "{policy}, {month}: staffing (agents: {total}, of other roles: {others})"},
	"report.staffing.ratio":  {ZH: "配比", EN: "ratio"},
	"report.staffing.have":   {ZH: "现有", EN: "have"},
	"report.staffing.want":   {ZH: "应有", EN: "want"},
	"report.staffing.signed": {ZH: "多(+)缺(-)", EN: "over (+), short (-)"},
}
