package main

import (
	"cmp"
	"fmt"
	"slices"
)

// event is one bad review or one complaint.
type event struct {
	agent, kind string
	day         int
	status      string // upheld when empty
	// votes are those of judges(), 1 for the agent's fault; empty for a
	// complaint and for a review that has not been heard yet.
	votes string
	note  string
	// excluded is the reason why the event does not count.
	excluded string
}

// The kinds of events of the shop.
const (
	badReview = "bad_review"
	complaint = "complaint"
)

// events returns the month's events in the order of the book, by day.
func events() []event {
	all := slices.Concat(limitReviews(), otherReviews(), complaints())
	slices.SortStableFunc(all, func(a, b event) int {
		return cmp.Or(cmp.Compare(a.day, b.day), cmp.Compare(a.agent, b.agent))
	})
	return all
}

func eventID(i int) string { return fmt.Sprintf("E%03d", i+1) }

// limitReviews are the reviews around the limit of three. B24 has exactly three
// that are its fault; B30 four reviews, of which one vote was even; B27 four
// that count and B26 five; B33 five with four votes each, of which one was
// withdrawn and one is excluded.
func limitReviews() []event {
	return []event{
		{agent: "B24", kind: badReview, day: 5, votes: "1111"},
		{agent: "B24", kind: badReview, day: 14, votes: "1101"},
		{agent: "B24", kind: badReview, day: 26, votes: "1-01", note: "组长休假,三票"},

		{agent: "B30", kind: badReview, day: 3, votes: "1110"},
		{agent: "B30", kind: badReview, day: 11, votes: "1010", note: "包装破损与客服话术各执一词"},
		{agent: "B30", kind: badReview, day: 19, votes: "1111"},
		{agent: "B30", kind: badReview, day: 29, votes: "0111"},

		{agent: "B27", kind: badReview, day: 2, votes: "1111"},
		{agent: "B27", kind: badReview, day: 9, votes: "1011"},
		{agent: "B27", kind: badReview, day: 17, votes: "1111"},
		{agent: "B27", kind: badReview, day: 30, votes: "11-1"},

		{agent: "B26", kind: badReview, day: 4, votes: "1111"},
		{agent: "B26", kind: badReview, day: 8, votes: "1110"},
		{agent: "B26", kind: badReview, day: 15, votes: "1111"},
		{agent: "B26", kind: badReview, day: 22, votes: "0111"},
		{agent: "B26", kind: badReview, day: 31, votes: "1111"},

		{agent: "B33", kind: badReview, day: 6, votes: "1111"},
		{agent: "B33", kind: badReview, day: 13, votes: "1111", status: "withdrawn", note: "客户改评,撤回"},
		{agent: "B33", kind: badReview, day: 18, votes: "1111", excluded: "平台仓漏发,非客服责任"},
		{agent: "B33", kind: badReview, day: 21, votes: "1101"},
		{agent: "B33", kind: badReview, day: 27, votes: "1011"},
	}
}

// otherReviews are the everyday ones: most are nobody's fault among the agents.
// The one of B32, who leads the group, was decided without a team lead, and the
// last of B35 has not been heard yet.
func otherReviews() []event {
	return []event{
		{agent: "B05", kind: badReview, day: 12, votes: "1101", note: "售前承诺赠品未备注"},
		{agent: "B16", kind: badReview, day: 20, votes: "0100"},
		{agent: "B23", kind: badReview, day: 16, votes: "01-0", note: "组长回避"},
		{agent: "B25", kind: badReview, day: 7, votes: "0000"},
		{agent: "B28", kind: badReview, day: 10, votes: "0010"},
		{agent: "B29", kind: badReview, day: 8, votes: "1110"},
		{agent: "B31", kind: badReview, day: 24, votes: "1011"},
		{agent: "B32", kind: badReview, day: 23, votes: "11-0", note: "组长回避"},
		{agent: "B35", kind: badReview, day: 1, votes: "0011"},
		{agent: "B35", kind: badReview, day: 14, votes: "1111", status: "overturned", note: "恶意差评,平台已删除"},
		{agent: "B35", kind: badReview, day: 31, status: "reported", note: "月末尚未投票"},
		{agent: "B36", kind: badReview, day: 9, votes: "1111"},
		{agent: "B36", kind: badReview, day: 25, votes: "1010"},
		{agent: "B38", kind: badReview, day: 18, votes: "0101"},
		{agent: "B39", kind: badReview, day: 11, votes: "1110"},
		{agent: "B40", kind: badReview, day: 28, votes: "0001"},
	}
}

// complaints run from 0 (B23) to 5 (B36). One of B25 was overturned, one of B33
// withdrawn, one of B35 is not decided, one of B27 excluded.
func complaints() []event {
	var list []event
	add := func(agent string, days ...int) {
		for _, day := range days {
			list = append(list, event{agent: agent, kind: complaint, day: day})
		}
	}
	add("B24", 10)
	add("B25", 4, 23)
	add("B26", 6, 18, 27)
	add("B27", 3, 12, 20, 29)
	add("B29", 15)
	add("B30", 24)
	add("B31", 22)
	add("B36", 2, 7, 16, 21, 30)
	add("B39", 13)
	return append(list,
		event{agent: "B25", kind: complaint, day: 30, status: "overturned", note: "复核为物流责任"},
		event{agent: "B27", kind: complaint, day: 24, excluded: "重复工单,与 7 月 20 日为同一投诉"},
		event{agent: "B33", kind: complaint, day: 25, status: "withdrawn", note: "客户撤诉"},
		event{agent: "B35", kind: complaint, day: 29, status: "reported", note: "平台判责中"},
	)
}
