package scoring

import (
	"github.com/shopspring/decimal"

	"github.com/cspay/cspay/internal/fix"
	"github.com/cspay/cspay/scoring/facts"
)

// Scheme lists the indicators that make the score. The zero Scheme scores
// nobody. In a document it may be written as the bare list of its indicators.
type Scheme struct {
	// ID names the scheme where a policy has several.
	ID string `key:"id" validate:"max=64"`
	// When says whom the scheme scores, where a policy has several: the first
	// whose condition holds does. An agent that none holds for has no score.
	When facts.When `key:"when"`
	// Blocks part the points (85 + 15). Points of indicators that do not apply
	// are spread within their block; without blocks the scheme is one.
	Blocks []Block `key:"blocks"`
	// Indicators are the lines of the score, in the order of the slip.
	Indicators []Indicator `key:"indicators,list"`
	// Total is what the points add up to; 100 when left out.
	Total *decimal.Decimal `key:"total"`
	// Least and Most bound the score; left out, nothing does.
	Least *decimal.Decimal `key:"least"`
	Most  *decimal.Decimal `key:"most"`
	// Grades name scores, the first that holds: medals at 70, 80 and 90.
	Grades []Grade `key:"grades"`
}

// zero reports a scheme that states nothing.
func (s Scheme) zero() bool {
	return s.ID == "" && len(s.When)+len(s.Blocks)+len(s.Indicators)+len(s.Grades) == 0 &&
		s.Total == nil && s.Least == nil && s.Most == nil
}

// Block is a part of a scheme with points of its own (KPI 85, ability 15). It
// makes the figure ID.points.
type Block struct {
	ID   string     `key:"id,required" validate:"required,max=64"`
	Name facts.Text `key:"name"`
	// Points are what the indicators of the block add up to.
	Points decimal.Decimal `key:"points,required"`
	facts.Cite
}

// Indicator is one line of the score (指标): some points and the rule that
// says what share of them is earned. An indicator without points is an
// adjustment beside the total.
type Indicator struct {
	ID   string     `key:"id,required" validate:"required,max=64"`
	Name facts.Text `key:"name"`
	// Points are what the indicator gives at most; an adjustment states none.
	Points decimal.Decimal `key:"points"`
	// Block is the block that the points belong to; required where the scheme
	// has blocks.
	Block string `key:"block" validate:"max=64"`
	// When says whom the indicator applies to; for the others its points are
	// spread over the rest.
	When facts.When `key:"when"`
	Rule Rule       `key:"*"`
	facts.Cite
}

// Rounding is how lines are rounded, as a document states it.
type Rounding struct {
	// Lines is the mode of points and money lines; half_up when left out.
	Lines fix.Mode
	// Places is the number of decimals of a points line, 0 to 2.
	Places int
}

// DefaultRounding is half up to two decimals.
func DefaultRounding() Rounding { return Rounding{Lines: fix.HalfUp, Places: pointScale} }
