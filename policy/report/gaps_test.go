package report_test

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/payout"
	"github.com/cspay/cspay/policy"
	"github.com/cspay/cspay/policy/report"
)

func ExampleGaps() {
	gaps, err := policy.GapsFrom(strings.NewReader(`
format: cspay/v1
id: shop
currency: CNY
metrics:
  wait: {unit: seconds, better: lower}
scheme:
  - {id: wait, name: {zh: 响应, en: Response}, points: 100, attainment: {metric: wait, target: 30, cap: 100%}, sample: [points, target]}
pay:
  - {id: base, name: {zh: 底薪, en: Base pay}, base_pay: {amount: 3000.00, basis: calendar}, sample: [amount]}
`))
	for _, lang := range []report.Lang{report.Chinese, report.English} {
		if err := report.Gaps(os.Stdout, gaps, lang); err != nil {
			fmt.Println(err)
		}
		fmt.Println("--")
	}
	fmt.Println(err)
	// Output:
	// 4 个数值是店里没有定的:1 个还缺,3 个是示例
	//
	// 条款         名称  数值项   数值  决定什么                            位置
	// scheme.wait  响应  formula  缺    决定「响应」越低越好时完成率怎么算  policy.yaml:8:59
	// scheme.wait  响应  points   100   决定「响应」满分多少分              policy.yaml:8:54
	//                    target   30    决定「响应」的目标是多少            policy.yaml:8:94
	// pay.base     底薪  amount   3000  决定「底薪」每月多少元              policy.yaml:10:65
	// --
	// Figures that the shop never stated: 4 (1 missing, 3 sample)
	//
	// clause       name      figure   value    what it decides                                      where
	// scheme.wait  Response  formula  missing  how Response attains a target where lower is better  policy.yaml:8:59
	// scheme.wait  Response  points   100      how many points Response is worth                    policy.yaml:8:54
	//                        target   30       what the target of Response is                       policy.yaml:8:94
	// pay.base     Base pay  amount   3000     how many yuan a month Base pay pays                  policy.yaml:10:65
	// --
	// policy.yaml:8:59: shape.required at scheme.indicators[0].attainment.formula: want ratio or gap, as lower is better
}

func TestGaps(t *testing.T) {
	t.Parallel()
	t.Run("nothing is open", func(t *testing.T) {
		t.Parallel()
		for lang, want := range map[report.Lang]string{
			report.Chinese: "0 个数值是店里没有定的:0 个还缺,0 个是示例\n",
			report.English: "Figures that the shop never stated: 0 (0 missing, 0 sample)\n",
		} {
			var b strings.Builder
			require.NoError(t, report.Gaps(&b, nil, lang))
			assert.Equal(t, want, b.String())
		}
	})
	t.Run("a literal has no places, and a hostile name is shown", func(t *testing.T) {
		t.Parallel()
		doc := document()
		doc.Pay.Items[0].Name.EN = "Base\x1b[31m"
		doc.Pay.Items[0].Pay = payout.BasePay{Basis: payout.Calendar}
		gaps, err := policy.GapsOf(doc)
		require.Error(t, err)
		var b strings.Builder
		require.NoError(t, report.Gaps(&b, gaps, report.English))
		assert.Equal(t, `Figures that the shop never stated: 1 (1 missing, 0 sample)

clause    name            figure  value    what it decides
pay.base  Base\u001b[31m  amount  missing  how many yuan a month Base\u001b[31m pays
`, b.String())
		checkPrintable(t, b.String())
	})
	t.Run("a stream that can not be written", func(t *testing.T) {
		t.Parallel()
		assert.EqualError(t, report.Gaps(full{}, nil, report.English), "full")
	})
}

// full is a stream that takes nothing more.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("full") }
