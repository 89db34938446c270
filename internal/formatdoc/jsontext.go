package formatdoc

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// member is a key of a JSON object with its value; members keep their order,
// so that a file reads as its document does.
type member struct {
	name  string
	value any
}

type members []member

// with adds a key at the end.
func (m members) with(name string, value any) members {
	return append(m[:len(m):len(m)], member{name, value})
}

// list is a JSON list.
type list []any

func listOf(texts []string) list {
	l := make(list, len(texts))
	for i, text := range texts {
		l[i] = text
	}
	return l
}

const jsonWidth = 110

// jsonText writes members, lists, texts, numbers and booleans. What fits on a
// line stays on one.
func jsonText(v any) ([]byte, error) {
	w := jsonWriter{}
	w.value(v, "")
	w.b.WriteByte('\n')
	return w.b.Bytes(), w.err
}

type jsonWriter struct {
	b   bytes.Buffer
	err error
}

func (w *jsonWriter) value(v any, indent string) {
	column := w.b.Len() - 1 - bytes.LastIndexByte(w.b.Bytes(), '\n')
	if line := w.line(v); column+utf8.RuneCountInString(line) <= jsonWidth {
		w.b.WriteString(line)
		return
	}
	const step = "  "
	switch v := v.(type) {
	case members:
		w.b.WriteString("{\n")
		for i, m := range v {
			w.b.WriteString(indent + step + w.line(m.name) + ": ")
			w.value(m.value, indent+step)
			w.end(i, len(v))
		}
		w.b.WriteString(indent + "}")
	case list:
		w.b.WriteString("[\n")
		for i, item := range v {
			w.b.WriteString(indent + step)
			w.value(item, indent+step)
			w.end(i, len(v))
		}
		w.b.WriteString(indent + "]")
	default:
		w.b.WriteString(w.line(v))
	}
}

func (w *jsonWriter) end(i, n int) {
	if i < n-1 {
		w.b.WriteByte(',')
	}
	w.b.WriteByte('\n')
}

// line writes a value on one line.
func (w *jsonWriter) line(v any) string {
	var parts []string
	switch v := v.(type) {
	case members:
		for _, m := range v {
			parts = append(parts, w.line(m.name)+": "+w.line(m.value))
		}
		return "{" + strings.Join(parts, ", ") + "}"
	case list:
		for _, item := range v {
			parts = append(parts, w.line(item))
		}
		return "[" + strings.Join(parts, ", ") + "]"
	case string, int, int64, bool, json.Number:
		var b bytes.Buffer
		e := json.NewEncoder(&b)
		e.SetEscapeHTML(false)
		if err := e.Encode(v); err != nil {
			w.err = err
		}
		return visible(strings.TrimRight(b.String(), "\n"))
	default:
		w.err = fmt.Errorf("%T is not written as JSON", v)
		return ""
	}
}

// visible escapes white space that no eye tells from a blank.
func visible(text string) string {
	var b strings.Builder
	for _, r := range text {
		if r >= utf8.RuneSelf && unicode.IsSpace(r) {
			fmt.Fprintf(&b, `\u%04x`, r)
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}
