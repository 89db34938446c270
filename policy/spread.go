package policy

import (
	"bufio"
	"encoding/json"

	"github.com/shopspring/decimal"

	"github.com/cspay/cspay/internal/fix"
	"github.com/cspay/cspay/payout"
)

// Spread returns how far apart the pay of one item is: the highest, the lowest
// and the gap, with two digits, and how many agents were paid. It names nobody.
// ok is false when there is no such item or nobody was paid.
func (r *Result) Spread(item string) (spread payout.Spread, ok bool) {
	return r.policy.pay.Spread(r.t, item)
}

// Spreads returns the spreads that the policy publishes, those of the items
// with spread: true, in the order of the policy. An item that nobody was paid
// is left out.
func (r *Result) Spreads() []payout.Spread {
	var out []payout.Spread
	for i := range r.policy.doc.Pay.Items {
		it := &r.policy.doc.Pay.Items[i]
		if !it.Spread {
			continue
		}
		if s, ok := r.Spread(it.ID); ok {
			out = append(out, s)
		}
	}
	return out
}

// jsonSpread is a spread as a program reads it: amounts are strings with two
// digits.
type jsonSpread struct {
	Item    string `json:"item"`
	Highest string `json:"highest"`
	Lowest  string `json:"lowest"`
	Gap     string `json:"gap"`
	Agents  int    `json:"agents"`
}

// writeSpreads writes the key spreads, or nothing where there are none.
func (r *Result) writeSpreads(b *bufio.Writer) error {
	var out []jsonSpread
	for _, s := range r.Spreads() {
		line := jsonSpread{Item: s.Item, Agents: s.Agents}
		for _, part := range []struct {
			text *string
			d    decimal.Decimal
		}{{&line.Highest, s.Highest}, {&line.Lowest, s.Lowest}, {&line.Gap, s.Gap}} {
			v, err := fix.FromDecimal(part.d, pointScale)
			if err != nil {
				return err
			}
			*part.text = fix.Text(v, pointScale)
		}
		out = append(out, line)
	}
	if len(out) == 0 {
		return nil
	}
	text, err := json.Marshal(out)
	if err != nil {
		return err
	}
	// A bufio.Writer keeps its first error, which Flush returns.
	_, _ = b.WriteString(`,"spreads":`)
	_, _ = b.Write(text)
	return nil
}
