package policy

import (
	"context"
	"iter"

	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/rank"
	"github.com/cspay/cspay/scoring/facts"
)

// Close turns one month of facts and the history before it into a result. It
// is pure: no clock, no input or output, nothing kept of m or h and nothing
// changed in them. When anything is wrong it returns every problem as
// [Problems] and no result.
func (p *Policy) Close(m facts.Month, h History) (*Result, error) {
	return p.closeOver(m, h.clone(), 0)
}

// closeOver closes over a history that is the library's own by now, and of
// which so many months have been checked.
func (p *Policy) closeOver(m facts.Month, h History, sound int) (*Result, error) {
	t, found, problems := p.close(m, h, sound, nil)
	errs, warnings := problems.Split()
	if len(errs) > 0 {
		return nil, errs
	}
	return &Result{policy: p, t: t, before: h, findings: found, warnings: warnings}, nil
}

// close lays the month out and runs it, and returns everything that is wrong.
// The stages run even over facts with faults, to find the values that agents
// without a fault of their own are missing; before are the reader's faults, and
// so many months of the history are known to be sound.
func (p *Policy) close(m facts.Month, h History, sound int, before Problems) (*columns.Table, *rank.Findings, Problems) {
	c := facts.NewFactsCheck()
	if m.Period.Valid() && !p.doc.Effective.covers(m.Period) {
		c.At("month").Fail(facts.CodePolicyPeriod, "a month in which the policy is in force", m.Period.String())
	}
	h.checkFrom(sound, m.Period, c.At("history"))
	book := book{h}
	if p.careers.LookBack() {
		h.warnOfGaps(m.Period, c)
	}
	entries := p.careers.Enter(m, book, c)
	t := p.schema.Build(p.promoted(m, entries, c), c)
	if !m.Period.Valid() {
		return t, nil, located(c.Problems(), m.Origin)
	}
	found := located(unshadowed(c.Problems(), before), m.Origin)
	late := facts.NewFactsCheck()
	careers := p.run(t, book, entries, late)
	faulty := faultyAgents(before, found)
	for _, problem := range located(late.Problems(), m.Origin) {
		if !faulty[problem.Agent] {
			found = append(found, problem)
		}
	}
	found.sort()
	return t, careers, found
}

// faultyAgents are the agents whose facts have a fault already: what follows
// from it is not reported again.
func faultyAgents(lists ...Problems) map[string]bool {
	faulty := map[string]bool{}
	for _, list := range lists {
		for _, p := range list {
			if p.Severity != facts.Warning {
				faulty[p.Agent] = true
			}
		}
	}
	return faulty
}

// run is the flow of a month: metrics are built, then accounts, score, places,
// careers and pay, each stage naming only what stands before it.
func (p *Policy) run(t *columns.Table, book rank.Book, entries *rank.Entries, c facts.Check) *rank.Findings {
	p.careers.Start(t, c)
	p.board.Run(overMetrics, t, c)
	p.scores.RunAccounts(t, c)
	p.board.Run(overAccounts, t, c)
	p.red.Run(t, c)
	p.scores.Run(t, c)
	p.board.Run(overScores, t, c)
	found := p.careers.Run(t, book, entries, c)
	p.pay.Run(t, c)
	return found
}

// CloseEach closes group after group of a stream, such as the shops of a
// company, with bounded memory: a group's facts can be dropped before the next
// is asked for. It stops at the first error of the stream, at a group that
// does not close, or when the context ends, and yields that error last.
// Rankings are held within a group.
func (p *Policy) CloseEach(ctx context.Context, groups iter.Seq2[facts.Month, error], h History) iter.Seq2[*Result, error] {
	return func(yield func(*Result, error) bool) {
		h := h.clone() // once: its results share it, and none of them writes to it
		sound := 0
		for m, err := range groups {
			if err == nil {
				err = ctx.Err()
			}
			if err != nil {
				yield(nil, err)
				return
			}
			r, err := p.closeOver(m, h, sound)
			if !yield(r, err) || err != nil {
				return
			}
			sound = len(h.Months)
		}
	}
}
