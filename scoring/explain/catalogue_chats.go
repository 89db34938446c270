package explain

import "github.com/cspay/cspay/scoring/facts"

// chatSentences are the sentences of internal/columns about inspected chats.
var chatSentences = map[Code]facts.Text{
	"metric.chats.mark": {
		ZH: "{metric} {value},{inspection}共 {chats}会话的平均",
		EN: "{metric} {value}, the mean of {inspection:lower} (chats: {chats})",
	},
	"metric.chats.count": {
		ZH: "{metric} {value},{inspection}共 {chats}会话",
		EN: "{metric} {value}, counted in {inspection:lower} (chats: {chats})",
	},
	"metric.chats.none": {
		ZH: "{metric} {value},{inspection}没有可计的会话",
		EN: "{metric} {value}: {inspection:lower} has no chat to go by",
	},
	"metric.chats.coverage": {
		ZH: "{metric} {value},出勤 {days},每天应抽 {per_day},共应抽 {wanted},计入 {sampled}",
		EN: "{metric} {value}: {sampled} of {wanted} chats, {per_day} a day over {days} worked",
	},
	"metric.chats.transferred": {
		ZH: "{metric} {value},查看的 {looked}会话中转满意度评价 {passed}",
		EN: "{metric} {value}: {passed} of {looked} chats passed on to the survey",
	},
	"chat.source": {
		ZH: "来源{source}:会话 {value}",
		EN: "Chats from {source:lower}: {value}",
	},
	"chat.source.weighted": {
		ZH: "来源{source}:会话 {value},每个按 {weight} 计",
		EN: "Chats from {source:lower}: {value}, {weight} for each",
	},
	"chat.clean": {
		ZH: "无差错会话 {value},每个 {mark}",
		EN: "Chats without an error: {value}, {mark} each",
	},
	"chat": {
		ZH: "{date}:会话 {id}({source}{note}),{value}(满分 {mark})",
		EN: "{date}: chat {id} ({source:lower}{note}), {value:bare} of {mark}",
	},
	"chat.error": {
		ZH: "{error}:扣 {value}",
		EN: "{error}: {value} off",
	},
	"chat.fatal": {
		ZH: "{error}:致命项,{value}全扣",
		EN: "{error}: fatal, all {value} off",
	},
	"chat.repeated": {
		ZH: "{error}:{window}第 {nth} 次,第 {at} 次起按致命项计,{value}全扣",
		EN: "{error}: occurrence {nth} {window}, fatal from occurrence {at} on, all {value} off",
	},
	"chat.repeated.any": {
		ZH: "{error}:{window}第 {nth} 个非致命差错,第 {at} 个起按致命项计,{value}全扣",
		EN: "{error}: error {nth} {window}, fatal from error {at} on, all {value} off",
	},
	"chat.day": {
		ZH: "{date}:抽检 {value},应抽 {wanted}",
		EN: "{date}: {value} of {wanted} chats",
	},
	"chat.kept": {
		ZH: "{date}:会话 {id}({source}{note})未转满意度评价",
		EN: "{date}: chat {id} ({source:lower}{note}) not passed on to the survey",
	},
}
