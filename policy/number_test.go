package policy

import (
	"strings"
	"testing"

	"github.com/cspay/cspay/scoring/facts"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestParseNumberAccepts(t *testing.T) {
	for text, want := range map[string]decimal.Decimal{
		"0":                                  decimal.New(0, 0),
		"-0.00":                              decimal.New(0, 0),
		"3":                                  decimal.New(3, 0),
		"3.00":                               decimal.New(3, 0),
		"-12.50":                             decimal.New(-125, -1),
		"0.001":                              decimal.New(1, -3),
		"100":                                decimal.New(100, 0),
		"999999999999999999":                 decimal.New(999999999999999999, 0),
		"0.999999999999999999":               decimal.New(999999999999999999, -18),
		"9999999999999999.990":               decimal.New(999999999999999999, -2),
		"0." + strings.Repeat("0", 61) + "1": decimal.New(1, -62),
		"5." + strings.Repeat("0", 62):       decimal.New(5, 0),
	} {
		t.Run(text, func(t *testing.T) {
			got, bad := parseNumber(text, false)
			require.Equal(t, numberFault{}, bad)
			assert.Zero(t, want.Cmp(got.value))
			assert.Equal(t, want.Exponent(), got.value.Exponent())
			assert.False(t, got.percent)
		})
	}
}

func TestParseNumberRefuses(t *testing.T) {
	for text, want := range map[string]facts.Code{
		"":                             facts.CodeNumberEmpty,
		" \t":                          facts.CodeNumberEmpty,
		" - ":                          facts.CodeNumberEmpty,
		"1000000000000000000":          facts.CodeNumberRange, // 19 digits
		"-1234567890.1234567891":       facts.CodeNumberRange,
		"1e1":                          facts.CodeNumberExponent,
		"-1.5E+10":                     facts.CodeNumberExponent,
		"1e":                           facts.CodeNumberSyntax,
		"e5":                           facts.CodeNumberSyntax,
		"--5":                          facts.CodeNumberSyntax,
		"- 5":                          facts.CodeNumberSyntax,
		"1.2.3":                        facts.CodeNumberSyntax,
		"00":                           facts.CodeNumberSyntax,
		"00.5":                         facts.CodeNumberSyntax,
		" 5":                           facts.CodeNumberSyntax,
		"5\n":                          facts.CodeNumberSyntax,
		"5%":                           facts.CodeNumberSyntax,
		"٣":                            facts.CodeNumberSyntax, // an Arabic digit
		"1\x00":                        facts.CodeNumberSyntax,
		"0." + strings.Repeat("0", 63): facts.CodeNumberTooLong,
	} {
		t.Run(text, func(t *testing.T) {
			_, bad := parseNumber(text, false)
			assert.Equal(t, want, bad.code)
			assert.NotEmpty(t, bad.want)
		})
	}
}

func TestParseNumberPercent(t *testing.T) {
	got, bad := parseNumber("1.50%", true)
	require.Equal(t, numberFault{}, bad)
	assert.True(t, got.percent)
	assert.Equal(t, d("1.5"), got.value, "the number before the sign")
	assert.Equal(t, d("0.015"), got.fraction(), "and what it means")

	for text, want := range map[string]facts.Code{
		"%": facts.CodeNumberSyntax, "5 %": facts.CodeNumberSyntax, "5%%": facts.CodeNumberSyntax, "５％": facts.CodeNumberSyntax,
		"1e1%": facts.CodeNumberExponent,
	} {
		_, bad := parseNumber(text, true)
		assert.Equal(t, want, bad.code, text)
	}
}

// FuzzNumber checks that what is accepted is the number that decimal reads,
// and that its canonical text says the same again.
func FuzzNumber(f *testing.F) {
	for _, text := range []string{"0", "-12.50", "1e9", "010", "５", "5%", "1,000", strings.Repeat("9", 70), "-0.0", "NaN"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		got, bad := parseNumber(text, true)
		if bad.code != "" {
			assert.NotEmpty(t, bad.want)
			return
		}
		theirs, err := decimal.NewFromString(strings.TrimSuffix(text, "%"))
		require.NoError(t, err)
		assert.Zero(t, theirs.Cmp(got.value))
		canonical, err := decimalText(got.value)
		require.NoError(t, err)
		again, bad := parseNumber(canonical, false)
		require.Equal(t, numberFault{}, bad)
		assert.Equal(t, got.value, again.value)
		assert.LessOrEqual(t, len(canonical), len(text))
	})
}
