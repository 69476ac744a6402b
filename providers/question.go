package providers

import (
	"errors"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"tutti/music"
)

// MaxQuery is how many bytes each text of a query may have, and MaxPage those of a page.
const (
	MaxQuery = 256
	MaxPage  = 512
)

// Question is what a source is asked other than for one release. It is a value.
type Question struct {
	By    By         // one of ByTrack, ByISRC, ByArtist, ByDiscography, and the searches
	ID    ID         // ByTrack, ByArtist, ByDiscography: of the track or artist
	ISRC  music.ISRC // ByISRC
	Query Query      // of a search
	Page  string     // of a discography or search: Answer.Next of the page before; empty: the first
}

// Query is what is searched for: a text, or what is known of a release or track without any identifier.
type Query struct {
	Text   string // any words
	Title  string // in place of Text: of the release or track
	Artist string // with Title: as credited; empty: anybody
}

// String returns the query as plain words.
func (q Query) String() string { return strings.TrimSpace(q.Text + " " + q.Title + " " + q.Artist) }

// Searching returns the search for entities of a type; 0: these are not searched for.
func Searching(t music.EntityType) By {
	switch t {
	case music.EntityRelease:
		return BySearchingReleases
	case music.EntityTrack:
		return BySearchingTracks
	case music.EntityArtist:
		return BySearchingArtists
	case music.EntityLabel:
	}
	return 0
}

// EntityType is of what the answer's entries are.
func (b By) EntityType() music.EntityType {
	switch {
	case b&(ByTrack|ByISRC|BySearchingTracks) != 0:
		return music.EntityTrack
	case b&(ByArtist|BySearchingArtists) != 0:
		return music.EntityArtist
	default:
		return music.EntityRelease
	}
}

// Text is what is asked for, as one text.
func (q Question) Text() string {
	switch {
	case q.By == ByISRC:
		return string(q.ISRC)
	case q.By.searches():
		return q.Query.String()
	default:
		return q.ID.ID
	}
}

func (b By) searches() bool {
	return b != 0 && b&^(BySearchingReleases|BySearchingTracks|BySearchingArtists) == 0
}

// question says what cannot be right about a question, or returns it in its normal form.
func (i Info) question(q Question) (Question, error) {
	var err error
	switch {
	case q.By == ByISRC:
		isrc, ok := music.NormalizeISRC(q.ISRC)
		if !ok {
			return q, i.invalid(string(q.ISRC), errors.New("it is no ISRC: two letters, three letters or digits, seven digits"))
		}
		q.ISRC = isrc
	case q.By.searches():
		err = q.Query.check()
	default:
		err = i.checkEntity(q.ID, q.entity())
	}
	if err == nil && q.Page != "" && !plausiblePage(q.Page) {
		err = fmt.Errorf("page %q is none that was given out", clip(q.Page))
	}
	if err != nil {
		return q, &Error{Provider: i.Name, Kind: ErrInvalid, Err: err}
	}
	return q, nil
}

// entity is of what the question's id is.
func (q Question) entity() music.EntityType {
	if q.By == ByDiscography {
		return music.EntityArtist
	}
	return q.By.EntityType()
}

func (q Query) check() error {
	switch {
	case q.Text == "" == (q.Title == "") || q.Text != "" && q.Artist != "":
		return errors.New("query: either a text or a title is wanted, an artist only with a title")
	case strings.TrimSpace(q.String()) == "":
		return errors.New("query: there is nothing but blanks in it")
	}
	for _, text := range []string{q.Text, q.Title, q.Artist} {
		if len(text) > MaxQuery || !utf8.ValidString(text) || strings.ContainsFunc(text, unicode.IsControl) {
			return fmt.Errorf("query: %q is longer than %d bytes or holds what cannot be read", clip(text), MaxQuery)
		}
	}
	return nil
}

func plausiblePage(page string) bool {
	return len(page) <= MaxPage && utf8.ValidString(page) &&
		!strings.ContainsFunc(page, func(r rune) bool { return unicode.IsControl(r) || unicode.IsSpace(r) })
}
