package providers

import (
	"net/http"
	"net/url"
	"strings"
	"time"

	"tutti/music"
)

// By says what a lookup starts from, one bit each.
type By uint16

// What a lookup can start from.
const (
	ByID By = 1 << iota
	ByGTIN
	ByISRC
	ByURL
	ByTrack // the service's id of a track
	ByArtist
	ByDiscography // the service's id of an artist, whose releases are wanted
	BySearchingReleases
	BySearchingTracks
	BySearchingArtists

	afterBy // the first that is none
)

// String returns the names, as they stand in errors, golden files and ids.
func (b By) String() string {
	var names []string
	for one := ByID; one < afterBy; one <<= 1 {
		if b&one != 0 {
			names = append(names, byNames[one])
		}
	}
	return strings.Join(names, ",")
}

// Endpoint is one kind of question; its answer about one key is a document.
// Name and Key are the stored key: when the answer comes to hold something else, the name changes.
type Endpoint struct {
	Name    string
	Starts  By          // lookups whose first document this is
	After   []*Endpoint // or: documents that name its keys
	Count   Count       // how many keys one release takes
	Yields  music.Properties
	Wider   []*Endpoint                        // their documents under the same key hold all that this one's hold, and serve instead
	Fresh   time.Duration                      // how long an answer is new; 0: 24 hours
	Keep    time.Duration                      // how old an answer may be that is shown as what the service says; 0: any age
	Request func(Key) (Request, error)         // the canonical single request
	Batch   *Batch                             // nil: no multi-get
	Judge   func(*http.Response, []byte) error // nil: by status; before anything is stored or repeated
	Scrub   func([]byte) []byte                // removes tokens that the service puts into bodies; nil: nothing to remove
	// Loose names the lookups, as a rule none, in which an answer about another id (ByID) or GTIN (ByGTIN) than asked for is kept
	// if the provider left a warning: ids that were merged, GTINs that are inferred. Else such an answer is ErrMismatch.
	Loose By
}

// Count bounds the keys of one endpoint for one release.
type Count struct {
	PerTrack bool // else one
	Size     int  // tracks per key (page size); 0: 1
	Skip     int  // tracks that the document before usually holds; pages go on from there
	Fills    bool // also taken when the track list of the document before is short
	If       bool // taken only when the document before says so (pre-order)
	Regions  bool // repeated region after region while the answer is a no
	Forms    int  // repeated in so many written forms while the answer is a no; 0: 1
	Max      int  // cap; what is beyond is a Gap. Mandatory for PerTrack
}

// Batch is a multi-get: an economy, without which everything still works key by key.
type Batch struct {
	Max     int // chosen so that the URL stays below 7,000 bytes
	Request func([]Key) (Request, error)
	// Split gives each key its part in the form of the single answer. nil: the service says no.
	// A key left out is undecided (answer capped, hit not attributable) and is asked for alone.
	Split func(body []byte, keys []Key) (map[Key][]byte, error)
}

// Request is a value: the *http.Request is made of it elsewhere, with the shared work's context.
type Request struct {
	Method string // empty: GET
	URL    string
	Header http.Header
	Body   []byte
}

// Get returns the request that gets base with these query pairs (name, value, name, value …), in order.
func Get(base string, pairs ...string) Request {
	var b strings.Builder
	b.WriteString(base)
	sep := byte('?')
	for i := 0; i+1 < len(pairs); i += 2 {
		b.WriteByte(sep)
		b.WriteString(url.QueryEscape(pairs[i]))
		b.WriteByte('=')
		b.WriteString(url.QueryEscape(pairs[i+1]))
		sep = '&'
	}
	return Request{Method: http.MethodGet, URL: b.String()}
}

// Key names one document of an endpoint; comparable; String and ParseKey are inverse.
type Key struct {
	ID     string       // id, barcode in the form sent, ISRC, URL
	Region music.Region // empty: the answer does not depend on it
	Page   string       // empty, offset, or cursor
}

// Ask is one question: album.Of(id).In("GB").At("50").
type Ask struct {
	*Endpoint
	Key
}

// Of returns the question for the id.
func (e *Endpoint) Of(id string) Ask { return Ask{Endpoint: e, Key: Key{ID: id}} }

// In returns the question as asked in a region.
func (a Ask) In(r music.Region) Ask {
	a.Region = r
	return a
}

// At returns the question for a page.
func (a Ask) At(page string) Ask {
	a.Page = page
	return a
}
