package payout

import (
	"maps"
	"slices"
	"strconv"

	"github.com/shopspring/decimal"

	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/internal/fix"
	"github.com/cspay/cspay/scoring/facts"
)

func checkJurisdiction(j Jurisdiction, c facts.Check) {
	if j.Format != "" && j.Format != JurisdictionFormat {
		c.At("format").Fail(facts.CodePolicyFormat, JurisdictionFormat, j.Format)
	}
	if j.ID == "" {
		c.At("id").Fail(facts.CodeRequired, "an id", "")
	}
	if len(j.Laws) == 0 {
		c.At("laws").Fail(facts.CodeRequired, "at least one law", "")
	}
	var before facts.Date
	for i := range j.Laws {
		l, at := &j.Laws[i], c.At("laws").Index(i)
		before = inOrder(at.At("from"), before, l.From)
		checkShare(at.At("deduction_ceiling"), l.DeductionCeiling)
		checkShare(at.At("probation_floor"), l.ProbationFloor)
		if l.NoticeDays != nil && (*l.NoticeDays < 0 || *l.NoticeDays > maxNotice) {
			at.At("notice_days").Fail(facts.CodeNumberRange, "0 to 366 days", strconv.Itoa(*l.NoticeDays))
		}
	}
	for _, id := range slices.Sorted(maps.Keys(j.Regions)) {
		at, before := c.At("regions").At(id), facts.Date(0)
		if len(j.Regions[id].MinimumWages) == 0 {
			at.At("minimum_wages").Fail(facts.CodeRequired, "at least one minimum wage", "")
		}
		for i, w := range j.Regions[id].MinimumWages {
			at := at.At("minimum_wages").Index(i)
			before = inOrder(at.At("from"), before, w.From)
			positive(at.At("monthly"), columns.Number(at.At("monthly"), w.Monthly, moneyScale))
		}
	}
}

// maxNotice bounds a notice to a year.
const maxNotice = 366

// inOrder requires a date after the one before it, and returns it.
func inOrder(c facts.Check, before, date facts.Date) facts.Date {
	switch {
	case date == 0:
		c.Fail(facts.CodeRequired, "the day from which it is in force", "")
	case date <= before:
		c.Fail(facts.CodeDateOrder, "a day after "+before.String(), date.String())
	}
	return max(before, date)
}

// checkShare keeps a share that is stated between 0 and 1.
func checkShare(c facts.Check, d *decimal.Decimal) {
	if d == nil {
		return
	}
	if v := positive(c, columns.Number(c, *d, rateScale)); v > fix.Pow10(rateScale) {
		c.Fail(facts.CodeRateAboveOne, "a share of at most 100%", "")
	}
}
