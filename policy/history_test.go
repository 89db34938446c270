package policy

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/scoring/facts"
)

const twoMonths = `{"format": "cspay-history/v1", "months": [
{"month": "2025-11", "policy": "sha256:00", "agents": [
  {"id": "A1", "places": {"by_score": 1.5}, "score": 95.25, "level": "P3", "status": "regular", "balances": {"fund": 60}},
  {"id": "A2", "status": "probation"}]},
{"month": "2025-12", "agents": []}]}
`

func history(t *testing.T, src string) History {
	t.Helper()
	h, err := ReadHistory(strings.NewReader(src))
	require.NoError(t, err)
	return h
}

func TestAHistoryIsReadAsItWasWritten(t *testing.T) {
	h := history(t, twoMonths)
	score := dec("95.25")
	assert.Equal(t, History{Format: HistoryFormat, Months: []HistoryMonth{
		{Period: period("2025-11"), Policy: "sha256:00", Agents: []HistoryAgent{
			{
				ID: "A1", Places: map[string]decimal.Decimal{"by_score": dec("1.5")}, Score: &score, Level: "P3",
				Status: facts.Regular, Balances: map[string]decimal.Decimal{"fund": dec("60")},
			},
			{ID: "A2", Status: facts.Probation},
		}},
		{Period: period("2025-12"), Agents: []HistoryAgent{}},
	}}, h)
	var b strings.Builder
	require.NoError(t, h.Write(&b))
	const written = `{"format":"cspay-history/v1","months":[{"month":"2025-11","policy":"sha256:00","agents":[` +
		`{"id":"A1","places":{"by_score":1.5},"score":95.25,"level":"P3","status":"regular","balances":{"fund":60}},` +
		`{"id":"A2","status":"probation"}]},{"month":"2025-12"}]}` + "\n"
	assert.Equal(t, written, b.String()) //nolint:testifylint // the bytes are the contract

	again := history(t, b.String())
	var second strings.Builder
	require.NoError(t, again.Write(&second))
	assert.Equal(t, b.String(), second.String())

	r, err := loadSmall(t).Close(smallMonth(), h)
	require.NoError(t, err)
	require.Len(t, r.History().Months, 3)
	assert.Equal(t, h.Months[0], r.History().Months[0], "a closed month is never rewritten")
	assert.Equal(t, period("2026-01"), r.History().Months[2].Period)
}

func TestTheZeroHistoryIsThatOfTheFirstMonth(t *testing.T) {
	var b strings.Builder
	require.NoError(t, History{}.Write(&b))
	const written = `{"format":"cspay-history/v1"}` + "\n"
	assert.Equal(t, written, b.String()) //nolint:testifylint // the bytes are the contract
	h := history(t, b.String())
	assert.Empty(t, h.Months)
}

// TestIDsOfAHistoryAreKeptByteForByte is about literals, whose ids are compared
// byte for byte: reading them in another form would lose the agent.
func TestIDsOfAHistoryAreKeptByteForByte(t *testing.T) {
	const nfd = "Jose\u0301"
	m := facts.Month{Period: period("2026-01"), Agents: []facts.Agent{
		{ID: nfd, Level: nfd, Values: smallMonth().Agents[0].Values},
		{ID: "José", Values: smallMonth().Agents[0].Values},
	}}
	r, err := loadSmall(t).Close(m, History{})
	require.NoError(t, err)
	var b strings.Builder
	require.NoError(t, r.History().Write(&b))
	agents := history(t, b.String()).Months[0].Agents
	require.Len(t, agents, 2)
	assert.Equal(t, []string{nfd, "José"}, []string{agents[0].ID, agents[1].ID})
	assert.Equal(t, nfd, agents[0].Level)
}

func TestTextThatNoHistoryCouldKeepIsRefusedWhenClosing(t *testing.T) {
	m := smallMonth()
	m.Agents[0].ID, m.Agents[1].Level = "\xff", "\xfe"
	m.Events = nil
	_, err := loadSmall(t).Close(m, History{})
	refused(t, err, spot{code: facts.CodeEncoding, agent: "\xff"}, spot{code: facts.CodeEncoding, agent: "A1"})
}

