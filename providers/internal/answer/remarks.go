package answer

import (
	"fmt"
	"net/url"
	"strconv"
	"strings"

	"tutti/music"
	"tutti/providers"
)

// Codes of the messages that providers share. They are stable.
const (
	CodeOtherResults        = "other-results"
	CodeOtherID             = "other-id"
	CodeIncompleteTracklist = "incomplete-tracklist"
)

// OtherResults warns that a service offered more than one release, of which the first was taken. The text is a list of links that
// look up one of the others instead; the fact "urls" holds their pages. Without others there is no message.
func OtherResults(info providers.Info, others []providers.ID) []music.Message {
	if len(others) == 0 {
		return nil
	}
	urls := make([]string, len(others))
	var text strings.Builder
	fmt.Fprintf(&text, "%s has several releases for this; the first was taken. The others:", info.Display)
	for i, id := range others {
		urls[i] = info.URL(id)
		fmt.Fprintf(&text, "\n- [%s](?url=%s)", urls[i], url.QueryEscape(urls[i]))
	}
	return []music.Message{{
		Severity: music.Warning, Code: CodeOtherResults, Text: text.String(),
		Facts: []music.Fact{{Name: "urls", Values: urls}},
	}}
}

// OtherID warns that a service answered for another id than asked for, which its endpoint declares to be right: ids were merged.
func OtherID(info providers.Info, asked, got providers.ID) music.Message {
	return music.Message{
		Severity: music.Warning, Code: CodeOtherID,
		Text:  fmt.Sprintf("%s knows `%s` as `%s` now.", info.Display, asked.ID, got.ID),
		Facts: []music.Fact{{Name: "asked", Values: []string{asked.ID}}, {Name: "got", Values: []string{got.ID}}},
	}
}

// IncompleteTracklist warns that a service lists fewer tracks than it counts. The facts "got" and "expected" are these numbers.
func IncompleteTracklist(info providers.Info, listed, counted int) music.Message {
	return music.Message{
		Severity: music.Warning, Code: CodeIncompleteTracklist,
		Text:  fmt.Sprintf("%s lists %d of %d tracks.", info.Display, listed, counted),
		Facts: []music.Fact{{Name: "got", Values: []string{strconv.Itoa(listed)}}, {Name: "expected", Values: []string{strconv.Itoa(counted)}}},
	}
}
