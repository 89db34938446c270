package policy

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/scoring/facts"
)

// A document says in which format it is written; a literal need not.
func TestTheFormatOfADocument(t *testing.T) {
	for _, c := range []struct {
		name, line string
		want       facts.Code // "" for none
	}{
		{"the known one", "format: cspay/v1\n", ""},
		{"another one", "format: cspay/v2\n", facts.CodePolicyFormat},
		{"an empty one", "format: \"\"\n", facts.CodeRequired},
		{"none", "", facts.CodeRequired},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := Load(strings.NewReader(c.line + "id: shop\ncurrency: CNY\n"))
			if c.want == "" {
				require.NoError(t, err)
				return
			}
			var problems Problems
			require.ErrorAs(t, err, &problems)
			require.Len(t, problems, 1)
			assert.Equal(t, c.want, problems[0].Code)
			assert.Equal(t, "format", problems[0].Path)
		})
	}
	_, err := New(Document{ID: "shop", Currency: "CNY"})
	assert.NoError(t, err, "a literal")
}
