package policy

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/cspay/cspay/scoring/facts"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestJSONIsStrict(t *testing.T) {
	for name, c := range map[string]struct {
		src string
		at  position
	}{
		"a comma at the end of a list":       {`{"a": [1,]}`, position{1, 10}},
		"a comma at the end of a map":        {`{"a": 1,}`, position{1, 9}},
		"a comment":                          {"{\n// no\n\"a\": 1}", position{2, 1}},
		"a key without quotes":               {`{a: 1}`, position{1, 2}},
		"single quotes":                      {`{'a': 1}`, position{1, 2}},
		"a number with a leading zero":       {`{"a": 010}`, position{1, 8}},
		"a number that begins with a point":  {`{"a": .5}`, position{1, 7}},
		"a number that ends with a point":    {`{"a": 5.}`, position{1, 9}},
		"NaN":                                {`{"a": NaN}`, position{1, 7}},
		"a high surrogate alone":             {`{"a": "\ud83d"}`, position{1, 10}},
		"a low surrogate first":              {`{"a": "\ude00\ud83d"}`, position{1, 10}},
		"a high surrogate before a letter":   {`{"a": "\ud83d\u0041"}`, position{1, 10}},
		"a raw line break in a text":         {"{\"a\": \"x\ny\"}", position{1, 9}},
		"an unknown escape":                  {`{"客": "\x41"}`, position{1, 9}},
		"three hexadecimal digits":           {`{"a": "\u12g4"}`, position{1, 10}},
		"a text that does not end":           {`{"a": "b`, position{1, 9}},
		"a list that does not end":           {`{"a": [1`, position{1, 9}},
		"a map that does not end":            {`{"a": 1`, position{1, 8}},
		"no value":                           {`{"a": }`, position{1, 7}},
		"no colon":                           {`{"a" 1}`, position{1, 6}},
		"true misspelt":                      {`{"a": tru}`, position{1, 7}},
		"a word that goes on":                {`{"a": trueish}`, position{1, 11}},
		"an exponent without digits":         {`{"a": 1e+}`, position{1, 10}},
		"a minus sign alone":                 {`{"a": -}`, position{1, 8}},
		"something after the end, line four": {"{}\n\n\n x", position{4, 2}},
	} {
		t.Run(name, func(t *testing.T) {
			root, problems := parseDocument("p.json", []byte(c.src), policyLimits())
			assert.Nil(t, root)
			require.Len(t, problems, 1, "a syntax error is reported alone")
			assert.Equal(t, facts.CodeSyntax, problems[0].Code)
			got := position{problems[0].Line, problems[0].Column}
			assert.Equal(t, c.at, got)
		})
	}
}

func TestYAMLSyntaxErrorsAreReportedAlone(t *testing.T) {
	for name, c := range map[string]struct {
		src  string
		line int
	}{
		"a list that is not closed":     {"id: a\nid: b\nx: [1\n", 4},
		"a value in a value":            {"id: a\nid: b\nx: y: z\n", 3},
		"an unknown anchor":             {"x: *nobody\n", 1},
		"a control character":           {"id: a\nx: \x01\n", 2},
		"a text that does not end":      {"x: 'y\n", 2},
		"an error in a later document":  {"id: a\n---\n]\n", 3},
		"YAML that is not of this time": {"%YAML 9.9\n---\nid: a\n", 1},
		"a tab after a list's dash":     {"id: a\nx:\n  - a: 1\n\tb: 2\n", 4},
		"a surrogate pair in YAML":      {"id: \"\\ud83d\\ude00\"\n", 1},
	} {
		t.Run(name, func(t *testing.T) {
			root, problems := parseDocument("p.yaml", []byte(c.src), policyLimits())
			assert.Nil(t, root)
			require.Len(t, problems, 1)
			assert.Equal(t, facts.CodeSyntax, problems[0].Code)
			assert.Equal(t, c.line, problems[0].Line)
		})
	}
}

func TestNestingOf64IsRead(t *testing.T) {
	for file, src := range map[string]string{
		"p.json": `{"a":` + strings.Repeat("[", 63) + strings.Repeat("]", 63) + `}`,
		"p.yaml": `a: ` + strings.Repeat("[", 63) + strings.Repeat("]", 63),
		"q.yaml": "a:\n " + strings.Repeat("- ", 63) + "x\n",
	} {
		_, problems := parseDocument(file, []byte(src), policyLimits())
		assert.Empty(t, problems, file)
	}
}

func TestTenThousandClausesAreRead(t *testing.T) {
	_, problems := parseDocument("p.yaml", []byte("pay:\n"+strings.Repeat("- {}\n", 10_000)), policyLimits())
	assert.Empty(t, problems)
	_, problems = parseDocument("p.json", []byte(`{"pay":[{}`+strings.Repeat(",{}", 10_000)+"]}"), policyLimits())
	require.ErrorIs(t, problems, facts.CodePolicySize)
	_, problems = parseDocument("facts.yaml", []byte("a:\n"+strings.Repeat("- {}\n", 10_001)), factsLimits())
	assert.Empty(t, problems, "facts have no clauses")
}

