package lookup_test

import (
	"strings"
	"testing"
	"testing/synctest"

	"tutti/harmonize"
	"tutti/lookup"
	"tutti/music"
)

func TestAnIDStandsForTheSameLookup(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		town := newTown(t, usual()...)
		q := lookup.Question{
			Refs: []lookup.Ref{{Provider: "a", ID: "1"}}, URLs: []string{"https://b.example/album/10?utm=x"},
			Options: lookup.Options{Providers: []music.ProviderName{}, Templates: names("b"), Regions: []music.Region{"GB"}},
		}
		q.Merge.Primary, q.Merge.OnConflict = "a", harmonize.PreferPrimary
		q.Merge.Preferences = harmonize.Preferences{
			Default: names("b"), Media: names("a"), By: map[music.Property][]music.ProviderName{music.PropTitle: names("b", "a")},
		}
		r := town.engine.Run(t.Context(), q, lookup.Everything())
		ids := []string{r.ReleaseID(), r.Source("a").ID(), lookup.TrackID(r.Release().Media(nil)[0].Tracks()[1])}
		for i, kind := range []lookup.NodeKind{lookup.NodeRelease, lookup.NodeProviderRelease, lookup.NodeTrack} {
			n, err := lookup.ParseNodeID(ids[i])
			if err != nil || n.Kind != kind {
				t.Fatalf("%s: kind %s, error %v; want %s", ids[i], n.Kind, err, kind)
			}
			again := town.engine.Run(t.Context(), n.Question, lookup.Everything())
			if again.ReleaseID() != r.ReleaseID() {
				t.Errorf("%s: asked again it is another lookup:\n%s\n%s", kind, again.ReleaseID(), r.ReleaseID())
			}
		}
		n, _ := lookup.ParseNodeID(ids[2])
		if n.Track != 1 || n.Provider != "" {
			t.Errorf("the track's place: %+v", n)
		}
	})
}

func TestAnotherViewIsAnotherID(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		town := newTown(t, usual()...)
		seen := map[string]string{}
		for name, change := range map[string]func(*lookup.Question){
			"plain":      func(*lookup.Question) {},
			"preference": func(q *lookup.Question) { q.Merge.Default = names("b") },
			"regions":    func(q *lookup.Question) { q.Regions = []music.Region{"GB"} },
			"providers":  func(q *lookup.Question) { q.Providers = names("a") },
			"primary":    func(q *lookup.Question) { q.Merge.Primary = "b" },
		} {
			q := lookup.Question{GTIN: gtin, Options: lookup.Options{Providers: names("a", "b")}}
			change(&q)
			id := town.engine.Run(t.Context(), q, lookup.Everything()).ReleaseID()
			if other, ok := seen[id]; ok {
				t.Errorf("%s and %s have the same id", name, other)
			}
			seen[id] = name
		}
		padded := town.engine.Run(t.Context(), lookup.Question{GTIN: "602475093060", Options: lookup.Options{Providers: names("a", "b")}}, lookup.Everything())
		if seen[padded.ReleaseID()] != "plain" {
			t.Error("the same barcode in another written form has another id")
		}
	})
}

func TestForeignIDsAreRefused(t *testing.T) {
	t.Parallel()
	for _, id := range []string{"", "r", "r.", "x.e30", "r.%%%", "s.e30", "t.a.1-2", "t..-1-0.e30", "r." + strings.Repeat("A", 20000)} {
		if n, err := lookup.ParseNodeID(id); err == nil {
			t.Errorf("%.40q was read as %+v", id, n)
		}
	}
}

func FuzzParseNodeID(f *testing.F) {
	f.Add("r.e30")
	f.Add("s.deezer.eyJnIjoiMSJ9")
	f.Add("t..1~a.eyJwIjpbXSwiZiI6eyJ0aXRsZSI6WyJhIl19fQ")
	f.Fuzz(func(_ *testing.T, id string) {
		_, _ = lookup.ParseNodeID(id)
	})
}
