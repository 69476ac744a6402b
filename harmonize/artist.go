package harmonize

import (
	"slices"

	"tutti/music"
)

// Artist is a person or group.
type Artist struct {
	entity *music.Entity
	pages  []artistPage // what providers tell of the artist; nil: nothing but what a credit says
}

// artistPage is what one provider tells of an artist.
type artistPage struct {
	by    music.ProviderName
	page  *music.Artist
	tells music.Properties
}

// NewArtist returns an artist as one provider tells of it. Tells is what it was asked for: links, images.
func NewArtist(by music.ProviderName, a music.Artist, tells music.Properties) *Artist {
	return &Artist{entity: &a.Entity, pages: []artistPage{{by, &a, tells}}}
}

// UniteArtists makes one artist of several that are the same: called as the first of them is, with the ids, pages and pictures of
// all. There has to be one.
func UniteArtists(artists ...*Artist) *Artist {
	out := &Artist{entity: &music.Entity{}}
	*out.entity = *artists[0].entity
	out.entity.IDs = slices.Clone(out.entity.IDs)
	for i, a := range artists {
		out.pages = append(out.pages, a.pages...)
		if out.entity.MBID == "" {
			out.entity.MBID = a.entity.MBID
		}
		if i == 0 {
			continue
		}
		for _, id := range a.entity.IDs {
			out.entity.IDs = addMissing(out.entity.IDs, id)
		}
	}
	return out
}

// WithIDs returns the same artist with more ids. Those that it has stay as they are.
func (a *Artist) WithIDs(ids ...music.ExternalID) *Artist {
	out := UniteArtists(a)
	for _, id := range ids {
		out.entity.IDs = addMissing(out.entity.IDs, id)
	}
	return out
}

// addMissing appends an id that is not there yet.
func addMissing(ids []music.ExternalID, id music.ExternalID) []music.ExternalID {
	if slices.ContainsFunc(ids, func(have music.ExternalID) bool {
		return have.Provider == id.Provider && have.Type == id.Type && have.ID == id.ID
	}) {
		return ids
	}
	return append(ids, id)
}

// Tells reports whether a provider was asked for all of these, and has answered.
func (a *Artist) Tells(need music.Properties) bool {
	return slices.ContainsFunc(a.pages, func(p artistPage) bool { return p.tells.Contains(need) })
}

// Links are the pages that providers name, each once; nil: none was asked.
func (a *Artist) Links() []music.ExternalLink {
	var out []music.ExternalLink
	for _, p := range a.pages {
		for _, l := range p.page.Links {
			i := slices.IndexFunc(out, func(have music.ExternalLink) bool { return have.URL == l.URL })
			if i < 0 {
				out = append(out, l)
				continue
			}
			out[i].Types = addNew(slices.Clip(out[i].Types), l.Types)
		}
	}
	return out
}

// Images are the pictures that providers have, each once; nil: none was asked.
func (a *Artist) Images() []*Image {
	if len(a.pages) == 0 {
		return nil
	}
	out := []*Image{}
	for _, p := range a.pages {
		for i := range p.page.Images {
			image := &p.page.Images[i]
			if !slices.ContainsFunc(out, func(have *Image) bool { return have.URL() == image.URL }) {
				out = append(out, &Image{image, p.by})
			}
		}
	}
	return out
}

// Name is the artist's own name, whatever a release prints.
func (a *Artist) Name() string { return a.entity.Name }

// MBID is the artist's identifier at MusicBrainz, false when unknown.
func (a *Artist) MBID() (music.MBID, bool) { return a.entity.MBID, a.entity.MBID != "" }

// Entity has the artist's ids at all services; do not change it.
func (a *Artist) Entity() *music.Entity { return a.entity }
