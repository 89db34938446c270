package policy

import (
	"bytes"
	"encoding/json"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/payout"
	"github.com/cspay/cspay/scoring"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// tooLong is far beyond what any input may take, also on a busy machine.
const tooLong = 5 * time.Second

// sample reads a file of the sample shop, which is a good place to start from.
func sample(t testing.TB, name string) string {
	t.Helper()
	text, err := os.ReadFile("../examples/daily-pool/" + name)
	require.NoError(t, err)
	return string(text)
}

// tester is what tests, fuzz targets and properties have in common.
type tester interface {
	require.TestingT
	Helper()
}

// wellFormed asserts that an error is a list of problems with codes.
func wellFormed(t tester, err error) {
	t.Helper()
	var list Problems
	require.ErrorAs(t, err, &list)
	require.NotEmpty(t, list)
	for _, p := range list {
		assert.NotEmpty(t, p.Code)
		assert.LessOrEqual(t, len(p.Got), facts.MaxGot)
		assert.Equal(t, facts.Error, p.Severity)
	}
}

// sameAgain asserts that a policy reads back from what it writes.
func sameAgain(t *testing.T, p *Policy) {
	t.Helper()
	for _, write := range []func(*bytes.Buffer) error{
		func(b *bytes.Buffer) error { return p.WriteYAML(b) },
		func(b *bytes.Buffer) error { return p.WriteJSON(b) },
	} {
		var b bytes.Buffer
		require.NoError(t, write(&b))
		again, err := Load(bytes.NewReader(b.Bytes()))
		require.NoError(t, err, b.String())
		require.Equal(t, p.Digest(), again.Digest(), b.String())
	}
	literal, err := New(p.Document())
	require.NoError(t, err)
	require.Equal(t, p.Digest(), literal.Digest())
}

// FuzzLoadPolicy reads any bytes as a policy. What loads is the same policy
// when it is read from its canonical form, or compiled from its literal.
func FuzzLoadPolicy(f *testing.F) {
	for _, src := range []string{smallPolicy, badPolicy, tenFaults, tenFaultsJSON, rounded("rounding: {places: 1}"), inspectedPolicy, sample(f, "policy.yaml"), "", "{}", "a: &a [*a]"} {
		f.Add([]byte(src))
	}
	for _, src := range newestPolicies() {
		f.Add([]byte(src))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		start := time.Now()
		p, err := Load(bytes.NewReader(src))
		if err != nil {
			assert.Nil(t, p)
			wellFormed(t, err)
		} else {
			sameAgain(t, p)
		}
		assert.Less(t, time.Since(start), tooLong)
	})
}

// addsUp asserts that a result's lines add up to its totals, as decimals and as
// written, and that everything about it can be told and written.
func addsUp(t tester, r *Result) {
	t.Helper()
	var written struct {
		Slips []struct {
			Agent string
			Lines []struct{ Amount string }
			Total string
		}
	}
	var b bytes.Buffer
	require.NoError(t, r.WriteJSON(&b))
	require.NoError(t, json.Unmarshal(b.Bytes(), &written))
	require.Len(t, written.Slips, r.Len())
	i := 0
	for slip := range r.Slips() {
		sum := decimal.Decimal{}
		for _, l := range slip.Lines() {
			sum = sum.Add(l.Amount)
		}
		assert.Equal(t, slip.Total().StringFixed(2), sum.StringFixed(2))
		sum = decimal.Decimal{}
		for _, l := range written.Slips[i].Lines {
			sum = sum.Add(decimal.RequireFromString(l.Amount))
		}
		assert.Equal(t, written.Slips[i].Total, sum.StringFixed(2))
		assert.Equal(t, slip.Agent(), written.Slips[i].Agent)
		told, ok := slip.Explain().Value.Decimal()
		assert.True(t, ok)
		assert.Equal(t, slip.Total().StringFixed(2), told.StringFixed(2))
		slip.Explain().Walk(func(_ int, s explain.Step) { assert.NotEmpty(t, s.Sentence(explain.Chinese)) })
		i++
	}
	b.Reset()
	require.NoError(t, r.History().Write(&b))
	h, err := ReadHistory(bytes.NewReader(b.Bytes()))
	require.NoError(t, err, b.String())
	var again bytes.Buffer
	require.NoError(t, h.Write(&again))
	require.Equal(t, b.String(), again.String())
}

