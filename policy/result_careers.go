package policy

import (
	"bufio"
	"encoding/json"
	"slices"

	"github.com/shopspring/decimal"

	"github.com/cspay/cspay/rank"
	"github.com/cspay/cspay/scoring/facts"
)

// jsonMove is a step on the ladder as a program reads it.
type jsonMove struct {
	Agent string `json:"agent"`
	From  string `json:"from"`
	To    string `json:"to"`
	// Reason is promotion, or the id of the demotion.
	Reason string `json:"reason"`
	jsonProposal
	Rules []jsonRule `json:"rules"`
}

// jsonCandidate is one rule by which an agent is put before a person.
type jsonCandidate struct {
	Agent string `json:"agent"`
	jsonRule
	jsonProposal
	Protected bool `json:"protected,omitempty"`
}

// jsonProposal is where a proposal stands and what was decided.
type jsonProposal struct {
	State    string `json:"state"`
	Clause   string `json:"clause"`
	Proposed string `json:"proposed"`
	Who      string `json:"who,omitempty"`
	Date     string `json:"date,omitempty"`
	Note     string `json:"note,omitempty"`
}

// jsonRule is a rule with the months that it rests on.
type jsonRule struct {
	Rule   string   `json:"rule"`
	Months []string `json:"months"`
	// Evidence is there in a month in which the rule holds.
	Evidence []jsonEvidence `json:"evidence,omitempty"`
}

// jsonEvidence is a month of the evidence.
type jsonEvidence struct {
	Month    string     `json:"month"`
	Effect   string     `json:"effect"`
	Status   string     `json:"status,omitempty"`
	Unranked bool       `json:"unranked,omitempty"`
	Unknown  bool       `json:"unknown,omitempty"`
	Values   []jsonSeen `json:"values,omitempty"`
}

type jsonSeen struct {
	Name   string   `json:"name"`
	Value  string   `json:"value"`
	Of     int      `json:"of,omitempty"`
	Tied   int      `json:"tied,omitempty"`
	Others []string `json:"others,omitempty"`
}

// jsonPlan is an improvement plan as a program reads it.
type jsonPlan struct {
	Agent      string          `json:"agent"`
	Plan       string          `json:"plan"`
	Status     string          `json:"status"`
	Metric     string          `json:"metric"`
	Goal       json.RawMessage `json:"goal"`
	Opened     string          `json:"opened"`
	Due        string          `json:"due"`
	Baseline   *string         `json:"baseline"`
	Value      *string         `json:"value"`
	Extensions int             `json:"extensions,omitempty"`
	Changed    bool            `json:"changed"`
}

// jsonProgress is where an agent stands on the ladder.
type jsonProgress struct {
	Agent  string     `json:"agent"`
	Level  string     `json:"level"`
	Next   *string    `json:"next"`
	Window string     `json:"window,omitempty"`
	Clock  string     `json:"clock,omitempty"`
	Needs  []jsonNeed `json:"needs,omitempty"`
}

type jsonNeed struct {
	ID     string `json:"id"`
	Met    bool   `json:"met"`
	Have   int    `json:"have"`
	Want   int    `json:"want,omitempty"`
	Broken string `json:"broken,omitempty"`
}

// jsonCareers is what a month says about careers.
type jsonCareers struct {
	Month      string          `json:"month"`
	Moves      []jsonMove      `json:"moves"`
	Candidates []jsonCandidate `json:"candidates"`
	Plans      []jsonPlan      `json:"plans"`
}

// CareersJSON returns what the month says about careers as one JSON object
// with the keys month, moves, candidates and plans; see docs/results.md. The
// same result gives the same bytes.
func (r *Result) CareersJSON() ([]byte, error) {
	c, err := r.careersJSON()
	if err != nil {
		return nil, err
	}
	return json.Marshal(c)
}

func (r *Result) careersJSON() (jsonCareers, error) {
	out := jsonCareers{
		Month: r.Period().String(), Moves: []jsonMove{}, Candidates: []jsonCandidate{}, Plans: []jsonPlan{},
	}
	for i := range r.findings.Moves {
		out.Moves = append(out.Moves, moveJSON(&r.findings.Moves[i]))
	}
	for i := range r.findings.Candidates {
		out.Candidates = append(out.Candidates, candidateJSON(&r.findings.Candidates[i])...)
	}
	for i := range r.findings.Plans {
		plan, err := planJSON(&r.findings.Plans[i])
		if err != nil {
			return out, err
		}
		out.Plans = append(out.Plans, plan)
	}
	return out, nil
}

