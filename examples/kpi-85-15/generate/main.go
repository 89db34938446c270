// The generate command makes the sample month of shop SW: facts.yaml and
// daily.csv beside policy.yaml. Everything in the month is made up, but of the
// size and spread that a store of 40 agents sees. From the repository's root:
//
//	go run ./examples/kpi-85-15/generate
//
// The same files come out every time: the numbers are drawn from a fixed seed,
// and the cases that the month has to contain (even votes, absent voters, ties,
// lines that do not apply) are written into the tables of this package by hand.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
)

func main() {
	out := flag.String("out", filepath.Join("examples", "kpi-85-15"), "folder that gets facts.yaml and daily.csv")
	flag.Parse()
	if err := write(*out); err != nil {
		fmt.Fprintln(os.Stderr, "generate:", err)
		os.Exit(1)
	}
}

func write(folder string) error {
	people := roster()
	for name, content := range map[string][]byte{
		"facts.yaml": factsYAML(people),
		"daily.csv":  dailyCSV(people),
	} {
		if err := os.WriteFile(filepath.Join(folder, name), content, 0o644); err != nil {
			return err
		}
	}
	return nil
}
