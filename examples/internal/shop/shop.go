package shop

import (
	"bytes"
	"flag"
	"io/fs"
	"math/big"
	"os"
	"strings"
	"testing"

	"github.com/cspay/cspay/examples/internal/twin"
	"github.com/cspay/cspay/policy"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// Shop is a sample shop as its tests state it. Every field is required unless
// it says otherwise.
type Shop struct {
	// Files holds policy.yaml, facts.yaml, daily.csv and expected.json.
	Files fs.FS
	// YAML is yaml.Unmarshal, for the twin's own way into the facts.
	YAML func(text []byte, into any) error
	// Twin is the slow twin's close of this shop.
	Twin func(twin.Month) (twin.Result, error)
	// Agents is how many slips the month has.
	Agents int

	// Schemes are the clauses of the schemes, such as scheme.
	Schemes []string
	// IsLine tells which steps of a slip's explanation, by their depth, are the
	// scheme's lines that the page works out.
	IsLine func(depth int, s explain.Step) bool
	// Standing is the ranking of a slip's own place, Rankings are all.
	Standing string
	Rankings []string

	// Page is the file below docs/shops.
	Page string
	// Worked are the agents that the page works out by hand, in its order.
	Worked []string
	// Fact returns a figure that the page states and [Figure] does not know, or
	// nil. It may be left out.
	Fact func(m twin.Month, agent, name string) *big.Rat
}

// Main runs a shop's tests and knows the flag that lets the twin write its
// result: go test ./examples/daily-pool -run TestTwin -write.
func Main(m *testing.M) {
	flag.Bool("write", false, "write expected.json from the twin")
	os.Exit(m.Run())
}

// inScheme reports whether a clause is a line of one of the schemes.
func (s Shop) inScheme(clause string) bool { return strings.HasPrefix(clause, s.linePrefix()) }

// linePrefix is what the clauses of all schemes' lines begin with: scheme. or
// schemes., as the policy has one or several.
func (s Shop) linePrefix() string {
	first, _, _ := strings.Cut(s.Schemes[0], ".")
	return first + "."
}

// Policy loads the shop's policy.
func (s Shop) Policy(t testing.TB) *policy.Policy {
	t.Helper()
	p, err := policy.LoadFS(s.Files, "policy.yaml")
	must(t, err)
	return p
}

// Facts loads the month as the library reads it.
func (s Shop) Facts(t testing.TB, p *policy.Policy) facts.Month {
	t.Helper()
	m, err := p.LoadMonthFS(s.Files, ".")
	must(t, err)
	return m
}

// Close closes the month with the library.
func (s Shop) Close(t testing.TB) *policy.Result {
	t.Helper()
	p := s.Policy(t)
	return closed(t, p, s.Facts(t, p))
}

func closed(t testing.TB, p *policy.Policy, m facts.Month) *policy.Result {
	t.Helper()
	r, err := p.Close(m, policy.History{})
	must(t, err)
	return r
}

// bytesOf are a result and its history as they are written.
func bytesOf(r *policy.Result) (string, error) {
	var b bytes.Buffer
	if err := r.WriteJSON(&b); err != nil {
		return "", err
	}
	if err := r.History().Write(&b); err != nil {
		return "", err
	}
	return b.String(), nil
}

func mustBytes(t testing.TB, r *policy.Result) string {
	t.Helper()
	text, err := bytesOf(r)
	must(t, err)
	return text
}

// text writes a number of an explanation as results do.
func text(t testing.TB, n explain.Number) string {
	t.Helper()
	d, ok := n.Decimal()
	need(t, "a number", ok)
	return d.StringFixed(2)
}
