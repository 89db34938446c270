package twin

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// ytSeller is an agent of shop YT who worked one day and reached every target.
func ytSeller(t *testing.T, id, status string) Agent {
	t.Helper()
	return Agent{
		ID: id, Role: "pre_sales", Team: "one", Status: status, Hired: "2024-01-01",
		Values: cellsOf(t, map[string]string{"base_wage": "3000", "exam": "100"}),
		Days: []Day{{Date: "2026-09-01", Attendance: "worked", Values: cellsOf(t, map[string]string{
			"conversations": "50", "response": "25", "enquiries": "100", "buyers": "34", "sales": "1000.00", "orders": "10",
			"invited": "10", "satisfied": "6", "stars": "49", "ratings": "10", "tasks_done": "19", "tasks_due": "20",
		})}},
	}
}

// ytCell sets a daily figure of the seller.
func ytCell(t *testing.T, a Agent, name, value string) Agent {
	t.Helper()
	a.Days[0].Values[name] = num(t, value)
	return a
}

// runYT works September 2026 out and returns the sheets by agent.
func runYT(t *testing.T, m Month) map[string]*ytSheet {
	t.Helper()
	m.Period = "2026-09"
	list, err := workYT(m)
	require.NoError(t, err)
	sheets := map[string]*ytSheet{}
	for _, s := range list {
		sheets[s.agent.ID] = s
	}
	return sheets
}

// ytChat is a chat of the seller's day.
func ytChat(agent, source string, items ...string) Chat {
	return Chat{ID: "Q", Agent: agent, Date: "2026-09-01", Source: source, Items: items}
}

func TestYT2_FullMarksAreAHundred(t *testing.T) {
	s := runYT(t, Month{Agents: []Agent{ytSeller(t, "A", "")}})["A"]
	for id, want := range map[string]string{
		"conversion": "15.00", "sales": "20.00", "orders": "15.00", "response": "10.00", "satisfaction": "10.00",
		"exam": "8.00", "attendance": "7.00", "dsr": "8.00", "daily_work": "7.00", "praise": "0.00", "blame": "0.00",
	} {
		assert.Equal(t, want, fixed(s.points[id]), id)
	}
	assert.Equal(t, "100.00", fixed(s.score))
	assert.Equal(t, "2000.00", s.lines[1].Amount)
	assert.Equal(t, "12.00", s.lines[2].Amount, "1.2% of 1,000.00")
}

func TestYT3_PlacesAndTheirMarks(t *testing.T) {
	var agents []Agent
	for i, sales := range []string{"400", "300", "300", "200", "100"} {
		agents = append(agents, ytCell(t, ytSeller(t, string(rune('A'+i)), ""), "sales", sales))
	}
	agents = append(agents, ytCell(t, ytSeller(t, "P", "probation"), "sales", "350"))
	sheets := runYT(t, Month{Agents: agents})
	for agent, want := range map[string]struct {
		place  int
		points string
	}{"A": {1, "20.00"}, "B": {2, "18.00"}, "C": {2, "18.00"}, "D": {4, "12.00"}, "E": {5, "12.00"}} {
		assert.Equal(t, want.place, sheets[agent].salesPlace, agent)
		assert.Equal(t, want.points, fixed(sheets[agent].points["sales"]), agent)
		assert.Equal(t, 1, sheets[agent].ordersPlace, "all have 10 orders")
	}
	assert.Zero(t, sheets["P"].salesPlace, "on probation")
}

func TestYT1_ATeamIsOneSumAndOneDivision(t *testing.T) {
	for name, c := range map[string]struct{ stars, want string }{
		"exactly 4.9":     {"49", "8.00"},
		"a hair below it": {"48.99", "6.40"},
		"exactly 4.8":     {"47", "6.40"},
		"below 4.8":       {"46.9", "4.80"},
		"exactly 4.7":     {"45", "4.80"},
		"below 4.7":       {"44.9", "2.40"},
	} {
		t.Run(name, func(t *testing.T) {
			// B has 10 ratings with 49 stars, on probation, and A 10 with these.
			stars := num(t, c.stars)
			a := ytSeller(t, "A", "")
			a.Days[0].Values["stars"] = stars
			sheets := runYT(t, Month{Agents: []Agent{a, ytSeller(t, "B", "probation")}})
			assert.Equal(t, c.want, fixed(sheets["A"].points["dsr"]))
		})
	}
	t.Run("who moved brings the whole month", func(t *testing.T) {
		moved := ytSeller(t, "B", "")
		moved.Team, moved.Memberships = "two", []Membership{{From: "2026-09-15", Team: "one"}}
		ytCell(t, moved, "stars", "40")
		sheets := runYT(t, Month{Agents: []Agent{ytSeller(t, "A", ""), moved}})
		assert.Equal(t, "2.40", fixed(sheets["A"].points["dsr"]), "89 stars in 20 ratings")
	})
}

