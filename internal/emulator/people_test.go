package emulator

import (
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"
)

const (
	brainzAPI  = "musicbrainz.org/ws/2/"
	brainzFew  = "e0e0e0e0-0006-4000-8000-000000000002"
	spotifyFew = "api.spotify.com/v1/artists/0EmulatedArtist0000002"
)

func TestDeezerArtists(t *testing.T) {
	t.Parallel()
	c := newClient(t, Options{})
	if x := ask[dzArtistPage](c, "api.deezer.com/artist/991000012"); x.Name != "Kaku Gakudan" || x.Albums != 1 || x.Share == "" {
		t.Errorf("got %+v", x)
	}
	first := ask[dzWindow[dzListed]](c, "api.deezer.com/artist/991000002/albums?limit=2")
	if first.Total != 3 || len(first.Data) != 2 || first.Data[0].ReleaseDate != "2024-02-02" || first.Data[0].RecordType != "album" || first.Prev != "" {
		t.Fatalf("got %+v", first)
	}
	if rest := ask[dzWindow[dzListed]](c, strings.TrimPrefix(first.Next, "https://")); len(rest.Data) != 1 || rest.Data[0].ID != 990000001 || rest.Next != "" {
		t.Errorf("got %+v", rest)
	}
	for _, path := range []string{"artist/1", "artist/1/albums", "track/isrc:ZZEMU9999999"} {
		if x := ask[dzFault](c, "api.deezer.com/"+path); x.Error.Code != 800 {
			t.Errorf("%s: got %+v", path, x)
		}
	}
	if x := ask[dzTrack](c, "api.deezer.com/track/isrc:ZZEMU0000104"); x.ID != 9900000104 || x.Contributors == nil {
		t.Errorf("got %+v", x)
	}
	wantStatus(t, c.get("api.deezer.com/artist/991000002/top"), http.StatusNotImplemented)
}

func TestDeezerSearches(t *testing.T) {
	t.Parallel()
	c := newClient(t, Options{})
	for query, want := range map[string]int{
		`album?q=PAPER lanterns`: 990000001, `album?q=artist:"edna case" album:"two of a kind"`: 990000019, `album?q=artist:"emulated few" track:"night ferry"`: 990000001,
		`album?q=senor placeholder`: 990000024, `album?q=label:"loopback records" backpressure changelog`: 990000026,
		`track?q=night ferry`: 9900000104, `track?q=track:"idle" artist:"emulated few"`: 9900000105, `artist?q=tafel sohne`: 991000009,
		`album?q=artist:"nobody at all"`: 0, `album?q=zzz`: 0, `album?q=--`: 0,
	} {
		type found struct {
			Data []struct {
				ID int `json:"id"`
			} `json:"data"`
			Total int `json:"total"`
		}
		kind, q, _ := strings.Cut(query, "?q=")
		x := ask[found](c, "api.deezer.com/search/"+kind+"?q="+url.QueryEscape(q))
		if x.Data == nil || (want == 0) != (len(x.Data) == 0) || (want != 0 && x.Data[0].ID != want) {
			t.Errorf("%s: got %+v, want %d first", query, x, want)
		}
	}
	if x := ask[dzWindow[dzListed]](c, "api.deezer.com/search/album?q=paper"); x.Data[0].Artist == nil || x.Data[0].Tracks != 12 || x.Data[0].ReleaseDate != "" {
		t.Errorf("got %+v", x.Data)
	}
	if x := ask[dzFault](c, "api.deezer.com/search?q="); x.Error.Code != 501 {
		t.Errorf("got %+v", x)
	}
}

