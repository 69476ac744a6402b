package emulator

import (
	"net/http"
	"slices"
	"strconv"
	"strings"
)

const (
	bandcampHost   = "bandcamp.com"
	bandcampDomain = ".bandcamp.com"

	bandcampTrackPath = "track/"
	bandcampAlbums    = 930_000_000 // what ids of albums count from
	bandcampBands     = 931_000_000
	bandcampPictures  = 932_000_000
)

// bandcamp finds the question that a host and a path stand for.
func (e *Emulator) bandcamp(host string, parts []string) question {
	band := strings.TrimSuffix(host, bandcampDomain)
	ask := func(pattern string, find func() answer) question {
		return question{service: Bandcamp, pattern: pattern, answer: e.paced(Bandcamp, tooMany(), func(*http.Request) answer { return find() })}
	}
	path := strings.Join(parts, "/")
	switch {
	case host == bandcampHost && parts[0] == "EmbeddedPlayer":
		return ask(bandcampHost+"/EmbeddedPlayer/album={id}", func() answer { return e.bandcampPlayer(parts[1:]) })
	case host == bandcampHost:
		return unknown(Bandcamp, host+"/"+path)
	case path == "" || path == "music":
		return ask("{artist}"+bandcampDomain+"/music", func() answer { return e.bandcampArtist(band) })
	case len(parts) == 2 && parts[0] == "album":
		return ask("{artist}"+bandcampDomain+"/album/{title}", func() answer { return e.bandcampAlbum(band + "/" + parts[1]) })
	case len(parts) == 2 && parts[0] == "track":
		return ask("{artist}"+bandcampDomain+"/track/{title}", func() answer { return e.bandcampTrack(band + "/" + path) })
	default:
		return unknown(Bandcamp, host+"/"+path)
	}
}

// account is the name of somebody as part of a host.
func account(name string) string {
	if s := slug(name); s != "" {
		return "emu-" + s
	}
	return "emu-artist-" + strconv.Itoa(artistNumber(name))
}

// bandcampID is account/title of an album, and account/track/title of a track that belongs to none. Titles of generated releases are
// told apart by their numbers.
func (r *Release) bandcampID(says Says) string {
	name, kind := firstList(says.Artists, r.Artists)[0].Name, ""
	if says.Shop != nil {
		name = first(says.Shop.Account, name)
		if says.Shop.IsTrack {
			kind = bandcampTrackPath
		}
	}
	title := first(slug(said(says.Title, r.Title)), "release-"+strconv.Itoa(r.Number))
	if r.Number >= firstGenerated {
		title += "-" + strconv.Itoa(r.Number)
	}
	return account(name) + "/" + kind + title
}

// bandcampPath cuts an id into the account and the path of the page.
func bandcampPath(id string) (band, path string) {
	band, path, _ = strings.Cut(id, "/")
	if !strings.HasPrefix(path, bandcampTrackPath) {
		path = "album/" + path
	}
	return band, path
}

// bandcampTrackID is where the page of a song of a release is.
func bandcampTrackID(release, title string) string {
	band, path := bandcampPath(release)
	if strings.HasPrefix(path, bandcampTrackPath) {
		return release
	}
	return band + "/" + bandcampTrackPath + first(slug(title), "untitled")
}

// bandcampAlbum answers with the page of an album.
func (e *Emulator) bandcampAlbum(id string) answer {
	x := e.index.byID(Bandcamp, id)
	if x == nil {
		return notFound()
	}
	return bandcampPage(bcView{x, x.sold()}, 0)
}

// bandcampTrack answers with the page of a track: of one that belongs to no album, or of a song of an album.
func (e *Emulator) bandcampTrack(id string) answer {
	if x := e.index.byID(Bandcamp, id); x != nil {
		return bandcampPage(bcView{x, x.sold()}, 0)
	}
	x := e.index.onBandcamp(id)
	if x == nil {
		return notFound()
	}
	i := slices.IndexFunc(x.tracks, func(t track) bool { return bandcampTrackID(x.id, t.Title) == id && !t.IsUntold })
	if i < 0 {
		return notFound()
	}
	return bandcampPage(bcView{x, x.sold()}, i+1)
}

// onBandcamp returns the release that has a song with a page there; nil: none.
func (x *index) onBandcamp(id string) *edition {
	x.mu.RLock()
	defer x.mu.RUnlock()
	return x.edition(Bandcamp, x.tracks[Bandcamp][id])
}

// bandcampPlayer answers with the player of an album: a path of parts such as album=1.
func (e *Emulator) bandcampPlayer(parts []string) answer {
	for _, part := range parts {
		id, ok := strings.CutPrefix(part, "album=")
		if x := e.index.at(Bandcamp, whole(id)-bandcampAlbums); ok && x != nil {
			return page(http.StatusOK, bandcampPlayerPage, bcView{x, x.sold()}.player())
		}
	}
	return notFound()
}

// bandcampArtist answers with the page of an account, which lists what it sells.
func (e *Emulator) bandcampArtist(band string) answer {
	var list []bcView
	for _, entry := range e.index.shelf(Bandcamp).entries {
		if x := e.index.at(Bandcamp, entry.number); x != nil && strings.HasPrefix(x.id, band+"/") {
			list = append(list, bcView{x, x.sold()})
		}
	}
	if len(list) == 0 {
		return notFound()
	}
	return page(http.StatusOK, bandcampArtistPage, bcArtistPage{list[0].band(), list})
}

// tooMany is the page for those who ask too often.
func tooMany() answer {
	return answer{status: http.StatusTooManyRequests, header: map[string]string{"Content-Type": htmlType}, body: []byte(errorPage)}
}

// notFound is the page for what is not there.
func notFound() answer {
	return answer{status: http.StatusNotFound, header: map[string]string{"Content-Type": htmlType}, body: []byte(errorPage)}
}
