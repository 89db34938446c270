package payout

import (
	"reflect"
	"slices"

	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/internal/fix"
	"github.com/cspay/cspay/scoring"
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
	// Part is what part of the pay the item is: base for base_pay and variable
	// for every other kind when left out. What takes from the pay has none.
	Part Part `key:"part"`
	Pay  Pay  `key:"*"`
	// Spread publishes what the item pays: the highest, the lowest and the gap
	// between them, without names.
	Spread bool `key:"spread"`
	facts.Cite
}

// Part says what part of the pay an item is.
type Part string

// The parts. Small penalties come out of the variable part and never out of
// the base.
const (
	BasePart     Part = "base"     // agreed for the month's work (基本工资)
	VariablePart Part = "variable" // performance pay, commissions and awards (绩效、提成、奖励)
)

// Words returns the known parts.
func (Part) Words() []string { return []string{"base", "variable"} }

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

// Rounding is how money lines and losses are rounded.
type Rounding struct{ Lines, Losses fix.Mode }

// DefaultRounding rounds lines half up and losses down.
func DefaultRounding() Rounding { return Rounding{Lines: fix.HalfUp, Losses: fix.Down} }

// Sheet is a compiled plan: what policy runs. It is read-only and safe for
// concurrent use.
type Sheet struct {
	items []item
	total columns.Ref
	// uncollected is what penalties and deductions could not take.
	uncollected columns.Ref
	red         *scoring.RedLines
	guard       *guard
}

// item is one compiled pay item with its two columns.
type item struct {
	doc   Item
	index int // in the document
	when  columns.When
	eval  evaluator
	// loser, penal and charger are the evaluator where it is one, or nil.
	loser   loser
	penal   penal
	charger charger
	refs    []columns.Ref
	earned  columns.Ref
	lost    columns.Ref
	// base tells that penalties do not touch the item.
	base bool
}

// Compile compiles the plan. Each item makes the figures ID.pay and ID.lost,
// the plan the figures "total" and "total.uncollected".
func (p Plan) Compile(schema *columns.Schema, r Rounding, c facts.Check) *Sheet {
	s := &Sheet{}
	at := c.At("items")
	seen := map[string]bool{}
	for i := range p.Items {
		doc := p.Items[i]
		it := compileItem(doc, schema, r, at.Index(i))
		it.index = i
		if seen[doc.ID] && doc.ID != "" {
			at.Index(i).At("id").Fail(facts.CodeIDDuplicate, "an id of its own", doc.ID)
			continue
		}
		seen[doc.ID] = true
		s.items = append(s.items, it)
	}
	for i := range s.items {
		it := &s.items[i]
		id := at.Index(it.index).At("id")
		figure := columns.Figure{ID: it.doc.ID + ".pay", Name: it.doc.Name, Unit: facts.Money, Scale: moneyScale}
		it.earned = schema.Add(id, figure)
		figure.ID = it.doc.ID + ".lost"
		it.lost = schema.Add(id, figure)
	}
	s.total = schema.Add(c, columns.Figure{
		ID: "total", Name: facts.Text{ZH: "合计", EN: "Total"}, Unit: facts.Money, Scale: moneyScale,
	})
	s.uncollected = schema.Add(c, columns.Figure{
		ID: "total.uncollected", Name: facts.Text{ZH: "未扣", EN: "Uncollected"},
		Unit: facts.Money, Better: facts.Lower, Scale: moneyScale,
	})
	return s
}

func compileItem(doc Item, schema *columns.Schema, r Rounding, c facts.Check) item {
	it := item{doc: doc, when: schema.When(c.At("when"), doc.When)}
	if doc.ID == "" {
		c.At("id").Fail(facts.CodeRequired, "an id", "")
	}
	if doc.ID == GuardItem {
		c.At("id").Fail(facts.CodeIDDuplicate, "an id of its own: the lines that the guard makes have this one", doc.ID)
	}
	if !checkKind(doc.Pay, c) {
		return it
	}
	_, base := doc.Pay.(BasePay)
	it.base = base && doc.Part == "" || doc.Part == BasePart
	if doc.Part != "" {
		columns.CheckWord(c.At("part"), doc.Part)
	}
	in := &compiler{Check: c.At(doc.Pay.Kind()), schema: schema, lines: r.Lines, losses: r.Losses}
	it.eval = doc.Pay.compile(in)
	it.refs = in.refs
	it.loser, _ = it.eval.(loser)
	it.charger, _ = it.eval.(charger)
	if it.penal, _ = it.eval.(penal); it.penal != nil && doc.Part != "" {
		c.At("part").Fail(facts.CodeOneOf, "no part: what takes from the pay is no part of it", string(doc.Part))
	}
	return it
}

// checkKind refuses what is no value of a kind of the table: nothing, a
// pointer, or a struct from outside that embeds a Pay to look like one. None
// of them is called, as each may panic.
func checkKind(p Pay, c facts.Check) bool {
	switch kind := reflect.TypeOf(p); {
	case kind == nil:
		c.Fail(facts.CodeKindMissing, "the kind of a pay item", "")
	case kind.Kind() == reflect.Pointer:
		c.Fail(facts.CodeKindPointer, "a pay item kind as a value, not a pointer", "")
	case !slices.ContainsFunc(kinds, func(k Pay) bool { return reflect.TypeOf(k) == kind }):
		c.Fail(facts.CodeKindMissing, "a kind that Kinds lists", "")
	default:
		return true
	}
	return false
}
