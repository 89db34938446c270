package explain

import "github.com/cspay/cspay/scoring/facts"

// words are the words of the document that sentences and reports show, by the
// key of the argument they stand in.
var words = map[string]facts.Text{
	"status.reported":   {ZH: "已上报", EN: "reported"},
	"status.upheld":     {ZH: "成立", EN: "upheld"},
	"status.withdrawn":  {ZH: "已撤回", EN: "withdrawn"},
	"status.overturned": {ZH: "已推翻", EN: "overturned"},

	"status.regular":   {ZH: "正式", EN: "regular"},
	"status.probation": {ZH: "试用期", EN: "on probation"},
	"status.intern":    {ZH: "实习", EN: "intern"},

	"attendance.worked":       {ZH: "出勤", EN: "worked"},
	"attendance.rest":         {ZH: "休息", EN: "rest"},
	"attendance.paid_leave":   {ZH: "带薪假", EN: "paid leave"},
	"attendance.unpaid_leave": {ZH: "无薪假", EN: "unpaid leave"},
	"attendance.absent":       {ZH: "缺勤", EN: "absent"},

	"role.pre_sales":      {ZH: "售前", EN: "pre-sales"},
	"role.supervisor":     {ZH: "主管", EN: "supervisor"},
	"role.qa":             {ZH: "质检", EN: "QA"},
	"role.bot_trainer":    {ZH: "机器人训练师", EN: "bot trainer"},
	"role.review_manager": {ZH: "评价管理", EN: "review manager"},
	"role.team_lead":      {ZH: "组长", EN: "team lead"},
	"role.voter":          {ZH: "评委", EN: "voter"},
	"role.after_sales":    {ZH: "售后", EN: "after-sales"},

	"reason.veto":            {ZH: "触犯红线", EN: "red line"},
	"reason.uncollected":     {ZH: "无可扣减,记未扣", EN: "uncollected"},
	"reason.ceiling":         {ZH: "超出扣款上限,记未扣", EN: "above the ceiling, uncollected"},
	"reason.minimum_wage":    {ZH: "保留最低工资,记未扣", EN: "minimum wage, uncollected"},
	"reason.probation_floor": {ZH: "保留试用期最低工资,记未扣", EN: "floor of the trial period, uncollected"},
	"reason.nothing_left":    {ZH: "已无工资可扣,记未扣", EN: "no pay left, uncollected"},
	"reason.top_up":          {ZH: "补足试用期最低工资", EN: "topped up to the floor of the trial period"},
	"reason.below_floor":     {ZH: "低于试用期最低工资", EN: "below the floor of the trial period"},
	"reason.once":            {ZH: "同一事件不重复扣", EN: "charged once already"},
	"reason.duty":            {ZH: "任务", EN: "duty"},

	"effect.score_zero": {ZH: "当月得分计 0", EN: "the month's score is 0"},
	"effect.pay_zero":   {ZH: "所列薪酬项不发", EN: "the items listed pay nothing"},
	"effect.review":     {ZH: "仅人工复核", EN: "to be looked at by a person"},
	"sort.calendar":     {ZH: "当月天数", EN: "days of the month"},
	"sort.service":      {ZH: "在职天数", EN: "days in service"},
	"sort.rostered":     {ZH: "排班天数", EN: "rostered days"},
	"sort.attended":     {ZH: "出勤天数", EN: "days attended"},

	"across.all":    {ZH: "全员", EN: "all agents"},
	"across.team":   {ZH: "小组", EN: "team"},
	"across.shop":   {ZH: "店铺", EN: "shop"},
	"across.role":   {ZH: "岗位", EN: "role"},
	"across.level":  {ZH: "级别", EN: "level"},
	"across.status": {ZH: "用工状态", EN: "status"},

	"tenure.hired":   {ZH: "入职", EN: "Hired"},
	"tenure.regular": {ZH: "转正", EN: "Regular"},

	"bound.least": {ZH: "下限", EN: "lowest score"},
	"bound.most":  {ZH: "上限", EN: "highest score"},

	"window.month": {ZH: "本月", EN: "this month"},
	"window.week":  {ZH: "本周", EN: "this week"},
	"window.day":   {ZH: "当天", EN: "that day"},

	"state.proposed":  {ZH: "建议", EN: "proposed"},
	"state.open":      {ZH: "待决定", EN: "open"},
	"state.effective": {ZH: "已采纳", EN: "accepted"},
	"state.rejected":  {ZH: "未采纳", EN: "turned down"},
	"state.lapsed":    {ZH: "已失效", EN: "lapsed"},
	"state.exempt":    {ZH: "受法定保护", EN: "statutory protection"},

	"plan.open":     {ZH: "进行中", EN: "running"},
	"plan.extended": {ZH: "已延长", EN: "extended"},
	"plan.passed":   {ZH: "已达标", EN: "passed"},
	"plan.failed":   {ZH: "到期未达标", EN: "not passed"},

	"why.leave":     {ZH: "全月休假", EN: "on leave"},
	"why.probation": {ZH: "试用期", EN: "trial period"},
	"why.unranked":  {ZH: "未进入排名", EN: "unranked"},
	"why.missing":   {ZH: "无记录", EN: "no record"},

	"word.over":     {ZH: "超过", EN: "more than"},
	"word.at_least": {ZH: "达到", EN: "at least"},
	"word.under":    {ZH: "低于", EN: "less than"},
	"word.at_most":  {ZH: "不超过", EN: "at most"},

	"basis.calendar": {ZH: "按日历天数", EN: "calendar days"},
	"basis.21.75":    {ZH: "按月计薪 21.75 天", EN: "21.75 paid days a month"},
	"basis.rostered": {ZH: "按排班天数", EN: "rostered days"},
	"basis.attended": {ZH: "按出勤天数", EN: "days attended"},
	"basis.fixed_30": {ZH: "按每月 30 天", EN: "30 days a month"},

	"treatment.earned":     {ZH: "应得", EN: "earned"},
	"treatment.not_earned": {ZH: "未取得", EN: "not earned"},
	"treatment.deducted":   {ZH: "扣除", EN: "deducted"},
}
