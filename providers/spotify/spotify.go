package spotify

import (
	"context"
	"errors"
	"net/http"
	"regexp"

	"tutti/music"
	"tutti/providers"
	"tutti/providers/internal/answer"
	"tutti/providers/internal/decode"
	"tutti/providers/internal/oauth"
)

// Factory returns what is known of Spotify and how to ask it.
func Factory() providers.Factory {
	e := newEndpoints()
	return providers.Factory{
		Info:      info(),
		Endpoints: e.all(),
		Auth:      authorize,
		New:       func(d providers.Documents) providers.Provider { return &provider{endpoints: e, documents: d} },
	}
}

func info() providers.Info {
	return providers.Info{
		Name:       name,
		Display:    "Spotify",
		Categories: []providers.Category{providers.Digital},
		Features: providers.Features{
			CoverSize:         2000,
			DurationPrecision: providers.PrecisionMilliseconds,
			GTINLookup:        providers.Good,
			MBIDResolving:     providers.Good,
			ReleaseLabel:      providers.Present,
		},
		Launch:  launch(),
		Regions: regions(),
		Hosts:   []string{"api.spotify.com", "accounts.spotify.com"},
		Secrets: []string{secretID, secretKey},
		URLs: providers.URLs{
			Host: regexp.MustCompile(`open\.spotify\.com`),
			Path: regexp.MustCompile(`(?:/intl-[^/]+)?/(?P<type>album|artist|track)/(?P<id>[^/]+)`),
			Types: providers.Types{
				Release: []string{typeAlbum}, Artist: []string{typeArtist}, Track: []string{typeTrack},
			},
			ID:    regexp.MustCompile(`\w+`),
			Link:  page,
			Links: func(providers.ID) []music.LinkType { return []music.LinkType{music.FreeStreaming} },
		},
	}
}

// Names of the credentials of an app.
const (
	secretID  = "client_id"
	secretKey = "client_secret"
)

// accounts is where credentials are exchanged.
const accounts = "https://accounts.spotify.com/api/token"

// authorize gets tokens for the credentials of an app.
func authorize(s providers.Secrets, client *http.Client) providers.Authorizer {
	return oauth.ClientCredentials(oauth.Config{
		TokenURL: accounts, ClientID: s[secretID], ClientSecret: s[secretKey], Style: oauth.InHeader,
	}, client)
}

// page is the canonical URL of an entity.
func page(id providers.ID) string { return "https://open.spotify.com/" + id.Type + "/" + id.ID }

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
	list := embedded(album)
	if album.ID == id.ID { // else Source refuses it
		list = p.list(ctx, album, opt.Cover)
	}
	return p.answer(ask, album, list), nil
}

// FindGTIN implements providers.GTINFinder. What is reported is the lookup of the album that was found.
func (p *provider) FindGTIN(ctx context.Context, g music.GTIN, opt providers.Options) (*providers.Answer, error) {
	searches := answer.InForms(answer.InRegions(p.search.Of(string(g)), opt.Regions, ""), g.Forms()...)
	doc := providers.First(ctx, p.documents, searches...)
	found, err := decode.JSON[wireSearch](doc)
	if err != nil {
		return nil, err
	}
	hits := hitsOf(found)
	if len(hits) == 0 {
		return nil, &providers.Error{Op: "search " + doc.ID, Kind: providers.ErrMalformed, Err: errors.New("no album has an id")}
	}
	a, err := p.found(ctx, g, hits[0], opt)
	if err != nil {
		return nil, err
	}
	a.Region, a.Alternatives, a.Warnings = doc.Region, hits[1:], append(a.Warnings, answer.OtherResults(info(), hits[1:])...)
	return a, nil
}

// found reads the album that a search for a barcode named. A release with another barcode is refused by Source; nothing more is
// asked about it.
func (p *provider) found(ctx context.Context, g music.GTIN, hit providers.ID, opt providers.Options) (*providers.Answer, error) {
	ask := p.album.Of(hit.ID)
	album, err := decode.JSON[wireRelease](p.documents.Get(ctx, ask)[0])
	if err != nil {
		return nil, err
	}
	list := embedded(album)
	if gtin := convertGTIN(album.ExternalIDs); gtin == "" || gtin.Equal(g) {
		list = p.list(ctx, album, opt.Cover)
	}
	a := p.answer(ask, album, list)
	a.Method, a.Value = providers.ByID, hit.ID
	return a, nil
}

func (*provider) answer(ask providers.Ask, album wireRelease, list trackList) *providers.Answer {
	a := answer.About(ask, providers.ID{Type: typeAlbum, ID: album.ID})
	a.Release, a.Gaps, a.Warnings = convertRelease(album, list), list.Gaps.List(), list.Warnings
	return a
}

// list gets the tracks: the list of the album, the pages that follow it, and what only single tracks say.
func (p *provider) list(ctx context.Context, album wireRelease, cover providers.Cover) trackList {
	l := embedded(album)
	if cover.Has(p.page) && l.List != nil && l.IsShort() {
		p.pages(ctx, &l)
	}
	if l.IsUnexplained() {
		l.Gaps.Add(l.Shortfall(), p.ofTracks())
		if cover.Has(p.page) {
			l.Warn(info())
		}
	}
	if cover.Has(p.track) {
		p.singles(ctx, &l)
	}
	return l
}

// pages adds the pages after the album's own list.
func (p *provider) pages(ctx context.Context, l *trackList) {
	asks, cut := answer.Pages(p.page.Of(l.Release), len(l.List), l.Count)
	if err := l.Pages(ctx, p.documents, asks, readPage); err != nil {
		l.Gaps.Add(err, p.ofTracks())
	} else if cut {
		l.Gaps.AddCut(p.ofTracks())
	}
}

// ofTracks is what is missing where tracks are.
func (p *provider) ofTracks() music.Properties { return p.page.Yields | isrcs }

// singles gets the ISRCs. A track that cannot be had has none.
func (p *provider) singles(ctx context.Context, l *trackList) {
	l.isrcs = make([]string, len(l.List))
	l.Singles(ctx, p.documents, answer.Single[wireTrack]{
		Endpoint: p.track, Missing: isrcs, ID: originalID,
		Use: func(place int, doc providers.Document) error {
			single, err := decode.JSON[wireTrack](doc)
			if err == nil && single.ID == "" { // another id is fine: tracks are substituted
				err = &providers.Error{Op: p.track.Name + " " + doc.ID, Kind: providers.ErrMalformed, Err: errors.New("it has no id")}
			}
			if err == nil {
				l.isrcs[place] = single.ExternalIDs.ISRC
			}
			return err
		},
	})
}

var (
	_ providers.Provider   = (*provider)(nil)
	_ providers.GTINFinder = (*provider)(nil)
)
