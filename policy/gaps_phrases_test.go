package policy

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/payout"
	"github.com/cspay/cspay/scoring"
	"github.com/cspay/cspay/scoring/explain"
)

// ownedKeys are the keys of some types by what their phrases are filed under.
func ownedKeys(types figureTypes) map[string][][]string {
	owned := map[string][][]string{}
	add := func(owner string) func([]string) {
		return func(keys []string) { owned[owner] = append(owned[owner], keys) }
	}
	for _, k := range scoring.Kinds() {
		types.visit(reflect.TypeOf(k), add(k.Kind()))
	}
	for _, k := range payout.Kinds() {
		types.visit(reflect.TypeOf(k), add(k.Kind()))
	}
	for owner, t := range clauses(reflect.TypeFor[Document](), "", nil) {
		types.visit(t, add(owner))
	}
	return owned
}

// clauses are the types of the clauses below a type by the key they stand at.
func clauses(t reflect.Type, key string, above []reflect.Type) map[string]reflect.Type {
	for t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice || t.Kind() == reflect.Map {
		t = t.Elem()
	}
	found := map[string]reflect.Type{}
	if t.Kind() != reflect.Struct || isSpecial(t) || slices.Contains(above, t) {
		return found
	}
	if isClause(t) {
		found[key] = t
	}
	for _, f := range (shapes{}).of(t).fields {
		for owner, clause := range clauses(t.FieldByIndex(f.index).Type, f.key, append(slices.Clip(above), t)) {
			found[owner] = clause
		}
	}
	return found
}

// TestEachFigureHasItsPhrase walks every kind and every clause of the library.
func TestEachFigureHasItsPhrase(t *testing.T) {
	t.Parallel()
	owned := ownedKeys(figureTypes{})
	for _, owner := range []string{"attainment", "daily_pool", "indicators", "blocks", "accounts", "metrics", "panels", "items", "rankings"} {
		require.NotEmpty(t, owned[owner], owner)
	}
	used := map[explain.Code]bool{"gap": true}
	for owner, all := range owned {
		for _, keys := range all {
			key := strings.Join(keys, ".")
			code, ok := explain.DecidesCode(owner, keys)
			used[code] = true
			assert.True(t, ok, "the figure %[2]s of %[1]s has no phrase: add to gapSentences in scoring/explain/catalogue_gaps.go "+
				"what it decides, in zh and en, as %[3]q, or as \"gap.%[1]s.%[2]s\" where only %[1]s means this by it",
				owner, key, "gap."+keys[len(keys)-1])
		}
	}
	for owner, all := range ownedKeys(figureTypes{all: true}) {
		for _, keys := range all {
			code, _ := explain.DecidesCode(owner, keys)
			used[code] = true // texts are gaps where they are named
		}
	}
	for _, code := range explain.Codes() {
		if code == "gap" || strings.HasPrefix(string(code), "gap.") {
			assert.True(t, used[code], "no figure is told by %q: take it out of scoring/explain/catalogue_gaps.go", code)
		}
	}
}