// FuzzCloseMonth closes any two files under the policy of the sample shop:
// either there are problems, or the lines add up.
func FuzzCloseMonth(f *testing.F) {
	f.Add(sample(f, "facts.yaml"), sample(f, "daily.csv"))
	f.Add("month: 2026-06\nagents: [{id: A1, role: after_sales, values: {base_wage: 3000, exam: 90}}]\n", "")
	f.Add("month: 2026-02\nagents:\n- {id: A1, role: pre_sales, hired: 2026-02-03, left: 2026-02-20, values: {base_wage: 3000.01, exam: 90},\n"+
		"  leave: [{from: 2026-02-04, until: 2026-02-05, kind: unpaid_leave}], memberships: [{from: 2026-02-10, role: after_sales}]}\n"+
		"- {id: A2, values: {base_wage: 1, exam: 1}}\n"+
		"events:\n- {id: e1, agent: A1, kind: attitude, date: 2026-02-06, silent: [A2]}\n- {id: e2, agent: A2, kind: minor_error, date: 2026-02-06, status: reported}\n"+
		"exclusions:\n- {event: e1, reason: storm}\n- {agent: A1, date: 2026-02-07, subtract: {slow: 1}, reason: storm}\n",
		"agent,date,attendance,conversations,slow,response,sales,returns\nA1,2026-02-07,worked,10,2,30.5,100.00,200.00\nA2,2026-02-08,absent,,,,,\n")
	f.Add(newestMonth, newestDays)
	p, err := Load(strings.NewReader(sample(f, "policy.yaml")))
	require.NoError(f, err)
	f.Fuzz(func(t *testing.T, yaml, daily string) {
		start := time.Now()
		m, err := p.LoadMonthFS(shop{yaml, daily}.files(), ".")
		if err != nil {
			assert.Zero(t, m)
			wellFormed(t, err)
			return
		}
		r, err := p.Close(m, History{})
		if err != nil {
			assert.Nil(t, r)
			wellFormed(t, err)
		} else {
			addsUp(t, r)
		}
		assert.Less(t, time.Since(start), tooLong)
	})
}

// FuzzLiteral puts any texts and numbers into literals, at places where a
// reader would not let them through.
func FuzzLiteral(f *testing.F) {
	f.Add("small", "名", "half_up", int64(95), int32(0), int64(5), int32(-2), int32(46023), 2)
	f.Add("\xff", "cafe\u0301 ", "", int64(-1), int32(1000000000), int64(1<<62), int32(-1<<31), int32(-1), -1)
	f.Add("score", "\u2028", "money", int64(9), int32(17), int64(999999999999999999), int32(0), int32(109573), 99)
	f.Fuzz(func(t *testing.T, id, name, word string, a int64, aExp int32, b int64, bExp int32, date int32, n int) {
		start := time.Now()
		x, y, on := decimal.New(a, aExp), decimal.New(b, bExp), facts.Date(date)
		doc := fuzzDocument(id, name, word, x, y, on, n)
		p, err := New(doc)
		if err != nil {
			assert.Nil(t, p)
			wellFormed(t, err)
			p, err = New(smallDocument())
			require.NoError(t, err)
		} else {
			sameAgain(t, p)
		}
		m := smallMonth()
		m.Period = facts.Period(n)
		if n%2 == 0 {
			m.Period = period("2026-01")
		}
		m.Agents[0].Values["exam"], m.Agents[1].Values["wage"] = x, y
		m.Agents[0].Hired, m.Agents[1].Left, m.Agents[1].Name, m.Agents[1].Level = on, on, name, word
		m.Agents[0].Memberships = []facts.Membership{{From: on, Level: id}}
		m.Agents[0].Leave = []facts.Leave{{From: on, Until: on + facts.Date(n), Kind: facts.Attendance(word)}}
		m.Agents[1].Days = []facts.Day{{Date: on, Values: map[string]decimal.Decimal{"calls": x, word: y}}, {Date: on + 1}}
		m.Agents = append(m.Agents, facts.Agent{ID: id, Values: map[string]decimal.Decimal{"exam": y, "wage": x}})
		m.Events = append(m.Events, facts.Event{ID: id, Agent: "A1", Kind: word, Date: on, Silent: []string{id}, Note: name})
		fuzzChats(p, &m, id, name, word, on)
		r, err := p.Close(m, History{})
		if err != nil {
			assert.Nil(t, r)
			wellFormed(t, err)
		} else {
			addsUp(t, r)
		}
		assert.Less(t, time.Since(start), tooLong)
	})
}