func TestAHistoryThatIsNoneIsRefusedAtItsPlace(t *testing.T) {
	at := func(line, column int, code facts.Code, agent string) spot {
		return spot{"history.json", line, column, code, agent}
	}
	for name, c := range map[string]struct {
		old, new string
		want     spot
	}{
		"no format":             {`"format": "cspay-history/v1", `, ``, at(1, 1, facts.CodeHistory, "")},
		"another format":        {`history/v1`, `history/v2`, at(1, 12, facts.CodeHistory, "")},
		"another file":          {`cspay-history/v1`, `cspay/v1`, at(1, 12, facts.CodeHistory, "")},
		"a month twice":         {`2025-12`, `2025-11`, at(5, 11, facts.CodeHistory, "")},
		"months out of order":   {`2025-12`, `2025-10`, at(5, 11, facts.CodeHistory, "")},
		"no month":              {`"month": "2025-12", `, ``, at(5, 1, facts.CodeRequired, "")},
		"a month of no year":    {`2025-12`, `2025-13`, at(5, 11, facts.CodeDateInvalid, "")},
		"an agent twice":        {`"A2"`, `"A1"`, at(4, 10, facts.CodeHistory, "A1")},
		"agents out of order":   {`"A2"`, `"A0"`, at(4, 10, facts.CodeHistory, "A0")},
		"no agent":              {`"A2"`, `""`, at(4, 10, facts.CodeRequired, "")},
		"an unknown status":     {`"probation"`, `"retired"`, at(4, 26, facts.CodeWordUnknown, "A2")},
		"place -1":              {`1.5`, `-1`, at(3, 39, facts.CodeHistory, "A1")},
		"a place that is empty": {`1.5`, `null`, at(3, 39, facts.CodeNumberEmpty, "A1")},
		"a score in words":      {`95.25`, `"high"`, at(3, 54, facts.CodeNumberSyntax, "A1")},
		"a score of 19 digits":  {`95.25`, `1234567890123456789`, at(3, 54, facts.CodeNumberRange, "A1")},
		"an exponent":           {`60`, `6e1`, at(3, 118, facts.CodeNumberExponent, "A1")},
	} {
		t.Run(name, func(t *testing.T) {
			require.Contains(t, twoMonths, c.old)
			h, err := ReadHistory(strings.NewReader(strings.Replace(twoMonths, c.old, c.new, 1)))
			assert.Zero(t, h)
			refused(t, err, c.want)
			assert.NotContains(t, err.Error(), "95.25")
		})
	}
	for name, src := range map[string]string{"nothing": "", "a list": "[]", "half a file": twoMonths[:200], "two files": twoMonths + twoMonths} {
		t.Run(name, func(t *testing.T) {
			h, err := ReadHistory(strings.NewReader(src))
			assert.Zero(t, h)
			require.Len(t, spots(t, err), 1)
		})
	}
}

// TestAHistoryOfALaterVersionIsRefused holds the decision on fields that later
// versions add: an older one would write the months back without them.
func TestAHistoryOfALaterVersionIsRefused(t *testing.T) {
	for name, c := range map[string]struct {
		old, new string
		want     spot
	}{
		"a field of the file":  {`"months"`, `"jurisdiction": "CN", "months"`, spot{"history.json", 1, 32, facts.CodeNameUnknown, ""}},
		"a field of the month": {`"policy"`, `"closed_by": "x", "policy"`, spot{"history.json", 2, 22, facts.CodeNameUnknown, ""}},
		"a field of the agent": {`"level"`, `"vacation": 200, "level"`, spot{"history.json", 3, 61, facts.CodeNameUnknown, "A1"}},
	} {
		t.Run(name, func(t *testing.T) {
			h, err := ReadHistory(strings.NewReader(strings.Replace(twoMonths, c.old, c.new, 1)))
			assert.Zero(t, h)
			refused(t, err, c.want)
			assert.ErrorContains(t, err, "a later version may have written this")
		})
	}
}

func TestCloseRefusesAHistoryThatDoesNotEndBeforeTheMonth(t *testing.T) {
	p := loadSmall(t)
	for name, c := range map[string]struct {
		month string
		code  facts.Code
		path  string
	}{
		"the month is closed already": {"2025-12", facts.CodeHistory, "history.months[1].month"},
		"a later month is closed":     {"2025-11", facts.CodeHistory, "history.months[0].month"},
	} {
		t.Run(name, func(t *testing.T) {
			m := smallMonth()
			m.Period, m.Events = period(c.month), nil
			r, err := p.Close(m, history(t, twoMonths))
			assert.Nil(t, r)
			var first *Problem
			require.ErrorAs(t, err, &first)
			assert.Equal(t, c.code, first.Code)
			assert.Equal(t, c.path, first.Path)
		})
	}
	for name, h := range map[string]History{
		"another format":      {Format: "cspay/v1"},
		"months out of order": {Months: []HistoryMonth{{Period: period("2025-12")}, {Period: period("2025-11")}}},
		"no period":           {Months: []HistoryMonth{{}}},
		"a period of no year": {Months: []HistoryMonth{{Period: -5}}},
		"an agent twice":      {Months: []HistoryMonth{{Period: period("2025-12"), Agents: []HistoryAgent{{ID: "A"}, {ID: "A"}}}}},
	} {
		t.Run(name, func(t *testing.T) {
			r, err := p.Close(smallMonth(), h)
			assert.Nil(t, r)
			require.ErrorIs(t, err, facts.CodeHistory)
			var b strings.Builder
			require.ErrorIs(t, h.Write(&b), facts.CodeHistory)
			assert.Empty(t, b.String(), "nothing half written")
		})
	}
}

func TestAHostileHistoryTakesNoTime(t *testing.T) {
	var b bytes.Buffer
	b.WriteString(`{"format":"cspay-history/v1","months":[{"month":"2025-12"}`)
	for range 100_000 {
		b.WriteString(`,{"month":"2025-12"}`)
	}
	b.WriteString("]}")
	start := time.Now()
	_, err := ReadHistory(&b)
	require.ErrorIs(t, err, facts.CodeHistory)
	require.ErrorIs(t, err, facts.CodeTooMany)
	assert.Len(t, spots(t, err), maxProblems+1)
	assert.Less(t, time.Since(start), tooLong)
}
