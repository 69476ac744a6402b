package emulator

import "net/http"

// searches answers a search whose words are a filter.
func (d *tidalDesk) searches() answer {
	text := d.query.Get("filter[query]")
	if text == "" {
		return tidalFault(http.StatusBadRequest, "INVALID_REQUEST", "a filter is needed", "filter[query]")
	}
	return d.search(text, func(x tdResource) any { return []tdResource{x} })
}

// searched answers a search whose words are part of the path.
func (d *tidalDesk) searched(text string) answer {
	return d.search(text, func(x tdResource) any { return x })
}

// search finds albums, tracks, videos and artists, as far as they are to be included.
func (d *tidalDesk) search(text string, data func(tdResource) any) answer {
	include, refused := d.inclusion("searchResults")
	if refused.status != 0 {
		return refused
	}
	x := tdResource{ID: text, Type: "searchResults", Attributes: tdSearch{"e0e0e0e0"}, Relationships: map[string]tdRelationship{}}
	for _, relation := range tidalRelations["searchResults"] {
		sub, isWanted := include[relation]
		if !isWanted {
			continue
		}
		refs := window(d.hits(relation, anywhere(text)), 0, tidalPage)
		x.Relationships[relation] = tdRelationship{
			Data: append([]tdRef{}, refs...), Links: tdLinks{Self: "/searchResults/" + slug(text) + "/relationships/" + relation + "?countryCode=" + d.country},
		}
		d.include(refs, sub)
	}
	return d.reply(data(x), tdLinks{})
}

// hits are what fits, best first.
func (d *tidalDesk) hits(relation string, w wanted) []tdRef {
	if w.isEmpty() {
		return nil
	}
	switch relation {
	case "albums":
		return d.albumHits(w)
	case "artists":
		return d.artistHits(w)
	case "tracks", "videos":
		return d.songHits(relation, w)
	default:
		return nil
	}
}

func (d *tidalDesk) albumHits(w wanted) []tdRef {
	var out []tdRef
	for _, x := range d.index.releasesLike(Tidal, w) {
		if d.album(x.id) != nil {
			out = append(out, tdRef{ID: x.id, Type: "albums"})
		}
	}
	return out
}

func (d *tidalDesk) artistHits(w wanted) []tdRef {
	var out []tdRef
	for _, p := range d.index.artistsLike(Tidal, w) {
		out = append(out, tdRef{ID: p.id, Type: "artists"})
	}
	return out
}

func (d *tidalDesk) songHits(kind string, w wanted) []tdRef {
	var out []tdRef
	for _, p := range d.index.songsLike(Tidal, w) {
		x := d.index.at(Tidal, p.number)
		if x != nil && d.has(x) && tidalKind(x.tracks[p.index-1]) == kind && !x.tracks[p.index-1].IsUntold {
			out = append(out, tdRef{ID: x.tidalTrackID(p.index), Type: kind})
		}
	}
	return out
}
