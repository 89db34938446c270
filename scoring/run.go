package scoring

import (
	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/internal/fix"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// RunAccounts fills the accounts' figures. Charges beyond 18 digits are
// reported at c.
func (s *Sheet) RunAccounts(t *columns.Table, c facts.Check) {
	for _, a := range s.accounts {
		a.run(t, c)
	}
}

// Run fills the points of every indicator and the score. Values that are
// missing are reported at c by agent and metric.
func (s *Sheet) Run(t *columns.Table, c facts.Check) {
	if len(s.lines) == 0 {
		return
	}
	w := s.newWork()
	for row := range int32(t.Rows()) {
		s.scoreRow(t, row, w)
		for i := range s.lines {
			t.Set(s.lines[i].figure, row, w.points[i], w.states[i])
		}
		t.Set(s.score, row, w.score, w.state)
		s.report(t, row, w, c)
	}
}

// work holds one row while it is scored; it is reused from row to row.
type work struct {
	shares    []Share
	effective []int64 // points after spreading
	weights   []int64
	points    []int64
	states    []explain.State
	spread    bool
	score     int64
	state     explain.State
}

func (s *Sheet) newWork() *work {
	n := len(s.lines)
	return &work{
		shares: make([]Share, n), effective: make([]int64, n), weights: make([]int64, n),
		points: make([]int64, n), states: make([]explain.State, n),
	}
}

// scoreRow is the arithmetic of one agent's score: shares, spreading, one
// rounding a line, the exact sum. The run and the explanation both call it.
func (s *Sheet) scoreRow(t *columns.Table, row int32, w *work) {
	w.state, w.score, w.spread = explain.Known, 0, false
	copy(w.effective, s.total)
	if t.Idle(row) {
		w.state = explain.NotApplicable
		for i := range w.states {
			w.shares[i], w.states[i] = NotApplicable(), explain.NotApplicable
		}
		return
	}
	for i := range s.lines {
		l := &s.lines[i]
		holds, state, _ := l.when.Holds(t, row)
		switch {
		case state != explain.Known:
			w.shares[i] = Share{state: state}
		case holds:
			w.shares[i] = l.eval.share(t, row)
		default:
			w.shares[i] = NotApplicable()
		}
		if w.shares[i].state == explain.NotApplicable && l.points > 0 {
			w.spread = true
		}
	}
	s.spread(w)
	var sum fix.Sum
	for i := range s.lines {
		w.points[i], w.states[i] = s.round(w.shares[i], w.effective[i])
		switch w.states[i] {
		case explain.Known:
			sum.Add(w.points[i])
		case explain.NotApplicable:
		case explain.Missing, explain.Overflow:
			w.state = w.states[i]
		}
	}
	s.finish(w, sum)
}

func (s *Sheet) finish(w *work, sum fix.Sum) {
	score, ok := sum.Int64()
	if !ok {
		w.state = explain.Overflow
	}
	if s.least != nil {
		score = max(score, *s.least)
	}
	if s.most != nil {
		score = min(score, *s.most)
	}
	w.score = score
}

// spread carries the points of lines that do not apply over to those that do,
// to two decimals by largest remainder, so that full marks stay full marks.
func (s *Sheet) spread(w *work) {
	if !w.spread {
		return
	}
	var all fix.Sum
	applies := false
	for i, p := range s.total {
		all.Add(p)
		w.weights[i] = 0
		if w.shares[i].state != explain.NotApplicable {
			w.weights[i] = p
			applies = applies || p > 0
		}
	}
	total, _ := all.Int64()
	if !applies {
		w.state = explain.Overflow
		return
	}
	fix.Split(total, w.weights, w.effective)
}

// round makes the points line: the share of the points, rounded once.
func (s *Sheet) round(sh Share, points int64) (int64, explain.State) {
	switch {
	case sh.state != explain.Known:
		return 0, sh.state
	case sh.den <= 0:
		return 0, explain.Missing
	case sh.absolute:
		points = 1
	}
	num, den, ok := fix.Fraction(sh.num, 1, sh.den, s.unit)
	if !ok {
		return 0, explain.Overflow
	}
	v, ok := fix.MulDiv(points, num, den, s.mode)
	if !ok {
		return 0, explain.Overflow
	}
	if v, ok = fix.Mul(v, s.unit); !ok {
		return 0, explain.Overflow
	}
	return v, explain.Known
}

// report says why a row has no score.
func (s *Sheet) report(t *columns.Table, row int32, w *work, c facts.Check) {
	if w.state == explain.Known || w.state == explain.NotApplicable {
		return
	}
	explained := false
	for i := range s.lines {
		if st := w.states[i]; st == explain.Missing || st == explain.Overflow {
			explained = true
			s.blame(t, row, i, w, c)
		}
	}
	if !explained && w.spread {
		t.FailRow(c, row, "", facts.CodeNoneApplies, "at least one indicator that applies")
	} else if !explained {
		t.FailRow(c, row, "", facts.CodeNumberOverflow, "a score of at most 18 digits")
	}
}

// blame reports the value that a line lacks, or the clause that failed on it.
func (s *Sheet) blame(t *columns.Table, row int32, i int, w *work, c facts.Check) {
	l, sh := &s.lines[i], w.shares[i]
	if _, state, name := l.when.Holds(t, row); state != explain.Known {
		t.FailState(c, row, name, state)
		return
	}
	for _, ref := range l.refs {
		if v := t.At(ref, row); v.State == explain.Missing || v.State == explain.Overflow {
			t.FailState(c, row, ref.ID, v.State)
			return
		}
	}
	clause := "scheme." + l.doc.ID
	code, want := sh.code, "a value that clause "+clause+" covers"
	switch {
	case code != "":
	case sh.State() == explain.Missing:
		code, want = facts.CodeMetricMissing, "a value for clause "+clause
	default:
		code, want = facts.CodeNumberOverflow, "at most 18 digits in clause "+clause
	}
	t.Clause(c, row, clause).Fail(code, want, sh.why)
}
