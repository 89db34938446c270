package payout

import (
	"slices"

	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/scoring"
	"github.com/cspay/cspay/scoring/facts"
)

// Restraints are what may keep pay back, or keep deductions from it: red
// lines, the guard of the law, and accounts that charge events.
type Restraints struct {
	RedLines *scoring.RedLines
	Guard    Guard
	// Laws are the jurisdictions that a guard may name, by id.
	Laws     map[string]Jurisdiction
	Accounts *scoring.Sheet
}

// Restrain compiles the restraints of a policy into its pay. Problems are
// reported below c, by the keys red_lines and guard.
func (s *Sheet) Restrain(r Restraints, rounding Rounding, schema *columns.Schema, c facts.Check) {
	s.red = r.RedLines
	for i, l := range r.RedLines.Docs() {
		for k, id := range l.Items {
			if slices.Contains(l.Items[:k], id) {
				c.At("red_lines").Index(i).At("items").Index(k).Fail(facts.CodeNameDuplicate, "each item once", id)
				continue
			}
			s.name(id, l.Effect, c.At("red_lines").Index(i).At("items").Index(k))
		}
	}
	s.guard = r.Guard.compile(schema, r.Laws, rounding.Losses, c.At("guard"))
	if s.guard != nil && s.guard.once {
		s.chargeOnce(r.Accounts)
	}
}

// name checks an item that a red line is about. Base pay is agreed for the work
// of the month, and what takes from the pay gives nothing that could be kept
// back: neither can pay nothing.
func (s *Sheet) name(id string, effect scoring.Effect, c facts.Check) {
	ids := make([]string, len(s.items))
	for i := range s.items {
		ids[i] = s.items[i].doc.ID
	}
	at := slices.Index(ids, id)
	if at < 0 {
		c.Fail(facts.CodeNameUnknown, columns.OrNearest("the id of a pay item", id, ids), id)
		return
	}
	switch it := &s.items[at]; {
	case effect != scoring.PayZero:
	case it.penal != nil:
		c.Fail(facts.CodeOneOf, "an item that pays: this one takes", id)
	case it.base:
		c.Fail(facts.CodeOneOf, "an item of the variable part: base pay is for work that was done; see part", id)
	}
}
