package kpi8515

import (
	"math/big"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/examples/internal/twin"
)

// worked is what the shop's page says about one agent: rows of its two tables
// in their order.
type worked struct {
	agent        string
	facts, lines []entry
}

type entry struct{ name, value string }

func (w worked) value(name string) string {
	for _, e := range w.lines {
		if e.name == name {
			return e.value
		}
	}
	return ""
}

func (w worked) under(prefix string) []entry {
	var list []entry
	for _, e := range w.lines {
		if strings.HasPrefix(e.name, prefix) {
			list = append(list, e)
		}
	}
	return list
}

func TestTheLinesWorkedByHandAreTheResult(t *testing.T) {
	byAgent := slips(t)
	for _, w := range readPage(t) {
		t.Run(w.agent, func(t *testing.T) {
			slip := byAgent[w.agent]
			require.NotNil(t, slip.Score)
			assert.Equal(t, *slip.Score, w.value("score"))
			assert.Equal(t, placeText(slip.Place), w.value("place.by_score"))
			assert.Equal(t, placeText(slip.Places["by_score"]), w.value("place.by_score"))
			assert.Equal(t, placeText(slip.Places["by_sales"]), w.value("place.by_sales"))
			assert.Equal(t, placeText(slip.Places["star"]), w.value("place.star"))
			assert.Equal(t, slip.Total, w.value("total"))
			var want []entry
			for _, l := range slip.Lines {
				want = append(want, entry{strings.TrimSpace(l.Clause + " " + l.Date), l.Amount})
			}
			assert.Equal(t, want, w.under("pay."))
		})
	}
}

func TestTheLinesWorkedByHandAddUp(t *testing.T) {
	for _, w := range readPage(t) {
		t.Run(w.agent, func(t *testing.T) {
			assert.Equal(t, w.value("score"), sum(t, w.under("schemes.")))
			assert.Equal(t, w.value("score"), sum(t, []entry{{value: w.value("kpi.points")}, {value: w.value("ability.points")}}))
			assert.Equal(t, w.value("ability.points"), sum(t, slices.DeleteFunc(w.under("schemes."), outsideAbility)))
			assert.Equal(t, w.value("total"), sum(t, w.under("pay.")))
		})
	}
}

// outsideAbility tells the lines of the KPI block from those of the other.
func outsideAbility(e entry) bool {
	id := e.name[strings.LastIndex(e.name, ".")+1:]
	return !slices.Contains([]string{"product_exam", "speech_exam", "teamwork", "tasks", "reviews", "complaints"}, id)
}

func TestTheFactsWorkedByHandAreTheFiles(t *testing.T) {
	agents := map[string]twin.Agent{}
	m := month(t)
	for _, a := range m.Agents {
		votes, marks := teamwork(m, a.ID)
		a.Values["votes"], a.Values["marks"] = votes, marks
		agents[a.ID] = a
	}
	for _, w := range readPage(t) {
		t.Run(w.agent, func(t *testing.T) {
			require.NotEmpty(t, w.facts)
			for _, f := range w.facts {
				want := quantity(t, f.value)
				assert.Zero(t, want.Cmp(fact(agents[w.agent], f.name)), "%s is not %s", f.name, f.value)
			}
		})
	}
}

// teamwork returns how many votes were cast on an agent and what they add up to.
func teamwork(m twin.Month, agent string) (votes, marks *big.Rat) {
	votes, marks = new(big.Rat), new(big.Rat)
	for _, b := range m.Ballots {
		if b.Topic == "teamwork" && b.Agent == agent {
			votes.Add(votes, big.NewRat(1, 1))
			marks.Add(marks, b.Score)
		}
	}
	return votes, marks
}

// fact returns a figure of the month before exclusions.
func fact(a twin.Agent, name string) *big.Rat {
	if v := a.Values[name]; v != nil {
		return v
	}
	total := new(big.Rat)
	for _, d := range a.Days {
		v := d.Values[name]
		switch {
		case name == "worked days" && d.Attendance == "worked":
			v = big.NewRat(1, 1)
		case name == "response × conversations" && d.Values["response"] != nil:
			v = new(big.Rat).Mul(d.Values["response"], d.Values["conversations"])
		}
		if v != nil {
			total.Add(total, v)
		}
	}
	return total
}

// readPage reads the tables below the headings that begin with an agent's id.
func readPage(t *testing.T) []worked {
	t.Helper()
	page, err := os.ReadFile(filepath.Join("..", "..", "docs", "shops", "sw.md"))
	require.NoError(t, err)
	heading := regexp.MustCompile(`^### (B\d\d) `)
	factRow := regexp.MustCompile("^\\| `([^`]+)` \\| ([^|]+) \\|$")
	lineRow := regexp.MustCompile("^\\| `([^`]+)` \\| [^|]+ \\| ([^|]+) \\|$")
	var list []worked
	for line := range strings.Lines(string(page)) {
		line = strings.TrimSpace(line)
		if m := heading.FindStringSubmatch(line); m != nil {
			list = append(list, worked{agent: m[1]})
		}
		if len(list) == 0 {
			continue
		}
		last := &list[len(list)-1]
		if m := factRow.FindStringSubmatch(line); m != nil {
			last.facts = append(last.facts, entry{m[1], m[2]})
		}
		if m := lineRow.FindStringSubmatch(line); m != nil {
			last.lines = append(last.lines, entry{m[1], m[2]})
		}
	}
	require.Len(t, list, 3)
	return list
}

func quantity(t *testing.T, text string) *big.Rat {
	t.Helper()
	n, err := number(text)
	require.NoError(t, err)
	return n
}

func sum(t *testing.T, entries []entry) string {
	t.Helper()
	total := new(big.Rat)
	for _, e := range entries {
		total.Add(total, quantity(t, e.value))
	}
	return total.FloatString(2)
}

func placeText(place *int) string {
	if place == nil {
		return "none"
	}
	return strconv.Itoa(*place)
}
