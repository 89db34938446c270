package policy

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/scoring/facts"
)

// paid returns the lines of an item as text, with the dates of those of a day.
func paid(t *testing.T, r *Result, agent, item string) []string {
	t.Helper()
	slip, ok := r.Slip(agent)
	require.True(t, ok)
	var out []string
	for _, l := range slip.Lines() {
		if l.Item == item {
			out = append(out, strings.TrimSpace(l.Date.String()+" "+l.Text()))
		}
	}
	return out
}

// monthRows are the lengths of months and the edges of service, through Close.
func monthRows(add addRow) {
	for _, c := range []struct {
		month       string
		days        int
		many        int // slices of the larger size, the earliest days
		large, less string
	}{
		{"2026-02", 28, 4, "178.58", "178.57"},
		{"2024-02", 29, 11, "172.42", "172.41"},
		{"2026-06", 30, 20, "166.67", "166.66"},
		{"2026-01", 31, 1, "161.30", "161.29"},
	} {
		add("042", fmt.Sprintf("R a month of %d days", c.days), func(t *testing.T) {
			// An absence a day forfeits each slice, so that every one is seen.
			daily := "agent,date,attendance\n"
			for day := 1; day <= c.days; day++ {
				daily += fmt.Sprintf("A2,%s-%02d,absent\n", c.month, day)
			}
			r, err := shop{"month: " + c.month + "\nagents:\n- {id: A1, values: {exam: 90, wage: 3100}}\n- {id: A2, values: {wage: 3100}}\n", daily}.close(loadBad(t))
			require.NoError(t, err)
			assert.Equal(t, []string{"5000.00"}, paid(t, r, "A1", "pool"), "the pool is the same")
			want := []string{"5000.00"}
			for day := 1; day <= c.days; day++ {
				slice := c.less
				if day <= c.many {
					slice = c.large
				}
				want = append(want, fmt.Sprintf("%s-%02d -%s", c.month, day, slice))
			}
			assert.Equal(t, want, paid(t, r, "A2", "pool"))
			slip, _ := r.Slip("A2")
			assert.Equal(t, "0.00", slip.Total().StringFixed(2), "no day of the base pay, no slice")
		})
	}
	service := func(row, name, span, pool, base string) {
		add(row, "R "+name, func(t *testing.T) {
			month, fields, _ := strings.Cut(span, " ")
			r, err := shop{facts: "month: " + month + "\nagents:\n- {id: A1, " + fields + ", values: {exam: 90, wage: 3100}}\n"}.close(loadBad(t))
			require.NoError(t, err)
			assert.Equal(t, []string{pool}, paid(t, r, "A1", "pool"))
			assert.Equal(t, []string{base}, paid(t, r, "A1", "base"))
		})
	}
	service("043", "joined on the 16th of 31 days", "2026-01 hired: 2026-01-16", "2580.64", "1600.00")
	service("043", "joined on the first day", "2026-01 hired: 2026-01-01", "5000.00", "3100.00")
	service("043", "joined on the last day", "2026-01 hired: 2026-01-31", "161.29", "100.00")
	service("043", "left on the 15th of 29 days", "2024-02 left: 2024-02-15", "2586.26", "1603.45")
	service("043", "left on the last day", "2026-01 left: 2026-01-31", "5000.00", "3100.00")
	service("043", "joined long before", "2026-01 hired: 1999-12-31", "5000.00", "3100.00")
	service("043", "left long after", "2026-01 left: 2199-12-31", "5000.00", "3100.00")
	service("044", "one day, the first", "2026-01 hired: 2026-01-01, left: 2026-01-01", "161.30", "100.00")
	service("044", "one day, the last", "2026-01 hired: 2026-01-31, left: 2026-01-31", "161.29", "100.00")
	service("043", "joined after the month", "2026-01 hired: 2026-02-01", "0.00", "0.00")
	service("043", "left before the month", "2026-01 left: 2025-12-31", "0.00", "0.00")
}

// outputRows are texts that must come through as they were written.
func outputRows(add addRow) {
	ids := []string{"00123", "1e5", "2026-01-05", "NO"}
	add("099", "R ids that look like something else", func(t *testing.T) {
		facts, daily := "month: 2026-01\nagents:\n", header
		for _, id := range ids {
			facts += "- {id: " + id + ", values: {exam: 90, wage: 3100}}\n"
			daily += id + ",2026-01-06,worked,1,1\n"
		}
		facts += "events:\n- {id: 0x1F, agent: NO, kind: bad_review, date: 2026-01-06}\n"
		r, err := shop{facts, daily}.close(loadBad(t))
		require.NoError(t, err)
		var got []string
		for s := range r.Slips() {
			got = append(got, s.Agent())
		}
		assert.Equal(t, ids, got, "as written, in byte order")
		var b strings.Builder
		require.NoError(t, r.History().Write(&b))
		back, err := ReadHistory(strings.NewReader(b.String()))
		require.NoError(t, err)
		var again strings.Builder
		require.NoError(t, back.Write(&again))
		assert.Equal(t, b.String(), again.String())
		assert.Equal(t, "00123", back.Months[0].Agents[0].ID)
	})
	add("099", "R ids of a policy", func(t *testing.T) {
		p, err := Load(strings.NewReader(strings.ReplaceAll(badPolicy, "exam", "007")))
		require.NoError(t, err)
		assert.Contains(t, p.Document().Metrics, "007")
		var b strings.Builder
		require.NoError(t, p.WriteYAML(&b))
		again, err := Load(strings.NewReader(b.String()))
		require.NoError(t, err)
		assert.Equal(t, p.Digest(), again.Digest())
	})
	const emoji = "\U0001F600"
	add("101", "R a name in JSON with a surrogate pair", func(t *testing.T) {
		src := `{"format":"cspay/v1","id":"a","currency":"CNY","name":"\ud83d\ude00 \u5ba2\u670d"}`
		p, err := Load(strings.NewReader(src))
		require.NoError(t, err)
		assert.Equal(t, emoji+" 客服", p.Document().Name.ZH)
		yaml, err := Load(strings.NewReader("format: cspay/v1\nid: a\ncurrency: CNY\nname: " + emoji + " 客服\n"))
		require.NoError(t, err)
		assert.Equal(t, yaml.Digest(), p.Digest())
	})
	for name, text := range map[string]string{"the second half alone": `\ude00`, "the first half alone": `\ud83d`, "the first half twice": `\ud83d\ud83d`} {
		add("101", name, func(t *testing.T) {
			src := `{"format":"cspay/v1","id":"a","currency":"CNY","name":"` + text + `"}`
			_, err := LoadFS(fstest.MapFS{"p.json": {Data: []byte(src)}}, "p.json")
			refused(t, err, spot{"p.json", 1, 58, facts.CodeSyntax, ""})
		})
	}
}
