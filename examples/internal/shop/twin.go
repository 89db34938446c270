package shop

import (
	"encoding/json"
	"flag"
	"io/fs"
	"math/big"
	"os"
	"slices"
	"strconv"
	"testing"

	"github.com/cspay/cspay/examples/internal/twin"
)

const expected = "expected.json"

// TwinAgreesWithTheCommittedResult checks that the twin closes the month to the
// bytes of expected.json, or writes that file under the flag of [Main].
func (s Shop) TwinAgreesWithTheCommittedResult(t *testing.T) {
	t.Helper()
	got := s.twinJSON(t, s.Month(t))
	if f := flag.Lookup("write"); f != nil && f.Value.String() == "true" {
		must(t, os.WriteFile(expected, []byte(got), 0o644))
		return
	}
	want, err := os.ReadFile(expected)
	must(t, err)
	sameText(t, expected, string(want), got)
}

// TwinDoesNotDependOnTheOrderOfAnything closes the month turned round.
func (s Shop) TwinDoesNotDependOnTheOrderOfAnything(t *testing.T) {
	t.Helper()
	want := s.twinJSON(t, s.Month(t))
	m := s.Month(t)
	slices.Reverse(m.Agents)
	slices.Reverse(m.Events)
	slices.Reverse(m.Ballots)
	slices.Reverse(m.Exclusions)
	slices.Reverse(m.Chats)
	for _, a := range m.Agents {
		slices.Reverse(a.Days)
	}
	sameText(t, "the month turned round", want, s.twinJSON(t, m))
}

func (s Shop) twinJSON(t testing.TB, m twin.Month) string {
	t.Helper()
	r, err := s.Twin(m)
	must(t, err)
	b, err := r.JSON()
	must(t, err)
	return string(b)
}

// Slips reads the committed result by agent.
func (s Shop) Slips(t testing.TB) map[string]twin.Slip {
	t.Helper()
	b, err := fs.ReadFile(s.Files, expected)
	must(t, err)
	var r twin.Result
	must(t, json.Unmarshal(b, &r))
	byAgent := map[string]twin.Slip{}
	for _, slip := range r.Slips {
		byAgent[slip.Agent] = slip
	}
	return byAgent
}

// Amount returns the amount of a slip's line of an item, on a date or of the
// whole month when the date is empty; empty when there is no such line.
func Amount(slip twin.Slip, item, date string) string {
	for _, l := range slip.Lines {
		if l.Item == item && l.Date == date {
			return l.Amount
		}
	}
	return ""
}

// Place writes a place as the pages do.
func Place(place *int) string {
	if place == nil {
		return "none"
	}
	return strconv.Itoa(*place)
}

// Agents returns a month's agents by id.
func Agents(m twin.Month) map[string]twin.Agent {
	byID := map[string]twin.Agent{}
	for _, a := range m.Agents {
		byID[a.ID] = a
	}
	return byID
}

// Figure returns a figure of an agent's month before exclusions: one that is
// given, or the sum of the days.
func Figure(a twin.Agent, name string) *big.Rat {
	if v := a.Values[name]; v != nil {
		return v
	}
	total := new(big.Rat)
	for _, d := range a.Days {
		v := d.Values[name]
		switch {
		case name == "worked days" && d.Attendance == "worked":
			v = big.NewRat(1, 1)
		case name == "response × conversations" && d.Values["response"] != nil:
			v = new(big.Rat).Mul(d.Values["response"], d.Values["conversations"])
		}
		if v != nil {
			total.Add(total, v)
		}
	}
	return total
}
