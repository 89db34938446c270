package explain_test

import (
	"fmt"
	"strings"

	"github.com/cspay/cspay/scoring/explain"
	"github.com/cspay/cspay/scoring/facts"
)

// reviews explains five points that were lost to a fourth bad review.
func reviews() explain.Step {
	name := facts.Text{ZH: "差评", EN: "Bad reviews"}
	count := explain.Whole(4, 0, facts.Count)
	return explain.Step{
		Clause: "scheme.reviews",
		Code:   "zero_over.over",
		Value:  explain.Whole(0, 2, facts.Points),
		Args: []explain.Arg{
			explain.T("indicator", name), explain.N("full", explain.Whole(5_00, 2, facts.Points)),
			explain.T("metric", name), explain.N("n", count), explain.N("limit", explain.Whole(3, 0, facts.Count)),
		},
		Steps: []explain.Step{{
			Clause: "metrics.bad_reviews", Code: "metric.events", Value: count,
			Args: []explain.Arg{explain.T("metric", name)},
			Steps: []explain.Step{{
				Clause: "events.r1", Code: "event", Value: explain.Whole(1, 0, facts.Count),
				Args: []explain.Arg{
					explain.T("kind", facts.Text{ZH: "差评", EN: "Bad review"}), explain.T("note", facts.Text{}),
					explain.W("id", "r1"), explain.W("date", "2026-06-05"), explain.W("status", "upheld"),
				},
			}},
		}},
	}
}

func ExampleStep_Sentence() {
	step := reviews()
	fmt.Println(step.Sentence(explain.Chinese))
	fmt.Println(step.Sentence(explain.English))
	// Output:
	// 差评 4 个,超过 3 个,本项 0 分(满分 5 分)
	// 4 bad reviews, more than 3: 0 of 5 points
}

func ExampleStep_Walk() {
	reviews().Walk(func(depth int, s explain.Step) {
		fmt.Printf("%s%s: %s\n", strings.Repeat("  ", depth), s.Clause, s.Sentence(explain.English))
	})
	// Output:
	// scheme.reviews: 4 bad reviews, more than 3: 0 of 5 points
	//   metrics.bad_reviews: Bad reviews 4, counted from events
	//     events.r1: 2026-06-05: bad review (event r1, upheld)
}

func ExampleNumber_Text() {
	fmt.Println(explain.Number{Unscaled: 3, Den: 195, Unit: facts.Ratio}.Text(explain.English))
	fmt.Println(explain.Whole(-8333, 2, facts.Money).Text(explain.Chinese))
	// Output:
	// ≈1.5385%
	// -83.33 元
}

func ExampleTemplate() {
	text, ok := explain.Template("daily_pool.loss")
	fmt.Println(text.ZH, ok)
	// Output: {date}:扣减比例 {share},当日份额 {slice},少得 {loss} true
}

func ExampleWord() {
	fmt.Println(explain.Word("treatment", "not_earned", explain.Chinese))
	fmt.Println(explain.Word("role", "live_stream", explain.English))
	// Output:
	// 未取得
	// live_stream
}
