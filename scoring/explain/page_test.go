package explain_test

import (
	"flag"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/payout"
	"github.com/cspay/cspay/rank"
	"github.com/cspay/cspay/scoring"
	"github.com/cspay/cspay/scoring/explain"
)

var update = flag.Bool("update", false, "write docs/sentences.md again")

const page = root + "/docs/sentences.md"

const preface = `# Sentences

Every step of an explanation has a code, and every code one sentence in Chinese and one
in English. This page is written from the catalogue by
` + "`go test ./scoring/explain -run TestPage -update`" + `; do not edit it. Codes are append-only.

A name in braces stands for a value of the step, and ` + "`{value}`" + ` for the step's own number.
After a colon stands how it is shown: ` + "`bare`" + ` without its unit, ` + "`signed`" + ` with its plus
sign, ` + "`one`" + ` for one of the unit, ` + "`lower`" + ` for a name inside an English sentence. Points and
counts are printed without trailing zeros, money with two digits, ratios as percentages,
and a quotient that four decimals do not hold after "≈". A value that is not known is
said in words: 未提供 / not given, 不适用 / not applicable, 超出范围 / out of range.
`

// TestPage keeps the committed page equal to the catalogue.
func TestPage(t *testing.T) {
	t.Parallel()
	want := render()
	if *update {
		require.NoError(t, os.WriteFile(page, []byte(want), 0o644))
	}
	got, err := os.ReadFile(page)
	require.NoError(t, err)
	assert.Equal(t, want, strings.ReplaceAll(string(got), "\r\n", "\n"),
		"run: go test ./scoring/explain -run TestPage -update")
}

func render() string {
	var b strings.Builder
	b.WriteString(preface)
	b.WriteString("\n## Steps\n\n| code | 中文 | English |\n|---|---|---|\n")
	for _, code := range explain.Codes() {
		text, _ := explain.Template(code)
		row(&b, string(code), text.ZH, text.EN)
	}
	b.WriteString("\n## Words\n\nA word is translated where it stands under its key; any other word is shown as it is.\n\n" +
		"| key | word | 中文 | English |\n|---|---|---|---|\n")
	for _, w := range explain.Words() {
		key, word, _ := strings.Cut(w, ".")
		row(&b, key, word, explain.Word(key, word, explain.Chinese), explain.Word(key, word, explain.English))
	}
	return b.String()
}

// row writes a table row whose leading cells, all but the two languages, are
// code.
func row(b *strings.Builder, cells ...string) {
	const languages = 2
	for i, c := range cells {
		c = strings.ReplaceAll(c, "|", `\|`)
		if i < len(cells)-languages {
			c = "`" + c + "`"
		}
		b.WriteString("| " + c + " ")
	}
	b.WriteString("|\n")
}

// TestPageShowsEverything: each code and each word has its row.
func TestPageShowsEverything(t *testing.T) {
	t.Parallel()
	text := render()
	for _, code := range explain.Codes() {
		assert.Equal(t, 1, strings.Count(text, "\n| `"+string(code)+"` | "), code)
	}
	for _, w := range explain.Words() {
		assert.Equal(t, 1, strings.Count(text, "\n| `"+strings.Replace(w, ".", "` | `", 1)+"` | "), w)
	}
}

func TestClosedSetsOfPayout(t *testing.T) {
	t.Parallel()
	for key, set := range map[string][]string{
		"basis":     payout.Basis("").Words(),
		"treatment": payout.Treatment("").Words(),
		"reason":    payout.Reason("").Words(),
		"effect":    scoring.Effect("").Words(),
		"state":     rank.State("").Words(),
		"plan":      rank.PlanStatus("").Words(),
		"why":       append(rank.MonthStatus("").Words(), "unranked", "missing"),
	} {
		for _, w := range set {
			assert.Contains(t, explain.Words(), key+"."+w)
		}
	}
}
