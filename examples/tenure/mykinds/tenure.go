// Package mykinds holds a rule kind that the library does not have, as a
// program of its own would: no registry, no init function, nothing but a value
// type. Its prototype is passed to policy.With so that documents may use its
// word; as a literal it needs nothing.
package mykinds

import (
	"fmt"
	"strconv"

	"github.com/shopspring/decimal"

	"github.com/cspay/cspay/scoring"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// Tenure gives the points in proportion to the whole months an agent has served
// by the end of the month, full from a number of years on (工龄).
//
//	tenure: {years: 3}
//
// With 10 points, 27 of 36 months give 7.50.
type Tenure struct {
	// Years is the service that gives the full points, 1 to 50.
	Years int `key:"years,required"`
	// Unknown is the share of an agent whose day of hire is not known; left
	// out, such an agent is an error.
	Unknown *decimal.Decimal `key:"unknown,rate"`
}

// Kind returns tenure.
func (Tenure) Kind() string { return "tenure" }

// Check refuses years outside 1 to 50 and a share outside 0 to 1.
func (t Tenure) Check() error {
	const most = 50
	if t.Years < 1 || t.Years > most {
		return fmt.Errorf("years from 1 to %d", most)
	}
	if t.Unknown != nil && (t.Unknown.Sign() < 0 || t.Unknown.Cmp(decimal.New(1, 0)) > 0) {
		return fmt.Errorf("a share of unknown from 0%% to 100%%")
	}
	return nil
}

// Share returns the months served over the months asked for.
func (t Tenure) Share(row scoring.Row) (scoring.Share, error) {
	hired := row.Hired()
	switch {
	case hired == 0 && t.Unknown != nil:
		return scoring.Of(*t.Unknown, decimal.New(1, 0)), nil
	case hired == 0:
		return scoring.Missing(), nil
	}
	const months = 12
	asked := t.Years * months
	served := min(max(0, monthsBetween(hired, row.Period().Last()+1)), asked)
	return scoring.Of(decimal.New(int64(served), 0), decimal.New(int64(asked), 0)), nil
}

// Sentence says what the rule does.
func (t Tenure) Sentence(lang explain.Lang) string {
	years := strconv.Itoa(t.Years)
	if lang == explain.Chinese {
		return "工龄满 " + years + " 年得满分,不满按月折算"
	}
	return "full points from " + years + " years of service, by the month before"
}

// monthsBetween counts the whole months from a day to the day after the last.
func monthsBetween(from, until facts.Date) int {
	const months = 12
	y1, m1, d1 := from.Split()
	y2, m2, d2 := until.Split()
	n := (y2-y1)*months + int(m2) - int(m1)
	if d2 < d1 {
		n--
	}
	return n
}
