package policy

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/rank"
	"github.com/cspay/cspay/scoring/facts"
)

// marks closes months from January on with the marks of one agent; "leave" and
// "gone" are months without work and without the agent.
func (c *career) marks(marks ...string) []*Result {
	c.t.Helper()
	var out []*Result
	for i, mark := range marks {
		p := fmt.Sprintf("2026-%02d", i+1)
		m := facts.Month{Period: period(p), Agents: []facts.Agent{person("B1")}}
		switch mark {
		case "gone":
		case "leave":
			m.Agents = append(m.Agents, away(p, person("A1")))
		default:
			m.Agents = append(m.Agents, person("A1", "mark", mark))
		}
		out = append(out, c.close(m))
	}
	return out
}

func TestYT6ImprovementPlans(t *testing.T) {
	const below, at = "59.99", "60"
	cases := []struct {
		it, change string
		marks      []string
		want       []string // by month
	}{
		{"60.00 is the standard", "", []string{at}, []string{""}},
		{"59.99 opens a plan of two months", "", []string{below}, []string{"A1 coaching open due 2026-03"}},
		{"the goal in the first month passes it early", "", []string{below, at, at}, []string{"A1 coaching open due 2026-03", "A1 coaching passed due 2026-03", ""}},
		{"the goal in the last month passes it", "", []string{below, below, at}, []string{"A1 coaching open due 2026-03", "A1 coaching open due 2026-03", "A1 coaching passed due 2026-03"}},
		{"without it the plan fails, and the next month opens another", "", []string{below, below, below, below}, []string{"A1 coaching open due 2026-03", "A1 coaching open due 2026-03", "A1 coaching failed due 2026-03", "A1 coaching open due 2026-06"}},
		{"one month", ", months: 1", []string{below, below}, []string{"A1 coaching open due 2026-02", "A1 coaching failed due 2026-02"}},
		{"no early exit", ", early_exit: false", []string{below, at, below}, []string{"A1 coaching open due 2026-03", "A1 coaching open due 2026-03", "A1 coaching failed due 2026-03"}},
		{"one extension", ", months: 1, extensions: 1", []string{below, below, below}, []string{"A1 coaching open due 2026-02", "A1 coaching extended due 2026-03", "A1 coaching failed due 2026-03"}},
		{"an extension that passes", ", months: 1, extensions: 1", []string{below, below, at}, []string{"A1 coaching open due 2026-02", "A1 coaching extended due 2026-03", "A1 coaching passed due 2026-03"}},
		{"a month of leave is passed over", ", months: 1", []string{below, "leave", below}, []string{"A1 coaching open due 2026-02", "A1 coaching open due 2026-03", "A1 coaching failed due 2026-03"}},
		{"leave before the plan is due costs nothing", "", []string{below, "leave", at}, []string{"A1 coaching open due 2026-03", "A1 coaching open due 2026-03", "A1 coaching passed due 2026-03"}},
		{"who comes back is judged then", ", months: 1", []string{below, "gone", "gone", below}, []string{"A1 coaching open due 2026-02", "", "", "A1 coaching failed due 2026-04"}},
		{"a month of leave opens nothing", "", []string{"leave"}, []string{""}},
	}
	for _, tt := range cases {
		t.Run("YT6: "+tt.it, func(t *testing.T) {
			c := newCareer(t, careerPolicy, "at_least: 60}]}\n", "at_least: 60}]"+tt.change+"}\n")
			for i, r := range c.marks(tt.marks...) {
				assert.Equal(t, tt.want[i], strings.Join(plansOf(r), "; "), i+1)
			}
		})
	}
}

func TestAPlanKeepsItsBaseline(t *testing.T) {
	results := newCareer(t, careerPolicy).marks("48.5", "55", "61.25")
	for i, want := range []string{"48.5", "55", "61.25"} {
		p := results[i].Plans()[0]
		assert.Equal(t, "48.5", p.Baseline.String())
		assert.Equal(t, want, p.Value.String())
		assert.Equal(t, "score", p.Metric)
		assert.Equal(t, period("2026-01"), p.Opened)
		assert.Equal(t, []bool{true, false, true}[i], p.Changed)
	}
}

