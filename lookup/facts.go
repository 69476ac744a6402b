package lookup

import (
	"slices"

	"tutti/music"
	"tutti/providers"
)

// Info returns the facts of a provider.
func (e *Engine) Info(name music.ProviderName) (providers.Info, bool) {
	f, ok := e.setup.Registry.Lookup(string(name))
	return f.Info, ok
}

// CategoriesOf returns what a provider belongs to.
func (e *Engine) CategoriesOf(name music.ProviderName) []providers.Category {
	out := []providers.Category{}
	for _, c := range e.setup.Registry.Categories() {
		if slices.Contains(e.setup.Registry.Category(c), name) {
			out = append(out, c)
		}
	}
	return out
}

// OwnerOf returns whose page a URL is, or nil.
func (e *Engine) OwnerOf(u string) *music.ProviderName {
	f, _, _ := e.setup.Registry.ByURL(u)
	if f.Info.Name == "" {
		return nil
	}
	return &f.Info.Name
}

// Feature is something that a provider can do.
type Feature string

// Features are what a provider can do, in the words of the contract.
func (e *Engine) Features(name music.ProviderName) []Feature {
	out := []Feature{}
	f, ok := e.setup.Registry.Lookup(string(name))
	if !ok {
		return out
	}
	for _, feature := range []struct {
		name Feature
		has  bool
	}{
		{"GTIN_LOOKUP", f.Info.Features.GTINLookup > providers.Unknown},
		{"ISRC_LOOKUP", e.can(name, providers.ByISRC)},
		{"SEARCH", e.can(name, providers.BySearchingReleases) || e.can(name, providers.BySearchingTracks) || e.can(name, providers.BySearchingArtists)},
		{"DISCOGRAPHY", e.can(name, providers.ByDiscography)},
		{"ARTIST_DETAILS", e.can(name, providers.ByArtist)},
		{"TRACK_DETAILS", yields(f, music.PropISRCs) || yields(f, music.PropTrackArtists)},
		{"AVAILABILITY", yields(f, music.PropAvailability)},
		{"MBID_RESOLVING", f.Info.Features.MBIDResolving > providers.Unknown},
		{"LABELS", yields(f, music.PropLabels)},
		{"COVER_ART", yields(f, music.PropImages)},
	} {
		if feature.has {
			out = append(out, feature.name)
		}
	}
	return out
}

func (e *Engine) can(name music.ProviderName, by providers.By) bool {
	s := e.sources[name]
	return s != nil && s.Can(by)
}

func yields(f providers.Factory, p music.Property) bool {
	for _, e := range f.Endpoints {
		if e.Yields.Has(p) {
			return true
		}
	}
	return false
}

// Links returns the pages of an artist, label or recording, by the ids that it has. Kind is the type at MusicBrainz.
func (e *Engine) Links(kind string, entity *music.Entity) []music.ExternalLink {
	out := []music.ExternalLink{}
	if entity == nil {
		return out
	}
	for _, id := range entity.IDs {
		f, ok := e.setup.Registry.Lookup(string(id.Provider))
		if !ok {
			continue
		}
		own := providers.ID{Type: id.Type, ID: id.ID, Region: id.Region, Slug: id.Slug}
		types := id.Links
		if types == nil {
			types = f.Info.Links(own)
		}
		out = append(out, music.ExternalLink{URL: f.Info.URL(own), Types: types})
	}
	if f, ok := e.setup.Registry.MBIDs(); ok && entity.MBID != "" {
		out = append(out, music.ExternalLink{URL: f.Info.URL(providers.ID{Type: kind, ID: string(entity.MBID)})})
	}
	return out
}
