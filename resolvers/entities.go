package resolvers

import (
	"context"
	"errors"
	"slices"

	"github.com/99designs/gqlgen/graphql"

	"tutti/graph"
	"tutti/harmonize"
	"tutti/lookup"
	"tutti/music"
	"tutti/providers"
)

// trackInquiry translates which track is meant. An ISRC is asked of everybody who can be asked for one.
func (r *Resolver) trackInquiry(ctx context.Context, by *graph.TrackBy, o *graph.LookupOptions) (lookup.Inquiry, error) {
	q, err := r.inquiry(ctx, o)
	ways := entityBy{music.EntityTrack, by.ID, by.MBID, by.URL, by.Provider}
	isrc, hint := by.ISRC.Value(), by.Hint.Value()
	n := ways.count()
	for _, given := range []bool{isrc != nil, hint != nil} {
		if given {
			n++
		}
	}
	switch {
	case err != nil:
		return q, err
	case n != 1:
		return q, badInput(ctx, "by: exactly one of id, isrc, mbid, url, provider and hint must be given")
	case hint != nil:
		return q, r.hunt(ctx, &q, hint)
	case isrc == nil:
		return q, r.point(ctx, &q, ways)
	}
	return q, r.byISRC(ctx, &q, *isrc)
}

// byISRC asks everybody for a recording code who can be asked for one.
func (r *Resolver) byISRC(ctx context.Context, q *lookup.Inquiry, isrc music.ISRC) error {
	if _, ok := music.NormalizeISRC(isrc); !ok {
		return badInput(ctx, "by.isrc: %q is no ISRC: two letters, three letters or digits, seven digits", isrc)
	}
	for _, name := range r.Lookup.Whom(providers.ByISRC, q.Options) {
		q.Asks = append(q.Asks, lookup.Ask{Provider: name, Question: providers.Question{By: providers.ByISRC, ISRC: isrc}})
	}
	return nil
}

// artistInquiry translates which artist is meant.
func (r *Resolver) artistInquiry(ctx context.Context, by *graph.ArtistBy, o *graph.LookupOptions) (lookup.Inquiry, error) {
	q, err := r.inquiry(ctx, o)
	ways := entityBy{music.EntityArtist, by.ID, by.MBID, by.URL, by.Provider}
	switch {
	case err != nil:
		return q, err
	case ways.count() != 1:
		return q, badInput(ctx, "by: exactly one of id, mbid, url and provider must be given")
	}
	return q, r.point(ctx, &q, ways)
}

// inquiry has the options of a lookup, as far as an inquiry has them.
func (r *Resolver) inquiry(ctx context.Context, o *graph.LookupOptions) (lookup.Inquiry, error) {
	var q lookup.Inquiry
	if o == nil {
		return q, nil
	}
	err := amend(ctx, &q.Options, o)
	if r.MaxDeadline > 0 {
		q.Options.Deadline = min(q.Options.Deadline, r.MaxDeadline)
	}
	return q, err
}

// entityBy is how an entity is referred to.
type entityBy struct {
	of       music.EntityType
	id       graphql.Omittable[*string]
	mbid     graphql.Omittable[*music.MBID]
	url      graphql.Omittable[*string]
	provider graphql.Omittable[*graph.ProviderRef]
}

// count is in how many ways the entity is referred to.
func (by entityBy) count() int {
	n := 0
	for _, given := range []bool{by.id.Value() != nil, by.mbid.Value() != nil, by.url.Value() != nil, by.provider.Value() != nil} {
		if given {
			n++
		}
	}
	return n
}

// point adds the question that a reference stands for.
func (r *Resolver) point(ctx context.Context, q *lookup.Inquiry, by entityBy) error {
	ask, err := lookup.Ask{}, error(nil)
	field := ""
	switch {
	case by.id.Value() != nil:
		return r.pointID(ctx, q, by.of, *by.id.Value())
	case by.mbid.Value() != nil:
		field = "mbid"
		ask, err = r.Lookup.Point(by.of, r.Lookup.ByMBID(*by.mbid.Value()))
	case by.url.Value() != nil:
		field = "url"
		ask, err = r.Lookup.PointAt(by.of, *by.url.Value())
	case by.provider.Value() != nil:
		field = "provider"
		ask, err = r.Lookup.Point(by.of, ref(by.provider.Value()))
	}
	if err != nil {
		return badInput(ctx, "by.%s: %s", field, err)
	}
	q.Asks = append(q.Asks, ask)
	return nil
}

// pointID adds the questions that an id stands for. What it says of preferences counts where nothing else is said.
func (r *Resolver) pointID(ctx context.Context, q *lookup.Inquiry, of music.EntityType, id string) error {
	own, err := r.Lookup.PointID(of, id)
	if err != nil {
		return badInput(ctx, "by.id: %s", err)
	}
	q.Asks = own.Asks
	if p := q.Options.Merge.Preferences; len(p.Default)+len(p.By)+len(p.Media)+len(p.ExternalIDs) == 0 {
		q.Options.Merge.Preferences = own.Options.Merge.Preferences
	}
	return nil
}

// trouble turns what kept an inquiry from finding anything into a GraphQL error, where the client can mend it.
func trouble(ctx context.Context, f *lookup.Findings) error {
	err := f.Err()
	if errors.Is(err, providers.ErrInvalid) && f.Requests().Sent == 0 {
		return coded(ctx, CodeBadInput, err.Error())
	}
	return nil
}

// artistNeed is what a selection of an artist needs to be asked for.
func artistNeed(ctx context.Context, path ...string) music.Properties {
	p := of(music.PropArtists)
	for _, name := range selects(ctx, "Artist", path...) {
		p |= artistNeeds[name]
	}
	return p
}

// artist asks for an artist: for the same at other providers too, where what these tell is selected.
func (r *Resolver) artist(ctx context.Context, q lookup.Inquiry) (*harmonize.Artist, *lookup.Findings) {
	if isEverywhere(ctx) {
		return r.Lookup.FindWhole(ctx, q)
	}
	return r.Lookup.FindArtist(ctx, q)
}

// isEverywhere reports whether more is selected of an artist than one provider knows.
func isEverywhere(ctx context.Context) bool {
	return slices.ContainsFunc(selects(ctx, "Artist"), func(name string) bool { return everywhere[name] })
}

// page is what providers tell of an artist, asked for where it is not known yet: the first that has anything is believed.
func (r *Resolver) page(ctx context.Context, a *harmonize.Artist, need music.Properties) *harmonize.Artist {
	if a.Tells(need) {
		return a
	}
	for _, ask := range r.Lookup.AsksOf(a.Entity(), providers.ByArtist, need) {
		if found, _ := r.Lookup.FindArtist(ctx, lookup.Inquiry{Asks: []lookup.Ask{ask}}); found != nil && found.Tells(need) {
			return found
		}
	}
	return nil
}

// images are the pictures of an artist; nil where nobody can be asked.
func (r *Resolver) images(ctx context.Context, a *harmonize.Artist) []*harmonize.Image {
	if page := r.page(ctx, a, of(music.PropImages)); page != nil {
		return page.Images()
	}
	return nil
}