func TestZW6OnlyAFailedPlanLeadsToAReview(t *testing.T) {
	const below, at = "50", "60"
	direct := []string{"    any_of:\n", "    any_of:\n      - {id: plan, plan: coaching}\n"}
	after := []string{
		"  - id: last_place\n", "  - id: last_place\n    after_plan: coaching\n", // and last in marks, which is low
		"when: [{ranking: by_sales, last: sole}]", "when: [{metric: score, under: 60}]",
	}
	cases := []struct {
		it      string
		change  []string
		marks   []string
		want    []string
		reading string
	}{
		{"a plan that fails", direct, []string{below, below, below}, []string{"", "", "A1 plan 2026-01, 2026-03 proposed"}, ""},
		{"a plan that passes leads to nothing", direct, []string{below, below, at}, []string{"", "", ""}, ""},
		{"a rule counts when the plan failed within its months", after, []string{below, below, below}, []string{"", "", "A1 sales 2026-01, 2026-02, 2026-03 proposed"}, ""},
		{"not while the plan runs", append([]string{"at_least: 60}]}\n", "at_least: 60}], months: 3}\n"}, after...), []string{below, below, below, below, below, below}, []string{"", "", "", "", "", "A1 sales 2026-04, 2026-05, 2026-06 proposed"}, ""},
	}
	for _, tt := range cases {
		t.Run("ZW6: "+tt.it, func(t *testing.T) {
			c := newCareer(t, careerPolicy, tt.change...)
			for i, r := range c.marks(tt.marks...) {
				assert.Equal(t, tt.want[i], strings.Join(candidatesOf(r), "; "), i+1)
			}
		})
	}
}

func TestAReviewIsShownUntilItIsDecided(t *testing.T) {
	lowest := func(p string, decisions ...facts.Decision) facts.Month {
		m := sales(p, "1", "5", "9")
		m.Decisions = decisions
		return m
	}
	c := newCareer(t, careerPolicy)
	c.close(lowest("2026-01"))
	c.close(lowest("2026-02"))
	c.close(lowest("2026-03"))
	april := lowest("2026-04")
	april.Events = happened("2026-04", "A1", "peer_complaint", 10)
	r := c.close(april)
	assert.Equal(t, []string{"A1 sales 2026-01, 2026-02, 2026-03 open"}, candidatesOf(r))
	require.Len(t, r.Candidates()[0].Hits, 1, "what holds this month is told with it")
	assert.Equal(t, "complaints", r.Candidates()[0].Hits[0].Rule)
	first := period("2026-05").First()
	may := c.close(lowest("2026-05", decision("A1", "eliminations.last_place", facts.TurnedDown, first)))
	assert.Equal(t, []string{"A1 sales 2026-01, 2026-02, 2026-03 rejected"}, candidatesOf(may))
	june := c.close(lowest("2026-06"))
	assert.Equal(t, []string{"A1 sales 2026-04, 2026-05, 2026-06 proposed"}, candidatesOf(june), "the next three months propose it again")
	july := c.close(lowest("2026-07", decision("A1", "eliminations.last_place", facts.Accepted, first+60)))
	assert.Equal(t, []string{"A1 sales 2026-04, 2026-05, 2026-06 effective"}, candidatesOf(july))
	assert.Empty(t, candidatesOf(c.close(lowest("2026-08"))))
}

func TestWhoLeavesAndComesBackFindsTheProposal(t *testing.T) {
	c := newCareer(t, careerPolicy)
	for _, p := range []string{"2026-01", "2026-02", "2026-03"} {
		c.close(sales(p, "1", "5", "9"))
	}
	assert.Empty(t, candidatesOf(c.close(sales("2026-04", "gone", "5", "9"))))
	r := c.close(sales("2026-05", "1", "5", "9"))
	assert.Equal(t, []string{"A1 sales 2026-01, 2026-02, 2026-03 open"}, candidatesOf(r))
}

