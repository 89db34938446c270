package scoring

// kinds is the table of rule kinds, one line each: format reference, schema,
// reader and per-kind tests follow from it.
var kinds = []Rule{
	Attainment{},
	Bands{},
	ZeroOver{},
	Deduct{},
	Direct{},
	Adjustment{},
	Overflow{},
	Place{},
}

// Kinds returns the prototypes of the rule kinds of this package.
func Kinds() []Rule { return append([]Rule(nil), kinds...) }
