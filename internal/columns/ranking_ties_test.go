package columns_test

import (
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/scoring/facts"
)

func TestRankingsPlaceTies(t *testing.T) {
	tests := []struct {
		ties                   facts.Ties
		middle, together, sole []string // places of 9, 7, 7, 5, of three equals, of one alone
	}{
		{"", []string{"1", "2", "2", "4"}, []string{"1", "1", "1"}, []string{"1"}},
		{facts.Competition, []string{"1", "2", "2", "4"}, []string{"1", "1", "1"}, []string{"1"}},
		{facts.Modified, []string{"1", "3", "3", "4"}, []string{"3", "3", "3"}, []string{"1"}},
		{facts.Dense, []string{"1", "2", "2", "3"}, []string{"1", "1", "1"}, []string{"1"}},
		{facts.Ordinal, []string{"1", "2", "3", "4"}, []string{"1", "2", "3"}, []string{"1"}},
		{facts.MeanRank, []string{"1.0", "2.5", "2.5", "4.0"}, []string{"2.0", "2.0", "2.0"}, []string{"1.0"}},
		{facts.PercentRank, []string{"0/3", "1/3", "1/3", "3/3"}, []string{"0/2", "0/2", "0/2"}, []string{"0"}},
	}
	for _, tt := range tests {
		t.Run(string(tt.ties), func(t *testing.T) {
			doc := facts.Ranking{ID: "best", By: "score", Ties: tt.ties}
			agents := []facts.Agent{scored("a", "9"), scored("b", "7"), scored("c", "7"), scored("d", "5")}
			assert.Equal(t, tt.middle, places(t, sales(), doc, agents...))
			assert.Equal(t, tt.together, places(t, sales(), doc, scored("a", "7"), scored("b", "7"), scored("c", "7.0")))
			assert.Equal(t, tt.sole, places(t, sales(), doc, scored("a", "0")))
			assert.Empty(t, places(t, sales(), doc))

			turned := doc
			turned.Better = facts.Lower
			upside := []facts.Agent{scored("a", "-9"), scored("b", "-7"), scored("c", "-7"), scored("d", "-5")}
			assert.Equal(t, tt.middle, places(t, sales(), turned, upside...), "lower is better")
			with := append([]facts.Agent{scored("aa", "")}, agents...)
			assert.Equal(t, append([]string{tt.middle[0], "not applicable"}, tt.middle[1:]...), places(t, sales(), doc, with...),
				"the unplaced change nobody's place")
		})
	}
}

func TestRankingsWithinEachAttribute(t *testing.T) {
	tests := []struct {
		within facts.Attribute
		set    func(a *facts.Agent, group string)
	}{
		{facts.ByTeam, func(a *facts.Agent, group string) { a.Team = group }},
		{facts.ByShop, func(a *facts.Agent, group string) { a.Shop = group }},
		{facts.ByRole, func(a *facts.Agent, group string) { a.Role = group }},
		{facts.ByLevel, func(a *facts.Agent, group string) { a.Level = group }},
		{facts.ByStatus, func(a *facts.Agent, group string) { a.Status = facts.Status(group) }},
	}
	groups := []string{"probation", "", "intern", "", "probation", ""} // statuses, to serve them all
	for _, tt := range tests {
		t.Run(string(tt.within), func(t *testing.T) {
			agents := make([]facts.Agent, len(groups))
			for i, group := range groups {
				agents[i] = scored(string(rune('a'+i)), strconv.Itoa(10*i))
				tt.set(&agents[i], group)
			}
			doc := facts.Ranking{ID: "best", By: "score", Within: tt.within}
			assert.Equal(t, []string{"2", "3", "1", "2", "1", "1"}, places(t, sales(), doc, agents...))
			doc.Ties = facts.PercentRank
			assert.Equal(t, []string{"1", "2/2", "0", "1/2", "0", "0/2"}, places(t, sales(), doc, agents...),
				"the share of the others of the group")
		})
	}

	t.Run("by the attribute in force on the last day of the month", func(t *testing.T) {
		moved := scored("a", "5")
		moved.Team, moved.Memberships = "x", []facts.Membership{{From: day(31), Team: "y"}}
		stays, other := scored("b", "9"), scored("c", "1")
		stays.Team, other.Team = "x", "y"
		doc := facts.Ranking{ID: "best", By: "score", Within: facts.ByTeam}
		assert.Equal(t, []string{"1", "1", "2"}, places(t, sales(), doc, moved, stays, other))
	})
}

// broken are the metrics of a ranking by marks with tie-breaks.
func broken() facts.Metrics {
	return facts.Metrics{
		"mark":       {Unit: facts.Points, Better: facts.Higher},
		"response":   {Unit: facts.Seconds, Better: facts.Lower, Missing: facts.MissingNotApplicable},
		"won":        {Unit: facts.Count, Missing: facts.MissingNotApplicable},
		"asked":      {Unit: facts.Count, Missing: facts.MissingNotApplicable},
		"conversion": {Unit: facts.Ratio, Better: facts.Higher, Missing: facts.MissingNotApplicable, From: facts.From{Ratio: "won", To: "asked"}},
		"service":    {Unit: facts.Days, Better: facts.Higher},
	}
}

