package policy

import (
	"bytes"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/cspay/cspay/scoring/facts"
)

// parseDocument makes a tree of a YAML or JSON text: JSON when the file name
// ends in .json. The tree is nil when the text can not be read at all;
// otherwise it is usable and the problems found so far go with it.
func parseDocument(file string, src []byte, lim limits) (*node, Problems) {
	r := newReport(file, lim.private)
	if len(src) > lim.bytes {
		r.only(fault{
			code: lim.size, want: "at most " + strconv.Itoa(lim.bytes>>20) + " MiB",
			got: strconv.Itoa(len(src)) + " bytes",
		})
		return nil, r.done()
	}
	text, bad := checkEncoding(src)
	if bad != nil {
		r.only(*bad)
		return nil, r.done()
	}
	var root *node
	if strings.HasSuffix(strings.ToLower(file), ".json") {
		root = parseJSON(string(text), lim, r)
	} else {
		root = parseYAML(text, lim, r)
	}
	if root != nil && root.kind != mapNode {
		r.only(fault{code: facts.CodeShape, at: root.at, want: "keys with values" + colonHint(root.text), got: root.String()})
		root = nil
	}
	return root, r.done()
}

// emptyDocument reports a text without any content.
func emptyDocument(r *report) {
	r.only(fault{code: facts.CodeEmpty, at: position{1, 1}, want: "keys with values, not an empty file"})
}

const utf8BOM = "\xEF\xBB\xBF"

// checkEncoding returns the text without a byte order mark, or the fault of a
// text that is not UTF-8.
func checkEncoding(src []byte) ([]byte, *fault) {
	src = bytes.TrimPrefix(src, []byte(utf8BOM))
	if isUTF16(src) {
		return nil, &fault{
			code: facts.CodeEncoding, at: position{1, 1},
			want: "UTF-8; this is UTF-16, save the file as UTF-8",
		}
	}
	if utf8.Valid(src) {
		return src, nil
	}
	at := 0
	for at < len(src) {
		r, size := utf8.DecodeRune(src[at:])
		if r == utf8.RuneError && size == 1 {
			break
		}
		at += size
	}
	return nil, &fault{code: facts.CodeEncoding, at: positionOf(src, at), want: encodingHint(src[at:])}
}

func isUTF16(src []byte) bool {
	if bytes.HasPrefix(src, []byte{0xFE, 0xFF}) || bytes.HasPrefix(src, []byte{0xFF, 0xFE}) {
		return true
	}
	// Without a mark: no text begins with a NUL among its first characters.
	return len(src) >= 2 && (src[0] == 0) != (src[1] == 0)
}

// encodingHint guesses at GBK, which Excel and Notepad in China still write.
func encodingHint(rest []byte) string {
	if len(rest) >= 2 && rest[0] >= 0x81 && rest[0] <= 0xFE && rest[1] >= 0x40 && rest[1] <= 0xFE {
		return "UTF-8; this looks like GBK, save the file as UTF-8 (in Excel: CSV UTF-8)"
	}
	return "UTF-8; save the file as UTF-8"
}

// positionOf counts lines and characters up to an offset.
func positionOf(src []byte, offset int) position {
	before := src[:offset]
	start := bytes.LastIndexByte(before, '\n') + 1
	return position{
		line:   bytes.Count(before, []byte("\n")) + 1,
		column: utf8.RuneCount(before[start:]) + 1,
	}
}

// colonHint explains a text in which a full-width colon stands where YAML
// wants the half-width one and a space.
func colonHint(text string) string {
	if !strings.Contains(text, "：") {
		return ""
	}
	return `; write the half-width ":" and a space, not "："`
}

// groupHint explains a key without a value that is the end of a number: YAML
// parts {target: 10,000} at the comma.
func groupHint(f field) string {
	if f.value.kind != nullNode || strings.Trim(f.key, "0123456789.") != "" {
		return ""
	}
	return "; a number has no grouping: 1000, not 1,000"
}
