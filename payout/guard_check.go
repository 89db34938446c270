package payout

import (
	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/internal/fix"
	"github.com/cspay/cspay/scoring/facts"
)

// Check reports what is wrong with a guard, by key, against the jurisdictions
// there are, by id. The zero Guard has nothing wrong.
func (g Guard) Check(schema *columns.Schema, laws map[string]Jurisdiction, c facts.Check) {
	g.compile(schema, laws, fix.Down, c)
}
