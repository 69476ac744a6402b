package ototoy

import (
	"testing"

	"tutti/music"
	"tutti/providers"
	"tutti/providers/providertest"
)

// The answers in testdata are invented. Run with -update after a change of what is converted, and look at what changed in
// testdata/golden.
func TestProvider(t *testing.T) {
	t.Parallel()
	providertest.Run(t, Factory(), providertest.Spec{
		URLs: []providertest.URL{
			{URL: "https://ototoy.jp/_/default/p/7700001", ID: providers.ID{Type: "package", ID: "7700001"}, Canonical: true},
			{URL: "http://ototoy.jp/_/default/p/7700001?ref=x#tracklist", ID: providers.ID{Type: "package", ID: "7700001"}},
			{URL: "https://OTOTOY.jp/_/default/p/7700001", ID: providers.ID{Type: "package", ID: "7700001"}},
			{URL: "https://ototoy.jp/_/default/a/77011", ID: providers.ID{Type: "artist", ID: "77011"}, Canonical: true},
			{URL: "https://ototoy.jp/labels/77021", ID: providers.ID{Type: "label", ID: "77021"}, Canonical: true},
			{URL: "https://ototoy.jp/labels/tsutsuji", ID: providers.ID{Type: "label", ID: "tsutsuji"}, Canonical: true},
		},
		Foreign: []string{
			"https://www.ototoy.jp/_/default/p/7700001", "https://ototoy.jp/_/default/p/7700001/", "https://ototoy.jp/_/default/p/text",
			"https://ototoy.jp/_/default/x/7700001", "https://ototoy.jp/_/p/7700001", "https://ototoy.jp/labels/", "https://ototoy.jp/labels/1/2",
			"https://ototoy.jp/opus/index.php/19511684", "https://ototoy.jp/news/1", "https://ototoy.jp/",
		},
		BadIDs: []string{"text", "p/7700001", "1a", "-1", "1.5", "https://ototoy.jp/_/default/p/7700001"},
		Releases: []providertest.Case{
			{Name: "two-discs-with-label", ID: "7700001"},
			{Name: "original-date-and-track-artists", ID: "7700002"},
			{Name: "japanese-page", ID: "7700003"},
			{
				Name: "titles", URL: "https://ototoy.jp/_/default/p/7700001",
				Need: music.PropertiesOf(music.PropTitle, music.PropTrackTitles),
			},
		},
		Missing: []providertest.Case{{Name: "no-such-package", ID: "7700099"}},
		Errors: []providertest.ServiceError{
			{Name: "page about something else", Body: "<!DOCTYPE html><title>OTOTOY</title><h1>News</h1>", Kind: providers.ErrMalformed},
			{Name: "maintenance", Status: 503, Body: "<!DOCTYPE html><title>Maintenance</title>", Kind: providers.ErrUnavailable},
		},
	})
}
