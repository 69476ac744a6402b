package lookup

import (
	"context"
	"slices"

	"tutti/harmonize"
	"tutti/harmonize/match"
	"tutti/music"
	"tutti/providers"
)

// Tracks are the tracks that an inquiry has found, the best match first.
type Tracks struct {
	*Findings

	List     []*harmonize.Track
	messages []music.Message

	hint       match.Hint
	best       float64 // how well the best candidate fits the hint
	candidates int
}

// Messages returns the remarks that are at least so serious.
func (t *Tracks) Messages(minSeverity music.Severity) []music.Message {
	return slices.DeleteFunc(slices.Clone(t.messages), func(m music.Message) bool { return m.Severity < minSeverity })
}

// FindTracks carries an inquiry for tracks out, joins what is the same recording, and makes sure that all say what is needed. What
// most providers agree on comes first; where a hint is given, what fits it best.
func (e *Engine) FindTracks(ctx context.Context, q Inquiry, need Need) *Tracks {
	for i := range q.Asks {
		q.Asks[i].Need = need.Common
	}
	q.Options = q.Options.sharing()
	out := &Tracks{Findings: e.Inquire(ctx, q), List: []*harmonize.Track{}}
	list := e.gather(out.entries(), nil)
	if q.Hint != nil {
		list = out.fitting(e, list, *q.Hint)
	}
	rank(list)
	if q.Hint != nil {
		out.tell(list)
	}
	found := founds(list)
	out.reports = united(append(out.reports, e.complete(ctx, found, Needs{music.EntityTrack: need}, q.Options)...))
	for _, f := range found {
		if t := f.Track(); t != nil {
			out.List = append(out.List, t)
		}
	}
	return out
}

// Read asks for single entities, each by its ids, of one or of several providers; nil for one that is not there. The results are in
// the order of the questions.
func (e *Engine) Read(ctx context.Context, of []Inquiry, needs Needs) []*Found {
	q := Inquiry{}
	var home []int
	for i, one := range of {
		for _, a := range one.Asks {
			a.Need = needs[a.By.EntityType()].Common
			q.Asks, home = append(q.Asks, a), append(home, i)
		}
	}
	out := make([]*Found, len(of))
	for i, r := range e.Inquire(ctx, q).reports {
		if r.Answer == nil || len(r.Answer.Entries) == 0 {
			continue
		}
		part := Part{Provider: r.Provider, Entry: r.Answer.Entries[0], report: r}
		if f := out[home[i]]; f != nil {
			f.Others = append(f.Others, part)
			continue
		}
		out[home[i]] = &Found{Part: part}
	}
	for i, f := range out {
		if f != nil {
			e.complete(ctx, []*Found{f}, needs, of[i].Options)
		}
	}
	return out
}

// FindArtist returns the first artist that an inquiry finds, or nil.
func (e *Engine) FindArtist(ctx context.Context, q Inquiry) (*harmonize.Artist, *Findings) {
	findings := e.Inquire(ctx, q)
	for _, p := range findings.entries() {
		if p.Entry.Artist != nil {
			return (&Found{Part: p}).Artist(), findings
		}
	}
	return nil, findings
}

// AsksOf returns the questions by which more can be learned of an artist, in the order of the ids that it has: those of providers
// that can be asked so.
func (e *Engine) AsksOf(artist *music.Entity, by providers.By, need music.Properties) []Ask {
	ids := artist.IDs
	if f, ok := e.setup.Registry.MBIDs(); ok && artist.MBID != "" {
		ids = append(slices.Clip(ids), music.ExternalID{Provider: f.Info.Name, Type: "artist", ID: string(artist.MBID)})
	}
	var out []Ask
	seen := map[string]bool{}
	for _, id := range ids {
		source := e.sources[id.Provider]
		if source == nil || !source.Can(by) || e.unready[id.Provider] != "" {
			continue
		}
		own := providers.ID{Type: id.Type, ID: id.ID, Region: id.Region}
		if is, _ := source.Info().EntityType(own); is != music.EntityArtist || seen[entityKey(id.Provider, own)] {
			continue
		}
		seen[entityKey(id.Provider, own)] = true
		out = append(out, Ask{id.Provider, providers.Question{By: by, ID: own}, need})
	}
	return out
}
