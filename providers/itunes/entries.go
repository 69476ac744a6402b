package itunes

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"strings"

	"tutti/music"
	"tutti/providers"
	"tutti/providers/internal/answer"
	"tutti/providers/internal/decode"
)

// Track implements providers.TrackReader.
func (p *provider) Track(ctx context.Context, id providers.ID, opt providers.Options) (*providers.Answer, error) {
	return p.one(ctx, answer.InRegions(p.track.Of(id.ID), opt.Regions, defaultRegion), wrapperTrack)
}

// Artist implements providers.ArtistReader.
func (p *provider) Artist(ctx context.Context, id providers.ID, opt providers.Options) (*providers.Answer, error) {
	return p.one(ctx, answer.InRegions(p.artist.Of(id.ID), opt.Regions, defaultRegion), wrapperArtist)
}

// Discography implements providers.Discographer. There is one page.
func (p *provider) Discography(ctx context.Context, artist providers.ID, page string, opt providers.Options) (*providers.Answer, error) {
	if err := onlyPage(page); err != nil {
		return nil, err
	}
	return entries(providers.First(ctx, p.documents, answer.InRegions(p.albums.Of(artist.ID), opt.Regions, defaultRegion)...), wrapperCollection)
}

// Search implements providers.Searcher. It is for what is in the first of the storefronts, and has one page.
func (p *provider) Search(ctx context.Context, q providers.Question, opt providers.Options) (*providers.Answer, error) {
	if err := onlyPage(q.Page); err != nil {
		return nil, err
	}
	endpoint, wrapper := p.searchAlbums, wrapperCollection
	if q.By == providers.BySearchingTracks {
		endpoint, wrapper = p.searchTracks, wrapperTrack
	}
	if q.By == providers.BySearchingArtists {
		endpoint, wrapper = p.searchArtists, wrapperArtist
	}
	ask := answer.InRegions(endpoint.Of(term(q)), opt.Regions, defaultRegion)[0]
	return entries(p.documents.Get(ctx, ask)[0], wrapper)
}

// term is the words that are searched for. None of them has a meaning of its own, nor has their case. An artist is found by the name.
func term(q providers.Question) string {
	text := q.Query.String()
	if q.By == providers.BySearchingArtists {
		text = cmp.Or(q.Query.Text, q.Query.Artist, q.Query.Title)
	}
	return strings.Join(strings.Fields(strings.ToLower(text)), " ")
}

// onlyPage refuses all pages but the first.
func onlyPage(page string) error {
	if page == "" {
		return nil
	}
	return &providers.Error{Kind: providers.ErrInvalid, Err: fmt.Errorf("page %.20q is none that was given out", page)}
}

// one reads the entity that has an id. The id of something else is a no.
func (p *provider) one(ctx context.Context, asks []providers.Ask, wrapper string) (*providers.Answer, error) {
	doc := providers.First(ctx, p.documents, asks...)
	a, err := entries(doc, wrapper)
	if err == nil && len(a.Entries) == 0 {
		err = &providers.Error{Op: doc.Name + " " + doc.ID, Kind: providers.ErrNotFound, Err: errors.New("the results hold no " + wrapper)}
	}
	if err != nil {
		return nil, err
	}
	return a, nil
}

// entries reads the results of one kind.
func entries(doc providers.Document, wrapper string) (*providers.Answer, error) {
	list, err := decode.JSON[wireAnswer](doc)
	if err != nil {
		return nil, err
	}
	a := answer.Listed(doc.Ask, nil, 0)
	a.Region = doc.Region
	strange := 0
	for _, raw := range list.Results {
		w, _ := within[wireEntry](doc, raw) // else it is of no known type
		e, ok := entryOf(doc, w.WrapperType, raw)
		switch {
		case w.WrapperType == "", w.WrapperType == wrapper && e.ID.Type == "":
			strange++ // the second is a track of no kind
		case w.WrapperType == wrapper && ok:
			a.Entries = append(a.Entries, e)
		}
	}
	if len(a.Entries) == 0 && strange > 0 {
		return nil, &providers.Error{Op: doc.Name + " " + doc.ID, Kind: providers.ErrMalformed, Err: errors.New("results do not say what they are")}
	}
	return a, nil
}

// entryOf converts a result of a kind. False: it is of no known kind, or a track that is none, such as a booklet.
func entryOf(doc providers.Document, wrapper string, raw []byte) (providers.Entry, bool) {
	switch wrapper { // that it is an object is known
	case wrapperTrack:
		t, _ := within[wireTrack](doc, raw)
		return trackEntry(t, doc.Region), t.Kind == typeSong || t.Kind == typeVideo
	case wrapperArtist:
		a, _ := within[wireArtist](doc, raw)
		return artistEntry(a, doc.Region), true
	case wrapperCollection:
		r, _ := within[wireRelease](doc, raw)
		return albumEntry(r, doc.Region), true
	default:
		return providers.Entry{}, false
	}
}

// albumEntry is an album without its tracks.
func albumEntry(r wireRelease, in music.Region) providers.Entry {
	return providers.Entry{ID: albumID(r.CollectionID, in), Release: convertRelease(r, trackList{})}
}

// trackEntry is a track, on the album of which it tells the name and the cover.
func trackEntry(t wireTrack, in music.Region) providers.Entry {
	track := convertTrack(t, in)
	e := providers.Entry{ID: providers.ID{Type: t.Kind, ID: idText(t.TrackID), Region: in}, Track: &track}
	if idText(t.CollectionID) != "" {
		on := albumEntry(wireRelease{
			CollectionID: t.CollectionID, CollectionName: t.CollectionName, ArtistName: t.CollectionArtist, ArtworkURL100: t.ArtworkURL100,
		}, in)
		on.Release.Date = nil // it is not told
		if t.CollectionArtist == "" {
			on.Release.Artists = nil
		}
		e.On = &on
	}
	return e
}

// artistEntry is an artist. The service has no pictures of artists.
func artistEntry(a wireArtist, in music.Region) providers.Entry {
	id := providers.ID{Type: typeArtist, ID: idText(a.ArtistID), Region: in}
	out := &music.Artist{Entity: music.Entity{Name: a.ArtistName}}
	if id.ID != "" {
		out.IDs = []music.ExternalID{{Provider: name, Type: id.Type, ID: id.ID, Region: id.Region}}
		link := cmp.Or(cleanURL(a.ArtistLinkURL), page(id))
		out.Links = []music.ExternalLink{{URL: link, Types: []music.LinkType{music.PaidStreaming}}}
	}
	return providers.Entry{ID: id, Artist: out}
}

var (
	_ providers.TrackReader  = (*provider)(nil)
	_ providers.ArtistReader = (*provider)(nil)
	_ providers.Discographer = (*provider)(nil)
	_ providers.Searcher     = (*provider)(nil)
)
