package policy

import (
	"fmt"
	"maps"
	"slices"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	"github.com/cspay/cspay/payout"
	"github.com/cspay/cspay/scoring"
	"github.com/cspay/cspay/scoring/facts"
)

// The policies and months that the laws are tried on. They are small, but use
// every kind there is, and all that makes two agents' months differ.

func ref[T any](v T) *T { return &v }

func lawMetrics() facts.Metrics {
	daily := func(unit facts.Unit, better facts.Direction) facts.Metric {
		return facts.Metric{Unit: unit, Better: better, Missing: facts.MissingZero, From: facts.From{Daily: facts.Sum}}
	}
	return facts.Metrics{
		"exam":        {Unit: facts.Points, Better: facts.Higher},
		"wage":        {Unit: facts.Money},
		"calls":       daily(facts.Count, facts.Higher),
		"slow":        daily(facts.Count, facts.Lower),
		"sales":       daily(facts.Money, facts.Higher),
		"returns":     daily(facts.Money, facts.Lower),
		"response":    {Unit: facts.Seconds, Better: facts.Lower, Missing: facts.MissingNotApplicable, From: facts.From{Daily: facts.Mean, Weight: "calls"}},
		"slow_rate":   {Unit: facts.Ratio, Better: facts.Lower, From: facts.From{Ratio: "slow", To: "calls"}},
		"bad_reviews": {Unit: facts.Count, Better: facts.Lower, From: facts.From{Event: "bad_review"}},
	}
}

// lawRules are indicators of which none gives more for more bad reviews.
func lawRules() []scoring.Rule {
	return []scoring.Rule{
		scoring.ZeroOver{Metric: "bad_reviews", Over: dec("2")},
		scoring.ZeroOver{Metric: "bad_reviews", Over: dec("3"), Within: scoring.Linear},
		scoring.Deduct{Metric: "bad_reviews", Each: dec("1.37")},
		scoring.Bands{
			Metric: "bad_reviews", Else: ref(dec("0.1")),
			Steps: []scoring.Band{{Under: ref(dec("1")), Share: dec("1")}, {AtMost: ref(dec("2")), Share: dec("0.666667")}},
		},
		scoring.Attainment{Metric: "bad_reviews", Target: dec("2"), Formula: scoring.ByRatio, Floor: ref(dec("0")), Cap: ref(dec("1.2"))},
		scoring.Attainment{Metric: "bad_reviews", Target: dec("3"), Formula: scoring.ByGap, Floor: ref(dec("0.05"))},
		scoring.Attainment{Metric: "response", Target: dec("30"), Formula: scoring.ByRatio, Cap: ref(dec("1"))},
		scoring.Direct{Metric: "qa_mark", OutOf: dec("10")},
		scoring.Direct{Metric: "qa_coverage", OutOf: dec("1")},
		scoring.ZeroOver{Metric: "qa_fatal", Over: dec("1"), Within: scoring.Linear},
		scoring.Bands{Metric: "qa_transferred", Steps: []scoring.Band{{AtLeast: ref(dec("0.5")), Share: dec("1")}}, Else: ref(dec("0.2"))},
		scoring.Attainment{Metric: "sales", Target: dec("777.77"), Cap: ref(dec("1.5"))},
		scoring.Bands{Metric: "slow_rate", Steps: []scoring.Band{{AtMost: ref(dec("0.02")), Share: dec("1")}, {AtMost: ref(dec("0.5")), Share: dec("0.5")}}, Else: ref(dec("0"))},
	}
}

func lawItems() []payout.Item {
	pre := facts.When{{Role: []string{"pre"}}}
	return []payout.Item{
		{ID: "base", Pay: payout.BasePay{Metric: "wage", Basis: payout.Calendar}},
		{ID: "fixed", Pay: payout.BasePay{Amount: dec("1234.57"), Basis: payout.Fixed30}},
		{ID: "commission", When: pre, Pay: payout.Commission{
			Metric: "sales", Less: "returns", Negative: payout.NegativeCharge,
			Slabs: payout.Slabs{{UpTo: dec("500"), Rate: dec("0.013")}, {Rate: dec("0.0157")}},
		}},
		{ID: "flat", Pay: payout.Commission{Metric: "sales", Rate: ref(dec("0.0033"))}},
		{ID: "tiers", Pay: payout.Commission{
			Metric: "sales", Tiers: payout.Tiers{{UpTo: dec("500"), Rate: dec("0.013")}, {Rate: dec("0.0157")}},
			Accelerator: &payout.Accelerator{TargetMetric: "wage", Over: ref(dec("0.011")), Times: dec("1.5")}, Cap: ref(dec("12.34")),
		}, When: facts.When{{Metric: "wage", Over: ref(dec("0"))}}},
		{ID: "by", Pay: payout.Commission{
			Metric: "sales", Less: "returns", Negative: payout.NegativeZero, Floor: ref(dec("1.5")),
			RateBy: &payout.RateBy{Metric: "slow_rate", Steps: []payout.RateStep{{AtMost: ref(dec("0.1")), Rate: dec("0.02")}}, Else: ref(dec("0.01"))},
		}},
		{ID: "bonus", Pay: payout.Bonus{Amount: dec("999.99"), By: "score", Steps: []payout.Coefficient{
			{AtLeast: ref(dec("90")), Coefficient: dec("1.2")}, {Over: ref(dec("60")), Coefficient: dec("0.777")},
		}, Else: ref(dec("0"))}},
		{ID: "pool", Pay: payout.DailyPool{Amount: dec("5000"), Share: payout.ByTable, Faults: map[string]decimal.Decimal{
			"late": dec("0.3"), "rude": dec("0.6"),
		}, Rest: payout.Forfeit}},
		{ID: "rates", Pay: payout.DailyPool{Amount: dec("100.01"), Share: payout.ByErrorRate, Errors: "slow", Contacts: "calls", Treatment: payout.Deducted}},
		{ID: "fund", Pay: payout.Remainder{Account: "purse"}},
		{ID: "award", Pay: payout.RankAward{Ranking: "by_score", Amounts: []decimal.Decimal{dec("50"), dec("20.5")}}},
	}
}

