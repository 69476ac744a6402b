package resolvers

import (
	"context"

	"tutti/graph"
	"tutti/harmonize"
	"tutti/lookup"
	"tutti/music"
)

// node fetches what an id stands for; null where it is not there any more.
func (r *Resolver) node(ctx context.Context, id string) (graph.Node, error) {
	n, err := lookup.ParseNodeID(id)
	if err != nil {
		return nil, badInput(ctx, "id: %s", err)
	}
	return found(r.Lookup.Run(ctx, n.Question, nodeNeed(ctx)), n), nil
}

// nodes fetches several at once; null for an id that is none.
func (r *Resolver) nodes(ctx context.Context, ids []string) []graph.Node {
	out := make([]graph.Node, len(ids))
	parsed := make([]lookup.NodeID, 0, len(ids))
	places := make([]int, 0, len(ids))
	questions := make([]lookup.Question, 0, len(ids))
	for i, id := range ids {
		n, err := lookup.ParseNodeID(id)
		if err != nil {
			continue
		}
		parsed, places, questions = append(parsed, n), append(places, i), append(questions, n.Question)
	}
	for i, result := range r.Lookup.RunAll(ctx, questions, nodeNeed(ctx)) {
		out[places[i]] = found(result, parsed[i])
	}
	return out
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
