package payout_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/payout"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// own pays an agent's sales as they stand: variable pay of any amount.
func own() payout.Commission { return payout.Commission{Metric: "sales", Rate: ptr("1")} }

// fined takes an amount from who has hits: 10.00 as TM9 to TM11 do, 5.00 as
// TM12.
func fined(amount string) payout.Penalty {
	return payout.Penalty{Match: payout.AllMatch, Cases: []payout.Case{
		{When: facts.When{{Metric: "hits", AtLeast: ptr("1")}}, Amount: d(amount)},
	}}
}

func penaltyCases() []payCase {
	typing := payout.Penalty{Match: payout.FirstMatch, Cases: []payout.Case{
		{When: facts.When{{Metric: "mark", Under: ptr("60")}}, Amount: d("10")},
		{When: facts.When{{Metric: "mark", Under: ptr("70")}}, Amount: d("5")},
	}}
	every := typing
	every.Match = payout.AllMatch
	deducted := fined("30")
	deducted.Treatment = payout.Deducted
	return []payCase{
		{it: "TM11: 200 and the -10 of the same month are 190", pay: fined("10"), beside: own(), given: "sales=200, hits=1", want: "190.00"},
		{it: "no case holds", pay: fined("10"), beside: own(), given: "sales=200", want: "200.00"},
		{it: "59.99 is under 60", edge: "under 60", pay: typing, beside: own(), given: "sales=200, mark=59.99", want: "190.00"},
		{it: "60 is not, and under 70", edge: "under 60", pay: typing, beside: own(), given: "sales=200, mark=60", want: "195.00"},
		{it: "69.99 is under 70", edge: "under 70", pay: typing, beside: own(), given: "sales=200, mark=69.99", want: "195.00"},
		{it: "70 is not", edge: "under 70", pay: typing, beside: own(), given: "sales=200, mark=70", want: "200.00"},
		{it: "all cases that hold add up", pay: every, beside: own(), given: "sales=200, mark=59.99", want: "185.00"},
		{it: "a condition on what is not applicable does not hold", pay: typing, beside: own(), given: "sales=200", want: "200.00"},
		{it: "a penalty of all there is", edge: "all of it", pay: fined("10"), beside: own(), given: "sales=10, hits=1", want: "0.00"},
		{it: "a cent more is left", edge: "all of it", pay: fined("10"), beside: own(), given: "sales=10.01, hits=1", want: "0.01"},
		{it: "never below 0", pay: fined("10"), beside: own(), given: "sales=9.99, hits=1", want: "0.00"},
		{it: "nothing to take from", pay: fined("10"), given: "hits=1", want: "0.00"},
		{it: "deducted, it may be taken from base pay", pay: deducted, beside: payout.BasePay{Metric: "wage", Basis: payout.Calendar}, given: "wage=3000, hits=1", want: "2970.00"},
		{it: "a value that a condition needs is missing", pay: payout.Penalty{Match: payout.AllMatch, Cases: []payout.Case{
			{When: facts.When{{Metric: "needed", Under: ptr("1")}}, Amount: d("1")},
		}}, fails: facts.CodeMetricMissing},
	}
}

func TestPenalty(t *testing.T) {
	t.Parallel()
	run(t, penaltyCases())
}

func TestPenaltyCompile(t *testing.T) {
	t.Parallel()
	_, err := payout.Make(plan(payout.Penalty{Match: "some", Treatment: payout.Earned, Cases: []payout.Case{
		{ID: "a", When: facts.When{{Metric: "hit"}}, Amount: d("-1")}, {ID: "a", Amount: d("0.001")},
	}}), terms(), month("2026-01"))
	assert.Equal(t, map[string]facts.Code{
		"pay.items[0].penalty.match":                   facts.CodeWordUnknown,
		"pay.items[0].penalty.treatment":               facts.CodeWordUnknown,
		"pay.items[0].penalty.cases[0].when[0].metric": facts.CodeNameUnknown,
		"pay.items[0].penalty.cases[0].amount":         facts.CodeNumberNegative,
		"pay.items[0].penalty.cases[1].id":             facts.CodeIDDuplicate,
		"pay.items[0].penalty.cases[1].when":           facts.CodeRequired,
		"pay.items[0].penalty.cases[1].amount":         facts.CodeNumberScale,
	}, codes(t, err))

	_, err = payout.Make(payout.Plan{Items: []payout.Item{{ID: "x", Part: payout.BasePart, Pay: fined("1")}}}, terms(), month("2026-01"))
	assert.Equal(t, map[string]facts.Code{"pay.items[0].part": facts.CodeOneOf}, codes(t, err), "a penalty is no part of the pay")
}

// TestDuties: TM10 and TM11 ask for practice and study, which a line of 0.00
// says in both languages.
func TestDuties(t *testing.T) {
	t.Parallel()
	practice := facts.Text{ZH: "每天练习打字 30 分钟", EN: "30 minutes of typing practice a day"}
	typing := payout.Penalty{Match: payout.AllMatch, Cases: []payout.Case{
		{When: facts.When{{Metric: "hits", AtLeast: ptr("1")}}, Amount: d("10"), Duty: practice},
		{When: facts.When{{Metric: "hits", AtLeast: ptr("2")}}, Amount: d("0"), Duty: facts.Text{ZH: "复习", EN: "Revision"}},
	}}
	for _, c := range []struct {
		it, given string
		want      []string
		duties    []facts.Text
	}{
		{"TM10: a line of money and a duty", "sales=200, hits=1", []string{
			"own earned 200.00", "typing not_earned -10.00", "typing not_earned 0.00 duty",
		}, []facts.Text{practice}},
		{"a case that costs nothing has its duty alone", "sales=200, hits=2", []string{
			"own earned 200.00", "typing not_earned -10.00", "typing not_earned 0.00 duty", "typing not_earned 0.00 duty",
		}, []facts.Text{practice, {ZH: "复习", EN: "Revision"}}},
		{"no duty where no case holds", "sales=200", []string{"own earned 200.00", "typing not_earned 0.00"}, nil},
	} {
		t.Run(c.it, func(t *testing.T) {
			t.Parallel()
			s := settle(t, []payout.Item{{ID: "own", Pay: own()}, {ID: "typing", Pay: typing}}, payout.Bounds{}, payCase{given: c.given})
			assert.Equal(t, c.want, told(s))
			var duties []facts.Text
			for _, l := range s.Lines() {
				if l.Reason == payout.Duty {
					duties = append(duties, l.Duty)
					assert.Equal(t, "pay.typing", l.Clause)
				}
			}
			assert.Equal(t, c.duties, duties)
			var said []string
			for _, step := range s.Explain().Steps {
				if step.Code == "settle.duty" {
					said = append(said, step.Sentence(explain.Chinese), step.Sentence(explain.English))
				}
			}
			require.Len(t, said, 2*len(duties))
			for i, duty := range duties {
				assert.Equal(t, "typing:任务:"+duty.ZH, said[2*i])
				assert.Equal(t, "typing: duty: "+duty.EN, said[2*i+1])
			}
		})
	}
}