func TestSpotifyArtists(t *testing.T) {
	t.Parallel()
	c := newClient(t, Options{})
	if x := ask[spArtistPage](c, spotifyFew); x.Name != "The Emulated Few" || x.Followers == nil || len(x.Images) != 3 {
		t.Errorf("got %+v", x)
	}
	albums := ask[spAlbums](c, spotifyFew+"/albums?limit=2")
	if albums.Total != 3 || albums.Next == nil || albums.Items[0].Group != "album" || albums.Items[1].Group != "single" || albums.Items[0].Date < albums.Items[1].Date {
		t.Errorf("got %+v", albums)
	}
	if x := ask[spAlbums](c, "api.spotify.com/v1/artists/0EmulatedArtist0000003/albums?include_groups=appears_on,single"); x.Total != 4 {
		t.Errorf("got %d albums: %+v", x.Total, x.Items)
	}
	type many struct {
		Artists []*spArtistPage `json:"artists"`
	}
	if x := ask[many](c, "api.spotify.com/v1/artists?ids=0EmulatedArtist0000002,0EmulatedArtist9999999").Artists; len(x) != 2 || x[0] == nil || x[1] != nil {
		t.Errorf("got %+v", x)
	}
	c.e.Behave(func(b *Behaviour) { b.IsDevelopment = true })
	if x := ask[spArtistPage](c, spotifyFew); x.Followers != nil || x.Popularity != nil {
		t.Errorf("development mode tells %+v", x)
	}
	wantStatus(t, c.get("api.spotify.com/v1/artists?ids=0EmulatedArtist0000002"), http.StatusForbidden)
	wantStatus(t, c.get(spotifyFew+"/albums?limit=11"), http.StatusBadRequest)
	wantStatus(t, c.get(spotifyFew+"/top-tracks"), http.StatusNotImplemented)
	wantStatus(t, c.get("api.spotify.com/v1/artists/0EmulatedArtist9999999/albums"), http.StatusNotFound)
}

func TestSpotifySearches(t *testing.T) {
	t.Parallel()
	c := newClient(t, Options{})
	for query, want := range map[string]string{
		"album: paper lanterns": "0EmulatedAlbum00000001", "album: album:two of a kind artist:edna case": "0EmulatedAlbum00000019",
		"track: isrc:ZZEMU2199907": "0EmulatedTrack00000107", `track: track:"idle" artist:emulated`: "0EmulatedTrack00000105",
		"artist: señor": "0EmulatedArtist0000008", "album: year:2018 artist:mock": "0EmulatedAlbum00000002", "album: zzz": "", "track: upc:4099998000013": "",
		"album: isrc:ZZEMU2199907": "", "artist: upc:4099998000013": "",
	} {
		type entry struct {
			ID string `json:"id"`
		}
		type found map[string]spPage[entry]
		kind, q, _ := strings.Cut(query, ": ")
		x := ask[found](c, "api.spotify.com/v1/search?type="+kind+"&q="+url.QueryEscape(strings.TrimSpace(q)))[kind+"s"]
		if x.Items == nil || (want == "") != (len(x.Items) == 0) || (want != "" && x.Items[0].ID != want) {
			t.Errorf("%s: got %+v, want %s first", query, x, want)
		}
	}
	if x := ask[spFound](c, "api.spotify.com/v1/search?type=album,artist,track&q=emulated&limit=1"); x.Albums == nil || x.Artists == nil || x.Tracks == nil ||
		x.Albums.Next == nil || x.Tracks.Items[0].ExternalIDs == nil {
		t.Errorf("got %+v", x)
	}
}

