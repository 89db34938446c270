package schemacheck

import (
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/policy"
)

// ownLaw uses each key of a jurisdiction file.
const ownLaw = `format: cspay-jurisdiction/v1
id: own
name: 某地
laws:
  - {from: 2008-01-01, deduction_ceiling: 20%, probation_floor: 0.8, notice_days: 7, source: 劳动合同法, sample: [notice_days]}
  - {from: 2020-01-01}
regions:
  our_city: {name: {zh: 本市}, minimum_wages: [{from: 2024-01-01, monthly: 2200.00, sample: true}, {from: 2026-03-01, monthly: 2330}]}
`

func loadLaw(text string) error {
	_, err := policy.LoadJurisdiction(strings.NewReader(text))
	return err
}

// laws are the jurisdiction files that there are: the library's, and those of
// the pages.
func laws(t *testing.T) []string {
	t.Helper()
	list := []string{ownLaw, read(t, "policy/jurisdictions/cn.yaml")}
	for _, fence := range regexp.MustCompile("(?s)```yaml\n(.*?)```").FindAllStringSubmatch(read(t, "docs/guards.md"), -1) {
		if strings.Contains(fence[1], "cspay-jurisdiction/v1") {
			list = append(list, fence[1])
		}
	}
	return list
}

func TestJurisdictions(t *testing.T) {
	s := schemas(t)
	for _, text := range laws(t) {
		require.NoError(t, loadLaw(text))
		assert.NoError(t, s.Jurisdiction([]byte(text)), text)
	}
	for before, after := range map[string]string{
		"v1":              "v2",
		"id: own":         "id: ",
		"20%":             "20",
		"2020-01-01":      "2020-02-32",
		"from: 2020":      "since: 2020",
		"notice_days: 7":  "notice_days: soon",
		"monthly: 2330":   "monthly: ",
		"minimum_wages: ": "wages: ",
	} {
		text := strings.Replace(ownLaw, before, after, 1)
		assert.Error(t, s.Jurisdiction([]byte(text)), after)
		assert.Error(t, loadLaw(text), after)
	}
}

func TestAgreementOnJurisdictions(t *testing.T) {
	s := schemas(t)
	var list []*tree
	for _, text := range laws(t) {
		list = append(list, parse(t, text))
	}
	accepted, refused := newCorpus(list).law(t, loadLaw, func(text string) error { return s.Jurisdiction([]byte(text)) })
	t.Log(accepted, "accepted,", refused, "refused")
	assert.Positive(t, accepted)
	assert.Positive(t, refused)
}
