package bandcamp

import (
	"net/http"
	"testing"

	"tutti/music"
	"tutti/providers"
	"tutti/providers/providertest"
)

// The pages in testdata are invented. Run with -update after a change of what is converted, and look at what changed in
// testdata/golden.
func TestProvider(t *testing.T) {
	t.Parallel()
	album := func(id string) providers.ID { return providers.ID{Type: "album", ID: id} }
	providertest.Run(t, Factory(), providertest.Spec{
		URLs: []providertest.URL{
			{URL: "https://lanternfishtapes.bandcamp.com/album/harbour-lights", ID: album("lanternfishtapes/harbour-lights"), Canonical: true},
			{URL: "https://some-band.bandcamp.com/album/flora_2?from=discover_page", ID: album("some-band/flora_2")},
			{URL: "http://MarloQuay.Bandcamp.com/album/next-winter#buy", ID: album("marloquay/next-winter")},
			{
				URL: "https://marloquay.bandcamp.com/track/slow-signal", ID: providers.ID{Type: "track", ID: "marloquay/slow-signal"},
				Serialized: "marloquay/track/slow-signal", Canonical: true,
			},
			{URL: "https://marloquay.bandcamp.com/", ID: providers.ID{Type: "artist", ID: "marloquay"}, Canonical: true},
			{URL: "https://marloquay.bandcamp.com", ID: providers.ID{Type: "artist", ID: "marloquay"}},
			{URL: "https://marloquay.bandcamp.com/music", ID: providers.ID{Type: "artist", ID: "marloquay"}},
		},
		Foreign: []string{
			"https://bandcamp.com/discover", "https://bandcamp.com/", "https://www.bandcamp.com/", "https://daily.bandcamp.com/album/x",
			"https://a.b.bandcamp.com/album/x", "https://marloquay.bandcamp.com/merch", "https://marloquay.bandcamp.com/album/",
			"https://marloquay.bandcamp.com/album/x/", "https://marloquay.bandcamp.com/releases", "https://marloquay.bandcamp.com/Album/x",
			"https://music.marloquay.example/album/own-domain", "https://bandcamp.com/EmbeddedPlayer/album=3200002", "https://f4.bcbits.com/img/a1_0.jpg",
		},
		BadIDs: []string{
			"marloquay", "123", "marloquay/", "/next-winter", "marloquay/x/next-winter", "marloquay/track/x/y", "a/b/c", "bänd/title", "b.c/title",
			"marloquay/track/", "www/x", "daily/track/x", "https://marloquay.bandcamp.com/url",
		},
		Releases: []providertest.Case{
			{Name: "label-with-hidden-tracks-and-packages", ID: "lanternfishtapes/harbour-lights"},
			{Name: "track-of-an-album", URL: "https://marloquay.bandcamp.com/track/slow-signal?from=x"},
			{Name: "pre-order", ID: "marloquay/next-winter"},
			{
				Name: "pre-order-without-its-player", ID: "marloquay/next-winter",
				Need: music.PropertiesOf(music.PropTitle, music.PropArtists, music.PropTrackTitles),
			},
			{Name: "page-on-its-own-domain", ID: "MarloQuay/own-domain"},
			{Name: "renamed", ID: "marloquay/first-name"},
			{Name: "barcode-and-date-of-a-record", ID: "foghorn/on-wax"},
		},
		Missing: []providertest.Case{{Name: "no-such-album", ID: "marloquay/nothing-here"}},
		Errors: []providertest.ServiceError{
			{Name: "page for bots", Body: `<!DOCTYPE html><html><head><title>Client Challenge</title></head><body></body></html>`, Kind: providers.ErrMalformed},
			{Name: "broken data", Body: `<html><script data-tralbum="{&quot;a&quot;:" data-band="{}" data-player-data="{"></script></html>`, Kind: providers.ErrMalformed},
			{Name: "data without contents", Body: `<html><script data-tralbum="{}" data-band="{}" data-player-data="{}"></script></html>`, Kind: providers.ErrMalformed},
			{Name: "too many requests", Status: http.StatusTooManyRequests, Body: "Too Many Requests", Kind: providers.ErrRateLimited},
			{Name: "a long rest after a good page", Header: http.Header{"Retry-After": {"60"}}, Body: "<html></html>", Kind: providers.ErrRateLimited},
		},
	})
}