func TestYT1_ProbationIsSatisfactionAndProcess(t *testing.T) {
	for name, c := range map[string]struct {
		cell, value, line, want string
	}{
		"satisfied 60%":            {"satisfied", "6", "satisfaction", "40.00"},
		"satisfied below 60%":      {"satisfied", "5.99", "satisfaction", "28.00"},
		"satisfied 50%":            {"satisfied", "5", "satisfaction", "28.00"},
		"satisfied 40%":            {"satisfied", "4", "satisfaction", "16.00"},
		"satisfied below 40%":      {"satisfied", "3.99", "satisfaction", "0.00"},
		"30 s":                     {"response", "30", "response", "15.00"},
		"a thousandth over 30 s":   {"response", "30.001", "response", "9.00"},
		"45 s":                     {"response", "45", "response", "9.00"},
		"a thousandth over 45 s":   {"response", "45.001", "response", "0.00"},
		"95% of the tasks":         {"tasks_done", "19", "daily_work", "15.00"},
		"85% of the tasks":         {"tasks_done", "17", "daily_work", "9.00"},
		"below 85% of the tasks":   {"tasks_done", "16.99", "daily_work", "0.00"},
		"below 95% of the tasks":   {"tasks_done", "18.99", "daily_work", "9.00"},
		"the exam is not affected": {"tasks_done", "0", "exam", "10.00"},
	} {
		t.Run(name, func(t *testing.T) {
			a := ytCell(t, ytSeller(t, "A", "probation"), c.cell, c.value)
			s := runYT(t, Month{Agents: []Agent{a}, Chats: []Chat{ytChat("A", "satisfied"), ytChat("A", "dissatisfied")}})["A"]
			assert.Equal(t, c.want, fixed(s.points[c.line]))
			assert.Len(t, s.lines, 2, "no commission")
		})
	}
}

func TestYT8_AMarkOfEachSource(t *testing.T) {
	s := runYT(t, Month{Agents: []Agent{ytSeller(t, "A", "probation")}, Chats: []Chat{
		ytChat("A", "satisfied", "wrong_plan", "vague_answer"),   // 40
		ytChat("A", "satisfied"),                                 // 100
		ytChat("A", "dissatisfied", "slow_reply", "no_farewell"), // 85
		ytChat("A", "dissatisfied", "slow_reply", "shirking"),    // 0
	}})["A"]
	assert.Equal(t, "5.60", fixed(s.points["spot_satisfied"]))
	assert.Equal(t, "5.10", fixed(s.points["spot_dissatisfied"]))
	assert.Equal(t, "90.70", fixed(s.score), "40 + 15 + 15 + 10 + 5.60 + 5.10: a chat alone is no red line")

	t.Run("without a chat the others carry its points", func(t *testing.T) {
		s := runYT(t, Month{Agents: []Agent{ytSeller(t, "A", "probation")}, Chats: []Chat{ytChat("A", "satisfied")}})["A"]
		assert.NotContains(t, s.points, "spot_dissatisfied")
		assert.Equal(t, "100.00", fixed(s.score))
		assert.Equal(t, "10.00", fixed(s.points["spot_satisfied"])) // 60 x 8 / 48
	})
}

func TestYT8_TeamsArePlacedWhateverTheirSize(t *testing.T) {
	agents := []Agent{ytSeller(t, "A", ""), ytSeller(t, "B", ""), ytSeller(t, "C", ""), ytSeller(t, "D", "")}
	agents[1].Team, agents[2].Team, agents[3].Team = "one", "two", "three"
	sheets := runYT(t, Month{Agents: agents, Chats: []Chat{
		ytChat("A", "satisfied"), ytChat("B", "satisfied", "slow_reply"), // 1 in 2
		ytChat("C", "satisfied", "slow_reply"), ytChat("C", "satisfied"), // 1 in 2
		ytChat("D", "satisfied", "slow_reply"), // 1 in 1
	}})
	for agent, want := range map[string]int{"A": 1, "B": 1, "C": 1, "D": 2} {
		assert.Equal(t, want, sheets[agent].pkPlace, agent)
	}
}

func TestYT4_PraiseAndBlame(t *testing.T) {
	for name, c := range map[string]struct {
		praises, blames int
		want            string
	}{
		"3 praises and 1 blame are +4": {3, 1, "104.00"},
		"none":                         {0, 0, "100.00"},
		"49 blames leave 2":            {0, 49, "2.00"},
		"50 blames leave nothing":      {0, 50, "0.00"},
		"51 blames leave nothing":      {0, 51, "0.00"},
		"50 praises double it":         {50, 0, "200.00"},
	} {
		t.Run(name, func(t *testing.T) {
			events := append(repeated("praise", "A", "2026-09-02", c.praises), repeated("blame", "A", "2026-09-02", c.blames)...)
			s := runYT(t, Month{Agents: []Agent{ytSeller(t, "A", "")}, Events: events})["A"]
			assert.Equal(t, c.want, fixed(s.score))
		})
	}
}

