package ototoy

import (
	"context"
	"regexp"
	"time"

	"tutti/music"
	"tutti/providers"
)

// Factory returns what is known of OTOTOY and how to ask it.
func Factory() providers.Factory {
	e, i := newEndpoints(), info()
	return providers.Factory{
		Info:      i,
		Endpoints: []*providers.Endpoint{e.page},
		Limits:    providers.Limits{Starts: 5, Window: 5 * time.Second},
		New: func(d providers.Documents) providers.Provider {
			return &provider{endpoints: e, documents: d, entity: i.Recognize}
		},
	}
}

func info() providers.Info {
	return providers.Info{
		Name:       name,
		Display:    "OTOTOY",
		Categories: []providers.Category{providers.Digital},
		Features: providers.Features{
			CoverSize:         1500,
			DurationPrecision: providers.PrecisionSeconds,
			GTINLookup:        providers.Missing,
			MBIDResolving:     providers.Present,
		},
		Launch: launch(),
		Hosts:  []string{"ototoy.jp"},
		URLs: providers.URLs{
			Host: regexp.MustCompile(`ototoy\.jp`),
			Path: regexp.MustCompile(`^/(?:_/default/(?P<letter>[ap])/(?P<id>[0-9]+)|labels/(?P<label>[^/]+))$`),
			Types: providers.Types{
				Release: []string{typePackage}, Artist: []string{typeArtist}, Label: []string{typeLabel},
			},
			ID:    regexp.MustCompile(`[0-9]+`),
			Link:  page,
			Read:  readURL,
			Links: func(providers.ID) []music.LinkType { return []music.LinkType{music.PaidDownload} },
		},
	}
}

// readURL returns what a page is about. Packages and artists are known by a letter.
func readURL(groups map[string]string) (providers.ID, bool) {
	switch groups["letter"] {
	case letterPackage:
		return providers.ID{Type: typePackage, ID: groups["id"]}, true
	case letterArtist:
		return providers.ID{Type: typeArtist, ID: groups["id"]}, true
	default:
		return providers.ID{Type: typeLabel, ID: groups["label"]}, groups["label"] != ""
	}
}

// page is the canonical URL of an entity; empty: there is no such page.
func page(id providers.ID) string {
	switch id.Type {
	case typePackage:
		return site + "_/default/" + letterPackage + "/" + id.ID
	case typeArtist:
		return site + "_/default/" + letterArtist + "/" + id.ID
	case typeLabel:
		return site + "labels/" + id.ID
	default:
		return ""
	}
}

// provider reads packages.
type provider struct {
	endpoints

	documents providers.Documents
	entity    entity
}

// Release implements providers.Provider. Source refuses a page that says that it is about another package.
func (p *provider) Release(ctx context.Context, id providers.ID, _ providers.Options) (*providers.Answer, error) {
	ask := p.page.Of(id.ID)
	release, err := extractRelease(p.documents.Get(ctx, ask)[0])
	if err != nil {
		return nil, err
	}
	id = p.entity.release(release, id)
	return &providers.Answer{ID: id, Release: convertRelease(release, id, p.entity), Gaps: gaps(ask, release)}, nil
}

var _ providers.Provider = (*provider)(nil)
