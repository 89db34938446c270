package policy

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/scoring/facts"
)

// newestPolicy says each key that the first documents lacked, so that what a
// fuzzer changes are clauses that work.
const newestPolicy = `format: cspay/v1
id: newest
effective: {from: 2026-01-01, published: 2025-12-20}
currency: CNY
standing: by_score
panels:
  mood: {about: agent, scale: {least: 1, most: 5}, roles: [qa, boss], evidence: true}
inspections:
  qa: {mark: 100, fatal: [rude], items: {vague: 10, slow: 5}, escalation: {at: 3}, sources: {random: {sampled: true}, complaint: {weight: 50%}}, per_day: 3}
metrics:
  sales: {unit: money, better: higher, missing: zero, publish_by: 28}
  target: {unit: money, from: {days: rostered, each: 100}}
  done: {unit: ratio, better: higher, from: {ratio: sales, to: target}}
  team_done: {unit: ratio, better: higher, from: {ratio: sales, to: target, across: team}}
  exam: {unit: points, better: higher, missing: not_applicable}
  quiz: {unit: points, better: higher, missing: not_applicable}
  both: {unit: points, better: higher, from: {blend: [{metric: exam, weight: 70%}, {metric: quiz, weight: 30%}]}}
  either: {unit: points, better: higher, from: {first_of: [exam, quiz]}}
  freight: {unit: money, better: lower, from: {amounts: freight}}
  rude: {unit: count, better: lower, from: {event: rude}}
  critics: {unit: count, better: lower, from: {event: blame, distinct: reporter}}
  mark: {unit: points, better: higher, missing: not_applicable, from: {inspection: qa, figure: mark}}
  wage: {unit: money}
  mood: {unit: points, better: higher, missing: not_applicable, from: {panel: mood}}
red_lines:
  - {id: rude, when: [{metric: rude, over: 0}], effect: pay_zero, items: [bonus]}
  - {id: liar, when: [{metric: rude, over: 1}], effect: score_zero}
  - {id: odd, when: [{metric: rude, over: 2}], effect: review}
schemes:
  - id: sellers
    when: [{role: [seller]}]
    blocks: [{id: kpi, points: 80}, {id: soft, points: 20}]
    indicators:
      - {id: sales, block: kpi, points: 50, attainment: {metric: sales, target_metric: target, floor: 0%, cap: 120%}}
      - {id: mark, block: kpi, points: 30, direct: {metric: mark, out_of: 100}}
      - {id: exam, block: soft, points: 20, bands: {metric: either, steps: [{at_least: 80, share: 100%}], else: 50%}}
    grades: [{id: gold, name: {zh: 金牌, en: Gold}, at_least: 90}, {id: pass, at_least: 60}]
  - id: rest
    least: 0
    indicators: [{id: exam, points: 100, direct: {metric: exam, out_of: 100}}, {id: blame, adjust: {metric: critics, each: -2}}]
rankings:
  - {id: by_score, by: score, within: role, eligible: [{status: [regular]}, {metric: gate.stage, at_most: 0}]}
  - {id: by_sales, by: sales, eligible: [{tenure: hired, over: 1}]}
pay:
  - {id: base, base_pay: {metric: wage, basis: calendar}}
  - {id: rank_pay, base_pay: {metric: level.pay, basis: calendar}}
  - {id: wage, spread: true, performance_pay: {amount: 2000, by: score, out_of: 100}}
  - {id: bonus, bonus: {amount: 1000, by: score, steps: [{at_least: 90, coefficient: 1.2}], else: 0.1}}
  - {id: first, award: {match: first, cases: [{id: top, when: [{ranking: by_score, first: any_tied}, {metric: sales, at_least: 60%, of: target}], amount: 100}, {when: [{metric: both, at_least: 80}], amount: 50}]}}
  - {id: over, when: [{role: [seller]}], overachievement: {metric: sales, target_metric: target, step: 10%, amount: 100}}
  - {id: fail, penalty: {match: all, cases: [{when: [{metric: failing.hit, at_least: 1}], amount: 10, duty: {zh: 复习, en: Revision}}, {when: [{metric: exam, under: 60}], amount: 5000}]}}
  - {id: freight, charge_back: {event: freight, share: 50%}}
streaks:
  - {id: last, when: [{ranking: by_sales, last: sole}], months: 2}
  - {id: clean, when: [{metric: rude, at_most: 0}], months: 2, leave: counts}
  - {id: failing, cases: [{when: [{metric: exam, under: 60}]}, {when: [{tenure: regular, over: 6}, {metric: exam, under: 70}]}], months: 2, probation: counts}
eliminations:
  - {id: bottom, any_of: [{id: sales, streak: last}, {id: critics, when: [{metric: critics, at_least: 2}]}]}
improvement_plans:
  - {id: coaching, opens: [{metric: score, under: 60}], metric: score, goal: [{metric: score, at_least: 70}], months: 2, extensions: 1}
ladder:
  levels: [{id: P1, pay: 0}, {id: P2, pay: 150}, {id: P3, honour: true, pay: 300}]
  promotion: {windows: [1, 7], requires: [{id: clean, streak: clean, months: 2}]}
  demotions: [{id: exam, streak: failing, levels: 1}]
gate:
  stages: [{id: training, weeks: 4, fails: [{metric: exam, under: 60}]}, {id: mentor, weeks: 2, fails: [{metric: rude, over: 0}]}]
guard: {jurisdiction: cn, region: sample_city}
`

