package lookup

import (
	"context"
	"encoding/base64"
	"encoding/json"
	"errors"
	"slices"

	"tutti/music"
	"tutti/providers"
)

// MaxHits is how many hits a page of a search or a list may have.
const MaxHits = 100

// SearchQuestion is what is searched for, and where.
type SearchQuestion struct {
	Paging

	Query providers.Query
	Types []music.EntityType
}

// Hit is one of the hits of a search or the rows of a list.
type Hit struct {
	*Found

	Cursor string  // where the next page begins
	Score  float64 // from 1 for the first of its provider and type, falling with its place there
}

// Hits is a page of hits.
type Hits struct {
	List    []Hit
	HasNext bool
	Reports []*Report // one per provider
	after   bool      // there is a page before
}

// errCursor is what is wrong with a cursor.
var errCursor = errors.New("after: this is no cursor that was given out for such a question")

// Search asks all providers that can search, and takes turns among their hits: the first of each provider and type, then the second
// of each, and so on. An error says what is wrong with the question.
func (e *Engine) Search(ctx context.Context, q SearchQuestion, needs Needs) (*Hits, error) {
	var streams []*stream
	for _, t := range q.Types {
		by := providers.Searching(t)
		for _, name := range e.Whom(by, q.Options) {
			if !e.can(name, by) && e.searches(name, q.Types) { // what it can be asked is asked
				continue
			}
			streams = append(streams, &stream{ask: Ask{name, providers.Question{By: by, Query: q.Query}, needs[t].Common}})
		}
	}
	return e.page(ctx, streams, q.Paging, needs)
}

// searches reports whether a provider can search for one of the types.
func (e *Engine) searches(name music.ProviderName, types []music.EntityType) bool {
	return slices.ContainsFunc(types, func(t music.EntityType) bool { return e.can(name, providers.Searching(t)) })
}

// Discography lists the releases of an artist, as the provider of the reference has them.
func (e *Engine) Discography(ctx context.Context, artist Ask, p Paging, need Need) (*Listing, error) {
	artist.By, artist.Need = providers.ByDiscography, need.Common
	hits, err := e.page(ctx, []*stream{{ask: artist}}, p, Needs{music.EntityRelease: need})
	if err != nil {
		return nil, err
	}
	return &Listing{hits}, nil
}

// Paging is which page of a list is wanted.
type Paging struct {
	First   int    // hits on the page, at most MaxHits
	After   string // cursor of the last hit of the page before; empty: the first page
	Options Options
}

// stream is the list of one provider, page by page. Its place is what a cursor holds.
type stream struct {
	ask     Ask
	place   place
	loaded  bool
	found   []*Found // of the page
	next    string   // page after this one
	ended   bool     // there is nothing more
	reports []*Report
}

// place is how far a stream was read.
type place struct {
	Page   string `json:"p,omitempty"`
	Offset int    `json:"o,omitempty"` // on the page
	Taken  int    `json:"t,omitempty"` // on all pages
}

// page makes one page of hits out of streams.
func (e *Engine) page(ctx context.Context, streams []*stream, p Paging, needs Needs) (*Hits, error) {
	if p.First < 1 || p.First > MaxHits {
		return nil, errors.New("first: must be from 1 to 100")
	}
	if err := resume(streams, p.After); err != nil {
		return nil, err
	}
	p.Options = p.Options.sharing()
	out := &Hits{List: []Hit{}, after: p.After != ""}
	for len(out.List) < p.First {
		e.load(ctx, streams, p.Options)
		s := nextTurn(streams)
		if s == nil {
			break
		}
		hit := Hit{Found: s.found[s.place.Offset], Score: 1 / float64(1+s.place.Taken)}
		s.place.Offset++
		s.place.Taken++
		hit.Cursor = cursor(streams)
		out.List = append(out.List, hit)
	}
	out.HasNext = slices.ContainsFunc(streams, func(s *stream) bool { return !s.ended && (s.place.Offset < len(s.found) || s.next != "") })
	found := make([]*Found, len(out.List))
	for i, h := range out.List {
		found[i] = h.Found
	}
	var reports []*Report
	for _, s := range streams {
		reports = append(reports, s.reports...)
	}
	out.Reports = united(append(reports, e.complete(ctx, found, needs, p.Options)...))
	return out, nil
}

