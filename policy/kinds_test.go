package policy

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/payout"
	"github.com/cspay/cspay/scoring"
	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// half is a well-behaved kind from outside; the others misbehave.
type half struct {
	Of decimal.Decimal `key:"of"`
}

func (half) Kind() string { return "half" }

func (half) Share(scoring.Row) (scoring.Share, error) {
	return scoring.Of(decimal.New(1, 0), decimal.New(2, 0)), nil
}

type (
	wordPanics  struct{ half }
	checkFails  struct{ half }
	checkPanics struct{ half }
	shareFails  struct{ half }
	sharePanics struct{ half }
	sayPanics   struct{ half }
	noWord      struct{ half }
	oddWord     struct{ half }
	keyWord     struct{ half }
	takenWord   struct{ half }
	otherHalf   struct{ half }
	lost        struct {
		half
		secret int
	}
	float struct {
		half
		Weight float64 `key:"weight"`
	}
	// zeroes embeds a kind of the library and gives shares of its own.
	zeroes struct{ scoring.ZeroOver }
	// best holds another kind.
	best struct {
		Either scoring.Rule   `key:"either"`
		Others []scoring.Rule `key:"others"`
	}
	loop struct {
		half
		Left  *loop `key:"left"`
		Right *loop `key:"right"`
	}
	bonusOfMine struct{ payout.Bonus }
)

func (wordPanics) Kind() string  { panic("word") }
func (checkFails) Check() error  { return errors.New("a whole moon") }
func (checkPanics) Check() error { panic("check") }
func (shareFails) Share(scoring.Row) (scoring.Share, error) {
	return scoring.Share{}, errors.New("no moon")
}
func (sharePanics) Share(scoring.Row) (scoring.Share, error) { panic("share") }
func (sayPanics) Sentence(explain.Lang) string               { panic("sentence") }
func (noWord) Kind() string                                  { return "" }
func (oddWord) Kind() string                                 { return "Half Moon" }
func (keyWord) Kind() string                                 { return "points" }
func (takenWord) Kind() string                               { return "bands" }
func (zeroes) Kind() string                                  { return "zeroes" }
func (bonusOfMine) Kind() string                             { return "my_bonus" }
func (best) Kind() string                                    { return "best" }

func (zeroes) Share(scoring.Row) (scoring.Share, error) {
	return scoring.Of(decimal.Decimal{}, decimal.New(1, 0)), nil
}

func (b best) Share(row scoring.Row) (scoring.Share, error) { return b.Either.Share(row) }

func TestKindsThatMisbehaveAreProblems(t *testing.T) {
	endless := &loop{}
	endless.Left, endless.Right = endless, endless
	const at = "scheme.indicators[0]"
	for name, c := range map[string]struct {
		rule scoring.Rule
		code facts.Code
		path string
		with bool // refused as a prototype too
	}{
		"a word that panics":          {wordPanics{}, facts.CodeKindFailed, at, false},
		"no word":                     {noWord{}, facts.CodeKindMissing, at, true},
		"a word that is none":         {oddWord{}, facts.CodeShape, at, true},
		"a word that is a key":        {keyWord{}, facts.CodeNameDuplicate, at, true},
		"a word of the library":       {takenWord{}, facts.CodeNameDuplicate, at, true},
		"a field without a key":       {lost{secret: 1}, facts.CodeShape, at, true},
		"a pointer":                   {&half{}, facts.CodeKindPointer, at, true},
		"a nil pointer":               {(*half)(nil), facts.CodeKindPointer, at, true},
		"a field of no document":      {float{}, facts.CodeShape, at + ".half.weight", false},
		"a check that fails":          {checkFails{}, facts.CodeKindFailed, at + ".half", false},
		"a check that panics":         {checkPanics{}, facts.CodeKindFailed, at + ".half", false},
		"a value that holds itself":   {*endless, facts.CodePolicyDepth, "", false},
		"a kind without its own kind": {best{}, facts.CodeKindMissing, at + ".best.others", false},
	} {
		t.Run(name, func(t *testing.T) {
			start := time.Now()
			rule := c.rule
			if b, ok := rule.(best); ok {
				b.Others = []scoring.Rule{nil}
				rule = b
			}
			var err error
			require.NotPanics(t, func() { _, err = New(withRule(rule)) })
			require.ErrorIs(t, err, c.code)
			var first *Problem
			require.ErrorAs(t, err, &first)
			assert.True(t, strings.HasPrefix(first.Path, c.path), first.Error())
			if c.with {
				_, err = Load(strings.NewReader(smallPolicy), With(c.rule))
				require.ErrorIs(t, err, c.code)
				require.ErrorContains(t, err, "with[0]")
			}
			assert.Less(t, time.Since(start), time.Second)
		})
	}
}

