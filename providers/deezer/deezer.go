package deezer

import (
	"context"
	"regexp"
	"time"

	"tutti/music"
	"tutti/providers"
	"tutti/providers/internal/answer"
	"tutti/providers/internal/decode"
)

// Factory returns what is known of Deezer and how to ask it.
func Factory() providers.Factory {
	e := newEndpoints()
	return providers.Factory{
		Info:      info(),
		Endpoints: e.all(),
		Limits:    providers.Limits{Starts: 50, Window: 5 * time.Second},
		New:       func(d providers.Documents) providers.Provider { return &provider{endpoints: e, documents: d} },
	}
}

func info() providers.Info {
	return providers.Info{
		Name:       name,
		Display:    "Deezer",
		Categories: []providers.Category{providers.Digital},
		Features: providers.Features{
			CoverSize:         1400,
			DurationPrecision: providers.PrecisionSeconds,
			GTINLookup:        providers.Good,
			MBIDResolving:     providers.Good,
		},
		Launch:  launch(),
		Regions: regions(),
		Hosts:   []string{"api.deezer.com"},
		URLs: providers.URLs{
			Host: regexp.MustCompile(`(?:www\.)?deezer\.com`),
			Path: regexp.MustCompile(`(?:/[^/]{2})?/(?P<type>album|artist|track)/(?P<id>[0-9]+)`),
			Types: providers.Types{
				Release: []string{typeAlbum}, Artist: []string{typeArtist}, Track: []string{typeTrack},
			},
			ID:    regexp.MustCompile(`[0-9]+`),
			Link:  page,
			Links: func(providers.ID) []music.LinkType { return []music.LinkType{music.FreeStreaming} },
		},
	}
}

// page is the canonical URL of an entity.
func page(id providers.ID) string { return "https://www.deezer.com/" + id.Type + "/" + id.ID }

// provider reads albums, tracks and artists.
type provider struct {
	endpoints

	documents providers.Documents
}

// Release implements providers.Provider.
func (p *provider) Release(ctx context.Context, id providers.ID, opt providers.Options) (*providers.Answer, error) {
	ask := p.album.Of(id.ID)
	album, err := decode.JSON[wireRelease](p.documents.Get(ctx, ask)[0])
	if err != nil {
		return nil, err
	}
	if idText(album.ID) != id.ID {
		return p.answer(ask, album, p.embedded(album)), nil // another album took its place: Source refuses it
	}
	return p.answer(ask, album, p.list(ctx, album, opt.Cover)), nil
}

// FindGTIN implements providers.GTINFinder. The service knows a number without its padding only, but with 12 digits at least.
func (p *provider) FindGTIN(ctx context.Context, g music.GTIN, opt providers.Options) (*providers.Answer, error) {
	ask := p.upc.Of(string(g.Format(12)))
	album, err := decode.JSON[wireRelease](p.documents.Get(ctx, ask)[0])
	if err != nil {
		return nil, err
	}
	list := p.embedded(album)
	if album.UPC == "" || g.Equal(music.GTIN(album.UPC)) { // else Source refuses it
		list = p.list(ctx, album, opt.Cover)
	}
	a := p.answer(ask, album, list)
	a.Method, a.Value = providers.ByGTIN, ask.ID
	return a, nil
}

func (*provider) answer(ask providers.Ask, album wireRelease, list trackList) *providers.Answer {
	a := answer.About(ask, providers.ID{Type: typeAlbum, ID: idText(album.ID)})
	a.Release, a.Gaps, a.Warnings = convertRelease(album, list), list.Gaps.List(), list.Warnings
	return a
}

// list gets the tracks: the embedded list, or the pages if the cover needs these or the embedded list is short; then single tracks.
func (p *provider) list(ctx context.Context, album wireRelease, cover providers.Cover) trackList {
	l := p.embedded(album)
	if cover.Needs(p.tracks) && !l.isKnownEmpty() || cover.Has(p.tracks) && l.IsShort() {
		l = p.pages(ctx, l)
	}
	if l.IsUnexplained() {
		l.Gaps.Add(l.Shortfall(), p.tracks.Yields)
		if cover.Has(p.tracks) {
			l.Warn(info())
		}
	}
	if cover.Has(p.track) {
		p.singles(ctx, &l)
	}
	return l
}

// pages returns the whole track list, if it can be had; else the longer one of both lists.
func (p *provider) pages(ctx context.Context, listed trackList) trackList {
	asks, cut := answer.Pages(p.tracks.Of(listed.Release), 0, max(1, listed.Count, len(listed.List)))
	l := listed
	l.List, l.isPlaced, l.yields = []wireTrack{}, true, p.tracks.Yields
	err := l.Pages(ctx, p.documents, asks, readPage)
	switch {
	case err != nil && len(listed.List) >= len(l.List):
		l = listed
		l.Gaps.Add(err, p.tracks.Yields.Without(l.sureYields()))
	case err != nil:
		l.Gaps.Add(err, p.tracks.Yields)
	case cut:
		l.Gaps.AddCut(p.tracks.Yields)
	}
	return l
}

// singles adds to each track what only its own document says.
func (p *provider) singles(ctx context.Context, l *trackList) {
	l.Singles(ctx, p.documents, answer.Single[wireTrack]{
		Endpoint: p.track, Missing: p.track.Yields.Without(l.yields), ID: func(t wireTrack) string { return idText(t.ID) },
		Use: func(place int, doc providers.Document) error {
			single, err := decode.JSON[wireTrack](doc)
			if err == nil && idText(single.ID) != doc.ID {
				err = &providers.Error{Op: p.track.Name + " " + doc.ID, Kind: providers.ErrMismatch}
			}
			if err == nil {
				l.List[place], l.isPlaced = detailed(l.List[place], single), true
			}
			return err
		},
	})
}

var (
	_ providers.Provider   = (*provider)(nil)
	_ providers.GTINFinder = (*provider)(nil)
)
