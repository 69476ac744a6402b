package tidal

import (
	"context"
	"errors"
	"maps"
	"strings"

	"tutti/music"
	"tutti/providers"
	"tutti/providers/internal/answer"
	"tutti/providers/internal/convert"
	"tutti/providers/internal/decode"
)

// Track implements providers.TrackReader.
func (p *provider) Track(ctx context.Context, id providers.ID, opt providers.Options) (*providers.Answer, error) {
	return several(p.anywhere(ctx, p.track.Of(id.ID), opt))
}

// FindISRC implements providers.ISRCFinder. Of many tracks with one code, the first page is taken.
func (p *provider) FindISRC(ctx context.Context, isrc music.ISRC, opt providers.Options) (*providers.Answer, error) {
	return several(p.anywhere(ctx, p.isrc.Of(string(isrc)), opt))
}

// Artist implements providers.ArtistReader.
func (p *provider) Artist(ctx context.Context, id providers.ID, opt providers.Options) (*providers.Answer, error) {
	return several(p.anywhere(ctx, p.artist.Of(id.ID), opt))
}

// Discography implements providers.Discographer. A cursor is one of the country that knows the artist.
func (p *provider) Discography(ctx context.Context, artist providers.ID, page string, opt providers.Options) (*providers.Answer, error) {
	doc := p.anywhere(ctx, p.albums.Of(artist.ID).At(page), opt)
	w, err := decode.JSON[wirePage](doc)
	if err != nil {
		return nil, err
	}
	return albumsOf(doc, w)
}

// albumsOf is the answer about a page of references, all of which have to be included.
func albumsOf(doc providers.Document, w wirePage) (*providers.Answer, error) {
	included := resources{}
	included.add(w.Included)
	noteCopyrights(doc, w.Included, "included")
	list := make([]wireResource, 0, len(w.Data))
	for _, ref := range w.Data {
		if included.of(ref).ID == "" {
			return nil, &providers.Error{Op: doc.Name + " " + doc.ID, Kind: providers.ErrMalformed, Err: errors.New("an album is not included")}
		}
		list = append(list, included.of(ref))
	}
	next, err := nextPage(w.Links)
	if err != nil {
		return nil, err
	}
	a := listed(doc.Ask, list, included)
	if next != nil && *next != doc.Page {
		a.Next = *next
	}
	return a, nil
}

// anywhere asks in one region after the other, while the answer is a no.
func (p *provider) anywhere(ctx context.Context, ask providers.Ask, opt providers.Options) providers.Document {
	return providers.First(ctx, p.documents, answer.InRegions(ask, opt.Regions, elsewhere)...)
}

// several reads a document about tracks or artists.
func several(doc providers.Document) (*providers.Answer, error) {
	w, err := decode.JSON[wireDocument](doc)
	if err != nil {
		return nil, err
	}
	included := resources{}
	included.add(w.Included)
	noteCopyrights(doc, w.Data, "data")
	noteCopyrights(doc, w.Included, "included")
	return listed(doc.Ask, w.Data, included), nil
}

// noteCopyrights notes where an album's statement is not the object that it should be.
func noteCopyrights(doc providers.Document, list []wireResource, place string) {
	for _, r := range list {
		if _, isObject := copyrightText(r.Attributes.Copyright); !isObject && r.Type == "albums" {
			doc.Drift(place+"[].attributes.copyright", decode.Retyped)
		}
	}
}

// listed is the answer about several resources. What they name and the service does not tell more of is noted.
func listed(ask providers.Ask, list []wireResource, included resources) *providers.Answer {
	l := trackList{included: included}
	l.Release = ask.ID
	var artists []wireRef
	entries := answer.Entries(list, func(r wireResource) providers.Entry {
		unnamed := included.unnamed(r.Relationships.Artists.Data)
		artists = append(artists, unnamed...)
		if r.Type == "tracks" {
			l.lack(unnamed, music.PropTrackArtists)
			return trackEntry(r, included)
		}
		art := artOf(r)
		if _, isThere := included.artwork(art); !isThere && r.Attributes.ImageLinks == nil {
			l.lack(art.Data, music.PropImages)
		}
		l.lack(unnamed, music.PropArtists)
		if r.Type == "artists" {
			return artistEntry(r, included)
		}
		return albumEntry(r, included)
	})
	a := answer.Listed(ask, entries, 0)
	a.Region, a.Gaps = ask.Region, l.Gaps.List()
	if len(artists) > 0 {
		a.Warnings = []music.Message{unknownArtists(artists)}
	}
	return a
}

// albumEntry is an album without its items.
func albumEntry(r wireResource, included resources) providers.Entry {
	return providers.Entry{ID: idOf(r), Release: convertRelease(r, embedded(found{release: r, included: included}))}
}

// trackEntry is a track with the first of the albums that it is on and that are told.
func trackEntry(r wireResource, included resources) providers.Entry {
	all := maps.Clone(included)
	all.add([]wireResource{r})
	track := convertTrack(wireRef{ID: r.ID, Type: r.Type}, all)
	e := providers.Entry{ID: idOf(r), Track: &track}
	for _, ref := range r.Relationships.Albums.Data {
		if album := included.of(ref); album.ID != "" && album.Type == "albums" {
			on := albumEntry(album, included)
			e.On = &on
			break
		}
	}
	return e
}

// artistEntry is an artist. Its page is the first of its links; those that stay within the service are left out.
func artistEntry(r wireResource, included resources) providers.Entry {
	id := idOf(r)
	a := &music.Artist{
		Entity: music.Entity{Name: r.Attributes.Name, IDs: convert.IDs(name, typeArtist, r.ID)},
		Links:  []music.ExternalLink{{URL: page(id), Types: linkTypes()}},
	}
	for _, link := range r.Attributes.ExternalLinks {
		if strings.HasPrefix(link.Href, "https://") && !strings.HasPrefix(link.Meta.Type, "TIDAL_") {
			a.Links = append(a.Links, music.ExternalLink{URL: link.Href})
		}
	}
	art := r.Relationships.ProfileArt
	if picture, _ := included.artwork(art); art.Data != nil {
		a.Images = convertFiles(picture.Attributes.Files)
	}
	return providers.Entry{ID: id, Artist: a}
}

var (
	_ providers.TrackReader  = (*provider)(nil)
	_ providers.ISRCFinder   = (*provider)(nil)
	_ providers.ArtistReader = (*provider)(nil)
	_ providers.Discographer = (*provider)(nil)
)
