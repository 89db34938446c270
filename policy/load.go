package policy

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/cspay/cspay/scoring/facts"
)

// LoadFile reads a policy file, JSON when its name ends in .json and YAML
// otherwise: parse, check, compile. It returns [Problems] with every fault, its
// file, line and column.
func LoadFile(name string, opts ...Option) (*Policy, error) {
	dir, base := filepath.Split(name)
	if dir == "" {
		dir = "."
	}
	return loadFS(os.DirFS(dir), base, name, opts)
}

// LoadFS reads a policy file of a file system, such as an embed.FS.
func LoadFS(fsys fs.FS, name string, opts ...Option) (*Policy, error) {
	return loadFS(fsys, name, name, opts)
}

func loadFS(fsys fs.FS, name, shown string, opts []Option) (*Policy, error) {
	src, bad := readPolicy(fsys, name, shown)
	if bad != nil {
		return nil, bad
	}
	return load(shown, src, opts, folderOf(fsys, name, shown))
}

// readPolicy reads the text of a policy file, which is shown by another name.
func readPolicy(fsys fs.FS, name, shown string) ([]byte, Problems) {
	src, bad := readLimited(fsys, name, policyLimits())
	for _, p := range bad {
		p.File = shown
	}
	return src, bad
}

// Load reads a policy from a stream: JSON when the first character is an
// opening brace, YAML otherwise.
func Load(r io.Reader, opts ...Option) (*Policy, error) {
	name, src, err := readStream(r)
	if err != nil {
		return nil, err
	}
	return load(name, src, opts, folder{})
}

// readStream reads the text of a policy and names it by its form.
func readStream(r io.Reader) (name string, src []byte, err error) {
	src, err = io.ReadAll(io.LimitReader(r, maxPolicyBytes+1))
	if err != nil {
		return "", nil, unreadable("policy", err)
	}
	return streamName("policy", src), src, nil
}

func load(file string, src []byte, opts []Option, near folder) (*Policy, error) {
	p, _, err := readDraft(file, src, opts, near)
	return p, err
}

// readDraft reports the faults of the text together with those of its meaning,
// as far as the text could be read. What could be read is there even when the
// policy is refused.
func readDraft(file string, src []byte, opts []Option, near folder) (*Policy, draft, error) {
	kinds, bad := newKinds(opts)
	laws, unlawful := newLaws(opts)
	root, problems := parseDocument(file, src, policyLimits())
	problems = merge(bad, unlawful, problems)
	d := draft{kinds: kinds, file: file, root: root}
	if root == nil {
		return nil, d, problems
	}
	problems = merge(problems, newDecoder(file, false, kinds).decode(root, &d.doc))
	if errors.Is(problems, facts.CodeTooMany) {
		return nil, d, problems // what could be read would be judged by what could not
	}
	unknown, inFile := laws.seek(d.doc.Guard.Jurisdiction, near)
	problems = merge(problems, locate(file, root, unshadowed(unknown, problems)))
	p, meaning := compile(d.doc, kinds, laws.known)
	problems = merge(problems, locate(file, root, unshadowed(laws.heard(meaning), problems)), inFile)
	if err := problems.err(); err != nil {
		return nil, d, err
	}
	canonical, unwritable := encode(d.doc, kinds)
	if len(unwritable) > 0 {
		return nil, d, locate(file, root, unwritable)
	}
	p.file, p.root, p.digest = file, root, digestOf(canonical)
	_, p.warnings = problems.Split()
	return p, d, nil
}

// WriteYAML writes the document in its canonical form, which reads back to the
// same policy.
func (p *Policy) WriteYAML(w io.Writer) error { return p.write(w, canonicalYAML) }

// WriteJSON writes the document in its canonical form as JSON.
func (p *Policy) WriteJSON(w io.Writer) error {
	return p.write(w, func(n *node) []byte { return append(canonicalJSON(n), '\n') })
}

func (p *Policy) write(w io.Writer, form func(*node) []byte) error {
	root, problems := encode(p.doc, p.kinds)
	if len(problems) > 0 {
		return problems
	}
	_, err := w.Write(form(root))
	return err
}
