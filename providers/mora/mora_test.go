package mora

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
			{URL: "https://mora.jp/package/91000001/00770000000019/", ID: providers.ID{Type: "package", ID: "91000001/00770000000019"}, Canonical: true},
			{URL: "https://mora.jp/package/91000001/00770000000019", ID: providers.ID{Type: "package", ID: "91000001/00770000000019"}},
			{URL: "http://mora.jp/package/91000002/TUTZ-1001_F/?fmid=TOPRNKS#top", ID: providers.ID{Type: "package", ID: "91000002/TUTZ-1001_F"}},
			{URL: "https://MORA.jp/package/91000002/TUTZ-1001_F/", ID: providers.ID{Type: "package", ID: "91000002/TUTZ-1001_F"}},
			{URL: "https://mora.jp/artist/910011/", ID: providers.ID{Type: "artist", ID: "910011"}, Canonical: true},
			{URL: "https://mora.jp/artist/910011", ID: providers.ID{Type: "artist", ID: "910011"}},
		},
		Foreign: []string{
			"https://www.mora.jp/package/91000001/00770000000019/", "https://cf.mora.jp/package/91000001/00770000000019/",
			"https://mora.jp/package/91000001/", "https://mora.jp/package/label/00770000000019/", "https://mora.jp/package/1/2/3/",
			"https://mora.jp/package/91000001/00770000000019//", "https://mora.jp/topics/news/", "https://mora.jp/artist/", "https://mora.jp/",
		},
		BadIDs: []string{
			"text", "91000001", "91000001/", "/00770000000019", "label/00770000000019", "91000001/a.b", "91000001/a/b",
			"https://mora.jp/package/91000001/00770000000019/",
		},
		Releases: []providertest.Case{
			{Name: "songs-and-a-video", ID: "91000001/00770000000019"},
			{Name: "high-resolution-without-barcode", ID: "91000002/TUTZ-1001_F"},
			{
				Name: "titles", URL: "https://mora.jp/package/91000001/00770000000019/",
				Need: music.PropertiesOf(music.PropTitle, music.PropTrackTitles),
			},
		},
		Missing: []providertest.Case{{Name: "no-such-package", ID: "91000001/NONE-1"}},
		Errors: []providertest.ServiceError{
			{Name: "page without arguments", Body: "<!DOCTYPE html><title>mora</title>", Kind: providers.ErrMalformed},
			{
				Name: "page with broken arguments", Kind: providers.ErrMalformed,
				Body: `<!DOCTYPE html><meta name="msApplication-Arguments" content="{broken">`,
			},
			{
				Name: "page about an artist", Kind: providers.ErrMalformed,
				Body: `<!DOCTYPE html><meta name="msApplication-Arguments" content='{"type":"artist","artistNo":"910011"}'>`,
			},
			{Name: "forbidden", Status: 403, Body: "<Error><Code>AccessDenied</Code></Error>", Kind: providers.ErrDenied},
		},
	})
}
