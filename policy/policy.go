package policy

import (
	"fmt"
	"slices"

	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/payout"
	"github.com/cspay/cspay/rank"
	"github.com/cspay/cspay/scoring"
	"github.com/cspay/cspay/scoring/facts"
)

// Policy is a compiled document: immutable and safe for concurrent use. Make
// one with New, Load, LoadFile or LoadFS; the zero Policy is of no use.
type Policy struct {
	doc      Document
	digest   string
	standing string
	schema   *columns.Schema
	board    *rank.Board
	scores   *scoring.Sheet
	red      *scoring.RedLines
	careers  *rank.Careers
	pay      *payout.Sheet
	kinds    kindTable
	warnings Problems
	// file and root are where the document was read from; a literal has none.
	file string
	root *node
}

// Option adds something to the reading of a policy.
type Option func(*settings)

type settings struct {
	rules []scoring.Rule
	laws  []payout.Jurisdiction
}

// With adds rule kinds from outside the library by their prototypes, so that
// documents may use their words. A literal needs no With. Every field of such a
// kind has a key tag, as a document could not state it otherwise, and two
// policies that differ would have one digest.
func With(prototypes ...scoring.Rule) Option {
	return func(o *settings) { o.rules = append(o.rules, prototypes...) }
}

// New compiles a literal document: the same policy, with the same digest, as
// the document written as YAML or JSON. It returns [Problems] with every fault
// by its path. The document is copied; changing it afterwards changes nothing.
func New(doc Document, opts ...Option) (*Policy, error) {
	if doc.Format == "" {
		doc.Format = Format
	}
	kinds, bad := newKinds(opts)
	laws, unlawful := newLaws(opts)
	bad = merge(bad, unlawful)
	// What no document could state is said together with the rest.
	root, unwritable := adopt(doc, kinds)
	if endless(unwritable) {
		return nil, merge(bad, locate("", nil, unwritable))
	}
	unknown, _ := laws.seek(doc.Guard.Jurisdiction, folder{})
	p, problems := compile(clone(doc), kinds, laws.known)
	all := merge(bad, locate("", nil, unknown), locate("", nil, laws.heard(problems)), locate("", nil, unwritable))
	if err := all.err(); err != nil {
		return nil, err
	}
	p.digest = digestOf(root)
	_, p.warnings = all.Split()
	return p, nil
}

// The stages at which rankings can be placed.
const (
	overMetrics = iota
	overAccounts
	overScores
)

// compile resolves every name and number of a document, stage by stage, so
// that a clause can name only what stands before it. The laws are the
// jurisdictions that its guard may name, by id.
func compile(doc Document, kinds kindTable, laws map[string]payout.Jurisdiction) (p *Policy, problems facts.Problems) {
	c := facts.NewCheck()
	defer func() {
		// A kind from outside may panic in its own methods.
		if v := recover(); v != nil {
			c.Fail(facts.CodeKindFailed, "kinds that do not panic", fmt.Sprint(v))
			problems = c.Problems()
		}
	}()
	p = &Policy{doc: doc, kinds: kinds, standing: doc.Standing}
	doc.check(c)
	checkSamples(doc, kinds, c)
	scores, pays := doc.Rounding.modes(c.At("rounding"))
	p.schema = columns.NewSchemaWith(columns.Vocabulary{
		Metrics: doc.Metrics, Events: doc.Events, Panels: doc.Panels, Inspections: doc.Inspections,
	}, c)
	p.careers = rank.StartCareers(careerRules(doc), p.schema, c)
	rankings := c.At("rankings")
	p.board = rank.Compile(p.schema, doc.Rankings, rankings)
	p.scores = scoring.CompileAccounts(doc.Accounts, p.schema, c.At("accounts"))
	p.board.Advance(p.schema, rankings)
	p.red = scoring.CompileRedLines(doc.RedLines, p.schema, c.At("red_lines"))
	p.scores.Forbid(p.red)
	if len(doc.Schemes) > 0 && len(doc.Scheme.Indicators) > 0 {
		c.At("schemes").Fail(facts.CodeOneOf, "one scheme, or several under schemes", "")
	}
	p.scores.CompileScheme(doc.Scheme, scores, p.schema, c.At("scheme"))
	p.scores.CompileSchemes(doc.Schemes, scores, p.schema, c.At("schemes"))
	p.board.Advance(p.schema, rankings)
	p.board.Finish(p.schema, rankings)
	p.careers.Finish(p.schema, c)
	p.pay = doc.Pay.Compile(p.schema, pays, c.At("pay"))
	p.pay.Restrain(payout.Restraints{
		RedLines: p.red, Guard: doc.Guard, Laws: laws, Accounts: p.scores,
	}, pays, p.schema, c)
	doc.warnOfLaw(laws, c)
	if p.standing == "" {
		p.standing = byScore(doc.Rankings)
	}
	return p, c.Problems()
}

// byScore names the first ranking by score, the standing of a policy that
// states none.
func byScore(rankings []facts.Ranking) string {
	i := slices.IndexFunc(rankings, func(r facts.Ranking) bool { return r.By == "score" })
	if i < 0 {
		return ""
	}
	return rankings[i].ID
}

// ID returns the policy's id.
func (p *Policy) ID() string { return p.doc.ID }

// Digest returns sha256: and 64 hex digits over the canonical document. YAML,
// JSON and literals of the same policy have the same digest.
func (p *Policy) Digest() string { return p.digest }

// Document returns a copy of the document.
func (p *Policy) Document() Document { return clone(p.doc) }

// Warnings returns what is odd about the policy without making it unusable.
func (p *Policy) Warnings() Problems { return append(Problems(nil), p.warnings...) }
