package policy

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/scoring/facts"
)

// tenFaultsJSON says the same as tenFaults, a clause a line.
const tenFaultsJSON = `{"format": "cspay/v1", "id": "faulty", "currency": "CNY",
"rounding": {"places": 99, "lines": "half_upp"},
"metrics": {
  "exam": {"unit": "pionts", "better": "higher"},
  "wage": {"unit": "money", "decimals": 12}},
"scheme": [
  {"id": "exam", "points": "1,000", "direct": {"metric": "exma", "out_of": 100}},
  {"id": "reviews", "pionts": 5, "zero_over": {"metric": "exam", "over": 1e3}}],
"standing": "nowhere",
"pay": [
  {"id": "base", "base_pay": {"metric": "wage"}},
  {"id": "base", "bonus": {"amount": -1, "by": "exam", "steps": [{"at_least": 90, "coefficient": 1.2}]}}]}
`

func TestAJSONDocumentWithTenFaultsReportsTenAtTheirPlaces(t *testing.T) {
	p, err := Load(strings.NewReader(tenFaultsJSON))
	assert.Nil(t, p)
	at := func(line, column int, code facts.Code) spot { return spot{"policy.json", line, column, code, ""} }
	refused(
		t, err,
		at(2, 24, facts.CodePolicyPlaces),
		at(2, 37, facts.CodeWordUnknown),
		at(4, 20, facts.CodeWordUnknown),
		at(5, 41, facts.CodeNumberRange),
		at(7, 28, facts.CodeNumberSyntax),
		at(7, 58, facts.CodeNameUnknown),
		at(8, 21, facts.CodeNameUnknown),
		at(8, 74, facts.CodeNumberExponent),
		at(9, 13, facts.CodeNameUnknown),
		at(11, 30, facts.CodeRequired),
		at(12, 10, facts.CodeIDDuplicate),
		at(12, 38, facts.CodeNumberNegative),
	)
}

// where is a problem wherever it stands.
type where struct {
	code  facts.Code
	path  string
	agent string
}

// wheres returns the faults of an error in a fixed order, and asserts that the
// error lists them in the order of the files.
func wheres(t *testing.T, err error) []where {
	t.Helper()
	var list Problems
	require.ErrorAs(t, err, &list)
	assert.True(t, slices.IsSortedFunc(list, func(a, b *Problem) int {
		if c := strings.Compare(a.File, b.File); c != 0 {
			return c
		}
		if a.Line != b.Line {
			return a.Line - b.Line
		}
		return a.Column - b.Column
	}), err.Error())
	out := make([]where, len(list))
	for i, p := range list {
		assert.Positive(t, p.Line, p.Error())
		out[i] = where{p.Code, p.Path, p.Agent}
	}
	slices.SortFunc(out, func(a, b where) int { return strings.Compare(a.path+a.agent, b.path+b.agent) })
	return out
}

// shuffled returns blocks, such as the keys of a document with what is below
// them, in another order.
func shuffled(rng *rand.Rand, blocks []string) []string {
	blocks = slices.Clone(blocks)
	rng.Shuffle(len(blocks), func(i, j int) { blocks[i], blocks[j] = blocks[j], blocks[i] })
	return blocks
}

func TestTheOrderOfKeysChangesNoFault(t *testing.T) {
	blocks := []string{}
	for line := range strings.Lines(tenFaults) {
		if strings.HasPrefix(line, " ") {
			blocks[len(blocks)-1] += line
		} else {
			blocks = append(blocks, line)
		}
	}
	_, err := Load(strings.NewReader(tenFaults))
	want := wheres(t, err)
	require.Len(t, want, 12)
	rng := rand.New(rand.NewPCG(2, 12))
	for range 20 {
		src := strings.Join(shuffled(rng, blocks), "")
		_, err := Load(strings.NewReader(src))
		assert.Equal(t, want, wheres(t, err), src)
	}
}

