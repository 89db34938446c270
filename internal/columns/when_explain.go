package columns

import "github.com/cspay/cspay/scoring/explain"

// Explain tells the values that a condition looks at, each once; attributes
// tell themselves.
func (w When) Explain(t *Table, row int32) []explain.Step {
	var out []explain.Step
	told := map[string]bool{}
	for i := range w.tests {
		te := &w.tests[i]
		if te.onRef && !told[te.id] {
			told[te.id] = true
			out = append(out, t.Explain(te.ref, row))
		}
		if te.other != nil && !told[te.other.ID] {
			told[te.other.ID] = true
			out = append(out, t.Explain(*te.other, row))
		}
	}
	return out
}

// Refs returns what a condition looks at, each once.
func (w When) Refs() []Ref {
	var out []Ref
	seen := map[string]bool{}
	for i := range w.tests {
		if te := &w.tests[i]; te.onRef && !seen[te.id] {
			seen[te.id] = true
			out = append(out, te.ref)
		}
	}
	return out
}
