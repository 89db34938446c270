package policy

import (
	"bytes"
	"errors"
	"io"
	"strconv"

	"github.com/cspay/cspay/scoring/facts"
	"go.yaml.in/yaml/v4"
)

// parseYAML composes the one document of a YAML text. YAML is used for its
// nodes and positions alone; what they mean is decided by our own reader.
func parseYAML(src []byte, lim limits, r *report) (root *node) {
	defer func() {
		// A text can not be allowed to stop the host, whatever the library
		// makes of it.
		if v := recover(); v != nil {
			r.only(fault{code: facts.CodeSyntax, at: position{1, 1}, want: "YAML that can be read"})
			root = nil
		}
	}()
	if bad := checkYAMLText(src, lim); bad != nil {
		r.only(*bad)
		return nil
	}
	guard := &depthGuard{max: lim.depth}
	loader, err := yaml.NewLoader(bytes.NewReader(src), yaml.WithPlugin(guard))
	if err != nil {
		r.only(fault{code: facts.CodeSyntax, at: position{1, 1}, want: "YAML that can be read"})
		return nil
	}
	var doc, second yaml.Node
	err = loader.Load(&doc)
	if errors.Is(err, io.EOF) {
		emptyDocument(r)
		return nil
	}
	if err == nil {
		err = loader.Load(&second)
	}
	if err != nil && !errors.Is(err, io.EOF) {
		r.only(yamlFault(err, src, guard))
		return nil
	}
	if err == nil {
		r.add(fault{
			code: facts.CodeFeature, at: position{second.Line, second.Column},
			want: "one document; a second one begins here", got: "---",
		})
	}
	c := composer{report: r, budget: budget{limits: lim}, open: map[*yaml.Node]bool{}}
	root = c.value(doc.Content[0], 0)
	if c.stopped {
		return nil
	}
	if root.kind == nullNode && root.text == "" {
		emptyDocument(r)
		return nil
	}
	return root
}

// depthGuard stops the scanner before nesting becomes deep, and leaves aliases
// to the composer, which counts what they expand to.
type depthGuard struct {
	max int
	hit bool
}

// CheckDepth implements yaml.LoaderLimitsPlugin.
func (g *depthGuard) CheckDepth(depth int, _ *yaml.DepthContext) error {
	if depth <= g.max {
		return nil
	}
	g.hit = true
	return facts.CodePolicyDepth
}

// CheckAlias implements yaml.LoaderLimitsPlugin.
func (*depthGuard) CheckAlias(int, int) error { return nil }

// yamlFault turns the library's error into one of ours.
func yamlFault(err error, src []byte, guard *depthGuard) fault {
	var load *yaml.LoadError
	if !errors.As(err, &load) {
		return fault{code: facts.CodeSyntax, at: position{1, 1}, want: "YAML that can be read"}
	}
	at := position{load.Mark.Line, load.Mark.Column}
	if at.line == 0 {
		at = position{load.ContextMark.Line, load.ContextMark.Column}
	}
	if guard.hit {
		return depthFault(at, "", guard.max)
	}
	if at.line == 0 {
		at = position{1, 1}
	}
	want := "YAML: " + load.Message
	// The slip often stands on the line before the one that stops making sense.
	if slip, hint := syntaxHint(src, at.line-2, at.line); hint != "" {
		want, at = "YAML"+hint, slip
	}
	return fault{code: facts.CodeSyntax, at: at, want: want}
}

// composer copies the library's nodes into ours. It resolves small aliases and
// refuses the rest of what makes YAML hard to read twice the same way.
type composer struct {
	report *report
	budget budget
	path   trail
	// open are the nodes being expanded, to find cycles; aliased counts how
	// many of them were reached through an alias, whose faults are reported
	// once, where they stand.
	open    map[*yaml.Node]bool
	aliased int
	stopped bool
}

func (c *composer) fail(code facts.Code, n *yaml.Node, want, got string) {
	if c.aliased == 0 {
		c.report.add(fault{code: code, at: place(n), path: c.path.String(), want: want, got: got})
	}
}

// stop reports what makes the tree unusable; nothing is read after it.
func (c *composer) stop(f fault) {
	if !c.stopped {
		c.stopped = true
		c.report.only(f)
	}
}

func place(n *yaml.Node) position { return position{n.Line, n.Column} }

