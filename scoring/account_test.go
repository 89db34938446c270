package scoring_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/internal/fix"
	"github.com/cspay/cspay/scoring"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// ledger runs one account over a month and answers with its figures and the
// charges of their explanations.
type ledger struct {
	t      *testing.T
	schema *columns.Schema
	table  *columns.Table
}

func run(t *testing.T, a scoring.Account, m facts.Month) ledger {
	t.Helper()
	c := facts.NewCheck()
	schema := columns.NewSchema(nil, c)
	sheet := scoring.CompileAccounts([]scoring.Account{a}, schema, c.At("accounts"))
	require.NoError(t, c.Err())
	fc := facts.NewFactsCheck()
	table := schema.Build(m, fc)
	require.NoError(t, fc.Err())
	sheet.RunAccounts(table, facts.NewFactsCheck())
	return ledger{t, schema, table}
}

func (l ledger) figure(agent, figure string) (string, explain.Step) {
	l.t.Helper()
	ref, ok := l.schema.Lookup("fund." + figure)
	require.True(l.t, ok)
	row, ok := l.table.Row(agent)
	require.True(l.t, ok)
	v := l.table.At(ref, row)
	require.Equal(l.t, explain.Known, v.State)
	return fix.Text(v.Num, ref.Scale), l.table.Explain(ref, row)
}

func (l ledger) left(agent string) string {
	text, step := l.figure(agent, "left")
	over, overStep := l.figure(agent, "over")
	sum := int64(0)
	for _, s := range step.Steps {
		sum += s.Value.Unscaled
	}
	opening := int64(100_00)
	assert.Equal(l.t, opening+sum, step.Value.Unscaled-overStep.Value.Unscaled, "opening and movements make left less over")
	if over != "0.00" {
		return "-" + over
	}
	return text
}

// error1 is one error of A01.
func error1(kind, on string, silent ...string) facts.Event {
	return facts.Event{ID: kind + on, Agent: "A01", Kind: kind, Date: date(on), Silent: silent}
}

func team(m string, events ...facts.Event) facts.Month {
	return facts.Month{
		Period: month(m), Agents: []facts.Agent{{ID: "A01"}, {ID: "A02"}, {ID: "A03"}}, Events: events,
	}
}

func TestZW3(t *testing.T) {
	tests := []struct {
		name           string
		serious, minor int
		left, over     string
	}{
		{"no error leaves all of it", 0, 0, "100.00", "0.00"},
		{"3 serious and 2 minor errors leave 60.00", 3, 2, "60.00", "0.00"},
		{"9 serious and 1 minor leave 5.00", 9, 1, "5.00", "0.00"},
		{"10 serious errors leave nothing and are not over", 10, 0, "0.00", "0.00"},
		{"10 serious and 1 minor are 5.00 over", 10, 1, "0.00", "5.00"},
		{"12 serious errors leave 0.00 and are 20.00 over", 12, 0, "0.00", "20.00"},
	}
	for _, unit := range []facts.Unit{facts.Money, facts.Points} {
		for _, tt := range tests {
			t.Run(tt.name+" in "+string(unit), func(t *testing.T) {
				a := fund()
				a.Unit = unit
				m := team("2026-01")
				erring(tt.serious, tt.minor)(&m)
				l := run(t, a, m)
				left, step := l.figure("A01", "left")
				over, _ := l.figure("A01", "over")
				assert.Equal(t, tt.left, left)
				assert.Equal(t, tt.over, over)
				assert.Equal(t, unit, step.Value.Unit)
				assert.Equal(t, "100.00", l.left("A02"), "another agent's own account")
			})
		}
	}
}

