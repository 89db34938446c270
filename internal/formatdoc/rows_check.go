package formatdoc

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"reflect"
	"regexp"
	"slices"
	"strings"

	"github.com/cspay/cspay/policy"
	"github.com/cspay/cspay/scoring/facts"
)

// check holds the rows against the words of documents, the samples and the
// tests, and returns everything that is wrong.
func (m mechanisms) check(root fs.FS, tests map[string][]rowTest) error {
	var faults []error
	words, texts := documentWords(), map[string]string{}
	for _, r := range m.rows {
		for _, word := range slices.Concat(r.terms()...) {
			if !words[word] {
				faults = append(faults, fmt.Errorf("%s names `%s`, which no document has", r.id, word))
			}
		}
		for _, sample := range r.samples() {
			faults = append(faults, checkSample(root, r, sample, texts))
		}
		if r.heads["clause"] != "" && len(tests[r.id]) == 0 {
			faults = append(faults, fmt.Errorf("no test names %s in its own name or in a case's", r.id))
		}
	}
	return errors.Join(faults...)
}

// checkSample reports a sample that is not there or does not say the words of
// the row's first term. Texts keeps what was read.
func checkSample(root fs.FS, r mechanism, sample string, texts map[string]string) error {
	text, known := texts[sample]
	if !known {
		var err error
		if text, err = sampleText(root, sample); err != nil {
			return fmt.Errorf("the sample %s of %s: %w", sample, r.id, err)
		}
		texts[sample] = text
	}
	for _, word := range r.terms()[0] {
		if !regexp.MustCompile(`(?m)(^|[^a-z0-9_])` + regexp.QuoteMeta(word) + `($|[^a-z0-9_])`).MatchString(text) {
			return fmt.Errorf("the sample %s of %s does not say `%s`", sample, r.id, word)
		}
	}
	return nil
}

// sampleText is a sample's policy, and its facts if it has any, without their
// comments.
func sampleText(root fs.FS, sample string) (string, error) {
	text, err := fs.ReadFile(root, path.Join("examples", sample, "policy.yaml"))
	if err != nil {
		return "", err
	}
	month, err := fs.ReadFile(root, path.Join("examples", sample, "facts.yaml"))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return "", err
	}
	var out strings.Builder
	for line := range strings.Lines(string(text) + "\n" + string(month)) {
		if !strings.HasPrefix(strings.TrimSpace(line), "#") {
			out.WriteString(line)
		}
	}
	return out.String(), nil
}

// documentWords are the keys, the kinds and the closed words of a policy and of
// the facts.
func documentWords() map[string]bool {
	words := map[string]bool{}
	for _, table := range kindTables() {
		kinds, _ := kindsOf(table) // the tables are our own
		for _, k := range kinds {
			words[k.Kind()] = true
		}
	}
	for _, doc := range []reflect.Type{reflect.TypeFor[policy.Document](), reflect.TypeFor[facts.Month]()} {
		for _, typ := range reachable(doc) {
			for _, k := range objectOf(typ).fields {
				words[k.name] = true
				for _, word := range wordsOf(element(k.typ)) {
					words[word] = true
				}
			}
		}
	}
	return words
}

// reachable lists the structs that a document can hold, itself first.
func reachable(top reflect.Type) []reflect.Type {
	var found []reflect.Type
	seen := map[reflect.Type]bool{}
	var visit func(t reflect.Type)
	visit = func(t reflect.Type) {
		t = element(t)
		if t.Kind() != reflect.Struct || seen[t] {
			return
		}
		seen[t] = true
		o := objectOf(t)
		if len(o.fields) > 0 {
			found = append(found, t)
		}
		for _, k := range o.fields {
			visit(k.typ)
		}
		for _, table := range kindTables() {
			kinds, _ := kindsOf(table)
			for _, k := range kinds {
				if o.kinds != nil && reflect.TypeOf(k).Implements(o.kinds) {
					visit(reflect.TypeOf(k))
				}
			}
		}
	}
	visit(top)
	return found
}
