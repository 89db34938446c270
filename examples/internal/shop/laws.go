package shop

import (
	"bytes"
	"encoding/json"
	"io"
	"io/fs"
	"math/rand/v2"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/cspay/cspay/policy"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// EngineGivesTheTwinsResult checks the library's close against expected.json,
// slip by slip and key by key.
func (s Shop) EngineGivesTheTwinsResult(t *testing.T) {
	t.Helper()
	var want, got struct {
		Month string
		Slips []map[string]any
	}
	committed, err := fs.ReadFile(s.Files, expected)
	must(t, err)
	must(t, json.Unmarshal(committed, &want))
	var b bytes.Buffer
	must(t, s.Close(t).WriteJSON(&b))
	must(t, json.Unmarshal(b.Bytes(), &got))
	same(t, "month", want.Month, got.Month)
	need(t, "all slips in the committed result", len(want.Slips) == s.Agents)
	need(t, "all slips in the library's", len(got.Slips) == s.Agents)
	for i := range want.Slips {
		same(t, "slip", want.Slips[i], got.Slips[i])
	}
}

// ExplanationsAreTheirNumbers is the law that a tree's numbers are its
// columns': the root is the total, each pay item is the sum of its own lines,
// each other line (a veto) follows with its amount, the score step is the score
// and the sum of its lines.
func (s Shop) ExplanationsAreTheirNumbers(t *testing.T) {
	t.Helper()
	r := s.Close(t)
	for slip := range r.Slips() {
		t.Run(slip.Agent(), func(t *testing.T) {
			root := slip.Explain()
			// What is told of careers has no part in the total.
			steps := slices.DeleteFunc(slices.Clone(root.Steps), func(step explain.Step) bool { return step.Clause == "careers" })
			same(t, "total", slip.Total().StringFixed(2), text(t, root.Value))
			byItem := map[string]decimal.Decimal{}
			var beside []decimal.Decimal // lines that are not the item's own
			for _, l := range slip.Lines() {
				if l.Reason != "" {
					beside = append(beside, l.Amount)
					continue
				}
				byItem[l.Clause] = byItem[l.Clause].Add(l.Amount)
			}
			need(t, "a step for the score, each pay item and each other line", len(steps) == 1+len(byItem)+len(beside))
			need(t, "a scheme's clause", slices.Contains(s.Schemes, steps[0].Clause))
			for i, amount := range beside {
				same(t, "a line beside the items", amount.StringFixed(2), text(t, steps[1+len(byItem)+i].Value))
			}
			for _, step := range steps[1 : 1+len(byItem)] {
				amount, ok := byItem[step.Clause]
				need(t, "lines of "+step.Clause, ok)
				same(t, step.Clause, amount.StringFixed(2), text(t, step.Value))
			}
			explainsScore(t, slip, steps[0])
		})
	}
}

func explainsScore(t *testing.T, slip policy.Slip, score explain.Step) {
	t.Helper()
	if !slip.Scored() {
		same(t, "no score", explain.NotApplicable, score.Value.State)
		return
	}
	same(t, "score", slip.Score().StringFixed(2), text(t, score.Value))
	var sum decimal.Decimal
	for _, step := range score.Steps {
		if d, ok := step.Value.Decimal(); ok {
			sum = sum.Add(d)
		}
	}
	same(t, "sum of the score's lines", slip.Score().StringFixed(2), sum.StringFixed(2))
}

// BytesDependOnNothingElse is the law that policy and facts alone make the
// bytes of a result and its history.
func (s Shop) BytesDependOnNothingElse(t *testing.T) {
	t.Helper()
	want := mustBytes(t, s.Close(t))
	p := s.Policy(t)
	t.Run("agents, days, events and exclusions in any order", func(t *testing.T) {
		rng := rand.New(rand.NewPCG(7, 26))
		for range 5 {
			m := s.Facts(t, p)
			shuffle(rng, m)
			sameText(t, "result", want, mustBytes(t, closed(t, p, m)))
		}
	})
	t.Run("one processor", func(t *testing.T) {
		defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
		sameText(t, "result", want, mustBytes(t, s.Close(t)))
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
		sameText(t, "result", want, mustBytes(t, s.Close(t)))
	})
	t.Run("facts changed after the close", func(t *testing.T) {
		m := s.Facts(t, p)
		r := closed(t, p, m)
		for i := range m.Agents {
			m.Agents[i].ID = "X"
			clear(m.Agents[i].Values)
		}
		clear(m.Events)
		clear(m.Ballots)
		clear(m.Exclusions)
		clear(m.Chats)
		sameText(t, "result", want, mustBytes(t, r))
	})
}

func shuffle(rng *rand.Rand, m facts.Month) {
	swap(rng, m.Agents)
	swap(rng, m.Events)
	swap(rng, m.Ballots)
	swap(rng, m.Exclusions)
	swap(rng, m.Chats)
	for _, a := range m.Agents {
		swap(rng, a.Days)
	}
}

func swap[T any](rng *rand.Rand, list []T) {
	rng.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
}

// SlipsAreExplainedInBothLanguages checks that every step of every slip has a
// sentence in each language, with nothing left open in it.
func (s Shop) SlipsAreExplainedInBothLanguages(t *testing.T) {
	t.Helper()
	for slip := range s.Close(t).Slips() {
		slip.Explain().Walk(func(_ int, step explain.Step) {
			for _, lang := range explain.Langs() {
				said := step.Sentence(lang)
				if said == "" || strings.Contains(said, "{") || said == string(step.Code) {
					t.Errorf("%s: %s is no sentence in %s: %q", slip.Agent(), step.Code, lang, said)
				}
			}
		})
	}
}

// ResultIsReadByManyAtOnce reads one result from several goroutines; the race
// detector watches.
func (s Shop) ResultIsReadByManyAtOnce(t *testing.T) {
	t.Helper()
	r := s.Close(t)
	want := mustBytes(t, r)
	done := make(chan string)
	for range 4 {
		go func() {
			got, err := bytesOf(r)
			for slip := range r.Slips() {
				slip.Explain().Walk(func(_ int, step explain.Step) {
					_, _ = io.WriteString(io.Discard, step.Sentence(explain.English))
				})
			}
			if err != nil {
				got = err.Error()
			}
			done <- got
		}()
	}
	for range 4 {
		sameText(t, "result", want, <-done)
	}
}
