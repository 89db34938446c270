package formatdoc

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"testing/fstest"

	"github.com/cspay/cspay/policy"
	"github.com/cspay/cspay/scoring/facts"
)

// shopFile is the policy of the examples that show none of their own.
const shopFile = "problems/shop.yaml"

// run gives every problem of an example, errors and warnings alike.
func (e entry) run(root fs.FS) (policy.Problems, error) {
	if name := e.heads["go"]; name != "" {
		return fromGo(name)
	}
	tree, err := e.tree(root)
	if err != nil {
		return nil, err
	}
	var before policy.History
	if history, ok := tree["history.json"]; ok {
		if before, err = policy.ReadHistory(bytes.NewReader(history.Data)); err != nil || !e.hasFacts() {
			return problemsOf(err)
		}
	}
	name := "policy.yaml"
	if _, ok := tree["policy.json"]; ok {
		name = "policy.json"
	}
	p, err := policy.LoadFS(tree, name)
	if err != nil {
		return problemsOf(err)
	}
	found := slices.DeleteFunc(p.Warnings(), func(p *policy.Problem) bool {
		return p.Code == facts.CodeGuardNone && e.code != string(p.Code) // few examples are whole policies
	})
	if !e.hasFacts() {
		return found, nil
	}
	month, err := p.LoadMonthFS(tree, ".")
	if err != nil {
		return problemsOf(err)
	}
	result, err := p.Close(month, before)
	if err != nil {
		return problemsOf(err)
	}
	return append(found, result.Warnings()...), nil
}

func (e entry) hasFacts() bool {
	return slices.ContainsFunc(e.files, func(f exampleFile) bool { return f.name == "facts.yaml" || f.name == "daily.csv" })
}

// tree lays the example's files out, with the shop's policy where it shows
// none. An example that shows only a policy needs no facts.
func (e entry) tree(root fs.FS) (fstest.MapFS, error) {
	shop, err := fs.ReadFile(root, path.Join(own, shopFile))
	if err != nil {
		return nil, err
	}
	tree := fstest.MapFS{}
	for _, f := range e.files {
		text, err := f.expand()
		if err != nil {
			return nil, err
		}
		tree[f.name] = &fstest.MapFile{Data: text}
		if strings.HasPrefix(f.name, "policy.") {
			shop = nil
		}
	}
	if shop != nil {
		tree["policy.yaml"] = &fstest.MapFile{Data: shop}
	}
	return tree, nil
}

func problemsOf(err error) (policy.Problems, error) {
	var list policy.Problems
	if err == nil || errors.As(err, &list) {
		return list, nil
	}
	return nil, err
}

// find returns the problem that the example is for, or what is wrong with the
// example.
func (e entry) find(root fs.FS) (*policy.Problem, error) {
	list, err := e.run(root)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", e.code, err)
	}
	var found *policy.Problem
	for _, p := range list {
		switch {
		case found == nil && string(p.Code) == e.code && p.Severity == e.severity && placeOf(p) == e.heads["at"]:
			found = p
		case !slices.Contains(e.among, string(p.Code)):
			return nil, fmt.Errorf("the example of %s gives at %s as well:\n%w", e.code, placeOf(p), p)
		}
	}
	if found == nil {
		return nil, fmt.Errorf("the example of %s does not give it at %s; it gives %d problems", e.code, e.heads["at"], len(list))
	}
	return found, nil
}

// placeOf is where a problem stands: file, line and column as far as they are
// known, or the path of one without a file.
func placeOf(p *policy.Problem) string {
	switch {
	case p.File == "":
		return p.Path
	case p.Line == 0:
		return p.File
	default:
		return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Column)
	}
}

// fromGo runs an example that only Go code can make.
func fromGo(names string) (policy.Problems, error) {
	for _, name := range strings.Fields(names) {
		if example, ok := literals()[name]; ok {
			return problemsOf(example())
		}
	}
	return nil, fmt.Errorf("no literal example among %s", names)
}

// codes returns the codes of a package facts in groups, as codes.go parts them
// by blank lines.
func codes(root fs.FS) ([][]string, error) {
	src, err := fs.ReadFile(root, "scoring/facts/codes.go")
	if err != nil {
		return nil, err
	}
	return parseCodes(src)
}
