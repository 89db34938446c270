package policy

import (
	"errors"
	"io/fs"
	"path"
	"strings"

	"github.com/cspay/cspay/scoring/facts"
)

// decisionsFile holds what people decided on proposals of earlier months.
const decisionsFile = "decisions.yaml"

// decided is what the file may hold.
type decided struct {
	Decisions []facts.Decision `key:"decisions"`
}

// readDecisions reads decisions.yaml, which need not be there. The decisions of
// a month stand in one place: there or in facts.yaml.
func readDecisions(fsys fs.FS, dir string, p *places, month *facts.Month) Problems {
	p.decisionsFile = path.Join(dir, decisionsFile)
	lim := factsLimits()
	src, bad := readLimited(fsys, p.decisionsFile, lim)
	if bad != nil {
		if _, err := fs.Stat(fsys, p.decisionsFile); errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		return bad
	}
	root, problems := parseDocument(p.decisionsFile, src, lim)
	if root == nil {
		return problems
	}
	if len(month.Decisions) > 0 {
		r := newReport(p.decisionsFile, true)
		r.add(fault{
			code: facts.CodeOneOf, at: root.at, path: "decisions",
			want: "decisions in this file or in " + p.factsFile + ", not in both",
		})
		return r.done()
	}
	p.decisions = root
	var found decided
	problems = merge(problems, newDecoder(p.decisionsFile, true, nil).decode(root, &found))
	month.Decisions = found.Decisions
	return problems
}

// ofDecisions reports whether a path of the month stands in decisions.yaml.
func (p *places) ofDecisions(where string) bool {
	return p.decisions != nil && strings.HasPrefix(where, "decisions")
}
