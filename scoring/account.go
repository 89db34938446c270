package scoring

import (
	"slices"

	"github.com/shopspring/decimal"

	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/internal/fix"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// Account is a ledger over the month's upheld events, run before the scheme:
// an opening balance per agent, a charge per event, and what is left or over
// (互检基金). It makes two figures, ID.left and ID.over, in its unit.
//
//	accounts:
//	  - id: fund
//	    opening: 100.00
//	    unit: money
//	    charges: {serious_error: 10, minor_error: 5}
//	    grace: {from: 2025-10-01, span: calendar_month}
//	    silent: {times: 2, offender: relieved}
//
// Three serious and two minor errors leave 60.00; twelve serious ones leave
// 0.00 and are 20.00 over.
type Account struct {
	ID   string     `key:"id,required" validate:"required,max=64"`
	Name facts.Text `key:"name"`
	// Opening is each agent's balance at the start of the month.
	Opening decimal.Decimal `key:"opening,required"`
	// Unit is money or points.
	Unit facts.Unit `key:"unit,required"`
	// Charges are the charge of each kind of event, above 0.
	Charges map[string]decimal.Decimal `key:"charges,required"`
	// Grace is the time in which events are reported and charge nobody.
	Grace *Grace `key:"grace"`
	// Silent says what a colleague pays who saw the error and kept silent.
	Silent *Silent `key:"silent"`
	facts.Cite
}

// Grace runs for each agent from the scheme's first day or the day of hire,
// whichever is later.
type Grace struct {
	From facts.Date `key:"from,required"`
	// Span is the rest of that calendar month (default) or a full month.
	Span GraceSpan `key:"span"`
}

// GraceSpan says how long a grace lasts.
type GraceSpan string

// The spans of a grace. A full month ends the day before the same day of the
// next month, clamped to the month's end.
const (
	CalendarMonth GraceSpan = "calendar_month"
	FullMonth     GraceSpan = "full_month"
)

// Words returns the known spans.
func (GraceSpan) Words() []string { return []string{"calendar_month", "full_month"} }

// Silent is what happens when a colleague kept silent (ZW5).
type Silent struct {
	// Times is how many times the event's charge each silent colleague pays.
	Times int `key:"times,required"`
	// Offender says whether the one who erred still pays; it has no default.
	Offender Offender `key:"offender,required"`
}

// Offender says whether the one who erred pays beside silent colleagues.
type Offender string

// The two readings of 代罚.
const (
	Relieved Offender = "relieved"
	PaysToo  Offender = "pays_too"
)

// Words returns the known readings.
func (Offender) Words() []string { return []string{"relieved", "pays_too"} }

// accountScale is the number of decimals of an account, in money and points.
const accountScale = 2

// account is a compiled Account.
type account struct {
	doc        Account
	opening    int64
	charges    map[int32]int64
	times      int64
	left, over columns.Ref
}

// movement is one charge to one agent.
type movement struct {
	event  *columns.Event
	cents  int64
	code   explain.Code
	charge int64
}

func (a Account) compile(s *columns.Schema, c facts.Check) *account {
	out := &account{
		doc: a, opening: columns.Number(c.At("opening"), a.Opening, accountScale),
		charges: map[int32]int64{},
	}
	if a.ID == "" {
		c.At("id").Fail(facts.CodeRequired, "an id", "")
	}
	if out.opening < 0 {
		c.At("opening").Fail(facts.CodeNumberNegative, "not below 0", "")
	}
	if a.Unit != facts.Money && a.Unit != facts.Points {
		c.At("unit").Fail(facts.CodeWordUnknown, "money or points", string(a.Unit))
	}
	if len(a.Charges) == 0 {
		c.At("charges").Fail(facts.CodeRequired, "a charge for at least one kind of event", "")
	}
	for kind, d := range a.Charges {
		at := c.At("charges").At(kind)
		v := columns.Number(at, d, accountScale)
		if d.Sign() < 0 {
			at.Fail(facts.CodeNumberNegative, "not below 0", "")
		}
		out.charges[s.EventKind(at, kind)] = v
	}
	out.compileClauses(c)
	figure := columns.Figure{ID: a.ID + ".left", Name: a.Name, Unit: a.Unit, Scale: accountScale, Tell: out.tellLeft}
	out.left = s.Add(c.At("id"), figure)
	figure.ID, figure.Tell = a.ID+".over", out.tellOver
	out.over = s.Add(c.At("id"), figure)
	return out
}

func (a *account) compileClauses(c facts.Check) {
	if g := a.doc.Grace; g != nil {
		if g.From == 0 {
			c.At("grace").At("from").Fail(facts.CodeRequired, "the first day of the scheme", "")
		}
		if g.Span != "" {
			columns.CheckWord(c.At("grace").At("span"), g.Span)
		}
	}
	s := a.doc.Silent
	if s == nil {
		return
	}
	const maxTimes = 100
	if s.Times < 1 || s.Times > maxTimes {
		c.At("silent").At("times").Fail(facts.CodeNumberRange, "1 to 100 times the charge", "")
	}
	a.times = int64(s.Times)
	if s.Offender == "" {
		c.At("silent").At("offender").Fail(facts.CodeRequired, "relieved or pays_too", "")
	} else {
		columns.CheckWord(c.At("silent").At("offender"), s.Offender)
	}
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

func (a *account) run(t *columns.Table) {
	for row := range int32(t.Rows()) {
		var sum fix.Sum
		for _, m := range a.movements(t, row) {
			sum.Add(m.cents)
		}
		charged, ok := sum.Int64()
		state := explain.Known
		if !ok {
			state = explain.Overflow
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
		Source: a.doc.Source, Sample: a.doc.Sample.All || len(a.doc.Sample.Keys) > 0,
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
