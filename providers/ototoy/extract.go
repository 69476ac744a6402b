package ototoy

import (
	"bytes"
	"cmp"
	"strconv"
	"strings"

	"github.com/PuerkitoBio/goquery"

	"tutti/music"
	"tutti/providers"
	"tutti/providers/internal/convert"
	"tutti/providers/internal/embedded"
)

// extractRelease returns what the page of a package says.
func extractRelease(doc providers.Document) (wireRelease, error) {
	p, err := embedded.Parse(doc)
	if err != nil {
		return wireRelease{}, err
	}
	if !bytes.Contains(bytes.ToLower(doc.Body), []byte("</html>")) {
		return wireRelease{}, p.Missing("end") // a parser closes what was cut off
	}
	w := wireRelease{URL: extractURL(p)}
	cover, _ := p.Find("div.album-artwork img.photo").First().Attr("src")
	if w.ThumbURL = convert.Resolve(site, cover); w.ThumbURL == "" {
		return wireRelease{}, p.Missing("cover")
	}
	if w.AlbumMeta, err = extractAlbum(p); err != nil {
		return wireRelease{}, err
	}
	if w.TrackList, err = extractTracks(p); err != nil {
		return wireRelease{}, err
	}
	watch(p, w.TrackList)
	return w, nil
}

// watch counts what a page may leave out, where that would be news.
func watch(p embedded.Page, tracks []wireTrack) {
	if tracks == nil {
		p.Lacks("trackList")
	}
	for _, t := range tracks {
		if t.TrackNumber == 0 {
			p.Lacks("trackList[].trackNumber")
		}
		if t.Duration == 0 {
			p.Lacks("trackList[].duration")
		}
	}
}

// extractURL returns the canonical address of a page; empty: it does not say.
func extractURL(p embedded.Page) string {
	own, ok := p.Find(`link[rel="canonical"]`).First().Attr("href")
	if !ok {
		own, _ = p.MetaText("og:url")
	}
	return convert.Resolve(site, own)
}

func extractAlbum(p embedded.Page) (wireAlbum, error) {
	a := wireAlbum{Title: embedded.Text(p.Find("div.album-meta-data h1.album-title").First())}
	if a.Title == "" {
		return wireAlbum{}, p.Missing("title")
	}
	for _, s := range p.Find("p.album-artist > span.album-artist").EachIter() {
		artist := wireEntity{Name: embedded.Text(s), URL: target(s.Find("a").First())}
		if artist.URL == "" {
			return wireAlbum{}, p.Missing("link of an artist")
		}
		a.Artists = append(a.Artists, artist)
	}
	if len(a.Artists) == 0 {
		return wireAlbum{}, p.Missing("artists")
	}
	details := p.Find("div.detail")
	if details.Length() == 0 {
		return wireAlbum{}, p.Missing("details")
	}
	extractDates(&a, details)
	var err error
	a.Label, err = extractLabel(p)
	return a, err
}

// target returns the absolute address of a link; empty: it has none.
func target(link *goquery.Selection) string {
	href, _ := link.Attr("href")
	return convert.Resolve(site, href)
}

// extractDates reads the first date of each kind. What is not called original in either language is that of this shop.
func extractDates(a *wireAlbum, details *goquery.Selection) {
	for _, s := range details.Find("p.release-day").EachIter() {
		label, date := labelled(s)
		of := &a.ReleaseDate
		if strings.Contains(strings.ToLower(label), "original") || strings.Contains(label, "オリジナル") {
			of = &a.OriginalReleaseDate
		}
		if *of == nil {
			*of = &date
		}
	}
}

// labelled returns a text without its label, which ends with a colon, narrow or wide.
func labelled(s *goquery.Selection) (label, text string) {
	whole := strings.Replace(embedded.Text(s), "：", ":", 1)
	if label, text, ok := strings.Cut(whole, ":"); ok {
		return label, strings.TrimSpace(text)
	}
	return "", whole
}

// extractLabel returns the label, if there is one, with its catalogue number.
func extractLabel(p embedded.Page) (*wireLabel, error) {
	link := p.Find("p.label-name a").First()
	if link.Length() == 0 {
		return nil, nil //nolint:nilnil // a package without a label is as good as any
	}
	l := wireLabel{Name: embedded.Text(link), URL: target(link)}
	if l.URL == "" {
		return nil, p.Missing("link of the label")
	}
	_, l.CatalogNumber = labelled(p.Find("p.catalog-id").First())
	return &l, nil
}

// extractTracks returns the rows that are tracks; nil: there is no list.
func extractTracks(p embedded.Page) ([]wireTrack, error) {
	table := p.Find("table#tracklist").First()
	if table.Length() == 0 {
		return nil, nil
	}
	tracks := []wireTrack{}
	disc := 0
	for _, row := range table.Find("tbody tr").EachIter() {
		cells := row.ChildrenFiltered("td")
		switch {
		case row.HasClass("disc-row"):
			disc = cmp.Or(number(row), disc)
		case cells.Filter(".num").Length() > 0 && cells.Length() > durationCell:
			t := extractTrack(cells)
			if t.Title == "" {
				return nil, p.Missing("title of a track")
			}
			t.DiscNumber = disc
			tracks = append(tracks, t)
		}
	}
	return tracks, nil
}

// durationCell is the index of the cell with the length of a track.
const durationCell = 3

func extractTrack(cells *goquery.Selection) wireTrack {
	items := cells.Filter(".item")
	length, _ := music.ParseColonDuration(embedded.Text(cells.Eq(durationCell)))
	t := wireTrack{
		Title:       embedded.Text(items.Find(`span[id^="title-"]`).First()),
		TrackNumber: number(cells.Filter(".num").First()),
		Duration:    int(length / music.Seconds(1)),
	}
	for _, link := range items.Find("a.artist").EachIter() {
		if artist := (wireEntity{Name: embedded.Text(link), URL: target(link)}); artist.URL != "" {
			t.Artists = append(t.Artists, artist)
		}
	}
	return t
}

// number returns the first whole number in a text; 0: there is none.
func number(s *goquery.Selection) int {
	text := s.Text()
	begin := strings.IndexFunc(text, isDigit)
	if begin < 0 {
		return 0
	}
	text = text[begin:]
	if end := strings.IndexFunc(text, func(r rune) bool { return !isDigit(r) }); end > 0 {
		text = text[:end]
	}
	n, err := strconv.Atoi(text)
	if err != nil {
		return 0
	}
	return n
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }
