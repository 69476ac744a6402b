package harmonize_test

import (
	"slices"
	"strings"
	"testing"

	"tutti/harmonize"
	"tutti/music"
)

func TestProvenanceTellsWhyNot(t *testing.T) {
	t.Parallel()
	o := harmonize.Default()
	o.Primary = "chosen"
	r := mustMerge(t, o,
		said("lower", music.Release{Title: "Paper lanterns!", GTIN: "1", Copyright: new("")}),
		said("chosen", music.Release{Title: "Paper Lanterns", GTIN: "01"}),
		template(said("old", music.Release{Title: "Lanterns"})),
		said("excluded", music.Release{Title: "Stones", GTIN: "2"}),
		lacking(said("silent", music.Release{Title: "never read"}), music.PropTitle),
	).Release
	p := r.Provenance().Title()
	if p.Chosen().Provider() != "lower" || p.Path() != "title" {
		t.Fatalf("%s was chosen for %s", p.Chosen().Provider(), p.Path())
	}
	var got []string
	for _, c := range p.Candidates() {
		reason := "chosen"
		if c.Rejected() != nil {
			reason = string(*c.Rejected())
		}
		got = append(got, strings.Join([]string{string(c.Provider()), c.Value(), reason}, ": "))
	}
	want := []string{
		"lower: Paper lanterns!: chosen", "chosen: Paper Lanterns: LOWER_PREFERENCE",
		"old: Lanterns: TEMPLATE_ONLY", "excluded: Stones: INCOMPATIBLE",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	if a := p.Agreement(); a < 0.66 || a > 0.67 {
		t.Errorf("the agreement is %v, want two of three", a)
	}
	if p := r.Provenance().Copyright(); p.Chosen() != nil || p.Agreement() != 0 {
		t.Error("nobody has a copyright, yet one is chosen")
	}
}

func TestAgreementComparesNormalisedValues(t *testing.T) {
	t.Parallel()
	seconds := func(o harmonize.Outcome) harmonize.Outcome {
		o.Precision = harmonize.PrecisionSeconds
		return o
	}
	track := func(tr music.Track) music.Release { return music.Release{Media: tracks(tr)} }
	day := func(y, m, d int) music.Release {
		return music.Release{Date: &music.ReleaseDate{Date: music.PartialDate{Year: y, Month: m, Day: d}}}
	}
	tests := map[string]struct {
		path   string
		a, b   harmonize.Outcome
		agrees bool
	}{
		"case, width and accents of titles":   {"title", said("a", music.Release{Title: "Café Ａ"}), said("b", music.Release{Title: "CAFE A"}), true},
		"another title":                       {"title", said("a", music.Release{Title: "Café"}), said("b", music.Release{Title: "Tea"}), false},
		"padding of GTINs":                    {"gtin", said("a", music.Release{GTIN: "012"}), said("b", music.Release{GTIN: "12"}), true},
		"dates as far as both are known":      {"releaseDate", said("a", day(2021, 4, 9)), said("b", day(2021, 0, 0)), true},
		"another month":                       {"releaseDate", said("a", day(2021, 4, 9)), said("b", day(2021, 5, 0)), false},
		"lengths within a second":             {"media[0].tracks[0].lengthMs", said("a", track(music.Track{Length: 180_400})), seconds(said("b", track(music.Track{Length: 180_000}))), true},
		"lengths to the millisecond":          {"media[0].tracks[0].lengthMs", said("a", track(music.Track{Length: 180_400})), said("b", track(music.Track{Length: 180_000})), false},
		"the form of ISRCs":                   {"media[0].tracks[0].isrc", said("a", track(music.Track{ISRC: new(music.ISRC("XXAAA2100001"))})), said("b", track(music.Track{ISRC: new(music.ISRC("xx-aaa-21-00001"))})), true},
		"names of artists as credited or own": {"artists", said("a", music.Release{Artists: []music.ArtistCredit{named("Jane")}}), said("b", music.Release{Artists: []music.ArtistCredit{{Entity: music.Entity{Name: "Jane"}, CreditedName: "J. Doe"}}}), true},
		"the order of labels":                 {"labels", said("a", music.Release{Labels: []music.ReleaseLabel{{CatalogNumber: "1"}, {CatalogNumber: "2"}}}), said("b", music.Release{Labels: []music.ReleaseLabel{{CatalogNumber: "2"}, {CatalogNumber: "1"}}}), true},
		"signs of catalogue numbers":          {"labels[0].catalogNumber", said("a", music.Release{Labels: []music.ReleaseLabel{{CatalogNumber: "ABC-1"}}}), said("b", music.Release{Labels: []music.ReleaseLabel{{CatalogNumber: "abc 1"}}}), true},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			f := mustMerge(t, harmonize.Default(), test.a, test.b).Release.Provenance().Field(test.path)
			if f == nil || len(f.Everyone()) != 2 {
				t.Fatalf("no two candidates for %s", test.path)
			}
			if got := f.Everyone()[1].Agrees(); got != test.agrees {
				t.Errorf("%s and %s agree: %v, want %v", f.Everyone()[0].Display(), f.Everyone()[1].Display(), got, test.agrees)
			}
		})
	}
}

