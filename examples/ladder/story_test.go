package ladder

import (
	"fmt"
	"io/fs"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/examples/internal/twin"
	"github.com/cspay/cspay/policy"
	"github.com/cspay/cspay/scoring/explain"
)

const story = "../../docs/shops/tm-year.md"

// chapter is what the story tells of one month, or of none: the rows of its
// table and the sentences that it quotes.
type chapter struct {
	month        string
	rows, quotes []string
}

// chapters reads the story: a month's begins with a heading such as
// ### 2026-03 March, and ends with the next heading.
func chapters(t *testing.T) []chapter {
	t.Helper()
	page, err := os.ReadFile(story)
	require.NoError(t, err)
	heading := regexp.MustCompile(`^### (2026-\d\d) `)
	list := []chapter{{}}
	for line := range strings.Lines(string(page)) {
		line = strings.TrimSpace(line)
		last := &list[len(list)-1]
		m := heading.FindStringSubmatch(line)
		quote, quoted := strings.CutPrefix(line, "> ")
		switch {
		case m != nil:
			list = append(list, chapter{month: m[1]})
		case strings.HasPrefix(line, "#"):
			list = append(list, chapter{})
		case strings.HasPrefix(line, "| `T"):
			last.rows = append(last.rows, line)
		case quoted:
			last.quotes = append(last.quotes, quote)
		}
	}
	return list
}

// news are the rows of a month: moves and candidates that are new or were
// decided, plans that began or changed, and penalties of months in a row.
func news(m twin.YearMonth) []string {
	var rows []string
	row := func(agent, what, clause, state string) {
		rows = append(rows, fmt.Sprintf("| `%s` | %s | `%s` | %s |", agent, what, clause, state))
	}
	for _, v := range m.Moves {
		if v.State != "open" {
			row(v.Agent, v.From+" → "+v.To, v.Clause, v.State)
		}
	}
	for _, c := range m.Candidates {
		if c.State != "open" {
			row(c.Agent, c.Rule+": "+strings.Join(c.Months, ", "), c.Clause, c.State)
		}
	}
	for _, p := range m.Plans {
		if p.Opened == m.Month || p.Status != "open" {
			row(p.Agent, "due "+p.Due, "improvement_plans."+p.Plan, p.Status)
		}
	}
	for _, s := range m.Result.Slips {
		for _, l := range s.Lines {
			if (l.Item == "exam_penalty" || l.Item == "typing_penalty") && l.Amount != "0.00" {
				row(s.Agent, "−"+strings.TrimPrefix(l.Amount, "-"), l.Clause, l.Treatment)
			}
		}
	}
	return rows
}

// TestTheStoryIsTheYear holds the tables of the story against the twin's year,
// whole: what is told happened, and what happened is told.
func TestTheStoryIsTheYear(t *testing.T) {
	var told []string
	byMonth := map[string][]string{}
	for _, c := range chapters(t) {
		if c.month != "" {
			told = append(told, c.month)
			byMonth[c.month] = c.rows
		} else {
			assert.Empty(t, c.rows, "rows stand below a month")
		}
	}
	var months []string
	for _, m := range twinYear(t).Months {
		months = append(months, m.Month)
		assert.Equal(t, news(m), byMonth[m.Month], m.Month)
	}
	assert.Equal(t, months, told)
}

// TestTheStoryQuotesWhatSlipsSay holds the quotes below a month against what
// the slips of that month say, and the others against the whole year.
func TestTheStoryQuotesWhatSlipsSay(t *testing.T) {
	p := tm().Policy(t)
	said := map[string]bool{}
	for _, r := range closeYear(t, p, year(t, p), handedOn) {
		for _, sentence := range sentences(r) {
			said[r.Period().String()+sentence] = true
			said[sentence] = true
		}
	}
	quotes := 0
	for _, c := range chapters(t) {
		for _, quote := range c.quotes {
			quotes++
			assert.True(t, said[c.month+quote], "somebody is told in %q: %s", c.month, quote)
		}
	}
	assert.Positive(t, quotes)
}

// sentences are all that the slips of a month say, in both languages.
func sentences(r *policy.Result) []string {
	var list []string
	for slip := range r.Slips() {
		slip.Explain().Walk(func(_ int, step explain.Step) {
			for _, lang := range explain.Langs() {
				list = append(list, step.Sentence(lang))
			}
		})
	}
	return list
}

// TestTheYearSaysNothingOfEnds checks that no text of the year decides for a
// person or names what only a person may.
func TestTheYearSaysNothingOfEnds(t *testing.T) {
	p := tm().Policy(t)
	var texts []string
	for _, r := range closeYear(t, p, year(t, p), handedOn) {
		texts = append(texts, sentences(r)...)
		found, err := r.CareersJSON()
		require.NoError(t, err)
		texts = append(texts, string(found))
	}
	page, err := os.ReadFile(story)
	require.NoError(t, err)
	texts = append(texts, string(page))
	for _, name := range []string{"policy.yaml", "expected_year.json"} {
		text, err := fs.ReadFile(Files, name)
		require.NoError(t, err)
		texts = append(texts, string(text))
	}
	for _, text := range texts {
		for _, word := range forbidden() {
			assert.NotContains(t, strings.ToLower(text), word)
		}
	}
	assert.Greater(t, len(slices.Compact(texts)), 1000)
}

// forbidden are the words that no text for people has; in pieces, so that this
// file has none of them either.
func forbidden() []string {
	return []string{"dis" + "miss", "terminate " + "employment", "辞" + "退", "开" + "除", "解" + "雇", "解除" + "劳动合同"}
}
