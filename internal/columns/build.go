package columns

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/shopspring/decimal"

	"github.com/cspay/cspay/scoring/facts"
)

// Build checks a month's facts and lays them out. Every problem is reported at
// c; the table is of use only when c has no error. The month is not kept.
func (s *Schema) Build(m facts.Month, c facts.Check) *Table {
	b := &builder{s: s, m: &m, c: c, t: &Table{
		Period: m.Period, MonthDays: m.Period.Days(), schema: s,
		dict: dictionary{at: map[string]int32{}}, witnessed: map[int32][]int32{},
		exclusions: map[int32][]exclusion{}, reasons: map[string]string{},
	}}
	if m.Period == 0 {
		c.At("month").Fail(facts.CodeRequired, "the month, as 2026-01", "")
		return b.t
	}
	if !m.Period.Valid() {
		c.At("month").Fail(facts.CodeDateInvalid, "a month of the years 1900 to 2199", "")
		return b.t
	}
	b.roster()
	b.excluded()
	for row := range int32(len(b.t.IDs)) {
		b.agent(row)
	}
	b.events()
	b.ballots()
	b.published()
	b.chats()
	b.derive()
	for _, x := range s.composed {
		x.run(b)
	}
	return b.t
}

type builder struct {
	s *Schema
	m *facts.Month
	c facts.Check
	t *Table

	eventAt    map[string]int // index in Month.Events by id
	skipEvents map[string]bool
	skipDays   map[cell]bool
	subtract   map[cell][]int // exclusion indexes by agent and day (0: the month)
}

// cell names a row and a day; day 0 is the month.
type cell struct {
	row int32
	day uint8
}

func (b *builder) agentAt(i int) facts.Check {
	return b.c.Agent(b.m.Agents[i].ID).At("agents").Index(i)
}

// place names another place for a message: its path, and where it stands when
// the facts were read.
func (b *builder) place(c facts.Check) string {
	if b.m.Origin == nil {
		return c.Path()
	}
	file, line, column := b.m.Origin.Locate(c.Path())
	return c.Path() + " (" + file + ":" + strconv.Itoa(line) + ":" + strconv.Itoa(column) + ")"
}

// roster orders the agents and refuses ids that are not one agent's alone.
func (b *builder) roster() {
	t, agents := b.t, b.m.Agents
	t.source = make([]int32, len(agents))
	for i := range agents {
		t.source[i] = int32(i)
		checkID(b.agentAt(i).At("id"), agents[i].ID)
	}
	slices.SortStableFunc(t.source, func(x, y int32) int { return cmp.Compare(agents[x].ID, agents[y].ID) })
	folded := make(map[string]int32, len(agents))
	for row, i := range t.source {
		a := &agents[i]
		if row > 0 && agents[t.source[row-1]].ID == a.ID {
			b.agentAt(int(i)).At("id").Fail(facts.CodeIDDuplicate,
				"an id of its own; also at "+b.place(b.agentAt(int(t.source[row-1])).At("id")), a.ID)
		} else if other, near := folded[strings.ToLower(a.ID)]; near {
			b.agentAt(int(i)).At("id").Warn(facts.CodeIDNearDuplicate,
				"an id that differs by more than case from "+b.place(b.agentAt(int(other)).At("id")), a.ID)
		}
		folded[strings.ToLower(a.ID)] = i
		t.IDs = append(t.IDs, a.ID)
		t.Names = append(t.Names, a.Name)
	}
	b.allocate(len(agents))
}

func (b *builder) allocate(n int) {
	t := b.t
	t.Hired, t.Regular, t.Left = make([]facts.Date, n), make([]facts.Date, n), make([]facts.Date, n)
	t.status = make([]facts.Status, n)
	t.worked = make([]int32, n)
	t.protected = make([]bool, n)
	t.calendar = make([]Day, n*maxDays)
	t.dayStart = make([]int32, 1, n+1)
	t.eventStart = make([]int32, n+1)
	days := 0
	for i := range b.m.Agents {
		days += len(b.m.Agents[i].Days)
	}
	t.dayNo = make([]uint8, 0, days)
	t.dayCells = make([][]int64, len(b.s.daily))
	for k := range t.dayCells {
		t.dayCells[k] = make([]int64, 0, days)
	}
	for k := range t.attrs {
		t.attrs[k] = make([]int32, n)
	}
	t.cols = make([][]int64, b.s.width)
	for k := range t.cols {
		t.cols[k] = make([]int64, n)
	}
}

