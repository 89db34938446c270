package twin

import (
	"fmt"
	"math/big"
	"slices"
)

// What shop TM's policy says across months, copied by hand. A change of the
// policy has to be made here a second time, on purpose.

// tmLevels are the levels, the lowest first.
func tmLevels() []string { return []string{"P1", "P2", "P3", "P4", "P5", "P6"} }

// levelWage is what a level pays a month.
func levelWage(level string) (*big.Rat, error) {
	i := slices.Index(tmLevels(), level)
	if i < 0 {
		return nil, fmt.Errorf("%s is no level", level)
	}
	return whole([]int{0, 150, 300, 500, 800, 1200}[i]), nil
}

// The streaks of the year.
const (
	lastInSales = "last_in_sales"
	lastInScore = "last_in_score"
	clean       = "clean"
	examFailing = "exam_failing"
	typingBelow = "typing_below"
)

// streakLength is the number of months after which a streak counts, and counts
// again.
func streakLength(id string) int {
	return map[string]int{lastInSales: 3, lastInScore: 3, clean: 6, examFailing: 3, typingBelow: 2}[id]
}

// The clauses that propose.
const (
	promotionClause = "ladder.promotion"
	demotionClause  = "ladder.demotions.exam"
	lastPlaceClause = "eliminations.last_place"
	gateClause      = "gate."
	coachingPlan    = "coaching"
)

const (
	cleanMonths    = 6  // a promotion asks for
	manyComplaints = 10 // in a month make a candidate
	planMonths     = 2  // until a plan is due
	planExtensions = 1  // a due plan may run a month longer
	matureMonths   = 6  // over which a regular agent has to type faster
)

// promotionWindow reports whether promotions are proposed in a month.
func promotionWindow(period string) bool {
	number := period[len("2026-"):]
	return number == "06" || number == "12"
}

func examPass() *big.Rat { return whole(60) }

func planOpensUnder() *big.Rat { return whole(60) }

func planGoal() *big.Rat { return whole(70) }

func attitudeGoal() *big.Rat { return whole(3) }

// gateStage is one stage of the new hires' gate.
type gateStage struct {
	id     string
	weeks  int
	failed func(s *tmSheet) bool
}

func tmGate() []gateStage {
	some := func(kind string) func(*tmSheet) bool {
		return func(s *tmSheet) bool { return s.counts[kind] > 0 }
	}
	return []gateStage{
		{"training", 4, some("weekly_exam_failed")},
		{"mentoring", 4, some("mentor_failed")},
		{"typing", 1, func(s *tmSheet) bool { return s.speed != nil && s.speed.Cmp(whole(60)) < 0 }},
		{"warehouse", 1, some("warehouse_missed")},
	}
}
