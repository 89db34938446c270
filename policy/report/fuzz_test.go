package report_test

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/policy"
	"github.com/cspay/cspay/policy/report"
	"github.com/cspay/cspay/scoring/facts"
)

// FuzzText puts one hostile text everywhere a shop may write its own and holds
// that a report stays what it is: as many lines, valid UTF-8, and nothing that
// a terminal obeys.
func FuzzText(f *testing.F) {
	for _, s := range []string{
		"王敏", "", "a\nb", "a\r\n", "\x1b[31mred\x1b[0m", "\x00", "\u202egnp.exe", "\u2028", "\u0085", "\x80\xff",
		"=HYPERLINK(\"x\")", "<b>", "e\u0301\u0301\u0301", "👩‍👩‍👧", "{agent}", "  ", strings.Repeat("长", 40),
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		doc := document()
		named := facts.Text{ZH: s, EN: s}
		doc.Name, doc.Pay.Items[0].Name, doc.Pay.Items[0].Source = named, named, s
		p, err := policy.New(doc)
		if err != nil {
			checkPrintable(t, problems(t, err))
			p, err = policy.New(document())
			require.NoError(t, err)
		}
		res, err := p.Close(month(facts.Agent{ID: "A1", Name: s, Role: s}, facts.Agent{ID: s}), policy.History{})
		if err != nil {
			checkPrintable(t, problems(t, err))
			res, err = p.Close(month(facts.Agent{ID: "A1", Name: s, Role: s}, facts.Agent{ID: "A2"}), policy.History{})
		}
		if err != nil {
			checkPrintable(t, problems(t, err))
			return
		}
		for _, lang := range []report.Lang{report.Chinese, report.English} {
			var text strings.Builder
			require.NoError(t, report.Text(&text, res, lang))
			checkPrintable(t, text.String())
			assert.Equal(t, 7+len(res.Warnings()), strings.Count(text.String(), "\n"), text.String())
			for slip := range res.Slips() {
				var tree strings.Builder
				require.NoError(t, report.Explain(&tree, slip, lang))
				checkPrintable(t, tree.String())
				assert.Equal(t, 10, strings.Count(tree.String(), "\n"), tree.String())
			}
		}
	})
}

func problems(t *testing.T, err error) string {
	t.Helper()
	var b strings.Builder
	require.NoError(t, report.Problems(&b, err, report.English))
	return b.String()
}

// checkPrintable holds that a terminal shows a text and does nothing else.
func checkPrintable(t *testing.T, s string) {
	t.Helper()
	assert.True(t, utf8.ValidString(s), "%q", s)
	for _, r := range s {
		if r != '\n' && (unicode.IsControl(r) || r == 0x2028 || r == 0x2029 || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069) {
			assert.Failf(t, "not printable", "%U in %q", r, s)
		}
	}
}
