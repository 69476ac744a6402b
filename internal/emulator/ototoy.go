package emulator

import (
	"fmt"
	"net/http"
	"strings"
)

const (
	ototoyHost = "ototoy.jp"
	ototoySite = "https://ototoy.jp"
)

// ototoy finds the question that a path stands for.
func (e *Emulator) ototoy(parts []string) question {
	if len(parts) != 4 || strings.Join(parts[:3], "/") != "_/default/p" {
		return unknown(Ototoy, ototoyHost+"/"+strings.Join(parts, "/"))
	}
	answer := func(r *http.Request) answer {
		x := e.index.byID(Ototoy, parts[3])
		if x == nil {
			return notFound()
		}
		return page(http.StatusOK, ototoyPackagePage, x.ototoyPackage(strings.HasPrefix(strings.ToLower(r.Header.Get("Accept-Language")), "ja")))
	}
	return question{service: Ototoy, pattern: ototoyHost + "/_/default/p/{id}", answer: e.paced(Ototoy, tooMany(), answer)}
}

// otPackage is what a page is filled with.
type otPackage struct {
	Title, Image     string
	Artists          []otArtist
	Dates            []otDate
	Label, LabelPath string
	Catalogue        string
	Runtime          string
	Rows             []otRow
	Words            otWords
}

type otArtist struct{ Name, Path string }

type otDate struct{ Label, Date string }

// otRow begins a disc, or is a song.
type otRow struct {
	Disc, Number  int
	ID            string
	Title, Length string
	Artists       []otArtist
}

// otWords are the labels of a page in one language.
type otWords struct{ Release, Original, Label, Catalogue string }

// ototoyPackage is a release: with two dates where the catalogue prints one of its own, and rows for discs where there are several.
func (e *edition) ototoyPackage(isJapanese bool) otPackage { //nolint:revive // the language of the page
	words := otWords{"Release date", "Original release date", "Label", "Catalog number"}
	if isJapanese {
		words = otWords{"配信日", "リリース日", "レーベル", "カタログ番号"}
	}
	out := otPackage{
		Title: e.title, Artists: ototoyArtists(e.artists), Catalogue: e.print.Catalogue, Words: words,
		Image: fmt.Sprintf("https://imgs.ototoy.jp/imgs/jacket/%04d/00000003.%d.5336_320.jpg", e.number%10_000, 9_200_000_000+e.number),
	}
	length := 0
	for _, t := range e.tracks {
		length += t.MS
	}
	out.Runtime = fmt.Sprintf("%d:%02d", length/60_000, length/1000%60)
	if e.print.Group.FirstDate != "" {
		out.Dates = append(out.Dates, otDate{words.Release, e.date}, otDate{words.Original, e.print.Group.FirstDate})
	} else if e.date != "" {
		out.Dates = append(out.Dates, otDate{words.Original, e.date})
	}
	if e.label != "" {
		out.Label, out.LabelPath = e.label, fmt.Sprintf("/labels/%d", 92_200_000+hash(e.label)%100_000)
	}
	discs := e.discs()
	for i, tracks := range discs {
		if len(discs) > 1 {
			out.Rows = append(out.Rows, otRow{Disc: i + 1})
		}
		for _, t := range tracks {
			out.Rows = append(out.Rows, e.ototoyRow(t))
		}
	}
	return out
}

func (e *edition) ototoyRow(t track) otRow {
	row := otRow{Number: t.position, ID: t.id, Title: t.Title, Length: fmt.Sprintf("%02d:%02d", t.MS/60_000, t.MS/1000%60)}
	if !sameCredits(t.Artists, e.artists) {
		row.Artists = ototoyArtists(t.Artists)
	}
	return row
}

func ototoyArtists(credits []Credit) []otArtist {
	out := make([]otArtist, len(credits))
	for i, c := range credits {
		out[i] = otArtist{localName(Ototoy, c.Name), strings.TrimPrefix(artistURL(Ototoy, c.Name), ototoySite)}
	}
	return out
}