func TestMusicBrainzArtists(t *testing.T) {
	t.Parallel()
	c := newClient(t, Options{})
	x := ask[mbArtistPage](c, brainzAPI+"artist/"+brainzFew+"?fmt=json&inc=aliases+url-rels+genres+release-groups")
	var pages []string
	for _, l := range *x.Relations {
		pages = append(pages, l.Type+" "+l.URL.Resource)
	}
	for _, want := range []string{
		"discogs https://www.discogs.com/artist/971000002", "bandcamp https://emu-the-emulated-few.bandcamp.com/", "streaming https://tidal.com/artist/981000002",
		"purchase for download https://www.beatport.com/artist/the-emulated-few/961000002", "purchase for download https://mora.jp/artist/9410002/",
		"free streaming https://open.spotify.com/artist/0EmulatedArtist0000002", "purchase for download https://ototoy.jp/_/default/a/92100002",
	} {
		if !slices.Contains(pages, want) {
			t.Errorf("no link %s among %v", want, pages)
		}
	}
	if x.Area == nil || x.Area.Name != "Germany" || len(*x.Groups) != 3 || x.Genres == nil || *x.Type != "Group" {
		t.Errorf("got %+v", x)
	}
	if y := ask[mbArtistPage](c, brainzAPI+"artist/"+mbid(idArtist, 12)+"?fmt=json&inc=aliases"); len(*y.Aliases) != 1 || (*y.Aliases)[0].Name != "Kaku Gakudan" || y.Relations != nil {
		t.Errorf("got %+v", y)
	}
	groups := ask[mbGroups](c, brainzAPI+"release-group?artist="+mbid(idArtist, 14)+"&fmt=json&limit=1&offset=0&inc=artist-credits")
	if groups.Count != 2 || len(groups.Groups) != 1 || groups.Groups[0].Credit == nil {
		t.Errorf("got %+v", groups)
	}
	if x := ask[mbReleases](c, brainzAPI+"release?artist="+mbid(idArtist, 14)+"&fmt=json"); x.Count != 3 || x.Releases[0].Date > x.Releases[2].Date {
		t.Errorf("got %+v", x)
	}
	if x := ask[mbReleases](c, brainzAPI+"release?release-group="+mbid(idGroup, 5)+"&fmt=json"); x.Count != 2 {
		t.Errorf("got %+v", x)
	}
	if x := ask[mbGroup](c, brainzAPI+"release-group/"+mbid(idGroup, 19)+"?fmt=json&inc=releases+artist-credits"); len(*x.Releases) != 2 || x.FirstDate != "2005-05-05" {
		t.Errorf("got %+v", x)
	}
}

func TestMusicBrainzFindsRecordingsByCode(t *testing.T) {
	t.Parallel()
	c := newClient(t, Options{})
	x := ask[mbISRC](c, brainzAPI+"isrc/ZZEMU1605001?fmt=json&inc=artist-credits+releases+isrcs")
	if len(x.Recordings) != 2 || x.Recordings[0].Title != "Original" || len(*x.Recordings[0].Releases) != 1 || (*x.Recordings[1].ISRCs)[0] != "ZZEMU1605001" {
		t.Errorf("got %+v", x)
	}
	for path, want := range map[string]int{
		"isrc/ZZEMU9999999": http.StatusNotFound, "isrc/short": http.StatusBadRequest, "isrc/ZZEMU1605001?inc=labels": http.StatusBadRequest,
		"artist/" + mbid(idArtist, 999): http.StatusNotFound, "artist/x": http.StatusBadRequest, "artist/" + brainzFew + "?inc=foobar": http.StatusBadRequest,
		"release-group?artist=x": http.StatusBadRequest, "release?artist=" + mbid(idArtist, 999): http.StatusNotFound, "release-group/x": http.StatusBadRequest,
		"release-group/" + mbid(idGroup, 9999): http.StatusNotFound, "release?release-group=x": http.StatusBadRequest, "label/x": http.StatusNotImplemented,
		"release?artist=" + brainzFew + "&inc=foobar": http.StatusBadRequest, "url": http.StatusNotImplemented, "url?resource=x&inc=isrcs": http.StatusBadRequest,
		"release-group/" + mbid(idGroup, 1) + "?inc=foobar": http.StatusBadRequest, "release": http.StatusNotImplemented,
		"release?release-group=" + mbid(idGroup, 9999): http.StatusNotFound, "release?release-group=" + mbid(idGroup, 5) + "&inc=x": http.StatusBadRequest,
	} {
		wantStatus(t, c.get(brainzAPI+path+map[bool]string{true: "&", false: "?"}[strings.Contains(path, "?")]+"fmt=json"), want)
	}
}

