package formatdoc

import (
	"fmt"
	"io/fs"
	"path"
	"strings"
)

// Mechanisms writes docs/mechanisms.md: every row of the five shops with its
// clause, its sample and its tests.
func Mechanisms(root fs.FS) ([]byte, error) {
	m, err := readRows(root)
	if err != nil {
		return nil, err
	}
	tests, err := rowTests(root)
	if err != nil {
		return nil, err
	}
	if err := m.check(root, tests); err != nil {
		return nil, err
	}
	var b strings.Builder
	at := 0
	for _, s := range rowShops() {
		b.WriteString("\n## " + s.title + "\n\n| row | mechanism | clause | sample | tests |\n|---|---|---|---|---|\n")
		for _, r := range m.rows[at : at+s.rows] {
			fmt.Fprintf(&b, "| <a id=\"%s\"></a>%s | %s | %s | %s | %s |\n", strings.ToLower(r.id), r.id,
				cell(r.heads["mechanism"]), cell(r.said()), sampleLinks(root, r.samples()), testLinks(tests[r.id]))
		}
		at += s.rows
	}
	return execute(root, "mechanisms.tmpl", nil, map[string]any{"Shops": strings.TrimRight(b.String(), "\n")})
}

// said is the clause, or what there is instead of one and beside it.
func (r mechanism) said() string {
	var parts []string
	if r.heads["clause"] != "" {
		parts = append(parts, r.heads["clause"]+".")
	}
	if r.heads["planning"] != "" {
		parts = append(parts, "**planning**: "+r.heads["planning"])
	}
	if r.heads["later"] != "" {
		parts = append(parts, "**not yet**: "+r.heads["later"])
	}
	return strings.Join(parts, " ")
}

// sampleLinks links the samples that are there.
func sampleLinks(root fs.FS, samples []string) string {
	links := make([]string, len(samples))
	for i, s := range samples {
		links[i] = s
		if _, err := fs.Stat(root, path.Join("examples", s)); err == nil {
			links[i] = "[" + s + "](../examples/" + s + ")"
		}
	}
	return strings.Join(links, ", ")
}

// testLinks links the tests, those of a package together.
func testLinks(tests []rowTest) string {
	var b strings.Builder
	pkg := ""
	for i, t := range tests {
		switch dir := path.Dir(t.file); {
		case dir != pkg && i > 0:
			b.WriteString("; " + code(dir) + ": ")
		case dir != pkg:
			b.WriteString(code(dir) + ": ")
		default:
			b.WriteString(", ")
		}
		pkg = path.Dir(t.file)
		b.WriteString("[" + t.name + "](../" + t.file + ")")
	}
	return b.String()
}
