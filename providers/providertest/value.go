package providertest

import (
	"tutti/music"
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
