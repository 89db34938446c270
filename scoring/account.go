package scoring

import (
	"maps"
	"slices"

	"github.com/shopspring/decimal"

	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/internal/fix"
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
	// From is the first day of the scheme.
	From facts.Date `key:"from,required"`
	// Span is the rest of that calendar month (default) or a full month.
	Span GraceSpan `key:"span"`
}

// GraceSpan says how long a grace lasts.
type GraceSpan string

// The spans of a grace. A full month ends the day before the same day of the
// next month, clamped to the month's end.
const (
	CalendarMonth GraceSpan = "calendar_month" // until the last day of the calendar month it began in
	FullMonth     GraceSpan = "full_month"     // until the day before the same day of the next month
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
	Relieved Offender = "relieved" // the silent colleagues pay in the offender's stead
	PaysToo  Offender = "pays_too" // the offender pays as well
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
	out.compileClauses(c)
	out.compileCharges(s, c.At("charges"))
	figure := columns.Figure{ID: a.ID + ".left", Name: a.Name, Unit: a.Unit, Scale: accountScale, Tell: out.tellLeft}
	out.left = s.Add(c.At("id"), figure)
	figure.ID, figure.Better, figure.Tell = a.ID+".over", facts.Lower, out.tellOver
	out.over = s.Add(c.At("id"), figure)
	return out
}

// compileCharges goes by the order of the kinds, so that they are interned and
// reported in the same one each time.
func (a *account) compileCharges(s *columns.Schema, c facts.Check) {
	for _, kind := range slices.Sorted(maps.Keys(a.doc.Charges)) {
		at := c.At(kind)
		if kind == "" {
			at.Fail(facts.CodeRequired, "a kind of event", "")
		}
		v := columns.Number(at, a.doc.Charges[kind], accountScale)
		if v <= 0 {
			at.Fail(facts.CodeNumberNegative, "a charge above 0", "")
		}
		if _, ok := fix.Mul(v, max(1, a.times)); !ok {
			at.Fail(facts.CodeNumberRange, "at most 18 digits, also for a silent colleague", "")
		}
		a.charges[s.EventKind(at, kind)] = v
	}
}

// compileClauses checks the grace and the silent clause and keeps copies.
func (a *account) compileClauses(c facts.Check) {
	if g := a.doc.Grace; g != nil {
		kept := *g
		a.doc.Grace = &kept
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
	kept := *s
	a.doc.Silent = &kept
	a.times = int64(s.Times)
	if s.Offender == "" {
		c.At("silent").At("offender").Fail(facts.CodeRequired, "relieved or pays_too", "")
	} else {
		columns.CheckWord(c.At("silent").At("offender"), s.Offender)
	}
}
