package harmonize_test

import (
	"slices"
	"strings"
	"testing"

	"tutti/harmonize"
	"tutti/music"
)

// songs makes tracks of titles, each with a length of its own.
func songs(titles ...string) []music.Track {
	out := make([]music.Track, len(titles))
	for i, title := range titles {
		length := 120_000
		for _, r := range title {
			length += 7000 * int(r%13)
		}
		out[i] = music.Track{Title: title, Length: music.Duration(length), Number: music.Numbered(i + 1)}
	}
	return out
}

func TestUnequalListsMergeWhatTheyHaveInCommon(t *testing.T) {
	t.Parallel()
	code := func(s string) *music.ISRC { return new(music.ISRC(s)) }
	deluxe := songs("Hidden", "Amber", "Birch", "Cedar", "Dusk")
	for i := range deluxe {
		deluxe[i].ISRC = code("XXAAA210000" + string(rune('0'+i)))
	}
	result := mustMerge(t, harmonize.Default(),
		said("frame", music.Release{Title: "Woods", Media: tracks(songs("Amber", "Birch", "Cedar")...)}),
		said("more", music.Release{Title: "Woods", Media: tracks(deluxe...), Copyright: new("℗ 2021")}),
	)
	if len(result.Excluded) > 0 {
		t.Fatalf("excluded %v", result.Excluded)
	}
	merged := result.Release.Media(nil)[0].Tracks()
	if len(merged) != 3 || *result.Release.Copyright(nil) != "℗ 2021" || *result.Release.TrackCount(nil) != 3 {
		t.Fatalf("got %d tracks, want the frame's with what the other knows", len(merged))
	}
	for i, want := range []music.ISRC{"XXAAA2100001", "XXAAA2100002", "XXAAA2100003"} {
		if got, _ := merged[i].ISRC(nil); got != want {
			t.Errorf("track %d: got the code %q, want %q", i, got, want)
		}
	}
	a := merged[0].Alignments()[1]
	if a.ProviderPosition != "1.2" || a.Method != harmonize.AlignedByPositionAndTitle {
		t.Errorf("got %+v", a)
	}
	c := result.Conflicts()
	if len(c) != 1 || c[0].Kind != harmonize.ConflictTrackCount || c[0].Severity != music.Warning {
		t.Fatalf("got %+v", c)
	}
	if got, want := c[0].Clusters[1].Display, `5 tracks; with 1.1 "Hidden", 1.5 "Dusk"`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestMissingTracksAreUnaligned(t *testing.T) {
	t.Parallel()
	result := mustMerge(t, harmonize.Default(),
		said("frame", music.Release{Media: tracks(songs("Amber", "Birch", "Cedar")...)}),
		said("less", music.Release{Media: tracks(songs("Amber", "Cedar")...)}),
	)
	a := result.Release.Media(nil)[0].Tracks()[1].Alignments()[1]
	if a.Method != harmonize.Unaligned || a.Confidence != 0 || a.ProviderPosition != "" {
		t.Errorf("got %+v", a)
	}
	if got := result.Conflicts()[0].Clusters[1].Display; got != `2 tracks; without 1.2 "Birch"` {
		t.Errorf("got %s", got)
	}
}

func TestSwappedTracksFollowTheirTitles(t *testing.T) {
	t.Parallel()
	swapped := songs("Birch", "Amber", "Cedar")
	for i := range swapped {
		swapped[i].Kind = []music.TrackKind{music.Video, music.Audio, music.Audio}[i]
	}
	result := mustMerge(t, harmonize.Default(),
		said("frame", music.Release{Media: tracks(songs("Amber", "Birch", "Cedar")...)}),
		said("swapped", music.Release{Media: tracks(swapped...)}),
	)
	merged := result.Release.Media(nil)[0].Tracks()
	if kind, _ := merged[1].Kind(nil); kind != music.Video {
		t.Error("what the other source says of a track went to the one at its index")
	}
	if a := merged[0].Alignments()[1]; a.ProviderPosition != "1.2" || a.Method != harmonize.AlignedByTitleAndDuration {
		t.Errorf("got %+v", a)
	}
	if c := result.Conflicts(); len(c) != 1 || c[0].Kind != harmonize.ConflictTrackOrder || c[0].Clusters[1].Display != "2 1 3" {
		t.Errorf("got %+v", c)
	}
}

func TestMediaAreAlignedByTheirTracks(t *testing.T) {
	t.Parallel()
	two := music.Release{Media: []music.Medium{
		{Number: 1, Format: "CD", Tracks: songs("Amber", "Birch", "Cedar")}, {Number: 2, Format: "DVD", Tracks: songs("Dusk", "Elm", "Fern")},
	}}
	turned := music.Release{Media: []music.Medium{
		{Number: 1, Title: "Films", Tracks: songs("Dusk", "Elm", "Fern")}, {Number: 2, Title: "Songs", Tracks: songs("Amber", "Birch", "Cedar", "Glade")},
	}}
	one := music.Release{Media: tracks(songs("Amber", "Birch", "Cedar", "Dusk", "Elm", "Fern")...)}
	result := mustMerge(t, harmonize.Default(), said("two", two), said("turned", turned), said("one", one))
	media := result.Release.Media(nil)
	if len(result.Excluded) > 0 || len(media) != 2 || *media[0].Title(nil) != "Songs" || *media[1].Title(nil) != "Films" {
		t.Fatalf("excluded %v, got %+v", result.Excluded, result.Release.Music().Media)
	}
	if a := media[1].Tracks()[0].Alignments()[2]; a.Provider != "one" || a.ProviderPosition != "1.4" {
		t.Errorf("got %+v", a)
	}
}

func TestListsThatDoNotAlignAreOtherReleases(t *testing.T) {
	t.Parallel()
	others := songs("Quartz", "Marble", "Flint", "Opal")
	for i := range others {
		others[i].Length += music.Seconds(600)
	}
	outcomes := []harmonize.Outcome{
		said("a", music.Release{Media: tracks(songs("Amber", "Birch", "Cedar", "Dusk")...)}),
		said("b", music.Release{Media: tracks(others...)}),
		said("single", music.Release{Media: tracks(songs("Amber")...)}),
	}
	result := mustMerge(t, harmonize.Default(), outcomes...)
	if !slices.Equal(result.Excluded, list("b", "single")) {
		t.Fatalf("excluded %v", result.Excluded)
	}
	if got := result.Conflicts()[0].Clusters; len(got) != 3 || !strings.Contains(got[1].Display, "Quartz") {
		t.Errorf("got %+v", got)
	}
	o := harmonize.Default()
	o.Primary = "b"
	if result := mustMerge(t, o, outcomes...); !slices.Equal(result.Order, list("b")) {
		t.Errorf("merged %v, want the primary provider", result.Order)
	}
	o.OnConflict, o.Primary = harmonize.Fail, ""
	if _, err := harmonize.Merge(outcomes, o); err == nil {
		t.Error("a contradiction was merged")
	}
	if _, err := harmonize.Merge([]harmonize.Outcome{outcomes[0], said("c", music.Release{Media: tracks(songs("Amber", "Birch", "Cedar")...)})}, o); err != nil {
		t.Errorf("lists that align do not contradict each other: %v", err)
	}
}

func TestReferencePresetRefusesUnequalLists(t *testing.T) {
	t.Parallel()
	_, err := harmonize.Merge([]harmonize.Outcome{
		said("a", music.Release{Media: tracks(songs("Amber", "Birch")...)}), said("b", music.Release{Media: tracks(songs("Amber")...)}),
	}, harmonize.Reference())
	if err == nil {
		t.Error("unequal lists were merged")
	}
}
