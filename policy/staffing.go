package policy

import (
	"encoding/json"
	"strconv"

	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/internal/fix"
	"github.com/cspay/cspay/scoring/facts"
)

// Staff splits a head count by a ratio into whole people who add up to it:
// each part is rounded down and those left over go to the largest remainders,
// the earliest first. It plans and pays nothing.
//
// It returns [Problems] for a total or a part below 0 and for a ratio without
// a part above 0.
func Staff(total int, ratio ...int) ([]int, error) {
	c := facts.NewCheck()
	if total < 0 {
		c.At("total").Fail(facts.CodeNumberNegative, "a number of people", strconv.Itoa(total))
	}
	heads := staff(total, ratio, c.At("ratio"))
	if err := locate("", nil, c.Problems()).err(); err != nil {
		return nil, err
	}
	return heads, nil
}

// staff splits, and reports a ratio that nothing can be split by.
func staff(total int, ratio []int, c facts.Check) []int {
	weights, parts, whole := make([]int64, len(ratio)), make([]int64, len(ratio)), false
	for i, part := range ratio {
		if part < 0 {
			c.Index(i).Fail(facts.CodeNumberNegative, "a part not below 0", strconv.Itoa(part))
		}
		whole = whole || part != 0
		weights[i] = int64(part)
	}
	if !whole {
		c.Fail(facts.CodeRequired, "a part above 0", "")
	}
	fix.Split(int64(total), weights, parts)
	heads := make([]int, len(ratio))
	for i, n := range parts {
		heads[i] = int(n)
	}
	return heads
}

// StaffShare is the part that a role has in a ratio: of pre-sales 2 to
// after-sales 1.
type StaffShare struct {
	Role  string
	Parts int
}

// Staffing holds a roster against a ratio of roles. It is for planning: no
// score and no pay looks at it. The zero Staffing has no roles.
type Staffing struct {
	// Policy and Name are the policy's id and name, Period is the month.
	Policy string
	Name   facts.Text
	Period facts.Period
	// Roles stand in the order of the ratio.
	Roles []StaffedRole
	// Total is how many agents have one of these roles, and Others how many
	// have none of them.
	Total, Others int
}

// StaffedRole is how many agents a role has and should have of the total.
type StaffedRole struct {
	Role              string
	Parts, Have, Want int
}

// Over is how many agents the role has above what it should have, below 0 when
// it is short.
func (r StaffedRole) Over() int { return r.Have - r.Want }

// Staffing counts the agents in service on the last day of the month by role
// and splits those of the roles named by the ratio, as [Staff] does. It
// returns [Problems] for a role that is empty or named twice and for a ratio
// that Staff refuses.
func (r *Result) Staffing(ratio ...StaffShare) (Staffing, error) {
	c := facts.NewCheck().At("ratio")
	out := Staffing{Policy: r.policy.doc.ID, Name: r.policy.doc.Name, Period: r.Period()}
	at, parts := map[string]int{}, make([]int, len(ratio))
	for i, share := range ratio {
		if _, twice := at[share.Role]; twice {
			c.Index(i).At("role").Fail(facts.CodeNameDuplicate, "each role once", share.Role)
		} else if share.Role == "" {
			c.Index(i).At("role").Fail(facts.CodeRequired, "a role", "")
		}
		at[share.Role], parts[i] = i, share.Parts
		out.Roles = append(out.Roles, StaffedRole{Role: share.Role, Parts: share.Parts})
	}
	for row := range int32(r.t.Rows()) {
		if r.t.Day(row, r.t.MonthDays) == columns.Outside {
			continue
		}
		if i, named := at[r.t.Attribute(row, facts.ByRole)]; named {
			out.Roles[i].Have++
			out.Total++
		} else {
			out.Others++
		}
	}
	for i, want := range staff(out.Total, parts, c) {
		out.Roles[i].Want = want
	}
	if err := locate("", nil, c.Problems()).err(); err != nil {
		return Staffing{}, err
	}
	return out, nil
}

// jsonStaffing is a roster against a ratio as a program reads it.
type jsonStaffing struct {
	Policy string     `json:"policy"`
	Month  string     `json:"month"`
	Total  int        `json:"total"`
	Others int        `json:"others"`
	Roles  []jsonRole `json:"roles"`
}

type jsonRole struct {
	Role  string `json:"role"`
	Parts int    `json:"parts"`
	Have  int    `json:"have"`
	Want  int    `json:"want"`
	Over  int    `json:"over"`
}

// MarshalJSON returns the roster as in docs/results.md.
func (s Staffing) MarshalJSON() ([]byte, error) {
	out := jsonStaffing{
		Policy: s.Policy, Month: s.Period.String(), Total: s.Total, Others: s.Others, Roles: make([]jsonRole, len(s.Roles)),
	}
	for i, r := range s.Roles {
		out.Roles[i] = jsonRole{Role: r.Role, Parts: r.Parts, Have: r.Have, Want: r.Want, Over: r.Over()}
	}
	return json.Marshal(out)
}
