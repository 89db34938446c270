package schemacheck

import (
	"io/fs"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.yaml.in/yaml/v4"
	"pgregory.net/rapid"

	"github.com/cspay/cspay/policy"
)

// The law of a schema: what the reader accepts, the schema accepts. It is
// looked for in real documents that are changed at random.

// oddities are values that mean something else, or nothing, in the wrong place.
func oddities() []*tree {
	var list []*tree
	for _, text := range []string{
		"", "~", "0", "1", "-1", "15", "0.5", "1.000001", "3.00", "50%", "150%", "-2%", "2026", "21.75", "1e5", "1e30", "010",
		"true", "false", "yes", "NaN", "abc", "客服", "2026-01-31", "2026-02-30", "2026-01", "cspay/v1", "CNY",
		"999999999999999999", "1000000000000000000", "0.123456789012345678", "1.123456789012345678",
		"count", "money", "regular", "higher", "score", "zero", "error", "half_up",
	} {
		list = append(list, scalar(text), quoted(text))
	}
	for _, text := range []string{" x", "x ", "　x", "a b", strings.Repeat("长", 64), strings.Repeat("长", 65), strings.Repeat("长", 200)} {
		list = append(list, quoted(text))
	}
	return append(list, &tree{kind: yaml.MappingNode}, &tree{kind: yaml.SequenceNode})
}

// corpus is what changes are made of.
type corpus struct {
	documents []*tree
	odd       []*tree
	// by is everything that stands under a key anywhere.
	by   map[string][]*tree
	keys []string
}

func newCorpus(documents []*tree) *corpus {
	c := &corpus{documents: documents, odd: oddities(), by: map[string][]*tree{}}
	for _, d := range documents {
		d.spots(func(key string, s spot) {
			if c.by[key] == nil {
				c.keys = append(c.keys, key)
			}
			c.by[key] = append(c.by[key], s.get())
		})
	}
	return c
}

// change makes one change at a random place.
func (c *corpus) change(t *rapid.T, doc *tree) {
	var spots []spot
	var names []string
	doc.spots(func(key string, s spot) { names, spots = append(names, key), append(spots, s) })
	if len(spots) == 0 {
		return
	}
	i := rapid.IntRange(0, len(spots)-1).Draw(t, "place")
	s, n := spots[i], spots[i].get()
	switch rapid.SampledFrom([]string{
		"odd", "like another", "respell", "respell", "drop", "rename", "add", "add", "wrap", "unwrap", "name bare list", "double",
	}).Draw(t, "change") {
	case "odd":
		s.set(rapid.SampledFrom(c.odd).Draw(t, "value").clone())
	case "like another":
		if others := c.by[names[i]]; len(others) > 0 {
			s.set(rapid.SampledFrom(others).Draw(t, "value").clone())
		}
	case "respell":
		s.set(respell(n, rapid.IntRange(0, 4).Draw(t, "spelling")))
	case "drop":
		s.in.items = append(s.in.items[:s.at:s.at], s.in.items[s.at+1:]...)
		if s.in.kind == yaml.MappingNode {
			s.in.keys = append(s.in.keys[:s.at:s.at], s.in.keys[s.at+1:]...)
		}
	case "rename":
		if s.in.kind == yaml.MappingNode {
			s.in.keys[s.at] = rapid.SampledFrom(c.keys).Draw(t, "key")
		}
	case "add":
		if s.in.kind == yaml.MappingNode {
			key := rapid.SampledFrom(c.keys).Draw(t, "key")
			s.in.keys = append(s.in.keys, key)
			s.in.items = append(s.in.items, rapid.SampledFrom(c.by[key]).Draw(t, "value").clone())
		}
	case "wrap":
		s.set(&tree{kind: yaml.SequenceNode, items: []*tree{n}})
	case "unwrap":
		if len(n.items) > 0 {
			s.set(n.items[0])
		}
	case "name bare list":
		if n.kind == yaml.SequenceNode {
			key := rapid.SampledFrom([]string{"indicators", "items"}).Draw(t, "key")
			s.set(&tree{kind: yaml.MappingNode, keys: []string{key}, items: []*tree{n}})
		}
	case "double":
		if s.in.kind == yaml.SequenceNode {
			s.in.items = append(s.in.items, n.clone())
		}
	}
}

// respell writes a scalar in another way that may mean the same.
func respell(n *tree, how int) *tree {
	if n.kind != yaml.ScalarNode {
		return n
	}
	switch how {
	case 0:
		return &tree{kind: n.kind, text: n.text, quoted: !n.quoted}
	case 1:
		return &tree{kind: n.kind, text: n.text + ".00", quoted: n.quoted}
	case 2:
		return &tree{kind: n.kind, text: n.text + "%", quoted: n.quoted}
	case 3:
		return &tree{kind: n.kind, text: "-" + n.text, quoted: n.quoted}
	default:
		return &tree{kind: n.kind, text: strings.TrimSuffix(n.text, "%"), quoted: n.quoted}
	}
}

