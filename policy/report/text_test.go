package report_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/cspay/cspay/payout"
	"github.com/cspay/cspay/policy"
	"github.com/cspay/cspay/policy/report"
	"github.com/cspay/cspay/scoring"
	"github.com/cspay/cspay/scoring/facts"
)

// text closes a month and prints it.
func text(t require.TestingT, doc policy.Document, m facts.Month, lang report.Lang) string {
	p, err := policy.New(doc)
	require.NoError(t, err)
	res, err := p.Close(m, policy.History{})
	require.NoError(t, err)
	var b strings.Builder
	require.NoError(t, report.Text(&b, res, lang))
	return b.String()
}

// TestColumnsThatNobodyFills leaves parts of the policy out, one after another.
func TestColumnsThatNobodyFills(t *testing.T) {
	t.Parallel()
	people := func() facts.Month {
		return month(facts.Agent{ID: "A1", Name: "王敏", Role: "pre_sales"}, facts.Agent{ID: "A2"})
	}
	cases := []struct {
		it   string
		doc  func(*policy.Document)
		m    facts.Month
		want string
	}{
		{"everything", func(*policy.Document) {}, people(), `小店薪酬 2026-06 共 2 人

工号  姓名  岗位   得分  名次  基本工资     合计
A1    王敏  售前  90.00     1   3000.00  3000.00
A2                90.00     1   3000.00  3000.00

合计应发 6000.00 元
`},
		{"no rankings", func(d *policy.Document) { d.Rankings = nil }, people(), `小店薪酬 2026-06 共 2 人

工号  姓名  岗位   得分  基本工资     合计
A1    王敏  售前  90.00   3000.00  3000.00
A2                90.00   3000.00  3000.00

合计应发 6000.00 元
`},
		{"no scheme", func(d *policy.Document) { d.Scheme, d.Rankings = scoring.Scheme{}, nil }, people(), `小店薪酬 2026-06 共 2 人

工号  姓名  岗位  基本工资     合计
A1    王敏  售前   3000.00  3000.00
A2                 3000.00  3000.00

合计应发 6000.00 元
`},
		{"no pay, and so no total and no sum", func(d *policy.Document) { d.Pay = payout.Plan{} }, people(), `小店薪酬 2026-06 共 2 人

工号  姓名  岗位   得分  名次
A1    王敏  售前  90.00     1
A2                90.00     1
`},
		{
			"neither names nor roles, nor a name of the policy", func(d *policy.Document) { d.Name = facts.Text{} },
			month(facts.Agent{ID: "A1"}, facts.Agent{ID: "A2"}), `tiny 2026-06 共 2 人

工号   得分  名次  基本工资     合计
A1    90.00     1   3000.00  3000.00
A2    90.00     1   3000.00  3000.00

合计应发 6000.00 元
`,
		},
		{"an item that is for nobody", func(d *policy.Document) {
			d.Pay.Items = append(d.Pay.Items, payout.Item{
				ID: "extra", When: facts.When{{Role: []string{"manager"}}}, Pay: d.Pay.Items[0].Pay,
			})
		}, month(facts.Agent{ID: "A1"}), `小店薪酬 2026-06 共 1 人

工号   得分  名次  基本工资     合计
A1    90.00     1   3000.00  3000.00

合计应发 3000.00 元
`},
		{"an item that is for one of two, without a name", func(d *policy.Document) {
			d.Pay.Items = append(d.Pay.Items, payout.Item{
				ID: "extra", When: facts.When{{Role: []string{"pre_sales"}}}, Pay: d.Pay.Items[0].Pay,
			})
		}, people(), `小店薪酬 2026-06 共 2 人

工号  姓名  岗位   得分  名次  基本工资    extra     合计
A1    王敏  售前  90.00     1   3000.00  3000.00  6000.00
A2                90.00     1   3000.00           3000.00

合计应发 9000.00 元
`},
		{"nobody", func(*policy.Document) {}, month(), `小店薪酬 2026-06 共 0 人

合计应发 0.00 元
`},
		{"nobody and no pay", func(d *policy.Document) { d.Pay = payout.Plan{} }, month(), "小店薪酬 2026-06 共 0 人\n"},
	}
	for _, c := range cases {
		t.Run(c.it, func(t *testing.T) {
			t.Parallel()
			doc := document()
			c.doc(&doc)
			assert.Equal(t, c.want, text(t, doc, c.m, report.Chinese))
		})
	}
}

func TestTextOfAnAgentWithoutAScore(t *testing.T) {
	t.Parallel()
	m := month(facts.Agent{ID: "A1"}, facts.Agent{ID: "A2"})
	first, last := m.Period.First(), m.Period.Last()
	m.Agents[1].Leave = []facts.Leave{{From: first, Until: last, Kind: facts.UnpaidLeave}}
	assert.Equal(t, `Tiny pay, 2026-06 (agents: 2)

agent  score  place  Base pay    total
A1     90.00      1   3000.00  3000.00
A2         -      -      0.00     0.00

All totals together: 3000.00 yuan
`, text(t, document(), m, report.English))
}

