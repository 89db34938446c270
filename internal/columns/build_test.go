package columns_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/cspay/cspay/scoring/facts"
)

// month is two agents without a fault, to be spoilt by one change.
func month() facts.Month {
	return facts.Month{
		Period: january(),
		Agents: []facts.Agent{
			{
				ID: "A01", Role: "after_sales", Values: values{"exam": d("86.5")},
				Days: []facts.Day{{Date: day(5), Values: values{"conversations": d("200"), "late": d("8"), "response": d("30")}}},
			},
			{ID: "A02", Role: "pre_sales"},
		},
		Events: []facts.Event{{ID: "E1", Agent: "A01", Kind: "bad_review", Date: day(5)}},
	}
}

func TestBuildChecksFacts(t *testing.T) {
	tests := []struct {
		name  string
		spoil func(m *facts.Month)
		want  []string
	}{
		{"nothing wrong", func(*facts.Month) {}, nil},
		{"no month", func(m *facts.Month) { m.Period = 0 }, []string{"shape.required month"}},
		{"a month before the calendar", func(m *facts.Month) { m.Period = -1 }, []string{"date.invalid month"}},
		{"a month behind the calendar", func(m *facts.Month) { m.Period = 1 << 30 }, []string{"date.invalid month"}},
		{"row 57: an id twice, in any order", func(m *facts.Month) {
			m.Agents = append(m.Agents, facts.Agent{ID: "A01"})
		}, []string{"id.duplicate agents[2].id"}},
		{"row 58: ids that differ by case are two agents and a warning", func(m *facts.Month) {
			m.Agents = append(m.Agents, facts.Agent{ID: "a01"})
		}, []string{"W id.near_duplicate agents[2].id"}},
		{"row 58: outer white space in an id", func(m *facts.Month) {
			m.Agents[1].ID = "A02 "
		}, []string{"id.space agents[1].id"}},
		{"a full-width space in front of an id", func(m *facts.Month) {
			m.Agents[1].ID = "　A02"
		}, []string{"id.space agents[1].id"}},
		{"an agent without an id", func(m *facts.Month) { m.Agents[1].ID = "" }, []string{"shape.required agents[1].id"}},
		{"row 68: an event of nobody", func(m *facts.Month) { m.Events[0].Agent = "A03" }, []string{"agent.unknown events[0].agent"}},
		{"an event without an id", func(m *facts.Month) { m.Events[0].ID = "" }, []string{"shape.required events[0].id"}},
		{"an event id twice", func(m *facts.Month) {
			m.Events = append(m.Events, facts.Event{ID: "E1", Agent: "A02", Kind: "bad_review", Date: day(6)})
		}, []string{"id.duplicate events[1].id"}},
		{"an event without a date", func(m *facts.Month) { m.Events[0].Date = 0 }, []string{"shape.required events[0].date"}},
		{"an event of the last day of the month before", func(m *facts.Month) {
			m.Events[0].Date = day(1) - 1
		}, []string{"date.outside_month events[0].date"}},
		{"row 47: an event of the first day of the next month", func(m *facts.Month) {
			m.Events[0].Date = day(31) + 1
		}, []string{"date.outside_month events[0].date"}},
		{"an event without a kind", func(m *facts.Month) { m.Events[0].Kind = "" }, []string{"shape.required events[0].kind"}},
		{"an event of a kind that no clause names", func(m *facts.Month) {
			m.Events[0].Kind = "bad_reviw"
		}, []string{"W name.unknown events[0].kind"}},
		{"an event in no known state", func(m *facts.Month) { m.Events[0].Status = "gone" }, []string{"word.unknown events[0].status"}},
		{"row 46: an event before the first day of service", func(m *facts.Month) {
			m.Agents[1].Hired, m.Events[0].Agent, m.Events[0].Date = day(10), "A02", day(9)
		}, []string{"date.outside_service events[0].date"}},
		{"an event on the first day of service", func(m *facts.Month) {
			m.Agents[1].Hired, m.Events[0].Agent, m.Events[0].Date = day(10), "A02", day(10)
		}, nil},
		{"row 46: an event after the last day of service", func(m *facts.Month) {
			m.Agents[1].Left, m.Events[0].Agent, m.Events[0].Date = day(10), "A02", day(11)
		}, []string{"date.outside_service events[0].date"}},
		{"an event on the last day of service", func(m *facts.Month) {
			m.Agents[1].Left, m.Events[0].Agent, m.Events[0].Date = day(10), "A02", day(10)
		}, nil},
		{"row 45: left before hired", func(m *facts.Month) {
			m.Agents[1].Hired, m.Agents[1].Left = day(10), day(9)
		}, []string{"date.order agents[1].left"}},
		{"a silent colleague who is nobody, the agent, or named twice", func(m *facts.Month) {
			m.Events[0].Silent = []string{"A03", "A01", "A02", "A02"}
		}, []string{"agent.unknown events[0].silent[0]", "agent.unknown events[0].silent[1]", "agent.unknown events[0].silent[3]"}},
		{"a silent colleague out of service that day", func(m *facts.Month) {
			m.Agents[1].Hired, m.Events[0].Silent = day(6), []string{"A02"}
		}, []string{"date.outside_service events[0].silent[0]"}},
		{"a daily row without a date", func(m *facts.Month) { m.Agents[0].Days[0].Date = 0 }, []string{"shape.required agents[0].days[0].date"}},
		{"a daily row of another month", func(m *facts.Month) {
			m.Agents[0].Days[0].Date = day(31) + 1
		}, []string{"date.outside_month agents[0].days[0].date"}},
		{"a daily row before service", func(m *facts.Month) {
			m.Agents[0].Hired, m.Events = day(6), nil
		}, []string{"date.outside_service agents[0].days[0].date"}},
		{"two daily rows of one date", func(m *facts.Month) {
			m.Agents[0].Days = append(m.Agents[0].Days, facts.Day{Date: day(5)})
		}, []string{"day.duplicate agents[0].days[1].date"}},
		{"an attendance that is none", func(m *facts.Month) {
			m.Agents[0].Days[0].Attendance = "half"
		}, []string{"word.unknown agents[0].days[0].attendance"}},
		{"a leave that ends before it starts", func(m *facts.Month) {
			m.Agents[1].Leave = []facts.Leave{{From: day(9), Until: day(8), Kind: facts.PaidLeave}}
		}, []string{"date.order agents[1].leave[0].until"}},
		{"row 50: a leave without its days", func(m *facts.Month) {
			m.Agents[1].Leave = []facts.Leave{{Until: day(8), Kind: facts.PaidLeave}, {From: day(8), Kind: facts.PaidLeave}}
		}, []string{"shape.required agents[1].leave[0].from", "shape.required agents[1].leave[1].until"}},
		{"a leave of worked days", func(m *facts.Month) {
			m.Agents[1].Leave = []facts.Leave{{From: day(8), Until: day(8), Kind: facts.Worked}, {From: day(8), Until: day(8)}}
		}, []string{"word.unknown agents[1].leave[0].kind", "word.unknown agents[1].leave[1].kind"}},
		{"a status that is none", func(m *facts.Month) { m.Agents[1].Status = "boss" }, []string{"word.unknown agents[1].status"}},
		{"a membership's status that is none, after the month too", func(m *facts.Month) {
			m.Agents[1].Memberships = []facts.Membership{{From: day(31) + 9, Status: "boss"}}
		}, []string{"word.unknown agents[1].memberships[0].status"}},
		{"memberships of one day or out of order", func(m *facts.Month) {
			m.Agents[1].Memberships = []facts.Membership{{From: day(9)}, {From: day(9)}, {From: day(8)}, {}}
		}, []string{
			"date.order agents[1].memberships[1].from", "date.order agents[1].memberships[2].from",
			"date.order agents[1].memberships[3].from",
		}},
		{"ballots about nobody, nothing, or both", func(m *facts.Month) {
			m.Ballots = []facts.Ballot{
				{Topic: "t", Voter: "v", Agent: "A03"},
				{Topic: "t", Voter: "v", Event: "E9"},
				{Topic: "t", Voter: "v"},
				{Topic: "t", Voter: "v", Agent: "A01", Event: "E1"},
			}
		}, []string{
			"agent.unknown ballots[0].agent", "name.unknown ballots[1].event", "shape.one_of ballots[2]", "shape.one_of ballots[3]",
		}},
		{"a ballot without a topic, or without a voter", func(m *facts.Month) {
			m.Ballots = []facts.Ballot{{Voter: "v", Agent: "A01"}, {Topic: "t", Agent: "A01"}, {Topic: "t", Voter: " v", Agent: "A01"}}
		}, []string{"shape.required ballots[0].topic", "shape.required ballots[1].voter", "id.space ballots[2].voter"}},
		{"a vote on a topic that is no panel", func(m *facts.Month) {
			m.Ballots = []facts.Ballot{{Topic: "t", Voter: "v", Agent: "A01", Score: d("4.33")}}
		}, []string{"W name.unknown ballots[0].topic"}},
		{"a vote finer than points", func(m *facts.Month) {
			m.Ballots = []facts.Ballot{{Topic: "t", Voter: "v", Agent: "A01", Score: d("4.333")}}
		}, []string{"W name.unknown ballots[0].topic", "number.scale ballots[0].score"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			m := month()
			tt.spoil(&m)
			c := facts.NewFactsCheck()
			schema(t, shop()).Build(m, c)
			assert.Equal(t, tt.want, list(c.Problems()))
		})
	}
}

