package lookup

import (
	"context"
	"errors"
	"slices"
	"time"

	"tutti/harmonize/match"
	"tutti/internal/documents"
	"tutti/music"
	"tutti/providers"
)

// Ask is one question to one provider, for something else than one release.
type Ask struct {
	Provider music.ProviderName
	providers.Question

	Need music.Properties // what is wanted of each entity
}

// Inquiry is what several providers are asked at the same time, for other entities than one release.
type Inquiry struct {
	Asks []Ask // in order of preference
	// Hint is what the tracks that are searched for have to fit; nil: the question is about something certain.
	Hint *match.Hint
	// Options bound the inquiry: Regions, Freshness, Deadline and MaxRequests; what is found is merged by its preferences. Whom it asks
	// stands in Asks.
	Options Options
}

// Findings is what became of an inquiry.
type Findings struct {
	inquiry Inquiry
	reports []*Report // one per ask, in order
}

// Inquire asks all providers of an inquiry at the same time. It returns when all have answered, or with what has arrived by the
// deadline or the end of the context. It opens an operation where there is none.
func (e *Engine) Inquire(ctx context.Context, q Inquiry) *Findings {
	op := documents.OperationOf(ctx)
	if op == nil {
		ctx, op = documents.Begin(ctx)
	}
	op.Add(1) // until the inquiry has counted its sources
	return e.inquire(ctx, op, q)
}

// inquire carries an inquiry out. The caller has counted it as running.
func (e *Engine) inquire(ctx context.Context, op *documents.Operation, q Inquiry) *Findings {
	ctx, end := e.spans.inquiry(ctx)
	deadline := q.Options.Deadline
	if deadline == 0 {
		deadline = e.setup.Deadline
	}
	ctx, cancel := context.WithTimeoutCause(ctx, deadline, errDeadline)
	defer cancel()
	planner := e.Planner().recalling(q.Options)
	plan := planner.inquiry(q)
	r := e.carryOut(ctx, planner, plan, op)
	found := &Findings{inquiry: q}
	asked, _ := r.snapshot()
	for _, a := range asked {
		found.reports = append(found.reports, e.report(a, q.Options))
	}
	found.expire(ctx)
	end(found)
	return found
}

// inquiry plans an inquiry: one source per ask, none of which depends on another.
func (p Planner) inquiry(q Inquiry) Plan {
	plan := Plan{Options: q.Options}
	for _, ask := range q.Asks {
		a := Asking{Provider: ask.Provider, By: ask.By, ID: ask.ID, Question: &ask.Question, Regions: q.Options.Regions}
		source := p.Sources[ask.Provider]
		switch {
		case source == nil || !source.Can(ask.By):
			a.Err = &providers.Error{Provider: ask.Provider, Op: ask.By.String(), Kind: providers.ErrUnsupported}
		case p.Unready[ask.Provider] != "":
			a.Err = unready(ask.Provider, p.Unready[ask.Provider])
		default:
			p.cover(&a, ask.Need)
			if len(a.Cover.Steps) == 0 {
				a.Err = &providers.Error{Provider: ask.Provider, Op: ask.By.String(), Kind: providers.ErrDenied, Err: errRefused}
			}
		}
		plan.First = append(plan.First, a)
	}
	return plan
}

// errRefused is why a provider is not asked that could be: its service has refused the question lately.
var errRefused = errors.New("the service has refused this kind of question lately")

// Whom returns the providers to be asked so, in the order in which they were registered: those named, and those of the categories
// that can be asked; all that can where neither is given. One that is named and cannot be asked gets a report that says so.
func (e *Engine) Whom(by providers.By, o Options) []music.ProviderName {
	categories := o.Categories
	if o.Providers == nil && categories == nil {
		categories = []providers.Category{providers.All}
	}
	var members []music.ProviderName
	for _, c := range categories {
		members = append(members, e.setup.Registry.Category(c)...)
	}
	var out []music.ProviderName
	for _, f := range e.setup.Registry.Factories() {
		name := f.Info.Name
		if slices.Contains(o.Providers, name) || slices.Contains(members, name) && e.can(name, by) {
			out = append(out, name)
		}
	}
	return out
}

