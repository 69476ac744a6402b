package itunes

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tutti/music"
	"tutti/providers"
	"tutti/providers/internal/adaptertest"
)

// document is an answer of the German storefront.
func document(body string) providers.Document {
	e := newEndpoints()
	return providers.Document{Ask: e.albumSongs.Of("1").In("DE"), Body: []byte(body)}
}

// albumOf is an answer of an album with these fields, and of tracks.
func albumOf(fields string, tracks ...string) string {
	return answerOf(append([]string{strings.TrimSuffix(`{"wrapperType":"collection","collectionId":1,`+fields, ",") + `}`}, tracks...)...)
}

func answerOf(results ...string) string { return `{"results":[` + strings.Join(results, ",") + `]}` }

// song is a song of the album with these fields, and video a video.
func song(fields string) string  { return track("song", fields) }
func video(fields string) string { return track("music-video", fields) }

func track(kind, fields string) string {
	return strings.TrimSuffix(`{"wrapperType":"track","collectionId":1,"kind":"`+kind+`",`+fields, ",") + `}`
}

// read converts an answer with songs.
func read(t *testing.T, body string) *music.Release {
	t.Helper()
	doc := document(body)
	found, err := readResults(doc, func(wireRelease) bool { return true })
	if err != nil {
		t.Fatalf("answer %s: %v", body, err)
	}
	return convertRelease(found.release, listed(found, doc.Region))
}

func linkTypes(r *music.Release) any { return r.Links[0].Types }