func TestAccountsChargeUpheldEventsOfTheirKinds(t *testing.T) {
	a := fund()
	event := func(id, kind string, status facts.EventStatus) facts.Event {
		return facts.Event{ID: id, Agent: "A01", Kind: kind, Date: date("2026-01-05"), Status: status}
	}
	m := team("2026-01",
		event("1", "serious_error", ""), event("2", "serious_error", facts.Upheld),
		event("3", "serious_error", facts.Reported), event("4", "serious_error", facts.Withdrawn),
		event("5", "serious_error", facts.Overturned), event("6", "praise", ""), event("7", "minor_error", ""))
	m.Exclusions = []facts.Exclusion{{Event: "7", Reason: "platform fault"}}
	assert.Equal(t, "80.00", run(t, a, m).left("A01"))
}

func TestZW4(t *testing.T) {
	calendar := scoring.Grace{From: date("2025-10-01"), Span: scoring.CalendarMonth}
	full := scoring.Grace{From: date("2025-10-01"), Span: scoring.FullMonth}
	tests := []struct {
		name, hired, on string
		grace           scoring.Grace
		want            string
	}{
		{"hired 20 March, error 25 March: reported, no fine", "2026-03-20", "2026-03-25", calendar, "100.00"},
		{"hired 20 March, error 31 March: no fine", "2026-03-20", "2026-03-31", calendar, "100.00"},
		{"hired 20 March, error 1 April: fined", "2026-03-20", "2026-04-01", calendar, "90.00"},
		{"hired 20 March, error 2 April: fined", "2026-03-20", "2026-04-02", calendar, "90.00"},
		{"the span left out is the calendar month", "2026-03-20", "2026-03-31", scoring.Grace{From: date("2025-10-01")}, "100.00"},
		{"the scheme's first month, hired long before: no fine", "", "2025-10-31", calendar, "100.00"},
		{"the scheme's second month: fined", "", "2025-11-01", calendar, "90.00"},
		{"hired before the scheme counts from the scheme", "2025-09-20", "2025-10-31", calendar, "100.00"},
		{"before the scheme: no fine", "", "2025-09-30", calendar, "100.00"},
		{"a full month after 20 March ends on 19 April", "2026-03-20", "2026-04-19", full, "100.00"},
		{"a full month after 20 March is over on 20 April", "2026-03-20", "2026-04-20", full, "90.00"},
		{"row 40: a full month after 31 January ends on 27 February", "2026-01-31", "2026-02-27", full, "100.00"},
		{"row 40: and is over on 28 February", "2026-01-31", "2026-02-28", full, "90.00"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a := fund()
			a.Grace = &tt.grace
			m := team(tt.on[:7], error1("serious_error", tt.on))
			if tt.hired != "" {
				m.Agents[0].Hired = date(tt.hired)
			}
			l := run(t, a, m)
			assert.Equal(t, tt.want, l.left("A01"))
			_, step := l.figure("A01", "left")
			assert.Len(t, step.Steps, 1, "the error is reported all the same")
		})
	}
}

