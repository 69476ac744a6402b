package resolvers

import (
	"context"
	"errors"

	"tutti/graph"
	"tutti/harmonize"
	"tutti/lookup"
	"tutti/music"
	"tutti/providers"
)

// search asks for what is selected of each type of hit.
func (r *Resolver) search(ctx context.Context, query graph.SearchInput, p lookup.Paging) (*lookup.Hits, error) {
	if len(query.Types) == 0 {
		return nil, badInput(ctx, "query.types: nothing can be found")
	}
	p.Options.Providers = query.Providers.Value()
	q := lookup.SearchQuestion{Paging: p, Query: providers.Query{Text: query.Text}, Types: query.Types}
	hits, err := r.Lookup.Search(ctx, q, lookup.Needs{
		music.EntityRelease: needAt(ctx, "Release", "edges", "node"),
		music.EntityTrack:   needAt(ctx, "Track", "edges", "node"),
		music.EntityArtist:  {Common: artistNeed(ctx, "edges", "node")},
	})
	if err != nil {
		return nil, badInput(ctx, "%s", err)
	}
	return hits, nil
}

// node is what a hit has found.
func node(f *lookup.Found) graph.SearchResult {
	switch f.Entry.Type() {
	case music.EntityTrack:
		return f.Track()
	case music.EntityArtist:
		return f.Artist()
	case music.EntityRelease, music.EntityLabel:
	}
	return f.Release()
}

// discography unites the lists of an artist's releases; null where none of their providers has such a list.
func (r *Resolver) discography(ctx context.Context, a *harmonize.Artist, q lookup.ListQuestion) (*lookup.Listing, error) {
	need := needAt(ctx, "Release", "nodes")
	edges := needAt(ctx, "Release", "edges", "node")
	need.Common |= edges.Common
	for name, p := range edges.Of {
		if need.Of == nil {
			need.Of = map[music.ProviderName]music.Properties{}
		}
		need.Of[name] |= p
	}
	asks := r.Lookup.AsksOf(a.Entity(), providers.ByDiscography, need.Common)
	if len(asks) == 0 && q.MissingFrom == "" {
		return nil, nil
	}
	list, err := r.Lookup.Discography(ctx, asks, q, need)
	if _, ok := errors.AsType[*lookup.IncompleteError](err); ok {
		return nil, coded(ctx, CodeIncomplete, err.Error())
	}
	if err != nil {
		return nil, badInput(ctx, "%s", err)
	}
	return list, nil
}

// releaseOf is the release that a track is on. A track that was found alone knows at most its id.
func (r *Resolver) releaseOf(ctx context.Context, t *harmonize.Track) (*harmonize.Release, error) {
	on, alone := r.Lookup.Alone(t)
	switch {
	case !alone:
		return t.Release(), nil
	case on == nil:
		return nil, nil
	}
	result := r.Lookup.Run(ctx, lookup.Question{Refs: []lookup.Ref{*on}, Options: lookup.Options{Providers: []music.ProviderName{}}}, need(ctx))
	return result.Release(), nil
}

// artistLinks are the pages that follow from the ids, and those that the providers name.
func (r *Resolver) artistLinks(a *harmonize.Artist) []*harmonize.ExternalLink {
	out := []*harmonize.ExternalLink{}
	for _, l := range r.Lookup.ArtistLinks(a) {
		out = append(out, harmonize.Link(l))
	}
	return out
}

func textOf(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}
