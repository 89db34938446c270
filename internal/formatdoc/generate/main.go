// Command generate writes the documents of package formatdoc below the root
// of the module, which is its only argument.
package main

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/cspay/cspay/internal/formatdoc"
)

func main() {
	if err := write(os.Args[1:]); err != nil {
		_, _ = fmt.Fprintln(os.Stderr, "generate:", err)
		os.Exit(1)
	}
}

func write(args []string) error {
	if len(args) != 1 {
		return fmt.Errorf("want the module's root, got %d arguments", len(args))
	}
	pages, err := formatdoc.Pages(os.DirFS(args[0]))
	if err != nil {
		return err
	}
	for _, page := range pages {
		name := filepath.Join(args[0], filepath.FromSlash(page.Name))
		if err := os.WriteFile(name, page.Text, 0o644); err != nil { //nolint:gosec // documents are for everybody to read
			return err
		}
	}
	return nil
}