func TestYT7_RedLines(t *testing.T) {
	for name, c := range map[string]struct {
		shirkings, promises int
		score               string
		lines               []string
		red                 []string
	}{
		"none":           {0, 0, "100.00", []string{"base 3000.00", "performance 2000.00", "commission 12.00"}, nil},
		"shirking":       {1, 0, "0.00", []string{"base 3000.00", "performance 0.00 review", "commission 5.00 review"}, []string{"shirking"}},
		"shirking twice": {2, 0, "0.00", []string{"base 3000.00", "performance 0.00 review", "commission 5.00 review"}, []string{"shirking"}},
		"a promise": {0, 1, "100.00", []string{
			"base 3000.00", "performance 2000.00", "performance -2000.00 review", "commission 12.00", "commission -12.00 review",
		}, []string{"promise"}},
		"both": {1, 1, "0.00", []string{
			"base 3000.00", "performance 0.00 review", "commission 5.00 review", "commission -5.00 review",
		}, []string{"shirking", "promise"}},
	} {
		t.Run(name, func(t *testing.T) {
			events := append(repeated("shirking", "A", "2026-09-02", c.shirkings), repeated("promise_broken", "A", "2026-09-02", c.promises)...)
			s := runYT(t, Month{Agents: []Agent{ytSeller(t, "A", "")}, Events: events})["A"]
			assert.Equal(t, c.score, fixed(s.score))
			assert.Equal(t, c.red, s.redLines())
			var got []string
			for _, l := range s.lines {
				text := l.Item + " " + l.Amount
				if l.Review {
					text += " review"
				}
				got = append(got, text)
			}
			assert.Equal(t, c.lines, got)
		})
	}
}

func TestYT5_RatesAtTheSteps(t *testing.T) {
	for score, want := range map[string]string{
		"104": "12.00", "90": "12.00", "89.99": "10.00", "80": "10.00", "79.99": "8.00", "60": "8.00", "59.99": "5.00", "0": "5.00",
	} {
		assert.Equal(t, want, fixed(mul(whole(1000), ytCommissionRate(num(t, score)))), score)
	}
}

func TestYTWhoWorkedNoDayHasNoScore(t *testing.T) {
	a := ytSeller(t, "A", "")
	a.Days, a.Leave = nil, []Leave{{From: "2026-08-01", Until: "2026-10-31", Kind: "paid_leave"}}
	s := runYT(t, Month{Agents: []Agent{a}})["A"]
	assert.Nil(t, s.score)
	assert.Equal(t, []int{0, 0, 0, 0}, []int{s.scorePlace, s.salesPlace, s.ordersPlace, s.pkPlace})
	var got []string
	for _, l := range s.lines {
		got = append(got, l.Item+" "+l.Amount)
	}
	assert.Equal(t, []string{"base 3000.00", "performance 0.00", "commission 0.00"}, got)
}

func TestYTFactsThatCanNotBeComputedWithAreErrors(t *testing.T) {
	for name, c := range map[string]struct {
		change func(m *Month)
		want   string
	}{
		"a status without a scheme":  {func(m *Month) { m.Agents[0].Status = "intern" }, `agent A is "intern", which has no scheme`},
		"no response":                {func(m *Month) { delete(m.Agents[0].Days[0].Values, "response") }, "agent A has no response"},
		"no base wage":               {func(m *Month) { delete(m.Agents[0].Values, "base_wage") }, "agent A has no base_wage"},
		"an event of nobody":         {func(m *Month) { m.Events = repeated("praise", "B", "2026-09-01", 1) }, "agent B, who is not in the roster"},
		"a chat before the hiring":   {func(m *Month) { m.Agents[0].Hired = "2026-09-02"; m.Chats = []Chat{ytChat("A", "satisfied")} }, "agent A was not in service"},
		"a kind that is not known":   {func(m *Month) { m.Events = repeated("late", "A", "2026-09-01", 1) }, "is of kind late"},
		"an error that is not known": {func(m *Month) { m.Chats = []Chat{ytChat("A", "satisfied", "typo")} }, "has the error typo"},
		"a block in which all is open": {func(m *Month) {
			m.Agents[0].Status = "probation"
			delete(m.Agents[0].Days[0].Values, "invited")
			m.Agents[0].Days = append(m.Agents[0].Days, Day{Date: "2026-09-02", Values: cellsOf(t, map[string]string{"invited": "0"})})
		}, "agent A has a block in which nothing applies"},
	} {
		t.Run(name, func(t *testing.T) {
			m := Month{Period: "2026-09", Agents: []Agent{ytSeller(t, "A", "")}}
			c.change(&m)
			_, err := CloseYT(m)
			require.ErrorContains(t, err, c.want)
		})
	}
	_, err := CloseYT(Month{Period: fmt.Sprint(2026)})
	require.ErrorContains(t, err, "month")
}
