package emulator

import (
	"bytes"
	"encoding/json"
	"net/http"
	"net/url"
	"slices"
	"strings"
)

const (
	itunesHost = "itunes.apple.com"

	itunesPage      = 50  // results, when nothing is said
	itunesPageLimit = 200 // and at most, children included
)

// itunes finds the question that a path stands for. A storefront may stand before it, and counts as the country.
func (e *Emulator) itunes(parts []string, q url.Values) question {
	country := strings.ToUpper(first(q.Get("country"), "US"))
	if len(parts) == 2 && len(parts[0]) == len("us") {
		country, parts = strings.ToUpper(parts[0]), parts[1:]
	}
	ask := func(pattern string, find func() answer) question {
		busy := answer{status: http.StatusTooManyRequests, header: map[string]string{"Content-Type": "text/html"}, body: []byte(errorPage)}
		return question{service: ITunes, pattern: itunesHost + "/" + pattern, answer: e.paced(ITunes, busy, func(*http.Request) answer {
			if !slices.Contains(strings.Fields(itunesStorefronts), country) {
				return itunesFault("country")
			}
			return find()
		})}
	}
	store := storefront{e.index, country}
	switch strings.Join(parts, "/") {
	case "lookup":
		return ask("lookup", func() answer { return store.lookup(q) })
	case "search":
		return ask("search", func() answer { return store.search(q) })
	default:
		return unknown(ITunes, itunesHost+"/"+strings.Join(parts, "/"))
	}
}

// itunesFault refuses the value of a parameter.
func itunesFault(key string) answer {
	return itunesReply(http.StatusBadRequest, itFault{
		"Invalid value(s) for key(s): [" + key + "]",
		map[string]string{"country": "ISO-2A country code", "limit": "The number of search results to return", "term": "A search string"},
	})
}

// itunesReply calls its JSON a script, and begins it with empty lines.
func itunesReply(status int, body any) answer {
	a := reply(status, body)
	var b bytes.Buffer
	b.WriteString("\n\n\n")
	if err := json.Indent(&b, a.body, "", " "); err != nil {
		return answer{status: http.StatusInternalServerError, body: []byte("emulator: " + err.Error())}
	}
	a.body = append(b.Bytes(), '\n')
	return a.with("Content-Type", "text/javascript; charset=utf-8")
}

func itunesResults(results []any, limit int) answer {
	results = append([]any{}, window(results, 0, limit)...)
	return itunesReply(http.StatusOK, itAnswer{len(results), results})
}

// storefront is iTunes in one country.
type storefront struct {
	index   *index
	country string
}

// limit is how many results are wanted.
func itunesLimit(q url.Values) int {
	limit := number(q.Get("limit"), itunesPage)
	if limit < 1 || limit > itunesPageLimit {
		return itunesPageLimit
	}
	return limit
}

// lookup answers with what has the ids, barcodes or ISRCs given, and with what belongs to it. What is not known, or not here, is
// missing.
func (s storefront) lookup(q url.Values) answer {
	var out []any
	children := q.Get("entity")
	for id := range strings.SplitSeq(q.Get("id"), ",") {
		out = append(out, s.byID(id, children)...)
	}
	for code := range strings.SplitSeq(q.Get("upc"), ",") {
		for _, x := range s.index.byCode(ITunes, code) {
			out = append(out, s.album(x, children)...)
		}
	}
	if code := q.Get("isrc"); code != "" {
		out = append(out, s.songs(s.index.byISRC(ITunes, code))...)
	}
	return itunesResults(out, itunesLimit(q))
}

func (s storefront) byID(id, children string) []any {
	if x := s.index.byID(ITunes, id); x != nil {
		return s.album(x, children)
	}
	if x, i := s.index.byTrack(ITunes, id); x != nil && s.has(x) {
		return s.songs([]place{{x.number, i}})
	}
	p := s.index.artist(ITunes, id)
	if p == nil {
		return nil
	}
	out := []any{s.artist(p)}
	if children != "album" && children != "song" {
		return out
	}
	for _, x := range s.index.editions(ITunes, slices.Concat(p.own, p.guests)) {
		entries := s.album(x, children)
		if children == "song" {
			entries = slices.DeleteFunc(entries, func(entry any) bool { _, isAlbum := entry.(itCollection); return isAlbum })
		}
		if children == "song" || slices.Contains(p.own, x.number) {
			out = append(out, entries...)
		}
	}
	return out
}

func (s storefront) has(x *edition) bool { return slices.Contains(x.markets, s.country) }

// album is an album, with its songs or its videos where they are wanted.
func (s storefront) album(x *edition, children string) []any {
	if !s.has(x) {
		return nil
	}
	out := []any{s.collection(x)}
	if x.lacks&LacksTracks != 0 {
		return out
	}
	for _, t := range x.tracks {
		isVideo := t.Format == "video"
		if !t.IsUntold && (children == "song" || (children == "musicVideo" && isVideo)) {
			out = append(out, s.track(x, t))
		}
	}
	return out
}

// songs are those of places, as far as they are sold here.
func (s storefront) songs(places []place) []any {
	var out []any
	for _, p := range places {
		if x := s.index.at(ITunes, p.number); x != nil && s.has(x) && !x.tracks[p.index-1].IsUntold && x.lacks&LacksTracks == 0 {
			out = append(out, s.track(x, x.tracks[p.index-1]))
		}
	}
	return out
}

// search finds songs, unless albums or artists are wanted, by words.
func (s storefront) search(q url.Values) answer {
	w := anywhere(q.Get("term"))
	for attribute, f := range map[string]field{
		"artistTerm": fieldArtist, "albumTerm": fieldAlbum, "songTerm": fieldTitle,
	} {
		if q.Get("attribute") == attribute {
			w = wanted{}.and(f, q.Get("term"))
		}
	}
	var out []any
	switch entity := first(q.Get("entity"), "song"); {
	case w.isEmpty() || !slices.Contains([]string{"", "music", "all"}, q.Get("media")):
	case entity == "album":
		for _, x := range s.index.releasesLike(ITunes, w) {
			out = append(out, s.album(x, "")...)
		}
	case entity == "musicArtist":
		for _, p := range s.index.artistsLike(ITunes, w) {
			out = append(out, s.artist(p))
		}
	case entity == "song" || entity == "musicTrack":
		out = s.songs(s.index.songsLike(ITunes, w))
	default:
		return itunesFault("entity")
	}
	return itunesResults(out, itunesLimit(q))
}
