package main

import "github.com/cspay/cspay/examples/internal/sample"

// The kinds of events of the shop.
const (
	wrongReply      = "wrong_reply"
	lateFollowUp    = "late_follow_up"
	orderMishandled = "order_mishandled"
	promiseNotKept  = "promise_not_kept"
	attitude        = "attitude"
	serious         = "serious_error"
	minor           = "minor_error"
	badReview       = "bad_review"
)

// events returns the month's events in the order of the book, by day.
func events(people []person) []sample.Event {
	return sample.Book(fundEvents(), faultEvents(), reviewEvents(), ordinaryEvents(people))
}

// fundEvents are the errors that the mutual inspection found. A14 empties the
// fund with twelve serious errors; A12 has 60 left; A19 kept silent about A20's
// serious error and pays double in the other's stead; A24 and A09 are in their
// first month, A21 no longer is.
func fundEvents() []sample.Event {
	list := []sample.Event{
		{Agent: "A12", Kind: serious, Day: 3, Reporter: "A13", Note: "退款金额填错"},
		{Agent: "A12", Kind: serious, Day: 11, Reporter: "A16"},
		{Agent: "A12", Kind: serious, Day: 24, Reporter: "A11", Note: "承诺时效未备注"},
		{Agent: "A12", Kind: minor, Day: 9, Reporter: "A13"},
		{Agent: "A12", Kind: minor, Day: 23, Reporter: "A17"},
		{Agent: "A12", Kind: minor, Day: 17, Status: "withdrawn", Reporter: "A14", Note: "互检人撤回"},

		{Agent: "A20", Kind: serious, Day: 10, Reporter: "主管", Silent: []string{"A19"}, Note: "主管抽检发现,同组未报"},
		{Agent: "A18", Kind: minor, Day: 16, Reporter: "主管", Silent: []string{"A13", "A15"}},
		{Agent: "A23", Kind: serious, Day: 29, Reporter: "主管", Silent: []string{"A24"}, Note: "知情人尚在首月"},
		{Agent: "A26", Kind: minor, Day: 23, Status: "overturned", Reporter: "主管", Silent: []string{"A20"}, Note: "复核改判"},

		{Agent: "A24", Kind: serious, Day: 24, Reporter: "A21", Note: "首月只通报"},
		{Agent: "A09", Kind: minor, Day: 18, Reporter: "A06", Note: "首月只通报"},
		{Agent: "A21", Kind: minor, Day: 2, Reporter: "A22"},

		{Agent: "A16", Kind: serious, Day: 12, Reporter: "A12", Excluded: "平台接口异常导致备注丢失,非客服责任"},
		{Agent: "A17", Kind: minor, Day: 19, Status: "reported", Reporter: "A11", Note: "月末尚未复核"},
		{Agent: "A01", Kind: minor, Day: 23, Reporter: "A04"},
		{Agent: "A10", Kind: serious, Day: 5, Reporter: "A06"},
		{Agent: "A10", Kind: serious, Day: 19, Reporter: "A07"},
		{Agent: "A10", Kind: minor, Day: 29, Reporter: "A06"},
		{Agent: "A05", Kind: serious, Day: 12, Reporter: "A02"},
	}
	for i, day := range []int{1, 2, 5, 6, 8, 12, 13, 15, 19, 22, 27, 29} {
		reporters := []string{"A11", "A13", "A16", "A12"}
		list = append(list, sample.Event{Agent: "A14", Kind: serious, Day: day, Reporter: reporters[i%4]})
	}
	return append(list, sample.Event{Agent: "A14", Kind: serious, Day: 30, Status: "reported", Reporter: "A11", Note: "月末尚未复核"})
}

