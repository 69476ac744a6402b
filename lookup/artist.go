package lookup

import (
	"context"
	"slices"
	"sync"

	"tutti/harmonize"
	"tutti/music"
	"tutti/providers"
)

// Bounds of a search for an artist's pages elsewhere.
const (
	maxNamesakes = 3  // of each database whose pages are read, to see whether one of them names the artist
	maxPages     = 20 // that are read of one artist
)

// FindWhole returns the artist that an inquiry is about, with the same artist at other providers, as far as that is certain: a
// database's page of the artist names the others. Nobody is taken for the same by name. It is nil where nobody has the artist.
func (e *Engine) FindWhole(ctx context.Context, q Inquiry) (*harmonize.Artist, *Findings) {
	q.Options = q.Options.sharing()
	findings := e.Inquire(ctx, q)
	own := findings.entries()
	if len(own) == 0 || own[0].Entry.Artist == nil {
		return nil, findings
	}
	k := &kinship{engine: e, options: q.Options, need: q.Asks[0].Need | music.PropertiesOf(music.PropArtists, music.PropLinks)}
	k.add(own[0])
	k.follow(ctx, e.isDatabase)
	if !slices.ContainsFunc(k.parts, func(p Part) bool { return e.isDatabase(p.Provider) }) {
		k.search(ctx)
		k.follow(ctx, e.isDatabase)
	}
	if q.Asks[0].Need.Has(music.PropImages) {
		k.follow(ctx, func(music.ProviderName) bool { return true })
	}
	return k.artist(), findings
}

// FindWholes does the same for several artists, at the same time; nil for one that nobody has. The results are in the order of the
// inquiries.
func (e *Engine) FindWholes(ctx context.Context, qs []Inquiry) []*harmonize.Artist {
	out := make([]*harmonize.Artist, len(qs))
	var wait sync.WaitGroup
	for i, q := range qs {
		wait.Go(func() {
			defer e.contained(ctx)
			out[i], _ = e.FindWhole(ctx, q)
		})
	}
	wait.Wait()
	return out
}

// isDatabase reports whether a provider knows the pages that artists have elsewhere.
func (e *Engine) isDatabase(name music.ProviderName) bool {
	info, ok := e.Info(name)
	return ok && slices.Contains(info.Categories, providers.Database)
}

// kinship is an artist whose pages are being looked for.
type kinship struct {
	engine  *Engine
	options Options
	need    music.Properties
	parts   []Part             // pages that were read
	ids     []music.ExternalID // of all pages that are the artist's
}

// add takes a page for the artist's, with all that it names.
func (k *kinship) add(p Part) {
	k.parts = append(k.parts, p)
	for _, id := range append([]music.ExternalID{{Provider: p.Provider, Type: p.Entry.ID.Type, ID: p.Entry.ID.ID, Region: p.Entry.ID.Region}}, k.engine.pagesOf(p.Entry.Artist)...) {
		if !k.has(id) {
			k.ids = append(k.ids, id)
		}
	}
}

func (k *kinship) has(id music.ExternalID) bool {
	return slices.ContainsFunc(k.ids, func(have music.ExternalID) bool {
		return have.Provider == id.Provider && have.Type == id.Type && have.ID == id.ID
	})
}

// follow reads the artist's pages at some providers, and what these name at them, until all are read.
func (k *kinship) follow(ctx context.Context, at func(music.ProviderName) bool) {
	tried := map[string]bool{}
	for {
		var asks []Ask
		for _, ask := range k.engine.AsksOf(k.entity(), providers.ByArtist, k.need) {
			key := entityKey(ask.Provider, ask.ID)
			read := slices.ContainsFunc(k.parts, func(p Part) bool { return entityKey(p.Provider, p.Entry.ID) == key })
			if at(ask.Provider) && !read && !tried[key] && len(k.parts)+len(asks) < maxPages {
				tried[key] = true
				asks = append(asks, ask)
			}
		}
		if len(asks) == 0 {
			return
		}
		for _, p := range k.engine.Inquire(ctx, Inquiry{Asks: asks, Options: k.options}).entries() {
			k.add(p)
		}
	}
}

// search looks for the artist at the databases by name, and takes that one whose page names a page of the artist.
func (k *kinship) search(ctx context.Context) {
	e, name := k.engine, k.parts[0].Entry.Name()
	q := Inquiry{Options: k.options}
	for _, provider := range e.Whom(providers.BySearchingArtists, Options{Categories: []providers.Category{providers.Database}}) {
		if e.unready[provider] == "" && e.can(provider, providers.ByArtist) {
			q.Asks = append(q.Asks, Ask{provider, providers.Question{By: providers.BySearchingArtists, Query: providers.Query{Text: name}}, k.need})
		}
	}
	if len(q.Asks) == 0 || len(name) > providers.MaxQuery {
		return
	}
	read := Inquiry{Options: k.options}
	namesakes := map[music.ProviderName]int{}
	for _, p := range e.Inquire(ctx, q).entries() {
		if music.SimilarNames(p.Entry.Name(), name) && namesakes[p.Provider] < maxNamesakes {
			namesakes[p.Provider]++
			read.Asks = append(read.Asks, Ask{p.Provider, providers.Question{By: providers.ByArtist, ID: p.Entry.ID}, k.need})
		}
	}
	for _, p := range e.Inquire(ctx, read).entries() {
		if slices.ContainsFunc(e.pagesOf(p.Entry.Artist), k.has) {
			k.add(p)
		}
	}
}

func (k *kinship) entity() *music.Entity { return &music.Entity{IDs: k.ids} }

// artist is the first page with all others, in the order in which they were read.
func (k *kinship) artist() *harmonize.Artist {
	artists := make([]*harmonize.Artist, len(k.parts))
	for i, p := range k.parts {
		one := *p.Entry.Artist
		if one.MBID == "" {
			one.MBID = p.Entry.MBID
		}
		artists[i] = harmonize.NewArtist(p.Provider, one, p.report.Answer.Covers)
	}
	mbids := ""
	if f, ok := k.engine.setup.Registry.MBIDs(); ok {
		mbids = string(f.Info.Name)
	}
	ids := slices.DeleteFunc(slices.Clone(k.ids), func(id music.ExternalID) bool { return string(id.Provider) == mbids })
	return harmonize.UniteArtists(artists...).WithIDs(ids...)
}

// ArtistLinks are the pages of an artist: those of the ids, and those that providers name. A page that is named in another form, such
// as that of a region, is the one of its id.
func (e *Engine) ArtistLinks(a *harmonize.Artist) []music.ExternalLink {
	out := e.Links(string(music.EntityArtist), a.Entity())
	known := map[string]bool{}
	for _, l := range out {
		known[e.pageKey(l.URL)] = true
	}
	for _, l := range a.Links() {
		if key := e.pageKey(l.URL); !known[key] {
			known[key] = true
			out = append(out, l)
		}
	}
	return out
}

// pageKey is equal for the addresses of one page.
func (e *Engine) pageKey(u string) string {
	f, id, ok := e.setup.Registry.ByURL(u)
	if !ok {
		return u
	}
	return entityKey(f.Info.Name, id)
}
