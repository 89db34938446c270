package columns

import (
	"github.com/cspay/cspay/internal/fix"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// ranked is what the schema knows of a ranking.
type ranked struct {
	places, by Ref
	index      int32
	ties       facts.Ties
	when       When // who is ranked at all
	within     facts.Attribute
}

// standing is where a row stands in one ranking.
type standing struct{ better, tied, turn, of int32 }

// Standings is a ranking that a clause looks at beyond its places.
type Standings struct {
	places Ref
	index  int32
	// Ties is how the ranking places equal values.
	Ties facts.Ties
	// Within is what its groups have in common, empty for one of all agents.
	Within facts.Attribute
}

// Standings finds a ranking, or reports an unknown name at c.
func (s *Schema) Standings(c facts.Check, id string) (Standings, bool) {
	if _, ok := s.Ranking(c, id); !ok {
		return Standings{}, false
	}
	r := s.rankings[id]
	return Standings{r.places, r.index, r.ties, r.within}, true
}

// Places returns the reference of the ranking's places.
func (st Standings) Places() Ref { return st.places }

// Whole reports whether the places are whole numbers: mean and percent ranks
// are not.
func (st Standings) Whole() bool { return !st.places.Parts() && st.places.Scale == 0 }

// Of returns where a row stands; ok is false for one that is not placed.
func (st Standings) Of(t *Table, row int32) (s fix.Standing, ok bool) {
	v := t.At(st.places, row)
	if v.State != explain.Known || int(st.index) >= len(t.standings) || t.standings[st.index] == nil {
		return fix.Standing{}, false
	}
	if st.Ties == facts.MeanRank {
		v.Num, v.Den = v.Num/tenths, 2
	}
	at := t.standings[st.index][row]
	return fix.Standing{Num: v.Num, Den: v.Den, Better: at.better, Tied: at.tied, Turn: at.turn, Of: at.of}, true
}

// edge is a test for the ends of a ranking.
type edge struct {
	standings   Standings
	first, last facts.Edge
}

func (e edge) holds(t *Table, row int32) bool {
	s, ok := e.standings.Of(t, row)
	return ok && at(s, s.First(), e.first) && at(s, s.Last(), e.last)
}

func at(s fix.Standing, there bool, want facts.Edge) bool {
	switch want {
	case facts.Sole:
		return there && s.Tied == 1
	case facts.AnyTied:
		return there
	default:
		return true
	}
}
