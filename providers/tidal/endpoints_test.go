package tidal

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tutti/music"
	"tutti/providers"
	"tutti/providers/internal/adaptertest"
)

// TestRequests holds what is sent: nothing is included that a resource does not have.
func TestRequests(t *testing.T) {
	t.Parallel()
	e := newEndpoints()
	in := func(ids ...string) []providers.Key {
		var keys []providers.Key
		for _, id := range ids {
			keys = append(keys, providers.Key{ID: id, Region: "GB"})
		}
		return keys
	}
	const album, video = "albums?countryCode=GB&include=artists%2Citems.artists%2Cproviders%2CcoverArt&", "videos?countryCode=GB&include=artists%2Cproviders%2CthumbnailArt&"
	const track = "tracks?countryCode=GB&include=artists%2Calbums.artists%2Calbums.providers%2Calbums.coverArt&"
	const hits = "countryCode=GB&include=albums.artists%2Calbums.providers%2Calbums.coverArt"
	for name, c := range map[string]struct {
		request func([]providers.Key) (providers.Request, error)
		keys    []providers.Key
		want    string
	}{
		"album":                {alone(e.release), in("1"), album + "filter%5Bid%5D=1"},
		"video":                {alone(e.release), in("video/1"), video + "filter%5Bid%5D=1"},
		"albums":               {e.release.Batch.Request, in("1", "2"), album + "filter%5Bid%5D=1%2C2"},
		"videos":               {e.release.Batch.Request, in("video/1", "video/2"), video + "filter%5Bid%5D=1%2C2"},
		"albums before videos": {e.release.Batch.Request, in("video/1", "2", "3"), album + "filter%5Bid%5D=2%2C3"},
		"barcode":              {alone(e.barcode), in("00602475093060"), album + "filter%5BbarcodeId%5D=00602475093060"},
		"barcodes":             {e.first.Batch.Request, in("1", "02"), album + "filter%5BbarcodeId%5D=1%2C02"},
		"first page":           {alone(e.items), in("1"), "albums/1/relationships/items?countryCode=GB&include=items.artists"},
		"page":                 {alone(e.items), []providers.Key{{ID: "1", Region: "GB", Page: "a+/="}}, "albums/1/relationships/items?countryCode=GB&include=items.artists&page%5Bcursor%5D=a%2B%2F%3D"},
		"track":                {alone(e.track), in("7"), track + "filter%5Bid%5D=7"},
		"tracks":               {e.track.Batch.Request, in("7", "8"), track + "filter%5Bid%5D=7%2C8"},
		"code":                 {alone(e.isrc), in("QZTUT3110011"), track + "filter%5Bisrc%5D=QZTUT3110011"},
		"artist":               {alone(e.artist), in("5"), "artists?countryCode=GB&include=profileArt&filter%5Bid%5D=5"},
		"artists":              {e.artist.Batch.Request, in("5", "6"), "artists?countryCode=GB&include=profileArt&filter%5Bid%5D=5%2C6"},
		"discography":          {alone(e.albums), in("5"), "artists/5/relationships/albums?" + hits},
		"more of a discography": {
			alone(e.albums), []providers.Key{{ID: "5", Region: "GB", Page: "a+"}}, "artists/5/relationships/albums?" + hits + "&page%5Bcursor%5D=a%2B",
		},
		"search": {alone(e.searchAlbums), in(`a&filter="b"/c`), "searchResults?" + hits + "&filter%5Bquery%5D=a%26filter%3D%22b%22%2Fc"},
		"more hits": {
			alone(e.searchAlbums),
			[]providers.Key{{ID: "a/b?c", Region: "GB", Page: "d"}},
			"searchResults/a%2Fb%3Fc/relationships/albums?" + hits + "&page%5Bcursor%5D=d",
		},
		"search for tracks": {
			alone(e.searchTracks), in("a"),
			"searchResults?countryCode=GB&include=tracks.artists%2Ctracks.albums.artists%2Ctracks.albums.providers%2Ctracks.albums.coverArt&filter%5Bquery%5D=a",
		},
		"search for artists": {alone(e.searchArtists), in("a"), "searchResults?countryCode=GB&include=artists.profileArt&filter%5Bquery%5D=a"},
	} {
		req, err := c.request(c.keys)
		if got := strings.TrimPrefix(req.URL, api); err != nil || got != c.want {
			t.Errorf("%s: got %s, %v, want %s", name, got, err, c.want)
		}
	}
}

func alone(e *providers.Endpoint) func([]providers.Key) (providers.Request, error) {
	return func(keys []providers.Key) (providers.Request, error) { return e.Request(keys[0]) }
}

