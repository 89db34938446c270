package main

import (
	"errors"
	"os"
	"path/filepath"
	"strings"

	"github.com/cspay/cspay/policy"
)

// readHistory reads the history that the command line names, none if it names
// none.
func (c command) readHistory() (policy.History, error) {
	if c.history == "" {
		return policy.History{}, nil
	}
	const want = "a history file"
	f, err := os.Open(c.history)
	if err != nil {
		return policy.History{}, unreadable(c.history, want, err)
	}
	defer func() { _ = f.Close() }() // nothing was written
	if info, err := f.Stat(); err == nil && info.IsDir() {
		return policy.History{}, unreadable(c.history, want, errors.New("a folder"))
	}
	h, err := policy.ReadHistory(f)
	var list policy.Problems
	if errors.As(err, &list) {
		for _, p := range list {
			p.File = c.history // the library never saw its name
		}
	}
	return h, err
}

// inHistory gives the problems that a close has with the history the name of
// its file; the facts, which were closed on it, are not where they stand.
func (c command) inHistory(err error) error {
	var list policy.Problems
	if c.history != "" && errors.As(err, &list) {
		for _, p := range list {
			if strings.HasPrefix(p.Path, "history.") {
				p.File, p.Line, p.Column = c.history, 0, 0
			}
		}
	}
	return err
}

// writeHistory writes a history whole or not at all: to a new file beside the
// one that is named, which then takes its name. A new file is its owner's
// alone, since it says who scored what; one that is replaced keeps its mode.
func writeHistory(name string, h policy.History) (err error) {
	mode := os.FileMode(0o600)
	if info, err := os.Stat(name); err == nil {
		if !info.Mode().IsRegular() {
			return errors.New("not a file that can be replaced")
		}
		mode = info.Mode().Perm()
		if name, err = filepath.EvalSymlinks(name); err != nil {
			return err
		}
	}
	f, err := os.CreateTemp(filepath.Dir(name), ".cspay-history-*")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			_ = os.Remove(f.Name())
		}
	}()
	if err := errors.Join(h.Write(f), f.Chmod(mode), f.Sync(), f.Close()); err != nil {
		return err
	}
	return os.Rename(f.Name(), name)
}