func TestBuildSaysWhereAndWhatIsNearest(t *testing.T) {
	m := month()
	m.Agents = append(m.Agents, facts.Agent{ID: "A01"}, facts.Agent{ID: "a02"})
	m.Agents[0].Values["exem"] = d("1")
	m.Agents[0].Days = append(m.Agents[0].Days, facts.Day{Date: day(5)})
	m.Events = append(m.Events,
		facts.Event{ID: "E1", Agent: "A02", Kind: "bad_review", Date: day(6)},
		facts.Event{ID: "E2", Agent: "A02", Kind: "bad_reviw", Date: day(6)})
	c := facts.NewFactsCheck()
	schema(t, shop()).Build(m, c)
	for path, want := range map[string]string{
		"agents[2].id":              "an id of its own; also at agents[0].id",
		"agents[3].id":              "an id that differs by more than case from agents[1].id",
		"agents[0].values.exem":     "a metric of the policy; nearest: exam",
		"agents[0].days[1].date":    "one row a date; also at agents[0].days[0].date",
		"events[1].id":              "an id of its own; also at events[0].id",
		"events[2].kind":            "a kind that a clause of the policy names; nearest: bad_review",
		"agents[0].values.whatever": "",
	} {
		assert.Equal(t, want, wants(c.Problems(), path), path)
	}
}

