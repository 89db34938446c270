// The generate command makes the sample month of the three stages: the same
// facts.yaml and daily.csv beside each of the three policies. Everything in the
// month is made up. From the repository's root:
//
//	go run ./examples/stages/generate
//
// The same files come out every time: the numbers are drawn from a fixed seed,
// and the totals of each agent are written into the tables of this package by
// hand.
package main

import (
	"path/filepath"

	"github.com/cspay/cspay/examples/internal/sample"
)

func main() { sample.Main(may(), write) }

// folders are the stages below the folder that is written to.
func folders() []string { return []string{"start-up", "growth", "mature"} }

func write(folder string) error {
	people := roster()
	facts, daily := factsYAML(people), dailyCSV(people)
	for _, stage := range folders() {
		if err := sample.Write(filepath.Join(folder, stage), facts, daily); err != nil {
			return err
		}
	}
	return nil
}

// may is the sample month, with the two days of a campaign.
func may() sample.Month {
	return sample.Month{
		Shop: "TM at any of its stages", Folder: "stages", ID: "2026-05", Name: "May 2026", Days: 31,
		Seed: 20260501, Sale: []int{20, 21},
	}
}

// factsYAML writes the roster; the month has no events.
func factsYAML(people []person) []byte {
	var agents []string
	for _, p := range people {
		var f sample.Fields
		f.Add("sales_target", p.target)
		f.Add("campaign", p.campaign)
		f.Add("handbook", p.handbook)
		agents = append(agents, sample.Agent(p.Person, f))
	}
	return may().Facts(agents)
}
