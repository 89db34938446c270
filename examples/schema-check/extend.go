package schemacheck

import (
	"encoding/json"
	"fmt"
)

// Extend returns a policy schema that knows one rule kind more: the word that
// stands under an indicator, and the schema of its parameters. It is what a
// program does that passes the kind to policy.With.
func Extend(schema []byte, word string, params any) ([]byte, error) {
	var doc map[string]any
	if err := json.Unmarshal(schema, &doc); err != nil {
		return nil, err
	}
	defs, _ := doc["$defs"].(map[string]any)
	indicator, _ := defs["scoring.Indicator"].(map[string]any)
	properties, _ := indicator["properties"].(map[string]any)
	kinds, ok := indicator["oneOf"].([]any)
	if !ok || properties == nil {
		return nil, fmt.Errorf("the schema has no indicators")
	}
	properties[word] = params
	indicator["oneOf"] = append(kinds, map[string]any{"required": []string{word}})
	return json.MarshalIndent(doc, "", "  ")
}
