package shop

import (
	"reflect"
	"strings"
	"testing"
)

// The checks of this package. It is no test file, so that the shops can share
// it, and takes nothing but the standard library for that reason: what is no
// test file keeps to the module's few dependencies.

// must ends the test on an error.
func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// need ends the test unless something holds.
func need(t testing.TB, what string, holds bool) {
	t.Helper()
	if !holds {
		t.Fatal("expected: " + what)
	}
}

// same checks that two values are deeply equal.
func same(t testing.TB, what string, want, got any) {
	t.Helper()
	if !reflect.DeepEqual(want, got) {
		t.Errorf("%s\nwant: %+v\ngot:  %+v", what, want, got)
	}
}

// sameText checks that two long texts are equal and shows the first line in
// which they are not.
func sameText(t testing.TB, what, want, got string) {
	t.Helper()
	if want == got {
		return
	}
	wants, gots := strings.Split(want, "\n"), strings.Split(got, "\n")
	i := 0
	for i < min(len(wants), len(gots)) && wants[i] == gots[i] {
		i++
	}
	t.Errorf("%s differs in line %d\nwant: %s\ngot:  %s", what, i+1, lineAt(wants, i), lineAt(gots, i))
}

func lineAt(lines []string, i int) string {
	if i >= len(lines) {
		return "(no more lines)"
	}
	return lines[i]
}
