package emulator

import (
	"bytes"
	"net/http"
	"net/url"
	"strconv"
	"strings"
)

const (
	deezerHost = "api.deezer.com"
	deezerAPI  = "https://api.deezer.com/"

	deezerEmbedded  = 50  // tracks that an album holds
	deezerPage      = 25  // tracks of a page, when nothing is said
	deezerPageLimit = 100 // and at most
)

// deezer finds the question that a path stands for.
func (e *Emulator) deezer(parts []string) question {
	x := e.index
	return dispatcher{Deezer, deezerHost + "/", e.rationed}.find(parts, nil, []route{
		{pattern: "album/upc:{gtin}", answer: func(ids []string, _ *http.Request) answer { return e.deezerByCode(ids[0]) }},
		{pattern: "album/{id}", answer: func(ids []string, _ *http.Request) answer { return deezerAlbum(x.byID(Deezer, ids[0])) }},
		{pattern: "album/{id}/tracks", answer: func(ids []string, r *http.Request) answer {
			return deezerTracksOf(x.byID(Deezer, ids[0]), r.URL.Query())
		}},
		{pattern: "track/isrc:{isrc}", answer: func(ids []string, _ *http.Request) answer { return e.deezerByISRC(ids[0]) }},
		{pattern: "track/{id}", answer: func(ids []string, _ *http.Request) answer { return deezerTrack(x.byTrack(Deezer, ids[0])) }},
		{pattern: "artist/{id}", answer: func(ids []string, _ *http.Request) answer { return deezerArtist(x.artist(Deezer, ids[0])) }},
		{pattern: "artist/{id}/albums", answer: func(ids []string, r *http.Request) answer { return e.deezerDiscography(ids[0], r.URL.Query()) }},
		{pattern: "search", answer: e.deezerSearch(e.deezerSongs)},
		{pattern: "search/track", answer: e.deezerSearch(e.deezerSongs)},
		{pattern: "search/album", answer: e.deezerSearch(e.deezerAlbums)},
		{pattern: "search/artist", answer: e.deezerSearch(e.deezerArtists)},
		{pattern: "{path}", answer: func([]string, *http.Request) answer { return deezerNoPath() }},
	})
}

// deezerNoPath is the answer to a path of one part, but for a search, none of which is spoken. It has a form of its own.
func deezerNoPath() answer {
	return reply(http.StatusNotFound, struct {
		Error string `json:"error"`
	}{"Not Found"})
}

// rationed answers within the quota.
func (e *Emulator) rationed(find func(*http.Request) answer) func(*http.Request) answer {
	return func(r *http.Request) answer {
		if e.quotas.take(Deezer, e.quota(Deezer)).isRefused {
			return deezerFault("Exception", "Quota limit exceeded", 4)
		}
		return find(r)
	}
}

func (e *Emulator) deezerByCode(code string) answer {
	if found := e.index.byCode(Deezer, code); len(found) > 0 {
		return deezerAlbum(found[0])
	}
	return deezerAlbum(nil)
}

func deezerNothing() answer { return deezerFault("DataException", "no data", 800) }

// deezerFault is an error, which comes with status 200.
func deezerFault(kind, message string, code int) answer {
	return deezerReply(dzFault{dzFaultBody{kind, message, code}})
}

// deezerReply writes slashes as the service does, with a backslash in front.
func deezerReply(body any) answer {
	a := reply(http.StatusOK, body)
	a.body = bytes.ReplaceAll(a.body, []byte("/"), []byte(`\/`))
	return a
}

func deezerAlbum(x *edition) answer {
	if x == nil {
		return deezerNothing()
	}
	list := make([]dzTrack, 0, len(x.tracks))
	for _, t := range window(x.tracks, 0, deezerEmbedded) {
		list = append(list, x.deezerEmbedded(t))
	}
	return deezerReply(dzAlbum{
		ID: whole(x.id), Title: x.title, UPC: x.gtin, Link: x.url(), Share: x.url() + "?utm_source=deezer",
		dzCover: x.deezerCover(), GenreID: 132, Genres: dzGenres{[]dzGenre{{132, "Pop", deezerAPI + "genre/132/image", "genre"}}},
		Label: x.label, Tracks: len(x.tracks), Duration: x.deezerLength(), ReleaseDate: x.date, RecordType: deezerKind(x.kind),
		Available: len(x.markets) > 0, Tracklist: deezerAPI + "album/" + x.id + "/tracks", Explicit: x.hasExplicit,
		Contributors: deezerContributors(x.artists), Artist: deezerPerson(x.artists[0]).shortened(), Type: "album", List: dzList{list},
	})
}

func deezerTracksOf(x *edition, q url.Values) answer {
	if x == nil {
		return deezerNothing()
	}
	index, limit := max(0, number(q.Get("index"), 0)), min(number(q.Get("limit"), deezerPage), deezerPageLimit)
	if limit < 1 {
		limit = deezerPage
	}
	page := dzPage{Data: []dzTrack{}, Total: len(x.tracks)}
	for _, t := range window(x.tracks, index, limit) {
		page.Data = append(page.Data, x.deezerPlaced(t))
	}
	if index+limit < len(x.tracks) {
		page.Next = x.deezerPageURL(index+limit, limit)
	}
	if index > 0 {
		page.Prev = x.deezerPageURL(max(0, index-limit), limit)
	}
	return deezerReply(page)
}