func TestFactsOfTooManyValues(t *testing.T) {
	lim := factsLimits()
	lim.nodes = 100
	_, problems := parseDocument("facts.yaml", []byte("a: ["+strings.Repeat("1,", 200)+"]"), lim)
	require.ErrorIs(t, problems, facts.CodeFactsSize)
	_, problems = parseDocument("facts.json", []byte(`{"a": [1`+strings.Repeat(",1", 200)+"]}"), lim)
	require.ErrorIs(t, problems, facts.CodeFactsSize)
}

// TestHostileTextsTakeNoTime reads a megabyte of each shape that makes some
// reader's time or memory grow faster than its text.
func TestHostileTextsTakeNoTime(t *testing.T) {
	if testing.Short() {
		t.Skip("reads some megabytes")
	}
	for _, piece := range []string{"[", "{", "- ", "? ", "a: ", "&a ", "*a ", "#\n", "- #\n", "[a,", "a,", "!", "|\n", "\"\\", "\t", "- - a\n"} {
		for file, head := range map[string]string{"p.yaml": "id: ", "q.yaml": "id: [", "r.yaml": "id:\n", "p.json": `{"id": [`} {
			src := head + strings.Repeat(piece, (1<<20-8)/len(piece))
			start := time.Now()
			_, _ = parseDocument(file, []byte(src), policyLimits())
			assert.Less(t, time.Since(start), 20*time.Second, "%s %q", file, piece)
		}
	}
}

func checkTree(t *testing.T, n *node) {
	t.Helper()
	require.NotNil(t, n)
	assert.Positive(t, n.at.line)
	assert.Positive(t, n.at.column)
	for _, item := range n.items {
		checkTree(t, item)
	}
	for _, f := range n.fields {
		checkTree(t, f.value)
	}
}

// checkParse requires a tree or a problem with a code, and reads the tree.
func checkParse(t *testing.T, file string, src []byte) (*node, Problems) {
	t.Helper()
	root, problems := parseDocument(file, src, policyLimits())
	if root == nil {
		require.NotEmpty(t, problems)
	} else {
		checkTree(t, root)
		var doc testDocument
		_ = newDecoder(file, false, testKinds()).decode(root, &doc)
	}
	for _, p := range problems {
		assert.NotEmpty(t, p.Code)
		assert.LessOrEqual(t, len(p.Got), facts.MaxGot)
	}
	return root, problems
}

func FuzzYAML(f *testing.F) {
	f.Add([]byte(canonicalSource))
	f.Add([]byte("&a [*a]"))
	f.Add([]byte("a: &x {b: 1}\nc: *x\n<<: *x\n? [k]\n: v\n"))
	f.Add([]byte("a: |\n x\n--- !!str\n"))
	f.Fuzz(func(t *testing.T, src []byte) {
		root, problems := checkParse(t, "p.yaml", src)
		if root == nil || len(problems) > 0 {
			return
		}
		// What was read can be written and read again, and is the same.
		want := canonicalJSON(root)
		again, problems := parseDocument("p.json", want, policyLimits())
		if len(want) < maxPolicyBytes && json.Valid(want) {
			require.Empty(t, problems)
			assert.Equal(t, want, canonicalJSON(again))
		}
	})
}

func FuzzJSON(f *testing.F) {
	f.Add([]byte(`{"a": [1, -2.5e3, true, null, "\ud83d\ude00\n"], "a": {}}`))
	f.Add([]byte(`{"\ud83d": 1}`))
	f.Add([]byte(` {"a":01}`))
	f.Fuzz(func(t *testing.T, src []byte) {
		root, problems := checkParse(t, "p.json", src)
		if errs := problems; errs != nil && root == nil && errs[0].Code != facts.CodeSyntax {
			return // refused for something that encoding/json does not mind
		}
		lone := strings.Contains(problems.Error(), "surrogate")
		if root == nil && !lone {
			assert.False(t, json.Valid(src), "we refuse it: %v", problems)
		}
		if root != nil {
			assert.True(t, json.Valid([]byte(strings.TrimPrefix(string(src), "\uFEFF"))), "we accept it")
		}
	})
}

func TestAKeyTwiceAmongManyIsFound(t *testing.T) {
	var yaml, json strings.Builder
	json.WriteString("{")
	for i := range 40 {
		fmt.Fprintf(&yaml, "k%d: 1\n", i)
		fmt.Fprintf(&json, "\"k%d\": 1,\n", i)
	}
	yaml.WriteString("k30: 2\nk2: 3\n")
	json.WriteString("\"k30\": 2,\n\"k2\": 3}")
	for file, src := range map[string]string{"p.yaml": yaml.String(), "p.json": json.String()} {
		root, problems := parseDocument(file, []byte(src), policyLimits())
		assert.Equal(t, []summary{
			{41, 1, facts.CodeNameDuplicate, "k30"},
			{42, 1, facts.CodeNameDuplicate, "k2"},
		}, summaries(problems), file)
		assert.Contains(t, problems[0].Error(), "line 31 and on line 41")
		assert.Contains(t, problems[1].Error(), "line 3 and on line 42")
		assert.Len(t, root.fields, 40)
		assert.Equal(t, "1", root.get("k30").text, "the first is kept")
	}
}

func TestEmptyTreesAreWritten(t *testing.T) {
	empty := &node{kind: mapNode}
	assert.Equal(t, "{}", string(canonicalJSON(empty)))
	assert.Equal(t, "{}\n", string(canonicalYAML(empty)))
}
