package itunes

import (
	"fmt"

	"tutti/music"
	"tutti/providers/internal/answer"
)

// Codes of the messages that are about this service alone. They are stable.
const (
	codeGTINFound    = "gtin-found"
	codeGTINNotFound = "gtin-not-found"
	codeGTINMismatch = "gtin-mismatch"
	codeNoTracks     = "no-tracks"
)

// aboutGTIN says whether the barcode could be inferred, and whether it is the one that was asked for, if one was.
func aboutGTIN(wanted, found music.GTIN) []music.Message {
	switch {
	case found == "":
		return []music.Message{{
			Severity: music.Warning, Code: codeGTINNotFound,
			Text: "iTunes does not publish GTINs, and the address of the artwork holds none.",
		}}
	case wanted != "" && !found.Equal(wanted):
		return []music.Message{{
			Severity: music.Error, Code: codeGTINMismatch,
			Text:  fmt.Sprintf("iTunes was asked for the GTIN `%s`, but the address of the artwork holds `%s`.", wanted, found),
			Facts: []music.Fact{{Name: "found", Values: []string{string(found)}}, {Name: "wanted", Values: []string{string(wanted)}}},
		}}
	default:
		return []music.Message{{
			Severity: music.Info, Code: codeGTINFound,
			Text:  fmt.Sprintf("The GTIN `%s` was found in the address of the artwork.", found),
			Facts: []music.Fact{{Name: "gtin", Values: []string{string(found)}}},
		}}
	}
}

// noTracks warns that an album has none in the answer.
func noTracks(l trackList) []music.Message {
	if len(l.List) > 0 {
		return nil
	}
	return []music.Message{{
		Severity: music.Warning, Code: codeNoTracks,
		Text: "iTunes lists no tracks, which mostly means that the release can only be streamed.",
	}}
}

// incomplete warns that some tracks are not listed in a storefront.
func incomplete(l trackList) []music.Message {
	if len(l.List) == 0 || !l.IsShort() {
		return nil
	}
	m := answer.IncompleteTracklist(info(), len(l.List), l.Count)
	m.Text = fmt.Sprintf("iTunes lists %d of %d tracks in the region %s.", len(l.List), l.Count, l.region)
	m.Facts = append(m.Facts, music.Fact{Name: "region", Values: []string{string(l.region)}})
	return []music.Message{m}
}