// faultyShop has faults in both files, of the text and of its meaning.
func faultyShop() (agents, events, daily []string) {
	agents = []string{
		"  - {id: A1, values: {exam: 9x, wage: 3000}}\n",
		"  - {id: A2, values: {exam: 90.123, wage: 3000, waeg: 1}}\n",
		"  - {id: \"A3 \", values: {exam: 90, wage: 3000}}\n",
		"  - {id: A4, hired: 2026-01-20, left: 2026-01-10, values: {exam: 90, wage: 3000}}\n",
		"  - {id: A5, hierd: 2026-01-20, values: {exam: 90, wage: 3000}}\n",
		"  - {id: A6, values: {exam: null, wage: 3000}}\n",
		"  - {id: A7, status: retired, values: {exam: 90, wage: 3000}}\n",
	}
	events = []string{
		"  - {id: e1, agent: A9, kind: bad_review, date: 2026-01-05}\n",
		"  - {id: e2, agent: A1, kind: bad_review, date: 2026-02-30}\n",
		"  - {id: e3, agent: A5, kind: bad_review, date: 2026-02-03}\n",
	}
	daily = []string{
		"A1,2026-01-05,worked,3.7\n",
		"A5,2026-01-06,worked,7\n",
		"A5,2026-01-05,work,8\n",
		"A8,2026-01-05,worked,8\n",
		"A5,2026-13-05,worked,8\n",
	}
	return agents, events, daily
}

func faultyFiles(agents, events, daily []string) fstest.MapFS {
	return shop{
		"month: 2026-01\nagents:\n" + strings.Join(agents, "") + "events:\n" + strings.Join(events, ""),
		"agent,date,attendance,calls\n" + strings.Join(daily, ""),
	}.files()
}

func TestBothFilesOfAMonthReportAllTheirFaultsAtOnce(t *testing.T) {
	p := loadSmall(t)
	m, err := p.LoadMonthFS(faultyFiles(faultyShop()), ".")
	assert.Zero(t, m, "no month that could be closed")
	refused(
		t, err,
		inDaily(2, 22, facts.CodeNumberNotInteger, "A1"),
		inDaily(4, 15, facts.CodeWordUnknown, "A5"),
		inDaily(5, 1, facts.CodeAgentUnknown, "A8"),
		inDaily(6, 4, facts.CodeDateInvalid, "A5"),
		inFacts(3, 29, facts.CodeNumberSyntax, "A1"),
		inFacts(4, 29, facts.CodeNumberScale, "A2"),
		inFacts(4, 55, facts.CodeMetricUnknown, "A2"),
		inFacts(5, 10, facts.CodeIDSpace, "A3 "),
		inFacts(6, 39, facts.CodeDateOrder, "A4"),
		inFacts(7, 14, facts.CodeNameUnknown, "A5"),
		inFacts(8, 29, facts.CodeMetricMissing, "A6"),
		inFacts(9, 22, facts.CodeWordUnknown, "A7"),
		inFacts(11, 21, facts.CodeAgentUnknown, "A9"),
		inFacts(12, 49, facts.CodeDateInvalid, "A1"),
		inFacts(13, 49, facts.CodeDateMonth, "A5"),
	)
}

func TestTheOrderOfRowsChangesNoFault(t *testing.T) {
	p := loadSmall(t)
	// Paths hold the indexes of rows, which are other ones now.
	faults := func(err error) []where {
		found := wheres(t, err)
		for i := range found {
			found[i].path = ""
		}
		slices.SortFunc(found, func(a, b where) int {
			return strings.Compare(string(a.code)+a.agent, string(b.code)+b.agent)
		})
		return found
	}
	agents, events, daily := faultyShop()
	_, err := p.LoadMonthFS(faultyFiles(agents, events, daily), ".")
	want := faults(err)
	require.Len(t, want, 15)
	rng := rand.New(rand.NewPCG(2, 15))
	for range 20 {
		_, err := p.LoadMonthFS(faultyFiles(shuffled(rng, agents), shuffled(rng, events), shuffled(rng, daily)), ".")
		assert.Equal(t, want, faults(err))
	}
}

