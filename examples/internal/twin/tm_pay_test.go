package twin

import (
	"math/big"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// linesOf are the twin's lines of an item, as text.
func linesOf(s *tmSheet, item string) []string {
	var list []string
	for _, l := range s.lines {
		if l.Item == item {
			list = append(list, l.Amount)
		}
	}
	return list
}

// bareTM is a sheet of a regular agent who worked, with nothing of its own.
func bareTM() *tmSheet {
	return &tmSheet{
		record:   &record{sums: map[string]*big.Rat{}, seen: map[string]bool{"sales": true}, workedDays: 26},
		counts:   map[string]int{},
		gross:    zero(),
		deducted: zero(), variable: zero(), withstood: zero(),
	}
}

func TestTheTwinPaysExamAndTyping(t *testing.T) {
	for name, c := range map[string]struct {
		exam  string
		place int
		want  string
	}{
		"TM9 the first with 89.9":   {"89.9", 1, "100.00"},
		"TM9 the second with 89.9":  {"89.9", 2, "50.00"},
		"TM9 exactly 80":            {"80", 9, "50.00"},
		"TM9 79.9":                  {"79.9", 9, "0.00"},
		"TM9 the first with 79.9":   {"79.9", 1, "0.00"},
		"TM9 somebody did not sit":  {"", 0, "0.00"},
		"TM9 a hair under eighty":   {"79.999999", 2, "0.00"},
		"TM9 the first with eighty": {"80", 1, "100.00"},
	} {
		t.Run(name, func(t *testing.T) {
			s := bareTM()
			s.examPlace = c.place
			if c.exam != "" {
				s.exam = num(t, c.exam)
			}
			assert.Equal(t, c.want, fixed(s.examAward()))
		})
	}
	for name, c := range map[string]struct{ speed, accuracy, want string }{
		"TM10 100 at 90%":   {"100", "90", "100.00"},
		"TM10 99 at 90%":    {"99", "90", "50.00"},
		"TM10 100 at 89.9%": {"100", "89.9", "0.00"},
		"TM10 80 at 90%":    {"80", "90", "50.00"},
		"TM10 79 at 100%":   {"79", "100", "0.00"},
	} {
		t.Run(name, func(t *testing.T) {
			s := bareTM()
			s.speed, s.accuracy = num(t, c.speed), num(t, c.accuracy)
			assert.Equal(t, c.want, fixed(s.typingAward()))
		})
	}
}

func TestTheTwinPaysItemsAndSales(t *testing.T) {
	for name, c := range map[string]struct {
		items, sales string
		place        int
		want         string
	}{
		"TM11 rank 1 with 1.95":           {"1.95", "202800", 1, "300.00"},
		"TM11 rank 1 with 1.90":           {"1.90", "202800", 1, "200.00"},
		"TM11 rank 2 with 1.90":           {"1.90", "202800", 2, "200.00"},
		"TM11 rank 1 with 1.89":           {"1.89", "202800", 1, "0.00"},
		"TM11 a cent short of attainment": {"1.95", "202799.99", 1, "0.00"},
		"TM11 no place":                   {"1.95", "202800", 0, "0.00"},
	} {
		t.Run(name, func(t *testing.T) {
			s := bareTM()
			s.target, s.sums["sales"] = whole(338000), num(t, c.sales)
			s.perCustomer, s.itemsPlace = num(t, c.items), c.place
			assert.Equal(t, c.want, fixed(s.itemsAward()))
		})
	}
	for sales, want := range map[string]string{
		"338000": "0.00", "371799.99": "0.00", "405599": "100.00", "405600": "200.00", "507000": "500.00",
	} {
		t.Run("TM13 "+sales, func(t *testing.T) {
			s := bareTM()
			s.target, s.sums["sales"] = whole(338000), num(t, sales)
			assert.Equal(t, want, fixed(s.overTarget()))
		})
	}
	mean := bareTM()
	mean.perCustomer, mean.mallPerCustomer = num(t, "1.80"), num(t, "1.80")
	assert.False(t, mean.belowMean(), "TM11 the mean itself")
	mean.mallPerCustomer = num(t, "1.8000001")
	assert.True(t, mean.belowMean(), "TM11 below it")
}

func TestTheTwinHoldsToTheLaw(t *testing.T) {
	for name, c := range map[string]struct {
		wage, freight, uncollected string
		back                       []string
	}{
		"TM1 a fifth of 5,000.00":             {"5000", "1200", "200.00", []string{"200.00"}},
		"TM1 exactly a fifth":                 {"5000", "1000", "0.00", nil},
		"TM1 the minimum wage is left":        {"2800", "500", "190.00", []string{"190.00"}},
		"TM1 first the fifth, then the least": {"2800", "600", "290.00", []string{"40.00", "250.00"}},
		"TM1 a wage below the minimum":        {"2400", "100", "100.00", []string{"100.00"}},
	} {
		t.Run(name, func(t *testing.T) {
			s := bareTM()
			s.gross, s.promises = num(t, c.wage), []Event{{ID: "E1", Amount: c.freight, Date: "2026-06-01"}}
			require.NoError(t, s.chargeBack())
			s.guard()
			assert.Equal(t, c.uncollected, fixed(s.withstood))
			assert.Equal(t, c.back, linesOf(s, "guard"))
		})
	}
	none := bareTM()
	none.promises = []Event{{ID: "E1"}}
	require.EqualError(t, none.chargeBack(), "event E1 has no amount")
}

func TestTheTwinTakesPenaltiesOffAwardsOnly(t *testing.T) {
	for name, c := range map[string]struct{ variable, left string }{
		"TM12 an award of 50.00 bears the 5.00": {"50", "0.00"},
		"TM12 an award of 3.00 bears 3.00":      {"3", "2.00"},
		"TM12 no award bears nothing":           {"0", "5.00"},
	} {
		t.Run(name, func(t *testing.T) {
			s := bareTM()
			s.variable, s.gross = num(t, c.variable), add(whole(3000), num(t, c.variable))
			s.penalty("summary_penalty", whole(5))
			s.absorb()
			assert.Equal(t, c.left, fixed(s.withstood))
		})
	}
}
