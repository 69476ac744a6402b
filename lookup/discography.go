package lookup

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"

	"tutti/harmonize"
	"tutti/harmonize/match"
	"tutti/music"
	"tutti/providers"
)

// maxListPages is how many pages of one provider's list of an artist's releases are read.
const maxListPages = 20

// ListQuestion is which page of the releases of an artist is wanted.
type ListQuestion struct {
	Paging

	MissingFrom music.ProviderName // only releases that this provider does not list; empty: all
}

// Listing is a page of the releases of an artist.
type Listing struct {
	list    []*ListedRelease
	hasNext bool
	before  bool
	Reports []*Report // one per provider
}

// ListedRelease is one of them.
type ListedRelease struct {
	*Found

	Cursor string // where the next page begins
	on     []music.ProviderName
	off    []music.ProviderName
}

// Node is the release, as those tell of it that list it.
func (l *ListedRelease) Node() *harmonize.Release { return l.Release() }

// OnProviders says who lists it.
func (l *ListedRelease) OnProviders() []music.ProviderName { return l.on }

// MissingOn says who does not list it, of those whose whole list was read.
func (l *ListedRelease) MissingOn() []music.ProviderName { return l.off }

// Edges are the releases with their cursors.
func (l *Listing) Edges() []*ListedRelease { return l.list }

// Nodes are the releases.
func (l *Listing) Nodes() []*harmonize.Release {
	out := []*harmonize.Release{}
	for _, r := range l.list {
		out = append(out, r.Node())
	}
	return out
}

// PageInfo says where the page lies among all.
func (l *Listing) PageInfo() *PageInfo {
	p := &PageInfo{HasNextPage: l.hasNext, HasPreviousPage: l.before}
	if n := len(l.list); n > 0 {
		p.StartCursor, p.EndCursor = &l.list[0].Cursor, &l.list[n-1].Cursor
	}
	return p
}

// IncompleteError says that what a provider lacks cannot be told, since its list is not known, or not as a whole.
type IncompleteError struct {
	Provider music.ProviderName
	Err      error // why
}

func (e *IncompleteError) Error() string {
	return fmt.Sprintf("missingFrom: what %s lacks is not known: %s", e.Provider, e.Err)
}

// Unwrap returns why.
func (e *IncompleteError) Unwrap() error { return e.Err }

var (
	errNoList  = errors.New("no page of the artist is known there of which the releases could be listed")
	errCutList = errors.New("its list was not read to the end")
)

// Discography unites the releases of an artist that the providers of the asks list, the newest first and those without a date last.
// All lists are read as a whole, since nothing else tells what is missing from one. An error says what is wrong with the question; it
// is an *IncompleteError where MissingFrom cannot be answered.
func (e *Engine) Discography(ctx context.Context, artist []Ask, q ListQuestion, need Need) (*Listing, error) {
	if err := q.check(); err != nil {
		return nil, err
	}
	at := listPlace{}
	if q.After != "" && (!read64(q.After, &at) || at.Index < 0) {
		return nil, errCursor
	}
	o := q.Options.sharing()
	w := &works{engine: e, lists: make([]worksOf, len(artist))}
	for i, ask := range artist {
		ask.By, ask.Need = providers.ByDiscography, need.Common
		w.lists[i].ask = ask
	}
	w.read(ctx, o)
	if err := w.lacksWhole(q.MissingFrom); err != nil {
		return nil, err
	}
	all := slices.DeleteFunc(w.united(ctx, o), func(g gathered) bool { return slices.Contains(g.FoundBy(), q.MissingFrom) })
	first := at.in(all)
	page := all[first:min(first+q.First, len(all))]
	out := &Listing{list: []*ListedRelease{}, before: first > 0, hasNext: first+len(page) < len(all)}
	found := founds(page)
	reports := append(w.reports, e.complete(ctx, found, Needs{music.EntityRelease: need}, o)...)
	out.Reports = united(append(reports, e.rejoin(ctx, found, need, o)...))
	for i, f := range found {
		if f == nil || f.Release() == nil || slices.Contains(f.FoundBy(), q.MissingFrom) {
			continue
		}
		out.list = append(out.list, &ListedRelease{
			Found: f, Cursor: written64(listPlace{first + i, page[i].subjects[0].ID}), on: f.FoundBy(), off: w.without(f.FoundBy()),
		})
	}
	if n := len(out.list); n > 0 { // behind the last, all of the page was shown
		out.list[n-1].Cursor = written64(listPlace{first + len(page) - 1, page[len(page)-1].subjects[0].ID})
	}
	return out, nil
}

