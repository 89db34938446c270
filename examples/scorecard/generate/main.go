// The generate command makes the sample month of the scorecard: facts.yaml and
// daily.csv beside policy.yaml. Everything in the month is made up, but of the
// size and spread that a store of 20 agents sees. From the repository's root:
//
//	go run ./examples/scorecard/generate
//
// The same files come out every time: the numbers are drawn from a fixed seed,
// and each agent's totals, which stand on the edges of the bands, are written
// into the tables of this package by hand.
package main

import "github.com/cspay/cspay/examples/internal/sample"

func main() { sample.Main(september(), write) }

func write(folder string) error {
	people := roster()
	return sample.Write(folder, factsYAML(people), dailyCSV(people))
}

// september is the sample month. The scorecard belongs to no shop.
func september() sample.Month {
	return sample.Month{
		Shop: "of the scorecard", Folder: "scorecard", ID: "2026-09", Name: "September 2026", Days: 30,
		Seed: 20260901,
	}
}
