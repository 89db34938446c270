package fix

import (
	"bytes"
	"math"
	"math/big"
	"strings"
	"testing"
	"time"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

func d(text string) decimal.Decimal { return decimal.RequireFromString(text) }

func TestFromDecimal(t *testing.T) {
	tests := []struct {
		name    string
		in      decimal.Decimal
		scale   int
		want    int64
		wantErr error
	}{
		{"money has two decimals", d("5000.00"), 2, 500000, nil},
		{"a whole number gets the scale's zeros", d("5000"), 2, 500000, nil},
		{"the cent is kept", d("-0.05"), 2, -5, nil},
		{"zeros beyond the scale are dropped", d("1.500000"), 2, 150, nil},
		{"eighteen zeros beyond the scale are dropped", decimal.New(Pow10(18), -18), 0, 1, nil},
		{"thirty zeros beyond the scale are dropped", d("1." + strings.Repeat("0", 30)), 2, 100, nil},
		{"thirty zeros after a negative are dropped", d("-1." + strings.Repeat("0", 30)), 2, -100, nil},
		{"half a cent is beyond the scale", d("0.005"), 2, 0, ErrScale},
		{"a digit thirty places down is beyond the scale", d("1." + strings.Repeat("0", 29) + "1"), 2, 0, ErrScale},
		{"a digit nineteen places down is beyond the scale", decimal.New(1, -19), 0, 0, ErrScale},
		{"a digit eighteen places down fits scale 18", decimal.New(1, -18), 18, 1, nil},
		{"exponents above zero are multiplied out", decimal.New(5, 3), 2, 500000, nil},
		{"eighteen nines fit", d("999999999999999999"), 0, Max, nil},
		{"eighteen nines below zero fit", d("-999999999999999999"), 0, -Max, nil},
		{"one more does not", d("1000000000000000000"), 0, 0, ErrRange},
		{"one less than their negative does not", d("-1000000000000000000"), 0, 0, ErrRange},
		{"eighteen nines fit as cents", d("9999999999999999.99"), 2, Max, nil},
		{"one cent more does not", d("10000000000000000"), 2, 0, ErrRange},
		{"one followed by 17 zeros in the exponent fits", decimal.New(1, 17), 0, Pow10(17), nil},
		{"18 zeros in the exponent do not", decimal.New(1, 18), 0, 0, ErrRange},
		{"the largest int64 is out of range", decimal.New(math.MaxInt64, 0), 0, 0, ErrRange},
		{"the smallest int64 is out of range", decimal.New(math.MinInt64, 0), 0, 0, ErrRange},
		{"the smallest int64 is finer than the scale", decimal.New(math.MinInt64, -18), 17, 0, ErrScale},
		{"a coefficient whose low 64 bits are zero is not zero", d("18446744073709551616"), 0, 0, ErrRange},
		{"a coefficient whose low 64 bits are 1 is not one", d("18446744073709551617"), 0, 0, ErrRange},
		{"too fine goes before too large", d("12345678901234567890123.001"), 2, 0, ErrScale},
		{"too large with zeros beyond the scale", d("12345678901234567890123.000"), 2, 0, ErrRange},
		{"a 72-digit coefficient of zeros is read", d("1." + strings.Repeat("0", 71)), 0, 1, nil},
		{"73 digits are too many whatever they are", d("1." + strings.Repeat("0", 72)), 0, 0, ErrRange},
		{"73 digits below zero are too many", d("-1." + strings.Repeat("0", 72)), 0, 0, ErrRange},
		{"zero with the largest exponent is 0", decimal.New(0, math.MaxInt32), 2, 0, nil},
		{"zero with the smallest exponent is 0", decimal.New(0, math.MinInt32), 2, 0, nil},
		{"the zero value is 0", decimal.Decimal{}, 2, 0, nil},
		{"a negative scale is refused", d("10"), -1, 0, ErrScale},
		{"a scale of 19 is refused", d("0"), 19, 0, ErrScale},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := FromDecimal(tt.in, tt.scale)
			assert.Equal(t, tt.wantErr, err)
			assert.Equal(t, tt.want, got)
		})
	}
	require.EqualError(t, ErrScale, "non-zero digits beyond the scale")
	assert.EqualError(t, ErrRange, "more than 18 digits")
}

// Each of these takes seconds or gigabytes if it is expanded anywhere.
func TestFromDecimalNeverExpandsANumber(t *testing.T) {
	million := new(big.Int).Lsh(big.NewInt(1), 3_321_928) // 2^3321928 has a million digits and one
	tests := []struct {
		name string
		in   decimal.Decimal
		want error
	}{
		{"a huge exponent", decimal.New(1, 1_000_000_000), ErrRange},
		{"a huge negative exponent", decimal.New(1, -2_000_000_000), ErrScale},
		{"the largest exponent", decimal.New(-1, math.MaxInt32), ErrRange},
		{"the smallest exponent", decimal.New(-1, math.MinInt32), ErrScale},
		{"the largest exponent on 30 digits", decimal.NewFromBigInt(pow(30), math.MaxInt32), ErrRange},
		{"the smallest exponent on 30 digits", decimal.NewFromBigInt(pow(30), math.MinInt32), ErrScale},
		{"a million digits", decimal.NewFromBigInt(million, 0), ErrRange},
		{"minus a million digits", decimal.NewFromBigInt(million, 0).Neg(), ErrRange},
		{"a million digits and a huge exponent", decimal.NewFromBigInt(million, math.MaxInt32), ErrRange},
		{"a million digits beyond the point", decimal.NewFromBigInt(million, -1_000_000), ErrRange},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := make(chan error, 1)
			go func() {
				for range 999 {
					_, _ = FromDecimal(tt.in, 2)
				}
				_, err := FromDecimal(tt.in, 2)
				got <- err
			}()
			select {
			case err := <-got:
				assert.Equal(t, tt.want, err)
			case <-time.After(2 * time.Second): // a thousand calls take about a millisecond
				t.Error("too slow: something expands the number")
			}
		})
	}
}

