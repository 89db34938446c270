package fix

// Method says how equal rows are placed.
type Method uint8

// The methods, by the places they give to the values 9, 7, 7, 5.
const (
	Competition Method = iota // 1, 2, 2, 4
	Modified                  // 1, 3, 3, 4
	Dense                     // 1, 2, 2, 3
	Ordinal                   // 1, 2, 3, 4, equals in the order of the rows
	MeanRank                  // 1, 2.5, 2.5, 4
	PercentRank               // 0, 1/3, 1/3, 1
)

// Standing is where one row stands among those it was ranked with. Its place
// is Num / Den: whole but for MeanRank, whose Den is 2, and PercentRank, whose
// Den is the number of the others (1 for a row alone).
type Standing struct {
	Num, Den int64
	// Better is how many rows are strictly better, Tied how many are equal, the
	// row itself among them, and Turn its turn among these, from 0.
	Better, Tied, Turn int32
	// Of is how many rows were ranked.
	Of int32
}

// First reports whether no row is better.
func (s Standing) First() bool { return s.Better == 0 }

// Last reports whether no row is worse. Nobody is last alone, or where all are
// equal.
func (s Standing) Last() bool { return s.Better > 0 && s.Better+s.Tied == s.Of }

// Rank sorts rows in place, best first, and gives each its standing. Rows are
// compared by the first key and their equals by the next one; rows that no key
// parts are tied, and stand by row number.
func Rank(rows []int32, keys []Key, method Method, emit func(row int32, s Standing)) {
	sortRows(rows, keys)
	group := int64(0)
	for from := 0; from < len(rows); {
		to := from + 1
		for to < len(rows) && cmpKeys(keys, rows[from], rows[to]) == 0 {
			to++
		}
		group++
		for k := from; k < to; k++ {
			s := Standing{
				Better: int32(from), Tied: int32(to - from), Turn: int32(k - from), Of: int32(len(rows)), Den: 1,
			}
			switch method {
			case Competition:
				s.Num = int64(from) + 1
			case Modified:
				s.Num = int64(to)
			case Dense:
				s.Num = group
			case Ordinal:
				s.Num = int64(k) + 1
			case MeanRank:
				s.Num, s.Den = int64(from)+1+int64(to), 2
			case PercentRank:
				s.Num, s.Den = int64(from), max(1, int64(len(rows))-1)
			}
			emit(rows[k], s)
		}
		from = to
	}
}
