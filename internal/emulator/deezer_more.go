package emulator

import (
	"net/http"
	"net/url"
	"regexp"
	"strconv"
)

// deezerByISRC answers with the first song that has a code.
func (e *Emulator) deezerByISRC(code string) answer {
	found := e.index.byISRC(Deezer, code)
	if len(found) == 0 {
		return deezerNothing()
	}
	return deezerTrack(e.index.at(Deezer, found[0].number), found[0].index)
}

func deezerArtist(p *person) answer {
	if p == nil {
		return deezerNothing()
	}
	return deezerReply(p.deezer())
}

func (p *person) deezer() dzArtistPage {
	return dzArtistPage{dzArtist: deezerPerson(Credit{Name: p.name}), Albums: len(p.own), Fans: 1}
}

// deezerDiscography lists the albums of an artist, newest first, without their barcodes and labels.
func (e *Emulator) deezerDiscography(id string, q url.Values) answer {
	p := e.index.artist(Deezer, id)
	if p == nil {
		return deezerNothing()
	}
	var list []dzListed
	for _, x := range e.index.editions(Deezer, p.own) {
		list = append(list, x.deezerListed())
	}
	return deezerWindow(list, q, "artist/"+id+"/albums")
}

func (x *edition) deezerListed() dzListed {
	fans := 1
	return dzListed{
		ID: whole(x.id), Title: x.title, Link: x.url(), dzCover: x.deezerCover(), GenreID: 132, Fans: &fans, ReleaseDate: x.date,
		RecordType: deezerKind(x.kind), Tracklist: deezerAPI + "album/" + x.id + "/tracks", Explicit: x.hasExplicit, Type: "album",
	}
}

// deezerWindow answers with a page of a list.
func deezerWindow[T any](list []T, q url.Values, path string) answer {
	index, limit := max(0, number(q.Get("index"), 0)), min(number(q.Get("limit"), deezerPage), deezerPageLimit)
	if limit < 1 {
		limit = deezerPage
	}
	at := func(index int) string {
		values := url.Values{"limit": {strconv.Itoa(limit)}, "index": {strconv.Itoa(index)}}
		if q.Get("q") != "" {
			values.Set("q", q.Get("q"))
		}
		return deezerAPI + path + "?" + values.Encode()
	}
	page := dzWindow[T]{Data: append([]T{}, window(list, index, limit)...), Total: len(list)}
	if index+limit < len(list) {
		page.Next = at(index + limit)
	}
	if index > 0 {
		page.Prev = at(max(0, index-limit))
	}
	return deezerReply(page)
}

// deezerSearch reads what is wanted: words, and words in fields such as artist:"…".
func (e *Emulator) deezerSearch(find func(wanted, url.Values) answer) func([]string, *http.Request) answer {
	return func(_ []string, r *http.Request) answer {
		q := r.URL.Query()
		if q.Get("q") == "" {
			return deezerFault("MissingParameterException", "Missing parameters: q", 501)
		}
		w := deezerWanted(q.Get("q"))
		if w.isEmpty() {
			return deezerReply(dzWindow[struct{}]{Data: []struct{}{}})
		}
		return find(w, q)
	}
}

var deezerField = regexp.MustCompile(`(artist|album|track|label):"([^"]*)"`)

// deezerWanted reads a query. What a track is called counts as the title; of albums, that is what the album is called.
func deezerWanted(text string) wanted {
	w := anywhere(deezerField.ReplaceAllString(text, " "))
	fields := map[string]field{"artist": fieldArtist, "album": fieldAlbum, "track": fieldTitle, "label": fieldLabel}
	for _, m := range deezerField.FindAllStringSubmatch(text, -1) {
		w = w.and(fields[m[1]], m[2])
	}
	return w
}

func (e *Emulator) deezerSongs(w wanted, q url.Values) answer {
	var list []dzTrack
	for _, p := range e.index.songsLike(Deezer, w) {
		x := e.index.at(Deezer, p.number)
		t := x.deezerEmbedded(x.tracks[p.index-1])
		t.Artist = deezerPerson(x.tracks[p.index-1].Artists[0])
		t.Artist.Share, t.Artist.Radio = "", false
		list = append(list, t)
	}
	return deezerWindow(list, q, "search/track")
}

// deezerAlbums looks for albums. A track that is asked for has to be on them.
func (e *Emulator) deezerAlbums(w wanted, q url.Values) answer {
	var list []dzListed
	for _, x := range e.index.releasesWith(Deezer, w) {
		entry := x.deezerListed()
		artist := deezerPerson(x.artists[0])
		artist.Share, artist.Radio = "", false
		entry.Fans, entry.ReleaseDate, entry.Tracks, entry.Artist = nil, "", len(x.tracks), &artist
		list = append(list, entry)
	}
	return deezerWindow(list, q, "search/album")
}

func (e *Emulator) deezerArtists(w wanted, q url.Values) answer {
	var list []dzArtistPage
	for _, p := range e.index.artistsLike(Deezer, w) {
		list = append(list, p.deezer())
	}
	return deezerWindow(list, q, "search/artist")
}
