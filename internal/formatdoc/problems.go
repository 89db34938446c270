package formatdoc

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"
	"text/template"

	"github.com/cspay/cspay/scoring/facts"
)

// Problems writes docs/problems.md: every code with what it means and an
// example that has just been run.
func Problems(root fs.FS) ([]byte, error) {
	groups, err := codes(root)
	if err != nil {
		return nil, err
	}
	list, err := entries(root)
	if err != nil {
		return nil, err
	}
	byCode := map[string][]entry{}
	for _, e := range list {
		byCode[e.code] = append(byCode[e.code], e)
	}
	var b strings.Builder
	for _, group := range groups {
		title, err := groupTitle(group[0])
		if err != nil {
			return nil, err
		}
		b.WriteString("\n## " + title + "\n")
		for _, c := range group {
			if len(byCode[c]) == 0 {
				return nil, fmt.Errorf("%s has no entry in %s/problems", c, own)
			}
			if err := writeCode(&b, root, byCode[c]); err != nil {
				return nil, err
			}
			delete(byCode, c)
		}
	}
	for c := range byCode {
		return nil, fmt.Errorf("%s has an entry and is no code", c)
	}
	first, err := list[slices.IndexFunc(list, func(e entry) bool { return e.code == string(facts.CodeNumberSyntax) })].find(root)
	if err != nil {
		return nil, err
	}
	return execute(root, "problems.tmpl", template.FuncMap{
		"file": func(name string) (string, error) { return file(root, name) },
	}, map[string]any{"Codes": b.String(), "Index": index(groups), "First": first.Error()})
}

// index lists the codes by group.
func index(groups [][]string) string {
	var b strings.Builder
	for _, group := range groups {
		links := make([]string, len(group))
		for i, c := range group {
			links[i] = "[`" + c + "`](#" + strings.ReplaceAll(c, ".", "") + ")"
		}
		b.WriteString("- " + strings.Join(links, ", ") + "\n")
	}
	return b.String()
}

// groupTitle names a group by its first code.
func groupTitle(first string) (string, error) {
	prefix, _, _ := strings.Cut(first, ".")
	title := map[string]string{
		"number": "Numbers", "date": "Days and months", "name": "Names, words and shapes", "id": "Ids",
		"metric": "Metrics and targets", "kind": "Kinds", "weight": "Points and steps", "policy": "The policy as a whole",
		"basis": "Pay and history", "level": "Careers", "vote": "Votes", "chat": "Inspected chats", "document": "Texts that can not be read",
	}[prefix]
	if title == "" {
		return "", fmt.Errorf("the group of %s has no title", first)
	}
	return title, nil
}

func writeCode(b *strings.Builder, root fs.FS, list []entry) error {
	fmt.Fprintf(b, "\n### `%s`\n", list[0].code)
	for _, e := range list {
		severity := "error"
		if e.severity == facts.Warning {
			severity = "warning"
		}
		if why := e.heads["reserved"]; why != "" {
			b.WriteString("\n" + wrap("*Reserved.* "+e.heads["means"]+" "+why) + "\n" + wrap("**To mend it:** "+e.heads["mend"]))
			continue
		}
		p, err := e.find(root)
		if err != nil {
			return err
		}
		b.WriteString("\n" + wrap("*"+capital(severity)+".* "+e.heads["means"]))
		b.WriteString("\n" + wrap("**To mend it:** "+e.heads["mend"]))
		if err := e.show(b, root); err != nil {
			return err
		}
		fmt.Fprintf(b, "\nAt `%s`:\n\n```text\n%s\n```\n", e.heads["at"], p.Error())
	}
	return nil
}

// show writes the files of the example, or its Go code.
func (e entry) show(b *strings.Builder, root fs.FS) error {
	for _, f := range e.files {
		language := strings.TrimPrefix(path.Ext(f.name), ".")
		text := f.shown()
		if text == "" {
			fmt.Fprintf(b, "\n`%s` is empty.\n", f.name)
			continue
		}
		fmt.Fprintf(b, "\n`%s`:\n\n```%s\n%s\n```\n", f.name, language, text)
	}
	if names := e.heads["go"]; names != "" {
		src, err := declarations(root, strings.Fields(names))
		if err != nil {
			return err
		}
		b.WriteString("\nIn Go:\n\n```go\n" + src + "\n```\n")
	}
	return nil
}

// declarations returns the source of functions, types and methods of
// literals.go.
func declarations(root fs.FS, names []string) (string, error) {
	src, err := fs.ReadFile(root, path.Join(own, "literals.go"))
	if err != nil {
		return "", err
	}
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, "literals.go", src, parser.SkipObjectResolution)
	if err != nil {
		return "", err
	}
	var parts []string
	for _, name := range names {
		found := false
		for _, d := range f.Decls {
			if declares(d, name) {
				found = true
				parts = append(parts, string(src[fset.Position(d.Pos()).Offset:fset.Position(d.End()).Offset]))
			}
		}
		if !found {
			return "", fmt.Errorf("literals.go does not declare %s", name)
		}
	}
	return strings.Join(parts, "\n\n"), nil
}

// declares reports a function or type of a name, or a method of the type.
func declares(d ast.Decl, name string) bool {
	switch d := d.(type) {
	case *ast.FuncDecl:
		if d.Recv == nil {
			return d.Name.Name == name
		}
		receiver, ok := d.Recv.List[0].Type.(*ast.Ident)
		return ok && receiver.Name == name
	case *ast.GenDecl:
		for _, spec := range d.Specs {
			if t, ok := spec.(*ast.TypeSpec); ok && t.Name.Name == name {
				return true
			}
		}
	}
	return false
}

// parseCodes reads the constants of type Code, parted where a blank line
// stands between two of them.
func parseCodes(src []byte) ([][]string, error) {
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, "codes.go", src, parser.ParseComments)
	if err != nil {
		return nil, err
	}
	var groups [][]string
	last := -1
	ast.Inspect(f, func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if !ok || len(spec.Values) != 1 {
			return true
		}
		typ, named := spec.Type.(*ast.Ident)
		value, text := spec.Values[0].(*ast.BasicLit)
		if !named || typ.Name != "Code" || !text {
			return true
		}
		word, unquoted := strconv.Unquote(value.Value)
		if unquoted != nil {
			err = unquoted
			return false
		}
		from := spec.Pos()
		if spec.Doc != nil {
			from = spec.Doc.Pos()
		}
		if last < 0 || fset.Position(from).Line > last+1 {
			groups = append(groups, nil)
		}
		last = fset.Position(spec.End()).Line
		groups[len(groups)-1] = append(groups[len(groups)-1], word)
		return true
	})
	return groups, err
}
