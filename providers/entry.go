package providers

import (
	"context"
	"errors"
	"slices"

	"tutti/music"
)

// Entry is one entity as a service tells of it outside of a lookup of a release: a hit, a row of a list, a page of its own.
// Exactly one of Release, Track and Artist is set.
type Entry struct {
	ID      ID         // in the service's own terms, its type included
	MBID    music.MBID // empty: the service's ids are none
	Release *music.Release
	Track   *music.Track
	On      *Entry // the release that the track is on, as far as the service tells of it with the track; nil: it does not
	Artist  *music.Artist
}

// Name is the title of the release or track, or the name of the artist.
func (e Entry) Name() string {
	switch {
	case e.Release != nil:
		return e.Release.Title
	case e.Track != nil:
		return e.Track.Title
	case e.Artist != nil:
		return e.Artist.Name
	default:
		return ""
	}
}

// Type is what the entry is of.
func (e Entry) Type() music.EntityType {
	switch {
	case e.Track != nil:
		return music.EntityTrack
	case e.Artist != nil:
		return music.EntityArtist
	default:
		return music.EntityRelease
	}
}

// What a service may be asked for besides releases. Each is implemented by those providers that can be asked; all of them answer
// with Answer.Entries. The need that makes the cover is in the same properties as that of a release: of an artist, artists is
// the name.
type (
	// TrackReader reads one track by the service's id: ByTrack.
	TrackReader interface {
		Track(ctx context.Context, id ID, opt Options) (*Answer, error)
	}
	// ISRCFinder finds the tracks that carry a recording code: ByISRC. None is ErrNotFound.
	ISRCFinder interface {
		FindISRC(ctx context.Context, isrc music.ISRC, opt Options) (*Answer, error)
	}
	// ArtistReader reads one artist by the service's id: ByArtist.
	ArtistReader interface {
		Artist(ctx context.Context, id ID, opt Options) (*Answer, error)
	}
	// Discographer lists the releases of an artist, page by page: ByDiscography. The first page is the empty text.
	Discographer interface {
		Discography(ctx context.Context, artist ID, page string, opt Options) (*Answer, error)
	}
	// Searcher finds what a text is about, page by page: q.By is one of the searches. No hit is an answer without entries.
	Searcher interface {
		Search(ctx context.Context, q Question, opt Options) (*Answer, error)
	}
)

// able is what a provider can be asked besides releases; nil: it cannot.
type able struct {
	tracks        TrackReader
	isrcs         ISRCFinder
	artists       ArtistReader
	discographies Discographer
	search        Searcher
}

func abilities(p Provider) able {
	var a able
	a.tracks, _ = p.(TrackReader)
	a.isrcs, _ = p.(ISRCFinder)
	a.artists, _ = p.(ArtistReader)
	a.discographies, _ = p.(Discographer)
	a.search, _ = p.(Searcher)
	return a
}

// by returns the questions that can be asked. A search is possible for the types that an endpoint starts with.
func (a able) by(endpoints []*Endpoint) By {
	var by By
	for can, of := range map[By]bool{
		ByTrack: a.tracks != nil, ByISRC: a.isrcs != nil, ByArtist: a.artists != nil, ByDiscography: a.discographies != nil,
		BySearchingReleases | BySearchingTracks | BySearchingArtists: a.search != nil,
	} {
		if of {
			by |= can
		}
	}
	var starts By
	for _, e := range endpoints {
		starts |= e.Starts
	}
	return by & starts
}

// Ask asks for entities other than one release. ErrUnsupported: the service cannot be asked that. ErrInvalid: the question cannot
// be right, and nothing was asked. Options without a cover ask for all that the service knows.
func (s *Source) Ask(ctx context.Context, q Question, opt Options) (*Answer, error) {
	l := &lookup{source: s, by: q.By, question: &q, value: q.Text()}
	l.op = join(q.By.String(), l.value)
	if !s.Can(q.By) || q.By&(ByID|ByURL|ByGTIN) != 0 {
		return nil, l.failure(&Error{Kind: ErrUnsupported})
	}
	normal, err := s.factory.Info.question(q)
	if err != nil {
		return nil, l.failure(err)
	}
	q = normal
	l.options = s.options(q.By, opt)
	if q.ID.Region != "" {
		l.options.Regions = []music.Region{q.ID.Region}
	}
	return l.run(ctx, func(ctx context.Context) (*Answer, error) { return s.able.ask(ctx, q, l.options) })
}

func (a able) ask(ctx context.Context, q Question, opt Options) (*Answer, error) {
	switch q.By { //nolint:exhaustive // all others are searches
	case ByTrack:
		return a.tracks.Track(ctx, q.ID, opt)
	case ByISRC:
		return a.isrcs.FindISRC(ctx, q.ISRC, opt)
	case ByArtist:
		return a.artists.Artist(ctx, q.ID, opt)
	case ByDiscography:
		return a.discographies.Discography(ctx, q.ID, q.Page, opt)
	default:
		return a.search.Search(ctx, q, opt)
	}
}

// checkEntries says whether the entries are about what was asked. Those that are of no use are left out.
func (l *lookup) checkEntries(a *Answer) error {
	if a == nil {
		return &Error{Kind: ErrMalformed, Err: errors.New("there is no answer")}
	}
	found := len(a.Entries)
	a.Entries = slices.DeleteFunc(a.Entries, func(e Entry) bool { return e.ID.ID == "" || e.Name() == "" || e.Type() != l.by.EntityType() })
	if found > 0 && len(a.Entries) == 0 {
		return &Error{Kind: ErrMalformed, Err: errors.New("nothing in the answer says what it is")}
	}
	switch {
	case l.by&(ByTrack|ByArtist) != 0:
		return l.checkOne(a)
	case l.by == ByISRC:
		return l.checkISRC(a)
	default:
		return nil
	}
}

// checkOne holds an answer to the entity of an id.
func (l *lookup) checkOne(a *Answer) error {
	if len(a.Entries) != 1 {
		return &Error{Kind: ErrMalformed, Err: errors.New("the answer is not about one " + string(l.by.EntityType()))}
	}
	got, want := a.Entries[0].ID, l.question.ID
	if (got.ID != want.ID || got.Type != want.Type) && !l.tolerates(a) {
		return &Error{Kind: ErrMismatch, Err: errors.New("the answer is about " + join(got.Type, got.ID))}
	}
	return nil
}

// checkISRC leaves out tracks that carry another code.
func (l *lookup) checkISRC(a *Answer) error {
	found := len(a.Entries)
	a.Entries = slices.DeleteFunc(a.Entries, func(e Entry) bool {
		if e.Track.ISRC == nil {
			return false
		}
		got, ok := music.NormalizeISRC(*e.Track.ISRC)
		return ok && got != l.question.ISRC
	})
	switch {
	case len(a.Entries) > 0:
		return nil
	case found > 0:
		return &Error{Kind: ErrMismatch, Err: errors.New("the tracks carry other codes")}
	default:
		return &Error{Kind: ErrNotFound}
	}
}
