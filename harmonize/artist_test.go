package harmonize_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"tutti/harmonize"
	"tutti/music"
)

func TestArtistsAreUnited(t *testing.T) {
	t.Parallel()
	links, images := music.PropertiesOf(music.PropLinks), music.PropertiesOf(music.PropImages)
	id := func(p music.ProviderName, id string) music.ExternalID {
		return music.ExternalID{Provider: p, Type: "artist", ID: id}
	}
	a := harmonize.NewArtist("alpha", music.Artist{
		Entity: music.Entity{Name: "Few", IDs: []music.ExternalID{id("alpha", "1")}},
		Links:  []music.ExternalLink{{URL: "https://a.example", Types: []music.LinkType{music.FreeStreaming}}},
		Images: []music.Image{{URL: "https://i.example/1"}},
	}, links|images)
	b := harmonize.NewArtist("beta", music.Artist{
		Entity: music.Entity{Name: "The Few", MBID: "m", IDs: []music.ExternalID{id("alpha", "1"), id("beta", "2")}},
		Links:  []music.ExternalLink{{URL: "https://a.example", Types: []music.LinkType{music.PaidDownload}}, {URL: "https://b.example"}},
		Images: []music.Image{{URL: "https://i.example/1"}, {URL: "https://i.example/2"}},
	}, links)
	got := harmonize.UniteArtists(a, b).WithIDs(id("beta", "2"), id("gamma", "3"))
	if got.Name() != "Few" || got.Entity().MBID != "m" || !got.Tells(images) || a.Entity().MBID != "" {
		t.Errorf("united: %q with MBID %q; the first: MBID %q", got.Name(), got.Entity().MBID, a.Entity().MBID)
	}
	if diff := cmp.Diff([]music.ExternalID{id("alpha", "1"), id("beta", "2"), id("gamma", "3")}, got.Entity().IDs); diff != "" {
		t.Errorf("ids (-want +got):\n%s", diff)
	}
	want := []music.ExternalLink{{URL: "https://a.example", Types: []music.LinkType{music.FreeStreaming, music.PaidDownload}}, {URL: "https://b.example"}}
	if diff := cmp.Diff(want, got.Links()); diff != "" {
		t.Errorf("links (-want +got):\n%s", diff)
	}
	var pictures []string
	for _, i := range got.Images() {
		pictures = append(pictures, string(i.Provider())+" "+i.URL())
	}
	if diff := cmp.Diff([]string{"alpha https://i.example/1", "beta https://i.example/2"}, pictures); diff != "" {
		t.Errorf("pictures (-want +got):\n%s", diff)
	}
}
