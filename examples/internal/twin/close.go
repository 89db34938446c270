package twin

import (
	"cmp"
	"encoding/json"
	"fmt"
	"math/big"
	"slices"
)

// Result is the closed month, agents by id.
type Result struct {
	Month string `json:"month"`
	Slips []Slip `json:"slips"`
}

// Slip is what one agent gets.
type Slip struct {
	Agent string `json:"agent"`
	// Score has two decimals; nil for an agent who worked no day.
	Score *string `json:"score"`
	// Grade is the score's grade; nil where the scheme states none.
	Grade *string `json:"grade"`
	// Place is the place by score; nil when unplaced.
	Place  *int            `json:"place"`
	Places map[string]*int `json:"places"`
	Lines  []Line          `json:"lines"`
	Total  string          `json:"total"`
	// Review, RedLines and Uncollected are what red lines and the law left
	// behind; empty for most.
	Review      bool     `json:"needs_review,omitempty"`
	RedLines    []string `json:"red_lines,omitempty"`
	Uncollected string   `json:"uncollected,omitempty"`
	// Before is what earlier months could not take.
	Before string `json:"uncollected_before,omitempty"`
}

// Line is one amount of a slip.
type Line struct {
	Item      string `json:"item"`
	Treatment string `json:"treatment"`
	Amount    string `json:"amount"`
	Clause    string `json:"clause"`
	// Date is the day of a daily loss, else empty.
	Date string `json:"date,omitempty"`
	// Event and Order are those of a line of one event.
	Event string `json:"event,omitempty"`
	Order string `json:"order,omitempty"`
	// Reason is why the line is not the item's own, Review that a person has to
	// confirm it, RedLines what is behind it.
	Reason   string   `json:"reason,omitempty"`
	Review   bool     `json:"needs_review,omitempty"`
	RedLines []string `json:"red_lines,omitempty"`
	Duty     *Text    `json:"duty,omitempty"`

	amount *big.Rat
}

// Text is a text in both languages.
type Text struct {
	ZH string `json:"zh"`
	EN string `json:"en"`
}

// JSON returns the result as the file expected.json has it.
func (r Result) JSON() ([]byte, error) {
	b, err := json.MarshalIndent(r, "", "  ")
	if err != nil {
		return nil, err
	}
	return append(b, '\n'), nil
}

// Close computes the month of shop ZW. It returns an error if the facts lack something it
// needs or name somebody it does not know.
func Close(m Month) (Result, error) {
	sheets, err := work(m)
	if err != nil {
		return Result{}, err
	}
	r := Result{Month: m.Period}
	for _, s := range sheets {
		r.Slips = append(r.Slips, s.slip())
	}
	return r, nil
}

// work fills the agents' sheets from top to bottom.
func work(m Month) ([]*sheet, error) {
	c, err := newCalendar(m.Period)
	if err != nil {
		return nil, err
	}
	var sheets []*sheet
	byID := map[string]*sheet{}
	for _, a := range m.Agents {
		s, err := newSheet(c, a, m.excluded(a.ID))
		if err != nil {
			return nil, err
		}
		if byID[a.ID] != nil {
			return nil, fmt.Errorf("agent %s is there twice", a.ID)
		}
		sheets, byID[a.ID] = append(sheets, s), s
	}
	for _, e := range m.counting() {
		if err := apply(c, byID, e); err != nil {
			return nil, err
		}
	}
	return sheets, finish(c, sheets)
}

// finish does what needs all the facts: funds, scores, places, pay.
func finish(c calendar, sheets []*sheet) error {
	slices.SortFunc(sheets, func(a, b *sheet) int { return cmp.Compare(a.agent.ID, b.agent.ID) })
	for _, s := range sheets {
		s.settle()
		if err := s.mark(); err != nil {
			return err
		}
	}
	place(sheets)
	for _, s := range sheets {
		if err := s.pay(c); err != nil {
			return err
		}
	}
	return nil
}

func (s *sheet) slip() Slip {
	return s.slipOf(s.score, map[string]int{"by_score": s.scorePlace, "by_sales": s.salesPlace})
}

// slipOf writes the slip; the place by score is the standing of both shops.
func (s *record) slipOf(score *big.Rat, places map[string]int) Slip {
	total := zero()
	for _, l := range s.lines {
		total = add(total, l.amount)
	}
	slip := Slip{
		Agent: s.agent.ID, Lines: s.lines, Total: fixed(total), Place: placeOrNil(places["by_score"]),
		Places: map[string]*int{},
	}
	for id, place := range places {
		slip.Places[id] = placeOrNil(place)
	}
	if score != nil {
		text := fixed(score)
		slip.Score = &text
	}
	return slip
}

func placeOrNil(place int) *int {
	if place == 0 {
		return nil
	}
	return &place
}
