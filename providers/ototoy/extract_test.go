package ototoy

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tutti/providers"
)

// parts are what the page of a package is put together of.
type parts struct{ head, cover, title, artists, details, beside, tracks, end string }

// usual are the parts of a page that has as little as possible.
func usual() parts {
	return parts{
		cover:   `<img src="https://imgs.example/1.2_320.jpg" class="photo">`,
		title:   `<h1 class="album-title">A</h1>`,
		artists: `<p class="album-artist"><span class="album-artist"><a href="/_/default/a/7">B</a></span></p>`,
		details: `<div class="detail"></div>`,
		tracks:  `<table id="tracklist"><tbody>` + row("1", `<span id="title-1">T</span>`, "03:20") + `</tbody></table>`,
		end:     `</body></html>`,
	}
}

func (p parts) page() string {
	return `<!DOCTYPE html><html><head>` + p.head + `</head><body><div class="album-artwork"><figure>` + p.cover + `</figure></div>` +
		`<div class="album-meta-data need-login">` + p.title + p.artists + p.details + `</div>` + p.beside + p.tracks + p.end
}

// row is a track as pages have it.
func row(number, item, length string) string {
	return `<tr><td class="num center"> ` + number + ` </td><td class="play-btn"></td><td class="item"> ` + item + ` </td><td class="item">` +
		length + `</td><td class="item">N/A</td></tr>`
}

// list is a track list of these rows.
func list(rows ...string) string {
	return `<table class="tracklist" id="tracklist"><tr><th></th><th>Title</th></tr>` + strings.Join(rows, "") + `</table>`
}

