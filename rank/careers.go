package rank

import (
	"slices"

	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// CareerRules are a policy's rules across months.
type CareerRules struct {
	Streaks      []Streak
	Eliminations []Elimination
	Plans        []ImprovementPlan
	Ladder       Ladder
	Gate         Gate
}

// Careers are compiled rules across months: what policy runs. They are
// read-only and safe for concurrent use.
type Careers struct {
	rules        CareerRules
	streaks      []*streak
	at           map[string]int // streaks by id
	plans        []*plan
	eliminations []*elimination
	ladder       *ladder
	gate         *gate
}

// StartCareers compiles what the first stage may name: the levels of the
// ladder and the stages of the gate. Problems are reported below c, by the
// keys of a document.
func StartCareers(rules CareerRules, schema *columns.Schema, c facts.Check) *Careers {
	return &Careers{
		rules: rules, at: map[string]int{},
		ladder: rules.Ladder.compileLevels(schema, c.At("ladder")),
		gate:   rules.Gate.compileStage(schema, c.At("gate")),
	}
}

// Finish compiles the rest once the scores and rankings are there. Streaks make
// the figures ID.months and ID.hit, which pay may name.
func (ca *Careers) Finish(schema *columns.Schema, c facts.Check) {
	at := c.At("streaks")
	seen := map[string]bool{}
	for i, doc := range ca.rules.Streaks {
		s := doc.compile(schema, at.Index(i))
		if seen[doc.ID] && doc.ID != "" {
			at.Index(i).At("id").Fail(facts.CodeIDDuplicate, "an id of its own", doc.ID)
			continue
		}
		seen[doc.ID] = true
		ca.at[doc.ID] = len(ca.streaks)
		ca.streaks = append(ca.streaks, s)
	}
	for i, s := range ca.streaks {
		s.figures(schema, at.Index(i), tellStreak)
	}
	seen = map[string]bool{}
	for i, doc := range ca.rules.Plans {
		at := c.At("improvement_plans").Index(i)
		checkOwn(at.At("id"), doc.ID, seen)
		ca.plans = append(ca.plans, doc.compile(schema, at))
	}
	seen = map[string]bool{}
	for i, doc := range ca.rules.Eliminations {
		at := c.At("eliminations").Index(i)
		checkOwn(at.At("id"), doc.ID, seen)
		ca.eliminations = append(ca.eliminations, doc.compile(ca, schema, at))
	}
	ca.ladder.compile(ca, schema, c.At("ladder"))
	ca.gate.compile(schema, c.At("gate"))
}

// streak finds a streak by its id, or reports an unknown one.
func (ca *Careers) streak(c facts.Check, id string) *streak {
	if i, ok := ca.at[id]; ok {
		return ca.streaks[i]
	}
	ids := make([]string, len(ca.streaks))
	for i, s := range ca.streaks {
		ids[i] = s.doc.ID
	}
	c.Fail(facts.CodeNameUnknown, nearestOf("the id of a streak", id, ids), id)
	return nil
}

// plan finds an improvement plan by its id, or reports an unknown one.
func (ca *Careers) plan(c facts.Check, id string) *plan {
	ids := make([]string, len(ca.plans))
	for i, p := range ca.plans {
		if p.doc.ID == id {
			return p
		}
		ids[i] = p.doc.ID
	}
	c.Fail(facts.CodeNameUnknown, nearestOf("the id of an improvement plan", id, ids), id)
	return nil
}

func nearestOf(want, got string, ids []string) string {
	if near := columns.Nearest(got, ids); near != "" {
		want += "; nearest: " + near
	}
	return want
}

// Any reports whether the policy has rules across months.
func (ca *Careers) Any() bool {
	return len(ca.rules.Streaks)+len(ca.rules.Eliminations)+len(ca.rules.Plans) > 0 || ca.ladder != nil || ca.gate != nil
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
}

func (m *agentMonth) planState(id string) PlanStatus {
	for _, p := range m.plans {
		if p.ID == id {
			return p.Status
		}
	}
	return ""
}

// Start fills the figures that the first stage may name.
func (ca *Careers) Start(t *columns.Table, c facts.Check) {
	ca.gate.run(t)
	if ca.ladder != nil {
		ca.ladder.run(t, c)
	}
}

// Run judges a month: it fills the figures of the streaks and returns what the
// month says about careers. Entries are what Enter gave.
func (ca *Careers) Run(t *columns.Table, book Book, entries *Entries, c facts.Check) *Findings {
	f := &Findings{}
	if !ca.Any() {
		return f
	}
	f.records = make([]Record, t.Rows())
	for row := range int32(t.Rows()) {
		m := &agentMonth{t: t, row: row, id: t.IDs[row], period: t.Period, book: book}
		entry := entries.of(m.id)
		m.past, m.clock, m.open = entry.past, entry.clock, slices.Clone(entry.open)
		f.Moves = append(f.Moves, entry.moves...)
		f.Candidates = append(f.Candidates, entry.candidates...)
		ca.judge(t, row, m, c)
		ca.improve(t, row, m, f)
		ca.climb(t, row, m, f)
		ca.review(t, row, m, f)
		f.records[row] = ca.record(t, row, m)
	}
	return f
}

// judge gives the row's month its mark under each streak.
func (ca *Careers) judge(t *columns.Table, row int32, m *agentMonth, c facts.Check) {
	m.marks, m.reached = make([]Mark, len(ca.streaks)), make([]bool, len(ca.streaks))
	for i, s := range ca.streaks {
		s.blame(t, row, c)
		m.marks[i] = s.mark(t, row)
		now := month{period: t.Period, mark: m.marks[i], known: true}
		length := s.run(m.book, m.id, now, 0, func(month) {})
		m.reached[i] = s.effect(now) == Counts && s.reached(length)
		t.Set(s.months, row, int64(length), explain.Known)
		hit := int64(0)
		if m.reached[i] {
			hit = 1
		}
		t.Set(s.hit, row, hit, explain.Known)
	}
}

// blame reports values that a condition of the month lacks.
func (s *streak) blame(t *columns.Table, row int32, c facts.Check) {
	if t.Idle(row) {
		return
	}
	for _, when := range s.cases {
		if _, state, lack := when.Holds(t, row); state != explain.Known {
			t.FailLack(c, row, lack, state)
		}
	}
}

// improve takes the row's improvement plans a month further.
func (ca *Careers) improve(t *columns.Table, row int32, m *agentMonth, f *Findings) {
	for _, p := range ca.plans {
		var before PlanState
		had := false
		for _, old := range m.past.Plans {
			if old.ID == p.doc.ID {
				before, had = old, true
			}
		}
		if now, ok := p.next(t, row, before, had); ok {
			m.plans = append(m.plans, now)
			f.Plans = append(f.Plans, PlanFinding{Agent: m.id, PlanState: now, Name: title(p.doc.Name, p.doc.ID)})
		}
	}
}

// review names candidates, unless one is put before a person already.
func (ca *Careers) review(t *columns.Table, row int32, m *agentMonth, f *Findings) {
	for _, e := range ca.eliminations {
		m.propose(t, row, "eliminations."+e.doc.ID, e.hits(ca, t, row, m), f)
	}
	for _, hit := range ca.gate.failed(t, row) {
		m.propose(t, row, "gate."+hit.Rule, []RuleHit{hit}, f)
	}
}

func (m *agentMonth) propose(t *columns.Table, row int32, clause string, hits []RuleHit, f *Findings) {
	if len(hits) == 0 || pending(m.open, clause) >= 0 {
		return
	}
	p := Proposal{Clause: clause, Proposed: t.Period, Rules: rules(hits), Months: monthsOf(hits)}
	candidate := Candidate{Agent: m.id, Proposal: p, State: Proposed, Hits: hits, Exempt: t.Protected(row)}
	f.Candidates = append(f.Candidates, candidate)
	if !candidate.Exempt {
		m.open = append(m.open, p)
	}
}

func rules(hits []RuleHit) []string {
	out := make([]string, len(hits))
	for i := range hits {
		out[i] = hits[i].Rule
	}
	return out
}

// monthsOf are the months of the rule that reaches back the farthest.
func monthsOf(hits []RuleHit) []facts.Period {
	var out []facts.Period
	for _, h := range hits {
		if len(h.Months) <= len(out) {
			continue
		}
		out = nil
		for _, m := range h.Months {
			out = append(out, m.Month)
		}
	}
	return out
}

// evidence are the latest months of a streak, the earliest first, with what
// each looked at and who else was ranked.
func (ca *Careers) evidence(s *streak, m *agentMonth, length int) []EvidenceMonth {
	var out []EvidenceMonth
	now := month{period: m.period, mark: m.marks[ca.at[s.doc.ID]], known: true}
	s.run(m.book, m.id, now, 0, func(at month) {
		if len(out) == length {
			return
		}
		e := EvidenceMonth{Month: at.period, Seen: at.mark.Seen}
		if at.period == m.period {
			e.Seen = s.seen(m.t, m.row)
		}
		for _, r := range s.standings {
			if others := without(m.ranked(at.period, r), m.id); len(others) > 0 {
				if e.Others == nil {
					e.Others = map[string][]string{}
				}
				e.Others[r.id] = others
			}
		}
		out = append(out, e)
	})
	slices.Reverse(out)
	return out
}

// ranked are who had a place in a ranking in a month, this one included.
func (m *agentMonth) ranked(p facts.Period, r named) []string {
	if p != m.period {
		return m.book.Ranked(p, r.id)
	}
	var ids []string
	for row := range int32(m.t.Rows()) {
		if _, ok := r.st.Of(m.t, row); ok {
			ids = append(ids, m.t.IDs[row])
		}
	}
	return ids
}

func without(ids []string, id string) []string {
	return slices.DeleteFunc(slices.Clone(ids), func(other string) bool { return other == id })
}

// record is what the row leaves to the history.
func (ca *Careers) record(t *columns.Table, row int32, m *agentMonth) Record {
	r := Record{Clock: m.clock, Plans: m.plans, Proposals: m.open}
	if ca.ladder != nil {
		r.Level = t.Attribute(row, facts.ByLevel)
	}
	for i, s := range ca.streaks {
		if r.Marks == nil {
			r.Marks = make(map[string]Mark, len(ca.streaks))
		}
		mark := m.marks[i]
		mark.Seen = s.seen(t, row)
		r.Marks[s.doc.ID] = mark
	}
	return r
}
