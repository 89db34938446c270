package shop

import (
	"os"
	"path/filepath"
	"testing"
)

// Reproduced checks that a generator writes the files that are committed in a
// folder, byte for byte.
func Reproduced(t *testing.T, committed string, write func(folder string) error) {
	t.Helper()
	dir := t.TempDir()
	must(t, write(dir))
	for _, name := range []string{"facts.yaml", "daily.csv"} {
		want, err := os.ReadFile(filepath.Join(committed, name))
		must(t, err)
		got, err := os.ReadFile(filepath.Join(dir, name))
		must(t, err)
		sameText(t, name, string(want), string(got))
	}
}
