package main

// rng is SplitMix64: ten lines that give the same numbers on every machine and
// with every version of Go, which the standard library does not promise.
type rng struct{ state uint64 }

// newRNG seeds a stream of its own per agent, so that a change to one agent
// leaves all others as they were.
func newRNG(id string) *rng {
	r := &rng{state: 20260701}
	for i := range len(id) {
		r.state = r.state*1099511628211 + uint64(id[i])
	}
	return r
}

func (r *rng) next() uint64 {
	r.state += 0x9e3779b97f4a7c15
	z := r.state
	z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9
	z = (z ^ (z >> 27)) * 0x94d049bb133111eb
	return z ^ (z >> 31)
}

// below returns a number from 0 to n-1.
func (r *rng) below(n int) int { return int(r.next() % uint64(n)) }

// around returns a number within percent of the mean.
func (r *rng) around(mean, percent int) int {
	width := mean * percent / 100
	return mean - width + r.below(2*width+1)
}

// part returns n * perMille / 1000, rounded up as often as the rest asks for,
// so that small shares of small counts come out right over a month.
func (r *rng) part(n, perMille int) int { return (n*perMille + r.below(1000)) / 1000 }
