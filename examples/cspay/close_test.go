package main

import (
	"errors"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The numbers of the small shop are worked by hand in testdata/shop/facts.yaml.

func TestClose(t *testing.T) {
	t.Parallel()
	dir := shop(t)
	cases := []struct {
		it, lang, want string
	}{
		{"in Chinese", "zh", `茶铺客服薪酬 2026-01 共 2 人

工号  姓名     岗位   得分  名次  基本工资  绩效奖  基金结余     合计
A1    王小明   售前  91.00     1   3000.00  600.00     50.00  3650.00
A2    Ann Lee  售后  71.00     2   3100.00  500.00      0.00  3600.00

合计应发 7250.00 元
`},
		{"in English", "en", `Tea-shop pay, 2026-01 (agents: 2)

agent  name     role         score  place  Base pay   Bonus  Fund remainder    total
A1     王小明   pre-sales    91.00      1   3000.00  600.00           50.00  3650.00
A2     Ann Lee  after-sales  71.00      2   3100.00  500.00            0.00  3600.00

All totals together: 7250.00 yuan
`},
	}
	for _, c := range cases {
		t.Run(c.it, func(t *testing.T) {
			t.Parallel()
			assert.Equal(t, outcome{exitDone, c.want, ""}, call(dir, "close", dir, "-lang", c.lang))
		})
	}
	t.Run("Chinese is the language when none is named", func(t *testing.T) {
		t.Parallel()
		assert.Equal(t, cases[0].want, call(dir, "close", dir).stdout)
	})
}

func TestExplain(t *testing.T) {
	t.Parallel()
	dir := shop(t)
	assert.Equal(t, outcome{exitDone, `A2 Ann Lee 2026-01 合计 3600.00 元
  得分 71 分
    月度考试 80 分,以 100 分为满,折合本项 72 分(满分 90 分)  [scheme.exam]
      月度考试 80 分
    差评 2 个,超过 1 个,本项 0 分(满分 10 分)  [scheme.reviews · 考核三 · 含示例数值]
      差评 2 个,按事件计数
        2026-01-05:差评(事件 e1,成立)
        2026-01-06:差评(事件 e2,成立)
    互检基金超扣 10.00 元,每元扣 0.1 分,本项计 -1 分  [scheme.over]
      互检基金期初 50.00 元,本月扣 60.00 元,超扣 10.00 元  [accounts.fund · 互检办法]
        2026-01-07:错单(事件 e3),扣 20.00 元
        2026-01-08:错单(事件 e4),扣 20.00 元
        2026-01-09:错单(事件 e5),扣 20.00 元
  基本工资:月薪 3100.00 元 × 31/31(按日历天数;在职 31 天,其中无薪假与缺勤 0 天)= 3100.00 元  [pay.base]
    月薪 3100.00 元
  绩效奖:得分 71 分,达到 70 分,500.00 元 × 1 = 500.00 元  [pay.bonus]
    得分 71 分
  基金结余:互检基金结余 0.00 元  [pay.fund]
    互检基金期初 50.00 元,本月扣 60.00 元,结余 0.00 元  [accounts.fund · 互检办法 · 明细见上]

项目      性质  条款       金额(元)
基本工资  应得  pay.base    3100.00
绩效奖    应得  pay.bonus    500.00
基金结余  应得  pay.fund       0.00
合计                        3600.00
`, ""}, call(dir, "explain", dir, "A2"))
	assert.Equal(t, outcome{exitDone, `A1 王小明, 2026-01: total 3650.00 yuan
  Score 91 points
    Monthly test 90 points out of 100 points: 81 of 90 points  [scheme.exam]
      Monthly test 90 points
    Bad reviews 0, not more than 1: 10 of 10 points  [scheme.reviews · 考核三 · sample figures]
      Bad reviews 0, counted from events
    Peer fund 0.00 yuan over, 0.1 points off for each yuan: 0 points  [scheme.over]
      Peer fund: 50.00 yuan to begin with, 0.00 yuan charged, 0.00 yuan over  [accounts.fund · 互检办法]
  Base pay: 3000.00 yuan × 31/31 (calendar days; 31 days in service, 0 days of them unpaid or absent) = 3000.00 yuan  [pay.base]
    Wage 3000.00 yuan
  Bonus: score 91 points, at least 90 points, 500.00 yuan × 1.2 = 600.00 yuan  [pay.bonus]
    Score 91 points
  Fund remainder: 50.00 yuan left in peer fund  [pay.fund]
    Peer fund: 50.00 yuan to begin with, 0.00 yuan charged, 50.00 yuan left  [accounts.fund · 互检办法]

item            treatment  clause     amount (yuan)
Base pay        earned     pay.base         3000.00
Bonus           earned     pay.bonus         600.00
Fund remainder  earned     pay.fund           50.00
total                                       3650.00
`, ""}, call(dir, "explain", dir, "A1", "-lang", "en"))
}

func TestCheck(t *testing.T) {
	t.Parallel()
	dir := shop(t)
	zh, en := call(dir, "check", dir), call(dir, "check", dir, "-lang", "en")
	for _, got := range []outcome{zh, en} {
		assert.Equal(t, exitDone, got.status)
		assert.Empty(t, got.stderr)
	}
	const cliff = `DIR/policy\.yaml:21:31: (提醒|warning): rule\.cliff at scheme\.indicators\[1\]\.zero_over: .*number 3 costs nothing more\n`
	assert.Regexp(t, `^茶铺客服薪酬 2026-01:2 人,无错误\(sha256:[0-9a-f]{64}\)\n`+cliff+`$`, zh.stdout)
	assert.Regexp(t, `^Tea-shop pay, 2026-01 \(agents: 2\): no errors \(sha256:[0-9a-f]{64}\)\n`+cliff+`$`, en.stdout)
}

// linear gives the small shop a rule that check has no word about.
func linear(t *testing.T, edits ...string) string {
	t.Helper()
	return shop(t, append(edits, "policy.yaml", "over: 1}", "over: 1, within: linear}")...)
}

func TestCheckHasNothingToSay(t *testing.T) {
	t.Parallel()
	dir := linear(t)
	assert.Regexp(t, `^Tea-shop pay, 2026-01 \(agents: 2\): no errors \(sha256:[0-9a-f]{64}\)\n$`, call(dir, "check", dir, "-lang", "en").stdout)
}

// TestWarnings has two agents whose ids differ by case alone.
func TestWarnings(t *testing.T) {
	t.Parallel()
	dir := shop(t, "facts.yaml", "A2", "a1")
	const zh = "DIR/facts.yaml:12:10: 提醒: id.near_duplicate at agents[1].id (agent a1): " +
		"want an id that differs by more than case from agents[0].id (DIR/facts.yaml:11:10)\n"
	en := strings.Replace(zh, "提醒", "warning", 1)
	lastLines := func(s string, n int) string {
		lines := strings.SplitAfter(s, "\n")
		return strings.Join(lines[len(lines)-1-n:], "")
	}

	got := call(dir, "check", dir)
	assert.Equal(t, exitDone, got.status)
	assert.Equal(t, zh, lastLines(got.stdout, 1))

	got = call(dir, "close", dir, "-lang", "en")
	assert.Equal(t, exitDone, got.status)
	assert.Equal(t, "All totals together: 7250.00 yuan\n"+en, lastLines(got.stdout, 2))
	assert.Empty(t, got.stderr)

	got = call(dir, "close", dir, "-lang", "en", "-format", "json")
	assert.Equal(t, exitDone, got.status)
	assert.Equal(t, en, got.stderr, "a program reads the slips from one stream and nothing else")
	assert.NotContains(t, got.stdout, "near_duplicate")
}

// broken is a stream that nobody reads any more.
type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, errors.New("the disk is full") }

