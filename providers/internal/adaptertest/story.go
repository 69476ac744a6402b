package adaptertest

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tutti/music"
	"tutti/providers"
)

// Story is one lookup: what it starts from, what the service says, and what is asked for.
type Story struct {
	ID       providers.ID
	GTIN     music.GTIN         // in place of an id
	Question providers.Question // in place of both: for something else than a release
	Regions  []music.Region
	Need     music.Properties
	Bodies   map[string]string // by question
	Asked    string            // questions, in order, with a blank between them
	Gets     int               // in how many waits; 0: as many as it takes
	Err      error             // that the lookup ends with; nil: an answer
}

// Tell runs a lookup and checks what was asked for and how it ended. It returns the answer, or nil where the lookup failed.
func (s Service) Tell(tb testing.TB, story Story) *providers.Answer {
	tb.Helper()
	d := s.Documents(story.Bodies)
	src := providers.NewSource(s.Factory, d)
	opt := providers.Options{Regions: story.Regions, Cover: s.cover(story)}
	var a *providers.Answer
	var err error
	switch {
	case story.Question.By != 0:
		a, err = src.Ask(tb.Context(), story.Question, opt)
	case story.GTIN != "":
		a, err = src.FindGTIN(tb.Context(), story.GTIN, opt)
	default:
		a, err = src.Release(tb.Context(), story.ID, opt)
	}
	if diff := cmp.Diff(story.Asked, d.Asked()); diff != "" || story.Gets != 0 && d.gets != story.Gets {
		tb.Errorf("asked in %d waits, want %d (-want +got):\n%s", d.gets, story.Gets, diff)
	}
	if !errors.Is(err, story.Err) || (err == nil) != (story.Err == nil) {
		tb.Errorf("the lookup ends with %v, want %v", err, story.Err)
	}
	return a
}

// by is what a lookup starts from.
func (s Story) by() providers.By {
	switch {
	case s.Question.By != 0:
		return s.Question.By
	case s.GTIN != "":
		return providers.ByGTIN
	default:
		return providers.ByID
	}
}

// cover is the plan of a lookup.
func (s Service) cover(story Story) providers.Cover {
	return s.Factory.Cover(story.by(), story.Need, providers.Known{})
}

// Entries shows what an answer is about besides a release: type, id and name of each entry, and where the list goes on. A track is
// shown with the id of the release that it is on.
func Entries(a *providers.Answer) string {
	if a == nil {
		return "no answer"
	}
	out := make([]string, len(a.Entries))
	for i, e := range a.Entries {
		out[i] = strings.Join([]string{e.ID.Type, e.ID.ID, e.Name()}, " ")
		if e.On != nil {
			out[i] += " on " + e.On.ID.ID
		}
	}
	shown := strings.Join(out, ", ")
	if a.Next != "" {
		shown += " ... " + a.Next
	}
	return shown
}

// Ending is what became of a list of tracks.
type Ending struct {
	Tracks   int
	Gaps     music.Properties // as far as the plan yields them
	Why      error            // of every gap
	Warnings string           // see Warnings
}

// End compares an answer with the ending of its story.
func (s Service) End(tb testing.TB, story Story, a *providers.Answer, want Ending) {
	tb.Helper()
	if a == nil {
		tb.Error("there is no answer")
		return
	}
	if n := music.FlatCount(a.Release.Media); n != want.Tracks {
		tb.Errorf("got %d tracks, want %d", n, want.Tracks)
	}
	if diff := cmp.Diff(want.Warnings, Warnings(a)); diff != "" {
		tb.Errorf("warnings (-want +got):\n%s", diff)
	}
	for _, g := range a.Gaps {
		if !errors.Is(g.Err, want.Why) {
			tb.Errorf("the gap of %s is for %v, want %v", g.Property, g.Err, want.Why)
		}
	}
	var yields music.Properties
	for _, step := range s.cover(story).Steps {
		yields |= step.Yields
	}
	if got := Gaps(a); got != want.Gaps&yields || a.Covers&got != 0 {
		tb.Errorf("got gaps of %s, want %s, and covers %s", got, want.Gaps&yields, a.Covers)
	}
}

// Gaps returns the properties that an answer has a gap of.
func Gaps(a *providers.Answer) music.Properties {
	var out music.Properties
	for _, g := range a.Gaps {
		out |= music.PropertiesOf(g.Property)
	}
	return out
}

// Warnings returns the codes of an answer's warnings with their facts: code name [values] name [values].
func Warnings(a *providers.Answer) string {
	var out []string
	for _, m := range a.Warnings {
		out = append(out, m.Code)
		for _, f := range m.Facts {
			out = append(out, f.Name, fmt.Sprint(f.Values))
		}
	}
	return strings.Join(out, " ")
}

// Plan returns the names of a plan's endpoints in order; those in brackets are asked only if something is short.
func Plan(c providers.Cover) string {
	names := make([]string, len(c.Steps))
	for i, s := range c.Steps {
		names[i] = s.Name
		if !s.Needed {
			names[i] = "[" + s.Name + "]"
		}
	}
	return strings.Join(names, " ")
}
