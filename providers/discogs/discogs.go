package discogs

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

// Factory returns what is known of Discogs and how to ask it.
func Factory() providers.Factory {
	e := newEndpoints()
	return providers.Factory{
		Info:      info(),
		Endpoints: []*providers.Endpoint{e.search, e.release, e.artist, e.works, e.searchReleases, e.searchArtists},
		Limits:    providers.Limits{Starts: 60, Window: time.Minute, Headers: headers},
		Auth:      authorize,
		Anonymous: &providers.Limits{Starts: 25, Window: time.Minute, Headers: headers},
		New:       func(d providers.Documents) providers.Provider { return &provider{endpoints: e, documents: d} },
	}
}

func info() providers.Info {
	return providers.Info{
		Name:       name,
		Display:    "Discogs",
		Categories: []providers.Category{providers.Database},
		Features: providers.Features{
			CoverSize:         600,
			DurationPrecision: providers.PrecisionSeconds,
			GTINLookup:        providers.Good,
			MBIDResolving:     providers.Good,
			ReleaseLabel:      providers.Good,
		},
		Hosts:   []string{"api.discogs.com"},
		Secrets: []string{secretKey, secretSecret},
		// As its terms of use ask: https://support.discogs.com/hc/en-us/articles/360009334593-API-Terms-of-Use
		Notice: providers.Notice{Text: "Data provided by Discogs", URL: "https://www.discogs.com/"},
		URLs: providers.URLs{
			Host: regexp.MustCompile(`www\.discogs\.com`),
			Path: regexp.MustCompile(`(?:/[^/]+)?/(?P<type>artist|label|master|release)/(?P<id>\d+)(?:-(?P<slug>[^/]+))?`),
			Types: providers.Types{
				Release: []string{typeRelease}, Artist: []string{typeArtist}, Label: []string{typeLabel}, Group: []string{typeMaster},
			},
			ID:    regexp.MustCompile(`\d+`),
			Link:  page,
			Links: linkTypes,
		},
	}
}

// page is the canonical URL of an entity.
func page(id providers.ID) string { return "https://www.discogs.com/" + id.Type + "/" + id.ID }

// linkTypes says that every page tells of a discography.
func linkTypes(providers.ID) []music.LinkType { return []music.LinkType{music.DiscographyPage} }

// headers say who asks, as the service demands: https://www.discogs.com/developers/#page:home,header:home-general-information
func headers(contact string) http.Header {
	by := useragent.Name()
	if contact != "" {
		by += " +" + contact
	}
	return http.Header{"User-Agent": {by}}
}

// Names of the credentials of an app.
const (
	secretKey    = "consumer_key"
	secretSecret = "consumer_secret"
)

// consumer is an app with its credentials, which go along with each request:
// https://www.discogs.com/developers/#page:authentication,header:authentication-discogs-auth-flow
type consumer struct{ key, secret string }

func authorize(s providers.Secrets, _ *http.Client) providers.Authorizer {
	return consumer{key: s[secretKey], secret: s[secretSecret]}
}

// Authorize implements providers.Authorizer.
func (c consumer) Authorize(r *http.Request) error {
	if c.key == "" || c.secret == "" {
		return &providers.Error{Kind: providers.ErrDenied, Err: errors.New("credentials are missing")}
	}
	r.Header.Set("Authorization", "Discogs key="+c.key+", secret="+c.secret)
	return nil
}

// Drop implements providers.Authorizer: there is no token to forget.
func (consumer) Drop() {}

// provider reads releases and artists.
type provider struct {
	endpoints

	documents providers.Documents
}

// Release implements providers.Provider.
func (p *provider) Release(ctx context.Context, id providers.ID, _ providers.Options) (*providers.Answer, error) {
	ask := p.release.Of(id.ID)
	release, err := decode.JSON[wireRelease](p.documents.Get(ctx, ask)[0])
	if err != nil {
		return nil, err
	}
	return p.answer(ask, release), nil
}

