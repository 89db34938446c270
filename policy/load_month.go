package policy

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/cspay/cspay/scoring/facts"
)

// LoadMonth reads one month of a shop's folder: facts.yaml (roster, events,
// ballots, exclusions), and daily.csv and decisions.yaml where there are any. It returns [Problems]
// with every fault, its file, line and column. The month remembers where its
// facts stood, so that Close names the place too.
func (p *Policy) LoadMonth(dir string) (facts.Month, error) {
	return p.loadMonth(os.DirFS(dir), ".", dir)
}

// LoadMonthFS reads one month of a folder of a file system, such as an
// embed.FS.
func (p *Policy) LoadMonthFS(fsys fs.FS, dir string) (facts.Month, error) {
	return p.loadMonth(fsys, dir, "")
}

// loadMonth reads a folder whose files are shown under a base.
func (p *Policy) loadMonth(fsys fs.FS, dir, base string) (facts.Month, error) {
	m, at, problems := readFacts(fsys, dir, p.doc.Metrics)
	for _, problem := range problems {
		problem.File = filepath.Join(base, problem.File)
	}
	m.Origin = origin{at, base}
	if problems.err() == nil {
		return m, nil
	}
	if at.root == nil || errors.Is(problems, facts.CodeTooMany) {
		return facts.Month{}, problems // nothing there that could be checked
	}
	// What could be read is checked too, so that everything is said at once. What
	// decisions are about only a history tells, which is not here.
	m.Decisions = nil
	_, _, more := p.close(m, History{}, 0, problems)
	return facts.Month{}, merge(problems, p.heardDaily(more, at)).err()
}

// origin is where a reader found a month's facts.
type origin struct {
	places *places
	base   string
}

// Locate returns where a path stood; see facts.Origin.
func (o origin) Locate(path string) (file string, line, column int) {
	file, at := o.places.find(path)
	return filepath.Join(o.base, file), at.line, at.column
}

// located gives problems the places that the facts' origin knows.
func located(found facts.Problems, origin facts.Origin) Problems {
	out := make(Problems, len(found))
	for i, f := range found {
		out[i] = &Problem{Problem: *f}
		if origin != nil {
			out[i].File, out[i].Line, out[i].Column = origin.Locate(f.Path)
		}
	}
	out.sort()
	return out
}
