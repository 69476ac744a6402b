package musicbrainz

import (
	"context"
	"errors"
	"net/http"
	"regexp"
	"time"

	"tutti/music"
	"tutti/providers"
	"tutti/providers/internal/answer"
	"tutti/providers/internal/decode"
	"tutti/providers/internal/useragent"
)

// Factory returns what is known of MusicBrainz and how to ask it.
func Factory() providers.Factory {
	e := newEndpoints()
	return providers.Factory{
		Info:      info(),
		Endpoints: e.all(),
		Limits:    providers.Limits{Starts: 5, Window: 5 * time.Second, Headers: headers},
		New:       func(d providers.Documents) providers.Provider { return &provider{endpoints: e, documents: d} },
	}
}

func info() providers.Info {
	return providers.Info{
		Name:       name,
		Display:    "MusicBrainz",
		Categories: []providers.Category{providers.Database},
		Features: providers.Features{
			DurationPrecision: providers.PrecisionMixed,
			GTINLookup:        providers.Good,
			MBIDResolving:     providers.Good,
			ReleaseLabel:      providers.Good,
		},
		MBIDs:   true,
		Hosts:   []string{"musicbrainz.org"},
		APIBase: api,
		URLs: providers.URLs{
			Host: regexp.MustCompile(`(?:beta\.|test\.)?musicbrainz\.(?:org|eu)`),
			Path: regexp.MustCompile(`/(?P<type>artist|recording|release)/(?P<id>[0-9a-f-]{36})`),
			Types: providers.Types{
				Release: []string{typeRelease}, Artist: []string{typeArtist}, Track: []string{typeRecording}, Label: []string{typeLabel},
			},
			ID:   regexp.MustCompile(`[0-9a-f-]{36}`),
			Link: page,
		},
	}
}

// headers say what is understood and, as the service demands, who asks: https://musicbrainz.org/doc/MusicBrainz_API/Rate_Limiting
func headers(contact string) http.Header {
	agent := useragent.Name()
	if contact != "" {
		agent += " ( " + contact + " )"
	}
	return http.Header{"Accept": {"application/json"}, "User-Agent": {agent}}
}

// page is the canonical URL of an entity. Labels have one too, though it is not recognised.
func page(id providers.ID) string { return "https://musicbrainz.org/" + id.Type + "/" + id.ID }

// provider reads releases, recordings and artists.
type provider struct {
	endpoints

	documents providers.Documents
}

// Release implements providers.Provider. A release that another one was merged into is answered with that one.
func (p *provider) Release(ctx context.Context, id providers.ID, opt providers.Options) (*providers.Answer, error) {
	ask := p.release.Of(id.ID)
	if opt.Cover.Has(p.full) {
		ask = p.full.Of(id.ID)
	}
	release, err := decode.JSON[wireRelease](p.documents.Get(ctx, ask)[0])
	if err != nil {
		return nil, err
	}
	a := p.answer(ask, release)
	if a.ID.ID != "" && a.ID.ID != id.ID {
		a.Warnings = append(a.Warnings, answer.OtherID(info(), id, a.ID))
	}
	return a, nil
}

// FindGTIN implements providers.GTINFinder. What is reported is the lookup of the release that was found.
func (p *provider) FindGTIN(ctx context.Context, g music.GTIN, opt providers.Options) (*providers.Answer, error) {
	searches := answer.InForms([]providers.Ask{p.search.Of(string(g))}, forms(g)...)
	doc := providers.First(ctx, p.documents, searches...)
	found, err := decode.JSON[wireSearch](doc)
	if err != nil {
		return nil, err
	}
	hits := hitsOf(found, g)
	if len(hits) == 0 {
		return nil, &providers.Error{Op: "search " + doc.ID, Kind: providers.ErrMalformed, Err: errors.New("no release has an id")}
	}
	a, err := p.found(ctx, doc.Ask, hits[0], opt.Cover)
	if err != nil {
		return nil, err
	}
	a.Method, a.Value = providers.ByID, a.ID.ID
	a.Alternatives = idsOf(hits[1:])
	a.Warnings = append(a.Warnings, answer.OtherResults(info(), a.Alternatives)...)
	if found.Count > len(found.Releases) {
		a.Gaps = append(a.Gaps, providers.Gap{Property: music.PropAlternatives, Err: &providers.Error{Kind: providers.ErrCut}})
	}
	return a, nil
}

// found returns the release that a search has found: as the hit says, or read in full. A hit for another barcode is refused by
// Source; nothing more is asked about it.
func (p *provider) found(ctx context.Context, search providers.Ask, hit wireRelease, cover providers.Cover) (*providers.Answer, error) {
	g := music.GTIN(search.ID)
	if !cover.Has(p.full) || hit.Barcode != "" && !g.Equal(music.GTIN(hit.Barcode)) {
		return p.answer(search, complete(hit)), nil
	}
	ask := p.full.Of(hit.ID)
	release, err := decode.JSON[wireRelease](p.documents.Get(ctx, ask)[0])
	if err != nil {
		return nil, err
	}
	return p.answer(ask, release), nil
}

// answer returns what the document of an ask says. All of them count the tracks; the media are told by one alone.
func (p *provider) answer(ask providers.Ask, release wireRelease) *providers.Answer {
	a := answer.About(ask, providers.ID{Type: typeRelease, ID: release.ID})
	a.MBID, a.Release, a.Gaps = mbid(release.ID), convertRelease(release), p.gaps(ask, release)
	if ask.Endpoint != p.full {
		a.Release.Media = nil
	}
	return a
}

// gaps returns what the document of an ask should hold and does not.
func (p *provider) gaps(ask providers.Ask, release wireRelease) []providers.Gap {
	missing := music.Properties(0)
	if release.ArtistCredit == nil {
		missing |= music.PropertiesOf(music.PropArtists)
	}
	if release.ReleaseGroup == nil {
		missing |= music.PropertiesOf(music.PropTypes, music.PropMBIDs)
	}
	if release.LabelInfo == nil {
		missing |= music.PropertiesOf(music.PropLabels)
	}
	if ask.Endpoint == p.full && !release.isListed() {
		missing |= p.full.Yields.Without(p.release.Yields)
	}
	return leftOut(ask, missing)
}

var (
	_ providers.Provider   = (*provider)(nil)
	_ providers.GTINFinder = (*provider)(nil)
)
