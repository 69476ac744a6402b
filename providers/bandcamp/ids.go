package bandcamp

import (
	"errors"
	"net/url"
	"slices"
	"strings"

	"tutti/providers"
)

// urls says how pages and ids are read and written. A band is its host, a release its host and the last part of its path.
func urls() providers.URLs {
	return providers.URLs{
		Host: hostPattern, Path: pathPattern, ID: idPattern,
		Types: providers.Types{Release: []string{typeAlbum, typeTrack}, Artist: []string{typeArtist}},
		Read:  readPage, Link: pageOf, Serialize: serialize, Parse: parse, Links: defaultLinks,
	}
}

// readPage makes the entity of the parts of a page's address.
func readPage(parts map[string]string) (providers.ID, bool) {
	band := parts["band"]
	if isReserved(band) {
		return providers.ID{}, false
	}
	if parts["type"] == "" {
		return providers.ID{Type: typeArtist, ID: band}, true
	}
	return providers.ID{Type: parts["type"], ID: band + "/" + parts["title"]}, true
}

func isReserved(band string) bool { return slices.Contains(reserved, band) }

// pageOf is the canonical URL of an entity; empty: the id is incomplete, or none at all.
func pageOf(id providers.ID) string {
	band, title, _ := strings.Cut(id.ID, "/")
	home := "https://" + band + ".bandcamp.com/"
	switch {
	case band == "" || strings.Contains(band, ".") || strings.Contains(title, "/"):
		return ""
	case title == "" && id.Type == typeArtist:
		return home
	case title == "" || id.Type == typeArtist:
		return ""
	default:
		return home + id.Type + "/" + title
	}
}

// serialize writes BAND/TITLE for an album and BAND/track/TITLE for a track.
func serialize(id providers.ID) string {
	if id.Type != typeTrack {
		return id.ID
	}
	return strings.Replace(id.ID, "/", "/track/", 1)
}

// parse reads what serialize writes. A band is part of a host, where case means nothing.
func parse(text string) (providers.ID, error) {
	m := idPattern.FindStringSubmatch(text)
	if m == nil {
		return providers.ID{}, errors.New("it is neither BAND/TITLE nor BAND/track/TITLE")
	}
	band, title, typ := strings.ToLower(m[1]), m[3], typeAlbum
	if m[2] != "" {
		typ = typeTrack
	}
	switch {
	case title == "":
		return providers.ID{}, errors.New("it is incomplete: after the band, the title is missing")
	case isReserved(band):
		return providers.ID{}, errors.New("there is no band of that name: it is the service's own")
	}
	return providers.ID{Type: typ, ID: band + "/" + title}, nil
}

// identify returns what a page is about, by the address that it gives itself. On a domain of the band's own it has no band: then it
// is that which was asked for. A page without address is believed.
func identify(address string, asked providers.ID) providers.ID {
	i := info()
	if id, ok := i.Recognize(address); ok {
		return id
	}
	u, err := url.Parse(address)
	if err != nil || i.Owns(address) {
		return asked
	}
	m := pathPattern.FindStringSubmatch(u.EscapedPath())
	if m == nil || m[1] == "" {
		return asked
	}
	band, _, _ := strings.Cut(asked.ID, "/")
	return providers.ID{Type: m[1], ID: band + "/" + m[2]}
}

// isRenamed reports whether one id may be the other one's new form: the band or the title was renamed, but not both.
func isRenamed(asked, got providers.ID) bool {
	oldBand, oldTitle, _ := strings.Cut(asked.ID, "/")
	newBand, newTitle, _ := strings.Cut(got.ID, "/")
	return asked.Type == got.Type && (oldBand == newBand || oldTitle == newTitle)
}
