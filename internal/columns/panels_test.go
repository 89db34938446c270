package columns_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/scoring/facts"
)

// marks is a panel on agents and faults one on events, both without a fault.
func marks() facts.Panel {
	return facts.Panel{About: facts.AboutAgent, Roles: []string{"lead", "qa", "boss", "trainer"}, Scale: &facts.Scale{Most: d("5")}}
}

func faults() facts.Panel {
	return facts.Panel{About: facts.AboutEvent, Roles: []string{"lead", "qa", "boss", "trainer"}}
}

func TestPanelsAreChecked(t *testing.T) {
	agents := func(change func(*facts.Panel)) facts.Panel {
		p := marks()
		change(&p)
		return p
	}
	events := func(change func(*facts.Panel)) facts.Panel {
		p := faults()
		change(&p)
		return p
	}
	tests := []struct {
		name  string
		panel facts.Panel
		want  []string
		says  string // of the first
	}{
		{"marks on agents", marks(), nil, ""},
		{"verdicts on events", faults(), nil, ""},
		{"no roles, so that anybody may vote", agents(func(p *facts.Panel) { p.Roles = nil }), nil, ""},
		{"about nothing", agents(func(p *facts.Panel) { p.About = "" }), []string{"shape.required panels.p.about"}, "agent or event"},
		{"about something unknown", agents(func(p *facts.Panel) { p.About = "team" }), []string{"word.unknown panels.p.about"}, "one of agent event"},
		{"a quorum of 1", agents(func(p *facts.Panel) { p.Quorum = intp(1) }), nil, ""},
		{"a quorum of 0", agents(func(p *facts.Panel) { p.Quorum = intp(0) }), []string{"number.range panels.p.quorum"}, "1 to 1000 votes"},
		{"a quorum below 0 on events", events(func(p *facts.Panel) { p.Quorum = intp(-1) }), []string{"number.range panels.p.quorum"}, "1 to 1000 votes"},
		{"the largest quorum", events(func(p *facts.Panel) { p.Quorum = intp(1000) }), nil, ""},
		{"a quorum above it", events(func(p *facts.Panel) { p.Quorum = intp(1001) }), []string{"number.range panels.p.quorum"}, "1 to 1000 votes"},
		{"an unknown reading of too few", agents(func(p *facts.Panel) { p.BelowQuorum = "zero" }), []string{"word.unknown panels.p.below_quorum"}, "one of error not_applicable"},
		{"a tie of marks", agents(func(p *facts.Panel) { p.Tie = facts.Against }), []string{"shape.one_of panels.p.tie"}, "no tie: marks on an agent are averaged"},
		{"a tie of verdicts", events(func(p *facts.Panel) { p.Tie = facts.Against }), nil, ""},
		{"an unknown tie", events(func(p *facts.Panel) { p.Tie = "coin" }), []string{"word.unknown panels.p.tie"}, "one of not_attributable against undecided"},
		{"marks without a scale", agents(func(p *facts.Panel) { p.Scale = nil }), []string{"shape.required panels.p.scale"}, "the least and the most that a vote can be"},
		{"verdicts with a scale", events(func(p *facts.Panel) { p.Scale = marks().Scale }), []string{"shape.one_of panels.p.scale"}, "no scale: a vote on an event is 1 or 0"},
		{"a scale of one mark", agents(func(p *facts.Panel) { p.Scale = &facts.Scale{Least: d("5"), Most: d("5")} }), []string{"band.order panels.p.scale.most"}, "a most above the least"},
		{"a scale of a hundredth", agents(func(p *facts.Panel) { p.Scale = &facts.Scale{Least: d("4.99"), Most: d("5")} }), nil, ""},
		{"a scale from below 0", agents(func(p *facts.Panel) { p.Scale = &facts.Scale{Least: d("-5"), Most: d("0")} }), nil, ""},
		{"a scale of thousandths", agents(func(p *facts.Panel) { p.Scale = &facts.Scale{Most: d("5.001")} }), []string{"number.scale panels.p.scale.most"}, "at most 2 decimals"},
		{"a role without a name", agents(func(p *facts.Panel) { p.Roles[1] = "" }), []string{"shape.required panels.p.roles[1]"}, "an id"},
		{"a role with a space behind it", agents(func(p *facts.Panel) { p.Roles[1] = "qa " }), []string{"id.space panels.p.roles[1]"}, "an id without outer white space"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := facts.NewCheck()
			columns.NewSchemaWith(columns.Vocabulary{Panels: facts.Panels{"p": tt.panel}}, c)
			assert.Equal(t, tt.want, list(c.Problems()))
			if len(tt.want) > 0 {
				assert.Equal(t, tt.says, wants(c.Problems(), c.Problems()[0].Path))
			}
		})
	}
	c := facts.NewCheck()
	columns.NewSchemaWith(columns.Vocabulary{Panels: facts.Panels{"": marks(), " p": marks()}}, c)
	assert.Equal(t, []string{"shape.required panels.", "id.space panels. p"}, list(c.Problems()), "an id is needed")
}

