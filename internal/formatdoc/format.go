package formatdoc

import (
	"bytes"
	"fmt"
	"io/fs"
	"path"
	"reflect"
	"strings"
	"text/template"
)

// own is where this package's texts stand below the root.
const own = "internal/formatdoc"

// Page is a document that is generated.
type Page struct {
	Name string // below the root, with slashes
	Text []byte
}

// Pages writes every generated document of the module at root.
func Pages(root fs.FS) ([]Page, error) {
	pages := []Page{}
	for _, p := range []struct {
		name  string
		write func(fs.FS) ([]byte, error)
	}{
		{"docs/format.md", Format},
		{"docs/problems.md", Problems},
		{"docs/results.md", Results},
		{"docs/mechanisms.md", Mechanisms},
		{"policy/policy.schema.json", PolicySchema},
		{"policy/facts.schema.json", FactsSchema},
		{"policy/jurisdiction.schema.json", JurisdictionSchema},
	} {
		text, err := p.write(root)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", p.name, err)
		}
		pages = append(pages, Page{p.name, text})
	}
	return pages, nil
}

// Format writes docs/format.md.
func Format(root fs.FS) ([]byte, error) {
	m := &manual{src: newSource(root), told: map[reflect.Type]bool{}}
	return execute(root, "format.tmpl", template.FuncMap{
		"keys": m.Keys, "kinds": m.Kinds, "account": m.Account,
		"file": func(name string) (string, error) { return file(root, name) },
	}, nil)
}

// execute runs a template, whose actions stand between {% and %} because
// braces are YAML's.
func execute(root fs.FS, name string, funcs template.FuncMap, data any) ([]byte, error) {
	text, err := fs.ReadFile(root, path.Join(own, name))
	if err != nil {
		return nil, err
	}
	t, err := template.New(name).Delims("{%", "%}").Funcs(funcs).Parse(string(text))
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	if err := t.Execute(&b, data); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// file returns a text of the tree without its last line break.
func file(root fs.FS, name string) (string, error) {
	text, err := fs.ReadFile(root, name)
	return strings.TrimRight(string(text), "\n"), err
}
