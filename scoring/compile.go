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

// Sheet is a policy's compiled accounts and schemes: what policy runs. It is
// read-only and safe for concurrent use.
type Sheet struct {
	accounts []*account
	schemes  []*scheme
	score    columns.Ref
	// figures are the points of indicators and blocks by id: schemes share the
	// figure of an id, as each agent has one scheme.
	figures map[string]columns.Ref
	ids     []string // of figures, in the order they were made
	red     *RedLines
}

// Forbid gives the sheet the red lines of the policy, before its schemes are
// compiled.
func (s *Sheet) Forbid(red *RedLines) { s.red = red }

// scheme is one compiled scheme.
type scheme struct {
	doc         Scheme
	clause      string // scheme, or schemes.ID
	when        columns.When
	lines       []line
	blocks      []block
	total       []int64 // points by line, 0 for adjustments
	unit        int64   // hundredths in one step of the rounding's places
	mode        fix.Mode
	least, most *int64
	grades      grades
	red         *RedLines
	// loose tells that it is not known what some points belong to.
	loose bool
}

// block is a compiled block: the lines whose points are spread together. A
// scheme without blocks has one that has no figure.
type block struct {
	doc    Block
	points int64
	lines  []int
	figure columns.Ref
}

// line is one compiled indicator.
type line struct {
	doc    Indicator
	clause string
	at     int // in the document
	points int64
	when   columns.When
	eval   evaluator
	refs   []columns.Ref
	figure columns.Ref
}

// CompileAccounts compiles the accounts, whose figures the schemes may name.
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

// CompileScheme compiles the one scheme of a policy into the sheet. The score
// is the figure "score", each indicator's and block's points the figure
// ID.points.
func (s *Sheet) CompileScheme(doc Scheme, r Rounding, schema *columns.Schema, c facts.Check) {
	if doc.zero() {
		return
	}
	s.compile(doc, "scheme", r, schema, c)
	s.addScore(schema, c)
}

// CompileSchemes compiles several schemes, of which the first whose condition
// holds scores an agent.
func (s *Sheet) CompileSchemes(docs []Scheme, r Rounding, schema *columns.Schema, c facts.Check) {
	seen := map[string]bool{}
	for i, doc := range docs {
		at := c.Index(i)
		switch {
		case doc.ID == "":
			at.At("id").Fail(facts.CodeRequired, "an id", "")
		case seen[doc.ID]:
			at.At("id").Fail(facts.CodeIDDuplicate, "an id of its own", doc.ID)
			continue
		}
		seen[doc.ID] = true
		if len(doc.When) == 0 && i < len(docs)-1 {
			at.Fail(facts.CodeBandOpen, "a condition, as the schemes after this one score nobody", doc.ID)
		}
		s.compile(doc, "schemes."+doc.ID, r, schema, at)
	}
	if len(docs) > 0 {
		s.addScore(schema, c)
	}
}

// addScore makes the figure once, where a scheme stands beside several too.
func (s *Sheet) addScore(schema *columns.Schema, c facts.Check) {
	if s.score.ID != "" {
		return
	}
	s.score = schema.Add(c, columns.Figure{
		ID: "score", Name: facts.Text{ZH: "得分", EN: "Score"}, Unit: facts.Points, Scale: pointScale, Tell: s.Explain,
	})
}

// figure returns the points of an indicator or a block, which schemes share.
func (s *Sheet) figure(schema *columns.Schema, c facts.Check, id string, name facts.Text, tell columns.Teller) columns.Ref {
	if ref, ok := s.figures[id]; ok {
		return ref
	}
	ref := schema.Add(c, columns.Figure{
		ID: id + ".points", Name: name, Unit: facts.Points, Scale: pointScale, Tell: tell,
	})
	if s.figures == nil {
		s.figures = map[string]columns.Ref{}
	}
	s.figures[id] = ref
	s.ids = append(s.ids, id)
	return ref
}

func (s *Sheet) compile(doc Scheme, clause string, r Rounding, schema *columns.Schema, c facts.Check) {
	out := &scheme{
		doc: doc, clause: clause, when: schema.When(c.At("when"), doc.When),
		red: s.red, mode: r.Lines, unit: fix.Pow10(pointScale - min(max(r.Places, 0), pointScale)),
	}
	s.schemes = append(s.schemes, out)
	out.compileBlocks(c.At("blocks"))
	at := c.At("indicators")
	if len(doc.Indicators) == 0 {
		at.Fail(facts.CodeRequired, "at least one indicator", "")
	}
	seen := map[string]bool{}
	for _, b := range out.blocks {
		seen[b.doc.ID] = true
	}
	for i := range doc.Indicators {
		ind := doc.Indicators[i]
		l := compileLine(ind, schema, at.Index(i))
		if seen[ind.ID] && ind.ID != "" {
			at.Index(i).At("id").Fail(facts.CodeIDDuplicate, "an id of its own", ind.ID)
			out.loose = true
		}
		seen[ind.ID] = true
		l.at, l.clause = i, clause+"."+ind.ID
		out.join(&l, at.Index(i))
		out.lines = append(out.lines, l)
		out.total = append(out.total, l.points)
	}
	out.checkTotal(c)
	out.bounds(c)
	out.grades = compileGrades(doc.Grades, schema, c.At("grades"))
	s.addFigures(out, schema, c)
}

// addFigures makes the figures once the indicators are compiled, so that no
// rule can name the points of another.
func (s *Sheet) addFigures(out *scheme, schema *columns.Schema, c facts.Check) {
	for i := range out.lines {
		l := &out.lines[i]
		at := c.At("indicators").Index(l.at).At("id")
		l.figure = s.figure(schema, at, l.doc.ID, l.doc.Name, func(t *columns.Table, row int32) explain.Step {
			return s.tellFigure(t, row, l.doc.ID)
		})
	}
	for i := range out.blocks {
		b := &out.blocks[i]
		if b.doc.ID == "" {
			continue
		}
		at := c.At("blocks").Index(i).At("id")
		b.figure = s.figure(schema, at, b.doc.ID, b.doc.Name, func(t *columns.Table, row int32) explain.Step {
			return s.tellFigure(t, row, b.doc.ID)
		})
	}
}

func (s *scheme) bounds(c facts.Check) {
	s.least, s.most = bound(c.At("least"), s.doc.Least), bound(c.At("most"), s.doc.Most)
	if s.least != nil && s.most != nil && *s.least > *s.most {
		c.At("least").Fail(facts.CodeBandOrder, "a least not above the most", fix.Text(*s.least, pointScale))
	}
}

func bound(c facts.Check, d *decimal.Decimal) *int64 {
	if d == nil {
		return nil
	}
	v := columns.Number(c, *d, pointScale)
	return &v
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
