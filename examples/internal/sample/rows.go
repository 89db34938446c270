package sample

// embedsDay is a pointer to a shop's own type of daily row.
type embedsDay[T any] interface {
	*T
	head() *Head
}

// Rows makes a shop's own rows of the days.
func Rows[T any, R embedsDay[T]](days []Head) []T {
	rows := make([]T, len(days))
	for i := range rows {
		*R(&rows[i]).head() = days[i]
	}
	return rows
}

// WorkedRows returns the rows of days that were worked, to be filled in.
func WorkedRows[T any, R embedsDay[T]](rows []T) []*T {
	var work []*T
	for i := range rows {
		if R(&rows[i]).head().Attendance == Worked {
			work = append(work, &rows[i])
		}
	}
	return work
}

// CopySwapped gives an agent the worked days of another, each swapped with its
// neighbour: both months add up to the same on different days. It needs as many
// worked days as the other has.
func CopySwapped[T any, R embedsDay[T]](rows, from []T) {
	to, source := WorkedRows[T, R](rows), WorkedRows[T, R](from)
	for i, row := range to {
		own := *R(row).head()
		*row = *source[min(i^1, len(source)-1)]
		*R(row).head() = own
	}
}

// Meet moves a column's cells by one, day after day, until they add up to the
// total asked for. A total of 0 asks for nothing.
func Meet[T any](work []*T, total int, cell func(*T) *int) {
	if total == 0 {
		return
	}
	sum := 0
	for _, d := range work {
		sum += *cell(d)
	}
	for i := 0; sum != total; i++ {
		c := cell(work[i%len(work)])
		switch {
		case sum < total:
			*c++
			sum++
		case *c > 0:
			*c--
			sum--
		}
	}
}

// Spread splits a month's amount over every step-th worked day by weights; the
// last of them takes what is left. A total of 0 draws no weight.
func Spread[T any](work []*T, total, step int, weight func(*T) int, cell func(*T) *int) {
	if total == 0 {
		return
	}
	var chosen []*T
	var weights []int
	sum := 0
	for i := len(work) % step; i < len(work); i += step {
		w := weight(work[i])
		chosen, weights, sum = append(chosen, work[i]), append(weights, w), sum+w
	}
	left := total
	for i, d := range chosen {
		amount := int(int64(total) * int64(weights[i]) / int64(sum))
		if i == len(chosen)-1 {
			amount = left
		}
		*cell(d) = amount
		left -= amount
	}
}