// FindGTIN implements providers.GTINFinder. What is reported is the lookup of the release that was found.
func (p *provider) FindGTIN(ctx context.Context, g music.GTIN, _ providers.Options) (*providers.Answer, error) {
	doc := p.documents.Get(ctx, p.search.Of(string(g)))[0]
	found, err := decode.JSON[wireSearch](doc)
	if err != nil {
		return nil, err
	}
	hits, ok := hitsOf(found, g)
	switch {
	case !ok:
		return nil, &providers.Error{Op: "search " + doc.ID, Kind: providers.ErrMismatch, Err: errors.New("all results have other barcodes")}
	case len(hits) == 0:
		return nil, &providers.Error{Op: "search " + doc.ID, Kind: providers.ErrMalformed, Err: errors.New("no release has an id")}
	}
	a, err := p.found(ctx, g, hits[0])
	if err != nil {
		return nil, err
	}
	a.Alternatives = hits[1:]
	a.Warnings = append(answer.OtherResults(info(), a.Alternatives), a.Warnings...)
	if found.Pagination.Items > len(found.Results) {
		a.Gaps = append(a.Gaps, providers.Gap{Property: music.PropAlternatives, Err: &providers.Error{Kind: providers.ErrCut}})
	}
	return a, nil
}

// found reads the release that a search for a barcode named. One that has other barcodes alone is refused by Source.
func (p *provider) found(ctx context.Context, g music.GTIN, hit providers.ID) (*providers.Answer, error) {
	ask := p.release.Of(hit.ID)
	release, err := decode.JSON[wireRelease](p.documents.Get(ctx, ask)[0])
	if err != nil {
		return nil, err
	}
	a := p.answer(ask, release)
	if a.ID.ID != "" && a.ID != hit {
		return nil, &providers.Error{Op: "release " + hit.ID, Kind: providers.ErrMismatch, Err: errors.New("the answer is about another release")}
	}
	a.Release.GTIN = gtinOf(cleaned(barcodes(release.Identifiers)), g)
	a.Method, a.Value = providers.ByID, hit.ID
	return a, nil
}

// answer returns what the document of an ask says.
func (*provider) answer(ask providers.Ask, release wireRelease) *providers.Answer {
	list := readTracks(release)
	a := answer.About(ask, providers.ID{Type: typeRelease, ID: idText(release.ID)})
	a.Release, a.Warnings, a.Gaps = convertRelease(release, list), remarks(release, list), gaps(ask, release, list)
	return a
}

// gaps returns what the document of an ask should hold and does not.
func gaps(ask providers.Ask, release wireRelease, list trackList) []providers.Gap {
	missing := music.Properties(0)
	if release.Artists == nil {
		missing |= music.PropertiesOf(music.PropArtists)
	}
	if release.Labels == nil {
		missing |= music.PropertiesOf(music.PropLabels)
	}
	if release.Formats == nil {
		missing |= ofFormats()
	}
	var g answer.Gaps
	op := ask.Name + " " + ask.ID
	g.Add(&providers.Error{Op: op, Kind: providers.ErrMalformed, Err: errors.New("a part of the release is not in the answer")}, missing)
	g.Add(list.gap(), ofTracks())
	if isHidden(release.Images) {
		hidden := hiddenImages(ask)
		g.Add(hidden.Err, music.PropertiesOf(hidden.Property))
	}
	return g.List()
}

// hiddenImages is the gap of pictures whose addresses are kept back.
func hiddenImages(ask providers.Ask) providers.Gap {
	return providers.Gap{Property: music.PropImages, Err: &providers.Error{
		Op: ask.Name + " " + ask.ID, Kind: providers.ErrDenied, Err: errors.New("pictures have no addresses without credentials"),
	}}
}

var (
	_ providers.Provider   = (*provider)(nil)
	_ providers.GTINFinder = (*provider)(nil)
	_ providers.Authorizer = consumer{}
)