// faultEvents are the faults of the daily pool that the month has to contain:
// days on which several add up, one at more than the whole slice, faults that
// do not count, and one of a pre-sales agent, who has no pool.
func faultEvents() []sample.Event {
	return []sample.Event{
		{Agent: "A16", Kind: promiseNotKept, Day: 22, Reporter: "主管", Note: "承诺回电未回"},
		{Agent: "A16", Kind: attitude, Day: 22, Reporter: "质检"},
		{Agent: "A14", Kind: wrongReply, Day: 8, Reporter: "质检"},
		{Agent: "A14", Kind: lateFollowUp, Day: 8, Reporter: "质检"},
		{Agent: "A14", Kind: orderMishandled, Day: 19, Reporter: "主管", Note: "换货单错发地址"},
		{Agent: "A14", Kind: orderMishandled, Day: 29, Reporter: "质检"},
		{Agent: "A14", Kind: promiseNotKept, Day: 29, Reporter: "客户回访"},
		{Agent: "A12", Kind: wrongReply, Day: 2, Reporter: "质检"},
		{Agent: "A12", Kind: wrongReply, Day: 2, Reporter: "A11", Note: "同日第二单"},
		{Agent: "A12", Kind: orderMishandled, Day: 25, Reporter: "质检"},
		{Agent: "A12", Kind: attitude, Day: 30, Reporter: "质检", Status: "reported", Note: "月末尚未复核"},
		{Agent: "A20", Kind: lateFollowUp, Day: 22, Reporter: "质检"},
		{Agent: "A20", Kind: wrongReply, Day: 28, Reporter: "质检", Status: "overturned", Note: "聊天记录证明答复无误"},
		{Agent: "A18", Kind: promiseNotKept, Day: 12, Reporter: "质检"},
		{Agent: "A18", Kind: wrongReply, Day: 30, Reporter: "质检"},
		{Agent: "A23", Kind: orderMishandled, Day: 17, Reporter: "质检", Excluded: "线路故障,订单页面无法打开"},
		{Agent: "A23", Kind: wrongReply, Day: 18, Reporter: "质检"},
		{Agent: "A24", Kind: wrongReply, Day: 18, Reporter: "质检"},
		{Agent: "A24", Kind: lateFollowUp, Day: 27, Reporter: "质检"},
		{Agent: "A22", Kind: orderMishandled, Day: 8, Reporter: "质检"},
		{Agent: "A10", Kind: attitude, Day: 23, Reporter: "质检", Note: "售前不设扣减池,只通报"},
	}
}

// reviewEvents put A16 exactly at the limit of three bad reviews and A17 one
// above it; a fourth of A16 was overturned.
func reviewEvents() []sample.Event {
	var list []sample.Event
	for _, day := range []int{7, 15, 27} {
		list = append(list, sample.Event{Agent: "A16", Kind: badReview, Day: day})
	}
	list = append(list, sample.Event{Agent: "A16", Kind: badReview, Day: 30, Status: "overturned", Note: "恶意差评,平台已删除"})
	for _, day := range []int{4, 9, 18, 25} {
		list = append(list, sample.Event{Agent: "A17", Kind: badReview, Day: day})
	}
	for _, day := range []int{3, 8, 13, 17, 25} {
		list = append(list, sample.Event{Agent: "A10", Kind: badReview, Day: day})
	}
	return append(list,
		sample.Event{Agent: "A14", Kind: badReview, Day: 13},
		sample.Event{Agent: "A24", Kind: badReview, Day: 24},
	)
}

// ordinaryEvents are the everyday faults and bad reviews of the agents that no
// special case above needs to keep clean.
func ordinaryEvents(people []person) []sample.Event {
	var list []sample.Event
	kinds := []string{wrongReply, wrongReply, wrongReply, lateFollowUp, lateFollowUp, orderMishandled, promiseNotKept, attitude}
	for _, p := range people {
		r := june().RNG(p.ID + "/events")
		work := sample.WorkedRows(calendar(p))
		if len(work) == 0 {
			continue
		}
		day := func() int { return work[r.Below(len(work))].Day }
		switch p.ID {
		case "A19", "A21", "A26", "A17", "A20", "A18":
			for range 1 + r.Below(3) {
				list = append(list, sample.Event{Agent: p.ID, Kind: kinds[r.Below(len(kinds))], Day: day(), Reporter: "质检"})
			}
		}
		switch p.ID {
		case "A02", "A04", "A05", "A06", "A12", "A18", "A20", "A21", "A23", "A26":
			for range r.Below(3) {
				list = append(list, sample.Event{Agent: p.ID, Kind: badReview, Day: day()})
			}
		}
	}
	return list
}
