package twin

import "time"

// review puts before a person who meets a rule of the last-place clause or did
// not pass a stage of the gate. Who the law protects is shown as exempt, and
// nothing is proposed.
func (c *career) review(period string, s *tmSheet, out *YearMonth) {
	candidate := func(clause string, months []string) {
		p := proposal{clause: clause, months: months}
		if s.protected(period) {
			out.show(s.agent.ID, p, "exempt")
			return
		}
		c.propose(s.agent.ID, p, out)
	}
	if months := c.lastPlace(period, s); months != nil {
		candidate(lastPlaceClause, months)
	}
	start, err := time.Parse(dateLayout, s.agent.Hired)
	if err != nil {
		return // in service since before the gate
	}
	for _, stage := range tmGate() {
		end := start.AddDate(0, 0, 7*stage.weeks)
		first, last := start.Format("2006-01"), end.AddDate(0, 0, -1).Format("2006-01")
		if first <= period && period <= last && stage.failed(s) {
			candidate(gateClause+stage.id, []string{period})
		}
		start = end
	}
}

// lastPlace returns the months of the rule that holds, of several the one that
// reaches back the farthest; nil where none does.
func (c *career) lastPlace(period string, s *tmSheet) []string {
	for _, id := range []string{lastInSales, lastInScore} {
		if c.hit(period, id) {
			return c.evidence(id)
		}
	}
	if s.status == "regular" && s.counts["peer_complaint"] >= manyComplaints {
		return []string{period}
	}
	return nil
}

// protected reports whether the law protects the agent on a day of the month.
func (s *tmSheet) protected(period string) bool {
	for _, span := range s.agent.Protected {
		begun := span.From == "" || span.From[:len(period)] <= period
		over := span.Until != "" && span.Until[:len(period)] < period
		if begun && !over {
			return true
		}
	}
	return false
}

// coach opens an improvement plan for a regular agent below standard, and says
// what becomes of one. A plan ends in the first month that meets the goal, and
// without it in the month that it is due, which may be put off once. A month
// without a day of work is passed over. A month in which a plan ends opens no
// other.
func (c *career) coach(period string, s *tmSheet, out *YearMonth) {
	defer func() {
		if c.plan != nil {
			out.Plans = append(out.Plans, *c.plan)
		}
	}()
	if c.plan == nil || c.plan.State == "passed" || c.plan.State == "failed" {
		c.plan = nil
		if s.status == "regular" && s.score != nil && s.score.Cmp(planOpensUnder()) < 0 {
			c.plan = &YearPlan{s.agent.ID, coachingPlan, period, later(period, planMonths), "open"}
			c.extended = 0
		}
		return
	}
	plan := *c.plan
	c.plan = &plan
	switch {
	case s.workedDays == 0:
		if plan.Due == period {
			c.plan.Due = later(period, 1)
		}
	case s.score != nil && s.score.Cmp(planGoal()) >= 0 && s.attitude.Cmp(attitudeGoal()) >= 0:
		c.plan.State = "passed"
	case period < plan.Due:
	case c.extended < planExtensions:
		c.extended++
		c.plan.State, c.plan.Due = "extended", later(period, 1)
	default:
		c.plan.State = "failed"
	}
}
