package resolvers

import (
	"context"
	"time"

	"github.com/99designs/gqlgen/graphql"

	"tutti/graph"
	"tutti/harmonize"
	"tutti/lookup"
	"tutti/music"
	"tutti/permalink"
	"tutti/providers"
)

// question translates arguments. A deadline beyond the operator's is that.
func (r *Resolver) question(ctx context.Context, by *graph.ReleaseBy, o *graph.LookupOptions) (lookup.Question, error) {
	q, err := r.subject(ctx, by)
	if err != nil || o == nil || by.Permalink.Value() != nil {
		return q, err
	}
	err = amend(ctx, &q.Options, o)
	if r.MaxDeadline > 0 {
		q.Deadline = min(q.Deadline, r.MaxDeadline)
	}
	return q, err
}

// questions translates a list; a bad one becomes a question that says so, and costs only its own place.
func (r *Resolver) questions(ctx context.Context, by []*graph.ReleaseBy, o *graph.LookupOptions) ([]lookup.Question, error) {
	var common lookup.Options
	if o != nil {
		if err := amend(ctx, &common, o); err != nil {
			return nil, err
		}
	}
	out := make([]lookup.Question, len(by))
	for i, b := range by {
		q, err := r.question(ctx, b, o)
		if err != nil {
			q = lookup.Question{Bad: messageOf(err)}
		}
		out[i] = q
	}
	return out, nil
}

// subject translates which release is meant. Exactly one way of saying so must be given.
func (r *Resolver) subject(ctx context.Context, by *graph.ReleaseBy) (lookup.Question, error) {
	var ways []func() (lookup.Question, error)
	way := func(q lookup.Question) { ways = append(ways, func() (lookup.Question, error) { return q, nil }) }
	if v := by.ID.Value(); v != nil {
		ways = append(ways, func() (lookup.Question, error) { return byID(ctx, *v) })
	}
	if v := by.MBID.Value(); v != nil {
		way(lookup.Question{Refs: []lookup.Ref{r.Lookup.ByMBID(*v)}})
	}
	if v := by.GTIN.Value(); v != nil {
		way(lookup.Question{GTIN: string(*v)})
	}
	if v := by.URL.Value(); v != nil {
		way(lookup.Question{URLs: []string{*v}})
	}
	if v := by.Provider.Value(); v != nil {
		way(lookup.Question{Refs: []lookup.Ref{ref(v)}})
	}
	if v := by.Combined.Value(); v != nil {
		way(combined(v))
	}
	if v := by.Permalink.Value(); v != nil {
		ways = append(ways, func() (lookup.Question, error) { return r.byPermalink(ctx, *v) })
	}
	if v := by.Hint.Value(); v != nil {
		ways = append(ways, func() (lookup.Question, error) { return byHint(ctx, v) })
	}
	if len(ways) != 1 {
		return lookup.Question{}, badInput(ctx, "by: exactly one of id, mbid, gtin, url, provider, combined, permalink and hint must be given, not %d", len(ways))
	}
	return ways[0]()
}

func byID(ctx context.Context, id string) (lookup.Question, error) {
	n, err := lookup.ParseNodeID(id)
	if err != nil {
		return lookup.Question{}, badInput(ctx, "by.id: %s", err)
	}
	if n.Kind != lookup.NodeRelease {
		return lookup.Question{}, badInput(ctx, "by.id: this is not the id of a Release")
	}
	return n.Question, nil
}

// byPermalink reads a permalink of ours or of the reference.
func (r *Resolver) byPermalink(ctx context.Context, text string) (lookup.Question, error) {
	if query, ok := permalink.QueryOf(text); ok {
		state, err := permalink.ParseState(query, r.states())
		if err != nil {
			return lookup.Question{}, badInput(ctx, "by.permalink: %s", err)
		}
		if state.TS != nil {
			err = past(ctx, "by.permalink: ts", time.Unix(*state.TS, 0))
		}
		return r.Lookup.AsReference(state), err
	}
	link, err := permalink.Parse(text)
	if err != nil {
		return lookup.Question{}, badInput(ctx, "by.permalink: %s", err)
	}
	q, err := lookup.Replay(link)
	if err != nil {
		return lookup.Question{}, badInput(ctx, "by.permalink: %s", err)
	}
	return q, nil
}