func (c *composer) value(n *yaml.Node, depth int) *node {
	out := &node{at: place(n)}
	c.budget.usedNodes++
	if c.stopped {
		return out
	}
	if c.budget.usedNodes > c.budget.nodes {
		c.overBudget(n)
		return out
	}
	if n.Kind == yaml.AliasNode {
		return c.alias(n, depth)
	}
	if n.Style&yaml.TaggedStyle != 0 || n.Tag == "!" {
		c.fail(facts.CodeFeature, n, "a value without a tag; quote it if it is text", n.Tag)
	}
	if n.Kind == yaml.ScalarNode {
		return c.scalar(n, out)
	}
	if depth >= c.budget.depth {
		c.stop(depthFault(out.at, c.path.String(), c.budget.depth))
		return out
	}
	c.open[n] = true
	defer delete(c.open, n)
	if n.Kind == yaml.SequenceNode {
		c.list(n, out, depth)
	} else {
		c.mapping(n, out, depth)
	}
	return out
}

func (c *composer) overBudget(n *yaml.Node) {
	f := fault{
		code: c.budget.size, at: place(n), path: c.path.String(),
		want: "at most " + strconv.Itoa(c.budget.nodes) + " values", got: "more than that",
	}
	if c.aliased > 0 {
		f.code = facts.CodeAlias
		f.want += " once aliases are resolved"
	}
	c.stop(f)
}

func (c *composer) alias(n *yaml.Node, depth int) *node {
	if c.open[n.Alias] {
		c.stop(fault{
			code: facts.CodeAlias, at: place(n), path: c.path.String(),
			want: "an alias of something else, not of what it stands in", got: "*" + n.Value,
		})
		return &node{at: place(n)}
	}
	c.aliased++
	defer func() { c.aliased-- }()
	return c.value(n.Alias, depth)
}

func (c *composer) scalar(n *yaml.Node, out *node) *node {
	const quotes = yaml.SingleQuotedStyle | yaml.DoubleQuotedStyle | yaml.LiteralStyle | yaml.FoldedStyle
	out.quoted = n.Style&quotes != 0
	out.text = n.Value
	out.kind = scalarNode
	if !out.quoted && isNull(n.Value) {
		out.kind = nullNode
	}
	return out
}

func (c *composer) list(n *yaml.Node, out *node, depth int) {
	out.kind = listNode
	out.items = make([]*node, 0, len(n.Content))
	for i, child := range n.Content {
		c.path = c.path.at(i)
		item := c.value(child, depth+1)
		if item.kind == mapNode && !c.budget.clause() {
			c.stop(clauseFault(item.at, c.path.String(), c.budget.limits))
		}
		c.path = c.path[:len(c.path)-1]
		out.items = append(out.items, item)
	}
}

func (c *composer) mapping(n *yaml.Node, out *node, depth int) {
	out.kind = mapNode
	out.fields = make([]field, 0, len(n.Content)/2)
	var keys keySet
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, ok := c.mapKey(n.Content[i])
		if !ok {
			continue
		}
		f := field{key: key, at: place(n.Content[i])}
		c.path = c.path.key(key)
		if first, twice := keys.find(out.fields, key); twice {
			c.fail(facts.CodeNameDuplicate, n.Content[i], duplicateWant(first, f.at), key)
		} else {
			f.value = c.value(n.Content[i+1], depth+1)
			out.fields = append(out.fields, f)
		}
		c.path = c.path[:len(c.path)-1]
	}
}

// mapKey returns the text of a key, or reports one that is no plain text.
func (c *composer) mapKey(k *yaml.Node) (string, bool) {
	quoted := k.Style&(yaml.SingleQuotedStyle|yaml.DoubleQuotedStyle) != 0
	switch {
	case k.Kind != yaml.ScalarNode:
		c.fail(facts.CodeFeature, k, "a key that is plain text", "a list, a map or an alias")
	case k.Style&yaml.TaggedStyle != 0 || k.Tag == "!":
		c.fail(facts.CodeFeature, k, "a key without a tag", k.Tag)
	case k.Value == "<<" && !quoted:
		c.fail(facts.CodeFeature, k, "the keys written out; merge keys are not read", "<<")
	case !quoted && isNull(k.Value):
		c.fail(facts.CodeFeature, k, "a key before the colon", k.Value)
	default:
		return normal(k.Value), true
	}
	return "", false
}
