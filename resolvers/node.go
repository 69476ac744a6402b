package resolvers

import (
	"context"

	"tutti/graph"
	"tutti/harmonize"
	"tutti/lookup"
	"tutti/music"
	"tutti/providers"
)

// node fetches what an id stands for; null where it is not there any more.
func (r *Resolver) node(ctx context.Context, id string) (graph.Node, error) {
	if q, ok := r.single(id); ok {
		return r.singles(ctx, []lookup.Inquiry{q})[0], nil
	}
	n, err := lookup.ParseNodeID(id)
	if err != nil {
		return nil, badInput(ctx, "id: %s", err)
	}
	return found(r.Lookup.Run(ctx, n.Question, nodeNeed(ctx)), n), nil
}

// nodes fetches several at once; null for an id that is none.
func (r *Resolver) nodes(ctx context.Context, ids []string) []graph.Node {
	out := make([]graph.Node, len(ids))
	var parsed []lookup.NodeID
	var places, singles []int
	var questions []lookup.Question
	var asks []lookup.Inquiry
	for i, id := range ids {
		if q, ok := r.single(id); ok {
			asks, singles = append(asks, q), append(singles, i)
		} else if n, err := lookup.ParseNodeID(id); err == nil {
			parsed, places, questions = append(parsed, n), append(places, i), append(questions, n.Question)
		}
	}
	for i, n := range r.singles(ctx, asks) {
		out[singles[i]] = n
	}
	for i, result := range r.Lookup.RunAll(ctx, questions, nodeNeed(ctx)) {
		out[places[i]] = found(result, parsed[i])
	}
	return out
}

// single is the inquiry by which a track or artist is fetched that is no part of a release.
func (r *Resolver) single(id string) (lookup.Inquiry, bool) {
	for _, of := range []music.EntityType{music.EntityArtist, music.EntityTrack} {
		if q, err := r.Lookup.PointID(of, id); err == nil {
			return q, true
		}
	}
	return lookup.Inquiry{}, false
}

// singles fetches them, all at the same time.
func (r *Resolver) singles(ctx context.Context, of []lookup.Inquiry) []graph.Node {
	out := make([]graph.Node, len(of))
	if len(of) == 0 {
		return out
	}
	needs := lookup.Needs{music.EntityTrack: needAt(ctx, "Track"), music.EntityArtist: {Common: artistNeed(ctx)}}
	var artists, rest []lookup.Inquiry
	var ofArtists, ofRest []int
	for i, q := range of {
		if isEverywhere(ctx) && q.Asks[0].By == providers.ByArtist {
			q.Asks[0].Need = artistNeed(ctx)
			artists, ofArtists = append(artists, q), append(ofArtists, i)
		} else {
			rest, ofRest = append(rest, q), append(ofRest, i)
		}
	}
	for i, a := range r.Lookup.FindWholes(ctx, artists) {
		if a != nil {
			out[ofArtists[i]] = a
		}
	}
	for i, f := range r.Lookup.Read(ctx, rest, needs) {
		out[ofRest[i]] = nodeOf(f)
	}
	return out
}

// nodeOf is the artist or track that was found; null: it was not.
func nodeOf(f *lookup.Found) graph.Node {
	if f == nil {
		return nil
	}
	if a := f.Artist(); a != nil {
		return a
	}
	if t := f.Track(); t != nil {
		return t
	}
	return nil
}

// nodeNeed is the need of a selection on nodes: one of tracks needs the track list, whatever is selected of them.
func nodeNeed(ctx context.Context) lookup.Need {
	n := need(ctx)
	n.Common |= of(music.PropTrackTitles)
	return n
}

// found picks the node out of the lookup that it is part of.
func found(result *lookup.Result, n lookup.NodeID) graph.Node {
	release := result.Release()
	if release == nil {
		return nil
	}
	view := result.Source(n.Provider)
	switch {
	case n.Kind == lookup.NodeRelease:
		return release
	case n.Kind == lookup.NodeProviderRelease && view == nil, n.Kind == lookup.NodeTrack && n.Provider != "" && view == nil:
		return nil
	case n.Kind == lookup.NodeProviderRelease:
		return view
	case n.Provider != "":
		release = view.Release()
	}
	return track(release.Media(n.From), n)
}

// track picks a track by its place.
func track(media []*harmonize.Medium, n lookup.NodeID) graph.Node {
	for _, m := range media {
		for _, t := range m.Tracks() {
			if t.Running() == n.Track {
				return t
			}
		}
	}
	return nil
}

// links returns the pages of an entity; none where it is unknown.
func (r *Resolver) links(kind string, e *music.Entity) []*harmonize.ExternalLink {
	out := []*harmonize.ExternalLink{}
	for _, l := range r.Lookup.Links(kind, e) {
		out = append(out, harmonize.Link(l))
	}
	return out
}
