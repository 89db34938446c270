package twin

import (
	"fmt"
	"math/big"
)

const deducted = "deducted"

// crossed are the red lines that the agent crossed, in the policy's order.
func (s *tmSheet) crossed() []string {
	var list []string
	for _, l := range []struct{ kind, id string }{
		{"rule_breach", "tmall_rule"}, {"fake_order", "fake_order"}, {"data_leak", "data_leak"},
	} {
		if s.counts[l.kind] > 0 {
			list = append(list, l.id)
		}
	}
	return list
}

// confirmed reports a red line after which a person looks at every line but
// base pay: a score of 0, or a review of nothing in particular.
func (s *tmSheet) confirmed() bool { return s.counts["rule_breach"] > 0 || s.counts["data_leak"] > 0 }

// pay writes the lines in the order of the plan, then what could not be taken.
func (s *tmSheet) pay(c calendar) error {
	if err := s.basePay(c); err != nil {
		return err
	}
	if err := s.levelPay(c); err != nil {
		return err
	}
	s.gross = add(s.lines[0].amount, s.lines[1].amount)
	performance := zero()
	if s.score != nil {
		performance = roundHalfUp(tmPerformance(s.score))
	}
	sells := s.role == "pre_sales"
	s.earn("performance", performance)
	if sells {
		s.earn("commission", roundHalfUp(tmCommission(s.sums["sales"])))
	}
	project := zero()
	if s.counts["project_done"] > 0 {
		project = tmProject()
	}
	s.earn("project", project)
	s.earn("exam_award", s.examAward())
	s.earn("typing_award", s.typingAward())
	if sells {
		s.earn("items_award", s.itemsAward())
	}
	s.earn("summary_award", s.summaryAward())
	if sells {
		s.earn("overachievement", s.overTarget())
	}
	s.penalise(sells)
	if err := s.chargeBack(); err != nil {
		return err
	}
	s.absorb()
	s.guard()
	return nil
}

// levelPay pays the level's wage by calendar days in service that are not unpaid.
func (s *tmSheet) levelPay(c calendar) error {
	wage, err := levelWage(s.level)
	if err != nil {
		return fmt.Errorf("agent %s: %w", s.agent.ID, err)
	}
	paidDays := s.last - s.first + 1 - s.unpaidDays
	s.line("level_pay", earned, roundHalfUp(mul(wage, frac(int64(paidDays), int64(c.days)))), "")
	return nil
}

// earn writes a variable item. Faked orders bring commission and
// over-achievement to nothing, on a line of its own.
func (s *tmSheet) earn(item string, amount *big.Rat) {
	s.line(item, earned, amount, "")
	s.latest().Review = s.confirmed()
	s.gross, s.variable = add(s.gross, amount), add(s.variable, amount)
	if s.counts["fake_order"] == 0 || amount.Sign() == 0 || item != "commission" && item != "overachievement" {
		return
	}
	s.line(item, notEarned, zero().Neg(amount), "")
	l := s.latest()
	l.Clause, l.Reason, l.Review, l.RedLines = "red_lines.fake_order", "veto", true, []string{"fake_order"}
	s.gross, s.variable = sub(s.gross, amount), sub(s.variable, amount)
}

// latest is the line written last.
func (s *tmSheet) latest() *Line { return &s.lines[len(s.lines)-1] }

// penalise writes the small penalties. Those of the exam and of typing wait for
// months in a row.
func (s *tmSheet) penalise(sells bool) {
	if sells {
		if s.belowMean() {
			s.penalty("items_penalty", whole(10))
			s.duty("items_penalty", productStudy())
		} else {
			s.penalty("items_penalty", zero())
		}
	}
	summary := zero()
	if s.counts["summary_submitted"] == 0 && s.workedDays > 0 {
		summary = whole(5)
	}
	s.penalty("summary_penalty", summary)
	exam, typing := zero(), zero()
	if s.examHit {
		exam = whole(10)
	}
	if s.typingHit {
		typing = whole(10)
	}
	s.penalty("exam_penalty", exam)
	s.penalty("typing_penalty", typing)
	if s.typingHit {
		s.duty("typing_penalty", typingPractice())
	}
}

// duty writes what the agent has to do beside a penalty.
func (s *tmSheet) duty(item string, duty Text) {
	s.line(item, notEarned, zero(), "")
	l := s.latest()
	l.Reason, l.Duty, l.Review = "duty", &duty, s.confirmed()
}

func (s *tmSheet) penalty(item string, amount *big.Rat) {
	s.line(item, notEarned, zero().Neg(amount), "")
	s.latest().Review = s.confirmed()
}

// chargeBack writes the freight that was promised, order by order.
func (s *tmSheet) chargeBack() error {
	if len(s.promises) == 0 {
		s.line("freight", deducted, zero(), "")
		s.latest().Review = s.confirmed()
	}
	for _, e := range s.promises {
		amount, ok := new(big.Rat).SetString(e.Amount)
		if !ok {
			return fmt.Errorf("event %s has no amount", e.ID)
		}
		s.line("freight", deducted, zero().Neg(amount), e.Date)
		l := s.latest()
		l.Event, l.Order, l.Review = e.ID, e.Order, s.confirmed()
		s.deducted = add(s.deducted, amount)
	}
	return nil
}

// absorb takes the penalties off what is not base pay; the rest stays
// uncollected.
func (s *tmSheet) absorb() {
	for _, l := range s.lines {
		if l.Treatment != notEarned || l.Reason != "" || l.amount.Sign() == 0 {
			continue
		}
		lost := zero().Neg(l.amount)
		taken := smaller(lost, larger(zero(), s.variable))
		s.gross, s.variable = sub(s.gross, taken), sub(s.variable, taken)
		if left := sub(lost, taken); left.Sign() > 0 {
			s.line(l.Item, notEarned, left, "")
			s.latest().Reason, s.latest().Review = "uncollected", s.confirmed()
			s.withstood = add(s.withstood, left)
		}
	}
}

// guard gives back what the law does not let be deducted: first what is more
// than a fifth of the wage, then what would leave less than the minimum wage.
func (s *tmSheet) guard() {
	allowed := s.deducted
	hold := func(limit *big.Rat, reason string) {
		left := sub(allowed, limit)
		if left.Sign() <= 0 {
			return
		}
		s.lines = append(s.lines, Line{
			Item: "guard", Treatment: deducted, Amount: fixed(left), Clause: "guard", Reason: reason, amount: left,
		})
		s.withstood = add(s.withstood, left)
		allowed = limit
	}
	hold(roundDown(mul(larger(zero(), s.gross), deductionCeiling())), "ceiling")
	hold(larger(zero(), sub(s.gross, minimumWage())), "minimum_wage")
}