// some draws some of a list, in any order.
func some[T any](t *rapid.T, label string, all []T) []T {
	chosen := rapid.SliceOfNDistinct(rapid.IntRange(0, len(all)-1), 0, len(all), rapid.ID).Draw(t, label)
	out := make([]T, len(chosen))
	for i, k := range chosen {
		out[i] = all[k]
	}
	return out
}

// genPolicy draws a policy of some of the rules and items. Without alone there
// are rankings over everybody; with it only such as are held within a team.
func genPolicy(t *rapid.T, alone bool) Document {
	doc := Document{ID: "law", Currency: "CNY", Metrics: lawMetrics(), Inspections: lawInspections()}
	maps.Copy(doc.Metrics, inspectedMetrics())
	doc.Rounding.Lines = Mode(rapid.SampledFrom(append(HalfUp.Words(), "")).Draw(t, "lines"))
	doc.Rounding.Losses = Mode(rapid.SampledFrom(append(HalfUp.Words(), "")).Draw(t, "losses"))
	doc.Rounding.Places = rapid.Ptr(rapid.IntRange(0, 2), true).Draw(t, "places")
	doc.Accounts = []scoring.Account{{
		ID: "purse", Opening: dec("100"), Unit: facts.Money, Charges: map[string]decimal.Decimal{"late": dec("10"), "rude": dec("45.5")},
		Silent: &scoring.Silent{Times: 2, Offender: rapid.SampledFrom([]scoring.Offender{scoring.Relieved, scoring.PaysToo}).Draw(t, "offender")},
	}}
	// The exam always applies, so that everybody who worked has a score.
	doc.Scheme.Indicators = []scoring.Indicator{{ID: "exam", Rule: scoring.Direct{Metric: "exam", OutOf: dec("100")}}}
	left := int64(10000)
	for i, rule := range some(t, "rules", lawRules()) {
		points := rapid.Int64Range(0, left-1).Draw(t, "points")
		left -= points
		if _, deduct := rule.(scoring.Deduct); deduct && points == 0 {
			continue // which has nothing to deduct from
		}
		doc.Scheme.Indicators = append(doc.Scheme.Indicators, scoring.Indicator{ID: fmt.Sprint("i", i), Points: decimal.New(points, -2), Rule: rule})
	}
	doc.Scheme.Indicators[0].Points = decimal.New(left, -2)
	doc.Scheme.Indicators = append(doc.Scheme.Indicators, scoring.Indicator{ID: "over", Rule: scoring.Overflow{Account: "purse", PointsPerYuan: ref(dec("0.1"))}})
	doc.Rankings = []facts.Ranking{{ID: "by_score", By: "score"}, {ID: "by_sales", By: "sales", Within: facts.ByTeam}}
	if alone {
		doc.Rankings[0].Within = facts.ByTeam
	}
	doc.Pay.Items = some(t, "items", lawItems())
	return doc
}

