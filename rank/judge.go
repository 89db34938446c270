package rank

import (
	"slices"

	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// run is one month while it is judged.
type run struct {
	ca    *Careers
	f     *Findings
	c     facts.Check
	lists map[rankedKey][]string
}

// agentMonth is one row while its month is judged.
type agentMonth struct {
	t       *columns.Table
	row     int32
	id      string
	period  facts.Period
	book    Book
	past    Record
	level   int
	clock   facts.Period
	marks   []Mark
	reached []bool
	plans   []PlanState
	open    []Proposal
	// candidates is where the agent's own begin in the findings.
	candidates int
	// before are the agent's months that were looked at, the latest first.
	before []pastMonth
}

// pastMonth is a month of the book; known is false for one that the book does
// not have of the agent.
type pastMonth struct {
	record Record
	known  bool
}

// at returns a month before this one. Each is found once for all rules.
func (m *agentMonth) at(p facts.Period) (r *Record, ok bool) {
	for len(m.before) < int(m.period-p) {
		r, ok := m.book.Record(m.period-facts.Period(len(m.before)+1), m.id)
		m.before = append(m.before, pastMonth{r, ok})
	}
	found := &m.before[m.period-p-1]
	return &found.record, found.known
}

// Start fills the figures that the first stage may name.
func (ca *Careers) Start(t *columns.Table, c facts.Check) {
	ca.gate.run(t)
	ca.ladder.run(t, c)
}

// Run judges a month: it fills the figures of the streaks and returns what the
// month says about careers. Entries are what Enter gave. Values that a rule
// lacks are reported at c.
func (ca *Careers) Run(t *columns.Table, book Book, entries *Entries, c facts.Check) *Findings {
	f := &Findings{}
	if !ca.Any() {
		return f
	}
	ru := &run{ca: ca, f: f, c: c, lists: map[rankedKey][]string{}}
	f.records = make([]Record, t.Rows())
	var before []pastMonth // one list for all rows
	for row := range int32(t.Rows()) {
		m := &agentMonth{t: t, row: row, id: t.IDs[row], period: t.Period, book: book, candidates: len(f.Candidates), before: before[:0]}
		entry := entries.of(m.id)
		m.past, m.clock, m.open = entry.past, entry.clock, slices.Clone(entry.open)
		f.Moves = append(f.Moves, entry.moves...)
		for _, old := range entry.candidates {
			old.Protected = t.Protected(row)
			f.Candidates = append(f.Candidates, old)
		}
		ru.judge(m)
		ru.improve(m)
		ru.climb(m)
		ru.review(m)
		f.records[row], before = ca.record(m), m.before
	}
	return f
}

// judge gives the row's month its mark under each streak.
func (ru *run) judge(m *agentMonth) {
	streaks := ru.ca.streaks
	m.marks, m.reached = make([]Mark, len(streaks)), make([]bool, len(streaks))
	for i, s := range streaks {
		m.marks[i] = s.mark(m.t, m.row, ru.c)
		length := s.run(m, 0, func(month, Gap) {})
		m.reached[i] = s.effect(s.now(m)) == Counts && s.reached(length)
		hit := int64(0)
		if m.reached[i] {
			hit = 1
		}
		m.t.Set(s.length, m.row, int64(length), explain.Known)
		m.t.Set(s.hit, m.row, hit, explain.Known)
	}
}

// review names candidates.
func (ru *run) review(m *agentMonth) {
	for _, e := range ru.ca.eliminations {
		m.propose(ru.f, "eliminations."+e.doc.ID, ru.hits(e, m))
	}
	for i := range ru.ca.gate.stages() {
		if hit, ok := ru.failed(i, m); ok {
			m.propose(ru.f, "gate."+hit.Rule, []RuleHit{hit})
		}
	}
}

// propose puts an agent before a person for review. What is open already is
// not proposed again: what holds this month is told with it.
func (m *agentMonth) propose(f *Findings, clause string, hits []RuleHit) {
	if len(hits) == 0 {
		return
	}
	if pending(m.open, clause) >= 0 {
		for i := m.candidates; i < len(f.Candidates); i++ {
			if old := &f.Candidates[i]; old.Clause == clause && old.State == StillOpen {
				old.Hits = hits
			}
		}
		return
	}
	p := Proposal{Clause: clause, Proposed: m.period, Rules: rulesOf(hits)}
	candidate := Candidate{Agent: m.id, Proposal: p, State: Proposed, Hits: hits, Protected: m.t.Protected(m.row)}
	if candidate.Protected {
		candidate.State = Exempt
	} else {
		m.open = append(m.open, p)
	}
	f.Candidates = append(f.Candidates, candidate)
}

// record is what the row leaves to the history.
func (ca *Careers) record(m *agentMonth) Record {
	r := Record{Clock: m.clock, Plans: m.plans, Proposals: m.open, Marks: m.marks}
	if ca.ladder != nil {
		r.Level = m.t.Attribute(m.row, facts.ByLevel)
	}
	for _, n := range ca.grouped {
		if _, ok := n.st.Of(m.t, m.row); ok {
			if r.Groups == nil {
				r.Groups = map[string]string{}
			}
			r.Groups[n.id] = groupOf(m.t, m.row, n.st)
		}
	}
	return r
}
