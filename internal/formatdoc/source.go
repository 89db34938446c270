package formatdoc

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"reflect"
	"strconv"
	"strings"

	"github.com/cspay/cspay/scoring/facts"
)

// source holds the doc comments of the packages that declare a document.
type source struct {
	root   fs.FS
	module string
	pkgs   map[string]*comments
}

// comments are the doc comments of one package.
type comments struct {
	types  map[string]string            // by type
	fields map[string]map[string]string // by type and Go field
	words  map[string][]wordDoc         // by type, in the order of the source
}

// wordDoc is a constant of a closed set of words.
type wordDoc struct{ name, word, doc string }

func newSource(root fs.FS) *source {
	own := reflect.TypeFor[facts.Month]().PkgPath()
	return &source{root: root, module: strings.TrimSuffix(own, "scoring/facts"), pkgs: map[string]*comments{}}
}

// of returns the comments of the package that declares a type.
func (s *source) of(t reflect.Type) (*comments, error) {
	if known, ok := s.pkgs[t.PkgPath()]; ok {
		return known, nil
	}
	dir, own := strings.CutPrefix(t.PkgPath(), s.module)
	if !own {
		return nil, fmt.Errorf("%s is not a type of this module", t)
	}
	files, err := s.parse(dir)
	if err != nil {
		return nil, err
	}
	c := &comments{types: map[string]string{}, fields: map[string]map[string]string{}, words: map[string][]wordDoc{}}
	for _, f := range files {
		for _, d := range f.Decls {
			if g, ok := d.(*ast.GenDecl); ok {
				c.collect(g)
			}
		}
	}
	s.pkgs[t.PkgPath()] = c
	return c, nil
}

// parse reads the Go files of a folder that are not tests, in name order.
func (s *source) parse(dir string) ([]*ast.File, error) {
	names, err := fs.Glob(s.root, path.Join(dir, "*.go"))
	if err != nil {
		return nil, err
	}
	var files []*ast.File
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		src, err := fs.ReadFile(s.root, name)
		if err != nil {
			return nil, err
		}
		f, err := parser.ParseFile(token.NewFileSet(), name, src, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return nil, err
		}
		files = append(files, f)
	}
	if len(files) == 0 {
		return nil, fmt.Errorf("no Go files in %s", dir)
	}
	return files, nil
}

func (c *comments) collect(g *ast.GenDecl) {
	for _, spec := range g.Specs {
		switch spec := spec.(type) {
		case *ast.TypeSpec:
			doc := spec.Doc
			if doc == nil && len(g.Specs) == 1 {
				doc = g.Doc
			}
			c.types[spec.Name.Name] = doc.Text()
			if st, ok := spec.Type.(*ast.StructType); ok {
				c.fields[spec.Name.Name] = fieldDocs(st)
			}
		case *ast.ValueSpec:
			if g.Tok == token.CONST {
				c.constant(g, spec)
			}
		}
	}
}

func fieldDocs(st *ast.StructType) map[string]string {
	docs := map[string]string{}
	for _, f := range st.Fields.List {
		// A comment above may speak of several fields, one behind of its own.
		text := strings.TrimSpace(f.Comment.Text())
		if text == "" {
			text = strings.TrimSpace(f.Doc.Text())
		}
		for _, name := range f.Names {
			docs[name.Name] = text
		}
	}
	return docs
}

// constant notes a typed constant that is a text. One that stands alone may
// have its comment on the declaration.
func (c *comments) constant(g *ast.GenDecl, spec *ast.ValueSpec) {
	typ, ok := spec.Type.(*ast.Ident)
	if !ok || len(spec.Names) != 1 || len(spec.Values) != 1 {
		return
	}
	value, ok := spec.Values[0].(*ast.BasicLit)
	if !ok || value.Kind != token.STRING {
		return
	}
	word, err := strconv.Unquote(value.Value)
	if err != nil {
		return
	}
	doc := spec.Doc.Text()
	if doc == "" {
		doc = spec.Comment.Text()
	}
	if doc == "" && !g.Lparen.IsValid() {
		doc = g.Doc.Text()
	}
	c.words[typ.Name] = append(c.words[typ.Name], wordDoc{spec.Names[0].Name, word, strings.TrimSpace(doc)})
}
