package tidal

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"net/url"
	"slices"
	"strings"

	"tutti/music"
	"tutti/providers"
	"tutti/providers/internal/answer"
	"tutti/providers/internal/decode"
)

// Track implements providers.TrackReader.
func (p *provider) Track(ctx context.Context, id providers.ID, opt providers.Options) (*providers.Answer, error) {
	return p.read(ctx, p.track.Of(id.ID), opt)
}

// FindISRC implements providers.ISRCFinder. Of many tracks with one code, the first page is taken.
func (p *provider) FindISRC(ctx context.Context, isrc music.ISRC, opt providers.Options) (*providers.Answer, error) {
	return p.read(ctx, p.isrc.Of(string(isrc)), opt)
}

// Artist implements providers.ArtistReader.
func (p *provider) Artist(ctx context.Context, id providers.ID, opt providers.Options) (*providers.Answer, error) {
	return p.read(ctx, p.artist.Of(id.ID), opt)
}

// read reads a list of entities, in the first of the regions that has any.
func (p *provider) read(ctx context.Context, ask providers.Ask, opt providers.Options) (*providers.Answer, error) {
	doc := providers.First(ctx, p.documents, answer.InRegions(ask, opt.Regions, elsewhere)...)
	list, err := decode.JSON[wireDocument](doc)
	if err != nil {
		return nil, err
	}
	l := hitList{doc: doc}
	l.included = resources{}
	l.included.add(list.Included)
	l.included.add(list.Data)
	for _, r := range list.Data {
		l.refs = append(l.refs, wireRef{ID: r.ID, Type: r.Type})
	}
	return p.listed(l)
}

// Discography implements providers.Discographer. It is that of the first of the regions that knows the artist.
func (p *provider) Discography(ctx context.Context, artist providers.ID, page string, opt providers.Options) (*providers.Answer, error) {
	asks := answer.InRegions(p.albums.Of(artist.ID), opt.Regions, elsewhere)
	if page != "" {
		at, err := parsePlace(page)
		if err != nil {
			return nil, err
		}
		asks = []providers.Ask{p.albums.Of(artist.ID).In(at.region).At(at.cursor)}
	}
	list, err := readPage(providers.First(ctx, p.documents, asks...))
	if err != nil {
		return nil, err
	}
	return p.listed(list)
}

// Search implements providers.Searcher. It is for what there is in the first of the regions.
func (p *provider) Search(ctx context.Context, q providers.Question, opt providers.Options) (*providers.Answer, error) {
	text, err := query(q)
	if err != nil {
		return nil, err
	}
	e, kind := p.searching(q.By)
	ask := answer.InRegions(e.Of(text), opt.Regions, elsewhere)[0]
	var at place
	if q.Page != "" {
		if at, err = parsePlace(q.Page); err != nil {
			return nil, err
		}
		ask = e.Of(cmp.Or(at.list, text)).In(at.region).At(at.cursor)
	}
	doc := p.documents.Get(ctx, ask)[0]
	if errors.Is(doc.Err, providers.ErrNotFound) {
		return p.listed(hitList{doc: doc})
	}
	list, err := readHits(doc, kind)
	if err != nil {
		return nil, err
	}
	if q.Page != "" {
		list.id = at.list
	}
	return p.listed(list)
}

// searching is the search for entities of a type, and their kind.
func (p *provider) searching(by providers.By) (e *providers.Endpoint, kind string) {
	if by == providers.BySearchingTracks {
		return p.searchTracks, typeTrack
	}
	if by == providers.BySearchingArtists {
		return p.searchArtists, typeArtist
	}
	return p.searchAlbums, typeAlbum
}

// query writes a query as words. There are no fields, and a comma would divide the filter that it is; the service tells upper from
// lower case for all we know.
func query(q providers.Question) (string, error) {
	parts := []string{q.Query.Text, q.Query.Title, q.Query.Artist}
	if q.By == providers.BySearchingArtists && q.Query.Artist != "" {
		parts = parts[2:]
	}
	var words []string
	for _, part := range parts {
		left := strings.Fields(strings.ReplaceAll(part, ",", " "))
		if len(left) == 0 && strings.TrimSpace(part) != "" {
			return "", &providers.Error{Kind: providers.ErrUnsupported, Err: errors.New("there is nothing in the query that could be searched for")}
		}
		words = append(words, left...)
	}
	return strings.Join(words, " "), nil
}

// hitList is a page of a list of entities, and what is included for them.
type hitList struct {
	trackList

	doc   providers.Document
	id    string // of the list of a search; empty: what was searched for
	refs  []wireRef
	links wireLinks
}

