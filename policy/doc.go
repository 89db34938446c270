// Package policy reads a written compensation policy, compiles it, and closes
// months with it.
//
// # Flow
//
//	p, err := policy.LoadFile("daily-pool/policy.yaml")
//	m, err := p.LoadMonth("daily-pool")
//	res, err := p.Close(m, policy.History{})
//	for slip := range res.Slips() {
//		fmt.Println(slip.Agent(), slip.Score(), slip.Total())
//	}
//
// A [Document] is what is written, a [Policy] its compiled, immutable form.
// [Policy.Close] runs metrics, accounts, red lines, score, careers and pay in
// that order, each ranking as soon as what it names is there; history goes in and
// comes out and the caller stores it. [Policy.CloseEach] closes the groups of
// one month, [Policy.CloseMonths] month after month on the history of those
// before. [Result.Moves], [Result.Candidates], [Result.Plans] and
// [Result.Progress] tell what the months in a row propose; a person decides.
//
// A policy may name the law that its deductions are held within: [China], a
// file beside the policy, or a jurisdiction of the program's own by
// [WithJurisdiction].
//
// # Units
//
// Amounts are decimals with two digits in the policy's currency, scores have
// two digits. A document may write rates as 50% or 0.5.
//
// # Rounding
//
// A points line and a money line are each rounded once, half up; losses are
// rounded down. The document may state other modes.
//
// # Errors
//
// Reading and closing return [Problems]: every fault at once, each with its
// code, path, file, line and column. Messages about facts never print a value
// or a name. Warnings are read from Policy.Warnings and Result.Warnings.
//
// # Compatibility
//
// The format cspay/v1, the history format, the JSON of results and the codes
// of problems only grow. The same policy, facts and history give the same
// bytes on every platform, in any order of agents and whatever the host
// program does to decimal's package settings.
package policy
