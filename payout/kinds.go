package payout

// kinds is the table of pay item kinds, one line each.
var kinds = []Pay{
	BasePay{},
	Commission{},
	Bonus{},
	DailyPool{},
	Remainder{},
	RankAward{},
	Award{},
	Overachievement{},
	PerformancePay{},
	Penalty{},
	ChargeBack{},
}

// Kinds returns the prototypes of the pay item kinds.
func Kinds() []Pay { return append([]Pay(nil), kinds...) }
