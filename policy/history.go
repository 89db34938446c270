package policy

import (
	"io"
	"maps"
	"slices"

	"github.com/shopspring/decimal"

	"github.com/cspay/cspay/internal/fix"
	"github.com/cspay/cspay/scoring/facts"
)

// HistoryFormat is the format of a history file.
const HistoryFormat = "cspay-history/v1"

// History is what closed months leave for later ones: plain data that the
// caller stores. Months are in calendar order and are never rewritten. The
// zero History is that of a policy's first month. Later versions only add
// fields.
type History struct {
	Format string         `key:"format"`
	Months []HistoryMonth `key:"months"`
}

// HistoryMonth is one closed month.
type HistoryMonth struct {
	Period facts.Period   `key:"month,required"`
	Policy string         `key:"policy"` // digest of the policy that closed it
	Agents []HistoryAgent `key:"agents"` // in byte order of ids
}

// HistoryAgent is one agent's closed month.
type HistoryAgent struct {
	// ID and Level are byte for byte what was closed.
	ID string `key:"id,required,exact"`
	// Places are the places by ranking id; an unplaced agent has none. They
	// are decimals because some ways of ranking share a place between two.
	Places map[string]decimal.Decimal `key:"places"`
	// Score is nil for an agent without one.
	Score  *decimal.Decimal `key:"score"`
	Level  string           `key:"level,exact"`
	Status facts.Status     `key:"status"`
	// Balances are what accounts had left, by account id.
	Balances map[string]decimal.Decimal `key:"balances"`
}

// check refuses a history that is out of order or already holds the month.
func (h History) check(month facts.Period, c facts.Check) {
	c = c.At("history")
	if h.Format != "" && h.Format != HistoryFormat {
		c.At("format").Fail(facts.CodeHistory, HistoryFormat, h.Format)
	}
	last := facts.Period(0)
	for i, m := range h.Months {
		at := c.At("months").Index(i).At("month")
		switch {
		case m.Period <= last:
			at.Fail(facts.CodeHistory, "months in calendar order, each once", m.Period.String())
		case m.Period >= month && month != 0:
			at.Fail(facts.CodeHistory, "months before the one that is closed", m.Period.String())
		}
		last = max(last, m.Period)
	}
}

// with returns the history with a month added, sharing nothing with h.
func (h History) with(m HistoryMonth) History {
	out := h.clone()
	out.Format = HistoryFormat
	out.Months = append(out.Months, m)
	return out
}

func (h History) clone() History {
	out := History{Format: h.Format, Months: make([]HistoryMonth, len(h.Months))}
	for i, m := range h.Months {
		m.Agents = slices.Clone(m.Agents)
		for k := range m.Agents {
			m.Agents[k].Places = maps.Clone(m.Agents[k].Places)
			m.Agents[k].Balances = maps.Clone(m.Agents[k].Balances)
		}
		out.Months[i] = m
	}
	return out
}

// month is what this result leaves to the history.
func (r *Result) month() HistoryMonth {
	out := HistoryMonth{Period: r.Period(), Policy: r.policy.digest, Agents: make([]HistoryAgent, 0, r.Len())}
	for s := range r.Slips() {
		a := HistoryAgent{
			ID: s.Agent(), Level: s.Attribute(facts.ByLevel), Status: facts.Status(s.Attribute(facts.ByStatus)),
			Places: map[string]decimal.Decimal{}, Balances: map[string]decimal.Decimal{},
		}
		if v, ok := s.score(); ok {
			score := fix.ToDecimal(v, pointScale)
			a.Score = &score
		}
		for _, id := range r.policy.board.IDs() {
			if place := s.PlaceIn(id); place > 0 {
				a.Places[id] = decimal.New(int64(place), 0)
			}
		}
		for _, account := range r.policy.doc.Accounts {
			if ref, ok := r.policy.schema.Lookup(account.ID + ".left"); ok {
				a.Balances[account.ID] = fix.ToDecimal(r.t.At(ref, s.row).Num, ref.Scale)
			}
		}
		out.Agents = append(out.Agents, a)
	}
	return out
}

// ReadHistory reads a history file. It returns Problems when the file is not
// one.
func ReadHistory(r io.Reader) (History, error) {
	var h History
	if err := readInto("history.json", r, &h); err != nil {
		return History{}, err
	}
	c := facts.NewCheck()
	if h.Format == "" {
		c.At("history").At("format").Fail(facts.CodeHistory, HistoryFormat, "")
	}
	h.check(0, c)
	if errs := located(c.Problems(), nil); len(errs) > 0 {
		return History{}, errs
	}
	return h, nil
}

// Write writes the history as JSON, the same bytes for the same history.
func (h History) Write(w io.Writer) error {
	if h.Format == "" {
		h.Format = HistoryFormat
	}
	root, problems := encode(h, nil)
	if len(problems) > 0 {
		return problems
	}
	_, err := w.Write(append(canonicalJSON(root), '\n'))
	return err
}
