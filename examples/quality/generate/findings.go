package main

// The errors that an inspector can find, fatal ones first.
const (
	insult           = "insult"
	noReply          = "no_reply"
	wrongInformation = "wrong_information"
	noFollowUp       = "no_follow_up"
	fakedOperation   = "faked_operation"

	forbiddenPhrase = "forbidden_phrase"
	impatience      = "impatience"
	shirking        = "shirking"
	vagueAnswer     = "vague_answer"
	partialAnswer   = "partial_answer"
	earlyClosing    = "early_closing"
)

// finding is what a chat was found to contain: the pick-th random pick of the
// day, or with no pick a chat that the complaint group submitted.
type finding struct {
	agent     string
	day, pick int
	items     []string
	note      string
}

// findings are the errors that the month has to contain. L04 gives a vague
// answer three times and closes early twice; L05 shirks four times, the third of
// them in a chat that a complaint brought; L08 makes the same error in three
// chats of one day. L06 has one fatal chat, L08 two and L07 three: the second
// impatience of L07 counts, though its chat was fatal anyway. L01 and L13 are
// without an error in all random picks, but customers complained of L13.
func findings() []finding {
	return []finding{
		{"L02", 12, 2, []string{partialAnswer}, "三个问题只答了两个"},

		{"L03", 16, 1, []string{earlyClosing}, ""},

		{"L04", 6, 1, []string{vagueAnswer}, "发货时间可查却答“大概这几天”"},
		{"L04", 14, 3, []string{vagueAnswer}, ""},
		{"L04", 17, 1, []string{earlyClosing}, ""},
		{"L04", 21, 2, []string{vagueAnswer}, "运费模板可查未查"},
		{"L04", 28, 1, []string{earlyClosing}, ""},

		{"L05", 2, 1, []string{shirking}, "让客户自己找物流"},
		{"L05", 6, 3, []string{impatience}, "两次答复有一次只有“嗯”"},
		{"L05", 9, 2, []string{shirking}, ""},
		{"L05", 23, 1, []string{shirking, earlyClosing}, ""},
		{"L05", 27, 1, []string{impatience}, ""},

		{"L06", 12, 2, []string{insult}, ""},
		{"L06", 20, 1, []string{partialAnswer}, ""},

		{"L07", 5, 1, []string{wrongInformation}, "起批量报错"},
		{"L07", 6, 1, []string{impatience}, ""},
		{"L07", 12, 2, []string{forbiddenPhrase, vagueAnswer}, ""},
		{"L07", 20, 2, []string{fakedOperation, impatience}, "备注已跟进,实际未联系"},
		{"L07", 27, 1, []string{impatience}, ""},
		{"L07", 28, 2, []string{vagueAnswer}, ""},

		{"L08", 13, 1, []string{forbiddenPhrase}, ""},
		{"L08", 13, 2, []string{forbiddenPhrase}, ""},
		{"L08", 13, 3, []string{forbiddenPhrase}, "同日第三次"},
		{"L08", 20, 1, []string{noReply}, "只回表情"},

		{"L10", 23, 1, []string{forbiddenPhrase}, ""},

		{"L16", 6, 1, []string{partialAnswer}, ""},
	}
}

// complaints are the chats that the complaint group submitted, some without a
// fault of the agent.
func complaints() []finding {
	return []finding{
		{"L02", 9, 0, []string{shirking}, ""},
		{"L02", 17, 0, nil, "客户误会,无差错"},
		{"L02", 25, 0, []string{impatience, vagueAnswer}, ""},
		{"L03", 10, 0, []string{vagueAnswer}, ""},
		{"L03", 24, 0, []string{earlyClosing}, ""},
		{"L03", 29, 0, nil, ""},
		{"L04", 23, 0, []string{partialAnswer}, ""},
		{"L05", 15, 0, []string{shirking}, "客户截图"},
		{"L05", 20, 0, nil, ""},
		{"L06", 5, 0, []string{earlyClosing}, ""},
		{"L07", 11, 0, []string{partialAnswer}, ""},
		{"L07", 18, 0, []string{forbiddenPhrase}, ""},
		{"L07", 24, 0, nil, ""},
		{"L08", 26, 0, []string{vagueAnswer}, ""},
		{"L11", 21, 0, nil, "客户撤诉"},
		{"L12", 4, 0, []string{partialAnswer}, ""},
		{"L13", 19, 0, []string{shirking, impatience}, "大促日"},
		{"L14", 3, 0, []string{impatience}, ""},
		{"L16", 9, 0, []string{noFollowUp}, "答应补发未登记"},
		{"L17", 11, 0, []string{shirking}, ""},
		{"L17", 27, 0, nil, ""},
		{"L18", 24, 0, []string{forbiddenPhrase}, ""},
	}
}
