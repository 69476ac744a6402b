package bandcamp

import (
	"fmt"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"tutti/music"
)

// Codes of the messages that are this service's own. They are stable.
const (
	codePreorder    = "pre-order"
	codeTrackArt    = "track-artwork"
	codeHidden      = "hidden-tracks"
	codePackages    = "physical-packages"
	codePackageGTIN = "gtin-of-package"
	codePart        = "part-of-release"
)

// remarks returns what has to be said about a release.
func remarks(r release) []music.Message {
	return slices.Concat(preorderRemarks(r), hiddenRemarks(r.page), partRemarks(r), packageRemarks(&r.page.Tralbum))
}

func preorderRemarks(r release) []music.Message {
	if !r.isPreorder() {
		return nil
	}
	out := []music.Message{{
		Severity: music.Warning, Code: codePreorder, Text: "Bandcamp takes pre-orders of this album: titles, lengths and its date may still change.",
	}}
	var numbers []int
	for _, t := range illustrated(r.player) {
		numbers = append(numbers, t.TrackNum+1)
	}
	if len(numbers) == 0 {
		return out
	}
	slices.Sort(numbers)
	ranges := music.TrackRanges(numbers)
	return append(out, music.Message{
		Severity: music.Info, Code: codeTrackArt, Facts: []music.Fact{{Name: "tracks", Values: ranges}},
		Text: "Bandcamp has pictures of these tracks: " + strings.Join(ranges, ", ") + ".",
	})
}

func hiddenRemarks(page wireRelease) []music.Message {
	n := hiddenTracks(page)
	if n == 0 {
		return nil
	}
	return []music.Message{{
		Severity: music.Warning, Code: codeHidden, Facts: counted(n),
		Text: fmt.Sprintf("Tracks that Bandcamp announces, but does not list: %d. They come with the download only.", n),
	}}
}

// partRemarks tells that a track is from an album.
func partRemarks(r release) []music.Message {
	t := &r.page.Tralbum
	base, err := url.Parse(pageOf(r.about))
	if err != nil || t.ItemType != typeTrack || t.AlbumURL == "" {
		return nil
	}
	album, err := base.Parse(t.AlbumURL)
	if err != nil || album.Scheme != "https" && album.Scheme != "http" {
		return nil
	}
	address := album.String()
	return []music.Message{{
		Severity: music.Warning, Code: codePart, Facts: []music.Fact{{Name: "url", Values: []string{address}}},
		Text: fmt.Sprintf("This track is part of a release: look up [%s](?url=%s) instead.", address, url.QueryEscape(address)),
	}}
}

// packageRemarks tells what else is sold, and whose barcode that is.
func packageRemarks(t *wireTralbum) []music.Message {
	if len(t.Packages) == 0 {
		return nil
	}
	lines := []string{"Bandcamp also sells this release as:"}
	for _, p := range t.Packages {
		lines = append(lines, "- "+strings.Join(detailsOf(p), ", "))
	}
	out := []music.Message{{Severity: music.Info, Code: codePackages, Facts: counted(len(t.Packages)), Text: strings.Join(lines, "\n")}}
	if isOfPackage(t) {
		gtin := string(statedGTIN(t))
		out = append(out, music.Message{
			Severity: music.Warning, Code: codePackageGTIN, Facts: []music.Fact{{Name: "gtin", Values: []string{gtin}}},
			Text: fmt.Sprintf("The GTIN `%s` is that of a physical package, and is left out.", gtin),
		})
	}
	return out
}

// detailsOf returns what is known of a package.
func detailsOf(p wirePackage) []string {
	out := []string{quoted(p.Title)}
	if p.TypeName != "" {
		out = append(out, quoted(p.TypeName))
	}
	if p.EditionSize > 0 {
		out = append(out, fmt.Sprintf("edition of %d", p.EditionSize))
	}
	if p.UPC != "" {
		out = append(out, "GTIN "+quoted(p.UPC))
	}
	if p.Label != "" {
		out = append(out, "label "+quoted(p.Label))
	}
	return out
}

// quoted writes a text of the service so that nothing in it is taken for Markdown.
func quoted(text string) string {
	return "`" + strings.Join(strings.Fields(strings.ReplaceAll(text, "`", "'")), " ") + "`"
}

func counted(n int) []music.Fact {
	return []music.Fact{{Name: "count", Values: []string{strconv.Itoa(n)}}}
}
