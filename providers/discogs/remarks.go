package discogs

import (
	"fmt"
	"strconv"
	"strings"

	"tutti/music"
)

// Codes of the messages that only this service gives rise to. They are stable.
const (
	codeSeveralBarcodes = "several-barcodes"
	codeMediaCount      = "media-count-mismatch"
	codeUnknownCountry  = "unknown-country"
)

// remarks says what is doubtful about a release.
func remarks(r wireRelease, list trackList) []music.Message {
	var out []music.Message
	if printed := barcodes(r.Identifiers); len(music.UniqueGTINs(cleaned(printed))) > 1 {
		out = append(out, severalBarcodes(printed))
	}
	if list.isDoubtful() {
		out = append(out, mediaCount(len(list.formats), len(list.media)))
	}
	if _, ok := convertCountry(r.Country); !ok && r.Country != "" {
		out = append(out, unknownCountry(r.Country))
	}
	return out
}

// severalBarcodes warns that barcodes of different numbers are printed, of which one is taken.
func severalBarcodes(printed []string) music.Message {
	return music.Message{
		Severity: music.Warning, Code: codeSeveralBarcodes,
		Text:  "The release has several barcodes: `" + strings.Join(printed, "`, `") + "`.",
		Facts: []music.Fact{{Name: "values", Values: printed}},
	}
}

// mediaCount tells that tracks could not be put onto as many media as there are, so that their division is wrong.
func mediaCount(expected, found int) music.Message {
	return music.Message{
		Severity: music.Error, Code: codeMediaCount,
		Text: fmt.Sprintf("The formats count %d media, but the track list looks like %d.", expected, found),
		Facts: []music.Fact{
			{Name: "expected", Values: []string{strconv.Itoa(expected)}}, {Name: "found", Values: []string{strconv.Itoa(found)}},
		},
	}
}

// unknownCountry warns that a country is not known, or that too many are meant.
func unknownCountry(country string) music.Message {
	return music.Message{
		Severity: music.Warning, Code: codeUnknownCountry,
		Text:  "`" + country + "` is not the name of a country.",
		Facts: []music.Fact{{Name: "name", Values: []string{country}}},
	}
}
