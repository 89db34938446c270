package twin

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestZW3_FinesUseUpTheFundAndThenPoints(t *testing.T) {
	for name, c := range map[string]struct {
		serious, minor    int
		left, over, score string
	}{
		"no error":                                   {0, 0, "100.00", "0.00", "100.00"},
		"three serious and two minor leave 60":       {3, 2, "60.00", "0.00", "100.00"},
		"one minor below the whole fund":             {9, 1, "5.00", "0.00", "100.00"},
		"exactly the whole fund":                     {10, 0, "0.00", "0.00", "100.00"},
		"one minor above the whole fund":             {10, 1, "0.00", "5.00", "99.50"},
		"twelve serious are 20 over and two points":  {12, 0, "0.00", "20.00", "98.00"},
		"the score may go below zero, nothing holds": {120, 0, "0.00", "1100.00", "-10.00"},
	} {
		t.Run(name, func(t *testing.T) {
			a := plain(t, "A", "after_sales", "2026-06-01")
			events := slices.Concat(
				repeated("serious_error", "A", "2026-06-01", c.serious),
				repeated("minor_error", "A", "2026-06-30", c.minor),
			)
			s := run(t, Month{Period: "2026-06", Agents: []Agent{a}, Events: events})["A"]
			assert.Equal(t, c.left, fixed(s.left))
			assert.Equal(t, c.over, fixed(s.over))
			assert.Equal(t, c.score, fixed(s.score))
		})
	}
}

func TestZW4_TheFirstMonthIsReportedOnly(t *testing.T) {
	for name, c := range map[string]struct{ hired, period, date, left string }{
		"hired 20 March, error 25 March":                    {"2026-03-20", "2026-03", "2026-03-25", "100.00"},
		"hired 20 March, error on the last day of March":    {"2026-03-20", "2026-03", "2026-03-31", "100.00"},
		"hired 20 March, error on the day of hiring":        {"2026-03-20", "2026-03", "2026-03-20", "100.00"},
		"hired 20 March, error 1 April":                     {"2026-03-20", "2026-04", "2026-04-01", "90.00"},
		"hired 20 March, error 2 April":                     {"2026-03-20", "2026-04", "2026-04-02", "90.00"},
		"hired before the scheme, error in its first month": {"2024-01-01", "2025-10", "2025-10-31", "100.00"},
		"hired before the scheme, error a month later":      {"2024-01-01", "2025-11", "2025-11-01", "90.00"},
		"hire date unknown, error in the first month":       {"", "2025-10", "2025-10-01", "100.00"},
	} {
		t.Run(name, func(t *testing.T) {
			a := plain(t, "A", "after_sales", c.date)
			a.Hired = c.hired
			s := run(t, Month{
				Period: c.period, Agents: []Agent{a}, Events: repeated("serious_error", "A", c.date, 1),
			})["A"]
			assert.Equal(t, c.left, fixed(s.left))
		})
	}
}

func TestZW5_ASilentColleaguePaysDoubleInTheOffendersStead(t *testing.T) {
	for name, c := range map[string]struct {
		kind   string
		silent []string
		left   map[string]string
	}{
		"silent about a serious error": {
			"serious_error",
			[]string{"B"},
			map[string]string{"A": "100.00", "B": "80.00", "C": "100.00", "N": "100.00"},
		},
		"silent about a minor error": {
			"minor_error",
			[]string{"B"},
			map[string]string{"A": "100.00", "B": "90.00", "C": "100.00", "N": "100.00"},
		},
		"two silent colleagues each pay": {
			"serious_error",
			[]string{"B", "C"},
			map[string]string{"A": "100.00", "B": "80.00", "C": "80.00", "N": "100.00"},
		},
		"a silent colleague in the first month pays nothing and relieves nobody": {
			"serious_error",
			[]string{"N"},
			map[string]string{"A": "90.00", "B": "100.00", "C": "100.00", "N": "100.00"},
		},
		"one of two silent colleagues in the first month": {
			"serious_error",
			[]string{"N", "C"},
			map[string]string{"A": "100.00", "B": "100.00", "C": "80.00", "N": "100.00"},
		},
		"nobody kept silent": {
			"serious_error", nil,
			map[string]string{"A": "90.00", "B": "100.00", "C": "100.00", "N": "100.00"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			var agents []Agent
			for _, id := range []string{"A", "B", "C", "N"} {
				agents = append(agents, plain(t, id, "after_sales", "2026-06-20"))
			}
			agents[3].Hired = "2026-06-02"
			sheets := run(t, Month{Period: "2026-06", Agents: agents, Events: []Event{
				{ID: "E", Agent: "A", Kind: c.kind, Date: "2026-06-20", Silent: c.silent},
			}})
			for id, left := range c.left {
				assert.Equal(t, left, fixed(sheets[id].left), id)
			}
		})
	}
}

func TestZW5_SilenceAboutAnOffenderInTheFirstMonthCostsNobody(t *testing.T) {
	newcomer, witness := plain(t, "A", "after_sales", "2026-06-20"), plain(t, "B", "after_sales", "2026-06-20")
	newcomer.Hired = "2026-06-02"
	sheets := run(t, Month{Period: "2026-06", Agents: []Agent{newcomer, witness}, Events: []Event{
		{ID: "E", Agent: "A", Kind: "serious_error", Date: "2026-06-20", Silent: []string{"B"}},
	}})
	assert.Equal(t, "100.00", fixed(sheets["A"].left))
	assert.Equal(t, "100.00", fixed(sheets["B"].left))
}