func TestALiteralMonthWithTenFaultsReportsTenByTheirPaths(t *testing.T) {
	p := loadSmall(t)
	m := smallMonth()
	values := func(exam, wage string) map[string]decimal.Decimal {
		return map[string]decimal.Decimal{"exam": d(exam), "wage": d(wage)}
	}
	m.Agents = append(
		m.Agents,
		facts.Agent{ID: "A3", Values: values("90.123", "3000.001")},
		facts.Agent{ID: "A4", Values: map[string]decimal.Decimal{"exma": d("1"), "wage": d("1")}},
		facts.Agent{ID: " A5", Values: values("90", "3000")},
		facts.Agent{ID: "A6", Values: values("90", "3000"), Days: []facts.Day{
			{Date: day("2026-02-01")},
			{Date: day("2026-01-02"), Attendance: "holiday", Values: map[string]decimal.Decimal{"calls": d("1.5")}},
		}},
	)
	m.Events = append(
		m.Events,
		facts.Event{ID: "e1", Agent: "A1", Kind: "bad_review", Date: day("2026-01-05")},
		facts.Event{ID: "e5", Agent: "A9", Kind: "bad_review", Date: day("2026-01-05")},
		facts.Event{ID: "e6", Agent: "A1", Kind: "bad_review", Date: day("2026-01-05"), Status: "maybe"},
	)
	m.Exclusions = []facts.Exclusion{{Event: "e9"}}
	before, err := p.Close(smallMonth(), History{})
	require.NoError(t, err)
	h := before.History()
	r, err := p.Close(m, h)
	assert.Nil(t, r)
	var list Problems
	require.ErrorAs(t, err, &list)
	var got []where
	for _, problem := range list {
		got = append(got, where{problem.Code, problem.Path, problem.Agent})
	}
	assert.Equal(t, []where{
		{facts.CodeNumberScale, "agents[2].values.exam", "A3"},
		{facts.CodeNumberScale, "agents[2].values.wage", "A3"},
		{facts.CodeMetricUnknown, "agents[3].values.exma", "A4"},
		{facts.CodeIDSpace, "agents[4].id", " A5"},
		{facts.CodeDateMonth, "agents[5].days[0].date", "A6"},
		{facts.CodeWordUnknown, "agents[5].days[1].attendance", "A6"},
		{facts.CodeNumberNotInteger, "agents[5].days[1].values.calls", "A6"},
		{facts.CodeIDDuplicate, "events[4].id", "A1"},
		{facts.CodeAgentUnknown, "events[5].agent", "A9"},
		{facts.CodeWordUnknown, "events[6].status", "A1"},
		{facts.CodeNameUnknown, "exclusions[0].event", ""},
		{facts.CodeRequired, "exclusions[0].reason", ""},
		{facts.CodeHistory, "history.months[0].month", ""},
	}, got)
}

// TestAMonthThatFailsLeavesNothingBehind closes a good month before and after
// one that is refused, under the same policy and history.
func TestAMonthThatFailsLeavesNothingBehind(t *testing.T) {
	p := loadSmall(t)
	write := func(r *Result) string {
		var b strings.Builder
		require.NoError(t, r.WriteJSON(&b))
		require.NoError(t, r.History().Write(&b))
		return b.String()
	}
	first, err := p.Close(smallMonth(), History{})
	require.NoError(t, err)
	want, h := write(first), first.History()
	_, err = p.LoadMonthFS(faultyFiles(faultyShop()), ".")
	require.Error(t, err)
	bad := smallMonth()
	bad.Period++
	bad.Agents[0].Values = nil
	r, err := p.Close(bad, h)
	assert.Nil(t, r)
	require.Error(t, err)
	var b strings.Builder
	require.NoError(t, h.Write(&b))
	assert.True(t, strings.HasSuffix(want, b.String()), "the history is as it was")
	again, err := p.Close(smallMonth(), History{})
	require.NoError(t, err)
	assert.Equal(t, want, write(again))
}
