package scoring_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/scoring"
	"github.com/cspay/cspay/scoring/facts"
)

// The rows of shop SW with their golden numbers, as a scheme of scoring alone.

// teamwork is the panel of both roles, five of whom vote.
func teamwork() facts.Panel {
	return facts.Panel{
		About: facts.AboutAgent, Roles: []string{"supervisor", "qa", "bot_trainer", "review_manager", "team_lead"},
		Scale: &facts.Scale{Most: d("5")}, Quorum: intp(3),
	}
}

func attribution() facts.Panel {
	return facts.Panel{About: facts.AboutEvent, Roles: []string{"qa", "supervisor", "team_lead", "review_manager"}, Quorum: intp(3)}
}

func swTerms() scoring.Terms {
	rate := func(over, under string) facts.Metric {
		return facts.Metric{Unit: facts.Ratio, Better: facts.Higher, From: facts.From{Ratio: over, To: under}}
	}
	metrics := marks("product", "speech")
	for _, id := range []string{"buyers", "enquiries", "tasks_done", "tasks_sent", "invited", "chats", "good", "reviews"} {
		metrics[id] = facts.Metric{Unit: facts.Count, Missing: facts.MissingNotApplicable}
	}
	metrics["conversion"], metrics["tasks"] = rate("buyers", "enquiries"), rate("tasks_done", "tasks_sent")
	metrics["invite_rate"], metrics["good_rate"] = rate("invited", "chats"), rate("good", "reviews")
	metrics["response"] = facts.Metric{Unit: facts.Seconds, Better: facts.Lower}
	metrics["teamwork"] = facts.Metric{Unit: facts.Points, Better: facts.Higher, From: facts.From{Panel: "teamwork"}}
	metrics["bad_reviews"] = facts.Metric{Unit: facts.Count, Better: facts.Lower, From: facts.From{Event: "bad_review", Panel: "attribution"}}
	metrics["complaints"] = facts.Metric{Unit: facts.Count, Better: facts.Lower, From: facts.From{Event: "complaint"}}
	return scoring.Terms{Metrics: metrics, Panels: facts.Panels{"teamwork": teamwork(), "attribution": attribution()}}
}

func reach(metric, target string, formula scoring.Formula) scoring.Rule {
	return scoring.Attainment{Metric: metric, Target: d(target), Formula: formula, Floor: dp("0"), Cap: dp("1")}
}

// preSales is the 85 + 15 of pre-sales, afterSales that of after-sales.
func preSales() scoring.Scheme {
	type ind = scoring.Indicator
	return scoring.Scheme{
		Blocks: []scoring.Block{blockOf("kpi", "85"), blockOf("ability", "15")},
		Indicators: append(in("kpi",
			ind{ID: "conversion", Points: d("50"), Rule: reach("conversion", "0.4", "")},
			ind{ID: "response", Points: d("35"), Rule: reach("response", "30", scoring.ByGap)},
		), in("ability",
			ind{ID: "product", Points: d("2.5"), Rule: scoring.Direct{Metric: "product", OutOf: d("100")}},
			ind{ID: "speech", Points: d("2.5"), Rule: scoring.Direct{Metric: "speech", OutOf: d("100")}},
			ind{ID: "teamwork", Points: d("5"), Rule: scoring.Direct{Metric: "teamwork"}},
			ind{ID: "tasks", Points: d("5"), Rule: reach("tasks", "1", "")},
		)...),
	}
}

func afterSales() scoring.Scheme {
	type ind = scoring.Indicator
	return scoring.Scheme{
		Blocks: []scoring.Block{blockOf("kpi", "85"), blockOf("ability", "15")},
		Indicators: append(in("kpi",
			ind{ID: "response", Points: d("40"), Rule: reach("response", "40", scoring.ByRatio)},
			ind{ID: "invite", Points: d("20"), Rule: reach("invite_rate", "0.6", "")},
			ind{ID: "good_rate", Points: d("25"), Rule: reach("good_rate", "0.98", "")},
		), in("ability",
			ind{ID: "reviews", Points: d("5"), Rule: scoring.ZeroOver{Metric: "bad_reviews", Over: d("3")}},
			ind{ID: "complaints", Points: d("5"), Rule: scoring.ZeroOver{Metric: "complaints", Over: d("3"), Within: scoring.Linear}},
			ind{ID: "teamwork", Points: d("5"), Rule: scoring.Direct{Metric: "teamwork"}},
		)...),
	}
}

// swValues reach every target; changed are pairs of a metric and its value, or
// nothing to take it out.
func swValues(changed ...string) values {
	v := values{}
	pairs := append([]string{
		"buyers", "40", "enquiries", "100", "response", "30", "product", "100", "speech", "100", "tasks_done", "20", "tasks_sent", "20",
		"invited", "60", "chats", "100", "good", "98", "reviews", "100",
	}, changed...)
	for i := 0; i < len(pairs); i += 2 {
		if delete(v, pairs[i]); pairs[i+1] != "" {
			v[pairs[i]] = d(pairs[i+1])
		}
	}
	return v
}

