package policy

import (
	"bytes"
	_ "embed" // of the jurisdictions that come with the library
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"unicode"

	"github.com/cspay/cspay/payout"
	"github.com/cspay/cspay/scoring/facts"
)

// LoadJurisdiction reads a jurisdiction from a stream: JSON when the first
// character is an opening brace, YAML otherwise. It returns [Problems] with
// every fault, its line and column.
func LoadJurisdiction(r io.Reader) (payout.Jurisdiction, error) {
	src, err := io.ReadAll(io.LimitReader(r, maxPolicyBytes+1))
	if err != nil {
		return payout.Jurisdiction{}, unreadable("jurisdiction", err)
	}
	return orProblems(readJurisdiction(streamName("jurisdiction", src), src, ""))
}

// LoadJurisdictionFile reads a jurisdiction file, JSON when its name ends in
// .json and YAML otherwise. It returns [Problems] with every fault, its file,
// line and column.
func LoadJurisdictionFile(name string) (payout.Jurisdiction, error) {
	dir, base := filepath.Split(name)
	if dir == "" {
		dir = "."
	}
	src, bad := readLimited(os.DirFS(dir), base, policyLimits())
	if bad != nil {
		for _, p := range bad {
			p.File = name
		}
		return payout.Jurisdiction{}, bad
	}
	return orProblems(readJurisdiction(name, src, ""))
}

// china is the id of the jurisdiction that comes with the library.
const china = "cn"

//go:embed jurisdictions/cn.yaml
var chinaFile []byte

// China returns the jurisdiction cn, which comes with the library: the rules of
// the Chinese mainland on deductions, trial periods and notice, with one made-up
// sample_city. Minimum wages differ by place and year; add those of your own to
// Regions and pass it on with [WithJurisdiction], or write a file. Each call
// returns a copy.
func China() payout.Jurisdiction {
	j, _ := readJurisdiction("cn.yaml", chinaFile, china) // a test holds the file to have no faults
	return j
}

// WithJurisdiction adds a jurisdiction that a policy's guard may name. It stands
// in place of a file beside the policy and of one that comes with the library,
// when they have its id.
func WithJurisdiction(j payout.Jurisdiction) Option {
	return func(o *settings) { o.laws = append(o.laws, j) }
}

// readJurisdiction reads a jurisdiction that has an id; any, when that is "".
func readJurisdiction(file string, src []byte, id string) (payout.Jurisdiction, Problems) {
	var j payout.Jurisdiction
	root, problems := parseDocument(file, src, policyLimits())
	if root == nil {
		return j, problems
	}
	problems = merge(problems, newDecoder(file, false, nil).decode(root, &j))
	if errors.Is(problems, facts.CodeTooMany) {
		return j, problems // what could be read would be judged by what could not
	}
	c := facts.NewCheck()
	checkLaw(j, c)
	if id != "" && j.ID != id {
		c.At("id").Fail(facts.CodeShape, id+", as the file is named", j.ID)
	}
	return j, merge(problems, locate(file, root, unshadowed(c.Problems(), problems)))
}

// checkLaw reports what is wrong with a jurisdiction, by key.
func checkLaw(j payout.Jurisdiction, c facts.Check) {
	j.Check(c)
	if j.ID != "" && !namesFile(j.ID) {
		c.At("id").Fail(facts.CodeShape, fileWord, j.ID)
	}
}

const fileWord = "letters, digits, - and _ only, as a file is named by it"

// namesFile reports whether a file may be named by an id: it can not lead out
// of its folder.
func namesFile(id string) bool {
	return !strings.ContainsFunc(id, func(r rune) bool {
		return r != '-' && r != '_' && !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r)
	})
}

func orProblems(j payout.Jurisdiction, problems Problems) (payout.Jurisdiction, error) {
	if err := problems.err(); err != nil {
		return payout.Jurisdiction{}, err
	}
	return j, nil
}

// streamName names what has no file, so that its form can be told by the name.
func streamName(stem string, src []byte) string {
	if bytes.HasPrefix(bytes.TrimLeft(bytes.TrimPrefix(src, []byte(utf8BOM)), " \t\r\n"), []byte("{")) {
		return stem + ".json"
	}
	return stem + ".yaml"
}
