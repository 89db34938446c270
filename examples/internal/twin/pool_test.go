package twin

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestZW2_SlicesOfEveryMonthAddUpToThePool(t *testing.T) {
	for _, c := range []struct {
		days, large int
		more, less  string
	}{
		{28, 4, "178.58", "178.57"},
		{29, 11, "172.42", "172.41"},
		{30, 20, "166.67", "166.66"},
		{31, 1, "161.30", "161.29"},
	} {
		sum := zero()
		for i, s := range slicesOf(c.days) {
			want := c.less
			if i < c.large {
				want = c.more
			}
			assert.Equal(t, want, fixed(s), "day %d of %d", i+1, c.days)
			sum = add(sum, s)
		}
		assert.Equal(t, "5000.00", fixed(sum))
	}
}

func TestZW2_ALossNeverExceedsItsSliceAndIsRoundedDown(t *testing.T) {
	for name, c := range map[string]struct{ slice, share, lost, kept string }{
		"half a slice keeps the odd half cent":          {"166.67", "0.5", "83.33", "83.34"},
		"three errors in sixty contacts":                {"166.67", "3/60", "8.33", "158.34"},
		"70% and 60% on one day take that slice only":   {"166.67", "1.3", "166.67", "0.00"},
		"exactly the whole slice":                       {"166.66", "1", "166.66", "0.00"},
		"no fault":                                      {"166.66", "0", "0.00", "166.66"},
		"a hair below the whole slice leaves one cent":  {"166.66", "0.9999999", "166.65", "0.01"},
		"a loss below a cent is none, in their favour":  {"166.66", "0.00005", "0.00", "166.66"},
		"a loss of exactly a cent is lost":              {"100.00", "0.0001", "0.01", "99.99"},
		"20% of the larger slice":                       {"166.67", "0.2", "33.33", "133.34"},
		"30% of the larger slice, which comes out even": {"166.70", "0.3", "50.01", "116.69"},
	} {
		t.Run(name, func(t *testing.T) {
			slice := num(t, c.slice)
			lost := loss(slice, num(t, c.share))
			assert.Equal(t, c.lost, fixed(lost))
			assert.Equal(t, c.kept, fixed(sub(slice, lost)))
		})
	}
}

func TestZW2_OnlyDaysInServiceAreEarned(t *testing.T) {
	for name, c := range map[string]struct{ period, hired, left, day, want string }{
		"joined on the 16th of a month of 31 days":  {"2026-01", "2026-01-16", "", "2026-01-20", "2580.64"},
		"left on 15 February of a month of 29 days": {"2024-02", "2024-01-01", "2024-02-15", "2024-02-10", "2586.26"},
		"joined on the first day":                   {"2026-06", "2026-06-01", "", "2026-06-10", "5000.00"},
		"joined and left on the first day":          {"2026-06", "2026-06-01", "2026-06-01", "2026-06-01", "166.67"},
		"joined on the last day":                    {"2026-06", "2026-06-30", "", "2026-06-30", "166.66"},
	} {
		t.Run(name, func(t *testing.T) {
			a := plain(t, "A", "after_sales", c.day)
			a.Hired, a.Left = c.hired, c.left
			lines := run(t, Month{Period: c.period, Agents: []Agent{a}})["A"].lines
			assert.Equal(t, "pool", lines[1].Item)
			assert.Equal(t, c.want, lines[1].Amount)
		})
	}
}

func TestZW2_UnworkedDaysKeepOrForfeitTheirSlice(t *testing.T) {
	a := plain(t, "A", "after_sales", "2026-06-01")
	a.Days = append(a.Days,
		Day{Date: "2026-06-02", Attendance: "rest"},
		Day{Date: "2026-06-03", Attendance: "paid_leave"},
		Day{Date: "2026-06-04", Attendance: "unpaid_leave"},
		Day{Date: "2026-06-21", Attendance: "absent"},
	)
	a.Leave = []Leave{{"2026-06-03", "2026-06-05", "unpaid_leave"}}
	events := append(repeated("wrong_reply", "A", "2026-06-04", 1), repeated("attitude", "A", "2026-06-01", 1)...)
	s := run(t, Month{Period: "2026-06", Agents: []Agent{a}, Events: events})["A"]
	assert.Equal(t, []string{
		"base 2700.00", // 3,000.00 x 27 / 30: three days unpaid
		"pool 5000.00",
		"pool 2026-06-01 -100.00", // 60% of 166.67 is 100.002
		"pool 2026-06-04 -166.67", // once, in spite of the fault
		"pool 2026-06-05 -166.67", // the leave covers a day without a row
		"pool 2026-06-21 -166.66",
		"fund 100.00",
		"champion 0.00",
	}, amounts(s))
}

func TestZW2_FaultsAddUpOnlyWithinTheirDayAndOnlyIfUpheld(t *testing.T) {
	a := plain(t, "A", "after_sales", "2026-06-30")
	events := []Event{
		{ID: "1", Agent: "A", Kind: "promise_not_kept", Date: "2026-06-08"},
		{ID: "2", Agent: "A", Kind: "attitude", Date: "2026-06-08", Status: "upheld"},
		{ID: "3", Agent: "A", Kind: "wrong_reply", Date: "2026-06-09"},
		{ID: "4", Agent: "A", Kind: "late_follow_up", Date: "2026-06-09"},
		{ID: "5", Agent: "A", Kind: "attitude", Date: "2026-06-10", Status: "reported"},
		{ID: "6", Agent: "A", Kind: "attitude", Date: "2026-06-10", Status: "withdrawn"},
		{ID: "7", Agent: "A", Kind: "attitude", Date: "2026-06-10", Status: "overturned"},
		{ID: "8", Agent: "A", Kind: "attitude", Date: "2026-06-10"},
	}
	s := run(t, Month{
		Period: "2026-06", Agents: []Agent{a}, Events: events,
		Exclusions: []Exclusion{{Event: "8"}},
	})["A"]
	assert.Equal(t, []string{
		"base 3000.00", "pool 5000.00", "pool 2026-06-08 -166.67", "pool 2026-06-09 -83.33",
		"fund 100.00", "champion 0.00",
	}, amounts(s))
}
