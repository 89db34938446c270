package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestGaps needs the policy alone: the two figures of scheme.reviews are marked.
func TestGaps(t *testing.T) {
	t.Parallel()
	dir := shop(t)
	require.NoError(t, os.Remove(filepath.Join(dir, "facts.yaml")))
	assert.Equal(t, outcome{exitDone, `2 个数值是店里没有定的:0 个还缺,2 个是示例

条款            名称     数值项  数值  决定什么                          位置
scheme.reviews  reviews  points  10    决定「reviews」满分多少分         DIR/policy.yaml:21:27
                         over    1     决定「reviews」超过多少就得 0 分  DIR/policy.yaml:21:70
`, ""}, call(dir, "gaps", dir))
	assert.Equal(t, outcome{exitDone, `Figures that the shop never stated: 2 (0 missing, 2 sample)

clause          name     figure  value  what it decides                             where
scheme.reviews  reviews  points  10     how many points reviews is worth            DIR/policy.yaml:21:27
                         over    1      above which number reviews gives no points  DIR/policy.yaml:21:70
`, ""}, call(dir, "gaps", "-lang", "en", dir))
}

// TestGapsJSON has a figure that is there and, once it is taken out, one that
// is missing.
func TestGapsJSON(t *testing.T) {
	t.Parallel()
	dir := shop(t)
	got := call(dir, "gaps", dir, "-format=json")
	assert.Equal(t, exitDone, got.status)
	assert.Empty(t, got.stderr)
	assert.NotContains(t, got.stdout, "problems")
	ten, one := "10", "1"
	name := jsonText{ZH: "reviews", EN: "reviews"}
	points := jsonGap{
		Path: "scheme[1].points", Clause: "scheme.reviews", Key: "points", Value: &ten,
		Decides: jsonText{ZH: "决定「reviews」满分多少分", EN: "how many points reviews is worth"},
		Name:    name, Source: "考核三", File: "DIR/policy.yaml", Line: 21, Column: 27,
	}
	over := jsonGap{
		Path: "scheme[1].zero_over.over", Clause: "scheme.reviews", Key: "over", Value: &one,
		Decides: jsonText{ZH: "决定「reviews」超过多少就得 0 分", EN: "above which number reviews gives no points"},
		Name:    name, Source: "考核三", File: "DIR/policy.yaml", Line: 21, Column: 70,
	}
	assert.Equal(t, jsonGaps{Gaps: []jsonGap{points, over}}, strict[jsonGaps](t, got.stdout))

	dir = shop(t, "policy.yaml", ", over: 1", "")
	got = call(dir, "gaps", dir, "-format=json")
	assert.Equal(t, exitProblems, got.status)
	assert.Empty(t, got.stderr)
	assert.Contains(t, got.stdout, `"value": null`)
	over.Value, over.Missing, over.Column = nil, true, 42
	refused := strict[jsonGaps](t, got.stdout)
	assert.Equal(t, []jsonGap{over, points}, refused.Gaps)
	require.Len(t, refused.Problems, 1)
	assert.Equal(t, "shape.required", refused.Problems[0].Code)

	dir = shop(t, "policy.yaml", ", sample: true", "")
	assert.Contains(t, call(dir, "gaps", dir, "-format=json").stdout, `"gaps": []`, "a list and never null")
}

// TestGapsOfARefusedPolicy lists what is missing before the samples and says
// beside them what the policy is refused for.
func TestGapsOfARefusedPolicy(t *testing.T) {
	t.Parallel()
	dir := shop(t, "policy.yaml", ", basis: calendar", "", "policy.yaml", "out_of: 100", "out_of: many")
	got := call(dir, "gaps", dir, "-lang=en")
	assert.Equal(t, exitProblems, got.status)
	lines := strings.Split(got.stdout, "\n")
	assert.Equal(t, "Figures that the shop never stated: 3 (1 missing, 2 sample)", lines[0])
	assert.Regexp(t, `^pay\.base +Base pay +basis +missing +by which days Base pay is prorated +DIR/policy\.yaml:28:`, lines[3])
	assert.Regexp(t, `^scheme\.reviews +reviews +points +10 `, lines[4])
	assert.Equal(t, 2, strings.Count(got.stderr, "error: "), got.stderr)
	assert.Contains(t, got.stderr, "shape.required at pay[0].base_pay.basis")
	assert.Contains(t, got.stderr, "number.syntax at scheme[0].direct.out_of")
}

func TestGapsThatCanNotBeRead(t *testing.T) {
	t.Parallel()
	dir := shop(t, "policy.yaml", "pay:", "pay: [")
	got := call(dir, "gaps", dir)
	assert.Equal(t, exitProblems, got.status)
	assert.Empty(t, got.stdout)
	assert.Contains(t, got.stderr, "document.syntax")
	none := call(dir, "gaps", dir+"x", "-format=json")
	assert.Equal(t, exitProblems, none.status)
	assert.Contains(t, none.stdout, "document.unreadable")
	assert.Equal(t, exitUsage, call(dir, "gaps").status)
	var stderr strings.Builder
	assert.Equal(t, exitProblems, run([]string{"gaps", shop(t)}, broken{}, &stderr))
	assert.Equal(t, "cspay: the disk is full\n", stderr.String())
}
