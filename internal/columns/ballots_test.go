package columns_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// voting has both panels and what is made of them; change alters the panels.
func voting(t *testing.T, change func(team, fault *facts.Panel)) *columns.Schema {
	t.Helper()
	team, fault := marks(), faults()
	if change != nil {
		change(&team, &fault)
	}
	c := facts.NewCheck()
	s := columns.NewSchemaWith(columns.Vocabulary{
		Panels: facts.Panels{"teamwork": team, "attribution": fault},
		Metrics: facts.Metrics{
			"team":   {Unit: facts.Points, Better: facts.Higher, From: facts.From{Panel: "teamwork"}},
			"team0":  {Unit: facts.Points, From: facts.From{Panel: "teamwork"}, Missing: facts.MissingZero},
			"teamNA": {Unit: facts.Number, From: facts.From{Panel: "teamwork"}, Missing: facts.MissingNotApplicable},
			"bad":    {Unit: facts.Count, Better: facts.Lower, From: facts.From{Event: "bad_review", Panel: "attribution"}},
			"bad0":   {Unit: facts.Count, From: facts.From{Event: "bad_review", Panel: "attribution"}, Missing: facts.MissingZero},
			"all":    {Unit: facts.Points, From: facts.From{Event: "bad_review"}},
			"share":  {Unit: facts.Ratio, From: facts.From{Ratio: "bad", To: "all"}},
			"calls":  {Unit: facts.Count, From: facts.From{Daily: facts.Sum}, Missing: facts.MissingZero},
		},
	}, c)
	require.Empty(t, list(c.Problems()))
	return s
}

// votingMonth is an agent with one bad review and one without.
func votingMonth() facts.Month {
	return facts.Month{
		Period: january(), Agents: []facts.Agent{{ID: "A01"}, {ID: "A02"}},
		Events: []facts.Event{{ID: "E1", Agent: "A01", Kind: "bad_review", Date: day(5)}},
	}
}

func onAgent(voter, role, score string) facts.Ballot {
	return facts.Ballot{Topic: "teamwork", Agent: "A01", Voter: voter, Role: role, Score: d(score)}
}

func onEvent(voter, role, score string) facts.Ballot {
	return facts.Ballot{Topic: "attribution", Event: "E1", Voter: voter, Role: role, Score: d(score)}
}

// cast makes votes of different voters; the first has the panel's first role.
func cast(make func(voter, role, score string) facts.Ballot, scores ...string) []facts.Ballot {
	var out []facts.Ballot
	for i, s := range scores {
		role := marks().Roles[i%len(marks().Roles)]
		out = append(out, make(fmt.Sprintf("V%d", i), role, s))
	}
	return out
}

