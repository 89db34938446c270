package policy

import (
	"strings"
	"testing"
	"time"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/scoring/facts"
)

// FuzzCloseChats closes any two files under a policy with inspections: either
// there are problems, or the lines add up and every sentence can be said.
func FuzzCloseChats(f *testing.F) {
	f.Add(inspectedFacts+inspectedChats, inspectedDays)
	f.Add("month: 2026-02\nagents: [{id: A1}]\nchats:\n- {id: c, agent: A1, date: 2026-02-28, inspection: pk, source: satisfied, items: [敷衍]}\n", "")
	f.Add("month: 2026-01\nagents: [{id: A1}]\nchats: [{id: c, agent: A1, sampler: A1}, {id: c, agent: A2, inspection: qa, items: [漏答, 漏答]}]\n", "")
	p, err := Load(strings.NewReader(inspectedPolicy))
	require.NoError(f, err)
	f.Fuzz(func(t *testing.T, yaml, daily string) {
		start := time.Now()
		r, err := shop{yaml, daily}.close(p)
		if err != nil {
			assert.Nil(t, r)
			wellFormed(t, err)
		} else {
			addsUp(t, r)
		}
		assert.Less(t, time.Since(start), tooLong)
	})
}

// inspectFuzzed adds an inspection of any texts and numbers to a document.
func inspectFuzzed(doc *Document, id, name, word string, x, y decimal.Decimal, n int) {
	doc.Inspections = facts.Inspections{id: {
		Mark: x, Fatal: []string{name}, Items: map[string]decimal.Decimal{word: y}, PerDay: &n,
		Escalation: &facts.Escalation{At: n, Scope: facts.Scope(word), Window: facts.Window(word)},
		Sources:    map[string]facts.ChatSource{word: {Weight: &y, Sampled: true}, name: {}},
	}}
	doc.Metrics[name] = facts.Metric{Unit: facts.Points, From: facts.From{Inspection: id, Figure: facts.MeanMark, Source: word}}
}

// fuzzChats adds chats where the policy has an inspection, which is seldom.
func fuzzChats(p *Policy, m *facts.Month, id, name, word string, on facts.Date) {
	if len(p.doc.Inspections) == 0 {
		return
	}
	m.Chats = []facts.Chat{
		{ID: id, Agent: "A1", Date: on, Inspection: id, Source: word, Items: []string{word, name}, Sampler: word},
		{ID: name, Agent: "A1", Date: on, Inspection: id, Source: name, Note: name},
	}
}
