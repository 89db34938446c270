package schemacheck

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"go.yaml.in/yaml/v4"
)

// decode reads YAML, or JSON when the first character is an opening brace,
// into the values that a validator takes. Numbers keep their digits.
func decode(text []byte) (any, error) {
	if bytes.HasPrefix(bytes.TrimSpace(text), []byte("{")) {
		return jsonschema.UnmarshalJSON(bytes.NewReader(text))
	}
	var doc yaml.Node
	if err := yaml.Unmarshal(text, &doc); err != nil {
		return nil, err
	}
	if len(doc.Content) != 1 {
		return nil, errors.New("no document")
	}
	r := resolver{regexp.MustCompile(`^([-+]?)(\.[0-9]+|[0-9]+(?:\.[0-9]*)?)([eE][-+]?[0-9]{1,3})?$`)}
	return r.value(doc.Content[0], 0)
}

const maxDepth = 64

// resolver resolves the values of one document.
type resolver struct{ number *regexp.Regexp }

func (r resolver) value(n *yaml.Node, depth int) (any, error) {
	if depth > maxDepth {
		return nil, errors.New("too deep")
	}
	switch n.Kind {
	case yaml.AliasNode:
		return r.value(n.Alias, depth+1)
	case yaml.SequenceNode:
		items := make([]any, len(n.Content))
		for i, child := range n.Content {
			item, err := r.value(child, depth+1)
			if err != nil {
				return nil, err
			}
			items[i] = item
		}
		return items, nil
	case yaml.MappingNode:
		fields := map[string]any{}
		for i := 0; i+1 < len(n.Content); i += 2 {
			key := n.Content[i]
			if key.Kind != yaml.ScalarNode {
				return nil, fmt.Errorf("line %d: a key that is no plain text", key.Line)
			}
			below, err := r.value(n.Content[i+1], depth+1)
			if err != nil {
				return nil, err
			}
			fields[key.Value] = below
		}
		return fields, nil
	default:
		const quotes = yaml.SingleQuotedStyle | yaml.DoubleQuotedStyle | yaml.LiteralStyle | yaml.FoldedStyle
		if n.Style&quotes != 0 {
			return n.Value, nil
		}
		return r.plain(n.Value), nil
	}
}

// plain resolves an unquoted text by the core schema of YAML 1.2, which has no
// dates and no yes and no.
func (r resolver) plain(text string) any {
	switch text {
	case "", "~", "null", "Null", "NULL":
		return nil
	case "true", "True", "TRUE":
		return true
	case "false", "False", "FALSE":
		return false
	}
	for _, base := range []struct {
		prefix string
		of     int
	}{{"0o", 8}, {"0x", 16}} {
		if digits, ok := strings.CutPrefix(text, base.prefix); ok {
			if n, err := strconv.ParseInt(digits, base.of, 64); err == nil {
				return json.Number(strconv.FormatInt(n, 10))
			}
		}
	}
	parts := r.number.FindStringSubmatch(text)
	if parts == nil {
		return text
	}
	whole, frac, _ := strings.Cut(parts[2], ".")
	digits := strings.TrimLeft(whole, "0")
	if digits == "" {
		digits = "0"
	}
	if frac != "" {
		digits += "." + frac
	}
	return json.Number(strings.TrimPrefix(parts[1], "+") + digits + parts[3])
}