func TestBallotsAreChecked(t *testing.T) {
	tests := []struct {
		name    string
		ballots []facts.Ballot
		want    []string
	}{
		{"the least mark", cast(onAgent, "0"), nil},
		{"a hundredth below it", cast(onAgent, "-0.01"), []string{"vote.scale ballots[0].score"}},
		{"the highest mark", cast(onAgent, "5"), nil},
		{"a hundredth above it", cast(onAgent, "5.01"), []string{"vote.scale ballots[0].score"}},
		{"a mark of hundredths", cast(onAgent, "4.25"), nil},
		{"a mark of thousandths", cast(onAgent, "4.255"), []string{"number.scale ballots[0].score"}},
		{"a mark beyond all use", cast(onAgent, "1e40"), []string{"number.range ballots[0].score"}},
		{"for and against", cast(onEvent, "1", "0"), nil},
		{"half for", cast(onEvent, "0.5"), []string{"vote.scale ballots[0].score"}},
		{"more than for", cast(onEvent, "1.01"), []string{"vote.scale ballots[0].score"}},
		{"less than against", cast(onEvent, "-1"), []string{"vote.scale ballots[0].score"}},
		{"a voter of no role of the panel", []facts.Ballot{onAgent("V", "owner", "5"), onEvent("V", "owner", "1")}, []string{"vote.role ballots[0].role", "vote.role ballots[1].role"}},
		{"a voter without a role", []facts.Ballot{onAgent("V", "", "5")}, []string{"vote.role ballots[0].role"}},
		{"two voters of one role", []facts.Ballot{onAgent("V", "qa", "5"), onAgent("W", "qa", "5")}, nil},
		{"a vote on oneself", []facts.Ballot{onAgent("A01", "lead", "5")}, []string{"vote.self ballots[0].voter"}},
		{"a vote on one's own event", []facts.Ballot{onEvent("A01", "lead", "0")}, []string{"vote.self ballots[0].voter"}},
		{"a colleague's vote", []facts.Ballot{onAgent("A02", "lead", "5"), onEvent("A02", "lead", "0")}, nil},
		{"a voter twice, in another role", []facts.Ballot{onAgent("V", "qa", "5"), onAgent("V", "lead", "4")}, []string{"vote.double ballots[1].voter"}},
		{"a voter twice on one event", []facts.Ballot{onEvent("V", "qa", "1"), onEvent("W", "qa", "1"), onEvent("V", "qa", "1")}, []string{"vote.double ballots[2].voter"}},
		{"a voter three times", []facts.Ballot{onAgent("V", "qa", "5"), onAgent("V", "qa", "5"), onAgent("V", "qa", "5")}, []string{"vote.double ballots[1].voter", "vote.double ballots[2].voter"}},
		{"a voter on an agent and on the agent's event", []facts.Ballot{onAgent("V", "qa", "5"), onEvent("V", "qa", "1")}, nil},
		{"marks for an event", []facts.Ballot{{Topic: "teamwork", Event: "E1", Voter: "V", Role: "qa", Score: d("1")}}, []string{"shape.one_of ballots[0]"}},
		{"a verdict on an agent", []facts.Ballot{{Topic: "attribution", Agent: "A01", Voter: "V", Role: "qa", Score: d("1")}}, []string{"shape.one_of ballots[0]"}},
		{"a misspelt panel", []facts.Ballot{{Topic: "teamwrk", Agent: "A01", Voter: "V", Role: "qa", Score: d("5")}}, []string{"W name.unknown ballots[0].topic"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			m := votingMonth()
			m.Ballots = tt.ballots
			c := facts.NewFactsCheck()
			voting(t, nil).Build(m, c)
			assert.Equal(t, tt.want, list(c.Problems()))
		})
	}
}

func TestBallotsSayWhatIsWanted(t *testing.T) {
	m := votingMonth()
	m.Ballots = []facts.Ballot{
		onAgent("V", "qa", "5"), onAgent("V", "qa", "5"), onAgent("W", "owner", "5"), onAgent("X", "qa", "6"),
		onEvent("V", "qa", "2"),
		{Topic: "teamwrk", Agent: "A01", Voter: "V", Role: "qa", Score: d("5")},
	}
	c := facts.NewFactsCheck()
	voting(t, nil).Build(m, c)
	ps := c.Problems()
	assert.Equal(t, "one vote a voter; also at ballots[0].voter", wants(ps, "ballots[1].voter"))
	assert.Equal(t, "one of lead qa boss trainer", wants(ps, "ballots[2].role"))
	assert.Equal(t, "a vote from 0.00 to 5.00", wants(ps, "ballots[3].score"))
	assert.Equal(t, "1 for the agent's fault, or 0", wants(ps, "ballots[4].score"))
	assert.Equal(t, "a panel of the policy; nearest: teamwork", wants(ps, "ballots[5].topic"))
	for _, p := range ps {
		assert.NotContains(t, p.Error(), "6", "a vote is not told in a message")
	}
}