func pow(n int64) *big.Int { return new(big.Int).Exp(big.NewInt(10), big.NewInt(n), nil) }

func TestFromDecimalOfSmallValuesAllocatesNothing(t *testing.T) {
	values := []decimal.Decimal{d("0"), d("-0.05"), d("5000.00"), d("1.500000"), d("9999999999999999.99")}
	var failed bool
	allocs := testing.AllocsPerRun(100, func() {
		for _, v := range values {
			_, err := FromDecimal(v, 2)
			failed = failed || err != nil
		}
	})
	assert.False(t, failed)
	assert.Zero(t, allocs)
}

// checkFromDecimal holds FromDecimal of coefficient*10^exp against the definition
// on big numbers, for exponents and lengths that big numbers can take.
func checkFromDecimal(t require.TestingT, coefficient *big.Int, exp int32, scale int) {
	got, err := FromDecimal(decimal.NewFromBigInt(coefficient, exp), scale)

	exact := new(big.Int).Mul(coefficient, pow(int64(max(exp, 0))+int64(scale)))
	rest := new(big.Int)
	exact.QuoRem(exact, pow(int64(max(-exp, 0))), rest)
	want, fits := within18(exact)
	switch {
	case coefficient.CmpAbs(pow(72)) >= 0:
		require.Equal(t, ErrRange, err)
	case rest.Sign() != 0:
		require.Equal(t, ErrScale, err)
	case !fits:
		require.Equal(t, ErrRange, err)
	default:
		require.NoError(t, err)
		require.Equal(t, want, got)
	}
}

func TestFromDecimalAgreesWithBig(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := new(big.Int).SetBytes(rapid.SliceOfN(rapid.Byte(), 0, 12).Draw(t, "digits"))
		c.Mul(c, pow(rapid.Int64Range(0, 45).Draw(t, "zeros")))
		if rapid.Bool().Draw(t, "negative") {
			c.Neg(c)
		}
		checkFromDecimal(t, c, rapid.Int32Range(-60, 20).Draw(t, "exp"), rapid.IntRange(0, MaxDigits).Draw(t, "scale"))
	})
}

func FuzzFromDecimal(f *testing.F) {
	f.Add([]byte{5}, int32(2), uint8(2), false)
	f.Add([]byte{1}, int32(math.MaxInt32), uint8(0), true)
	f.Add([]byte{1}, int32(math.MinInt32), uint8(18), false)
	f.Add(pow(30).Bytes(), int32(-30), uint8(2), false)
	f.Add(pow(73).Bytes(), int32(-73), uint8(0), true)
	f.Add(bytes.Repeat([]byte{255}, 500), int32(-500), uint8(2), false)
	f.Fuzz(func(t *testing.T, digits []byte, exp int32, scale uint8, negative bool) {
		c := new(big.Int).SetBytes(digits)
		if negative {
			c.Neg(c)
		}
		if exp < -2000 || exp > 2000 || c.BitLen() > 8000 {
			// Beyond the oracle's reach, and never a value unless it is 0: either c has
			// more than 72 digits, or too few zeros to drop, or gets too many.
			got, err := FromDecimal(decimal.NewFromBigInt(c, exp), int(scale%19))
			switch {
			case c.Sign() == 0:
				require.NoError(t, err)
				require.Zero(t, got)
			default:
				require.Error(t, err)
			}
			return
		}
		checkFromDecimal(t, c, exp, int(scale%19))
	})
}

func TestText(t *testing.T) {
	tests := []struct {
		name  string
		v     int64
		scale int
		want  string
	}{
		{"money keeps its zeros", 500000, 2, "5000.00"},
		{"below one there is a leading zero", -5, 2, "-0.05"},
		{"zero has no sign", 0, 2, "0.00"},
		{"scale 0 has no point", -12, 0, "-12"},
		{"inner zeros are kept", 1_000_001, 6, "1.000001"},
		{"the largest value", Max, 2, "9999999999999999.99"},
		{"the smallest value at the largest scale", -Max, 18, "-0.999999999999999999"},
		{"the smallest int64", minInt, 18, "-9.223372036854775808"},
		{"a scale above 18 is 18", 1, 19, "0.000000000000000001"},
		{"a scale below 0 is 0", 1, -1, "1"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			assert.Equal(t, tt.want, Text(tt.v, tt.scale))
			assert.Equal(t, "x"+tt.want, string(Append([]byte("x"), tt.v, tt.scale)))
			assert.True(t, ToDecimal(tt.v, tt.scale).Equal(d(tt.want)))
		})
	}
}

func TestAValueComesBackFromDecimalAndText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := rapid.Int64Range(-Max, Max).Draw(t, "v")
		scale := rapid.IntRange(0, MaxDigits).Draw(t, "scale")
		got, err := FromDecimal(ToDecimal(v, scale), scale)
		require.NoError(t, err)
		require.Equal(t, v, got)

		got, err = FromDecimal(d(Text(v, scale)), scale)
		require.NoError(t, err)
		require.Equal(t, v, got)
	})
}

func BenchmarkFromDecimal(b *testing.B) {
	v := d("5000.00")
	b.ReportAllocs()
	for b.Loop() {
		if _, err := FromDecimal(v, 2); err != nil {
			b.Fatal(err)
		}
	}
}