func TestAStreamThatCanNotBeWritten(t *testing.T) {
	t.Parallel()
	dir := shop(t)
	for _, args := range [][]string{
		{"check", dir},
		{"check", dir, "-format=json"},
		{"close", dir},
		{"close", dir, "-format=json"},
		{"explain", dir, "A1"},
		{"explain", dir, "A1", "-format=json"},
		{"explain", dir, "A3", "-format=json"},
		{"version"},
		{"version", "-format=json"},
		{"-h"},
	} {
		var stderr strings.Builder
		assert.Equal(t, exitProblems, run(args, broken{}, &stderr), args)
		assert.Equal(t, "cspay: the disk is full\n", stderr.String(), args)
	}
	t.Run("errors have nowhere to go either", func(t *testing.T) {
		t.Parallel()
		assert.Equal(t, exitUsage, run(nil, broken{}, broken{}))
		assert.Equal(t, exitProblems, run([]string{"close", dir + "x"}, broken{}, broken{}))
		assert.Equal(t, exitProblems, run([]string{"close", dir}, broken{}, broken{}))
	})
}

func TestAClosedPipe(t *testing.T) {
	t.Parallel()
	dir := shop(t)
	r, w, err := os.Pipe()
	require.NoError(t, err)
	require.NoError(t, r.Close())
	var stderr strings.Builder
	assert.Equal(t, exitProblems, run([]string{"close", dir}, w, &stderr))
	assert.Regexp(t, `^cspay: write .*\n$`, stderr.String())
	require.NoError(t, w.Close())
}
