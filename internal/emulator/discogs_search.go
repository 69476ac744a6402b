package emulator

import (
	"net/url"
	"slices"
	"strconv"
	"strings"
)

// discogsSearch finds releases, masters and artists by words, and releases by barcode and catalogue number.
func (e *Emulator) discogsSearch(q url.Values, k knowing) answer {
	kind := q.Get("type")
	var hits []dcHit
	if kind == "" || kind == "release" || kind == "master" {
		hits = e.discogsReleases(q, k)
	}
	if kind != "" && kind != "release" && kind != "master" && kind != "artist" {
		return unknown(Discogs, "a search for entries of type "+kind).answer(nil)
	}
	if name := anywhere(first(q.Get("q"), q.Get("title"))); !name.isEmpty() && (kind == "" || kind == "artist") {
		for _, p := range e.index.artistsLike(Discogs, name) {
			hits = append(hits, p.discogsHit(k))
		}
	}
	page := pageOf(hits, q, discogsAPI+"database/search")
	return page.reply(struct {
		Pagination dcPagination `json:"pagination"`
		Results    []dcHit      `json:"results"`
	}{page.pagination, page.items})
}

// discogsReleases are releases and masters, as far as they are wanted.
func (e *Emulator) discogsReleases(q url.Values, k knowing) []dcHit {
	var out []dcHit
	seen := map[int]bool{}
	for _, x := range e.discogsFound(q) {
		v := dcView{x, k}
		if q.Get("type") != "master" {
			out = append(out, v.hit())
		}
		if m := v.masterHit(); m.ID > 0 && !seen[m.ID] && q.Get("type") != "release" {
			seen[m.ID], out = true, append(out, m)
		}
	}
	return out
}

// discogsFound are the releases that fit all that is said.
func (e *Emulator) discogsFound(q url.Values) []*edition {
	w := anywhere(q.Get("q"))
	for name, f := range map[string]field{
		"artist": fieldArtist, "release_title": fieldTitle, "title": fieldTitle, "label": fieldLabel, "year": fieldYear,
	} {
		if q.Get(name) != "" {
			w = w.and(f, q.Get(name))
		}
	}
	code, number := digits(q.Get("barcode")), q.Get("catno")
	if w.isEmpty() && code == "" && number == "" {
		return nil
	}
	return slices.DeleteFunc(e.index.releasesLike(Discogs, w), func(x *edition) bool {
		return (code != "" && !dcView{x, false}.isCoded(code)) || (number != "" && !strings.EqualFold(number, x.print.Catalogue))
	})
}

// isCoded compares barcodes by their digits.
func (v dcView) isCoded(code string) bool {
	return slices.ContainsFunc(v.printedCodes(), func(printed string) bool { return digits(printed) == code })
}

// digits are what is left of a code without blanks and hyphens.
func digits(code string) string { return strings.NewReplacer(" ", "", "-", "").Replace(code) }

// hit is a release as a search tells of it.
func (v dcView) hit() dcHit {
	r, p := v.release(), v.pressed()
	out := dcHit{
		Country: r.Country, Year: year(v.date), Format: formatWords(r.Formats), Label: []string{}, Type: "release", Genre: r.Genres, Style: r.Styles,
		ID: r.ID, Barcode: v.printedCodes(), MasterID: r.MasterID, URI: strings.TrimPrefix(r.URI, "https://www.discogs.com"),
		Title: r.ArtistsSort + " - " + r.Title, Thumb: r.Thumb, Resource: r.Resource, Community: &dcFollowers{1, 1},
	}
	if p.Master > 0 {
		out.MasterURL = &r.MasterURL
	}
	for _, l := range r.Labels {
		out.Label, out.Number = append(out.Label, l.Name), first(out.Number, l.Number)
	}
	if len(r.Images) > 0 {
		out.Cover = r.Images[0].URI
	}
	return out
}

// masterHit is the master of a release as a search tells of it; without an id: there is none.
func (v dcView) masterHit() dcHit {
	out := v.hit()
	out.ID = out.MasterID
	if out.MasterURL != nil {
		out.Type, out.Resource = "master", *out.MasterURL
		out.URI = "/master/" + strconv.Itoa(out.ID) + "-" + slug(out.Title)
	}
	return out
}

func (p *person) discogsHit(k knowing) dcHit {
	a := p.discogs(k)
	return dcHit{
		Type: "artist", ID: a.ID, URI: strings.TrimPrefix(a.URI, "https://www.discogs.com"), Title: a.Name, Thumb: a.Images[0].Small,
		Cover: a.Images[0].URI, Resource: a.Resource,
	}
}
