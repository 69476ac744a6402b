package emulator

import (
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
)

const (
	discogsHost = "api.discogs.com"
	discogsAPI  = "https://api.discogs.com/"
	discogsSite = "https://www.discogs.com/"

	discogsPage      = 50 // entries of a page, when nothing is said
	discogsPageLimit = 100

	// Who does not say who they are has 25 requests where others have 60.
	discogsKnown, discogsUnknown = 60, 25
)

// discogs finds the question that a path stands for.
func (e *Emulator) discogs(parts []string, q url.Values) question {
	return dispatcher{Discogs, discogsHost + "/", e.cataloguing}.find(parts, q, []route{
		{pattern: "database/search", answer: func(_ []string, r *http.Request) answer { return e.discogsSearch(q, isKnown(r)) }},
		{pattern: "releases/{id}", answer: func(ids []string, r *http.Request) answer {
			return discogsRelease(e.index.byID(Discogs, ids[0]), isKnown(r))
		}},
		{pattern: "masters/{id}", answer: func(ids []string, r *http.Request) answer { return e.discogsMaster(ids[0], isKnown(r)) }},
		{pattern: "masters/{id}/versions", answer: func(ids []string, _ *http.Request) answer { return e.discogsVersions(ids[0], q) }},
		{pattern: "artists/{id}", answer: func(ids []string, r *http.Request) answer { return e.discogsArtist(ids[0], isKnown(r)) }},
		{pattern: "artists/{id}/releases", answer: func(ids []string, _ *http.Request) answer { return e.discogsDiscography(ids[0], q) }},
	})
}

// knowing is whether the service knows who asks: it tells addresses of pictures to nobody else.
type knowing bool

func isKnown(r *http.Request) knowing {
	credentials := r.Header.Get("Authorization")
	return knowing(strings.HasPrefix(credentials, "Discogs ") || strings.HasPrefix(credentials, "OAuth "))
}

// cataloguing answers those who say what program they are, within the quota, of which those have more who say who they are.
func (e *Emulator) cataloguing(find func(*http.Request) answer) func(*http.Request) answer {
	return func(r *http.Request) answer {
		switch agent := r.Header.Get("User-Agent"); {
		case agent == "" || strings.HasPrefix(agent, "Go-http-client/"):
			return discogsFault(http.StatusForbidden, "Please identify your application with a unique User-Agent.")
		case r.Header.Get("Authorization") != "" && !bool(isKnown(r)):
			return discogsFault(http.StatusUnauthorized, "Invalid consumer key/secret.")
		}
		limit := e.quota(Discogs)
		if limit.Requests <= 0 {
			return find(r)
		}
		if !bool(isKnown(r)) {
			limit.Requests = max(1, limit.Requests*discogsUnknown/discogsKnown)
		}
		t := e.quotas.take(Discogs, limit)
		used := limit.Requests - t.left
		a := discogsFault(http.StatusTooManyRequests, "You are making requests too quickly.").with("Retry-After", t.retryAfter())
		if t.isRefused {
			used++
		} else {
			a = find(r)
		}
		return a.with("X-Discogs-Ratelimit", strconv.Itoa(limit.Requests)).with("X-Discogs-Ratelimit-Used", strconv.Itoa(used)).
			with("X-Discogs-Ratelimit-Remaining", strconv.Itoa(t.left))
	}
}

func discogsFault(status int, message string) answer { return discogsReply(status, dcFault{message}) }

func discogsReply(status int, body any) answer {
	return reply(status, body).with("Content-Type", "application/json")
}

func discogsRelease(x *edition, k knowing) answer {
	if x == nil {
		return discogsFault(http.StatusNotFound, "Release not found.")
	}
	return discogsReply(http.StatusOK, dcView{x, k}.release())
}

// discogsMaster answers with a group of pressings: what is told of it is what its first pressing says.
func (e *Emulator) discogsMaster(id string, k knowing) answer {
	list := e.discogsPressings(id)
	if len(list) == 0 {
		return discogsFault(http.StatusNotFound, "Master Release not found.")
	}
	return discogsReply(http.StatusOK, dcView{list[0], k}.master(list))
}

// discogsPressings are the pressings of a master, oldest first.
func (e *Emulator) discogsPressings(master string) []*edition {
	var out []*edition
	for _, entry := range e.index.shelf(Discogs).entries {
		x := e.index.at(Discogs, entry.number)
		if x != nil && x.pressed().Master > 0 && discogsMasterID(x.pressed().Master) == whole(master) {
			out = append(out, x)
		}
	}
	slices.SortStableFunc(out, func(a, b *edition) int { return strings.Compare(a.date, b.date) })
	return out
}

func (e *Emulator) discogsVersions(id string, q url.Values) answer {
	list := e.discogsPressings(id)
	if len(list) == 0 {
		return discogsFault(http.StatusNotFound, "Master Release not found.")
	}
	versions := make([]dcVersion, len(list))
	for i, x := range list {
		versions[i] = dcView{x, false}.version()
	}
	page := pageOf(versions, q, discogsAPI+"masters/"+id+"/versions")
	return page.reply(struct {
		Pagination dcPagination `json:"pagination"`
		Versions   []dcVersion  `json:"versions"`
	}{page.pagination, page.items})
}

func (e *Emulator) discogsArtist(id string, k knowing) answer {
	p := e.index.artist(Discogs, id)
	if p == nil {
		return discogsFault(http.StatusNotFound, "Artist not found.")
	}
	out := p.discogs(k)
	for _, s := range []Service{Bandcamp, Spotify} {
		if e.index.artist(s, artistID(s, p.name)) != nil {
			out.URLs = append(out.URLs, artistURL(s, p.name))
		}
	}
	return discogsReply(http.StatusOK, out)
}

// discogsDiscography lists masters in place of their pressings, and what somebody is a guest on.
func (e *Emulator) discogsDiscography(id string, q url.Values) answer {
	p := e.index.artist(Discogs, id)
	if p == nil {
		return discogsFault(http.StatusNotFound, "Artist not found.")
	}
	var list []dcWork
	seen := map[int]bool{}
	for role, numbers := range [][]int{p.own, p.guests} {
		for _, x := range e.index.editions(Discogs, numbers) {
			work := dcView{x, false}.work([]string{"Main", "TrackAppearance"}[role])
			if !seen[work.ID] {
				seen[work.ID], list = true, append(list, work)
			}
		}
	}
	sortWorks(list, q)
	page := pageOf(list, q, discogsAPI+"artists/"+id+"/releases")
	return page.reply(struct {
		Pagination dcPagination `json:"pagination"`
		Releases   []dcWork     `json:"releases"`
	}{page.pagination, page.items})
}

// sortWorks puts works in the order asked for: by year, title or format; oldest first, unless it is to be the other way round.
func sortWorks(list []dcWork, q url.Values) {
	slices.SortStableFunc(list, func(a, b dcWork) int {
		order := a.Year - b.Year
		if q.Get("sort") == "title" {
			order = strings.Compare(fold(a.Title), fold(b.Title))
		}
		if q.Get("sort_order") == "desc" {
			return -order
		}
		return order
	})
}
