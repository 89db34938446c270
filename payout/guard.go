package payout

import (
	"maps"
	"slices"

	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/internal/fix"
	"github.com/cspay/cspay/scoring/facts"
)

// Guard holds deductions within the law of a jurisdiction. It never changes a
// score or what is earned, only what may be taken from it; the rest is
// uncollected. The zero Guard guards nothing.
type Guard struct {
	// Jurisdiction is the id of the jurisdiction whose law applies.
	Jurisdiction string `key:"jurisdiction,required" validate:"required,max=64"`
	// Region is the region whose minimum wage applies.
	Region string `key:"region,required" validate:"required,max=64"`
	// Probation guards the pay of agents in the trial period.
	Probation *ProbationGuard `key:"probation"`
	// Penalties says whether one event may be charged by several clauses; once
	// when left out.
	Penalties Penalties `key:"penalties"`
	facts.Cite
}

// IsZero reports whether a policy states no guard.
func (g Guard) IsZero() bool {
	return g.Jurisdiction == "" && g.Region == "" && g.Probation == nil && g.Penalties == "" &&
		g.Source == "" && !g.Sample.All && len(g.Sample.Keys) == 0
}

// ProbationGuard is the floor of pay in the trial period: a share of the wage
// agreed for the post, and never below the minimum wage.
type ProbationGuard struct {
	// Agreed is the metric that holds the agreed wage of the post, or the
	// lowest of the same post.
	Agreed string `key:"agreed,required" validate:"max=64"`
	// Below says what pay below the floor means; it has no default.
	Below BelowFloor `key:"below,required"`
}

// BelowFloor says what becomes of pay below the floor of the trial period.
type BelowFloor string

// The fates of pay below the floor.
const (
	TopUp  BelowFloor = "top_up" // the difference is paid
	Review BelowFloor = "review" // a line of 0.00 tells that a person has to look
)

// Words returns the known fates.
func (BelowFloor) Words() []string { return []string{"top_up", "review"} }

// Penalties says how often one event may cost money.
type Penalties string

// The ways. The empty one is OncePerEvent.
const (
	OncePerEvent Penalties = "once" // by the first clause that charges it: accounts, then the plan in its order
	EachClause   Penalties = "each" // by every clause that charges it
)

// Words returns the known ways.
func (Penalties) Words() []string { return []string{"once", "each"} }

// guard is a compiled Guard.
type guard struct {
	doc    Guard
	law    Jurisdiction
	region Region
	agreed columns.Ref
	mode   fix.Mode // of the ceiling
	once   bool
}

// compile resolves the guard against the jurisdictions there are, which were
// checked; nil for the zero Guard. What is in force is known with the month.
func (g Guard) compile(schema *columns.Schema, laws map[string]Jurisdiction, mode fix.Mode, c facts.Check) *guard {
	if g.IsZero() {
		return nil
	}
	out := &guard{doc: g, mode: mode, once: g.Penalties != EachClause}
	out.find(laws, c)
	if g.Penalties != "" {
		columns.CheckWord(c.At("penalties"), g.Penalties)
	}
	if p := g.Probation; p != nil {
		out.compileProbation(schema, c.At("probation"))
	}
	return out
}

// find looks the jurisdiction and the region up.
func (g *guard) find(laws map[string]Jurisdiction, c facts.Check) {
	id, region := g.doc.Jurisdiction, g.doc.Region
	law, ok := laws[id]
	switch {
	case id == "":
		c.At("jurisdiction").Fail(facts.CodeRequired, "the id of a jurisdiction", "")
		return
	case !ok:
		ids := slices.Sorted(maps.Keys(laws))
		c.At("jurisdiction").Fail(facts.CodeNameUnknown, columns.OrNearest("a jurisdiction that is loaded", id, ids), id)
		return
	}
	g.law = law
	switch g.region, ok = law.Regions[region]; {
	case region == "":
		c.At("region").Fail(facts.CodeRequired, "a region of "+id, "")
	case !ok:
		c.At("region").Fail(facts.CodeNameUnknown, columns.OrNearest("a region of "+id, region, slices.Sorted(maps.Keys(law.Regions))), region)
	}
}

func (g *guard) compileProbation(schema *columns.Schema, c facts.Check) {
	kept := *g.doc.Probation
	g.doc.Probation = &kept
	in := &compiler{Check: c, schema: schema}
	g.agreed = in.money("agreed", kept.Agreed)
	if kept.Below == "" {
		c.At("below").Fail(facts.CodeRequired, "top_up or review", "")
	} else {
		columns.CheckWord(c.At("below"), kept.Below)
	}
}
