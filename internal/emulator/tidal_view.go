package emulator

import (
	"fmt"
	"strconv"
	"strings"
)

// resource is what has an id, with what is to be included of it; false: there is none, or not in this country.
func (d *tidalDesk) resource(kind, id string, include inclusion) (tdResource, bool) {
	out := tdResource{ID: id, Type: kind, Attributes: d.attributes(kind, id)}
	if out.Attributes == nil {
		return out, false
	}
	out.Relationships = d.relationships(kind, id, include)
	return out, true
}

// attributes are those of a resource; nil: there is none.
func (d *tidalDesk) attributes(kind, id string) any {
	switch kind {
	case "albums":
		if x := d.album(id); x != nil {
			return x.tidalAlbum()
		}
	case "tracks", "videos":
		if x, t := d.track(kind, id); x != nil {
			return x.tidalTrack(t)
		}
	case "artists":
		if p := d.index.artist(Tidal, id); p != nil {
			return tdArtist{localName(Tidal, p.name), 0.5, tidalLinks("artist", id), false}
		}
	case "artworks":
		if x := d.pictured(id); x != nil {
			return x.tidalArtwork()
		}
	case "providers":
		if name := d.provider(id); name != "" {
			return tdProvider{name}
		}
	}
	return nil
}

// album is an album of this country; nil: there is none with that id.
func (d *tidalDesk) album(id string) *edition {
	if x := d.index.byID(Tidal, id); x != nil && !x.isVideo && d.has(x) {
		return x
	}
	return nil
}

// track is a track or a video of this country: one of an album, or a video of its own.
func (d *tidalDesk) track(kind, id string) (*edition, track) {
	if x := d.index.byID(Tidal, videoPrefix+id); x != nil && d.has(x) && kind == "videos" {
		return x, x.tracks[0]
	}
	x, i := d.index.byTrack(Tidal, id)
	if x == nil || !d.has(x) || tidalKind(x.tracks[i-1]) != kind || x.tracks[i-1].IsUntold {
		return nil, track{}
	}
	return x, x.tracks[i-1]
}

// pictured is the release that a picture belongs to.
func (d *tidalDesk) pictured(id string) *edition {
	if x := d.index.at(Tidal, tidalArtworks.number(id)); x != nil && d.has(x) {
		return x
	}
	return nil
}

// provider is the name of who delivers releases.
func (d *tidalDesk) provider(id string) string {
	for _, label := range d.index.shelf(Tidal).labels {
		if tidalProviderID(label) == id {
			return label
		}
	}
	return ""
}

// refs are what a relationship leads to; false: there is nothing that it could belong to.
func (d *tidalDesk) refs(kind, id, relation string) ([]tdRef, bool) {
	switch kind {
	case "albums":
		x := d.album(id)
		if x == nil {
			return nil, false
		}
		return x.tidalRefs(relation, x.artists), true
	case "tracks", "videos":
		x, t := d.track(kind, id)
		if x == nil {
			return nil, false
		}
		return x.tidalRefs(relation, t.Artists), true
	case "artists":
		p := d.index.artist(Tidal, id)
		if p == nil {
			return nil, false
		}
		return d.artistRefs(p, relation), true
	default:
		_, ok := d.resource(kind, id, nil)
		return nil, ok
	}
}

// tidalRefs are what a release leads to, or one of its songs, whose artists are these.
func (e *edition) tidalRefs(relation string, credits []Credit) []tdRef {
	switch {
	case relation == "artists" && e.lacks&LacksArtists != 0:
		return tidalArtists(credits, tidalLost)
	case relation == "artists":
		return tidalArtists(credits, forms[Tidal].artist)
	case relation == "items":
		return e.tidalItems()
	case relation == "providers" && e.label != "":
		return []tdRef{{ID: tidalProviderID(e.label), Type: "providers"}}
	case relation == "albums" && !e.isVideo:
		return []tdRef{{ID: e.id, Type: "albums"}}
	case (relation == "coverArt" || relation == "thumbnailArt") && e.lacks&LacksImages == 0:
		return []tdRef{{ID: tidalArtworks.id(e.number), Type: "artworks"}}
	default:
		return nil
	}
}

func tidalArtists(credits []Credit, n numbering) []tdRef {
	out := make([]tdRef, len(credits))
	for i, c := range credits {
		out[i] = tdRef{ID: first(artists[c.Name].IDs[Tidal], n.id(artistNumber(c.Name))), Type: "artists"}
	}
	return out
}

// tidalItems are the songs of an album, with their places.
func (e *edition) tidalItems() []tdRef {
	var out []tdRef
	for _, t := range e.tracks {
		if !t.IsUntold {
			out = append(out, tdRef{t.id, tidalKind(t), &tdPlace{t.Disc, t.position}})
		}
	}
	return out
}

