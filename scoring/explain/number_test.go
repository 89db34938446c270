package explain_test

import (
	"math"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"pgregory.net/rapid"

	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

func over(v, den int64, scale int, unit facts.Unit) explain.Number {
	return explain.Number{Unscaled: v, Den: den, Scale: scale, Unit: unit}
}

func TestNumber(t *testing.T) {
	t.Parallel()
	whole := explain.Whole
	cases := []struct {
		it     string
		n      explain.Number
		zh, en string
		bare   string
	}{
		{"the zero number", explain.Number{}, "0", "0", "0"},
		{"a count", whole(4, 0, facts.Count), "4 个", "4", "4"},
		{"money of whole yuan", whole(5000_00, 2, facts.Money), "5000.00 元", "5000.00 yuan", "5000.00"},
		{"money of a cent", whole(1, 2, facts.Money), "0.01 元", "0.01 yuan", "0.01"},
		{"money below 0", whole(-83_33, 2, facts.Money), "-83.33 元", "-83.33 yuan", "-83.33"},
		{"no money", whole(0, 2, facts.Money), "0.00 元", "0.00 yuan", "0.00"},
		{"money stated without cents", whole(12, 0, facts.Money), "12.00 元", "12.00 yuan", "12.00"},
		{"money finer than a cent", whole(12_3450, 4, facts.Money), "12.345 元", "12.345 yuan", "12.345"},
		{"points without trailing zeros", whole(5_00, 2, facts.Points), "5 分", "5 points", "5"},
		{"points of a half", whole(7_50, 2, facts.Points), "7.5 分", "7.5 points", "7.5"},
		{"points to the hundredth", whole(6_67, 2, facts.Points), "6.67 分", "6.67 points", "6.67"},
		{"one point", whole(1_00, 2, facts.Points), "1 分", "1 point", "1"},
		{"one point less", whole(-1_00, 2, facts.Points), "-1 分", "-1 point", "-1"},
		{"ten points keep their zero", whole(10_00, 2, facts.Points), "10 分", "10 points", "10"},
		{"a hundred points keep their zeros", whole(100, 0, facts.Points), "100 分", "100 points", "100"},
		{"no points", whole(0, 2, facts.Points), "0 分", "0 points", "0"},
		{"seconds", whole(47_215, 3, facts.Seconds), "47.215 秒", "47.215 s", "47.215"},
		{"days", whole(30, 0, facts.Days), "30 天", "30 days", "30"},
		{"one day", whole(1, 0, facts.Days), "1 天", "1 day", "1"},
		{"a plain number", whole(1_200000, 6, facts.Number), "1.2", "1.2", "1.2"},
		{"a unit that is not there", whole(7, 0, "boxes"), "7", "7", "7"},

		{"a ratio as a percentage", whole(500000, 6, facts.Ratio), "50%", "50%", "50"},
		{"a percentage", whole(980000, 6, facts.Percent), "98%", "98%", "98"},
		{"a ratio finer than a percent", whole(15000, 6, facts.Ratio), "1.5%", "1.5%", "1.5"},
		{"a ratio of one", whole(1, 0, facts.Ratio), "100%", "100%", "100"},
		{"a ratio at the finest scale is printed whole", whole(123456789, 9, facts.Ratio), "12.3456789%", "12.3456789%", "12.3456789"},
		{"a ratio below 0", whole(-200000, 6, facts.Ratio), "-20%", "-20%", "-20"},
		{"3 of 60", over(3, 60, 0, facts.Ratio), "5%", "5%", "5"},
		{"3 of 195 does not end", over(3, 195, 0, facts.Ratio), "≈1.5385%", "≈1.5385%", "≈1.5385"},
		{"1 of 3", over(1, 3, 0, facts.Ratio), "≈33.3333%", "≈33.3333%", "≈33.3333"},

		{"a quotient that ends", over(9443_0, 200, 1, facts.Seconds), "47.215 秒", "47.215 s", "47.215"},
		{"a quotient that does not end", over(48767_6, 1541, 1, facts.Seconds), "≈31.6467 秒", "≈31.6467 s", "≈31.6467"},
		{"a quotient below 0", over(-1, 3, 0, facts.Number), "≈-0.3333", "≈-0.3333", "≈-0.3333"},
		{"a half at the last digit goes away from 0", over(5, 100000, 0, facts.Number), "≈0.0001", "≈0.0001", "≈0.0001"},
		{"and just below it goes to 0", over(49999, 1_000_000_000, 0, facts.Number), "≈0", "≈0", "≈0"},
		{"next to 0 from below there is no minus", over(-1, 1_000_000, 0, facts.Number), "≈0", "≈0", "≈0"},
		{"a quotient that is an integer", over(60, 20, 0, facts.Count), "3 个", "3", "3"},
		{"money as a quotient that ends at the cent", over(1000_00, 4, 2, facts.Money), "250.00 元", "250.00 yuan", "250.00"},
		{"money as a quotient shows what is finer", over(249_99, 2, 2, facts.Money), "124.995 元", "124.995 yuan", "124.995"},
		{"money as a quotient that does not end", over(100_00, 3, 2, facts.Money), "≈33.3333 元", "≈33.3333 yuan", "≈33.3333"},
		{"money that is nearly 0", over(1, 1_000_000, 2, facts.Money), "≈0.00 元", "≈0.00 yuan", "≈0.00"},
		{"one point nearly is not one point", over(99999, 100000, 0, facts.Points), "0.99999 分", "0.99999 points", "0.99999"},
		{"a cent short of 120% does not look like 120%", over(405_599_99, 338_000_00, 0, facts.Ratio), "≈119.999997%", "≈119.999997%", "≈119.999997"},
		{"120% is 120%", over(405_600_00, 338_000_00, 0, facts.Ratio), "120%", "120%", "120"},
		{"a third of 100% has its four decimals", over(1, 3, 0, facts.Ratio), "≈33.3333%", "≈33.3333%", "≈33.3333"},

		{"a denominator of 0 counts as 1", over(5, 0, 0, facts.Number), "5", "5", "5"},
		{"a denominator below 0 counts as 1", over(5, -7, 0, facts.Number), "5", "5", "5"},
		{"a scale below 0 counts as 0", whole(5, -3, facts.Number), "5", "5", "5"},
		{"a scale above 18 counts as 18", whole(5, 40, facts.Number), "0.000000000000000005", "0.000000000000000005", "0.000000000000000005"},
		{
			"the largest number as a percentage", whole(math.MaxInt64, 0, facts.Ratio),
			"922337203685477580700%", "922337203685477580700%", "922337203685477580700",
		},
		{
			"the smallest number", whole(math.MinInt64, 2, facts.Money),
			"-92233720368547758.08 元", "-92233720368547758.08 yuan", "-92233720368547758.08",
		},
		{
			"a quotient beyond 18 digits", over(999_999_999_999_999_998, 7, 0, facts.Number),
			"≈142857142857142856.8571", "≈142857142857142856.8571", "≈142857142857142856.8571",
		},

		{"a value that was not given", explain.Number{Unscaled: 5, Unit: facts.Money, State: explain.Missing}, "未提供", "not given", ""},
		{"a value with nothing to measure", explain.Number{Unit: facts.Ratio, State: explain.NotApplicable}, "不适用", "not applicable", ""},
		{"a value out of range", explain.Number{Unit: facts.Count, State: explain.Overflow}, "超出范围", "out of range", ""},
	}
	for _, c := range cases {
		t.Run(c.it, func(t *testing.T) {
			t.Parallel()
			assert.Equal(t, c.zh, c.n.Text(explain.Chinese))
			assert.Equal(t, c.en, c.n.Text(explain.English))
			assert.Equal(t, c.bare, c.n.Bare())
		})
	}
}

func TestDecimal(t *testing.T) {
	t.Parallel()
	d, ok := explain.Whole(-83_33, 2, facts.Money).Decimal()
	assert.True(t, ok)
	assert.True(t, decimal.New(-8333, -2).Equal(d))

	_, ok = over(1, 3, 0, facts.Number).Decimal()
	assert.False(t, ok, "a fraction stays two parts")
	_, ok = over(6, 3, 0, facts.Number).Decimal()
	assert.False(t, ok, "also where it would end")
	for _, state := range []explain.State{explain.Missing, explain.NotApplicable, explain.Overflow} {
		_, ok = explain.Number{Unscaled: 5, State: state}.Decimal()
		assert.False(t, ok)
	}
}

// TestPlainNumbersArePrintedExactly: what is printed of a number that is not a
// quotient reads back as the number itself, whatever its unit.
func TestPlainNumbersArePrintedExactly(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		v := rapid.Int64Range(-999_999_999_999_999_999, 999_999_999_999_999_999).Draw(t, "unscaled")
		scale := rapid.IntRange(0, 18).Draw(t, "scale")
		unit := facts.Unit(rapid.SampledFrom(facts.Unit("").Words()).Draw(t, "unit"))
		got, err := decimal.NewFromString(explain.Whole(v, scale, unit).Bare())
		if err != nil {
			t.Fatal(err)
		}
		if unit == facts.Ratio || unit == facts.Percent {
			got = got.Shift(-2)
		}
		if !got.Equal(decimal.New(v, int32(-scale))) {
			t.Fatalf("%s is not %d at scale %d", got, v, scale)
		}
	})
}

// TestQuotientsAreNear: a printed quotient is within half of its last digit,
// and is marked unless it is exact.
func TestQuotientsAreNear(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		v := rapid.Int64Range(-1_000_000_000, 1_000_000_000).Draw(t, "unscaled")
		den := rapid.Int64Range(2, 1_000_000).Draw(t, "den")
		text := over(v, den, 0, facts.Number).Bare()
		near := len(text) > len("≈") && text[:len("≈")] == "≈"
		if near {
			text = text[len("≈"):]
		}
		got, err := decimal.NewFromString(text)
		if err != nil {
			t.Fatal(err)
		}
		// |got*den - v| <= den/2 * 10^-4, without dividing.
		off := got.Mul(decimal.New(den, 0)).Sub(decimal.New(v, 0)).Abs()
		if off.Shift(4).Mul(decimal.New(2, 0)).GreaterThan(decimal.New(den, 0)) {
			t.Fatalf("%d/%d is not near %s", v, den, text)
		}
		if near == off.IsZero() {
			t.Fatalf("%d/%d: %s", v, den, text)
		}
	})
}
