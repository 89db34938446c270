package payout

import (
	"reflect"
	"slices"

	"github.com/shopspring/decimal"

	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/internal/fix"
	"github.com/cspay/cspay/scoring"
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

// moneyScale and rateScale are the decimals of money and of rates.
const (
	moneyScale = 2
	rateScale  = 6
)

// evaluator is a compiled pay item. The run, the lines and the explanation all
// come from pay and losses.
type evaluator interface {
	pay(t *columns.Table, row int32) outcome
	// tell gives the sentence of a known outcome.
	tell(t *columns.Table, row int32, o outcome) (explain.Code, []explain.Arg, []explain.Step)
}

// loser is an evaluator whose item also shows losses, one line each.
type loser interface {
	losses(t *columns.Table, row int32, emit func(loss))
	// treatment says what the losses are: not earned, or deducted.
	treatment() Treatment
}

// penal is a loser that earns nothing itself and takes from what others do: a
// penalty or a charge-back.
type penal interface {
	loser
	// duties are what the penalties of a row ask for, in words.
	duties(t *columns.Table, row int32) []facts.Text
}

// loss is one loss: of a day, of an event, or of the month.
type loss struct {
	cents int64
	day   int            // 0 for the month
	event *columns.Event // nil where no event alone decides
}

// outcome is what an item pays one row: cents earned and cents lost (as a
// positive number), or why there is no answer.
type outcome struct {
	cents, lost int64
	// state is Known, NotApplicable for an item that pays 0.00 because there
	// is nothing to measure, or Missing or Overflow for a fault.
	state explain.State
	// code says what is wrong where the state of a value does not; metric, day
	// and event say which value it is about, where there is one.
	code   facts.Code
	metric string
	day    int
	// lack is what a condition of the item's own has no answer for want of.
	lack  columns.Lack
	event string
}

// fault is an outcome without an answer for a reason of its own.
func fault(code facts.Code) outcome { return outcome{state: explain.Overflow, code: code} }

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

// amount converts a sum of money under a key.
func (c *compiler) amount(key string, d decimal.Decimal) int64 { return c.cents(c.At(key), d) }

// cents converts a sum of money that may not be negative.
func (*compiler) cents(at facts.Check, d decimal.Decimal) int64 {
	return positive(at, columns.Number(at, d, moneyScale))
}

// rate converts a rate that may not be negative, in millionths.
func (*compiler) rate(at facts.Check, d decimal.Decimal) int64 {
	return positive(at, columns.Number(at, d, rateScale))
}

func positive(at facts.Check, v int64) int64 {
	if v < 0 {
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
	// named tells that a red line is about the item.
	named bool
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