// artistRefs are what an artist leads to: albums of his own, and all of his tracks and videos.
func (d *tidalDesk) artistRefs(p *person, relation string) []tdRef {
	var out []tdRef
	numbers := append([]int{}, p.own...)
	if relation != "albums" {
		numbers = append(numbers, p.guests...)
	}
	for _, x := range d.index.editions(Tidal, numbers) {
		switch {
		case !d.has(x):
		case relation == "albums" && !x.isVideo:
			out = append(out, tdRef{ID: x.id, Type: "albums"})
		case relation == "tracks" || relation == "videos":
			for _, t := range x.tracks {
				if tidalKind(t) == relation && !t.IsUntold && isCredited(t.Artists, p.name) {
					out = append(out, tdRef{ID: x.tidalTrackID(t.index), Type: relation})
				}
			}
		}
	}
	return out
}

func isCredited(credits []Credit, name string) bool {
	for _, c := range credits {
		if c.Name == name {
			return true
		}
	}
	return false
}

func tidalKind(t track) string {
	if t.Format == "video" {
		return "videos"
	}
	return "tracks"
}

// tidalTrackID is the id of a song; that of a video of its own is that of the release.
func (e *edition) tidalTrackID(index int) string {
	if e.isVideo {
		return strings.TrimPrefix(e.id, videoPrefix)
	}
	return e.tracks[index-1].id
}

func tidalProviderID(name string) string {
	if name == "Universal" {
		return "350"
	}
	return strconv.Itoa(982_000_000 + hash(name)%1_000_000)
}

func (e *edition) tidalAlbum() tdAlbum {
	length := 0
	for _, t := range e.tracks {
		length += t.MS
	}
	kind := strings.ToUpper(string(e.kind))
	if e.kind == Compilation {
		kind = "ALBUM"
	}
	return tdAlbum{
		Title: e.title, Barcode: e.gtin, Volumes: len(e.discs()), Items: len(e.tracks), Duration: iso8601(length), Explicit: e.hasExplicit, Date: e.date,
		Copyright: &tdText{first(strings.Join(e.copyrights, " "), "© "+year(e.date)+" "+e.label)}, Popularity: 0.5, Access: "PUBLIC",
		Availability: []string{"STREAM", "DJ"}, Media: []string{"LOSSLESS"}, Links: tidalLinks("album", e.id), Type: kind, AlbumType: kind,
		Created: "2024-01-01T00:00:00Z",
	}
}

func (e *edition) tidalTrack(t track) tdTrack {
	out := tdTrack{
		Title: t.Title, Version: orNull(t.Version), ISRC: t.ISRC, Duration: iso8601(t.MS), Copyright: &tdText{"℗ " + year(e.date) + " " + e.label},
		Explicit: t.isExplicit, Popularity: 0.5, Access: "PUBLIC", Availability: []string{"STREAM", "DJ"}, Media: []string{"LOSSLESS"},
		Links: tidalLinks("track", t.id), Created: "2024-01-01T00:00:00Z",
	}
	if tidalKind(t) == "videos" {
		out.Date, out.Media, out.Links = e.date, nil, tidalLinks("video", e.tidalTrackID(t.index))
	}
	return out
}

func (e *edition) tidalArtwork() tdArtwork {
	path := e.image
	if !strings.Contains(path, "/") {
		path = fmt.Sprintf("%s/%s/%s/%s", path[:8], path[8:12], path[12:16], path[16:])
	}
	out := tdArtwork{Media: "IMAGE"}
	sizes := []tdSize{{1280, 1280}, {1080, 1080}, {750, 750}, {640, 640}, {320, 320}, {160, 160}, {80, 80}}
	if e.isVideo {
		sizes = []tdSize{{1280, 720}, {800, 450}, {640, 360}, {320, 180}, {160, 90}}
	}
	for _, s := range sizes {
		out.Files = append(out.Files, tdFile{fmt.Sprintf("https://resources.tidal.com/images/%s/%dx%d.jpg", path, s.Width, s.Height), s})
	}
	return out
}

func tidalLinks(kind, id string) []tdOutside {
	return []tdOutside{{"https://tidal.com/browse/" + kind + "/" + id, tdOutsideMeta{"TIDAL_SHARING"}}}
}

// iso8601 is a length in hours, minutes and seconds, without those of which there are none.
func iso8601(ms int) string {
	seconds := (ms + 500) / 1000
	var b strings.Builder
	b.WriteString("PT")
	for _, unit := range []struct {
		count int
		name  string
	}{{seconds / 3600, "H"}, {seconds / 60 % 60, "M"}, {seconds % 60, "S"}} {
		if unit.count > 0 {
			fmt.Fprintf(&b, "%d%s", unit.count, unit.name)
		}
	}
	if b.Len() == len("PT") {
		b.WriteString("0S")
	}
	return b.String()
}
