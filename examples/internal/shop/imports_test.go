package shop

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestOnlyTestsImportThisPackage keeps package testing out of the commands. The
// library itself can not import an example at all.
func TestOnlyTestsImportThisPackage(t *testing.T) {
	tests := 0
	err := filepath.WalkDir(filepath.Join("..", ".."), func(name string, _ fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(name) != ".go" {
			return err
		}
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		for _, i := range f.Imports {
			if i.Path.Value != `"github.com/cspay/cspay/examples/internal/shop"` {
				continue
			}
			tests++
			assert.True(t, strings.HasSuffix(name, "_test.go"), "%s is no test", name)
		}
		return nil
	})
	require.NoError(t, err)
	assert.Positive(t, tests, "the walk found the shops' tests")
}
