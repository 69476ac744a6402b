package providertest

import (
	"errors"
	"net/url"
	"path/filepath"
	"slices"
	"strconv"

	"tutti/internal/golden"
	"tutti/music"
	"tutti/providers"
)

// goldens is promise 4.
func goldens(s *suite, r *report) {
	if len(s.spec.Releases) == 0 {
		r.breach("the spec has no releases")
	}
	for _, c := range s.cases() {
		r.did()
		out := s.run(s.context(), c)
		s.unrecorded(r, c, out)
		if out.err != nil {
			r.breach("%s: the lookup failed: %v", c.title(), out.err)
			continue
		}
		first := text(out.answer)
		path := filepath.Join(s.testdata(), "golden", c.title()+".json")
		golden.Equal(collector{report: r}, path, []byte(first))
		for range 2 {
			if again := s.run(s.context(), c); text(again.answer) != first {
				r.breach("%s: a second lookup gives something else:\n%s", c.title(), diff(first, text(again.answer)))
			}
		}
		s.real(r, c, out)
	}
}

// unrecorded tells which answers are missing in testdata.
func (s *suite) unrecorded(r *report, c Case, out outcome) {
	for _, name := range out.trip.unrecorded {
		r.breach("%s: %s", c.title(), name)
	}
}

// invariants is promise 5.
func invariants(s *suite, r *report) {
	for _, c := range s.cases() {
		out, ok := s.clean(s.context(), c)
		if !ok {
			r.skip("%s: the lookup failed", c.title())
			continue
		}
		r.did()
		v := invariant{suite: s, report: r, name: c.title()}
		if c.Asked.By == 0 {
			v.mbid(out.answer.MBID, out.answer.ID)
			v.release(out.answer.Release)
		}
		v.entries(out.answer.Entries, c.by())
		v.answer(out.answer)
	}
}

// invariant checks one answer.
type invariant struct {
	suite  *suite
	report *report
	name   string
}

func (v invariant) want(what string, holds ...bool) {
	if slices.Contains(holds, false) {
		v.report.breach("%s: %s", v.name, what)
	}
}

// answer checks what every answer has, whatever it is about.
func (v invariant) answer(a *providers.Answer) {
	v.want("the API URL "+a.APIURL+" is not an absolute URL", a.APIURL == "" || absolute(a.APIURL))
	v.want("a property has a gap and is covered", !slices.ContainsFunc(a.Gaps, func(g providers.Gap) bool { return a.Covers.Has(g.Property) }))
	v.want("there are fewer entries on all pages than on this one", a.Total == 0 || a.Total >= len(a.Entries))
	v.want("the next page is none that can be asked for", len(a.Next) <= providers.MaxPage)
}

// entries checks what is told of entities outside of a lookup of a release.
func (v invariant) entries(entries []providers.Entry, by providers.By) {
	for _, e := range entries {
		v.want("the entry "+e.ID.ID+" has no name", e.Name() != "")
		v.want("the entry "+e.Name()+" is no "+string(by.EntityType()), e.Type() == by.EntityType())
		v.mbid(e.MBID, e.ID)
		v.identity(e)
		switch {
		case e.Release != nil:
			v.release(e.Release)
		case e.Track != nil:
			v.tracks([]music.Track{*e.Track})
		case e.Artist != nil:
			v.entity(e.Artist.Entity)
			v.pages(e.Artist.Links, e.Artist.Images)
		}
		if e.On != nil {
			v.want("the track "+e.Name()+" is not on a release", e.On.Release != nil)
			v.identity(*e.On)
		}
	}
}

// identity checks that the id of an entry leads to the service's own page of such an entity.
func (v invariant) identity(e providers.Entry) {
	info := v.suite.factory.Info
	back, ok := info.Recognize(info.URL(e.ID))
	v.want("the id "+e.ID.Type+" "+e.ID.ID+" of "+e.Name()+" leads to no page of its own", ok, back.ID == e.ID.ID, back.Type == e.ID.Type)
	v.want("the type "+e.ID.Type+" is none of a "+string(e.Type()), slices.Contains(info.URLs.Types.Of(e.Type()), e.ID.Type))
}

