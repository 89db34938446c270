package columns

import (
	"maps"
	"slices"
	"strconv"

	"github.com/cspay/cspay/internal/fix"
	"github.com/cspay/cspay/scoring/facts"
)

// The quorums of a panel that states none.
const (
	agentQuorum = 3
	eventQuorum = 1
)

// voteScale is the number of decimals of a vote.
const voteScale = 2

// panel is a compiled panel.
type panel struct {
	doc    facts.Panel
	quorum int
	// least and most are the bounds of a vote at voteScale.
	least, most int64
}

// compilePanels compiles the panels, reporting problems below c by id.
func (s *Schema) compilePanels(docs facts.Panels, c facts.Check) {
	s.panels = make(map[string]*panel, len(docs))
	for _, id := range slices.Sorted(maps.Keys(docs)) {
		at := c.At(id)
		checkID(at, id)
		s.panels[id] = compilePanel(docs[id], at)
	}
}

func compilePanel(doc facts.Panel, c facts.Check) *panel {
	doc.Roles = slices.Clone(doc.Roles)
	p := &panel{doc: doc, quorum: agentQuorum, most: fix.Pow10(voteScale)}
	if doc.About == facts.AboutEvent {
		p.quorum = eventQuorum
	}
	if doc.About == "" {
		c.At("about").Fail(facts.CodeRequired, "agent or event", "")
	} else {
		CheckWord(c.At("about"), doc.About)
	}
	if doc.BelowQuorum != "" {
		CheckWord(c.At("below_quorum"), doc.BelowQuorum)
	}
	if doc.Quorum != nil {
		p.quorum = *doc.Quorum
		if p.quorum < 1 || p.quorum > maxVoters {
			c.At("quorum").Fail(facts.CodeNumberRange, "1 to "+strconv.Itoa(maxVoters)+" votes", strconv.Itoa(p.quorum))
		}
	}
	for i, role := range doc.Roles {
		checkID(c.At("roles").Index(i), role)
	}
	switch {
	case doc.About == facts.AboutAgent && doc.Tie != "":
		c.At("tie").Fail(facts.CodeOneOf, "no tie: marks on an agent are averaged", string(doc.Tie))
	case doc.Tie != "":
		CheckWord(c.At("tie"), doc.Tie)
	}
	p.compileScale(c.At("scale"))
	return p
}

// maxVoters bounds a quorum to what could ever be reached.
const maxVoters = 1000

func (p *panel) compileScale(c facts.Check) {
	s := p.doc.Scale
	switch {
	case p.doc.About == facts.AboutAgent && s == nil:
		c.Fail(facts.CodeRequired, "the least and the most that a vote can be", "")
	case p.doc.About == facts.AboutEvent && s != nil:
		c.Fail(facts.CodeOneOf, "no scale: a vote on an event is 1 or 0", "")
	case s != nil:
		kept := *s
		p.doc.Scale = &kept
		p.least = Number(c.At("least"), s.Least, voteScale)
		p.most = Number(c.At("most"), s.Most, voteScale)
		if p.most <= p.least {
			c.At("most").Fail(facts.CodeBandOrder, "a most above the least", fix.Text(p.most, voteScale))
		}
	}
}

// panel finds a panel about agents or events, or reports it at c.
func (s *Schema) panel(c facts.Check, id string, about facts.About) *panel {
	p, ok := s.panels[id]
	if !ok {
		s.unknown(c, facts.CodeNameUnknown, "a panel of the policy", id, func() []string {
			return slices.Sorted(maps.Keys(s.panels))
		})
		return nil
	}
	if p.doc.About != about && p.doc.About != "" {
		c.Fail(facts.CodeOneOf, "a panel about an "+string(about), id)
	}
	return p
}

// verdict is what a panel found about an event.
type verdict uint8

const (
	short verdict = iota // fewer votes than the quorum
	unattributed
	attributed
	undecided
)

// judge counts the votes on an event.
func (p *panel) judge(votes []vote) verdict {
	if len(votes) < p.quorum {
		return short
	}
	balance := 0
	for _, v := range votes {
		if v.score > 0 {
			balance++
		} else {
			balance--
		}
	}
	switch {
	case balance > 0:
		return attributed
	case balance < 0:
		return unattributed
	}
	switch p.doc.Tie {
	case facts.Against:
		return attributed
	case facts.Undecided:
		return undecided
	case facts.NotAttributable:
	}
	return unattributed
}
