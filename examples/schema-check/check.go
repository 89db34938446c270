package schemacheck

import (
	"bytes"
	"fmt"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/cspay/cspay/policy"
)

// Schemas validates documents. The zero Schemas is of no use; make one with
// New. It may be used by several goroutines.
type Schemas struct{ policy, facts, jurisdiction *jsonschema.Schema }

// New compiles the schemas of the library.
func New() (*Schemas, error) { return NewWith(policy.Schema(), policy.FactsSchema()) }

// NewWith compiles schemas of the caller's, such as an extended one. That of
// jurisdictions is the library's: it has nothing to extend.
func NewWith(policySchema, factsSchema []byte) (*Schemas, error) {
	p, err := compile(policySchema)
	if err != nil {
		return nil, err
	}
	f, err := compile(factsSchema)
	if err != nil {
		return nil, err
	}
	j, err := compile(policy.JurisdictionSchema())
	return &Schemas{p, f, j}, err
}

func compile(text []byte) (*jsonschema.Schema, error) {
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		return nil, err
	}
	top, ok := doc.(map[string]any)
	if !ok {
		return nil, fmt.Errorf("a schema is an object, not %T", doc)
	}
	id, ok := top["$id"].(string)
	if !ok {
		return nil, fmt.Errorf("the schema has no $id")
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat() // as editors do
	if err := c.AddResource(id, doc); err != nil {
		return nil, err
	}
	return c.Compile(id)
}

// Policy returns an error when the schema refuses a policy document.
func (s *Schemas) Policy(text []byte) error { return validate(s.policy, text) }

// Facts returns an error when the schema refuses a facts.yaml.
func (s *Schemas) Facts(text []byte) error { return validate(s.facts, text) }

// Jurisdiction returns an error when the schema refuses a jurisdiction file.
func (s *Schemas) Jurisdiction(text []byte) error { return validate(s.jurisdiction, text) }

func validate(schema *jsonschema.Schema, text []byte) error {
	value, err := decode(text)
	if err != nil {
		return err
	}
	return schema.Validate(value)
}
