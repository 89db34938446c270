package twin

import (
	"fmt"
	"math/big"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// perfect is an agent with one day of a hundred visitors and full marks.
func perfect(t *testing.T, id string) Agent {
	t.Helper()
	cells := map[string]*big.Rat{}
	for name, text := range map[string]string{
		"visitors": "100", "conversations": "110", "response": "25", "deals": "40", "returned": "2", "satisfied": "97", "ratings": "100",
	} {
		cells[name] = num(t, text)
	}
	return Agent{
		ID: id, Hired: "2024-01-01", Days: []Day{{Date: "2026-08-03", Values: cells}},
		Values: map[string]*big.Rat{"base_wage": num(t, "3100"), "performance_base": num(t, "2000")},
	}
}

// picks are random picks of A: "3 vague_answer" is one of the 3rd with that
// error, "c3" one that a complaint brought.
func picks(texts ...string) []Chat {
	var list []Chat
	for i, text := range texts {
		words := strings.Fields(text)
		day, complaint := strings.CutPrefix(words[0], "c")
		c := Chat{ID: fmt.Sprintf("Q%02d", i), Agent: "A", Date: "2026-08-" + fmt.Sprintf("%02s", day), Source: "random", Items: words[1:]}
		if complaint {
			c.Source = "complaint"
		}
		list = append(list, c)
	}
	return list
}

func runLF(t *testing.T, m Month) map[string]*lfSheet {
	t.Helper()
	m.Period = "2026-08"
	list, err := workLF(m)
	require.NoError(t, err)
	sheets := map[string]*lfSheet{}
	for _, s := range list {
		sheets[s.agent.ID] = s
	}
	return sheets
}

func TestLF2_LF3_LF4_LF5_Marks(t *testing.T) {
	for name, c := range map[string]struct {
		chats       []string
		all, random string
		fatal       int
	}{
		"LF3: a fatal item takes the mark":         {[]string{"3", "4 insult"}, "50", "50", 1},
		"LF3: and it is one fatal chat":            {[]string{"3 insult no_reply"}, "0", "0", 1},
		"LF4: items add up":                        {[]string{"3 shirking vague_answer"}, "60", "60", 0},
		"LF4: all six together":                    {[]string{"3 early_closing forbidden_phrase impatience partial_answer shirking vague_answer"}, "20", "20", 0},
		"LF5: twice is not three times":            {[]string{"3 vague_answer", "4 vague_answer"}, "85", "85", 0},
		"LF5: the third scores 0":                  {[]string{"3 vague_answer", "4 vague_answer", "5 vague_answer"}, "170/3", "170/3", 1},
		"LF5: and the fourth":                      {[]string{"3 shirking", "4 shirking", "5 shirking", "6 shirking"}, "150/4", "150/4", 2},
		"LF5: three different items":               {[]string{"3 shirking", "4 vague_answer", "5 impatience"}, "245/3", "245/3", 0},
		"LF5: in the order of days":                {[]string{"5 shirking", "3 shirking", "4 shirking early_closing"}, "145/3", "145/3", 1},
		"LF5: one in a fatal chat counts":          {[]string{"3 shirking", "4 shirking insult", "5 shirking"}, "75/3", "75/3", 2},
		"LF5: one that a complaint brought counts": {[]string{"3 shirking", "c4 shirking", "5 shirking"}, "112.5/2.5", "75/2", 1},
		"LF2: a complaint weighs half":             {[]string{"3", "c4 insult"}, "100/1.5", "100", 1},
	} {
		t.Run(name, func(t *testing.T) {
			s := runLF(t, Month{Agents: []Agent{perfect(t, "A")}, Chats: picks(c.chats...)})["A"]
			quotient := func(text string) string {
				top, bottom, ok := strings.Cut(text, "/")
				if !ok {
					bottom = "1"
				}
				return div(num(t, top), num(t, bottom)).RatString()
			}
			assert.Equal(t, quotient(c.all), s.chats.all.value().RatString())
			assert.Equal(t, quotient(c.random), s.chats.random.value().RatString())
			assert.Equal(t, c.fatal, s.chats.fatal)
		})
	}
}

func TestLF2_Coverage(t *testing.T) {
	twoDays := perfect(t, "A")
	twoDays.Days = append(twoDays.Days, Day{Date: "2026-08-04", Values: twoDays.Days[0].Values})
	for name, c := range map[string]struct {
		chats []string
		want  int // of 6
	}{
		"three a day":                    {[]string{"3", "3", "3", "4", "4", "4"}, 6},
		"a fourth makes up for nothing":  {[]string{"3", "3", "3", "3", "4", "4"}, 5},
		"a complaint is none of three":   {[]string{"3", "3", "3", "4", "4", "c4"}, 5},
		"nor is a pick of a day of rest": {[]string{"3", "3", "3", "4", "4", "5"}, 5},
		"none at all":                    {nil, 0},
	} {
		t.Run(name, func(t *testing.T) {
			assert.Equal(t, c.want, runLF(t, Month{Agents: []Agent{twoDays}, Chats: picks(c.chats...)})["A"].chats.covered)
		})
	}
}

func TestLF1_LF6_LF7_Points(t *testing.T) {
	clean := []string{"3", "3", "3", "3", "3", "3", "3", "3", "3", "3"}
	yes, no := true, false
	asked := func(n int) []Chat { // n of ten were passed on
		list := picks(clean...)
		for i := range list {
			if list[i].Transferred = &no; i < n {
				list[i].Transferred = &yes
			}
		}
		return list
	}
	for name, c := range map[string]struct {
		change func(Agent)
		chats  []Chat
		want   map[string]string // where it differs from full marks
	}{
		"LF1: every target met": {func(Agent) {}, asked(9), nil},
		"LF1: half the deals":   {func(a Agent) { a.Days[0].Values["deals"] = whole(15) }, asked(9), map[string]string{"deal_rate": "10.00", "return_rate": "0.00"}},
		"LF1: 40 s on 25":       {func(a Agent) { a.Days[0].Values["response"] = whole(40) }, asked(9), map[string]string{"response": "9.38"}},
		"LF1: 3 of 40 returned": {func(a Agent) { a.Days[0].Values["returned"] = whole(3) }, asked(9), map[string]string{"return_rate": "5.00"}},
		"LF1: 1 of 2 days":      {func(a Agent) { a.Values["days_without_leave"] = whole(2) }, asked(9), map[string]string{"attendance": "0.00"}},
		"LF6: 8 of 10":          {func(Agent) {}, asked(8), map[string]string{"transferred": "8.89"}},
		"LF6: nobody looked": {func(Agent) {}, picks(clean...), map[string]string{
			"transferred": "", "deal_rate": "22.22", "response": "16.67", "return_rate": "11.11",
			"satisfaction": "11.11", "attendance": "5.56", "qa": "27.78", "fatal": "5.55",
		}},
	} {
		t.Run(name, func(t *testing.T) {
			want := map[string]string{
				"deal_rate": "20.00", "response": "15.00", "return_rate": "10.00", "satisfaction": "10.00", "attendance": "5.00",
				"qa": "25.00", "fatal": "5.00", "transferred": "10.00",
			}
			for id, points := range c.want {
				if want[id] = points; points == "" {
					delete(want, id)
				}
			}
			a := perfect(t, "A")
			c.change(a)
			got := map[string]string{}
			for id, points := range runLF(t, Month{Agents: []Agent{a}, Chats: c.chats})["A"].points {
				got[id] = fixed(points)
			}
			assert.Equal(t, want, got)
		})
	}
}

func TestLF7_OneVisitorDecides(t *testing.T) {
	for visitors, judged := range map[string]bool{"300": true, "301": false} {
		a, b, c := perfect(t, "A"), perfect(t, "B"), perfect(t, "C")
		a.Days[0].Values["visitors"] = num(t, visitors)
		b.Days[0].Values["visitors"] = sub(whole(500), num(t, visitors)) // the mean is 200
		c.Days[0].Values["visitors"] = whole(100)
		sheets := runLF(t, Month{Agents: []Agent{a, b, c}, Chats: picks("3", "3", "3")})
		assert.Equal(t, judged, sheets["A"].points["response"] != nil, visitors)
		assert.Equal(t, 1, sheets["A"].qualityPlace)
	}
}

func TestFaultsOfChatsAreErrors(t *testing.T) {
	for want, change := range map[string]func(*Chat){
		`chat Q00 has the error "rude", which this shop does not know`: func(c *Chat) { c.Items = []string{"rude"} },
		`chat Q00 comes from "mail", which this shop does not know`:    func(c *Chat) { c.Source = "mail" },
		"chat Q00 names agent Z, who is not in the roster":             func(c *Chat) { c.Agent = "Z" },
		"chat Q00 of 2026-07-03: agent A was not in service":           func(c *Chat) { c.Date = "2026-07-03" },
	} {
		list := picks("3")
		change(&list[0])
		_, err := CloseLF(Month{Period: "2026-08", Agents: []Agent{perfect(t, "A")}, Chats: list})
		assert.EqualError(t, err, want)
	}
}
