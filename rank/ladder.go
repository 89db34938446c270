package rank

import (
	"slices"
	"strconv"
	"time"

	"github.com/shopspring/decimal"

	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/scoring/facts"
)

// Ladder is the levels of a career (晋升阶梯), the lowest first, and what moves
// an agent up or down. Moves are proposed; a decision makes them effective. The
// zero Ladder has no levels.
//
//	ladder:
//	  levels: [{id: P1}, {id: P2}, {id: P3}]
//	  promotion: {windows: [6, 12], requires: [{id: clean, streak: clean, months: 6}]}
//	  demotions: [{id: exam, streak: exam_missed}]
//
// Six clean months from January to June are proposed in the window of June; a
// penalty in January leaves five, and the next window is December.
type Ladder struct {
	// Levels are the levels, the lowest first. An agent without one stands on
	// the lowest.
	Levels []Level `key:"levels"`
	// Promotion says when a step up is proposed.
	Promotion *Promotion `key:"promotion"`
	// Demotions say when steps down are proposed.
	Demotions []Demotion `key:"demotions"`
	facts.Cite
}

// Level is one step of a ladder.
type Level struct {
	ID   string     `key:"id,required" validate:"required,max=64"`
	Name facts.Text `key:"name"`
	// Honour tells that the level is an honour (荣誉称号).
	Honour bool `key:"honour"`
	// Pay is the level's monthly pay, the figure level.pay; left out, it pays
	// nothing of its own.
	Pay *decimal.Decimal `key:"pay"`
	facts.Cite
}

// Promotion is the way one level up.
type Promotion struct {
	// Windows are the months of the year in which promotions are proposed; June
	// and December when left out.
	Windows []int `key:"windows"`
	// Requires are what must all be met in the month of the window.
	Requires []Requirement `key:"requires,required"`
	// AfterMove says whether months before a move count again; restarts when
	// left out.
	AfterMove Clock `key:"after_move"`
	facts.Cite
}

// Requirement is one thing a promotion asks for: a streak of a length, or a
// condition of the month.
type Requirement struct {
	ID   string     `key:"id,required" validate:"required,max=64"`
	Name facts.Text `key:"name"`
	// Streak is the streak that must be at least Months long.
	Streak string `key:"streak" validate:"max=64"`
	// Months is how long the streak must be; its own length when left out.
	Months *int `key:"months"`
	// When is a condition of the month.
	When facts.When `key:"when"`
	facts.Cite
}

// Demotion proposes steps down in a month in which a streak reaches its
// length. On the lowest level it restarts the clock of the promotion instead.
type Demotion struct {
	ID   string     `key:"id,required" validate:"required,max=64"`
	Name facts.Text `key:"name"`
	// Streak is the streak that decides.
	Streak string `key:"streak,required" validate:"required,max=64"`
	// Levels is how many levels down; 1 when left out. Nobody falls below the
	// lowest.
	Levels *int `key:"levels"`
	facts.Cite
}

// Clock says what a move does to the months that count toward a promotion.
type Clock string

// What a move does. The empty Clock is ClockRestarts.
const (
	ClockRestarts  Clock = "restarts"  // only months from the move on count
	ClockContinues Clock = "continues" // the months before it count too
)

// Words returns what a move can do.
func (Clock) Words() []string { return []string{"restarts", "continues"} }

// ladder is a compiled Ladder.
type ladder struct {
	doc      Ladder
	at       map[string]int
	pay      []int64
	windows  []time.Month
	requires []requirement
	restarts bool
	demote   []demotion
	// level and paid are the figures level, 1 for the lowest, and level.pay.
	level, paid columns.Ref
}

type requirement struct {
	doc    Requirement
	streak *streak
	months int
	when   condition
}

type demotion struct {
	doc    Demotion
	streak *streak
	levels int
}

func (l Ladder) zero() bool { return len(l.Levels) == 0 && l.Promotion == nil && len(l.Demotions) == 0 }

// compileLevels makes the figures of the levels, which conditions of the first
// stage may name.
func (l Ladder) compileLevels(schema *columns.Schema, c facts.Check) *ladder {
	if l.zero() {
		return nil
	}
	out := &ladder{doc: l, at: map[string]int{}, restarts: true, windows: []time.Month{time.June, time.December}}
	if len(l.Levels) == 0 {
		c.At("levels").Fail(facts.CodeRequired, "the levels, the lowest first", "")
	}
	for i := range l.Levels {
		out.pay = append(out.pay, l.Levels[i].compile(i, out.at, c.At("levels").Index(i)))
	}
	out.level = schema.Add(c, columns.Figure{ID: "level", Name: facts.Text{ZH: "职级", EN: "Level"}, Unit: facts.Count})
	out.paid = schema.Add(c, columns.Figure{
		ID: "level.pay", Name: facts.Text{ZH: "职级工资", EN: "Pay of the level"}, Unit: facts.Money, Scale: payScale,
	})
	return out
}

