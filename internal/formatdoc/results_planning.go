package formatdoc

import (
	"github.com/cspay/cspay/policy"
)

// sampleLoad is the sample shop's metrics by reception load.
func sampleLoad(r *policy.Result) (string, error) {
	table, err := r.CompareLoad(policy.LoadQuery{By: "conversations", Groups: 1, Metrics: []string{"satisfaction", "sales"}})
	if err != nil {
		return "", err
	}
	return indented(table)
}

// sampleStaffing is the sample shop's roster at two to one.
func sampleStaffing(r *policy.Result) (string, error) {
	s, err := r.Staffing(policy.StaffShare{Role: "pre_sales", Parts: 2}, policy.StaffShare{Role: "after_sales", Parts: 1})
	if err != nil {
		return "", err
	}
	return indented(s)
}
