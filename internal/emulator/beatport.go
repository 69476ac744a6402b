package emulator

import (
	"net/http"
	"net/url"
	"strconv"
	"strings"
)

const (
	beatportHost    = "www.beatport.com"
	beatportAPIHost = "api.beatport.com"
	beatportAPI     = "https://api.beatport.com/v4/catalog/"

	beatportTracks   = 100 // tracks of a page of a release
	beatportAPIPage  = 10  // entries of a page of the programming interface, when nothing is said
	beatportAPILimit = 100
)

// beatport finds the question that a path of the site stands for. Pages in other languages have theirs in front.
func (e *Emulator) beatport(parts []string, q url.Values) question {
	ask := func(pattern string, find func() answer) question {
		return question{service: Beatport, pattern: beatportHost + "/" + pattern, answer: e.paced(Beatport, tooMany(), func(*http.Request) answer { return find() })}
	}
	if len(parts) > 1 && len(parts[0]) == len("en") {
		parts = parts[1:]
	}
	switch {
	case len(parts) == 3 && parts[0] == "release":
		return ask("release/{slug}/{id}", func() answer { return e.beatportRelease(parts[2]) })
	case len(parts) == 1 && parts[0] == "search":
		return ask("search", func() answer { return e.beatportSearch(q.Get("q")) })
	default:
		return unknown(Beatport, beatportHost+"/"+strings.Join(parts, "/"))
	}
}

// beatportData is a page with data. All pages hold a token for those who are not logged in.
func (e *Emulator) beatportData(status int, path string, props bpPageProps, query map[string]string) answer {
	lifetime := e.tokenLifetime()
	props.Session = &bpSession{e.tokens.shared(Beatport, lifetime), int(lifetime.Seconds()), "Bearer", "app:locker user:dj"}
	if path == "/search" {
		props.Token = props.Session.Token
	}
	return page(status, beatportPage, bpNext{
		Props: bpProps{props, true}, Page: path, Query: query, Build: "emulated", Locale: "en",
	})
}

func (e *Emulator) beatportRelease(id string) answer {
	x := e.index.byID(Beatport, id)
	if x == nil {
		return e.beatportData(http.StatusNotFound, "/404", bpPageProps{}, map[string]string{"id": id})
	}
	release, key := x.beatportRelease(), "release-"+x.id
	tracks := bpTracks{Results: window(x.beatportTracks(), 0, beatportTracks), Count: len(x.tracks), Page: "1/1", PerPage: beatportTracks}
	return e.beatportData(http.StatusOK, "/release/[description]/[id]", bpPageProps{Release: &release, State: &bpDehydrated{
		Mutations: []struct{}{}, Queries: []bpQuery{
			fetched(key, release), fetched("tracks-release_id="+x.id+"&per_page=100&page=1", tracks),
			fetched(key+"-recommendations", bpTracks{Results: []bpTrack{}, Page: "1/1", PerPage: 50}),
		},
	}}, map[string]string{"description": release.Slug, "id": x.id})
}

// fetched is the answer to a question that the page has asked before.
func fetched(key string, data any) bpQuery {
	return bpQuery{bpState{Data: data, Updates: 1, Status: "success", Fetch: "idle"}, []string{key}, `["` + key + `"]`}
}

// beatportSearch finds releases by barcode, with or without zeros in front, and all things by words.
func (e *Emulator) beatportSearch(text string) answer {
	data := bpSearch{
		Tracks: bpHits[bpTrackHit]{[]bpTrackHit{}}, Artists: bpHits[bpArtistHit]{[]bpArtistHit{}}, Charts: bpHits[struct{}]{[]struct{}{}},
		Labels: bpHits[struct{}]{[]struct{}{}}, Releases: bpHits[bpReleaseHit]{[]bpReleaseHit{}},
	}
	releases := e.beatportCoded(text)
	if w := anywhere(text); len(releases) == 0 && !w.isEmpty() {
		releases = e.index.releasesLike(Beatport, w)
		for _, p := range window(e.index.songsLike(Beatport, w), 0, 15) {
			data.Tracks.Data = append(data.Tracks.Data, e.index.at(Beatport, p.number).beatportTrackHit(p.index))
		}
		for _, p := range window(e.index.artistsLike(Beatport, w), 0, 15) {
			data.Artists.Data = append(data.Artists.Data, bpArtistHit{100, whole(p.id), localName(Beatport, p.name)})
		}
	}
	for _, x := range window(releases, 0, 15) {
		data.Releases.Data = append(data.Releases.Data, x.beatportHit())
	}
	key := "search-all-q=" + text + "&count=15&is_approved=true&preorder=true"
	return e.beatportData(http.StatusOK, "/search", bpPageProps{
		Text: text, State: &bpDehydrated{Mutations: []struct{}{}, Queries: []bpQuery{fetched(key, data)}},
	}, map[string]string{"q": text})
}

// beatportCoded are the releases whose barcode is that number.
func (e *Emulator) beatportCoded(code string) []*edition {
	var out []*edition
	if n, err := strconv.ParseUint(code, 10, 64); err != nil || n == 0 {
		return nil
	}
	short := strings.TrimLeft(code, "0")
	for zeros := range 4 {
		out = append(out, e.index.byCode(Beatport, strings.Repeat("0", zeros)+short)...)
	}
	return out
}
