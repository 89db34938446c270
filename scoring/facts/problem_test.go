package facts_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/scoring/facts"
)

func TestProblemsAnswerIsAndAs(t *testing.T) {
	c := facts.NewCheck()
	c.At("scheme").Index(0).At("points").Fail(facts.CodeNumberScale, "at most 2 decimals", "0.001")
	c.At("pay").Warn(facts.CodeRatioAboveOne, "a share", "1.5")
	err := fmt.Errorf("load: %w", c.Err())

	require.ErrorIs(t, err, facts.CodeNumberScale)
	require.NotErrorIs(t, err, facts.CodeNumberRange)
	require.NotErrorIs(t, err, facts.CodeRatioAboveOne, "a warning never makes an error")
	var p *facts.Problem
	require.ErrorAs(t, err, &p)
	assert.Equal(t, "scheme[0].points", p.Path)
	var code facts.Code
	assert.NotErrorAs(t, err, &code, "a problem is not a code, it has one")
	var all facts.Problems
	require.ErrorAs(t, err, &all)
	assert.Len(t, all, 1)
	require.NotErrorIs(t, err, errors.New("number.scale"), "only a Code is compared")
	require.NotErrorIs(t, p, nil)

	list := facts.Problems{{Code: facts.CodeShape}, {Code: facts.CodeRequired}}
	require.ErrorIs(t, list, facts.CodeShape)
	require.ErrorIs(t, list, facts.CodeRequired, "not the first alone")
}

func TestProblemText(t *testing.T) {
	tests := []struct {
		name    string
		problem facts.Problem
		want    string
	}{
		{"the code alone", facts.Problem{Code: facts.CodeShape}, "shape.invalid"},
		{
			"everything of a document",
			facts.Problem{Code: facts.CodeNumberScale, Path: "scheme[0].points", Want: "at most 2 decimals", Got: "0.001"},
			`number.scale at scheme[0].points: want at most 2 decimals, got "0.001"`,
		},
		{
			"control characters are quoted",
			facts.Problem{Code: facts.CodeShape, Got: "a\nb"},
			`shape.invalid, got "a\nb"`,
		},
		{
			"row 96: a value of the facts is not printed",
			facts.Problem{Code: facts.CodeNumberScale, Path: "agents[3].values.base_wage", Agent: "A01", Want: "at most 2 decimals", Got: "8000.001", Private: true},
			"number.scale at agents[3].values.base_wage (agent A01): want at most 2 decimals",
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			assert.Equal(t, tt.want, tt.problem.Error())
		})
	}
	assert.Equal(t, "shape.invalid\nshape.required", facts.Problems{{Code: facts.CodeShape}, {Code: facts.CodeRequired}}.Error())
	assert.Empty(t, facts.Problems{}.Error())
}

func TestFactsCheckNeverPrintsValues(t *testing.T) {
	c := facts.NewFactsCheck()
	c.Agent("A01").At("agents").Index(0).At("values").At("base_wage").Fail(facts.CodeNumberScale, "at most 2 decimals", "8000.001")
	c.Agent("A02").At("agents").Index(1).Warn(facts.CodeRatioAboveOne, "a share", "1.75")

	assert.NotContains(t, c.Err().Error(), "8000")
	assert.NotContains(t, fmt.Sprintf("%v %s", c.Err(), c.Err()), "8000")
	_, warnings := c.Problems().Split()
	assert.NotContains(t, warnings.Error(), "1.75")
	assert.Equal(t, "8000.001", c.Problems()[0].Got, "the value is a field")
	assert.Equal(t, "A01", c.Problems()[0].Agent)
}

func TestCheckKeepsTheFirstFaultOfAPath(t *testing.T) {
	c := facts.NewCheck()
	at := c.At("scheme").Index(2).At("over")
	assert.Equal(t, "scheme[2].over", at.Path())
	at.Fail(facts.CodeNumberScale, "first", "")
	at.Fail(facts.CodeNumberRange, "second", "")
	at.Warn(facts.CodeRateAboveOne, "a warning beside it", "")
	at.Warn(facts.CodeRateAboveOne, "the same again", "")
	at.Warn(facts.CodeRatioAboveOne, "another", "")
	c.Fail(facts.CodeShape, "the root", "")

	errs, warnings := c.Problems().Split()
	var got []string
	for _, p := range append(errs, warnings...) {
		got = append(got, p.Path+" "+p.Want)
	}
	assert.Equal(t, []string{"scheme[2].over first", " the root", "scheme[2].over a warning beside it", "scheme[2].over another"}, got)

	only := facts.NewCheck()
	only.Warn(facts.CodeRateAboveOne, "", "")
	require.NoError(t, only.Err(), "warnings never fail a call")
	require.NoError(t, facts.NewCheck().Err())

	var none facts.Check
	none.At("x").Index(1).Agent("A").Fail(facts.CodeShape, "", "")
	assert.Empty(t, none.Problems(), "the zero Check drops what it is told")
	require.NoError(t, none.Err())
}

func TestCut(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"nothing", "", ""},
		{"63 bytes stay", strings.Repeat("1", 63), strings.Repeat("1", 63)},
		{"64 bytes stay", strings.Repeat("1", 64), strings.Repeat("1", 64)},
		{"65 bytes are cut to 61 and an ellipsis", strings.Repeat("1", 65), strings.Repeat("1", 61) + "…"},
		{"a character is not split", strings.Repeat("差", 22), strings.Repeat("差", 20) + "…"},
		{"bytes that are no text end somewhere", strings.Repeat("\x80", 80), "…"},
		{"row 2: a megabyte", strings.Repeat("9", 1<<20), strings.Repeat("9", 61) + "…"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := facts.Cut(tt.in)
			assert.Equal(t, tt.want, got)
			assert.LessOrEqual(t, len(got), facts.MaxGot)
			if utf8.ValidString(tt.in) {
				assert.True(t, utf8.ValidString(got))
			}
		})
	}
	c := facts.NewCheck()
	c.Fail(facts.CodeNumberTooLong, "", strings.Repeat("9", 1<<20))
	assert.Less(t, len(c.Err().Error()), 128)
}

func TestCheckListsAThousandOfEachSeverity(t *testing.T) {
	c := facts.NewCheck()
	for i := range facts.MaxProblems + 5 {
		c.At("warned").Index(i).Warn(facts.CodeRatioAboveOne, "less", "")
	}
	assert.True(t, c.Full(facts.Warning))
	assert.False(t, c.Full(facts.Error))
	require.NoError(t, c.Err())
	for i := range facts.MaxProblems {
		c.At("failed").Index(i).Fail(facts.CodeNumberScale, "fewer", "9.999")
	}
	assert.False(t, c.Full(facts.Error), "a thousand are listed")
	require.NotErrorIs(t, c.Err(), facts.CodeTooMany)
	c.At("failed").Fail(facts.CodeNumberScale, "fewer", "9.999")
	c.At("other").Fail(facts.CodeNumberScale, "fewer", "9.999")
	errs, warnings := c.Problems().Split()
	require.Len(t, errs, facts.MaxProblems+1)
	require.Len(t, warnings, facts.MaxProblems+1)
	for _, last := range []*facts.Problem{errs[facts.MaxProblems], warnings[facts.MaxProblems]} {
		assert.Equal(t, facts.CodeTooMany, last.Code)
		assert.Empty(t, last.Got)
	}
	assert.True(t, facts.Check{}.Full(facts.Error), "the zero Check drops everything")
}
