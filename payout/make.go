package payout

import (
	"iter"

	"github.com/shopspring/decimal"

	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/internal/fix"
	"github.com/cspay/cspay/scoring"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// Slips are the pay of one month, by agent id. They own what they need and may
// be read by several goroutines. The zero Slips pay nobody.
type Slips struct {
	t     *columns.Table
	sheet *Sheet
}

// Slip is one agent's pay. The zero Slip is nobody's: it has no lines and a
// total of 0.
type Slip struct {
	slips *Slips
	row   int32
}

// Make pays one month by a plan alone, without a score: clauses may name the
// terms' metrics, accounts and rankings over metrics. Lines are rounded half
// up, losses down. It returns facts.Problems when the plan or the facts have
// errors.
func Make(plan Plan, terms scoring.Terms, m facts.Month) (*Slips, error) {
	return MakeWithin(plan, Bounds{}, terms, m)
}

// Bounds are what a plan pays within. The zero Bounds hold no deduction back
// but one of more than there is.
type Bounds struct {
	Guard Guard
	// Laws are the jurisdictions that the guard may name.
	Laws []Jurisdiction
}

// MakeWithin pays one month as [Make] does, within bounds: deductions are held
// to the law, and what they could not take is uncollected. Problems of the
// bounds are reported by the keys guard and laws.
func MakeWithin(plan Plan, bounds Bounds, terms scoring.Terms, m facts.Month) (*Slips, error) {
	c := facts.NewCheck()
	schema, ready := terms.Compile(c)
	accounts := scoring.CompileAccounts(terms.Accounts, schema, c.At("accounts"))
	red := scoring.CompileRedLines(terms.RedLines, schema, c.At("red_lines"))
	sheet := plan.Compile(schema, DefaultRounding(), c.At("pay"))
	sheet.Restrain(Restraints{
		RedLines: red, Guard: bounds.Guard, Laws: bounds.laws(c.At("laws")), Accounts: accounts,
	}, DefaultRounding(), schema, c)
	if err := c.Err(); err != nil {
		return nil, err
	}
	c = facts.NewFactsCheck()
	t := schema.Build(m, c)
	if err := c.Err(); err != nil {
		return nil, err
	}
	for _, r := range ready {
		r.Run(t, c)
	}
	accounts.RunAccounts(t, c)
	red.Run(t, c)
	sheet.Run(t, c)
	if err := c.Err(); err != nil {
		return nil, err
	}
	return &Slips{t, sheet}, nil
}

// laws checks the jurisdictions and returns them by id.
func (b Bounds) laws(c facts.Check) map[string]Jurisdiction {
	laws := map[string]Jurisdiction{}
	for i, j := range b.Laws {
		j.Check(c.Index(i))
		if _, taken := laws[j.ID]; taken {
			c.Index(i).At("id").Fail(facts.CodeIDDuplicate, "an id of its own", j.ID)
		}
		laws[j.ID] = j
	}
	return laws
}

// All yields the slips in byte order of agent ids.
func (s *Slips) All() iter.Seq[Slip] {
	return func(yield func(Slip) bool) {
		if s.t == nil {
			return
		}
		for row := range int32(s.t.Rows()) {
			if !yield(Slip{s, row}) {
				return
			}
		}
	}
}

// Of returns an agent's slip; ok is false, and the slip nobody's, when there
// is no such agent.
func (s *Slips) Of(agent string) (slip Slip, ok bool) {
	if s.t == nil {
		return Slip{}, false
	}
	row, ok := s.t.Row(agent)
	if !ok {
		return Slip{}, false
	}
	return Slip{s, row}, true
}

// Agent returns the agent's id.
func (s Slip) Agent() string {
	if s.slips == nil {
		return ""
	}
	return s.slips.t.IDs[s.row]
}

// Lines returns the money lines in the order of the plan.
func (s Slip) Lines() []Line {
	if s.slips == nil {
		return nil
	}
	return s.slips.sheet.Lines(s.slips.t, s.row)
}

// Total returns the sum of the lines, with two digits.
func (s Slip) Total() decimal.Decimal {
	if s.slips == nil {
		return fix.ToDecimal(0, moneyScale)
	}
	return s.slips.sheet.Total(s.slips.t, s.row)
}

// Uncollected returns what penalties and deductions could not take, with two
// digits.
func (s Slip) Uncollected() decimal.Decimal {
	if s.slips == nil {
		return fix.ToDecimal(0, moneyScale)
	}
	return s.slips.sheet.Uncollected(s.slips.t, s.row)
}

// Explain tells the pay down to the facts.
func (s Slip) Explain() explain.Step {
	if s.slips == nil {
		return explain.Step{}
	}
	return s.slips.sheet.Explain(s.slips.t, s.row)
}
