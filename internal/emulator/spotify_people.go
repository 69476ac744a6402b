package emulator

import (
	"net/http"
	"net/url"
	"slices"
	"strconv"
)

func (e *Emulator) spotifyArtistOf(id string) answer {
	p := e.index.artist(Spotify, id)
	switch {
	case !isSpotifyID(id):
		return spotifyFault(http.StatusBadRequest, "Invalid base62 id")
	case p == nil:
		return spotifyFault(http.StatusNotFound, "non existing id")
	default:
		return reply(http.StatusOK, e.spotifyArtist(p))
	}
}

// spotifyArtists answers with one entry per id, in order; null stands for an id that is not known.
func (e *Emulator) spotifyArtists(list string) answer {
	ids, refused := e.spotifyIDs(list, spotifyArtistIDs)
	if refused.status != 0 {
		return refused
	}
	found := make([]*spArtistPage, len(ids))
	for i, id := range ids {
		if p := e.index.artist(Spotify, id); p != nil {
			a := e.spotifyArtist(p)
			found[i] = &a
		}
	}
	return reply(http.StatusOK, struct {
		Artists []*spArtistPage `json:"artists"`
	}{found})
}

// spotifyArtist is an artist as those see him who may.
func (e *Emulator) spotifyArtist(p *person) spArtistPage {
	out := spArtistPage{spArtist: spotifyArtists([]Credit{{Name: p.name}})[0], Genres: []string{}, Images: []spImage{}}
	for _, size := range []struct {
		prefix string
		pixels int
	}{{"ab6761610000e5eb", 640}, {"ab67616100005174", 320}, {"ab6761610000f178", 160}} {
		out.Images = append(out.Images, spImage{URL: "https://i.scdn.co/image/" + size.prefix + coverHash(artistNumber(p.name)), Height: size.pixels, Width: size.pixels})
	}
	if !e.isDevelopment() {
		popularity := 1
		out.Followers, out.Popularity = &spFollowers{Total: 1}, &popularity
	}
	return out
}

// spotifyDiscography lists the albums of an artist by groups, newest first.
func (e *Emulator) spotifyDiscography(id string, q url.Values) answer {
	p := e.index.artist(Spotify, id)
	limit, offset, refused := e.pageSize(q)
	switch {
	case p == nil:
		return spotifyFault(http.StatusNotFound, "non existing id")
	case refused.status != 0:
		return refused
	}
	groups := listed(q, "include_groups")
	var list []*edition
	for _, x := range e.index.editions(Spotify, slices.Concat(p.own, p.guests)) {
		isHere := q.Get("market") == "" || slices.Contains(x.markets, q.Get("market"))
		if isHere && (len(groups) == 0 || slices.Contains(groups, p.group(x))) {
			list = append(list, x)
		}
	}
	at := func(offset int) string {
		values := url.Values{"limit": {strconv.Itoa(limit)}, "offset": {strconv.Itoa(offset)}}
		for _, name := range []string{"include_groups", "market"} {
			if q.Get(name) != "" {
				values.Set(name, q.Get(name))
			}
		}
		return spotifyAPI + "artists/" + id + "/albums?" + values.Encode()
	}
	return reply(http.StatusOK, spotifyPageOf(list, at, limit, offset, func(x *edition) spAlbum {
		album := e.spotifyView(x).short()
		if !e.isDevelopment() {
			album.Group = p.group(x)
		}
		return album
	}))
}

// group is how an artist has to do with a release.
func (p *person) group(x *edition) string {
	if !slices.Contains(p.own, x.number) {
		return "appears_on"
	}
	return spotifyKind(x.kind)
}
