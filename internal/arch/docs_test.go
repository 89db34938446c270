package arch_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// readmes are the documents whose programs are shown to a new user.
func readmes() []string { return []string{"README.md", "docs/README.zh-CN.md"} }

// fences returns the code blocks of a document in one language.
func fences(text, language string) []string {
	var blocks []string
	for _, m := range regexp.MustCompile("(?s)```"+language+"\n(.*?)```").FindAllStringSubmatch(text, -1) {
		blocks = append(blocks, m[1])
	}
	return blocks
}

// brokenLinks returns the relative links of a document that lead nowhere.
func brokenLinks(file, text string) []string {
	var broken []string
	for _, m := range regexp.MustCompile(`\]\(([^)#]+)(#[^)]*)?\)`).FindAllStringSubmatch(text, -1) {
		if strings.Contains(m[1], "://") {
			continue
		}
		if _, err := os.Stat(filepath.Join(filepath.Dir(file), filepath.FromSlash(m[1]))); err != nil {
			broken = append(broken, m[1])
		}
	}
	return broken
}

// TestReadme keeps what a new user copies true.
func TestReadme(t *testing.T) {
	t.Parallel()
	dir, module := root(t)
	read := func(name string) string {
		text, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
		require.NoError(t, err)
		return string(text)
	}

	t.Run("two commands do all the set-up", func(t *testing.T) {
		t.Parallel()
		for _, name := range readmes() {
			assert.Equal(t, []string{
				"go run ./examples/cspay close examples/daily-pool\ngo test ./...\n",
			}, fences(read(name), "sh"), name)
		}
	})

	t.Run("both languages show the same program", func(t *testing.T) {
		t.Parallel()
		assert.Equal(t, fences(read(readmes()[0]), "go"), fences(read(readmes()[1]), "go"))
	})

	t.Run("the program compiles in a user's module", func(t *testing.T) {
		t.Parallel()
		programs := fences(read("README.md"), "go")
		require.NotEmpty(t, programs)
		for _, program := range programs {
			inConsumer(t, newConsumer(t, dir, module, program), "vet", ".")
		}
	})
}

func TestLinks(t *testing.T) {
	t.Parallel()
	dir, _ := root(t)
	files := []string{filepath.Join(dir, "README.md")}
	for _, pattern := range []string{"docs/*.md", "docs/*/*.md"} {
		found, err := filepath.Glob(filepath.Join(dir, filepath.FromSlash(pattern)))
		require.NoError(t, err)
		files = append(files, found...)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		require.NoError(t, err)
		assert.Empty(t, brokenLinks(file, string(text)), file)
	}
}

func TestLinksCanFail(t *testing.T) {
	t.Parallel()
	text := "[a](there.md), [b](gone.md#part), [c](https://example.test/x), [d](#here)"
	file := filepath.Join(t.TempDir(), "page.md")
	require.NoError(t, os.WriteFile(filepath.Join(filepath.Dir(file), "there.md"), nil, 0o600))
	assert.Equal(t, []string{"gone.md"}, brokenLinks(file, text))
}
