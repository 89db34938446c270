package twin

import (
	"fmt"
	"math/big"
)

// vote takes the means of the votes on the agent. The soft items need two votes
// of whoever worked; a summary without two marks has none.
func (s *tmSheet) vote(ballots []Ballot) error {
	mean := func(topic string) *big.Rat {
		n, sum := 0, zero()
		for _, b := range ballots {
			if b.Topic == topic && b.Agent == s.agent.ID {
				n, sum = n+1, add(sum, b.Score)
			}
		}
		if n < tmQuorum {
			return nil
		}
		return div(sum, whole(n))
	}
	s.attitude, s.teamwork, s.committee = mean("attitude"), mean("teamwork"), mean("committee")
	if s.workedDays > 0 && (s.attitude == nil || s.teamwork == nil) {
		return fmt.Errorf("agent %s has fewer than %d votes on a soft item", s.agent.ID, tmQuorum)
	}
	return nil
}

// blame is 1 for an event that more voters found to be the agent's fault than
// not, else 0.
func blame(event string, ballots []Ballot) int {
	balance := 0
	for _, b := range ballots {
		if b.Topic == "attribution" && b.Event == event {
			balance += 2*b.Score.Sign() - 1
		}
	}
	if balance > 0 {
		return 1
	}
	return 0
}

// derive works out what the metrics are made of.
func (s *tmSheet) derive() {
	values := s.agent.Values
	if day := values["day_target"]; day != nil && len(s.agent.Days) > 0 {
		s.target = mul(day, whole(s.rostered))
	}
	if s.conversion = s.ratio("inquiry_buyers", "inquirers"); s.conversion == nil {
		s.conversion = s.ratio("orders", "conversations")
	}
	s.perCustomer = s.ratio("items", "customers")
	s.speed, s.accuracy = values["typing_speed"], values["typing_accuracy"]
	mark, total, tests := values["exam_mark"], values["test_total"], values["tests"]
	if mark != nil && total != nil && tests != nil && tests.Sign() > 0 {
		s.exam = add(mul(mark, frac(70, 100)), mul(div(total, tests), frac(30, 100)))
	}
}

// shareMean gives everybody the shop's items over the shop's customers.
func shareMean(sheets []*tmSheet) {
	items, customers := zero(), zero()
	for _, s := range sheets {
		if s.seen["items"] && s.seen["customers"] {
			items, customers = add(items, s.sums["items"]), add(customers, s.sums["customers"])
		}
	}
	for _, s := range sheets {
		s.mallPerCustomer = div(items, customers)
	}
}

// mark gives the agent a score by the scheme of the role, unless no day was
// worked; who broke a rule of Tmall's has a score of 0.
func (s *tmSheet) mark() error {
	if s.workedDays == 0 {
		return nil
	}
	var kpi []swLine
	switch s.role {
	case "pre_sales":
		kpi = s.tmPreSales()
	case "after_sales":
		kpi = s.tmAfterSales()
	default:
		return nil // no scheme, no score
	}
	soft := []swLine{
		{"attitude", whole(5), div(s.attitude, whole(tmTopMark))},
		{"teamwork", whole(5), div(s.teamwork, whole(tmTopMark))},
	}
	s.score = zero()
	for _, block := range [][]swLine{kpi, soft} {
		if err := s.block(block); err != nil {
			return err
		}
	}
	if s.counts["rule_breach"] > 0 {
		s.score = zero()
	}
	return nil
}

// block writes the lines of a block; those that apply carry the points of those
// that do not.
func (s *tmSheet) block(lines []swLine) error {
	var all []indicator
	var ids []string
	for _, l := range lines {
		all = append(all, indicator{l.points, l.share})
		if l.share != nil {
			ids = append(ids, l.id)
		}
	}
	if len(ids) == 0 {
		return fmt.Errorf("agent %s has a block in which nothing applies", s.agent.ID)
	}
	for i, points := range pointsOf(all) {
		s.points[ids[i]] = points
		s.score = add(s.score, points)
	}
	return nil
}

// placeTM ranks the agents who worked: by score the regular ones of each role,
// by sales and by items per customer the regular pre-sales, by exam all who sat.
func placeTM(sheets []*tmSheet) {
	byRole := map[string][]*tmSheet{}
	var sellers, baskets, sat []*tmSheet
	for _, s := range sheets {
		if s.workedDays == 0 {
			continue
		}
		regular := s.status == "regular"
		if regular && s.score != nil {
			byRole[s.role] = append(byRole[s.role], s)
		}
		if regular && s.role == "pre_sales" && s.seen["sales"] {
			sellers = append(sellers, s)
		}
		if regular && s.role == "pre_sales" && s.perCustomer != nil {
			baskets = append(baskets, s)
		}
		if s.exam != nil {
			sat = append(sat, s)
		}
	}
	for _, list := range byRole {
		competition(list, func(a, b *tmSheet) int { return b.score.Cmp(a.score) }, func(s *tmSheet, place int) { s.scorePlace = place })
	}
	competition(sellers, func(a, b *tmSheet) int { return b.sums["sales"].Cmp(a.sums["sales"]) }, func(s *tmSheet, place int) { s.salesPlace = place })
	competition(baskets, func(a, b *tmSheet) int { return b.perCustomer.Cmp(a.perCustomer) }, func(s *tmSheet, place int) { s.itemsPlace = place })
	competition(sat, func(a, b *tmSheet) int { return b.exam.Cmp(a.exam) }, func(s *tmSheet, place int) { s.examPlace = place })
}
