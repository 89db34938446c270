package policy

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/payout"
	"github.com/cspay/cspay/scoring/facts"
)

// lawWarnings are the codes and paths of the warnings about the law.
func lawWarnings(p *Policy) []string {
	var got []string
	for _, w := range p.Warnings() {
		if w.Code == facts.CodeGuardNone || w.Code == facts.CodeGuardNotice {
			got = append(got, string(w.Code)+" at "+w.Path)
		}
	}
	return got
}

func TestAPolicyThatPaysWithoutAGuardWarns(t *testing.T) {
	doc := smallDocument()
	p, err := New(doc)
	require.NoError(t, err)
	assert.Equal(t, []string{"guard.none at pay"}, lawWarnings(p))
	doc.Pay = payout.Plan{}
	p, err = New(doc)
	require.NoError(t, err)
	assert.Empty(t, lawWarnings(p), "what pays nothing deducts nothing")

	p, err = Load(strings.NewReader(strings.Replace(guarded("cn", "sample_city"), "guard:", "# guard:", 1)))
	require.NoError(t, err)
	assert.Equal(t, []spot{{"policy.yaml", 6, 1, facts.CodeGuardNone, ""}}, spots(t, p.Warnings()))
}

func TestNotice(t *testing.T) {
	days := func(n int) *int { return &n }
	law := func(notice *int) payout.Jurisdiction {
		j := ownLiteral()
		j.ID = "it"
		j.Laws = []payout.Law{{From: day("2008-01-01"), NoticeDays: notice}}
		return j
	}
	china := China()
	china.ID, china.Regions = "it", ownLiteral().Regions
	for _, tt := range []struct {
		name            string
		law             payout.Jurisdiction
		from, published string
		want            string
	}{
		{"no notice is asked for", law(nil), "2026-01-01", "", ""},
		{"0 days, on the day itself", law(days(0)), "2026-01-01", "2026-01-01", ""},
		{"0 days, a day late", law(days(0)), "2026-01-01", "2026-01-02", "at the latest 2026-01-01"},
		{"0 days, not said", law(days(0)), "2026-01-01", "", "at the latest 2026-01-01"},
		{"7 days, on the last day", law(days(7)), "2026-01-01", "2025-12-25", ""},
		{"7 days, a day late", law(days(7)), "2026-01-01", "2025-12-26", "at the latest 2025-12-25"},
		{"in force since ever, and published", law(days(7)), "", "2026-01-02", ""},
		{"in force since ever, 0 days, not said", law(days(0)), "", "", "on or before that on which it comes into force"},
		{"in force since ever, 7 days, not said", law(days(7)), "", "", "7 days before it comes into force"},
		{"the day before the law asks", china, "2007-12-31", "", ""},
		{"the day the law asks", china, "2008-01-01", "", "at the latest 2008-01-01"},
		{"before there was any law", china, "1994-12-31", "", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			doc := smallDocument()
			doc.Guard = payout.Guard{Jurisdiction: "it", Region: "own"}
			if tt.from != "" {
				doc.Effective.From = day(tt.from)
			}
			if tt.published != "" {
				doc.Effective.Published = day(tt.published)
			}
			p, err := New(doc, WithJurisdiction(tt.law))
			require.NoError(t, err)
			if tt.want == "" {
				assert.Empty(t, lawWarnings(p))
				return
			}
			assert.Equal(t, []string{"guard.notice at effective.published"}, lawWarnings(p))
			last := p.Warnings()[0] // the paths of a literal are in the order of the alphabet
			assert.Equal(t, facts.Warning, last.Severity)
			assert.Contains(t, last.Want, tt.want)
			assert.Equal(t, tt.published, last.Got)
		})
	}
}

func TestNoticeHasAPlace(t *testing.T) {
	src := guarded("cn", "sample_city")
	for _, tt := range []struct {
		name, effective string
		want            []spot
	}{
		{"in time", "effective: {from: 2026-01-01, published: 2026-01-01}", nil},
		{"late: at the day", "effective: {from: 2026-01-01, published: 2026-01-02}", []spot{{"policy.yaml", 3, 42, facts.CodeGuardNotice, ""}}},
		{"not said: at the key above", "effective: {from: 2026-01-01}", []spot{{"policy.yaml", 3, 1, facts.CodeGuardNotice, ""}}},
		{"nothing said: at the document", "", []spot{{"policy.yaml", 1, 1, facts.CodeGuardNotice, ""}}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			p, err := Load(strings.NewReader(strings.Replace(src, "effective: {from: 2026-01-01, published: 2025-12-20}", tt.effective, 1)))
			require.NoError(t, err)
			if tt.want == nil {
				assert.Empty(t, p.Warnings())
				return
			}
			assert.Equal(t, tt.want, spots(t, p.Warnings()))
		})
	}
}

// TestAPolicyWithoutAGuardIsWrittenWithoutOne: the zero Guard has keys that are
// required, and yet leaves no trace in the digest.
func TestAPolicyWithoutAGuardIsWrittenWithoutOne(t *testing.T) {
	doc := smallDocument()
	doc.Guard.Sample.Keys = []string{}
	empty, err := New(doc)
	require.NoError(t, err)
	none, err := New(smallDocument())
	require.NoError(t, err)
	assert.Equal(t, none.Digest(), empty.Digest())
	var b strings.Builder
	require.NoError(t, none.WriteYAML(&b))
	assert.NotContains(t, b.String(), "guard")

	doc.Guard.Region = "sample_city"
	_, err = New(doc)
	require.ErrorIs(t, err, facts.CodeRequired)
	require.ErrorContains(t, err, "guard.jurisdiction")
}

func TestAGuardReadsBack(t *testing.T) {
	doc := smallDocument()
	doc.Effective = Effective{From: day("2026-01-01"), Published: day("2025-12-20")}
	doc.Guard = payout.Guard{
		Jurisdiction: "cn", Region: "sample_city", Penalties: payout.EachClause,
		Probation: &payout.ProbationGuard{Agreed: "wage", Below: payout.TopUp},
		Cite:      facts.Cite{Source: "手册", Sample: facts.Sample{Keys: []string{"region"}}},
	}
	p, err := New(doc)
	require.NoError(t, err)
	sameAgain(t, p)
}
