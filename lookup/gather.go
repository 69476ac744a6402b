package lookup

import (
	"cmp"
	"context"
	"slices"

	"tutti/harmonize/match"
	"tutti/music"
	"tutti/providers"
)

// subject is an entity as far as it counts when entities are compared. Place is its place in its provider's answer.
func (e *Engine) subject(p Part, place int) match.Subject {
	entry := p.Entry
	s := match.Subject{
		Type: entry.Type(), Provider: e.order[p.Provider], Place: place, ID: entityKey(p.Provider, entry.ID), Title: entry.Name(), MBID: entry.MBID,
	}
	switch {
	case entry.Track != nil:
		s.Artist, s.Length = music.CreditText(entry.Track.Artists), entry.Track.Length
		if entry.Track.ISRC != nil {
			s.ISRC = *entry.Track.ISRC
		}
		if entry.On != nil && entry.On.Release != nil {
			s.Album = entry.On.Release.Title
		}
	case entry.Artist != nil:
		s.MBID = cmp.Or(entry.MBID, entry.Artist.MBID)
		for _, id := range e.pagesOf(entry.Artist) {
			s.Pages = append(s.Pages, entityKey(id.Provider, providers.ID{Type: id.Type, ID: id.ID}))
		}
	default:
		describeRelease(&s, entry.Release)
		s.GTIN = cmp.Or(s.GTIN, p.gtin)
	}
	return s
}

// describeRelease fills in what a release says of itself.
func describeRelease(s *match.Subject, r *music.Release) {
	s.Artist, s.GTIN = music.CreditText(r.Artists), r.GTIN
	s.Tracks = cmp.Or(r.TrackCount, music.FlatCount(r.Media))
	if r.Date != nil {
		s.Date = r.Date.Date
	}
	for _, l := range r.Labels {
		if l.Name != "" {
			s.Labels = append(s.Labels, l.Name)
		}
		if l.CatalogNumber != "" {
			s.Catalog = append(s.Catalog, l.CatalogNumber)
		}
	}
}

// entityKey names an entity among those of all providers.
func entityKey(p music.ProviderName, id providers.ID) string {
	return string(p) + ":" + id.Type + ":" + id.ID
}

// pagesOf are the artist's ids: those that it has, and those of the pages that it links to. The order is theirs.
func (e *Engine) pagesOf(a *music.Artist) []music.ExternalID {
	ids := slices.Clone(a.IDs)
	for _, l := range a.Links {
		f, id, ok := e.setup.Registry.ByURL(l.URL)
		if is, typed := f.Info.EntityType(id); !ok || !typed || is != music.EntityArtist {
			continue
		}
		ids = append(ids, music.ExternalID{Provider: f.Info.Name, Type: id.Type, ID: id.ID, Region: id.Region, Slug: id.Slug})
	}
	return ids
}

// gathered are entities of which the same were joined, with what they were compared by.
type gathered struct {
	*Found

	subjects []match.Subject // of its parts, in their order
	score    float64
}

// gather joins the parts that are the same. Places are those in the providers' answers; nil: the order of the parts.
func (e *Engine) gather(parts []Part, places []int) []gathered {
	subjects := e.subjects(parts, places)
	return gatherBy(parts, subjects, match.Group(subjects))
}

func (e *Engine) subjects(parts []Part, places []int) []match.Subject {
	out := make([]match.Subject, len(parts))
	for i, p := range parts {
		place := i
		if places != nil {
			place = places[i]
		}
		out[i] = e.subject(p, place)
	}
	return out
}

// maxDecisions is how many releases are looked up for their GTIN, to tell whether they are the same.
const maxDecisions = 12

// decided joins the subjects that are the same. Where only a GTIN can tell, and it was not told, the releases are looked up, the first
// ones up to a bound. It returns how that went, for the reports.
func (e *Engine) decided(ctx context.Context, parts []Part, subjects []match.Subject, o Options) ([]gathered, []*Report) {
	groups := match.Group(subjects)
	undecided := match.Undecided(subjects, groups)
	undecided = undecided[:min(len(undecided), maxDecisions)]
	if len(undecided) == 0 {
		return gatherBy(parts, subjects, groups), nil
	}
	o.Providers, o.Categories = []music.ProviderName{}, nil
	questions := make([]Question, len(undecided))
	for n, i := range undecided {
		questions[n] = Question{Refs: []Ref{e.refOf(parts[i])}, Options: o}
	}
	var reports []*Report
	for n, r := range e.RunAll(ctx, questions, Need{Common: music.PropertiesOf(music.PropTitle, music.PropGTIN)}) {
		reports = append(reports, r.reports...)
		if release := r.Release(); release != nil {
			gtin, _ := release.GTIN(nil)
			parts[undecided[n]].gtin, subjects[undecided[n]].GTIN = gtin, gtin
		}
	}
	return gatherBy(parts, subjects, match.Group(subjects)), reports
}

func gatherBy(parts []Part, subjects []match.Subject, groups [][]int) []gathered {
	var out []gathered
	for _, group := range groups {
		g := gathered{Found: &Found{Part: parts[group[0]]}}
		for n, i := range group {
			g.subjects = append(g.subjects, subjects[i])
			if n > 0 {
				g.Others = append(g.Others, parts[i])
			}
		}
		out = append(out, g)
	}
	return out
}

// rank puts the best first: by score, then by the number of providers. What is equal in both stays in the order of the providers.
func rank(list []gathered) {
	slices.SortStableFunc(list, func(a, b gathered) int {
		return cmp.Or(-cmp.Compare(a.score, b.score), -cmp.Compare(len(a.FoundBy()), len(b.FoundBy())))
	})
}

// founds are the entities alone.
func founds(list []gathered) []*Found {
	out := make([]*Found, len(list))
	for i, g := range list {
		out[i] = g.Found
	}
	return out
}

// hidesLinks reports whether an artist's pages elsewhere are known to its provider and were not told: a database knows such pages,
// and names them when it is asked for the artist alone.
func (e *Engine) hidesLinks(p Part) bool {
	f, ok := e.setup.Registry.Lookup(string(p.Provider))
	return ok && p.Entry.Artist != nil && p.report.By != providers.ByArtist &&
		slices.Contains(f.Info.Categories, providers.Database) && e.can(p.Provider, providers.ByArtist)
}

// maxAcquaintances is how many artists that a search has found are asked for their pages, to tell whether they are the same.
const maxAcquaintances = 3

// acquaint asks the databases for the pages of artists whose name another provider's artist has as well: by these they are joined.
func (e *Engine) acquaint(ctx context.Context, parts []Part, o Options) []*Report {
	var unknown []*Part
	for i := range parts {
		if len(unknown) < maxAcquaintances && e.hidesLinks(parts[i]) && hasNamesake(parts, i) {
			unknown = append(unknown, &parts[i])
		}
	}
	return e.reread(ctx, unknown, providers.ByArtist, music.PropertiesOf(music.PropArtists, music.PropLinks), o)
}

// hasNamesake reports whether another provider has found an artist of the same name.
func hasNamesake(parts []Part, i int) bool {
	return slices.ContainsFunc(parts, func(p Part) bool {
		return p.Entry.Artist != nil && p.Provider != parts[i].Provider && music.SimilarNames(p.Entry.Name(), parts[i].Entry.Name())
	})
}
