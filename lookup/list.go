package lookup

import (
	"context"
	"slices"

	"tutti/harmonize"
	"tutti/music"
	"tutti/providers"
)

// Tracks are the tracks that an inquiry has found.
type Tracks struct {
	*Findings

	List []*harmonize.Track
}

// FindTracks carries an inquiry for tracks out, and makes sure that they say what is needed.
func (e *Engine) FindTracks(ctx context.Context, q Inquiry, need Need) *Tracks {
	for i := range q.Asks {
		q.Asks[i].Need = need.Common
	}
	q.Options = q.Options.sharing()
	out := &Tracks{Findings: e.Inquire(ctx, q), List: []*harmonize.Track{}}
	found := out.Found()
	out.reports = united(append(out.reports, e.complete(ctx, found, Needs{music.EntityTrack: need}, q.Options)...))
	for _, f := range found {
		if t := f.Track(); t != nil {
			out.List = append(out.List, t)
		}
	}
	return out
}

// Read asks for single entities, each by its own id; nil for one that is not there. The results are in the order of the asks.
func (e *Engine) Read(ctx context.Context, asks []Ask, needs Needs) []*Found {
	for i := range asks {
		asks[i].Need = needs[asks[i].By.EntityType()].Common
	}
	out := make([]*Found, len(asks))
	var all []*Found
	for i, r := range e.Inquire(ctx, Inquiry{Asks: asks}).reports {
		if r.Answer != nil && len(r.Answer.Entries) > 0 {
			out[i] = &Found{Provider: r.Provider, Entry: r.Answer.Entries[0], report: r}
			all = append(all, out[i])
		}
	}
	e.complete(ctx, all, needs, Options{})
	return out
}

// FindArtist returns the first artist that an inquiry finds, or nil.
func (e *Engine) FindArtist(ctx context.Context, q Inquiry) (*harmonize.Artist, *Findings) {
	findings := e.Inquire(ctx, q)
	for _, f := range findings.Found() {
		if a := f.Artist(); a != nil {
			return a, findings
		}
	}
	return nil, findings
}

// AsksOf returns the questions by which more can be learned of an artist, in the order of the ids that it has: those of providers
// that can be asked so.
func (e *Engine) AsksOf(artist *music.Entity, by providers.By, need music.Properties) []Ask {
	ids := artist.IDs
	if f, ok := e.setup.Registry.MBIDs(); ok && artist.MBID != "" {
		ids = append(slices.Clip(ids), music.ExternalID{Provider: f.Info.Name, Type: "artist", ID: string(artist.MBID)})
	}
	var out []Ask
	for _, id := range ids {
		source := e.sources[id.Provider]
		if source == nil || !source.Can(by) || e.unready[id.Provider] != "" {
			continue
		}
		if is, _ := source.Info().EntityType(providers.ID{Type: id.Type}); is != music.EntityArtist {
			continue
		}
		own := providers.ID{Type: id.Type, ID: id.ID, Region: id.Region}
		out = append(out, Ask{id.Provider, providers.Question{By: by, ID: own}, need})
	}
	return out
}

// PageInfo says where a page lies among all.
type PageInfo struct {
	HasNextPage, HasPreviousPage bool
	StartCursor, EndCursor       *string
}

// PageInfo says where the page lies among all.
func (h *Hits) PageInfo() *PageInfo {
	p := &PageInfo{HasNextPage: h.HasNext, HasPreviousPage: h.after}
	if n := len(h.List); n > 0 {
		p.StartCursor, p.EndCursor = &h.List[0].Cursor, &h.List[n-1].Cursor
	}
	return p
}

// Edges are the hits.
func (h *Hits) Edges() []*Hit {
	out := make([]*Hit, len(h.List))
	for i := range h.List {
		out[i] = &h.List[i]
	}
	return out
}

// FoundBy says whose hit it is.
func (h *Hit) FoundBy() []music.ProviderName { return []music.ProviderName{h.Provider} }

// Listing is a page of the releases of an artist.
type Listing struct{ *Hits }

// ListedRelease is one of them.
type ListedRelease struct {
	Cursor string
	Node   *harmonize.Release
	By     music.ProviderName
}

// OnProviders says who lists it.
func (l *ListedRelease) OnProviders() []music.ProviderName { return []music.ProviderName{l.By} }

// Edges are the releases with their cursors.
func (l *Listing) Edges() []*ListedRelease {
	out := []*ListedRelease{}
	for _, h := range l.List {
		if r := h.Release(); r != nil {
			out = append(out, &ListedRelease{Cursor: h.Cursor, Node: r, By: h.Provider})
		}
	}
	return out
}

// Nodes are the releases.
func (l *Listing) Nodes() []*harmonize.Release {
	out := []*harmonize.Release{}
	for _, e := range l.Edges() {
		out = append(out, e.Node)
	}
	return out
}
