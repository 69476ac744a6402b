package lookup

import (
	"context"
	"errors"
	"runtime/debug"
	"slices"
	"sync"
	"time"

	"tutti/internal/documents"
	"tutti/music"
	"tutti/providers"
)

// errDeadline ends what had not arrived by the deadline of the lookup.
var errDeadline = errors.New("the deadline of the lookup has passed")

// run is one plan being carried out.
type run struct {
	engine  *Engine
	planner Planner
	plan    Plan
	op      *documents.Operation
	view    documents.View

	mu       sync.Mutex // guards the rest
	left     int        // sources of the phase that have not ended
	asked    []*asked
	messages []music.Message
	second   bool
	ended    chan struct{}
}

// asked is one source and how it fared.
type asked struct {
	Asking
	account *documents.Account
	answer  *providers.Answer
	err     error
	ended   bool
	elapsed time.Duration
	refused []string // questions that the service refused, as a permalink has it
	// unrecorded are endpoints of which a replay has found no document.
	unrecorded []string
}

// carryOut asks the sources of a plan and waits for them, or for the context's end. The first phase counts as running before the
// hold of its root field is released.
func (e *Engine) carryOut(ctx context.Context, planner Planner, plan Plan, op *documents.Operation) *run {
	r := &run{
		engine: e, planner: planner, plan: plan, op: op, ended: make(chan struct{}), messages: plan.Messages,
		view: plan.Options.view(),
	}
	r.start(ctx, plan.First)
	documents.HoldOf(ctx).Release()
	op.Done() // the lookup itself, counted by its caller
	select {
	case <-r.ended:
	case <-ctx.Done():
	}
	return r
}

// start counts the sources of a phase, then asks them. A phase of which nobody can be asked has ended.
func (r *run) start(ctx context.Context, askings []Asking) {
	all := make([]*asked, 0, len(askings))
	var able []*asked
	for _, asking := range askings {
		a := &asked{Asking: asking, account: r.op.Open(asking.Provider, r.view, asking.Cover, asking.Shape), err: asking.Err, ended: asking.Err != nil}
		recalled, known := r.recall(a)
		if !known {
			continue
		}
		all = append(all, a)
		if a.err == nil && !recalled {
			able = append(able, a)
		}
	}
	r.op.Add(len(able))
	r.mu.Lock()
	r.left += len(able)
	r.asked = append(r.asked, all...)
	r.mu.Unlock()
	if len(able) == 0 {
		r.phaseEnded(ctx)
	}
	for _, a := range able {
		r.engine.work.Go(func() { r.ask(ctx, a) })
	}
}

// ask asks one source. When it is the last of its phase, the next one is counted before this source stops counting.
func (r *run) ask(ctx context.Context, a *asked) {
	defer r.op.Done()
	began := time.Now()
	tell(ctx, Step{Provider: a.Provider})
	answer, err := r.engine.answer(documents.WithAccount(ctx, a.account), a)
	for r.view.Mode == documents.Replay && errors.Is(err, providers.ErrNotRecorded) && r.nextBest(a) {
		answer, err = r.engine.answer(documents.WithAccount(ctx, a.account), a)
	}
	if err == nil && a.Template {
		answer = asTemplate(answer)
	}
	a.account.Close()
	tell(ctx, Step{Provider: a.Provider, Ended: true, Elapsed: time.Since(began), Err: err})
	r.mu.Lock()
	a.answer, a.err, a.ended, a.elapsed = answer, err, true, time.Since(began)
	r.left--
	last := r.left == 0
	r.mu.Unlock()
	if last {
		r.phaseEnded(ctx)
	}
}

