package fix

import "math/bits"

// words are how many 64-bit words hold the product of four factors.
const words = 4

// CmpProducts returns the sign of the product of a minus the product of b: -1,
// 0 or +1, exactly. Four factors of 64 bits fill 256 bits, so that nothing is
// ever too large; a factor that is not needed is 1.
func CmpProducts(a, b [words]int64) int {
	signA, x := product(a)
	signB, y := product(b)
	if signA != signB {
		if signA < signB {
			return -1
		}
		return 1
	}
	for i := words - 1; i >= 0; i-- {
		switch {
		case x[i] < y[i]:
			return -signA
		case x[i] > y[i]:
			return signA
		}
	}
	return 0
}

// product returns the sign and the magnitude of a product, the lowest word
// first. A product of 0 has the sign 0.
func product(factors [words]int64) (sign int, p [words]uint64) {
	sign, p = 1, [words]uint64{1}
	for _, f := range factors {
		switch {
		case f == 0:
			return 0, [words]uint64{}
		case f < 0:
			sign = -sign
		}
		var carry uint64
		for i := range p {
			hi, lo := bits.Mul64(p[i], magnitude(f))
			var over uint64
			p[i], over = bits.Add64(lo, carry, 0)
			carry = hi + over
		}
	}
	return sign, p
}
