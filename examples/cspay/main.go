// Command cspay checks a policy, closes a month, explains a slip, lists what
// the policy leaves open and helps to plan with a month: metrics by reception
// load, and staffing.
//
//	cspay VERB [flags] DIR [AGENT]
//
// DIR is a shop's folder: policy.yaml, facts.yaml and daily.csv. The verbs and
// flags are told by cspay -h. Exit status 0 is done, 1 problems found, 2 a
// command line that was not understood.
package main

import (
	"os"
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }
