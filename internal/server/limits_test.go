package server

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/parser"
)

func measureOf(t *testing.T, query string) shape {
	t.Helper()
	doc, err := parser.ParseQuery(&ast.Source{Input: query})
	if err != nil {
		t.Fatal(err)
	}
	return measure{fragments: doc.Fragments, seen: map[string]shape{}}.of(doc.Operations[0].SelectionSet)
}

// doubled is a query of n fragments that each use the one before twice, of which the first has an alias.
func doubled(n int) string {
	var b strings.Builder
	b.WriteString("fragment f0 on Query { a: b }\n")
	for i := range n {
		fmt.Fprintf(&b, "fragment f%d on Query { ...f%d ...f%d }\n", i+1, i, i)
	}
	fmt.Fprintf(&b, "{ ...f%d }", n)
	return b.String()
}

func TestMeasure(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		query string
		want  shape
	}{
		"one field":                      {"{a}", shape{depth: 1}},
		"fields below each other":        {"{a{b{c}} d{e}}", shape{depth: 3}},
		"an alias":                       {"{x:a b}", shape{depth: 1, aliases: 1}},
		"a field by its own name":        {"{a:a}", shape{depth: 1}},
		"aliases at every depth":         {"{x:a{y:b{z:c}}}", shape{depth: 3, aliases: 3}},
		"an inline fragment":             {"{... on Query{x:a{b}}}", shape{depth: 2, aliases: 1}},
		"a fragment counts each time":    {"{a{...f} b{...f}} fragment f on T{x:c{d}}", shape{depth: 3, aliases: 2}},
		"an unknown fragment":            {"{...f a}", shape{depth: 1}},
		"a deferred fragment":            {"{...f @defer} fragment f on T{a}", shape{depth: 1, deferred: true}},
		"a deferred inline fragment":     {"{a{... @defer{b}}}", shape{depth: 2, deferred: true}},
		"deferred inside of a fragment":  {"{...f} fragment f on T{... @defer{b}}", shape{depth: 1, deferred: true}},
		"aliases doubled ten times":      {doubled(10), shape{depth: 1, aliases: 1024}},
		"aliases doubled 62 times":       {doubled(62), shape{depth: 1, aliases: 1 << 62}},
		"aliases doubled 64 times":       {doubled(64), shape{depth: 1, aliases: math.MaxInt}},
		"aliases doubled hundreds times": {doubled(300), shape{depth: 1, aliases: math.MaxInt}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if got := measureOf(t, c.query); got != c.want {
				t.Errorf("got %+v, want %+v", got, c.want)
			}
		})
	}
}
