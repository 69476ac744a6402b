package tidal

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"slices"

	"tutti/music"
	"tutti/providers"
	"tutti/providers/internal/answer"
	"tutti/providers/internal/decode"
)

// trackList is the list of items that was obtained, and the resources that these and the release refer to.
type trackList struct {
	answer.Tracks[wireRef]

	included resources
	isHoled  bool // the service leaves items out, whose places are known
}

// embedded is the list that a release brings with it. A video is its own only item.
func embedded(f found) trackList {
	l := trackList{included: f.included}
	l.Release, l.Count, l.List = f.release.ID, f.release.Attributes.NumberOfItems, f.release.Relationships.Items.Data
	if f.release.Type == "videos" {
		l.included.add([]wireResource{f.release})
		item := wireRef{ID: f.release.ID, Type: f.release.Type}
		item.Meta.VolumeNumber, item.Meta.TrackNumber = 1, 1
		l.Count, l.List = 1, []wireRef{item}
	}
	return l
}

// list completes the list of items. An item that is not there, or a wrong answer about a page, is an error where tracks are wanted.
func (p *provider) list(ctx context.Context, l *trackList, f found, cover providers.Cover) error {
	isWanted := cover.Has(p.items)
	if isWanted && l.List != nil {
		if err := p.pages(ctx, l, f); err != nil {
			return err
		}
	}
	if err := l.missing(); err != nil {
		if isWanted {
			return err
		}
		l.List = nil
		l.Gaps.Add(err, p.items.Yields)
	}
	if l.IsUnexplained() {
		l.Gaps.Add(l.Shortfall(), p.items.Yields)
		if isWanted && l.Count > 0 {
			l.isHoled = true
			l.Warnings = append(l.Warnings, incomplete(len(l.List), l.Count, f.ask.Region))
		}
	}
	return nil
}

// pages adds the pages after the release's own items. A list whose cursor is refused is read anew, once.
func (p *provider) pages(ctx context.Context, l *trackList, f found) error {
	embedded := l.List
	c := &chain{ask: p.items.Of(l.Release).In(f.ask.Region), asked: map[string]bool{}}
	next, err := nextPage(f.release.Relationships.Items.Links)
	if err == nil {
		err = p.follow(ctx, l, c, next)
	}
	if isRefused(err) {
		l.List = []wireRef{}
		err = p.follow(ctx, l, c, new("")) // the page without a cursor
	}
	if !isUnanswered(err) {
		return err
	}
	if len(l.List) < len(embedded) {
		l.List = embedded
	}
	l.Gaps.Add(err, p.items.Yields)
	return nil
}

// chain is the pages of one list that were asked for.
type chain struct {
	ask   providers.Ask
	asked map[string]bool // by cursor
}

// follow adds the pages from one on; nil: there is none.
func (p *provider) follow(ctx context.Context, l *trackList, c *chain, cursor *string) error {
	for cursor != nil {
		ask := c.ask.At(*cursor)
		switch {
		case c.asked[ask.Page]:
			return &providers.Error{Op: ask.Name + " " + ask.String(), Kind: providers.ErrMalformed, Err: errors.New("pages go around in a circle")}
		case len(c.asked) == ask.Count.Max:
			return &providers.Error{Op: ask.Name + " " + ask.String(), Kind: providers.ErrCut}
		}
		c.asked[ask.Page] = true
		page, err := decode.JSON[wirePage](p.documents.Get(ctx, ask)[0])
		if err != nil {
			return err
		}
		l.List = append(slices.Clip(l.List), page.Data...)
		l.included.add(page.Included)
		if cursor, err = nextPage(page.Links); err != nil {
			return err
		}
	}
	return nil
}

// nextPage returns the cursor of the page that links lead to; nil: there is none.
func nextPage(links wireLinks) (*string, error) {
	cursor := links.Meta.NextCursor
	if u, err := url.Parse(links.Next); err == nil && u.Query().Get(cursorName) != "" {
		cursor = u.Query().Get(cursorName)
	}
	switch {
	case cursor != "":
		return &cursor, nil
	case links.Next != "":
		return nil, &providers.Error{Op: "pages", Kind: providers.ErrMalformed, Err: errors.New("the next page has no cursor")}
	default:
		return nil, nil //nolint:nilnil // there is none
	}
}

// isRefused reports whether the service does not know a page that it named.
func isRefused(err error) bool {
	return errors.Is(err, providers.ErrInvalid) || errors.Is(err, providers.ErrNotFound)
}

// isUnanswered reports whether there was no answer, or none in time, rather than a wrong one.
func isUnanswered(err error) bool {
	e, ok := errors.AsType[*providers.Error](err)
	return ok && (errors.Is(err, providers.ErrCut) || errors.Is(err, providers.ErrNotRecorded) || errors.Is(err, providers.ErrRateLimited) ||
		errors.Is(err, providers.ErrUnavailable) && e.Status == 0)
}

// missing says which item is named but not there.
func (l *trackList) missing() error {
	for _, item := range l.List {
		if l.included.of(item).ID == "" {
			return &providers.Error{
				Op: "items of release " + l.Release, Kind: providers.ErrMalformed,
				Err: fmt.Errorf("track %d of volume %d is not included", item.Meta.TrackNumber, item.Meta.VolumeNumber),
			}
		}
	}
	return nil
}

// lack notes that a property is incomplete where the service does not tell what these references are to.
func (l *trackList) lack(refs []wireRef, p music.Property) {
	if len(refs) > 0 {
		l.Gaps.Add(&providers.Error{
			Op: "release " + l.Release, Kind: providers.ErrMalformed,
			Err: fmt.Errorf("of %s, %s is not included", refs[0].Type, refs[0].ID),
		}, music.PropertiesOf(p))
	}
}
