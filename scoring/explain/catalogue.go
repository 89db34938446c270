package explain

import "github.com/cspay/cspay/scoring/facts"

// Code names a sentence of the catalogue. Append-only.
type Code string

var catalogue = map[Code]facts.Text{}

func word(w string, lang Lang) string { return w }
