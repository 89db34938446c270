package columns

import (
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// explainPanel tells the votes on an agent. Voters are told by their roles.
func (t *Table) explainPanel(step *explain.Step, panel string, row int32) {
	votes := t.votes[subject{panel: panel, row: row}]
	step.Code = "metric.panel"
	step.Args = append(step.Args,
		explain.N("votes", explain.Whole(int64(len(votes)), 0, facts.Number)),
		explain.T("panel", t.schema.panelName(panel)))
	if quorum := t.schema.panels[panel].quorum; len(votes) < quorum {
		step.Code = "metric.panel.short"
		step.Args = append(step.Args, explain.N("quorum", explain.Whole(int64(quorum), 0, facts.Number)))
	}
	for _, v := range votes {
		role := v.role
		if role == "" {
			role = "voter" // of a panel that asks for no role
		}
		step.Steps = append(step.Steps, explain.Step{
			Clause: "panels." + panel, Code: "vote", Value: explain.Whole(v.score, voteScale, facts.Points),
			Args: []explain.Arg{explain.W("role", role), explain.T("evidence", note(v.evidence))},
		})
	}
}

// explainVerdict tells what a panel found about an event that would count.
func (t *Table) explainVerdict(step *explain.Step, panel string, e *Event) {
	votes := t.votesOn(panel, e)
	p := t.schema.panels[panel]
	against := int64(0)
	for _, v := range votes {
		if v.score > 0 {
			against++
		}
	}
	step.Args = append(step.Args,
		explain.N("against", explain.Whole(against, 0, facts.Number)),
		explain.N("for", explain.Whole(int64(len(votes))-against, 0, facts.Number)))
	switch p.judge(votes) {
	case attributed:
		step.Code = "event.attributed"
	case undecided:
		step.Code, step.Value.Unscaled = "event.undecided", 0
	case unattributed:
		step.Code, step.Value.Unscaled = "event.unattributed", 0
	case short:
		step.Code, step.Value.Unscaled = "event.short", 0
	}
}

func (s *Schema) panelName(id string) facts.Text {
	if p := s.panels[id]; p != nil {
		return Title(p.doc.Name, id)
	}
	return Title(facts.Text{}, id)
}
