package kpi8515

import (
	"bytes"
	"encoding/json"
	"io"
	"math/rand/v2"
	"runtime"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/policy"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

func loadPolicy(t testing.TB) *policy.Policy {
	t.Helper()
	p, err := policy.LoadFS(Files, "policy.yaml")
	require.NoError(t, err)
	return p
}

func loadMonth(t testing.TB, p *policy.Policy) facts.Month {
	t.Helper()
	m, err := p.LoadMonthFS(Files, ".")
	require.NoError(t, err)
	return m
}

func closeMonth(t testing.TB) *policy.Result {
	t.Helper()
	p := loadPolicy(t)
	r, err := p.Close(loadMonth(t, p), policy.History{})
	require.NoError(t, err)
	return r
}

func bytesOf(t testing.TB, r *policy.Result) string {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, r.WriteJSON(&b))
	require.NoError(t, r.History().Write(&b))
	return b.String()
}

func TestTheEngineGivesTheTwinsResult(t *testing.T) {
	var want, got struct {
		Month string
		Slips []map[string]any
	}
	text, err := Files.ReadFile("expected.json")
	require.NoError(t, err)
	require.NoError(t, json.Unmarshal(text, &want))
	var b bytes.Buffer
	require.NoError(t, closeMonth(t).WriteJSON(&b))
	require.NoError(t, json.Unmarshal(b.Bytes(), &got))
	assert.Equal(t, want.Month, got.Month)
	require.Len(t, want.Slips, 40)
	require.Len(t, got.Slips, len(want.Slips))
	for i := range want.Slips {
		assert.Equal(t, want.Slips[i], got.Slips[i])
	}
}

func TestTheEngineGivesTheLinesWorkedByHand(t *testing.T) {
	r := closeMonth(t)
	for _, w := range readPage(t) {
		t.Run(w.agent, func(t *testing.T) {
			slip, ok := r.Slip(w.agent)
			require.True(t, ok)
			told := map[string]string{}
			slip.Explain().Walk(func(depth int, s explain.Step) {
				if strings.HasPrefix(s.Clause, "schemes.") && depth <= 3 && s.Value.State == explain.Known {
					told[s.Clause] = text2(t, s.Value)
				}
			})
			for _, line := range w.under("schemes.") {
				assert.Equal(t, line.value, told[line.name], line.name)
			}
			assert.Equal(t, w.value("score"), slip.Score().StringFixed(2))
			assert.Equal(t, w.value("total"), slip.Total().StringFixed(2))
			var lines []entry
			for _, l := range slip.Lines() {
				lines = append(lines, entry{strings.TrimSpace(l.Clause + " " + l.Date.String()), l.Text()})
			}
			assert.Equal(t, w.under("pay."), lines)
		})
	}
}

func text2(t testing.TB, n explain.Number) string {
	t.Helper()
	d, ok := n.Decimal()
	require.True(t, ok)
	return d.StringFixed(2)
}

// TestEveryExplanationIsItsNumber is the law that a tree's numbers are its
// columns': the root is the total and the sum of its pay items, each item is
// the sum of its lines, the score step is the score and the sum of its lines.
func TestEveryExplanationIsItsNumber(t *testing.T) {
	r := closeMonth(t)
	for slip := range r.Slips() {
		t.Run(slip.Agent(), func(t *testing.T) {
			root := slip.Explain()
			assert.Equal(t, slip.Total().StringFixed(2), text2(t, root.Value))
			byItem := map[string]decimal.Decimal{}
			for _, l := range slip.Lines() {
				byItem[l.Clause] = byItem[l.Clause].Add(l.Amount)
			}
			require.True(t, strings.HasPrefix(root.Steps[0].Clause, "scheme"))
			require.Len(t, root.Steps, len(byItem)+1)
			for _, s := range root.Steps[1:] {
				require.Contains(t, byItem, s.Clause)
				assert.Equal(t, byItem[s.Clause].StringFixed(2), text2(t, s.Value), s.Clause)
			}
			score := root.Steps[0]
			if !slip.Scored() {
				assert.Equal(t, explain.NotApplicable, score.Value.State)
				return
			}
			assert.Equal(t, slip.Score().StringFixed(2), text2(t, score.Value))
			var sum decimal.Decimal
			for _, s := range score.Steps {
				if d, ok := s.Value.Decimal(); ok {
					sum = sum.Add(d)
				}
			}
			assert.Equal(t, slip.Score().StringFixed(2), sum.StringFixed(2))
		})
	}
}

