package policy

import (
	"fmt"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	"github.com/cspay/cspay/scoring/facts"
)

// lawInspections are the inspections that the laws are tried on.
func lawInspections() facts.Inspections {
	return facts.Inspections{"qa": {
		Mark: dec("10"), Fatal: []string{"insult"}, Items: map[string]decimal.Decimal{"vague": dec("3.33"), "slow": dec("1")},
		Escalation: &facts.Escalation{At: 2}, PerDay: ref(2),
		Sources: map[string]facts.ChatSource{"random": {Sampled: true}, "complaint": {Weight: ref(dec("0.3"))}},
	}}
}

// inspectedMetrics are the figures of the inspection, which leave nothing open
// where an agent has no daily rows.
func inspectedMetrics() facts.Metrics {
	figures := facts.Metrics{}
	for figure, unit := range map[facts.InspectionFigure]facts.Unit{
		facts.MeanMark: facts.Points, facts.FatalChats: facts.Count, facts.Coverage: facts.Ratio, facts.Transferred: facts.Percent,
	} {
		figures["qa_"+string(figure)] = facts.Metric{
			Unit: unit, Better: facts.Higher, Missing: facts.MissingNotApplicable, From: facts.From{Inspection: "qa", Figure: figure},
		}
	}
	return figures
}

// genChats draws some chats of an agent in service.
func genChats(t *rapid.T, m *facts.Month, a facts.Agent, on func(label string) facts.Date) {
	for k := range rapid.IntRange(0, 5).Draw(t, "chats") {
		ch := facts.Chat{
			ID: fmt.Sprintf("c%s-%d", a.ID, k), Agent: a.ID, Date: on("chat"), Inspection: "qa", Sampler: "lead",
			Source: rapid.SampledFrom([]string{"random", "complaint"}).Draw(t, "source"),
			Items:  rapid.SliceOfNDistinct(rapid.SampledFrom([]string{"insult", "vague", "slow", "slow"}), 0, 2, rapid.ID).Draw(t, "errors"),
		}
		if rapid.Bool().Draw(t, "looked") {
			ch.Transferred = ref(rapid.Bool().Draw(t, "passed"))
		}
		m.Chats = append(m.Chats, ch)
	}
}
