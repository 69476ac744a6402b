package deezer

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

// FindISRC implements providers.ISRCFinder. The service names one track, however many carry the code.
func (p *provider) FindISRC(ctx context.Context, isrc music.ISRC, _ providers.Options) (*providers.Answer, error) {
	return one(ctx, p.documents, p.isrc.Of(string(isrc)), trackEntry)
}

// Artist implements providers.ArtistReader.
func (p *provider) Artist(ctx context.Context, id providers.ID, _ providers.Options) (*providers.Answer, error) {
	return one(ctx, p.documents, p.artist.Of(id.ID), artistEntry)
}

// Discography implements providers.Discographer.
func (p *provider) Discography(ctx context.Context, artist providers.ID, page string, _ providers.Options) (*providers.Answer, error) {
	return several(ctx, p.documents, p.albums.Of(artist.ID).At(page), albumEntry)
}

// Search implements providers.Searcher.
func (p *provider) Search(ctx context.Context, q providers.Question, _ providers.Options) (*providers.Answer, error) {
	text, err := answer.Fielded(q, syntax)
	if err != nil {
		return nil, err
	}
	if q.By == providers.BySearchingTracks {
		return several(ctx, p.documents, p.searchTracks.Of(text).At(q.Page), trackEntry)
	}
	if q.By == providers.BySearchingArtists {
		return several(ctx, p.documents, p.searchArtists.Of(text).At(q.Page), artistEntry)
	}
	return several(ctx, p.documents, p.searchAlbums.Of(text).At(q.Page), albumEntry)
}

// syntax is what has a meaning in queries: https://developers.deezer.com/api/search
const syntax = `":`

// one reads a document about one entity.
func one[T any](ctx context.Context, d providers.Documents, ask providers.Ask, entry func(T) providers.Entry) (*providers.Answer, error) {
	w, err := decode.JSON[T](d.Get(ctx, ask)[0])
	if err != nil {
		return nil, err
	}
	return answer.Listed(ask, []providers.Entry{entry(w)}, 1), nil
}

// several reads a page of a list. Whether there is another one is what the service says: entries may be missing on a page that is not the last.
func several[T any](ctx context.Context, d providers.Documents, ask providers.Ask, entry func(T) providers.Entry) (*providers.Answer, error) {
	offset, err := answer.Offset(ask.Page)
	if err != nil {
		return nil, err
	}
	list, err := decode.JSON[wireList[T]](d.Get(ctx, ask)[0])
	if err != nil {
		return nil, err
	}
	a := answer.Listed(ask, answer.Entries(list.Data, entry), list.Total)
	if list.Next != "" && len(list.Data) > 0 {
		a.Next = answer.Next(offset+ask.Count.Size, math.MaxInt)
	}
	return a, nil
}

var (
	_ providers.TrackReader  = (*provider)(nil)
	_ providers.ISRCFinder   = (*provider)(nil)
	_ providers.ArtistReader = (*provider)(nil)
	_ providers.Discographer = (*provider)(nil)
	_ providers.Searcher     = (*provider)(nil)
)