func TestTheBytesDependOnNothingElse(t *testing.T) {
	want := bytesOf(t, closeMonth(t))
	p := loadPolicy(t)
	t.Run("agents, days, events and exclusions in any order", func(t *testing.T) {
		rng := rand.New(rand.NewPCG(7, 26))
		for range 5 {
			m := loadMonth(t, p)
			rng.Shuffle(len(m.Agents), func(i, j int) { m.Agents[i], m.Agents[j] = m.Agents[j], m.Agents[i] })
			rng.Shuffle(len(m.Events), func(i, j int) { m.Events[i], m.Events[j] = m.Events[j], m.Events[i] })
			for _, a := range m.Agents {
				rng.Shuffle(len(a.Days), func(i, j int) { a.Days[i], a.Days[j] = a.Days[j], a.Days[i] })
			}
			r, err := p.Close(m, policy.History{})
			require.NoError(t, err)
			assert.Equal(t, want, bytesOf(t, r))
		}
	})
	t.Run("one processor", func(t *testing.T) {
		defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
		assert.Equal(t, want, bytesOf(t, closeMonth(t)))
	})
	t.Run("decimal's package settings changed by the host", func(t *testing.T) {
		precision, quotes := decimal.DivisionPrecision, decimal.MarshalJSONWithoutQuotes
		trim, scientific := decimal.TrimTrailingZeros, decimal.UseScientificNotation
		defer func() {
			decimal.DivisionPrecision, decimal.MarshalJSONWithoutQuotes = precision, quotes
			decimal.TrimTrailingZeros, decimal.UseScientificNotation = trim, scientific
		}()
		decimal.DivisionPrecision, decimal.MarshalJSONWithoutQuotes = 1, true
		decimal.TrimTrailingZeros, decimal.UseScientificNotation = false, true
		assert.Equal(t, want, bytesOf(t, closeMonth(t)))
	})
	t.Run("facts changed after the close", func(t *testing.T) {
		m := loadMonth(t, p)
		r, err := p.Close(m, policy.History{})
		require.NoError(t, err)
		for i := range m.Agents {
			m.Agents[i].ID = "X"
			clear(m.Agents[i].Values)
		}
		clear(m.Events)
		assert.Equal(t, want, bytesOf(t, r))
	})
}

func TestASlipIsExplainedInBothLanguages(t *testing.T) {
	r := closeMonth(t)
	for slip := range r.Slips() {
		slip.Explain().Walk(func(_ int, s explain.Step) {
			for _, lang := range explain.Langs() {
				said := s.Sentence(lang)
				assert.NotEmpty(t, said)
				assert.NotContains(t, said, "{", s.Code)
				assert.NotEqual(t, string(s.Code), said, "no sentence")
			}
		})
	}
}

func TestAResultIsReadByManyAtOnce(t *testing.T) {
	r := closeMonth(t)
	want := bytesOf(t, r)
	done := make(chan string)
	for range 4 {
		go func() {
			var b bytes.Buffer
			err := r.WriteJSON(&b)
			if err == nil {
				err = r.History().Write(&b)
			}
			for slip := range r.Slips() {
				slip.Explain().Walk(func(_ int, s explain.Step) { _, _ = io.WriteString(io.Discard, s.Sentence(explain.English)) })
			}
			if err != nil {
				done <- err.Error()
				return
			}
			done <- b.String()
		}()
	}
	for range 4 {
		assert.Equal(t, want, <-done)
	}
}
