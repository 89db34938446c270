package twin

import (
	"cmp"
	"fmt"
	"math/big"
	"slices"
)

// stageSheet is one agent's month at any stage of shop TM as it is worked out,
// from the top down.
type stageSheet struct {
	*record
	score *big.Rat // nil: no score
	place int      // 0: no place
}

// CloseStartUp computes the month by the pay of the start-up stage: base pay and
// commission. It returns an error if the facts lack something it needs or have
// something that no stage looks at.
func CloseStartUp(m Month) (Result, error) {
	return closeStage(m, func(s *stageSheet) {
		net := sub(s.sums["sales"], s.sums["returns"])
		s.line("commission", earned, roundHalfUp(stageCommission(larger(zero(), net))), "")
	})
}

// CloseGrowth computes the month by the pay of the growth stage: base pay and a
// performance bonus. Its errors are those of [CloseStartUp].
func CloseGrowth(m Month) (Result, error) {
	return closeStage(m, func(s *stageSheet) {
		s.line("performance", earned, s.perform(growthAmount()), "")
	})
}

// CloseMature computes the month by the pay of the mature stage: base pay,
// performance pay and project awards. Its errors are those of [CloseStartUp].
func CloseMature(m Month) (Result, error) {
	return closeStage(m, func(s *stageSheet) {
		s.line("performance", earned, s.perform(matureAmount()), "")
		s.line("projects", earned, s.projects(), "")
	})
}

// closeStage scores and places the agents, which is the same at each stage, and
// pays them their base and what the stage adds.
func closeStage(m Month, pay func(*stageSheet)) (Result, error) {
	c, err := newCalendar(m.Period)
	if err != nil {
		return Result{}, err
	}
	if len(m.Events)+len(m.Ballots) > 0 {
		return Result{}, fmt.Errorf("month %s has events or votes, which no stage looks at", m.Period)
	}
	var sheets, placed []*stageSheet
	for _, a := range m.Agents {
		s, err := newStageSheet(c, a, m.excluded(a.ID))
		if err != nil {
			return Result{}, err
		}
		sheets = append(sheets, s)
	}
	slices.SortFunc(sheets, func(a, b *stageSheet) int { return cmp.Compare(a.agent.ID, b.agent.ID) })
	for _, s := range sheets {
		if err := s.mark(); err != nil {
			return Result{}, err
		}
		if s.score != nil && s.status == "regular" {
			placed = append(placed, s)
		}
	}
	competition(placed,
		func(a, b *stageSheet) int { return b.score.Cmp(a.score) },
		func(s *stageSheet, place int) { s.place = place })
	r := Result{Month: m.Period}
	for _, s := range sheets {
		if err := s.basePay(c); err != nil {
			return Result{}, err
		}
		pay(s)
		r.Slips = append(r.Slips, s.slipOf(s.score, map[string]int{"by_score": s.place}))
	}
	return r, nil
}

// newStageSheet opens the sheet and adds up its days.
func newStageSheet(c calendar, a Agent, excluded []Exclusion) (*stageSheet, error) {
	r, err := newRecord(c, a)
	if err != nil {
		return nil, err
	}
	if err := r.total(excluded, []string{
		"conversations", "ratings", "satisfied", "sales", "returns", "enquiries", "buyers",
	}); err != nil {
		return nil, err
	}
	return &stageSheet{record: r}, r.complete("conversations", "response", "ratings", "satisfied", "sales")
}

// mark gives the agent a score, unless no day was worked. The lines that apply
// carry the points of those that do not.
func (s *stageSheet) mark() error {
	if s.workedDays == 0 {
		return nil
	}
	target := s.agent.Values["sales_target"]
	if target == nil || target.Sign() <= 0 {
		return fmt.Errorf("agent %s has no sales target above 0", s.agent.ID)
	}
	s.score = zero()
	for _, points := range pointsOf(s.stageLines(target)) {
		s.score = add(s.score, points)
	}
	return nil
}

// perform is an amount in proportion to the score out of 100.
func (s *stageSheet) perform(amount *big.Rat) *big.Rat {
	if s.score == nil {
		return zero()
	}
	return roundHalfUp(mul(amount, div(s.score, whole(100))))
}

// projects adds up the awards of the projects whose mark is good enough; who was
// in none has none.
func (s *stageSheet) projects() *big.Rat {
	total := zero()
	for project, amount := range projectAwards() {
		if mark := s.agent.Values[project]; mark != nil && mark.Cmp(projectMark()) >= 0 {
			total = add(total, amount)
		}
	}
	return total
}