func TestAllProvenanceByPath(t *testing.T) {
	t.Parallel()
	r := mustMerge(t, harmonize.Default(), album(0, 2), album(1, 2)).Release
	under := "media[0].tracks[1]"
	for _, f := range r.Provenance().All(&under, false) {
		if !strings.HasPrefix(f.Path(), under+".") {
			t.Errorf("%s is not below %s", f.Path(), under)
		}
	}
	var differing []string
	for _, f := range r.Provenance().All(nil, true) {
		differing = append(differing, f.Path())
	}
	want := []string{"images", "images[0].url", "media[0].tracks[0].lengthMs", "media[0].tracks[1].lengthMs"}
	if !slices.Equal(differing, want) {
		t.Errorf("providers differ on %q, want %q", differing, want)
	}
	for _, path := range []string{"", "nothing", "media[9].title", "media[0].tracks"} {
		if f := r.Provenance().Field(path); f != nil {
			t.Errorf("there is a field at %q: %s", path, f.Path())
		}
	}
}

func TestWhatIsUnitedHasNoChoice(t *testing.T) {
	t.Parallel()
	r := mustMerge(t, harmonize.Default(),
		said("a", music.Release{Types: []string{"Album"}, AvailableIn: []music.Region{"GB", "DE"}}),
		said("b", music.Release{Types: []string{"EP"}, AvailableIn: []music.Region{"GB"}}),
	).Release
	p := r.Provenance()
	for _, f := range []*harmonize.ValueProvenance{p.Types(), p.Availability()} {
		if f.Chosen() != nil || len(f.Candidates()) != 2 || f.Candidates()[1].Rejected() != nil || f.Agreement() != 0 {
			t.Errorf("%s: got %+v", f.Path(), f)
		}
	}
	if c := p.Availability().Candidates(); !c[0].Agrees() || c[1].Agrees() {
		t.Error("who says the whole agrees, who says a part does not")
	}
}

func TestProvenanceOfTracks(t *testing.T) {
	t.Parallel()
	o := harmonize.Default()
	o.Need = music.AllProperties.Without(music.PropertiesOf(music.PropISRCs, music.PropTrackArtists, music.PropTrackAvailability))
	r := mustMerge(t, o, album(0, 1), album(1, 1)).Release
	p := r.Media(nil)[0].Tracks()[0].Provenance()
	if p.ISRC() != nil || p.Artists() != nil || p.Availability() != nil {
		t.Error("there is provenance of what has not been looked up")
	}
	if got := p.LengthMs(); got.Path() != "media[0].tracks[0].lengthMs" || got.Chosen().Value() != 180_000 || got.Candidates()[1].Display() != "3:00.001" {
		t.Errorf("got %+v", got)
	}
	if got := p.Kind(); got.Chosen() != nil || len(got.Candidates()) != 0 {
		t.Errorf("nobody tells the kind, got %+v", got)
	}
	full := mustMerge(t, harmonize.Default(), album(0, 1), album(1, 1)).Release.Media(nil)[0].Tracks()[0].Provenance()
	if full.ISRC().Agreement() != 1 || full.Artists().Chosen().Value()[0].Name() != "The Inventions" || full.Title().Agreement() != 1 {
		t.Error("all agree, but not all do")
	}
}
