package policy

import (
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/payout"
	"github.com/cspay/cspay/scoring/facts"
)

// laws are the jurisdictions that the guard of one policy may name: those of
// the caller's options, then a file beside the policy, then what comes with the
// library.
type laws struct {
	known map[string]payout.Jurisdiction
	// faulty are those of the options that can not be used, by id; barred is
	// set when the guard names what can not be used, which is reported there.
	faulty map[string]bool
	barred bool
}

// newLaws checks the jurisdictions of the options.
func newLaws(opts []Option) (*laws, Problems) {
	l := &laws{known: map[string]payout.Jurisdiction{}, faulty: map[string]bool{}}
	c := facts.NewCheck()
	for i, j := range settingsOf(opts).laws {
		at := c.At("with").At("jurisdictions").Index(i)
		if _, twice := l.known[j.ID]; twice || l.faulty[j.ID] && j.ID != "" {
			at.At("id").Fail(facts.CodeNameDuplicate, "each jurisdiction once", j.ID)
		}
		if !l.adopt(j, at) {
			l.faulty[j.ID] = true
		}
	}
	return l, locate("", nil, c.Problems())
}

// adopt makes a literal known, unless something is wrong with it.
func (l *laws) adopt(j payout.Jurisdiction, c facts.Check) bool {
	if j.Format == "" {
		j.Format = payout.JurisdictionFormat
	}
	own := facts.NewCheck()
	checkLaw(j, own)
	// What no file could state is refused as well.
	_, unwritable := encodeWith(&encoder{literal: true, nodes: maxPolicyNodes}, j)
	found, _ := slices.Concat(own.Problems(), unwritable).Split()
	for _, p := range found {
		at := c
		if p.Path != "" {
			at = c.At(p.Path)
		}
		at.Fail(p.Code, p.Want, p.Got)
	}
	if len(found) == 0 {
		l.known[j.ID] = clone(j)
	}
	return len(found) == 0
}

// seek makes the jurisdiction known that a guard names. It returns the faults
// of the guard, and those of a file beside the policy.
func (l *laws) seek(id string, near folder) (facts.Problems, Problems) {
	c := facts.NewCheck()
	at := c.At("guard").At("jurisdiction")
	_, given := l.known[id]
	l.barred = l.faulty[id]
	switch {
	case id == "" || given || l.barred:
		return nil, nil
	case !namesFile(id):
		at.Fail(facts.CodeShape, fileWord, id)
		return c.Problems(), nil
	}
	j, looked, bad := near.jurisdiction(id, at)
	switch {
	case bad.err() != nil || c.Err() != nil:
		l.barred = true
	case j != nil:
		l.known[id] = *j
	default:
		l.known[china] = China()
		if _, found := l.known[id]; !found && looked != "" {
			at.Fail(facts.CodeNameUnknown, l.wanted(id, looked), id)
		}
	}
	return c.Problems(), bad
}

func (l *laws) wanted(id, looked string) string {
	want := "a jurisdiction that is given or built in, or the file " + looked + ", which is not there"
	return columns.OrNearest(want, id, sortedKeys(l.known))
}

// heard drops what only follows from a jurisdiction that can not be used.
func (l *laws) heard(found facts.Problems) facts.Problems {
	if !l.barred {
		return found
	}
	return slices.DeleteFunc(found, func(p *facts.Problem) bool {
		return p.Path == "guard.jurisdiction" || p.Path == "guard.region"
	})
}

// folder is where a policy file lies. The zero folder is that of a policy
// without a file: nothing lies beside it.
type folder struct {
	fsys fs.FS
	// dir is the folder within fsys; shown is what problems put before the
	// names of its files.
	dir, shown string
}

// folderOf is the folder of a file that is shown under a name.
func folderOf(fsys fs.FS, name, shown string) folder {
	return folder{fsys, path.Dir(name), strings.TrimSuffix(shown, path.Base(name))}
}

// jurisdiction reads the file of a jurisdiction beside the policy. Without
// one it returns nil, and the name of the file it looked for.
func (f folder) jurisdiction(id string, c facts.Check) (j *payout.Jurisdiction, looked string, bad Problems) {
	if f.fsys == nil {
		return nil, "", nil
	}
	names := []string{"jurisdictions/" + id + ".yaml", "jurisdictions/" + id + ".json"}
	there := slices.DeleteFunc(slices.Clone(names), func(name string) bool {
		_, err := fs.Stat(f.fsys, path.Join(f.dir, name))
		return errors.Is(err, fs.ErrNotExist)
	})
	switch len(there) {
	case 0:
		return nil, f.shown + names[0], nil
	case len(names):
		c.Fail(facts.CodeOneOf, "one file, "+strings.Join(names, " or "), "both")
		return nil, "", nil
	}
	shown := f.shown + there[0]
	src, bad := readLimited(f.fsys, path.Join(f.dir, there[0]), policyLimits())
	for _, p := range bad {
		p.File = shown
	}
	if bad != nil {
		return nil, shown, bad
	}
	read, bad := readJurisdiction(shown, src, id)
	return &read, shown, bad
}
