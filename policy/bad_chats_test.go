package policy

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/scoring/facts"
)

func TestBadChats(t *testing.T) {
	p, err := Load(strings.NewReader(inspectedPolicy))
	require.NoError(t, err)
	const line = "- {id: c1, agent: A1, date: 2026-01-05, inspection: qa, source: random, sampler: 组长, items: [含糊]}\n"
	tests := []struct {
		name, from, to string
		at             string // where the place begins
		code           facts.Code
		agent          string
	}{
		{"an agent of no roster", "agent: A1", "agent: A9", "A9", facts.CodeAgentUnknown, "A9"},
		{"a day of another month", "2026-01-05", "2026-02-05", "2026-02-05", facts.CodeDateMonth, "A1"},
		{"a misspelt inspection", "inspection: qa", "inspection: qe", "qe", facts.CodeNameUnknown, "A1"},
		{"a misspelt source", "source: random", "source: randm", "randm", facts.CodeNameUnknown, "A1"},
		{"YT8: one's own sample", "sampler: 组长", "sampler: A1", "A1, items", facts.CodeChatSelf, "A1"},
		{"a misspelt error", "[含糊]", "[含胡]", "含胡", facts.CodeNameUnknown, "A1"},
		{"an error twice", "[含糊]", "[含糊, 漏答, 含糊]", "含糊]", facts.CodeNameDuplicate, "A1"},
		{"a source that is no id", "source: random", `source: "random "`, `"random "`, facts.CodeIDSpace, "A1"},
		{"no source", "source: random, ", "", "{id", facts.CodeRequired, "A1"},
		{"a transfer that is no yes or no", "items:", "transferred: 是, items:", "是", facts.CodeShape, "A1"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			bad := strings.Replace(line, tt.from, tt.to, 1)
			before, _, _ := strings.Cut(bad, tt.at)
			r, err := shop{facts: inspectedFacts + bad, daily: inspectedDays}.close(p)
			assert.Nil(t, r)
			refused(t, err, inFacts(7, utf8.RuneCountInString(before)+1, tt.code, tt.agent))
		})
	}
	_, err = shop{facts: inspectedFacts + line + line, daily: inspectedDays}.close(p)
	refused(t, err, inFacts(8, 8, facts.CodeIDDuplicate, "A1"))
	assert.ErrorContains(t, err, "also at chats[0].id (facts.yaml:7:8)")
}

// TestInspectionsInADocument has every fault of an inspection at its place, and
// two encodings of a source as one.
func TestInspectionsInADocument(t *testing.T) {
	const src = "format: cspay/v1\nid: i\ncurrency: CNY\ninspections:\n" +
		"  qa: {mark: 0, fatal: [rude], items: {rude: 5, vague: -1}, escalation: {at: 1}, per_day: 0}\n" +
		"metrics:\n  qa: {unit: money, from: {inspection: qaa, figure: mark}}\n"
	_, err := Load(strings.NewReader(src))
	var found Problems
	require.ErrorAs(t, err, &found)
	var got [][2]string
	for _, p := range found {
		got = append(got, [2]string{string(p.Code), p.Path})
	}
	assert.Equal(t, [][2]string{
		{"shape.required", "inspections.qa.sources"},
		{"number.range", "inspections.qa.mark"},
		{"name.duplicate", "inspections.qa.items.rude"},
		{"number.range", "inspections.qa.items.vague"},
		{"number.range", "inspections.qa.escalation.at"},
		{"number.range", "inspections.qa.per_day"},
		{"name.unknown", "metrics.qa.from.inspection"},
		{"metric.unit", "metrics.qa.from.figure"},
	}, got)

	composed, decomposed := "caf\u00e9", "cafe\u0301"
	p, err := Load(strings.NewReader(strings.ReplaceAll(inspectedPolicy, "random", composed)))
	require.NoError(t, err)
	s := shop{facts: inspectedFacts + strings.ReplaceAll(inspectedChats, "random", decomposed), daily: inspectedDays}
	r, err := s.close(p)
	require.NoError(t, err)
	assert.Equal(t, "41.11", pointsOf(t, r, "A1")["qa"], "a source is an id, and ids are compared in NFC")
	sameAgain(t, p)
}
