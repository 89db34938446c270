package policy

import (
	"strconv"

	"github.com/shopspring/decimal"

	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/internal/fix"
	"github.com/cspay/cspay/scoring/facts"
)

// LoadQuery asks how other metrics come out by reception load: whether those
// who take more visitors a day convert fewer of them. The zero LoadQuery is
// refused, as By is required.
type LoadQuery struct {
	// By is the metric whose units per day are the load: a sum, a count of
	// events, or a count, money or days given per agent.
	By string
	// Per says whether agents or days are compared; agents when left out.
	Per LoadPer
	// Bands are lower bounds of the load in units per day, each above the one
	// before and each inclusive. What is under the first is a band of its own.
	Bands []decimal.Decimal
	// Groups divides by load into so many groups of equal size instead; 3 when
	// there are no bands either.
	Groups int
	// Metrics are what is compared; left out, every ratio and weighted mean of
	// the policy that adds up.
	Metrics []string
}

// LoadPer says what is compared by its load.
type LoadPer string

// What can be compared. The empty LoadPer is LoadAgents.
const (
	LoadAgents LoadPer = "agents" // agents, each by the month's units over the days worked
	LoadDays   LoadPer = "days"   // days worked of all agents, each by its own units
)

// Words returns what can be compared.
func (LoadPer) Words() []string { return []string{"agents", "days"} }

const (
	// loadScale is the number of decimals a bound of a band can have.
	loadScale = 6
	// maxBands is how many bands or groups there can be.
	maxBands = 100
	// defaultGroups is for a query without bands and groups.
	defaultGroups = 3
)

// loadPlan is a query whose names and numbers are resolved.
type loadPlan struct {
	days    bool
	by      columns.Adder
	metrics []columns.Adder
	bounds  []int64
	groups  int
}

// compile resolves a query and reports every problem at its key below c.
func (q LoadQuery) compile(s *columns.Schema, c facts.Check) loadPlan {
	plan := loadPlan{days: q.Per == LoadDays}
	if q.Per != "" {
		columns.CheckWord(c.At("per"), q.Per)
	}
	find := s.Adder
	if plan.days {
		find = s.DayAdder
	}
	var ok bool
	if q.By == "" {
		c.At("by").Fail(facts.CodeRequired, "the metric whose units per day are the load", "")
	} else if plan.by, ok = find(c.At("by"), q.By); ok && plan.by.Parts() {
		c.At("by").Fail(facts.CodeMetricDerived, "a metric that is one number, not a ratio or a mean", q.By)
	}
	ids := q.Metrics
	if len(ids) == 0 {
		ids = s.Quotients(plan.days)
	}
	seen := map[string]bool{}
	for i, id := range ids {
		at := c.At("metrics").Index(i)
		if seen[id] {
			at.Fail(facts.CodeNameDuplicate, "each metric once", id)
			continue
		}
		seen[id] = true
		if a, ok := find(at, id); ok {
			plan.metrics = append(plan.metrics, a)
		}
	}
	plan.divide(q, c)
	return plan
}

// divide resolves the bands or the groups.
func (p *loadPlan) divide(q LoadQuery, c facts.Check) {
	switch p.groups = q.Groups; {
	case len(q.Bands) > 0 && q.Groups != 0:
		c.At("groups").Fail(facts.CodeOneOf, "bands or groups, not both", strconv.Itoa(q.Groups))
	case len(q.Bands) > maxBands:
		c.At("bands").Fail(facts.CodeNumberRange, "at most 100 bands", strconv.Itoa(len(q.Bands)))
		return
	case len(q.Bands) == 0 && q.Groups == 0:
		p.groups = defaultGroups
	case q.Groups < 0 || q.Groups > maxBands:
		c.At("groups").Fail(facts.CodeNumberRange, "1 to 100 groups", strconv.Itoa(q.Groups))
	}
	for i, d := range q.Bands {
		at := c.At("bands").Index(i)
		v := columns.Number(at, d, loadScale)
		switch {
		case v < 0:
			at.Fail(facts.CodeNumberNegative, "a load not below 0", fix.Text(v, loadScale))
		case i > 0 && v <= p.bounds[i-1]:
			at.Fail(facts.CodeBandOrder, "a bound above the one before", fix.Text(v, loadScale))
		}
		p.bounds = append(p.bounds, v)
	}
}