func TestMeanOfVotes(t *testing.T) {
	two := func(team, _ *facts.Panel) { team.Quorum = intp(2) }
	spared := func(team, _ *facts.Panel) { team.BelowQuorum = facts.QuorumNotApplicable }
	said := func(team, _ *facts.Panel) { team.BelowQuorum = facts.QuorumError }
	anybody := func(team, _ *facts.Panel) { team.Roles = nil }
	tests := []struct {
		name   string
		panel  func(team, fault *facts.Panel)
		scores []string
		want   [3]string // team, team0, teamNA
	}{
		{"SW4: 5, 4, 4 stay 13/3", nil, []string{"5", "4", "4"}, [3]string{"13.00/3", "13.00/3", "13.00/3"}},
		{"SW4: one of five is absent", nil, []string{"5", "4", "4", "3"}, [3]string{"16.00/4", "16.00/4", "16.00/4"}},
		{"fractions of marks", nil, []string{"4.5", "4.25", "4"}, [3]string{"12.75/3", "12.75/3", "12.75/3"}},
		{"no mark at all but zeros", nil, []string{"0", "0", "0"}, [3]string{"0.00/3", "0.00/3", "0.00/3"}},
		{"3 votes are the quorum when none is stated", nil, []string{"5", "5"}, [3]string{"missing", "0.00", "not applicable"}},
		{"below_quorum: error is the same said", said, []string{"5", "5"}, [3]string{"missing", "0.00", "not applicable"}},
		{"no vote", nil, nil, [3]string{"missing", "0.00", "not applicable"}},
		{"a quorum of 2 is reached", two, []string{"5", "4"}, [3]string{"9.00/2", "9.00/2", "9.00/2"}},
		{"a quorum of 2 is missed", two, []string{"5"}, [3]string{"missing", "0.00", "not applicable"}},
		{"too few, not applicable whatever the metric says", spared, []string{"5", "5"}, [3]string{"not applicable", "not applicable", "not applicable"}},
		{"enough, where too few were not applicable", spared, []string{"5", "5", "5"}, [3]string{"15.00/3", "15.00/3", "15.00/3"}},
		{"a panel without roles", anybody, []string{"5", "5", "2"}, [3]string{"12.00/3", "12.00/3", "12.00/3"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s, m := voting(t, tt.panel), votingMonth()
			m.Ballots = cast(onAgent, tt.scores...)
			table := build(t, s, m)
			got := [3]string{read(t, s, table, "A01", "team"), read(t, s, table, "A01", "team0"), read(t, s, table, "A01", "teamNA")}
			assert.Equal(t, tt.want, got)
		})
	}
	t.Run("a panel without roles takes a voter without one", func(t *testing.T) {
		s, m := voting(t, anybody), votingMonth()
		m.Ballots = []facts.Ballot{onAgent("V", "", "5"), onAgent("W", "owner", "4"), onAgent("X", "", "3")}
		assert.Equal(t, "12.00/3", read(t, s, build(t, s, m), "A01", "team"))
	})
	t.Run("who worked no day needs no votes", func(t *testing.T) {
		s, m := voting(t, nil), votingMonth()
		m.Agents[0].Leave = []facts.Leave{{From: day(1), Until: day(31), Kind: facts.PaidLeave}}
		table := build(t, s, m)
		assert.Equal(t, "not applicable", read(t, s, table, "A01", "team"))
		assert.Equal(t, "not applicable", read(t, s, table, "A01", "bad"), "nor do their events")
	})
}

