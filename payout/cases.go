package payout

import (
	"strconv"

	"github.com/shopspring/decimal"

	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/internal/fix"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// Match says which of several cases count when their conditions hold.
type Match string

// The ways to match cases; neither is a default.
const (
	// FirstMatch takes the first case whose conditions hold, alone.
	FirstMatch Match = "first"
	// AllMatch takes every case whose conditions hold; their amounts add up.
	AllMatch Match = "all"
)

// Words returns the known ways to match.
func (Match) Words() []string { return []string{"first", "all"} }

// Case is an amount and the conditions on which it counts.
type Case struct {
	// ID names the case where it has no name; its number does when left out.
	ID   string     `key:"id" validate:"max=64"`
	Name facts.Text `key:"name"`
	// When are the conditions. Only the last case under a first match may do
	// without: it is for everybody whom no case before it fits.
	When facts.When `key:"when"`
	// Amount is what the case comes to, not below 0.
	Amount decimal.Decimal `key:"amount,required"`
	// Duty is the work that the case asks for, in words. An award asks for
	// none.
	Duty facts.Text `key:"duty"`
}

// cases are compiled cases.
type cases struct {
	match Match
	list  []oneCase
}

type oneCase struct {
	name  facts.Text
	when  columns.When
	cents int64
	duty  facts.Text
}

// compileCases compiles the cases under the key cases and how they match under
// the key match.
func compileCases(c *compiler, match Match, list []Case) cases {
	if match == "" {
		c.At("match").Fail(facts.CodeRequired, "first or all", "")
	} else {
		columns.CheckWord(c.At("match"), match)
	}
	if len(list) == 0 {
		c.At("cases").Fail(facts.CodeRequired, "at least one case", "")
	}
	out := cases{match: match}
	seen := map[string]bool{}
	for i := range list {
		doc, at := &list[i], c.At("cases").Index(i)
		if seen[doc.ID] && doc.ID != "" {
			at.At("id").Fail(facts.CodeIDDuplicate, "an id of its own", doc.ID)
		}
		seen[doc.ID] = true
		if len(doc.When) == 0 && (match != FirstMatch || i < len(list)-1) {
			at.At("when").Fail(facts.CodeRequired, "a condition, which only the last case under match first may do without", "")
		}
		out.list = append(out.list, oneCase{
			name: doc.title(i), when: c.schema.When(at.At("when"), doc.When),
			cents: c.cents(at.At("amount"), doc.Amount), duty: doc.Duty,
		})
	}
	return out
}

// title is the case's name, its id, or its number.
func (k *Case) title(i int) facts.Text {
	switch {
	case k.Name != (facts.Text{}):
		return k.Name
	case k.ID != "":
		return facts.Text{ZH: k.ID, EN: k.ID}
	}
	number := "#" + strconv.Itoa(i+1)
	return facts.Text{ZH: number, EN: number}
}

// pay finds the cases that count for a row, by their indexes, and adds their
// amounts up. A value that a condition needs and that is not there is named by
// the outcome.
func (cs cases) pay(t *columns.Table, row int32) (sum int64, hits []int, o outcome) {
	var total fix.Sum
	for i := range cs.list {
		holds, state, lack := cs.list[i].when.Holds(t, row)
		if state != explain.Known {
			return 0, nil, outcome{state: state, lack: lack}
		}
		if !holds {
			continue
		}
		hits = append(hits, i)
		total.Add(cs.list[i].cents)
		if cs.match == FirstMatch {
			break
		}
	}
	sum, ok := total.Int64()
	if !ok {
		return 0, nil, outcome{state: explain.Overflow}
	}
	return sum, hits, outcome{}
}

// looked tells the values that the conditions looked at, each once: those of
// every case, or under a first match of the cases up to the one that counts.
func (cs cases) looked(t *columns.Table, row int32, hits []int) []explain.Step {
	list := cs.list
	if cs.match == FirstMatch && len(hits) > 0 {
		list = list[:hits[0]+1]
	}
	var out []explain.Step
	told := map[string]bool{}
	for i := range list {
		for _, step := range list[i].when.Explain(t, row) {
			if !told[step.Clause] {
				told[step.Clause] = true
				out = append(out, step)
			}
		}
	}
	return out
}
