package policy

import (
	"encoding/json"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/cspay/cspay/scoring/facts"
)

// TestLoadOfWhatIsNotThere compares the two agents after a change of their
// month.
func TestLoadOfWhatIsNotThere(t *testing.T) {
	t.Parallel()
	ballot := func(agent, voter, score string) facts.Ballot {
		return facts.Ballot{Topic: "team", Agent: agent, Voter: voter, Score: dec(score)}
	}
	for _, c := range []struct {
		it, metric string
		per        LoadPer
		change     func(*facts.Month)
		want       string
		of         int
	}{
		{"given to nobody", "tasks", LoadAgents, func(*facts.Month) {}, "not applicable", 0},
		{"given to one of two", "tasks", LoadAgents, func(m *facts.Month) { m.Agents[0].Values = cells{"tasks": dec("7")} }, "7/1 = 7", 1},
		{"a numerator that is absent and means 0 keeps the weight of its denominator", "task_rate", LoadAgents, func(m *facts.Month) {
			m.Agents[0].Values = cells{"done": dec("6"), "sent": dec("8")}
			m.Agents[1].Values = cells{"sent": dec("12")}
		}, "6/20 = 0.300000", 2},
		{"a denominator that is absent weighs nothing", "task_rate", LoadAgents, func(m *facts.Month) {
			m.Agents[0].Values = cells{"done": dec("6"), "sent": dec("8")}
			m.Agents[1].Values = cells{"done": dec("6")}
		}, "6/8 = 0.750000", 1},
		{"a day without a visitor still has its buyers", "conversion", LoadAgents, func(m *facts.Month) {
			m.Agents[0].Days = []facts.Day{loadDay(1, "0", "4", "", "")}
		}, "124/600 = 0.206667", 2},
		{"no visitor at all", "conversion", LoadAgents, func(m *facts.Month) {
			m.Agents[0].Days, m.Agents[1].Days = []facts.Day{loadDay(1, "0", "4", "", "")}, []facts.Day{loadDay(1, "0", "0", "", "")}
		}, "not applicable", 2},
		{"a cell that means 0", "sales", LoadDays, func(*facts.Month) {}, "1900.5/1 = 1900.50", 4},
		{"a mean without a cell on a day", "response", LoadDays, func(m *facts.Month) { delete(m.Agents[0].Days[0].Values, "response") }, "27500/820 = 33.537", 3},
		{"a mean of votes is over the votes of all", "teamwork", LoadAgents, func(m *facts.Month) {
			m.Ballots = []facts.Ballot{ballot("A", "x", "5"), ballot("A", "y", "4"), ballot("A", "z", "4"), ballot("B", "x", "2"), ballot("B", "y", "2")}
		}, "17/5 = 3.40", 2},
		{"too few votes are no vote of 0", "teamwork", LoadAgents, func(m *facts.Month) {
			m.Ballots = []facts.Ballot{ballot("A", "x", "5"), ballot("A", "y", "4"), ballot("B", "x", "2")}
		}, "9/2 = 4.50", 1},
		{"events", "reviews", LoadAgents, func(m *facts.Month) {
			m.Events = []facts.Event{{ID: "e", Agent: "A", Kind: "bad_review", Date: m.Period.First()}}
		}, "1/1 = 1", 2},
		{"ZW10: what is excluded comes off first", "conversion", LoadAgents, func(m *facts.Month) {
			m.Exclusions = []facts.Exclusion{{Agent: "A", Subtract: cells{"visitors": dec("100"), "buyers": dec("20")}, Reason: "刷单"}}
		}, "160/900 = 0.177778", 2},
		{"an excluded row has no load", "conversion", LoadDays, func(m *facts.Month) {
			m.Exclusions = []facts.Exclusion{{Agent: "A", Date: m.Period.First(), Reason: "系统故障"}}
		}, "118/690 = 0.171014", 3},
		{"a day of rest is not compared", "conversion", LoadDays, func(m *facts.Month) { m.Agents[0].Days[0].Attendance = facts.Rest }, "144/820 = 0.175610", 3},
		{"who worked no day has no load", "conversion", LoadAgents, func(m *facts.Month) { m.Agents[0].Days = nil }, "120/600 = 0.200000", 1},
		{"a sum of more than 18 digits", "sales", LoadAgents, func(m *facts.Month) {
			for i := range m.Agents {
				m.Agents[i].Days[0].Values["sales"] = dec("9000000000000000.00")
			}
		}, "overflow", 2},
	} {
		t.Run(c.it, func(t *testing.T) {
			t.Parallel()
			m := loadMonth()
			c.change(&m)
			table := compareLoad(t, m, LoadQuery{Per: c.per, Metrics: []string{c.metric}})
			assert.Equal(t, c.want, said(table.All.Figures[0].Value))
			assert.Equal(t, c.of, table.All.Figures[0].Of)
		})
	}
}

