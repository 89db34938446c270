package twin

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
)

// Year is what shop TM's months make of careers.
type Year struct {
	Months []YearMonth `json:"months"`
}

// YearMonth is one month of it, agents by id.
type YearMonth struct {
	Month      string          `json:"month"`
	Moves      []YearMove      `json:"moves"`
	Candidates []YearCandidate `json:"candidates"`
	Plans      []YearPlan      `json:"plans"`
	// Levels are those in force, and Totals what the month pays, by agent.
	Levels map[string]string `json:"levels"`
	Totals map[string]string `json:"totals"`

	// Result is the whole month, line by line.
	Result Result `json:"-"`
}

// YearMove is a step up or down the ladder: proposed, open, effective or
// rejected.
type YearMove struct {
	Agent string `json:"agent"`
	From  string `json:"from"`
	To    string `json:"to"`
	// Reason is promotion, or the id of the demotion.
	Reason string `json:"reason"`
	State  string `json:"state"`
	Clause string `json:"clause"`
}

// YearCandidate is a rule by which somebody is to be looked at by a person:
// proposed, open, effective, rejected, or exempt for whom the law protects.
type YearCandidate struct {
	Agent string `json:"agent"`
	Rule  string `json:"rule"`
	// Months are those that the rule rests on.
	Months []string `json:"months"`
	State  string   `json:"state"`
	Clause string   `json:"clause"`
}

// YearPlan is an improvement plan: open, extended, passed or failed.
type YearPlan struct {
	Agent  string `json:"agent"`
	Plan   string `json:"plan"`
	Status string `json:"status"`
	Opened string `json:"opened"`
	Due    string `json:"due"`
}

// JSON returns the year as the file expected_year.json has it.
func (y Year) JSON() ([]byte, error) {
	b, err := json.MarshalIndent(y, "", "  ")
	if err != nil {
		return nil, err
	}
	return append(b, '\n'), nil
}

// CloseTMYear computes the months of shop TM one after the other. It returns an
// error where [CloseTM] does, if the months do not follow each other and if a
// decision is about nothing that is open.
func CloseTMYear(months []Month) (Year, error) {
	var y Year
	careers := map[string]*career{}
	for i, m := range months {
		if i > 0 && m.Period != later(months[i-1].Period, 1) {
			return Year{}, fmt.Errorf("%s does not follow %s", m.Period, months[i-1].Period)
		}
		month, err := closeYearMonth(m, careers)
		if err != nil {
			return Year{}, fmt.Errorf("%s: %w", m.Period, err)
		}
		y.Months = append(y.Months, month)
	}
	return y, nil
}

// closeYearMonth closes a month from where careers stand to where they go on.
func closeYearMonth(m Month, careers map[string]*career) (YearMonth, error) {
	out := YearMonth{
		Month: m.Period, Moves: []YearMove{}, Candidates: []YearCandidate{}, Plans: []YearPlan{},
		Levels: map[string]string{}, Totals: map[string]string{},
	}
	agents := slices.Clone(m.Agents)
	for i := range agents {
		a := &agents[i]
		if careers[a.ID] == nil {
			careers[a.ID] = newCareer(a.Level)
		}
		a.Level = careers[a.ID].level
	}
	slices.SortFunc(agents, func(a, b Agent) int { return cmp.Compare(a.ID, b.ID) })
	m.Agents = agents
	if err := decide(m, careers, &out); err != nil {
		return YearMonth{}, err
	}
	for i := range agents {
		agents[i].Level = careers[agents[i].ID].level
	}
	sheets, err := placedTM(m)
	if err != nil {
		return YearMonth{}, err
	}
	for _, s := range sheets {
		c := careers[s.agent.ID]
		c.streaks(m.Period, streaksOf(s, sheets))
		s.examHit, s.typingHit = c.hit(m.Period, examFailing), c.hit(m.Period, typingBelow)
		c.move(m.Period, s, &out)
		c.review(m.Period, s, &out)
		c.coach(m.Period, s, &out)
	}
	if err := payTM(m, sheets); err != nil {
		return YearMonth{}, err
	}
	out.Result = resultTM(m, sheets)
	for i, s := range sheets {
		c, slip := careers[s.agent.ID], &out.Result.Slips[i]
		if c.owed.Sign() > 0 {
			slip.Before = fixed(c.owed)
		}
		c.owed = add(c.owed, s.withstood)
		out.Levels[slip.Agent], out.Totals[slip.Agent] = c.level, slip.Total
	}
	out.sort()
	return out, nil
}

// sort puts the findings in the order of ids; what an earlier month left stands
// before what the month itself found.
func (y *YearMonth) sort() {
	slices.SortStableFunc(y.Moves, func(a, b YearMove) int { return cmp.Compare(a.Agent, b.Agent) })
	slices.SortStableFunc(y.Candidates, func(a, b YearCandidate) int { return cmp.Compare(a.Agent, b.Agent) })
	slices.SortStableFunc(y.Plans, func(a, b YearPlan) int { return cmp.Compare(a.Agent, b.Agent) })
}
