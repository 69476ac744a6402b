package lookup

import (
	"errors"
	"maps"
	"time"

	"tutti/harmonize"
	"tutti/internal/cache"
	"tutti/music"
	"tutti/providers"
)

// conclude makes the result of a run: reports, then the merge of what has arrived.
func (e *Engine) conclude(r *run, p flightPlan) *Result {
	all, messages := r.snapshot()
	out := &Result{
		anchor: p.anchor, question: p.question, need: p.plan.Need, asked: p.plan.Need, messages: messages, said: saidKey(p.plan),
		options: e.mergeOptions(p.plan), ended: time.Now(), known: p.planner.Known, firstPhase: r.hurried(),
	}
	for i := range all {
		report := e.report(all[i], p.plan.Options)
		out.reports = append(out.reports, report)
		if report.Status != StatusSkipped || !isUnready(report.Err) {
			out.outcomes = append(out.outcomes, e.outcome(all[i], report))
		}
	}
	out.expires = expiry(out)
	e.merge(out)
	return out
}

// unanswerable is the result of a question of which nothing can be asked.
func unanswerable(a anchor, p Plan) *Result {
	out := &Result{anchor: a, need: p.Need, messages: p.Messages}
	if len(out.messages) == 0 {
		out.messages = []music.Message{nothingQueued()}
	}
	out.err = &QuestionError{Messages: out.messages}
	return out
}

func isUnready(err error) bool {
	_, ok := errors.AsType[*UnreadyError](err)
	return ok
}

// mergeOptions are the merge's, with the default order by quality and the need filled in.
func (e *Engine) mergeOptions(p Plan) harmonize.Options {
	o := p.Options.Merge
	o.Preferences = o.WithQuality(e.quality)
	o.Need, o.SourceNeed = p.Need.Common, p.Need.Of
	if p.Options.Reference {
		o = p.Options.Merge
	}
	o.Guess = e.setup.Guess
	return o
}

// outcome is a source's answer as the merge reads it.
func (e *Engine) outcome(a asked, r *Report) harmonize.Outcome {
	info := e.sources[a.Provider].Info()
	o := harmonize.Outcome{
		Provider: a.Provider, Template: a.Template, Err: r.Err,
		Precision: precisions[info.Features.DurationPrecision],
	}
	if a.answer != nil {
		if !a.Template {
			o.MBID = a.answer.MBID
		}
		o.Release, o.Covers, o.Messages = a.answer.Release, a.answer.Covers, a.answer.Warnings
	}
	return o
}

// merge merges the outcomes, and gives each provider that was excluded its status. A merge that was refused still has conflicts and
// what each provider says.
func (e *Engine) merge(r *Result) {
	r.options.Owner = r
	own := len(r.messages)
	r.merged, r.err = harmonize.Merge(r.outcomes, r.options)
	if r.err != nil {
		r.messages = append(r.messages[:own:own], refused(r.err)...)
	} else {
		r.messages = append(r.messages[:own:own], r.merged.Messages...)
	}
	r.views = map[music.ProviderName]*ProviderRelease{}
	if r.merged == nil {
		return
	}
	for _, name := range r.merged.Excluded {
		if p := r.Report(name); p != nil {
			p.Status = StatusExcluded
		}
	}
	for _, v := range r.merged.Views {
		if p := r.Report(v.Provider()); p != nil && p.Answer != nil {
			p.source = &ProviderRelease{View: v, result: r, report: p, info: e.sources[v.Provider()].Info()}
			r.views[v.Provider()] = p.source
		}
	}
}

// expiry is when the first part of a result expires. What is incomplete is not kept long.
func expiry(r *Result) time.Time {
	now := time.Now()
	var parts []time.Time
	if !r.question.AsOf.IsZero() {
		parts = append(parts, now.Add(replayedFor))
	}
	for _, p := range r.reports {
		for _, u := range p.uses {
			if !u.Expires.IsZero() && !u.Stale && r.question.AsOf.IsZero() {
				parts = append(parts, u.Expires)
			}
		}
		switch {
		case !p.complete():
			parts = append(parts, now.Add(incompleteFor))
		case p.Status == StatusNotFound:
			parts = append(parts, now.Add(nothingFor))
		case p.Cache == CacheStale:
			parts = append(parts, now.Add(time.Minute))
		}
	}
	return now.Add(cache.First(now, parts...))
}

