package tidal

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"regexp"
	"time"

	"tutti/music"
	"tutti/providers"
	"tutti/providers/internal/answer"
	"tutti/providers/internal/decode"
	"tutti/providers/internal/oauth"
)

// Factory returns what is known of Tidal and how to ask it.
func Factory() providers.Factory {
	e := newEndpoints()
	return providers.Factory{
		Info:      info(),
		Endpoints: e.all(),
		Limits:    providers.Limits{Starts: 2, Window: 10 * time.Second, Headers: headers},
		Auth:      authorize,
		New:       func(d providers.Documents) providers.Provider { return &provider{endpoints: e, documents: d} },
	}
}

func info() providers.Info {
	return providers.Info{
		Name:       name,
		Display:    "Tidal",
		Categories: []providers.Category{providers.Digital},
		Features: providers.Features{
			CoverSize:         1280,
			DurationPrecision: providers.PrecisionSeconds,
			GTINLookup:        providers.Good,
			MBIDResolving:     providers.Present,
			ReleaseLabel:      providers.Bad,
		},
		Launch:  launch(),
		Regions: regions(),
		Hosts:   []string{"openapi.tidal.com", "auth.tidal.com"},
		Secrets: []string{secretID, secretKey},
		URLs: providers.URLs{
			Host: regexp.MustCompile(`(?:www\.|listen\.)?tidal\.com`),
			Path: regexp.MustCompile(`(?:/browse)?/(?P<type>album|artist|track|video)/(?P<id>\d+)(?:/.*)?`),
			Types: providers.Types{
				Release: []string{typeAlbum, typeVideo}, Artist: []string{typeArtist}, Track: []string{typeTrack},
			},
			ID:        regexp.MustCompile(`(?:` + videoMark + `)?\d+`),
			Link:      page,
			Serialize: serialize,
			Parse:     parse,
			Links:     func(providers.ID) []music.LinkType { return linkTypes() },
		},
	}
}

// Names of the credentials of an app.
const (
	secretID  = "client_id"
	secretKey = "client_secret"
)

// accounts is where credentials are exchanged.
const accounts = "https://auth.tidal.com/v1/oauth2/token"

// authorize gets tokens for the credentials of an app, whose id has to be in the body as well.
func authorize(s providers.Secrets, client *http.Client) providers.Authorizer {
	return oauth.ClientCredentials(oauth.Config{
		TokenURL: accounts, ClientID: s[secretID], ClientSecret: s[secretKey], Style: oauth.InHeader,
		Params: url.Values{"client_id": {s[secretID]}},
	}, client)
}

// page is the canonical URL of an entity.
func page(id providers.ID) string { return "https://tidal.com/" + id.Type + "/" + id.ID }

// serialize writes the id of a release; those of videos say that they are ones.
func serialize(id providers.ID) string {
	if id.Type == typeVideo {
		return videoMark + id.ID
	}
	return id.ID
}

func parse(text string) (providers.ID, error) {
	typ, id := splitID(text)
	return providers.ID{Type: typ, ID: id}, nil
}

// elsewhere is the region that is asked for where nobody prefers one.
const elsewhere music.Region = "US"

// provider reads albums, videos, tracks and artists.
type provider struct {
	endpoints

	documents providers.Documents
}

// Release implements providers.Provider.
func (p *provider) Release(ctx context.Context, id providers.ID, opt providers.Options) (*providers.Answer, error) {
	asks := answer.InRegions(p.release.Of(serialize(id)), opt.Regions, elsewhere)
	f, err := find(providers.First(ctx, p.documents, asks...), func(r wireResource) bool { return idOf(r) == id })
	if err != nil {
		return nil, err
	}
	return p.answer(ctx, f, opt.Cover)
}

// FindGTIN implements providers.GTINFinder.
func (p *provider) FindGTIN(ctx context.Context, g music.GTIN, opt providers.Options) (*providers.Answer, error) {
	by := p.first
	if opt.Cover.Has(p.barcode) {
		by = p.barcode
	}
	asks := answer.InRegions(by.Of(string(g)), opt.Regions, elsewhere)
	f, err := find(providers.First(ctx, p.documents, asks...), func(r wireResource) bool {
		return r.Attributes.BarcodeID == "" || g.Equal(music.GTIN(r.Attributes.BarcodeID))
	})
	if err != nil {
		return nil, err
	}
	a, err := p.answer(ctx, f, opt.Cover)
	if err == nil && by == p.barcode {
		a.Alternatives, a.Warnings = f.others, append(answer.OtherResults(info(), f.others), a.Warnings...)
	}
	return a, err
}

// found is the release that a document is read for.
type found struct {
	ask      providers.Ask
	release  wireResource
	isRight  bool // it is what was asked for
	others   []providers.ID
	included resources
}

// find takes the first release that is right out of a document, else the first one: Source refuses that.
func find(doc providers.Document, isRight func(wireResource) bool) (found, error) {
	list, err := decode.JSON[wireDocument](doc)
	if err != nil {
		return found{}, err
	}
	f := found{ask: doc.Ask, included: resources{}}
	f.included.add(list.Included)
	for _, r := range list.Data {
		switch id := idOf(r); {
		case id.ID == "":
		case f.release.ID == "":
			f.release, f.isRight = r, isRight(r)
		case !f.isRight && isRight(r):
			f.others = append([]providers.ID{idOf(f.release)}, f.others...)
			f.release, f.isRight = r, true
		default:
			f.others = append(f.others, id)
		}
	}
	if f.release.ID == "" {
		err = &providers.Error{Op: doc.Name + " " + doc.ID, Kind: providers.ErrMalformed, Err: errors.New("no release has an id")}
	}
	watch(doc, "data[]", f.release)
	return f, err
}

// answer reads the items of a release, and converts it.
func (p *provider) answer(ctx context.Context, f found, cover providers.Cover) (*providers.Answer, error) {
	a := answer.About(f.ask, idOf(f.release))
	a.Region = f.ask.Region
	l := embedded(f)
	if f.isRight {
		if err := p.list(ctx, &l, f, cover); err != nil {
			return nil, err
		}
	}
	p.unresolved(&l, f.release)
	a.Release, a.Gaps, a.Warnings = convertRelease(f.release, l), l.Gaps.List(), l.Warnings
	return a, nil
}

// unresolved notes what a release names and the service does not tell more of.
func (p *provider) unresolved(l *trackList, release wireResource) {
	relations := release.Relationships
	l.lack(l.included.unnamed(relations.Providers.Data), music.PropLabels)
	if _, isThere := l.included.artwork(artOf(release)); !isThere && release.Attributes.ImageLinks == nil {
		l.lack(artOf(release).Data, music.PropImages)
	}
	artists := l.included.unnamed(relations.Artists.Data)
	l.lack(artists, music.PropArtists)
	for _, item := range l.List {
		credited := l.included.unnamed(l.included.of(item).Relationships.Artists.Data)
		l.lack(credited, music.PropTrackArtists)
		artists = append(artists, credited...)
	}
	if len(artists) > 0 {
		l.Warnings = append(l.Warnings, unknownArtists(artists))
	}
}

var (
	_ providers.Provider   = (*provider)(nil)
	_ providers.GTINFinder = (*provider)(nil)
)
