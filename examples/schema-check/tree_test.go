package schemacheck

import (
	"encoding/json"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.yaml.in/yaml/v4"
)

// tree is a document that can be changed anywhere and written again.
type tree struct {
	kind   yaml.Kind // scalar, sequence or mapping
	text   string
	quoted bool
	keys   []string // of a mapping, one for each item
	items  []*tree
}

func scalar(text string) *tree { return &tree{kind: yaml.ScalarNode, text: text} }

func quoted(text string) *tree { return &tree{kind: yaml.ScalarNode, text: text, quoted: true} }

func parse(t *testing.T, text string) *tree {
	t.Helper()
	var doc yaml.Node
	require.NoError(t, yaml.Unmarshal([]byte(text), &doc), text)
	return planted(doc.Content[0])
}

func planted(n *yaml.Node) *tree {
	out := &tree{kind: n.Kind, text: n.Value, quoted: n.Style&(yaml.SingleQuotedStyle|yaml.DoubleQuotedStyle) != 0}
	for i, child := range n.Content {
		if n.Kind == yaml.MappingNode && i%2 == 0 {
			out.keys = append(out.keys, child.Value)
			continue
		}
		out.items = append(out.items, planted(child))
	}
	return out
}

func (n *tree) clone() *tree {
	out := *n
	out.keys = append([]string(nil), n.keys...)
	out.items = nil
	for _, item := range n.items {
		out.items = append(out.items, item.clone())
	}
	return &out
}

// yaml writes the document: keys below one another at the top, as a brace there
// would make JSON of it, and braces below.
func (n *tree) yaml() string {
	if n.kind != yaml.MappingNode || len(n.items) == 0 {
		return n.flow() + "\n"
	}
	var b strings.Builder
	for i, item := range n.items {
		b.WriteString(key(n.keys[i]) + ": " + item.flow() + "\n")
	}
	return b.String()
}

var (
	plainKey  = regexp.MustCompile(`^[a-z_]+$`)
	plainText = regexp.MustCompile(`^(~|[-+.]?[\pL\pN_][\pL\pN_.%+/-]*)?$`)
)

func key(text string) string {
	if plainKey.MatchString(text) && text != "null" {
		return text
	}
	return quote(text)
}

func quote(text string) string {
	b, err := json.Marshal(text)
	if err != nil {
		return `""`
	}
	return string(b)
}

func (n *tree) flow() string {
	var parts []string
	for i, item := range n.items {
		if n.kind == yaml.MappingNode {
			parts = append(parts, key(n.keys[i])+": "+item.flow())
		} else {
			parts = append(parts, item.flow())
		}
	}
	switch {
	case n.kind == yaml.MappingNode:
		return "{" + strings.Join(parts, ", ") + "}"
	case n.kind == yaml.SequenceNode:
		return "[" + strings.Join(parts, ", ") + "]"
	case n.quoted || !plainText.MatchString(n.text):
		return quote(n.text)
	default:
		return n.text
	}
}

// json writes the document as JSON. What JSON can not write without quotes is
// quoted.
func (n *tree) json() string {
	var parts []string
	for i, item := range n.items {
		if n.kind == yaml.MappingNode {
			parts = append(parts, quote(n.keys[i])+":"+item.json())
		} else {
			parts = append(parts, item.json())
		}
	}
	switch {
	case n.kind == yaml.MappingNode:
		return "{" + strings.Join(parts, ",") + "}"
	case n.kind == yaml.SequenceNode:
		return "[" + strings.Join(parts, ",") + "]"
	case !n.quoted && (n.text == "" || n.text == "~"):
		return "null"
	case n.quoted || !json.Valid([]byte(n.text)):
		return quote(n.text)
	default:
		return n.text
	}
}

// spot is a place in a tree where something stands.
type spot struct {
	in *tree
	at int
}

func (s spot) get() *tree  { return s.in.items[s.at] }
func (s spot) set(n *tree) { s.in.items[s.at] = n }

// key is what stands before the colon; the items of a list go by the list's.
func (n *tree) spots(visit func(key string, s spot)) { n.spotsBelow("", visit) }

func (n *tree) spotsBelow(above string, visit func(key string, s spot)) {
	for i, item := range n.items {
		name := above
		if n.kind == yaml.MappingNode {
			name = n.keys[i]
		}
		visit(name, spot{n, i})
		item.spotsBelow(name, visit)
	}
}

// TestTree checks the helper: what is written again means the same.
func TestTree(t *testing.T) {
	s := schemas(t)
	for name, write := range map[string]func(*tree) string{"YAML": (*tree).yaml, "JSON": (*tree).json} {
		text := write(parse(t, sound))
		require.NoError(t, load(text), name)
		want, err := decode([]byte(sound))
		require.NoError(t, err)
		got, err := decode([]byte(text))
		require.NoError(t, err)
		if name == "YAML" {
			assert.Equal(t, want, got)
		}
		assert.NoError(t, s.Policy([]byte(text)), name)
	}
}
