package arch_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

const module = "example.test/pay"

// TestRulesCanFail shows that each rule tells a bad file from a good one.
func TestRulesCanFail(t *testing.T) {
	t.Parallel()
	own := func(pkg string) string { return "package p\nimport _ \"" + module + "/" + pkg + "\"\n" }
	third := func(pkg string) string { return "package p\nimport _ \"" + pkg + "\"\n" }
	cases := []struct {
		it, name, src string
		want          string // "" for a file that keeps the rules
	}{
		{"explain may import facts", "scoring/explain/a.go", own("scoring/facts"), ""},
		{"facts may not import explain", "scoring/facts/a.go", own("scoring/explain"), "right of scoring/facts"},
		{"facts may import fix", "scoring/facts/a.go", own("internal/fix"), ""},
		{"fix may not import facts", "internal/fix/a.go", own("scoring/facts"), "right of internal/fix"},
		{"facts may not import columns", "scoring/facts/a.go", own("internal/columns"), "right of scoring/facts"},
		{"scoring may import columns", "scoring/a.go", own("internal/columns"), ""},
		{"scoring may not import rank", "scoring/a.go", own("rank"), "right of scoring"},
		{"rank may import scoring", "rank/a.go", own("scoring"), ""},
		{"rank may not import payout", "rank/a.go", own("payout"), "right of rank"},
		{"payout may import rank", "payout/a.go", own("rank"), ""},
		{"payout may not import policy", "payout/a.go", own("policy"), "right of payout"},
		{"policy may import payout", "policy/a.go", own("payout"), ""},
		{"policy may not import its report", "policy/a.go", own("policy/report"), "right of policy"},
		{"report may import policy", "policy/report/a.go", own("policy"), ""},
		{"report may not import an example", "policy/report/a.go", own("examples/shop"), "right of policy/report"},
		{"an example may import report", "examples/cmd/a.go", own("policy/report"), ""},
		{"an example may import another", "examples/cmd/a.go", own("examples/shop"), ""},
		{"a helper of tests may import policy", "internal/gen/a.go", own("policy"), ""},
		{"policy may not import a helper of tests", "policy/a.go", own("internal/gen"), "no place on the arrow"},
		{"the module's own root is not a package", "policy/a.go", third(module), "no place on the arrow"},
		{"a module whose name only begins alike is foreign", "payout/a.go", third(module + "roll"), "not a dependency"},
		{"a package outside the arrow is refused", "scoring/util/a.go", "package p\n", "no place on the arrow"},
		{"a file at the root is refused", "pay.go", "package p\n", "no Go file stands at the root"},

		{"a leaf may import decimal", "payout/a.go", third(decimal), ""},
		{"a leaf may not import yaml", "payout/a.go", third(yaml + "/v4"), "only policy/yaml.go may"},
		{"yaml has its file", "policy/yaml.go", third(yaml + "/v4"), ""},
		{"yaml stays in its file", "policy/read.go", third(yaml + "/v4"), "only policy/yaml.go may"},
		{"a file of that name elsewhere is no home", "rank/yaml.go", third(yaml + "/v4"), "only policy/yaml.go may"},
		{"validator has its file", "policy/validate.go", third(validator + "/v10"), ""},
		{"validator stays in its file", "policy/yaml.go", third(validator + "/v10"), "only policy/validate.go may"},
		{"text has its file", "policy/text.go", third(xtext + "/unicode/norm"), ""},
		{"text is for reports too", "policy/report/cells.go", third(xtext + "/width"), ""},
		{"text stays there", "policy/csv.go", third(xtext + "/width"), "only policy/text.go and policy/report/ may"},
		{"an example needs nothing more", "examples/cmd/a.go", third("example.org/flags"), "not a dependency"},

		{"a leaf reads no file", "scoring/a.go", third("os"), "pure"},
		{"a leaf throws no dice", "rank/a.go", third("math/rand/v2"), "pure"},
		{"a leaf may use math/bits", "internal/fix/a.go", third("math/bits"), ""},
		{"policy may read files", "policy/a.go", third("os"), ""},

		{"300 lines are allowed", "rank/a.go", "package p\n" + strings.Repeat("\n", 299), ""},
		{"301 lines are too long", "rank/a.go", "package p\n" + strings.Repeat("\n", 300), "301 lines"},
		{"init is refused", "rank/a.go", "package p\nfunc init() {}\n", "init function"},
		{"a method called init is allowed", "rank/a.go", "package p\ntype t struct{}\nfunc (t) init() {}\n", ""},
		{"a file that does not parse is refused", "rank/a.go", "package p\nfunc {\n", "expected"},
	}
	for _, c := range cases {
		t.Run(c.it, func(t *testing.T) {
			t.Parallel()
			faults := checkFile(module, c.name, []byte(c.src))
			if c.want == "" {
				assert.Empty(t, faults)
				return
			}
			if assert.Len(t, faults, 1) {
				assert.Contains(t, faults[0], c.want)
				assert.True(t, strings.HasPrefix(faults[0], c.name+": "), faults[0])
			}
		})
	}
}

func TestTopLevelCanFail(t *testing.T) {
	t.Parallel()
	ignored := []string{"*.test", "/bin/"}
	assert.Empty(t, checkTop([]string{".ci", "policy", "LICENSE", "payout.test", "bin"}, ignored))
	assert.Equal(t, []string{
		"cmd: does not belong at the root",
		"utils: does not belong at the root",
	}, checkTop([]string{"cmd", "docs", "utils"}, ignored))
}
