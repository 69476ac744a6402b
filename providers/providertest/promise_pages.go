package providertest

import (
	"errors"
	"fmt"
	"maps"
	"net/url"
	"slices"
	"strings"

	"tutti/music"
	"tutti/providers"
)

// pages is promise 2.
func pages(s *suite, r *report) {
	types := s.factory.Info.URLs.Types
	all := slices.Concat(types.Release, types.Artist, types.Track, types.Label)
	for i, t := range all {
		if slices.Contains(all[:i], t) {
			r.breach("the type %q means two things", t)
		}
	}
	if len(s.spec.URLs) == 0 {
		r.breach("the spec has no URLs")
	}
	for _, u := range s.spec.URLs {
		r.did()
		s.page(r, u)
	}
	for _, u := range s.foreign() {
		if id, ok := s.factory.Info.Recognize(u); ok {
			r.breach("the foreign page %s is taken for %s %s", u, id.Type, id.ID)
		}
	}
}

// foreign returns pages that are not recognised.
func (s *suite) foreign() []string {
	out := slices.Clone(s.spec.Foreign)
	for _, name := range slices.Sorted(maps.Keys(foreignPages)) {
		if music.ProviderName(name) != s.factory.Info.Name {
			out = append(out, foreignPages[name])
		}
	}
	return out
}

func (s *suite) page(r *report, u URL) {
	info := s.factory.Info
	id, ok := info.Recognize(u.URL)
	if !ok || id != u.ID {
		r.breach("the page %s is read as %+v (recognised: %t), not as %+v", u.URL, id, ok, u.ID)
		return
	}
	for what, variant := range variants(u.URL) {
		if got, ok := info.Recognize(variant); !ok || got != id {
			r.breach("the page %s is not the same with %s: %+v (recognised: %t)", variant, what, got, ok)
		}
	}
	for _, trick := range impostors(u.URL) {
		if got, ok := info.Recognize(trick); ok {
			r.breach("the page %s of another host is taken for %s %s", trick, got.Type, got.ID)
		}
	}
	s.tricks(r, u)
	s.address(r, u, id)
	s.serialized(r, u, id)
}

// tricks checks that a page into which something was smuggled is refused, or is still the same; an id in which it got stuck is
// refused before any request.
func (s *suite) tricks(r *report, u URL) {
	docs := &standIn{suite: s}
	src := providers.NewSource(s.factory, docs)
	for _, trick := range tricky(u) {
		got, ok := s.factory.Info.Recognize(trick)
		if !ok || got.Type == u.ID.Type && got.ID == u.ID.ID {
			continue
		}
		if _, err := src.Release(s.context(), got, providers.Options{}); !errors.Is(err, providers.ErrInvalid) {
			r.breach("the page %.80q is read as %s %.80q, which is looked up: %v", trick, got.Type, got.ID, err)
		}
	}
	if docs.lost > 0 {
		r.breach("%d documents were asked for", docs.lost)
	}
}

// tricky are addresses of a page with something smuggled in: behind the id, and at the end.
func tricky(u URL) []string {
	page, _, _ := strings.Cut(u.URL, "?")
	var out []string
	for _, trick := range smuggled {
		out = append(out, page+trick, strings.Replace(page, u.ID.ID, u.ID.ID+trick, 1), strings.Replace(page, u.ID.ID, trick, 1))
	}
	return out
}

// address checks that an entity's own page leads back to it.
func (s *suite) address(r *report, u URL, id providers.ID) {
	own := s.factory.Info.URL(id)
	if u.Canonical && own != u.URL {
		r.breach("the page %s is canonical, but is written as %s", u.URL, own)
	}
	back, ok := s.factory.Info.Recognize(own)
	back.Slug, id.Slug = "", ""
	if !ok || back.ID != id.ID || back.Type != id.Type || id.Region != "" && back.Region != "" && back.Region != id.Region {
		r.breach("the page of %+v is written as %s, which is read as %+v", id, own, back)
	}
}

func (s *suite) serialized(r *report, u URL, id providers.ID) {
	info := s.factory.Info
	if !info.ReleaseType(id) {
		return
	}
	want := u.Serialized
	if want == "" {
		want = id.ID
	}
	text := info.SerializeID(id)
	if text != want {
		r.breach("the id of %s is written as %q, not as %q", u.URL, text, want)
	}
	back, err := info.ParseID(text)
	if err != nil || back.Type != id.Type || back.ID != id.ID {
		r.breach("the id %q of %s is read as %+v, %v", text, u.URL, back, err)
	}
}

