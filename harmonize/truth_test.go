package harmonize_test

import (
	"fmt"
	"testing"

	"tutti/harmonize"
	"tutti/music"
)

// The truth is made from this seed; another one gives much the same figures.
const (
	truthSeed    = 20261124
	perClass     = 400
	minPrecision = 0.995
	minRecall    = 0.98
)

// change is one way in which a provider lists a release otherwise than another.
type change struct {
	class string
	steps []func(*truth, *listing)
}

func changes() []change {
	return []change{
		{"nothing", nil},
		{"swap", []func(*truth, *listing){(*truth).swap}},
		{"permute", []func(*truth, *listing){(*truth).shuffle}},
		{"drop", []func(*truth, *listing){(*truth).drop}},
		{"insert", []func(*truth, *listing){(*truth).add}},
		{"replace", []func(*truth, *listing){(*truth).replace}},
		{"retitle", []func(*truth, *listing){(*truth).retitle}},
		{"perturb durations", []func(*truth, *listing){(*truth).perturb}},
		{"split media", []func(*truth, *listing){(*truth).split}},
		{"drop and insert", []func(*truth, *listing){(*truth).drop, (*truth).add}},
		{"retitle and perturb", []func(*truth, *listing){(*truth).retitle, (*truth).perturb}},
		{"retitle, perturb and drop", []func(*truth, *listing){(*truth).retitle, (*truth).perturb, (*truth).drop}},
		{"perturb, swap and split", []func(*truth, *listing){(*truth).perturb, (*truth).swap, (*truth).split}},
		{"all of it", []func(*truth, *listing){
			(*truth).retitle, (*truth).perturb, (*truth).drop, (*truth).add, (*truth).swap, (*truth).split,
		}},
	}
}

// score counts pairs.
type score struct{ found, right, all int }

func (s *score) add(o score) {
	s.found, s.right, s.all = s.found+o.found, s.right+o.right, s.all+o.all
}

func (s score) precision() float64 { return ratio(s.right, s.found) }
func (s score) recall() float64    { return ratio(s.right, s.all) }

func ratio(n, of int) float64 {
	if of == 0 {
		return 1
	}
	return float64(n) / float64(of)
}

// TestAlignmentOfGeneratedTruth merges pairs of listings of which it is known which tracks are the same, and prints how many of
// the pairs found are right (precision) and how many of the right ones are found (recall), beside what the index alone gives.
// docs/alignment.md states the figures.
func TestAlignmentOfGeneratedTruth(t *testing.T) {
	t.Parallel()
	var overall, overallIndex score
	t.Logf("%-26s %9s %9s   %9s %9s", "class", "precision", "recall", "by index:", "")
	for n, c := range changes() {
		var aligned, index score
		g := newTruth(truthSeed + uint64(n))
		for range perClass {
			original := g.original()
			other := original.copyOf()
			for _, step := range c.steps {
				step(g, &other)
			}
			aligned.add(scoreOf(t, &original, &other))
			index.add(scoreOfIndex(&original, &other))
		}
		t.Logf("%-26s %9.4f %9.4f   %9.4f %9.4f", c.class, aligned.precision(), aligned.recall(), index.precision(), index.recall())
		if aligned.precision() < index.precision() || aligned.recall() < index.recall() {
			t.Errorf("%s: the index alone would be better", c.class)
		}
		checkScore(t, c.class, aligned)
		overall.add(aligned)
		overallIndex.add(index)
	}
	t.Logf("%-26s %9.4f %9.4f   %9.4f %9.4f", "overall", overall.precision(), overall.recall(), overallIndex.precision(), overallIndex.recall())
	checkScore(t, "overall", overall)
}

func checkScore(t *testing.T, class string, s score) {
	t.Helper()
	if s.precision() < minPrecision || s.recall() < minRecall {
		t.Errorf("%s: want a precision of %v and a recall of %v", class, minPrecision, minRecall)
	}
}

// scoreOf merges both and reads the pairs from the alignments.
func scoreOf(t *testing.T, original, other *listing) score {
	t.Helper()
	r := mustMerge(t, harmonize.Default(), original.outcome("original"), other.outcome("other")).Release
	s := score{all: shared(other)}
	for _, m := range r.Media(nil) {
		for _, track := range m.Tracks() {
			for _, a := range track.Alignments() {
				if a.Provider != "other" || a.Method == harmonize.Unaligned {
					continue
				}
				s.found++
				if other.origin[other.running(t, a.ProviderPosition)] == track.Running() {
					s.right++
				}
			}
		}
	}
	return s
}

func shared(other *listing) int {
	n := 0
	for _, o := range other.origin {
		if o >= 0 {
			n++
		}
	}
	return n
}

// running is the running number of a position such as 2.3.
func (l *listing) running(t *testing.T, position string) int {
	t.Helper()
	var medium, track int
	if _, err := fmt.Sscanf(position, "%d.%d", &medium, &track); err != nil {
		t.Fatalf("position %q: %v", position, err)
	}
	for _, n := range l.sizes[:medium-1] {
		track += n
	}
	return track - 1
}

func scoreOfIndex(original, other *listing) score {
	s := score{all: shared(other)}
	for i := range min(len(original.tracks), len(other.tracks)) {
		s.found++
		if other.origin[i] == i {
			s.right++
		}
	}
	return s
}

func TestIndexAlignmentStaysWhereTitlesAgree(t *testing.T) {
	t.Parallel()
	g := newTruth(truthSeed)
	for range perClass {
		original := g.original()
		other := original.copyOf()
		g.perturb(&other)
		for i := range other.tracks {
			other.tracks[i].Kind = music.Video
			other.tracks[i].Number = music.Numbered(i + 1)
		}
		merged := mustMerge(t, harmonize.Default(), original.outcome("original"), other.outcome("other")).Release.Music().Media[0]
		for i, track := range merged.Tracks {
			if track.Number != other.tracks[i].Number {
				t.Fatalf("track %d took the number %v", i+1, track.Number)
			}
		}
	}
}