// voted is a month of one agent with the votes of as many of the five.
func voted(v values, scores ...string) facts.Month {
	m := agentMonth(v)
	for i, s := range scores {
		role := teamwork().Roles[i]
		m.Ballots = append(m.Ballots, facts.Ballot{Topic: "teamwork", Agent: "A01", Voter: role + "1", Role: role, Score: d(s)})
	}
	return m
}

func scored(t *testing.T, scheme scoring.Scheme, m facts.Month) *scoring.Cards {
	t.Helper()
	cards, err := scoring.Score(scheme, swTerms(), m)
	require.NoError(t, err)
	return cards
}

func read(t *testing.T, cards *scoring.Cards, ids ...string) []string {
	t.Helper()
	var out []string
	for _, id := range ids {
		out = append(out, points(t, cards, "A01", id))
	}
	return append(out, total(t, cards, "A01"))
}

func TestSW1(t *testing.T) {
	cards := scored(t, preSales(), voted(swValues(), "5", "5", "5"))
	assert.Equal(t, []string{"85.00", "15.00", "100.00"}, read(t, cards, "kpi", "ability"), "every target reached")
	cards = scored(t, preSales(), voted(swValues("buyers", "20"), "5", "4", "4"))
	assert.Equal(t, []string{"60.00", "14.33", "74.33"}, read(t, cards, "kpi", "ability"))
}

func TestSW2(t *testing.T) {
	ten := func(f scoring.Formula) scoring.Scheme {
		return scoring.Scheme{Total: dp("10"), Indicators: []scoring.Indicator{{ID: "response", Points: d("10"), Rule: reach("response", "30", f)}}}
	}
	forty := agentMonth(swValues("response", "40"))
	assert.Equal(t, []string{"6.67"}, read(t, scored(t, ten(scoring.ByGap), forty)), "target 30 s, actual 40 s, by gap")
	assert.Equal(t, []string{"7.50"}, read(t, scored(t, ten(scoring.ByRatio), forty)), "by ratio")

	idle := scored(t, preSales(), voted(swValues("enquiries", "0", "buyers", "0"), "5", "5", "5"))
	assert.Equal(t, []string{"not applicable", "85.00", "85.00", "15.00", "100.00"},
		read(t, idle, "conversion", "response", "kpi", "ability"), "no enquirer: the rest of the block carries the 50")

	higher := preSales()
	higher.Indicators[1].Rule = reach("response", "30", "")
	_, err := scoring.Score(higher, swTerms(), forty)
	assert.Equal(t, []string{"shape.required scheme.indicators[1].attainment.formula"}, faults(t, err), "lower is better: ratio or gap is required")
}

func TestSW3(t *testing.T) {
	cards := scored(t, preSales(), voted(swValues("product", "86", "speech", "71.5", "tasks_done", "19"), "5", "4", "4"))
	// 2.5 x 86% = 2.15; 2.5 x 71.5% = 1.7875; 13/3; 5 x 19/20 = 4.75
	assert.Equal(t, []string{"2.15", "1.79", "4.33", "4.75", "13.02", "98.02"},
		read(t, cards, "product", "speech", "teamwork", "tasks", "ability"))
	cards = scored(t, preSales(), voted(swValues("product", ""), "5", "5", "5"))
	assert.Equal(t, []string{"not applicable", "3.00", "6.00", "6.00", "15.00", "100.00"},
		read(t, cards, "product", "speech", "teamwork", "tasks", "ability"), "a missed exam: 2.5, 5 and 5 carry 15")
}

func TestSW4(t *testing.T) {
	tests := []struct {
		name   string
		votes  []string
		values values
		want   string
	}{
		{"one of five is absent", []string{"5", "4", "4", "3"}, swValues(), "4.00"},
		{"two of five are absent", []string{"5", "4", "4"}, swValues(), "4.33"},
		{"all five", []string{"5", "4", "4", "3", "3"}, swValues(), "3.80"},
		{"the mean is exact until its line: 6 x 13/15, not 6 x 4.33/5", []string{"5", "4", "4"}, swValues("product", ""), "5.20"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			assert.Equal(t, tt.want, points(t, scored(t, preSales(), voted(tt.values, tt.votes...)), "A01", "teamwork"))
		})
	}
	_, err := scoring.Score(preSales(), swTerms(), voted(swValues(), "5", "4"))
	assert.Equal(t, []string{"vote.quorum agents[0].values.teamwork"}, faults(t, err), "two votes, of three that are needed")

	leave := voted(swValues())
	leave.Agents[0].Leave = []facts.Leave{{From: date("2026-01-01"), Until: date("2026-01-31"), Kind: facts.PaidLeave}}
	assert.Equal(t, "not applicable", total(t, scored(t, preSales(), leave), "A01"), "who worked no day needs no votes")
}

