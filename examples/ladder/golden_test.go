package ladder

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/cspay/cspay/scoring/facts"
)

// The golden numbers of the specification, on the real policy and on months of
// a few agents.

func TestTM9(t *testing.T) {
	sat := func(id, mark, total, tests string) facts.Agent {
		return settler(t, id, map[string]string{"dsr": "4.9", "exam_mark": mark, "test_total": total, "tests": tests})
	}
	for _, c := range []struct {
		it     string
		agents []facts.Agent
		want   map[string]string
	}{
		{
			"TM9: 92 and a mean of 85 are 89.9: 100 for the first, not 150, and 50 for the second",
			[]facts.Agent{sat("A", "92", "340", "4"), sat("B", "91", "340", "4")},
			map[string]string{"A": "100.00", "B": "50.00"},
		},
		{
			"TM9: who has 89.9 in second place has 50",
			[]facts.Agent{sat("A", "92", "340", "4"), sat("B", "92", "341", "4")},
			map[string]string{"A": "50.00", "B": "100.00"},
		},
		{
			"TM9: exactly 80.0 passes, 79.9 does not",
			[]facts.Agent{sat("A", "99", "99", "1"), sat("B", "80", "80", "1"), sat("C", "79", "82", "1")},
			map[string]string{"A": "100.00", "B": "50.00", "C": "0.00"},
		},
		{
			"TM9: a first with 79.9 gets nothing",
			[]facts.Agent{sat("A", "79", "82", "1"), sat("B", "60", "60", "1")},
			map[string]string{"A": "0.00", "B": "0.00"},
		},
		{
			"TM9: two who are first both get 100, by different marks: 64.4 + 25.5 and 65.1 + 24.8",
			[]facts.Agent{sat("A", "92", "340", "4"), sat("B", "93", "248", "3"), sat("C", "85", "85", "1")},
			map[string]string{"A": "100.00", "B": "100.00", "C": "50.00"},
		},
		{
			"TM9: who did not sit is not ranked",
			[]facts.Agent{settler(t, "A", map[string]string{"dsr": "4.9"}), sat("B", "80", "80", "1")},
			map[string]string{"A": "0.00", "B": "100.00"},
		},
	} {
		t.Run(c.it, func(t *testing.T) {
			r := closed(t, small(t, c.agents...))
			for id, want := range c.want {
				assert.Equal(t, want, paid(t, r, id, "exam_award"), id)
			}
		})
	}
}

func TestTM10(t *testing.T) {
	for _, c := range []struct{ it, speed, accuracy, want string }{
		{"TM10: 100 at 90% is 100", "100", "90", "100.00"},
		{"TM10: 99 at 90% is 50", "99", "90", "50.00"},
		{"TM10: 100 at 89.9% is nothing, not 50", "100", "89.9", "0.00"},
		{"TM10: 80 at 90% is 50", "80", "90", "50.00"},
		{"TM10: 79.9 at 100% is nothing", "79.9", "100", "0.00"},
	} {
		t.Run(c.it, func(t *testing.T) {
			r := closed(t, small(t, settler(t, "A", map[string]string{"dsr": "4.9", "typing_speed": c.speed, "typing_accuracy": c.accuracy})))
			assert.Equal(t, c.want, paid(t, r, "A", "typing_award"))
		})
	}
	t.Run("TM10: nobody types in a month and nothing is paid", func(t *testing.T) {
		r := closed(t, small(t, settler(t, "A", map[string]string{"dsr": "4.9"})))
		assert.Equal(t, "0.00", paid(t, r, "A", "typing_award"))
	})
	t.Run("TM10: one month below standard costs nothing", func(t *testing.T) {
		r := closed(t, small(t, settler(t, "A", map[string]string{"dsr": "4.9", "typing_speed": "59", "typing_accuracy": "95"})))
		assert.Equal(t, "0.00", paid(t, r, "A", "typing_penalty"))
	})
}

