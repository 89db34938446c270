package shop

import (
	"errors"
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
)

// witness is a test that only takes down what it is told.
type witness struct {
	testing.TB

	said  []string
	ended bool
}

func (w *witness) Helper() {}

func (w *witness) Errorf(format string, args ...any) {
	w.said = append(w.said, fmt.Sprintf(format, args...))
}

func (w *witness) Fatal(args ...any) { w.said, w.ended = append(w.said, fmt.Sprint(args...)), true }

func TestTheChecksCanFail(t *testing.T) {
	for name, c := range map[string]struct {
		check func(w *witness)
		said  []string
		ended bool
	}{
		"equal values pass":            {check: func(w *witness) { same(w, "a", []Entry{{"x", "1"}}, []Entry{{"x", "1"}}) }},
		"other values fail":            {check: func(w *witness) { same(w, "a", 1, 2) }, said: []string{"a\nwant: 1\ngot:  2"}},
		"another type fails":           {check: func(w *witness) { same(w, "a", 1, "1") }, said: []string{"a\nwant: 1\ngot:  1"}},
		"equal texts pass":             {check: func(w *witness) { sameText(w, "a", "x\ny", "x\ny") }},
		"the first other line is told": {check: func(w *witness) { sameText(w, "a", "x\ny\nz", "x\nY\nz") }, said: []string{"a differs in line 2\nwant: y\ngot:  Y"}},
		"a text that ends early fails": {check: func(w *witness) { sameText(w, "a", "x\ny", "x") }, said: []string{"a differs in line 2\nwant: y\ngot:  (no more lines)"}},
		"no error passes":              {check: func(w *witness) { must(w, nil) }},
		"an error ends the test":       {check: func(w *witness) { must(w, errors.New("lost")) }, said: []string{"lost"}, ended: true},
		"what holds passes":            {check: func(w *witness) { need(w, "a", true) }},
		"what does not ends the test":  {check: func(w *witness) { need(w, "a", false) }, said: []string{"expected: a"}, ended: true},
	} {
		t.Run(name, func(t *testing.T) {
			w := &witness{}
			c.check(w)
			assert.Equal(t, c.said, w.said)
			assert.Equal(t, c.ended, w.ended)
		})
	}
}
