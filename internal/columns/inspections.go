package columns

import (
	"cmp"
	"maps"
	"slices"
	"strconv"

	"github.com/shopspring/decimal"

	"github.com/cspay/cspay/internal/fix"
	"github.com/cspay/cspay/scoring/facts"
)

// The scales of marks, which are points, and of what a chat of a source counts.
const (
	markScale   = 2
	weightScale = 6
)

// maxPerDay bounds what a policy can ask to be inspected a day.
const maxPerDay = 1000

// maxErrors is how many errors an inspection can name.
const maxErrors = 10_000

// inspections are the compiled inspections of a policy, by id.
type inspections struct {
	list []*inspection
	at   map[string]int
}

// inspection is a compiled inspection. Its errors, fatal and other ones, are
// words of one namespace: an index stands for each, in byte order.
type inspection struct {
	id      string
	name    facts.Text
	mark    int64 // the full mark at markScale
	perDay  int64 // 0 where the policy asks for no number
	errors  []fault
	errorAt map[string]uint16
	sources []chatSource
	// sourceAt is the index of a source.
	sourceAt map[string]uint16
	// at is the occurrence from which an error is fatal, 0 for never.
	at     int
	scope  facts.Scope
	window facts.Window
}

// fault is an error that can be found in a chat.
type fault struct {
	word  string
	cost  int64 // at markScale; 0 when fatal
	fatal bool
}

// chatSource is one way in which chats come to inspection.
type chatSource struct {
	id  string
	doc facts.ChatSource
	// weight is what a chat counts among those of all sources: the smallest
	// whole numbers in the same proportions. stated is the weight at
	// weightScale.
	weight, stated int64
}

// compileInspections compiles the inspections, reporting problems below c by
// id.
func (s *Schema) compileInspections(docs facts.Inspections, c facts.Check) {
	s.inspections.at = make(map[string]int, len(docs))
	for _, id := range slices.Sorted(maps.Keys(docs)) {
		at := c.At(id)
		checkID(at, id)
		s.inspections.at[id] = len(s.inspections.list)
		s.inspections.list = append(s.inspections.list, compileInspection(id, docs[id], at))
	}
}

func compileInspection(id string, doc facts.Inspection, c facts.Check) *inspection {
	in := &inspection{id: id, name: doc.Name, scope: facts.SameItem, window: facts.MonthWindow}
	if in.mark = Number(c.At("mark"), doc.Mark, markScale); in.mark <= 0 {
		c.At("mark").Fail(facts.CodeNumberRange, "a mark above 0", "")
	}
	in.compileErrors(doc, c)
	in.compileSources(doc.Sources, c.At("sources"))
	if doc.Escalation != nil {
		in.escalate(*doc.Escalation, c.At("escalation"))
	}
	if n := doc.PerDay; n != nil {
		in.perDay = int64(*n)
		if *n < 1 || *n > maxPerDay {
			c.At("per_day").Fail(facts.CodeNumberRange, "1 to "+strconv.Itoa(maxPerDay)+" chats", strconv.Itoa(*n))
		}
	}
	return in
}

// compileErrors makes one list of the fatal errors and the others.
func (in *inspection) compileErrors(doc facts.Inspection, c facts.Check) {
	if n := len(doc.Fatal) + len(doc.Items); n == 0 {
		c.Fail(facts.CodeRequired, "at least one error under items or fatal", "")
	} else if n > maxErrors {
		c.Fail(facts.CodeNumberRange, "at most "+strconv.Itoa(maxErrors)+" errors", "")
		return
	}
	fatal := make(map[string]bool, len(doc.Fatal))
	for i, word := range doc.Fatal {
		at := c.At("fatal").Index(i)
		checkID(at, word)
		if fatal[word] {
			at.Fail(facts.CodeNameDuplicate, "each error once", word)
			continue
		}
		fatal[word] = true
		in.errors = append(in.errors, fault{word: word, fatal: true})
	}
	for _, word := range slices.Sorted(maps.Keys(doc.Items)) {
		at := c.At("items").At(word)
		checkID(at, word)
		cost := in.cost(at, doc.Items[word])
		if fatal[word] {
			at.Fail(facts.CodeNameDuplicate, "an error that is not among the fatal ones", word)
			continue
		}
		in.errors = append(in.errors, fault{word: word, cost: cost})
	}
	in.indexErrors()
}

// indexErrors orders the errors by their words, so that nothing depends on the
// order in which a policy names them.
func (in *inspection) indexErrors() {
	slices.SortFunc(in.errors, func(x, y fault) int { return cmp.Compare(x.word, y.word) })
	in.errorAt = make(map[string]uint16, len(in.errors))
	for i := range in.errors {
		in.errorAt[in.errors[i].word] = uint16(i)
	}
}

// cost reads what an error takes off. More than the whole mark can not be
// taken, so a larger number says something that never happens.
func (in *inspection) cost(c facts.Check, d decimal.Decimal) int64 {
	v := Number(c, d, markScale)
	if v <= 0 || in.mark > 0 && v > in.mark {
		c.Fail(facts.CodeNumberRange, "points above 0 and at most the mark", "")
	}
	return v
}

// compileSources reads the sources and brings their weights down to the
// smallest whole numbers, which keeps the parts of a mean short.
func (in *inspection) compileSources(docs map[string]facts.ChatSource, c facts.Check) {
	if len(docs) == 0 {
		c.Fail(facts.CodeRequired, "at least one source of chats", "")
	}
	in.sourceAt = make(map[string]uint16, len(docs))
	unit := int64(0)
	for i, id := range slices.Sorted(maps.Keys(docs)) {
		src := chatSource{id: id, doc: docs[id], stated: fix.Pow10(weightScale)}
		checkID(c.At(id), id)
		if w := src.doc.Weight; w != nil {
			at := c.At(id).At("weight")
			if src.stated = Number(at, *w, weightScale); src.stated < 0 {
				at.Fail(facts.CodeWeightInvalid, "a weight of 0 or more", "")
			}
			src.doc.Weight = nil
		}
		src.doc.Sample.Keys = slices.Clone(src.doc.Sample.Keys)
		unit = divisor(unit, max(src.stated, 0))
		in.sourceAt[id] = uint16(i)
		in.sources = append(in.sources, src)
	}
	if unit == 0 && len(docs) > 0 {
		c.Fail(facts.CodeWeightInvalid, "at least one source whose chats count", "")
	}
	for i := range in.sources {
		in.sources[i].weight = in.sources[i].stated / max(unit, 1)
	}
}

// divisor is the greatest common divisor of two numbers of 0 or more.
func divisor(a, b int64) int64 {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}

func (in *inspection) escalate(doc facts.Escalation, c facts.Check) {
	if in.at = doc.At; doc.At < 2 {
		c.At("at").Fail(facts.CodeNumberRange, "2 or more: the first occurrence can not be a repeated one", strconv.Itoa(doc.At))
	}
	if doc.Scope != "" {
		in.scope = doc.Scope
		CheckWord(c.At("scope"), doc.Scope)
	}
	if doc.Window != "" {
		in.window = doc.Window
		CheckWord(c.At("window"), doc.Window)
	}
}

// sampled reports whether chats of any source count toward the coverage.
func (in *inspection) sampled() bool {
	return slices.ContainsFunc(in.sources, func(src chatSource) bool { return src.doc.Sampled })
}

// uneven reports whether chats count differently by their sources.
func (in *inspection) uneven() bool {
	return slices.ContainsFunc(in.sources, func(src chatSource) bool { return src.weight != in.sources[0].weight })
}
