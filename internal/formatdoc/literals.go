package formatdoc

import (
	"errors"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/cspay/cspay/policy"
	"github.com/cspay/cspay/scoring"
	"github.com/cspay/cspay/scoring/facts"
)

// literals are the examples that no document can give, by the function that
// makes them. The page shows their source.
func literals() map[string]func() error {
	return map[string]func() error{
		"pointerToAKind":  pointerToAKind,
		"kindThatRefuses": kindThatRefuses,
		"unknownMode":     unknownMode,
	}
}

func pointerToAKind() error {
	rule := &scoring.ZeroOver{Metric: "bad_reviews", Over: decimal.New(3, 0)}
	_, err := policy.New(policy.Document{
		ID: "shop", Currency: "CNY",
		Metrics: facts.Metrics{"bad_reviews": {Unit: facts.Count}},
		Scheme:  scoring.Scheme{Indicators: []scoring.Indicator{{ID: "reviews", Points: decimal.New(100, 0), Rule: rule}}},
	})
	return err
}

// tenure is a kind of a program's own.
type tenure struct {
	Days int `key:"days"`
}

// Kind returns tenure.
func (tenure) Kind() string { return "tenure" }

// Share returns the days out of 100.
func (t tenure) Share(scoring.Row) (scoring.Share, error) {
	return scoring.Of(decimal.New(int64(t.Days), 0), decimal.New(100, 0)), nil
}

// Check reports days that are none.
func (t tenure) Check() error {
	if t.Days <= 0 {
		return errors.New("days above 0")
	}
	return nil
}

func kindThatRefuses() error {
	_, err := policy.Load(strings.NewReader(`format: cspay/v1
id: shop
currency: CNY
scheme:
  - {id: tenure, points: 100, tenure: {days: -3}}
`), policy.With(tenure{}))
	return err
}

func unknownMode() error {
	_, err := policy.New(policy.Document{
		ID: "shop", Currency: "CNY",
		Rounding: policy.Rounding{Lines: "bankers"},
	})
	return err
}