// writeCareers writes the keys of careers, or nothing for a policy without
// rules across months.
func (r *Result) writeCareers(b *bufio.Writer) error {
	if !r.policy.careers.Any() {
		return nil
	}
	c, err := r.careersJSON()
	if err != nil {
		return err
	}
	for _, part := range []struct {
		key   string
		value any
	}{{"moves", c.Moves}, {"candidates", c.Candidates}, {"plans", c.Plans}, {"progress", progressJSON(r.findings.Progress)}} {
		text, err := json.Marshal(part.value)
		if err != nil {
			return err
		}
		// A bufio.Writer keeps its first error, which Flush returns.
		_, _ = b.WriteString(",\n\"" + part.key + "\":")
		_, _ = b.Write(text)
	}
	return nil
}

func moveJSON(m *rank.Move) jsonMove {
	return jsonMove{
		Agent: m.Agent, From: m.From, To: m.To, Reason: m.Reason(),
		jsonProposal: proposalJSON(m.State, &m.Proposal, m.Decision), Rules: rulesJSON(m.Rules, m.Hits),
	}
}

// candidateJSON has one entry for each rule.
func candidateJSON(c *rank.Candidate) []jsonCandidate {
	var out []jsonCandidate
	for _, rule := range rulesJSON(c.Rules, c.Hits) {
		out = append(out, jsonCandidate{
			Agent: c.Agent, jsonRule: rule, jsonProposal: proposalJSON(c.State, &c.Proposal, c.Decision), Protected: c.Protected,
		})
	}
	return out
}

func proposalJSON(state rank.State, p *rank.Proposal, d *facts.Decision) jsonProposal {
	out := jsonProposal{State: string(state), Clause: p.Clause, Proposed: p.Proposed.String()}
	if d != nil {
		out.Who, out.Date, out.Note = d.Who, d.Date.String(), d.Note
	}
	return out
}

// rulesJSON are the rules that made a proposal, and those that hold now.
func rulesJSON(rules []rank.ProposalRule, hits []rank.RuleHit) []jsonRule {
	out := make([]jsonRule, 0, len(rules))
	for _, r := range rank.AlsoNow(rules, hits) {
		rule := jsonRule{Rule: r.Rule, Months: monthsJSON(r.Months)}
		if at := slices.IndexFunc(hits, func(h rank.RuleHit) bool { return h.Rule == r.Rule }); at >= 0 {
			for _, m := range hits[at].Months {
				rule.Evidence = append(rule.Evidence, evidenceJSON(m))
			}
		}
		out = append(out, rule)
	}
	return out
}

func monthsJSON(months []facts.Period) []string {
	out := make([]string, len(months))
	for i, m := range months {
		out[i] = m.String()
	}
	return out
}

func evidenceJSON(m rank.EvidenceMonth) jsonEvidence {
	out := jsonEvidence{
		Month: m.Month.String(), Effect: string(m.Effect), Status: string(m.Status), Unranked: m.Unranked, Unknown: !m.Known,
	}
	for _, s := range m.Seen {
		seen := jsonSeen{Name: s.Name, Of: s.Of, Tied: s.Tied}
		if text := textOrNull(&s.Value); text != nil {
			seen.Value = *text
		}
		if s.Of > 0 {
			seen.Others = m.Others(s.Name)
		}
		out.Values = append(out.Values, seen)
	}
	return out
}

// textOrNull writes a number, or null where there is none.
func textOrNull(d *decimal.Decimal) *string {
	if d == nil {
		return nil
	}
	text, err := decimalText(*d)
	if err != nil {
		return nil
	}
	return &text
}

func planJSON(p *rank.PlanFinding) (jsonPlan, error) {
	out := jsonPlan{
		Agent: p.Agent, Plan: p.ID, Status: string(p.Status), Metric: p.Metric, Opened: p.Opened.String(), Due: p.Due.String(),
		Baseline: textOrNull(p.Baseline), Value: textOrNull(p.Value), Extensions: p.Extensions, Changed: p.Changed,
	}
	root, problems := encode(struct {
		Goal facts.When `key:"goal"`
	}{p.Goal}, nil)
	if err := located(problems, nil).err(); err != nil {
		return out, err
	}
	var goal struct{ Goal json.RawMessage }
	err := json.Unmarshal(canonicalJSON(root), &goal)
	out.Goal = goal.Goal
	return out, err
}

func progressJSON(list []rank.Progress) []jsonProgress {
	out := make([]jsonProgress, len(list))
	for i := range list {
		p := &list[i]
		out[i] = jsonProgress{Agent: p.Agent, Level: p.Level, Window: p.Window.String(), Clock: p.Clock.String()}
		if p.Next != "" {
			out[i].Next = &p.Next
		}
		for _, n := range p.Needs {
			out[i].Needs = append(out[i].Needs, jsonNeed{ID: n.ID, Met: n.Met, Have: n.Have, Want: n.Want, Broken: n.Broken.String()})
		}
	}
	return out
}
