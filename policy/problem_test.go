package policy

import (
	"cmp"
	"fmt"
	"testing"

	"github.com/cspay/cspay/scoring/facts"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestProblemSaysWhereAndWhat(t *testing.T) {
	for name, c := range map[string]struct {
		problem Problem
		want    string
	}{
		"of a document": {
			Problem{
				Problem: facts.Problem{Code: facts.CodeNumberRange, Path: "a.b", Want: "less", Got: "9"},
				File:    "p.yaml", Line: 3, Column: 7,
			},
			`p.yaml:3:7: number.range at a.b: want less, got "9"`,
		},
		"of a literal": {
			Problem{Problem: facts.Problem{Code: facts.CodeNumberRange, Path: "a.b"}},
			`number.range at a.b`,
		},
		"of a whole file": {
			Problem{Problem: facts.Problem{Code: facts.CodePolicySize, Want: "less"}, File: "p.yaml"},
			`p.yaml: policy.size: want less`,
		},
		"of facts, without the value": {
			Problem{
				Problem: facts.Problem{Code: facts.CodeNumberRange, Path: "a", Agent: "A01", Want: "less", Got: "8000.00", Private: true},
				File:    "daily.csv", Line: 3, Column: 7,
			},
			`daily.csv:3:7: number.range at a (agent A01): want less`,
		},
	} {
		t.Run(name, func(t *testing.T) { assert.Equal(t, c.want, c.problem.Error()) })
	}
}

func TestProblemsWorkWithErrors(t *testing.T) {
	_, _, problems := read("p.yaml", good+"places: x\nstrict: 1\n")
	err := fmt.Errorf("loading: %w", problems.err())
	require.ErrorIs(t, err, facts.CodeNumberSyntax)
	require.ErrorIs(t, err, facts.CodeShape)
	require.NotErrorIs(t, err, facts.CodeNumberRange)
	var placed *Problem
	require.ErrorAs(t, err, &placed)
	assert.Equal(t, 2, placed.Line)
	var plain *facts.Problem
	require.ErrorAs(t, err, &plain)
	assert.Equal(t, "places", plain.Path)
	var all Problems
	require.ErrorAs(t, err, &all)
	assert.Len(t, all, 2)
	require.NoError(t, Problems(nil).err())
	warning := Problems{{Problem: facts.Problem{Severity: facts.Warning}}}
	require.NoError(t, warning.err())
	assert.NotErrorIs(t, warning.err(), facts.CodeShape)
}

func TestMergeKeepsOneFaultAPath(t *testing.T) {
	at := func(file, path string, line int, code facts.Code, sev facts.Severity) *Problem {
		return &Problem{Problem: facts.Problem{Code: code, Path: path, Severity: sev}, File: file, Line: line}
	}
	got := merge(
		Problems{at("p", "b", 2, facts.CodeShape, facts.Error), at("p", "", 9, facts.CodeFeature, facts.Error)},
		Problems{
			at("p", "b", 2, facts.CodeRequired, facts.Error), at("p", "a", 1, facts.CodeRequired, facts.Error),
			at("p", "b", 2, facts.CodeWeightSum, facts.Warning), at("o", "b", 7, facts.CodeShape, facts.Error),
			at("p", "", 9, facts.CodeEmpty, facts.Error),
		},
	)
	var codes []facts.Code
	for _, p := range got {
		codes = append(codes, p.Code)
	}
	assert.Equal(t, []facts.Code{
		facts.CodeShape, facts.CodeRequired, facts.CodeShape, facts.CodeWeightSum, facts.CodeEmpty, facts.CodeFeature,
	}, codes)
}

func TestLocateFindsTheNearestPlace(t *testing.T) {
	const src = `format: x
scheme:
  - id: a
    zero_over:
      metric: m
  - id: b
pay: {items: [{id: c}], note: y}
metrics:
  a.b: {unit: count}
  a: {b: {unit: z}}
`
	root, problems := parseDocument("p.yaml", []byte(src), policyLimits())
	require.Empty(t, problems)
	for path, want := range map[string]position{
		"":                                {1, 1},
		"format":                          {1, 9},
		"scheme[0].zero_over.metric":      {5, 15},
		"scheme[0].zero_over.over":        {4, 5},
		"scheme[0].zero_over":             {4, 5},
		"scheme[1].id":                    {6, 9},
		"scheme[1]":                       {6, 5},
		"scheme[7].id":                    {2, 1},
		"scheme.indicators[1].id":         {6, 9},
		"pay[0].id":                       {7, 20},
		"pay.items[0].id":                 {7, 20},
		"metrics.a.b.unit":                {9, 15},
		"metrics.a.c":                     {10, 3},
		"nowhere.at.all":                  {1, 1},
		"scheme[x]":                       {2, 1},
		"scheme[99999999999999999999].id": {2, 1},
	} {
		t.Run(path, func(t *testing.T) {
			got := locate("p.yaml", root, facts.Problems{{Path: path}})
			assert.Equal(t, want, position{got[0].Line, got[0].Column})
		})
	}
	assert.Equal(t, 0, locate("", nil, facts.Problems{{Path: "a"}})[0].Line, "a literal has no lines")
}

func TestNearestNames(t *testing.T) {
	known := []string{"rate", "amount", "zero_over", "ties"}
	for name, want := range map[string]string{
		"raet": "rate", "Rate": "rate", "AMOUNT": "amount", "amuont": "amount", "zeroover": "zero_over",
		"tie": "ties", "telepathy": "", "": "", "x": "",
	} {
		assert.Equal(t, want, nearest(name, known), name)
	}
}

func TestPathsAreOrderedAsADocumentIs(t *testing.T) {
	ordered := []string{
		"", "agents", "agents[2]", "agents[2].values.a", "agents[2].values.b", "agents[10]", "agents[10].days[9]",
		"agents[10].days[11]", "agents[x]", "agents[y]", "events[0]", "faults.a[b", "faults.a[c",
	}
	for i, a := range ordered {
		for j, b := range ordered {
			assert.Equal(t, cmp.Compare(i, j), comparePaths(a, b), "%q, %q", a, b)
		}
	}
}
