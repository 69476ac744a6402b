package beatport

import (
	"net/http"
	"testing"

	"tutti/providers"
	"tutti/providers/providertest"
)

// The pages in testdata are invented. Run with -update after a change of what is converted, and look at what changed in
// testdata/golden.
func TestProvider(t *testing.T) {
	t.Parallel()
	release := func(slug string) providers.ID { return providers.ID{Type: "release", ID: "7700001", Slug: slug} }
	providertest.Run(t, Factory(), providertest.Spec{
		URLs: []providertest.URL{
			{URL: "https://www.beatport.com/release/low-water-ep/7700001", ID: release("low-water-ep"), Canonical: true},
			{URL: "https://www.beatport.com/release/-/7700001", ID: release("-"), Canonical: true},
			{URL: "https://www.beatport.com/release/d%C3%A9j%C3%A0/7700001", ID: release("d%C3%A9j%C3%A0"), Canonical: true},
			{URL: "https://www.beatport.com/de/release/low-water-ep/7700001", ID: release("low-water-ep")},
			{URL: "http://www.beatport.com/ja/release/low-water-ep/7700001?utm_source=x#top", ID: release("low-water-ep")},
			{URL: "https://www.beatport.com/artist/harbour-static/77001", ID: providers.ID{Type: "artist", ID: "77001", Slug: "harbour-static"}, Canonical: true},
			{URL: "https://www.beatport.com/label/salt-pier-recordings/7701", ID: providers.ID{Type: "label", ID: "7701", Slug: "salt-pier-recordings"}, Canonical: true},
			{URL: "https://www.beatport.com/track/low-water/77000011", ID: providers.ID{Type: "track", ID: "77000011", Slug: "low-water"}, Canonical: true},
		},
		Foreign: []string{
			"https://beatport.com/release/low-water-ep/7700001", "https://pro.beatport.com/release/low-water-ep/7700001",
			"https://api.beatport.com/v4/catalog/releases/7700001/", "https://www.beatport.com/release/7700001",
			"https://www.beatport.com/release/low-water-ep/text", "https://www.beatport.com/release/low-water-ep/7700001/tracks",
			"https://www.beatport.com/deu/release/low-water-ep/7700001", "https://www.beatport.com/chart/x/1", "https://www.beatport.com/genre/techno/6",
			"https://www.beatport.com/search?q=770000000019",
		},
		BadIDs: []string{"text", "-1", "x1", "1.5", "low-water-ep/7700001", "https://www.beatport.com/release/low-water-ep/7700001"},
		Releases: []providertest.Case{
			{Name: "versions-of-tracks", ID: "7700001"},
			{Name: "various-artists-and-literal-entities", ID: "7700002"},
			{Name: "more-tracks-counted-than-listed", URL: "https://www.beatport.com/release/ferry/7700003"},
			{Name: "barcode-of-two-releases-by-number", GTIN: "770000000019"},
			{Name: "barcode-with-padding", GTIN: "00770000000026"},
		},
		Missing: []providertest.Case{
			{Name: "no-such-release", ID: "7700099"},
			{Name: "nothing-found", GTIN: "770000000996"},
			{Name: "only-other-barcodes-found", GTIN: "770000000057"},
		},
		Errors: []providertest.ServiceError{
			{Name: "check for robots", Status: http.StatusForbidden, Body: `<html><title>Just a moment...</title></html>`, Kind: providers.ErrUnavailable},
			{Name: "check for robots with a good status", Body: `<html><title>Just a moment...</title></html>`, Kind: providers.ErrMalformed},
			{Name: "page about nothing", Body: `<script id="__NEXT_DATA__">{"props":{"pageProps":{}}}</script>`, Kind: providers.ErrMalformed},
			{Name: "data that end early", Body: `<script id="__NEXT_DATA__">{"props":{"pageProps":{</script>`, Kind: providers.ErrMalformed},
			{Name: "data that are none", Body: `<script id="__NEXT_DATA__">null</script>`, Kind: providers.ErrMalformed},
		},
	})
}