// Point turns a reference to an entity of a type into a question about it. An error says what is wrong with the reference.
func (e *Engine) Point(t music.EntityType, ref Ref) (Ask, error) {
	f, ok := e.setup.Registry.Lookup(string(ref.Provider))
	if !ok {
		return Ask{}, &providers.Error{Provider: ref.Provider, Kind: providers.ErrInvalid, Err: errors.New("there is no such provider")}
	}
	id, err := f.Info.ParseEntity(t, ref.ID)
	if err != nil {
		return Ask{}, err
	}
	id.Region = ref.Region
	return Ask{Provider: f.Info.Name, Question: providers.Question{By: readingBy(t), ID: id}}, nil
}

// PointAt does the same for a page.
func (e *Engine) PointAt(t music.EntityType, u string) (Ask, error) {
	f, id, ok := e.setup.Registry.ByURL(u)
	if is, typed := f.Info.EntityType(id); !ok || !typed || is != t {
		return Ask{}, &providers.Error{
			Provider: f.Info.Name, Kind: providers.ErrInvalid, Err: errors.New("no provider has a page of that kind there: wanted is one of a " + string(t)),
		}
	}
	return Ask{Provider: f.Info.Name, Question: providers.Question{By: readingBy(t), ID: id}}, nil
}

// PointID turns an id that was given out here into the questions about it: one for each provider that has found it.
func (e *Engine) PointID(t music.EntityType, id string) (Inquiry, error) {
	if t == music.EntityArtist {
		own, err := ParseEntityID(string(t), id)
		if err != nil {
			return Inquiry{}, err
		}
		ask, err := e.Point(t, Ref{Provider: own.Provider, ID: own.ID})
		return Inquiry{Asks: []Ask{ask}}, err
	}
	n, err := ParseNodeID(id)
	if err == nil && (n.Kind != NodeTrackAlone || len(n.Question.Refs) == 0 || len(n.Question.Refs) > len(e.order)) {
		err = errors.New("this is not the id of a track that was found without its release; ask node for others")
	}
	if err != nil {
		return Inquiry{}, err
	}
	var q Inquiry
	q.Options.Merge.Preferences = n.Question.Merge.Preferences
	for _, ref := range n.Question.Refs {
		ask, err := e.Point(t, ref)
		if err != nil {
			return Inquiry{}, err
		}
		q.Asks = append(q.Asks, ask)
	}
	return q, nil
}

// readingBy is how an entity is read by its id.
func readingBy(t music.EntityType) providers.By {
	if t == music.EntityArtist {
		return providers.ByArtist
	}
	return providers.ByTrack
}

// Reports are in the order of the asks.
func (f *Findings) Reports() []*Report { return f.reports }

// Complete reports whether nothing is missing.
func (f *Findings) Complete() bool {
	return !slices.ContainsFunc(f.reports, func(r *Report) bool { return !r.complete() })
}

// CutByMaxRequests reports whether the bound on requests cut something.
func (f *Findings) CutByMaxRequests() bool {
	return slices.ContainsFunc(f.reports, func(r *Report) bool { return r.Requests.Cut > 0 })
}

// Requests is the sum of the reports.
func (f *Findings) Requests() Count {
	var c Count
	for _, r := range f.reports {
		c = c.plus(r.Requests)
	}
	return c
}

// Err is the failure of the first provider, where none has answered; nil: one has.
func (f *Findings) Err() error {
	var first error
	for _, r := range f.reports {
		if r.Err == nil {
			return nil
		}
		if first == nil {
			first = r.Err
		}
	}
	return first
}

// expire tells the context's Expiry about the findings.
func (f *Findings) expire(ctx context.Context) {
	at := expiryOf(f.reports)
	if f.inquiry.Options.Freshness == FreshOnly || !f.Complete() {
		Volatile(ctx)
		return
	}
	expireAt(ctx, at)
}

// expiryOf is when the first part of what reports tell of expires.
func expiryOf(reports []*Report) time.Time { return expiry(&Result{reports: reports}) }
