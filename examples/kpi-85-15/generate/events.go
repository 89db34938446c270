package main

import "github.com/cspay/cspay/examples/internal/sample"

// The kinds of events of the shop.
const (
	badReview = "bad_review"
	complaint = "complaint"
)

// events returns the month's events in the order of the book, by day.
func events() []sample.Event {
	return sample.Book(limitReviews(), otherReviews(), complaints())
}

// limitReviews are the reviews around the limit of three. B24 has exactly three
// that are its fault; B30 four reviews, of which one vote was even; B27 four
// that count and B26 five; B33 five with four votes each, of which one was
// withdrawn and one is excluded.
func limitReviews() []sample.Event {
	return []sample.Event{
		{Agent: "B24", Kind: badReview, Day: 5, Votes: "1111"},
		{Agent: "B24", Kind: badReview, Day: 14, Votes: "1101"},
		{Agent: "B24", Kind: badReview, Day: 26, Votes: "1-01", Note: "组长休假,三票"},

		{Agent: "B30", Kind: badReview, Day: 3, Votes: "1110"},
		{Agent: "B30", Kind: badReview, Day: 11, Votes: "1010", Note: "包装破损与客服话术各执一词"},
		{Agent: "B30", Kind: badReview, Day: 19, Votes: "1111"},
		{Agent: "B30", Kind: badReview, Day: 29, Votes: "0111"},

		{Agent: "B27", Kind: badReview, Day: 2, Votes: "1111"},
		{Agent: "B27", Kind: badReview, Day: 9, Votes: "1011"},
		{Agent: "B27", Kind: badReview, Day: 17, Votes: "1111"},
		{Agent: "B27", Kind: badReview, Day: 30, Votes: "11-1"},

		{Agent: "B26", Kind: badReview, Day: 4, Votes: "1111"},
		{Agent: "B26", Kind: badReview, Day: 8, Votes: "1110"},
		{Agent: "B26", Kind: badReview, Day: 15, Votes: "1111"},
		{Agent: "B26", Kind: badReview, Day: 22, Votes: "0111"},
		{Agent: "B26", Kind: badReview, Day: 31, Votes: "1111"},

		{Agent: "B33", Kind: badReview, Day: 6, Votes: "1111"},
		{Agent: "B33", Kind: badReview, Day: 13, Votes: "1111", Status: "withdrawn", Note: "客户改评,撤回"},
		{Agent: "B33", Kind: badReview, Day: 18, Votes: "1111", Excluded: "平台仓漏发,非客服责任"},
		{Agent: "B33", Kind: badReview, Day: 21, Votes: "1101"},
		{Agent: "B33", Kind: badReview, Day: 27, Votes: "1011"},
	}
}

// otherReviews are the everyday ones: most are nobody's fault among the agents.
// The one of B32, who leads the group, was decided without a team lead, and the
// last of B35 has not been heard yet.
func otherReviews() []sample.Event {
	return []sample.Event{
		{Agent: "B05", Kind: badReview, Day: 12, Votes: "1101", Note: "售前承诺赠品未备注"},
		{Agent: "B16", Kind: badReview, Day: 20, Votes: "0100"},
		{Agent: "B23", Kind: badReview, Day: 16, Votes: "01-0", Note: "组长回避"},
		{Agent: "B25", Kind: badReview, Day: 7, Votes: "0000"},
		{Agent: "B28", Kind: badReview, Day: 10, Votes: "0010"},
		{Agent: "B29", Kind: badReview, Day: 8, Votes: "1110"},
		{Agent: "B31", Kind: badReview, Day: 24, Votes: "1011"},
		{Agent: "B32", Kind: badReview, Day: 23, Votes: "11-0", Note: "组长回避"},
		{Agent: "B35", Kind: badReview, Day: 1, Votes: "0011"},
		{Agent: "B35", Kind: badReview, Day: 14, Votes: "1111", Status: "overturned", Note: "恶意差评,平台已删除"},
		{Agent: "B35", Kind: badReview, Day: 31, Status: "reported", Note: "月末尚未投票"},
		{Agent: "B36", Kind: badReview, Day: 9, Votes: "1111"},
		{Agent: "B36", Kind: badReview, Day: 25, Votes: "1010"},
		{Agent: "B38", Kind: badReview, Day: 18, Votes: "0101"},
		{Agent: "B39", Kind: badReview, Day: 11, Votes: "1110"},
		{Agent: "B40", Kind: badReview, Day: 28, Votes: "0001"},
	}
}

// complaints run from 0 (B23) to 5 (B36). One of B25 was overturned, one of B33
// withdrawn, one of B35 is not decided, one of B27 excluded.
func complaints() []sample.Event {
	var list []sample.Event
	add := func(agent string, days ...int) {
		for _, day := range days {
			list = append(list, sample.Event{Agent: agent, Kind: complaint, Day: day})
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
		sample.Event{Agent: "B25", Kind: complaint, Day: 30, Status: "overturned", Note: "复核为物流责任"},
		sample.Event{Agent: "B27", Kind: complaint, Day: 24, Excluded: "重复工单,与 7 月 20 日为同一投诉"},
		sample.Event{Agent: "B33", Kind: complaint, Day: 25, Status: "withdrawn", Note: "客户撤诉"},
		sample.Event{Agent: "B35", Kind: complaint, Day: 29, Status: "reported", Note: "平台判责中"},
	)
}
