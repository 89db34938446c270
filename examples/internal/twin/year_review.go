package twin

import "time"

// review puts before a person who meets a rule of the last-place clause or did
// not pass a stage of the gate. Who the law protects is shown as exempt, and
// nothing is proposed.
func (c *career) review(period string, s *tmSheet, out *YearMonth) {
	candidate := func(clause string, rules ...ruleHeld) {
		p := proposal{clause: clause, rules: rules}
		if s.protected(period) {
			out.show(s.agent.ID, p, "exempt")
			return
		}
		c.propose(s.agent.ID, p, out)
	}
	if rules := c.lastPlace(period, s); rules != nil {
		candidate(lastPlaceClause, rules...)
	}
	start, err := time.Parse(dateLayout, s.agent.Hired)
	if err != nil {
		return // in service since before the gate
	}
	for _, stage := range tmGate() {
		end := start.AddDate(0, 0, 7*stage.weeks)
		first, last := start.Format("2006-01"), end.AddDate(0, 0, -1).Format("2006-01")
		if first <= period && period <= last && stage.failed(s) {
			candidate(gateClause+stage.id, ruleHeld{stage.id, []string{period}})
		}
		start = end
	}
}

// lastPlace returns the rules that hold, in the policy's order.
func (c *career) lastPlace(period string, s *tmSheet) []ruleHeld {
	var rules []ruleHeld
	if c.hit(period, lastInSales) {
		rules = append(rules, ruleHeld{"sales", c.evidence(lastInSales)})
	}
	if c.hit(period, lastInScore) {
		rules = append(rules, ruleHeld{"appraisal", c.evidence(lastInScore)})
	}
	if s.status == "regular" && s.counts["peer_complaint"] >= manyComplaints {
		rules = append(rules, ruleHeld{"complaints", []string{period}})
	}
	return rules
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
	if c.plan == nil || c.plan.Status == "passed" || c.plan.Status == "failed" {
		c.plan = nil
		if s.status == "regular" && s.score != nil && s.score.Cmp(planOpensUnder()) < 0 {
			c.plan = &YearPlan{s.agent.ID, coachingPlan, "open", period, later(period, planMonths)}
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
		c.plan.Status = "passed"
	case period < plan.Due:
	case c.extended < planExtensions:
		c.extended++
		c.plan.Status, c.plan.Due = "extended", later(period, 1)
	default:
		c.plan.Status = "failed"
	}
}
