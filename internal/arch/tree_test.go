package arch_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// root returns the module's root and its path as go.mod states it.
func root(t *testing.T) (dir, module string) {
	t.Helper()
	dir, err := filepath.Abs(filepath.Join("..", ".."))
	require.NoError(t, err)
	mod, err := os.ReadFile(filepath.Join(dir, "go.mod"))
	require.NoError(t, err)
	for line := range strings.Lines(string(mod)) {
		if rest, ok := strings.CutPrefix(line, "module "); ok {
			return dir, strings.TrimSpace(rest)
		}
	}
	require.Fail(t, "go.mod states no module path")
	return "", ""
}

// sources calls visit for each Go file of the module that is not a test.
// Nested modules, testdata and directories that Go ignores are left out.
func sources(t *testing.T, dir string, visit func(name string, src []byte)) {
	t.Helper()
	err := filepath.WalkDir(dir, func(file string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			return skipDir(dir, file, d.Name())
		}
		if !strings.HasSuffix(file, ".go") || strings.HasSuffix(file, "_test.go") {
			return nil
		}
		src, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		name, err := filepath.Rel(dir, file)
		if err != nil {
			return err
		}
		visit(filepath.ToSlash(name), src)
		return nil
	})
	require.NoError(t, err)
}

func skipDir(dir, file, name string) error {
	if file == dir {
		return nil
	}
	if strings.HasPrefix(name, ".") || strings.HasPrefix(name, "_") || name == "testdata" {
		return filepath.SkipDir
	}
	if _, err := os.Stat(filepath.Join(file, "go.mod")); err == nil {
		return filepath.SkipDir
	}
	return nil
}

func TestTree(t *testing.T) {
	t.Parallel()
	dir, module := root(t)

	t.Run("every file keeps the rules", func(t *testing.T) {
		t.Parallel()
		seen := 0
		sources(t, dir, func(name string, src []byte) {
			seen++
			for _, fault := range checkFile(module, name, src) {
				assert.Fail(t, fault)
			}
		})
		assert.Greater(t, seen, 5, "the walk found the module's files")
	})

	t.Run("only known names stand at the root", func(t *testing.T) {
		t.Parallel()
		entries, err := os.ReadDir(dir)
		require.NoError(t, err)
		names := make([]string, len(entries))
		for i, e := range entries {
			names[i] = e.Name()
		}
		ignore, err := os.ReadFile(filepath.Join(dir, ".gitignore"))
		require.NoError(t, err)
		for _, fault := range checkTop(names, strings.Fields(string(ignore))) {
			assert.Fail(t, fault)
		}
	})
}