// genMonth draws a month that closes under any of the policies.
func genMonth(t *rapid.T) facts.Month {
	m := facts.Month{Period: facts.Period(rapid.IntRange(1500, 1530).Draw(t, "month"))}
	first, days := m.Period.First(), m.Period.Days()
	on := func(label string) facts.Date { return first + facts.Date(rapid.IntRange(0, days-1).Draw(t, label)) }
	cents := func(label string, most int64) decimal.Decimal {
		return decimal.New(rapid.Int64Range(0, most).Draw(t, label), -2)
	}
	for i := range rapid.IntRange(1, 6).Draw(t, "agents") {
		a := facts.Agent{
			ID: fmt.Sprint("A", i), Role: rapid.SampledFrom([]string{"pre", "after"}).Draw(t, "role"),
			Team:   rapid.SampledFrom([]string{"red", "blue"}).Draw(t, "team"),
			Values: map[string]decimal.Decimal{"exam": cents("exam", 100_00), "wage": cents("wage", 9999_99)},
		}
		if rapid.IntRange(0, 3).Draw(t, "partly") == 0 {
			a.Hired = on("hired")
		}
		service := func(label string) facts.Date { return max(a.Hired, on(label)) }
		for _, d := range rapid.SliceOfNDistinct(rapid.IntRange(0, days-1), 0, 8, rapid.ID).Draw(t, "days") {
			if first+facts.Date(d) < a.Hired {
				continue
			}
			calls := rapid.Int64Range(1, 50).Draw(t, "calls")
			a.Days = append(a.Days, facts.Day{Date: first + facts.Date(d), Values: map[string]decimal.Decimal{
				"calls": decimal.New(calls, 0), "slow": decimal.New(rapid.Int64Range(0, calls).Draw(t, "slow"), 0),
				"sales": cents("sales", 999_99), "returns": cents("returns", 99_99),
				"response": decimal.New(rapid.Int64Range(1, 99_999).Draw(t, "response"), -3),
			}})
		}
		if rapid.IntRange(0, 3).Draw(t, "away") == 0 {
			from := service("leave")
			a.Leave = []facts.Leave{{From: from, Until: from + 2, Kind: rapid.SampledFrom([]facts.Attendance{facts.PaidLeave, facts.UnpaidLeave, facts.Absent}).Draw(t, "kind")}}
		}
		for k := range rapid.IntRange(0, 4).Draw(t, "events") {
			m.Events = append(m.Events, facts.Event{
				ID: fmt.Sprintf("e%d-%d", i, k), Agent: a.ID, Date: service("event"),
				Kind:   rapid.SampledFrom([]string{"bad_review", "late", "rude"}).Draw(t, "kind"),
				Status: rapid.SampledFrom([]facts.EventStatus{"", facts.Upheld, facts.Reported, facts.Withdrawn}).Draw(t, "status"),
			})
		}
		genChats(t, &m, a, service)
		m.Agents = append(m.Agents, a)
	}
	genSilent(t, &m)
	return m
}

// genSilent lets colleagues of the same team see some errors and keep silent,
// and takes some events out of the month.
func genSilent(t *rapid.T, m *facts.Month) {
	team := map[string]facts.Agent{}
	for _, a := range m.Agents {
		team[a.ID] = a
	}
	for i := range m.Events {
		e := &m.Events[i]
		for _, a := range m.Agents {
			if a.ID != e.Agent && a.Team == team[e.Agent].Team && a.Hired <= e.Date && rapid.IntRange(0, 3).Draw(t, "silent") == 0 {
				e.Silent = append(e.Silent, a.ID)
			}
		}
		if rapid.IntRange(0, 5).Draw(t, "excluded") == 0 {
			m.Exclusions = append(m.Exclusions, facts.Exclusion{Event: e.ID, Reason: "storm"})
		}
	}
}

// shuffle returns the month in another order of everything in it.
func shuffle(t *rapid.T, m facts.Month) facts.Month {
	m = clone(m)
	m.Agents = rapid.Permutation(m.Agents).Draw(t, "agents")
	m.Events = rapid.Permutation(m.Events).Draw(t, "events")
	m.Exclusions = rapid.Permutation(m.Exclusions).Draw(t, "exclusions")
	m.Chats = rapid.Permutation(m.Chats).Draw(t, "chats")
	for i := range m.Agents {
		m.Agents[i].Days = rapid.Permutation(m.Agents[i].Days).Draw(t, "days")
	}
	for i := range m.Events {
		m.Events[i].Silent = rapid.Permutation(m.Events[i].Silent).Draw(t, "silent")
	}
	for i := range m.Chats {
		m.Chats[i].Items = rapid.Permutation(m.Chats[i].Items).Draw(t, "errors")
	}
	return m
}

// ofTeam returns the part of a month that is a team's.
func ofTeam(m facts.Month, team string) facts.Month {
	m = clone(m)
	ids := map[string]bool{}
	m.Agents = slices.DeleteFunc(m.Agents, func(a facts.Agent) bool {
		ids[a.ID] = a.Team == team
		return a.Team != team
	})
	events := map[string]bool{}
	m.Events = slices.DeleteFunc(m.Events, func(e facts.Event) bool {
		events[e.ID] = ids[e.Agent]
		return !ids[e.Agent]
	})
	m.Chats = slices.DeleteFunc(m.Chats, func(ch facts.Chat) bool { return !ids[ch.Agent] })
	m.Exclusions = slices.DeleteFunc(m.Exclusions, func(x facts.Exclusion) bool { return !events[x.Event] })
	return m
}
