package policy

import (
	"math/big"
	"strings"
	"testing"
	"time"

	"github.com/cspay/cspay/scoring/facts"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

const canonicalSource = `format: cspay/v1
id: "00123"
name: {zh: 售后, en: After-sales}
effective: {from: 2026-01-01, month: 2026-01}
places: 0
metrics:
  reviews: {unit: count, better: lower, decimals: 0, from: {event: bad_review}}
  exam: {unit: percent, name: 考试}
scheme:
  - {id: a, points: 5.00, zero_over: {metric: reviews, over: 0}, sample: true, source: 考核 三.1}
  - id: b
    bands:
      steps: [{at_most: 60%, share: 1}, {share: 0}]
      faults: {late: 50%, early: 0.2}
      cells: {exam: 5%, gone: null}
      floor: 0%
      by: {regular: {share: 300%}}
    sample: [steps, floor]
pay:
  - {id: c, nothing: , when: [{role: [x, "no"]}, {metric: m, over: 0}]}
`

func TestCanonicalForms(t *testing.T) {
	doc := mustRead(t, "policy.yaml", canonicalSource)
	root, problems := encode(doc, testKinds())
	require.Empty(t, problems)
	assert.JSONEq(t, `{"format":"cspay/v1","id":"00123","name":{"zh":"售后","en":"After-sales"},`+
		`"effective":{"from":"2026-01-01","month":"2026-01"},"places":0,`+
		`"metrics":{"exam":{"name":"考试","unit":"percent"},`+
		`"reviews":{"unit":"count","better":"lower","decimals":0,"from":{"event":"bad_review"}}},`+
		`"scheme":[{"id":"a","points":5,"source":"考核 三.1","sample":true,"zero_over":{"metric":"reviews","over":0}},`+
		`{"id":"b","sample":["steps","floor"],"bands":{"steps":[{"at_most":0.6,"share":"100%"},{"share":"0%"}],`+
		`"faults":{"early":"20%","late":"50%"},"by":{"regular":{"share":"300%"}},"cells":{"exam":5},"floor":"0%"}}],`+
		`"pay":[{"id":"c","when":[{"role":["x","no"]},{"metric":"m","over":0}],"nothing":{}}]}`,
		string(canonicalJSON(root)))
	assert.Equal(t, `format: cspay/v1
id: "00123"
name:
  zh: 售后
  en: After-sales
effective:
  from: 2026-01-01
  month: "2026-01"
places: 0
metrics:
  exam:
    name: 考试
    unit: percent
  reviews:
    unit: count
    better: lower
    decimals: 0
    from:
      event: bad_review
scheme:
  - id: a
    points: 5
    source: "考核 三.1"
    sample: true
    zero_over:
      metric: reviews
      over: 0
  - id: b
    sample:
      - steps
      - floor
    bands:
      steps:
        - at_most: 0.6
          share: 100%
        - share: 0%
      faults:
        early: 20%
        late: 50%
      by:
        regular:
          share: 300%
      cells:
        exam: 5
      floor: 0%
pay:
  - id: c
    when:
      - role:
          - x
          - "no"
      - metric: m
        over: 0
    nothing: {}
`, string(canonicalYAML(root)))
}

// digest is the digest of a value that can be written.
func digest(v any, kinds kindTable) (string, error) {
	root, problems := encode(v, kinds)
	if len(problems) > 0 {
		return "", problems
	}
	return digestOf(root), nil
}

func TestDigestIsOfWhatIsSaid(t *testing.T) {
	digest := func(src string) string {
		got, err := digest(mustRead(t, "policy.yaml", good+src), testKinds())
		require.NoError(t, err)
		return got
	}
	base := digest("scheme:\n- {id: a, points: 3, bands: {floor: 300%, cells: {b: 1, a: 2}}}\n")
	for name, src := range map[string]string{
		"zeros behind the point":     "scheme:\n- {id: a, points: 3.00, bands: {floor: 300.0%, cells: {b: 1, a: 2}}}\n",
		"a quoted number":            "scheme:\n- {id: a, points: \"3\", bands: {floor: 300%, cells: {b: 1, a: 2}}}\n",
		"another order of keys":      "scheme:\n- {bands: {cells: {a: 2, b: 1}, floor: 300%}, points: 3, id: a}\n",
		"the list under its key":     "scheme: {indicators: [{id: a, points: 3, bands: {floor: 300%, cells: {b: 1, a: 2}}}]}\n",
		"an alias":                   "scheme:\n- {id: a, points: &p 3, bands: {floor: 300%, cells: {b: 1, a: 2}}}\n",
		"comments and empty entries": "# note\nscheme:\n- {id: a, points: 3, tags: [], bands: {floor: 300%, cells: {b: 1, a: 2}}}\npay:\n",
	} {
		t.Run(name, func(t *testing.T) { assert.Equal(t, base, digest(src)) })
	}
	assert.NotEqual(t, base, digest("scheme:\n- {id: a, points: 3.01, bands: {floor: 300%, cells: {b: 1, a: 2}}}\n"))
	assert.Regexp(t, "^sha256:[0-9a-f]{64}$", base)
}

func TestLiteralsThatNoDocumentStates(t *testing.T) {
	huge := new(big.Int).Exp(big.NewInt(10), big.NewInt(5000), nil)
	loop := &testBands{}
	loop.Deep = loop
	for name, c := range map[string]struct {
		doc  testDocument
		code facts.Code
		path string
	}{
		"a number with a gigantic exponent": {
			testDocument{Scheme: testScheme{OutOf: decimal.New(1, 1e9)}}, facts.CodeNumberRange, "scheme.out_of",
		},
		"a number with a tiny exponent": {
			testDocument{Scheme: testScheme{OutOf: decimal.New(1, -2e9)}}, facts.CodeNumberRange, "scheme.out_of",
		},
		"a rate whose exponent is almost the least": {
			testDocument{Any: []testRule{testBands{Faults: map[string]decimal.Decimal{"a": decimal.New(1, -2147483648)}}}},
			facts.CodeNumberRange, "any[0].bands.faults.a",
		},
		"a number of 5000 digits": {
			testDocument{Scheme: testScheme{OutOf: decimal.NewFromBigInt(huge, -4999)}}, facts.CodeNumberRange, "scheme.out_of",
		},
		"19 digits": {
			testDocument{Scheme: testScheme{OutOf: decimal.New(1234567890123456789, 0)}}, facts.CodeNumberRange, "scheme.out_of",
		},
		"no kind": {
			testDocument{Pay: []testItem{{ID: "a"}}}, facts.CodeKindMissing, "pay[0]",
		},
		"a nil kind in a list": {
			testDocument{Any: []testRule{nil}}, facts.CodeKindMissing, "any[0]",
		},
		"a kind by pointer": {
			testDocument{Pay: []testItem{{ID: "a", Rule: &testZeroOver{}}}}, facts.CodeKindPointer, "pay[0]",
		},
		"a nil pointer to a kind": {
			testDocument{Pay: []testItem{{ID: "a", Rule: (*testZeroOver)(nil)}}}, facts.CodeKindPointer, "pay[0]",
		},
		"a kind that was not given to the reader": {
			testDocument{Pay: []testItem{{ID: "a", Rule: strangeKind{}}}}, facts.CodeNameUnknown, "pay[0]",
		},
		"a kind that panics": {
			testDocument{Pay: []testItem{{ID: "a", Rule: panickingKind{}}}}, facts.CodeNameUnknown, "pay[0]",
		},
		"text that is not UTF-8": {
			testDocument{ID: "\xFF"}, facts.CodeEncoding, "id",
		},
		"a nil pointer in a map": {
			testDocument{Any: []testRule{testBands{By: map[facts.Status]*testStep{facts.Intern: nil}}}},
			facts.CodeRequired, "any[0].bands.by.intern",
		},
	} {
		t.Run(name, func(t *testing.T) {
			start := time.Now()
			_, err := digest(&c.doc, testKinds())
			var p *facts.Problem
			require.ErrorAs(t, err, &p)
			assert.Equal(t, c.code, p.Code)
			assert.Equal(t, c.path, p.Path)
			assert.Less(t, time.Since(start), time.Second)
		})
	}
	_, err := digest(&testDocument{Any: []testRule{*loop}}, testKinds())
	require.ErrorIs(t, err, facts.CodePolicyDepth)
	for _, v := range []any{nil, 5, (*testDocument)(nil)} {
		_, err := digest(v, testKinds())
		require.ErrorIs(t, err, facts.CodeShape)
	}
}

type strangeKind struct{}

func (strangeKind) Kind() string { return "strange" }

type panickingKind struct{}

func (panickingKind) Kind() string { panic("no word") }

func TestZerosOfLiteralsWithAnyExponentAreZero(t *testing.T) {
	for _, exp := range []int32{-2147483648, -100, 0, 100, 2147483647} {
		text, err := decimalText(decimal.New(0, exp))
		require.NoError(t, err)
		assert.Equal(t, "0", text)
		text, err = rateText(decimal.New(0, exp))
		require.NoError(t, err)
		assert.Equal(t, "0%", text)
	}
}

// genDocument draws documents that use every sort of field.
func genDocument() *rapid.Generator[testDocument] {
	return rapid.Custom(func(t *rapid.T) testDocument {
		doc := testDocument{
			Format: "cspay/v1", ID: genID(t), Name: facts.Text{ZH: genText(t), EN: genText(t)},
			Strict: rapid.Bool().Draw(t, "strict"), Currency: rapid.SampledFrom([]string{"", "CNY", "USD"}).Draw(t, "currency"),
			Places: rapid.Ptr(rapid.IntRange(-5, 99), true).Draw(t, "places"),
			Scheme: testScheme{OutOf: genDecimal(t)},
		}
		doc.Effective.From = facts.Date(rapid.IntRange(1, 100_000).Draw(t, "from"))
		doc.Effective.Month = facts.Period(rapid.IntRange(0, 3000).Draw(t, "month"))
		if rapid.Bool().Draw(t, "metrics") {
			doc.Metrics = facts.Metrics{genID(t): {Unit: facts.Count, From: facts.From{Event: genID(t)}}}
		}
		for range rapid.IntRange(0, 3).Draw(t, "indicators") {
			in := testIndicator{ID: genID(t), Points: genDecimal(t), Rule: genRule(t, 2), Cite: facts.Cite{Source: genText(t)}}
			in.Sample.All = rapid.Bool().Draw(t, "all")
			if !in.Sample.All {
				in.Sample.Keys = rapid.SliceOfN(rapid.Custom(genID), 0, 2).Draw(t, "keys")
			}
			doc.Scheme.Indicators = append(doc.Scheme.Indicators, in)
		}
		for range rapid.IntRange(0, 2).Draw(t, "rules") {
			doc.Any = append(doc.Any, genRule(t, 2))
		}
		return doc
	})
}

func genRule(t *rapid.T, depth int) testRule {
	switch rapid.IntRange(0, 2).Draw(t, "rule") {
	case 0:
		return testNothing{}
	case 1:
		return testZeroOver{Metric: genID(t), Over: genDecimal(t)}
	}
	over := genDecimal(t)
	b := testBands{
		Steps:  []testStep{{AtMost: &over, Share: genDecimal(t)}, {Share: genDecimal(t)}},
		Faults: map[string]decimal.Decimal{genID(t): genDecimal(t), genID(t): genDecimal(t)},
		Cells:  map[string]decimal.Decimal{genID(t): genDecimal(t)},
		Floor:  &over, Else: genDecimal(t), Count: rapid.Int8().Draw(t, "count"),
		By:    map[facts.Status]*testStep{facts.Probation: {Share: genDecimal(t)}},
		Loose: map[string][]facts.Leave{genID(t): {{From: 1, Until: 2, Kind: facts.Absent}}},
	}
	if depth > 0 {
		b.Deep = &testBands{Metric: genID(t)}
		b.Rules = map[string]testRule{genID(t): genRule(t, depth-1)}
	}
	return b
}

func genDecimal(t *rapid.T) decimal.Decimal {
	return decimal.New(rapid.Int64Range(-1e15, 1e15).Draw(t, "digits"), rapid.Int32Range(-20, 0).Draw(t, "exp"))
}

func genID(t *rapid.T) string {
	id := rapid.OneOf(
		rapid.SampledFrom([]string{"no", "00123", "1e5", "2026-01-05", "null", "~", "a: b", "#", "- x", "50%", "x\u2028y", "\U0001F600", "'", `"\`, "<<"}),
		rapid.StringN(1, 8, 64),
	).Draw(t, "id")
	id = strings.TrimSpace(normal(id))
	if id == "" {
		return "x"
	}
	return id
}

func genText(t *rapid.T) string {
	return rapid.OneOf(
		rapid.SampledFrom([]string{"", " ", "no\nlines", "\ttab", "\r", "\uFEFF", "\x00\x7F\u0085", "客服：", "{a}", "NFD e\u0301"}),
		rapid.StringN(0, 12, 64),
	).Draw(t, "text")
}

func TestEncodeThenDecodeIsTheSame(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		doc := genDocument().Draw(t, "document")
		root, problems := encode(doc, testKinds())
		require.Empty(t, problems)
		want := string(canonicalJSON(root))
		for file, src := range map[string][]byte{"p.json": canonicalJSON(root), "p.yaml": canonicalYAML(root)} {
			again, _, problems := read(file, string(src))
			require.Empty(t, problems, "%s:\n%s", file, src)
			rooted, problems2 := encode(again, testKinds())
			require.Empty(t, problems2)
			require.Equal(t, want, string(canonicalJSON(rooted)), "%s:\n%s", file, src)
		}
	})
}
