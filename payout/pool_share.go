package payout

import (
	"maps"
	"slices"

	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/internal/fix"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// measure says what share of each day's slice its mistakes cost.
type measure struct {
	by       PoolShare
	faults   map[int32]int64 // millionths by kind of event
	num, den cells           // den has no id where the share is the num itself
	spared   *spare
}

// cells are the daily cells of one metric.
type cells struct {
	id    string
	at    int
	month columns.Ref // what the month's value is when no cell is there
	up    int64       // brings a cell to the scale of the other metric
}

// share is an exact part of a slice. The zero share loses nothing.
type share struct{ num, den int64 }

func (p DailyPool) compileShare(c *compiler) measure {
	m := measure{by: p.Share, faults: map[int32]int64{}, spared: &spare{}}
	if p.Share == "" {
		c.At("share").Fail(facts.CodeRequired, "table, error_rate or ratio", "")
		return m
	}
	if !columns.CheckWord(c.At("share"), p.Share) {
		return m
	}
	p.checkKeys(c)
	// In the order of their names: a compile gives the same problems and the
	// same table of kinds every time.
	for _, kind := range slices.Sorted(maps.Keys(p.Faults)) {
		at := c.At("faults").At(kind)
		m.faults[c.schema.EventKind(at, kind)] = c.rate(at, p.Faults[kind])
	}
	var numScale, denScale int
	switch p.Share {
	case ByErrorRate:
		m.num, numScale = dailyCells(c, "errors", p.Errors)
		m.den, denScale = dailyCells(c, "contacts", p.Contacts)
	case ByRatio:
		m.num, denScale = dailyCells(c, "ratio", p.Ratio)
		numScale = denScale
		m.den.up = fix.Pow10(denScale)
	case ByTable:
	}
	m.num.up = fix.Pow10(max(0, denScale-numScale))
	if p.Share == ByErrorRate {
		m.den.up = fix.Pow10(max(0, numScale-denScale))
	}
	return m
}

// checkKeys requires the parameters of the share and refuses those of another.
func (p DailyPool) checkKeys(c *compiler) {
	for _, k := range []struct {
		key   string
		given bool
		share PoolShare
	}{
		{"faults", len(p.Faults) > 0, ByTable},
		{"errors", p.Errors != "", ByErrorRate},
		{"contacts", p.Contacts != "", ByErrorRate},
		{"ratio", p.Ratio != "", ByRatio},
	} {
		switch {
		case k.given && k.share != p.Share:
			c.At(k.key).Fail(facts.CodeOneOf, "nothing here with share: "+string(p.Share), "")
		case !k.given && k.share == p.Share:
			c.At(k.key).Fail(facts.CodeRequired, "a value with share: "+string(p.Share), "")
		}
	}
}

func dailyCells(c *compiler, key, id string) (cells, int) {
	at, scale, _ := c.schema.Daily(c.At(key), id)
	month, _ := c.schema.Lookup(id)
	return cells{id: id, at: at, month: month}, scale
}

// fault reports whether an event is one that costs a share.
func (m measure) fault(e *columns.Event) bool { return e.Counts() && m.faults[e.Kind] > 0 }

// charges reports whether an event costs a share: no other clause charged it.
func (m measure) charges(t *columns.Table, row int32, e *columns.Event) bool {
	if !m.fault(e) {
		return false
	}
	_, spared := m.spared.by(t, row, e)
	return !spared
}

// shares gives the share lost by the mistakes of each day of the month.
func (m measure) shares(t *columns.Table, row int32) (lost [32]share, o outcome) {
	if m.by == ByTable {
		events := t.EventsOf(row)
		for i := range events {
			if e := &events[i]; m.charges(t, row, e) {
				s := &lost[e.Day]
				s.den = fix.Pow10(rateScale)
				s.num = min(s.num+m.faults[e.Kind], s.den)
			}
		}
		return lost, outcome{}
	}
	if o := m.absent(t, row); o.state != explain.Known {
		return lost, o
	}
	from, to := t.Daily(row)
	for i := from; i < to; i++ {
		no := t.DayNo(i)
		s, o := m.cell(t, i)
		switch {
		case o.state == explain.NotApplicable: // the day's row is excluded
		case o.state == explain.Missing && t.Day(row, no) != columns.Worked:
		case o.state != explain.Known:
			o.day = no
			return lost, o
		default:
			lost[no] = s
		}
	}
	return lost, outcome{}
}

// absent refuses an agent in service without any daily row, unless the metric
// says what a missing value means.
func (m measure) absent(t *columns.Table, row int32) outcome {
	if t.DaysOf(row, columns.Unknown) == 0 {
		return outcome{}
	}
	for _, c := range []cells{m.num, m.den} {
		if c.id != "" && t.At(c.month, row).State == explain.Missing {
			return c.lacks(explain.Missing)
		}
	}
	return outcome{}
}

// cell reads one daily row's share.
func (m measure) cell(t *columns.Table, i int32) (share, outcome) {
	n, state := t.CellState(m.num.at, i)
	if state != explain.Known {
		return share{}, m.num.lacks(state)
	}
	d := int64(1)
	if m.den.id != "" {
		if d, state = t.CellState(m.den.at, i); state != explain.Known {
			return share{}, m.den.lacks(state)
		}
	}
	num, okN := fix.Mul(n, m.num.up)
	den, okD := fix.Mul(d, m.den.up)
	switch {
	case !okN || !okD:
		return share{}, m.num.lacks(explain.Overflow)
	case num < 0 || den < 0 || den == 0 && num > 0 || m.by == ByRatio && num > den:
		o := fault(facts.CodePoolShare)
		o.metric = m.num.id
		return share{}, o
	case den == 0: // no contacts, no errors
		return share{}, outcome{}
	}
	return share{min(num, den), den}, outcome{}
}

// lacks is the outcome of a cell that holds no number.
func (c cells) lacks(state explain.State) outcome {
	o := outcome{state: state, metric: c.id, code: facts.CodeMetricMissing}
	if state == explain.Overflow {
		o.code = facts.CodeNumberOverflow
	}
	return o
}

// tellDay tells the faults of one day, those that do not count included. Those
// that another clause charged have a line of their own.
func (m measure) tellDay(t *columns.Table, row int32, no int) []explain.Step {
	var steps []explain.Step
	events := t.EventsOf(row)
	for i := range events {
		part, listed := m.faults[events[i].Kind]
		if !listed || int(events[i].Day) != no || m.fault(&events[i]) && !m.charges(t, row, &events[i]) {
			continue
		}
		step := t.ExplainEvent(&events[i])
		if events[i].Counts() {
			step.Code = "daily_pool.fault"
			step.Args = append(step.Args, explain.N("share", explain.Whole(part, rateScale, facts.Ratio)))
		}
		steps = append(steps, step)
	}
	return steps
}
