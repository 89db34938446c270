package columns

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/cspay/cspay/internal/fix"
	"github.com/cspay/cspay/scoring/facts"
)

// vote is one ballot, kept for counting and explaining.
type vote struct {
	voter, role string
	score       int64 // at voteScale
	evidence    string
}

// subject is what a panel voted on: a row or, with event, an event's id.
type subject struct {
	panel string
	row   int32
	event string
}

// ballots checks the votes and sorts them by what they are on.
func (b *builder) ballots() {
	b.t.votes, b.t.short = map[subject][]vote{}, map[string]int32{}
	type key struct {
		subject
		voter string
	}
	seen := map[key]int{}
	for i := range b.m.Ballots {
		v := &b.m.Ballots[i]
		c := b.c.Agent(b.whom(v)).At("ballots").Index(i)
		on, ok := b.subject(v, c)
		if named := checkID(c.At("topic"), v.Topic); !checkID(c.At("voter"), v.Voter) || !named || !ok {
			continue
		}
		k := key{on, v.Voter}
		if first, twice := seen[k]; twice {
			c.At("voter").Fail(facts.CodeVoteDouble, "one vote a voter; also at "+b.place(b.c.At("ballots").Index(first).At("voter")), v.Voter)
			continue
		}
		seen[k] = i
		if score, ok := b.vote(v, c); ok {
			b.t.votes[on] = append(b.t.votes[on], vote{v.Voter, v.Role, score, v.Evidence})
		}
	}
	for _, votes := range b.t.votes {
		slices.SortFunc(votes, func(x, y vote) int { return cmp.Compare(x.voter, y.voter) })
	}
}

// whom is the agent that a ballot is on, or whose event it is on.
func (b *builder) whom(v *facts.Ballot) string {
	if i, ok := b.eventAt[v.Event]; ok && v.Agent == "" {
		return b.m.Events[i].Agent
	}
	return v.Agent
}

// subject finds what a ballot is on: an agent or an event of the month.
func (b *builder) subject(v *facts.Ballot, c facts.Check) (subject, bool) {
	on := subject{panel: v.Topic, event: v.Event}
	if (v.Agent == "") == (v.Event == "") {
		c.Fail(facts.CodeOneOf, "one of agent, event", "")
		return on, false
	}
	if v.Agent != "" {
		row, ok := b.t.Row(v.Agent)
		if !ok {
			c.At("agent").Fail(facts.CodeAgentUnknown, "an agent of the roster", v.Agent)
			return on, false
		}
		on.row = row
		return on, true
	}
	if _, ok := b.eventAt[v.Event]; !ok {
		c.At("event").Fail(facts.CodeNameUnknown, "an event of the month", v.Event)
		return on, false
	}
	return on, true
}

// vote checks a ballot against its panel: who may vote, on what, and how high.
func (b *builder) vote(v *facts.Ballot, c facts.Check) (int64, bool) {
	p, known := b.s.panels[v.Topic]
	if !known {
		at := c.At("topic")
		at.Warn(facts.CodeNameUnknown, nearest(at, facts.Warning, "a panel of the policy", v.Topic, func() []string {
			return slices.Sorted(maps.Keys(b.s.panels))
		}), v.Topic)
		return Number(c.At("score"), v.Score, voteScale), false
	}
	if (p.doc.About == facts.AboutAgent) != (v.Agent != "") {
		c.Fail(facts.CodeOneOf, "a vote on an "+string(p.doc.About), "")
		return 0, false
	}
	if v.Voter == b.whom(v) {
		c.At("voter").Fail(facts.CodeVoteSelf, "a voter other than the agent", v.Voter)
		return 0, false
	}
	if len(p.doc.Roles) > 0 && !slices.Contains(p.doc.Roles, v.Role) {
		c.At("role").Fail(facts.CodeVoteRole, "one of "+strings.Join(p.doc.Roles, " "), v.Role)
		return 0, false
	}
	if p.doc.Evidence && strings.TrimSpace(v.Evidence) == "" {
		c.At("evidence").Fail(facts.CodeRequired, "what the vote is based on", "")
		return 0, false
	}
	score := Number(c.At("score"), v.Score, voteScale)
	whole := p.doc.About == facts.AboutAgent || score == p.least || score == p.most
	if score < p.least || score > p.most || !whole {
		c.At("score").Fail(facts.CodeVoteScale, p.wants(), "")
		return 0, false
	}
	return score, true
}

