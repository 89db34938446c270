package ladder

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/policy"
	"github.com/cspay/cspay/scoring/facts"
)

// sitting is a month with an exam: absent, or a mark for the exam and a test.
func sitting(t *testing.T, level, mark string) facts.Month {
	t.Helper()
	if mark == "absent" {
		return plain(t, level, "exam_absent", "summary_submitted")
	}
	m := plain(t, level, "summary_submitted")
	for name, text := range map[string]string{"exam_mark": mark, "test_total": mark, "tests": "1"} {
		m.Agents[0].Values[name] = d(text)
	}
	return m
}

func sittings(t *testing.T, level string, marks ...string) []facts.Month {
	t.Helper()
	var months []facts.Month
	for _, mark := range marks {
		months = append(months, sitting(t, level, mark))
	}
	return months
}

func TestTM9Streak(t *testing.T) {
	p := tm().Policy(t)
	for _, c := range []struct {
		it      string
		level   string
		marks   []string
		penalty string
		moves   map[string]string
	}{
		{"TM9: absent, failed, absent: -10 and one level down, proposed", "P3", []string{"absent", "50", "absent"}, "-10.00", map[string]string{"A": "P3-P2 exam proposed"}},
		{"TM9: two months are not three", "P3", []string{"absent", "50"}, "0.00", map[string]string{}},
		{"TM9: exactly the pass mark ends the streak", "P3", []string{"absent", "60", "absent"}, "0.00", map[string]string{}},
		{"TM9: 59.9 does not", "P3", []string{"absent", "59.9", "absent"}, "-10.00", map[string]string{"A": "P3-P2 exam proposed"}},
		{"TM9: on P1 nobody falls", "P1", []string{"absent", "50", "absent"}, "-10.00", map[string]string{}},
		{"TM9: the fourth month is open and costs nothing", "P3", []string{"absent", "50", "absent", "absent"}, "0.00", map[string]string{"A": "P3-P2 exam open"}},
		// June is a window, too, and the record is clean: TM6 asks for nothing else.
		{"TM9: the sixth costs again", "P3", []string{"absent", "50", "absent", "absent", "50", "50"}, "-10.00", map[string]string{"A": "P3-P2 exam open P3-P4 promotion proposed"}},
	} {
		t.Run(c.it, func(t *testing.T) {
			results := inARow(t, p, sittings(t, c.level, c.marks...)...)
			last := results[len(results)-1]
			assert.Equal(t, c.penalty, paid(t, last, "A", "exam_penalty"))
			assert.Equal(t, c.moves, moves(t, last))
		})
	}
}

func TestTM9LowestLevelRestartsTheClock(t *testing.T) {
	months := append(sittings(t, "P1", "absent", "50", "absent"), plains(t, "P1", 9)...)
	results := inARow(t, tm().Policy(t), months...)
	assert.Empty(t, moves(t, results[5]), "TM9: clean since January, but April is the first month that counts")
	assert.Equal(t, map[string]string{"A": "P1-P2 promotion proposed"}, moves(t, results[11]))
}

func TestTM9TheDemotionIsDecided(t *testing.T) {
	p := tm().Policy(t)
	for _, c := range []struct {
		it      string
		outcome facts.Outcome
		level   string
		pay     string
		move    string
	}{
		{"TM9: accepted, the level is one lower from that month on", facts.Accepted, "P2", "150.00", "P3-P2 exam effective"},
		{"TM9: turned down, it stays", facts.TurnedDown, "P3", "300.00", "P3-P2 exam rejected"},
	} {
		t.Run(c.it, func(t *testing.T) {
			months := append(sittings(t, "P3", "absent", "50", "absent"), plains(t, "P3", 2)...)
			decided(t, &months[3], 4, "ladder.demotions.exam", c.outcome)
			results := inARow(t, p, months...)
			assert.Equal(t, "P3", found(t, results[2]).Levels["A"])
			assert.Equal(t, c.level, found(t, results[3]).Levels["A"])
			assert.Equal(t, c.pay, paid(t, results[3], "A", "level_pay"))
			assert.Equal(t, map[string]string{"A": c.move}, moves(t, results[3]))
			assert.Empty(t, moves(t, results[4]))
			assert.Equal(t, c.level, found(t, results[4]).Levels["A"])
		})
	}
}