// readPage reads a page of what a relationship leads to.
func readPage(doc providers.Document) (hitList, error) {
	page, err := decode.JSON[wirePage](doc)
	l := hitList{doc: doc, refs: page.Data, links: page.Links}
	l.included = resources{}
	l.included.add(page.Included)
	return l, err
}

// readHits reads a page of a search, of which the first one is another document than those after it.
func readHits(doc providers.Document, kind string) (hitList, error) {
	if doc.Page != "" {
		return readPage(doc)
	}
	found, err := decode.JSON[wireDocument](doc)
	l := hitList{doc: doc}
	l.included = resources{}
	l.included.add(found.Included)
	for _, r := range found.Data {
		if r.Type == resultType {
			hits := hitsOf(r, kind)
			l.refs, l.links = hits.Data, hits.Links
			if r.ID != doc.ID {
				l.id = r.ID
			}
			break
		}
	}
	return l, err
}

// hitsOf returns the entities of a kind that a search leads to.
func hitsOf(found wireResource, kind string) wireRelation {
	switch kind {
	case typeTrack:
		return found.Relationships.Tracks
	case typeArtist:
		return found.Relationships.Artists
	default:
		return found.Relationships.Albums
	}
}

// listed converts a page of a list. What it names without telling more of it is a gap.
func (p *provider) listed(l hitList) (*providers.Answer, error) {
	next, err := nextPage(l.links)
	if err != nil {
		return nil, err
	}
	for _, r := range l.included {
		if r.Type == "albums" {
			watch(l.doc, "included[]", r)
		}
	}
	var entries []providers.Entry
	for _, ref := range l.refs {
		r := l.included.of(ref)
		l.Release = ref.ID
		if r.ID == "" {
			l.Gaps.Add(&providers.Error{
				Op: l.doc.Name + " " + l.doc.ID, Kind: providers.ErrMalformed, Err: fmt.Errorf("%s of %s is not included", ref.ID, ref.Type),
			}, l.doc.Yields)
			continue
		}
		entries = append(entries, entryOf(r, l.included))
		p.unknown(&l.trackList, r)
	}
	a := answer.Listed(l.doc.Ask, entries, 0)
	a.Region, a.Gaps, a.Warnings = l.doc.Region, l.Gaps.List(), l.Warnings
	if next != nil {
		a.Next = place{l.doc.Region, l.id, *next}.String()
	}
	return a, nil
}

// watch counts what is not as expected in a copyright, which is read in the form of earlier days too.
func watch(doc providers.Document, path string, r wireResource) {
	if raw := r.Attributes.Copyright; len(raw) > 0 && string(raw) != "null" {
		_, _ = decode.Part[wireCopyright](doc, path+".attributes.copyright", raw) // then it is counted
	}
}

// unknown notes what an entity names and the service does not tell more of.
func (p *provider) unknown(l *trackList, r wireResource) {
	switch idOf(r).Type {
	case typeTrack:
		if artists := l.included.unnamed(r.Relationships.Artists.Data); len(artists) > 0 {
			l.lack(artists, music.PropTrackArtists)
			l.Warnings = append(l.Warnings, unknownArtists(artists))
		}
	case typeArtist:
		if _, isThere := l.included.artwork(r.Relationships.ProfileArt); !isThere {
			l.lack(r.Relationships.ProfileArt.Data, music.PropImages)
		}
	default:
		p.unresolved(l, r)
	}
}

// place is a page of a list, as Answer.Next names it: lists differ from region to region, and those of searches have ids of their own.
type place struct {
	region       music.Region
	list, cursor string
}

// String writes the place as one text.
func (p place) String() string {
	return string(p.region) + ":" + url.QueryEscape(p.list) + ":" + url.QueryEscape(p.cursor)
}

// parsePlace reads what String has written.
func parsePlace(page string) (place, error) {
	region, rest, _ := strings.Cut(page, ":")
	list, cursor, _ := strings.Cut(rest, ":")
	list, listErr := url.QueryUnescape(list)
	cursor, cursorErr := url.QueryUnescape(cursor)
	p := place{music.Region(region), list, cursor}
	if listErr != nil || cursorErr != nil || cursor == "" || !slices.Contains(regions(), p.region) || p.String() != page {
		return p, &providers.Error{Kind: providers.ErrInvalid, Err: fmt.Errorf("page %.20q is none that was given out", page)}
	}
	return p, nil
}

var (
	_ providers.TrackReader  = (*provider)(nil)
	_ providers.ISRCFinder   = (*provider)(nil)
	_ providers.ArtistReader = (*provider)(nil)
	_ providers.Discographer = (*provider)(nil)
	_ providers.Searcher     = (*provider)(nil)
)