func TestKindsThatFailOnAnAgentNameIt(t *testing.T) {
	for _, rule := range []scoring.Rule{shareFails{}, sharePanics{}} {
		p, err := New(withRule(rule))
		require.NoError(t, err)
		r, err := p.Close(smallMonth(), History{})
		assert.Nil(t, r)
		var list Problems
		require.ErrorAs(t, err, &list)
		require.Len(t, list, 2)
		assert.Equal(t, facts.CodeKindFailed, list[0].Code)
		assert.Equal(t, []string{"A2", "A1"}, []string{list[0].Agent, list[1].Agent}, "in the order of the paths")
		assert.Equal(t, "agents[0].scheme.only", list[0].Path)
		assert.NotEmpty(t, list[0].Got, "why")
		assert.NotContains(t, list[0].Error(), list[0].Got, "which may be pay")
	}
}

func TestAKindFromOutsideIsAskedForItsOwnShare(t *testing.T) {
	for name, c := range map[string]struct {
		rule  scoring.Rule
		score string
	}{
		"a kind":                        {half{}, "50.00"},
		"one that embeds another":       {otherHalf{}, "50.00"},
		"one that embeds the library's": {zeroes{scoring.ZeroOver{Metric: "bad_reviews", Over: dec("3")}}, "0.00"},
		"one that holds the library's":  {best{Either: scoring.ZeroOver{Metric: "bad_reviews", Over: dec("4")}}, "100.00"},
		"one that holds another":        {best{Either: half{Of: dec("1")}}, "50.00"},
		"one whose sentence panics":     {sayPanics{}, "50.00"},
	} {
		t.Run(name, func(t *testing.T) {
			p, err := New(withRule(c.rule))
			require.NoError(t, err)
			r, err := p.Close(smallMonth(), History{})
			require.NoError(t, err)
			slip, ok := r.Slip("A2")
			require.True(t, ok)
			assert.Equal(t, c.score, slip.Score().StringFixed(2))
			slip.Explain().Walk(func(_ int, s explain.Step) { assert.NotEmpty(t, s.Sentence(explain.Chinese)) })

			var b strings.Builder
			require.NoError(t, p.WriteYAML(&b))
			again, err := Load(strings.NewReader(b.String()), With(half{}, zeroes{}, best{}))
			require.NoError(t, err)
			assert.Equal(t, p.Digest(), again.Digest())
		})
	}
}

func TestTwoKindsWithOneWordAreRefused(t *testing.T) {
	doc := withRule(half{})
	doc.Scheme.Indicators = append(doc.Scheme.Indicators, scoring.Indicator{ID: "other", Rule: otherHalf{}})
	_, err := New(doc)
	require.ErrorIs(t, err, facts.CodeNameDuplicate)
	require.ErrorContains(t, err, "scheme.indicators[1]")
	_, err = New(smallDocument(), With(half{}, otherHalf{}))
	require.ErrorIs(t, err, facts.CodeNameDuplicate)
	require.ErrorContains(t, err, "with[1]")
	_, err = New(smallDocument(), With(nil), nil)
	require.ErrorIs(t, err, facts.CodeKindMissing)
}

func TestPayItemsAreOfTheLibrary(t *testing.T) {
	_, err := New(withPay(bonusOfMine{payout.Bonus{Amount: dec("1"), By: "exam"}}))
	require.ErrorIs(t, err, facts.CodeKindMissing)
}

func TestAKindIsCopiedWithItsDocument(t *testing.T) {
	inner := []scoring.Rule{half{}}
	doc := withRule(best{Either: half{}, Others: inner})
	p, err := New(doc)
	require.NoError(t, err)
	before := p.Digest()
	inner[0] = scoring.ZeroOver{}
	again, err := New(p.Document())
	require.NoError(t, err)
	assert.Equal(t, before, again.Digest())
}