func TestAttributedEvents(t *testing.T) {
	tie := func(tie facts.Tie) func(team, fault *facts.Panel) {
		return func(_, fault *facts.Panel) { fault.Tie = tie }
	}
	three := func(_, fault *facts.Panel) { fault.Quorum = intp(3) }
	spared := func(_, fault *facts.Panel) { fault.Quorum, fault.BelowQuorum = intp(3), facts.QuorumNotApplicable }
	tests := []struct {
		name  string
		panel func(team, fault *facts.Panel)
		votes []string
		want  string // bad
		warns []string
	}{
		{"4-0 is the agent's fault", nil, []string{"1", "1", "1", "1"}, "1", nil},
		{"3-1 is the agent's fault", nil, []string{"1", "1", "1", "0"}, "1", nil},
		{"SW6: 2-2 is not attributable", nil, []string{"1", "1", "0", "0"}, "0", nil},
		{"2-2 is not attributable, said", tie(facts.NotAttributable), []string{"1", "0", "1", "0"}, "0", nil},
		{"2-2 against the agent", tie(facts.Against), []string{"1", "1", "0", "0"}, "1", nil},
		{"2-2 undecided", tie(facts.Undecided), []string{"1", "1", "0", "0"}, "0", []string{"W vote.undecided events[0]"}},
		{"1-3 is not the agent's fault", nil, []string{"1", "0", "0", "0"}, "0", nil},
		{"1-3, where a tie is against the agent", tie(facts.Against), []string{"1", "0", "0", "0"}, "0", nil},
		{"3-1, where a tie is undecided", tie(facts.Undecided), []string{"1", "1", "1", "0"}, "1", nil},
		{"0-4", nil, []string{"0", "0", "0", "0"}, "0", nil},
		{"one vote is the quorum when none is stated", nil, []string{"1"}, "1", nil},
		{"no vote is too few", nil, nil, "missing", nil},
		{"no vote is no tie", tie(facts.Against), nil, "missing", nil},
		{"a quorum of 3 is reached", three, []string{"1", "1", "0"}, "1", nil},
		{"a quorum of 3 is missed", three, []string{"1", "1"}, "missing", nil},
		{"too few, so that the event does not count", spared, []string{"1", "1"}, "0", nil},
		{"enough, where too few do not count", spared, []string{"1", "1", "1"}, "1", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s, m := voting(t, tt.panel), votingMonth()
			m.Ballots = cast(onEvent, tt.votes...)
			c := facts.NewFactsCheck()
			table := s.Build(m, c)
			assert.Equal(t, tt.warns, list(c.Problems()))
			assert.Equal(t, tt.want, read(t, s, table, "A01", "bad"))
			assert.Equal(t, "0", read(t, s, table, "A02", "bad"), "who has no event")
			assert.Equal(t, "1", read(t, s, table, "A01", "all"), "a count, whatever its unit")
		})
	}
}

func TestOnlyWhatCountsIsVotedOn(t *testing.T) {
	s, m := voting(t, nil), votingMonth()
	for i, status := range []facts.EventStatus{facts.Reported, facts.Withdrawn, facts.Overturned, facts.Upheld} {
		id := fmt.Sprintf("E%d", i+2)
		m.Events = append(m.Events, facts.Event{ID: id, Agent: "A01", Kind: "bad_review", Date: day(6), Status: status})
		m.Ballots = append(m.Ballots, facts.Ballot{Topic: "attribution", Event: id, Voter: "V", Role: "qa", Score: d("1")})
	}
	m.Ballots = append(m.Ballots, onEvent("V", "qa", "1"))
	m.Exclusions = []facts.Exclusion{{Event: "E1", Reason: "platform"}}
	table := build(t, s, m)
	assert.Equal(t, "1", read(t, s, table, "A01", "bad"), "the upheld one that is not excluded")

	m.Ballots = m.Ballots[3:4] // on the upheld one alone
	assert.Equal(t, "1", read(t, s, build(t, s, m), "A01", "bad"), "what does not count needs no votes")
}