func TestJudge(t *testing.T) {
	t.Parallel()
	const one = `{"data":[{"id":"1","type":"albums"}]}`
	for name, c := range map[string]struct {
		status int
		body   string
		found  error // of releases
		page   error // of a page of items
	}{
		"something":                          {200, one, nil, nil},
		"nothing":                            {200, `{"data":[],"included":[]}`, providers.ErrNotFound, nil},
		"no list":                            {200, `{"links":{}}`, providers.ErrMalformed, providers.ErrMalformed},
		"a resource in place of a list":      {200, `{"data":{"id":"1"}}`, providers.ErrMalformed, providers.ErrMalformed},
		"empty object":                       {200, `{}`, providers.ErrMalformed, providers.ErrMalformed},
		"half an answer":                     {200, `{"data":[`, providers.ErrMalformed, providers.ErrMalformed},
		"page":                               {200, `<html>`, providers.ErrMalformed, providers.ErrMalformed},
		"no errors":                          {200, `{"data":[{"id":"1"}],"errors":[]}`, nil, nil},
		"not found":                          {404, `{"errors":[{"status":"404","code":"NOT_FOUND","detail":"Resource not found"}]}`, providers.ErrNotFound, providers.ErrNotFound},
		"unknown relationship":               {400, `{"errors":[{"status":"400","code":"INVALID_INCLUDE"}]}`, providers.ErrInvalid, providers.ErrInvalid},
		"bad token":                          {401, `{"errors":[{"status":"401"}]}`, providers.ErrDenied, providers.ErrDenied},
		"too many requests":                  {429, `{"errors":[{"status":"429"}]}`, providers.ErrRateLimited, providers.ErrRateLimited},
		"too many requests without JSON":     {429, `slow down`, providers.ErrRateLimited, providers.ErrRateLimited},
		"gateway without JSON":               {502, `Bad gateway`, providers.ErrUnavailable, providers.ErrUnavailable},
		"errors with a good status":          {200, `{"errors":[{"code":"X"},{"status":"503"}]}`, providers.ErrUnavailable, providers.ErrUnavailable},
		"errors that say nothing":            {200, `{"errors":[{}]}`, providers.ErrMalformed, providers.ErrMalformed},
		"an error with a status of success":  {200, `{"errors":[{"status":"200"}]}`, providers.ErrMalformed, providers.ErrMalformed},
		"a status that is a number, as text": {400, `{"errors":[{"status":400}]}`, providers.ErrInvalid, providers.ErrInvalid},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			verdict := func(kind error) adaptertest.Verdict {
				v := adaptertest.Verdict{Status: c.status, Body: c.body, Kind: kind}
				if c.status == 429 || c.status >= 500 || kind == providers.ErrUnavailable { //nolint:errorlint // the kind itself
					v.After = adaptertest.After
				}
				return v
			}
			adaptertest.Judge(t, judgeFound, verdict(c.found))
			adaptertest.Judge(t, judgePage, verdict(c.page))
		})
	}
}

// TestJudgeHits holds that a search says what it leads to, if it is one.
func TestJudgeHits(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		status int
		body   string
		kind   error
	}{
		"hits":                     {200, `{"data":[{"id":"x","type":"searchResults","relationships":{"albums":{"data":[{"id":"1","type":"albums"}]}}}]}`, nil},
		"no hits":                  {200, `{"data":[{"id":"x","type":"searchResults","relationships":{"albums":{"data":[]}}}]}`, nil},
		"no result":                {200, nothing, nil},
		"page of hits":             {200, `{"data":[{"id":"1","type":"albums"}]}`, nil},
		"hits of something else":   {200, `{"data":[{"id":"x","type":"searchResults","relationships":{"tracks":{"data":[]}}}]}`, providers.ErrMalformed},
		"hits that are not told":   {200, `{"data":[{"id":"x","type":"searchResults","relationships":{"albums":{"links":{}}}}]}`, providers.ErrMalformed},
		"relationships are no map": {200, `{"data":[{"id":"x","type":"searchResults","relationships":[]}]}`, providers.ErrMalformed},
		"result in place of list":  {200, `{"data":{"id":"x","type":"searchResults"}}`, providers.ErrMalformed},
		"a query that is refused":  {400, refused, providers.ErrInvalid},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			adaptertest.Judge(t, judgeAlbums, adaptertest.Verdict{Status: c.status, Body: c.body, Kind: c.kind})
		})
	}
}

