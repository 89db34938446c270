package scoring

import (
	"errors"
	"fmt"

	"github.com/shopspring/decimal"

	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// Rule is one kind of indicator rule with its parameters: a value struct whose
// Kind is the document's word. The kinds of this package are listed in Kinds;
// a kind from outside is any value type with these two methods, and its
// prototype is passed to policy.With.
type Rule interface {
	// Kind returns the document's word for the kind, in lower snake case.
	Kind() string
	// Share returns the exact share of the points that the row earned. An
	// error is reported with the agent and the clause.
	Share(row Row) (Share, error)
}

// Checker is an optional ability of a kind from outside: Check reports what is
// wrong with its parameters when the policy is compiled.
type Checker interface{ Check() error }

// Sentencer is an optional ability of a kind from outside: Sentence says what
// the rule does, in one sentence of a language.
type Sentencer interface {
	Sentence(lang explain.Lang) string
}

// builtin is a kind of this package: it compiles to an evaluator over columns.
type builtin interface {
	Rule
	compile(c *compiler) evaluator
}

// evaluator is a compiled rule. The column loop, the scalar call and the
// explanation all call share.
type evaluator interface {
	share(t *columns.Table, row int32) Share
	// tell gives the sentence of what share returned.
	tell(t *columns.Table, row int32, s Share) (explain.Code, []explain.Arg)
}

// compiler resolves the names and numbers of one rule; it is the check.
type compiler struct {
	facts.Check
	schema *columns.Schema
	points int64 // of the indicator, in hundredths
	refs   []columns.Ref
}

// metric resolves a name under a key.
func (c *compiler) metric(key, id string) columns.Ref {
	ref, ok := c.schema.Metric(c.At(key), id)
	if ok {
		c.refs = append(c.refs, ref)
	}
	return ref
}

// number converts a parameter under a key at a scale.
func (c *compiler) number(key string, d decimal.Decimal, scale int) int64 {
	return columns.Number(c.At(key), d, scale)
}

// optional converts a parameter that may be left out, in millionths.
func (c *compiler) optional(key string, d *decimal.Decimal) *int64 {
	if d == nil {
		return nil
	}
	v := c.number(key, *d, rateScale)
	return &v
}

// outside adapts a kind from outside this package.
type outside struct {
	rule   Rule
	kind   string
	schema *columns.Schema
	width  int32 // of the schema, so that the rule sees no later stage
}

func compileOutside(r Rule, c *compiler) evaluator {
	o := outside{rule: r, schema: c.schema, width: c.schema.Width()}
	err := safely(func() error {
		o.kind = r.Kind()
		return nil
	})
	switch {
	case err != nil:
		c.Fail(facts.CodeKindFailed, "a kind that says its word: "+err.Error(), "")
		return o
	case o.kind == "":
		c.Fail(facts.CodeKindMissing, "the kind's word", "")
		return o
	}
	if k, ok := r.(Checker); ok {
		if err := safely(k.Check); err != nil {
			c.At(o.kind).Fail(facts.CodeKindFailed, "parameters that the kind accepts: "+err.Error(), "")
		}
	}
	return o
}

func (o outside) share(t *columns.Table, row int32) Share {
	var s Share
	err := safely(func() (err error) {
		s, err = o.rule.Share(Row{t, o.schema, row, o.width})
		return err
	})
	if err != nil {
		return Share{state: explain.Overflow, code: facts.CodeKindFailed, why: err.Error()}
	}
	s.state = s.State()
	return s
}

func (o outside) tell(*columns.Table, int32, Share) (explain.Code, []explain.Arg) {
	name := facts.Text{ZH: o.kind, EN: o.kind}
	if s, ok := o.rule.(Sentencer); ok {
		_ = safely(func() error {
			name = facts.Text{ZH: s.Sentence(explain.Chinese), EN: s.Sentence(explain.English)}
			return nil
		})
	}
	return "rule.outside", []explain.Arg{explain.T("sentence", name)}
}

// safely turns a panic of code from outside into an error, and its error into
// one whose text is read here already.
func safely(f func() error) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("the kind panicked: %v", r)
		}
	}()
	if err := f(); err != nil {
		return errors.New(err.Error())
	}
	return nil
}

// shareAlone evaluates one rule on one row: the scalar call of a kind.
func shareAlone(b builtin, row Row) (Share, error) {
	if row.t == nil {
		return Missing(), facts.CodeMetricMissing
	}
	check := facts.NewCheck()
	c := &compiler{Check: check, schema: row.schema, points: fullMarks}
	e := b.compile(c)
	for _, ref := range c.refs {
		if !ref.Before(row.width) {
			check.Fail(facts.CodeNameUnknown, "a metric or a figure of an earlier stage", ref.ID)
		}
	}
	if err := check.Err(); err != nil {
		return Missing(), err
	}
	return e.share(row.t, row.row), nil
}

// fullMarks is what a scheme adds up to by default, in hundredths.
const fullMarks = 100_00