func fuzzDocument(id, name, word string, x, y decimal.Decimal, on facts.Date, n int) Document {
	doc := smallDocument()
	doc.ID, doc.Name = id, facts.Text{ZH: name, EN: word}
	doc.Effective.From = on
	doc.Rounding = Rounding{Lines: Mode(word), Places: &n}
	doc.Scheme.Total = &x
	doc.Scheme.Indicators = []scoring.Indicator{
		{ID: "exam", Points: x, Rule: scoring.Bands{Metric: "exam", Steps: []scoring.Band{{AtLeast: &y, Share: y}}, Else: &x}},
		{ID: id, Rule: scoring.Adjustment{Metric: "bad_reviews", Each: y, Most: &x}},
	}
	doc.Accounts = []scoring.Account{{
		ID: word, Opening: y, Unit: facts.Money, Charges: map[string]decimal.Decimal{name: x, "bad_review": y},
		Grace: &scoring.Grace{From: on},
	}}
	if n%2 != 0 {
		doc.Effective.Published = on
		doc.Guard = payout.Guard{Jurisdiction: word, Region: name, Penalties: payout.Penalties(id)}
	}
	doc.Pay.Items = append(
		doc.Pay.Items,
		payout.Item{ID: id, Pay: payout.Commission{Metric: "wage", Slabs: payout.Slabs{{UpTo: y, Rate: x}, {Rate: y}}}},
		payout.Item{ID: name, Pay: payout.DailyPool{Amount: y, Share: payout.ByTable, Faults: map[string]decimal.Decimal{word: x}}},
	)
	inspectFuzzed(&doc, id, name, word, x, y, n)
	return doc
}

// FuzzHistory reads any bytes as a history, writes it again, and closes a month
// with it.
func FuzzHistory(f *testing.F) {
	p, err := New(smallDocument())
	require.NoError(f, err)
	r, err := p.Close(smallMonth(), History{})
	require.NoError(f, err)
	var b bytes.Buffer
	require.NoError(f, r.History().Write(&b))
	f.Add(b.Bytes())
	f.Add([]byte(strings.ReplaceAll(b.String(), "2026-01", "2025-12")))
	f.Add([]byte(`{"format":"cspay-history/v1"}`))
	f.Add([]byte(claimedMonths))
	f.Add([]byte(newestHistory))
	f.Fuzz(func(t *testing.T, src []byte) {
		h, err := ReadHistory(bytes.NewReader(src))
		if err != nil {
			assert.Empty(t, h.Months)
			wellFormed(t, err)
			return
		}
		var first, second bytes.Buffer
		require.NoError(t, h.Write(&first))
		again, err := ReadHistory(bytes.NewReader(first.Bytes()))
		require.NoError(t, err, first.String())
		require.NoError(t, again.Write(&second))
		require.Equal(t, first.String(), second.String())
		r, err := p.Close(smallMonth(), h)
		if err != nil {
			wellFormed(t, err)
			return
		}
		assert.Len(t, r.History().Months, len(h.Months)+1)
		addsUp(t, r)
	})
}
