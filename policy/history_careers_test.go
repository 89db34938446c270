package policy

import (
	"bytes"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/scoring/facts"
)

// careerHistory is what a month of a career may leave.
const careerHistory = `{"format":"cspay-history/v1","months":[{"month":"2026-03","agents":[` +
	`{"id":"A1","places":{"by_sales":2},"level":"P1","status":"regular","marks":[` +
	`{"streak":"last_in_sales","held":true,"case":1,"seen":[{"name":"by_sales","value":2,"of":2,"tied":1}]},` +
	`{"streak":"clean","status":"leave"},{"streak":"exam","unranked":true}],` +
	`"plans":[{"id":"coaching","opened":"2026-03","due":"2026-05","status":"open","baseline":58.5}],` +
	`"proposals":[{"clause":"ladder.promotion","from":"P1","to":"P2","proposed":"2026-02","rules":[{"rule":"clean","months":["2025-12","2026-02"]}]},` +
	`{"clause":"gate.x","proposed":"2026-03"}],` +
	`"clock":"2026-04","groups":{"by_sales":"red"}}]}]}` + "\n"

func TestAHistoryKeepsCareers(t *testing.T) {
	h := history(t, careerHistory)
	var b strings.Builder
	require.NoError(t, h.Write(&b))
	assert.Equal(t, careerHistory, b.String()) //nolint:testifylint // the bytes are the contract
	before := h.clone()
	a := &h.Months[0].Agents[0]
	a.Marks[0].Seen[0].Of, a.Plans[0].Baseline, a.Proposals[0].Rules[0].Months[0], a.Groups["by_sales"] = 9, nil, 9, "x"
	assert.NotEqual(t, before, h)
	assert.Equal(t, history(t, careerHistory), before, "a clone is its own")
}

func TestAHistoryOfCareersThatNoCloseLeavesIsRefused(t *testing.T) {
	const in = "months[0].agents[0]."
	cases := []struct {
		it, old, new string
		code         facts.Code
		path         string
	}{
		{"a mark of no streak", `"streak":"exam"`, `"streak":""`, facts.CodeRequired, "marks[2].streak"},
		{"a streak twice", `"streak":"exam"`, `"streak":"clean"`, facts.CodeHistory, "marks[2].streak"},
		{"an unknown status", `"status":"leave"`, `"status":"away"`, facts.CodeWordUnknown, "marks[1].status"},
		{"a condition that held on leave", `"status":"leave"`, `"status":"leave","held":true,"case":1`, facts.CodeHistory, "marks[1].held"},
		{"a condition that held unranked", `"unranked":true`, `"unranked":true,"held":true,"case":1`, facts.CodeHistory, "marks[2].held"},
		{"a condition that held in no case", `"held":true,"case":1`, `"held":true`, facts.CodeHistory, "marks[0].case"},
		{"a case of one that did not", `"held":true,"case":1`, `"case":1`, facts.CodeHistory, "marks[0].case"},
		{"a case below the first", `"case":1`, `"case":-1`, facts.CodeHistory, "marks[0].case"},
		{"a value of nothing", `"name":"by_sales"`, `"name":""`, facts.CodeRequired, "marks[0].seen[0].name"},
		{"more tied than ranked", `"tied":1`, `"tied":3`, facts.CodeHistory, "marks[0].seen[0].tied"},
		{"a value of 19 digits", `"value":2`, `"value":1234567890123456789`, facts.CodeNumberRange, "marks[0].seen[0].value"},
		{"a plan of no name", `"id":"coaching"`, `"id":""`, facts.CodeRequired, "plans[0].id"},
		{"a plan of an unknown stand", `"status":"open"`, `"status":"lost"`, facts.CodeWordUnknown, "plans[0].status"},
		{"a plan from after the month", `"opened":"2026-03"`, `"opened":"2026-04"`, facts.CodeHistory, "plans[0].opened"},
		{"a plan that is due before it was opened", `"due":"2026-05","status":"open"`, `"due":"2026-02","status":"failed"`, facts.CodeHistory, "plans[0].due"},
		{"a running plan that is due", `"due":"2026-05"`, `"due":"2026-03"`, facts.CodeHistory, "plans[0].due"},
		{"extensions below none", `"baseline":58.5`, `"extensions":-1`, facts.CodeHistory, "plans[0].extensions"},
		{"a proposal of no clause", `"clause":"gate.x"`, `"clause":""`, facts.CodeRequired, "proposals[1].clause"},
		{"a clause twice", `"clause":"gate.x"`, `"clause":"ladder.promotion"`, facts.CodeHistory, "proposals[1].clause"},
		{"a move to nowhere", `"to":"P2",`, ``, facts.CodeHistory, "proposals[0].to"},
		{"a move from nowhere", `"from":"P1",`, ``, facts.CodeHistory, "proposals[0].to"},
		{"a proposal from after the month", `"proposed":"2026-03"`, `"proposed":"2026-04"`, facts.CodeHistory, "proposals[1].proposed"},
		{"a rule's months out of order", `"2025-12","2026-02"`, `"2026-02","2025-12"`, facts.CodeHistory, "proposals[0].rules[0].months[1]"},
		{"a rule's month from after the proposal", `"2025-12","2026-02"`, `"2025-12","2026-03"`, facts.CodeHistory, "proposals[0].rules[0].months[1]"},
		{"a clock that is too far on", `"clock":"2026-04"`, `"clock":"2026-05"`, facts.CodeHistory, "clock"},
	}
	for _, tt := range cases {
		t.Run(tt.it, func(t *testing.T) {
			require.Contains(t, careerHistory, tt.old)
			_, err := ReadHistory(strings.NewReader(strings.Replace(careerHistory, tt.old, tt.new, 1)))
			var list Problems
			require.ErrorAs(t, err, &list)
			require.Len(t, list, 1, err)
			assert.Equal(t, tt.code, list[0].Code)
			assert.Equal(t, in+tt.path, list[0].Path)
			assert.Positive(t, list[0].Line)
			assert.Equal(t, "A1", list[0].Agent)
		})
	}
}

// FuzzCareerHistory reads any bytes as a history and closes a month of careers
// on it: either there are problems, or everything about it can be told.
func FuzzCareerHistory(f *testing.F) {
	f.Add([]byte(careerHistory))
	f.Add([]byte(twoMonths))
	f.Add([]byte(strings.ReplaceAll(careerHistory, "P1", "P9")))
	f.Add([]byte(strings.ReplaceAll(careerHistory, `"status":"open"`, `"status":"extended"`)))
	f.Add([]byte(strings.ReplaceAll(careerHistory, "ladder.promotion", "ladder.demotions.exam")))
	p, err := Load(strings.NewReader(strings.Replace(careerPolicy, "  exam: {unit", "  mark: {unit: points, better: higher, missing: zero}\n  exam: {unit", 1)))
	require.NoError(f, err)
	m := sales("2026-04", "1", "5")
	f.Fuzz(func(t *testing.T, src []byte) {
		h, err := ReadHistory(bytes.NewReader(src))
		if err != nil {
			wellFormed(t, err)
			return
		}
		r, err := p.Close(m, h)
		if err != nil {
			wellFormed(t, err)
			return
		}
		addsUp(t, r)
		_, err = r.CareersJSON()
		require.NoError(t, err)
	})
}
