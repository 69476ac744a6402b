package musicbrainz

import (
	"context"
	"errors"

	"tutti/music"
	"tutti/providers"
	"tutti/providers/internal/answer"
	"tutti/providers/internal/decode"
)

// Track implements providers.TrackReader. A recording that another one was merged into is answered with that one.
func (p *provider) Track(ctx context.Context, id providers.ID, _ providers.Options) (*providers.Answer, error) {
	ask := p.recording.Of(id.ID)
	song, err := decode.JSON[wireSong](p.documents.Get(ctx, ask)[0])
	if err != nil {
		return nil, err
	}
	a := aboutOne(ask, id, songEntry(song))
	a.Gaps = songGaps(ask, song)
	return a, nil
}

// Artist implements providers.ArtistReader. The same holds for artists that were merged.
func (p *provider) Artist(ctx context.Context, id providers.ID, _ providers.Options) (*providers.Answer, error) {
	ask := p.artist.Of(id.ID)
	artist, err := decode.JSON[wireArtist](p.documents.Get(ctx, ask)[0])
	if err != nil {
		return nil, err
	}
	a := aboutOne(ask, id, artistEntry(artist))
	if artist.Relations == nil {
		a.Gaps = leftOut(ask, music.PropertiesOf(music.PropLinks))
	}
	return a, nil
}

// FindISRC implements providers.ISRCFinder. A recording may have several codes; here it has the one that was asked for.
func (p *provider) FindISRC(ctx context.Context, isrc music.ISRC, _ providers.Options) (*providers.Answer, error) {
	ask := p.isrc.Of(string(isrc))
	found, err := decode.JSON[wireISRC](p.documents.Get(ctx, ask)[0])
	if err != nil {
		return nil, err
	}
	a := answer.Listed(ask, answer.Entries(found.Recordings, func(s wireSong) providers.Entry {
		e := songEntry(s)
		if carries(s.ISRCs, isrc) {
			e.Track.ISRC = &isrc
		}
		return e
	}), len(found.Recordings))
	a.Gaps = songGaps(ask, found.Recordings...)
	return a, nil
}

// Discography implements providers.Discographer. A page may have fewer releases than it could, so that their number says where the
// next one begins.
func (p *provider) Discography(ctx context.Context, artist providers.ID, page string, _ providers.Options) (*providers.Answer, error) {
	ask := p.releases.Of(artist.ID).At(page)
	offset, err := answer.Offset(page)
	if err != nil {
		return nil, err
	}
	list, err := decode.JSON[wireBrowsed](p.documents.Get(ctx, ask)[0])
	if err != nil {
		return nil, err
	}
	a := pageOf(ask, offset, list.Count, answer.Entries(list.Releases, releaseEntry))
	a.Gaps = p.releaseGaps(ask, list.Releases)
	return a, nil
}

// Search implements providers.Searcher.
func (p *provider) Search(ctx context.Context, q providers.Question, _ providers.Options) (*providers.Answer, error) {
	offset, err := answer.Offset(q.Page)
	if err != nil {
		return nil, err
	}
	text := query(q)
	if q.By == providers.BySearchingTracks {
		return p.songs(ctx, p.searchRecordings.Of(text).At(q.Page), offset)
	}
	if q.By == providers.BySearchingArtists {
		return p.people(ctx, p.searchArtists.Of(text).At(q.Page), offset)
	}
	return p.hits(ctx, p.searchReleases.Of(text).At(q.Page), offset)
}

func (p *provider) hits(ctx context.Context, ask providers.Ask, offset int) (*providers.Answer, error) {
	found, err := decode.JSON[wireSearch](p.documents.Get(ctx, ask)[0])
	if err != nil {
		return nil, err
	}
	for i, hit := range found.Releases {
		found.Releases[i] = complete(hit)
	}
	a := pageOf(ask, offset, found.Count, answer.Entries(found.Releases, releaseEntry))
	a.Gaps = p.releaseGaps(ask, found.Releases)
	return a, nil
}

func (p *provider) songs(ctx context.Context, ask providers.Ask, offset int) (*providers.Answer, error) {
	found, err := decode.JSON[wireSongs](p.documents.Get(ctx, ask)[0])
	if err != nil {
		return nil, err
	}
	a := pageOf(ask, offset, found.Count, answer.Entries(found.Recordings, songEntry))
	a.Gaps = songGaps(ask, found.Recordings...)
	return a, nil
}

func (p *provider) people(ctx context.Context, ask providers.Ask, offset int) (*providers.Answer, error) {
	found, err := decode.JSON[wireArtists](p.documents.Get(ctx, ask)[0])
	if err != nil {
		return nil, err
	}
	return pageOf(ask, offset, found.Count, answer.Entries(found.Artists, artistEntry)), nil
}

// pageOf returns the answer of a page that begins at an offset.
func pageOf(ask providers.Ask, offset, total int, entries []providers.Entry) *providers.Answer {
	a := answer.Listed(ask, entries, total)
	if len(entries) > 0 {
		a.Next = answer.Next(offset+len(entries), total)
	}
	return a
}

// aboutOne returns the answer about one entity, with a warning if that is another one now.
func aboutOne(ask providers.Ask, asked providers.ID, e providers.Entry) *providers.Answer {
	a := answer.Listed(ask, []providers.Entry{e}, 1)
	if e.ID.ID != "" && e.ID.ID != asked.ID {
		a.Warnings = append(a.Warnings, answer.OtherID(info(), asked, e.ID))
	}
	return a
}

// releaseGaps returns what any of the releases of a list should have and has not.
func (p *provider) releaseGaps(ask providers.Ask, releases []wireRelease) []providers.Gap {
	var gaps answer.Gaps
	for _, r := range releases {
		for _, g := range p.gaps(ask, r) {
			gaps.Add(g.Err, music.PropertiesOf(g.Property))
		}
	}
	return gaps.List()
}

// songGaps returns what any of the recordings should have and has not. Codes are left out of hits where there are none.
func songGaps(ask providers.Ask, songs ...wireSong) []providers.Gap {
	for _, s := range songs {
		if s.ArtistCredit == nil {
			return leftOut(ask, music.PropertiesOf(music.PropTrackArtists))
		}
	}
	return nil
}

// leftOut are the gaps of what an answer does not hold.
func leftOut(ask providers.Ask, missing music.Properties) []providers.Gap {
	var gaps answer.Gaps
	gaps.Add(&providers.Error{
		Op: ask.Name + " " + ask.ID, Kind: providers.ErrMalformed, Err: errors.New("a part of it is not in the answer"),
	}, missing)
	return gaps.List()
}

var (
	_ providers.TrackReader  = (*provider)(nil)
	_ providers.ISRCFinder   = (*provider)(nil)
	_ providers.ArtistReader = (*provider)(nil)
	_ providers.Discographer = (*provider)(nil)
	_ providers.Searcher     = (*provider)(nil)
)
