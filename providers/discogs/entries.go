package discogs

import (
	"context"
	"strconv"
	"strings"

	"tutti/music"
	"tutti/providers"
	"tutti/providers/internal/answer"
	"tutti/providers/internal/convert"
	"tutti/providers/internal/decode"
)

// Artist implements providers.ArtistReader.
func (p *provider) Artist(ctx context.Context, id providers.ID, _ providers.Options) (*providers.Answer, error) {
	ask := p.artist.Of(id.ID)
	w, err := decode.JSON[wirePerson](p.documents.Get(ctx, ask)[0])
	if err != nil {
		return nil, err
	}
	a := answer.Listed(ask, []providers.Entry{artistEntry(w)}, 1)
	if isHidden(w.Images) {
		a.Gaps = append(a.Gaps, hiddenImages(ask))
	}
	return a, nil
}

// Discography implements providers.Discographer. Pages are numbered from 1. A master counts as its main release.
func (p *provider) Discography(ctx context.Context, artist providers.ID, page string, _ providers.Options) (*providers.Answer, error) {
	n, err := answer.Offset(page)
	if err != nil {
		return nil, err
	}
	ask := p.works.Of(artist.ID).At(page)
	list, err := decode.JSON[wireWorks](p.documents.Get(ctx, ask)[0])
	if err != nil {
		return nil, err
	}
	a := answer.Listed(ask, worksOf(list.Releases), list.Pagination.Items)
	a.Next = answer.Next(max(1, n)+1, list.Pagination.Pages+1)
	return a, nil
}

// worksOf returns the rows that name a release.
func worksOf(rows []wireWork) []providers.Entry {
	out := []providers.Entry{}
	for _, w := range rows {
		if e := workEntry(w); e.ID.ID != "" {
			out = append(out, e)
		}
	}
	return out
}

// workEntry returns the release of a row; without id: the row names none. The year of a master may be that of another release.
func workEntry(w wireWork) providers.Entry {
	id, r := w.ID, &music.Release{Title: w.Title, Artists: convertCredit([]wireArtist{{Name: w.Artist}})}
	switch {
	case w.Type == typeMaster:
		id, r.ReleaseGroup = w.MainRelease, convertGroup(w.ID)
	case w.Type != "" && w.Type != typeRelease:
		id = 0
	case w.Year > 0:
		year := strconv.Itoa(w.Year)
		r.Date = convertDate(&year)
	}
	if w.Label != "" && !strings.Contains(w.Label, ", ") { // else several names, or one with a comma
		r.Labels = convertLabels([]wireLabel{{Name: w.Label}})
	}
	r.Links = convertLinks(id)
	return providers.Entry{ID: providers.ID{Type: typeRelease, ID: idText(id)}, Release: r}
}

// artistEntry returns an artist with the pages that the service names, its own first.
func artistEntry(w wirePerson) providers.Entry {
	id := providers.ID{Type: typeArtist, ID: idText(w.ID)}
	a := &music.Artist{Entity: music.Entity{Name: withoutNumber(w.Name), IDs: convert.IDs(name, typeArtist, id.ID)}}
	if id.ID != "" {
		a.Links = append(a.Links, music.ExternalLink{URL: page(id), Types: linkTypes(id)})
	}
	for _, u := range w.URLs {
		if link := convert.Resolve("", u); link != "" {
			a.Links = append(a.Links, music.ExternalLink{URL: link})
		}
	}
	a.Images = convertImages(w.Images)
	for i := range a.Images {
		a.Images[i].Types = nil
	}
	if len(a.Images) == 0 {
		a.Images = nil
	}
	return providers.Entry{ID: id, Artist: a}
}

var (
	_ providers.ArtistReader = (*provider)(nil)
	_ providers.Discographer = (*provider)(nil)
)