func TestLoadCountsWhatHasNone(t *testing.T) {
	t.Parallel()
	m := loadMonth()
	m.Agents = append(m.Agents, facts.Agent{ID: "C"}, facts.Agent{ID: "D", Days: []facts.Day{{Date: m.Period.First(), Attendance: facts.Absent}}})
	m.Exclusions = []facts.Exclusion{{Agent: "A", Date: m.Period.First(), Reason: "系统故障"}}
	assert.Equal(t, 2, compareLoad(t, m, LoadQuery{}).Without, "C, of whom no day is known, and D, who was absent")
	assert.Equal(t, 1, compareLoad(t, m, LoadQuery{Per: LoadDays}).Without, "A's excluded row")
}

func TestLoadComparesEveryQuotientWhenNothingIsNamed(t *testing.T) {
	t.Parallel()
	ids := func(per LoadPer) (ids []string) {
		for _, m := range compareLoad(t, loadMonth(), LoadQuery{Per: per}).Metrics {
			ids = append(ids, m.ID)
			assert.True(t, m.Quotient)
		}
		return ids
	}
	assert.Equal(t, []string{"conversion", "response", "task_rate", "teamwork"}, ids(LoadAgents))
	assert.Equal(t, []string{"conversion", "response"}, ids(LoadDays))
}

func TestLoadTableAsJSON(t *testing.T) {
	t.Parallel()
	table := compareLoad(t, loadMonth(), LoadQuery{Bands: []decimal.Decimal{dec("250.50")}, Metrics: []string{"conversion", "sales", "tasks"}})
	text, err := json.Marshal(table)
	require.NoError(t, err)
	number := func(num, den, text string) string {
		return `{"num":"` + num + `","den":"` + den + `","text":"` + text + `","state":"known"}`
	}
	const none = `{"state":"not_applicable"}`
	band := func(load, conversion, sales, perDay string) string {
		return `"load":` + load + `,"figures":[{"metric":"conversion","of":1,"value":` + conversion + `},{"metric":"sales","of":1,"value":` + sales +
			`,"per_day":` + perDay + `},{"metric":"tasks","of":0,"value":` + none + `,"per_day":` + none + `}]}`
	}
	var want struct {
		Bands []json.RawMessage `json:"bands"`
		All   json.RawMessage   `json:"all"`
	}
	require.NoError(t, json.Unmarshal(text, &want))
	require.Len(t, want.Bands, 2)
	low, high := number("400", "2", "200.00"), number("600", "2", "300.00")
	assert.Equal(t, `{"under":"250.5","least":`+low+`,"most":`+low+`,"count":1,"days":2,`+
		band(low, number("60", "400", "0.150000"), number("400", "1", "400.00"), number("400", "2", "200.00")), string(want.Bands[0]))
	assert.Equal(t, `{"at_least":"250.5","least":`+high+`,"most":`+high+`,"count":1,"days":2,`+
		band(high, number("120", "600", "0.200000"), number("1500.5", "1", "1500.50"), number("1500.5", "2", "750.25")), string(want.Bands[1]))
	assert.Contains(t, string(text), `{"policy":"load","month":"2026-06","by":"visitors","per":"agents","without":0,"bands":[`)

	text, err = json.Marshal(LoadTable{})
	require.NoError(t, err)
	assert.Contains(t, string(text), `"bands":[],`)
}