// marked has a mark, a response time, a conversion written as won of asked and
// days of service; an empty text is a value that is not there.
func marked(id, mark, response, won, asked string) facts.Agent {
	a := facts.Agent{ID: id, Values: values{"service": d("1")}}
	for name, text := range map[string]string{"mark": mark, "response": response, "won": won, "asked": asked} {
		if text != "" {
			a.Values[name] = d(text)
		}
	}
	return a
}

func TestTieBreaks(t *testing.T) {
	tests := []struct {
		name   string
		breaks []string
		agents []facts.Agent
		want   []string
	}{
		{"none leaves the tie", nil, []facts.Agent{marked("a", "80", "30", "", ""), marked("b", "80", "20", "", "")}, []string{"1", "1"}},
		{"the metric's own direction decides: fewer seconds", []string{"response"}, []facts.Agent{marked("a", "80", "30", "", ""), marked("b", "80", "29.999", "", "")}, []string{"2", "1"}},
		{"a tie-break never overrules the mark", []string{"response"}, []facts.Agent{marked("a", "80.01", "99", "", ""), marked("b", "80", "1", "", "")}, []string{"1", "2"}},
		{"a ratio breaks exactly: 1 of 3 before 333 of 1000", []string{"conversion"}, []facts.Agent{marked("a", "80", "", "333", "1000"), marked("b", "80", "", "1", "3")}, []string{"2", "1"}},
		{"equal ratios stay tied: 3 of 150 and 4 of 200", []string{"conversion"}, []facts.Agent{marked("a", "80", "", "3", "150"), marked("b", "80", "", "4", "200")}, []string{"1", "1"}},
		{
			"the second breaks what the first leaves",
			[]string{"response", "conversion"},
			[]facts.Agent{marked("a", "80", "20", "1", "4"), marked("b", "80", "20", "1", "3"), marked("c", "80", "10", "0", "9")},
			[]string{"3", "2", "1"},
		},
		{
			"their order matters",
			[]string{"conversion", "response"},
			[]facts.Agent{marked("a", "80", "20", "1", "4"), marked("b", "80", "20", "1", "3"), marked("c", "80", "10", "0", "9")},
			[]string{"2", "1", "3"},
		},
		{
			"what the chain leaves is tied, and the next place left out",
			[]string{"response", "conversion"},
			[]facts.Agent{marked("a", "80", "20", "1", "3"), marked("b", "80", "20", "2", "6"), marked("c", "80", "30", "1", "3")},
			[]string{"1", "1", "3"},
		},
		{
			"a tie-break that does not apply is worse than any, of either direction",
			[]string{"response"},
			[]facts.Agent{marked("a", "80", "", "", ""), marked("b", "80", "999999999999999.999", "", ""), marked("c", "90", "", "", "")},
			[]string{"3", "2", "1"},
		},
		{
			"a conversion of nobody asked is worse than one of 0",
			[]string{"conversion"},
			[]facts.Agent{marked("a", "80", "", "5", "0"), marked("b", "80", "", "0", "9"), marked("c", "80", "", "", "")},
			[]string{"2", "1", "2"},
		},
		{
			"two without it are tied until the next",
			[]string{"response", "conversion"},
			[]facts.Agent{marked("a", "80", "", "1", "4"), marked("b", "80", "", "1", "3")},
			[]string{"2", "1"},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			doc := facts.Ranking{ID: "best", By: "mark", TieBreaks: tt.breaks}
			assert.Equal(t, tt.want, places(t, broken(), doc, tt.agents...))
		})
	}

	t.Run("every method counts what the chain leaves tied", func(t *testing.T) {
		agents := []facts.Agent{marked("a", "80", "20", "", ""), marked("b", "80", "30", "", ""), marked("c", "80", "20", "", "")}
		for ties, want := range map[facts.Ties][]string{
			facts.Modified: {"2", "3", "2"}, facts.Dense: {"1", "2", "1"}, facts.Ordinal: {"1", "3", "2"},
			facts.MeanRank: {"1.5", "3.0", "1.5"}, facts.PercentRank: {"0/2", "2/2", "0/2"},
		} {
			doc := facts.Ranking{ID: "best", By: "mark", TieBreaks: []string{"response"}, Ties: ties}
			assert.Equal(t, want, places(t, broken(), doc, agents...), ties)
		}
	})
	t.Run("a tie-break that must be given is reported where it is not, tie or no tie", func(t *testing.T) {
		s, c := schema(t, broken()), facts.NewCheck()
		ready, _ := s.Rankings(c, []facts.Ranking{{ID: "best", By: "mark", TieBreaks: []string{"service"}}}, columns.All(1))
		require.NoError(t, c.Err())
		without := marked("b", "70", "", "", "")
		delete(without.Values, "service")
		table := build(t, s, facts.Month{Period: january(), Agents: []facts.Agent{marked("a", "80", "", "", ""), without}})
		fc := facts.NewFactsCheck()
		ready[0].Run(table, fc)
		assert.Equal(t, []string{"metric.missing agents[1].values.service"}, list(fc.Problems()))
	})
}