// load gets the page of every stream that has none, all at the same time.
func (e *Engine) load(ctx context.Context, streams []*stream, o Options) {
	var asks []Ask
	var of []*stream
	for _, s := range streams {
		if s.loaded && s.place.Offset >= len(s.found) && s.next != "" && !s.ended {
			s.place.Page, s.place.Offset, s.loaded = s.next, 0, false
		}
		if !s.loaded && !s.ended {
			s.ask.Page = s.place.Page
			asks, of = append(asks, s.ask), append(of, s)
		}
	}
	if len(asks) == 0 {
		return
	}
	for i, r := range e.Inquire(ctx, Inquiry{Asks: asks, Options: o}).reports {
		of[i].take(r)
	}
}

// take reads what a provider has answered with.
func (s *stream) take(r *Report) {
	s.loaded, s.found, s.next = true, nil, ""
	s.reports = append(s.reports, r)
	if r.Answer == nil {
		s.ended = true
		return
	}
	for _, entry := range r.Answer.Entries {
		s.found = append(s.found, &Found{Provider: r.Provider, Entry: entry, report: r})
	}
	if r.Answer.Next != s.place.Page {
		s.next = r.Answer.Next
	}
	s.ended = s.next == "" && s.place.Offset >= len(s.found)
}

// nextTurn is the stream of which the fewest hits were taken, of those that have any; nil: none has.
func nextTurn(streams []*stream) *stream {
	var best *stream
	for _, s := range streams {
		if s.place.Offset < len(s.found) && (best == nil || s.place.Taken < best.place.Taken) {
			best = s
		}
	}
	return best
}

// cursor writes down how far all streams were read.
func cursor(streams []*stream) string {
	places := make([]place, len(streams))
	for i, s := range streams {
		places[i] = s.place
		if s.ended && s.place.Offset >= len(s.found) {
			places[i].Offset = -1
		}
	}
	b, err := json.Marshal(places)
	if err != nil { // it holds nothing that cannot be written
		return ""
	}
	return base64.RawURLEncoding.EncodeToString(b)
}

// resume puts the streams where a cursor says.
func resume(streams []*stream, after string) error {
	if after == "" {
		return nil
	}
	b, err := base64.RawURLEncoding.DecodeString(after)
	var places []place
	if err != nil || len(after) > maxID || json.Unmarshal(b, &places) != nil || len(places) != len(streams) {
		return errCursor
	}
	for i, p := range places {
		if p.Offset < -1 || p.Taken < 0 || len(p.Page) > providers.MaxPage {
			return errCursor
		}
		streams[i].place, streams[i].ended = p, p.Offset < 0
	}
	return nil
}

// united returns one report per provider: what all that it was asked cost, and how the first question that failed fared.
func united(reports []*Report) []*Report {
	out := []*Report{}
	for _, r := range reports {
		i := slices.IndexFunc(out, func(o *Report) bool { return o.Provider == r.Provider })
		if i < 0 {
			one := *r
			out = append(out, &one)
			continue
		}
		out[i].add(r)
	}
	return out
}

// add puts another report of the same provider into this one.
func (r *Report) add(other *Report) {
	r.Requests = r.Requests.plus(other.Requests)
	r.Wait += other.Wait
	r.Elapsed = max(r.Elapsed, other.Elapsed)
	r.Gaps = append(slices.Clip(r.Gaps), other.Gaps...)
	if r.Status == StatusOK && other.Status != StatusOK {
		r.Status, r.Err = other.Status, other.Err
	}
	if !other.RetrievedAt.IsZero() && (r.RetrievedAt.IsZero() || other.RetrievedAt.Before(r.RetrievedAt)) {
		r.RetrievedAt = other.RetrievedAt
	}
	if r.Cache == CacheHit {
		r.Cache = other.Cache
	}
}
