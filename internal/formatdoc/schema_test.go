package formatdoc

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/payout"
	"github.com/cspay/cspay/policy"
	"github.com/cspay/cspay/scoring/facts"
)

// The schemas are checked against a validator in examples/schema-check; here
// is what an editor needs of them.

func parsed(t *testing.T, text []byte) map[string]any {
	t.Helper()
	var doc map[string]any
	require.NoError(t, json.Unmarshal(text, &doc))
	return doc
}

// objects calls visit for each schema of an object below v.
func objects(v any, path string, visit func(path string, schema map[string]any)) {
	switch v := v.(type) {
	case []any:
		for _, item := range v {
			objects(item, path+"[]", visit)
		}
	case map[string]any:
		if _, ok := v["properties"].(map[string]any); ok {
			visit(path, v)
		}
		for name, below := range v {
			objects(below, path+"."+name, visit)
		}
	}
}

func TestTheSchemasAreWhatEditorsNeed(t *testing.T) {
	for name, text := range map[string][]byte{"policy": policy.Schema(), "facts": policy.FactsSchema(), "jurisdiction": policy.JurisdictionSchema()} {
		t.Run(name, func(t *testing.T) {
			doc := parsed(t, text)
			assert.Equal(t, "https://json-schema.org/draft/2020-12/schema", doc["$schema"])
			assert.Equal(t, "urn:cspay:"+name+":v1", doc["$id"], "no host is needed to find it")
			seen := 0
			objects(doc, "", func(path string, schema map[string]any) {
				seen++
				assert.Equal(t, false, schema["additionalProperties"], "%s takes unknown keys", path)
				for key, property := range schema["properties"].(map[string]any) {
					text, ok := property.(map[string]any)["description"].(string)
					assert.True(t, ok, "%s.%s has no description", path, key)
					assert.NotContains(t, text, "](", "%s.%s has a link", path, key)
					assert.True(t, strings.HasSuffix(text, "."), "%s.%s: %s", path, key, text)
				}
			})
			assert.GreaterOrEqual(t, seen, 5)
			defs := doc["$defs"].(map[string]any)
			for _, part := range strings.Split(string(text), `"$ref": "#/$defs/`)[1:] {
				ref, _, _ := strings.Cut(part, `"`)
				assert.Contains(t, defs, ref)
			}
		})
	}
}

// TestTheSchemasHaveEveryKey walks the types beside the generator: each key of
// each struct that a document may hold stands in a schema.
func TestTheSchemasHaveEveryKey(t *testing.T) {
	for _, doc := range []struct {
		typ  reflect.Type
		text []byte
	}{
		{reflect.TypeFor[policy.Document](), policy.Schema()},
		{reflect.TypeFor[facts.Month](), policy.FactsSchema()},
		{reflect.TypeFor[payout.Jurisdiction](), policy.JurisdictionSchema()},
	} {
		schema := parsed(t, doc.text)
		for _, typ := range reachable(doc.typ) {
			o := schema
			if typ != doc.typ {
				o, _ = schema["$defs"].(map[string]any)[typ.String()].(map[string]any)
			}
			var properties map[string]any
			objects(map[string]any{"anyOf": o["anyOf"], "properties": o["properties"]}, "", func(_ string, s map[string]any) {
				if properties == nil {
					properties = s["properties"].(map[string]any)
				}
			})
			for _, k := range objectOf(typ).fields {
				assert.Contains(t, properties, k.name, typ)
			}
		}
	}
}

func TestJSONText(t *testing.T) {
	long := strings.Repeat("x", jsonWidth)
	for _, c := range []struct {
		name, want string
		value      any
	}{
		{"what is short stays on a line", `{"a": [1, true, "<"], "b": {}}`, members{{"a", list{1, true, "<"}}, {"b", members{}}}},
		{"what is long is broken, in its order", "{\n  \"b\": \"" + long + "\",\n  \"a\": 1.50\n}", members{{"b", long}, {"a", json.Number("1.50")}}},
		{"a long list has an item a line", "[\n  \"" + long + "\",\n  2\n]", list{long, 2}},
		{"white space that looks like a blank is escaped", `"a\u00a0b\u3000c 中"`, "a\u00A0b\u3000c 中"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := jsonText(c.value)
			require.NoError(t, err)
			assert.Equal(t, c.want+"\n", string(got))
		})
	}
	_, err := jsonText(members{{"a", 1.5}})
	assert.ErrorContains(t, err, "float64")
}

func TestLimitsOfAValidateTag(t *testing.T) {
	text, texts := reflect.TypeFor[string](), reflect.TypeFor[[]string]()
	for _, c := range []struct {
		name, checks string
		typ          reflect.Type
		want         members
	}{
		{"lengths of a text", "required,max=64", text, members{{"minLength", 1}, {"maxLength", 64}}},
		{"an exact length", "len=3", text, members{{"minLength", 3}, {"maxLength", 3}}},
		{"a few words", "oneof=a b", text, members{{"enum", list{"a", "b"}}}},
		{"a list, but not what is in it", "min=2,dive,max=4", texts, members{{"minItems", 2}}},
		{"what may be left empty has no least length", "omitempty,min=2", text, nil},
		{"a text that a pointer leaves out may be empty", "required", reflect.PointerTo(text), nil},
		{"numbers are the reader's", "max=2", reflect.TypeFor[int](), nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			assert.Equal(t, c.want, limits(key{typ: c.typ, checks: c.checks}, elementOfPointer(c.typ)))
		})
	}
}

func elementOfPointer(t reflect.Type) reflect.Type {
	if t.Kind() == reflect.Pointer {
		return t.Elem()
	}
	return t
}
