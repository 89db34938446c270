package scoring

import (
	"iter"

	"github.com/shopspring/decimal"

	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/internal/fix"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// Terms are what a scheme's clauses may name when it is scored alone.
type Terms struct {
	Metrics  facts.Metrics
	Accounts []Account
	// Events names the kinds of event, as in a policy.
	Events facts.EventKinds
	// Panels declare the votes, as in a policy.
	Panels facts.Panels
	// Inspections declare how inspected chats are marked, as in a policy.
	Inspections facts.Inspections
	// Rankings over metrics; a rule may name their places.
	Rankings []facts.Ranking
	// RedLines say what must never happen, as in a policy.
	RedLines []RedLine
}

// Compile compiles the metrics and the rankings over them, for the leaves'
// public verbs.
func (terms Terms) Compile(c facts.Check) (*columns.Schema, []columns.Ranking) {
	schema := columns.NewSchemaWith(columns.Vocabulary{
		Metrics: terms.Metrics, Events: terms.Events, Panels: terms.Panels, Inspections: terms.Inspections,
	}, c)
	ready, later := schema.Rankings(c.At("rankings"), terms.Rankings, columns.All(len(terms.Rankings)))
	schema.Unranked(c.At("rankings"), terms.Rankings, later)
	return schema, ready
}

// Cards are the scores of one month, by agent id. They own what they need and
// may be read by several goroutines. The zero Cards hold nobody.
type Cards struct {
	t     *columns.Table
	sheet *Sheet
}

// Card is one agent's score. The zero Card has no agent and no score.
type Card struct {
	cards *Cards
	row   int32
}

// Score scores one month by a scheme alone, rounding half up to two decimals.
// It returns facts.Problems when the scheme or the facts have errors.
func Score(scheme Scheme, terms Terms, m facts.Month) (*Cards, error) {
	c := facts.NewCheck()
	schema, ready := terms.Compile(c)
	sheet := CompileAccounts(terms.Accounts, schema, c.At("accounts"))
	sheet.Forbid(CompileRedLines(terms.RedLines, schema, c.At("red_lines")))
	sheet.CompileScheme(scheme, DefaultRounding(), schema, c.At("scheme"))
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
	if err := c.Err(); err != nil { // or who has no place for it would be reported twice
		return nil, err
	}
	sheet.RunAccounts(t, c)
	sheet.red.Run(t, c)
	sheet.Run(t, c)
	if err := c.Err(); err != nil {
		return nil, err
	}
	return &Cards{t, sheet}, nil
}

// All yields the cards in byte order of agent ids.
func (c *Cards) All() iter.Seq[Card] {
	return func(yield func(Card) bool) {
		for row := range c.rows() {
			if !yield(Card{c, row}) {
				return
			}
		}
	}
}

// Of returns an agent's card; ok is false when there is no such agent.
func (c *Cards) Of(agent string) (card Card, ok bool) {
	if c.rows() == 0 {
		return Card{}, false
	}
	row, ok := c.t.Row(agent)
	if !ok {
		return Card{}, false
	}
	return Card{c, row}, true
}

func (c *Cards) rows() int32 {
	if c == nil || c.t == nil {
		return 0
	}
	return int32(c.t.Rows())
}

// Agent returns the agent's id.
func (c Card) Agent() string {
	if c.cards == nil {
		return ""
	}
	return c.cards.t.IDs[c.row]
}

// Score returns the score with two decimals; ok is false when the agent has
// none because no day was worked.
func (c Card) Score() (score decimal.Decimal, ok bool) {
	if c.cards == nil || len(c.cards.sheet.schemes) == 0 {
		return decimal.Decimal{}, false
	}
	v := c.cards.t.At(c.cards.sheet.score, c.row)
	return fix.ToDecimal(v.Num, pointScale), v.State == explain.Known
}

// Points returns the points of one indicator or block; ok is false for an
// unknown id or an indicator that did not apply.
func (c Card) Points(indicator string) (points decimal.Decimal, ok bool) {
	if c.cards == nil {
		return decimal.Decimal{}, false
	}
	ref, ok := c.cards.sheet.figures[indicator]
	if !ok {
		return decimal.Decimal{}, false
	}
	v := c.cards.t.At(ref, c.row)
	return fix.ToDecimal(v.Num, pointScale), v.State == explain.Known
}

// Explain tells the score down to the facts.
func (c Card) Explain() explain.Step {
	if c.cards == nil {
		return explain.Step{}
	}
	return c.cards.sheet.Explain(c.cards.t, c.row)
}