// TestQuorumIsSaid needs values that too few voted on.
func TestQuorumIsSaid(t *testing.T) {
	s, m := voting(t, nil), votingMonth()
	m.Agents[0], m.Agents[1] = m.Agents[1], m.Agents[0]
	m.Events = append(
		m.Events,
		facts.Event{ID: "E0", Agent: "A01", Kind: "bad_review", Date: day(7)},
		facts.Event{ID: "E2", Agent: "A01", Kind: "bad_review", Date: day(6)},
	)
	m.Ballots = append(cast(onAgent, "5", "4"), onEvent("V", "qa", "1"))
	table := build(t, s, m)
	row, ok := table.Row("A01")
	require.True(t, ok)
	need := func(metric string, state explain.State) facts.Problems {
		c := facts.NewFactsCheck()
		table.FailState(c, row, metric, state)
		return c.Problems()
	}
	team := need("team", explain.Missing)
	assert.Equal(t, []string{"vote.quorum agents[1].values.team"}, list(team))
	assert.Equal(t, "at least 3 votes of teamwork, not 2", team[0].Want)
	assert.Equal(t, "A01", team[0].Agent)
	bad := need("bad", explain.Missing)
	assert.Equal(t, []string{"vote.quorum events[2]", "vote.quorum events[1]"}, list(bad), "each event, by day")
	assert.Equal(t, "at least 1 vote of attribution, not 0", bad[0].Want)
	assert.Equal(t, []string{"vote.quorum events[2]", "vote.quorum events[1]"}, list(need("share", explain.Missing)), "a part of a ratio")
	assert.Equal(t, []string{"metric.missing agents[1].values.calls"}, list(need("calls", explain.Missing)), "what no panel makes")
	assert.Empty(t, need("team", explain.NotApplicable))
}

func TestAPanelTakesNoValueAndNoExclusion(t *testing.T) {
	s, m := voting(t, nil), votingMonth()
	m.Agents[0].Values = values{"team": d("5"), "bad": d("1")}
	m.Exclusions = []facts.Exclusion{{Agent: "A01", Subtract: values{"team": d("1")}, Reason: "r"}}
	c := facts.NewFactsCheck()
	s.Build(m, c)
	assert.Equal(t, []string{
		"metric.derived exclusions[0].subtract.team", "metric.derived agents[0].values.bad", "metric.derived agents[0].values.team",
	}, list(c.Problems()))
}

// TestVotesAreTold holds what is said of the votes to what was counted.
func TestVotesAreTold(t *testing.T) {
	spared := func(team, fault *facts.Panel) {
		team.Quorum, team.BelowQuorum, team.Roles = intp(2), facts.QuorumNotApplicable, nil
		fault.Quorum, fault.BelowQuorum, fault.Tie = intp(2), facts.QuorumNotApplicable, facts.Undecided
	}
	s, m := voting(t, spared), votingMonth()
	m.Ballots = []facts.Ballot{onAgent("W", "qa", "4"), onAgent("V", "", "5"), {Topic: "teamwork", Agent: "A02", Voter: "V", Score: d("5")}}
	for i, votes := range [][]string{{"1", "1", "0"}, {"1", "0"}, {"0", "0"}, {"1"}} {
		id := fmt.Sprintf("E%d", i+1)
		if i > 0 {
			m.Events = append(m.Events, facts.Event{ID: id, Agent: "A01", Kind: "bad_review", Date: day(5)})
		}
		for _, b := range cast(onEvent, votes...) {
			b.Event = id
			m.Ballots = append(m.Ballots, b)
		}
	}
	table := build(t, s, m)
	tell := func(agent, metric string) explain.Step {
		ref, ok := s.Lookup(metric)
		require.True(t, ok)
		row, ok := table.Row(agent)
		require.True(t, ok)
		return table.Explain(ref, row)
	}
	team := tell("A01", "team")
	assert.Equal(t, explain.Code("metric.panel"), team.Code)
	var said []string
	for _, step := range team.Steps {
		said = append(said, step.Sentence(explain.English))
	}
	assert.Equal(t, []string{"voter: 5 points", "QA: 4 points"}, said, "by role, and no voter is named")
	assert.Equal(t, "team not applicable: 1 of the 2 votes that teamwork needs", tell("A02", "team").Sentence(explain.English))

	bad := tell("A01", "bad")
	var codes []explain.Code
	sum := int64(0)
	for _, step := range bad.Steps {
		codes = append(codes, step.Code)
		sum += step.Value.Unscaled
	}
	assert.Equal(t, []explain.Code{"event.attributed", "event.undecided", "event.unattributed", "event.short"}, codes)
	assert.Equal(t, bad.Value.Unscaled, sum, "the events that count are the number")
	assert.Equal(t, int64(1), sum)
}
