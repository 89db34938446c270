package policy

import "github.com/cspay/cspay/scoring/facts"

// nodeKind says what a node of a document is.
type nodeKind uint8

const (
	nullNode nodeKind = iota
	scalarNode
	listNode
	mapNode
)

// node is one value of a document, from YAML or JSON alike. Scalars keep the
// text as it was written: what it means is decided by the field it is read
// into, so that 00123 or NO stays an id.
type node struct {
	kind nodeKind
	// quoted is set for a scalar that can only be text.
	quoted bool
	text   string
	at     position
	items  []*node
	fields []field
}

// field is a key of a map with its value.
type field struct {
	key   string
	at    position
	value *node
}

// place is where a problem of the value is best shown: at a scalar itself, and
// at the key of anything longer.
func (f field) place() position {
	if f.value.kind == scalarNode || f.value.kind == nullNode {
		return f.value.at
	}
	return f.at
}

// get returns the value of a key, or nil.
func (n *node) get(key string) *node {
	for _, f := range n.fields {
		if f.key == key {
			return f.value
		}
	}
	return nil
}

// String describes the node as the got of a problem.
func (n *node) String() string {
	switch n.kind {
	case scalarNode:
		return n.text
	case listNode:
		return "a list"
	case mapNode:
		return "a map"
	default:
		return "nothing"
	}
}

// limits bound what is read before anything is made of it.
type limits struct {
	// bytes is the longest text; size is the code when a text is too big.
	bytes int
	size  facts.Code
	// depth is how deep lists and maps may nest.
	depth int
	// nodes is how many nodes there may be once aliases are resolved.
	nodes int
	// clauses is how many maps may stand in lists; 0 is no limit.
	clauses int
	// private is set for facts, whose values no message prints.
	private bool
}

const (
	maxPolicyBytes = 1 << 20
	maxFactsBytes  = 32 << 20
	maxCSVBytes    = 256 << 20
	maxDepth       = 64
	maxPolicyNodes = 200_000
	maxFactsNodes  = 4_000_000
	// A history holds many months of results: its limits are those of a year
	// of a hundred thousand agents.
	maxHistoryBytes = 256 << 20
	maxHistoryNodes = 32_000_000
	maxClauses      = 10_000
)

func policyLimits() limits {
	return limits{
		bytes: maxPolicyBytes, size: facts.CodePolicySize, depth: maxDepth,
		nodes: maxPolicyNodes, clauses: maxClauses,
	}
}

func factsLimits() limits {
	return limits{
		bytes: maxFactsBytes, size: facts.CodeFactsSize, depth: maxDepth,
		nodes: maxFactsNodes, private: true,
	}
}

func historyLimits() limits {
	return limits{
		bytes: maxHistoryBytes, size: facts.CodeFactsSize, depth: maxDepth,
		nodes: maxHistoryNodes, private: true,
	}
}

// budget counts what a tree has used of its limits.
type budget struct {
	limits
	usedNodes, usedClauses int
}

// clause counts a map in a list and reports whether there may be that many.
func (b *budget) clause() bool {
	b.usedClauses++
	return b.clauses == 0 || b.usedClauses <= b.clauses
}

// keySet finds a key that is written twice, with the place of the first. Small
// maps, nearly all, are searched without allocating.
type keySet struct {
	index map[string]int
}

const fewKeys = 16

func (s *keySet) find(fields []field, key string) (position, bool) {
	if len(fields) <= fewKeys {
		for _, f := range fields {
			if f.key == key {
				return f.at, true
			}
		}
		return position{}, false
	}
	if s.index == nil {
		s.index = make(map[string]int, 2*len(fields))
	}
	for i := len(s.index); i < len(fields); i++ {
		s.index[fields[i].key] = i
	}
	i, ok := s.index[key]
	if !ok {
		return position{}, false
	}
	return fields[i].at, true
}
