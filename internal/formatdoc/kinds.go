package formatdoc

import (
	"fmt"
	"reflect"
	"strings"
	"unicode"

	"github.com/cspay/cspay/payout"
	"github.com/cspay/cspay/scoring"
)

// kind is a prototype of a kind table.
type kind interface{ Kind() string }

// kindTables are the words of the kind tables.
func kindTables() []string { return []string{"rules", "pay"} }

// kindsOf returns a kind table by the word that the template uses.
func kindsOf(table string) ([]kind, error) {
	var kinds []kind
	switch table {
	case "rules":
		for _, k := range scoring.Kinds() {
			kinds = append(kinds, k)
		}
	case "pay":
		for _, k := range payout.Kinds() {
			kinds = append(kinds, k)
		}
	default:
		return nil, fmt.Errorf("no kind table %s", table)
	}
	return kinds, nil
}

// Kinds writes a kind table: an overview, then a section for each kind.
func (m *manual) Kinds(table string) (string, error) {
	kinds, err := kindsOf(table)
	if err != nil {
		return "", err
	}
	var overview, sections strings.Builder
	overview.WriteString("| kind | what it does |\n|---|---|\n")
	for _, k := range kinds {
		d, err := m.kind(k)
		if err != nil {
			return "", err
		}
		what := strings.TrimPrefix(d.what[0], code(k.Kind())+" ")
		fmt.Fprintf(&overview, "| [`%s`](#%s) | %s |\n", k.Kind(), k.Kind(), cell(firstSentence(capital(what))))
		sections.WriteString("\n#### `" + k.Kind() + "`\n\n" + paragraphs(d.what))
		sections.WriteString("\n```yaml\n" + strings.TrimRight(d.snippet, "\n") + "\n```\n\n")
		sections.WriteString(paragraphs(d.worked) + "\n")
		keys, err := m.keys(reflect.TypeOf(k))
		if err != nil {
			return "", err
		}
		sections.WriteString(keys)
	}
	return overview.String() + sections.String(), nil
}

// kind describes a kind, which must show a snippet and a worked number.
func (m *manual) kind(k kind) (described, error) {
	d, err := m.describe(reflect.TypeOf(k), code(k.Kind()))
	switch {
	case err != nil:
		return d, err
	case len(d.what) == 0:
		return d, fmt.Errorf("the comment of %s does not say what it does", k.Kind())
	case !strings.HasPrefix(d.snippet, k.Kind()+":"):
		return d, fmt.Errorf("the comment of %s shows no snippet", k.Kind())
	case !strings.ContainsFunc(strings.Join(d.worked, " "), unicode.IsDigit):
		return d, fmt.Errorf("the comment of %s shows no worked number after its snippet", k.Kind())
	}
	return d, nil
}

// Account writes what an account is, from its comment.
func (m *manual) Account() (string, error) {
	d, err := m.describe(reflect.TypeFor[scoring.Account](), "An account")
	if err != nil {
		return "", err
	}
	return paragraphs(d.what) + "\n```yaml\n" + strings.TrimRight(d.snippet, "\n") + "\n```\n\n" + paragraphs(d.worked), nil
}

func paragraphs(texts []string) string {
	wrapped := make([]string, len(texts))
	for i, text := range texts {
		wrapped[i] = wrap(text)
	}
	return strings.Join(wrapped, "\n")
}

func firstSentence(text string) string {
	if i := strings.Index(text, ". "); i >= 0 {
		return text[:i+1]
	}
	return text
}
