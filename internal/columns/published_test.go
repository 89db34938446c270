package columns_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/scoring/facts"
)

func TestTM14TargetsArePublishedTheMonthBefore(t *testing.T) {
	tests := []struct {
		name, month, day string
		by               int
		want             []string
	}{
		{"TM14: by the 29th of the month before", "2026-06", "2026-05-29", 29, nil},
		{"TM14: a day later", "2026-06", "2026-05-30", 29, []string{"W target.late published.sales_target"}},
		{"TM14: the 29th of the month itself", "2026-06", "2026-06-29", 29, []string{"W target.late published.sales_target"}},
		{"TM14: long before", "2026-06", "2025-12-31", 29, nil},
		{"TM14: the last day of a February without a 29th", "2026-03", "2026-02-28", 29, nil},
		{"TM14: the day after such a February", "2026-03", "2026-03-01", 29, []string{"W target.late published.sales_target"}},
		{"TM14: the 29th of a leap February", "2024-03", "2024-02-29", 29, nil},
		{"TM14: the last day of a month of 30 for the 31st", "2026-05", "2026-04-30", 31, nil},
		{"TM14: the day after a month of 30", "2026-05", "2026-05-01", 31, []string{"W target.late published.sales_target"}},
		{"over the year", "2026-01", "2025-12-30", 29, []string{"W target.late published.sales_target"}},
		{"TM14: not given", "2026-06", "", 29, []string{"W target.unpublished published.sales_target"}},
		{"there is no month before the first", "1900-01", "", 29, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := schema(t, facts.Metrics{"sales_target": {Unit: facts.Money, PublishBy: &tt.by}})
			m := facts.Month{Period: parsed(t, tt.month+"-01").Period()}
			if tt.day != "" {
				m.Published = map[string]facts.Date{"sales_target": parsed(t, tt.day)}
			}
			c := facts.NewFactsCheck()
			s.Build(m, c)
			assert.Equal(t, tt.want, list(c.Problems()))
		})
	}
}

func TestPublishedIsChecked(t *testing.T) {
	s := schema(t, facts.Metrics{"sales_target": {Unit: facts.Money, PublishBy: intp(29)}, "sales": {Unit: facts.Money}})
	tests := []struct {
		name string
		id   string
		day  facts.Date
		want []string
	}{
		{"an unknown metric", "sales_tarjet", day(1), []string{"metric.unknown published.sales_tarjet", "W target.unpublished published.sales_target"}},
		{"a metric that is not to be published", "sales", day(1), []string{"W shape.one_of published.sales", "W target.unpublished published.sales_target"}},
		{"no day", "sales_target", 0, []string{"shape.required published.sales_target"}},
		{"a number that is no day", "sales_target", -1, []string{"date.invalid published.sales_target"}},
		{"a day after the last", "sales_target", 200000, []string{"date.invalid published.sales_target"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := facts.NewFactsCheck()
			s.Build(facts.Month{Period: january(), Published: map[string]facts.Date{tt.id: tt.day}}, c)
			assert.Equal(t, tt.want, list(c.Problems()))
		})
	}
	c := facts.NewFactsCheck()
	s.Build(facts.Month{Period: january(), Published: map[string]facts.Date{"sales_tarjet": day(1)}}, c)
	assert.Contains(t, wants(c.Problems(), "published.sales_tarjet"), "nearest: sales_target")
}

func TestPublishByIsChecked(t *testing.T) {
	for by, want := range map[int][]string{
		1: nil, 31: nil,
		0: {"number.range metrics.t.publish_by"}, 32: {"number.range metrics.t.publish_by"}, -1: {"number.range metrics.t.publish_by"},
	} {
		c := facts.NewCheck()
		columns.NewSchema(facts.Metrics{"t": {Unit: facts.Money, PublishBy: &by}}, c.At("metrics"))
		assert.Equal(t, want, list(c.Problems()), "%d", by)
	}
}
