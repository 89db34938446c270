package columns_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/scoring/facts"
)

// figures has each figure of the inspection, and of its random chats.
func figures(t testing.TB, q facts.Inspection) *columns.Schema {
	t.Helper()
	metrics := facts.Metrics{
		"rude_share": {Unit: facts.Ratio, From: facts.From{Ratio: "fatal", To: "chats"}},
		"calls":      {Unit: facts.Count, Missing: facts.MissingZero, From: facts.From{Daily: facts.Sum}},
	}
	for figure, unit := range map[facts.InspectionFigure]facts.Unit{
		facts.MeanMark: facts.Points, facts.ChatCount: facts.Count, facts.FatalChats: facts.Count,
		facts.ErrorCount: facts.Count, facts.Coverage: facts.Ratio, facts.Transferred: facts.Percent,
	} {
		metrics[string(figure)] = facts.Metric{Unit: unit, From: facts.From{Inspection: "qa", Figure: figure}}
		for source := range q.Sources {
			if figure != facts.Coverage {
				metrics[source+"_"+string(figure)] = facts.Metric{Unit: unit, From: facts.From{Inspection: "qa", Figure: figure, Source: source}}
			}
		}
	}
	c := facts.NewCheck()
	s := columns.NewSchemaWith(columns.Vocabulary{Inspections: facts.Inspections{"qa": q}, Metrics: metrics}, c)
	require.Empty(t, list(c.Problems()))
	return s
}

// found is a chat of A01; its id is given by inspectedMonth.
func found(source string, on int, items ...string) facts.Chat {
	return facts.Chat{Agent: "A01", Date: day(on), Inspection: "qa", Source: source, Items: items}
}

// inspectedMonth is A01, who worked on the 5th and the 6th, and A02; the ids
// of chats follow their order.
func inspectedMonth(chats ...facts.Chat) facts.Month {
	for i := range chats {
		if chats[i].ID == "" {
			chats[i].ID = fmt.Sprintf("C%02d", i)
		}
	}
	return facts.Month{
		Period: january(), Chats: chats,
		Agents: []facts.Agent{{ID: "A01", Days: []facts.Day{{Date: day(5)}, {Date: day(6)}}}, {ID: "A02", Hired: day(10), Left: day(20)}},
	}
}