func TestPanelsOfMetricsAreChecked(t *testing.T) {
	from := func(event, panel string) facts.From { return facts.From{Event: event, Panel: panel} }
	tests := []struct {
		name   string
		metric facts.Metric
		want   []string
		says   string
	}{
		{"marks in points", facts.Metric{Unit: facts.Points, From: from("", "teamwork")}, nil, ""},
		{"marks as a number", facts.Metric{Unit: facts.Number, From: from("", "teamwork")}, nil, ""},
		{"marks in yuan", facts.Metric{Unit: facts.Money, From: from("", "teamwork")}, []string{"metric.unit metrics.x.from.panel"}, "a metric in points, or a number"},
		{"marks in percent", facts.Metric{Unit: facts.Percent, From: from("", "teamwork")}, []string{"metric.unit metrics.x.from.panel"}, "a metric in points, or a number"},
		{"events that a panel attributes", facts.Metric{Unit: facts.Count, From: from("bad_review", "attribution")}, nil, ""},
		{"a misspelt panel", facts.Metric{Unit: facts.Points, From: from("", "teamwrok")}, []string{"name.unknown metrics.x.from.panel"}, "a panel of the policy; nearest: teamwork"},
		{"a misspelt panel of events", facts.Metric{Unit: facts.Count, From: from("bad_review", "atribution")}, []string{"name.unknown metrics.x.from.panel"}, "a panel of the policy; nearest: attribution"},
		{"marks of a panel about events", facts.Metric{Unit: facts.Points, From: from("", "attribution")}, []string{"shape.one_of metrics.x.from.panel"}, "a panel about an agent"},
		{"events of a panel about agents", facts.Metric{Unit: facts.Count, From: from("bad_review", "teamwork")}, []string{"shape.one_of metrics.x.from.panel"}, "a panel about an event"},
		{"a panel and daily rows", facts.Metric{Unit: facts.Points, From: facts.From{Panel: "teamwork", Daily: facts.Sum}}, []string{"shape.one_of metrics.x.from"}, oneDerivation},
		{"a panel and a status", facts.Metric{Unit: facts.Points, From: facts.From{Panel: "teamwork", Status: facts.Upheld}}, []string{"shape.one_of metrics.x.from.status"}, "no status without event or amounts"},
		{"a share of the attributed", facts.Metric{Unit: facts.Ratio, From: facts.From{Ratio: "bad", To: "all"}}, nil, ""},
		{"a mean of votes is not one number", facts.Metric{Unit: facts.Ratio, From: facts.From{Ratio: "team", To: "all"}}, []string{"metric.unknown metrics.x.from.ratio"}, "a metric that is one number, not a ratio or a mean"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := facts.NewCheck()
			columns.NewSchemaWith(columns.Vocabulary{
				Panels: facts.Panels{"teamwork": marks(), "attribution": faults()},
				Metrics: facts.Metrics{
					"x": tt.metric, "team": {Unit: facts.Points, From: from("", "teamwork")},
					"bad": {Unit: facts.Count, From: from("bad_review", "attribution")},
					"all": {Unit: facts.Count, From: from("bad_review", "")},
				},
			}, c)
			assert.Equal(t, tt.want, list(c.Problems()))
			if len(tt.want) > 0 {
				assert.Equal(t, tt.says, wants(c.Problems(), c.Problems()[0].Path))
			}
		})
	}
}

// TestPanelsAreCopied changes the panels that a schema was made of.
func TestPanelsAreCopied(t *testing.T) {
	panel, metrics := marks(), facts.Metrics{"team": {Unit: facts.Points, From: facts.From{Panel: "teamwork"}}}
	panel.Quorum = intp(1)
	c := facts.NewCheck()
	s := columns.NewSchemaWith(columns.Vocabulary{Panels: facts.Panels{"teamwork": panel}, Metrics: metrics}, c)
	require.Empty(t, list(c.Problems()))
	panel.Roles[1], *panel.Scale, *panel.Quorum = "nobody", facts.Scale{Most: d("1")}, 9
	m := votingMonth()
	m.Ballots = cast(onAgent, "5")
	m.Ballots[0].Role = "qa"
	table := build(t, s, m)
	assert.Equal(t, "5.00", read(t, s, table, "A01", "team"))
}
