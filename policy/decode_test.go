package policy

import (
	"testing"

	"github.com/cspay/cspay/scoring/facts"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestDecodeReadsEverySortOfField(t *testing.T) {
	doc := mustRead(t, "policy.yaml", canonicalSource)
	zero, sixty := d("0"), d("0.6")
	assert.Equal(t, facts.Text{ZH: "售后", EN: "After-sales"}, doc.Name)
	assert.Equal(t, facts.Text{ZH: "考试", EN: "考试"}, doc.Metrics["exam"].Name, "one text is both languages")
	assert.Equal(t, date(t, "2026-01-01"), doc.Effective.From)
	assert.Equal(t, 0, *doc.Places)
	assert.Equal(t, 0, *doc.Metrics["reviews"].Decimals)
	assert.Equal(t, facts.From{Event: "bad_review"}, doc.Metrics["reviews"].From)
	require.Len(t, doc.Scheme.Indicators, 2, "the list shorthand")
	assert.Equal(t, testIndicator{
		ID: "a", Points: d("5"), Rule: testZeroOver{Metric: "reviews", Over: d("0")},
		Cite: facts.Cite{Source: "考核 三.1", Sample: facts.Sample{All: true}},
	}, doc.Scheme.Indicators[0])
	assert.Equal(t, facts.Sample{Keys: []string{"steps", "floor"}}, doc.Scheme.Indicators[1].Sample)
	bands, ok := doc.Scheme.Indicators[1].Rule.(testBands)
	require.True(t, ok)
	assert.Equal(t, sixty.String(), bands.Steps[0].AtMost.String(), "60% is 0.6")
	assert.Zero(t, bands.Faults["late"].Cmp(d("0.5")))
	assert.Equal(t, map[string]decimal.Decimal{"exam": d("5")}, bands.Cells, "5% is 5 in a metric in percent, null is left out")
	assert.Zero(t, bands.Floor.Cmp(zero))
	assert.Zero(t, bands.By[facts.Regular].Share.Cmp(d("3")))
	require.Len(t, doc.Pay, 1)
	assert.Equal(t, testNothing{}, doc.Pay[0].Rule, "a kind without parameters")
	assert.Equal(t, facts.When{{Role: []string{"x", "no"}}, {Metric: "m", Over: &zero}}, doc.Pay[0].When)
}

func TestDecodeReadsTheSameFromJSON(t *testing.T) {
	doc := mustRead(t, "policy.yaml", canonicalSource)
	root, problems := encode(doc, testKinds())
	require.Empty(t, problems)
	assert.Equal(t, mustRead(t, "p.json", string(canonicalJSON(root))), mustRead(t, "p.yaml", string(canonicalYAML(root))))
}

func TestIDsStayText(t *testing.T) {
	for name, c := range map[string]struct{ file, src, want string }{
		"099 leading zeros":            {"p.yaml", "id: 00123", "00123"},
		"099 an exponent":              {"p.yaml", "id: 1e5", "1e5"},
		"099 NO":                       {"p.yaml", "id: NO", "NO"},
		"099 a bare date":              {"p.yaml", "id: 2026-01-05", "2026-01-05"},
		"099 a number in JSON":         {"p.json", `"id": 1e5`, "1e5"},
		"059 NFD becomes NFC":          {"p.yaml", "id: e\u0301", "\u00e9"},
		"059 U+F9DC becomes U+9686":    {"p.yaml", "id: \uF9DC", "\u9686"},
		"059 full width is kept":       {"p.yaml", "id: Ａ", "Ａ"},
		"059 zero-width space is kept": {"p.yaml", "id: a\u200Bb", "a\u200Bb"},
		"101 a surrogate pair":         {"p.json", `"id": "\ud83d\ude00"`, "\U0001F600"},
		"101 an escaped slash":         {"p.json", `"id": "a\/\u00e9"`, "a/é"},
	} {
		t.Run(name, func(t *testing.T) {
			src := good + c.src + "\n"
			if c.file == "p.json" {
				src = `{"format": "cspay/v1", ` + c.src + `}`
			}
			assert.Equal(t, c.want, mustRead(t, c.file, src).ID)
		})
	}
	assert.Equal(t, "e\u0301", mustRead(t, "p.yaml", good+"name: e\u0301\n").Name.ZH, "a name is kept as it was written")
	assert.Equal(t, "x", mustRead(t, "p.yaml", "\uFEFFformat: cspay/v1\nid: x\n").ID, "a byte order mark is taken off")
	assert.Equal(t, "x", mustRead(t, "p.json", "\uFEFF{\"format\": \"cspay/v1\", \"id\": \"x\"}").ID)
}

func TestDecodeReportsEachFaultOnce(t *testing.T) {
	for name, c := range map[string]struct {
		src  string
		want []summary
		says string
	}{
		"no kind": {
			"pay: [{id: a}]\n",
			[]summary{{2, 7, facts.CodeKindMissing, "pay[0]"}},
			"zero_over, bands, nothing",
		},
		"two kinds": {
			"pay: [{id: a, nothing: {}, bands: {}}]\n",
			[]summary{{2, 28, facts.CodeOneOf, "pay[0].bands"}},
			"nothing is there already",
		},
		"an unknown kind far from any": {
			"pay: [{id: a, telepathy: {}}]\n",
			[]summary{{2, 15, facts.CodeNameUnknown, "pay[0].telepathy"}},
			"a known key: id, when, zero_over, bands, nothing",
		},
		"a required key that is missing": {
			"pay: [{nothing: }]\n",
			[]summary{{2, 7, facts.CodeRequired, "pay[0].id"}},
			"id",
		},
		"a required key that is misspelt is not missing too": {
			"pay: [{di: a, nothing: }]\n",
			[]summary{{2, 8, facts.CodeNameUnknown, "pay[0].di"}},
			`"id"`,
		},
		"all faults of several clauses, in their order": {
			"places: 1.5\nstrict: yes\nscheme:\n- {id: a b , points: x, zero_over: {metric: [], over: {}}}\n- 5\n",
			[]summary{
				{2, 9, facts.CodeNumberNotInteger, "places"},
				{3, 9, facts.CodeShape, "strict"},
				{5, 22, facts.CodeNumberSyntax, "scheme[0].points"},
				{5, 45, facts.CodeShape, "scheme[0].zero_over.metric"},
				{5, 55, facts.CodeShape, "scheme[0].zero_over.over"},
				{6, 3, facts.CodeShape, "scheme[1]"},
			},
			"whole number",
		},
		"a word that is not of the set": {
			"metrics: {m: {unit: percents}}\n",
			[]summary{{2, 21, facts.CodeWordUnknown, "metrics.m.unit"}},
			`"percent"`,
		},
		"a key that is not of the set": {
			"any: [{bands: {by: {regulars: {share: 1}}}}]\n",
			[]summary{{2, 21, facts.CodeWordUnknown, "any[0].bands.by.regulars"}},
			`"regular"`,
		},
		"an id with white space around it": {
			"id: \"A01 \"\nmetrics: {\" m\": {unit: count}}\n",
			[]summary{{2, 5, facts.CodeIDSpace, "id"}, {3, 11, facts.CodeIDSpace, "metrics. m"}},
			"white space",
		},
		"a list where a map is wanted": {
			"effective: [a]\n",
			[]summary{{2, 12, facts.CodeShape, "effective"}},
			"from, until, month",
		},
		"nothing where a date is wanted": {
			"effective:\n  from:\n",
			[]summary{{3, 8, facts.CodeRequired, "effective.from"}},
			"a day",
		},
		"a sample that is neither": {
			"scheme: [{id: a, nothing: , sample: yes}]\n",
			[]summary{{2, 37, facts.CodeShape, "scheme[0].sample"}},
			"true, or the list",
		},
		"an integer too big for its field": {
			"any: [{bands: {count: 128}}, {bands: {count: -128}}]\n",
			[]summary{{2, 23, facts.CodeNumberRange, "any[0].bands.count"}},
			"",
		},
		"a rate above one without its sign": {
			"any: [{bands: {floor: 1.5}}, {bands: {floor: 1}}, {bands: {floor: 150%}}]\n",
			[]summary{{2, 23, facts.CodeRateAboveOne, "any[0].bands.floor"}},
			"1.5%, or 150%",
		},
		"two rules in one element": {
			"any: [{nothing: , bands: }, {other: }, []]\n",
			[]summary{
				{2, 19, facts.CodeOneOf, "any[0].bands"},
				{2, 30, facts.CodeNameUnknown, "any[1].other"},
				{2, 40, facts.CodeShape, "any[2]"},
			},
			"nothing is there already",
		},
		"faults of the tree and of its meaning together": {
			"id: a\nid: b\nplaces: !!int 5\n<<: {a: 1}\n? [x]\n: y\ncurrency: EUR\n",
			[]summary{
				{3, 1, facts.CodeNameDuplicate, "id"},
				{4, 9, facts.CodeFeature, "places"},
				{5, 1, facts.CodeFeature, ""},
				{6, 3, facts.CodeFeature, ""},
				{8, 11, facts.CodeShape, "currency"},
			},
			"line 2 and on line 3",
		},
	} {
		t.Run(name, func(t *testing.T) {
			_, _, problems := read("policy.yaml", good+c.src)
			assert.Equal(t, c.want, summaries(problems))
			require.NotEmpty(t, problems)
			assert.Contains(t, problems[0].Error(), c.says)
		})
	}
}

func TestSmallAliasesAreResolved(t *testing.T) {
	doc := mustRead(t, "p.yaml", good+"any:\n- &r {zero_over: {metric: m, over: 3}}\n- *r\n")
	assert.Equal(t, []testRule{
		testZeroOver{Metric: "m", Over: d("3")}, testZeroOver{Metric: "m", Over: d("3")},
	}, doc.Any)
}

func TestValidateTagsAreChecked(t *testing.T) {
	long := "a1234567890123456789012345678901234567890123456789012345678901234"
	_, _, problems := read("p.yaml", "format: \"\"\nid: "+long+"\nscheme: [{id: 客"+long[:63]+", nothing: , tags: [a, a]}]\n")
	assert.Equal(t, []summary{
		{1, 9, facts.CodeRequired, "format"},
		{2, 5, facts.CodeShape, "id"},
		{3, 98, facts.CodeShape, "scheme[0].tags"},
	}, summaries(problems))
	assert.Contains(t, problems[1].Error(), "at most 64 characters")

	_, _, problems = read("p.yaml", good+"name: {zh: "+long+long+"}\nscheme: [{id: a, nothing: , source: "+long+long+long+long+"}]\n")
	assert.Equal(t, []summary{
		{2, 12, facts.CodeShape, "name.zh"},
		{3, 37, facts.CodeShape, "scheme[0].source"},
	}, summaries(problems), "of nested and of embedded structs once each")
}

func TestAValidateTagThatPanicsIsAProblem(t *testing.T) {
	var out struct {
		Bad  decimal.Decimal `key:"bad" validate:"gt=0"`
		Text string          `key:"text" validate:"max=1"`
	}
	root, problems := parseDocument("p.yaml", []byte("bad: -1\ntext: ab\n"), policyLimits())
	require.Empty(t, problems)
	got := summaries(newDecoder("p.yaml", false, nil).decode(root, &out))
	assert.Equal(t, []summary{
		{1, 6, facts.CodeKindFailed, "bad"},
		{2, 7, facts.CodeShape, "text"},
	}, got)
}

func TestAValidateTagThatIsUnknownIsAProblem(t *testing.T) {
	var out struct {
		Odd string `key:"odd" validate:"nosuchcheck"`
	}
	root, problems := parseDocument("p.yaml", []byte("odd: x\n"), policyLimits())
	require.Empty(t, problems)
	got := summaries(newDecoder("p.yaml", false, nil).decode(root, &out))
	assert.Equal(t, []summary{{1, 6, facts.CodeKindFailed, "odd"}}, got)
}

func TestTypesThatCanNotBeReadAreProblems(t *testing.T) {
	var out struct {
		F float64        `key:"f"`
		C chan int       `key:"c"`
		M map[int]string `key:"m"`
		I testRule       `key:"i"`
	}
	root, _ := parseDocument("p.yaml", []byte("f: 1\nc: 2\nm: {1: a}\ni: {x: }\n"), policyLimits())
	problems := newDecoder("p.yaml", false, nil).decode(root, &out)
	assert.Len(t, problems, 4)
}

func TestPointersToKindsAreNoPrototypes(t *testing.T) {
	kinds := testKinds()
	for iface := range kinds {
		kinds[iface] = []any{&testZeroOver{}, panickingKind{}, "no kind"}
	}
	var doc testDocument
	root, _ := parseDocument("p.yaml", []byte(good+"any: [{zero_over: }]\n"), policyLimits())
	problems := newDecoder("p.yaml", false, kinds).decode(root, &doc)
	assert.Equal(t, []summary{{2, 8, facts.CodeKindPointer, "any[0].zero_over"}}, summaries(problems))
}