// TestTextOfOddNames has the width of each name counted by hand.
func TestTextOfOddNames(t *testing.T) {
	t.Parallel()
	names := []struct {
		name  string
		shown string
		width int
	}{
		{"王敏", "王敏", 4},
		{"Ann", "Ann", 3},
		{"\uff21\uff2e", "\uff21\uff2e", 4}, // full-width letters
		{"\uff8a\uff85", "\uff8a\uff85", 2}, // half-width katakana
		{"한", "한", 2},
		{"\u1112\u1161\u11ab", "\u1112\u1161\u11ab", 2}, // the same, decomposed
		{"e\u0301", "e\u0301", 1},
		{"क्षि", "क्षि", 3},
		{"a\u20dd", "a\u20dd", 1}, // an enclosing mark
		{"a\u200bb", "a\u200bb", 2},
		{"a\u00adb", "a\u00adb", 3},
		{"😀", "😀", 2},
		{"a\tb", `a\u0009b`, 8},
		{"a\nb", `a\u000ab`, 8},
		{"\x1b[31m", `\u001b[31m`, 10},
		{"\u202eabc", `\u202eabc`, 9},
		{"a\x00", `a\u0000`, 7},
		{strings.Repeat("名", 40), strings.Repeat("名", 40), 80},
		{"", "", 0},
	}
	const widest = 80
	agents := make([]facts.Agent, len(names))
	for i, n := range names {
		agents[i] = facts.Agent{ID: string(rune('a' + i)), Name: n.name}
	}
	rows := strings.Split(text(t, document(), month(agents...), report.English), "\n")[3:]
	for i, n := range names {
		want := agents[i].ID + strings.Repeat(" ", len("agent")-1+2) + n.shown +
			strings.Repeat(" ", widest-n.width+2) + "90.00      1   3000.00  3000.00"
		assert.Equal(t, want, rows[i])
	}
}

// cells counts the columns of the characters that the law below draws from, by
// a table of its own.
func cells(t require.TestingT, s string) int {
	n := 0
	for _, r := range s {
		switch {
		case r >= 0x20 && r <= 0x7e, r == 'é', r == 'Ж':
			n++
		case r >= 0x4e00 && r <= 0x9fff, r >= 0xac00 && r <= 0xd7a3, r >= 0xff01 && r <= 0xff60, r >= 0x1f600 && r <= 0x1f64f:
			n += 2
		case r >= 0x300 && r <= 0x36f, r == 0x200d, r == 0xfe0f:
		default:
			require.Failf(t, "no width", "%U in %q", r, s)
		}
	}
	return n
}

// TestRowsAreOfOneWidth is the law of a table whose last column is of numbers:
// every row ends at the same terminal column, and so does each number.
func TestRowsAreOfOneWidth(t *testing.T) {
	t.Parallel()
	name := rapid.StringOfN(rapid.SampledFrom([]rune("aZ 9-王敏龘한글()éЖ😀\uff21\uff08\u0301\u0323\u200d\ufe0f\t\u202e\x1b\u0085")), 0, 12, -1)
	rapid.Check(t, func(t *rapid.T) {
		var agents []facts.Agent
		for i := range rapid.IntRange(1, 6).Draw(t, "agents") {
			agents = append(agents, facts.Agent{
				ID: string(rune('A' + i)), Name: name.Draw(t, "name"), Role: strings.TrimSpace(name.Draw(t, "role")),
			})
		}
		m := month(agents...)
		for i := range m.Agents {
			m.Agents[i].Values["wage"] = decimal.New(rapid.Int64Range(0, 1_000_000_000).Draw(t, "wage"), -2)
		}
		doc := document()
		doc.Pay.Items[0].Name = facts.Text{ZH: name.Draw(t, "item"), EN: name.Draw(t, "item in English")}
		for _, lang := range []report.Lang{report.Chinese, report.English} {
			lines := strings.Split(text(t, doc, m, lang), "\n")
			require.Len(t, lines, len(agents)+6)
			rows := lines[2 : len(agents)+3]
			for _, row := range rows {
				require.Equal(t, cells(t, rows[0]), cells(t, row), "%q\n%q", rows[0], row)
				require.NotRegexp(t, ` $`, row)
			}
		}
	})
}

// short is a stream that takes a number of bytes and then no more.
type short struct{ left int }

func (s *short) Write(p []byte) (int, error) {
	if len(p) > s.left {
		n := s.left
		s.left = 0
		return n, errFull
	}
	s.left -= len(p)
	return len(p), nil
}

var errFull = errors.New("full")

func TestTheWritersErrorIsReturned(t *testing.T) {
	t.Parallel()
	res, err := closed(facts.Agent{ID: "A1"})
	require.NoError(t, err)
	slip, ok := res.Slip("A1")
	require.True(t, ok)
	for _, room := range []int{0, 1, 20} {
		require.ErrorIs(t, report.Text(&short{room}, res, report.Chinese), errFull)
		require.ErrorIs(t, report.Explain(&short{room}, slip, report.Chinese), errFull)
		require.ErrorIs(t, report.Checked(&short{room}, res, report.Chinese), errFull)
		require.ErrorIs(t, report.Problems(&short{room}, errors.New("a rather long text of an error"), report.Chinese), errFull)
	}
}
