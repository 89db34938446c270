package columns_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// perCustomer has items per customer of the agent and of each group.
func perCustomer() facts.Metrics {
	metrics := facts.Metrics{
		"items":     {Unit: facts.Count},
		"customers": {Unit: facts.Count},
		"own":       {Unit: facts.Number, Better: facts.Higher, From: facts.From{Ratio: "items", To: "customers"}},
	}
	for _, over := range facts.Across("").Words() {
		metrics["of_"+over] = facts.Metric{Unit: facts.Number, From: facts.From{Ratio: "items", To: "customers", Across: facts.Across(over)}}
	}
	return metrics
}

// sold is an agent with items and customers; an empty number is not given.
func sold(id, items, customers string) facts.Agent {
	a := facts.Agent{ID: id, Values: values{}}
	for metric, n := range map[string]string{"items": items, "customers": customers} {
		if n != "" {
			a.Values[metric] = d(n)
		}
	}
	return a
}

func TestTM11WeightedMean(t *testing.T) {
	in := func(a facts.Agent, team, shop, role, level string, status facts.Status) facts.Agent {
		a.Team, a.Shop, a.Role, a.Level, a.Status = team, shop, role, level, status
		return a
	}
	agents := []facts.Agent{
		in(sold("A01", "39", "20"), "red", "north", "pre", "P1", facts.Regular),
		in(sold("A02", "390", "180"), "red", "south", "pre", "P2", facts.Probation),
		in(sold("A03", "50", "100"), "blue", "north", "after", "P1", ""),
	}
	tests := []struct{ name, metric, agent, want string }{
		{"the agent's own", "own", "A01", "39/20"},
		{"TM11: shop items over shop customers, 89/120 and not the mean of 1.95 and 0.5", "of_shop", "A01", "89/120"},
		{"the other of the shop has the same", "of_shop", "A03", "89/120"},
		{"a shop of one is the agent", "of_shop", "A02", "390/180"},
		{"YT1: the team part", "of_team", "A01", "429/200"},
		{"YT1: of the other team", "of_team", "A03", "50/100"},
		{"all agents", "of_all", "A02", "479/300"},
		{"a role", "of_role", "A02", "429/200"},
		{"a level", "of_level", "A03", "89/120"},
		{"a status", "of_status", "A02", "390/180"},
		{"no status counts as regular", "of_status", "A01", "89/120"},
	}
	s := schema(t, perCustomer())
	table := build(t, s, facts.Month{Period: january(), Agents: agents})
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			assert.Equal(t, tt.want, read(t, s, table, tt.agent, tt.metric))
		})
	}
}

func TestGroupsAndWhatIsNotThere(t *testing.T) {
	idle := []facts.Leave{leave(1, 31, facts.PaidLeave)}
	tests := []struct {
		name   string
		agents []facts.Agent
		rule   facts.Missing
		want   string // of A01
	}{
		{"who worked no day and has no numbers is left out", []facts.Agent{sold("A01", "39", "20"), {ID: "A02", Leave: idle}}, "", "39/20"},
		{"who worked no day and has numbers is not", []facts.Agent{sold("A01", "39", "20"), func() facts.Agent {
			a := sold("A02", "1", "10")
			a.Leave = idle
			return a
		}()}, "", "40/30"},
		{"who lacks a number leaves all open", []facts.Agent{sold("A01", "39", "20"), sold("A02", "5", "")}, "", "missing"},
		{"unless the metric says what that means", []facts.Agent{sold("A01", "39", "20"), sold("A02", "", "7")}, facts.MissingNotApplicable, "not applicable"},
		{"or that it is zero", []facts.Agent{sold("A01", "39", "20"), sold("A02", "", "7")}, facts.MissingZero, "0"},
		{"nobody had a customer", []facts.Agent{sold("A01", "0", "0"), sold("A02", "0", "0")}, "", "not applicable"},
		{"one without customers adds nothing", []facts.Agent{sold("A01", "39", "20"), sold("A02", "0", "0")}, "", "39/20"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			metrics := perCustomer()
			m := metrics["of_all"]
			m.Missing = tt.rule
			metrics["of_all"] = m
			s := schema(t, metrics)
			table := build(t, s, facts.Month{Period: january(), Agents: tt.agents})
			assert.Equal(t, tt.want, read(t, s, table, "A01", "of_all"))
		})
	}
}

// TestAGapIsToldOnce: a hundred agents ask for the mean of the shop, and the
// two that lack a number are told at their numbers.
func TestAGapIsToldOnce(t *testing.T) {
	agents := []facts.Agent{sold("A000", "", "10"), sold("A001", "5", "")}
	for i := 2; i < 100; i++ {
		agents = append(agents, sold(fmt.Sprintf("A%03d", i), "20", "10"))
	}
	agents = append(agents, facts.Agent{ID: "Z", Shop: "another", Values: values{}})
	table := build(t, schema(t, perCustomer()), facts.Month{Period: january(), Agents: agents})
	c := facts.NewFactsCheck()
	for row := range int32(100) {
		table.FailState(c, row, "of_shop", explain.Missing)
	}
	assert.Equal(t, []string{"metric.missing agents[0].values.items", "metric.missing agents[1].values.customers"}, list(c.Problems()))
	assert.Equal(t, "A001", c.Problems()[1].Agent)

	c = facts.NewFactsCheck()
	table.FailState(c, 100, "of_shop", explain.Missing)
	assert.Equal(t, []string{"metric.missing agents[100].values.items", "metric.missing agents[100].values.customers"}, list(c.Problems()))
}

