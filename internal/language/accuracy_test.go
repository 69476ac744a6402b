package language

import (
	"os"
	"slices"
	"strings"
	"testing"
)

// labelled is a release of testdata/titles.txt.
type labelled struct {
	language string
	titles   []string // its own first
}

func readLabelled(t *testing.T) []labelled {
	t.Helper()
	raw, err := os.ReadFile("testdata/titles.txt")
	if err != nil {
		t.Fatal(err)
	}
	var out []labelled
	for block := range strings.SplitSeq(string(raw), "\n\n") {
		lines := strings.Split(strings.TrimSpace(block), "\n")
		if strings.HasPrefix(block, "#") {
			continue
		}
		out = append(out, labelled{lines[0], lines[1:]})
	}
	return out
}

// tally counts how guesses fare.
type tally struct{ all, right, sure, sureAndWrong int }

func (n *tally) count(g *Guesser, text, language string) {
	n.all++
	guesses := g.Guess(text)
	if len(guesses) == 0 {
		return
	}
	right := guesses[0].Code == language
	if right {
		n.right++
	}
	if guesses[0].Confidence > 0.8 {
		n.sure++
		if !right {
			n.sureAndWrong++
		}
	}
}

// TestAccuracy prints how often titles, and releases of five titles, are understood: for those that the weights were chosen with,
// and for those that they were not. Neither is lower than stated in docs/language.md.
func TestAccuracy(t *testing.T) {
	t.Parallel()
	g := New()
	var titles, releases [2]tally // seen while weighing, and held out
	times := map[string]int{}
	for _, r := range readLabelled(t) {
		half := times[r.language]
		times[r.language]++
		for _, title := range r.titles {
			titles[half].count(g, title, r.language)
		}
		releases[half].count(g, strings.Join(append(slices.Clone(r.titles[1:]), r.titles[0]), "\n"), r.language)
	}
	if len(times) != 50 {
		t.Errorf("%d languages", len(times))
	}
	t.Logf("single titles: %+v, held out: %+v", titles[0], titles[1])
	t.Logf("releases of five titles: %+v, held out: %+v", releases[0], releases[1])
	for half := range 2 {
		if titles[half].right < 200 || releases[half].right < 49 || releases[half].sure < 46 || releases[half].sureAndWrong > 0 {
			t.Errorf("half %d: titles %+v, releases %+v", half, titles[half], releases[half])
		}
	}
}