func TestTM9WithoutAnAward(t *testing.T) {
	months := sittings(t, "P1", "absent", "50", "absent")
	months[2].Agents[0].Role = "trainer" // no scheme, no performance pay
	months[2].Ballots = nil
	last := inARow(t, tm().Policy(t), months...)[2]
	slip, _ := last.Slip("A")
	assert.Equal(t, "10.00", slip.Uncollected().StringFixed(2), "TM9: nothing to take the -10 off")
	assert.Equal(t, "3000.00", slip.Total().StringFixed(2), "base pay is not touched")
}

// typed is a month with a typing speed, without the summary's penalty.
func typed(t *testing.T, speed string) facts.Month {
	t.Helper()
	m := plain(t, "P1", "summary_submitted")
	if speed != "" {
		m.Agents[0].Values["typing_speed"], m.Agents[0].Values["typing_accuracy"] = d(speed), d("95")
	}
	return m
}

func TestTM10Streak(t *testing.T) {
	regularSince := func(day string, speeds ...string) []facts.Month {
		var months []facts.Month
		for _, speed := range speeds {
			m := typed(t, speed)
			m.Agents[0].Regular = date(t, day)
			months = append(months, m)
		}
		return months
	}
	trial := func(speeds ...string) []facts.Month {
		months := regularSince("2027-01-01", speeds...)
		for i := range months {
			months[i].Agents[0].Status, months[i].Agents[0].Regular = facts.Probation, 0
		}
		return months
	}
	for _, c := range []struct {
		it      string
		months  []facts.Month
		penalty string
	}{
		{"TM10: probation, 59 twice running", trial("59", "59"), "-10.00"},
		{"TM10: probation, 60 in the second month", trial("59", "60"), "0.00"},
		{"TM10: probation, once", trial("59"), "0.00"},
		{"TM10: regular for over six months, 69 twice running", regularSince("2024-01-01", "69", "69"), "-10.00"},
		{"TM10: regular for over six months, 70 is enough", regularSince("2024-01-01", "69", "70"), "0.00"},
		{"TM10: regular for six months on 28 February and not over", regularSince("2025-09-01", "69", "69"), "0.00"},
		{"TM10: over six months in February only", regularSince("2025-08-31", "69", "69"), "0.00"},
		{"TM10: over six months in February and March", regularSince("2025-08-31", "80", "69", "69"), "-10.00"},
		{"TM10: regular for less, 60 is asked", regularSince("2025-12-01", "60", "69"), "0.00"},
		{"TM10: regular for less, 59 twice running", regularSince("2025-12-01", "59", "59"), "-10.00"},
		{"TM10: who did not type is not below", trial("59", ""), "0.00"},
		{"TM10: the third month costs nothing, the fourth again", trial("59", "59", "59"), "0.00"},
		{"TM10: the fourth", trial("59", "59", "59", "59"), "-10.00"},
	} {
		t.Run(c.it, func(t *testing.T) {
			results := inARow(t, tm().Policy(t), c.months...)
			last := results[len(results)-1]
			assert.Equal(t, c.penalty, paid(t, last, "A", "typing_penalty"))
			assert.Equal(t, c.penalty == "-10.00", practises(t, last), "TM10: 30 minutes of practice go with it")
		})
	}
}

// practises reports whether the agent has the duty of typing practice.
func practises(t *testing.T, r *policy.Result) bool {
	t.Helper()
	slip, ok := r.Slip("A")
	require.True(t, ok)
	for _, l := range slip.Lines() {
		if l.Duty.ZH == "每天下班后练习打字30分钟" {
			return true
		}
	}
	return false
}