// agent lays out one agent: attributes, calendar, daily cells, given values.
func (b *builder) agent(row int32) {
	i := int(b.t.source[row])
	a := &b.m.Agents[i]
	b.dates(i, a)
	b.attributes(row, i, a)
	b.protection(row, i, a)
	b.calendar(row, i, a)
	b.dailyRows(row, i, a)
	b.values(row, i, a)
}

// attributes takes what is in force on the agent's last day of the month.
func (b *builder) attributes(row int32, i int, a *facts.Agent) {
	t := b.t
	now := facts.Membership{Role: a.Role, Team: a.Team, Shop: a.Shop, Level: a.Level, Status: a.Status}
	if a.Status != "" {
		CheckWord(b.agentAt(i).At("status"), a.Status)
	}
	last := t.Period.Last()
	if a.Left != 0 {
		last = min(last, a.Left)
	}
	var at facts.Date
	for k := range a.Memberships {
		m := &a.Memberships[k]
		c := b.agentAt(i).At("memberships").Index(k)
		if m.From <= at {
			c.At("from").Fail(facts.CodeDateOrder, "a date after the membership before", m.From.String())
		}
		if m.Status != "" {
			CheckWord(c.At("status"), m.Status)
		}
		if at = m.From; m.From > last {
			continue
		}
		now.Role, now.Team = orOld(m.Role, now.Role), orOld(m.Team, now.Team)
		now.Shop, now.Level = orOld(m.Shop, now.Shop), orOld(m.Level, now.Level)
		now.Status = orOld(m.Status, now.Status)
	}
	if now.Status == "" {
		now.Status = facts.Regular
	}
	if !utf8.ValidString(now.Level) {
		b.agentAt(i).At("level").Fail(facts.CodeEncoding, "text in UTF-8", "") // the history keeps it
	}
	t.status[row], t.Hired[row], t.Regular[row], t.Left[row] = now.Status, a.Hired, a.Regular, a.Left
	t.attrs[slotTeam][row] = t.dict.intern(now.Team)
	t.attrs[slotShop][row] = t.dict.intern(now.Shop)
	t.attrs[slotRole][row] = t.dict.intern(now.Role)
	t.attrs[slotLevel][row] = t.dict.intern(now.Level)
}

func orOld[S ~string](now, old S) S {
	if now != "" {
		return now
	}
	return old
}

// values converts the metrics that are given per agent.
func (b *builder) values(row int32, i int, a *facts.Agent) {
	at := func() facts.Check { return b.agentAt(i).At("values") }
	known := 0
	for k := range b.s.given {
		g := &b.s.given[k]
		v, ok := a.Values[g.id]
		if !ok {
			b.t.cols[g.col][row] = absent(g.missing, b.t.worked[row] == 0)
			continue
		}
		known++
		b.t.cols[g.col][row] = b.number(v, g.measure, func() facts.Check { return at().At(g.id) })
	}
	if known < len(a.Values) {
		b.strayValues(at, a.Values, func(id string) string {
			if b.s.metrics[id].From.IsZero() {
				return ""
			}
			return "no value: the metric is derived"
		})
	}
	b.subtractFrom(cell{row, 0}, func(id string) *int64 {
		if !b.s.metrics[id].From.IsZero() {
			return nil // after it is derived
		}
		return &b.t.cols[b.s.refs[id].num][row]
	})
}

// strayValues reports the values that no metric takes here, in the order of
// their names: refuse says why a metric of the policy does not.
func (b *builder) strayValues(at func() facts.Check, values map[string]decimal.Decimal, refuse func(id string) string) {
	var stray []string
	for id := range values {
		if _, known := b.s.metrics[id]; !known || refuse(id) != "" {
			stray = append(stray, id)
		}
	}
	slices.Sort(stray)
	for _, id := range stray {
		if _, known := b.s.metrics[id]; known {
			at().At(id).Fail(facts.CodeMetricDerived, refuse(id), id)
		} else {
			b.unknownMetric(at().At(id), id)
		}
	}
}

func absent(rule facts.Missing, idle bool) int64 {
	switch {
	case rule == facts.MissingZero:
		return 0
	case rule == facts.MissingNotApplicable || idle:
		return notApplicable
	default:
		return missing
	}
}

func (b *builder) unknownMetric(c facts.Check, id string) {
	b.s.unknown(c, facts.CodeMetricUnknown, "a metric of the policy", id, func() []string { return b.s.ids })
}
