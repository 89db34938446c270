package fix

// Lowest returns num/den in lowest terms with den > 0; den is not 0.
func Lowest(num, den int64) (n, d int64) {
	if den == 0 {
		return num, den
	}
	x, y := reduce(magnitude(num), magnitude(den))
	return signed(x, (num^den) < 0 && num != 0), int64(y)
}

// Lcm returns the least common multiple of two numbers above 0, or ok=false if
// one is not or the multiple is beyond Max.
func Lcm(a, b int64) (multiple int64, ok bool) {
	if a <= 0 || b <= 0 {
		return 0, false
	}
	part, _ := reduce(uint64(a), uint64(b))
	return Mul(int64(part), b)
}
