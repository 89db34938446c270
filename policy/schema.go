package policy

import _ "embed" // of the three schemas

// The schemas are written by go generate from the key tags and doc comments of
// the types that documents are read into.
var (
	//go:embed policy.schema.json
	policySchema string
	//go:embed facts.schema.json
	factsSchema string
	//go:embed jurisdiction.schema.json
	jurisdictionSchema string
)

// Schema returns the JSON Schema (2020-12) of a policy document of the format
// cspay/v1, for editors and for programs that write documents. It knows the
// kinds of this library, not those of [With]. Load accepts no document that the
// schema refuses; a document that the schema accepts may still name what is not
// there. Each call returns a copy.
func Schema() []byte { return []byte(policySchema) }

// FactsSchema returns the JSON Schema (2020-12) of a month's facts.yaml. Each
// call returns a copy.
func FactsSchema() []byte { return []byte(factsSchema) }

// JurisdictionSchema returns the JSON Schema (2020-12) of a jurisdiction file.
// Each call returns a copy.
func JurisdictionSchema() []byte { return []byte(jurisdictionSchema) }
