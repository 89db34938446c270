package formatdoc

import (
	"cmp"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// rowTest is a test that names a row.
type rowTest struct{ file, name string }

// slowTwin is the folder of the twin.
const slowTwin = "examples/internal/twin"

// apart reports a folder whose tests hold no line of the library: those of the
// twin, and those of this generator.
func apart(name string) bool { return name == slowTwin || name == own }

// rowTests finds the tests that name a row, by its id: in the name of the test
// function, or in a text of it or of a function beside it that it uses, which
// is where tables of cases stand.
func rowTests(root fs.FS) (map[string][]rowTest, error) {
	folders := map[string][]string{}
	err := fs.WalkDir(root, ".", func(name string, d fs.DirEntry, err error) error {
		switch base := path.Base(name); {
		case err != nil:
			return err
		case d.IsDir() && name != "." && (strings.HasPrefix(base, ".") || base == "testdata" || apart(name)):
			return fs.SkipDir
		case !d.IsDir() && strings.HasSuffix(base, "_test.go"):
			folders[path.Dir(name)] = append(folders[path.Dir(name)], name)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	s := rowScan{
		root: root, id: regexp.MustCompile(`(?:SW|TM|YT|ZW|LF)[0-9]+`), known: map[string]bool{}, found: map[string][]rowTest{},
	}
	for _, id := range rowIDs() {
		s.known[id] = true
	}
	for _, files := range folders {
		if err := s.folder(files); err != nil {
			return nil, err
		}
	}
	for _, list := range s.found {
		slices.SortFunc(list, func(a, b rowTest) int { return cmp.Or(cmp.Compare(a.file, b.file), cmp.Compare(a.name, b.name)) })
	}
	return s.found, nil
}

// rowScan collects the tests that name a row.
type rowScan struct {
	root  fs.FS
	id    *regexp.Regexp // matches what may be the id of a row
	known map[string]bool
	found map[string][]rowTest
}

// folder adds the tests of one folder, of which most name no row.
func (s rowScan) folder(names []string) error {
	sources, named := map[string][]byte{}, false
	for _, name := range names {
		src, err := fs.ReadFile(s.root, name)
		if err != nil {
			return err
		}
		sources[name], named = src, named || s.id.Match(src)
	}
	if !named {
		return nil
	}
	var tests, helpers []testFunc
	for _, name := range names {
		file, err := parser.ParseFile(token.NewFileSet(), name, sources[name], parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		for _, d := range file.Decls {
			fn, ok := d.(*ast.FuncDecl)
			if !ok || fn.Body == nil {
				continue
			}
			if f := s.function(name, fn); f.isTest() {
				tests = append(tests, f)
			} else if fn.Recv == nil && len(f.rows) > 0 {
				helpers = append(helpers, f)
			}
		}
	}
	for _, f := range tests {
		for _, h := range helpers {
			if f.uses[h.name] {
				f.rows = append(f.rows, h.rows...)
			}
		}
		slices.Sort(f.rows)
		for _, id := range slices.Compact(f.rows) {
			s.found[id] = append(s.found[id], rowTest{f.file, f.name})
		}
	}
	return nil
}

// testFunc is a function of a test file, with the rows and the names in it.
type testFunc struct {
	file, name string
	rows       []string
	uses       map[string]bool
}

func (f testFunc) isTest() bool {
	return strings.HasPrefix(f.name, "Test") || strings.HasPrefix(f.name, "Example") || strings.HasPrefix(f.name, "Fuzz")
}

func (s rowScan) function(file string, fn *ast.FuncDecl) testFunc {
	f := testFunc{file: file, name: fn.Name.Name, rows: s.rows(fn.Name.Name), uses: map[string]bool{}}
	ast.Inspect(fn.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Ident:
			f.uses[n.Name] = true
		case *ast.BasicLit:
			if text, err := strconv.Unquote(n.Value); n.Kind == token.STRING && err == nil {
				f.rows = append(f.rows, s.rows(text)...)
			}
		}
		return true
	})
	return f
}

// rows are the rows that a text names.
func (s rowScan) rows(text string) []string {
	return slices.DeleteFunc(s.id.FindAllString(text, -1), func(id string) bool { return !s.known[id] })
}
