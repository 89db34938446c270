package payout_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/payout"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

func TestWhatIsInForce(t *testing.T) {
	t.Parallel()
	law := china()
	for day, want := range map[string]string{
		"1994-12-31": "nothing", "1995-01-01": "1995-01-01", "2007-12-31": "1995-01-01", "2008-01-01": "2008-01-01", "2026-01-31": "2008-01-01",
	} {
		got, ok := law.At(on(day))
		text := "nothing"
		if ok {
			text = got.From.String()
		}
		assert.Equal(t, want, text, day)
	}
	for day, want := range map[string]string{
		"2021-07-31": "nothing", "2021-08-01": "2360.00", "2022-12-31": "2360.00", "2023-01-01": "2490.00",
	} {
		got, ok := law.Regions["city"].At(on(day))
		text := "nothing"
		if ok {
			text = got.Monthly.StringFixed(2)
		}
		assert.Equal(t, want, text, day)
	}
}

func TestJurisdictionCheck(t *testing.T) {
	t.Parallel()
	days, many := -1, 367
	c := facts.NewCheck()
	payout.Jurisdiction{
		Format: "cspay/v1",
		Laws: []payout.Law{
			{From: on("2008-01-01"), DeductionCeiling: ptr("1.000001"), ProbationFloor: ptr("-0.1"), NoticeDays: &days},
			{From: on("2008-01-01"), DeductionCeiling: ptr("1"), ProbationFloor: ptr("0"), NoticeDays: &many},
			{},
		},
		Regions: map[string]payout.Region{
			"bare": {},
			"city": {MinimumWages: []payout.MinimumWage{{From: on("2023-01-01"), Monthly: d("-1")}, {From: on("2022-01-01"), Monthly: d("1.001")}}},
		},
	}.Check(c)
	assert.Equal(t, map[string]facts.Code{
		"format": facts.CodePolicyFormat, "id": facts.CodeRequired,
		"laws[0].deduction_ceiling": facts.CodeRateAboveOne, "laws[0].probation_floor": facts.CodeNumberNegative, "laws[0].notice_days": facts.CodeNumberRange,
		"laws[1].from": facts.CodeDateOrder, "laws[1].notice_days": facts.CodeNumberRange, "laws[2].from": facts.CodeRequired,
		"regions.bare.minimum_wages":            facts.CodeRequired,
		"regions.city.minimum_wages[0].monthly": facts.CodeNumberNegative,
		"regions.city.minimum_wages[1].from":    facts.CodeDateOrder, "regions.city.minimum_wages[1].monthly": facts.CodeNumberScale,
	}, codes(t, c.Err()))

	c = facts.NewCheck()
	payout.Jurisdiction{}.Check(c)
	assert.Equal(t, map[string]facts.Code{"id": facts.CodeRequired, "laws": facts.CodeRequired}, codes(t, c.Err()))
	c = facts.NewCheck()
	china().Check(c)
	require.NoError(t, c.Err())
}

// TestTheGuardCitesTheLaw: a line says where its limit is written, and whether
// the figures of that limit are samples.
func TestTheGuardCitesTheLaw(t *testing.T) {
	t.Parallel()
	bounds := lawful()
	bounds.Laws[0].Laws[1].Source = "Article 16"
	bounds.Laws[0].Regions["city"] = payout.Region{MinimumWages: []payout.MinimumWage{
		{From: on("2023-01-01"), Monthly: d("2490"), Cite: facts.Cite{Source: "City notice", Sample: facts.Sample{All: true}}},
	}}
	items := []payout.Item{base(), {ID: "freight", Pay: freight("1")}}
	told := func(guard string) map[explain.Code][2]any {
		bounds := bounds
		bounds.Guard.Source = guard
		out := map[explain.Code][2]any{}
		for _, step := range settle(t, items, bounds, payCase{given: "wage=2800", events: "8 freight=800"}).Explain().Steps {
			if step.Clause == "guard" {
				out[step.Code] = [2]any{step.Source, step.Sample}
			}
		}
		return out
	}
	assert.Equal(t, map[explain.Code][2]any{
		"settle.ceiling": {"Article 16", false}, "settle.minimum_wage": {"City notice", true},
	}, told(""))
	assert.Equal(t, map[explain.Code][2]any{
		"settle.ceiling": {"handbook 9", false}, "settle.minimum_wage": {"handbook 9", true},
	}, told("handbook 9"), "the handbook's own place stands before the law's")
}
