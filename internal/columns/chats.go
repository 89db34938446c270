package columns

import (
	"cmp"
	"slices"

	"github.com/cspay/cspay/scoring/facts"
)

// chat is one inspected chat. Its errors stand in the table's list of them.
type chat struct {
	id, note   string
	row        int32
	from, to   int32 // its errors
	inspection uint16
	source     uint16
	day        uint8
	survey     survey
	fatal      bool  // by an error of its own or a repeated one
	mark       int64 // at markScale
}

// survey says whether the customer was passed on to the satisfaction survey.
type survey uint8

const (
	nobodyLooked survey = iota
	passedOn
	notPassedOn
)

// chats are the inspected chats of a month in the order of their rows, by day
// and id. The zero value holds none.
type chats struct {
	list   []chat
	start  []int32  // by row
	errors []uint16 // of all chats, each chat's side by side
}

// of returns the chats of a row by day and id.
func (x *chats) of(row int32) []chat {
	if len(x.start) == 0 {
		return nil
	}
	return x.list[x.start[row]:x.start[row+1]]
}

func (x *chats) errorsOf(ch *chat) []uint16 { return x.errors[ch.from:ch.to] }

// chatReader checks the chats of a month. Neighbours are often of one agent
// under one inspection, so that the last ones found are tried first.
type chatReader struct {
	b    *builder
	seen map[string]int32

	agent      string
	row        int32
	inspection string
	at         int
}

// chats checks the inspected chats, orders and marks them.
func (b *builder) chats() {
	n := len(b.m.Chats)
	if n == 0 {
		return
	}
	r := chatReader{b: b, seen: make(map[string]int32, n), row: -1, at: -1}
	b.t.chats.list = make([]chat, 0, n)
	for i := range b.m.Chats {
		r.read(i)
	}
	b.indexChats()
	b.markChats()
}

// at is where problems of a chat are reported. It is made only for them: a
// month has more chats than faults.
func (r *chatReader) check(i int) facts.Check {
	return r.b.c.Agent(r.b.m.Chats[i].Agent).At("chats").Index(i)
}

// read checks one chat and adds it.
func (r *chatReader) read(i int) {
	doc := &r.b.m.Chats[i]
	if !r.unique(i) {
		return
	}
	out := chat{id: doc.ID, note: doc.Note}
	who := r.who(i, &out)
	what := r.what(i, &out)
	if !who || !what {
		return
	}
	if doc.Transferred != nil {
		out.survey = notPassedOn
		if *doc.Transferred {
			out.survey = passedOn
		}
	}
	r.b.t.chats.list = append(r.b.t.chats.list, out)
}

// unique refuses ids that are none, or not one chat's alone.
func (r *chatReader) unique(i int) bool {
	id := r.b.m.Chats[i].ID
	if !checkID(facts.Check{}, id) {
		return checkID(r.check(i).At("id"), id)
	}
	if first, dup := r.seen[id]; dup {
		r.check(i).At("id").Fail(facts.CodeIDDuplicate,
			"an id of its own; also at "+r.b.place(r.b.c.At("chats").Index(int(first)).At("id")), id)
		return false
	}
	r.seen[id] = int32(i)
	return true
}

// who checks the agent, the day and who picked the chat.
func (r *chatReader) who(i int, out *chat) bool {
	doc := &r.b.m.Chats[i]
	ok := true
	if r.row < 0 || doc.Agent != r.agent {
		row, known := r.b.t.Row(doc.Agent)
		if !known {
			r.check(i).At("agent").Fail(facts.CodeAgentUnknown, "an agent of the roster", doc.Agent)
			row = -1
		}
		r.agent, r.row = doc.Agent, row
	}
	if out.row = r.row; r.row < 0 {
		r.agent, ok = "", false
	} else if doc.Sampler == doc.Agent {
		r.check(i).At("sampler").Fail(facts.CodeChatSelf, "a sampler other than the agent", doc.Sampler)
		ok = false
	}
	if doc.Sampler != "" && !checkID(facts.Check{}, doc.Sampler) {
		ok = checkID(r.check(i).At("sampler"), doc.Sampler)
	}
	return r.when(i, out) && ok
}