func TestTheProtectedAreExempt(t *testing.T) {
	cases := []struct {
		it          string
		from, until string
		want        string
	}{
		{"on the last day of the month", "2026-03-31", "", "exempt"},
		{"until the first day of the month", "", "2026-03-01", "exempt"},
		{"until the day before", "", "2026-02-28", "proposed"},
		{"from the day after", "2026-04-01", "", "proposed"},
	}
	for _, tt := range cases {
		t.Run(tt.it, func(t *testing.T) {
			c := newCareer(t, careerPolicy)
			var span facts.Span
			if tt.from != "" {
				span.From, _ = facts.ParseDate(tt.from)
			}
			if tt.until != "" {
				span.Until, _ = facts.ParseDate(tt.until)
			}
			var last *Result
			for _, p := range []string{"2026-01", "2026-02", "2026-03"} {
				m := sales(p, "1", "5", "9")
				m.Agents[0].Protected = []facts.Span{span}
				last = c.close(m)
			}
			require.Len(t, last.Candidates(), 1)
			got := last.Candidates()[0]
			assert.Equal(t, tt.want, string(got.State))
			assert.Equal(t, tt.want == "exempt", got.Protected)
			assert.Len(t, got.Hits, 1, "the rule holds and is shown")
			open := last.History().Months[2].Agents[0].Proposals
			assert.Equal(t, tt.want != "exempt", len(open) == 1, "nothing is proposed")
		})
	}
}

func TestWhoIsProtectedLaterIsShownSo(t *testing.T) {
	c := newCareer(t, careerPolicy)
	for _, p := range []string{"2026-01", "2026-02", "2026-03"} {
		c.close(sales(p, "1", "5", "9"))
	}
	m := sales("2026-04", "5", "1", "9")
	m.Agents[0].Protected = []facts.Span{{Until: m.Period.First()}}
	open := c.close(m).Candidates()
	require.Len(t, open, 1)
	assert.Equal(t, rank.StillOpen, open[0].State, "what was proposed before waits for its decision")
	assert.True(t, open[0].Protected, "and says that the law protects the agent now")
	assert.False(t, c.close(sales("2026-05", "5", "1", "9")).Candidates()[0].Protected)
}

func TestTheEvidenceOfLastPlace(t *testing.T) {
	c := newCareer(t, careerPolicy, "by: sales, eligible", "by: sales, within: team, eligible", "months: 3}\n  - {id: clean", "months: 3, leave: pauses}\n  - {id: clean")
	var last *Result
	for _, p := range []string{"2026-01", "2026-02", "2026-03", "2026-04"} {
		m := sales(p, "1", "5", "9", "0.5")
		for i, team := range []string{"x", "x", "x", "y"} {
			m.Agents[i].Team = team
		}
		if p == "2026-02" {
			m.Agents[0] = away(p, m.Agents[0])
		}
		last = c.close(m)
	}
	require.Equal(t, []string{"A1 sales 2026-01, 2026-03, 2026-04 proposed"}, candidatesOf(last))
	hit := last.Candidates()[0].Hits[0]
	require.Len(t, hit.Months, 4, "the month of leave stands between them")
	assert.Equal(t, rank.Pauses, hit.Months[1].Effect)
	assert.Equal(t, rank.OnLeave, hit.Months[1].Status)
	for _, i := range []int{0, 2, 3} {
		m := hit.Months[i]
		assert.Equal(t, []rank.Seen{{Name: "by_sales", Value: m.Seen[0].Value, Of: 3, Tied: 1}}, m.Seen)
		assert.Equal(t, "3", m.Seen[0].Value.String())
		assert.Equal(t, []string{"A2", "A3"}, m.Others("by_sales"), "those of the same team")
	}
}
