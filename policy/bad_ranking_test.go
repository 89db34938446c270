package policy

import (
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/internal/fix"
	"github.com/cspay/cspay/scoring/facts"
)

// ranked is a policy that ranks sales, pays the first three places 500, 300 and
// 100, and marks the last with a line of 1.00.
type ranked struct{ ranking, ties, last string }

func (r ranked) load(t *testing.T) *Policy {
	t.Helper()
	if r.ties == "" {
		r.ties = "all"
	}
	if r.last == "" {
		r.last = "sole"
	}
	p, err := Load(strings.NewReader(`format: cspay/v1
id: ranked
currency: CNY
metrics:
  sales: {unit: money, better: higher, missing: not_applicable}
  mark: {unit: points, better: higher, missing: not_applicable}
  chats: {unit: count, missing: zero}
rankings:
  - {id: r, by: sales` + r.ranking + `}
pay:
  - {id: prize, rank_award: {ranking: r, amounts: [500, 300, 100], ties: ` + r.ties + `}}
  - {id: tail, when: [{ranking: r, last: ` + r.last + `}], base_pay: {amount: 1, basis: calendar}}
`))
	require.NoError(t, err)
	return p
}

// closes closes a month of agents, "sales=9, mark=80" each and in the order of
// their ids, and compares the place, the prize and the tail of each: "1 500.00 -"
// is the first without a tail, "- 0.00 -" unplaced.
func (r ranked) closes(agents []string, want ...string) func(*testing.T) {
	return func(t *testing.T) {
		text := "month: 2026-01\nagents:\n"
		for i, a := range agents {
			text += "- {id: A" + strconv.Itoa(i) + ", " + a + "}\n"
		}
		if len(agents) == 0 {
			text = "month: 2026-01\nagents: []\n"
		}
		res, err := shop{facts: text}.close(r.load(t))
		require.NoError(t, err)
		var got []string
		for s := range res.Slips() {
			place := "-"
			if v, ok := s.PlaceValue("r"); ok {
				place, err = decimalText(v)
				require.NoError(t, err)
			}
			prize, tail := "-", "-"
			for _, l := range s.Lines() {
				if l.Item == "prize" {
					prize = l.Text()
				} else {
					tail = "last"
				}
			}
			got = append(got, place+" "+prize+" "+tail)
		}
		assert.Equal(t, want, got)
	}
}

// sold is the values of agents who sold this much.
func sold(sales ...string) []string {
	out := make([]string, len(sales))
	for i, s := range sales {
		out[i] = "values: {sales: " + s + "}"
	}
	return out
}

// rankingRows are the rows about groups and ties, 61 to 66.
func rankingRows(add addRow) {
	nobody := ranked{ranking: ", eligible: [{metric: chats, at_least: 30}]"}
	add("061", "a month without agents closes", ranked{}.closes(nil))
	add("061", "nobody is eligible", nobody.closes(sold("9", "8"), "- 0.00 -", "- 0.00 -"))
	for _, ties := range facts.Ties("").Words() {
		add("061", "no group ranked by "+ties+" divides by zero", func(t *testing.T) {
			p, err := Load(strings.NewReader(unpaid(ties)))
			require.NoError(t, err)
			res, err := shop{facts: "month: 2026-01\nagents: [{id: A1}]\n"}.close(p)
			require.NoError(t, err)
			slip, _ := res.Slip("A1")
			_, ok := slip.PlaceValue("r")
			assert.False(t, ok)
		})
	}
	loneRows(add)
	tiedRows(add)
	awayRows(add)
}

// unpaid ranks sales and pays nothing by the places.
func unpaid(ties string) string {
	return "format: cspay/v1\nid: unpaid\ncurrency: CNY\nmetrics:\n  sales: {unit: money, better: higher, missing: not_applicable}\n" +
		"rankings: [{id: r, by: sales, ties: " + ties + "}]\n"
}

func loneRows(add addRow) {
	add("062", "one alone is first and last of nobody", ranked{}.closes(sold("9"), "1 500.00 -"))
	add("062", "nor where the tied are last too", ranked{last: "any_tied"}.closes(sold("0"), "1 500.00 -"))
	add("062", "one alone in a team", ranked{ranking: ", within: team"}.closes(
		[]string{"team: x, values: {sales: 9}", "team: y, values: {sales: 8}", "team: y, values: {sales: 7}"},
		"1 500.00 -", "1 500.00 -", "2 300.00 last"))
	for ties, place := range map[string]string{
		"competition": "1", "modified": "1", "dense": "1", "ordinal": "1", "mean": "1", "percent": "0",
	} {
		add("062", "the place of one alone, by "+ties, func(t *testing.T) {
			p, err := Load(strings.NewReader(unpaid(ties)))
			require.NoError(t, err)
			res, err := shop{facts: "month: 2026-01\nagents: [{id: A1, values: {sales: 9}}]\n"}.close(p)
			require.NoError(t, err)
			slip, _ := res.Slip("A1")
			v, ok := slip.PlaceValue("r")
			require.True(t, ok)
			got, err := fix.FromDecimal(v, 6)
			require.NoError(t, err)
			want, err := fix.FromDecimal(dec(place), 6)
			require.NoError(t, err)
			assert.Equal(t, want, got)
		})
	}
}

