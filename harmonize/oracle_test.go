package harmonize_test

import (
	"cmp"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"tutti/harmonize"
	"tutti/music"
)

// oracle merges step by step, as the core specification tells it in 7.1 to 7.4: one list of providers that is sorted over
// and over, and a release that is written to. It knows one text, the media, and their lengths and ISRCs.
type oracle struct {
	list          []harmonize.Outcome
	prefer        harmonize.Preferences
	copyright     *string
	media         []music.Medium
	copyrightDone bool
	mediaDone     bool
	done          map[music.Property]bool
}

func (o *oracle) sort(names []music.ProviderName) {
	place := func(x harmonize.Outcome) int {
		if i := slices.Index(names, x.Provider); i >= 0 {
			return i
		}
		return len(names)
	}
	slices.SortStableFunc(o.list, func(a, b harmonize.Outcome) int { return cmp.Compare(place(a), place(b)) })
}

func (o *oracle) deferred(p music.Property) bool { return len(o.prefer.By[p]) > 0 }

func (o *oracle) run() {
	if len(o.prefer.Default) > 0 {
		o.sort(o.prefer.Default)
	} else {
		o.sort(o.prefer.Media)
	}
	for _, x := range o.list {
		o.take(x)
		for _, p := range []music.Property{music.PropISRCs, music.PropLengths} {
			if !o.deferred(p) && !o.done[p] && o.media != nil && x.Release.Media != nil {
				o.done[p] = o.overlay(p, x) && !x.Template
			}
		}
	}
	for _, p := range o.prefer.Sequence {
		if !o.deferred(p) {
			continue
		}
		o.sort(o.prefer.By[p])
		o.second(p)
	}
}

func (o *oracle) take(x harmonize.Outcome) {
	if !o.copyrightDone && !o.deferred(music.PropCopyright) && x.Release.Copyright != nil {
		o.copyright, o.copyrightDone = x.Release.Copyright, !x.Template
	}
	if !o.mediaDone && x.Release.Media != nil {
		o.media = []music.Medium{{Tracks: slices.Clone(x.Release.Media[0].Tracks)}}
		o.mediaDone = !x.Template
	}
}

func (o *oracle) second(p music.Property) {
	for _, x := range o.list {
		switch {
		case p == music.PropCopyright && x.Release.Copyright != nil:
			o.copyright = x.Release.Copyright
		case p != music.PropCopyright && o.media != nil && x.Release.Media != nil && o.overlay(p, x):
		default:
			continue
		}
		if !x.Template {
			return
		}
	}
}

// overlay copies what is defined, and tells whether any track has a value then.
func (o *oracle) overlay(p music.Property, x harmonize.Outcome) bool {
	found := false
	for i := range o.media[0].Tracks {
		to, from := &o.media[0].Tracks[i], x.Release.Media[0].Tracks[i]
		if p == music.PropISRCs {
			if from.ISRC != nil {
				to.ISRC = from.ISRC
			}
			found = found || to.ISRC != nil
		} else {
			if from.Length != 0 {
				to.Length = from.Length
			}
			found = found || to.Length != 0
		}
	}
	return found
}

func drawForOracle(t *rapid.T) []harmonize.Outcome {
	names := rapid.Permutation(pool()).Draw(t, "providers")[:rapid.IntRange(1, 5).Draw(t, "count")]
	out := make([]harmonize.Outcome, len(names))
	for i, name := range names {
		r := music.Release{Title: string(name), Copyright: maybe(t, "copyright", string(name))}
		if some(t, "media", true, true, false) {
			rich := some(t, "rich", true, false)
			r.Media = tracks(make([]music.Track, 2)...)
			for j := range r.Media[0].Tracks {
				track := &r.Media[0].Tracks[j]
				track.Title = string(name)
				if rich {
					track.Length = some[music.Duration](t, "length", 0, music.Duration(1000+i))
					track.ISRC = maybe(t, "isrc", music.ISRC(name))
				}
			}
		}
		out[i] = said(name, r)
		out[i].Template = some(t, "template", false, false, true)
	}
	return out
}

func TestReferenceEqualsTheStepByStepMerge(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		outcomes := drawForOracle(t)
		opts := harmonize.Reference()
		opts.Raw = true
		opts.Preferences = drawOracleLists(t)
		o := &oracle{list: slices.Clone(outcomes), prefer: opts.Preferences, done: map[music.Property]bool{}}
		o.run()
		got := merge(t, outcomes, opts).Release.Music()
		same(t, "the text is that of the step by step merge", got.Copyright, o.copyright)
		if (got.Media == nil) != (o.media == nil) {
			t.Fatalf("media: got %v, want %v", got.Media, o.media)
		}
		for i := range o.media {
			for j, want := range o.media[i].Tracks {
				have := got.Media[i].Tracks[j]
				same(t, "title", have.Title, want.Title)
				same(t, "length", have.Length, want.Length)
				same(t, "ISRC", have.ISRC, want.ISRC)
			}
		}
	})
}

func drawOracleLists(t *rapid.T) harmonize.Preferences {
	names := func(label string) []music.ProviderName {
		return rapid.Permutation(pool()).Draw(t, label)[:rapid.IntRange(0, 4).Draw(t, label+" length")]
	}
	if rapid.Bool().Draw(t, "one list") {
		return harmonize.Preferences{Default: names("default")}
	}
	own := []music.Property{music.PropCopyright, music.PropISRCs, music.PropLengths}
	return harmonize.Preferences{
		Media: names("media"),
		By: map[music.Property][]music.ProviderName{
			music.PropCopyright: names("copyrights"), music.PropISRCs: names("isrcs"), music.PropLengths: names("lengths"),
		},
		Sequence: rapid.Permutation(own).Draw(t, "sequence"),
	}
}