// law holds documents that are changed to the law, and returns how many of
// them the reader accepted and how many it refused.
func (c *corpus) law(t *testing.T, reader, schema func(text string) error) (accepted, refused int) {
	t.Helper()
	rapid.Check(t, func(t *rapid.T) {
		for range 10 {
			doc := rapid.SampledFrom(c.documents).Draw(t, "document").clone()
			for range rapid.IntRange(1, 3).Draw(t, "changes") {
				c.change(t, doc)
			}
			text := doc.yaml()
			if rapid.Bool().Draw(t, "as JSON") {
				text = doc.json()
			}
			if reader(text) != nil {
				refused++
				continue
			}
			accepted++
			if err := schema(text); err != nil {
				t.Fatalf("the reader accepts it, the schema does not: %v\n%s", err, text)
			}
		}
	})
	return accepted, refused
}

// documents gathers policies: the samples, the examples of problems, and the
// snippet of each kind in docs/format.md within a small policy.
func documents(t *testing.T) []*tree {
	t.Helper()
	list := []*tree{parse(t, sound)}
	for _, shop := range shops(t) {
		if text := read(t, shop+"/policy.yaml"); load(text) == nil {
			list = append(list, parse(t, text))
		}
	}
	for _, e := range examples(t, "policy.yaml") {
		var doc yaml.Node
		if yaml.Unmarshal([]byte(e.text), &doc) == nil && doc.Kind == yaml.DocumentNode && !strings.Contains(e.text, "&") {
			list = append(list, parse(t, e.text))
		}
	}
	kinds := regexp.MustCompile("(?s)\n#### `([a-z_]+)`\n.*?```yaml\n(.*?)\n```").FindAllStringSubmatch(read(t, "docs/format.md"), -1)
	require.Greater(t, len(kinds), 10)
	compiled := 0
	for _, kind := range kinds {
		for _, text := range []string{
			bench + "scheme:\n  - {id: it, points: 100, " + kind[2] + "}\n",
			bench + "scheme:\n  - {id: exam, points: 100, direct: {metric: exam}}\n  - {id: it, " + kind[2] + "}\n",
			bench + "pay:\n  - {id: it, " + kind[2] + "}\n",
		} {
			if load(text) == nil {
				compiled++
				list = append(list, parse(t, text))
			}
		}
	}
	require.Greater(t, compiled, 8)
	return list
}

// bench declares what the snippets of the kinds name.
const bench = head + `metrics:
  bad_reviews: {unit: count, better: lower, from: {event: bad_review}}
  complaints: {unit: count, better: lower, from: {event: complaint}}
  praises: {unit: count, better: higher, from: {event: praise}}
  response: {unit: seconds, better: lower}
  exam: {unit: points, better: higher}
  completion: {unit: ratio, better: higher}
  sales: {unit: money, better: higher}
  returns: {unit: money, better: lower}
  base_wage: {unit: money}
accounts:
  - {id: fund, opening: 100, unit: money, charges: {minor_error: 5}}
rankings:
  - {id: by_sales, by: sales}
`

func TestTheSchemaAcceptsEachPolicyThatTheReaderAccepts(t *testing.T) {
	s := schemas(t)
	c := newCorpus(documents(t))
	accepted, refused := c.law(t, load, func(text string) error { return s.Policy([]byte(text)) })
	t.Log(accepted, "accepted,", refused, "refused")
	assert.Greater(t, accepted, 50)
	assert.Greater(t, refused, 50)
}

func TestTheSchemaAcceptsEachMonthThatTheReaderAccepts(t *testing.T) {
	s := schemas(t)
	list := []*tree{parse(t, soundMonth), parse(t, richMonth)}
	for _, name := range []string{"internal/formatdoc/small/facts.yaml", "examples/cspay/testdata/shop/facts.yaml"} {
		text, err := fs.ReadFile(repo(), name)
		require.NoError(t, err)
		list = append(list, parse(t, string(text)))
	}
	for _, e := range examples(t, "facts.yaml") {
		list = append(list, parse(t, e.text))
	}
	p, err := policy.Load(strings.NewReader(bench))
	require.NoError(t, err)
	reader := func(text string) error { return loadFacts(p, text) }
	require.NoError(t, reader(richMonth))
	accepted, refused := newCorpus(list).law(t, reader, func(text string) error { return s.Facts([]byte(text)) })
	t.Log(accepted, "accepted,", refused, "refused")
	assert.Greater(t, accepted, 50)
	assert.Greater(t, refused, 50)
}

// richMonth has every key of a month.
const richMonth = `month: 2026-01
agents:
  - id: A01
    name: 王敏
    role: pre_sales
    team: 一组
    shop: 旗舰店
    level: P2
    status: probation
    hired: 2025-12-01
    regular: 2026-02-28
    left: 2026-01-30
    memberships: [{from: 2026-01-10, role: after_sales, team: 二组, shop: 二店, level: P3, status: regular}]
    leave: [{from: 2026-01-11, until: 2026-01-12, kind: paid_leave}]
    values: {exam: 90, sales: "1000.50", completion: 0.8}
    days:
      - {date: 2026-01-02, attendance: worked, values: {response: 30}}
      - {date: 2026-01-03, attendance: rest}
events:
  - {id: E1, agent: A01, kind: bad_review, date: 2026-01-05, status: reported, reporter: 主管, silent: [A01], note: 漏发}
ballots:
  - {topic: teamwork, agent: A01, voter: 主管, role: supervisor, score: 4.5}
  - {topic: fault, event: E1, voter: qa, score: 1}
exclusions:
  - {event: E1, reason: 平台异常}
  - {agent: A01, date: 2026-01-02, subtract: {response: 1}, reason: 系统故障}
`
