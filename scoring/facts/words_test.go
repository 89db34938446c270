package facts_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/cspay/cspay/scoring/facts"
)

// TestWordsAreTheConstants holds each closed set to its constants: a constant
// that Words forgets could not be written in a document.
func TestWordsAreTheConstants(t *testing.T) {
	tests := []struct {
		name string
		set  facts.Word
		want []string
	}{
		{"employment status", facts.Status(""), []string{string(facts.Regular), string(facts.Probation), string(facts.Intern)}},
		{"attendance", facts.Attendance(""), []string{
			string(facts.Worked), string(facts.Rest), string(facts.PaidLeave), string(facts.UnpaidLeave), string(facts.Absent),
		}},
		{"life of an event", facts.EventStatus(""), []string{
			string(facts.Reported), string(facts.Upheld), string(facts.Withdrawn), string(facts.Overturned),
		}},
		{"direction", facts.Direction(""), []string{string(facts.Higher), string(facts.Lower)}},
		{"aggregate", facts.Aggregate(""), []string{string(facts.Sum), string(facts.Last), string(facts.Maximum), string(facts.Mean)}},
		{"missing", facts.Missing(""), []string{
			string(facts.MissingError), string(facts.MissingZero), string(facts.MissingNotApplicable),
		}},
		{"unit", facts.Unit(""), []string{
			string(facts.Count), string(facts.Money), string(facts.Points), string(facts.Seconds),
			string(facts.Days), string(facts.Ratio), string(facts.Percent), string(facts.Number),
		}},
		{"ties", facts.Ties(""), []string{
			string(facts.Competition), string(facts.Modified), string(facts.Dense), string(facts.Ordinal),
			string(facts.MeanRank), string(facts.PercentRank),
		}},
		{"edge", facts.Edge(""), []string{string(facts.Sole), string(facts.AnyTied)}},
		{"about", facts.About(""), []string{string(facts.AboutAgent), string(facts.AboutEvent)}},
		{"below quorum", facts.BelowQuorum(""), []string{string(facts.QuorumError), string(facts.QuorumNotApplicable)}},
		{"tie", facts.Tie(""), []string{string(facts.NotAttributable), string(facts.Against), string(facts.Undecided)}},
		{"attribute", facts.Attribute(""), []string{
			string(facts.ByTeam), string(facts.ByShop), string(facts.ByRole), string(facts.ByLevel), string(facts.ByStatus),
		}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			assert.Equal(t, tt.want, tt.set.Words())
		})
	}
}

func TestUnitScale(t *testing.T) {
	want := map[facts.Unit]int{
		facts.Count: 0, facts.Money: 2, facts.Points: 2, facts.Days: 2, facts.Seconds: 3,
		facts.Ratio: 6, facts.Percent: 6, facts.Number: 6, "": 6, "stone": 6,
	}
	for unit, scale := range want {
		assert.Equal(t, scale, unit.Scale(), string(unit))
	}
}
