package arch_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"path"
	"slices"
	"strconv"
	"strings"
)

const (
	maxLines  = 300
	decimal   = "github.com/shopspring/decimal"
	yaml      = "go.yaml.in/yaml"
	validator = "github.com/go-playground/validator"
	xtext     = "golang.org/x/text"
)

// arrow lists the packages in import order: each may import those before it.
func arrow() []string {
	return []string{
		"internal/fix",
		"scoring/facts",
		"scoring/explain",
		"internal/columns",
		"scoring",
		"rank",
		"payout",
		"policy",
		"policy/report",
		"examples",
	}
}

// topLevel lists the names that may stand at the root beside dot-files.
func topLevel() []string {
	return []string{
		"docs", "examples", "go.mod", "go.sum", "internal", "LICENSE",
		"payout", "policy", "rank", "README.md", "scoring",
	}
}

// homes lists where a heavy dependency may be imported: a file, or a package
// when the name ends in a slash.
func homes() map[string][]string {
	return map[string][]string{
		yaml:      {"policy/yaml.go"},
		validator: {"policy/validate.go"},
		xtext:     {"policy/text.go", "policy/report/"},
	}
}

// impure lists what the packages left of policy do without: they read no
// clock, file, network or random number.
func impure() []string {
	return []string{"C", "log", "math/rand", "net", "os", "syscall", "unsafe"}
}

// isOrBelow reports whether name is root or lies below it.
func isOrBelow(name, root string) bool {
	return name == root || strings.HasPrefix(name, root+"/")
}

// position returns where a package stands on the arrow, or -1.
func position(pkg string) int {
	if isOrBelow(pkg, "examples") {
		return slices.Index(arrow(), "examples")
	}
	return slices.Index(arrow(), pkg)
}

// apart reports whether a package stands beside the arrow: it serves tests or
// generates documents, and nothing on the arrow may import it.
func apart(pkg string) bool {
	return position(pkg) < 0 && isOrBelow(pkg, "internal")
}

// checkFile returns what is wrong with one Go file that is not a test. The
// name is relative to the module's root.
func checkFile(module, name string, src []byte) []string {
	var faults []string
	fail := func(format string, args ...any) {
		faults = append(faults, name+": "+fmt.Sprintf(format, args...))
	}
	pkg := path.Dir(name)
	if pkg == "." {
		fail("no Go file stands at the root")
	} else if position(pkg) < 0 && !apart(pkg) {
		fail("package %s has no place on the arrow", pkg)
	}
	if lines := strings.Count(string(src), "\n"); lines > maxLines {
		fail("%d lines, more than %d", lines, maxLines)
	}
	f, err := parser.ParseFile(token.NewFileSet(), name, src, parser.SkipObjectResolution)
	if err != nil {
		fail("%v", err)
		return faults
	}
	for _, spec := range f.Imports {
		imported, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			fail("import %s: %v", spec.Path.Value, err)
			continue
		}
		if fault := checkImport(module, name, imported); fault != "" {
			fail("imports %s: %s", imported, fault)
		}
	}
	for _, d := range f.Decls {
		if fn, ok := d.(*ast.FuncDecl); ok && fn.Recv == nil && fn.Name.Name == "init" {
			fail("has an init function")
		}
	}
	return faults
}

// checkImport returns what is wrong with one import line, or "".
func checkImport(module, name, imported string) string {
	pkg := path.Dir(name)
	switch {
	case isOrBelow(imported, module):
		return checkOwn(pkg, strings.TrimPrefix(strings.TrimPrefix(imported, module), "/"))
	case !strings.Contains(strings.Split(imported, "/")[0], "."):
		return checkStandard(pkg, imported)
	default:
		return checkThirdParty(name, imported)
	}
}

func checkOwn(pkg, imported string) string {
	from, to := position(pkg), position(imported)
	switch {
	case apart(pkg):
		return ""
	case to < 0:
		return "it has no place on the arrow"
	case to > from:
		return "it stands to the right of " + pkg
	default:
		return ""
	}
}

func checkStandard(pkg, imported string) string {
	at := position(pkg)
	if at < 0 || at >= slices.Index(arrow(), "policy") {
		return ""
	}
	for _, root := range impure() {
		if isOrBelow(imported, root) {
			return "packages left of policy are pure"
		}
	}
	return ""
}

func checkThirdParty(name, imported string) string {
	if imported == decimal {
		return ""
	}
	for dependency, files := range homes() {
		if !isOrBelow(imported, dependency) {
			continue
		}
		for _, home := range files {
			if name == home || path.Dir(name)+"/" == home {
				return ""
			}
		}
		return "only " + strings.Join(files, " and ") + " may"
	}
	return "it is not a dependency of this module"
}

// checkTop returns what is wrong with the names at the root. Dot-files and
// what .gitignore names are not looked at.
func checkTop(names, ignored []string) []string {
	var faults []string
	for _, name := range names {
		if strings.HasPrefix(name, ".") || slices.Contains(topLevel(), name) {
			continue
		}
		skip := slices.ContainsFunc(ignored, func(pattern string) bool {
			ok, err := path.Match(strings.Trim(pattern, "/"), name)
			return err == nil && ok
		})
		if !skip {
			faults = append(faults, name+": does not belong at the root")
		}
	}
	return faults
}
