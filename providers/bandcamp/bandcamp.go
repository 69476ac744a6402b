package bandcamp

import (
	"context"
	"errors"
	"strconv"
	"time"

	"tutti/music"
	"tutti/providers"
	"tutti/providers/internal/answer"
)

// Factory returns what is known of Bandcamp and how to ask it.
func Factory() providers.Factory {
	e := newEndpoints()
	return providers.Factory{
		Info:      info(),
		Endpoints: []*providers.Endpoint{e.page, e.player},
		Limits:    providers.Limits{Starts: 5, Window: 5 * time.Second, Concurrency: 2},
		New:       func(d providers.Documents) providers.Provider { return &provider{endpoints: e, documents: d} },
	}
}

func info() providers.Info {
	return providers.Info{
		Name:       name,
		Display:    "Bandcamp",
		Categories: []providers.Category{providers.Digital},
		Features: providers.Features{
			CoverSize:         3000,
			DurationPrecision: providers.PrecisionMilliseconds,
			GTINLookup:        providers.Missing,
			MBIDResolving:     providers.Present,
		},
		Launch: launch(),
		Hosts:  []string{"bandcamp.com", "*.bandcamp.com"},
		URLs:   urls(),
	}
}

// provider reads albums and tracks.
type provider struct {
	endpoints

	documents providers.Documents
}

// release is what is known of one: its page, and its player, if that was asked.
type release struct {
	about  providers.ID
	page   wireRelease
	player wirePlayer
}

// isPreorder reports whether the page is that of an album which is not out yet.
func (r *release) isPreorder() bool { return r.about.Type == typeAlbum && r.page.Tralbum.IsPreorder }

// Release implements providers.Provider.
func (p *provider) Release(ctx context.Context, id providers.ID, opt providers.Options) (*providers.Answer, error) {
	page, err := extract(p.documents.Get(ctx, p.page.Of(serialize(id)))[0])
	if err != nil {
		return nil, err
	}
	r := release{about: identify(page.Tralbum.URL, id), page: page}
	a := &providers.Answer{ID: r.about}
	if a.Warnings, err = moved(id, r.about); err != nil {
		return nil, err
	}
	if err := p.play(ctx, &r, a, opt.Cover); err != nil {
		return nil, err
	}
	a.Release, a.Warnings = convertRelease(r), append(a.Warnings, remarks(r)...)
	return a, nil
}

// moved warns of a release that has another address now. A page about something else is ErrMismatch.
func moved(asked, got providers.ID) ([]music.Message, error) {
	switch {
	case asked.Type == got.Type && asked.ID == got.ID:
		return nil, nil
	case isRenamed(asked, got):
		return []music.Message{answer.OtherID(info(), asked, got)}, nil
	default:
		return nil, &providers.Error{Op: "page " + serialize(asked), Kind: providers.ErrMismatch, Err: errors.New("it is about " + serialize(got))}
	}
}

// play asks the player of a pre-order for the lengths and pictures of tracks, if they are needed. A player that could not be had is
// a gap; one that is not there, or says something else, contradicts the page.
func (p *provider) play(ctx context.Context, r *release, a *providers.Answer, cover providers.Cover) error {
	if !r.isPreorder() {
		return nil
	}
	if !cover.Has(p.player) {
		a.Covers = cover.Yields().Without(p.player.Yields)
		return nil
	}
	player, err := extractPlayer(p.documents.Get(ctx, p.player.Of(strconv.FormatInt(r.page.Tralbum.ID, 10)))[0])
	switch id := player.AlbumID; {
	case err == nil && id != 0 && id != r.page.Tralbum.ID:
		return &providers.Error{Op: "player of " + serialize(r.about), Kind: providers.ErrMismatch}
	case errors.Is(err, providers.ErrNotFound) || errors.Is(err, providers.ErrMalformed):
		return err
	case err != nil:
		var gaps answer.Gaps
		gaps.Add(err, p.player.Yields)
		a.Gaps = gaps.List()
	default:
		r.player = player
	}
	return nil
}

// launch is when the service began.
func launch() music.PartialDate { return music.PartialDate{Year: 2008, Month: 9} }

var _ providers.Provider = (*provider)(nil)
