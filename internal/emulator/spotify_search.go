package emulator

import (
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// pageSize is how many entries are wanted, if that is not too many.
func (e *Emulator) pageSize(q url.Values) (limit, offset int, refused answer) {
	usual, most := spotifyPage, spotifyPageLimit
	if e.isDevelopment() {
		usual, most = developmentPage, developmentLimit
	}
	limit, offset = number(q.Get("limit"), usual), number(q.Get("offset"), 0)
	switch {
	case limit < 1 || limit > most:
		refused = spotifyFault(http.StatusBadRequest, "Invalid limit")
	case offset < 0:
		refused = spotifyFault(http.StatusBadRequest, "Invalid offset")
	}
	return limit, offset, refused
}

// spotifySearch finds albums, tracks and artists by words, albums by barcode and tracks by ISRC. It names no barcodes.
func (e *Emulator) spotifySearch(r *http.Request) answer {
	q := r.URL.Query()
	limit, offset, refused := e.pageSize(q)
	types := strings.Split(q.Get("type"), ",")
	switch {
	case q.Get("q") == "":
		return spotifyFault(http.StatusBadRequest, "No search query")
	case refused.status != 0:
		return refused
	case q.Get("type") == "":
		return spotifyFault(http.StatusBadRequest, "Missing parameter type")
	}
	for _, kind := range types {
		if !slices.Contains([]string{"album", "artist", "track"}, kind) {
			return unknown(Spotify, "a search for the type "+kind).answer(r)
		}
	}
	search := spQuery{e, q, spotifyWanted(q.Get("q")), limit, offset}
	return reply(http.StatusOK, search.found(types))
}

// spQuery is a search.
type spQuery struct {
	e             *Emulator
	q             url.Values
	wanted        spWanted
	limit, offset int
}

func (s spQuery) found(types []string) spFound {
	var out spFound
	for _, kind := range types {
		switch kind {
		case "album":
			out.Albums = spotifyPart(s, kind, s.albums(), func(x *edition) spAlbum { return s.e.spotifyView(x).short() })
		case "track":
			out.Tracks = spotifyPart(s, kind, s.tracks(), func(p place) spTrack {
				x := s.e.index.at(Spotify, p.number)
				return s.e.spotifyView(x).song(p.index, x.tracks[p.index-1].id)
			})
		case "artist":
			people := s.e.index.artistsLike(Spotify, s.wanted.words)
			if s.wanted.words.isEmpty() {
				people = nil
			}
			out.Artists = spotifyPart(s, kind, people, s.e.spotifyArtist)
		}
	}
	return out
}

// spotifyPart is the page of what was found of one type.
func spotifyPart[T, U any](s spQuery, kind string, found []T, show func(T) U) *spPage[U] {
	values := url.Values{"query": {s.q.Get("q")}, "type": {kind}, "limit": {strconv.Itoa(s.limit)}}
	if market := s.q.Get("market"); market != "" {
		values.Set("market", market)
	}
	at := func(offset int) string {
		values.Set("offset", strconv.Itoa(offset))
		return spotifyAPI + "search?" + values.Encode()
	}
	return spotifyPageOf(found, at, s.limit, s.offset, show)
}

// spotifyPageOf is a part of a list.
func spotifyPageOf[T, U any](list []T, at func(offset int) string, limit, offset int, show func(T) U) *spPage[U] {
	page := spPage[U]{Href: at(offset), Limit: limit, Offset: offset, Total: len(list), Items: []U{}}
	for _, x := range window(list, offset, limit) {
		page.Items = append(page.Items, show(x))
	}
	page.Next, page.Previous = neighbours(at, offset, limit, len(list))
	return &page
}

// albums are those with a barcode, in exactly the form in which each was delivered, or those that the words fit.
func (s spQuery) albums() []*edition {
	var found []*edition
	switch {
	case s.wanted.upc != "":
		found = s.e.index.byCode(Spotify, s.wanted.upc)
	case s.wanted.isrc == "" && !s.wanted.words.isEmpty():
		found = s.e.index.releasesWith(Spotify, s.wanted.words)
	}
	return slices.DeleteFunc(found, func(x *edition) bool { return !s.isHere(x) })
}

func (s spQuery) tracks() []place {
	var found []place
	switch {
	case s.wanted.isrc != "":
		found = slices.Clone(s.e.index.byISRC(Spotify, s.wanted.isrc))
	case s.wanted.upc == "" && !s.wanted.words.isEmpty():
		found = s.e.index.songsLike(Spotify, s.wanted.words)
	}
	return slices.DeleteFunc(found, func(p place) bool {
		x := s.e.index.at(Spotify, p.number)
		return x == nil || !s.isHere(x)
	})
}

// isHere reports whether a release is available in the market that was named, if one was.
func (s spQuery) isHere(x *edition) bool {
	market := s.q.Get("market")
	return market == "" || slices.Contains(x.markets, market)
}

// spWanted is what a query asks for.
type spWanted struct {
	words     wanted
	upc, isrc string
}

var spotifyField = regexp.MustCompile(`\b(upc|isrc|album|artist|track|year|label|genre|tag):`)

// spotifyWanted reads a query: words, then fields whose values reach as far as the next one.
func spotifyWanted(text string) spWanted {
	ends := spotifyField.FindAllStringSubmatchIndex(text, -1)
	if len(ends) == 0 {
		return spWanted{words: anywhere(text)}
	}
	out := spWanted{words: anywhere(text[:ends[0][0]])}
	for i, at := range ends {
		end := len(text)
		if i+1 < len(ends) {
			end = ends[i+1][0]
		}
		value := strings.Trim(strings.TrimSpace(text[at[1]:end]), `"`)
		switch name := text[at[2]:at[3]]; name {
		case "upc":
			out.upc = value
		case "isrc":
			out.isrc = value
		default:
			f, ok := map[string]field{"album": fieldAlbum, "artist": fieldArtist, "track": fieldTitle, "year": fieldYear, "label": fieldLabel}[name]
			if ok {
				out.words = out.words.and(f, value)
			}
		}
	}
	return out
}
