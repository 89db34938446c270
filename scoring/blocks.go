package scoring

import (
	"github.com/cspay/cspay/internal/columns"
	"github.com/cspay/cspay/internal/fix"
	"github.com/cspay/cspay/scoring/facts"
)

// compileBlocks makes the blocks, or the one nameless block of a scheme that
// states none.
func (s *scheme) compileBlocks(c facts.Check) {
	seen := map[string]bool{}
	for i, doc := range s.doc.Blocks {
		at := c.Index(i)
		columns.CheckOwn(at.At("id"), doc.ID, seen)
		b := block{doc: doc, points: columns.Number(at.At("points"), doc.Points, pointScale)}
		if b.points <= 0 {
			at.At("points").Fail(facts.CodeWeightInvalid, "points above 0", fix.Text(b.points, pointScale))
		}
		s.blocks = append(s.blocks, b)
	}
	if len(s.blocks) == 0 {
		s.blocks = []block{{}}
	}
}

// join puts a line into its block.
func (s *scheme) join(l *line, c facts.Check) {
	at := len(s.lines)
	stated := len(s.doc.Blocks) > 0
	if !stated {
		if l.doc.Block != "" {
			c.At("block").Fail(facts.CodeNameUnknown, "no block: the scheme states none", l.doc.Block)
		}
		s.blocks[0].lines = append(s.blocks[0].lines, at)
		return
	}
	if l.doc.Block == "" {
		if l.points > 0 {
			s.loose = true
			c.At("block").Fail(facts.CodeRequired, "the block that the points belong to", "")
		}
		return
	}
	ids := make([]string, len(s.blocks))
	for i := range s.blocks {
		ids[i] = s.blocks[i].doc.ID
		if ids[i] == l.doc.Block {
			s.blocks[i].lines = append(s.blocks[i].lines, at)
			return
		}
	}
	s.loose = true
	c.At("block").Fail(facts.CodeNameUnknown, columns.OrNearest("a block of the scheme", l.doc.Block, ids), l.doc.Block)
}

// checkTotal checks that the lines of each block, and the blocks, add up.
func (s *scheme) checkTotal(c facts.Check) {
	want := int64(fullMarks)
	if s.doc.Total != nil {
		want = columns.Number(c.At("total"), *s.doc.Total, pointScale)
		if want <= 0 {
			c.At("total").Fail(facts.CodeWeightInvalid, "points above 0", fix.Text(want, pointScale))
		}
	}
	if len(s.lines) == 0 {
		return // which is reported
	}
	if len(s.doc.Blocks) == 0 {
		if !s.loose {
			addsUp(c, "points", s.total, want)
		}
		return
	}
	var points []int64
	for i, b := range s.blocks {
		points = append(points, b.points)
		var own []int64
		for _, k := range b.lines {
			own = append(own, s.total[k])
		}
		if !s.loose { // what is not known is reported already
			addsUp(c.At("blocks").Index(i).At("points"), "indicators of the block", own, b.points)
		}
	}
	addsUp(c, "blocks", points, want)
}

func addsUp(c facts.Check, what string, points []int64, want int64) {
	var sum fix.Sum
	for _, p := range points {
		sum.Add(p)
	}
	if got, ok := sum.Int64(); !ok || got != want {
		c.Fail(facts.CodeWeightSum, what+" that add up to "+fix.Text(want, pointScale), fix.Text(got, pointScale))
	}
}