func TestZW5(t *testing.T) {
	relieved := scoring.Silent{Times: 2, Offender: scoring.Relieved}
	paysToo := scoring.Silent{Times: 2, Offender: scoring.PaysToo}
	const on = "2026-03-10"
	tests := []struct {
		name   string
		silent *scoring.Silent
		event  facts.Event
		hired  map[string]string
		want   [3]string // A01 who erred, A02, A03
	}{
		{"silent about a serious error pays 20, the offender nothing", &relieved, error1("serious_error", on, "A02"), nil, [3]string{"100.00", "80.00", "100.00"}},
		{"silent about a minor error pays 10", &relieved, error1("minor_error", on, "A02"), nil, [3]string{"100.00", "90.00", "100.00"}},
		{"several silent colleagues each pay", &relieved, error1("serious_error", on, "A02", "A03"), nil, [3]string{"100.00", "80.00", "80.00"}},
		{"the offender pays too, where the shop says so", &paysToo, error1("serious_error", on, "A02"), nil, [3]string{"90.00", "80.00", "100.00"}},
		{"nobody silent: the offender pays", &relieved, error1("serious_error", on), nil, [3]string{"90.00", "100.00", "100.00"}},
		{"no silent clause: the offender alone pays", nil, error1("serious_error", on, "A02"), nil, [3]string{"90.00", "100.00", "100.00"}},
		{"three times the charge", &scoring.Silent{Times: 3, Offender: scoring.Relieved}, error1("serious_error", on, "A02"), nil, [3]string{"100.00", "70.00", "100.00"}},
		{"the offender's grace month costs nobody", &relieved, error1("serious_error", on, "A02"), map[string]string{"A01": "2026-03-01"}, [3]string{"100.00", "100.00", "100.00"}},
		{"a colleague in the grace month pays nothing, so the offender pays", &relieved, error1("serious_error", on, "A02"), map[string]string{"A02": "2026-03-01"}, [3]string{"90.00", "100.00", "100.00"}},
		{"one of two colleagues in the grace month: the other pays", &relieved, error1("serious_error", on, "A02", "A03"), map[string]string{"A02": "2026-03-01"}, [3]string{"100.00", "100.00", "80.00"}},
		{"an error that is not upheld costs nobody", &relieved, facts.Event{
			ID: "E", Agent: "A01", Kind: "serious_error", Date: date(on), Status: facts.Reported, Silent: []string{"A02"},
		}, nil, [3]string{"100.00", "100.00", "100.00"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a := fund()
			a.Silent = tt.silent
			a.Grace = &scoring.Grace{From: date("2025-10-01")}
			m := team("2026-03", tt.event)
			for i := range m.Agents {
				if hired, ok := tt.hired[m.Agents[i].ID]; ok {
					m.Agents[i].Hired = date(hired)
				}
			}
			l := run(t, a, m)
			assert.Equal(t, tt.want, [3]string{l.left("A01"), l.left("A02"), l.left("A03")})
		})
	}
}

func TestAccountsKeepNothingOfTheCaller(t *testing.T) {
	grace, silent := scoring.Grace{From: date("2025-10-01")}, scoring.Silent{Times: 2, Offender: scoring.Relieved}
	a := fund()
	a.Grace, a.Silent = &grace, &silent
	c := facts.NewCheck()
	schema := columns.NewSchema(nil, c)
	sheet := scoring.CompileAccounts([]scoring.Account{a}, schema, c)
	require.NoError(t, c.Err())
	grace.From, silent.Offender, silent.Times = date("2026-12-01"), scoring.PaysToo, 9
	delete(a.Charges, "serious_error")

	table := schema.Build(team("2026-03", error1("serious_error", "2026-03-10", "A02")), facts.NewFactsCheck())
	sheet.RunAccounts(table, facts.NewFactsCheck())
	l := ledger{t, schema, table}
	assert.Equal(t, []string{"100.00", "80.00"}, []string{l.left("A01"), l.left("A02")})
}

