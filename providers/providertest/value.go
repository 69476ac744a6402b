package providertest

import (
	"tutti/music"
	"tutti/providers"
)

// value returns what a release says of one property, for comparing two answers of the same service; nil: nothing to compare.
func value(r *music.Release, p music.Property) any {
	if of, ok := releaseValues[p]; ok {
		return of(r)
	}
	if of, ok := trackValues[p]; ok {
		return each(r, of)
	}
	return nil
}

// values returns what an answer says of one property: of its release, or of each of its entries.
func values(a *providers.Answer, p music.Property) []any {
	if a.Release != nil {
		return []any{value(a.Release, p)}
	}
	out := make([]any, len(a.Entries))
	for i, e := range a.Entries {
		out[i] = value(asRelease(e), p)
	}
	return out
}

// asRelease lets the properties of an entry be read as those of a release.
func asRelease(e providers.Entry) *music.Release {
	switch {
	case e.Release != nil:
		return e.Release
	case e.Track != nil:
		return &music.Release{Media: []music.Medium{{Tracks: []music.Track{*e.Track}}}}
	default:
		return &music.Release{Artists: []music.ArtistCredit{{Entity: e.Artist.Entity}}, Images: e.Artist.Images, Links: e.Artist.Links}
	}
}

func medium(r *music.Release, of func(music.Medium) any) []any {
	out := make([]any, len(r.Media))
	for i, m := range r.Media {
		out[i] = of(m)
	}
	return out
}

// each returns a value of every track, of all media in a row.
func each(r *music.Release, of func(music.Track) any) []any {
	var out []any
	for _, m := range r.Media {
		for _, t := range m.Tracks {
			out = append(out, of(t))
		}
	}
	return out
}