func TestRow(t *testing.T) {
	table := build(t, schema(t, nil), facts.Month{Period: january(), Agents: []facts.Agent{{ID: "b"}, {ID: "B"}, {ID: "a"}, {ID: "差"}}})
	assert.Equal(t, []string{"B", "a", "b", "差"}, table.IDs, "byte order")
	for row, id := range table.IDs {
		got, ok := table.Row(id)
		assert.True(t, ok)
		assert.Equal(t, int32(row), got)
	}
	for _, id := range []string{"", "A", "aa", "z", "差差"} {
		_, ok := table.Row(id)
		assert.False(t, ok, id)
	}
	empty := build(t, schema(t, nil), facts.Month{Period: january()})
	_, ok := empty.Row("a")
	assert.False(t, ok)
	assert.Zero(t, empty.Rows(), "row 61")
}

func TestEventsStandByRowDayAndID(t *testing.T) {
	s := schema(t, shop())
	table := build(t, s, facts.Month{
		Period: january(), Agents: []facts.Agent{{ID: "A02"}, {ID: "A01"}, {ID: "A03"}},
		Events: []facts.Event{
			{ID: "E3", Agent: "A02", Kind: "bad_review", Date: day(2)},
			{ID: "E9", Agent: "A01", Kind: "bad_review", Date: day(31), Silent: []string{"A03", "A02"}},
			{ID: "E2", Agent: "A02", Kind: "bad_review", Date: day(2), Status: facts.Withdrawn, Silent: []string{"A03"}},
			{ID: "E1", Agent: "A02", Kind: "bad_review", Date: day(3)},
		},
	})
	var got []string
	for _, e := range table.Events {
		got = append(got, table.IDs[e.Row]+" "+e.ID)
	}
	assert.Equal(t, []string{"A01 E9", "A02 E2", "A02 E3", "A02 E1"}, got)
	assert.Len(t, table.EventsOf(1), 3)
	assert.Empty(t, table.EventsOf(2))
	assert.Equal(t, []int32{0, 1}, table.Witnessed(2))
	assert.Equal(t, []int32{0}, table.Witnessed(1))
	assert.True(t, table.Events[0].Counts())
	assert.False(t, table.Events[1].Counts(), "withdrawn")
}
