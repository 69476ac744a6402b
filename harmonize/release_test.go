package harmonize_test

import (
	"slices"
	"testing"

	"tutti/harmonize"
	"tutti/music"
)

func TestFromReordersOneField(t *testing.T) {
	t.Parallel()
	confidence := 0.7
	a := said("a", music.Release{
		Title: "A", GTIN: "400638133393", Status: new("Official"),
		Artists: []music.ArtistCredit{named("Jane", music.ExternalID{Provider: "a", Type: "artist", ID: "1"})},
		Media:   []music.Medium{{Title: "Disc", Format: "CD", Tracks: []music.Track{{Title: "a1", Length: 1000, Kind: music.Audio, Explicit: music.ExplicitNo}}}},
	})
	b := said("b", music.Release{
		Title: "B", GTIN: "0400638133393", Status: new("Promotion"), Packaging: new("Box"), Credits: new("all"), Copyright: new("©"),
		Artists:  []music.ArtistCredit{named("JANE", music.ExternalID{Provider: "b", Type: "artist", ID: "2"}), named("John")},
		Language: &music.Language{Code: "eng", Confidence: &confidence}, Script: &music.Script{Code: "Latn", Frequency: 1},
		Labels: []music.ReleaseLabel{{CatalogNumber: "B 1"}, {Entity: music.Entity{Name: "LB", MBID: "m"}}},
		Date:   &music.ReleaseDate{Date: music.PartialDate{Year: 2020}, Quality: music.DateAssumedInvalid, Note: "too early"},
		Media: []music.Medium{{Title: "Disk", Format: "Vinyl", Tracks: []music.Track{{
			Title: "b1", Length: 2000, Kind: music.Video, Explicit: music.ExplicitYes, ISRC: new(music.ISRC("xx-aaa-21-00001")), Artists: []music.ArtistCredit{named("Jane")},
		}}}},
	})
	r := mustMerge(t, harmonize.Default(), a, b).Release
	from := list("nobody", "b")
	track, medium := r.Media(nil)[0].Tracks()[0], r.Media(nil)[0]
	gtin, _ := r.GTIN(from)
	date, _ := r.ReleaseDate(from)
	quality, _ := r.ReleaseDateQuality(from)
	kind, _ := track.Kind(from)
	isrc, _ := track.ISRC(from)
	for field, ok := range map[string]bool{
		"title":               r.Title(from) == "B" && r.Title(nil) == "A",
		"gtin":                gtin == "0400638133393",
		"status":              *r.Status(from) == "Promotion",
		"packaging":           *r.Packaging(from) == "Box" && *r.Packaging(list("a")) == "Box",
		"credits":             *r.Credits(from) == "all",
		"copyright":           *r.Copyright(from) == "©",
		"language":            *r.Language(from) == "eng" && *r.LanguageConfidence(from) == confidence,
		"script":              *r.Script(from) == "Latn" && *r.ScriptFrequency(from) == 1,
		"artists":             len(r.Artists(from)) == 2 && r.Artists(from)[0].JoinPhrase() == " & " && len(r.Artists(from)[0].Artist().Entity().IDs) == 2,
		"labels":              r.Labels(from)[0].Label() == nil && *r.Labels(from)[0].CatalogNumber() == "B 1" && r.Labels(from)[1].Label().Name() == "LB",
		"releaseDate":         date.Year == 2020 && quality == music.DateAssumedInvalid && *r.ReleaseDateNote(from) == "too early",
		"medium title":        *medium.Title(from) == "Disk" && *medium.Title(nil) == "Disc",
		"medium format":       *medium.Format(from) == "Vinyl",
		"track title":         track.Title(from) == "b1" && track.Title(nil) == "a1",
		"track artists":       track.Artists(from)[0].Name() == "Jane",
		"lengthMs":            *track.LengthMs(from) == 2000 && *track.LengthMs(nil) == 1000,
		"kind":                kind == music.Video,
		"explicit":            *track.Explicit(from) && !*track.Explicit(nil),
		"isrc in normal form": isrc == "XXAAA2100001",
		"trackCount":          *r.TrackCount(from) == 1,
	} {
		if !ok {
			t.Errorf("%s(from: b) is not as b says", field)
		}
	}
}

func TestMediaFromAnotherFrame(t *testing.T) {
	t.Parallel()
	a := said("a", music.Release{Media: titled([]string{"a1", "a2"})})
	b := said("b", music.Release{Media: []music.Medium{{Number: 7, Tracks: []music.Track{{Title: "b1"}, {Title: "b2"}}}}})
	r := mustMerge(t, harmonize.Default(), a, b).Release
	from := r.Media(list("b"))
	if m := from[0]; m.Position() != 7 || m.Tracks()[1].Title(nil) != "b2" {
		t.Errorf("got the medium %d with %q", m.Position(), m.Tracks()[1].Title(nil))
	}
	if got := from[0].Tracks()[0].From(); !slices.Equal(got, list("b")) {
		t.Errorf("the track does not know the order %v", got)
	}
	if m := r.Media(nil)[0]; m.Position() != 1 || m.Tracks()[1].From() != nil {
		t.Error("the release's own media have changed")
	}
	track := r.Media(nil)[0].Tracks()[1]
	if track.Release() != r || track.Index() != 1 || track.MediumIndex() != 0 {
		t.Error("the track does not know its place")
	}
}

