package lookup

import (
	"context"
	"slices"
	"strings"
	"time"

	"tutti/internal/documents"
	"tutti/music"
	"tutti/providers"
)

// Health is how a provider fares, as this process sees it.
type Health struct {
	Healthy       bool
	Reason        *string // why not; nil when it is
	QueueDepth    int
	NextSlotMs    int
	ErrorRate     float64 // share of the last requests that failed
	LastSuccessAt time.Time
	Drift         []Drift
}

// Drift is how often one field of an endpoint's answers was not as expected since the process started.
type Drift struct {
	Endpoint, Path            string
	Unknown, Missing, Retyped int
	LastSeenAt                time.Time
}

// Health returns how a provider fares. One without credentials is not healthy.
func (e *Engine) Health(name music.ProviderName) Health {
	a, ok := e.setup.Askers[name]
	if !ok {
		why := "not registered"
		return Health{Reason: &why}
	}
	h := a.Health()
	if a.Unready != "" {
		h.Healthy, h.Reason = false, &a.Unready
	}
	return h
}

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
	if f, ok := e.setup.Registry.Lookup(string(music.MusicBrainzName)); ok && entity.MBID != "" {
		out = append(out, music.ExternalLink{URL: f.Info.URL(providers.ID{Type: kind, ID: string(entity.MBID)})})
	}
	return out
}

// RawDocument is what a service said about one key. A "no" has no body.
type RawDocument struct {
	Endpoint, Key, URL      string
	RetrievedAt             time.Time
	Found, FromBatch        bool
	SHA256, MediaType, Body *string
}

// Documents returns what a provider's view was read from, in the order in which it was asked.
func (e *Engine) Documents(ctx context.Context, p *ProviderRelease) ([]*RawDocument, error) {
	out := []*RawDocument{}
	for _, u := range p.report.uses {
		journal := u.Journal()
		if journal == 0 {
			continue
		}
		stored, err := e.setup.Documents.Evidence(ctx, journal)
		if err != nil {
			return nil, err
		}
		out = append(out, rawDocument(stored))
	}
	return out, nil
}

func rawDocument(e documents.Evidence) *RawDocument {
	d := &RawDocument{
		Endpoint: e.Endpoint, Key: strings.TrimSpace(e.ID + " " + e.Region + " " + e.Page), URL: e.URL,
		RetrievedAt: e.Time, Found: e.Found, FromBatch: e.Batched,
	}
	if e.Found {
		body := string(e.Body)
		d.SHA256, d.MediaType, d.Body = &e.Hash, &e.MediaType, &body
	}
	return d
}
