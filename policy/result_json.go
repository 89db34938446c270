package policy

import (
	"bufio"
	"encoding/json"
	"io"

	"github.com/shopspring/decimal"

	"github.com/cspay/cspay/internal/fix"
	"github.com/cspay/cspay/payout"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// jsonSlip is a slip as a program reads it: amounts and scores are strings
// with fixed digits, an agent without a score, a grade or a place has null.
type jsonSlip struct {
	Agent  string                  `json:"agent"`
	Score  *string                 `json:"score"`
	Grade  *string                 `json:"grade"`
	Place  *json.Number            `json:"place"`
	Places map[string]*json.Number `json:"places"`
	Lines  []jsonLine              `json:"lines"`
	Total  string                  `json:"total"`
	// Review and what follows are left out where there is nothing to say.
	Review            bool     `json:"needs_review,omitempty"`
	RedLines          []string `json:"red_lines,omitempty"`
	Uncollected       string   `json:"uncollected,omitempty"`
	UncollectedBefore string   `json:"uncollected_before,omitempty"`
}

type jsonLine struct {
	Item      string `json:"item"`
	Treatment string `json:"treatment"`
	Amount    string `json:"amount"`
	Clause    string `json:"clause"`
	Date      string `json:"date,omitempty"`

	Event    string    `json:"event,omitempty"`
	Order    string    `json:"order,omitempty"`
	Reason   string    `json:"reason,omitempty"`
	Review   bool      `json:"needs_review,omitempty"`
	RedLines []string  `json:"red_lines,omitempty"`
	Duty     *jsonText `json:"duty,omitempty"`
}

// jsonText is a text in both languages.
type jsonText struct {
	ZH string `json:"zh"`
	EN string `json:"en"`
}

// MarshalJSON returns the slip as in docs/results.md.
func (s Slip) MarshalJSON() ([]byte, error) {
	out := jsonSlip{Agent: s.Agent(), Places: map[string]*json.Number{}, Lines: []jsonLine{}}
	if v, ok := s.score(); ok {
		text := fix.Text(v, pointScale)
		out.Score = &text
	}
	if grade := s.Grade(); grade != "" {
		out.Grade = &grade
	}
	if s.r != nil {
		out.Place = s.placeOrNull(s.r.policy.standing)
		for _, id := range s.r.policy.board.IDs() {
			out.Places[id] = s.placeOrNull(id)
		}
	}
	lines := s.Lines()
	for _, l := range lines {
		out.Lines = append(out.Lines, lineJSON(l))
	}
	out.claims(s, lines)
	total, err := fix.FromDecimal(s.Total(), pointScale)
	if err != nil {
		return nil, err
	}
	out.Total = fix.Text(total, pointScale)
	return json.Marshal(out)
}

func lineJSON(l payout.Line) jsonLine {
	out := jsonLine{
		Item: l.Item, Treatment: string(l.Treatment), Amount: l.Text(), Clause: l.Clause, Date: l.Date.String(),
		Event: l.Event, Order: l.Order, Reason: string(l.Reason), Review: l.Review, RedLines: l.RedLines,
	}
	if l.Duty != (facts.Text{}) {
		out.Duty = &jsonText{ZH: explain.Say(l.Duty, explain.Chinese), EN: explain.Say(l.Duty, explain.English)}
	}
	return out
}

// claims fills in what red lines and guards left behind.
func (out *jsonSlip) claims(s Slip, lines []payout.Line) {
	out.RedLines = s.RedLines()
	out.Review = len(out.RedLines) > 0 || anyReview(lines)
	out.Uncollected, out.UncollectedBefore = moneyText(s.Uncollected()), moneyText(s.UncollectedBefore())
}

// moneyText writes an amount, or nothing for none.
func moneyText(amount decimal.Decimal) string {
	v, err := fix.FromDecimal(amount, pointScale)
	if err != nil || v == 0 {
		return ""
	}
	return fix.Text(v, pointScale)
}

// placeOrNull writes a place as a number, or null for an unplaced agent.
func (s Slip) placeOrNull(ranking string) *json.Number {
	place, ok := s.PlaceValue(ranking)
	if !ok {
		return nil
	}
	text, err := decimalText(place)
	if err != nil {
		return nil
	}
	number := json.Number(text)
	return &number
}

// WriteJSON writes the result as one JSON object: the policy's id and digest,
// the month, slips[] in byte order of agent ids, spreads[] where an item
// publishes its spread, and moves[], candidates[], plans[] and progress[] where
// it has rules across months. The same result gives the same bytes on every
// platform.
func (r *Result) WriteJSON(w io.Writer) error {
	b := bufio.NewWriter(w)
	head, err := json.Marshal(struct {
		Policy string `json:"policy"`
		Digest string `json:"digest"`
		Month  string `json:"month"`
	}{r.policy.doc.ID, r.policy.digest, r.Period().String()})
	if err != nil {
		return err
	}
	// A bufio.Writer keeps its first error, which Flush returns.
	_, _ = b.Write(head[:len(head)-1])
	_, _ = b.WriteString(`,"slips":[`)
	first := true
	for s := range r.Slips() {
		text, err := s.MarshalJSON()
		if err != nil {
			return err
		}
		if !first {
			_ = b.WriteByte(',')
		}
		first = false
		_, _ = b.WriteString("\n")
		_, _ = b.Write(text)
	}
	_, _ = b.WriteString("\n]")
	if err := r.writeSpreads(b); err != nil {
		return err
	}
	if err := r.writeCareers(b); err != nil {
		return err
	}
	_, _ = b.WriteString("}\n")
	return b.Flush()
}
