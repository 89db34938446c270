package scoring

import (
	"reflect"
	"slices"

	"github.com/shopspring/decimal"

	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/internal/fix"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// Scheme lists the indicators that make the score. The zero Scheme scores
// nobody. In a document it may be written as the bare list of its indicators.
type Scheme struct {
	// Indicators are the lines of the score, in the order of the slip.
	Indicators []Indicator `key:"indicators,list"`
	// Total is what the points add up to; 100 when left out.
	Total *decimal.Decimal `key:"total"`
	// Least and Most bound the score; left out, nothing does.
	Least *decimal.Decimal `key:"least"`
	Most  *decimal.Decimal `key:"most"`
}

// Indicator is one line of the score (指标): some points and the rule that
// says what share of them is earned. An indicator without points is an
// adjustment beside the total.
type Indicator struct {
	ID   string     `key:"id,required" validate:"required,max=64"`
	Name facts.Text `key:"name"`
	// Points are what the indicator gives at most; an adjustment states none.
	Points decimal.Decimal `key:"points"`
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

// Sheet is a compiled scheme with its accounts: what policy runs. It is
// read-only and safe for concurrent use.
type Sheet struct {
	accounts    []*account
	lines       []line
	total       []int64 // points by line, 0 for adjustments
	score       columns.Ref
	unit        int64 // hundredths in one step of the rounding's places
	mode        fix.Mode
	least, most *int64
}

// line is one compiled indicator.
type line struct {
	doc    Indicator
	at     int // in the document
	points int64
	when   columns.When
	eval   evaluator
	refs   []columns.Ref
	figure columns.Ref
}

// CompileAccounts compiles the accounts, whose figures the scheme may name.
func CompileAccounts(accounts []Account, s *columns.Schema, c facts.Check) *Sheet {
	sheet := &Sheet{}
	seen := map[string]bool{}
	for i, a := range accounts {
		at := c.Index(i)
		if seen[a.ID] {
			at.At("id").Fail(facts.CodeIDDuplicate, "an id of its own", a.ID)
			continue
		}
		seen[a.ID] = true
		sheet.accounts = append(sheet.accounts, a.compile(s, at))
	}
	return sheet
}

// CompileScheme compiles the scheme into the sheet. The score is the figure
// "score", each indicator's points the figure ID.points.
func (s *Sheet) CompileScheme(doc Scheme, r Rounding, schema *columns.Schema, c facts.Check) {
	s.mode, s.unit = r.Lines, fix.Pow10(pointScale-min(max(r.Places, 0), pointScale))
	at := c.At("indicators")
	seen := map[string]bool{}
	var sum fix.Sum
	for i := range doc.Indicators {
		ind := doc.Indicators[i]
		l := compileLine(ind, schema, at.Index(i))
		if seen[ind.ID] && ind.ID != "" {
			at.Index(i).At("id").Fail(facts.CodeIDDuplicate, "an id of its own", ind.ID)
			continue
		}
		seen[ind.ID] = true
		l.at = i
		sum.Add(l.points)
		s.lines = append(s.lines, l)
		s.total = append(s.total, l.points)
	}
	s.checkTotal(doc, sum, c)
	s.least, s.most = bound(c.At("least"), doc.Least), bound(c.At("most"), doc.Most)
	if s.least != nil && s.most != nil && *s.least > *s.most {
		c.At("least").Fail(facts.CodeBandOrder, "a least not above the most", fix.Text(*s.least, pointScale))
	}
	for i := range s.lines {
		l := &s.lines[i]
		l.figure = schema.Add(at.Index(l.at).At("id"), columns.Figure{
			ID: l.doc.ID + ".points", Name: l.doc.Name, Unit: facts.Points, Scale: pointScale,
			Tell: func(t *columns.Table, row int32) explain.Step { return s.tellLine(t, row, i) },
		})
	}
	if len(s.lines) > 0 {
		s.score = schema.Add(c, columns.Figure{
			ID: "score", Name: facts.Text{ZH: "得分", EN: "Score"}, Unit: facts.Points, Scale: pointScale, Tell: s.Explain,
		})
	}
}

func bound(c facts.Check, d *decimal.Decimal) *int64 {
	if d == nil {
		return nil
	}
	v := columns.Number(c, *d, pointScale)
	return &v
}

func (s *Sheet) checkTotal(doc Scheme, sum fix.Sum, c facts.Check) {
	if len(doc.Indicators) == 0 {
		return
	}
	want := int64(fullMarks)
	if doc.Total != nil {
		want = columns.Number(c.At("total"), *doc.Total, pointScale)
		if want <= 0 {
			c.At("total").Fail(facts.CodeWeightInvalid, "points above 0", fix.Text(want, pointScale))
		}
	}
	if got, ok := sum.Int64(); !ok || got != want {
		c.Fail(facts.CodeWeightSum, "points that add up to "+fix.Text(want, pointScale), fix.Text(got, pointScale))
	}
}

func compileLine(ind Indicator, schema *columns.Schema, c facts.Check) line {
	l := line{doc: ind, points: columns.Number(c.At("points"), ind.Points, pointScale)}
	if ind.ID == "" {
		c.At("id").Fail(facts.CodeRequired, "an id", "")
	}
	if l.points < 0 {
		c.At("points").Fail(facts.CodeWeightInvalid, "points not below 0", "")
	}
	l.when = schema.When(c.At("when"), ind.When)
	l.compileRule(schema, c)
	return l
}

// compileRule compiles the indicator's rule. A kind is known by its type and
// not by its methods: a type from outside that embeds one of ours has those
// methods too, and an arithmetic of its own.
func (l *line) compileRule(schema *columns.Schema, c facts.Check) {
	rule := l.doc.Rule
	if rule == nil {
		c.Fail(facts.CodeKindMissing, "the kind of a rule", "")
		return
	}
	if reflect.TypeOf(rule).Kind() == reflect.Pointer {
		c.Fail(facts.CodeKindPointer, "a rule kind as a value, not a pointer", "")
		return
	}
	in := &compiler{schema: schema, points: l.points}
	if b, ok := rule.(builtin); ok && own(rule) {
		in.Check = c.At(b.Kind())
		switch rule.(type) {
		case Adjustment, Overflow:
			if l.points != 0 {
				in.Fail(facts.CodeWeightInvalid, "an indicator without points: the rule brings its own", fix.Text(l.points, pointScale))
			}
		}
		l.eval = b.compile(in)
	} else {
		in.Check = c
		l.eval = compileOutside(rule, in)
	}
	l.refs = in.refs
}

// own reports whether a rule is a kind of this package.
func own(rule Rule) bool {
	same := func(k Rule) bool { return reflect.TypeOf(k) == reflect.TypeOf(rule) }
	return slices.ContainsFunc(kinds, same)
}
