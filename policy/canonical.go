package policy

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
	"unicode"
)

// digestOf returns the digest of a document by its canonical tree: sha256 over
// its JSON. A document and the literal that says the same have one digest.
func digestOf(root *node) string {
	sum := sha256.Sum256(canonicalJSON(root))
	return "sha256:" + hex.EncodeToString(sum[:])
}

// canonicalJSON writes a canonical tree as JSON, in one line and with nothing
// to choose: the bytes are what digests are made of.
func canonicalJSON(n *node) []byte {
	var b bytes.Buffer
	writeJSON(&b, n)
	return b.Bytes()
}

func writeJSON(b *bytes.Buffer, n *node) {
	switch n.kind {
	case mapNode:
		b.WriteByte('{')
		for i, f := range n.fields {
			if i > 0 {
				b.WriteByte(',')
			}
			writeQuoted(b, f.key)
			b.WriteByte(':')
			writeJSON(b, f.value)
		}
		b.WriteByte('}')
	case listNode:
		b.WriteByte('[')
		for i, item := range n.items {
			if i > 0 {
				b.WriteByte(',')
			}
			writeJSON(b, item)
		}
		b.WriteByte(']')
	case scalarNode:
		if n.quoted {
			writeQuoted(b, n.text)
		} else {
			b.WriteString(n.text)
		}
	default:
		b.WriteString("null")
	}
}

// writeQuoted writes a text in double quotes with escapes that JSON and YAML
// both read. What YAML does not take as it is, or would fold into a space, is
// escaped; everything else stays readable.
func writeQuoted(b *bytes.Buffer, text string) {
	b.WriteByte('"')
	for _, r := range text {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\t':
			b.WriteString(`\t`)
		case r < ' ' || r >= 0x7F && r <= 0x9F || isLineOrMark(r):
			fmt.Fprintf(b, `\u%04x`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
}

// isLineOrMark reports the characters above ASCII that a YAML reader takes for
// line breaks, or refuses.
func isLineOrMark(r rune) bool {
	switch r {
	case '\u2028', '\u2029', '\uFEFF', '\uFFFE', '\uFFFF':
		return true
	default:
		return false
	}
}

// canonicalYAML writes a canonical tree as YAML in block style. Reading it
// gives the same tree.
func canonicalYAML(n *node) []byte {
	var b bytes.Buffer
	if len(n.fields) == 0 && len(n.items) == 0 {
		writeInline(&b, n)
		b.WriteByte('\n')
		return b.Bytes()
	}
	writeBlock(&b, n, 0)
	return b.Bytes()
}

const indent = "  "

// writeBlock writes a list or map that is not empty, its first line at the
// place where the writer already is.
func writeBlock(b *bytes.Buffer, n *node, depth int) {
	margin := strings.Repeat(indent, depth)
	for i, item := range n.items {
		if i > 0 {
			b.WriteString(margin)
		}
		b.WriteString("- ")
		if isBlock(item) {
			writeBlock(b, item, depth+1)
		} else {
			writeInline(b, item)
			b.WriteByte('\n')
		}
	}
	for i, f := range n.fields {
		if i > 0 {
			b.WriteString(margin)
		}
		writeText(b, f.key)
		b.WriteByte(':')
		if isBlock(f.value) {
			b.WriteString("\n" + margin + indent)
			writeBlock(b, f.value, depth+1)
		} else {
			b.WriteByte(' ')
			writeInline(b, f.value)
			b.WriteByte('\n')
		}
	}
}

func isBlock(n *node) bool { return len(n.items) > 0 || len(n.fields) > 0 }

// writeInline writes a scalar or an empty list or map.
func writeInline(b *bytes.Buffer, n *node) {
	switch {
	case n.kind == mapNode:
		b.WriteString("{}")
	case n.kind == listNode:
		b.WriteString("[]")
	case n.kind == scalarNode && n.quoted:
		writeText(b, n.text)
	default:
		writeJSON(b, n)
	}
}

// writeText writes a text plain where no reader of YAML, old or new, could
// take it for anything else, and in quotes otherwise.
func writeText(b *bytes.Buffer, text string) {
	if isPlain(text) {
		b.WriteString(text)
		return
	}
	writeQuoted(b, text)
}

func isPlain(text string) bool {
	if isPlainNumber(text) {
		return true
	}
	for i, r := range text {
		inner := i > 0 && (r == '_' || r == '-' || r == '/' || unicode.IsDigit(r))
		if !unicode.IsLetter(r) && !inner {
			return false
		}
	}
	switch strings.ToLower(text) {
	case "", "true", "false", "yes", "no", "on", "off", "y", "n", "null", "nan", "inf":
		return false
	default:
		return !strings.HasSuffix(text, "-")
	}
}

// isPlainNumber reports rates and dates, which are text to a document and are
// read as they are written.
func isPlainNumber(text string) bool {
	if body, rate := strings.CutSuffix(text, "%"); rate {
		_, _, _, ok := cutNumber(body)
		return ok
	}
	return len(text) == len("2026-01-31") && text[4] == '-' && text[7] == '-' &&
		allDigits(text[:4]) && allDigits(text[5:7]) && allDigits(text[8:])
}