const payScale = 2

// compile notes where the level stands and returns its pay in cents.
func (l *Level) compile(i int, at map[string]int, c facts.Check) (pay int64) {
	if l.ID == "" {
		c.At("id").Fail(facts.CodeRequired, "an id", "")
	} else if _, twice := at[l.ID]; twice {
		c.At("id").Fail(facts.CodeIDDuplicate, "an id of its own", l.ID)
	}
	at[l.ID] = i
	if l.Pay != nil {
		if pay = columns.Number(c.At("pay"), *l.Pay, payScale); pay < 0 {
			c.At("pay").Fail(facts.CodeNumberNegative, "not below 0", "")
		}
	}
	return pay
}

// compile resolves what moves agents, once the streaks are there.
func (l *ladder) compile(ca *Careers, schema *columns.Schema, c facts.Check) {
	if l == nil {
		return
	}
	if p := l.doc.Promotion; p != nil {
		l.compilePromotion(*p, ca, schema, c.At("promotion"))
	}
	seen := map[string]bool{}
	for i, doc := range l.doc.Demotions {
		at := c.At("demotions").Index(i)
		columns.CheckOwn(at.At("id"), doc.ID, seen)
		d := demotion{doc: doc, levels: 1, streak: ca.streak(at.At("streak"), doc.Streak)}
		if doc.Levels != nil {
			if d.levels = *doc.Levels; d.levels < 1 || d.levels > max(1, len(l.doc.Levels)-1) {
				at.At("levels").Fail(facts.CodeNumberRange, "1 to the number of levels less one", strconv.Itoa(d.levels))
			}
		}
		l.demote = append(l.demote, d)
	}
}

func (l *ladder) compilePromotion(p Promotion, ca *Careers, schema *columns.Schema, c facts.Check) {
	if len(p.Windows) > 0 {
		l.windows = nil
		for i, m := range p.Windows {
			if m < 1 || m > 12 || slices.Contains(l.windows, time.Month(m)) {
				c.At("windows").Index(i).Fail(facts.CodeNumberRange, "a month of the year, 1 to 12, once", strconv.Itoa(m))
			}
			l.windows = append(l.windows, time.Month(m))
		}
	}
	if p.AfterMove != "" {
		columns.CheckWord(c.At("after_move"), p.AfterMove)
		l.restarts = p.AfterMove != ClockContinues
	}
	if len(p.Requires) == 0 {
		c.At("requires").Fail(facts.CodeRequired, "at least one requirement", "")
	}
	seen := map[string]bool{}
	for i, doc := range p.Requires {
		columns.CheckOwn(c.At("requires").Index(i).At("id"), doc.ID, seen)
		l.requires = append(l.requires, doc.compile(ca, schema, c.At("requires").Index(i)))
	}
}

func (doc Requirement) compile(ca *Careers, schema *columns.Schema, c facts.Check) requirement {
	r := requirement{doc: doc, when: compileCondition(schema, c.At("when"), doc.When)}
	if (doc.Streak == "") == (len(doc.When) == 0) {
		c.Fail(facts.CodeOneOf, "a streak or a condition", "")
	}
	if doc.Streak != "" {
		if r.streak = ca.streak(c.At("streak"), doc.Streak); r.streak != nil {
			r.months = r.streak.doc.Months
		}
	}
	if doc.Months != nil {
		if r.months = *doc.Months; r.months < 1 || r.months > maxMonths || doc.Streak == "" {
			c.At("months").Fail(facts.CodeNumberRange, "1 to 600 months of a streak", strconv.Itoa(r.months))
		}
	}
	return r
}

// window reports whether promotions are proposed in a month.
func (l *ladder) window(p facts.Period) bool {
	_, m := p.Split()
	return slices.Contains(l.windows, m)
}

// nextWindow returns the first window from a month on.
func (l *ladder) nextWindow(p facts.Period) facts.Period {
	for range 12 {
		if l.window(p) {
			return p
		}
		p++
	}
	return 0
}
