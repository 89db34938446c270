package columns

import (
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// Explain tells the values that a condition looks at, each once; attributes
// tell themselves.
func (w When) Explain(t *Table, row int32) []explain.Step {
	var out []explain.Step
	told := map[string]bool{}
	tell := func(ref Ref, id string) {
		if !told[id] {
			told[id] = true
			out = append(out, t.Explain(ref, row))
		}
	}
	for i := range w.tests {
		te := &w.tests[i]
		if te.onRef {
			tell(te.ref, te.id)
		}
		if te.other != nil {
			tell(*te.other, te.other.ID)
		}
		if step, given := t.explainTenure(te.tenure, row); given && !told[step.Clause] {
			told[step.Clause] = true
			out = append(out, step)
		}
	}
	return out
}

// explainTenure tells how many whole months of a tenure are over. There is
// nothing to tell of a date that was not given: a condition that needed it
// would have been reported.
func (t *Table) explainTenure(tenure facts.Tenure, row int32) (step explain.Step, given bool) {
	if tenure == "" || t.since(tenure, row) == 0 {
		return explain.Step{}, false
	}
	start, last := t.since(tenure, row), t.serviceEnd(row)
	return explain.Step{
		Clause: "agents." + string(tenure), Code: "when.tenure", Value: explain.Whole(int64(wholeMonths(start, last+1)), 0, facts.Number),
		Args: []explain.Arg{
			explain.W("tenure", string(tenure)), explain.W("since", start.String()), explain.W("until", last.String()),
		},
	}, true
}
