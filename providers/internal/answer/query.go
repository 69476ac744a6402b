package answer

import (
	"cmp"
	"errors"
	"strings"

	"tutti/providers"
)

// Fielded writes a query for services that find words in fields, such as album:"the words" artist:"the words". Their languages have
// no way to write a character of their own syntax, so that these become blanks; the rest is words in lower case, which means the same
// to them, and keeps AND, OR and NOT from meaning more. A search for artists is for one by that name. Where nothing is left of a part
// that was asked for, the service cannot be asked that: providers.ErrUnsupported.
func Fielded(q providers.Question, syntax string) (string, error) {
	text, title, artist := words(q.Query.Text, syntax), words(q.Query.Title, syntax), words(q.Query.Artist, syntax)
	if isLost(q.Query.Text, text) || isLost(q.Query.Title, title) || isLost(q.Query.Artist, artist) {
		return "", &providers.Error{Kind: providers.ErrUnsupported, Err: errors.New("there is nothing in the query that could be searched for")}
	}
	switch {
	case text != "":
		return text, nil
	case q.By == providers.BySearchingArtists:
		return cmp.Or(artist, title), nil
	}
	field := "album"
	if q.By == providers.BySearchingTracks {
		field = "track"
	}
	fields := field + `:"` + title + `"`
	if artist != "" {
		fields += ` artist:"` + artist + `"`
	}
	return fields, nil
}

// words returns the words of a text in lower case, with one blank between them and blanks in place of characters of a syntax.
func words(text, syntax string) string {
	bare := strings.Map(func(r rune) rune {
		if strings.ContainsRune(syntax, r) {
			return ' '
		}
		return r
	}, strings.ToLower(text))
	return strings.Join(strings.Fields(bare), " ")
}

// isLost reports whether nothing is left of a part that was asked for.
func isLost(asked, left string) bool { return strings.TrimSpace(asked) != "" && left == "" }
