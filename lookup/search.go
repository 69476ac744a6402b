package lookup

import (
	"context"
	"errors"
	"math"
	"slices"

	"tutti/harmonize/match"
	"tutti/music"
	"tutti/providers"
)

// MaxHits is how many hits a page of a search or a list may have.
const MaxHits = 100

// maxRounds is how many pages of each provider one page of hits may take.
const maxRounds = 3

// maxRemembered is how many parts of hits a search remembers as shown. There it ends.
const maxRemembered = 2000

// Paging is which page of a list is wanted.
type Paging struct {
	First   int    // hits on the page, at most MaxHits
	After   string // cursor of the last hit of the page before; empty: the first page
	Options Options
}

func (p Paging) check() error {
	if p.First < 1 || p.First > MaxHits {
		return errors.New("first: must be from 1 to 100")
	}
	return nil
}

// SearchQuestion is what is searched for, and where.
type SearchQuestion struct {
	Paging

	Query providers.Query
	Types []music.EntityType
}

// Hit is one of the hits of a search.
type Hit struct {
	*Found

	Score float64 // from 0 to 1, see match.Relevance; never more than that of a hit before
	place searchPlace
}

// Cursor is where the next page begins.
func (h *Hit) Cursor() string { return h.place.cursor() }

// Hits is a page of hits.
type Hits struct {
	List    []*Hit
	HasNext bool
	Reports []*Report // one per provider
	before  bool      // there is a page before
	end     searchPlace
}

// Edges are the hits.
func (h *Hits) Edges() []*Hit { return h.List }

// PageInfo says where the page lies among all. A page may be empty though there is a next one: then all that it could have was
// shown before.
func (h *Hits) PageInfo() *PageInfo {
	p := &PageInfo{HasNextPage: h.HasNext, HasPreviousPage: h.before}
	if n := len(h.List); n > 0 {
		p.StartCursor, p.EndCursor = textOrNil(h.List[0].Cursor()), textOrNil(h.List[n-1].Cursor())
	}
	if h.HasNext {
		p.EndCursor = textOrNil(h.end.cursor())
	}
	return p
}

// Search asks all providers that can search. What several have found is one hit. The hits of one page of each provider are ranked
// together, those of the next page come after them. An error says what is wrong with the question.
func (e *Engine) Search(ctx context.Context, q SearchQuestion, needs Needs) (*Hits, error) {
	if err := q.check(); err != nil {
		return nil, err
	}
	s := &search{engine: e, question: q, text: q.Query.String()}
	s.question.Options = q.Options.sharing()
	for _, t := range q.Types {
		by := providers.Searching(t)
		for _, name := range e.Whom(by, q.Options) {
			if !e.can(name, by) && e.searches(name, q.Types) { // what it can be asked is asked
				continue
			}
			s.asks = append(s.asks, Ask{name, providers.Question{By: by, Query: q.Query}, needs[t].Common})
		}
	}
	if err := s.resume(q.After); err != nil {
		return nil, err
	}
	out := s.page(ctx)
	out.Reports = united(append(s.reports, s.complete(ctx, out, needs)...))
	return out, nil
}

// complete makes sure that the hits of a page say what is needed. Those that turn out to be the same are one.
func (s *search) complete(ctx context.Context, page *Hits, needs Needs) []*Report {
	found := make([]*Found, len(page.List))
	for i, h := range page.List {
		found[i] = h.Found
	}
	reports := s.engine.complete(ctx, found, needs, s.question.Options)
	reports = append(reports, s.engine.rejoin(ctx, found, needs[music.EntityRelease], s.question.Options)...)
	var kept []*Hit
	for i, h := range page.List {
		if found[i] != nil {
			kept = append(kept, h)
		}
	}
	if n := len(kept); n > 0 { // behind the last hit, all of the page was shown
		kept[n-1].place = page.List[len(page.List)-1].place
		page.List = kept
	}
	return reports
}

// searches reports whether a provider can search for one of the types.
func (e *Engine) searches(name music.ProviderName, types []music.EntityType) bool {
	return slices.ContainsFunc(types, func(t music.EntityType) bool { return e.can(name, providers.Searching(t)) })
}

// search is a search under way: round by round, in each of which every provider gives one page.
type search struct {
	engine   *Engine
	question SearchQuestion
	text     string
	asks     []Ask
	place    searchPlace
	reports  []*Report
	pages    []*Report  // the answer of each ask in this round; nil: none
	ranked   []gathered // what the round has found, the best first
}

// page makes one page of hits.
func (s *search) page(ctx context.Context) *Hits {
	out := &Hits{List: []*Hit{}, before: s.place.Shown > 0}
	for round := 0; ; {
		s.load(ctx)
		for _, g := range s.unseen() {
			if len(out.List) == s.question.First {
				out.HasNext, out.end = true, s.place
				return out
			}
			s.place = s.place.after(g)
			out.List = append(out.List, &Hit{Found: g.Found, Score: s.place.Score, place: s.place})
		}
		if round++; !s.advance() {
			return out
		}
		if len(out.List) == s.question.First || round == maxRounds {
			out.HasNext, out.end = true, s.place
			return out
		}
	}
}

// load gets a page of every provider that has more, and ranks what is on them.
func (s *search) load(ctx context.Context) {
	e, o := s.engine, s.question.Options
	s.pages = make([]*Report, len(s.asks))
	var asks []Ask
	var of []int
	for i, a := range s.asks {
		if s.place.Streams[i].Ended {
			continue
		}
		a.Page = s.place.Streams[i].Page
		asks, of = append(asks, a), append(of, i)
	}
	var parts []Part
	var places []int
	if len(asks) > 0 {
		for n, r := range e.Inquire(ctx, Inquiry{Asks: asks, Options: o}).reports {
			s.pages[of[n]] = r
			s.reports = append(s.reports, r)
			for i, p := range (&Findings{reports: []*Report{r}}).entries() {
				parts, places = append(parts, p), append(places, s.place.Streams[of[n]].Taken+i)
			}
		}
	}
	s.reports = append(s.reports, e.acquaint(ctx, parts, o)...)
	ranked, reports := e.decided(ctx, parts, e.subjects(parts, places), o)
	s.ranked, s.reports = ranked, append(s.reports, reports...)
	for i := range s.ranked {
		g := &s.ranked[i]
		for _, subject := range g.subjects {
			g.score = max(g.score, math.Round(match.Relevance(s.text, subject)*1e4)/1e4)
		}
	}
	rank(s.ranked)
}

// unseen are the hits of the round that were not shown before.
func (s *search) unseen() []gathered {
	var out []gathered
	for _, g := range s.ranked {
		if !slices.ContainsFunc(g.subjects, s.place.has) {
			out = append(out, g)
		}
	}
	return out
}

// advance goes on to the next page of every provider that has one; false: none has.
func (s *search) advance() bool {
	next := s.place
	next.Streams = slices.Clone(s.place.Streams)
	next.Seen, next.Past = nil, slices.Clone(s.place.Past)
	more := false
	for i, r := range s.pages {
		stream := &next.Streams[i]
		if r == nil || r.Answer == nil || r.Answer.Next == "" || r.Answer.Next == stream.Page {
			stream.Ended = true
			continue
		}
		stream.Page, stream.Taken = r.Answer.Next, stream.Taken+len(r.Answer.Entries)
		more = true
	}
	for _, g := range s.ranked {
		for _, subject := range g.subjects {
			next.Past = append(next.Past, match.PrintOf(subject))
		}
	}
	if !more || len(next.Past) > maxRemembered {
		return false
	}
	s.place = next
	return true
}
