package sample

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
)

// Main is a generate command: it writes a shop's files into the shop's folder,
// seen from the repository's root, or into the one of the flag -out.
func Main(m Month, write func(folder string) error) {
	out := flag.String("out", filepath.Join("examples", m.Folder), "folder that gets facts.yaml and daily.csv")
	flag.Parse()
	if err := write(*out); err != nil {
		fmt.Fprintln(os.Stderr, "generate:", err)
		os.Exit(1)
	}
}

// Write puts the two files of a month into a folder.
func Write(folder string, facts, daily []byte) error {
	if err := os.WriteFile(filepath.Join(folder, "facts.yaml"), facts, 0o644); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(folder, "daily.csv"), daily, 0o644)
}
