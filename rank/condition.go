package rank

import (
	"slices"

	"github.com/shopspring/decimal"

	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/internal/fix"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// condition is a compiled condition with what it looks at, for the evidence.
type condition struct {
	when     columns.When
	refs     []columns.Ref
	rankings []named
}

// named is a ranking that a condition names.
type named struct {
	id string
	st columns.Standings
}

func compileCondition(schema *columns.Schema, c facts.Check, when facts.When) condition {
	out := condition{when: schema.When(c, when)}
	none := facts.Check{} // what is unknown is reported by the condition
	for i := range when {
		for _, id := range []string{when[i].Metric, when[i].Of} {
			ref, ok := schema.Lookup(id)
			if ok && !slices.ContainsFunc(out.refs, func(r columns.Ref) bool { return r.ID == id }) {
				out.refs = append(out.refs, ref)
			}
		}
		id := when[i].Ranking
		if id == "" || slices.ContainsFunc(out.rankings, func(n named) bool { return n.id == id }) {
			continue
		}
		if st, ok := schema.Standings(none, id); ok {
			out.rankings = append(out.rankings, named{id, st})
		}
	}
	return out
}

// requireCondition compiles a condition that must be there.
func requireCondition(schema *columns.Schema, c facts.Check, when facts.When) condition {
	if len(when) == 0 {
		c.Fail(facts.CodeRequired, "a condition", "")
	}
	return compileCondition(schema, c, when)
}

// ask reports whether the condition holds for a row that worked, and reports
// at c what it lacks to tell.
func (co *condition) ask(t *columns.Table, row int32, c facts.Check) bool {
	holds, state, lack := co.when.Holds(t, row)
	if state != explain.Known {
		t.FailLack(c, row, lack, state)
		return false
	}
	return holds
}

// unranked reports whether the row has no place in a ranking that the
// condition names.
func (co *condition) unranked(t *columns.Table, row int32) bool {
	for i := range co.rankings {
		if _, ok := co.rankings[i].st.Of(t, row); !ok {
			return true
		}
	}
	return false
}

// seen are the values that the condition looks at.
func (co *condition) seen(t *columns.Table, row int32) []Seen {
	var out []Seen
	for i := range co.refs {
		if d, ok := shown(t.At(co.refs[i], row), co.refs[i].Scale); ok {
			out = append(out, Seen{Name: co.refs[i].ID, Value: d})
		}
	}
	for i := range co.rankings {
		if at, ok := co.rankings[i].st.Of(t, row); ok {
			out = append(out, Seen{
				Name: co.rankings[i].id, Value: fix.ToDecimal(int64(at.Better)+1, 0), Of: int(at.Of), Tied: int(at.Tied),
			})
		}
	}
	return out
}

// seenScale is the number of decimals of a value that is kept as evidence.
const seenScale = 6

// shown gives a value for people, rounded; the exact one has decided already.
func shown(v columns.Value, scale int) (d decimal.Decimal, ok bool) {
	if v.State != explain.Known {
		return decimal.Decimal{}, false
	}
	if v.Den == 1 && scale <= seenScale {
		return fix.ToDecimal(v.Num, scale), true
	}
	den, ok := fix.Mul(v.Den, fix.Pow10(scale))
	if !ok {
		return decimal.Decimal{}, false
	}
	n, ok := fix.MulDiv(v.Num, fix.Pow10(seenScale), den, fix.HalfUp)
	return fix.ToDecimal(n, seenScale), ok
}