// bounded reports whether the question's own bounds, or the store, made the result poorer than another's would be.
func (r *Result) bounded() bool {
	_, unmerged := errors.AsType[*harmonize.NoResultError](r.err)
	_, refused := errors.AsType[*harmonize.IncompatibleError](r.err)
	if r.err != nil && !unmerged && !refused || r.CutByMaxRequests() || r.question.Link != nil {
		return true
	}
	for _, p := range r.reports {
		if p.Status == StatusPending || errors.Is(p.Err, providers.ErrNotRecorded) {
			return true
		}
	}
	return false
}

// filled is the result as the cache keeps it.
func (r *Result) filled() cache.Filled[*Result] {
	cost := int64(4 << 10)
	for _, o := range r.outcomes {
		cost += 2 << 10
		if o.Release != nil {
			cost += int64(music.FlatCount(o.Release.Media)) << 10
		}
	}
	left := time.Until(r.expires)
	return cache.Filled[*Result]{Value: r, Cost: cost, FreshFor: left, AtMost: left}
}

// narrowed is the result as a smaller need gives it.
func (r *Result) narrowed(e *Engine, need Need) *Result {
	out := *r
	out.need = need
	out.options.Need, out.options.SourceNeed = need.Common, need.Of
	out.reports = cloned(r.reports, func(p *Report) {
		if p.Status == StatusExcluded {
			p.Status = StatusOK
		}
	})
	out.messages = r.ownMessages()
	e.merge(&out)
	return &out
}

// ownMessages are those of the lookup itself, without those of the merge.
func (r *Result) ownMessages() []music.Message {
	merged := len(refused(r.err))
	if r.err == nil && r.merged != nil {
		merged = len(r.merged.Messages)
	}
	return r.messages[:len(r.messages)-merged]
}

// again is the result as it was kept: it cost nothing this time.
func (r *Result) again() *Result {
	return r.told(func(p *Report) {
		p.Requests = Count{Planned: p.Requests.Planned}
		p.Endpoints = nil
		p.Wait, p.Elapsed = 0, 0
		if p.Cache != CacheStale && p.Cache != CacheReplay {
			p.Cache = CacheHit
		}
	})
}

// shared is the result as one sees it who waited for another's lookup.
func (r *Result) shared() *Result {
	return r.told(func(p *Report) {
		p.Requests = Count{Planned: p.Requests.Planned, Shared: p.Requests.Sent}
		p.Endpoints = nil
	})
}

// told is the same result with other reports.
func (r *Result) told(change func(*Report)) *Result {
	out := *r
	out.reports = cloned(r.reports, change)
	if r.merged != nil {
		merged := *r.merged
		if merged.Release != nil {
			merged.Release = r.merged.Release.WithOwner(&out)
		}
		out.merged = &merged
	}
	out.views = make(map[music.ProviderName]*ProviderRelease, len(r.views))
	for name, v := range r.views {
		view := *v
		view.result, view.report = &out, out.Report(name)
		view.report.source = &view
		out.views[name] = &view
	}
	return &out
}

func cloned(reports []*Report, change func(*Report)) []*Report {
	out := make([]*Report, len(reports))
	for i, p := range reports {
		report := *p
		report.Endpoints = maps.Clone(p.Endpoints)
		change(&report)
		out[i] = &report
	}
	return out
}

// refused says in messages why there is no release.
func refused(err error) []music.Message {
	if e, ok := errors.AsType[*harmonize.IncompatibleError](err); ok {
		return []music.Message{{Severity: music.Error, Code: CodeIncompatible, Text: upperFirst(e.Error()) + "."}}
	}
	return nil
}