// reviewed is a month with bad reviews, each voted on by as many of the four.
func reviewed(votes ...string) facts.Month {
	m := voted(swValues(), "5", "5", "5")
	for i, cast := range votes {
		id := fmt.Sprintf("r%d", i)
		m.Events = append(m.Events, facts.Event{ID: id, Agent: "A01", Kind: "bad_review", Date: date("2026-01-05")})
		for k, v := range cast {
			role := attribution().Roles[k]
			m.Ballots = append(m.Ballots, facts.Ballot{Topic: "attribution", Event: id, Voter: role + "1", Role: role, Score: d(string(v))})
		}
	}
	return m
}

func TestSW6(t *testing.T) {
	three := []string{"1111", "1110", "110"} // 4-0, 3-1, and 2-1 with one absent
	tests := []struct {
		name  string
		votes []string
		tie   facts.Tie
		want  string
	}{
		{"three that are the agent's fault", three, "", "5.00"},
		{"a fourth by 3-1", append(three[:3:3], "1011"), "", "0.00"},
		{"a fourth by 2-2 is not attributable", append(three[:3:3], "1010"), "", "5.00"},
		{"a fourth by 2-2, not attributable as said", append(three[:3:3], "1010"), facts.NotAttributable, "5.00"},
		{"a fourth by 2-2, against the agent", append(three[:3:3], "1010"), facts.Against, "0.00"},
		{"a fourth by 2-2, undecided", append(three[:3:3], "1010"), facts.Undecided, "5.00"},
		{"a fourth by 1-3", append(three[:3:3], "1000"), facts.Against, "5.00"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			terms := swTerms()
			panel := attribution()
			panel.Tie = tt.tie
			terms.Panels["attribution"] = panel
			cards, err := scoring.Score(afterSales(), terms, reviewed(tt.votes...))
			require.NoError(t, err)
			assert.Equal(t, tt.want, points(t, cards, "A01", "reviews"))
		})
	}
	_, err := scoring.Score(afterSales(), swTerms(), reviewed("1111", "11", ""))
	assert.Equal(t, []string{"vote.quorum events[1]", "vote.quorum events[2]"}, faults(t, err), "at the reviews that too few voted on")
}

func TestSW7(t *testing.T) {
	cards := scored(t, afterSales(), voted(swValues("response", "40"), "5", "5", "5"))
	assert.Equal(t, []string{"85.00", "15.00", "100.00"}, read(t, cards, "kpi", "ability"))
	cards = scored(t, afterSales(), voted(swValues("response", "50", "reviews", "0", "good", "0"), "5", "5", "5"))
	// 40 and 20 carry 85 as 56.67 and 28.33; 56.67 x 40/50 = 45.336
	assert.Equal(t, []string{"45.34", "28.33", "not applicable", "73.67", "15.00", "88.67"},
		read(t, cards, "response", "invite", "good_rate", "kpi", "ability"))
}

func TestSW9(t *testing.T) {
	for n, want := range []string{"5.00", "3.75", "2.50", "1.25", "0.00", "0.00"} {
		t.Run(fmt.Sprintf("%d complaints", n), func(t *testing.T) {
			m := voted(swValues(), "5", "5", "5")
			event := func(id string, status facts.EventStatus) {
				m.Events = append(m.Events, facts.Event{ID: id, Agent: "A01", Kind: "complaint", Date: date("2026-01-05"), Status: status})
			}
			for i := range n {
				event(fmt.Sprintf("c%d", i), facts.Upheld)
			}
			event("said", facts.Reported)
			event("lost", facts.Overturned)
			event("out", facts.Upheld)
			m.Exclusions = []facts.Exclusion{{Event: "out", Reason: "platform"}}
			assert.Equal(t, want, points(t, scored(t, afterSales(), m), "A01", "complaints"))
		})
	}
	cliff := afterSales()
	cliff.Indicators[4].Rule = scoring.ZeroOver{Metric: "complaints", Over: d("3")}
	m := voted(swValues(), "5", "5", "5")
	for i := range 4 {
		want := "5.00"
		assert.Equal(t, want, points(t, scored(t, cliff, m), "A01", "complaints"), "%d, where the limit is a cliff", i)
		m.Events = append(m.Events, facts.Event{ID: fmt.Sprintf("c%d", i), Agent: "A01", Kind: "complaint", Date: date("2026-01-05")})
	}
	assert.Equal(t, "0.00", points(t, scored(t, cliff, m), "A01", "complaints"), "4")
}

func TestSW10(t *testing.T) {
	assert.Equal(t, "4.00", points(t, scored(t, afterSales(), voted(swValues(), "5", "4", "4", "3")), "A01", "teamwork"))
	assert.Equal(t, "4.33", points(t, scored(t, afterSales(), voted(swValues(), "5", "4", "4")), "A01", "teamwork"))
	_, err := scoring.Score(afterSales(), swTerms(), voted(swValues(), "5", "4"))
	assert.Equal(t, []string{"vote.quorum agents[0].values.teamwork"}, faults(t, err))
}