// TestErrorsInWords holds that an error says what it is about, whichever way the service does.
func TestErrorsInWords(t *testing.T) {
	t.Parallel()
	for want, list := range map[string][]wireError{
		"": {{}}, "Odd": {{Detail: "Odd"}}, "CODE": {{Code: "CODE"}}, "CODE: Odd; B": {{Code: "CODE", Detail: "Odd"}, {Code: "B"}},
	} {
		if got := described(list).Error(); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
	e := wireError{Code: "CODE", Detail: "Odd"}
	e.Meta.Category = "CATEGORY"
	e.Source.Pointer = "/data"
	if got := described([]wireError{e}).Error(); got != "/data: Odd" {
		t.Errorf("with a pointer: got %q", got)
	}
	e.Source.Parameter = "filter[id]"
	if got := described([]wireError{e}).Error(); got != "filter[id]: Odd" {
		t.Errorf("with a parameter: got %q", got)
	}
	e = wireError{Detail: "Odd"}
	e.Meta.Category = "CATEGORY"
	if got := described([]wireError{e}).Error(); got != "CATEGORY: Odd" {
		t.Errorf("with a category: got %q", got)
	}
}

// part is one part of a multi-get.
func part(data, included string) string {
	return `{"data":[` + data + `],"included":[` + included + `]}`
}

// shown are the decided keys with their parts.
func shown(keys []providers.Key, parts map[providers.Key][]byte) string {
	var out []string
	for _, k := range keys {
		if body, ok := parts[k]; ok && body == nil {
			out = append(out, k.ID+"=no")
		} else if ok {
			out = append(out, k.ID+"="+string(body))
		}
	}
	return strings.Join(out, " ")
}

// TestSplit holds which keys a multi-get of ids decides, and that each part has all that belongs to it and nothing else. A key that is
// not named is asked for alone.
func TestSplit(t *testing.T) {
	t.Parallel()
	const (
		a, b  = `{"id":"1","type":"albums","relationships":{"items":{"data":[{"id":"7","type":"tracks"}]}}}`, `{"id":"2","type":"albums"}`
		v     = `{"id":"1","type":"videos","relationships":{"albums":{"data":{"id":"2","type":"albums"}}}}`
		song  = `{"id":"7","type":"tracks","relationships":{"artists":{"data":[{"id":"5","type":"artists"}]}}}`
		x, y  = `{"id":"5","type":"artists","relationships":{"tracks":{"data":[{"id":"7","type":"tracks"}]}}}`, `{"id":"6","type":"artists"}`
		links = `"links":{"next":"/albums?page%5Bcursor%5D=x"}`
	)
	for name, c := range map[string]struct {
		keys []string
		body string
		want string
	}{
		"each with what belongs to it":         {[]string{"1", "2"}, part(b+","+a, y+","+x+","+song), "1=" + part(a, x+","+song) + " 2=" + part(b, "")},
		"not there is a no":                    {[]string{"1", "3"}, part(b, ""), "1=no 3=no"},
		"nothing there":                        {[]string{"1", "3"}, part("", ""), "1=no 3=no"},
		"not on the first of several pages":    {[]string{"1", "2"}, `{"data":[` + a + `],` + links + `}`, "1=" + part(a, "")},
		"video was not asked for with albums":  {[]string{"1", "video/1"}, part(a, ""), "1=" + part(a, "")},
		"videos":                               {[]string{"video/1", "video/2"}, part(v+","+a, b), "video/1=" + part(v, b) + " video/2=no"},
		"video is no album of the same number": {[]string{"1", "2"}, part(v, ""), "1=no 2=no"},
		"answer without a list":                {[]string{"1", "2"}, `{"included":[]}`, ""},
		"list that has become a number":        {[]string{"1", "2"}, `{"data":7}`, ""},
		"entries that are no resources":        {[]string{"1", "2"}, part(`null,7,`+b, `7,null`), "1=no 2=" + part(b, "")},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var keys []providers.Key
			for _, id := range c.keys {
				keys = append(keys, providers.Key{ID: id, Region: "GB"})
			}
			parts, err := newEndpoints().release.Batch.Split([]byte(c.body), keys)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(c.want, shown(keys, parts)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// TestSplitTracks holds that a multi-get of tracks gives each its own, whatever else is included.
func TestSplitTracks(t *testing.T) {
	t.Parallel()
	const (
		a, b  = `{"id":"7","type":"tracks","relationships":{"albums":{"data":[{"id":"1","type":"albums"}]}}}`, `{"id":"8","type":"tracks"}`
		on    = `{"id":"1","type":"albums"}`
		other = `{"id":"9","type":"videos"}`
	)
	keys := []providers.Key{{ID: "8", Region: "GB"}, {ID: "9", Region: "GB"}, {ID: "7", Region: "GB"}, {ID: "7", Region: "US"}}
	parts, err := newEndpoints().track.Batch.Split([]byte(part(a+","+b+","+other, on)), keys)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff("8="+part(b, "")+" 9=no 7="+part(a, on), shown(keys, parts)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestSplitBarcodes holds which keys a multi-get of barcodes decides: each has one album at most.
func TestSplitBarcodes(t *testing.T) {
	t.Parallel()
	albumOf := func(id, code string) string {
		return `{"id":"` + id + `","type":"albums","attributes":{"barcodeId":"` + code + `"}}`
	}
	keys := []providers.Key{{ID: "770000000019", Region: "GB"}, {ID: "0770000000026", Region: "GB"}}
	one, two := albumOf("1", "00770000000019"), albumOf("2", "770000000026")
	for name, c := range map[string]struct{ body, want string }{
		"whatever their padding":           {part(two+","+one, ""), "770000000019=" + part(one, "") + " 0770000000026=" + part(two, "")},
		"not there is a no":                {part(two, ""), "770000000019=no 0770000000026=" + part(two, "")},
		"an album that nobody asked for":   {part(two+","+albumOf("3", "770000000033"), ""), "0770000000026=" + part(two, "")},
		"an album without a barcode":       {part(two+","+albumOf("3", ""), ""), "0770000000026=" + part(two, "")},
		"not on the first of several page": {`{"data":[` + two + `],"links":{"meta":{"nextCursor":"x"}}}`, "0770000000026=" + part(two, "")},
		"answer without a list":            {`{"errors":[]}`, ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			parts, err := newEndpoints().first.Batch.Split([]byte(c.body), keys)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(c.want, shown(keys, parts)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// TestCostOfQuestions holds that every question for something else than a release is one request, and that those that may have an answer
// in another region alone are repeated there.
func TestCostOfQuestions(t *testing.T) {
	t.Parallel()
	for by, want := range map[providers.By]struct {
		plan string
		most int
	}{
		providers.ByTrack: {"track", 5}, providers.ByISRC: {"isrc", 5}, providers.ByArtist: {"artist", 5}, providers.ByDiscography: {"artist/albums", 5},
		providers.BySearchingReleases: {"search/album", 1}, providers.BySearchingTracks: {"search/track", 1},
		providers.BySearchingArtists: {"search/artist", 1},
	} {
		cover := Factory().Cover(by, music.AllProperties, providers.Known{})
		if got := adaptertest.Plan(cover); got != want.plan || cover.Bound(providers.Shape{Regions: 5}) != want.most {
			t.Errorf("a %s takes %q, at most %d requests; want %q and %d", by, got, cover.Bound(providers.Shape{Regions: 5}), want.plan, want.most)
		}
	}
}

// TestCost holds what the needs of people cost: 12 tracks, 60 tracks, 12 tracks of a short list in five regions, and before anything is
// known. Only other albums with the same barcode forbid a multi-get of barcodes.
func TestCost(t *testing.T) {
	t.Parallel()
	others := music.PropertiesOf(music.PropTitle, music.PropAlternatives)
	for name, c := range map[string]struct {
		by    providers.By
		need  music.Properties
		plan  string
		bound [4]int
	}{
		"titles by id":                    {providers.ByID, titles, "release [items]", [4]int{1, 3, 5, 30}},
		"everything by id":                {providers.ByID, music.AllProperties, "release [items]", [4]int{1, 3, 5, 30}},
		"title of the release by id":      {providers.ByID, 1 << music.PropTitle, "release", [4]int{1, 1, 5, 5}},
		"titles by barcode":               {providers.ByGTIN, titles, "barcode/first [items]", [4]int{1, 3, 5, 30}},
		"title of the release by barcode": {providers.ByGTIN, 1 << music.PropTitle, "barcode/first", [4]int{1, 1, 5, 5}},
		"other albums by barcode":         {providers.ByGTIN, others, "barcode", [4]int{1, 1, 5, 5}},
		"everything by barcode":           {providers.ByGTIN, music.AllProperties, "barcode [items]", [4]int{1, 3, 5, 30}},
	} {
		cover := Factory().Cover(c.by, c.need, providers.Known{})
		if got := adaptertest.Plan(cover); got != c.plan {
			t.Errorf("%s: got the plan %q, want %q", name, got, c.plan)
		}
		got := [4]int{
			cover.Bound(providers.Shape{Tracks: 12, Listed: 12}), cover.Bound(providers.Shape{Tracks: 60, Listed: 20}),
			cover.Bound(providers.Shape{Tracks: 12, Listed: 11, Regions: 5}), cover.Bound(providers.Shape{Regions: 5}),
		}
		if got != c.bound {
			t.Errorf("%s: got bounds %v, want %v", name, got, c.bound)
		}
	}
}