func tiedRows(add addRow) {
	three := sold("7", "7.0", "7.00")
	add("063", "all get the prize", ranked{ties: "all"}.closes(three, "1 500.00 -", "1 500.00 -", "1 500.00 -"))
	add("063", "all share the prizes", ranked{ties: "split"}.closes(three, "1 300.00 -", "1 300.00 -", "1 300.00 -"))
	add("063", "nobody gets a prize", ranked{ties: "none"}.closes(three, "1 0.00 -", "1 0.00 -", "1 0.00 -"))
	add("063", "a tie-break decides", ranked{ranking: ", tie_breaks: [mark]", ties: "none"}.closes(
		[]string{"values: {sales: 7, mark: 80}", "values: {sales: 7, mark: 80.01}", "values: {sales: 7}"},
		"2 300.00 -", "1 500.00 -", "3 100.00 last"))
	add("063", "nobody is last where all are tied", ranked{last: "any_tied"}.closes(three, "1 500.00 -", "1 500.00 -", "1 500.00 -"))

	third := sold("9", "8", "7", "7")
	add("064", "competition: both are third", ranked{}.closes(third, "1 500.00 -", "2 300.00 -", "3 100.00 -", "3 100.00 -"))
	add("064", "split: both share what the third gets", ranked{ties: "split"}.closes(third, "1 500.00 -", "2 300.00 -", "3 50.00 -", "3 50.00 -"))
	add("064", "none: the third place is not paid", ranked{ties: "none"}.closes(third, "1 500.00 -", "2 300.00 -", "3 0.00 -", "3 0.00 -"))
	add("064", "modified: nobody is third", ranked{ranking: ", ties: modified"}.closes(third, "1 500.00 -", "2 300.00 -", "4 0.00 -", "4 0.00 -"))
	add("064", "dense: a tie above makes room", ranked{ranking: ", ties: dense"}.closes(sold("9", "8", "8", "7"), "1 500.00 -", "2 300.00 -", "2 300.00 -", "3 100.00 last"))
	add("064", "ordinal: the earlier id is third", ranked{ranking: ", ties: ordinal"}.closes(third, "1 500.00 -", "2 300.00 -", "3 100.00 -", "4 0.00 -"))
	add("064", "a mean place pays no prize", func(t *testing.T) {
		_, err := Load(strings.NewReader(unpaid("mean") + "pay:\n- {id: p, rank_award: {ranking: r, amounts: [5]}}\n"))
		refused(t, err, spot{"policy.yaml", 8, 33, facts.CodeOneOf, ""})
	})

	add("065", "sole: nobody of the tied is last", ranked{last: "sole"}.closes(sold("9", "7", "7"), "1 500.00 -", "2 300.00 -", "2 300.00 -"))
	add("065", "any_tied: each of them is", ranked{last: "any_tied"}.closes(sold("9", "7", "7"), "1 500.00 -", "2 300.00 last", "2 300.00 last"))
	add("065", "an ordinal place does not make a sole last", ranked{ranking: ", ties: ordinal"}.closes(sold("9", "7", "7"), "1 500.00 -", "2 300.00 -", "3 100.00 -"))
	add("065", "a cent parts them", ranked{last: "sole"}.closes(sold("9", "7.01", "7"), "1 500.00 -", "2 300.00 -", "3 100.00 last"))
}

func awayRows(add addRow) {
	away := func(until string) string {
		return "values: {sales: 99}, leave: [{from: 2026-01-01, until: 2026-01-" + until + ", kind: paid_leave}]"
	}
	add("066", "on leave all month: no place, and the others move up", ranked{}.closes(
		append(sold("9", "8"), away("31")), "1 500.00 -", "2 300.00 last", "- 0.00 -"))
	add("066", "on leave all month with nothing sold: not last", ranked{last: "any_tied"}.closes(
		append(sold("9", "8"), strings.Replace(away("31"), "99", "0", 1)), "1 500.00 -", "2 300.00 last", "- 0.00 -"))
	add("066", "a day of work is ranked", ranked{}.closes(
		append(sold("9", "8"), away("30")), "2 300.00 -", "3 100.00 last", "1 500.00 -"))
	add("066", "unless the ranking declares who takes part", ranked{ranking: ", eligible: [{metric: chats, at_least: 30}]"}.closes(
		[]string{"values: {sales: 9, chats: 30}", "values: {sales: 8, chats: 31}", "values: {sales: 99, chats: 29}"},
		"1 500.00 -", "2 300.00 last", "- 0.00 -"))
}
