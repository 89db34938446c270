package policy

import (
	"slices"
	"strconv"

	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/internal/fix"
	"github.com/cspay/cspay/payout"
	"github.com/cspay/cspay/rank"
	"github.com/cspay/cspay/scoring"
	"github.com/cspay/cspay/scoring/facts"
)

// Format is the document format this version reads and writes.
const Format = "cspay/v1"

// Document is a compensation policy as it is written: metrics, accounts, the
// score, rankings and pay. It is plain data; New and Load compile it. The zero
// Document is refused.
type Document struct {
	// Format is the format of the document, cspay/v1; a literal may leave it out.
	Format string     `key:"format,required" validate:"required,max=64"`
	ID     string     `key:"id,required" validate:"required,max=64"`
	Name   facts.Text `key:"name"`
	// Effective is when the policy is in force, both days inclusive.
	Effective Effective `key:"effective"`
	// Currency is the ISO 4217 code of every amount; CNY is the one known.
	Currency string   `key:"currency,required" validate:"required,oneof=CNY"`
	Rounding Rounding `key:"rounding"`
	// Standing names the ranking whose place a slip shows.
	Standing string        `key:"standing" validate:"max=64"`
	Metrics  facts.Metrics `key:"metrics"`
	// Events names the kinds of event; a policy that names any names all the
	// kinds its clauses count.
	Events facts.EventKinds `key:"events"`
	// Panels declare the votes: who votes on what, and what ties mean.
	Panels facts.Panels `key:"panels"`
	// Inspections declare how inspected chats are marked.
	Inspections facts.Inspections `key:"inspections"`
	Accounts    []scoring.Account `key:"accounts"`
	// RedLines are what must never happen and what follows from it.
	RedLines []scoring.RedLine `key:"red_lines"`
	Scheme   scoring.Scheme    `key:"scheme"`
	// Schemes are several schemes, each for some agents (by role, by
	// employment status); the first whose condition holds scores an agent. A
	// policy has one scheme or several.
	Schemes  []scoring.Scheme `key:"schemes"`
	Rankings []facts.Ranking  `key:"rankings"`
	Pay      payout.Plan      `key:"pay"`
	// Guard holds deductions within the law.
	Guard payout.Guard `key:"guard"`
	// Streaks are runs of months that careers and pay look back on.
	Streaks []rank.Streak `key:"streaks"`
	// Eliminations name who is a candidate for review.
	Eliminations []rank.Elimination `key:"eliminations"`
	// ImprovementPlans are coaching for agents below standard.
	ImprovementPlans []rank.ImprovementPlan `key:"improvement_plans"`
	// Ladder is the levels of a career and what moves agents up and down.
	Ladder rank.Ladder `key:"ladder"`
	// Gate is what new hires pass.
	Gate rank.Gate `key:"gate"`
}

// Effective is a span of dates; a date left out is open.
type Effective struct {
	From  facts.Date `key:"from"`
	Until facts.Date `key:"until"`
	// Published is the day on which the policy was made known to the agents.
	Published facts.Date `key:"published"`
}

// Rounding states how lines are rounded. The zero Rounding is half_up lines of
// two decimals and losses rounded down.
type Rounding struct {
	Lines  Mode `key:"lines"`
	Losses Mode `key:"losses"`
	// Places is the number of decimals of a points line, 0 to 2; 2 when left
	// out. Money lines are always in cents.
	Places *int `key:"places"`
}

// Mode is a rounding mode.
type Mode string

// The rounding modes: half away from zero, half to even, half toward zero,
// away from zero, toward zero.
const (
	HalfUp   Mode = "half_up"   // to the nearest, a half away from zero (四舍五入): 0.125 is 0.13
	HalfEven Mode = "half_even" // to the nearest, a half to the even digit: 0.125 is 0.12
	HalfDown Mode = "half_down" // to the nearest, a half toward zero: 0.125 is 0.12
	Up       Mode = "up"        // away from zero: 0.121 is 0.13
	Down     Mode = "down"      // toward zero (舍去): 0.129 is 0.12
)

// Words returns the known modes.
func (Mode) Words() []string { return fix.ModeWords() }

const maxPlaces = 2

// modes compiles the rounding, reporting problems below c.
func (r Rounding) modes(c facts.Check) (scoring.Rounding, payout.Rounding) {
	s, p := scoring.DefaultRounding(), payout.DefaultRounding()
	if m, ok := r.Lines.mode(c.At("lines")); ok {
		s.Lines, p.Lines = m, m
	}
	if m, ok := r.Losses.mode(c.At("losses")); ok {
		p.Losses = m
	}
	if r.Places != nil {
		if *r.Places < 0 || *r.Places > maxPlaces {
			c.At("places").Fail(facts.CodePolicyPlaces, "0, 1 or 2 decimals", strconv.Itoa(*r.Places))
		} else {
			s.Places = *r.Places
		}
	}
	return s, p
}

func (m Mode) mode(c facts.Check) (fix.Mode, bool) {
	if m == "" {
		return fix.HalfUp, false
	}
	mode, ok := fix.ParseMode(string(m))
	if !ok {
		c.Fail(facts.CodePolicyRounding, "one of half_up half_even half_down up down", string(m))
	}
	return mode, ok
}

// check reports what is wrong with the document's own fields; its parts are
// checked by compiling them.
func (d *Document) check(c facts.Check) {
	if d.Format != "" && d.Format != Format {
		c.At("format").Fail(facts.CodePolicyFormat, Format, d.Format)
	}
	if d.ID == "" {
		c.At("id").Fail(facts.CodeRequired, "an id", "")
	}
	if d.Currency == "" {
		c.At("currency").Fail(facts.CodeRequired, "CNY", "")
	} else if d.Currency != "CNY" {
		c.At("currency").Fail(facts.CodeWordUnknown, "CNY", d.Currency)
	}
	e := d.Effective
	if e.Until != 0 && e.Until < e.From {
		c.At("effective").At("until").Fail(facts.CodePolicyPeriod, "a day not before from", e.Until.String())
	}
	if d.Standing != "" && !slices.ContainsFunc(d.Rankings, func(r facts.Ranking) bool { return r.ID == d.Standing }) {
		ids := make([]string, len(d.Rankings))
		for i, r := range d.Rankings {
			ids[i] = r.ID
		}
		c.At("standing").Fail(facts.CodeNameUnknown, columns.OrNearest("the id of a ranking", d.Standing, ids), d.Standing)
	}
}

// covers reports whether the policy is in force on any day of a month.
func (e Effective) covers(p facts.Period) bool {
	return e.From <= p.Last() && (e.Until == 0 || e.Until >= p.First())
}