func TestSumsOutOfRange(t *testing.T) {
	c := facts.NewFactsCheck()
	top := "999999999999999999"
	s := schema(t, perCustomer())
	table := s.Build(facts.Month{Period: january(), Agents: []facts.Agent{
		{ID: "A01", Team: "full", Values: values{"items": d(top), "customers": d("1")}},
		{ID: "A02", Team: "over", Values: values{"items": d(top), "customers": d("1")}},
		{ID: "A03", Team: "over", Values: values{"items": d("1"), "customers": d("1")}},
	}}, c)
	var teams []string
	for _, p := range list(c.Problems()) {
		if strings.HasSuffix(p, "of_team") {
			teams = append(teams, p)
		}
	}
	assert.Equal(t, []string{"number.overflow agents[1].values.of_team"}, teams, "once, at the first of the group")
	assert.Equal(t, top, read(t, s, table, "A01", "of_team"), "18 digits are no overflow")
	assert.Equal(t, "overflow", read(t, s, table, "A03", "of_team"))
}

func TestGroupsAreTold(t *testing.T) {
	metrics := perCustomer()
	name := func(id, zh, en string) {
		m := metrics[id]
		m.Name = facts.Text{ZH: zh, EN: en}
		metrics[id] = m
	}
	name("of_shop", "全店客件数", "Items per customer of the shop")
	name("items", "件数", "Items")
	name("customers", "客数", "Customers")
	s := schema(t, metrics)
	at := func(a facts.Agent, shop string) facts.Agent { a.Shop, a.Status = shop, facts.Probation; return a }
	idle := facts.Agent{ID: "A03", Shop: "北店", Leave: []facts.Leave{leave(1, 31, facts.PaidLeave)}}
	table := build(t, s, facts.Month{Period: january(), Agents: []facts.Agent{
		at(sold("A01", "39", "20"), "北店"), at(sold("A02", "50", "100"), "北店"), idle, sold("A04", "2", "1"),
	}})
	for _, tt := range []struct {
		metric string
		row    int32
		zh, en string
	}{
		{
			"of_shop", 0, "全店客件数 ≈0.7417,店铺北店共 2 人合计:件数 89 个 ÷ 客数 120 个",
			"Items per customer of the shop ≈0.7417, over the shop 北店 (agents: 2): items 89 / customers 120",
		},
		{"of_shop", 3, "全店客件数 2,店铺(未填)共 1 人合计:件数 2 个 ÷ 客数 1 个", "Items per customer of the shop 2, over the shop (none) (agents: 1): items 2 / customers 1"},
		{"of_all", 0, "of_all ≈0.7521,全员共 3 人合计:件数 91 个 ÷ 客数 121 个", "of_all ≈0.7521, over all agents (3): items 91 / customers 121"},
		{"of_status", 1, "of_status ≈0.7417,用工状态试用期共 2 人合计:件数 89 个 ÷ 客数 120 个", "of_status ≈0.7417, over the status on probation (agents: 2): items 89 / customers 120"},
	} {
		ref, _ := s.Lookup(tt.metric)
		step := table.Explain(ref, tt.row)
		assert.Equal(t, tt.zh, step.Sentence(explain.Chinese))
		assert.Equal(t, tt.en, step.Sentence(explain.English))
	}
}

// TestTheOrderOfAgentsDoesNotMatter: the same groups have the same sums.
func TestTheOrderOfAgentsDoesNotMatter(t *testing.T) {
	s := schema(t, perCustomer())
	rapid.Check(t, func(rt *rapid.T) {
		var agents []facts.Agent
		for i := range rapid.IntRange(1, 12).Draw(rt, "agents") {
			a := sold(fmt.Sprintf("A%02d", i), fmt.Sprint(rapid.IntRange(0, 1000).Draw(rt, "items")), fmt.Sprint(rapid.IntRange(0, 1000).Draw(rt, "customers")))
			a.Team = rapid.SampledFrom([]string{"", "red", "blue"}).Draw(rt, "team")
			if rapid.IntRange(0, 9).Draw(rt, "gap") == 0 {
				delete(a.Values, "items")
			}
			agents = append(agents, a)
		}
		table := build(t, s, facts.Month{Period: january(), Agents: agents})
		other := build(t, s, facts.Month{Period: january(), Agents: rapid.Permutation(slices.Clone(agents)).Draw(rt, "order")})
		for _, a := range agents {
			for _, metric := range []string{"of_team", "of_all"} {
				require.Equal(rt, read(t, s, table, a.ID, metric), read(t, s, other, a.ID, metric), metric)
			}
		}
	})
}
