package payout

import (
	"github.com/shopspring/decimal"

	"github.com/cspay/cspay/scoring/facts"
)

// JurisdictionFormat is the format of a jurisdiction file.
const JurisdictionFormat = "cspay-jurisdiction/v1"

// Jurisdiction is what the law of one place allows to be taken from pay, by
// the day it came into force: one file a jurisdiction. It is the caller's data;
// the library brings the rules of China with one sample city. The zero
// Jurisdiction guards nothing.
type Jurisdiction struct {
	// Format is the format of the file, cspay-jurisdiction/v1; a literal may
	// leave it out.
	Format string     `key:"format,required" validate:"required,max=64"`
	ID     string     `key:"id,required" validate:"required,max=64"`
	Name   facts.Text `key:"name"`
	// Laws are what is in force from a day on, the earliest first; each states
	// all of its rules anew.
	Laws []Law `key:"laws"`
	// Regions are the places with a minimum wage of their own, by id.
	Regions map[string]Region `key:"regions"`
}

// Law is what is in force from a day on.
type Law struct {
	From facts.Date `key:"from,required"`
	// DeductionCeiling is the share of a month's wage that may be deducted at
	// most; nothing limits it when left out.
	DeductionCeiling *decimal.Decimal `key:"deduction_ceiling,rate"`
	// ProbationFloor is the share of the agreed wage that is paid at least in
	// the trial period.
	ProbationFloor *decimal.Decimal `key:"probation_floor,rate"`
	// NoticeDays is how many days before a policy comes into force it is to be
	// made known to the agents; no notice is asked for when left out.
	NoticeDays *int `key:"notice_days"`
	facts.Cite
}

// Region is a place with a minimum wage of its own.
type Region struct {
	Name facts.Text `key:"name"`
	// MinimumWages are what is in force from a day on, the earliest first.
	MinimumWages []MinimumWage `key:"minimum_wages"`
}

// MinimumWage is a monthly minimum wage from a day on.
type MinimumWage struct {
	From facts.Date `key:"from,required"`
	// Monthly is the wage of a month, which deductions never bring the pay
	// below.
	Monthly decimal.Decimal `key:"monthly,required"`
	facts.Cite
}

// At returns the law in force on a day; ok is false where there is none yet.
func (j Jurisdiction) At(day facts.Date) (law Law, ok bool) {
	for _, l := range j.Laws {
		if l.From <= day {
			law, ok = l, true
		}
	}
	return law, ok
}

// At returns the minimum wage in force on a day; ok is false where there is
// none yet.
func (r Region) At(day facts.Date) (wage MinimumWage, ok bool) {
	for _, w := range r.MinimumWages {
		if w.From <= day {
			wage, ok = w, true
		}
	}
	return wage, ok
}

// Check reports what is wrong with a jurisdiction, by key.
func (j Jurisdiction) Check(c facts.Check) { checkJurisdiction(j, c) }