// TestTM11 pays at a target of 13,000.00 on 26 days, 338,000.00, of which 60%
// are 202,800.00. The last agent makes the shop's mean and nothing else.
func TestTM11(t *testing.T) {
	const enough = "202800.00"
	for _, c := range []struct {
		it     string
		agents []facts.Agent
		want   map[string]string // award and penalty together
	}{
		{
			"TM11: rank 1 with 1.95 is 300",
			[]facts.Agent{seller(t, "A", enough, "195", "100"), seller(t, "Z", enough, "185", "100")},
			map[string]string{"A": "300.00"},
		},
		{
			"TM11: rank 1 with exactly 1.90 is 200",
			[]facts.Agent{seller(t, "A", enough, "190", "100"), seller(t, "Z", enough, "185", "100")},
			map[string]string{"A": "200.00"},
		},
		{
			"TM11: rank 2 with 1.90 is 200",
			[]facts.Agent{seller(t, "A", enough, "190", "100"), seller(t, "B", enough, "195", "100"), seller(t, "Z", enough, "180", "100")},
			map[string]string{"A": "200.00", "B": "300.00"},
		},
		{
			"TM11: two of rank 1 with 1.95 are 300 each",
			[]facts.Agent{seller(t, "A", enough, "195", "100"), seller(t, "B", enough, "390", "200"), seller(t, "Z", enough, "180", "100")},
			map[string]string{"A": "300.00", "B": "300.00"},
		},
		{
			"TM11: 1.89 with a shop mean of 1.85 is nothing", // (189 + 181) / 200
			[]facts.Agent{seller(t, "A", enough, "189", "100"), seller(t, "Z", enough, "181", "100")},
			map[string]string{"A": "0.00"},
		},
		{
			"TM11: 1.80 with a shop mean of 1.85 is -10",
			[]facts.Agent{seller(t, "A", enough, "180", "100"), seller(t, "Z", enough, "190", "100")},
			map[string]string{"A": "-10.00"},
		},
		{
			"TM11: the mean itself costs nothing",
			[]facts.Agent{seller(t, "A", enough, "180", "100"), seller(t, "Z", enough, "1800", "1000")},
			map[string]string{"A": "0.00", "Z": "0.00"},
		},
		{
			"TM11: rank 3 with 1.95 and a shop mean of 2.00 is 200 - 10 = 190", // 800 / 400
			[]facts.Agent{
				seller(t, "A", enough, "195", "100"), seller(t, "B", enough, "205", "100"),
				seller(t, "C", enough, "208", "100"), seller(t, "Z", enough, "192", "100"),
			},
			map[string]string{"A": "190.00"},
		},
		{
			"TM11: below 60% of the target nobody gets 300 or 200 and the -10 still applies",
			[]facts.Agent{seller(t, "A", "202799.99", "195", "100"), seller(t, "B", "202799.99", "190", "100"), seller(t, "Z", enough, "180", "100")},
			map[string]string{"A": "0.00", "B": "0.00", "Z": "-10.00"},
		},
		{
			"TM11: the mean is weighted by customers, not a mean of means",
			[]facts.Agent{seller(t, "A", enough, "185", "100"), seller(t, "Z", enough, "1800", "1000")}, // 1.8045
			map[string]string{"A": "0.00", "Z": "-10.00"},
		},
	} {
		t.Run(c.it, func(t *testing.T) {
			r := closed(t, small(t, c.agents...))
			for id, want := range c.want {
				sum := d(paid(t, r, id, "items_award")).Add(d(paid(t, r, id, "items_penalty")))
				assert.Equal(t, want, sum.StringFixed(2), id)
			}
		})
	}
}

func TestTM11_Duty(t *testing.T) {
	r := closed(t, small(t, seller(t, "A", "0.00", "180", "100"), seller(t, "Z", "0.00", "190", "100")))
	duties := func(agent string) []string {
		slip, ok := r.Slip(agent)
		assert.True(t, ok)
		var out []string
		for _, l := range slip.Lines() {
			if l.Duty != (facts.Text{}) {
				out = append(out, l.Item+" "+l.Text()+" "+l.Duty.EN)
			}
		}
		return out
	}
	assert.Equal(t, []string{"items_penalty 0.00 30 minutes of product study"}, duties("A"), "TM11: below the mean")
	assert.Empty(t, duties("Z"), "TM11: above it")
}