func TestChatsAreChecked(t *testing.T) {
	with := func(change func(*facts.Chat)) []facts.Chat {
		ch := found("random", 5, "phrase")
		ch.Sampler = "A02"
		change(&ch)
		return []facts.Chat{ch}
	}
	tests := []struct {
		name  string
		chats []facts.Chat
		want  []string
		says  string // of the first
	}{
		{"YT8: a colleague's sample", with(func(*facts.Chat) {}), nil, ""},
		{"a sampler of no roster", with(func(ch *facts.Chat) { ch.Sampler = "质检组" }), nil, ""},
		{"nobody who sampled it", with(func(ch *facts.Chat) { ch.Sampler = "" }), nil, ""},
		{"YT8: one's own sample", with(func(ch *facts.Chat) { ch.Sampler = "A01" }), []string{"chat.self chats[0].sampler"}, "a sampler other than the agent"},
		{"one's own sample behind a space", with(func(ch *facts.Chat) { ch.Sampler = "A01 " }), []string{"id.space chats[0].sampler"}, "an id without outer white space"},
		{"no id", append(with(func(*facts.Chat) {}), facts.Chat{ID: " ", Agent: "A01"}), []string{"id.space chats[1].id"}, "an id without outer white space"},
		{"an id twice", append(with(func(*facts.Chat) {}), with(func(ch *facts.Chat) { ch.ID, ch.Date = "C00", day(6) })...), []string{"id.duplicate chats[1].id"}, "an id of its own; also at chats[0].id"},
		{"an unknown agent", with(func(ch *facts.Chat) { ch.Agent, ch.Sampler = "A03", "A03" }), []string{"agent.unknown chats[0].agent"}, "an agent of the roster"},
		{"no agent", with(func(ch *facts.Chat) { ch.Agent, ch.Sampler = "", "" }), []string{"agent.unknown chats[0].agent"}, "an agent of the roster"},
		{"no date", with(func(ch *facts.Chat) { ch.Date = 0 }), []string{"shape.required chats[0].date"}, "a date"},
		{"the first day", with(func(ch *facts.Chat) { ch.Date = day(1) }), nil, ""},
		{"the last day", with(func(ch *facts.Chat) { ch.Date = day(31) }), nil, ""},
		{"the day before the month", with(func(ch *facts.Chat) { ch.Date = day(1) - 1 }), []string{"date.outside_month chats[0].date"}, "a date in 2026-01"},
		{"the day after it", with(func(ch *facts.Chat) { ch.Date = day(31) + 1 }), []string{"date.outside_month chats[0].date"}, "a date in 2026-01"},
		{"the first day in service", with(func(ch *facts.Chat) { ch.Agent, ch.Sampler, ch.Date = "A02", "", day(10) }), nil, ""},
		{"the day before it", with(func(ch *facts.Chat) { ch.Agent, ch.Sampler, ch.Date = "A02", "", day(9) }), []string{"date.outside_service chats[0].date"}, "a date in service"},
		{"the day after the last in service", with(func(ch *facts.Chat) { ch.Agent, ch.Sampler, ch.Date = "A02", "", day(21) }), []string{"date.outside_service chats[0].date"}, "a date in service"},
		{"a misspelt inspection", with(func(ch *facts.Chat) { ch.Inspection = "qaa" }), []string{"name.unknown chats[0].inspection"}, "an inspection of the policy; nearest: qa"},
		{"no inspection", with(func(ch *facts.Chat) { ch.Inspection = "" }), []string{"name.unknown chats[0].inspection"}, "an inspection of the policy"},
		{"LF2: a misspelt source", with(func(ch *facts.Chat) { ch.Source = "randon" }), []string{"name.unknown chats[0].source"}, "a source of qa; nearest: random"},
		{"LF4: a misspelt error", with(func(ch *facts.Chat) { ch.Items = []string{"vague", "phrases"} }), []string{"name.unknown chats[0].items[1]"}, "an error of qa; nearest: phrase"},
		{"an error twice", with(func(ch *facts.Chat) { ch.Items = []string{"vague", "phrase", "vague"} }), []string{"name.duplicate chats[0].items[2]"}, "each error once"},
		{
			"everything at once", with(func(ch *facts.Chat) {
				*ch = facts.Chat{ID: "C", Agent: "A01", Sampler: "A01", Date: day(40 - 31), Inspection: "qa", Source: "x", Items: []string{"y", "z"}}
				ch.Date = day(1) - 1
			}),
			[]string{"chat.self chats[0].sampler", "date.outside_month chats[0].date", "name.unknown chats[0].source", "name.unknown chats[0].items[0]", "name.unknown chats[0].items[1]"},
			"a sampler other than the agent",
		},
		{"a second chat after an unknown agent", append(with(func(ch *facts.Chat) { ch.Agent = "A03" }), with(func(ch *facts.Chat) { ch.Agent = "A03" })...), []string{"agent.unknown chats[0].agent", "agent.unknown chats[1].agent"}, "an agent of the roster"},
	}
	s := figures(t, quality())
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := facts.NewFactsCheck()
			s.Build(inspectedMonth(tt.chats...), c)
			assert.Equal(t, tt.want, list(c.Problems()))
			if len(tt.want) > 0 {
				assert.Equal(t, tt.says, wants(c.Problems(), c.Problems()[0].Path))
			}
			for _, p := range c.Problems() {
				assert.Equal(t, tt.chats[len(tt.chats)-1].Agent, p.Agent)
			}
		})
	}
}

// TestChatsAreTheirInspections: a chat of one inspection is none of another.
func TestChatsAreTheirInspections(t *testing.T) {
	other := quality()
	other.Mark, other.Fatal, other.Items = d("10"), []string{"phrase"}, values{"insult": d("1")}
	mark := func(id string) facts.Metric {
		return facts.Metric{Unit: facts.Points, From: facts.From{Inspection: id, Figure: facts.MeanMark}}
	}
	c := facts.NewCheck()
	s := columns.NewSchemaWith(columns.Vocabulary{
		Inspections: facts.Inspections{"qa": quality(), "pk": other}, Metrics: facts.Metrics{"qa": mark("qa"), "pk": mark("pk")},
	}, c)
	require.Empty(t, list(c.Problems()))
	m := inspectedMonth(found("random", 5, "phrase"), found("random", 5, "phrase"), found("random", 6, "insult"), found("random", 6, "insult"))
	m.Chats[1].Inspection, m.Chats[2].Inspection = "pk", "pk"
	table := build(t, s, m)
	// A random chat counts 2, so 2 x (95 + 0) over 4, and 2 x (0 + 9) over 4.
	assert.Equal(t, "190.00/4", read(t, s, table, "A01", "qa"))
	assert.Equal(t, "18.00/4", read(t, s, table, "A01", "pk"))
	assert.Equal(t, "not applicable", read(t, s, table, "A02", "pk"))
}

// TestChatsCanNotBeSubtracted: what is counted off chats is no amount that an
// exclusion could take off.
func TestChatsCanNotBeSubtracted(t *testing.T) {
	m := inspectedMonth(found("random", 5))
	m.Exclusions = []facts.Exclusion{{Agent: "A01", Subtract: values{"chats": d("1")}, Reason: "r"}}
	c := facts.NewFactsCheck()
	figures(t, quality()).Build(m, c)
	assert.Equal(t, []string{"metric.derived exclusions[0].subtract.chats"}, list(c.Problems()))
}