func (v invariant) pages(links []music.ExternalLink, images []music.Image) {
	for _, l := range links {
		v.want("the link "+l.URL+" is not an absolute URL", absolute(l.URL))
	}
	for _, i := range images {
		v.want("the image "+i.URL+" is not an absolute URL", absolute(i.URL), i.Thumb == "" || absolute(i.Thumb))
	}
}

func (v invariant) release(rel *music.Release) {
	v.want("there is no title", rel.Title != "")
	if rel.GTIN != "" {
		v.want("the GTIN "+string(rel.GTIN)+" is not valid", rel.GTIN.Valid() == nil)
	}
	v.pages(rel.Links, rel.Images)
	v.want("a region of the release is not a country code", regions(rel.AvailableIn), regions(rel.ExcludedFrom))
	v.artists(rel.Artists)
	for _, l := range rel.Labels {
		v.entity(l.Entity)
	}
	if rel.ReleaseGroup != nil {
		v.entity(*rel.ReleaseGroup)
	}
	v.media(rel.Media)
}

// mbid checks that what a service whose ids are MBIDs tells says so, and that of no other.
func (v invariant) mbid(got music.MBID, of providers.ID) {
	if !v.suite.factory.Info.MBIDs {
		v.want("it has the MBID "+string(got)+", but the ids of the service are declared to be others", got == "")
		return
	}
	_, err := music.ParseMBID(string(got))
	v.want("the MBID "+string(got)+" is not that of the "+of.Type+" "+of.ID, err == nil, string(got) == of.ID)
}

func (v invariant) media(media []music.Medium) {
	last := 0
	for _, m := range media {
		if m.Number != 0 {
			v.want("the media are not in order", m.Number > last)
			last = m.Number
		}
		v.tracks(m.Tracks)
	}
}

func (v invariant) tracks(tracks []music.Track) {
	last := 0
	for _, t := range tracks {
		v.want("a track has no title", t.Title != "")
		v.want("the length of "+t.Title+" is negative", t.Length >= 0)
		if n, ok := t.Number.Int(); ok {
			v.want("the tracks are not in order at "+t.Title, n > last)
			last = n
		}
		if t.ISRC != nil && *t.ISRC != "" {
			_, ok := music.NormalizeISRC(*t.ISRC)
			v.want("the ISRC "+string(*t.ISRC)+" is not valid", ok)
		}
		v.want("a region of "+t.Title+" is not a country code", regions(t.AvailableIn))
		v.artists(t.Artists)
		if t.Recording != nil {
			v.entity(*t.Recording)
		}
	}
}

func (v invariant) artists(credits []music.ArtistCredit) {
	for _, a := range credits {
		v.want("an artist has no name", a.Name != "")
		v.entity(a.Entity)
	}
}

// entity checks that ids of the service lead to a page of its own that is about them.
func (v invariant) entity(e music.Entity) {
	info := v.suite.factory.Info
	for _, x := range e.IDs {
		if x.Provider != info.Name {
			v.want("an id of "+e.Name+" names no provider", x.Provider != "")
			continue
		}
		id := providers.ID{Type: x.Type, ID: x.ID, Region: x.Region, Slug: x.Slug}
		types := info.URLs.Types
		known := slices.Contains(slices.Concat(types.Release, types.Artist, types.Track, types.Label, types.Group), x.Type)
		back, ok := info.Recognize(info.URL(id))
		readable := ok && back.ID == x.ID && back.Type == x.Type
		// Some services have pages that are written but not recognised: of labels.
		v.want("the id "+x.Type+" "+x.ID+" of "+e.Name+" leads to no page of its own", known, readable || !ok && absolute(info.URL(id)))
	}
	if e.MBID != "" {
		_, err := music.ParseMBID(string(e.MBID))
		v.want("the MBID "+string(e.MBID)+" is not valid", err == nil)
	}
}

func absolute(u string) bool {
	parsed, err := url.Parse(u)
	return err == nil && parsed.Host != "" && (parsed.Scheme == "https" || parsed.Scheme == "http")
}

func regions(rs []music.Region) bool {
	return !slices.ContainsFunc(rs, func(r music.Region) bool {
		_, err := music.ParseRegion(string(r))
		return err != nil
	})
}

