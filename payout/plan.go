package payout

import (
	"reflect"

	"github.com/shopspring/decimal"

	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/internal/fix"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// Plan is the pay of a policy, item by item. The zero Plan pays nothing. In a
// document it may be written as the bare list of its items.
type Plan struct {
	// Items are the pay items, in the order of the slip.
	Items []Item `key:"items,list"`
}

// Item is one pay item: whom it is for, and what it pays.
type Item struct {
	ID   string     `key:"id,required" validate:"required,max=64"`
	Name facts.Text `key:"name"`
	// When says whom the item is for; the others have no line of it.
	When facts.When `key:"when"`
	Pay  Pay        `key:"*"`
	facts.Cite
}

// Pay is one kind of pay item with its parameters: a value struct of this
// package whose Kind is the document's word. Kinds lists them.
type Pay interface {
	// Kind returns the document's word for the kind.
	Kind() string
	compile(c *compiler) evaluator
}

// Treatment says what a money line is.
type Treatment string

// The treatments. Money never earned is not in gross; a deduction comes off
// pay already earned.
const (
	Earned    Treatment = "earned"     // money earned
	NotEarned Treatment = "not_earned" // a part of it that was never reached; no deduction from wages
	Deducted  Treatment = "deducted"   // taken from pay already earned
)

// Words returns the known treatments.
func (Treatment) Words() []string { return []string{"earned", "not_earned", "deducted"} }

// moneyScale and rateScale are the decimals of money and of rates.
const (
	moneyScale = 2
	rateScale  = 6
)

// evaluator is a compiled pay item. The run, the lines and the explanation all
// come from pay and losses.
type evaluator interface {
	pay(t *columns.Table, row int32) outcome
	tell(t *columns.Table, row int32, o outcome) (explain.Code, []explain.Arg, []explain.Step)
}

// loser is an evaluator whose item also shows losses, one line each.
type loser interface {
	losses(t *columns.Table, row int32, emit func(day int, cents int64))
	treatment() Treatment
}

// outcome is what an item pays one row: cents earned, cents lost (as a
// positive number), or a state and the code that says why there is no answer.
type outcome struct {
	cents, lost int64
	state       explain.State
	code        facts.Code
}

func known(cents int64, ok bool) outcome {
	if !ok {
		return outcome{state: explain.Overflow}
	}
	return outcome{cents: cents}
}

// compiler resolves the names and numbers of one item; it is the check.
type compiler struct {
	facts.Check
	schema        *columns.Schema
	refs          []columns.Ref
	lines, losses fix.Mode
}

func (c *compiler) metric(key, id string) columns.Ref {
	ref, ok := c.schema.Metric(c.At(key), id)
	if ok {
		c.refs = append(c.refs, ref)
	}
	return ref
}

// amount converts a sum of money that may not be negative.
func (c *compiler) amount(key string, d decimal.Decimal) int64 {
	v := columns.Number(c.At(key), d, moneyScale)
	if d.Sign() < 0 {
		c.At(key).Fail(facts.CodeNumberNegative, "not below 0", "")
	}
	return v
}

// rate converts a rate that may not be negative, in millionths.
func (c *compiler) rate(at facts.Check, d decimal.Decimal) int64 {
	v := columns.Number(at, d, rateScale)
	if d.Sign() < 0 {
		at.Fail(facts.CodeNumberNegative, "not below 0", "")
	}
	return v
}

// money requires a metric of unit money under a key.
func (c *compiler) money(key, id string) columns.Ref {
	ref := c.metric(key, id)
	if ref.ID != "" && (ref.Unit != facts.Money || ref.Parts() || ref.Scale != moneyScale) {
		c.At(key).Fail(facts.CodeMetricUnit, "a metric in money with 2 decimals", string(ref.Unit))
	}
	return ref
}

// Rounding is how money lines and losses are rounded.
type Rounding struct{ Lines, Losses fix.Mode }

// DefaultRounding rounds lines half up and losses down.
func DefaultRounding() Rounding { return Rounding{Lines: fix.HalfUp, Losses: fix.Down} }

// Sheet is a compiled plan: what policy runs. It is read-only and safe for
// concurrent use.
type Sheet struct {
	items []item
	total columns.Ref
}

// item is one compiled pay item with its two columns.
type item struct {
	doc    Item
	when   columns.When
	eval   evaluator
	refs   []columns.Ref
	earned columns.Ref
	lost   columns.Ref
}

// Compile compiles the plan. Each item makes the figures ID.pay and ID.lost,
// the plan the figure "total".
func (p Plan) Compile(schema *columns.Schema, r Rounding, c facts.Check) *Sheet {
	s := &Sheet{}
	at := c.At("items")
	seen := map[string]bool{}
	for i := range p.Items {
		doc := p.Items[i]
		it := compileItem(doc, schema, r, at.Index(i))
		if seen[doc.ID] && doc.ID != "" {
			at.Index(i).At("id").Fail(facts.CodeIDDuplicate, "an id of its own", doc.ID)
			continue
		}
		seen[doc.ID] = true
		s.items = append(s.items, it)
	}
	for i := range s.items {
		it := &s.items[i]
		figure := columns.Figure{ID: it.doc.ID + ".pay", Name: it.doc.Name, Unit: facts.Money, Scale: moneyScale}
		it.earned = schema.Add(at.Index(i).At("id"), figure)
		figure.ID = it.doc.ID + ".lost"
		it.lost = schema.Add(at.Index(i).At("id"), figure)
	}
	s.total = schema.Add(c, columns.Figure{
		ID: "total", Name: facts.Text{ZH: "合计", EN: "Total"}, Unit: facts.Money, Scale: moneyScale,
	})
	return s
}

func compileItem(doc Item, schema *columns.Schema, r Rounding, c facts.Check) item {
	it := item{doc: doc, when: schema.When(c.At("when"), doc.When)}
	if doc.ID == "" {
		c.At("id").Fail(facts.CodeRequired, "an id", "")
	}
	if doc.Pay == nil {
		c.Fail(facts.CodeKindMissing, "the kind of a pay item", "")
		return it
	}
	if reflect.TypeOf(doc.Pay).Kind() == reflect.Pointer {
		c.Fail(facts.CodeKindPointer, "a pay item kind as a value, not a pointer", "")
		return it
	}
	in := &compiler{Check: c.At(doc.Pay.Kind()), schema: schema, lines: r.Lines, losses: r.Losses}
	it.eval = doc.Pay.compile(in)
	it.refs = in.refs
	return it
}
