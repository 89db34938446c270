package report_test

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/policy"
	"github.com/cspay/cspay/policy/report"
	"github.com/cspay/cspay/scoring/facts"
)

// experiment closes a month of two agents of one day each: A serves 300
// visitors, B 200 and a guest none.
func experiment() (*policy.Result, error) {
	sum := facts.From{Daily: facts.Sum}
	doc := policy.Document{
		ID: "load", Name: facts.Text{ZH: "接待实验", EN: "Load experiment"}, Currency: "CNY",
		Metrics: facts.Metrics{
			"visitors":   {Name: facts.Text{ZH: "接待量", EN: "Visitors"}, Unit: facts.Count, From: sum},
			"buyers":     {Unit: facts.Count, From: sum},
			"conversion": {Name: facts.Text{ZH: "转化率", EN: "Conversion"}, Unit: facts.Ratio, From: facts.From{Ratio: "buyers", To: "visitors"}},
			"sales":      {Name: facts.Text{ZH: "销售额", EN: "Sales"}, Unit: facts.Money, Missing: facts.MissingNotApplicable, From: sum},
		},
	}
	june, err := facts.ParsePeriod("2026-06")
	if err != nil {
		return nil, err
	}
	days := func(visitors, buyers, sales string) []facts.Day {
		values := map[string]decimal.Decimal{"visitors": d(visitors), "buyers": d(buyers)}
		if sales != "" {
			values["sales"] = d(sales)
		}
		return []facts.Day{{Date: june.First(), Values: values}}
	}
	p, err := policy.New(doc)
	if err != nil {
		return nil, err
	}
	return p.Close(facts.Month{Period: june, Agents: []facts.Agent{
		{ID: "A", Role: "pre_sales", Days: days("300", "54", "5000.50")},
		{ID: "B", Role: "after_sales", Days: days("200", "42", "")},
		{ID: "C", Role: "guest"},
	}}, policy.History{})
}

func ExampleLoad() {
	res, err := experiment()
	if err != nil {
		fmt.Println(err)
		return
	}
	table, err := res.CompareLoad(policy.LoadQuery{By: "visitors", Groups: 2, Metrics: []string{"conversion"}})
	if err != nil {
		fmt.Println(err)
		return
	}
	_ = report.Load(os.Stdout, table, report.English)
	// Output:
	// Load experiment, 2026-06: compared by visitors a day worked
	//
	// load              agents  days worked  load a day  Conversion
	// 200.00 to 200.00       1            1      200.00    21.0000%
	// 300.00 to 300.00       1            1      300.00    18.0000%
	// all                    2            2      250.00    19.2000%
	//
	// In no band, without a day worked or without a figure: 1
}

func ExampleStaffing() {
	res, err := experiment()
	if err != nil {
		fmt.Println(err)
		return
	}
	staffing, err := res.Staffing(policy.StaffShare{Role: "pre_sales", Parts: 2}, policy.StaffShare{Role: "guest", Parts: 2})
	if err != nil {
		fmt.Println(err)
		return
	}
	_ = report.Staffing(os.Stdout, staffing, report.English)
	// Output:
	// Load experiment, 2026-06: staffing (agents: 2, of other roles: 1)
	//
	// role       ratio  have  want  over (+), short (-)
	// pre-sales      2     1     1                    0
	// guest          2     1     1                    0
}

func TestLoad(t *testing.T) {
	t.Parallel()
	res, err := experiment()
	require.NoError(t, err)
	for _, c := range []struct {
		it   string
		q    policy.LoadQuery
		want string
	}{
		{"LF7: bands, a sum with what a day brings, and how many of a band have a figure", policy.LoadQuery{
			By: "visitors", Bands: []decimal.Decimal{d("200.5"), d("250"), d("400")}, Metrics: []string{"sales", "conversion"},
		}, `接待实验 2026-06 按每个出勤日的接待量分组比较

负荷                 人数  出勤天数  日均负荷         销售额  销售额/天    转化率
低于 200.5              1         1    200.00              -          -  21.0000%
200.5 以上,低于 250     0         0         -              -          -         -
250 以上,低于 400       1         1    300.00        5000.50    5000.50  18.0000%
400 以上                0         0         -              -          -         -
全部                    2         2    250.00  5000.50 (1/2)    5000.50  19.2000%

没有出勤日或缺少数据,未计入任何一组:1
`},
		{"days, of which there is no second count", policy.LoadQuery{By: "visitors", Per: policy.LoadDays, Groups: 1, Metrics: []string{"conversion"}}, `接待实验 2026-06 按每个出勤日的接待量分组比较

负荷              出勤天数  日均负荷    转化率
200.00 至 300.00         2    250.00  19.2000%
全部                     2    250.00  19.2000%
`},
	} {
		t.Run(c.it, func(t *testing.T) {
			t.Parallel()
			table, err := res.CompareLoad(c.q)
			require.NoError(t, err)
			var b strings.Builder
			require.NoError(t, report.Load(&b, table, report.Chinese))
			assert.Equal(t, c.want, b.String())
		})
	}
	t.Run("a table that no month gives is written too", func(t *testing.T) {
		t.Parallel()
		var b strings.Builder
		require.NoError(t, report.Load(&b, policy.LoadTable{
			All: policy.LoadBand{Count: 1}, Bands: make([]policy.LoadBand, 1), Metrics: make([]policy.LoadMetric, 2),
		}, report.Chinese))
		assert.Contains(t, b.String(), "全部")
	})
}

func TestStaffingText(t *testing.T) {
	t.Parallel()
	var b strings.Builder
	require.NoError(t, report.Staffing(&b, policy.Staffing{
		Policy: "shop", Total: 3, Roles: []policy.StaffedRole{{Role: "pre_sales", Parts: 2, Have: 1, Want: 2}, {Role: "夜班", Parts: 1, Have: 2, Want: 1}},
	}, report.Chinese))
	assert.Equal(t, `shop  人员配比:共 3 人,其他岗位 0 人

岗位  配比  现有  应有  多(+)缺(-)
售前     2     1     2          -1
夜班     1     2     1          +1
`, b.String())
}

// refusing is a writer that takes nothing.
type refusing struct{}

func (refusing) Write([]byte) (int, error) { return 0, errors.New("no") }

func TestPlanningReportsReturnTheWritersError(t *testing.T) {
	t.Parallel()
	require.Error(t, report.Load(refusing{}, policy.LoadTable{}, report.English))
	require.Error(t, report.Staffing(refusing{}, policy.Staffing{}, report.English))
}