// listPlace is a place in a list that is made anew for each page: the last release shown, and where it stood.
type listPlace struct {
	Index int    `json:"n"`
	ID    string `json:"i,omitempty"`
}

// in is where to go on: behind the release that was shown last, or where it stood if it is there no more.
func (p listPlace) in(all []gathered) int {
	if p.ID == "" {
		return 0
	}
	i := slices.IndexFunc(all, func(g gathered) bool {
		return slices.ContainsFunc(g.subjects, func(s match.Subject) bool { return s.ID == p.ID })
	})
	if i < 0 {
		return min(p.Index, len(all))
	}
	return i + 1
}

// works are the lists of an artist's releases.
type works struct {
	engine  *Engine
	lists   []worksOf
	reports []*Report
}

// worksOf is the list of one provider.
type worksOf struct {
	ask   Ask
	parts []Part
	ended bool
	err   error // why it is not known as a whole
}

// read reads all lists, page by page, all at the same time.
func (w *works) read(ctx context.Context, o Options) {
	for range maxListPages {
		var asks []Ask
		var of []*worksOf
		for i := range w.lists {
			if l := &w.lists[i]; !l.ended {
				asks, of = append(asks, l.ask), append(of, l)
			}
		}
		if len(asks) == 0 {
			return
		}
		for i, r := range w.engine.Inquire(ctx, Inquiry{Asks: asks, Options: o}).reports {
			w.reports = append(w.reports, r)
			of[i].take(r)
		}
	}
	for i := range w.lists {
		if l := &w.lists[i]; !l.ended {
			l.err = errCutList
		}
	}
}

// take reads a page.
func (l *worksOf) take(r *Report) {
	if r.Answer == nil {
		l.ended, l.err = true, cmp.Or(r.Err, errCutList)
		return
	}
	l.parts = append(l.parts, (&Findings{reports: []*Report{r}}).entries()...)
	next := r.Answer.Next
	l.ended = next == "" || next == l.ask.Page
	l.ask.Page = next
}

// lacksWhole says why it is not known what a provider lacks; nil: it is.
func (w *works) lacksWhole(name music.ProviderName) error {
	if name == "" {
		return nil
	}
	err := errNoList
	for _, l := range w.lists {
		if l.ask.Provider != name {
			continue
		}
		if l.err != nil {
			return &IncompleteError{name, l.err}
		}
		err = nil
	}
	if err != nil {
		return &IncompleteError{name, err}
	}
	return nil
}

// without are the providers, of those whose whole list is known, that are not among some.
func (w *works) without(some []music.ProviderName) []music.ProviderName {
	out := []music.ProviderName{}
	for _, l := range w.lists {
		if name := l.ask.Provider; !slices.Contains(out, name) && !slices.Contains(some, name) && w.lacksWhole(name) == nil {
			out = append(out, name)
		}
	}
	slices.SortFunc(out, func(a, b music.ProviderName) int { return cmp.Compare(w.engine.order[a], w.engine.order[b]) })
	return out
}

// united joins what is the same. All is by one artist, so that who is credited counts for nothing.
func (w *works) united(ctx context.Context, o Options) []gathered {
	var parts []Part
	var subjects []match.Subject
	for _, l := range w.lists {
		for i, p := range l.parts {
			s := w.engine.subject(p, i)
			s.Artist = ""
			parts, subjects = append(parts, p), append(subjects, s)
		}
	}
	all, reports := w.engine.decided(ctx, parts, subjects, o)
	w.reports = append(w.reports, reports...)
	slices.SortStableFunc(all, func(a, b gathered) int {
		x, y := dateOf(a), dateOf(b)
		return cmp.Or(-cmp.Compare(x.Year, y.Year), -cmp.Compare(x.Month, y.Month), -cmp.Compare(x.Day, y.Day))
	})
	return all
}

// dateOf is the most precise date that is told of a release; of several the earliest.
func dateOf(g gathered) music.PartialDate {
	var best music.PartialDate
	for _, s := range g.subjects {
		if precision(s.Date) > precision(best) || precision(s.Date) == precision(best) && s.Date.String() < best.String() {
			best = s.Date
		}
	}
	return best
}

func precision(d music.PartialDate) int {
	switch {
	case d.Day > 0:
		return 3
	case d.Month > 0:
		return 2
	case d.Year > 0:
		return 1
	default:
		return 0
	}
}
