package main

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// visited is the small shop with visitors: A1 serves 300 a day and A2 200.
func visited(t *testing.T) string {
	t.Helper()
	dir := shop(
		t, "policy.yaml", "metrics:\n", `metrics:
  visitors: {name: {zh: 接待量, en: Visitors}, unit: count, from: {daily: sum}}
  buyers: {name: {zh: 成交人数, en: Buyers}, unit: count, from: {daily: sum}}
  conversion: {name: {zh: 转化率, en: Conversion}, unit: ratio, from: {ratio: buyers, to: visitors}}
`,
		"facts.yaml", "agents:\n", `agents:
  - {id: A0, role: pre_sales, values: {exam: 90, wage: 3000.00}}
`,
	)
	write(t, dir+"/daily.csv", "agent,date,visitors,buyers\nA1,2026-01-05,300,54\nA2,2026-01-05,200,42\n")
	return dir
}

func TestLoadVerb(t *testing.T) {
	t.Parallel()
	dir := visited(t)
	t.Run("LF7: as text", func(t *testing.T) {
		t.Parallel()
		assert.Equal(t, outcome{exitDone, `Tea-shop pay, 2026-01: compared by visitors a day worked

load              agents  days worked  load a day  Conversion
200.00 to 200.00       1            1      200.00    21.0000%
300.00 to 300.00       1            1      300.00    18.0000%
all                    2            2      250.00    19.2000%

In no band, without a day worked or without a figure: 1
`, ""}, call(dir, "load", "-by", "visitors", dir, "-lang", "en"))
	})
	t.Run("by bands and days, with the metrics named", func(t *testing.T) {
		t.Parallel()
		assert.Equal(t, outcome{exitDone, `茶铺客服薪酬 2026-01 按每个出勤日的接待量分组比较

负荷               出勤天数  日均负荷  成交人数  成交人数/天    转化率
200 以上,低于 300         1    200.00        42        42.00  21.0000%
300 以上                  1    300.00        54        54.00  18.0000%
全部                      2    250.00        96        48.00  19.2000%
`, ""}, call(dir, "load", dir, "-by=visitors", "-per=days", "-bands=200,300", "-metrics=buyers,conversion"))
	})
	t.Run("as JSON", func(t *testing.T) {
		t.Parallel()
		got := call(dir, "load", dir, "-by", "visitors", "-groups", "1", "-format", "json")
		require.Equal(t, exitDone, got.status, got.stderr)
		type number struct{ Num, Den, Text, State string }
		type figure struct {
			Metric string
			Of     int
			Value  number
		}
		type band struct {
			Least, Most, Load number
			Count, Days       int
			Figures           []figure
		}
		assert.Equal(t, struct {
			Policy, Month, By, Per string
			Without                int
			Bands                  []band
			All                    band
		}{
			"tea-shop", "2026-01", "visitors", "agents", 1,
			[]band{{
				number{"200", "1", "200.00", "known"},
				number{"300", "1", "300.00", "known"},
				number{"500", "2", "250.00", "known"},
				2, 2,
				[]figure{{"conversion", 2, number{"96", "500", "0.192000", "known"}}},
			}},
			band{
				number{"200", "1", "200.00", "known"},
				number{"300", "1", "300.00", "known"},
				number{"500", "2", "250.00", "known"},
				2, 2,
				[]figure{{"conversion", 2, number{"96", "500", "0.192000", "known"}}},
			},
		}, strict[struct {
			Policy, Month, By, Per string
			Without                int
			Bands                  []band
			All                    band
		}](t, got.stdout))
	})
	t.Run("every problem of the query at once", func(t *testing.T) {
		t.Parallel()
		got := call(dir, "load", dir, "-by", "visits", "-metrics", "exam,conversion", "-per", "days", "-lang", "en")
		assert.Equal(t, outcome{exitProblems, "", `error: metric.unknown at load.by: want a metric of the policy; nearest: visitors, got "visits"
error: metric.unit at load.metrics[0]: want a metric that adds up: of what each agent is given, a count, money or days, got "exam"
`}, got)
		v := strict[jsonProblems](t, call(dir, "load", dir, "-by", "visits", "-format", "json").stdout)
		require.Len(t, v.Problems, 1)
		assert.Equal(t, "visits", v.Problems[0].Got)
	})
}

func TestStaffingVerb(t *testing.T) {
	t.Parallel()
	dir := visited(t)
	assert.Equal(t, outcome{exitDone, `茶铺客服薪酬 2026-01 人员配比:共 3 人,其他岗位 0 人

岗位  配比  现有  应有  多(+)缺(-)
售前     2     2     2           0
售后     1     1     1           0
`, ""}, call(dir, "staffing", dir, "-ratio", "pre_sales=2,after_sales=1"), "TM16: 3 people at 2:1")
	assert.Contains(t, call(dir, "staffing", dir, "-ratio=qa=1", "-format=json").stdout, `"others": 3,`)
	assert.Equal(t, "error: name.duplicate at ratio[1].role: want each role once, got \"qa\"\n",
		call(dir, "staffing", dir, "-ratio", "qa=1,qa=2", "-lang", "en").stderr)
}

func TestUsageOfPlanning(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		it   string
		args []string
		want string
	}{
		{"no metric to compare by", []string{"load", "shop"}, `load needs -by, the metric whose units per day are the load`},
		{"no ratio", []string{"staffing", "shop"}, `staffing needs -ratio, as pre_sales=2,after_sales=1`},
		{"a flag of another verb", []string{"close", "shop", "-by", "visitors"}, `-by goes with load, not with close`},
		{"a ratio to load", []string{"load", "shop", "-by", "x", "-ratio", "a=1"}, `-ratio goes with staffing, not with load`},
		{"an empty metric", []string{"load", "shop", "-by="}, `invalid value "" for flag -by: want the id of a metric`},
		{"an unknown unit of comparison", []string{"load", "shop", "-per", "week"}, `invalid value "week" for flag -per: want agents or days`},
		{"groups that are no number", []string{"load", "shop", "-groups", "few"}, `invalid value "few" for flag -groups: want a whole number above 0`},
		{"no groups", []string{"load", "shop", "-groups", "0"}, `invalid value "0" for flag -groups: want a whole number above 0`},
		{"bands that are no numbers", []string{"load", "shop", "-bands", "50,,80"}, `invalid value "50,,80" for flag -bands: want numbers, as 50,80`},
		{"an empty metric among others", []string{"load", "shop", "-metrics", "a,"}, `invalid value "a," for flag -metrics: want the ids of metrics, as conversion,response`},
		{"a ratio without numbers", []string{"staffing", "shop", "-ratio", "a:b"}, `invalid value "a:b" for flag -ratio: want roles with their parts, as pre_sales=2,after_sales=1`},
		{"a ratio below 0", []string{"staffing", "shop", "-ratio", "a=-1"}, `invalid value "a=-1" for flag -ratio: want roles with their parts, as pre_sales=2,after_sales=1`},
		{"no folder to compare", []string{"load", "-by", "x"}, `load needs DIR`},
	} {
		t.Run(c.it, func(t *testing.T) {
			t.Parallel()
			assert.Equal(t, outcome{exitUsage, "", "cspay: " + c.want + "\n" + synopsis}, call("", c.args...))
		})
	}
	for _, word := range []string{"load DIR", "staffing DIR", "-by METRIC", "-per agents|days", "-groups N", "-bands N,N", "-metrics A,B", "-ratio ROLE=N,..."} {
		assert.Contains(t, help, "\n  "+word+" ")
	}
}
