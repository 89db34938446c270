// Package stages holds three sample policies of shop TM, one for each stage of a
// shop: start-up, growth and mature. They differ in their pay plan alone and
// close the same made-up month. The files are embedded for tests, examples and
// benchmarks; nothing here computes.
package stages

import "embed"

// Files holds a folder for each stage, with its policy.yaml, the facts.yaml and
// daily.csv that all three share, and expected.json, which the slow twin wrote.
//
//go:embed start-up growth mature
var Files embed.FS
