package explain_test

import (
	"go/ast"
	"go/constant"
	"go/parser"
	"go/token"
	"go/types"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/payout"
	"github.com/cspay/cspay/rank"
	"github.com/cspay/cspay/scoring"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

const (
	module      = "github.com/cspay/cspay"
	explainPath = module + "/scoring/explain"
	root        = "../.."
)

// variable lists the codes that end in a word of the document: a prefix in the
// source, and the closed set that may follow.
func variable() map[string][]string {
	return map[string][]string{
		"attainment.":   scoring.Formula("").Words(),
		"metric.daily.": facts.Aggregate("").Words(),
		"settle.":       payout.Reason("").Words(),
		"plan.":         rank.PlanStatus("").Words(),
		"move.":         rank.State("").Words()[:5], // nobody is exempt from a step
		"candidate.":    slices.DeleteFunc(rank.State("").Words(), func(w string) bool { return w == string(rank.Lapsed) }),
	}
}

// TestCodes holds the catalogue against the sources. The packages that import
// explain are type-checked, and every constant of type explain.Code in them is
// a code in use, wherever it stands. What is imported from outside the module
// is left empty and the errors that follow from it are ignored: an unseen code
// shows as a catalogue entry that nobody uses.
func TestCodes(t *testing.T) {
	t.Parallel()
	s := scan(t)

	used := map[explain.Code]bool{}
	for code, at := range s.codes {
		used[code] = true
		_, ok := explain.Template(code)
		assert.True(t, ok, "%s: code %q has no sentence", at, code)
	}
	for prefix, at := range s.prefixes {
		ends, ok := variable()[prefix]
		assert.True(t, ok, "%s: nobody says which codes begin with %q", at, prefix)
		for _, end := range ends {
			code := explain.Code(prefix + end)
			used[code] = true
			_, ok := explain.Template(code)
			assert.True(t, ok, "%s: code %q has no sentence", at, code)
		}
	}
	for prefix := range variable() {
		assert.Contains(t, s.prefixes, prefix)
	}
	assert.Empty(t, s.opaque, "codes that no reader of the source can tell")
	for _, code := range explain.Codes() {
		if code == "gap" || strings.HasPrefix(string(code), "gap.") {
			continue // told by the keys of figures, which a test of policy walks
		}
		assert.True(t, used[code], "nobody uses the sentence of code %q", code)
	}
}

// source is what a scan of the module finds.
type source struct {
	t        *testing.T
	files    *token.FileSet
	packages map[string]*types.Package
	codes    map[explain.Code]string // a place in the source
	prefixes map[string]string
	opaque   []string
}

func scan(t *testing.T) *source {
	t.Helper()
	s := &source{
		t: t, files: token.NewFileSet(), packages: map[string]*types.Package{},
		codes: map[explain.Code]string{}, prefixes: map[string]string{},
	}
	require.NoError(t, filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
		if err != nil || !d.IsDir() {
			return err
		}
		rel := filepath.ToSlash(strings.TrimPrefix(name, filepath.FromSlash(root)))
		if base := d.Name(); rel != "" && (strings.HasPrefix(base, ".") || base == "testdata" || base == "examples" || base == "docs") {
			return filepath.SkipDir
		}
		_, err = s.Import(module + rel)
		return err
	}))
	return s
}

// Import type-checks a package of the module and collects its codes; any other
// package is left empty.
func (s *source) Import(pkg string) (*types.Package, error) {
	if p := s.packages[pkg]; p != nil {
		return p, nil
	}
	var files []*ast.File
	if rel, own := strings.CutPrefix(pkg, module); own {
		var err error
		if files, err = s.parse(filepath.Join(root, filepath.FromSlash(rel))); err != nil {
			return nil, err
		}
	}
	if len(files) == 0 {
		p := types.NewPackage(pkg, path.Base(pkg))
		p.MarkComplete()
		s.packages[pkg] = p
		return p, nil
	}
	info := &types.Info{Types: map[ast.Expr]types.TypeAndValue{}}
	config := types.Config{Importer: s, Error: func(error) {}}
	p, _ := config.Check(pkg, s.files, files, info)
	s.packages[pkg] = p
	if pkg != explainPath {
		s.collect(info)
	}
	return p, nil
}

func (s *source) parse(dir string) ([]*ast.File, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	var files []*ast.File
	for _, e := range entries {
		if !strings.HasSuffix(e.Name(), ".go") || strings.HasSuffix(e.Name(), "_test.go") {
			continue
		}
		f, err := parser.ParseFile(s.files, filepath.Join(dir, e.Name()), nil, parser.SkipObjectResolution)
		if err != nil {
			return nil, err
		}
		files = append(files, f)
	}
	return files, nil
}

func (s *source) collect(info *types.Info) {
	for expr, tv := range info.Types {
		if tv.Type == nil || tv.Type.String() != explainPath+".Code" || tv.IsType() {
			continue
		}
		at := s.files.Position(expr.Pos()).String()
		if tv.Value != nil {
			if code := constant.StringVal(tv.Value); code != "" {
				s.codes[explain.Code(code)] = at
			}
			continue
		}
		call, ok := expr.(*ast.CallExpr)
		if !ok || !info.Types[call.Fun].IsType() {
			continue // a variable, or what a function returns
		}
		sum, ok := call.Args[0].(*ast.BinaryExpr)
		if !ok || info.Types[sum.X].Value == nil {
			s.opaque = append(s.opaque, at)
			continue
		}
		s.prefixes[constant.StringVal(info.Types[sum.X].Value)] = at
	}
	slices.Sort(s.opaque)
}