// TestLoadLaws holds the bands against the whole, for any month and any query.
func TestLoadLaws(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		m := genLoadMonth(t)
		q := LoadQuery{
			Per: rapid.SampledFrom([]LoadPer{"", LoadAgents, LoadDays}).Draw(t, "per"), Groups: rapid.IntRange(0, 5).Draw(t, "groups"),
			Metrics: []string{"conversion", "sales", "response", "visitors"},
		}
		if q.Groups == 0 {
			for _, n := range rapid.SliceOfNDistinct(rapid.IntRange(0, 30), 0, 4, rapid.ID).Draw(t, "bands") {
				q.Bands = append(q.Bands, decimal.New(int64(n), -1))
			}
			sortDecimals(q.Bands)
		}
		table := compareLoad(t, m, q)
		sum := LoadBand{Figures: make([]LoadFigure, len(table.Metrics))}
		for _, b := range table.Bands {
			sum.Count, sum.Days = sum.Count+b.Count, sum.Days+b.Days
			if b.Count > 0 {
				sum.Load.Num = sum.Load.Num.Add(b.Load.Num)
			}
			for k, f := range b.Figures {
				sum.Figures[k].Of += f.Of
				sum.Figures[k].Value.Num = sum.Figures[k].Value.Num.Add(f.Value.Num)
				sum.Figures[k].Value.Den = sum.Figures[k].Value.Den.Add(f.Value.Den)
			}
		}
		require.Equal(t, table.All.Count, sum.Count)
		require.Equal(t, table.All.Days, sum.Days)
		require.True(t, table.All.Load.Num.Equal(sum.Load.Num))
		for k := range sum.Figures {
			all := table.All.Figures[k]
			require.Equal(t, all.Of, sum.Figures[k].Of)
			require.True(t, all.Value.Num.Equal(sum.Figures[k].Value.Num), table.Metrics[k].ID)
			if table.Metrics[k].Quotient {
				require.True(t, all.Value.Den.Equal(sum.Figures[k].Value.Den), table.Metrics[k].ID)
			}
		}
		requireOrderFree(t, m, q, table)
	})
}

// requireOrderFree closes the month again with the agents the other way round.
func requireOrderFree(t *rapid.T, m facts.Month, q LoadQuery, table LoadTable) {
	before, err := json.Marshal(table)
	require.NoError(t, err)
	for i, k := 0, len(m.Agents)-1; i < k; i, k = i+1, k-1 {
		m.Agents[i], m.Agents[k] = m.Agents[k], m.Agents[i]
	}
	after, err := json.Marshal(compareLoad(t, m, q))
	require.NoError(t, err)
	require.Equal(t, string(before), string(after))
}

// genLoadMonth draws a month whose every day worked has a visitor, so that no
// band lacks a denominator.
func genLoadMonth(t *rapid.T) facts.Month {
	m := facts.Month{Period: period("2026-06")}
	for i := range rapid.IntRange(0, 6).Draw(t, "agents") {
		a := facts.Agent{ID: string(rune('a' + i))}
		for no := range rapid.IntRange(0, 4).Draw(t, "days") {
			d := loadDay(no+1, "", "", "", "")
			for id, scale := range []int32{0, 0, -3, -2} {
				d.Values[[]string{"visitors", "buyers", "response", "sales"}[id]] = decimal.New(rapid.Int64Range(1, 3).Draw(t, "cell"), scale)
			}
			if rapid.IntRange(0, 5).Draw(t, "attendance") == 0 {
				d.Attendance, d.Values = facts.Rest, nil
			}
			a.Days = append(a.Days, d)
		}
		m.Agents = append(m.Agents, a)
	}
	return m
}

func sortDecimals(list []decimal.Decimal) {
	for i := range list {
		for k := i; k > 0 && list[k].Cmp(list[k-1]) < 0; k-- {
			list[k], list[k-1] = list[k-1], list[k]
		}
	}
}