func (x *edition) deezerPageURL(index, limit int) string {
	return deezerAPI + "album/" + x.id + "/tracks?limit=" + strconv.Itoa(limit) + "&index=" + strconv.Itoa(index)
}

// deezerTrack answers with a song alone, which is the only place where all of its artists and its countries are named.
func deezerTrack(x *edition, index int) answer {
	if x == nil {
		return deezerNothing()
	}
	song := x.tracks[index-1]
	t := x.deezerPlaced(song)
	bpm, gain := 0.0, -11.3
	t.Share, t.ReleaseDate, t.BPM, t.Gain = t.Link+"?utm_source=deezer", x.date, &bpm, &gain
	t.Countries, t.Contributors, t.Artist = &x.markets, deezerContributors(song.Artists), deezerPerson(song.Artists[0])
	t.Album = x.deezerShort()
	t.Album.Link, t.Album.ReleaseDate = x.url(), x.date
	return deezerReply(t)
}

func (x *edition) deezerShort() *dzShortAlbum {
	return &dzShortAlbum{
		ID: whole(x.id), Title: x.title, dzCover: x.deezerCover(), Tracklist: deezerAPI + "album/" + x.id + "/tracks", Type: "album",
	}
}

// deezerEmbedded is a track within its album: no place, no ISRC, one artist.
func (x *edition) deezerEmbedded(t track) dzTrack {
	lyrics := 0
	if t.isExplicit {
		lyrics = 1
	}
	short, version := cutVersion(t.Title)
	a := deezerPerson(t.Artists[0])
	return dzTrack{
		ID: whole(t.id), Readable: len(x.markets) > 0, Title: t.Title, TitleShort: short, TitleVersion: version,
		Link: "https://www.deezer.com/track/" + t.id, Duration: t.MS / 1000, Rank: 100_000, Explicit: t.isExplicit, ContentLyrics: lyrics,
		MD5: x.image, Artist: dzArtist{ID: a.ID, Name: a.Name, Tracklist: a.Tracklist, Type: a.Type}, Album: x.deezerShort(), Type: "track",
	}
}

// deezerPlaced is a track of a page.
func (x *edition) deezerPlaced(t track) dzTrack {
	d := x.deezerEmbedded(t)
	d.ISRC, d.Position, d.Disk, d.Album = &t.ISRC, t.position, t.Disc, nil
	return d
}

// cutVersion splits a title before the brackets at its end.
func cutVersion(title string) (short, version string) {
	if i := strings.LastIndex(title, " ("); i > 0 && strings.HasSuffix(title, ")") {
		return title[:i], title[i+1:]
	}
	return title, ""
}

func (x *edition) deezerLength() int {
	sum := 0
	for _, t := range x.tracks {
		sum += t.MS / 1000
	}
	return sum
}

func deezerKind(k Kind) string {
	if k == Compilation {
		return "compile"
	}
	return string(k)
}

func (x *edition) deezerCover() dzCover {
	at := func(size string) string {
		return "https://cdn-images.dzcdn.net/images/cover/" + x.image + "/" + size + "-000000-80-0-0.jpg"
	}
	return dzCover{
		Cover: deezerAPI + "album/" + x.id + "/image", Small: at("56x56"), Medium: at("250x250"), Big: at("500x500"), XL: at("1000x1000"),
		MD5: x.image,
	}
}

func deezerContributors(credits []Credit) []dzArtist {
	out := make([]dzArtist, len(credits))
	for i, c := range credits {
		out[i] = deezerPerson(c)
		out[i].Role = "Main"
		if c.IsGuest {
			out[i].Role = "Featured"
		}
	}
	return out
}

func deezerPerson(c Credit) dzArtist {
	id := artistID(Deezer, c.Name)
	at := func(size string) string {
		return "https://cdn-images.dzcdn.net/images/artist/" + coverHash(whole(id)) + "/" + size + "-000000-80-0-0.jpg"
	}
	return dzArtist{
		ID: whole(id), Name: localName(Deezer, c.Name), Link: "https://www.deezer.com/artist/" + id,
		Share: "https://www.deezer.com/artist/" + id + "?utm_source=deezer", Picture: deezerAPI + "artist/" + id + "/image",
		Small: at("56x56"), Medium: at("250x250"), Big: at("500x500"), XL: at("1000x1000"), Radio: true,
		Tracklist: deezerAPI + "artist/" + id + "/top?limit=50", Type: "artist",
	}
}

// shortened is the artist of an album, who has no page.
func (a dzArtist) shortened() dzArtist {
	a.Link, a.Share, a.Radio = "", "", false
	return a
}

// localName is what a service calls an artist.
func localName(s Service, name string) string { return first(artists[name].Local[s], name) }

// whole reads an id that is a number.
func whole(id string) int { return number(id, 0) }
