package policy

import (
	"encoding/json"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// loadMetrics has a metric of each sort that adds up, and of each that does
// not.
func loadMetrics() facts.Metrics {
	sum := facts.From{Daily: facts.Sum}
	return facts.Metrics{
		"visitors":   {Unit: facts.Count, From: sum},
		"buyers":     {Unit: facts.Count, From: sum},
		"conversion": {Unit: facts.Ratio, From: facts.From{Ratio: "buyers", To: "visitors"}},
		"response":   {Unit: facts.Seconds, Missing: facts.MissingNotApplicable, From: facts.From{Daily: facts.Mean, Weight: "visitors"}},
		"sales":      {Unit: facts.Money, Missing: facts.MissingZero, From: sum},
		"reviews":    {Unit: facts.Count, From: facts.From{Event: "bad_review"}},
		"teamwork":   {Unit: facts.Points, Missing: facts.MissingZero, From: facts.From{Panel: "team"}},
		"tasks":      {Unit: facts.Count, Missing: facts.MissingNotApplicable},
		"done":       {Unit: facts.Count},
		"sent":       {Unit: facts.Count, Missing: facts.MissingNotApplicable},
		"task_rate":  {Unit: facts.Percent, Missing: facts.MissingZero, From: facts.From{Ratio: "done", To: "sent"}},
		"exam":       {Unit: facts.Points, Missing: facts.MissingZero},
		"rating":     {Unit: facts.Percent, Missing: facts.MissingZero},
		"rated":      {Unit: facts.Ratio, Missing: facts.MissingZero, From: facts.From{Ratio: "rating", To: "visitors"}},
		"peak":       {Unit: facts.Count, Missing: facts.MissingZero, From: facts.From{Daily: facts.Maximum}},
		"stock":      {Unit: facts.Count, Missing: facts.MissingZero, From: facts.From{Daily: facts.Last}},
		"peak_rate":  {Unit: facts.Ratio, Missing: facts.MissingZero, From: facts.From{Ratio: "peak", To: "visitors"}},
	}
}

type cells = map[string]decimal.Decimal

// loadDay is a day of June 2026; an empty text is a cell that is not there.
func loadDay(no int, visitors, buyers, response, sales string) facts.Day {
	d := facts.Day{Date: period("2026-06").First() + facts.Date(no-1), Values: cells{}}
	for id, text := range map[string]string{"visitors": visitors, "buyers": buyers, "response": response, "sales": sales} {
		if text != "" {
			d.Values[id] = dec(text)
		}
	}
	return d
}

// loadMonth is the shop's experiment: A serves 300 visitors a day, B 200.
func loadMonth() facts.Month {
	return facts.Month{Period: period("2026-06"), Agents: []facts.Agent{
		{ID: "B", Days: []facts.Day{loadDay(1, "180", "36", "20", "400"), loadDay(2, "220", "24", "30", "")}},
		{ID: "A", Days: []facts.Day{loadDay(1, "310", "62", "30", "1000"), loadDay(2, "290", "58", "40", "500.50")}},
	}}
}

func loadResult(t require.TestingT, m facts.Month) *Result {
	p, err := New(Document{
		ID: "load", Currency: "CNY", Metrics: loadMetrics(),
		Panels: facts.Panels{"team": {About: facts.AboutAgent, Scale: &facts.Scale{Most: dec("5")}, Quorum: ref(2)}},
	})
	require.NoError(t, err)
	r, err := p.Close(m, History{})
	require.NoError(t, err)
	return r
}

func compareLoad(t require.TestingT, m facts.Month, q LoadQuery) LoadTable {
	if q.By == "" {
		q.By = "visitors"
	}
	table, err := loadResult(t, m).CompareLoad(q)
	require.NoError(t, err)
	return table
}

// said writes a number as num/den = text, or why there is none.
func said(n LoadNumber) string {
	if n.State != explain.Known {
		return [...]string{"", "missing", "not applicable", "overflow"}[n.State]
	}
	num, _ := decimalText(n.Num)
	den, _ := decimalText(n.Den)
	return num + "/" + den + " = " + n.Text
}

// saidBand writes the bounds, the load, and each figure of a band.
func saidBand(b LoadBand) []string {
	bound := func(d *decimal.Decimal) string {
		if d == nil {
			return "*"
		}
		text, _ := decimalText(*d)
		return text
	}
	out := []string{bound(b.AtLeast) + " to " + bound(b.Under), said(b.Load)}
	for _, f := range b.Figures {
		out = append(out, said(f.Value))
	}
	return out
}

func saidBands(table LoadTable) [][]string {
	var out [][]string
	for _, b := range append(table.Bands, table.All) {
		out = append(out, saidBand(b))
	}
	return out
}

func TestLF7(t *testing.T) {
	t.Parallel()
	compared := []string{"conversion", "response", "sales"}
	t.Run("LF7: agent A of 300 visitors a day and B of 200, each with the exact quotient of its month", func(t *testing.T) {
		t.Parallel()
		table := compareLoad(t, loadMonth(), LoadQuery{Bands: []decimal.Decimal{dec("200"), dec("300")}, Metrics: compared})
		assert.Equal(t, [][]string{
			{"200 to 300", "400/2 = 200.00", "60/400 = 0.150000", "10200/400 = 25.500", "400/1 = 400.00"},
			{"300 to *", "600/2 = 300.00", "120/600 = 0.200000", "20900/600 = 34.833", "1500.5/1 = 1500.50"},
			// Never the mean of 15% and 20%.
			{"* to *", "1000/4 = 250.00", "180/1000 = 0.180000", "31100/1000 = 31.100", "1900.5/1 = 1900.50"},
		}, saidBands(table))
		assert.Equal(t, "750.25", table.Bands[1].Figures[2].PerDay.Text)
		assert.Equal(t, "1900.5/4 = 475.13", said(table.All.Figures[2].PerDay), "475.125 by half up")
		assert.Equal(t, "not applicable", said(table.All.Figures[0].PerDay), "a quotient has no sum to share out")
		assert.Equal(t, []int{1, 1, 2}, []int{table.Bands[0].Count, table.Bands[1].Count, table.All.Count})
	})
	t.Run("LF7: days compared by the visitors of each", func(t *testing.T) {
		t.Parallel()
		table := compareLoad(t, loadMonth(), LoadQuery{
			Per: LoadDays, Bands: []decimal.Decimal{dec("200"), dec("300")}, Metrics: compared,
		})
		assert.Equal(t, [][]string{
			{"* to 200", "180/1 = 180.00", "36/180 = 0.200000", "3600/180 = 20.000", "400/1 = 400.00"},
			{"200 to 300", "510/2 = 255.00", "82/510 = 0.160784", "18200/510 = 35.686", "500.5/1 = 500.50"},
			{"300 to *", "310/1 = 310.00", "62/310 = 0.200000", "9300/310 = 30.000", "1000/1 = 1000.00"},
			{"* to *", "1000/4 = 250.00", "180/1000 = 0.180000", "31100/1000 = 31.100", "1900.5/1 = 1900.50"},
		}, saidBands(table))
		assert.Equal(t, []string{"220/1 = 220.00", "290/1 = 290.00"}, []string{said(table.Bands[1].Least), said(table.Bands[1].Most)})
	})
	t.Run("LF7: load is no score and changes none", func(t *testing.T) {
		t.Parallel()
		r := loadResult(t, loadMonth())
		before, err := json.Marshal(r.History())
		require.NoError(t, err)
		_, err = r.CompareLoad(LoadQuery{By: "visitors"})
		require.NoError(t, err)
		after, err := json.Marshal(r.History())
		require.NoError(t, err)
		assert.Equal(t, string(before), string(after))
	})
}

func TestLoadBounds(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		it, bound string
		want      []string
	}{
		{"a bound that is reached is in", "300", []string{"* to 300", "300 to *"}},
		{"a millionth above it is out", "300.000001", []string{"* to 300.000001", "300.000001 to *"}},
		{"what nobody is under is no band", "200", []string{"200 to *"}},
		{"from nothing on", "0", []string{"0 to *"}},
	} {
		t.Run(c.it, func(t *testing.T) {
			t.Parallel()
			var got []string
			table := compareLoad(t, loadMonth(), LoadQuery{Bands: []decimal.Decimal{dec(c.bound)}})
			for _, b := range table.Bands {
				got = append(got, saidBand(b)[0])
			}
			assert.Equal(t, c.want, got)
		})
	}
	table := compareLoad(t, loadMonth(), LoadQuery{Bands: []decimal.Decimal{dec("300.000001")}})
	assert.Equal(t, []int{2, 0}, []int{table.Bands[0].Count, table.Bands[1].Count})
	assert.Equal(t, "not applicable", said(table.Bands[1].Load))
	assert.Equal(t, "not applicable", said(table.Bands[1].Figures[0].Value))
}

