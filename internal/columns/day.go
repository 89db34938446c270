package columns

import "github.com/cspay/cspay/scoring/facts"

// Attendance returns the document's word for a day in service, and nothing for
// a day that is out of service or of which nothing is known.
func (d Day) Attendance() facts.Attendance {
	switch d {
	case Worked:
		return facts.Worked
	case Rest:
		return facts.Rest
	case PaidLeave:
		return facts.PaidLeave
	case UnpaidLeave:
		return facts.UnpaidLeave
	case Absent:
		return facts.Absent
	case Outside, Unknown:
	}
	return ""
}
