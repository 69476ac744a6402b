package harmonize_test

import (
	"slices"
	"testing"

	"tutti/harmonize"
	"tutti/music"
)

func TestConflicts(t *testing.T) {
	t.Parallel()
	track := func(tr music.Track) music.Release { return music.Release{Media: tracks(tr)} }
	tests := map[string]struct {
		a, b     music.Release
		kind     harmonize.ConflictKind // empty: no conflict
		severity music.Severity
		path     string
	}{
		"titles that differ in case only": {a: music.Release{Title: "A b"}, b: music.Release{Title: "a B"}},
		"titles":                          {music.Release{Title: "A"}, music.Release{Title: "B"}, harmonize.ConflictTitle, music.Info, "title"},
		"artists": {
			music.Release{Artists: []music.ArtistCredit{named("A")}},
			music.Release{Artists: []music.ArtistCredit{named("B")}},
			harmonize.ConflictArtistCredit, music.Info, "artists",
		},
		"a guest in the title of one and the credit of the other": {
			a: track(music.Track{Title: "Song (feat. Jane)", Artists: []music.ArtistCredit{named("John")}}),
			b: track(music.Track{Title: "Song", Artists: []music.ArtistCredit{named("John"), named("Jane")}}),
		},
		"a guest in one name or two": {
			a: track(music.Track{Title: "Song", Artists: []music.ArtistCredit{named("John feat. Jane")}}),
			b: track(music.Track{Title: "Song", Artists: []music.ArtistCredit{named("John"), named("Jane")}}),
		},
		"forms of naming guests": {a: track(music.Track{Title: "Song [ft. Jane and Joe]"}), b: track(music.Track{Title: "Song (feat. Jane & Joe)"})},
		"another guest in the title": {
			track(music.Track{Title: "Song (feat. Jane)"}), track(music.Track{Title: "Song (feat. Joe)"}),
			harmonize.ConflictTitle, music.Info, "media[0].tracks[0].title",
		},
		"a guest who is not credited": {
			track(music.Track{Title: "Song (feat. Jane)"}), track(music.Track{Title: "Song", Artists: []music.ArtistCredit{named("John")}}),
			harmonize.ConflictTitle, music.Info, "media[0].tracks[0].title",
		},
		"a version is another title": {
			track(music.Track{Title: "Song (Live)"}), track(music.Track{Title: "Song"}),
			harmonize.ConflictTitle, music.Info, "media[0].tracks[0].title",
		},
		"tracks that only one has": {
			music.Release{Media: titled([]string{"one", "two"})},
			music.Release{Media: titled([]string{"one", "two", "three"})},
			harmonize.ConflictTrackCount, music.Warning, "media",
		},
		"barcodes": {music.Release{GTIN: "4006381333931"}, music.Release{GTIN: "400638133393"}, harmonize.ConflictGTIN, music.Warning, "gtin"},
		"counts where nobody lists tracks": {
			music.Release{TrackCount: 12},
			music.Release{TrackCount: 13},
			harmonize.ConflictTrackCount, music.Warning, "trackCount",
		},
		"dates": {
			music.Release{Date: &music.ReleaseDate{Date: music.PartialDate{Year: 2020}}},
			music.Release{Date: &music.ReleaseDate{Date: music.PartialDate{Year: 2021}}},
			harmonize.ConflictReleaseDate, music.Info, "releaseDate",
		},
		"labels": {
			music.Release{Labels: []music.ReleaseLabel{{Entity: music.Entity{Name: "A"}}}},
			music.Release{Labels: []music.ReleaseLabel{{Entity: music.Entity{Name: "B"}}}},
			harmonize.ConflictLabel, music.Info, "labels",
		},
		"labels of which one is the same": {
			a: music.Release{Labels: []music.ReleaseLabel{{Entity: music.Entity{Name: "A"}}}},
			b: music.Release{Labels: []music.ReleaseLabel{{Entity: music.Entity{Name: "B"}}, {Entity: music.Entity{Name: "a"}}}},
		},
		"formats": {
			music.Release{Media: []music.Medium{{Format: "CD", Tracks: make([]music.Track, 1)}}},
			music.Release{Media: []music.Medium{{Format: "Vinyl", Tracks: make([]music.Track, 1)}}},
			harmonize.ConflictMediumFormat, music.Warning, "media[0].format",
		},
		"lengths a little apart": {a: track(music.Track{Length: 180_000}), b: track(music.Track{Length: 182_500})},
		"lengths apart": {
			track(music.Track{Length: 180_000}), track(music.Track{Length: 185_000}),
			harmonize.ConflictDuration, music.Info, "media[0].tracks[0].lengthMs",
		},
		"lengths far apart": {
			track(music.Track{Length: 180_000}), track(music.Track{Length: 240_000}),
			harmonize.ConflictDuration, music.Warning, "media[0].tracks[0].lengthMs",
		},
		"ISRCs": {
			track(music.Track{ISRC: new(music.ISRC("XXAAA2100001"))}), track(music.Track{ISRC: new(music.ISRC("XXAAA2100002"))}),
			harmonize.ConflictISRC, music.Warning, "media[0].tracks[0].isrc",
		},
		"explicit lyrics": {
			track(music.Track{Explicit: music.ExplicitYes}), track(music.Track{Explicit: music.ExplicitNo}),
			harmonize.ConflictExplicitness, music.Warning, "media[0].tracks[0].explicit",
		},
		"unknown on one side": {a: track(music.Track{Explicit: music.ExplicitYes, Length: 1, ISRC: new(music.ISRC("x"))}), b: track(music.Track{})},
		"order of tracks": {
			music.Release{Media: titled([]string{"one", "two", "three"})},
			music.Release{Media: titled([]string{"one", "three", "two"})},
			harmonize.ConflictTrackOrder, music.Warning, "media",
		},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got := mustMerge(t, harmonize.Default(), said("a", test.a), said("b", test.b)).Conflicts()
			if test.kind == "" {
				if len(got) != 0 {
					t.Errorf("got %+v, want none", got)
				}
				return
			}
			if len(got) != 1 || got[0].Kind != test.kind || got[0].Severity != test.severity || got[0].Path != test.path {
				t.Fatalf("got %+v, want one %s at %s", got, test.kind, test.path)
			}
			if c := got[0].Clusters; len(c) != 2 || !c[0].Merged || c[1].Merged || !slices.Equal(c[1].Providers, list("b")) {
				t.Errorf("got the clusters %+v", c)
			}
		})
	}
}