func TestLoadGroups(t *testing.T) {
	t.Parallel()
	month := func(loads ...string) facts.Month {
		m := facts.Month{Period: period("2026-06")}
		for i, load := range loads {
			m.Agents = append(m.Agents, facts.Agent{ID: string(rune('a' + i)), Days: []facts.Day{loadDay(1, load, "1", "9", "")}})
		}
		return m
	}
	for _, c := range []struct {
		it     string
		groups int
		loads  []string
		want   []string
	}{
		{"three when nothing is said, the first with the odd ones", 0, []string{"5", "1", "4", "2", "3"}, []string{"1.00 2.00", "3.00 4.00", "5.00 5.00"}},
		{"one group is all", 1, []string{"5", "1"}, []string{"1.00 5.00"}},
		{"more groups than agents", 5, []string{"2", "1"}, []string{"1.00 1.00", "2.00 2.00"}},
		{"equals stay together where the first of them falls", 2, []string{"1", "2", "2", "2", "3", "4"}, []string{"1.00 2.00", "3.00 4.00"}},
		{"a group that equals have emptied is left out", 3, []string{"7", "7", "7", "7", "7", "8"}, []string{"7.00 7.00", "8.00 8.00"}},
		{"all equal", 3, []string{"7", "7", "7"}, []string{"7.00 7.00"}},
	} {
		t.Run(c.it, func(t *testing.T) {
			t.Parallel()
			var got []string
			for _, b := range compareLoad(t, month(c.loads...), LoadQuery{Groups: c.groups}).Bands {
				got = append(got, b.Least.Text+" "+b.Most.Text)
				assert.Nil(t, b.AtLeast)
				assert.Nil(t, b.Under)
			}
			assert.Equal(t, c.want, got)
		})
	}
	t.Run("nobody", func(t *testing.T) {
		t.Parallel()
		table := compareLoad(t, month(), LoadQuery{})
		assert.Empty(t, table.Bands)
		assert.Zero(t, table.All.Count)
	})
}

