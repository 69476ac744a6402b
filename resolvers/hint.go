package resolvers

import (
	"context"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/99designs/gqlgen/graphql"

	"tutti/graph"
	"tutti/harmonize/match"
	"tutti/lookup"
	"tutti/music"
	"tutti/providers"
)

// byHint translates a description of a release.
func byHint(ctx context.Context, v *graph.ReleaseHint) (lookup.Question, error) {
	h := &match.Hint{Title: v.Title}
	tracks, err := positive(ctx, "by.hint.trackCount", v.TrackCount)
	h.Tracks = tracks
	for _, t := range []struct {
		name string
		to   *string
		from graphql.Omittable[*string]
	}{{"artist", &h.Artist, v.Artist}, {"label", &h.Label, v.Label}, {"catalogNumber", &h.Catalog, v.CatalogNumber}} {
		if given := t.from.Value(); given != nil && err == nil {
			*t.to = *given
			err = described(ctx, "by.hint."+t.name, *given)
		}
	}
	if err == nil {
		err = described(ctx, "by.hint.title", h.Title)
	}
	return lookup.Question{Hint: h}, err
}

// hunt translates a description of a track.
func (r *Resolver) hunt(ctx context.Context, q *lookup.Inquiry, v *graph.TrackHint) error {
	h := match.Hint{Title: v.Title, Artist: v.Artist}
	for name, text := range map[string]string{"title": v.Title, "artist": v.Artist} {
		if err := described(ctx, "by.hint."+name, text); err != nil {
			return err
		}
	}
	if album := v.Album.Value(); album != nil {
		if err := described(ctx, "by.hint.album", *album); err != nil {
			return err
		}
		h.Album = *album
	}
	ms, err := positive(ctx, "by.hint.lengthMs", v.LengthMs)
	if err != nil {
		return err
	}
	h.Length = music.Duration(ms)
	q.Hint, q.Asks = &h, r.Lookup.HintAsks(music.EntityTrack, h, q.Options)
	return nil
}

// described refuses a text that describes nothing, or that cannot have been meant.
func described(ctx context.Context, name, text string) error {
	switch {
	case strings.TrimSpace(text) == "":
		return badInput(ctx, "%s: there is nothing in it; give the words as they are printed", name)
	case len(text) > providers.MaxQuery:
		return badInput(ctx, "%s: at most %d bytes, not %d", name, providers.MaxQuery, len(text))
	case !utf8.ValidString(text) || strings.ContainsFunc(text, unicode.IsControl):
		return badInput(ctx, "%s: %.40q holds what cannot be read, such as control characters; give plain text", name, text)
	}
	return nil
}

// positive reads a number that has to be at least 1; 0: it is not given.
func positive(ctx context.Context, name string, v graphql.Omittable[*int]) (int, error) {
	n := v.Value()
	if n == nil {
		return 0, nil
	}
	if *n < 1 {
		return 0, badInput(ctx, "%s: must be at least 1, not %d; leave it out if it is not known", name, *n)
	}
	return *n, nil
}
