package formatdoc

import (
	"fmt"
	"go/doc/comment"
	"maps"
	"reflect"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// described is a doc comment in its parts.
type described struct {
	what    []string // the paragraphs before the snippet
	snippet string   // "" when there is none
	worked  []string // the paragraphs after it
}

// describe parts the doc comment of a type. Go names become keys; the type's
// own name becomes self.
func (m *manual) describe(t reflect.Type, self string) (described, error) {
	var d described
	docs, err := m.src.of(t)
	if err != nil {
		return d, err
	}
	text := docs.types[t.Name()]
	if text == "" {
		return d, fmt.Errorf("%s has no doc comment", t)
	}
	names := map[string]string{}
	for _, table := range kindTables() {
		kinds, err := kindsOf(table)
		if err != nil {
			return d, err
		}
		for _, k := range kinds {
			names[reflect.TypeOf(k).Name()] = code(k.Kind())
		}
	}
	maps.Copy(names, m.names(t))
	names[t.Name()] = self
	parsed := new(comment.Parser).Parse(text)
	for _, block := range parsed.Content {
		if code, ok := block.(*comment.Code); ok {
			d.snippet += code.Text
			continue
		}
		one := &comment.Doc{Content: []comment.Block{block}, Links: parsed.Links}
		printer := comment.Printer{TextWidth: -1}
		paragraph := capital(rename(unbroken(strings.TrimSpace(string(printer.Text(one)))), names))
		if d.snippet == "" {
			d.what = append(d.what, paragraph)
		} else {
			d.worked = append(d.worked, paragraph)
		}
	}
	return d, nil
}

// names maps the Go names that comments of a struct use to what a document
// calls them: its fields and the constants of their words.
func (m *manual) names(t reflect.Type) map[string]string {
	names := map[string]string{}
	if t.Kind() != reflect.Struct {
		return names
	}
	for i := range t.NumField() {
		f := t.Field(i)
		typ := element(f.Type)
		if wordsOf(typ) != nil {
			if docs, err := m.src.of(typ); err == nil {
				for _, w := range docs.words[typ.Name()] {
					names[w.name] = code(w.word)
				}
			}
		}
	}
	// Keys after words: a field is named more often than a constant.
	for _, k := range objectOf(t).fields {
		if k.owner == t {
			names[k.field] = code(k.name)
		}
	}
	return names
}

// rename replaces Go names by a document's. A name with something behind a dot,
// as in ID.left, is the name of a figure already.
func rename(text string, names map[string]string) string {
	var b strings.Builder
	at := 0
	for _, span := range regexp.MustCompile(`[A-Z][A-Za-z0-9]*(\.[a-z]+)?`).FindAllStringIndex(text, -1) {
		name := text[span[0]:span[1]]
		b.WriteString(text[at:span[0]])
		at = span[1]
		if to, ok := names[name]; ok {
			name = to
		} else if strings.Contains(name, ".") {
			name = code(name)
		}
		b.WriteString(name)
	}
	b.WriteString(text[at:])
	return b.String()
}

// unbroken joins Chinese text that a line break of the source had parted, and
// leaves out what a comment says about Go's zero value.
func unbroken(text string) string {
	text = regexp.MustCompile(`(\p{Han}) (\p{Han})`).ReplaceAllString(text, "$1$2")
	text = regexp.MustCompile(` ?The zero [^.]*\.`).ReplaceAllString(text, "")
	return regexp.MustCompile(`; the zero value means `).ReplaceAllString(text, "; left out, ")
}

// meaning is what the table says about a key: the comment of its field, or
// what such a key means everywhere.
func (m *manual) meaning(k key) (string, error) {
	docs, err := m.src.of(k.owner)
	if err != nil {
		return "", err
	}
	if text := special(k.owner.Name() + "." + k.name); text != "" {
		return text, nil
	}
	text := strings.Join(strings.Fields(docs.fields[k.owner.Name()][k.field]), " ")
	if text == "" {
		if text = everywhere(k.name); text == "" {
			return "", fmt.Errorf("%s.%s has no comment and %s no common meaning", k.owner, k.field, k.name)
		}
		return text, nil
	}
	return sentence(rename(lead(k.field, text), m.names(k.owner))), nil
}

// lead takes "Name" or "Name is" off the front of a comment.
func lead(name, text string) string {
	rest, ok := strings.CutPrefix(text, name+" ")
	if !ok || strings.HasPrefix(rest, "and ") || strings.HasPrefix(rest, "or ") {
		return text
	}
	return strings.TrimPrefix(strings.TrimPrefix(rest, "is "), "are ")
}

// sentence begins with a capital and ends with a full stop.
func sentence(text string) string {
	text = capital(text)
	if !strings.HasSuffix(text, ".") {
		text += "."
	}
	return text
}

func capital(text string) string {
	if text == "" {
		return ""
	}
	r, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(r)) + text[size:]
}

