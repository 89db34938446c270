package report

import (
	"bufio"
	"bytes"
	"io"
	"iter"
	"slices"

	"github.com/cspay/cspay/policy"
	"github.com/cspay/cspay/rank"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// Year writes a run of months for a manager: in each what changed in careers,
// with its warnings, and a line that adds it up. The first error of the months
// ends it and is returned; the months before it are not written then.
func Year(w io.Writer, months iter.Seq2[*policy.Result, error], lang Lang) error {
	var sum yearSum
	var held bytes.Buffer // until all months are closed
	out := bufio.NewWriter(&held)
	for res, err := range months {
		if err != nil {
			return err
		}
		doc := res.Policy().Document()
		if sum.months == 0 {
			_, _ = out.WriteString(explain.Say(titleOf(doc.Name, doc.ID), lang) + "\n")
		}
		sum.add(res)
		writeChanges(out, res, doc, lang)
	}
	_, _ = out.WriteString("\n")
	line(out, sum.step(), lang)
	_ = out.Flush() // into memory
	_, err := held.WriteTo(w)
	return err
}

// writeChanges writes what is news of a month.
func writeChanges(out *bufio.Writer, res *policy.Result, doc policy.Document, lang Lang) {
	_, _ = out.WriteString("\n")
	line(out, explain.Step{Code: "report.year.month", Args: titleArgs(res, doc)[1:]}, lang)
	v := view{out: out, doc: doc, lang: lang}
	moves := slices.DeleteFunc(res.Moves(), func(m rank.Move) bool { return !m.State.Changed() })
	candidates := slices.DeleteFunc(res.Candidates(), func(c rank.Candidate) bool { return !c.State.Changed() })
	plans := slices.DeleteFunc(res.Plans(), func(p rank.PlanFinding) bool { return !p.Changed })
	v.section("report.moves", v.moves(moves))
	v.section("report.candidates", v.candidates(candidates))
	v.section("report.plans", v.plans(plans))
	if len(moves)+len(candidates)+len(plans) == 0 {
		line(out, explain.Step{Code: "report.year.none"}, lang)
	}
	for _, p := range res.Warnings() {
		_, _ = out.WriteString(problemText(p, lang) + "\n")
	}
}

// yearSum adds up what changed.
type yearSum struct{ months, proposed, moved, candidates, opened, passed, failed, open int }

func (s *yearSum) add(res *policy.Result) {
	s.months++
	s.open = 0
	for _, m := range res.Moves() {
		s.count(m.State, &s.proposed)
		if m.State == rank.Effective {
			s.moved++
		}
	}
	for _, c := range res.Candidates() {
		s.count(c.State, &s.candidates)
	}
	for _, p := range res.Plans() {
		switch {
		case p.Status == rank.PlanPassed:
			s.passed++
		case p.Status == rank.PlanFailed:
			s.failed++
		case p.Opened == res.Period():
			s.opened++
		}
	}
}

// count counts a proposal when it is made, and as open until it is decided.
func (s *yearSum) count(state rank.State, made *int) {
	if state == rank.Proposed {
		*made++
	}
	if state == rank.Proposed || state == rank.StillOpen {
		s.open++
	}
}

func (s *yearSum) step() explain.Step {
	step := explain.Step{Code: "report.year.sum"}
	for _, n := range []struct {
		key   string
		value int
	}{
		{"months", s.months},
		{"proposed", s.proposed},
		{"moved", s.moved},
		{"candidates", s.candidates},
		{"opened", s.opened},
		{"passed", s.passed},
		{"failed", s.failed},
		{"open", s.open},
	} {
		step.Args = append(step.Args, explain.N(n.key, explain.Whole(int64(n.value), 0, facts.Number)))
	}
	return step
}
