package mora

import (
	"context"
	"regexp"
	"time"

	"tutti/music"
	"tutti/providers"
	"tutti/providers/internal/answer"
	"tutti/providers/internal/decode"
)

// Factory returns what is known of mora and how to ask it.
func Factory() providers.Factory {
	e := newEndpoints()
	return providers.Factory{
		Info:      info(),
		Endpoints: []*providers.Endpoint{e.page, e.metadata},
		Limits:    providers.Limits{Starts: 5, Window: 5 * time.Second},
		New:       func(d providers.Documents) providers.Provider { return &provider{endpoints: e, documents: d} },
	}
}

func info() providers.Info {
	return providers.Info{
		Name:       name,
		Display:    "mora",
		Categories: []providers.Category{providers.Digital},
		Features: providers.Features{
			CoverSize:         200,
			DurationPrecision: providers.PrecisionSeconds,
			GTINLookup:        providers.Missing,
			MBIDResolving:     providers.Present,
			ReleaseLabel:      providers.Good,
		},
		Launch: launch(),
		Hosts:  []string{"mora.jp", "cf.mora.jp"},
		URLs: providers.URLs{
			Host: regexp.MustCompile(`mora\.jp`),
			Path: regexp.MustCompile(`^/(?:(?P<package>package)/(?P<id>[0-9]+/[^/]+)|(?P<artist>artist)/(?P<number>[^/]+))/?$`),
			Types: providers.Types{
				Release: []string{typePackage}, Artist: []string{typeArtist},
			},
			ID:    regexp.MustCompile(`[0-9]+/[0-9A-Za-z_-]+`),
			Link:  page,
			Read:  readURL,
			Links: func(providers.ID) []music.LinkType { return []music.LinkType{music.PaidDownload} },
		},
	}
}

// readURL returns what a page is about: a package, whose id has two parts, or an artist.
func readURL(groups map[string]string) (providers.ID, bool) {
	if groups[typePackage] != "" {
		return providers.ID{Type: typePackage, ID: groups["id"]}, true
	}
	return providers.ID{Type: typeArtist, ID: groups["number"]}, groups[typeArtist] != ""
}

// page is the canonical URL of an entity.
func page(id providers.ID) string { return site + id.Type + "/" + id.ID + "/" }

// provider reads packages.
type provider struct {
	endpoints

	documents providers.Documents
}

// Release implements providers.Provider. The page says where the metadata lie; that it is there is all that it says itself.
func (p *provider) Release(ctx context.Context, id providers.ID, opt providers.Options) (*providers.Answer, error) {
	ask := p.page.Of(id.ID)
	place, err := extractPlace(p.documents.Get(ctx, ask)[0])
	if err != nil {
		return nil, err
	}
	if !opt.Cover.Has(p.metadata) {
		a := answer.About(ask, id)
		a.Release = convertPage(id)
		return a, nil
	}
	ask = p.metadata.Of(place)
	release, err := decode.JSON[wireRelease](p.documents.Get(ctx, ask)[0])
	if err != nil {
		return nil, err
	}
	return p.answer(ask, id, release), nil
}

// answer returns what the metadata say. Source refuses those of another package.
func (p *provider) answer(ask providers.Ask, asked providers.ID, release wireRelease) *providers.Answer {
	id := idOf(release, asked)
	a := answer.About(ask, id)
	a.Release = convertRelease(release, id, a.APIURL)
	if a.Release.GTIN == "" {
		a.Warnings = append(a.Warnings, noGTIN(release))
	}
	a.Gaps = p.gaps(ask, release)
	return a
}

var _ providers.Provider = (*provider)(nil)
