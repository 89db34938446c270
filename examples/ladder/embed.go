// Package ladder is the sample shop TM: its policy, one made-up month of facts
// and the result that month must close to, and under months the year that the
// month lies in. The files are embedded for tests, examples and benchmarks;
// nothing here computes.
package ladder

import "embed"

// Files holds policy.yaml, facts.yaml, daily.csv and expected.json, which the
// slow twin wrote, and the year: the months, and expected_year.json of the twin.
//
//go:embed policy.yaml facts.yaml daily.csv expected.json expected_year.json months
var Files embed.FS
