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
	c := facts.NewCheck()
	schema, ready := terms.Compile(c)
	accounts := scoring.CompileAccounts(terms.Accounts, schema, c.At("accounts"))
	sheet := plan.Compile(schema, DefaultRounding(), c.At("pay"))
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
	sheet.Run(t, c)
	if err := c.Err(); err != nil {
		return nil, err
	}
	return &Slips{t, sheet}, nil
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

// Explain tells the pay down to the facts.
func (s Slip) Explain() explain.Step {
	if s.slips == nil {
		return explain.Step{}
	}
	return s.slips.sheet.Explain(s.slips.t, s.row)
}