func TestMusicBrainzSearchesByWords(t *testing.T) {
	t.Parallel()
	c := newClient(t, Options{})
	for query, want := range map[string]string{
		"release: paper lanterns": mbid(idRelease, 1), `release: artist:"edna case" AND release:"two of a kind"`: mbid(idRelease, 19),
		`release: release:lanterns`: mbid(idRelease, 1), `release: catno:"LOOP 014"`: mbid(idRelease, 1), "release: arid:" + brainzFew + " AND lanterns": mbid(idRelease, 1),
		"release: rgid:" + mbid(idGroup, 5): mbid(idRelease, 5), `release: "out of order"`: mbid(idRelease, 21), `release: artist:(nobody OR edna) AND date:1998`: mbid(idRelease, 9),
		"recording: isrc:ZZEMU0000104": mbid(idRecording, 104), `recording: recording:"night ferry" AND artist:"ada stub"`: mbid(idRecording, 104),
		"recording: backpressure": mbid(idRecording, 110), "recording: rid:" + mbid(idRecording, 110): mbid(idRecording, 110),
		"recording: idle AND reid:" + mbid(idRelease, 1): mbid(idRecording, 105), "recording: idle AND arid:" + brainzFew: mbid(idRecording, 105),
		"artist: emulated": brainzFew, `artist: artist:"senor placeholder"`: mbid(idArtist, 8), "artist: arid:" + brainzFew: brainzFew,
		"release: barcode:1 AND reid:2": "", "release: artist:x": "", `artist: "nobody"`: "", "recording: isrc:ZZEMU9999999": "", `release: don\'t`: "",
	} {
		type entry struct {
			ID    string `json:"id"`
			Score int    `json:"score"`
		}
		kind, q, _ := strings.Cut(query, ": ")
		w := c.get(brainzAPI + kind + "?fmt=json&limit=3&query=" + url.QueryEscape(q))
		x := decoded[struct {
			Count                         int
			Releases, Recordings, Artists []entry
		}](t, w)
		list := slices.Concat(x.Releases, x.Recordings, x.Artists)
		if w.Code != http.StatusOK || (want == "") != (len(list) == 0) || (want != "" && (list[0].ID != want || list[0].Score != 100)) {
			t.Errorf("%s: got %+v, want %s first", query, list, want)
		}
	}
	for _, path := range []string{"recording?query=colour:red", "artist?query=colour:red", "recording?query=AND"} {
		wantStatus(t, c.get(brainzAPI+path+"&fmt=json"), http.StatusNotImplemented)
	}
}

func TestMusicBrainzKnowsAddresses(t *testing.T) {
	t.Parallel()
	c := newClient(t, Options{})
	ask2 := func(inc string, resources ...string) string {
		values := url.Values{"fmt": {"json"}, "inc": {inc}, "resource": resources}
		return brainzAPI + "url?" + values.Encode()
	}
	const deezer1Page, fewPage = "https://www.deezer.com/album/990000001", "https://emu-the-emulated-few.bandcamp.com/"
	one := ask[mbURLPage](c, ask2("release-rels", deezer1Page))
	if one.Resource != deezer1Page || len(*one.Relations) != 1 || (*one.Relations)[0].Release.ID != brainz1 || (*one.Relations)[0].TargetType != "release" {
		t.Errorf("got %+v", one)
	}
	many := ask[mbURLs](c, ask2("release-rels+artist-rels", deezer1Page, "https://example.org/", fewPage, "https://mora.jp/package/43999999/EMU0000032B00Z/"))
	if many.Count != 3 || (*many.URLs[1].Relations)[0].Artist.ID != brainzFew || (*many.URLs[2].Relations)[0].Release.ID != mbid(idRelease, 32) {
		t.Errorf("got %+v", many)
	}
	if x := ask[mbURLPage](c, ask2("", deezer1Page)); x.Relations != nil {
		t.Errorf("got %+v", x)
	}
	if x := ask[mbURLPage](c, ask2("artist-rels", deezer1Page)); len(*x.Relations) != 0 {
		t.Errorf("got %+v", x)
	}
	wantStatus(t, c.get(ask2("release-rels", "https://example.org/")), http.StatusNotFound)
	long := make([]string, 101)
	for i := range long {
		long[i] = "https://example.org/"
	}
	long[100] = deezer1Page
	if x := ask[mbURLs](c, ask2("release-rels", long...)); x.Count != 0 || x.URLs == nil {
		t.Errorf("the hundred and first address is looked up: %+v", x)
	}
}
