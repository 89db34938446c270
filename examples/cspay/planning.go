package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/cspay/cspay/policy"
	"github.com/cspay/cspay/policy/report"
)

// planning is what the verbs load and staffing ask.
type planning struct {
	load  policy.LoadQuery
	ratio []policy.StaffShare
	// given are the flags that were used, in their order.
	given []string
}

// flags are those of load and staffing.
func (p *planning) flags(set *flag.FlagSet) {
	for name, take := range map[string]func(string) error{
		"by":      func(s string) error { return word(s, &p.load.By) },
		"per":     p.per,
		"groups":  p.groups,
		"bands":   p.bands,
		"metrics": p.metrics,
		"ratio":   p.roles,
	} {
		set.Func(name, "", func(s string) error {
			p.given = append(p.given, name)
			return take(s)
		})
	}
}

// check refuses a flag of another verb, and load and staffing without theirs.
func (p *planning) check(verb string) error {
	for _, name := range p.given {
		owner := "load"
		if name == "ratio" {
			owner = "staffing"
		}
		if verb != owner {
			return fmt.Errorf("-%s goes with %s, not with %s", name, owner, verb)
		}
	}
	switch {
	case verb == "load" && p.load.By == "":
		return errors.New("load needs -by, the metric whose units per day are the load")
	case verb == "staffing" && len(p.ratio) == 0:
		return errors.New("staffing needs -ratio, as pre_sales=2,after_sales=1")
	}
	return nil
}

func word(s string, to *string) error {
	if s == "" {
		return errors.New("want the id of a metric")
	}
	*to = s
	return nil
}

func (p *planning) per(s string) error {
	p.load.Per = policy.LoadPer(s)
	if p.load.Per != policy.LoadAgents && p.load.Per != policy.LoadDays {
		return errors.New("want agents or days")
	}
	return nil
}

func (p *planning) groups(s string) (err error) {
	if p.load.Groups, err = strconv.Atoi(s); err != nil || p.load.Groups < 1 {
		return errors.New("want a whole number above 0")
	}
	return nil
}

func (p *planning) bands(s string) error {
	p.load.Bands = nil
	for text := range strings.SplitSeq(s, ",") {
		d, err := decimal.NewFromString(text)
		if err != nil {
			return errors.New("want numbers, as 50,80")
		}
		p.load.Bands = append(p.load.Bands, d)
	}
	return nil
}

func (p *planning) metrics(s string) error {
	p.load.Metrics = strings.Split(s, ",")
	for _, id := range p.load.Metrics {
		if id == "" {
			return errors.New("want the ids of metrics, as conversion,response")
		}
	}
	return nil
}

func (p *planning) roles(s string) error {
	p.ratio = nil
	for text := range strings.SplitSeq(s, ",") {
		role, number, ok := strings.Cut(text, "=")
		parts, err := strconv.Atoi(number)
		if !ok || err != nil || role == "" || parts < 0 {
			return errors.New("want roles with their parts, as pre_sales=2,after_sales=1")
		}
		p.ratio = append(p.ratio, policy.StaffShare{Role: role, Parts: parts})
	}
	return nil
}

func (c command) showLoad(res *policy.Result, stdout, stderr io.Writer) int {
	table, err := res.CompareLoad(c.planning.load)
	if err != nil {
		return c.problems(err, stdout, stderr)
	}
	if c.json {
		return status(stderr, writeIndented(stdout, table))
	}
	return status(stderr, report.Load(stdout, table, c.lang))
}

func (c command) showStaffing(res *policy.Result, stdout, stderr io.Writer) int {
	staffing, err := res.Staffing(c.planning.ratio...)
	if err != nil {
		return c.problems(err, stdout, stderr)
	}
	if c.json {
		return status(stderr, writeIndented(stdout, staffing))
	}
	return status(stderr, report.Staffing(stdout, staffing, c.lang))
}
