package lookup

import (
	"encoding/base64"
	"encoding/json"
	"errors"
	"slices"

	"tutti/harmonize/match"
	"tutti/providers"
)

// errCursor is what is wrong with a cursor.
var errCursor = errors.New("after: this is no cursor that was given out for such a question")

// PageInfo says where a page lies among all.
type PageInfo struct {
	HasNextPage, HasPreviousPage bool
	StartCursor, EndCursor       *string
}

// searchPlace is how far a search was shown. It is a value: what is appended to its lists is appended to copies.
type searchPlace struct {
	Streams []streamPlace `json:"s"`
	Seen    []uint32      `json:"i,omitempty"` // ids of the parts that were shown of this round
	Past    []match.Print `json:"-"`           // what the rounds before have found
	Packed  []byte        `json:"k,omitempty"` // the same in few bytes
	Score   float64       `json:"l"`           // of the last hit
	Shown   int           `json:"n"`           // hits on all pages until here
}

// streamPlace is how far the answers of one provider were read.
type streamPlace struct {
	Page  string `json:"p,omitempty"`
	Taken int    `json:"t,omitempty"` // hits on the pages before
	Ended bool   `json:"e,omitempty"`
}

// after is the place behind another hit.
func (p searchPlace) after(g gathered) searchPlace {
	p.Seen = slices.Clip(p.Seen)
	for _, s := range g.subjects {
		p.Seen = append(p.Seen, match.PrintOf(s).ID)
	}
	if p.Shown == 0 || g.score < p.Score {
		p.Score = g.score
	}
	p.Shown++
	return p
}

// has reports whether something was shown: in this round by its id, in those before by whatever it shares.
func (p searchPlace) has(s match.Subject) bool {
	own := match.PrintOf(s)
	return slices.Contains(p.Seen, own.ID) || slices.ContainsFunc(p.Past, own.Same)
}

// cursor writes the place down.
func (p searchPlace) cursor() string {
	p.Packed = match.Pack(p.Past)
	return written64(p)
}

// resume puts a search where a cursor says.
func (s *search) resume(after string) error {
	s.place.Streams = make([]streamPlace, len(s.asks))
	if after == "" {
		return nil
	}
	var p searchPlace
	if !read64(after, &p) || len(p.Streams) != len(s.asks) || p.Shown < 0 || p.Score < 0 || p.Score > 1 {
		return errCursor
	}
	for _, stream := range p.Streams {
		if len(stream.Page) > providers.MaxPage || stream.Taken < 0 {
			return errCursor
		}
	}
	past, err := match.Unpack(p.Packed)
	if err != nil || len(past) > maxRemembered {
		return errCursor
	}
	p.Past, p.Packed = past, nil
	s.place = p
	return nil
}

// written64 writes a value as JSON in letters that may stand anywhere.
func written64(v any) string {
	b, err := json.Marshal(v)
	if err != nil { // it holds nothing that cannot be written
		return ""
	}
	return base64.RawURLEncoding.EncodeToString(b)
}

// read64 reads such a text; false: it is none.
func read64(text string, v any) bool {
	b, err := base64.RawURLEncoding.DecodeString(text)
	return err == nil && len(text) <= maxID && json.Unmarshal(b, v) == nil
}