// newestMonth is a month of it with chats, decisions and protected spans.
const newestMonth = `month: 2026-01
agents:
- {id: A1, role: seller, team: red, level: P2, hired: 2020-01-01, regular: 2020-04-01, values: {sales: 3500, exam: 55, quiz: 90, wage: 3000}, protected: [{from: 2026-01-05, until: 2026-03-01}]}
- {id: A2, role: seller, team: red, level: P1, hired: 2024-05-01, regular: 2024-08-01, values: {sales: 100, quiz: 80, wage: 2500.01}}
- {id: A3, level: P3, hired: 2019-01-01, values: {exam: 85.5, quiz: 100, wage: 4000}}
- {id: A4, status: probation, hired: 2026-01-12, values: {exam: 59, wage: 2000}, leave: [{from: 2026-01-20, until: 2026-01-21, kind: unpaid_leave}]}
events:
- {id: e1, agent: A1, kind: rude, date: 2026-01-05}
- {id: e2, agent: A1, kind: freight, date: 2026-01-05, amount: 12.55, order: "8"}
- {id: e3, agent: A3, kind: blame, date: 2026-01-06, reporter: A1}
- {id: e4, agent: A3, kind: blame, date: 2026-01-07, reporter: A2}
ballots:
- {topic: mood, agent: A1, voter: v, role: qa, score: 4, evidence: e1}
chats:
- {id: c1, agent: A1, date: 2026-01-05, inspection: qa, source: random, sampler: A2, transferred: true, items: [vague]}
- {id: c2, agent: A2, date: 2026-01-06, inspection: qa, source: complaint, items: [rude, slow]}
decisions:
- {agent: A1, clause: ladder.promotion, outcome: accepted, who: M1, date: 2026-01-10}
- {agent: A3, clause: eliminations.bottom, outcome: rejected, who: M1, date: 2026-01-02, note: leave}
published: {sales: 2025-12-28}
`

const newestDays = "agent,date,attendance\nA1,2026-01-05,worked\nA1,2026-01-06,absent\nA2,2026-01-06,worked\nA3,2026-01-06,rest\nA4,2026-01-13,worked\n"

