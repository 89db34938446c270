package schemacheck

import (
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/policy"
	"github.com/cspay/cspay/scoring"
)

// tenure is a kind of a program's own.
type tenure struct {
	Years   int             `key:"years,required"`
	Unknown decimal.Decimal `key:"unknown,rate"`
}

func (tenure) Kind() string { return "tenure" }

func (tenure) Share(scoring.Row) (scoring.Share, error) {
	return scoring.Of(decimal.New(1, 0), decimal.New(1, 0)), nil
}

func TestAKindOfAProgramsOwn(t *testing.T) {
	text, err := Extend(policy.Schema(), "tenure", map[string]any{
		"description": "Gives the points in proportion to the months of service (工龄).",
		"type":        "object",
		"properties": map[string]any{
			"years":   map[string]any{"$ref": "#/$defs/whole"},
			"unknown": map[string]any{"$ref": "#/$defs/rate"},
		},
		"required":             []string{"years"},
		"additionalProperties": false,
	})
	require.NoError(t, err)
	extended, err := NewWith(text, policy.FactsSchema())
	require.NoError(t, err)
	plain := schemas(t)

	document := func(rule string) string { return head + "scheme:\n  - {id: it, points: 100, " + rule + "}\n" }
	for _, c := range []struct {
		name, rule string
		sound      bool
	}{
		{"with its parameters", "tenure: {years: 3, unknown: 50%}", true},
		{"without what it needs", "tenure: {unknown: 50%}", false},
		{"with an unknown parameter", "tenure: {years: 3, month: 1}", false},
		{"beside another kind", "tenure: {years: 3}, direct: {metric: exam}", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			text := document(c.rule)
			_, err := policy.Load(strings.NewReader(text), policy.With(tenure{}))
			assert.Equal(t, c.sound, err == nil, "the reader says: %v", err)
			err = extended.Policy([]byte(text))
			assert.Equal(t, c.sound, err == nil, "the schema says: %v", err)
			assert.Error(t, plain.Policy([]byte(text)), "the library's schema does not know the word")
		})
	}
}

func TestExtendNeedsASchema(t *testing.T) {
	for name, text := range map[string]string{"no JSON": "{", "no policy schema": `{"$defs": {}}`} {
		t.Run(name, func(t *testing.T) {
			_, err := Extend([]byte(text), "tenure", nil)
			assert.Error(t, err)
		})
	}
}
