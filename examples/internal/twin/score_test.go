package twin

import (
	"math/big"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestZW10_ExclusionsComeOffBothPartsBeforeTheRate(t *testing.T) {
	a := plain(t, "A", "after_sales", "2026-06-01")
	a.Days[0].Values["conversations"], a.Days[0].Values["slow"] = num(t, "200"), num(t, "8")
	five := map[string]*big.Rat{"slow": num(t, "5"), "conversations": num(t, "5")}
	for name, c := range map[string]struct {
		exclusions            []Exclusion
		slow, of, weight, pay string
	}{
		"nothing excluded, 8 of 200":        {nil, "8.00", "200.00", "200.00", "97.00"},
		"off the month, 3 of 195":           {[]Exclusion{{Agent: "A", Subtract: five}}, "3.00", "195.00", "200.00", "100.00"},
		"off the day's row, weight as well": {[]Exclusion{{Agent: "A", Date: "2026-06-01", Subtract: five}}, "3.00", "195.00", "195.00", "100.00"},
	} {
		t.Run(name, func(t *testing.T) {
			s := run(t, Month{Period: "2026-06", Agents: []Agent{a}, Exclusions: c.exclusions})["A"]
			assert.Equal(t, c.slow, fixed(s.sums["slow"]))
			assert.Equal(t, c.of, fixed(s.sums["conversations"]))
			assert.Equal(t, c.weight, fixed(s.weight))
			assert.Equal(t, "30.00", fixed(div(s.weighted, s.weight)))
			assert.Equal(t, c.pay, fixed(s.score))
		})
	}
}

func TestZW10_AnExcludedRowKeepsItsAttendanceOnly(t *testing.T) {
	a := plain(t, "A", "after_sales", "2026-06-01")
	bad := plain(t, "A", "after_sales", "2026-06-02").Days[0]
	bad.Values["response"], bad.Values["slow"] = num(t, "300"), num(t, "50")
	a.Days = append(a.Days, bad)
	s := run(t, Month{
		Period: "2026-06", Agents: []Agent{a}, Exclusions: []Exclusion{{Agent: "A", Date: "2026-06-02"}},
	})["A"]
	assert.Equal(t, 2, s.workedDays)
	assert.Equal(t, "50.00", fixed(s.sums["conversations"]))
	assert.Equal(t, "50.00", fixed(s.weight))
	assert.Equal(t, "100.00", fixed(s.score))
}

func TestTheMeanResponseIsWeightedByConversations(t *testing.T) {
	a := plain(t, "A", "after_sales", "2026-06-01")
	slow := plain(t, "A", "after_sales", "2026-06-02").Days[0]
	slow.Values["response"], slow.Values["conversations"], slow.Values["slow"] = num(t, "60"), num(t, "25"), zero()
	a.Days = append(a.Days, slow)
	// (30 x 50 + 60 x 25) / 75 = 40 seconds, of 20 points 20 x 30 / 40 = 15.
	s := run(t, Month{Period: "2026-06", Agents: []Agent{a}})["A"]
	assert.Equal(t, "40.00", fixed(div(s.weighted, s.weight)))
	assert.Equal(t, "95.00", fixed(s.score))
}

func TestAttainmentRunsFromFloorToCap(t *testing.T) {
	ten := whole(10)
	for name, c := range map[string]struct {
		share *big.Rat
		want  string
	}{
		"target 30 s, actual 40 s is 7.50 of 10":   {lowerIsBetter(whole(40), whole(30)), "7.50"},
		"on target by ratio":                       {lowerIsBetter(whole(30), whole(30)), "10.00"},
		"faster than the target is capped":         {lowerIsBetter(whole(29), whole(30)), "10.00"},
		"actual 0 is the cap":                      {lowerIsBetter(zero(), whole(30)), "10.00"},
		"higher, on target":                        {higherIsBetter(frac(95, 100), frac(95, 100)), "10.00"},
		"higher, above target is capped":           {higherIsBetter(frac(96, 100), frac(95, 100)), "10.00"},
		"higher, half the target":                  {higherIsBetter(frac(60, 100), frac(120, 100)), "5.00"},
		"higher, nothing":                          {higherIsBetter(zero(), frac(120, 100)), "0.00"},
		"higher, a third rounds down":              {higherIsBetter(frac(1, 3), whole(1)), "3.33"},
		"higher, two thirds round up":              {higherIsBetter(frac(2, 3), whole(1)), "6.67"},
		"exactly half a hundredth rounds up":       {higherIsBetter(frac(12345, 100000), whole(1)), "1.23"},
		"exactly half a hundredth of 10 rounds up": {higherIsBetter(frac(2345, 10000), whole(1)), "2.35"},
	} {
		t.Run(name, func(t *testing.T) {
			assert.Equal(t, c.want, fixed(roundHalfUp(mul(ten, c.share))))
		})
	}
}

func TestSlowRepliesFallIntoBands(t *testing.T) {
	for name, c := range map[string]struct{ rate, want string }{
		"none":                 {"0", "1.00"},
		"exactly 2%":           {"0.02", "1.00"},
		"a hair above 2%":      {"0.0200001", "0.80"},
		"exactly 4%":           {"0.04", "0.80"},
		"a hair above 4%":      {"0.0400001", "0.50"},
		"exactly 6%":           {"0.06", "0.50"},
		"a hair above 6%":      {"0.0600001", "0.00"},
		"3 of 195 is below 2%": {"3/195", "1.00"},
	} {
		t.Run(name, func(t *testing.T) {
			assert.Equal(t, c.want, fixed(slowShare(num(t, c.rate))))
		})
	}
}

func TestBadReviewsCostAllPointsOverTheLimit(t *testing.T) {
	for n, want := range map[int]string{0: "100.00", 3: "100.00", 4: "95.00", 9: "95.00"} {
		s := run(t, Month{
			Period: "2026-06", Agents: []Agent{plain(t, "A", "after_sales", "2026-06-01")},
			Events: repeated("bad_review", "A", "2026-06-12", n),
		})["A"]
		assert.Equal(t, want, fixed(s.score), "%d bad reviews", n)
	}
}

func TestPointsThatDoNotApplyAreSpreadOverTheOthers(t *testing.T) {
	one := whole(1)
	// The example of the specification: 5 + 20 + 20 carrying 60.
	lines := pointsOf([]indicator{{whole(5), one}, {whole(15), nil}, {whole(20), one}, {whole(20), one}})
	assert.Equal(t, []string{"6.67", "26.67", "26.66"}, fixedAll(lines))

	// Nobody rated: 75 points carry the 100 of the whole scheme.
	a := plain(t, "A", "after_sales", "2026-06-01")
	a.Days[0].Values["satisfied"], a.Days[0].Values["ratings"] = zero(), zero()
	a.Days[0].Values["answers"] = num(t, "60") // half of 13.33
	s := run(t, Month{Period: "2026-06", Agents: []Agent{a}})["A"]
	assert.Equal(t, "93.34", fixed(s.score)) // 100 - 13.33 + 6.67
}

func TestWhoWorkedNoDayHasNoScoreAndNoPlace(t *testing.T) {
	away := plain(t, "A", "pre_sales", "2026-06-01")
	away.Days = []Day{{Date: "2026-06-01", Attendance: "paid_leave"}}
	sheets := run(t, Month{Period: "2026-06", Agents: []Agent{away, plain(t, "B", "pre_sales", "2026-06-01")}})
	assert.Nil(t, sheets["A"].score)
	assert.Zero(t, sheets["A"].scorePlace)
	assert.Zero(t, sheets["A"].salesPlace)
	assert.Equal(t, []string{"base 3000.00", "commission 0.00", "bonus 0.00", "fund 100.00", "champion 0.00"}, amounts(sheets["A"]))
	assert.Equal(t, 1, sheets["B"].scorePlace)
}
