package policy

import (
	"encoding/csv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/cspay/cspay/scoring/facts"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func testMetrics() facts.Metrics {
	return facts.Metrics{
		"sales":  {Unit: facts.Money, From: facts.From{Daily: facts.Sum}},
		"chats":  {Unit: facts.Count, Missing: facts.MissingZero, From: facts.From{Daily: facts.Sum}},
		"rating": {Unit: facts.Percent, Missing: facts.MissingNotApplicable, From: facts.From{Daily: facts.Last}},
		"exam":   {Unit: facts.Points},
	}
}

const roster = `month: 2026-01
agents:
  - id: A01
    name: 小王
    values: {exam: 92.5, rating: 5%}
    leave: [{from: 2026-01-10, until: 2026-01-11, kind: paid_leave}]
  - {id: 00123, hired: 2026-01-02, days: [{date: 2026-01-02, values: {sales: 1}}]}
events:
  - {id: 1e5, agent: A01, kind: late, date: 2026-01-03}
`

func readMonth(yaml, daily string) (facts.Month, *places, Problems) {
	fsys := fstest.MapFS{"facts.yaml": {Data: []byte(yaml)}}
	if daily != "" {
		fsys["daily.csv"] = &fstest.MapFile{Data: []byte(daily)}
	}
	return readFacts(fsys, ".", testMetrics())
}

func date(t *testing.T, text string) facts.Date {
	t.Helper()
	parsed, err := facts.ParseDate(text)
	require.NoError(t, err)
	return parsed
}

func TestReadFactsReadsTheMonth(t *testing.T) {
	month, _, problems := readMonth(roster, "\uFEFFagent,date,attendance,sales,chats,rating\r\n"+
		"A01,2026-01-05,worked,\"12.50\",3,98%\r\n\n"+
		"A01,2026-01-06,,7.00,-,\n"+
		",,,,,\n"+
		"A01,2026-01-10,,,,\n"+
		"00123,2026-01-05,rest,,,\n")
	require.Empty(t, problems)
	period, err := facts.ParsePeriod("2026-01")
	require.NoError(t, err)
	assert.Equal(t, facts.Month{
		Period: period,
		Agents: []facts.Agent{
			{
				ID: "A01", Name: "小王",
				Values: map[string]decimal.Decimal{"exam": decimal.New(925, -1), "rating": decimal.New(5, 0)},
				Leave:  []facts.Leave{{From: date(t, "2026-01-10"), Until: date(t, "2026-01-11"), Kind: facts.PaidLeave}},
				Days: []facts.Day{
					{
						Date: date(t, "2026-01-05"), Attendance: facts.Worked,
						Values: map[string]decimal.Decimal{"sales": decimal.New(125, -1), "chats": decimal.New(3, 0), "rating": decimal.New(98, 0)},
					},
					{Date: date(t, "2026-01-06"), Values: map[string]decimal.Decimal{"sales": decimal.New(7, 0)}},
					{Date: date(t, "2026-01-10")},
				},
			},
			{
				ID: "00123", Hired: date(t, "2026-01-02"),
				Days: []facts.Day{
					{Date: date(t, "2026-01-02"), Values: map[string]decimal.Decimal{"sales": decimal.New(1, 0)}},
					{Date: date(t, "2026-01-05"), Attendance: facts.Rest},
				},
			},
		},
		Events: []facts.Event{{ID: "1e5", Agent: "A01", Kind: "late", Date: date(t, "2026-01-03")}},
	}, month)
}

func TestReadFactsReportsDailyCells(t *testing.T) {
	const header = "agent,date,sales,chats,rating\n"
	for name, c := range map[string]struct {
		daily string
		want  []summary
		says  string
	}{
		"an unknown column with its nearest metric": {
			"agent,date,sale\n",
			[]summary{{1, 12, facts.CodeMetricUnknown, "daily[1][2]"}},
			`"sales"`,
		},
		"a column twice": {
			"agent,date,sales,sales\n",
			[]summary{{1, 18, facts.CodeNameDuplicate, "daily[1][3]"}},
			"column 12",
		},
		"no column for the agent": {"date,sales\n", []summary{{1, 1, facts.CodeRequired, "daily[1].agent"}}, "agent"},
		"no column for the date":  {"agent,sales\n", []summary{{1, 1, facts.CodeRequired, "daily[1].date"}}, "date"},
		"a header with a space":   {"agent,date, sales\n", []summary{{1, 12, facts.CodeIDSpace, "daily[1][2]"}}, "white space"},
		"an empty file":           {"\n", []summary{{1, 1, facts.CodeEmpty, ""}}, "header"},
		"an empty cell that must have a number": {
			header + "A01,2026-01-05,,1,\n",
			[]summary{{2, 16, facts.CodeNumberEmpty, "daily[2].sales"}},
			"(agent A01)",
		},
		"a dash where a number must be": {
			header + "A01,2026-01-05,-,1,\n",
			[]summary{{2, 16, facts.CodeNumberEmpty, "daily[2].sales"}},
			"write 0",
		},
		"an empty cell on a day whose leave has ended": {
			header + "A01,2026-01-11,,,\nA01,2026-01-12,,,\n",
			[]summary{{3, 16, facts.CodeNumberEmpty, "daily[3].sales"}},
			"",
		},
		"an agent that the roster does not have, once": {
			header + "A1,2026-01-05,1,1,\nA1,2026-01-06,1,1,\n",
			[]summary{{2, 1, facts.CodeAgentUnknown, "daily[2].agent"}},
			"facts.yaml",
		},
		"no agent":              {header + ",2026-01-05,1,1,\n", []summary{{2, 1, facts.CodeRequired, "daily[2].agent"}}, ""},
		"an agent with a space": {header + "A01 ,2026-01-05,1,1,\n", []summary{{2, 1, facts.CodeIDSpace, "daily[2].agent"}}, ""},
		"a day twice, with both lines": {
			header + "A01,2026-01-05,1,1,\nA01,2026-01-06,1,1,\nA01,2026-01-05,2,2,\n",
			[]summary{{4, 5, facts.CodeDayDuplicate, "daily[4].date"}},
			"line 4 is a second one after line 2",
		},
		"a day that facts.yaml has": {
			header + "00123,2026-01-02,1,1,\n",
			[]summary{{2, 7, facts.CodeDayDuplicate, "daily[2].date"}},
			"after line 7 of facts.yaml",
		},
		"a day of another month": {header + "A01,2026-02-01,1,1,\n", []summary{{2, 5, facts.CodeDateMonth, "daily[2].date"}}, "2026-01"},
		"a day with slashes":     {header + "A01,2026/1/5,1,1,\n", []summary{{2, 5, facts.CodeDateInvalid, "daily[2].date"}}, "2026-01-31"},
		"a percent sign in a metric that is not in percent": {
			header + "A01,2026-01-05,5%,1,\n",
			[]summary{{2, 16, facts.CodeNumberSyntax, "daily[2].sales"}},
			"percent",
		},
		"every bad cell of a row, columns counted in characters": {
			"agent,date,attendance,sales,chats\nA01,2026-01-05,出勤,1e9,x\n",
			[]summary{
				{2, 16, facts.CodeWordUnknown, "daily[2].attendance"},
				{2, 19, facts.CodeNumberExponent, "daily[2].sales"},
				{2, 23, facts.CodeNumberSyntax, "daily[2].chats"},
			},
			"worked",
		},
		"a row with a cell too few": {header + "A01,2026-01-05,1,1\n", []summary{{2, 1, facts.CodeShape, "daily[2]"}}, "5 cells"},
		"a quote inside a cell":     {header + "A01,2026-01-05,x,,\nA01,2026-01-05,1\"0,1,\n", []summary{{3, 16, facts.CodeSyntax, ""}}, "quotes"},
		"a quote left open":         {header + "A01,2026-01-05,\"1,1,\n", []summary{{2, 16, facts.CodeSyntax, ""}}, "quotes"},
	} {
		t.Run(name, func(t *testing.T) {
			_, _, problems := readMonth(roster, c.daily)
			assert.Equal(t, c.want, summaries(problems))
			require.NotEmpty(t, problems)
			assert.Equal(t, "daily.csv", problems[0].File)
			assert.Contains(t, problems[0].Error(), c.says)
		})
	}
}

func TestReadFactsReportsBothFiles(t *testing.T) {
	_, _, problems := readMonth("month: 2026-01\nagents: [{id: A01, salary: 5}]\n", "agent,date\nA02,2026-01-01\n")
	assert.Equal(t, []summary{
		{2, 1, facts.CodeAgentUnknown, "daily[2].agent"},
		{2, 20, facts.CodeNameUnknown, "agents[0].salary"},
	}, summaries(problems))
	assert.Equal(t, "facts.yaml", problems[1].File)
	assert.Equal(t, "A01", problems[1].Agent)
}

func TestReadFactsNeverPrintsAValue(t *testing.T) {
	_, _, problems := readMonth(
		"month: 2026-01\nagents: [{id: A01, values: {exam: 88,123}}]\n",
		"agent,date,sales\nA01,2026-01-01,99_999\n",
	)
	require.NotEmpty(t, problems)
	assert.NotContains(t, problems.Error(), "99")
	assert.NotContains(t, problems.Error(), "88")
	assert.Equal(t, "99_999", problems[0].Got, "the value is a field")
}

func TestReadFactsRefusesOtherEncodings(t *testing.T) {
	const gbk, utf16 = "\xBF\xCD\xB7\xFE", "\xFF\xFEa\x00"
	for name, c := range map[string]struct {
		yaml, daily string
		file        string
		at          position
		says        string
	}{
		"UTF-16 in facts.yaml": {utf16, "", "facts.yaml", position{1, 1}, "UTF-16"},
		"UTF-16 in daily.csv":  {roster, utf16, "daily.csv", position{1, 1}, "UTF-16"},
		"GBK in facts.yaml":    {"month: 2026-01\nagents: [{id: A, name: " + gbk + "}]\n", "", "facts.yaml", position{2, 24}, "GBK"},
		"GBK in daily.csv":     {roster, "agent,date\nA01,2026-01-01\n" + gbk + ",2026-01-01\n", "daily.csv", position{3, 1}, "GBK"},
	} {
		t.Run(name, func(t *testing.T) {
			_, _, problems := readMonth(c.yaml, c.daily)
			require.Len(t, problems, 1)
			assert.Equal(t, facts.CodeEncoding, problems[0].Code)
			assert.Equal(t, c.file, problems[0].File)
			got := position{problems[0].Line, problems[0].Column}
			assert.Equal(t, c.at, got)
			assert.Contains(t, problems[0].Error(), c.says)
		})
	}
}

func TestReadFactsWithoutFiles(t *testing.T) {
	_, at, problems := readFacts(fstest.MapFS{}, "shop", testMetrics())
	require.ErrorIs(t, problems, facts.CodeUnreadable)
	assert.Equal(t, "shop/facts.yaml", problems[0].File)
	assert.NotNil(t, at)

	month, _, problems := readMonth(roster, "")
	assert.Empty(t, problems, "daily.csv may be absent")
	assert.Len(t, month.Agents, 2)
}

func TestReadFactsGivesUpOnAFileOfAnotherKind(t *testing.T) {
	_, _, problems := readMonth(roster, "agent,date,sales\n"+strings.Repeat("A01,today,none\n", 5000))
	assert.Len(t, problems, maxProblems+1)
	require.ErrorIs(t, problems, facts.CodeTooMany)
}

func TestPlacesFindLaterProblems(t *testing.T) {
	_, at, problems := readMonth(roster, "agent,date,attendance,sales,rating\n"+
		"00123,2026-01-05,,5,\nA01,2026-01-07,,小,\n00123,2026-01-06,,7,98%\n")
	require.Len(t, problems, 1)
	for path, want := range map[string]struct {
		file string
		at   position
	}{
		"agents[0].values.exam":           {"facts.yaml", position{5, 20}},
		"agents[0].values.chats":          {"facts.yaml", position{5, 5}},
		"agents[1].days[0].values.sales":  {"facts.yaml", position{7, 78}},
		"agents[1].days[1].values.sales":  {"daily.csv", position{2, 19}},
		"agents[1].days[2].values.rating": {"daily.csv", position{4, 21}},
		"agents[1].days[2].values.chats":  {"daily.csv", position{4, 1}},
		"agents[1].days[2].date":          {"daily.csv", position{4, 7}},
		"agents[1].days[2]":               {"daily.csv", position{4, 1}},
		"agents[1].days[9]":               {"facts.yaml", position{7, 36}},
		"events[0].agent":                 {"facts.yaml", position{9, 22}},
		"agents[9].id":                    {"facts.yaml", position{2, 1}},
	} {
		t.Run(path, func(t *testing.T) {
			found := located(facts.Problems{{Code: facts.CodeMetricMissing, Path: path}}, origin{places: at})
			require.Len(t, found, 1)
			assert.Equal(t, want.file, found[0].File)
			assert.Equal(t, want.at, position{found[0].Line, found[0].Column})
		})
	}
}

func FuzzDailyCSV(f *testing.F) {
	f.Add("agent,date,sales\nA01,2026-01-05,1\n")
	f.Add("agent,date,attendance,sales,chats\n\"A01\",2026-01-05,rest,,\"a\"\"b\"\n")
	f.Add("\uFEFFagent,date\r\nA01,2026-01-05")
	f.Fuzz(func(t *testing.T, daily string) {
		_, at, problems := readMonth(roster, daily)
		for _, p := range problems {
			assert.NotEmpty(t, p.Code)
		}
		_ = located(facts.Problems{{Path: "agents[0].days[0].values.sales"}}, origin{places: at})

		// What our rows accept, the standard reader splits the same way.
		rows := newRowReader(strings.NewReader(daily), maxCSVBytes)
		var ours [][]string
		for {
			cells, bad := rows.next()
			if bad != nil {
				return
			}
			if cells == nil {
				break
			}
			var row []string
			for _, c := range cells {
				row = append(row, c.text)
			}
			ours = append(ours, row)
		}
		std := csv.NewReader(strings.NewReader(strings.TrimPrefix(daily, "\uFEFF")))
		std.FieldsPerRecord = -1
		theirs, err := std.ReadAll()
		require.NoError(t, err)
		assert.Equal(t, theirs, ours)
	})
}

func TestRowsHaveLimits(t *testing.T) {
	next := func(text string, limit int) *fault {
		rows := newRowReader(strings.NewReader(text), limit)
		for {
			cells, bad := rows.next()
			if bad != nil || cells == nil {
				return bad
			}
		}
	}
	assert.Nil(t, next("a,b\nc,d\n", 8), "exactly the limit")
	assert.Equal(t, facts.CodeFactsSize, next("a,b\nc,d\n", 7).code)
	assert.Nil(t, next(strings.Repeat("a", maxRowBytes-1)+"\nb\n", maxCSVBytes), "a row that just fits")
	long := next("a\n"+strings.Repeat("a", maxRowBytes)+"\n", maxCSVBytes)
	require.NotNil(t, long)
	assert.Equal(t, facts.CodeSyntax, long.code)
	assert.Equal(t, position{2, 1}, long.at)
}

func TestAMegabyteOfDigitsInACell(t *testing.T) {
	_, _, problems := readMonth(roster, "agent,date,sales\nA01,2026-01-05,"+strings.Repeat("7", 1<<20)+"\n")
	assert.Equal(t, []summary{{2, 16, facts.CodeNumberTooLong, "daily[2].sales"}}, summaries(problems))
	assert.LessOrEqual(t, len(problems[0].Got), facts.MaxGot)
}
