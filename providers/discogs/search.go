package discogs

import (
	"cmp"
	"context"
	"net/url"
	"slices"
	"strings"

	"tutti/music"
	"tutti/providers"
	"tutti/providers/internal/answer"
	"tutti/providers/internal/convert"
	"tutti/providers/internal/decode"
)

// Search implements providers.Searcher. Pages are numbered from 1.
func (p *provider) Search(ctx context.Context, q providers.Question, _ providers.Options) (*providers.Answer, error) {
	n, err := answer.Offset(q.Page)
	if err != nil {
		return nil, err
	}
	endpoint, entry := p.searchReleases, releaseHit
	if q.By == providers.BySearchingArtists {
		endpoint, entry = p.searchArtists, artistHit
	}
	ask := endpoint.Of(queryOf(q)).At(q.Page)
	found, err := decode.JSON[wireSearch](p.documents.Get(ctx, ask)[0])
	if err != nil {
		return nil, err
	}
	a := answer.Listed(ask, answer.Entries(found.Results, entry), found.Pagination.Items)
	a.Next = answer.Next(max(1, n)+1, found.Pagination.Pages+1)
	return a, nil
}

// queryOf returns the parameters that name what is searched for, escaped, so that nothing in a text is another parameter.
func queryOf(q providers.Question) string {
	v, folded := url.Values{}, func(text string) string { return strings.ToLower(strings.Join(strings.Fields(text), " ")) }
	switch {
	case q.By == providers.BySearchingArtists:
		v.Set("q", folded(cmp.Or(q.Query.Text, q.Query.Artist, q.Query.Title)))
	case q.Query.Text != "":
		v.Set("q", folded(q.Query.Text))
	default:
		v.Set("release_title", folded(q.Query.Title))
		if q.Query.Artist != "" {
			v.Set("artist", folded(q.Query.Artist))
		}
	}
	return v.Encode()
}

// releaseHit returns a release, whose artists and title are one text.
func releaseHit(h wireHit) providers.Entry {
	formats := h.Formats
	if formats == nil {
		formats = formatsIn(h.Format)
	}
	available, _ := convertCountry(h.Country)
	r := &music.Release{
		Title: h.Title, GTIN: gtinOf(cleaned(h.Barcode), ""), Links: convertLinks(h.ID), ReleaseGroup: convertGroup(h.MasterID),
		Date: convertDate(h.Year), Labels: labelOf(h), Status: convertStatus(formats), Types: convertTypes(formats, h.Style),
		Packaging: convertPackaging(formats), AvailableIn: available, Images: cover(h.Cover, music.ImageFront),
	}
	if artist, title, ok := strings.Cut(h.Title, " - "); ok {
		r.Title, r.Artists = title, convertCredit([]wireArtist{{Name: artist}})
	}
	return providers.Entry{ID: providers.ID{Type: typeRelease, ID: idText(h.ID)}, Release: r}
}

// formatsIn makes a format of the words for all formats, in which names and descriptions cannot be told apart, but for a box.
func formatsIn(words []string) []wireFormat {
	switch {
	case words == nil:
		return nil
	case slices.Contains(words, formatBox):
		return []wireFormat{{Name: formatBox, Descriptions: words}}
	default:
		return []wireFormat{{Descriptions: words}}
	}
}

// labelOf returns the first label, to which the catalogue number belongs: others cannot be told from companies.
func labelOf(h wireHit) []music.ReleaseLabel {
	if len(h.Label) == 0 {
		return nil
	}
	return convertLabels([]wireLabel{{Name: h.Label[0], CatNo: h.CatNo}})
}

// cover returns the picture of a hit; nil: there is none, for which a transparent picture stands.
func cover(address string, types ...music.ImageType) []music.Image {
	u := convert.Resolve("", address)
	if u == "" || strings.HasSuffix(u, "/spacer.gif") {
		return nil
	}
	return []music.Image{{URL: u, Types: types}}
}

// artistHit returns an artist.
func artistHit(h wireHit) providers.Entry {
	id := providers.ID{Type: typeArtist, ID: idText(h.ID)}
	a := &music.Artist{Entity: music.Entity{Name: withoutNumber(h.Title), IDs: convert.IDs(name, typeArtist, id.ID)}, Images: cover(h.Cover)}
	if id.ID != "" {
		a.Links = []music.ExternalLink{{URL: page(id), Types: linkTypes(id)}}
	}
	return providers.Entry{ID: id, Artist: a}
}

var _ providers.Searcher = (*provider)(nil)
