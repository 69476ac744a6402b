package emulator

import (
	"fmt"
	"maps"
	"net/http"
	"net/url"
	"strconv"
	"strings"
)

// bpList is a page of the programming interface.
type bpList[T any] struct {
	Next     *string `json:"next"`
	Previous *string `json:"previous"`
	Count    int     `json:"count"`
	Page     string  `json:"page"`
	PerPage  int     `json:"per_page"`
	Results  []T     `json:"results"`
}

type bpFault struct {
	Detail string `json:"detail"`
}

// beatportCatalogue finds the question that a path of the programming interface stands for, which the pages lead to and have a token for.
func (e *Emulator) beatportCatalogue(parts []string, q url.Values) question {
	path := strings.TrimSuffix(strings.Join(parts, "/"), "/")
	rest, ok := strings.CutPrefix(path, "v4/catalog/")
	if !ok {
		return unknown(Beatport, beatportAPIHost+"/"+path)
	}
	x := e.index
	return dispatcher{Beatport, beatportAPIHost + "/v4/catalog/", e.tokened}.find(strings.Split(rest, "/"), q, []route{
		{pattern: "releases", with: "upc", answer: func([]string, *http.Request) answer {
			return beatportWindow(e.beatportCoded(q.Get("upc")), q, rest, (*edition).beatportRelease)
		}},
		{pattern: "tracks", with: "isrc", answer: func([]string, *http.Request) answer {
			return beatportWindow(x.byISRC(Beatport, q.Get("isrc")), q, rest, e.beatportAt)
		}},
		{pattern: "releases/{id}", answer: func(ids []string, _ *http.Request) answer {
			return beatportOne(x.byID(Beatport, ids[0]), (*edition).beatportRelease)
		}},
		{pattern: "releases/{id}/tracks", answer: func(ids []string, _ *http.Request) answer { return e.beatportTracksOf(ids[0], q, rest) }},
		{pattern: "tracks/{id}", answer: func(ids []string, _ *http.Request) answer {
			found, i := x.byTrack(Beatport, ids[0])
			return beatportOne(found, func(x *edition) bpTrack { return x.beatportTrack(i) })
		}},
		{pattern: "artists/{id}", answer: func(ids []string, _ *http.Request) answer {
			return beatportOne(x.artist(Beatport, ids[0]), func(p *person) bpArtist { return beatportCredits([]Credit{{Name: p.name}})[0] })
		}},
	})
}

// tokened answers whoever has a token of a page, within the quota.
func (e *Emulator) tokened(find func(*http.Request) answer) func(*http.Request) answer {
	return e.paced(Beatport, tooMany(), func(r *http.Request) answer {
		token, _ := bearer(r)
		if why := e.tokens.refusal(Beatport, token); why != "" {
			return reply(http.StatusUnauthorized, bpFault{"Authentication credentials were not provided or have expired."})
		}
		return find(r)
	})
}

func (e *Emulator) beatportAt(p place) bpTrack {
	return e.index.at(Beatport, p.number).beatportTrack(p.index)
}

// beatportOne answers with something, or with nothing.
func beatportOne[T, U any](x *T, show func(*T) U) answer {
	if x == nil {
		return reply(http.StatusNotFound, bpFault{"Not found."})
	}
	return reply(http.StatusOK, show(x))
}

func (e *Emulator) beatportTracksOf(id string, q url.Values, path string) answer {
	x := e.index.byID(Beatport, id)
	if x == nil {
		return reply(http.StatusNotFound, bpFault{"Not found."})
	}
	return beatportWindow(x.beatportTracks(), q, path, func(t bpTrack) bpTrack { return t })
}

// beatportWindow answers with a page of a list.
func beatportWindow[T, U any](list []T, q url.Values, path string, show func(T) U) answer {
	size, page := min(number(q.Get("per_page"), beatportAPIPage), beatportAPILimit), max(1, number(q.Get("page"), 1))
	if size < 1 {
		size = beatportAPIPage
	}
	pages := max(1, (len(list)+size-1)/size)
	at := func(page int) *string {
		values := maps.Clone(q)
		values.Set("page", strconv.Itoa(page))
		address := beatportAPI + path + "/?" + values.Encode()
		return &address
	}
	out := bpList[U]{Count: len(list), Page: fmt.Sprintf("%d/%d", page, pages), PerPage: size, Results: []U{}}
	for _, x := range window(list, (page-1)*size, size) {
		out.Results = append(out.Results, show(x))
	}
	if page < pages {
		out.Next = at(page + 1)
	}
	if page > 1 {
		out.Previous = at(page - 1)
	}
	return reply(http.StatusOK, out)
}
