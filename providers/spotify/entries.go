package spotify

import (
	"context"
	"math"

	"tutti/music"
	"tutti/providers"
	"tutti/providers/internal/answer"
	"tutti/providers/internal/decode"
)

// Track implements providers.TrackReader.
func (p *provider) Track(ctx context.Context, id providers.ID, _ providers.Options) (*providers.Answer, error) {
	return one(ctx, p.documents, p.track.Of(id.ID), trackEntry)
}

// Artist implements providers.ArtistReader.
func (p *provider) Artist(ctx context.Context, id providers.ID, _ providers.Options) (*providers.Answer, error) {
	return one(ctx, p.documents, p.artist.Of(id.ID), artistEntry)
}

// FindISRC implements providers.ISRCFinder. Market by market, as for a barcode; of many tracks with one code, the first page is taken.
func (p *provider) FindISRC(ctx context.Context, isrc music.ISRC, opt providers.Options) (*providers.Answer, error) {
	doc := providers.First(ctx, p.documents, answer.InRegions(p.isrc.Of(string(isrc)), opt.Regions, "")...)
	found, err := decode.JSON[wireFound[wireTrack]](doc)
	if err != nil {
		return nil, err
	}
	list := partOf(found, typeTrack)
	a := answer.Listed(doc.Ask, entriesOf(list.Items, trackEntry), list.Total)
	a.Region = doc.Region
	return a, nil
}

// Discography implements providers.Discographer. As of an album, nothing is said of a market: all are listed.
func (p *provider) Discography(ctx context.Context, artist providers.ID, page string, _ providers.Options) (*providers.Answer, error) {
	ask := p.albums.Of(artist.ID).At(page)
	offset, err := answer.Offset(page)
	if err != nil {
		return nil, err
	}
	list, err := decode.JSON[wireItems[wireListed]](p.documents.Get(ctx, ask)[0])
	if err != nil {
		return nil, err
	}
	return pageOf(ask, list, answer.Next(offset+listSize, math.MaxInt), albumEntry), nil
}

// Search implements providers.Searcher. It is for what is sold in the first of the regions.
func (p *provider) Search(ctx context.Context, q providers.Question, opt providers.Options) (*providers.Answer, error) {
	text, err := answer.Fielded(q, syntax)
	if err != nil {
		return nil, err
	}
	at := func(e *providers.Endpoint) providers.Ask {
		return answer.InRegions(e.Of(text).At(q.Page), opt.Regions, "")[0]
	}
	if q.By == providers.BySearchingTracks {
		return found(ctx, p.documents, at(p.searchTracks), typeTrack, trackEntry)
	}
	if q.By == providers.BySearchingArtists {
		return found(ctx, p.documents, at(p.searchArtists), typeArtist, artistEntry)
	}
	return found(ctx, p.documents, at(p.searchAlbums), typeAlbum, albumEntry)
}

// syntax is what has a meaning in queries: https://developer.spotify.com/documentation/web-api/reference/search
const syntax = `":*`

// one reads a document about one entity.
func one[T any](ctx context.Context, d providers.Documents, ask providers.Ask, entry func(T) providers.Entry) (*providers.Answer, error) {
	w, err := decode.JSON[T](d.Get(ctx, ask)[0])
	if err != nil {
		return nil, err
	}
	return answer.Listed(ask, []providers.Entry{entry(w)}, 1), nil
}

// found reads a page of a search for things of a kind. It has an end where the service gives out no more.
func found[T any](
	ctx context.Context, d providers.Documents, ask providers.Ask, kind string, entry func(T) providers.Entry,
) (*providers.Answer, error) {
	offset, err := answer.Offset(ask.Page)
	if err != nil {
		return nil, err
	}
	w, err := decode.JSON[wireFound[T]](d.Get(ctx, ask)[0])
	if err != nil {
		return nil, err
	}
	a := pageOf(ask, partOf(w, kind), answer.Next(offset+listSize, lastOffset), entry)
	a.Region = ask.Region
	return a, nil
}

// pageOf returns what a page of a list says, with the next one if there is one.
func pageOf[T any](ask providers.Ask, list wireItems[T], next string, entry func(T) providers.Entry) *providers.Answer {
	a := answer.Listed(ask, entriesOf(list.Items, entry), list.Total)
	if list.Next != "" && len(list.Items) > 0 {
		a.Next = next
	}
	return a
}

var (
	_ providers.TrackReader  = (*provider)(nil)
	_ providers.ISRCFinder   = (*provider)(nil)
	_ providers.ArtistReader = (*provider)(nil)
	_ providers.Discographer = (*provider)(nil)
	_ providers.Searcher     = (*provider)(nil)
)
