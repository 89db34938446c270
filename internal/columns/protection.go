package columns

import "github.com/cspay/cspay/scoring/facts"

// protection notes whether a span of protection has a day of the month.
func (b *builder) protection(row int32, i int, a *facts.Agent) {
	first, last := b.t.Period.First(), b.t.Period.Last()
	for k, s := range a.Protected {
		at := b.agentAt(i).At("protected").Index(k)
		switch {
		case s.From == 0 && s.Until == 0:
			at.Fail(facts.CodeRequired, "from or until", "")
		case s.Until != 0 && s.Until < s.From:
			at.At("until").Fail(facts.CodeDateOrder, "a day not before from", s.Until.String())
		case s.From <= last && (s.Until == 0 || s.Until >= first):
			b.t.protected[row] = true
		}
	}
}
