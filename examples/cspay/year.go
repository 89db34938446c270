package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"iter"

	"github.com/cspay/cspay/policy"
	"github.com/cspay/cspay/policy/report"
)

// year closes the months of a folder one after the other. Nothing is printed
// or written unless all of them close.
func (c command) year(stdout, stderr io.Writer) int {
	p, h, badHistory, err := c.open()
	if err == nil {
		err = badHistory
	}
	if err != nil {
		return c.problems(err, stdout, stderr)
	}
	var last *policy.Result
	months := func(yield func(*policy.Result, error) bool) {
		for res, err := range p.CloseMonths(context.Background(), p.LoadMonths(c.dir), h) {
			if res != nil {
				last = res
			}
			if !yield(res, c.inHistory(err)) {
				return
			}
		}
	}
	var out bytes.Buffer
	if c.json {
		err = c.yearJSON(&out, stderr, p, months)
	} else {
		err = report.Year(&out, months, c.lang)
	}
	if err != nil {
		return c.problems(err, stdout, stderr)
	}
	if c.historyOut != "" {
		if err := writeHistory(c.historyOut, last.History()); err != nil {
			return status(stderr, fmt.Errorf("%s: the history is not written: %s", c.historyOut, reason(err)))
		}
	}
	_, err = out.WriteTo(stdout)
	return status(stderr, err)
}

// jsonYear is a run of months; each of them is what the library writes.
type jsonYear struct {
	Policy string            `json:"policy"`
	Digest string            `json:"digest"`
	Months []json.RawMessage `json:"months"`
}

// yearJSON writes the months for a program; what is odd about them goes beside.
func (c command) yearJSON(w, stderr io.Writer, p *policy.Policy, months iter.Seq2[*policy.Result, error]) error {
	out := jsonYear{Policy: p.ID(), Digest: p.Digest()}
	for res, err := range months {
		if err != nil {
			return err
		}
		text, err := res.CareersJSON()
		if err != nil {
			return err
		}
		out.Months = append(out.Months, text)
		_ = report.Problems(stderr, res.Warnings(), c.lang) // there is nowhere else to say it
	}
	return writeIndented(w, out)
}