// answer asks a source within a span of its own.
func (e *Engine) answer(ctx context.Context, a *asked) (answer *providers.Answer, err error) {
	ctx, end := e.spans.source(ctx, a.Asking)
	defer func() { end(err, a.account.Count()) }()
	defer func() {
		if p := recover(); p != nil {
			err = &providers.Error{Provider: a.Provider, Err: &providers.Panic{Value: p, Stack: debug.Stack()}}
		}
	}()
	source := e.sources[a.Provider]
	opt := providers.Options{Regions: a.Regions, Cover: a.Cover}
	switch {
	case a.Question != nil:
		return source.Ask(ctx, *a.Question, opt)
	case a.By == providers.ByGTIN:
		return source.FindGTIN(ctx, a.GTIN, opt)
	default:
		return source.Release(ctx, a.ID, opt)
	}
}

// asTemplate drops what is unique to the release that a template describes: it is another one.
func asTemplate(a *providers.Answer) *providers.Answer {
	out := *a
	release := *a.Release
	release.GTIN, release.Links = "", []music.ExternalLink{}
	out.Release = &release
	return &out
}

// phaseEnded starts the second phase after the first, if there is anybody left to ask, and ends the run otherwise.
func (r *run) phaseEnded(ctx context.Context) {
	r.mu.Lock()
	over := r.second || len(r.plan.Later) == 0 || ctx.Err() != nil || r.plan.Options.Link != nil && r.plan.Options.Link.FirstPhase
	r.second = r.second || !over
	r.mu.Unlock()
	if over {
		close(r.ended)
		return
	}
	next := r.nextPhase()
	if len(next) == 0 {
		close(r.ended)
		return
	}
	r.start(ctx, next)
}

// nextPhase plans the second phase by what the first has found.
func (r *run) nextPhase() []Asking {
	r.mu.Lock()
	defer r.mu.Unlock()
	gtins, regions := r.found()
	switch {
	case len(r.plan.First) == 0:
		return nil
	case len(gtins) == 0:
		r.messages = append(r.messages, gtinUnknown(r.displays(r.plan.Later)))
		return nil
	case len(gtins) > 1:
		r.messages = append(r.messages, severalGTINs(gtins))
		return nil
	}
	next := r.planner.second(r.plan, gtins[0], regions)
	r.messages = append(r.messages, next.Messages...)
	return next.First
}

// found returns the distinct GTINs of the first phase and the regions for the second. The lock is held.
func (r *run) found() ([]music.GTIN, []music.Region) {
	var gtins []music.GTIN
	var used, available []music.Region
	for _, a := range r.asked {
		if a.answer == nil {
			continue
		}
		if g := a.answer.Release.GTIN; g != "" {
			gtins = append(gtins, g)
		}
		if a.answer.Region != "" && !slices.Contains(used, a.answer.Region) {
			used = append(used, a.answer.Region)
		}
		for _, region := range a.answer.Release.AvailableIn {
			if region != "XW" && !slices.Contains(available, region) {
				available = append(available, region)
			}
		}
	}
	return music.UniqueGTINs(gtins), nextRegions(used, available, r.plan.Options.Regions)
}

// nextRegions decides where the second phase looks: where the first has found something, else where that is offered, the
// preferred regions first, else in the preferred ones.
func nextRegions(used, available, preferred []music.Region) []music.Region {
	if len(used) > 0 {
		return used
	}
	if len(available) == 0 {
		return preferred
	}
	var both []music.Region
	for _, p := range preferred {
		if slices.Contains(available, p) {
			both = append(both, p)
		}
	}
	if len(both) > 0 {
		return both
	}
	return available
}

func (r *run) displays(names []music.ProviderName) []string {
	out := make([]string, len(names))
	for i, n := range names {
		out[i] = string(n)
		if f, ok := r.planner.Registry.Lookup(string(n)); ok {
			out[i] = f.Info.Display
		}
	}
	return out
}

// hurried reports whether the time was up before the second phase began.
func (r *run) hurried() bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	return len(r.plan.Later) > 0 && !r.second
}

// snapshot returns how every source has fared by now, in the order in which they were asked.
func (r *run) snapshot() ([]asked, []music.Message) {
	r.mu.Lock()
	defer r.mu.Unlock()
	out := make([]asked, len(r.asked))
	for i, a := range r.asked {
		out[i] = *a
	}
	return out, slices.Clone(r.messages)
}
