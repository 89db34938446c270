package policy

import (
	"strconv"
	"strings"
	"unicode/utf16"
)

// text takes a JSON string and returns what it stands for.
func (p *jsonParser) text() string {
	p.off++
	start := p.off
	for p.off < len(p.src) {
		switch c := p.src[p.off]; {
		case c == '"':
			p.off++
			return p.src[start : p.off-1]
		case c == '\\':
			return p.escaped(start)
		case c < ' ':
			p.syntax("no control character in a text; write it as \\n or \\u000a")
			return ""
		default:
			p.off++
		}
	}
	p.syntax("a double quote at the end of the text")
	return ""
}

// escaped goes on with a string that holds at least one escape.
func (p *jsonParser) escaped(start int) string {
	var b strings.Builder
	b.WriteString(p.src[start:p.off])
	for p.off < len(p.src) {
		switch c := p.src[p.off]; {
		case c == '"':
			p.off++
			return b.String()
		case c == '\\':
			r, ok := p.escape()
			if !ok {
				return ""
			}
			b.WriteRune(r)
		case c < ' ':
			p.syntax("no control character in a text; write it as \\n or \\u000a")
			return ""
		default:
			b.WriteByte(c)
			p.off++
		}
	}
	p.syntax("a double quote at the end of the text")
	return ""
}

const (
	escapes  = `"\/bfnrt`
	escapees = "\"\\/\b\f\n\r\t"
)

func (p *jsonParser) escape() (rune, bool) {
	p.off++
	if p.next('u') {
		return p.unicode()
	}
	if p.off < len(p.src) {
		if i := strings.IndexByte(escapes, p.src[p.off]); i >= 0 {
			p.off++
			return rune(escapees[i]), true
		}
	}
	p.syntax(`one of "\/bfnrtu after a backslash`)
	return 0, false
}

// unicode takes the digits of \uXXXX, and a second escape where the first is
// one half of a surrogate pair. A half alone is no character: taking it would
// turn a name into another one without a word.
func (p *jsonParser) unicode() (rune, bool) {
	start := p.off
	r, ok := p.hex()
	if !ok || !utf16.IsSurrogate(r) {
		return r, ok
	}
	if strings.HasPrefix(p.src[p.off:], `\u`) {
		p.off += len(`\u`)
		low, ok := p.hex()
		if !ok {
			return 0, false
		}
		const replacement = '\uFFFD'
		if pair := utf16.DecodeRune(r, low); pair != replacement {
			return pair, true
		}
	}
	p.off = start
	p.syntax("both halves of a surrogate pair")
	return 0, false
}

func (p *jsonParser) hex() (rune, bool) {
	const digits, base, bits = 4, 16, 16
	if p.off+digits <= len(p.src) {
		// ParseUint takes no sign, and no underscore in an explicit base.
		if v, err := strconv.ParseUint(p.src[p.off:p.off+digits], base, bits); err == nil {
			p.off += digits
			return rune(v), true
		}
	}
	p.syntax("four hexadecimal digits after \\u")
	return 0, false
}
