package policy

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/cspay/cspay/payout"
	"github.com/cspay/cspay/scoring/facts"
)

// ownLaw is a jurisdiction file with nothing wrong.
const ownLaw = `format: cspay-jurisdiction/v1
id: zj
laws: [{from: 2008-01-01, deduction_ceiling: 20%, notice_days: 7}]
regions: {own: {minimum_wages: [{from: 2024-01-01, monthly: 2260.00}]}}
`

// ownLawJSON says the same.
const ownLawJSON = `{"format": "cspay-jurisdiction/v1", "id": "zj",
"laws": [{"from": "2008-01-01", "deduction_ceiling": "20%", "notice_days": 7}],
"regions": {"own": {"minimum_wages": [{"from": "2024-01-01", "monthly": 2260.00}]}}}
`

// ownLiteral is the same as a literal.
func ownLiteral() payout.Jurisdiction {
	ceiling, days := dec("0.20"), 7
	return payout.Jurisdiction{
		ID:   "zj",
		Laws: []payout.Law{{From: day("2008-01-01"), DeductionCeiling: &ceiling, NoticeDays: &days}},
		Regions: map[string]payout.Region{
			"own": {MinimumWages: []payout.MinimumWage{{From: day("2024-01-01"), Monthly: dec("2260")}}},
		},
	}
}

// lawText is the canonical YAML of a jurisdiction.
func lawText(t tester, j payout.Jurisdiction) string {
	t.Helper()
	if j.Format == "" {
		j.Format = payout.JurisdictionFormat
	}
	root, problems := encode(j, nil)
	require.Empty(t, problems)
	return string(canonicalYAML(root))
}

func TestAJurisdictionIsReadFromYAMLAndJSON(t *testing.T) {
	for name, src := range map[string]string{"YAML": ownLaw, "JSON": ownLawJSON} {
		t.Run(name, func(t *testing.T) {
			j, err := LoadJurisdiction(strings.NewReader(src))
			require.NoError(t, err)
			assert.Equal(t, lawText(t, ownLiteral()), lawText(t, j))
			assert.Equal(t, "0.20", j.Laws[0].DeductionCeiling.StringFixed(2))
			assert.Equal(t, 7, *j.Laws[0].NoticeDays)
			assert.Nil(t, j.Laws[0].ProbationFloor)
		})
	}
}

const badLaw = `format: cspay-jurisdiction/v2
id: c.n
laws:
  - from: 2008-01-01
    deduction_cieling: 20%
    probation_floor: 80
    notice_days: 400
  - from: 2008-01-01
    deduction_ceiling: 120%
    notice_days: 1.5
regions:
  here: {minimum_wages: []}
  there:
    minimum_wages:
      - {from: 2026-01-01, monthly: 2490.005}
      - {from: 2025-01-01, monthly: -1}
      - {monthly: 1}
      - {from: 2026-02-30, monthly: null}
`

func TestABadJurisdictionIsReportedAtOnceEachFaultAtItsPlace(t *testing.T) {
	in := func(line, column int, code facts.Code) spot { return spot{"jurisdiction.yaml", line, column, code, ""} }
	_, err := LoadJurisdiction(strings.NewReader(badLaw))
	refused(
		t, err,
		in(1, 9, facts.CodePolicyFormat),
		in(2, 5, facts.CodeShape),
		in(5, 5, facts.CodeNameUnknown),
		in(6, 22, facts.CodeRateAboveOne),
		in(7, 18, facts.CodeNumberRange),
		in(8, 11, facts.CodeDateOrder),
		in(9, 24, facts.CodeRateAboveOne),
		in(10, 18, facts.CodeNumberNotInteger),
		in(12, 10, facts.CodeRequired),
		in(15, 37, facts.CodeNumberScale),
		in(16, 16, facts.CodeDateOrder),
		in(16, 37, facts.CodeNumberNegative),
		in(17, 9, facts.CodeRequired),
		in(18, 16, facts.CodeDateInvalid),
		in(18, 37, facts.CodeNumberEmpty),
	)
	require.ErrorContains(t, err, `the nearest is "deduction_ceiling"`)
	require.ErrorContains(t, err, "letters, digits, - and _ only")
}

func TestATextThatIsNoJurisdiction(t *testing.T) {
	for _, tt := range []struct {
		name, src string
		want      []spot
	}{
		{"nothing", "", []spot{{"jurisdiction.yaml", 1, 1, facts.CodeEmpty, ""}}},
		{"a list", "- a", []spot{{"jurisdiction.yaml", 1, 1, facts.CodeShape, ""}}},
		{"broken JSON", `{"id": }`, []spot{{"jurisdiction.json", 1, 8, facts.CodeSyntax, ""}}},
		{"only an empty map", "{}", []spot{
			{"jurisdiction.json", 1, 1, facts.CodeRequired, ""}, // format
			{"jurisdiction.json", 1, 1, facts.CodeRequired, ""}, // id
			{"jurisdiction.json", 1, 1, facts.CodeRequired, ""}, // laws
		}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			j, err := LoadJurisdiction(strings.NewReader(tt.src))
			refused(t, err, tt.want...)
			assert.Zero(t, j)
		})
	}
}

func TestLoadJurisdictionFileNamesTheFile(t *testing.T) {
	name := filepath.Join(t.TempDir(), "zj.yaml")
	require.NoError(t, os.WriteFile(name, []byte(ownLaw), 0o600))
	j, err := LoadJurisdictionFile(name)
	require.NoError(t, err)
	assert.Equal(t, "zj", j.ID)

	require.NoError(t, os.WriteFile(name, []byte(strings.Replace(ownLaw, "20%", "20", 1)), 0o600))
	_, err = LoadJurisdictionFile(name)
	refused(t, err, spot{name, 3, 46, facts.CodeRateAboveOne, ""})
	_, err = LoadJurisdictionFile(name + "l")
	refused(t, err, spot{name + "l", 0, 0, facts.CodeUnreadable, ""})
}

