package arch_test

import (
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestConsumer builds the import graph of a program in another module that
// imports one package of ours, as a user's go.mod would see it.
func TestConsumer(t *testing.T) {
	t.Parallel()
	dir, module := root(t)

	for _, leaf := range []string{"scoring", "rank", "payout"} {
		t.Run(leaf+" alone links decimal and packages to its left", func(t *testing.T) {
			t.Parallel()
			deps := consumer(t, dir, module, leaf)
			assert.Contains(t, deps, module+"/"+leaf)
			assert.Contains(t, deps, decimal)
			assert.Empty(t, heavy(module, deps))
			for _, dep := range deps {
				if pkg, own := strings.CutPrefix(dep, module+"/"); own {
					assert.LessOrEqual(t, position(pkg), position(leaf), pkg)
				}
			}
		})
	}

	t.Run("policy links yaml and validator, so the check above can see them", func(t *testing.T) {
		t.Parallel()
		found := strings.Join(heavy(module, consumer(t, dir, module, "policy")), "\n")
		assert.Contains(t, found, yaml)
		assert.Contains(t, found, validator)
		assert.Contains(t, found, xtext)
		assert.Contains(t, found, module+"/policy")
	})

	t.Run("facts alone links decimal", func(t *testing.T) {
		t.Parallel()
		deps := consumer(t, dir, module, "scoring/facts")
		assert.Contains(t, deps, module+"/scoring/facts")
		assert.Contains(t, deps, decimal)
		assert.Empty(t, heavy(module, deps))
	})
}

func TestHeavyCanFail(t *testing.T) {
	t.Parallel()
	deps := []string{
		module + "/payout", module + "/internal/fix", decimal,
		yaml + "/v4", validator + "/v10", xtext + "/language", module + "/policy", module + "/policy/report",
	}
	assert.Equal(t, deps[3:], heavy(module, deps))
}

// heavy returns the dependencies that a consumer of a leaf must not link.
func heavy(module string, deps []string) []string {
	var found []string
	policy := position("policy")
	for _, dep := range deps {
		own := isOrBelow(dep, module)
		pkg := strings.TrimPrefix(dep, module+"/")
		switch {
		case dep == decimal:
		case own && position(pkg) >= 0 && position(pkg) < policy:
		default:
			found = append(found, dep)
		}
	}
	return found
}

// consumer returns every package outside the standard library that a program
// in another module links when it imports one package of ours.
func consumer(t *testing.T, dir, module, pkg string) []string {
	t.Helper()
	app := newConsumer(t, dir, module, "package main\n\nimport _ \""+module+"/"+pkg+"\"\n\nfunc main() {}\n")
	out := inConsumer(t, app, "list", "-deps", "-f", "{{if not .Standard}}{{.ImportPath}}{{end}}", ".")
	var deps []string
	for dep := range strings.FieldsSeq(out) {
		if dep != "consumer.test/app" {
			deps = append(deps, dep)
		}
	}
	return deps
}

// newConsumer writes a module that uses ours, as a user's go.mod would, and
// returns its directory.
func newConsumer(t *testing.T, dir, module, program string) string {
	t.Helper()
	app := t.TempDir()
	write := func(name, text string) {
		require.NoError(t, os.WriteFile(filepath.Join(app, name), []byte(text), 0o600))
	}
	version := "v0.0.0"
	if major := path.Base(module); regexp.MustCompile(`^v[0-9]+$`).MatchString(major) {
		version = major + ".0.0"
	}
	write("go.mod", "module consumer.test/app\n\ngo 1.26.0\n\nrequire "+module+" "+version+
		"\n\nreplace "+module+" => "+strconv.Quote(dir)+"\n")
	write("main.go", program)
	sums, err := os.ReadFile(filepath.Join(dir, "go.sum"))
	require.NoError(t, err)
	write("go.sum", string(sums))
	return app
}

// inConsumer runs the go command in such a module and returns what it prints.
// It needs no network: what the library needs is in the module cache already.
func inConsumer(t *testing.T, app string, args ...string) string {
	t.Helper()
	cmd := exec.Command("go", args...)
	cmd.Dir = app
	cmd.Env = append(os.Environ(), "GOFLAGS=-mod=mod", "GOWORK=off")
	var stderr strings.Builder
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	require.NoError(t, err, stderr.String())
	return string(out)
}
