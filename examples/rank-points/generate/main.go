// The generate command makes the sample month of shop YT: facts.yaml and
// daily.csv beside policy.yaml. Everything in the month is made up, but of the
// size and spread that a store of 25 agents sees. From the repository's root:
//
//	go run ./examples/rank-points/generate
//
// The same files come out every time: the numbers are drawn from a fixed seed,
// and the cases that the month has to contain (ties for the places that have
// marks, scores above 100 and at 0, red lines alone and together, lines that do
// not apply) are written into the tables of this package by hand.
package main

import "github.com/cspay/cspay/examples/internal/sample"

func main() { sample.Main(september(), write) }

func write(folder string) error {
	people := roster()
	return sample.Write(folder, factsYAML(people), dailyCSV(people))
}