// TestExtract holds what is found in a page with the usual parts and one that is not.
func TestExtract(t *testing.T) {
	t.Parallel()
	const title = `<span id="title-1">T</span>`
	details := func(inside string) func(*parts) {
		return func(p *parts) { p.details = `<div class="detail">` + inside + `</div>` }
	}
	tracks := func(rows ...string) func(*parts) { return func(p *parts) { p.tracks = list(rows...) } }
	for name, c := range map[string]struct {
		change func(*parts)
		got    func(wireRelease) any
		want   any
	}{
		"cover": {func(*parts) {}, cover, "https://imgs.example/1.2_320.jpg"},
		"cover on the page's own host": {
			func(p *parts) { p.cover = `<img class="big photo" src="/imgs/1.jpg">` }, cover, "https://ototoy.jp/imgs/1.jpg",
		},
		"first of several covers": {
			func(p *parts) { p.cover = `<img src="https://imgs.example/logo.png">` + p.cover + p.cover }, cover, "https://imgs.example/1.2_320.jpg",
		},
		"title with an entity and white space": {
			func(p *parts) { p.title = "<h1 class=\"album-title\">\n A &amp;\t<b>B</b> </h1>" }, albumTitle, "A & B",
		},
		"title with a wide blank": {func(p *parts) { p.title = `<h1 class="album-title">序曲　帰り道</h1>` }, albumTitle, "序曲　帰り道"},
		"one artist":              {func(*parts) {}, artists, "B https://ototoy.jp/_/default/a/7"},
		"several artists, with marks and remarks": {
			func(p *parts) {
				p.artists = `<p class="album-artist"><span class="album-artist"><a href="/_/default/a/7"><i class="fa"></i> B </a><!-- x --></span>,
					<span class="album-artist"> <a href="https://ototoy.jp/_/default/a/8">C</a><a href="/_/default/a/9"></a></span></p>`
			},
			artists, "B https://ototoy.jp/_/default/a/7; C https://ototoy.jp/_/default/a/8",
		},
		"artists of another album": {
			func(p *parts) {
				p.beside = `<div class="album-artist"><span class="album-artist"><a href="/_/default/a/8">C</a></span></div>`
			}, artists, "B https://ototoy.jp/_/default/a/7",
		},
		"no dates": {details(``), dates, "- -"},
		"both dates": {
			details(`<p class="release-day">Release date: 2024-04-09</p><p class="release-day">Original release date: 2024-04-10</p>`), dates, "2024-04-09 2024-04-10",
		},
		"original date alone": {details(`<p class="release-day">Original release date: 2024-04-10</p>`), dates, "- 2024-04-10"},
		"original date first": {
			details(`<p class="release-day">Original release date: 2024-04-10</p><p class="release-day">Release date: 2024-04-09</p>`), dates, "2024-04-09 2024-04-10",
		},
		"Japanese date":           {details(`<p class="release-day">リリース日: 2025-05-05</p>`), dates, "2025-05-05 -"},
		"Japanese original date":  {details(`<p class="release-day">オリジナルリリース日：2025年5月5日</p>`), dates, "- 2025年5月5日"},
		"date without a label":    {details(`<p class="release-day">2025-05-05</p>`), dates, "2025-05-05 -"},
		"first of several dates":  {details(`<p class="release-day">Release date: 2025-05-05</p><p class="release-day">Release date: 2025-05-06</p>`), dates, "2025-05-05 -"},
		"date outside of details": {func(p *parts) { p.beside = `<p class="release-day">Release date: 2025-05-05</p>` }, dates, "- -"},
		"label":                   {details(`<p class="label-name">Label: <a href="/labels/77">L</a></p>`), label, "L https://ototoy.jp/labels/77 "},
		"label with a number":     {details(`<p class="label-name">Label: <a href="/labels/77">L</a></p><p class="catalog-id">Catalog number: X-1:2</p>`), label, "L https://ototoy.jp/labels/77 X-1:2"},
		"label with a Japanese number": {
			details(`<p class="label-name"><a href="/labels/77">L</a></p><p class="catalog-id">カタログ番号：X-1</p>`), label, "L https://ototoy.jp/labels/77 X-1",
		},
		"number without a label":       {details(`<p class="catalog-id">Catalog number: X-1</p>`), label, "-"},
		"label without a link":         {details(`<p class="label-name">Label: L</p>`), label, "-"},
		"track":                        {func(*parts) {}, trackList, "0.1 T 200"},
		"discs":                        {tracks(disc("DISC 1"), row("1", title, "00:01"), disc("DISC 2"), row("1", title, "00:02")), trackList, "1.1 T 1; 2.1 T 2"},
		"disc without a number":        {tracks(disc("DISC 2"), row("1", title, "00:01"), disc("Bonus"), row("2", title, "00:02")), trackList, "2.1 T 1; 2.2 T 2"},
		"disc in words":                {tracks(disc("Side 12 of 13"), row("1", title, "00:01")), trackList, "12.1 T 1"},
		"disc beyond all numbers":      {tracks(disc("DISC 99999999999999999999"), row("1", title, "00:01")), trackList, "0.1 T 1"},
		"hours":                        {tracks(row("1", title, "1:00:01")), trackList, "0.1 T 3601"},
		"more than an hour of minutes": {tracks(row("1", title, " 61:16 ")), trackList, "0.1 T 3676"},
		"length that is none":          {tracks(row("1", title, "--:--")), trackList, "0.1 T 0"},
		"number that is none":          {tracks(row("A", title, "00:01")), trackList, "0.0 T 1"},
		"row without a number":         {tracks(`<tr><td></td><td></td><td class="item">`+title+`</td><td>00:01</td></tr>`, row("2", title, "00:02")), trackList, "0.2 T 2"},
		"row with three cells":         {tracks(`<tr><td class="num">1</td><td class="item">` + title + `</td><td>00:01</td></tr>`), trackList, ""},
		"rows without a body": {func(p *parts) {
			p.tracks = `<table id="tracklist"><thead>` + row("1", title, "00:01") + `</thead></table>`
		}, trackList, ""},
		"artists of a track": {
			tracks(row("1", title+`<span> -- <a class="artist" href="/_/default/a/7">B</a><a class="artist" href="/_/default/a/8">C</a></span>`, "00:01")), trackList,
			"0.1 T 1 B https://ototoy.jp/_/default/a/7; C https://ototoy.jp/_/default/a/8",
		},
		"artist of a track without a target": {tracks(row("1", title+`<a class="artist">B</a><a href="/_/default/a/8">C</a>`, "00:01")), trackList, "0.1 T 1"},
		"list without tracks":                {tracks(), func(w wireRelease) any { return w.TrackList != nil && len(w.TrackList) == 0 }, true},
		"no list":                            {func(p *parts) { p.tracks = `<table id="other">` + row("1", title, "00:01") + `</table>` }, func(w wireRelease) any { return w.TrackList == nil }, true},
		"own address":                        {func(p *parts) { p.head = `<link rel="canonical" href="/_/default/p/5">` }, own, "https://ototoy.jp/_/default/p/5"},
		"own address, for those who share it": {
			func(p *parts) { p.head = `<meta property="og:url" content="https://ototoy.jp/_/default/p/5">` }, own, "https://ototoy.jp/_/default/p/5",
		},
		"own address is not told":  {func(*parts) {}, own, ""},
		"own address that is none": {func(p *parts) { p.head = `<link rel="canonical" href="javascript:x">` }, own, ""},
		"end in capitals":          {func(p *parts) { p.end = `</BODY></HTML>` }, albumTitle, "A"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := usual()
			c.change(&p)
			w, err := extractRelease(providers.Document{Body: []byte(p.page())})
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(c.want, c.got(w)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func disc(text string) string { return `<tr class="disc-row"><td colspan="5">` + text + `</td></tr>` }

// What is compared.

func cover(w wireRelease) any { return w.ThumbURL }

func albumTitle(w wireRelease) any { return w.AlbumMeta.Title }

func own(w wireRelease) any { return w.URL }

func artists(w wireRelease) any { return entities(w.AlbumMeta.Artists) }

func entities(list []wireEntity) string {
	out := make([]string, len(list))
	for i, e := range list {
		out[i] = e.Name + " " + e.URL
	}
	return strings.Join(out, "; ")
}

func dates(w wireRelease) any {
	return orDash(w.AlbumMeta.ReleaseDate) + " " + orDash(w.AlbumMeta.OriginalReleaseDate)
}

func orDash(s *string) string {
	if s == nil {
		return "-"
	}
	return *s
}

func label(w wireRelease) any {
	if w.AlbumMeta.Label == nil {
		return "-"
	}
	l := *w.AlbumMeta.Label
	return l.Name + " " + l.URL + " " + l.CatalogNumber
}

func trackList(w wireRelease) any {
	out := make([]string, len(w.TrackList))
	for i, t := range w.TrackList {
		out[i] = strings.TrimSpace(fmt.Sprintf("%d.%d %s %d %s", t.DiscNumber, t.TrackNumber, t.Title, t.Duration, entities(t.Artists)))
	}
	return strings.Join(out, "; ")
}

// TestNoPackage holds what makes a page none of a package: it is malformed, and what is missing is named.
func TestNoPackage(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		change  func(*parts)
		missing string
	}{
		"no cover":               {func(p *parts) { p.cover = "" }, "cover"},
		"cover without a source": {func(p *parts) { p.cover = `<img class="photo">` }, "cover"},
		"cover of another kind":  {func(p *parts) { p.cover = `<img src="/1.jpg">` }, "cover"},
		"no title":               {func(p *parts) { p.title = "" }, "title"},
		"empty title":            {func(p *parts) { p.title = `<h1 class="album-title"> &nbsp; </h1>` }, "title"},
		"no artists":             {func(p *parts) { p.artists = `<p class="album-artist">B</p>` }, "artists"},
		"artist without a link":  {func(p *parts) { p.artists += `<p class="album-artist"><span class="album-artist">C</span></p>` }, "link of an artist"},
		"artist without a target": {
			func(p *parts) { p.artists = `<p class="album-artist"><span class="album-artist"><a>B</a></span></p>` }, "link of an artist",
		},
		"no details": {func(p *parts) { p.details = "" }, "details"},
		"label without a target": {
			func(p *parts) { p.details = `<div class="detail"><p class="label-name">Label: <a>L</a></p></div>` }, "link of the label",
		},
		"track without a title": {func(p *parts) { p.tracks = list(row("1", "", "00:01")) }, "title of a track"},
		"track whose title is not marked": {
			func(p *parts) { p.tracks = list(row("1", "<span>T</span>", "00:01")) }, "title of a track",
		},
		"page that was cut off": {func(p *parts) { p.end = "" }, "end"},
		"page about something else": {
			func(p *parts) { *p = parts{title: "<h1>News</h1>", end: "</html>"} }, "cover",
		},
		"nothing": {func(p *parts) { *p = parts{} }, "end"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := usual()
			c.change(&p)
			_, err := extractRelease(providers.Document{Body: []byte(p.page())})
			if !errors.Is(err, providers.ErrMalformed) || !strings.HasSuffix(err.Error(), "no "+c.missing) {
				t.Errorf("got %v, want a malformed page that has no %s", err, c.missing)
			}
		})
	}
}

// FuzzExtract holds that no page makes the extractor panic, and that what it finds is whole.
func FuzzExtract(f *testing.F) {
	f.Add([]byte(usual().page()))
	f.Add([]byte(`<div class="album-artwork"><img class=photo src=//x></div><table id=tracklist><tr class=disc-row><td>9</html>`))
	f.Fuzz(func(t *testing.T, body []byte) {
		w, err := extractRelease(providers.Document{Body: body})
		if err != nil {
			if !errors.Is(err, providers.ErrMalformed) {
				t.Errorf("got %v", err)
			}
			return
		}
		if w.ThumbURL == "" || w.AlbumMeta.Title == "" || len(w.AlbumMeta.Artists) == 0 {
			t.Errorf("got %+v", w)
		}
		for _, track := range w.TrackList {
			if track.Title == "" || track.DiscNumber < 0 || track.TrackNumber < 0 || track.Duration < 0 {
				t.Errorf("got the track %+v", track)
			}
		}
	})
}

// TestPagesThatLackAField holds what is counted although the page is good.
func TestPagesThatLackAField(t *testing.T) {
	t.Parallel()
	const title = `<span id="title-1">T</span>`
	for name, c := range map[string]struct{ tracks, want string }{
		"nothing":   {list(row("1", title, "03:20")), ""},
		"a number":  {list(row("1", title, "03:20"), row("", title, "03:20")), "trackList[].trackNumber missing "},
		"a length":  {list(row("1", title, "")), "trackList[].duration missing "},
		"the table": {"", "trackList missing "},
	} {
		p, got := usual(), ""
		p.tracks = c.tracks
		_, err := extractRelease(providers.Document{Body: []byte(p.page()), Drift: func(path, note string) { got += path + " " + note + " " }})
		if err != nil || got != c.want {
			t.Errorf("%s: got %q, %v, want %q", name, got, err, c.want)
		}
	}
}