func TestAccountsAreChecked(t *testing.T) {
	tests := []struct {
		name  string
		spoil func(a *scoring.Account)
		want  []string
	}{
		{"nothing wrong", func(*scoring.Account) {}, nil},
		{"row 103: zero", func(a *scoring.Account) { *a = scoring.Account{} }, []string{
			"shape.required accounts[0].id", "word.unknown accounts[0].unit", "shape.required accounts[0].charges",
		}},
		{"an opening below 0", func(a *scoring.Account) { a.Opening = d("-0.01") }, []string{"number.negative accounts[0].opening"}},
		{"an opening of 0", func(a *scoring.Account) { a.Opening = d("0") }, nil},
		{"an opening past the cent", func(a *scoring.Account) { a.Opening = d("0.001") }, []string{"number.scale accounts[0].opening"}},
		{"a unit that is neither money nor points", func(a *scoring.Account) { a.Unit = facts.Count }, []string{"word.unknown accounts[0].unit"}},
		{"a charge of 0", func(a *scoring.Account) { a.Charges["minor_error"] = d("0") }, []string{"number.negative accounts[0].charges.minor_error"}},
		{"a charge of a cent", func(a *scoring.Account) { a.Charges["minor_error"] = d("0.01") }, nil},
		{"charges below 0 and past the cent", func(a *scoring.Account) {
			a.Charges["minor_error"], a.Charges["serious_error"] = d("-1"), d("0.001")
		}, []string{"number.negative accounts[0].charges.minor_error", "number.scale accounts[0].charges.serious_error"}},
		{"a charge of no kind", func(a *scoring.Account) { a.Charges[""] = d("1") }, []string{"shape.required accounts[0].charges."}},
		{"a charge of 18 digits", func(a *scoring.Account) { a.Charges["minor_error"] = d("9999999999999999.99") }, nil},
		{"a charge of 18 digits, twice", func(a *scoring.Account) {
			a.Charges["minor_error"] = d("9999999999999999.99")
			a.Silent = &scoring.Silent{Times: 2, Offender: scoring.Relieved}
		}, []string{"number.range accounts[0].charges.minor_error"}},
		{"a grace from nowhere", func(a *scoring.Account) { a.Grace = &scoring.Grace{} }, []string{"shape.required accounts[0].grace.from"}},
		{"a grace of no known span", func(a *scoring.Account) {
			a.Grace = &scoring.Grace{From: 1, Span: "year"}
		}, []string{"word.unknown accounts[0].grace.span"}},
		{"a silent clause without its settings", func(a *scoring.Account) { a.Silent = &scoring.Silent{} }, []string{
			"number.range accounts[0].silent.times", "shape.required accounts[0].silent.offender",
		}},
		{"100 times the charge", func(a *scoring.Account) { a.Silent = &scoring.Silent{Times: 100, Offender: scoring.PaysToo} }, nil},
		{"101 times the charge", func(a *scoring.Account) {
			a.Silent = &scoring.Silent{Times: 101, Offender: scoring.PaysToo}
		}, []string{"number.range accounts[0].silent.times"}},
		{"an offender who does neither", func(a *scoring.Account) {
			a.Silent = &scoring.Silent{Times: 1, Offender: "forgiven"}
		}, []string{"word.unknown accounts[0].silent.offender"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a := fund()
			tt.spoil(&a)
			c := facts.NewCheck()
			scoring.CompileAccounts([]scoring.Account{a}, columns.NewSchema(nil, c), c.At("accounts"))
			assert.Equal(t, tt.want, faults(t, c.Err()))
		})
	}
	c := facts.NewCheck()
	metrics := facts.Metrics{"fund.over": {Unit: facts.Money}}
	scoring.CompileAccounts([]scoring.Account{fund(), fund()}, columns.NewSchema(metrics, c), c.At("accounts"))
	assert.Equal(t, []string{"name.duplicate accounts[0].id", "id.duplicate accounts[1].id"}, faults(t, c.Err()))
}

func TestAccountsOutOfRange(t *testing.T) {
	a := fund()
	a.Charges["serious_error"] = d("9999999999999999.99")
	m := team("2026-01")
	erring(2, 0)(&m)
	scheme := alone(scoring.Overflow{Account: "fund", PointsPerYuan: dp("0.1")}, "")
	terms := scoring.Terms{Metrics: withNought(facts.Metrics{}), Accounts: []scoring.Account{a}}
	_, err := scoring.Score(scheme, terms, m)
	assert.Equal(t, []string{"number.overflow agents[0].accounts.fund"}, faults(t, err))
	var p *facts.Problem
	require.ErrorAs(t, err, &p)
	assert.Equal(t, "A01", p.Agent)
	m.Events = m.Events[:1]
	cards, err := scoring.Score(scheme, terms, m)
	require.NoError(t, err)
	assert.Equal(t, "-999999999999990.00", points(t, cards, "A01", "x"), "a tenth of 9999999999999899.99")
}
