package conformance

import (
	"encoding/json"
	"fmt"

	"tutti/music"
)

type wireRelease struct {
	Title         string         `json:"title"`
	Artists       []wireCredit   `json:"artists"`
	GTIN          *Code          `json:"gtin"`
	ExternalLinks []wireLink     `json:"externalLinks"`
	Media         []wireMedium   `json:"media"`
	Language      *wireLanguage  `json:"language"`
	Script        *wireScript    `json:"script"`
	Status        *string        `json:"status"`
	Types         []string       `json:"types"`
	ReleaseDate   *wireDate      `json:"releaseDate"`
	Labels        []wireLabel    `json:"labels"`
	Packaging     *string        `json:"packaging"`
	Images        []wireImage    `json:"images"`
	Credits       *string        `json:"credits"`
	Copyright     *string        `json:"copyright"`
	AvailableIn   []music.Region `json:"availableIn"`
	ExcludedFrom  []music.Region `json:"excludedFrom"`
	ReleaseGroup  *wireEntity    `json:"releaseGroup"`
	Info          wireInfo       `json:"info"`
}

type wireInfo struct {
	Providers []map[string]any `json:"providers"`
	Messages  []map[string]any `json:"messages"`
}

type wireMedium struct {
	Title     *string     `json:"title"`
	Number    *int        `json:"number"`
	Format    *string     `json:"format"`
	Tracklist []wireTrack `json:"tracklist"`
}

type wireTrack struct {
	Title       string         `json:"title"`
	Artists     []wireCredit   `json:"artists"`
	Number      *Code          `json:"number"`
	Length      *float64       `json:"length"`
	Type        *string        `json:"type"`
	ISRC        *string        `json:"isrc"`
	AvailableIn []music.Region `json:"availableIn"`
	Recording   *wireEntity    `json:"recording"`
}

type wireEntity struct {
	Name *string  `json:"name"`
	IDs  []wireID `json:"externalIds"`
	MBID *string  `json:"mbid"`
}

type wireCredit struct {
	wireEntity
	CreditedName *string `json:"creditedName"`
	JoinPhrase   *string `json:"joinPhrase"`
}

type wireLabel struct {
	wireEntity
	CatalogNumber *string `json:"catalogNumber"`
}

type wireID struct {
	Provider  string           `json:"provider"`
	Type      string           `json:"type"`
	ID        string           `json:"id"`
	Region    *string          `json:"region"`
	Slug      *string          `json:"slug"`
	LinkTypes []music.LinkType `json:"linkTypes"`
}

type wireLink struct {
	URL   string           `json:"url"`
	Types []music.LinkType `json:"types"`
}

type wireImage struct {
	URL      string            `json:"url"`
	ThumbURL *string           `json:"thumbUrl"`
	Types    []music.ImageType `json:"types"`
	Comment  *string           `json:"comment"`
	Provider *string           `json:"provider"`
}

type wireLanguage struct {
	Code       string   `json:"code"`
	Confidence *float64 `json:"confidence"`
}

type wireScript struct {
	Code      string  `json:"code"`
	Frequency float64 `json:"frequency"`
}

type wireDate struct {
	Date    *wirePartialDate `json:"date"`
	Quality *string          `json:"quality"`
	Note    *string          `json:"note"`
	HasNote bool             `json:"hasNote,omitempty"` // instead of the note's words
}

type wirePartialDate struct {
	Year  *int `json:"year"`
	Month *int `json:"month"`
	Day   *int `json:"day"`
}

// Code is a code or a number that the corpora write either way.
type Code struct {
	text   string
	number bool
}

// UnmarshalJSON implements json.Unmarshaler.
func (t *Code) UnmarshalJSON(raw []byte) error {
	if len(raw) > 0 && raw[0] != '"' {
		t.text, t.number = string(raw), true
		return nil
	}
	if err := json.Unmarshal(raw, &t.text); err != nil {
		return fmt.Errorf("neither text nor number: %w", err)
	}
	return nil
}

// MarshalJSON implements json.Marshaler.
func (t *Code) MarshalJSON() ([]byte, error) {
	if t.number {
		return []byte(t.text), nil
	}
	return json.Marshal(t.text)
}

// String is the text, or the number as it is written.
func (t *Code) String() string {
	if t == nil {
		return ""
	}
	return t.text
}

// given returns what a pointer points to, or the zero value.
func given[T any](p *T) T {
	if p == nil {
		var zero T
		return zero
	}
	return *p
}

// known returns a pointer to a value unless it is the zero value.
func known[T comparable](v T) *T {
	var zero T
	if v == zero {
		return nil
	}
	return &v
}
