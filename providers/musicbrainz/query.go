package musicbrainz

import (
	"cmp"
	"strings"

	"tutti/providers"
)

// syntax is what has a meaning in a query: https://musicbrainz.org/doc/MusicBrainz_API/Search and the manual of Lucene that it names.
const syntax = `+-&|!(){}[]^"~*?:\/`

// query writes what is searched for. Every character of a text stands for itself, and all of it is in lower case, which means the
// same, and keeps AND, OR and NOT from meaning more. A search for artists is for one by that name.
func query(q providers.Question) string {
	text, title, artist := fold(q.Query.Text), fold(q.Query.Title), fold(q.Query.Artist)
	switch {
	case text != "":
		return escape(text, syntax)
	case q.By == providers.BySearchingArtists:
		return phrase("artist", cmp.Or(artist, title))
	}
	fields := phrase("release", title)
	if q.By == providers.BySearchingTracks {
		fields = phrase("recording", title)
	}
	if artist != "" {
		fields += " AND " + phrase("artist", artist)
	}
	return fields
}

// fold returns a text in lower case, with one blank between words.
func fold(text string) string { return strings.Join(strings.Fields(strings.ToLower(text)), " ") }

// phrase finds a text in a field. In quotes, only these and their escapes have a meaning.
func phrase(field, text string) string { return field + `:"` + escape(text, `"\`) + `"` }

// escape has these characters stand for themselves.
func escape(text, special string) string {
	var b strings.Builder
	for _, r := range text {
		if strings.ContainsRune(special, r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}
