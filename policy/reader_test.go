package policy

import (
	"reflect"
	"testing"

	"github.com/cspay/cspay/scoring/facts"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"
)

// The document that the reader is tested with: it has one of everything that a
// key tag can say.
type testDocument struct {
	Format    string        `key:"format,required" validate:"required,max=16"`
	ID        string        `key:"id" validate:"max=64"`
	Name      facts.Text    `key:"name"`
	Effective testSpan      `key:"effective"`
	Currency  string        `key:"currency" validate:"omitempty,oneof=CNY USD"`
	Places    *int          `key:"places"`
	Strict    bool          `key:"strict"`
	Metrics   facts.Metrics `key:"metrics"`
	Scheme    testScheme    `key:"scheme"`
	Pay       []testItem    `key:"pay"`
	Any       []testRule    `key:"any"`
	Ignored   string
}

type testSpan struct {
	From  facts.Date   `key:"from,required"`
	Until facts.Date   `key:"until"`
	Month facts.Period `key:"month"`
}

type testScheme struct {
	Indicators []testIndicator `key:"indicators,list"`
	OutOf      decimal.Decimal `key:"out_of"`
}

type testIndicator struct {
	ID     string          `key:"id,required" validate:"required,max=64"`
	Points decimal.Decimal `key:"points"`
	Rule   testRule        `key:"*"`
	Tags   []string        `key:"tags" validate:"unique"`
	facts.Cite
}

type testItem struct {
	ID   string     `key:"id,required"`
	When facts.When `key:"when"`
	Rule testRule   `key:"*"`
}

type testRule interface{ Kind() string }

type testZeroOver struct {
	Metric string          `key:"metric,required"`
	Over   decimal.Decimal `key:"over,required"`
}

func (testZeroOver) Kind() string { return "zero_over" }

type testBands struct {
	Metric string                     `key:"metric"`
	Steps  []testStep                 `key:"steps"`
	Faults map[string]decimal.Decimal `key:"faults,rate"`
	By     map[facts.Status]*testStep `key:"by"`
	Amount map[string]decimal.Decimal `key:"amount"`
	Cells  map[string]decimal.Decimal `key:"cells,values"`
	Floor  *decimal.Decimal           `key:"floor,rate"`
	Else   decimal.Decimal            `key:"else,percent"`
	Count  int8                       `key:"count"`
	Deep   *testBands                 `key:"deep"`
	Loose  map[string][]facts.Leave   `key:"loose"`
	Rules  map[string]testRule        `key:"rules"`
}

func (testBands) Kind() string { return "bands" }

type testStep struct {
	AtMost *decimal.Decimal `key:"at_most,percent"`
	Share  decimal.Decimal  `key:"share,rate,required"`
}

type testNothing struct{}

func (testNothing) Kind() string { return "nothing" }

func testKinds() kindTable {
	return kindTable{reflect.TypeFor[testRule](): {testZeroOver{}, testBands{}, testNothing{}}}
}

func d(text string) decimal.Decimal {
	n, bad := parseNumber(text, false)
	if bad.code != "" {
		panic(bad.code)
	}
	return n.value
}

// read parses and decodes a document as a policy is.
func read(file, src string) (testDocument, *node, Problems) {
	var doc testDocument
	root, problems := parseDocument(file, []byte(src), policyLimits())
	if root == nil {
		return doc, nil, problems
	}
	dec := newDecoder(file, false, testKinds())
	dec.percent = func(metric string) bool { return metric == "exam" }
	return doc, root, merge(problems, dec.decode(root, &doc))
}

// mustRead reads a document that has no problems.
func mustRead(t *testing.T, file, src string) testDocument {
	t.Helper()
	doc, _, problems := read(file, src)
	require.Empty(t, problems)
	return doc
}

// summary is what a test compares of a problem.
type summary struct {
	line, column int
	code         facts.Code
	path         string
}

func summaries(problems Problems) []summary {
	var all []summary
	for _, p := range problems {
		all = append(all, summary{p.Line, p.Column, p.Code, p.Path})
	}
	return all
}