func TestTM12(t *testing.T) {
	for _, c := range []struct {
		it            string
		events        []string
		marks         []string
		award, missed string
	}{
		{"TM12: talk passed and a mark of 80 is 100", []string{"summary_submitted", "trial_talk_passed"}, []string{"80", "80", "80"}, "100.00", "0.00"},
		{"TM12: written but below the mark is 0, not -5", []string{"summary_submitted", "trial_talk_passed"}, []string{"80", "80", "79"}, "0.00", "0.00"},
		{"TM12: written but the talk not passed is 0", []string{"summary_submitted"}, []string{"90", "90"}, "0.00", "0.00"},
		{"TM12: no summary is -5", nil, nil, "0.00", "-5.00"},
		{"TM12: not one's own work is no award", []string{"summary_submitted", "trial_talk_passed", "not_own_work"}, []string{"90", "90"}, "0.00", "0.00"},
		{"TM12: one mark is no mark", []string{"summary_submitted", "trial_talk_passed"}, []string{"90"}, "0.00", "0.00"},
	} {
		t.Run(c.it, func(t *testing.T) {
			m := small(t, settler(t, "A", map[string]string{"dsr": "4.9"}))
			happened(t, &m, "A", c.events...)
			for i, mark := range c.marks {
				voter := []facts.Ballot{{Voter: "陶文静", Role: "supervisor"}, {Voter: "易安", Role: "trainer"}, {Voter: "郑和平", Role: "hr"}}[i]
				voter.Topic, voter.Agent, voter.Score, voter.Evidence = "committee", "A", d(mark), "评分表"
				m.Ballots = append(m.Ballots, voter)
			}
			r := closed(t, m)
			assert.Equal(t, c.award, paid(t, r, "A", "summary_award"))
			assert.Equal(t, c.missed, paid(t, r, "A", "summary_penalty"))
		})
	}
	t.Run("TM12: with no award or performance pay the -5 stands in uncollected in full", func(t *testing.T) {
		m := small(t, agent(t, "A", "trainer", nil, nil))
		m.Ballots = nil
		r := closed(t, m)
		slip, _ := r.Slip("A")
		assert.Equal(t, "0.00", paid(t, r, "A", "summary_penalty"), "taken and given back")
		assert.Equal(t, "5.00", slip.Uncollected().StringFixed(2))
		assert.Equal(t, "3000.00", slip.Total().StringFixed(2), "base pay is never touched")
	})
}

func TestTM13(t *testing.T) {
	for _, c := range []struct{ it, sales, want string }{
		{"TM13: 338,000, the target itself, is 0", "338000.00", "0.00"},
		{"TM13: 371,799.99 is not yet a step", "371799.99", "0.00"},
		{"TM13: 405,599, 119.99%, is 100", "405599.00", "100.00"},
		{"TM13: 405,600, 120%, is 200", "405600.00", "200.00"},
		{"TM13: 507,000, 150%, is 500", "507000.00", "500.00"},
		{"TM13: there is no cap: 1,690,000, 500%, is 4,000", "1690000.00", "4000.00"},
	} {
		t.Run(c.it, func(t *testing.T) {
			assert.Equal(t, c.want, paid(t, closed(t, small(t, seller(t, "A", c.sales, "0", "0"))), "A", "overachievement"))
		})
	}
	t.Run("TM13: the market store's 11,000 on 26 days are 286,000, of which 120% are 343,200", func(t *testing.T) {
		for sales, want := range map[string]string{"343199.99": "100.00", "343200.00": "200.00"} {
			a := seller(t, "A", sales, "0", "0")
			a.Values["day_target"] = d("11000.00")
			assert.Equal(t, want, paid(t, closed(t, small(t, a)), "A", "overachievement"), sales)
		}
	})
}
