package emulator

import (
	"fmt"
	"net/http"
	"net/url"
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
	ask := func(pattern string, find func() answer) question {
		return question{service: Beatport, pattern: beatportAPIHost + "/v4/catalog/" + pattern, answer: e.paced(Beatport, tooMany(), func(r *http.Request) answer {
			token, _ := bearer(r)
			if why := e.tokens.refusal(Beatport, token); why != "" {
				return reply(http.StatusUnauthorized, bpFault{"Authentication credentials were not provided or have expired."})
			}
			return find()
		})}
	}
	rest, ok := strings.CutPrefix(path, "v4/catalog/")
	steps := strings.Split(rest, "/")
	switch {
	case !ok:
	case rest == "releases" && q.Has("upc"):
		return ask("releases?upc", func() answer {
			return beatportWindow(e.beatportCoded(q.Get("upc")), q, rest, (*edition).beatportRelease)
		})
	case rest == "tracks" && q.Has("isrc"):
		return ask("tracks?isrc", func() answer { return beatportWindow(e.index.byISRC(Beatport, q.Get("isrc")), q, rest, e.beatportAt) })
	case len(steps) == 2 && steps[0] == "releases":
		return ask("releases/{id}", func() answer { return beatportOne(e.index.byID(Beatport, steps[1]), (*edition).beatportRelease) })
	case len(steps) == 3 && steps[0] == "releases" && steps[2] == "tracks":
		return ask("releases/{id}/tracks", func() answer { return e.beatportTracksOf(steps[1], q, rest) })
	case len(steps) == 2 && steps[0] == "tracks":
		return ask("tracks/{id}", func() answer {
			x, i := e.index.byTrack(Beatport, steps[1])
			return beatportOne(x, func(x *edition) bpTrack { return x.beatportTrack(i) })
		})
	case len(steps) == 2 && steps[0] == "artists":
		return ask("artists/{id}", func() answer {
			return beatportOne(e.index.artist(Beatport, steps[1]), func(p *person) bpArtist { return beatportCredits([]Credit{{Name: p.name}})[0] })
		})
	}
	return unknown(Beatport, beatportAPIHost+"/"+path)
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
		values := url.Values{}
		for name, value := range q {
			values[name] = value
		}
		values.Set("page", fmt.Sprint(page))
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
