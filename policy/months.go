package policy

import (
	"cmp"
	"context"
	"io/fs"
	"iter"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/cspay/cspay/scoring/facts"
)

// monthsDir is the folder of a shop that holds a folder for each month.
const monthsDir = "months"

// CloseMonths closes month after month, each with the history that those
// before it left, and the first with h: a year of careers in one go. Decisions
// come with the month that they take effect in. It stops at the first error of
// the stream, at a month that does not close, or when the context ends, and
// yields that error last.
func (p *Policy) CloseMonths(ctx context.Context, months iter.Seq2[facts.Month, error], h History) iter.Seq2[*Result, error] {
	return func(yield func(*Result, error) bool) {
		h := h.clone() // once: each result shares it, and none of them writes to it
		sound := 0
		for m, err := range months {
			if err == nil {
				err = ctx.Err()
			}
			if err != nil {
				yield(nil, err)
				return
			}
			r, err := p.closeOver(m, h, sound)
			if !yield(r, err) || err != nil {
				return
			}
			h = History{Format: HistoryFormat, Months: append(slices.Clip(h.Months), r.month())}
			sound = len(h.Months)
		}
	}
}

// LoadMonths reads the months of a shop's folder one after the other, in
// calendar order: months/2026-01, months/2026-02 and so on, each with the files
// that LoadMonth reads. A month is read when it is asked for.
func (p *Policy) LoadMonths(dir string) iter.Seq2[facts.Month, error] {
	return p.loadMonths(os.DirFS(dir), ".", dir)
}

// LoadMonthsFS reads the months of a folder of a file system, such as an
// embed.FS.
func (p *Policy) LoadMonthsFS(fsys fs.FS, dir string) iter.Seq2[facts.Month, error] {
	return p.loadMonths(fsys, dir, "")
}

func (p *Policy) loadMonths(fsys fs.FS, dir, base string) iter.Seq2[facts.Month, error] {
	return func(yield func(facts.Month, error) bool) {
		folders, err := monthFolders(fsys, path.Join(dir, monthsDir), base)
		if err != nil {
			yield(facts.Month{}, err)
			return
		}
		for _, f := range folders {
			m, err := p.loadMonth(fsys, f.name, base)
			if err == nil {
				err = f.check(&m)
			}
			if !yield(m, err) || err != nil {
				return
			}
		}
	}
}

// monthFolder is the folder of a month.
type monthFolder struct {
	name  string
	month facts.Period
}

// monthFolders lists the folders of months in calendar order. A folder that is
// named otherwise is refused: a month that is silently left out would be a gap.
func monthFolders(fsys fs.FS, dir, base string) ([]monthFolder, error) {
	shown := filepath.Join(base, dir)
	entries, err := fs.ReadDir(fsys, dir)
	if err != nil {
		return nil, unreadable(shown, err)
	}
	var out []monthFolder
	var bad Problems
	for _, e := range entries {
		if !e.IsDir() || strings.HasPrefix(e.Name(), ".") {
			continue
		}
		month, err := facts.ParsePeriod(e.Name())
		if err != nil {
			bad = append(bad, folderProblem(path.Join(shown, e.Name()), facts.CodeDateInvalid, "a folder named by its month, as 2026-01", e.Name()))
		}
		out = append(out, monthFolder{path.Join(dir, e.Name()), month})
	}
	if len(out) == 0 {
		bad = append(bad, folderProblem(shown, facts.CodeUnreadable, "a folder for each month, as 2026-01", "none"))
	}
	slices.SortFunc(out, func(a, b monthFolder) int { return cmp.Compare(a.month, b.month) })
	return out, bad.err()
}

// check refuses the facts of another month.
func (f monthFolder) check(m *facts.Month) error {
	if m.Period == f.month {
		return nil
	}
	c := facts.NewFactsCheck()
	c.At("month").Fail(facts.CodeDateMonth, "the month of its folder, "+f.month.String(), m.Period.String())
	return located(c.Problems(), m.Origin).err()
}

func folderProblem(file string, code facts.Code, want, got string) *Problem {
	return &Problem{Problem: facts.Problem{Code: code, Want: want, Got: facts.Cut(got)}, File: filepath.FromSlash(file)}
}
