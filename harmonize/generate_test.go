package harmonize_test

import (
	"errors"
	"fmt"

	"pgregory.net/rapid"

	"tutti/harmonize"
	"tutti/music"
)

// The generators draw from few values, so that providers agree as often as they differ.

func pool() []music.ProviderName {
	return []music.ProviderName{"alpha", "beta", "gamma", "delta", "epsilon"}
}

func maybe[T any](t *rapid.T, label string, v T) *T {
	if rapid.Bool().Draw(t, label) {
		return &v
	}
	return nil
}

func some[T any](t *rapid.T, label string, values ...T) T {
	return rapid.SampledFrom(values).Draw(t, label)
}

func drawOutcomes(t *rapid.T) []harmonize.Outcome {
	names := rapid.Permutation(pool()).Draw(t, "providers")[:rapid.IntRange(1, 5).Draw(t, "count")]
	out := make([]harmonize.Outcome, len(names))
	for i, name := range names {
		out[i] = drawOutcome(t, name)
	}
	return out
}

func drawOutcome(t *rapid.T, name music.ProviderName) harmonize.Outcome {
	if some(t, "failed", false, false, false, false, true) {
		return harmonize.Outcome{Provider: name, Err: fmt.Errorf("%s: %w", name, errUnreachable)}
	}
	return harmonize.Outcome{
		Provider:  name,
		Release:   drawRelease(t, name),
		Covers:    drawProperties(t, "covers"),
		Template:  some(t, "template", false, false, false, true),
		Precision: some(t, "precision", harmonize.PrecisionSeconds, harmonize.PrecisionMilliseconds),
	}
}

var errUnreachable = errors.New("unreachable")

// drawProperties is mostly everything.
func drawProperties(t *rapid.T, label string) music.Properties {
	if rapid.Bool().Draw(t, label+" all") {
		return music.AllProperties
	}
	lacks := rapid.SliceOfN(rapid.Uint8Range(0, uint8(music.NumProperties)-1), 0, 6).Draw(t, label+" lacks")
	p := music.AllProperties
	for _, l := range lacks {
		p = p.Without(music.PropertiesOf(music.Property(l)))
	}
	return p
}

func drawRelease(t *rapid.T, name music.ProviderName) *music.Release {
	r := &music.Release{
		Title:     some(t, "title", "Lanterns", "lanterns", "Paper Lanterns (Live)", ""),
		Artists:   drawArtists(t, name),
		GTIN:      some[music.GTIN](t, "gtin", "", "400638133393", "0400638133393", "4006381333931"),
		Media:     drawMedia(t, name),
		Status:    maybe(t, "status", some(t, "status value", "Official", "")),
		Types:     some(t, "types", nil, []string{}, []string{"Album"}, []string{"EP", "Live"}),
		Copyright: maybe(t, "copyright", some(t, "copyright value", "℗ 2021 A", "© 2020 B", "")),
		Labels:    some(t, "labels", nil, []music.ReleaseLabel{}, []music.ReleaseLabel{{CatalogNumber: "1"}}, []music.ReleaseLabel{{Entity: music.Entity{Name: "Distro Kid"}}}),
		Images:    some(t, "images", nil, []music.Image{{URL: "https://" + string(name) + ".example/1.jpg"}}),
		Links:     []music.ExternalLink{{URL: "https://" + string(name) + ".example/1", Types: []music.LinkType{music.PaidStreaming}}},
	}
	if rapid.Bool().Draw(t, "date") {
		d := some(t, "date value", music.PartialDate{}, music.PartialDate{Year: 2021}, music.PartialDate{Year: 2021, Month: 4}, music.PartialDate{Year: 2020})
		r.Date = &music.ReleaseDate{Date: d, Quality: music.DateAssumedValid}
	}
	if rapid.Bool().Draw(t, "regions") {
		r.AvailableIn = some(t, "available", []music.Region{}, []music.Region{"GB", "DE"}, []music.Region{"DE", "JP"})
		r.ExcludedFrom = some(t, "excluded", []music.Region{}, []music.Region{"GB"})
	}
	return r
}

func drawArtists(t *rapid.T, name music.ProviderName) []music.ArtistCredit {
	var out []music.ArtistCredit
	for range rapid.IntRange(0, 2).Draw(t, "artists") {
		out = append(out, music.ArtistCredit{Entity: music.Entity{
			Name: some(t, "artist", "Jane", "JANE", "John", "!!!", "???"),
			IDs:  []music.ExternalID{{Provider: name, Type: "artist", ID: some(t, "artist id", "1", "2")}},
		}})
	}
	return out
}

func drawMedia(t *rapid.T, name music.ProviderName) []music.Medium {
	shape := some(t, "shape", nil, []int{}, []int{3}, []int{3}, []int{2, 1}, []int{4})
	if shape == nil {
		return nil
	}
	media := make([]music.Medium, len(shape))
	for i, n := range shape {
		media[i] = music.Medium{Number: i + 1, Title: some(t, "medium title", "", "Side"), Format: some(t, "format", "", "CD", "Vinyl")}
		for j := range n {
			media[i].Tracks = append(media[i].Tracks, drawTrack(t, name, j))
		}
	}
	return media
}

func drawTrack(t *rapid.T, name music.ProviderName, n int) music.Track {
	return music.Track{
		Title:    some(t, "track title", fmt.Sprint("Track ", n), "Other"),
		Number:   some(t, "number", music.TrackNumber{}, music.Numbered(n+1), music.Printed("A1")),
		Artists:  drawArtists(t, name),
		Length:   some[music.Duration](t, "length", 0, 180_000, 180_400, 195_000),
		Kind:     some[music.TrackKind](t, "kind", "", music.Audio, music.Video),
		ISRC:     maybe(t, "isrc", some[music.ISRC](t, "isrc value", "XXAAA2100001", "xx-aaa-21-00002", "odd")),
		Explicit: some(t, "explicit", music.ExplicitUnknown, music.ExplicitNo, music.ExplicitYes),
	}
}

func drawPreferences(t *rapid.T) harmonize.Preferences {
	list := func(label string) []music.ProviderName {
		return rapid.Permutation(pool()).Draw(t, label)[:rapid.IntRange(0, 3).Draw(t, label+" length")]
	}
	return harmonize.Preferences{
		Default:     list("default"),
		Media:       list("media"),
		ExternalIDs: list("ids"),
		By: map[music.Property][]music.ProviderName{
			music.PropTitle: list("titles"), music.PropLengths: list("lengths"), music.PropTrackTitles: list("track titles"),
			music.PropGTIN: list("gtins"),
		},
	}
}

func drawOptions(t *rapid.T) harmonize.Options {
	o := harmonize.Default()
	if rapid.Bool().Draw(t, "reference") {
		o = harmonize.Reference()
		o.OnConflict = harmonize.Cluster
	}
	o.Preferences = drawPreferences(t)
	o.Primary = some(t, "primary", append(pool(), "")...)
	o.Need = some(t, "need", 0, drawProperties(t, "need"))
	return o
}
