package policy

import (
	"context"
	"errors"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/scoring/facts"
)

// folders are files of a shop, by name.
func folders(files map[string]string) fstest.MapFS {
	out := fstest.MapFS{}
	for name, text := range files {
		out[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return out
}

func loadedMonths(t *testing.T, files map[string]string) ([]facts.Month, error) {
	t.Helper()
	var out []facts.Month
	for m, err := range newCareer(t, careerPolicy).p.LoadMonthsFS(folders(files), "shop") {
		if err != nil {
			return out, err
		}
		out = append(out, m)
	}
	return out, nil
}

func TestMonthsAreReadInCalendarOrder(t *testing.T) {
	months, err := loadedMonths(t, map[string]string{
		"shop/months/2026-02/facts.yaml":     "month: 2026-02\n",
		"shop/months/2025-12/facts.yaml":     "month: 2025-12\nagents: [{id: A1}]\n",
		"shop/months/2026-01/facts.yaml":     "month: 2026-01\n",
		"shop/months/2026-01/decisions.yaml": "decisions: [{agent: A1, clause: gate.x, outcome: rejected, who: M, date: 2026-01-05}]\n",
		"shop/months/.git/facts.yaml":        "month: 2020-01\n",
		"shop/months/notes.txt":              "no folder",
		"shop/facts.yaml":                    "month: 2020-01\n",
	})
	require.NoError(t, err)
	require.Len(t, months, 3)
	for i, want := range []string{"2025-12", "2026-01", "2026-02"} {
		assert.Equal(t, want, months[i].Period.String())
	}
	assert.Equal(t, []facts.Decision{{Agent: "A1", Clause: "gate.x", Outcome: facts.TurnedDown, Who: "M", Date: period("2026-01").First() + 4}}, months[1].Decisions)
	file, line, column := months[1].Origin.Locate("decisions[0].clause")
	assert.Equal(t, "shop/months/2026-01/decisions.yaml", strings.ReplaceAll(file, "\\", "/"))
	assert.Equal(t, []int{1, 33}, []int{line, column})
}

func TestFoldersOfMonthsThatAreNone(t *testing.T) {
	cases := []struct {
		it    string
		files map[string]string
		code  facts.Code
		file  string
	}{
		{"no folder", map[string]string{"shop/facts.yaml": ""}, facts.CodeUnreadable, "shop/months"},
		{"an empty one", map[string]string{"shop/months/notes.txt": ""}, facts.CodeUnreadable, "shop/months"},
		{"a month without a nought", map[string]string{"shop/months/2026-1/facts.yaml": "month: 2026-01\n"}, facts.CodeDateInvalid, "shop/months/2026-1"},
		{"a folder without facts", map[string]string{"shop/months/2026-01/daily.csv": ""}, facts.CodeUnreadable, "shop/months/2026-01/facts.yaml"},
		{"another month's facts", map[string]string{"shop/months/2026-01/facts.yaml": "month: 2026-02\n"}, facts.CodeDateMonth, "shop/months/2026-01/facts.yaml"},
		{"decisions that are no map", map[string]string{
			"shop/months/2026-01/facts.yaml": "month: 2026-01\n", "shop/months/2026-01/decisions.yaml": "- {agent: A1}\n",
		}, facts.CodeShape, "shop/months/2026-01/decisions.yaml"},
		{"decisions of an unknown key", map[string]string{
			"shop/months/2026-01/facts.yaml": "month: 2026-01\n", "shop/months/2026-01/decisions.yaml": "decision: []\n",
		}, facts.CodeNameUnknown, "shop/months/2026-01/decisions.yaml"},
		{"decisions in both places", map[string]string{
			"shop/months/2026-01/facts.yaml":     "month: 2026-01\ndecisions: [{agent: A1, clause: x, outcome: accepted, who: M, date: 2026-01-05}]\n",
			"shop/months/2026-01/decisions.yaml": "decisions: [{agent: A1, clause: y, outcome: accepted, who: M, date: 2026-01-05}]\n",
		}, facts.CodeOneOf, "shop/months/2026-01/decisions.yaml"},
	}
	for _, tt := range cases {
		t.Run(tt.it, func(t *testing.T) {
			_, err := loadedMonths(t, tt.files)
			var list Problems
			require.ErrorAs(t, err, &list)
			require.Len(t, list, 1, err)
			assert.Equal(t, tt.code, list[0].Code)
			assert.Equal(t, tt.file, strings.ReplaceAll(list[0].File, "\\", "/"))
		})
	}
}

func TestCloseMonthsStopsWhereItCanNotGoOn(t *testing.T) {
	c := newCareer(t, careerPolicy)
	errStream := errors.New("the stream broke")
	months := func(yield func(facts.Month, error) bool) {
		for _, p := range []string{"2026-01", "2026-02"} {
			if !yield(sales(p, "1"), nil) {
				return
			}
		}
		yield(facts.Month{}, errStream)
	}
	closed := 0
	for r, err := range c.p.CloseMonths(context.Background(), months, History{}) {
		if err != nil {
			require.ErrorIs(t, err, errStream)
			assert.Nil(t, r)
			break
		}
		closed++
		assert.Len(t, r.History().Months, closed)
	}
	assert.Equal(t, 2, closed)

	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	for r, err := range c.p.CloseMonths(ctx, months, History{}) {
		assert.Nil(t, r)
		require.ErrorIs(t, err, context.Canceled)
	}
	for r, err := range c.p.CloseMonths(context.Background(), months, History{}) {
		require.NoError(t, err)
		assert.Equal(t, 1, r.Len())
		break // which a caller may
	}

	var err error
	for _, err = range c.p.CloseMonths(context.Background(), seqOf([]facts.Month{sales("2026-01", "1"), sales("2026-01", "1")}), History{}) {
	}
	require.ErrorIs(t, err, facts.CodeHistory, "a month is closed once")
}

// TestAResultOfCareersOwnsWhatItTells: what a caller does to a history or to
// the findings reaches neither the result nor the months after it.
func TestAResultOfCareersOwnsWhatItTells(t *testing.T) {
	c := newCareer(t, careerPolicy)
	var before []string
	for r, err := range c.p.CloseMonths(context.Background(), seqOf([]facts.Month{
		sales("2026-01", "1", "5"), sales("2026-02", "1", "5"), sales("2026-03", "1", "5"),
	}), History{}) {
		require.NoError(t, err)
		before = append(before, written(t, r))
		h := r.History()
		for i := range h.Months {
			for k := range h.Months[i].Agents {
				a := &h.Months[i].Agents[k]
				a.Marks[0].Held = !a.Marks[0].Held
				for s := range a.Marks[0].Seen {
					a.Marks[0].Seen[s].Name = "spoilt"
				}
				for p := range a.Proposals {
					a.Proposals[p].Rules[0].Months[0] = 1
				}
			}
		}
		for _, cand := range r.Candidates() {
			cand.Hits[0].Months[0].Seen[0].Name = "spoilt"
			others := cand.Hits[0].Months[0].Others("by_sales")
			others[0] = "spoilt"
			cand.Rules[0].Months[0] = 1
		}
		assert.Equal(t, before[len(before)-1], written(t, r))
	}
	assert.Contains(t, before[2], `"candidates":[{"agent":"A1","rule":"sales"`)
	assert.NotContains(t, strings.Join(before, ""), "spoilt")
}

func TestCareersAsJSON(t *testing.T) {
	c := newCareer(t, careerPolicy)
	c.close(sales("2026-01", "1", "5"))
	c.close(sales("2026-02", "1", "5"))
	m := sales("2026-03", "1", "5")
	m.Agents[1].Values["mark"] = dec("59.5")
	m.Agents[0].Protected = []facts.Span{{From: m.Period.First()}}
	r := c.close(m)
	text, err := r.CareersJSON()
	require.NoError(t, err)
	place := `"values":[{"name":"by_sales","value":"2","of":2,"tied":1,"others":["A2"]}]`
	assert.JSONEq(t, `{"month":"2026-03","moves":[],"candidates":[{"agent":"A1","rule":"sales","months":["2026-01","2026-02","2026-03"],
		"evidence":[{"month":"2026-01","effect":"counts",`+place+`},{"month":"2026-02","effect":"counts",`+place+`},{"month":"2026-03","effect":"counts",`+place+`}],
		"state":"exempt","clause":"eliminations.last_place","proposed":"2026-03","protected":true}],
		"plans":[{"agent":"A2","plan":"coaching","status":"open","metric":"score","goal":[{"metric":"score","at_least":60}],
		"opened":"2026-03","due":"2026-05","baseline":"59.5","value":"59.5","changed":true}]}`, string(text))
	whole := written(t, r)
	assert.Contains(t, whole, `"progress":[{"agent":"A1","level":"P1","next":"P2","window":"2026-06","needs":[{"id":"clean","met":false,"have":3,"want":6}]},`)
	without, err := loadSmall(t).Close(smallMonth(), History{})
	require.NoError(t, err)
	for _, key := range []string{"moves", "candidates", "plans", "progress"} {
		assert.NotContains(t, written(t, without), `"`+key+`"`, "a policy without rules across months")
	}
}