func TestReferencePresetFindsConflictsToo(t *testing.T) {
	t.Parallel()
	got := mustMerge(t, harmonize.Reference(),
		said("frame", music.Release{Media: titled([]string{"One"})}),
		said("a", music.Release{Media: tracks(music.Track{Title: "Uno", Explicit: music.ExplicitYes})}),
		said("b", music.Release{Media: tracks(music.Track{Title: "One", Explicit: music.ExplicitNo})}),
	).Conflicts()
	if len(got) != 2 || got[0].Kind != harmonize.ConflictTitle || got[1].Kind != harmonize.ConflictExplicitness {
		t.Fatalf("got %+v", got)
	}
	if !got[0].Clusters[0].Merged || got[1].Clusters[0].Merged || got[1].Clusters[1].Merged {
		t.Errorf("the frame's title is merged and nobody's marking, got %+v", got)
	}
}

func TestTemplatesHaveNoSayInConflicts(t *testing.T) {
	t.Parallel()
	got := mustMerge(t, harmonize.Default(), said("a", music.Release{Title: "A"}), template(said("b", music.Release{Title: "B"}))).Conflicts()
	if len(got) != 0 {
		t.Errorf("got %+v", got)
	}
}

func TestAlignments(t *testing.T) {
	t.Parallel()
	frame := said("frame", music.Release{Media: tracks(music.Track{Title: "One", Length: 180_000, ISRC: new(music.ISRC("XXAAA2100001"))})})
	one := func(tr music.Track) harmonize.Outcome { return said("other", music.Release{Media: tracks(tr)}) }
	tests := map[string]struct {
		other      harmonize.Outcome
		method     harmonize.AlignmentMethod
		confidence float64
	}{
		"the same ISRC":                          {one(music.Track{Title: "Uno", ISRC: new(music.ISRC("xx-aaa-21-00001"))}), harmonize.AlignedByISRC, 1},
		"the same title":                         {one(music.Track{Title: "ONE"}), harmonize.AlignedByPositionAndTitle, 0.9},
		"the same title, but much longer":        {one(music.Track{Title: "ONE", Length: 200_000}), harmonize.AlignedByPositionAndTitle, 0.7},
		"nothing but the position":               {one(music.Track{Title: "Uno", Length: 181_000}), harmonize.AlignedByPositionOnly, 0.5},
		"the position, although it is not alike": {one(music.Track{Title: "Uno", Length: 200_000}), harmonize.AlignedByPositionOnly, 0.3},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got := mustMerge(t, harmonize.Default(), frame, test.other).Release.Media(nil)[0].Tracks()[0].Alignments()
			if len(got) != 2 || got[0].Provider != "frame" || got[0].Confidence != 1 || *got[0].LengthDeltaMs != 0 {
				t.Fatalf("got %+v, want the frame first and certain", got)
			}
			a := got[1]
			if a.Method != test.method || a.Confidence < test.confidence-0.001 || a.Confidence > test.confidence+0.001 || a.ProviderPosition != "1.1" {
				t.Errorf("got %+v, want %s with %v", a, test.method, test.confidence)
			}
		})
	}
}
