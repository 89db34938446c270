package policy

import (
	"strings"

	"github.com/cspay/cspay/scoring/facts"
)

// giveUp reports a fault of the text, after which no row counts.
func (d *dailyReader) giveUp(f fault) {
	d.places.unread = true
	d.report.only(f)
}

// heardDaily drops what only follows from a daily.csv whose rows were not read:
// with a misspelt column every agent would lack every metric that is not given.
func (p *Policy) heardDaily(found Problems, at *places) Problems {
	if !at.unread {
		return found
	}
	var out Problems
	for _, f := range found {
		metric, known := p.doc.Metrics[f.Path[strings.LastIndexByte(f.Path, '.')+1:]]
		if f.Code == facts.CodeMetricMissing && known && !metric.From.IsZero() {
			continue
		}
		out = append(out, f)
	}
	return out
}
