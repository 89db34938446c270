package columns_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/scoring/facts"
)

func atLeast(s string) columns.Stair { return columns.Stair{AtLeast: dp(s)} }
func over(s string) columns.Stair    { return columns.Stair{Over: dp(s)} }
func atMost(s string) columns.Stair  { return columns.Stair{AtMost: dp(s)} }
func under(s string) columns.Stair   { return columns.Stair{Under: dp(s)} }

func TestStairsAreOrdered(t *testing.T) {
	tests := []struct {
		name  string
		steps []columns.Stair
		want  []string
		both  string // the bounds, where two are at odds
	}{
		{"falling lower limits", []columns.Stair{atLeast("90"), atLeast("80"), over("70")}, nil, ""},
		{"rising upper limits", []columns.Stair{atMost("20"), atMost("30"), under("45")}, nil, ""},
		{"over, then the limit itself", []columns.Stair{over("90"), atLeast("90")}, nil, ""},
		{"under, then the limit itself", []columns.Stair{under("20"), atMost("20")}, nil, ""},
		{"no step", nil, []string{"shape.required steps"}, ""},
		{"row 79: unsorted", []columns.Stair{atLeast("80"), atLeast("90")}, []string{"band.order steps[1]"}, "80 90"},
		{"row 79: unsorted upper limits", []columns.Stair{atMost("30"), atMost("20")}, []string{"band.order steps[1]"}, "30 20"},
		{"row 79: the same limit twice", []columns.Stair{atLeast("80"), atLeast("80")}, []string{"band.order steps[1]"}, "80 80"},
		{"row 79: over takes nothing after at least", []columns.Stair{atLeast("80"), over("80")}, []string{"band.order steps[1]"}, "80 80"},
		{"row 79: under takes nothing after at most", []columns.Stair{atMost("80"), under("80")}, []string{"band.order steps[1]"}, "80 80"},
		{"row 79: a step looking the other way overlaps", []columns.Stair{atLeast("90"), under("95")}, []string{"band.order steps[1]"}, "90 95"},
		{"row 79: a thousandth is order enough", []columns.Stair{atLeast("80.001"), atLeast("80")}, nil, ""},
		{"limits finer than the metric are in order too", []columns.Stair{atLeast("80.0001"), atLeast("80")}, nil, ""},
		{"row 81: an open step", []columns.Stair{atLeast("90"), {}}, []string{"band.open steps[1]"}, ""},
		{"row 81: two open steps are both reported", []columns.Stair{{}, {}}, []string{"band.open steps[0]", "band.open steps[1]"}, ""},
		{"row 79: the order starts anew after an open step", []columns.Stair{atLeast("90"), {}, atLeast("95"), atLeast("97")}, []string{"band.open steps[1]", "band.order steps[3]"}, ""},
		{"row 79: two limits in one step", []columns.Stair{{AtLeast: dp("80"), Under: dp("90")}}, []string{"band.open steps[0]"}, ""},
		{"a limit of ten decimals", []columns.Stair{atLeast("0.0000000001")}, []string{"number.scale steps[0].at_least"}, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s, c := schema(t, sales()), facts.NewCheck()
			ref, _ := s.Lookup("score")
			s.Stairs(c.At("steps"), ref, tt.steps)
			assert.Equal(t, tt.want, list(c.Problems()))
			if tt.both != "" {
				p := c.Problems()[0]
				assert.Equal(t, p.Want, "a step beyond the one before it ("+tt.both[:2]+"), looking the same way")
				assert.Equal(t, tt.both[3:], p.Got)
			}
		})
	}
}

func TestStairsFindTheFirstStepThatHolds(t *testing.T) {
	tests := []struct {
		name, score string
		steps       []columns.Stair
		want        int
		word        string
	}{
		{"on a lower limit", "90", []columns.Stair{atLeast("90"), atLeast("80")}, 0, "at_least"},
		{"a thousandth below it", "89.999", []columns.Stair{atLeast("90"), atLeast("80")}, 1, "at_least"},
		{"on the last", "80", []columns.Stair{atLeast("90"), atLeast("80")}, 1, "at_least"},
		{"row 80: below the last", "79.999", []columns.Stair{atLeast("90"), atLeast("80")}, -1, ""},
		{"on a strict lower limit", "90", []columns.Stair{over("90"), atLeast("90")}, 1, "at_least"},
		{"a thousandth above it", "90.001", []columns.Stair{over("90"), atLeast("90")}, 0, "over"},
		{"on an upper limit", "20", []columns.Stair{atMost("20"), atMost("30")}, 0, "at_most"},
		{"a thousandth above an upper limit", "20.001", []columns.Stair{atMost("20"), atMost("30")}, 1, "at_most"},
		{"on a strict upper limit", "20", []columns.Stair{under("20"), atMost("20")}, 1, "at_most"},
		{"a thousandth below it, strictly", "19.999", []columns.Stair{under("20"), atMost("20")}, 0, "under"},
		{"above the last", "20.001", []columns.Stair{under("20"), atMost("20")}, -1, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s, c := schema(t, sales()), facts.NewCheck()
			ref, _ := s.Lookup("score")
			stairs := s.Stairs(c, ref, tt.steps)
			require.NoError(t, c.Err())
			table := build(t, s, facts.Month{Period: january(), Agents: []facts.Agent{scored("a", tt.score)}})
			got := stairs.Find(table.At(ref, 0))
			assert.Equal(t, tt.want, got)
			if got >= 0 {
				word, _ := stairs.Words(got)
				assert.Equal(t, tt.word, word)
			}
		})
	}
}
