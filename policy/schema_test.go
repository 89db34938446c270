package policy

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestASchemaIsACopy(t *testing.T) {
	for name, schema := range map[string]func() []byte{"policy": Schema, "facts": FactsSchema, "jurisdiction": JurisdictionSchema} {
		t.Run(name, func(t *testing.T) {
			first := schema()
			require.True(t, json.Valid(first))
			clear(first)
			assert.True(t, json.Valid(schema()), "writing into one schema leaves the next alone")
		})
	}
}
