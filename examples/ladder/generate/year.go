package main

import (
	"fmt"
	"slices"
	"time"

	"github.com/cspay/cspay/examples/internal/sample"
)

const (
	year         = 2026
	monthsOfYear = 12
	daysOfWeek   = 7
)

// month is one month of the sample year.
type month struct {
	sample.Month
	number int
	// before is how many days of the year lie before it.
	before int
	// published is the day on which the daily targets were made known.
	published string
}

func monthOf(number int) month {
	first := time.Date(year, time.Month(number), 1, 0, 0, 0, 0, time.UTC)
	last := first.AddDate(0, 1, -1)
	m := month{number: number, before: first.YearDay() - 1, published: publishedBy(first)}
	m.Month = sample.Month{
		Shop: "TM", Folder: "ladder", ID: first.Format("2006-01"), Name: first.Format("January 2006"), Days: last.Day(),
		Seed: uint64(20260600 + number), Sale: saleDays(number),
	}
	return m
}

// publishedBy is the 29th of the month before, the 28th in February.
func publishedBy(first time.Time) string {
	const due = 29
	before := first.AddDate(0, 0, -1)
	return before.AddDate(0, 0, min(due, before.Day())-before.Day()).Format(time.DateOnly)
}

// saleDays are the days on which nobody has the day off.
func saleDays(number int) []int {
	switch number {
	case 6:
		return []int{17, 18}
	case 11:
		return []int{10, 11}
	case 12:
		return []int{12}
	default:
		return nil
	}
}

// season is how busy a day is, in percent.
func (m month) season(day int) int {
	switch {
	case slices.Contains(m.Sale, day):
		return 160
	case day%10 == 8:
		return 115
	default:
		return 100
	}
}

// calendar lists an agent's days in service with their attendance: one day of
// rest a week, none on the days of a sale. Days of a leave have no row.
func (m month) calendar(p sample.Person) []sample.Head {
	var days []sample.Head
	for day := p.First; day <= p.Last; day++ {
		attendance := sample.Worked
		if (m.before+day+p.Rest)%daysOfWeek == 0 && !slices.Contains(m.Sale, day) {
			attendance = "rest"
		}
		for _, a := range p.Absences {
			if day >= a.From && day <= a.Until {
				attendance = a.Kind
			}
		}
		if attendance != "" {
			days = append(days, sample.Head{Day: day, Attendance: attendance})
		}
	}
	return days
}

// day returns the day of the month of a date, 0 before it and Days + 1 after.
func (m month) day(date string) int {
	switch {
	case date < m.Date(1):
		return 0
	case date > m.Date(m.Days):
		return m.Days + 1
	}
	n := 0
	for m.Date(n) != date {
		n++
	}
	return n
}

func clip(day, least, most int) int { return max(least, min(day, most)) }

// tenth writes a number of tenths without a decimal that is 0.
func tenth(n int) string {
	if n%10 == 0 {
		return fmt.Sprint(n / 10)
	}
	return sample.Tenths(n)
}