func TestEligibility(t *testing.T) {
	metrics := facts.Metrics{
		"conversations": {Unit: facts.Count, Missing: facts.MissingZero},
		"late":          {Unit: facts.Count, Missing: facts.MissingZero},
		"late_rate":     {Unit: facts.Ratio, Better: facts.Lower, From: facts.From{Ratio: "late", To: "conversations"}},
	}
	talked := func(id, late, conversations string) facts.Agent {
		return facts.Agent{ID: id, Values: values{"late": d(late), "conversations": d(conversations)}}
	}
	sample := facts.When{{Metric: "conversations", AtLeast: dp("30")}}
	on := func(a facts.Agent, change func(*facts.Agent)) facts.Agent {
		change(&a)
		return a
	}
	trial := func(a *facts.Agent) { a.Status = facts.Probation }
	away := func(until int) func(*facts.Agent) {
		return func(a *facts.Agent) {
			a.Leave = []facts.Leave{{From: day(1), Until: day(until), Kind: facts.PaidLeave}}
		}
	}
	tests := []struct {
		name   string
		when   facts.When
		agents []facts.Agent
		want   []string
	}{
		{"a minimum sample of 30 conversations: 30 are enough, 29 are not", sample, []facts.Agent{talked("a", "0", "29"), talked("b", "3", "30"), talked("c", "1", "30")}, []string{"not applicable", "2", "1"}},
		{"row 67: no conversation is no sample and no division by zero", sample, []facts.Agent{talked("a", "0", "0"), talked("b", "3", "30")}, []string{"not applicable", "1"}},
		{
			"who is on probation takes no place",
			facts.When{{Status: []facts.Status{facts.Regular}}},
			[]facts.Agent{on(talked("a", "0", "99"), trial), talked("b", "9", "99")},
			[]string{"not applicable", "1"},
		},
		{
			"every clause must hold",
			append(facts.When{{Status: []facts.Status{facts.Regular, facts.Probation}}}, sample...),
			[]facts.Agent{on(talked("a", "0", "29"), trial), on(talked("b", "9", "30"), trial), talked("c", "0", "30")},
			[]string{"not applicable", "2", "1"},
		},
		{"row 66: on leave all month, no place", nil, []facts.Agent{on(talked("a", "0", "99"), away(31)), talked("b", "9", "99")}, []string{"not applicable", "1"}},
		{"row 66: a day of work is a place", nil, []facts.Agent{on(talked("a", "0", "99"), away(30)), talked("b", "9", "99")}, []string{"1", "2"}},
		{"row 61: nobody is eligible", sample, []facts.Agent{talked("a", "0", "1"), talked("b", "0", "2")}, []string{"not applicable", "not applicable"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			doc := facts.Ranking{ID: "best", By: "late_rate", Eligible: tt.when}
			assert.Equal(t, tt.want, places(t, metrics, doc, tt.agents...))
		})
	}
}

// TestTieBreaksHoldTheirLaw counts those who are better by the chain, each
// compared in whole numbers of the test's own.
func TestTieBreaksHoldTheirLaw(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		n := rapid.IntRange(0, 10).Draw(rt, "agents")
		agents, keys := make([]facts.Agent, n), make([][2]int, n)
		for i := range agents {
			mark, seconds := rapid.IntRange(0, 2).Draw(rt, "mark"), rapid.IntRange(-1, 2).Draw(rt, "seconds")
			text := strconv.Itoa(seconds)
			keys[i] = [2]int{-mark, seconds}
			if seconds < 0 { // none
				text, keys[i][1] = "", 99
			}
			agents[i] = marked("A"+strconv.Itoa(100+i), strconv.Itoa(mark), text, "", "")
		}
		want := make([]string, 0, n)
		for i := range keys {
			better := 0
			for k := range keys {
				if keys[k][0] < keys[i][0] || keys[k][0] == keys[i][0] && keys[k][1] < keys[i][1] {
					better++
				}
			}
			want = append(want, strconv.Itoa(better+1))
		}
		doc := facts.Ranking{ID: "r", By: "mark", TieBreaks: []string{"response"}}
		got := places(t, broken(), doc, rapid.Permutation(agents).Draw(rt, "order")...)
		require.Equal(rt, want, append([]string{}, got...))
	})
}