func code(text string) string { return "`" + text + "`" }

// wrap breaks a paragraph into lines that a terminal shows.
func wrap(text string) string {
	const width = 88
	var b strings.Builder
	column := 0
	for _, w := range strings.Fields(text) {
		n := utf8.RuneCountInString(w)
		switch {
		case column == 0:
		case column+1+n > width && !isMarker(w):
			b.WriteByte('\n')
			column = 0
		default:
			b.WriteByte(' ')
			column++
		}
		b.WriteString(w)
		column += n
	}
	b.WriteByte('\n')
	return b.String()
}

// isMarker reports a word that would make a list or a heading of the line it
// begins.
func isMarker(w string) bool {
	return strings.Trim(w, "-+*#>") == "" || strings.Trim(w, "0123456789") == "." || strings.Trim(w, "0123456789") == ")"
}

// special is the meaning of keys of whose fields the comment speaks to
// programmers, or of several at once.
func special(name string) string {
	return map[string]string{
		"Effective.from":  "The first day; open when left out.",
		"Effective.until": "The last day, inclusive; open when left out.",
		"Ballot.role":     "The voter's role.",
		"From.status":     "The status of the events that count; upheld when left out.",
		"BasePay.metric":  "A money metric that holds each agent's wage, instead of `amount`.",
		"Clause.role":     "Holds when the agent's role is one of these.",
		"Clause.team":     "Holds when the agent's team is one of these.",
		"Clause.shop":     "Holds when the agent's shop is one of these.",
		"Clause.level":    "Holds when the agent's level is one of these.",
		"Clause.status":   "Holds when the agent's employment status is one of these.",
		"Scheme.least":    "The score is never below this; no bound when left out.",
		"Scheme.most":     "The score is never above this; no bound when left out.",
		"Exclusion.date":  "With `agent`: the daily row that does not count or, with `subtract`, that the amounts come off.",
	}[name]
}

// everywhere is the meaning of keys that mean the same wherever they stand.
func everywhere(name string) string {
	return map[string]string{
		"id":         "The id: what other clauses, results and explanations name.",
		"name":       "What reports show instead of the id.",
		"metric":     "The metric, or the figure of an earlier stage, that is looked at.",
		"ranking":    "The id of the [ranking](#rankings) that is looked at.",
		"over":       "Holds above this number; the number itself is excluded.",
		"at_least":   "Holds from this number on; the number itself is included.",
		"under":      "Holds below this number; the number itself is excluded.",
		"at_most":    "Holds up to this number; the number itself is included.",
		"steps":      "The steps, tried in the order written; the first that holds is taken.",
		"when":       "Whom it is for; everybody when left out.",
		"currency":   "The ISO 4217 code of every amount; CNY is the one known.",
		"role":       "The agent's role, in the shop's own words.",
		"team":       "The agent's team.",
		"shop":       "The agent's shop.",
		"level":      "The agent's level on the ladder.",
		"status":     "The employment status.",
		"rate":       "The rate.",
		"agent":      "The id of an agent of the roster.",
		"event":      "The id of an event of the month.",
		"format":     "The format of the document: `cspay/v1`.",
		"better":     "Which way is better; needed where places or targets depend on it.",
		"unit":       "What the metric counts, and with it how many decimals it carries.",
		"from":       "The first day, inclusive.",
		"until":      "The last day, inclusive.",
		"lines":      "The mode of points lines and money lines; half_up when left out.",
		"losses":     "The mode of what a loss takes; down, in the agent's favour, when left out.",
		"metrics":    "The metrics by id.",
		"accounts":   "The accounts, in the order they are run.",
		"scheme":     "The score.",
		"rankings":   "The rankings.",
		"pay":        "The money lines.",
		"rounding":   "How lines are rounded; see [rounding](#rounding).",
		"month":      "The calendar month.",
		"agents":     "The roster: every agent of the month, in any order.",
		"events":     "What happened, in any order.",
		"ballots":    "The votes.",
		"exclusions": "What does not count, with the reason.",
		"leave":      "The agent's leave.",
		"date":       "The day.",
		"kind":       "The kind of event, by which metrics, charges and faults name it.",
		"topic":      "What the vote is on, by its id.",
		"voter":      "Who voted: an id or a name of the shop's own.",
		"weight":     "The daily metric that a mean is weighted by, and required with it.",
		"to":         "The metric that a ratio is divided by, and required with it.",
		"least":      "The lower bound; none when left out.",
		"most":       "The upper bound; none when left out.",
		"cap":        "The upper bound of the share; none when left out.",
		"by":         "The metric or figure that decides.",
		"zh":         "The name in Chinese; the English one where it is left out.",
		"en":         "The name in English; the Chinese one where it is left out.",
	}[name]
}