func TestConvert(t *testing.T) {
	t.Parallel()
	const artwork = "https://is1-ssl.mzstatic.com/image/thumb/Music7/v4/a/770000000019.jpg/100x100bb.jpg"
	queen := func(ids ...music.ExternalID) []music.ArtistCredit {
		return []music.ArtistCredit{{Entity: music.Entity{Name: "Queen", IDs: ids}, CreditedName: "Queen"}}
	}
	id := music.ExternalID{Provider: name, Type: "artist", ID: "3", Region: "GB", Slug: "queen"}
	old := id
	old.Slug = ""
	title := func(r *music.Release) any { return r.Title }
	explicit, length := adaptertest.OfTrack(adaptertest.Explicit), adaptertest.OfTrack(adaptertest.Length)
	trackTitle := adaptertest.OfTrack(func(t music.Track) any { return t.Title })
	links := adaptertest.OfTrack(func(t music.Track) any { return t.Recording.IDs[0].Links })
	kind := adaptertest.OfTrack(func(t music.Track) any { return t.Kind })
	for name, c := range map[string]struct {
		body string
		got  func(*music.Release) any
		want any
	}{
		"barcode in the artwork": {albumOf(`"artworkUrl100":"` + artwork + `"`), adaptertest.GTIN, music.GTIN("770000000019")},
		"no artwork":             {albumOf(""), adaptertest.GTIN, music.GTIN("")},
		"title":                  {albumOf(`"collectionName":"A"`), title, "A"},
		"title with a type":      {albumOf(`"collectionName":"A - EP"`), title, "A"},
		"title that is a type":   {albumOf(`"collectionName":" - EP"`), title, " - EP"},
		"title with two types":   {albumOf(`"collectionName":"A - EP - Single"`), title, "A - EP"},
		"EP":                     {albumOf(`"collectionName":"A - EP"`), adaptertest.Types, []string{"EP"}},
		"single":                 {albumOf(`"collectionName":"A - Single"`), adaptertest.Types, []string{"Single"}},
		"type in the middle":     {albumOf(`"collectionName":"A - EP (Deluxe)"`), adaptertest.Types, []string(nil)},
		"type in small letters":  {albumOf(`"collectionName":"A - single"`), adaptertest.Types, []string(nil)},
		"artist of the storefront": {
			albumOf(`"artistName":"Queen","artistViewUrl":"https://music.apple.com/gb/artist/queen/3?uo=4"`), adaptertest.Artists, queen(id),
		},
		"artist with an old address": {
			albumOf(`"artistName":"Queen","artistViewUrl":"https://itunes.apple.com/gb/artist/id3"`), adaptertest.Artists, queen(old),
		},
		"artist without a page":           {albumOf(`"artistName":"Queen","artistId":3`), adaptertest.Artists, queen()},
		"artist whose page is of another": {albumOf(`"artistName":"Queen","artistViewUrl":"https://queen.example/gb/artist/3"`), adaptertest.Artists, queen()},
		"artist whose page is an album":   {albumOf(`"artistName":"Queen","artistViewUrl":"https://music.apple.com/gb/album/3"`), adaptertest.Artists, queen()},
		"artist without a name":           {albumOf(`"artistViewUrl":"https://music.apple.com/gb/artist/3"`), adaptertest.Artists, []music.ArtistCredit(nil)},

		"date of a time":           {albumOf(`"releaseDate":"2019-10-25T07:00:00Z"`), adaptertest.Dated, "2019-10-25 assumed-valid"},
		"date of another zone":     {albumOf(`"releaseDate":"2019-10-25T23:30:00-07:00"`), adaptertest.Dated, "2019-10-26 assumed-valid"},
		"date before the platform": {albumOf(`"releaseDate":"1975-11-21T08:00:00Z"`), adaptertest.Dated, "1975-11-21 assumed-invalid"},
		"date in the launch month": {albumOf(`"releaseDate":"2003-04-01T07:00:00Z"`), adaptertest.Dated, "2003-04-01 assumed-valid"},
		"date that is none":        {albumOf(`"releaseDate":"soon"`), adaptertest.Dated, "assumed-invalid"},
		"no date":                  {albumOf(""), adaptertest.Dated, "none-found"},

		"copyright as it is":   {albumOf(`"copyright":"(P) 2019 A"`), func(r *music.Release) any { return *r.Copyright }, "(P) 2019 A"},
		"no copyright":         {albumOf(""), func(r *music.Release) any { return r.Copyright == nil }, true},
		"status and packaging": {albumOf(""), adaptertest.StatusAndPackaging, "Official None"},
		"count of the album":   {albumOf(`"trackCount":21`), func(r *music.Release) any { return r.TrackCount }, 21},
		"count below zero":     {albumOf(`"trackCount":-1`), func(r *music.Release) any { return r.TrackCount }, 0},
		"no labels":            {albumOf(""), func(r *music.Release) any { return r.Labels == nil }, true},

		"page without parameters and slug": {albumOf(`"collectionViewUrl":"https://music.apple.com/de/album/a-b/1?uo=4"`), adaptertest.Link, "https://music.apple.com/de/album/1"},
		"page without a slug":              {albumOf(`"collectionViewUrl":"https://music.apple.com/de/album/1?uo=4#x"`), adaptertest.Link, "https://music.apple.com/de/album/1"},
		"old page keeps its slug":          {albumOf(`"collectionViewUrl":"https://itunes.apple.com/de/album/a-b/id1?uo=4"`), adaptertest.Link, "https://itunes.apple.com/de/album/a-b/id1"},
		"no page":                          {albumOf(""), adaptertest.Link, "https://music.apple.com/de/album/1"},
		"page that is none":                {albumOf(`"collectionViewUrl":"javascript:alert(1)"`), adaptertest.Link, "https://music.apple.com/de/album/1"},

		"sold and streamed":               {albumOf(`"collectionPrice":9.99`, song(`"trackPrice":0.99,"isStreamable":true`)), linkTypes, []music.LinkType{music.PaidDownload, music.PaidStreaming}},
		"sold, and not all streamed":      {albumOf(`"collectionPrice":9.99`, song(`"isStreamable":true`), song(`"isStreamable":false`)), linkTypes, []music.LinkType{music.PaidDownload}},
		"videos count as streamed":        {albumOf(`"collectionPrice":0`, song(`"isStreamable":true`), video("")), linkTypes, []music.LinkType{music.PaidStreaming}},
		"not sold as a whole":             {albumOf(`"collectionPrice":-1`, song(`"trackPrice":-1`)), linkTypes, []music.LinkType{}},
		"sold one by one":                 {albumOf(`"collectionPrice":-1`, song(`"trackPrice":1.29`), song(`"trackPrice":1.29`)), linkTypes, []music.LinkType{music.PaidDownload}},
		"sold one by one, but for one":    {albumOf(`"collectionPrice":-1`, song(`"trackPrice":1.29`), song("")), linkTypes, []music.LinkType{}},
		"price of nothing":                {albumOf(`"collectionPrice":0`, song(`"trackPrice":0`)), linkTypes, []music.LinkType{}},
		"not sold, and without tracks":    {albumOf(`"collectionPrice":-1`), linkTypes, []music.LinkType{music.PaidStreaming}},
		"track, sold and streamed":        {albumOf("", song(`"trackId":7,"trackPrice":0.99,"isStreamable":true`)), links, []music.LinkType{music.PaidDownload, music.PaidStreaming}},
		"track, neither":                  {albumOf("", song(`"trackId":7,"trackPrice":-1,"isStreamable":false`)), links, []music.LinkType{}},
		"video, of which nothing is said": {albumOf("", video(`"trackId":7`)), links, []music.LinkType{music.PaidStreaming}},

		"song as a recording": {albumOf("", song(`"trackId":7`)), adaptertest.OfTrack(func(t music.Track) any { return t.Recording }), &music.Entity{
			IDs: []music.ExternalID{{Provider: "itunes", Type: "song", ID: "7", Region: "DE", Links: []music.LinkType{}}},
		}},
		"track without id":          {albumOf("", song("")), adaptertest.OfTrack(func(t music.Track) any { return t.Recording == nil }), true},
		"kind of a song":            {albumOf("", song("")), kind, music.TrackKind("")},
		"kind of a video":           {albumOf("", video("")), kind, music.Video},
		"censored title is longer":  {albumOf("", song(`"trackName":"A","trackCensoredName":"A (Live)"`)), trackTitle, "A (Live)"},
		"censored title is shorter": {albumOf("", song(`"trackName":"A (Live)","trackCensoredName":"A"`)), trackTitle, "A (Live)"},
		"titles of equal length":    {albumOf("", song(`"trackName":"Shit","trackCensoredName":"S**t"`)), trackTitle, "Shit"},
		"length by letters":         {albumOf("", song(`"trackName":"abc","trackCensoredName":"éé"`)), trackTitle, "abc"},
		"milliseconds":              {albumOf("", song(`"trackTimeMillis":358483`)), length, music.Duration(358483)},
		"negative length":           {albumOf("", song(`"trackTimeMillis":-1`)), length, music.Duration(0)},
		"explicit":                  {albumOf("", song(`"trackExplicitness":"explicit"`)), explicit, music.ExplicitYes},
		"not explicit":              {albumOf("", song(`"trackExplicitness":"notExplicit"`)), explicit, music.ExplicitNo},
		"cleaned":                   {albumOf("", song(`"trackExplicitness":"cleaned"`)), explicit, music.ExplicitNo},
		"nothing said":              {albumOf("", song("")), explicit, music.ExplicitUnknown},
		"artist of a track":         {albumOf("", song(`"artistName":"Queen","artistViewUrl":"https://music.apple.com/gb/artist/queen/3"`)), adaptertest.OfTrack(func(t music.Track) any { return t.Artists }), queen(id)},

		"no tracks": {albumOf(""), adaptertest.Tracks, []music.Medium{}},
		"discs in order, and tracks by number": {
			albumOf("", song(`"trackName":"C","discNumber":2,"trackNumber":1`), song(`"trackName":"B","discNumber":1,"trackNumber":2`), song(`"trackName":"A","discNumber":1,"trackNumber":1`)),
			adaptertest.Media, "1: 1 A, 2 B; 2: 1 C",
		},
		"tracks without a disc or a number": {
			albumOf("", song(`"trackName":"B"`), song(`"trackName":"A","trackNumber":1`), song(`"trackName":"C","trackNumber":-3`)), adaptertest.Media, "1: 1 A,  B,  C",
		},
		"missing tracks of a single disc": {
			albumOf("", song(`"trackName":"B","trackNumber":2,"trackCount":4`)), adaptertest.Media, "1:  [unknown], 2 B,  [unknown],  [unknown]",
		},
		"numbers with a gap, and as many tracks as there are": {
			albumOf("", song(`"trackName":"A","trackNumber":1,"trackCount":2`), song(`"trackName":"C","trackNumber":3,"trackCount":2`)), adaptertest.Media, "1: 1 A, 3 C",
		},
		"missing tracks of one of two discs": {
			albumOf("", song(`"trackName":"A","discCount":2,"discNumber":1,"trackNumber":3,"trackCount":3`), song(`"trackName":"B","discCount":2,"discNumber":2,"trackNumber":1,"trackCount":1`)),
			adaptertest.Media, "1: 3 A; 2: 1 B",
		},
		"disc without tracks":            {albumOf("", song(`"trackName":"A","discCount":3,"discNumber":2,"trackNumber":1`)), adaptertest.Media, "2: 1 A"},
		"number beyond all measure":      {albumOf("", song(`"trackName":"A","trackNumber":501,"trackCount":2`)), adaptertest.Media, "1: 501 A"},
		"count beyond all measure":       {albumOf("", song(`"trackName":"A","trackNumber":1,"trackCount":501`)), adaptertest.Media, "1: 1 A"},
		"booklets are no tracks":         {albumOf("", song(`"trackName":"A","trackNumber":1`), track("pdf", `"trackName":"B","trackNumber":2`)), adaptertest.Media, "1: 1 A"},
		"tracks of others are no tracks": {albumOf("", `{"wrapperType":"track","kind":"song","collectionId":2,"trackName":"B"}`, `{"wrapperType":"track","kind":"music-video","trackName":"C"}`), adaptertest.Tracks, []music.Medium{}},
		"result that is no object":       {answerOf(`7`, `null`, `{"wrapperType":"collection","collectionName":"A"}`), title, "A"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(c.want, c.got(read(t, c.body))); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// TestConvertReleaseAlone holds that nothing is said of tracks where none were asked for.
func TestConvertReleaseAlone(t *testing.T) {
	t.Parallel()
	r := convertRelease(wireRelease{CollectionName: "A", CollectionPrice: 9.99, TrackCount: 3}, trackList{})
	if r.Title != "A" || r.TrackCount != 3 || r.Media != nil || r.Links != nil {
		t.Errorf("got %+v, want neither media nor links", r)
	}
}

// TestArtwork holds which address is that of the original, and which barcode is in it.
func TestArtwork(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		address, source string
		gtin            music.GTIN
	}{
		"name of a label": {
			"https://is1-ssl.mzstatic.com/image/thumb/Music221/v4/11/c4/14UMGIM39390.rgb.jpg/100x100bb.jpg",
			"https://a1.mzstatic.com/us/r1000/063/Music221/v4/11/c4/14UMGIM39390.rgb.jpg", "",
		},
		"barcode":           {"https://is1-ssl.mzstatic.com/image/thumb/v4/770000000019.jpg/100x100bb.jpg", "https://a1.mzstatic.com/us/r1000/063/v4/770000000019.jpg", "770000000019"},
		"padded barcode":    {"https://is1.mzstatic.com/image/thumb/v4/00770000000019_cover.PNG/100x100bb.jpg", "https://a1.mzstatic.com/us/r1000/063/v4/00770000000019_cover.PNG", "00770000000019"},
		"barcode of 13":     {"https://is1.mzstatic.com/image/thumb/v4/a0770000000019b.tiff/100x100bb.jpg", "https://a1.mzstatic.com/us/r1000/063/v4/a0770000000019b.tiff", "0770000000019"},
		"longer number":     {"https://is1.mzstatic.com/image/thumb/v4/1770000000019000.tif/100x100bb.jpg", "https://a1.mzstatic.com/us/r1000/063/v4/1770000000019000.tif", ""},
		"wrong check digit": {"https://is1.mzstatic.com/image/thumb/v4/770000000018.jpeg/100x100bb.jpg", "https://a1.mzstatic.com/us/r1000/063/v4/770000000018.jpeg", ""},
		"only the first number counts": {
			"https://is1.mzstatic.com/image/thumb/v4/770000000018/770000000019.jpg/100x100bb.jpg", "https://a1.mzstatic.com/us/r1000/063/v4/770000000018/770000000019.jpg", "",
		},
		"source":                {"https://is2-ssl.mzstatic.com/image/thumb/v4/6e/source/100x100bb.jpg", "https://a1.mzstatic.com/us/r1000/063/v4/6e/source", ""},
		"old form":              {"http://a2.mzstatic.com/us/r30/Music/7b/mzi.beujtbms.100x100-75.jpg", "http://a1.mzstatic.com/us/r30/Music/7b/mzi.beujtbms.100x100-75.jpg", ""},
		"encoded name":          {"https://is1.mzstatic.com/image/thumb/v4/a%20b%2Fc.jpg/100x100bb.jpg", "https://a1.mzstatic.com/us/r1000/063/v4/a%20b%2Fc.jpg", ""},
		"another host":          {"https://images.example/image/thumb/a.jpg/100x100bb.jpg", "https://images.example/us/r1000/063/a.jpg", ""},
		"host that looks alike": {"https://notmzstatic.com/a.jpg", "https://notmzstatic.com/a.jpg", ""},
		"no host":               {"/image/thumb/770000000019.jpg", "", "770000000019"},
		"another scheme":        {"data:image/png;base64,7", "", ""},
		"no address":            {"", "", ""},
		"no path":               {"https://is1.mzstatic.com", "https://a1.mzstatic.com", ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			source, ok := sourceImage(c.address)
			if source != c.source || ok != (c.source != "") {
				t.Errorf("got the original %q (%t), want %q", source, ok, c.source)
			}
			if got := artworkGTIN(c.address); got != c.gtin {
				t.Errorf("got the barcode %q, want %q", got, c.gtin)
			}
		})
	}
	image := convertArtwork("https://is1.mzstatic.com/image/thumb/a.jpg/100x100bb.jpg")
	want := []music.Image{{
		URL: "https://a1.mzstatic.com/us/r1000/063/a.jpg", Thumb: "https://is1.mzstatic.com/image/thumb/a.jpg/250x250bb.jpg", Types: []music.ImageType{music.ImageFront},
	}}
	if diff := cmp.Diff(want, image); diff != "" {
		t.Errorf("image (-want +got):\n%s", diff)
	}
	if got := convertArtwork(""); got != nil {
		t.Errorf("got the image %+v without an address", got)
	}
}

// FuzzConvert holds that no answer makes the converter panic or break what a release promises.
func FuzzConvert(f *testing.F) {
	f.Add([]byte(albumOf(`"collectionName":"A - EP"`, song(`"trackName":"B","discNumber":-2,"trackNumber":900,"trackCount":99999`))))
	f.Add([]byte(`{"resultCount":"1","results":[{"wrapperType":"collection","collectionId":1,"releaseDate":7},null,{"wrapperType":"track","kind":"song","collectionId":1}]}`))
	f.Fuzz(func(t *testing.T, body []byte) {
		doc := document(string(body))
		found, err := readResults(doc, func(r wireRelease) bool { return isOf("770000000019", r) })
		if err != nil {
			return
		}
		list := listed(found, doc.Region)
		list.account(ofTracks())
		incomplete(list)
		noTracks(list)
		filled := music.FlatCount(convertRelease(found.release, list).Media)
		if n := len(found.tracks); filled < n || filled > n+maxTracks {
			t.Errorf("%d of %d tracks are on media", filled, n)
		}
		list.isSingle = false // without placeholders
		adaptertest.Whole(t, convertRelease(found.release, list), len(found.tracks), 1)
	})
}

// FuzzArtwork holds that no address makes the readers of addresses panic, and that what they make is an address again.
func FuzzArtwork(f *testing.F) {
	f.Add("https://is1-ssl.mzstatic.com/image/thumb/v4/770000000019.jpg/100x100bb.jpg")
	f.Add("https://music.apple.com/de/album/a%2Fb/1?i=2#x")
	f.Fuzz(func(t *testing.T, address string) {
		if source, ok := sourceImage(address); ok {
			if again, ok := sourceImage(source); !ok || again == "" {
				t.Errorf("the original %q of %q is no address", source, address)
			}
		}
		if g := artworkGTIN(address); g != "" && g.Valid() != nil {
			t.Errorf("the barcode %q is none", g)
		}
		if clean := cleanURL(address); clean != "" && cleanURL(clean) == "" {
			t.Errorf("the page %q of %q is no address", clean, address)
		}
	})
}
