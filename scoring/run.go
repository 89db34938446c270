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

// Run fills the points of every indicator and block and the score. Values that
// are missing are reported at c by agent and metric.
func (s *Sheet) Run(t *columns.Table, c facts.Check) {
	if len(s.schemes) == 0 {
		return
	}
	works := make([]*work, len(s.schemes))
	for i, sc := range s.schemes {
		works[i] = sc.newWork()
	}
	for row := range int32(t.Rows()) {
		for _, id := range s.ids {
			t.Set(s.figures[id], row, 0, explain.NotApplicable)
		}
		i, state, lack := s.pick(t, row)
		if i < 0 {
			t.FailLack(c, row, lack, state)
			t.Set(s.score, row, 0, explain.NotApplicable)
			continue
		}
		s.schemes[i].fill(t, row, works[i])
		t.Set(s.score, row, works[i].score, works[i].state)
		s.schemes[i].report(t, row, works[i], c)
	}
}

// pick returns the scheme that scores a row, or -1: with the state of a value
// and what it is that a condition lacks, if that is why.
func (s *Sheet) pick(t *columns.Table, row int32) (at int, state explain.State, lack columns.Lack) {
	for i, sc := range s.schemes {
		holds, state, lack := sc.when.Holds(t, row)
		if state != explain.Known {
			return -1, state, lack
		}
		if holds {
			return i, explain.Known, columns.Lack{}
		}
	}
	return -1, explain.Known, columns.Lack{}
}

// fill scores a row and writes its figures.
func (s *scheme) fill(t *columns.Table, row int32, w *work) {
	s.scoreRow(t, row, w)
	for i := range s.lines {
		t.Set(s.lines[i].figure, row, w.points[i], w.states[i])
	}
	for _, b := range s.blocks {
		if b.doc.ID != "" {
			points, state := s.blockPoints(b, w)
			t.Set(b.figure, row, points, state)
		}
	}
}

// blockPoints is the exact sum of a block's lines.
func (s *scheme) blockPoints(b block, w *work) (int64, explain.State) {
	if w.state != explain.Known {
		return 0, w.state
	}
	var sum fix.Sum
	for _, i := range b.lines {
		sum.Add(w.points[i])
	}
	points, ok := sum.Int64()
	if !ok {
		return 0, explain.Overflow
	}
	return points, explain.Known
}

// work holds one row while it is scored; it is reused from row to row.
type work struct {
	shares    []Share
	effective []int64 // points after spreading
	weights   []int64
	parts     []int64
	points    []int64
	states    []explain.State
	spread    bool
	empty     []int // the blocks in which nothing applies
	sum       int64 // of the lines, which the score may not reach or pass
	bounded   int64 // the sum within the bounds of the score
	score     int64
	veto      []RedLine // the red lines that make the score 0
	state     explain.State
}

func (s *scheme) newWork() *work {
	n := len(s.lines)
	return &work{
		shares: make([]Share, n), effective: make([]int64, n), weights: make([]int64, n),
		parts:  make([]int64, n),
		points: make([]int64, n), states: make([]explain.State, n),
	}
}

// scoreRow is the arithmetic of one agent's score: shares, spreading, one
// rounding a line, the exact sum. The run and the explanation both call it.
func (s *scheme) scoreRow(t *columns.Table, row int32, w *work) {
	w.state, w.score, w.sum, w.spread, w.empty, w.veto = explain.Known, 0, 0, false, w.empty[:0], nil
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
	s.veto(t, row, w)
}

func (s *scheme) finish(w *work, sum fix.Sum) {
	score, ok := sum.Int64()
	if !ok {
		w.state = explain.Overflow
	}
	w.sum = score
	if s.least != nil {
		score = max(score, *s.least)
	}
	if s.most != nil {
		score = min(score, *s.most)
	}
	w.bounded, w.score = score, score
}

// spread carries the points of lines that do not apply over to those of their
// block that do, to two decimals by largest remainder, so that full marks stay
// full marks.
func (s *scheme) spread(w *work) {
	if !w.spread {
		return
	}
	for i := range s.blocks {
		s.spreadBlock(i, w)
	}
}

func (s *scheme) spreadBlock(at int, w *work) {
	b := &s.blocks[at]
	var all fix.Sum
	applies, missing := false, false
	weights, spread := w.weights[:len(b.lines)], w.parts[:len(b.lines)]
	for k, i := range b.lines {
		all.Add(s.total[i])
		weights[k] = 0
		if w.shares[i].state != explain.NotApplicable {
			weights[k] = s.total[i]
			applies = applies || s.total[i] > 0
		} else {
			missing = missing || s.total[i] > 0
		}
	}
	if !missing {
		return
	}
	total, _ := all.Int64()
	if !applies {
		w.state, w.empty = explain.Overflow, append(w.empty, at)
		return
	}
	fix.Split(total, weights, spread)
	for k, i := range b.lines {
		w.effective[i] = spread[k]
	}
}

// round makes the points line: the share of the points, rounded once.
func (s *scheme) round(sh Share, points int64) (int64, explain.State) {
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
func (s *scheme) report(t *columns.Table, row int32, w *work, c facts.Check) {
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
	for _, at := range w.empty {
		explained = true
		s.blameBlock(t, row, s.blocks[at].doc.ID, c)
	}
	if !explained {
		t.FailRow(c, row, "", facts.CodeNumberOverflow, "a score of at most 18 digits")
	}
}

// blameBlock reports a block, or the whole scheme, in which nothing applies.
func (s *scheme) blameBlock(t *columns.Table, row int32, id string, c facts.Check) {
	if id == "" {
		t.FailRow(c, row, "", facts.CodeNoneApplies, "at least one indicator that applies")
		return
	}
	clause := s.clause + "." + id
	t.FailClause(c, row, clause, facts.CodeNoneApplies, "at least one indicator of block "+clause+" that applies")
}

// blame reports the value that a line lacks, or the clause that failed on it.
func (s *scheme) blame(t *columns.Table, row int32, i int, w *work, c facts.Check) {
	l, sh := &s.lines[i], w.shares[i]
	if _, state, lack := l.when.Holds(t, row); state != explain.Known {
		t.FailLack(c, row, lack, state)
		return
	}
	for _, ref := range l.refs {
		if v := t.At(ref, row); v.State == explain.Missing || v.State == explain.Overflow {
			t.FailState(c, row, ref.ID, v.State)
			return
		}
	}
	clause := l.clause
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
