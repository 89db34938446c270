package policy

import (
	"io"

	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/scoring/facts"
)

// historyFile is the name that problems of a history stand under.
const historyFile = "history.json"

// ReadHistory reads a history file. It returns Problems when the file is not
// one, is out of order, or holds fields that this version does not know.
func ReadHistory(r io.Reader) (History, error) {
	lim := historyLimits()
	src, err := io.ReadAll(io.LimitReader(r, int64(lim.bytes)+1))
	if err != nil {
		return History{}, unreadable(historyFile, err)
	}
	root, problems := parseDocument(historyFile, src, lim)
	if root == nil {
		return History{}, problems
	}
	var h History
	d := newDecoder(historyFile, true, nil)
	d.strange = "; a later version may have written this, which this one would lose"
	problems = merge(problems, d.decode(root, &h))
	c := facts.NewFactsCheck()
	if h.Format == "" {
		c.At("format").Fail(facts.CodeHistory, HistoryFormat, "")
	}
	h.check(0, c)
	problems = merge(problems, locate(historyFile, root, unshadowed(c.Problems(), problems)))
	if err := problems.err(); err != nil {
		return History{}, err
	}
	return h, nil
}

// Write writes the history as JSON, the same bytes for the same history. It
// returns Problems, and writes nothing, when ReadHistory would not take it.
func (h History) Write(w io.Writer) error {
	if h.Format == "" {
		h.Format = HistoryFormat
	}
	c := facts.NewFactsCheck()
	h.check(0, c)
	root, unwritable := encode(h, nil)
	if err := merge(located(c.Problems(), nil), located(unwritable, nil)).err(); err != nil {
		return err
	}
	_, err := w.Write(append(canonicalJSON(root), '\n'))
	return err
}

// check refuses a history of another format, one that is out of order, and one
// that already holds the month that is closed.
func (h History) check(month facts.Period, c facts.Check) { h.checkFrom(0, month, c) }

// checkFrom is check where some months are known to be sound by themselves.
func (h History) checkFrom(sound int, month facts.Period, c facts.Check) {
	if h.Format != "" && h.Format != HistoryFormat {
		c.At("format").Fail(facts.CodeHistory, HistoryFormat, h.Format)
	}
	last := facts.Period(0)
	for i := range h.Months {
		m := &h.Months[i]
		at := c.At("months").Index(i)
		switch {
		case !m.Period.Valid():
			at.At("month").Fail(facts.CodeHistory, "a month of the years 1900 to 2199", "")
		case m.Period <= last:
			at.At("month").Fail(facts.CodeHistory, "months in calendar order, each once", m.Period.String())
		case m.Period >= month && month != 0:
			at.At("month").Fail(facts.CodeHistory, "months before the one that is closed", m.Period.String())
		}
		last = max(last, m.Period)
		if i >= sound {
			m.check(at.At("agents"))
		}
	}
}

// check refuses agents out of order, and what no close gives. How long numbers
// are is checked where they are read and written.
func (m *HistoryMonth) check(c facts.Check) {
	for i := range m.Agents {
		a := &m.Agents[i]
		at := func() facts.Check { return c.Agent(a.ID).Index(i) }
		switch {
		case a.ID == "":
			at().At("id").Fail(facts.CodeRequired, "an id", "")
		case i > 0 && a.ID <= m.Agents[i-1].ID:
			at().At("id").Fail(facts.CodeHistory, "agents in byte order of ids, each once", a.ID)
		}
		if a.Status != "" {
			columns.CheckWord(at().At("status"), a.Status)
		}
		for k := range a.Uncollected {
			a.Uncollected[k].check(at().At("uncollected").Index(k))
		}
		a.checkCareer(m.Period, at)
		for id, d := range a.Places {
			if d.Sign() < 0 { // the best of a percent rank is 0
				at().At("places").At(id).Fail(facts.CodeHistory, "a place not below 0", "")
			}
		}
	}
}
