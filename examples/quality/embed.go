// Package quality is the sample shop LF: its policy, one made-up month of facts
// and the result that month must close to. The files are embedded for tests,
// examples and benchmarks; nothing here computes.
package quality

import "embed"

// Files holds policy.yaml, facts.yaml, daily.csv and expected.json, which the
// slow twin wrote.
//
//go:embed policy.yaml facts.yaml daily.csv expected.json
var Files embed.FS