// when checks the day: in the month, and in the agent's service.
func (r *chatReader) when(i int, out *chat) bool {
	date := r.b.m.Chats[i].Date
	switch {
	case date == 0:
		r.check(i).At("date").Fail(facts.CodeRequired, "a date", "")
		return false
	case date.Period() != r.b.t.Period:
		r.check(i).At("date").Fail(facts.CodeDateMonth, "a date in "+r.b.t.Period.String(), date.String())
		return false
	}
	out.day = uint8(date - r.b.t.Period.First() + 1)
	if out.row >= 0 && r.b.t.Day(out.row, int(out.day)) == Outside {
		r.check(i).At("date").Fail(facts.CodeDateService, "a date in service", date.String())
		return false
	}
	return true
}

// what checks the inspection, the source and the errors.
func (r *chatReader) what(i int, out *chat) bool {
	doc, s := &r.b.m.Chats[i], r.b.s
	if r.at < 0 || doc.Inspection != r.inspection {
		at, ok := s.inspections.at[doc.Inspection]
		if !ok {
			s.unknown(r.check(i).At("inspection"), facts.CodeNameUnknown, "an inspection of the policy", doc.Inspection, s.inspectionIDs)
			return false
		}
		r.inspection, r.at = doc.Inspection, at
	}
	in := s.inspections.list[r.at]
	source, ok := in.sourceAt[doc.Source]
	if !ok {
		s.unknown(r.check(i).At("source"), facts.CodeNameUnknown, "a source of "+in.id, doc.Source, in.sourceIDs)
	}
	out.inspection, out.source = uint16(r.at), source
	return r.found(i, in, out) && ok
}

// found interns the errors found in a chat, in the order of their words.
func (r *chatReader) found(i int, in *inspection, out *chat) bool {
	x := &r.b.t.chats
	out.from = int32(len(x.errors))
	ok := true
	for k, word := range r.b.m.Chats[i].Items {
		e, known := in.errorAt[word]
		switch {
		case !known:
			r.b.s.unknown(r.check(i).At("items").Index(k), facts.CodeNameUnknown, "an error of "+in.id, word, in.errorWords)
		case slices.Contains(x.errors[out.from:], e):
			r.check(i).At("items").Index(k).Fail(facts.CodeNameDuplicate, "each error once", word)
			known = false
		default:
			x.errors = append(x.errors, e)
		}
		ok = ok && known
	}
	slices.Sort(x.errors[out.from:])
	out.to = int32(len(x.errors))
	return ok
}

// indexChats orders the chats by row, day and id.
func (b *builder) indexChats() {
	x := &b.t.chats
	slices.SortFunc(x.list, func(p, q chat) int {
		switch { // an id is looked at only where it decides
		case p.row != q.row:
			return cmp.Compare(p.row, q.row)
		case p.day != q.day:
			return cmp.Compare(p.day, q.day)
		default:
			return cmp.Compare(p.id, q.id)
		}
	})
	x.start = make([]int32, len(b.t.IDs)+1)
	at := 0
	for row := range b.t.IDs {
		for at < len(x.list) && int(x.list[at].row) == row {
			at++
		}
		x.start[row+1] = int32(at)
	}
}

// markChats marks the chats of each row in their order, since a repeated error
// is judged by what was before it.
func (b *builder) markChats() {
	tallies := b.t.tallies()
	var found []finding
	for row := range int32(len(b.t.IDs)) {
		list := b.t.chats.of(row)
		if len(list) == 0 {
			continue
		}
		for i := range tallies {
			tallies[i].reset()
		}
		for i := range list {
			ch := &list[i]
			ch.mark, ch.fatal, found = tallies[ch.inspection].next(int(ch.day), b.t.chats.errorsOf(ch), found[:0])
		}
	}
}
