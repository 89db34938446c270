package main

import (
	"cmp"
	"fmt"
	"slices"
)

// event is one line of the inspection book or one bad review.
type event struct {
	agent, kind string
	day         int
	status      string // upheld when empty
	reporter    string
	silent      []string
	note        string
	// excluded is the reason why the event does not count.
	excluded string
}

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
func events(people []person) []event {
	all := slices.Concat(fundEvents(), faultEvents(), reviewEvents(), ordinaryEvents(people))
	slices.SortStableFunc(all, func(a, b event) int {
		return cmp.Or(cmp.Compare(a.day, b.day), cmp.Compare(a.agent, b.agent))
	})
	return all
}

func eventID(i int) string { return fmt.Sprintf("E%03d", i+1) }

// fundEvents are the errors that the mutual inspection found. A14 empties the
// fund with twelve serious errors; A12 has 60 left; A19 kept silent about A20's
// serious error and pays double in the other's stead; A24 and A09 are in their
// first month, A21 no longer is.
func fundEvents() []event {
	list := []event{
		{agent: "A12", kind: serious, day: 3, reporter: "A13", note: "退款金额填错"},
		{agent: "A12", kind: serious, day: 11, reporter: "A16"},
		{agent: "A12", kind: serious, day: 24, reporter: "A11", note: "承诺时效未备注"},
		{agent: "A12", kind: minor, day: 9, reporter: "A13"},
		{agent: "A12", kind: minor, day: 23, reporter: "A17"},
		{agent: "A12", kind: minor, day: 17, status: "withdrawn", reporter: "A14", note: "互检人撤回"},

		{agent: "A20", kind: serious, day: 10, reporter: "主管", silent: []string{"A19"}, note: "主管抽检发现,同组未报"},
		{agent: "A18", kind: minor, day: 16, reporter: "主管", silent: []string{"A13", "A15"}},
		{agent: "A23", kind: serious, day: 29, reporter: "主管", silent: []string{"A24"}, note: "知情人尚在首月"},
		{agent: "A26", kind: minor, day: 23, status: "overturned", reporter: "主管", silent: []string{"A20"}, note: "复核改判"},

		{agent: "A24", kind: serious, day: 24, reporter: "A21", note: "首月只通报"},
		{agent: "A09", kind: minor, day: 18, reporter: "A06", note: "首月只通报"},
		{agent: "A21", kind: minor, day: 2, reporter: "A22"},

		{agent: "A16", kind: serious, day: 12, reporter: "A12", excluded: "平台接口异常导致备注丢失,非客服责任"},
		{agent: "A17", kind: minor, day: 19, status: "reported", reporter: "A11", note: "月末尚未复核"},
		{agent: "A01", kind: minor, day: 23, reporter: "A04"},
		{agent: "A10", kind: serious, day: 5, reporter: "A06"},
		{agent: "A10", kind: serious, day: 19, reporter: "A07"},
		{agent: "A10", kind: minor, day: 29, reporter: "A06"},
		{agent: "A05", kind: serious, day: 12, reporter: "A02"},
	}
	for i, day := range []int{1, 2, 5, 6, 8, 12, 13, 15, 19, 22, 27, 29} {
		reporters := []string{"A11", "A13", "A16", "A12"}
		list = append(list, event{agent: "A14", kind: serious, day: day, reporter: reporters[i%4]})
	}
	return append(list, event{agent: "A14", kind: serious, day: 30, status: "reported", reporter: "A11", note: "月末尚未复核"})
}

// faultEvents are the faults of the daily pool that the month has to contain:
// days on which several add up, one at more than the whole slice, faults that
// do not count, and one of a pre-sales agent, who has no pool.
func faultEvents() []event {
	return []event{
		{agent: "A16", kind: promiseNotKept, day: 22, reporter: "主管", note: "承诺回电未回"},
		{agent: "A16", kind: attitude, day: 22, reporter: "质检"},
		{agent: "A14", kind: wrongReply, day: 8, reporter: "质检"},
		{agent: "A14", kind: lateFollowUp, day: 8, reporter: "质检"},
		{agent: "A14", kind: orderMishandled, day: 19, reporter: "主管", note: "换货单错发地址"},
		{agent: "A14", kind: orderMishandled, day: 29, reporter: "质检"},
		{agent: "A14", kind: promiseNotKept, day: 29, reporter: "客户回访"},
		{agent: "A12", kind: wrongReply, day: 2, reporter: "质检"},
		{agent: "A12", kind: wrongReply, day: 2, reporter: "A11", note: "同日第二单"},
		{agent: "A12", kind: orderMishandled, day: 25, reporter: "质检"},
		{agent: "A12", kind: attitude, day: 30, reporter: "质检", status: "reported", note: "月末尚未复核"},
		{agent: "A20", kind: lateFollowUp, day: 22, reporter: "质检"},
		{agent: "A20", kind: wrongReply, day: 28, reporter: "质检", status: "overturned", note: "聊天记录证明答复无误"},
		{agent: "A18", kind: promiseNotKept, day: 12, reporter: "质检"},
		{agent: "A18", kind: wrongReply, day: 30, reporter: "质检"},
		{agent: "A23", kind: orderMishandled, day: 17, reporter: "质检", excluded: "线路故障,订单页面无法打开"},
		{agent: "A23", kind: wrongReply, day: 18, reporter: "质检"},
		{agent: "A24", kind: wrongReply, day: 18, reporter: "质检"},
		{agent: "A24", kind: lateFollowUp, day: 27, reporter: "质检"},
		{agent: "A22", kind: orderMishandled, day: 8, reporter: "质检"},
		{agent: "A10", kind: attitude, day: 23, reporter: "质检", note: "售前不设扣减池,只通报"},
	}
}

// reviewEvents put A16 exactly at the limit of three bad reviews and A17 one
// above it; a fourth of A16 was overturned.
func reviewEvents() []event {
	var list []event
	for _, day := range []int{7, 15, 27} {
		list = append(list, event{agent: "A16", kind: badReview, day: day})
	}
	list = append(list, event{agent: "A16", kind: badReview, day: 30, status: "overturned", note: "恶意差评,平台已删除"})
	for _, day := range []int{4, 9, 18, 25} {
		list = append(list, event{agent: "A17", kind: badReview, day: day})
	}
	for _, day := range []int{3, 8, 13, 17, 25} {
		list = append(list, event{agent: "A10", kind: badReview, day: day})
	}
	return append(list,
		event{agent: "A14", kind: badReview, day: 13},
		event{agent: "A24", kind: badReview, day: 24},
	)
}

// ordinaryEvents are the everyday faults and bad reviews of the agents that no
// special case above needs to keep clean.
func ordinaryEvents(people []person) []event {
	var list []event
	kinds := []string{wrongReply, wrongReply, wrongReply, lateFollowUp, lateFollowUp, orderMishandled, promiseNotKept, attitude}
	for _, p := range people {
		r := newRNG(p.id + "/events")
		work := workedRows(calendar(p))
		if len(work) == 0 {
			continue
		}
		day := func() int { return work[r.below(len(work))].day }
		switch p.id {
		case "A19", "A21", "A26", "A17", "A20", "A18":
			for range 1 + r.below(3) {
				list = append(list, event{agent: p.id, kind: kinds[r.below(len(kinds))], day: day(), reporter: "质检"})
			}
		}
		switch p.id {
		case "A02", "A04", "A05", "A06", "A12", "A18", "A20", "A21", "A23", "A26":
			for range r.below(3) {
				list = append(list, event{agent: p.id, kind: badReview, day: day()})
			}
		}
	}
	return list
}