func TestTheJurisdictionOfTheLibraryHasNoFaults(t *testing.T) {
	j, problems := readJurisdiction("cn.yaml", chinaFile, china)
	require.Empty(t, problems)
	assert.Equal(t, "cn", j.ID)
	first := China()
	first.Regions["sample_city"].MinimumWages[0].Monthly = dec("1")
	delete(first.Regions, "sample_city")
	*first.Laws[0].DeductionCeiling = dec("1")
	assert.Equal(t, lawText(t, j), lawText(t, China()), "each call returns a copy")
}

func TestChinaByDay(t *testing.T) {
	share := func(d *decimal.Decimal) string {
		if d == nil {
			return ""
		}
		return d.StringFixed(2)
	}
	for _, tt := range []struct{ name, on, ceiling, floor, wage string }{
		{"the day before the rules on wages", "1994-12-31", "", "", ""},
		{"the day of the rules on wages", "1995-01-01", "0.20", "", ""},
		{"the day before the contract law", "2007-12-31", "0.20", "", ""},
		{"the day of the contract law", "2008-01-01", "0.20", "0.80", ""},
		{"the day before the first minimum wage", "2021-07-31", "0.20", "0.80", ""},
		{"the day of the first minimum wage", "2021-08-01", "0.20", "0.80", "2360.00"},
		{"the day before the second", "2022-12-31", "0.20", "0.80", "2360.00"},
		{"the day of the second", "2023-01-01", "0.20", "0.80", "2490.00"},
		{"the day before the third", "2026-12-31", "0.20", "0.80", "2490.00"},
		{"the day of the third", "2027-01-01", "0.20", "0.80", "2640.00"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			law, ok := China().At(day(tt.on))
			assert.Equal(t, tt.ceiling != "", ok)
			assert.Equal(t, tt.ceiling, share(law.DeductionCeiling))
			assert.Equal(t, tt.floor, share(law.ProbationFloor))
			wage, ok := China().Regions["sample_city"].At(day(tt.on))
			assert.Equal(t, tt.wage != "", ok)
			if ok {
				assert.Equal(t, tt.wage, wage.Monthly.StringFixed(2))
				assert.True(t, wage.Sample.All, "the city is made up")
			}
		})
	}
}

// anyJurisdiction draws a jurisdiction with nothing wrong.
func anyJurisdiction(t *rapid.T) payout.Jurisdiction {
	from := facts.Date(0)
	next := func() facts.Date {
		from += facts.Date(rapid.IntRange(1, 5000).Draw(t, "days"))
		return from
	}
	share := func() *decimal.Decimal {
		if rapid.Bool().Draw(t, "left out") {
			return nil
		}
		d := decimal.New(rapid.Int64Range(1, 1_000_000).Draw(t, "share"), -6)
		return &d
	}
	j := payout.Jurisdiction{ID: "any", Name: facts.Text{ZH: "某地", EN: "Some place"}, Regions: map[string]payout.Region{}}
	for range rapid.IntRange(1, 4).Draw(t, "laws") {
		law := payout.Law{From: next(), DeductionCeiling: share(), ProbationFloor: share()}
		if days := rapid.IntRange(-1, 366).Draw(t, "notice"); days >= 0 {
			law.NoticeDays = &days
		}
		j.Laws = append(j.Laws, law)
	}
	for _, id := range rapid.SliceOfDistinct(rapid.StringMatching(`[a-z区]{1,9}`), rapid.ID[string]).Draw(t, "regions") {
		from = 0
		var r payout.Region
		for range rapid.IntRange(1, 3).Draw(t, "wages") {
			wage := decimal.New(rapid.Int64Range(1, 1_000_000_00).Draw(t, "wage"), -2)
			r.MinimumWages = append(r.MinimumWages, payout.MinimumWage{From: next(), Monthly: wage})
		}
		j.Regions[id] = r
	}
	return j
}

func TestAJurisdictionReadsBackAsItWasWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		j := anyJurisdiction(t)
		text := lawText(t, j)
		again, err := LoadJurisdiction(strings.NewReader(text))
		require.NoError(t, err, text)
		require.Equal(t, text, lawText(t, again))
		_, problems := newLaws([]Option{WithJurisdiction(j)})
		require.Empty(t, problems, "a literal is held to the same")
	})
}

// FuzzLoadJurisdiction reads any bytes as a jurisdiction. What loads reads back
// from its canonical form, and a program may pass it on.
func FuzzLoadJurisdiction(f *testing.F) {
	for _, src := range []string{ownLaw, ownLawJSON, badLaw, string(chinaFile), "", "{}", "a: &a [*a]"} {
		f.Add([]byte(src))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		start := time.Now()
		j, err := LoadJurisdiction(strings.NewReader(string(src)))
		if err != nil {
			assert.Zero(t, j)
			wellFormed(t, err)
			return
		}
		text := lawText(t, j)
		again, err := LoadJurisdiction(strings.NewReader(text))
		require.NoError(t, err, text)
		require.Equal(t, text, lawText(t, again))
		_, problems := newLaws([]Option{WithJurisdiction(j)})
		require.Empty(t, problems)
		assert.Less(t, time.Since(start), tooLong)
	})
}
