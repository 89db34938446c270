package policy

import (
	"encoding/json"

	"github.com/shopspring/decimal"

	"github.com/cspay/cspay/scoring/explain"
)

// jsonLoad is a load table as a program reads it.
type jsonLoad struct {
	Policy  string     `json:"policy"`
	Month   string     `json:"month"`
	By      string     `json:"by"`
	Per     LoadPer    `json:"per"`
	Without int        `json:"without"`
	Bands   []jsonBand `json:"bands"`
	All     jsonBand   `json:"all"`
}

type jsonBand struct {
	AtLeast *string      `json:"at_least,omitempty"`
	Under   *string      `json:"under,omitempty"`
	Least   jsonNumber   `json:"least"`
	Most    jsonNumber   `json:"most"`
	Count   int          `json:"count"`
	Days    int          `json:"days"`
	Load    jsonNumber   `json:"load"`
	Figures []jsonFigure `json:"figures"`
}

type jsonFigure struct {
	Metric string      `json:"metric"`
	Of     int         `json:"of"`
	Value  jsonNumber  `json:"value"`
	PerDay *jsonNumber `json:"per_day,omitempty"`
}

type jsonNumber struct {
	Num   string `json:"num,omitempty"`
	Den   string `json:"den,omitempty"`
	Text  string `json:"text,omitempty"`
	State string `json:"state"`
}

// MarshalJSON returns the table as in docs/results.md.
func (t LoadTable) MarshalJSON() ([]byte, error) {
	out := jsonLoad{
		Policy: t.Policy, Month: t.Period.String(), By: t.By.ID, Per: t.Per, Without: t.Without,
		Bands: make([]jsonBand, len(t.Bands)),
	}
	var err error
	for i, b := range t.Bands {
		if out.Bands[i], err = t.bandJSON(b); err != nil {
			return nil, err
		}
	}
	if out.All, err = t.bandJSON(t.All); err != nil {
		return nil, err
	}
	return json.Marshal(out)
}

func (t LoadTable) bandJSON(b LoadBand) (jsonBand, error) {
	var w loadWriter
	out := jsonBand{
		AtLeast: w.bound(b.AtLeast), Under: w.bound(b.Under), Least: w.number(b.Least), Most: w.number(b.Most),
		Count: b.Count, Days: b.Days, Load: w.number(b.Load), Figures: make([]jsonFigure, len(b.Figures)),
	}
	for i, f := range b.Figures {
		out.Figures[i] = jsonFigure{Of: f.Of, Value: w.number(f.Value)}
		if i < len(t.Metrics) {
			out.Figures[i].Metric = t.Metrics[i].ID
			if !t.Metrics[i].Quotient {
				perDay := w.number(f.PerDay)
				out.Figures[i].PerDay = &perDay
			}
		}
	}
	return out, w.err
}

// loadWriter writes numbers and keeps the first error: a caller may have put
// into a table what no month has.
type loadWriter struct{ err error }

func (w *loadWriter) text(d decimal.Decimal) string {
	text, err := decimalText(d)
	if w.err == nil {
		w.err = err
	}
	return text
}

func (w *loadWriter) bound(d *decimal.Decimal) *string {
	if d == nil {
		return nil
	}
	text := w.text(*d)
	return &text
}

func (w *loadWriter) number(n LoadNumber) jsonNumber {
	switch n.State {
	case explain.Known:
		return jsonNumber{Num: w.text(n.Num), Den: w.text(n.Den), Text: n.Text, State: "known"}
	case explain.Missing:
		return jsonNumber{State: "missing"}
	case explain.NotApplicable:
		return jsonNumber{State: "not_applicable"}
	case explain.Overflow:
		return jsonNumber{State: "overflow"}
	}
	return jsonNumber{State: "missing"}
}
