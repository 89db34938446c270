// Package scorecard is a sample policy of a source of its own, the public
// customer-service pay scorecard (客服绩效薪资评分表), with one made-up month of
// facts and the result that month must close to. The files are embedded for
// tests, examples and benchmarks; nothing here computes.
package scorecard

import "embed"

// Files holds policy.yaml, facts.yaml, daily.csv and expected.json, which the
// slow twin wrote.
//
//go:embed policy.yaml facts.yaml daily.csv expected.json
var Files embed.FS
