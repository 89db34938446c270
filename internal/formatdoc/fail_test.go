package formatdoc

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/scoring/facts"
)

// edited is the module with some files replaced or added.
type edited struct {
	fs.FS
	files fstest.MapFS
}

func (e edited) Open(name string) (fs.File, error) {
	if _, ok := e.files[name]; ok {
		return e.files.Open(name)
	}
	return e.FS.Open(name)
}

func (e edited) ReadDir(name string) ([]fs.DirEntry, error) {
	list, err := fs.ReadDir(e.FS, name)
	if added, errAdded := fs.ReadDir(e.files, name); errAdded == nil {
		for _, entry := range added {
			if _, err := fs.Stat(e.FS, name+"/"+entry.Name()); err != nil && !entry.IsDir() {
				list = append(list, entry)
			}
		}
	}
	return list, err
}

// edit is the module with a text of one file replaced, or one file added.
func edit(t *testing.T, name, before, after string) fs.FS {
	t.Helper()
	text := after
	if before != "" {
		old := read(t, name)
		require.Contains(t, old, before)
		text = strings.Replace(old, before, after, 1)
	}
	root := os.DirFS(filepath.FromSlash("../.."))
	return edited{root, fstest.MapFS{name: {Data: []byte(text)}}}
}

// TestWhatIsNotDocumentedFails shows that each promise of the generator can be
// broken.
func TestWhatIsNotDocumentedFails(t *testing.T) {
	const deduct = "scoring/deduct.go"
	for _, c := range []struct {
		it, file, before, after, want string
		write                         func(fs.FS) ([]byte, error)
	}{
		{"a key without a comment", deduct, "	// Each is what one unit of the metric costs, in points above 0.\n", "", "Deduct.Each has no comment", Format},
		{"a word without a comment", "scoring/zero_over.go", "// the full points at every value up to the limit", "", "the word full of scoring.Within has no comment", Format},
		{"a kind without a snippet", deduct, "//	deduct:", "// deduct:", "the comment of deduct shows no snippet", Format},
		{"a kind without a worked number", deduct, "// With 5 points, 3 complaints leave 0.50 and 4 leave 0.00.", "// It is hard.", "the comment of deduct shows no worked number", Format},
		{"a code without an entry", "scoring/facts/codes.go", `CodeTooMany    Code = "document.problems"`, `CodeTooMany    Code = "document.many"`, "document.many has no entry", Problems},
		{"a group of codes without a title", "scoring/facts/codes.go", `	CodeTooMany    Code = "document.problems"`, "\n	CodeTooMany    Code = \"new.problems\"", "the group of new.problems has no title", Problems},
		{"an entry that is no code", own + "/problems/no.code.txt", "", "means: x\nmend: y\nat: z\n-- policy.yaml --\n", "no.code has an entry and is no code", Problems},
		{"an example at another place", own + "/problems/number.scale.txt", "at: policy.yaml:5:35", "at: policy.yaml:5:34", "number.scale", Problems},
		{"an example with another problem beside", own + "/problems/number.scale.txt", "calendar", "calender", "word.unknown", Problems},
		{"an example of nothing", own + "/problems/number.scale.txt", "3000.005", "3000", "does not give it at policy.yaml:5:35; it gives 0 problems", Problems},
		{"an entry without a meaning", own + "/problems/number.scale.txt", "means: ", "mend: ", "malformed", Problems},
		{"the sample shop without its agent", "examples/daily-pool/facts.yaml", "id: A12", "id: B12", "agent.unknown", Results},
		{"a command without help", "examples/cspay/usage.go", "const help", "const told", "no constant help", Results},
	} {
		t.Run(c.it, func(t *testing.T) {
			t.Parallel()
			_, err := c.write(edit(t, c.file, c.before, c.after))
			require.Error(t, err)
			assert.Contains(t, err.Error(), c.want)
		})
	}
}

func TestParseEntryReadsWhatItSays(t *testing.T) {
	e, err := parseEntry("number.scale", "means: a\nmend: b\nat: f:1:2\nseverity: warning\namong: x y\n-- f --\n@2 n#\n@bytes \"\\xb5\\n\"\n@3\nend\n")
	require.NoError(t, err)
	assert.Equal(t, facts.Warning, e.severity)
	assert.Equal(t, []string{"x", "y"}, e.among)
	require.Len(t, e.files, 1)
	text, err := e.files[0].expand()
	require.NoError(t, err)
	assert.Equal(t, "n1\nn2\n\xb5\n\n\n\nend\n", string(text))
	assert.Equal(t, "n1\nn2\n… and so on, 2 of them\n\\xb5\n… 3 empty lines\nend", e.files[0].shown())

	for _, bad := range []string{
		"means: a\nmend: b\nat: c\n",
		"means: a\nmend: b\n-- f --\n",
		"means: a\nat: c\n-- f --\n",
		"means: a\nmend: b\nat: c\ngo: x\n-- f --\n",
		"means: a\nmeans: a\nmend: b\nat: c\n-- f --\n",
		"moans: a\n",
	} {
		_, err := parseEntry("x", bad)
		require.ErrorIs(t, err, errEntry, bad)
	}
	for _, bad := range []string{"@x y\n", "@bytes y\n"} {
		_, err := exampleFile{"f", bad}.expand()
		require.ErrorIs(t, err, errEntry, bad)
	}
}
