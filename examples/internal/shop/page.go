package shop

import (
	"math/big"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/cspay/cspay/scoring/explain"
)

// Worked is what the shop's page says about one agent: the rows of its two
// tables in their order.
type Worked struct {
	Agent        string
	Facts, Lines []Entry
}

// Entry is one row: what it is about and its value.
type Entry struct{ Name, Value string }

// Value returns the value of a line, or nothing.
func (w Worked) Value(name string) string {
	for _, e := range w.Lines {
		if e.Name == name {
			return e.Value
		}
	}
	return ""
}

// Under returns the lines whose names begin with a prefix.
func (w Worked) Under(prefix string) []Entry {
	var list []Entry
	for _, e := range w.Lines {
		if strings.HasPrefix(e.Name, prefix) {
			list = append(list, e)
		}
	}
	return list
}

// readPage reads the tables below the headings that begin with an agent's id.
func (s Shop) readPage(t testing.TB) []Worked {
	t.Helper()
	page, err := os.ReadFile(filepath.Join("..", "..", "docs", "shops", s.Page))
	must(t, err)
	heading := regexp.MustCompile(`^### ([A-Z]\d\d) `)
	factRow := regexp.MustCompile("^\\| `([^`]+)` \\| ([^|]+) \\|$")
	lineRow := regexp.MustCompile("^\\| `([^`]+)` \\| [^|]+ \\| ([^|]+) \\|$")
	var list []Worked
	var agents []string
	for line := range strings.Lines(string(page)) {
		line = strings.TrimSpace(line)
		if m := heading.FindStringSubmatch(line); m != nil {
			list, agents = append(list, Worked{Agent: m[1]}), append(agents, m[1])
		}
		if len(list) == 0 {
			continue
		}
		last := &list[len(list)-1]
		if m := factRow.FindStringSubmatch(line); m != nil {
			last.Facts = append(last.Facts, Entry{m[1], m[2]})
		}
		if m := lineRow.FindStringSubmatch(line); m != nil {
			last.Lines = append(last.Lines, Entry{m[1], m[2]})
		}
	}
	same(t, "agents of the page", s.Worked, agents)
	need(t, "three agents worked by hand", len(list) == 3)
	return list
}

// Sum adds entries up, to the cent.
func Sum(t testing.TB, entries ...Entry) string {
	t.Helper()
	total := new(big.Rat)
	for _, e := range entries {
		n, err := number(e.Value)
		must(t, err)
		total.Add(total, n)
	}
	return total.FloatString(2)
}

// WorkedLinesAreTheResult checks the page against the committed result.
func (s Shop) WorkedLinesAreTheResult(t *testing.T) {
	t.Helper()
	byAgent := s.Slips(t)
	for _, w := range s.readPage(t) {
		t.Run(w.Agent, func(t *testing.T) {
			slip := byAgent[w.Agent]
			need(t, "a score", slip.Score != nil)
			same(t, "score", w.Value("score"), *slip.Score)
			same(t, "place", w.Value("place."+s.Standing), Place(slip.Place))
			for _, ranking := range s.Rankings {
				same(t, ranking, w.Value("place."+ranking), Place(slip.Places[ranking]))
			}
			same(t, "total", w.Value("total"), slip.Total)
			var lines []Entry
			for _, l := range slip.Lines {
				lines = append(lines, Entry{strings.TrimSpace(l.Clause + " " + l.Date), l.Amount})
			}
			same(t, "lines", w.Under("pay."), lines)
		})
	}
}

// WorkedLinesAddUp checks the page's own sums: the scheme's lines to the score,
// the pay lines to the total, and what more a shop's page adds up.
func (s Shop) WorkedLinesAddUp(t *testing.T, more func(t *testing.T, w Worked)) {
	t.Helper()
	for _, w := range s.readPage(t) {
		t.Run(w.Agent, func(t *testing.T) {
			same(t, "score", w.Value("score"), Sum(t, w.Under(s.linePrefix())...))
			same(t, "total", w.Value("total"), Sum(t, w.Under("pay.")...))
			more(t, w)
		})
	}
}

// WorkedFactsAreTheFiles checks the facts of the page against the two files.
func (s Shop) WorkedFactsAreTheFiles(t *testing.T) {
	t.Helper()
	m := s.Month(t)
	agents := Agents(m)
	for _, w := range s.readPage(t) {
		t.Run(w.Agent, func(t *testing.T) {
			need(t, "facts", len(w.Facts) > 0)
			for _, f := range w.Facts {
				want, err := number(f.Value)
				must(t, err)
				var got *big.Rat
				if s.Fact != nil {
					got = s.Fact(m, w.Agent, f.Name)
				}
				if got == nil {
					got = Figure(agents[w.Agent], f.Name)
				}
				same(t, f.Name, want.RatString(), got.RatString())
			}
		})
	}
}

// EngineGivesTheWorkedLines checks the page against the library's own close:
// the scheme's lines as its explanations tell them, score, total, pay lines.
func (s Shop) EngineGivesTheWorkedLines(t *testing.T) {
	t.Helper()
	r := s.Close(t)
	for _, w := range s.readPage(t) {
		t.Run(w.Agent, func(t *testing.T) {
			slip, ok := r.Slip(w.Agent)
			need(t, "a slip", ok)
			told := map[string]string{}
			slip.Explain().Walk(func(depth int, step explain.Step) {
				if s.inScheme(step.Clause) && s.IsLine(depth, step) {
					told[step.Clause] = text(t, step.Value)
				}
			})
			for _, line := range w.Under(s.linePrefix()) {
				same(t, line.Name, line.Value, told[line.Name])
			}
			same(t, "score", w.Value("score"), slip.Score().StringFixed(2))
			same(t, "total", w.Value("total"), slip.Total().StringFixed(2))
			var lines []Entry
			for _, l := range slip.Lines() {
				lines = append(lines, Entry{strings.TrimSpace(l.Clause + " " + l.Date.String()), l.Text()})
			}
			same(t, "lines", w.Under("pay."), lines)
		})
	}
}