func TestImagesByWidth(t *testing.T) {
	t.Parallel()
	small := said("small", music.Release{Images: []music.Image{{URL: "https://s.example", Width: 300}}})
	large := said("large", music.Release{Images: []music.Image{{URL: "https://u.example"}, {URL: "https://l.example", Width: 1500, Types: []music.ImageType{music.ImageFront}}}})
	r := mustMerge(t, harmonize.Default(), small, large).Release
	wide, wider := 1000, 5000
	if got := r.Images(nil, &wide); len(got) != 1 || got[0].URL() != "https://l.example" || got[0].Provider() != "large" {
		t.Errorf("got %v", got)
	}
	if got := r.Images(nil, &wider); got == nil || len(got) != 0 {
		t.Errorf("got %v, want a list known to be empty", got)
	}
	if got := r.Images(list("large"), nil); len(got) != 2 || got[0].Width() != nil || *got[1].Width() != 1500 {
		t.Errorf("got %v", got)
	}
	if got := mustMerge(t, harmonize.Default(), said("none", music.Release{})).Release.Images(nil, nil); got != nil {
		t.Errorf("unknown images have become %v", got)
	}
}

func TestRegionsOfTheRelease(t *testing.T) {
	t.Parallel()
	nowhere := said("nowhere", music.Release{AvailableIn: []music.Region{}, ExcludedFrom: []music.Region{"GB"}})
	somewhere := said("somewhere", music.Release{AvailableIn: []music.Region{"GB"}, ExcludedFrom: []music.Region{"DE"}})
	silent := said("silent", music.Release{})
	r := mustMerge(t, harmonize.Default(), nowhere, somewhere, silent).Release
	if !slices.Equal(r.AvailableIn(), []music.Region{"GB"}) || !slices.Equal(r.ExcludedFrom(), []music.Region{"DE"}) {
		t.Errorf("got %v without %v", r.AvailableIn(), r.ExcludedFrom())
	}
	if got := r.Availability(); len(got) != 2 || got[0].Provider() != "nowhere" || got[0].AvailableIn() == nil {
		t.Errorf("got %v", got)
	}
	if r := mustMerge(t, harmonize.Default(), nowhere).Release; r.AvailableIn() == nil || len(r.ExcludedFrom()) != 1 {
		t.Error("nowhere has become unknown")
	}
	if r := mustMerge(t, harmonize.Default(), silent).Release; r.AvailableIn() != nil || r.Availability() != nil {
		t.Error("unknown has become nowhere")
	}
}

func TestViewIsOneProviderUnmixed(t *testing.T) {
	t.Parallel()
	a := said("a", music.Release{Title: "A", GTIN: "1", Types: []string{"Album"}})
	b := template(said("b", music.Release{Title: "B (Live)", GTIN: "2", Status: new("Official"), Media: counted(2)}))
	result := mustMerge(t, harmonize.Default(), a, b)
	v := result.View("b")
	if v.Title() != "B (Live)" || !v.Template() || !v.Merged() || *v.TrackCount() != 2 || len(v.Media()) != 1 || v.Types() != nil {
		t.Errorf("got %q", v.Title())
	}
	if gtin, ok := v.GTIN(); !ok || gtin != "2" {
		t.Error("the view of a template hides what is not merged")
	}
	if v := result.View("a"); v.Status() != nil || v.Template() || v.Provider() != "a" {
		t.Error("the view of one provider has values of another")
	}
	if result.View("c") != nil {
		t.Error("there is a view of a provider that was not asked")
	}
}

func TestMBIDIsKnownIfOneIsNamed(t *testing.T) {
	t.Parallel()
	a, b := said("a", music.Release{ReleaseGroup: &music.Entity{MBID: "g"}}), said("b", music.Release{})
	a.MBID = "m1"
	r := mustMerge(t, harmonize.Default(), a, b).Release
	if id, ok := r.MBID(); !ok || id != "m1" {
		t.Errorf("got %q", id)
	}
	if id, _ := r.ReleaseGroupMBID(); id != "g" {
		t.Errorf("got the group %q", id)
	}
	b.MBID = "m2"
	if id, ok := mustMerge(t, harmonize.Default(), a, b).Release.MBID(); ok {
		t.Errorf("of two %q was taken", id)
	}
}

func TestOwnerIsHandedThrough(t *testing.T) {
	t.Parallel()
	o := harmonize.Default()
	o.Owner = "first"
	r := mustMerge(t, o, said("a", music.Release{Media: counted(1)})).Release
	other := r.WithOwner("second")
	if r.Owner() != "first" || other.Owner() != "second" {
		t.Errorf("got %v and %v", r.Owner(), other.Owner())
	}
	if got := other.Media(nil)[0].Tracks()[0].Release().Owner(); got != "second" {
		t.Errorf("its tracks are owned by %v", got)
	}
}

func TestWithQualityFillsWhatIsLeftOut(t *testing.T) {
	t.Parallel()
	quality := harmonize.Preferences{
		By:          map[music.Property][]music.ProviderName{music.PropLabels: list("q"), music.PropImages: list("q")},
		ExternalIDs: list("q"),
	}
	p := harmonize.Preferences{By: map[music.Property][]music.ProviderName{music.PropLabels: list("mine")}}.WithQuality(quality)
	if !slices.Equal(p.By[music.PropLabels], list("mine")) || !slices.Equal(p.By[music.PropImages], list("q")) || !slices.Equal(p.ExternalIDs, list("q")) {
		t.Errorf("got %+v", p)
	}
	if p := (harmonize.Preferences{Default: list("mine")}).WithQuality(quality); len(p.By) != 0 || len(p.ExternalIDs) != 0 {
		t.Errorf("quality came before the caller's default: %+v", p)
	}
}