func TestLoadQueriesThatAreWrong(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		it   string
		q    LoadQuery
		want []string
	}{
		{"the zero query", LoadQuery{}, []string{"shape.required at load.by"}},
		{"everything at once", LoadQuery{
			By: "visits", Per: "weeks", Bands: []decimal.Decimal{dec("-1"), dec("5"), dec("5"), dec("0.0000001")}, Groups: 2,
			Metrics: []string{"exam", "sales", "peak", "sales", "rating", "rated", "peak_rate", "score"},
		}, []string{
			"number.negative at load.bands[0]", "band.order at load.bands[2]", "number.scale at load.bands[3]", "metric.unknown at load.by",
			"shape.one_of at load.groups", "metric.unit at load.metrics[0]", "metric.derived at load.metrics[2]",
			"name.duplicate at load.metrics[3]", "metric.unit at load.metrics[4]", "metric.derived at load.metrics[5]",
			"metric.derived at load.metrics[6]", "metric.unknown at load.metrics[7]", "word.unknown at load.per",
		}},
		{"a load that is a quotient", LoadQuery{By: "conversion"}, []string{"metric.derived at load.by"}},
		{"too many groups", LoadQuery{By: "visitors", Groups: 101}, []string{"number.range at load.groups"}},
		{"groups below one", LoadQuery{By: "visitors", Groups: -1}, []string{"number.range at load.groups"}},
		{"too many bands", LoadQuery{By: "visitors", Bands: make([]decimal.Decimal, 101)}, []string{"number.range at load.bands"}},
		{"days by what is not counted by day", LoadQuery{
			By: "reviews", Per: LoadDays, Metrics: []string{"task_rate", "teamwork", "sales", "stock", "tasks"},
		}, []string{
			"metric.derived at load.by", "metric.derived at load.metrics[0]", "metric.derived at load.metrics[1]",
			"metric.derived at load.metrics[3]", "metric.derived at load.metrics[4]",
		}},
	} {
		t.Run(c.it, func(t *testing.T) {
			t.Parallel()
			table, err := loadResult(t, loadMonth()).CompareLoad(c.q)
			assert.Zero(t, table)
			var list Problems
			require.ErrorAs(t, err, &list)
			var got []string
			for _, p := range list {
				got = append(got, string(p.Code)+" at "+p.Path)
				assert.False(t, p.Private, "a query is nobody's pay")
			}
			assert.Equal(t, c.want, got)
		})
	}
	_, err := loadResult(t, loadMonth()).CompareLoad(LoadQuery{By: "visits"})
	require.ErrorIs(t, err, facts.CodeMetricUnknown)
	assert.Contains(t, err.Error(), "nearest: visitors")
}