// states says what a permalink of the reference can speak of.
func (r *Resolver) states() permalink.Options {
	registry := r.Lookup.Registry()
	o := permalink.Options{Category: func(name string) []music.ProviderName { return registry.Category(providers.Category(name)) }}
	for _, f := range registry.Factories() {
		o.Providers = append(o.Providers, f.Info.Name)
	}
	if f, ok := registry.MBIDs(); ok {
		o.Templates = []music.ProviderName{f.Info.Name}
	}
	return o
}

func ref(v *graph.ProviderRef) lookup.Ref {
	r := lookup.Ref{Provider: v.Provider, ID: v.ID}
	if region := v.Region.Value(); region != nil {
		r.Region = *region
	}
	return r
}

func combined(v *graph.CombinedRef) lookup.Question {
	q := lookup.Question{URLs: v.Urls.Value()}
	if g := v.GTIN.Value(); g != nil {
		q.GTIN = string(*g)
	}
	for _, id := range v.Ids.Value() {
		q.Refs = append(q.Refs, ref(id))
	}
	return q
}

// amend puts what is given into the options: those of an id stay where nothing else is said.
func amend(ctx context.Context, to *lookup.Options, o *graph.LookupOptions) error {
	given(&to.Providers, o.Providers)
	given(&to.Categories, o.Categories)
	given(&to.Templates, o.Templates)
	given(&to.Regions, o.Regions)
	if p := o.Primary.Value(); p != nil {
		to.Merge.Primary = *p
	}
	if o.OnConflict != harmonize.Cluster {
		to.Merge.OnConflict = o.OnConflict
	}
	if p := o.Preferences.Value(); p != nil {
		to.Merge.Preferences = preferences(p)
	}
	to.Freshness = o.Freshness
	if at := o.AsOf.Value(); at != nil {
		if err := past(ctx, "options.asOf", *at); err != nil {
			return err
		}
		to.AsOf = at.UTC().Truncate(time.Millisecond)
	}
	if ms := o.DeadlineMs.Value(); ms != nil {
		if *ms <= 0 {
			return badInput(ctx, "options.deadlineMs: must be at least 1, not %d", *ms)
		}
		to.Deadline = time.Duration(*ms) * time.Millisecond
	}
	if n := o.MaxRequests.Value(); n != nil {
		if *n <= 0 {
			return badInput(ctx, "options.maxRequests: must be at least 1, not %d; for nothing to be sent use freshness: CACHE_ONLY", *n)
		}
		to.MaxRequests = *n
	}
	return nil
}

// past refuses a moment that lies ahead: what will be recorded is not known.
func past(ctx context.Context, name string, at time.Time) error {
	if now := time.Now(); at.After(now) {
		return badInput(ctx, "%s: %s has not come yet; give a moment until now, %s", name, at.Format(time.RFC3339Nano), now.UTC().Format(time.RFC3339))
	}
	return nil
}

// given sets a list that was given; an empty one is not the same as none.
func given[T any](to *[]T, v graphql.Omittable[[]T]) {
	if list := v.Value(); list != nil {
		*to = list
	}
}

func preferences(p *graph.PreferencesInput) harmonize.Preferences {
	out := harmonize.Preferences{
		Default: p.Default.Value(), Media: p.Media.Value(), ExternalIDs: p.ExternalIds.Value(),
		By: map[music.Property][]music.ProviderName{},
	}
	for prop, list := range map[music.Property]graphql.Omittable[[]music.ProviderName]{
		music.PropTitle: p.Title, music.PropArtists: p.Artists, music.PropGTIN: p.GTIN, music.PropDate: p.ReleaseDate,
		music.PropLabels: p.Labels, music.PropTypes: p.Types, music.PropStatus: p.Status, music.PropPackaging: p.Packaging,
		music.PropLanguage: p.Language, music.PropScript: p.Script, music.PropCopyright: p.Copyright, music.PropCredits: p.Credits,
		music.PropImages:       p.Images,
		music.PropMediumTitles: p.MediumTitles, music.PropMediumFormats: p.MediumFormats, music.PropTrackTitles: p.TrackTitles,
		music.PropTrackArtists: p.TrackArtists, music.PropKinds: p.Kinds, music.PropLengths: p.Lengths, music.PropISRCs: p.Isrcs,
		music.PropExplicit: p.Explicit,
	} {
		if names := list.Value(); len(names) > 0 {
			out.By[prop] = names
		}
	}
	return out
}
