package sample

// RNG is SplitMix64: ten lines that give the same numbers on every machine and
// with every version of Go, which the standard library does not promise. The
// zero value is the stream of seed 0.
type RNG struct{ state uint64 }

// RNG seeds a stream of its own for a name, such as an agent's id, so that a
// change to one agent leaves all others as they were.
func (m Month) RNG(name string) *RNG {
	r := &RNG{state: m.Seed}
	for i := range len(name) {
		r.state = r.state*1099511628211 + uint64(name[i])
	}
	return r
}

func (r *RNG) next() uint64 {
	r.state += 0x9e3779b97f4a7c15
	z := r.state
	z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9
	z = (z ^ (z >> 27)) * 0x94d049bb133111eb
	return z ^ (z >> 31)
}

// Below returns a number from 0 to n-1.
func (r *RNG) Below(n int) int { return int(r.next() % uint64(n)) }

// Around returns a number within percent of the mean.
func (r *RNG) Around(mean, percent int) int {
	width := mean * percent / 100
	return mean - width + r.Below(2*width+1)
}

// Part returns n * perMille / 1000, rounded up as often as the rest asks for,
// so that small shares of small counts come out right over a month.
func (r *RNG) Part(n, perMille int) int { return (n*perMille + r.Below(1000)) / 1000 }
