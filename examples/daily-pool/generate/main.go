// The generate command makes the sample month of shop ZW: facts.yaml and
// daily.csv beside policy.yaml. Everything in the month is made up, but of the
// size and spread that a store of 26 agents sees. From the repository's root:
//
//	go run ./examples/daily-pool/generate
//
// The same files come out every time: the numbers are drawn from a fixed seed,
// and the cases that the month has to contain (ties, leave, exclusions, an
// emptied fund) are written into the tables of this package by hand.
package main

import "github.com/cspay/cspay/examples/internal/sample"

func main() { sample.Main(june(), write) }

func write(folder string) error {
	people := roster()
	return sample.Write(folder, factsYAML(people), dailyCSV(people))
}
