package policy

import (
	"fmt"

	"github.com/cspay/cspay/payout"
	"github.com/cspay/cspay/scoring/facts"
)

// warnOfLaw warns of pay that no law guards, and of a policy that the agents
// were not told of in the time its law asks for. What is enforceable is for a
// lawyer to say, so these are never errors.
func (d *Document) warnOfLaw(known map[string]payout.Jurisdiction, c facts.Check) {
	if d.Guard.IsZero() {
		if len(d.Pay.Items) > 0 {
			c.At("pay").Warn(facts.CodeGuardNone, "a guard, which holds deductions within the law", "")
		}
		return
	}
	e := d.Effective
	law, ok := lawFor(known[d.Guard.Jurisdiction], e)
	if !ok || law.NoticeDays == nil {
		return
	}
	days := *law.NoticeDays
	if e.Published == 0 || e.From != 0 && e.Published+facts.Date(days) > e.From {
		c.At("effective").At("published").Warn(facts.CodeGuardNotice, noticeWant(days, e.From), e.Published.String())
	}
}

// lawFor returns the law in force when a policy comes into force. Where it
// does not say when that is, it is the latest.
func lawFor(j payout.Jurisdiction, e Effective) (payout.Law, bool) {
	switch {
	case e.From != 0:
		return j.At(e.From)
	case len(j.Laws) > 0:
		return j.Laws[len(j.Laws)-1], true
	default:
		return payout.Law{}, false
	}
}

func noticeWant(days int, from facts.Date) string {
	want := "the day on which the agents were told of the policy, "
	switch {
	case from == 0 && days == 0:
		want += "on or before that on which it comes into force"
	case from == 0:
		want += fmt.Sprintf("%d days before it comes into force", days)
	default:
		want += "at the latest " + (from - facts.Date(days)).String()
	}
	return want
}