// variants are other ways to write the same page.
func variants(page string) map[string]string {
	u, err := url.Parse(page)
	if err != nil {
		return nil
	}
	out := map[string]string{}
	add := func(what string, change func(*url.URL)) {
		c := *u
		change(&c)
		out[what] = c.String()
	}
	add("another scheme", func(c *url.URL) { c.Scheme = "http" })
	add("a port", func(c *url.URL) { c.Host += ":443" })
	add("a query", func(c *url.URL) { c.RawQuery = "utm_source=test&x=%2F" })
	add("a fragment", func(c *url.URL) { c.Fragment = "top" })
	add("its host in capitals", func(c *url.URL) { c.Host = strings.ToUpper(c.Host) })
	return out
}

// impostors are pages that only look like those of the service.
func impostors(page string) []string {
	u, err := url.Parse(page)
	if err != nil {
		return nil
	}
	after, user := *u, *u
	after.Host += ".example"
	user.User, user.Host = url.User(u.Host), "music.example"
	return []string{after.String(), user.String()}
}

// badIDs is promise 3.
func badIDs(s *suite, r *report) {
	r.did()
	info := s.factory.Info
	if len(info.URLs.Types.Release) == 0 {
		return
	}
	long := strings.Repeat("1", providers.MaxID+1)
	docs := &standIn{suite: s}
	src := providers.NewSource(s.factory, docs)
	for _, bad := range slices.Concat(s.spec.BadIDs, knownBadIDs, []string{long}) {
		if id, err := info.ParseID(bad); !errors.Is(err, providers.ErrInvalid) {
			r.breach("the bad id %.60q is read as %+v, %v, and not refused as ErrInvalid", bad, id, err)
		}
	}
	for _, bad := range append(slices.Clone(knownBadIDs), long) {
		_, err := src.Release(s.context(), providers.ID{Type: info.URLs.Types.Release[0], ID: bad}, providers.Options{})
		if !errors.Is(err, providers.ErrInvalid) {
			r.breach("a lookup of the bad id %.60q ends with %v, and not with ErrInvalid", bad, err)
		}
	}
	if src.Can(providers.ByGTIN) {
		for _, bad := range knownBadGTINs {
			if _, err := src.FindGTIN(s.context(), music.GTIN(bad), providers.Options{}); !errors.Is(err, providers.ErrInvalid) {
				r.breach("a lookup of the bad GTIN %q ends with %v, and not with ErrInvalid", bad, err)
			}
		}
	}
	s.badQuestions(r, src)
	if docs.lost > 0 {
		r.breach("%d documents were asked for", docs.lost)
	}
}

// badQuestions checks that what cannot be right is refused before anything is asked, whatever it is asked for.
func (s *suite) badQuestions(r *report, src *providers.Source) {
	types := s.factory.Info.URLs.Types
	for _, q := range slices.Concat(
		badEntities(providers.ByTrack, types.Track), badEntities(providers.ByArtist, types.Artist),
		badEntities(providers.ByDiscography, types.Artist), badSearches(),
		[]providers.Question{{By: providers.ByISRC, ISRC: "GBAYE6800011X"}, {By: providers.ByISRC}},
	) {
		if !src.Can(q.By) {
			continue
		}
		if _, err := src.Ask(s.context(), q, providers.Options{}); !errors.Is(err, providers.ErrInvalid) {
			r.breach("the bad question %.80q by %s ends with %v, and not with ErrInvalid", fmt.Sprint(q.ID.ID, q.ISRC, q.Query, q.Page), q.By, err)
		}
	}
}

func badEntities(by providers.By, types []string) []providers.Question {
	out := []providers.Question{{By: by, ID: providers.ID{Type: "none of its types", ID: "1"}}}
	for _, bad := range append(slices.Clone(knownBadIDs), strings.Repeat("1", providers.MaxID+1)) {
		for _, t := range types {
			out = append(out, providers.Question{By: by, ID: providers.ID{Type: t, ID: bad}})
		}
	}
	return out
}

func badSearches() []providers.Question {
	var out []providers.Question
	for _, by := range []providers.By{providers.BySearchingReleases, providers.BySearchingTracks, providers.BySearchingArtists} {
		for _, q := range []providers.Query{
			{}, {Text: " "}, {Text: "a", Title: "b"}, {Artist: "a"}, {Text: "a\x00b"}, {Title: strings.Repeat("a", providers.MaxQuery+1)},
		} {
			out = append(out, providers.Question{By: by, Query: q})
		}
		for _, page := range []string{"a b", "\n", strings.Repeat("1", providers.MaxPage+1)} {
			out = append(out, providers.Question{By: by, Query: providers.Query{Text: "a"}, Page: page})
		}
	}
	return out
}
