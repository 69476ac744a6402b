package convert_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"tutti/music"
	"tutti/providers/internal/convert"
)

// TestAbsentIsNotEmpty tells what a service does not say, nil, from what it says there is none of.
func TestAbsentIsNotEmpty(t *testing.T) {
	t.Parallel()
	isrc := music.ISRC("QZTUT3100001")
	for name, c := range map[string]struct{ got, want any }{
		"labels of a text":          {convert.Labels(new("Roc Nation / RocAFella/IDJ")), labelled("Roc Nation", "RocAFella", "IDJ")},
		"label with a slash":        {convert.Labels(new("EMI Belgium SA/NV")), labelled("EMI Belgium SA/NV")},
		"labels of an empty text":   {convert.Labels(new("")), []music.ReleaseLabel(nil)},
		"labels of no text":         {convert.Labels(nil), []music.ReleaseLabel(nil)},
		"regions":                   {convert.Regions([]string{"US", "gb", "Europe", ""}), []music.Region{"US", "GB"}},
		"regions without any":       {convert.Regions([]string{}), []music.Region{}},
		"regions that are none":     {convert.Regions([]string{"Europe"}), []music.Region{}},
		"no list of regions":        {convert.Regions(nil), []music.Region(nil)},
		"id":                        {convert.IDs("toy", "album", "1"), []music.ExternalID{{Provider: "toy", Type: "album", ID: "1"}}},
		"no id":                     {convert.IDs("toy", "album", ""), []music.ExternalID(nil)},
		"recording":                 {convert.Recording(convert.IDs("toy", "track", "1")), &music.Entity{IDs: convert.IDs("toy", "track", "1")}},
		"recording without id":      {convert.Recording(nil), (*music.Entity)(nil)},
		"ISRC":                      {convert.ISRC("QZTUT3100001"), &isrc},
		"no ISRC":                   {convert.ISRC(""), (*music.ISRC)(nil)},
		"artists with names":        {convert.Credit([]string{"A", "", "B"}, named), []music.ArtistCredit{credited("A"), credited("B")}},
		"artists without names":     {convert.Credit([]string{""}, named), []music.ArtistCredit(nil)},
		"no artists":                {convert.Credit(nil, named), []music.ArtistCredit(nil)},
		"status of what is digital": {*convert.Digital(&music.Release{Title: "A"}).Status, "Official"},
		"packaging of the same":     {*convert.Digital(&music.Release{Title: "A"}).Packaging, "None"},
		"the rest of the same":      {convert.Digital(&music.Release{Title: "A"}).Title, "A"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(c.want, c.got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func named(name string) music.Entity {
	return music.Entity{Name: name, IDs: convert.IDs("toy", "artist", "of "+name)}
}

func credited(name string) music.ArtistCredit {
	return music.ArtistCredit{Entity: named(name), CreditedName: name}
}

func labelled(names ...string) []music.ReleaseLabel {
	out := make([]music.ReleaseLabel, len(names))
	for i, n := range names {
		out[i].Name = n
	}
	return out
}

func TestDate(t *testing.T) {
	t.Parallel()
	launch := music.PartialDate{Year: 2008, Month: 10}
	for name, c := range map[string]struct {
		text   *string
		launch music.PartialDate
		want   string
	}{
		"day":                       {new("2024-08-16"), launch, "2024-08-16 assumed-valid"},
		"month":                     {new("2025-05"), launch, "2025-05 assumed-valid"},
		"zero month and day":        {new("2010-00-00"), launch, "2010 assumed-valid"},
		"year of the launch":        {new("2008"), launch, "2008 assumed-valid"},
		"month before the launch":   {new("2008-09-30"), launch, "2008-09-30 assumed-invalid"},
		"no date that one knows of": {new("soon"), launch, " assumed-invalid"},
		"empty text":                {new(""), launch, " assumed-invalid"},
		"not said":                  {nil, launch, " none-found"},
		"no launch, nothing sure":   {new("1997-06"), music.PartialDate{}, "1997-06 none-found"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			d := convert.Date(c.text, c.launch)
			if got := d.Date.String() + " " + string(d.Quality); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}
