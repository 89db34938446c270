package report

import (
	"strings"

	"github.com/cspay/cspay/rank"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// evidence writes the pack that goes with a candidate for review: what each
// rule rests on month by month, who else was ranked, by id alone, which
// exemptions were considered, and what comes next.
func (v view) evidence(c *rank.Candidate) {
	for i := range c.Hits {
		h := &c.Hits[i]
		_, _ = v.out.WriteString("\n")
		v.say(0, "report.evidence", explain.W("agent", c.Agent), explain.T("rule", h.Name), explain.W("clause", c.Clause))
		for _, m := range h.Months {
			v.month(m)
		}
		v.say(1, "report.evidence.exempt",
			explain.T("leave", v.months(h.Months, func(m rank.EvidenceMonth) bool { return m.Status == rank.OnLeave })),
			explain.T("probation", v.months(h.Months, func(m rank.EvidenceMonth) bool { return m.Status == rank.OnProbation })),
			explain.T("protected", v.protected(c)))
		if c.State == rank.Exempt {
			v.say(1, "report.evidence.nothing")
		} else {
			v.say(1, "report.evidence.next")
		}
	}
}

func (v view) say(depth int, code explain.Code, args ...explain.Arg) {
	_, _ = v.out.WriteString(strings.Repeat("  ", depth) + explain.Step{Code: code, Args: args}.Sentence(v.lang) + "\n")
}

// month writes what a month of the evidence looked at, or why there was
// nothing to look at.
func (v view) month(m rank.EvidenceMonth) {
	at := explain.W("month", m.Month.String())
	switch {
	case m.Effect == rank.Pauses:
		v.say(1, "report.evidence.pauses", at, explain.W("why", why(m)))
		return
	case len(m.Seen) == 0 && why(m) != "":
		v.say(1, "report.evidence.counts", at, explain.W("why", why(m)))
		return
	}
	for _, s := range m.Seen {
		step := explain.Step{Code: "report.evidence.value", Args: []explain.Arg{at, explain.T("name", v.title(s.Name))}}
		step.Value = rank.Shown(&s.Value, v.unit(s.Name))
		if s.Of > 0 {
			step.Code = "report.evidence.place"
			step.Args = append(step.Args,
				whole("of", s.Of), whole("tied", s.Tied-1), explain.T("others", v.others(m.Others(s.Name))))
		}
		_, _ = v.out.WriteString("  " + step.Sentence(v.lang) + "\n")
	}
}

// why says why a month had little to judge; empty for one that had.
func why(m rank.EvidenceMonth) string {
	switch {
	case !m.Known:
		return "missing"
	case m.Status != "":
		return string(m.Status)
	case m.Unranked:
		return "unranked"
	}
	return ""
}

// shownOthers is how many ids a line lists.
const shownOthers = 30

// others are the ids of who else was ranked.
func (v view) others(ids []string) facts.Text {
	switch {
	case len(ids) == 0:
		return v.none()
	case len(ids) <= shownOthers:
		return same(strings.Join(ids, ", "))
	}
	return same(explain.Step{Code: "report.evidence.more", Args: []explain.Arg{
		explain.T("ids", same(strings.Join(ids[:shownOthers], ", "))), whole("count", len(ids)),
	}}.Sentence(v.lang))
}

func (v view) none() facts.Text {
	t, _ := explain.Template("report.none")
	return t
}

// months lists the months of the evidence that were of a sort.
func (v view) months(list []rank.EvidenceMonth, of func(rank.EvidenceMonth) bool) facts.Text {
	var out []facts.Period
	for _, m := range list {
		if of(m) {
			out = append(out, m.Month)
		}
	}
	if len(out) == 0 {
		return v.none()
	}
	return same(rank.Months(out))
}

func (v view) protected(c *rank.Candidate) facts.Text {
	if !c.Protected {
		return v.none()
	}
	t, _ := explain.Template("report.protected")
	return t
}
