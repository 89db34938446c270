// The generate command makes the sample year of shop TM: months/2026-01 to
// months/2026-12 with facts.yaml and daily.csv each, decisions.yaml
// where there are any, and beside policy.yaml the
// two files of June, which the page and the result are about. Everything in the
// year is made up, but of the size and spread that a shop of 30 agents sees.
// From the repository's root:
//
//	go run ./examples/ladder/generate
//
// The same files come out every time: the numbers are drawn from a fixed seed
// for each month and agent, and what the year has to contain (ties, limits
// reached to the cent, exams not sat) is written into the table of cases.go.
package main

import (
	"os"
	"path/filepath"

	"github.com/cspay/cspay/examples/internal/sample"
)

// shown is the month whose files stand beside the policy.
const shown = 6

func main() { sample.Main(monthOf(shown).Month, write) }

// write puts the year below a folder and the month shown into it.
func write(folder string) error {
	for n := 1; n <= monthsOfYear; n++ {
		m := monthOf(n)
		agents := drawMonth(m)
		dirs := []string{filepath.Join(folder, "months", m.ID)}
		if n == shown {
			dirs = append(dirs, folder)
		}
		for _, dir := range dirs {
			if err := os.MkdirAll(dir, 0o755); err != nil {
				return err
			}
			if err := sample.Write(dir, factsYAML(m, agents), dailyCSV(m, agents)); err != nil {
				return err
			}
		}
		if decided := decisionsYAML(m); decided != nil {
			if err := os.WriteFile(filepath.Join(dirs[0], "decisions.yaml"), decided, 0o644); err != nil {
				return err
			}
		}
	}
	return nil
}
