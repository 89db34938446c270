package scoring

import (
	"slices"

	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/internal/fix"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// movement is one charge to one agent.
type movement struct {
	event  *columns.Event
	cents  int64
	code   explain.Code
	charge int64
}

// graced reports whether a row's grace covers a date.
func (a *account) graced(t *columns.Table, row int32, on facts.Date) bool {
	g := a.doc.Grace
	if g == nil {
		return false
	}
	from := max(g.From, t.Hired[row])
	until := from.Period().Last()
	if g.Span == FullMonth {
		until = from.AddMonths(1) - 1
	}
	return on <= until
}

// movements gives every charge of a row: its own events, and the events of
// others that it kept silent about. It is the one place where charges are
// decided; the balance and the explanation both come from it.
func (a *account) movements(t *columns.Table, row int32) []movement {
	var out []movement
	events := t.EventsOf(row)
	for i := range events {
		if charge, ok := a.charge(&events[i]); ok {
			out = append(out, a.own(t, row, &events[i], charge))
		}
	}
	for _, i := range t.Witnessed(row) {
		if charge, ok := a.charge(&t.Events[i]); ok {
			out = append(out, a.silent(t, row, &t.Events[i], charge))
		}
	}
	slices.SortStableFunc(out, func(x, y movement) int { return int(x.event.Day) - int(y.event.Day) })
	return out
}

func (a *account) charge(e *columns.Event) (int64, bool) {
	charge, ok := a.charges[e.Kind]
	return charge, ok && e.Counts()
}

func (a *account) own(t *columns.Table, row int32, e *columns.Event, charge int64) movement {
	on := t.Date(int(e.Day))
	m := movement{event: e, code: "account.charge", cents: charge, charge: charge}
	switch {
	case a.graced(t, row, on):
		m.code, m.cents = "account.grace", 0
	case a.doc.Silent != nil && a.doc.Silent.Offender == Relieved && a.anySilentPays(t, e):
		m.code, m.cents = "account.relieved", 0
	}
	return m
}

func (a *account) anySilentPays(t *columns.Table, e *columns.Event) bool {
	on := t.Date(int(e.Day))
	return slices.ContainsFunc(e.Silent, func(w int32) bool { return !a.graced(t, w, on) })
}

// silent is the charge of a colleague who kept silent: nothing while the one
// who erred or the colleague is in the grace.
func (a *account) silent(t *columns.Table, row int32, e *columns.Event, charge int64) movement {
	on := t.Date(int(e.Day))
	m := movement{event: e, code: "account.silent", charge: charge}
	switch {
	case a.doc.Silent == nil:
		m.code = "account.silent_free"
	case a.graced(t, row, on) || a.graced(t, e.Row, on):
		m.code = "account.grace"
	default:
		m.cents = charge * a.times
	}
	return m
}

func (a *account) run(t *columns.Table, c facts.Check) {
	for row := range int32(t.Rows()) {
		var sum fix.Sum
		for _, m := range a.movements(t, row) {
			sum.Add(m.cents)
		}
		charged, ok := sum.Int64()
		state := explain.Known
		if !ok {
			state = explain.Overflow
			t.FailClause(c, row, "accounts."+a.doc.ID, facts.CodeNumberOverflow, "charges of at most 18 digits")
		}
		t.Set(a.left, row, max(0, a.opening-charged), state)
		t.Set(a.over, row, max(0, charged-a.opening), state)
	}
}

func (a *account) tellLeft(t *columns.Table, row int32) explain.Step {
	return a.tell(t, row, "account.left", a.left)
}

func (a *account) tellOver(t *columns.Table, row int32) explain.Step {
	return a.tell(t, row, "account.over", a.over)
}

func (a *account) tell(t *columns.Table, row int32, code explain.Code, figure columns.Ref) explain.Step {
	step := explain.Step{
		Clause: "accounts." + a.doc.ID, Code: code, Value: figure.Show(t.At(figure, row)),
		Args: []explain.Arg{
			explain.T("account", figure.Title()),
			explain.N("opening", explain.Whole(a.opening, accountScale, a.doc.Unit)),
		},
		Source: a.doc.Source, Sample: columns.Sampled(a.doc.Cite),
	}
	charged := int64(0)
	for _, m := range a.movements(t, row) {
		charged += m.cents
		step.Steps = append(step.Steps, explain.Step{
			Clause: "accounts." + a.doc.ID, Code: m.code, Value: explain.Whole(-m.cents, accountScale, a.doc.Unit),
			Args: []explain.Arg{
				explain.W("date", t.Date(int(m.event.Day)).String()), explain.W("event", m.event.ID),
				explain.T("kind", t.EventName(m.event)),
				explain.N("charge", explain.Whole(m.charge, accountScale, a.doc.Unit)),
				explain.N("times", explain.Whole(a.times, 0, facts.Number)),
				explain.N("taken", explain.Whole(m.cents, accountScale, a.doc.Unit)),
			},
		})
	}
	step.Args = append(step.Args, explain.N("charged", explain.Whole(charged, accountScale, a.doc.Unit)))
	return step
}

// Charged returns the account in money that an event of the row itself was
// charged to.
func (s *Sheet) Charged(t *columns.Table, row int32, e *columns.Event) (account string, ok bool) {
	for _, a := range s.accounts {
		if charge, listed := a.charge(e); listed && a.doc.Unit == facts.Money && a.own(t, row, e, charge).cents > 0 {
			return a.doc.ID, true
		}
	}
	return "", false
}
