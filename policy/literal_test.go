package policy

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/scoring"
	"github.com/cspay/cspay/scoring/facts"
)

// TestALiteralSaysWhatADocumentCould holds literals to the limits of a reader:
// every policy there is can be written and read again.
func TestALiteralSaysWhatADocumentCould(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*Document)
		code   facts.Code
		path   string
	}{
		"an id of 65 bytes":           {func(d *Document) { d.ID = strings.Repeat("a", 65) }, facts.CodeShape, "id"},
		"an id with a space after it": {func(d *Document) { d.Pay.Items[0].ID = "base " }, facts.CodeIDSpace, "pay.items[0].id"},
		"an id that is not in NFC":    {func(d *Document) { d.ID = "cafe\u0301" }, facts.CodeEncoding, "id"},
		"a metric that is not in NFC": {
			func(d *Document) { d.Metrics["cafe\u0301"] = d.Metrics["exam"] }, facts.CodeEncoding, "metrics.cafe\u0301",
		},
		"an id that is not UTF-8":  {func(d *Document) { d.ID = "\xff" }, facts.CodeEncoding, "id"},
		"a name that is not UTF-8": {func(d *Document) { d.Name = facts.Text{ZH: "\xff", EN: "a"} }, facts.CodeEncoding, "name.zh"},
		"a name of 129 characters": {func(d *Document) { d.Name = facts.Text{ZH: strings.Repeat("名", 129)} }, facts.CodeShape, "name.zh"},
		"one name of 129 characters": {
			func(d *Document) { d.Name = facts.Text{ZH: strings.Repeat("名", 129), EN: strings.Repeat("名", 129)} }, facts.CodeShape, "name.en",
		},
		"an unknown word": {
			func(d *Document) {
				d.Scheme.Indicators[1].Rule = scoring.ZeroOver{Metric: "bad_reviews", Over: dec("3"), Within: "most"}
			}, facts.CodeWordUnknown, "scheme.indicators[1].zero_over.within",
		},
		"an unknown status of an event": {
			func(d *Document) {
				m := d.Metrics["bad_reviews"]
				m.From.Status = "maybe"
				d.Metrics["bad_reviews"] = m
			}, facts.CodeWordUnknown, "metrics.bad_reviews.from.status",
		},
	} {
		t.Run(name, func(t *testing.T) {
			doc := smallDocument()
			c.change(&doc)
			_, err := New(doc)
			require.ErrorIs(t, err, c.code)
			var list Problems
			require.ErrorAs(t, err, &list)
			assert.Equal(t, c.path, list[0].Path, err.Error())
		})
	}
}

func TestTextForPeopleIsKeptAsItIs(t *testing.T) {
	doc := smallDocument()
	doc.Name = facts.Text{ZH: " cafe\u0301\t", EN: strings.Repeat("名", 128)}
	p, err := New(doc)
	require.NoError(t, err)
	var b strings.Builder
	require.NoError(t, p.WriteYAML(&b))
	again, err := Load(strings.NewReader(b.String()))
	require.NoError(t, err)
	assert.Equal(t, doc.Name, again.Document().Name)
	assert.Equal(t, p.Digest(), again.Digest())
}
