package beatport

import (
	"cmp"
	"context"
	"regexp"

	"tutti/music"
	"tutti/providers"
	"tutti/providers/internal/answer"
)

// Factory returns what is known of Beatport and how to ask it.
func Factory() providers.Factory {
	e := newEndpoints()
	return providers.Factory{
		Info:      info(),
		Endpoints: []*providers.Endpoint{e.search, e.release},
		New:       func(d providers.Documents) providers.Provider { return &provider{endpoints: e, documents: d} },
	}
}

func info() providers.Info {
	return providers.Info{
		Name:    name,
		Display: "Beatport",
		Features: providers.Features{
			CoverSize:         1400,
			DurationPrecision: providers.PrecisionMilliseconds,
			GTINLookup:        providers.Expensive,
			MBIDResolving:     providers.Present,
			ReleaseLabel:      providers.Good,
		},
		Launch: launch(),
		Hosts:  []string{"www.beatport.com"},
		URLs: providers.URLs{
			Host: regexp.MustCompile(`www\.beatport\.com`),
			Path: regexp.MustCompile(`(?:/[^/]{2})?/(?P<type>artist|label|release|track)/(?P<slug>[^/]+)/(?P<id>[0-9]+)`),
			Types: providers.Types{
				Release: []string{typeRelease}, Artist: []string{typeArtist}, Track: []string{typeTrack}, Label: []string{typeLabel},
			},
			ID:    regexp.MustCompile(`[0-9]+`),
			Link:  page,
			Links: func(providers.ID) []music.LinkType { return []music.LinkType{music.PaidDownload} },
		},
	}
}

// noSlug stands for the readable part of an address where it is not known.
const noSlug = "-"

// page is the canonical URL of an entity.
func page(id providers.ID) string {
	return site + id.Type + "/" + cmp.Or(id.Slug, noSlug) + "/" + id.ID
}

// provider reads releases.
type provider struct {
	endpoints

	documents providers.Documents
}

// Release implements providers.Provider.
func (p *provider) Release(ctx context.Context, id providers.ID, _ providers.Options) (*providers.Answer, error) {
	return p.read(ctx, id.ID)
}

// FindGTIN implements providers.GTINFinder.
func (p *provider) FindGTIN(ctx context.Context, g music.GTIN, _ providers.Options) (*providers.Answer, error) {
	doc := p.documents.Get(ctx, p.search.Of(string(g)))[0]
	found, err := readSearch(island(doc))
	if err != nil {
		return nil, err
	}
	hits := hitsOf(found, g)
	switch op := p.search.Name + " " + doc.ID; {
	case found.barcode != "" && !g.Equal(found.barcode):
		return nil, &providers.Error{Op: op, Kind: providers.ErrMismatch}
	case len(hits) == 0: // what was found has other barcodes
		return nil, &providers.Error{Op: op, Kind: providers.ErrNotFound}
	}
	a, err := p.read(ctx, hits[0].ID)
	if err != nil {
		return nil, err
	}
	a.Method, a.Value = providers.ByGTIN, string(g)
	a.Alternatives, a.Warnings = hits[1:], append(a.Warnings, answer.OtherResults(info(), hits[1:])...)
	return a, nil
}

// read reads the page of a release. The shop has no other address for it, so that the answer has none for programs.
func (p *provider) read(ctx context.Context, id string) (*providers.Answer, error) {
	release, list, err := readRelease(island(p.documents.Get(ctx, p.release.Of(id))[0]))
	switch {
	case err != nil:
		return nil, err
	case idText(release.ID) != id:
		return nil, &providers.Error{Op: p.release.Name + " " + id, Kind: providers.ErrMismatch}
	}
	if list.IsShort() {
		list.Gaps.Add(list.Shortfall(), ofTracks())
		list.Warn(info())
	}
	return &providers.Answer{
		ID:       providers.ID{Type: typeRelease, ID: id, Slug: release.Slug},
		Release:  convertRelease(release, list.List),
		Gaps:     list.Gaps.List(),
		Warnings: list.Warnings,
	}, nil
}

var (
	_ providers.Provider   = (*provider)(nil)
	_ providers.GTINFinder = (*provider)(nil)
)