func (p *panel) wants() string {
	if p.doc.About == facts.AboutEvent {
		return "1 for the agent's fault, or 0"
	}
	return "a vote from " + fix.Text(p.least, voteScale) + " to " + fix.Text(p.most, voteScale)
}

// panelMean is the exact mean of the votes on a row: their sum and number.
func (b *builder) panelMean(d *derivation, row int32) {
	votes := b.t.votes[subject{panel: d.from.Panel, row: row}]
	p := d.panel
	var sum fix.Sum
	for _, v := range votes {
		sum.Add(v.score)
	}
	num, _ := sum.Int64()
	den := int64(len(votes))
	switch {
	case p == nil:
	case len(votes) >= p.quorum:
	case b.t.worked[row] == 0 || p.doc.BelowQuorum == facts.QuorumNotApplicable:
		num, den = notApplicable, 1
	default:
		num, den = absent(d.missing, false), 1
	}
	b.t.cols[d.col][row], b.t.cols[d.den][row] = num, den
}

// countAttributed counts the events that a panel found to be the agent's
// fault. An event that too few voted on leaves the count open.
func (b *builder) countAttributed(d *derivation, row int32) int64 {
	n, open := int64(0), false
	events := b.t.EventsOf(row)
	for i := range events {
		e := &events[i]
		if e.Kind != d.kind || !counts(d.from, e) || d.panel == nil {
			continue
		}
		switch d.panel.judge(b.t.votesOn(d.from.Panel, e)) {
		case attributed:
			n++
		case undecided:
			b.c.Agent(b.t.IDs[row]).At("events").Index(b.eventAt[e.ID]).Warn(facts.CodeVoteUndecided,
				"a decision: the votes are even and the event does not count", e.ID)
		case short:
			if d.panel.doc.BelowQuorum != facts.QuorumNotApplicable {
				open = true
				b.t.short[e.ID] = int32(b.eventAt[e.ID])
			}
		case unattributed:
		}
	}
	if open {
		return absent(d.missing, b.t.worked[row] == 0)
	}
	return n
}

// failQuorum reports a metric that is missing because too few voted: at the
// agent, or at each event. It reports false where that is not why.
func (t *Table) failQuorum(c facts.Check, row int32, metric string) bool {
	from := t.schema.metrics[metric].From
	p := t.schema.panels[from.Panel]
	switch {
	case from.Ratio != "":
		num, den := t.failQuorum(c, row, from.Ratio), t.failQuorum(c, row, from.To)
		return num || den
	case from.Inspection != "":
		return t.failDays(c, row, metric)
	case p == nil:
		return false
	case from.Event == "":
		votes := t.votes[subject{panel: from.Panel, row: row}]
		if len(votes) >= p.quorum {
			return false
		}
		t.FailRow(c, row, metric, facts.CodeVoteQuorum, p.wantVotes(from.Panel, len(votes)))
		return true
	}
	found := false
	events := t.EventsOf(row)
	for i := range events {
		e := &events[i]
		at, short := t.short[e.ID]
		votes := t.votesOn(from.Panel, e)
		if short && t.schema.Kind(e.Kind) == from.Event && counts(from, e) && len(votes) < p.quorum {
			found = true
			c.Agent(t.IDs[row]).At("events").Index(int(at)).Fail(facts.CodeVoteQuorum, p.wantVotes(from.Panel, len(votes)), "")
		}
	}
	return found
}

func (p *panel) wantVotes(id string, cast int) string {
	votes := " votes of "
	if p.quorum == 1 {
		votes = " vote of "
	}
	return "at least " + strconv.Itoa(p.quorum) + votes + id + ", not " + strconv.Itoa(cast)
}

func (t *Table) votesOn(panel string, e *Event) []vote {
	return t.votes[subject{panel: panel, event: e.ID}]
}
