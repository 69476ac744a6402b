package lookup

import (
	"context"
	"errors"
	"slices"
	"time"

	"tutti/harmonize"
	"tutti/music"
	"tutti/providers"
)

// Diff is one lookup at two moments.
type Diff struct {
	Since, Until time.Time
	// Missing are the providers of which nothing can be compared: nothing as old as Since is recorded, or there is no answer now.
	// They are left out on both sides.
	Missing []music.ProviderName
	list    []*FieldChange
}

// FieldChange is a field that says something else than before.
type FieldChange struct {
	Path     string
	Provider *music.ProviderName // nil: of the merged release
	Before   *string             // nil: the field was not there
	After    *string             // nil: it is not there any more
}

// Changes returns what has changed, of the merged release first, then of the providers in the order in which they were asked. With
// providers, only of these.
func (d *Diff) Changes(providers []music.ProviderName) []*FieldChange {
	out := []*FieldChange{}
	for _, c := range d.list {
		if len(providers) == 0 || c.Provider != nil && slices.Contains(providers, *c.Provider) {
			out = append(out, c)
		}
	}
	return out
}

// Diff compares a result with what the same lookup would have given at an earlier moment, from what is stored alone. It is nil where
// the result is of a question that cannot be asked.
func (e *Engine) Diff(ctx context.Context, r *Result, since time.Time) *Diff {
	if r.inner != nil {
		r = r.inner
	}
	if len(r.reports) == 0 || r.found {
		return nil
	}
	q := r.question
	q.AsOf, q.Link = since, nil
	before := e.Run(ctx, q, r.need)
	evidence, _ := r.evidence()
	d := &Diff{Since: since, Until: r.asOf(evidence), Missing: []music.ProviderName{}}
	common := map[music.ProviderName]music.Properties{}
	for _, p := range r.reports {
		was := before.Report(p.Provider)
		if p.answered() && was.answered() {
			common[p.Provider] = p.covers() & was.covers()
		} else {
			d.Missing = append(d.Missing, p.Provider)
		}
	}
	then, now := before.within(common), r.within(common)
	d.compare(nil, then.Release, now.Release)
	for _, p := range r.reports {
		if _, ok := common[p.Provider]; ok {
			d.compare(&p.Provider, ownOf(then, p.Provider), ownOf(now, p.Provider))
		}
	}
	return d
}

// answered reports whether the provider has said something definite.
func (r *Report) answered() bool {
	return r != nil && (r.Answer != nil || errors.Is(r.Err, providers.ErrNotFound))
}

// covers is what the provider was asked for and has answered; one that has no release has answered all.
func (r *Report) covers() music.Properties {
	if r.Answer == nil {
		return music.AllProperties
	}
	return r.Answer.Covers
}

// within merges what these providers said, as far as that is comparable.
func (r *Result) within(common map[music.ProviderName]music.Properties) *harmonize.Result {
	var outcomes []harmonize.Outcome
	for _, o := range r.outcomes {
		if covers, ok := common[o.Provider]; ok {
			o.Covers &= covers
			outcomes = append(outcomes, o)
		}
	}
	merged, _ := harmonize.Merge(outcomes, r.options) // a refused merge has no release
	return merged
}

func ownOf(r *harmonize.Result, name music.ProviderName) *harmonize.Release {
	if v := r.View(name); v != nil {
		return v.Release()
	}
	return nil
}

// compare adds what two releases say differently: in the order of the later one, then what only the earlier one has.
func (d *Diff) compare(of *music.ProviderName, before, after *harmonize.Release) {
	then, now := statements(before), statements(after)
	said := map[string]string{}
	for _, s := range then {
		said[s.Path] = s.Display
	}
	for _, s := range now {
		was, ok := said[s.Path]
		delete(said, s.Path)
		switch {
		case !ok:
			d.list = append(d.list, &FieldChange{s.Path, of, nil, &s.Display})
		case was != s.Display:
			d.list = append(d.list, &FieldChange{s.Path, of, &was, &s.Display})
		}
	}
	for _, s := range then {
		if _, gone := said[s.Path]; gone {
			d.list = append(d.list, &FieldChange{s.Path, of, &s.Display, nil})
		}
	}
}

func statements(r *harmonize.Release) []harmonize.Statement {
	if r == nil {
		return nil
	}
	return r.Statements()
}
