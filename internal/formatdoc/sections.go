package formatdoc

import (
	"reflect"

	"github.com/shopspring/decimal"

	"github.com/cspay/cspay/payout"
	"github.com/cspay/cspay/policy"
	"github.com/cspay/cspay/rank"
	"github.com/cspay/cspay/scoring"
	"github.com/cspay/cspay/scoring/facts"
)

// place is where docs/format.md explains a type.
type place struct {
	of            reflect.Type
	title, anchor string
}

// sections are the types that are explained at one place, in the order of the
// page.
func sections() []place {
	return []place{
		{reflect.TypeFor[facts.Text](), "name", "#names-and-texts"},
		{reflect.TypeFor[decimal.Decimal](), "number", "#numbers"},
		{reflect.TypeFor[facts.Date](), "day", "#days-and-months"},
		{reflect.TypeFor[facts.Period](), "month", "#days-and-months"},
		{reflect.TypeFor[facts.Sample](), "true, or list of keys", "#source-and-sample"},
		{reflect.TypeFor[facts.Metric](), "metric", "#metrics"},
		{reflect.TypeFor[facts.EventKind](), "kind of event", "#kinds-of-event"},
		{reflect.TypeFor[facts.Panel](), "panel", "#panels"},
		{reflect.TypeFor[facts.Inspection](), "inspection", "#inspections"},
		{reflect.TypeFor[policy.Rounding](), "rounding", "#rounding"},
		{reflect.TypeFor[scoring.Account](), "account", "#accounts"},
		{reflect.TypeFor[scoring.RedLine](), "red line", "#red-lines"},
		{reflect.TypeFor[scoring.Scheme](), "scheme", "#scheme"},
		{reflect.TypeFor[scoring.Block](), "block", "#blocks"},
		{reflect.TypeFor[scoring.Indicator](), "indicator", "#scheme"},
		{reflect.TypeFor[facts.Ranking](), "ranking", "#rankings"},
		{reflect.TypeFor[facts.Clause](), "condition", "#conditions"},
		{reflect.TypeFor[payout.Plan](), "pay", "#pay"},
		{reflect.TypeFor[payout.Item](), "pay item", "#pay"},
		{reflect.TypeFor[payout.Guard](), "guard", "#guard"},
		{reflect.TypeFor[rank.Streak](), "streak", "#streaks"},
		{reflect.TypeFor[rank.Elimination](), "elimination", "#eliminations"},
		{reflect.TypeFor[rank.ImprovementPlan](), "improvement plan", "#improvement-plans"},
		{reflect.TypeFor[rank.Ladder](), "ladder", "#ladder"},
		{reflect.TypeFor[rank.Gate](), "gate", "#gate"},
		{reflect.TypeFor[facts.Decision](), "decision", "#decisions"},
		{reflect.TypeFor[facts.Agent](), "agent", "#agents"},
		{reflect.TypeFor[facts.Day](), "daily row", "#daily-rows"},
		{reflect.TypeFor[facts.Event](), "event", "#events"},
		{reflect.TypeFor[facts.Ballot](), "ballot", "#ballots"},
		{reflect.TypeFor[facts.Chat](), "chat", "#chats"},
		{reflect.TypeFor[facts.Exclusion](), "exclusion", "#exclusions"},
	}
}

// home is the section of a type that is explained at one place.
func home(t reflect.Type) (title, anchor string) {
	for _, s := range sections() {
		if s.of == t {
			return s.title, s.anchor
		}
	}
	return "", ""
}
