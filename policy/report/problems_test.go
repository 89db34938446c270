package report_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/policy"
	"github.com/cspay/cspay/policy/report"
	"github.com/cspay/cspay/scoring/facts"
)

func TestProblems(t *testing.T) {
	t.Parallel()
	full := &policy.Problem{
		Problem: facts.Problem{Code: facts.CodeWordUnknown, Path: "pay[0].basis", Want: "a known word", Got: "lunar"},
		File:    "shop/policy.yaml", Line: 3, Column: 14,
	}
	private := &policy.Problem{
		Problem: facts.Problem{
			Code: facts.CodeNumberScale, Severity: facts.Warning, Path: "agents[1].values.wage", Agent: "A2",
			Want: "at most 2 decimals", Got: "98765.432", Private: true,
		},
		File: "shop/facts.yaml", Line: 9, Column: 1,
	}
	whole := &policy.Problem{Problem: facts.Problem{Code: facts.CodeUnreadable, Want: "a file"}, File: "shop/facts.yaml"}
	literal := &policy.Problem{Problem: facts.Problem{Code: facts.CodeRequired, Path: "id"}}
	hostile := &policy.Problem{
		Problem: facts.Problem{Code: facts.CodeNameUnknown, Path: "pay.\x1b[2J", Agent: "\u202eA"}, File: "a\nb.yaml", Line: 1, Column: 2,
	}
	cases := []struct {
		it     string
		err    error
		zh, en string
	}{
		{"no error", nil, "", ""},
		{"no problems", policy.Problems{}, "", ""},
		{
			"a problem with its place",
			policy.Problems{full},
			`shop/policy.yaml:3:14: 错误: word.unknown at pay[0].basis: want a known word, got "lunar"` + "\n",
			`shop/policy.yaml:3:14: error: word.unknown at pay[0].basis: want a known word, got "lunar"` + "\n",
		},
		{
			"a warning about facts, without the value",
			policy.Problems{private},
			"shop/facts.yaml:9:1: 提醒: number.scale at agents[1].values.wage (agent A2): want at most 2 decimals\n",
			"shop/facts.yaml:9:1: warning: number.scale at agents[1].values.wage (agent A2): want at most 2 decimals\n",
		},
		{
			"several, in their order",
			policy.Problems{whole, literal},
			"shop/facts.yaml: 错误: document.unreadable: want a file\n错误: shape.required at id\n",
			"shop/facts.yaml: error: document.unreadable: want a file\nerror: shape.required at id\n",
		},
		{"a list inside another error", fmt.Errorf("closing: %w", policy.Problems{literal}), "错误: shape.required at id\n", "error: shape.required at id\n"},
		{"one problem alone", literal, "错误: shape.required at id\n", "error: shape.required at id\n"},
		{"one problem of a file", whole, "shop/facts.yaml: 错误: document.unreadable: want a file\n", "shop/facts.yaml: error: document.unreadable: want a file\n"},
		{
			"an error of another sort, of two lines", errors.New("first\nsec\x1bond"),
			"错误: first\n错误: sec\\u001bond\n", "error: first\nerror: sec\\u001bond\n",
		},
		{
			"names that would be obeyed",
			policy.Problems{hostile},
			`a\u000ab.yaml:1:2: 错误: name.unknown at pay.\u001b[2J (agent \u202eA)` + "\n",
			`a\u000ab.yaml:1:2: error: name.unknown at pay.\u001b[2J (agent \u202eA)` + "\n",
		},
	}
	for _, c := range cases {
		t.Run(c.it, func(t *testing.T) {
			t.Parallel()
			for lang, want := range map[report.Lang]string{report.Chinese: c.zh, report.English: c.en} {
				var b strings.Builder
				require.NoError(t, report.Problems(&b, c.err, lang))
				assert.Equal(t, want, b.String())
			}
		})
	}
}

func TestCheckedIsOneLineWhenNothingIsOdd(t *testing.T) {
	t.Parallel()
	res, err := closed(facts.Agent{ID: "A1"})
	require.NoError(t, err)
	var b strings.Builder
	require.NoError(t, report.Checked(&b, res, report.English))
	assert.Equal(t, "Tiny pay, 2026-06 (agents: 1): no errors ("+res.Policy().Digest()+")\n", b.String())
}