// aboutWhatWasAsked is promise 6.
func aboutWhatWasAsked(s *suite, r *report) {
	for _, c := range s.cases() {
		out, ok := s.clean(s.context(), c)
		if !ok {
			r.skip("%s: the lookup failed", c.title())
			continue
		}
		r.did()
		if c.by() == providers.ByGTIN && out.answer.Release.GTIN != "" && !out.answer.Release.GTIN.Equal(c.GTIN) {
			r.skip("%s: the answer has another GTIN, which its endpoint tolerates", c.title())
		}
		s.swap(r, c)
	}
}

// swap serves, for one case, the first document of another.
func (s *suite) swap(r *report, c Case) {
	if c.by()&(providers.ByID|providers.ByGTIN|providers.ByTrack|providers.ByISRC|providers.ByArtist) == 0 {
		return // a list is about what it lists
	}
	own := s.starts(c)
	for _, other := range s.cases() {
		theirs := s.starts(other)
		if other.by() != c.by() || len(own) == 0 || len(theirs) == 0 || own[0].Endpoint != theirs[0].Endpoint || same(own, theirs) {
			continue
		}
		last := theirs[len(theirs)-1].Key
		out := s.run(s.context(), c, func(t *trip) {
			t.tamed = true
			t.swapped = func(providers.Ask) providers.Key { return last }
		})
		tolerated := out.err == nil && s.tolerates(out)
		if !errors.Is(out.err, providers.ErrMismatch) && !tolerated {
			r.breach("%s: when the service answers with %s instead, the lookup ends with %s, and not with ErrMismatch",
				c.title(), describe(theirs[len(theirs)-1]), out.how())
		}
		return
	}
	r.skip("%s: no other release to be answered with", c.title())
}

// tolerates reports whether an answer about something else is allowed: declared, and with a warning.
func (s *suite) tolerates(out outcome) bool {
	loose := slices.ContainsFunc(out.trip.cover.Steps, func(st providers.Step) bool { return st.Loose&out.trip.by != 0 })
	return loose && len(out.answer.Warnings) > 0
}

func same(a, b []providers.Ask) bool {
	return slices.ContainsFunc(a, func(x providers.Ask) bool { return slices.Contains(b, x) })
}

// starts returns the questions that a lookup starts from; the last one was answered.
func (s *suite) starts(c Case) []providers.Ask {
	out, ok := s.clean(s.context(), c)
	if !ok {
		return nil
	}
	var asks []providers.Ask
	for _, a := range out.trip.asked {
		if a.Endpoint != nil && a.Starts&out.trip.by != 0 {
			asks = append(asks, a)
		}
	}
	return asks
}

// notFound is promise 7.
func notFound(s *suite, r *report) {
	if len(s.spec.Missing) == 0 {
		r.breach("the spec has no missing releases")
	}
	for _, c := range s.spec.Missing {
		r.did()
		out := s.run(s.context(), c)
		s.unrecorded(r, c, out)
		if !errors.Is(out.err, providers.ErrNotFound) {
			r.breach("%s: the service says no, but the lookup ends with %s, and not with ErrNotFound", c.title(), out.how())
		}
		s.real(r, c, out)
	}
	for _, c := range s.cases() {
		s.laterNo(r, c)
	}
}

// laterNo has each later document of a case be a "no".
func (s *suite) laterNo(r *report, c Case) {
	out, ok := s.clean(s.context(), c)
	if !ok {
		r.skip("%s: the lookup failed", c.title())
		return
	}
	for k, n := range out.trip.requests() {
		if n.start {
			continue
		}
		r.did()
		no := &fault{name: "a no", at: k, apply: func(Reply) (Reply, error) { return Reply{}, &providers.Error{Kind: providers.ErrNotFound} }}
		got := s.run(s.context(), c, failing(no))
		switch {
		case errors.Is(got.err, providers.ErrNotFound):
			r.breach("%s: the service denies %s, and the lookup ends with ErrNotFound although the release was there", c.title(), describe(n.asks[0]))
		case got.err == nil && len(got.answer.Gaps) == 0 && text(got.answer) != text(out.answer):
			r.breach("%s: the service denies %s, and the answer differs without a gap", c.title(), describe(n.asks[0]))
		}
	}
}

// how says how a lookup ended.
func (out outcome) how() string {
	switch {
	case out.hung:
		return "nothing: it hangs"
	case out.err != nil:
		return out.err.Error()
	case out.answer.Release == nil:
		return strconv.Itoa(len(out.answer.Entries)) + " entries"
	default:
		return "the release " + out.answer.Release.Title
	}
}
