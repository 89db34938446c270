package columns_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// proven makes both panels ask for evidence.
func proven(team, fault *facts.Panel) { team.Evidence, fault.Evidence = true, true }

func TestTM4VotesRestOnEvidence(t *testing.T) {
	s := voting(t, proven)
	ballot := func(evidence string) facts.Month {
		m := votingMonth()
		m.Ballots = append(cast(onAgent, "5", "4", "4"), cast(onEvent, "1", "1", "1")...)
		for i := range m.Ballots {
			m.Ballots[i].Evidence = "会话 12"
		}
		m.Ballots[1].Evidence, m.Ballots[4].Evidence = evidence, evidence
		return m
	}
	for _, tt := range []struct {
		name, evidence string
		want           []string
	}{
		{"TM4: a case", "订单 88", nil},
		{"TM4: none", "", []string{"shape.required ballots[1].evidence", "shape.required ballots[4].evidence"}},
		{"TM4: white space is no case", " \t", []string{"shape.required ballots[1].evidence", "shape.required ballots[4].evidence"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c := facts.NewFactsCheck()
			s.Build(ballot(tt.evidence), c)
			assert.Equal(t, tt.want, list(c.Problems()))
		})
	}
	c := facts.NewFactsCheck()
	m := ballot("")
	voting(t, nil).Build(m, c)
	assert.Empty(t, list(c.Problems()), "a panel that asks for none needs none")
}

func TestTM4TheEvidenceIsToldBesideTheVote(t *testing.T) {
	s := voting(t, nil)
	m := votingMonth()
	m.Ballots = cast(onAgent, "5", "4", "4")
	m.Ballots[0].Evidence = "订单 88"
	table := build(t, s, m)
	ref, _ := s.Lookup("team")
	step := table.Explain(ref, 0)
	var said []string
	for _, vote := range step.Steps {
		said = append(said, vote.Sentence(explain.English))
	}
	assert.Equal(t, []string{"lead: 5 points; 订单 88", "QA: 4 points", "boss: 4 points"}, said)
}
