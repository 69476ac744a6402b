package harmonize_test

import (
	"testing"

	"tutti/harmonize"
	"tutti/music"
)

// said makes an outcome that covers everything.
func said(p music.ProviderName, r music.Release) harmonize.Outcome {
	return harmonize.Outcome{Provider: p, Release: &r, Covers: music.AllProperties, Precision: harmonize.PrecisionMilliseconds}
}

// template makes a fallback of an outcome.
func template(o harmonize.Outcome) harmonize.Outcome {
	o.Template = true
	return o
}

// lacking takes properties from what an outcome covers.
func lacking(o harmonize.Outcome, ps ...music.Property) harmonize.Outcome {
	o.Covers = o.Covers.Without(music.PropertiesOf(ps...))
	return o
}

// titled makes media of track titles, one list per medium.
func titled(media ...[]string) []music.Medium {
	out := make([]music.Medium, len(media))
	for i, titles := range media {
		out[i].Number = i + 1
		for _, t := range titles {
			out[i].Tracks = append(out[i].Tracks, music.Track{Title: t})
		}
	}
	return out
}

// counted makes media with so many tracks each.
func counted(counts ...int) []music.Medium {
	out := make([]music.Medium, len(counts))
	for i, n := range counts {
		out[i] = music.Medium{Number: i + 1, Tracks: make([]music.Track, n)}
	}
	return out
}

// tracks makes one medium.
func tracks(list ...music.Track) []music.Medium {
	return []music.Medium{{Number: 1, Tracks: list}}
}

func named(name string, ids ...music.ExternalID) music.ArtistCredit {
	return music.ArtistCredit{Entity: music.Entity{Name: name, IDs: ids}}
}

func list(names ...music.ProviderName) []music.ProviderName { return names }

func mustMerge(t *testing.T, o harmonize.Options, outcomes ...harmonize.Outcome) *harmonize.Result {
	t.Helper()
	result, err := harmonize.Merge(outcomes, o)
	if err != nil {
		t.Fatalf("merge: %v", err)
	}
	return result
}

// preferring returns options with the order of one property.
func preferring(o harmonize.Options, p music.Property, names ...music.ProviderName) harmonize.Options {
	o.By = map[music.Property][]music.ProviderName{p: names}
	return o
}

// modes are both presets, for what has to hold in either.
func modes() map[string]harmonize.Options {
	return map[string]harmonize.Options{"default": harmonize.Default(), "reference": harmonize.Reference()}
}

func inBothModes(t *testing.T, test func(t *testing.T, o harmonize.Options)) {
	t.Helper()
	for name, o := range modes() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			test(t, o)
		})
	}
}
