package policy

import (
	"cmp"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"slices"

	"github.com/cspay/cspay/scoring/facts"
)

// Gap is one figure (a number, a word of a closed set, a date, a yes or no)
// that the shop never stated: the policy fills it with a sample, or lacks it.
type Gap struct {
	// Path is where the figure stands, or would: scheme[0].points.
	Path string
	// Clause is the id that explanations cite: scheme.response, pay.pool.
	Clause string
	// Key is the figure within its clause, without the word of its kind:
	// points, steps[0].at_least, faults.wrong_reply.
	Key string
	// Value is the figure as the canonical document writes it, and empty when
	// the figure is missing.
	Value string
	// Missing tells that the policy has no such figure and is refused for it;
	// otherwise the figure is marked as a sample.
	Missing bool
	// Name is the clause's name, or its id where it has none.
	Name facts.Text
	// Decides says in one sentence what hangs on the figure.
	Decides facts.Text
	// Source is where the shop's handbook speaks of the clause.
	Source string
	// File, Line and Column are where the figure stands, or for a missing one
	// the nearest thing there is. A literal has no place.
	File         string
	Line, Column int
}

// Gaps lists the sample figures of the policy in the order of the document:
// every figure of a clause with sample: true, and in a clause with a list those
// of the keys that it names and of what lies below them. Ids, names and the
// metrics that a clause looks at are no figures.
func (p *Policy) Gaps() []Gap {
	return draft{doc: p.doc, kinds: p.kinds, file: p.file, root: p.root}.gaps(nil)
}

// GapsFile lists the gaps of a policy file that may be incomplete: first each
// required figure that is missing, then the sample figures as far as the
// document could be read. The error is the one of LoadFile: nil when the policy
// can be used as it is, and then nothing is missing.
func GapsFile(name string, opts ...Option) ([]Gap, error) {
	dir, base := filepath.Split(name)
	if dir == "" {
		dir = "."
	}
	return gapsFS(os.DirFS(dir), base, name, opts)
}

// GapsFS does what GapsFile does for a file of a file system, with the error of
// LoadFS.
func GapsFS(fsys fs.FS, name string, opts ...Option) ([]Gap, error) {
	return gapsFS(fsys, name, name, opts)
}

func gapsFS(fsys fs.FS, name, shown string, opts []Option) ([]Gap, error) {
	src, bad := readPolicy(fsys, name, shown)
	if bad != nil {
		return nil, bad
	}
	return gapsIn(shown, src, opts, folderOf(fsys, name, shown))
}

// GapsFrom does what GapsFile does for a stream, with the error of Load.
func GapsFrom(r io.Reader, opts ...Option) ([]Gap, error) {
	name, src, err := readStream(r)
	if err != nil {
		return nil, err
	}
	return gapsIn(name, src, opts, folder{})
}

func gapsIn(file string, src []byte, opts []Option, near folder) ([]Gap, error) {
	_, d, err := readDraft(file, src, opts, near)
	return d.gaps(problemsOf(err)), err
}

// GapsOf does what GapsFile does for a literal, with the error of New.
func GapsOf(doc Document, opts ...Option) ([]Gap, error) {
	p, err := New(doc, opts...)
	if err == nil {
		return p.Gaps(), nil
	}
	kinds, _ := newKinds(opts)
	if _, unwritable := adopt(doc, kinds); endless(unwritable) {
		return nil, err
	}
	return draft{doc: doc, kinds: kinds}.gaps(problemsOf(err)), err
}

// problemsOf returns the problems of an error of this package.
func problemsOf(err error) Problems {
	list, _ := err.(Problems) //nolint:errorlint // ours, and never wrapped here
	return list
}

// draft is a document as far as it could be read, and where it stood.
type draft struct {
	doc   Document
	kinds kindTable
	file  string
	root  *node
}

// gaps lists what is missing by the problems, then the samples.
func (d draft) gaps(problems Problems) (list []Gap) {
	if d.file != "" && d.root == nil {
		return nil // nothing could be read
	}
	walk := newGapWalk(&d.doc, d.kinds)
	walk.stated = d.root != nil
	var missing []Gap
	defer func() {
		// Kinds and words may be a user's own code, which compiling reports.
		if recover() != nil {
			list = missing
		}
	}()
	faulty := map[string]bool{}
	for _, p := range problems {
		if p.File != d.file {
			continue // of a file beside the policy
		}
		faulty[plainPath(p.Path)] = p.Severity != facts.Warning || faulty[plainPath(p.Path)]
		if g, ok := walk.missing(p, d.root); ok {
			missing = append(missing, g)
		}
	}
	if d.root == nil {
		inOrder(missing)
	}
	walk.samples()
	samples := slices.DeleteFunc(walk.found, func(g Gap) bool { return faulty[plainPath(g.Path)] })
	if d.root != nil {
		samples = d.place(samples)
	}
	return append(missing, samples...)
}

// inOrder puts the figures of a literal, which have no places, in the order of
// the canonical document.
func inOrder(gaps []Gap) {
	sections := (shapes{}).of(reflect.TypeFor[Document]()).keys()
	section := func(g Gap) int {
		return slices.IndexFunc(sections, func(key string) bool {
			_, ok := cutKey(g.Path, key)
			return ok
		})
	}
	slices.SortStableFunc(gaps, func(a, b Gap) int { return cmp.Compare(section(a), section(b)) })
}

// place gives the figures their places and drops those that the document does
// not state: a reader leaves a zero where a number was left out.
func (d draft) place(samples []Gap) []Gap {
	stated := map[string]position{}
	d.root.scalars(nil, stated)
	var out []Gap
	for _, g := range samples {
		at, ok := stated[plainPath(g.Path)]
		if !ok {
			continue
		}
		g.File, g.Line, g.Column = d.file, at.line, at.column
		out = append(out, g)
	}
	slices.SortStableFunc(out, func(a, b Gap) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	return out
}

// scalars notes where every scalar below a node stands, by its path without the
// steps that the list shorthand leaves out.
func (n *node) scalars(path trail, into map[string]position) {
	if n.kind == scalarNode {
		into[plainPath(path.String())] = n.at
	}
	for i, item := range n.items {
		item.scalars(path.at(i), into)
	}
	for _, f := range n.fields {
		f.value.scalars(path.key(f.key), into)
	}
}
