// The generate command makes the sample month of shop LF: facts.yaml and
// daily.csv beside policy.yaml. Everything in the month is made up, but of the
// size and spread that a shop of 18 agents sees. From the repository's root:
//
//	go run ./examples/quality/generate
//
// The same files come out every time: the numbers are drawn from a fixed seed,
// and the cases that the month has to contain (an error made three times, fatal
// chats, thin samples, loads on the limit) are written into the tables of this
// package by hand.
package main

import "github.com/cspay/cspay/examples/internal/sample"

func main() { sample.Main(august(), write) }

func write(folder string) error {
	people := roster()
	return sample.Write(folder, factsYAML(people), dailyCSV(people))
}
