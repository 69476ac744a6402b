package itunes

import (
	"context"
	"regexp"
	"strings"
	"time"

	"tutti/music"
	"tutti/providers"
	"tutti/providers/internal/answer"
)

// Factory returns what is known of iTunes and how to ask it.
func Factory() providers.Factory {
	e := newEndpoints()
	return providers.Factory{
		Info:      info(),
		Endpoints: e.all(),
		Limits:    providers.Limits{Starts: 20, Window: time.Minute},
		New:       func(d providers.Documents) providers.Provider { return &provider{endpoints: e, documents: d} },
	}
}

func info() providers.Info {
	return providers.Info{
		Name:       name,
		Display:    "iTunes",
		Categories: []providers.Category{providers.Digital},
		Features: providers.Features{
			CoverSize:         3000,
			DurationPrecision: providers.PrecisionMilliseconds,
			GTINLookup:        providers.Present,
			MBIDResolving:     providers.Expensive,
		},
		Launch:  launch(),
		Regions: regions(),
		Hosts:   []string{"itunes.apple.com"},
		URLs:    pages.URLs,
	}
}

// urls is how pages of both shops are read, and written as those of Apple Music.
func urls() providers.URLs {
	return providers.URLs{
		Host: regexp.MustCompile(`(?:geo\.)?(?:itunes|music)\.apple\.com`),
		Path: regexp.MustCompile(`(?:/(?P<region>[A-Za-z]{2}))?/(?P<type>album|artist|song|music-video)` +
			`(?:/(?P<slug>[^/]+))?/(?:id)?(?P<id>[0-9]+)`),
		Types: providers.Types{
			Release: []string{typeAlbum}, Artist: []string{typeArtist}, Track: []string{typeSong, typeVideo},
		},
		ID:    regexp.MustCompile(`[0-9]+`),
		Read:  readPage,
		Link:  page,
		Links: func(providers.ID) []music.LinkType { return []music.LinkType{music.PaidStreaming} },
	}
}

// defaultRegion is the storefront of pages that name none, and of lookups without a wish.
const defaultRegion music.Region = "US"

// readPage returns what a page is about.
func readPage(groups map[string]string) (providers.ID, bool) {
	id := providers.ID{Type: groups["type"], ID: groups["id"], Region: defaultRegion, Slug: groups["slug"]}
	if region := groups["region"]; region != "" {
		id.Region = music.Region(strings.ToUpper(region))
	}
	return id, true
}

// page is the canonical URL of an entity.
func page(id providers.ID) string {
	region := defaultRegion
	if id.Region != "" {
		region = id.Region
	}
	return "https://music.apple.com/" + strings.ToLower(string(region)) + "/" + id.Type + "/" + id.ID
}

// provider reads albums, tracks and artists.
type provider struct {
	endpoints

	documents providers.Documents
}

// Release implements providers.Provider.
func (p *provider) Release(ctx context.Context, id providers.ID, opt providers.Options) (*providers.Answer, error) {
	endpoint := p.album
	if opt.Cover.Has(p.albumSongs) {
		endpoint = p.albumSongs
	}
	doc := providers.First(ctx, p.documents, answer.InRegions(endpoint.Of(id.ID), opt.Regions, defaultRegion)...)
	found, err := readResults(doc, func(r wireRelease) bool { return idText(r.CollectionID) == id.ID })
	if err != nil {
		return nil, err
	}
	return p.answer(doc, found, ""), nil
}

// FindGTIN implements providers.GTINFinder. The number is asked for as it is, and the answer is kept if another one can be seen in
// the address of its artwork.
func (p *provider) FindGTIN(ctx context.Context, g music.GTIN, opt providers.Options) (*providers.Answer, error) {
	endpoint := p.upc
	if opt.Cover.Has(p.upcSongs) {
		endpoint = p.upcSongs
	}
	doc := providers.First(ctx, p.documents, answer.InRegions(endpoint.Of(string(g)), opt.Regions, defaultRegion)...)
	found, err := readResults(doc, func(r wireRelease) bool { return isOf(g, r) })
	if err != nil {
		return nil, err
	}
	a := p.answer(doc, found, g)
	a.Method, a.Value = providers.ByGTIN, string(g)
	return a, nil
}

// answer converts the album that was found; wanted is the barcode that was asked for.
func (p *provider) answer(doc providers.Document, found results, wanted music.GTIN) *providers.Answer {
	a := answer.About(doc.Ask, albumID(found.release.CollectionID, doc.Region))
	a.Region = doc.Region
	if !p.hasSongs(doc.Endpoint) {
		a.Release = convertRelease(found.release, trackList{})
		a.Warnings = aboutGTIN(wanted, a.Release.GTIN)
		return a
	}
	list := listed(found, doc.Region)
	list.account(ofTracks())
	for _, other := range found.others {
		a.Alternatives = append(a.Alternatives, albumID(other, doc.Region))
	}
	a.Release, a.Gaps = convertRelease(found.release, list), list.Gaps.List()
	a.Warnings = append(noTracks(list), answer.OtherResults(info(), a.Alternatives)...)
	a.Warnings = append(append(a.Warnings, aboutGTIN(wanted, a.Release.GTIN)...), incomplete(list)...)
	return a
}

func albumID(id int64, in music.Region) providers.ID {
	return providers.ID{Type: typeAlbum, ID: idText(id), Region: in}
}

var (
	_ providers.Provider   = (*provider)(nil)
	_ providers.GTINFinder = (*provider)(nil)
)
