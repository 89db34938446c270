package twin

import (
	"math/big"
	"slices"
)

// frac returns n/d; d is never 0 where it is called.
func frac(n, d int64) *big.Rat { return big.NewRat(n, d) }

func whole(n int) *big.Rat { return frac(int64(n), 1) }

func zero() *big.Rat { return new(big.Rat) }

func add(a, b *big.Rat) *big.Rat { return zero().Add(a, b) }

func sub(a, b *big.Rat) *big.Rat { return zero().Sub(a, b) }

func mul(a, b *big.Rat) *big.Rat { return zero().Mul(a, b) }

// div returns a/b, or nil where b is 0.
func div(a, b *big.Rat) *big.Rat {
	if b.Sign() == 0 {
		return nil
	}
	return zero().Quo(a, b)
}

func larger(a, b *big.Rat) *big.Rat {
	if a.Cmp(b) >= 0 {
		return a
	}
	return b
}

func smaller(a, b *big.Rat) *big.Rat {
	if a.Cmp(b) <= 0 {
		return a
	}
	return b
}

// roundDown drops what is beyond two decimals.
func roundDown(x *big.Rat) *big.Rat {
	hundredths := mul(x, whole(100))
	n := new(big.Int).Quo(hundredths.Num(), hundredths.Denom())
	return zero().SetFrac(n, big.NewInt(100))
}

// roundHalfUp rounds to two decimals; a half goes away from zero.
func roundHalfUp(x *big.Rat) *big.Rat {
	half := frac(1, 200)
	if x.Sign() < 0 {
		half = frac(-1, 200)
	}
	return roundDown(add(x, half))
}

// fixed writes a number that has been rounded to two decimals.
func fixed(x *big.Rat) string { return x.FloatString(2) }

// split divides total, which has two decimals, by weight so that the parts have
// two decimals and add up to it: everybody gets the part rounded down, and the
// hundredths left over go to the largest remainders, the earliest first.
func split(total *big.Rat, weights []*big.Rat) []*big.Rat {
	sum := zero()
	for _, w := range weights {
		sum = add(sum, w)
	}
	parts := make([]*big.Rat, len(weights))
	rests := make([]*big.Rat, len(weights))
	order := make([]int, len(weights))
	left := total
	for i, w := range weights {
		exact := div(mul(total, w), sum)
		if exact == nil {
			exact = zero()
		}
		parts[i] = roundDown(exact)
		rests[i] = sub(exact, parts[i])
		left = sub(left, parts[i])
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return rests[b].Cmp(rests[a]) })
	cent := frac(1, 100)
	for _, i := range order {
		if left.Sign() <= 0 {
			break
		}
		parts[i] = add(parts[i], cent)
		left = sub(left, cent)
	}
	return parts
}
