package columns

import "github.com/cspay/cspay/scoring/facts"

// groups parts rows by an attribute, or leaves them together where there is
// none. Within a group they keep their order.
func (t *Table) groups(rows []int32, a facts.Attribute) [][]int32 {
	if a == "" {
		return [][]int32{rows}
	}
	// Words are interned, so that counting parts the rows without hashing one.
	size := make([]int32, len(t.dict.words)+statuses)
	for _, row := range rows {
		size[t.word(row, a)]++
	}
	var out [][]int32
	at := make([]int32, len(size)) // word -> its group
	parted := make([]int32, 0, len(rows))
	for word, n := range size {
		if n > 0 {
			at[word] = int32(len(out))
			end := len(parted) + int(n)
			out = append(out, parted[len(parted):len(parted):end])
			parted = parted[:end]
		}
	}
	for _, row := range rows {
		g := at[t.word(row, a)]
		out[g] = append(out[g], row)
	}
	return out
}

// statuses is how many words there are for an employment status.
const statuses = 4

// word returns the number of the row's value of an attribute, different for
// different values.
func (t *Table) word(row int32, a facts.Attribute) int32 {
	if a != facts.ByStatus {
		return t.attrs[slot(a)][row]
	}
	switch t.status[row] {
	case facts.Regular:
		return 0
	case facts.Probation:
		return 1
	case facts.Intern:
		return 2
	default:
		return statuses - 1 // a word that was refused
	}
}