// newestHistory has what only rules across months leave: marks, plans,
// proposals that a decision of the month is about, and what was not collected.
const newestHistory = `{"format": "cspay-history/v1", "months": [
{"month": "2025-11", "policy": "sha256:00", "agents": [
  {"id": "A1", "score": 50, "level": "P1", "status": "regular", "marks": [{"streak": "failing", "held": true, "case": 1}, {"streak": "clean", "held": true, "case": 1}],
   "plans": [{"id": "coaching", "status": "open", "opened": "2025-11", "due": "2026-01", "extensions": 0}]},
  {"id": "A3", "score": 90, "level": "P3", "status": "regular"}]},
{"month": "2025-12", "agents": [
  {"id": "A1", "places": {"by_sales": 2}, "score": 50, "level": "P1", "status": "regular", "clock": "2025-11", "groups": {"by_score": "seller"},
   "marks": [{"streak": "failing", "held": true, "case": 2, "seen": [{"name": "exam", "value": 59}]}, {"streak": "last", "held": true, "case": 1, "seen": [{"name": "by_sales", "value": 2, "of": 2, "tied": 1}]}, {"streak": "clean", "held": true, "case": 1}],
   "plans": [{"id": "coaching", "status": "open", "opened": "2025-11", "due": "2026-01", "extensions": 1}],
   "proposals": [{"clause": "ladder.promotion", "from": "P1", "to": "P2", "proposed": "2025-12", "rules": [{"rule": "clean", "months": ["2025-11", "2025-12"]}]}],
   "uncollected": [{"clause": "guard", "reason": "ceiling", "amount": 200}, {"clause": "pay.fail", "reason": "uncollected", "amount": 7.5}]},
  {"id": "A3", "marks": [{"streak": "last", "status": "leave"}],
   "proposals": [{"clause": "eliminations.bottom", "proposed": "2025-12", "rules": [{"rule": "sales", "months": ["2025-12"]}]}]}]}]}
`

// newestPolicies are the documents a policy's fuzzers start from beside the
// first ones.
func newestPolicies() []string {
	return []string{
		newestPolicy, awardPolicy, settlePolicy, derivedPolicy, schemesPolicy, medals, careerPolicy, typingPolicy, gatePolicy,
		reasonsPolicy, ytPolicy, incomplete, marked,
	}
}

func TestWhatTheFuzzersStartFromCloses(t *testing.T) {
	p, err := Load(strings.NewReader(newestPolicy))
	require.NoError(t, err)
	m, err := p.LoadMonthFS(shop{newestMonth, newestDays}.files(), ".")
	require.NoError(t, err)
	r, err := p.Close(m, history(t, newestHistory))
	require.NoError(t, err)
	addsUp(t, r)
	slip, _ := r.Slip("A1")
	assert.Equal(t, "207.50", slip.UncollectedBefore().StringFixed(2), "200.00 by the guard and 7.50 by the penalty")
	assert.Equal(t, "P2", slip.Attribute(facts.ByLevel))
}

// FuzzClose closes any month after any history under any policy: either there
// are problems, or the lines add up and the history can be read again.
func FuzzClose(f *testing.F) {
	f.Add(newestPolicy, newestMonth, newestDays, newestHistory)
	f.Add(newestPolicy, newestMonth, "", `{"format":"cspay-history/v1"}`)
	f.Add(settlePolicy, "month: 2026-01\nagents: [{id: A1, values: {exam: 50, wage: 3000}}]\nevents: [{id: e1, agent: A1, kind: breach, date: 2026-01-05}, {id: e2, agent: A1, kind: freight, date: 2026-01-05, amount: 9}]\n", "", claimedMonths)
	f.Add(derivedPolicy, derivedMonth, firstDays(3, "A", "B", "C"), twoMonths)
	f.Add(gatePolicy, "month: 2026-03\nagents: [{id: A1, hired: 2026-03-03, values: {typing: 59}}, {id: A2, values: {failed: 1}}]\n", "", "{}")
	f.Fuzz(func(t *testing.T, policy, yaml, daily, before string) {
		start := time.Now()
		p, err := Load(strings.NewReader(policy))
		if err != nil {
			wellFormed(t, err)
			return
		}
		h, err := ReadHistory(bytes.NewReader([]byte(before)))
		if err != nil {
			wellFormed(t, err)
			return
		}
		m, err := p.LoadMonthFS(shop{yaml, daily}.files(), ".")
		if err != nil {
			wellFormed(t, err)
			return
		}
		r, err := p.Close(m, h)
		if err != nil {
			assert.Nil(t, r)
			wellFormed(t, err)
		} else {
			addsUp(t, r)
		}
		assert.Less(t, time.Since(start), tooLong)
	})
}
