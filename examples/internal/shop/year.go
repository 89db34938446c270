package shop

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"testing"

	"github.com/cspay/cspay/examples/internal/twin"
)

const expectedYear = "expected_year.json"

// Months are the folders of a sample year.
func Months() []string {
	var list []string
	for n := 1; n <= 12; n++ {
		list = append(list, fmt.Sprintf("months/2026-%02d", n))
	}
	return list
}

// Year reads the months of the sample year as the twin wants them, with the
// decisions that were taken in each.
func (s Shop) Year(t testing.TB) []twin.Month {
	t.Helper()
	var year []twin.Month
	for _, dir := range Months() {
		files, err := fs.Sub(s.Files, dir)
		must(t, err)
		m := Shop{Files: files, YAML: s.YAML}.Month(t)
		text, err := fs.ReadFile(files, "decisions.yaml")
		if !errors.Is(err, fs.ErrNotExist) {
			must(t, err)
			var doc struct{ Decisions []twin.Decision }
			must(t, s.YAML(text, &doc))
			m.Decisions = doc.Decisions
		}
		year = append(year, m)
	}
	return year
}

// TwinYearAgreesWithTheCommittedResult checks that a twin closes the year to the
// bytes of expected_year.json, or writes that file under the flag of [Main].
func (s Shop) TwinYearAgreesWithTheCommittedResult(t *testing.T, y twin.Year) {
	t.Helper()
	got, err := y.JSON()
	must(t, err)
	if f := flag.Lookup("write"); f != nil && f.Value.String() == "true" {
		must(t, os.WriteFile(expectedYear, got, 0o644))
		return
	}
	want, err := os.ReadFile(expectedYear)
	must(t, err)
	sameText(t, expectedYear, string(want), string(got))
}

// SameSlips checks one result against another, slip by slip and key by key.
func SameSlips(t testing.TB, expected, result []byte) {
	t.Helper()
	var want, got struct {
		Month string
		Slips []map[string]any
	}
	must(t, json.Unmarshal(expected, &want))
	must(t, json.Unmarshal(result, &got))
	same(t, "month", want.Month, got.Month)
	need(t, "as many slips in "+want.Month, len(want.Slips) == len(got.Slips))
	for i := range want.Slips {
		same(t, want.Month+" slip", want.Slips[i], got.Slips[i])
	}
}
