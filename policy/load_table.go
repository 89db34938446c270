package policy

import (
	"github.com/shopspring/decimal"

	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/internal/fix"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// LoadTable compares metrics by reception load. It is for managers: a band of
// one agent shows that agent's own numbers. The zero LoadTable has no bands.
type LoadTable struct {
	// Policy and Name are the policy's id and name, Period is the month.
	Policy string
	Name   facts.Text
	Period facts.Period
	// By is the metric whose units per day are the load.
	By  LoadMetric
	Per LoadPer
	// Metrics are the columns of the table, in the order of the query.
	Metrics []LoadMetric
	// Bands have the least load first; All takes the bands together.
	Bands []LoadBand
	All   LoadBand
	// Without is how many agents or days worked have no load: no day worked, or
	// units that are not known. No band has them.
	Without int
}

// LoadMetric names a metric of a table.
type LoadMetric struct {
	ID   string
	Name facts.Text
	Unit facts.Unit
	// Quotient tells a ratio or a mean from a sum.
	Quotient bool
}

// LoadBand is a row of a table.
type LoadBand struct {
	// AtLeast and Under bound a band of a query with bands; nil where the band
	// is open, and for groups.
	AtLeast, Under *decimal.Decimal
	// Least and Most are the least and the greatest load in the band, in units
	// per day.
	Least, Most LoadNumber
	// Count is how many agents or days worked the band has, and Days how many
	// days worked these are.
	Count, Days int
	// Load is all units of the band over all its days worked.
	Load LoadNumber
	// Figures belong to the table's metrics.
	Figures []LoadFigure
}

// LoadFigure is what a metric comes to in a band.
type LoadFigure struct {
	// Value is the sum, or the sum of the numerators over that of the
	// denominators: never a mean of means.
	Value LoadNumber
	// PerDay is a sum over the days worked that it came from; a quotient has
	// none.
	PerDay LoadNumber
	// Of is how many of the band's agents or days have a value.
	Of int
}

// LoadNumber is an exact number, Num over Den. The zero LoadNumber is of no
// use.
type LoadNumber struct {
	// Num and Den are exact and Den is above 0; both are 0 where nothing is
	// known.
	Num, Den decimal.Decimal
	// Text is Num over Den rounded half up to the metric's decimals, and to two
	// at least for a load and for what a day brings; "" where nothing is known.
	Text string
	// State says whether the number is there and why not.
	State explain.State
}

// CompareLoad compares the metrics of a query by reception load. It returns
// [Problems] with every fault of the query by its key, such as load.metrics[0].
func (r *Result) CompareLoad(q LoadQuery) (LoadTable, error) {
	c := facts.NewCheck()
	plan := q.compile(r.policy.schema, c.At("load"))
	if err := locate("", nil, c.Problems()).err(); err != nil {
		return LoadTable{}, err
	}
	table := LoadTable{
		Policy: r.policy.doc.ID, Name: r.policy.doc.Name, Period: r.Period(),
		By: loadMetric(plan.by), Per: LoadAgents,
	}
	if plan.days {
		table.Per = LoadDays
	}
	for _, a := range plan.metrics {
		table.Metrics = append(table.Metrics, loadMetric(a))
	}
	var units []loadUnit
	units, table.Without = plan.units(r.t)
	table.All = plan.band(r.t, units)
	for _, p := range plan.parts(units) {
		band := plan.band(r.t, p.units)
		band.AtLeast, band.Under = p.atLeast, p.under
		table.Bands = append(table.Bands, band)
	}
	return table, nil
}

func loadMetric(a columns.Adder) LoadMetric {
	return LoadMetric{ID: a.ID, Name: a.Name, Unit: a.Unit, Quotient: a.Parts()}
}

// band adds up what stands in a row of the table. The units are in the order
// of their load.
func (p *loadPlan) band(t *columns.Table, units []loadUnit) LoadBand {
	out := LoadBand{
		Count: len(units), Figures: make([]LoadFigure, len(p.metrics)),
		Least: p.load(0, 0), Most: p.load(0, 0),
	}
	if len(units) > 0 {
		first, last := units[0], units[len(units)-1]
		out.Least, out.Most = p.load(first.units, first.days), p.load(last.units, last.days)
	}
	var sum fix.Sum
	pools := make([]columns.Pool, len(p.metrics))
	for _, u := range units {
		sum.Add(u.units)
		out.Days += int(u.days)
		for i, a := range p.metrics {
			if p.days {
				a.AddDay(t, u.cell, &pools[i])
			} else {
				a.AddRow(t, u.row, u.days, &pools[i])
			}
		}
	}
	if total, ok := sum.Int64(); ok {
		out.Load = p.load(total, int64(out.Days))
	} else {
		out.Load = LoadNumber{State: explain.Overflow}
	}
	for i, a := range p.metrics {
		out.Figures[i] = LoadFigure{
			Value:  loadNumber(pools[i].Sum(a), a.NumScale, a.DenScale, a.Decimals),
			PerDay: loadNumber(pools[i].PerDay(a), a.NumScale, 0, max(a.Decimals, leastDecimals)),
			Of:     pools[i].Of,
		}
	}
	return out
}

// leastDecimals are what a number per day is rounded to at least.
const leastDecimals = 2

// load is so many units in so many days.
func (p *loadPlan) load(units, days int64) LoadNumber {
	v := columns.Value{Num: units, Den: days}
	if days == 0 {
		v.State = explain.NotApplicable
	}
	return loadNumber(v, p.by.NumScale, 0, max(p.by.Decimals, leastDecimals))
}

// loadNumber writes an exact quotient whose parts have so many decimals.
func loadNumber(v columns.Value, numScale, denScale, decimals int) LoadNumber {
	if v.State != explain.Known {
		return LoadNumber{State: v.State}
	}
	out := LoadNumber{Num: fix.ToDecimal(v.Num, numScale), Den: fix.ToDecimal(v.Den, denScale)}
	mul, den, ok := int64(1), v.Den, true
	if shift := decimals - numScale + denScale; shift >= 0 {
		mul = fix.Pow10(shift)
	} else {
		den, ok = fix.Mul(den, fix.Pow10(-shift))
	}
	rounded, fits := fix.MulDiv(v.Num, mul, den, fix.HalfUp)
	if !ok || !fits {
		return LoadNumber{State: explain.Overflow}
	}
	out.Text = fix.Text(rounded, decimals)
	return out
}
