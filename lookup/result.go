package lookup

import (
	"errors"
	"slices"
	"time"

	"tutti/harmonize"
	"tutti/music"
	"tutti/providers"
)

// Result is what a lookup gave: a merged release, if anybody has it, and how every provider fared. It is never changed.
type Result struct {
	anchor   anchor
	question Question
	need     Need
	asked    Need              // what was looked up; a larger need than need where the result is that of another selection
	merged   *harmonize.Result // nil where nothing was merged; its Release is nil where the merge was refused
	err      error
	reports  []*Report
	messages []music.Message
	said     string // what was remarked about the question before anybody was asked
	outcomes []harmonize.Outcome
	options  harmonize.Options
	expires  time.Time
	ended    time.Time // when the last source had answered, or the time was up
	known    map[music.ProviderName]providers.Known
	// firstPhase says that the time was up before the second began.
	firstPhase bool
	views      map[music.ProviderName]*ProviderRelease
	track      bool // it is about one track that was found without its release
	on         *Ref // the release that the track is on; nil: its providers do not say
	found      bool // it is made of what providers told when they found it, and not of a lookup
	// inner is the lookup by the ids that a search has found; nil: it was not asked by description.
	inner *Result
}

// Err is why there is no release: a *QuestionError when nothing could be asked, a *harmonize.IncompatibleError or a
// *harmonize.NoResultError; nil when there is one.
func (r *Result) Err() error { return r.err }

// QuestionError says that nothing could be asked, and why, in one message per reason.
type QuestionError struct{ Messages []music.Message }

func (e *QuestionError) Error() string {
	if len(e.Messages) == 0 {
		return "nothing to look up"
	}
	return e.Messages[0].Text
}

// Release is the merged release, or nil.
func (r *Result) Release() *harmonize.Release {
	if r.merged == nil {
		return nil
	}
	return r.merged.Release
}

// Merged is the whole result of the merge; nil where there was nothing to merge.
func (r *Result) Merged() *harmonize.Result { return r.merged }

// Complete reports whether nothing is missing.
func (r *Result) Complete() bool {
	_, unmerged := errors.AsType[*harmonize.NoResultError](r.err)
	_, refused := errors.AsType[*harmonize.IncompatibleError](r.err)
	return (r.err == nil || unmerged || refused) && !slices.ContainsFunc(r.reports, func(p *Report) bool { return !p.complete() })
}

// CutByMaxRequests reports whether the bound on requests cut something.
func (r *Result) CutByMaxRequests() bool {
	return slices.ContainsFunc(r.reports, func(p *Report) bool { return p.Requests.Cut > 0 })
}

// Requests is the sum of the reports.
func (r *Result) Requests() Count {
	var c Count
	for _, p := range r.reports {
		c = c.plus(p.Requests)
	}
	return c
}

// Reports are in the order in which the providers were asked.
func (r *Result) Reports() []*Report { return r.reports }

// Report returns the report of one provider, or nil.
func (r *Result) Report(name music.ProviderName) *Report {
	for _, p := range r.reports {
		if p.Provider == name {
			return p
		}
	}
	return nil
}

// Messages returns the remarks that are at least so serious.
func (r *Result) Messages(minSeverity music.Severity) []music.Message {
	out := []music.Message{}
	for _, m := range r.messages {
		if m.Severity >= minSeverity {
			out = append(out, m)
		}
	}
	return out
}

// Conflicts returns the disagreements that are at least so serious.
func (r *Result) Conflicts(minSeverity music.Severity) []harmonize.Conflict {
	out := []harmonize.Conflict{}
	for _, c := range r.conflicts() {
		if c.Severity >= minSeverity {
			out = append(out, c)
		}
	}
	return out
}

// conflicts are those of the merge, even where it was refused.
func (r *Result) conflicts() []harmonize.Conflict {
	if r.merged == nil {
		return nil
	}
	return r.merged.Conflicts()
}

// Source returns what one provider says, unmixed, or nil.
func (r *Result) Source(name music.ProviderName) *ProviderRelease { return r.views[name] }

// Sources returns what each provider says, in the order in which they were asked.
func (r *Result) Sources() []*ProviderRelease {
	out := []*ProviderRelease{}
	for _, p := range r.reports {
		if v := r.views[p.Provider]; v != nil {
			out = append(out, v)
		}
	}
	return out
}

// Of returns the lookup that a merged release came from.
func Of(r *harmonize.Release) *Result {
	switch o := r.Owner().(type) {
	case *Result:
		return o
	case *ProviderRelease:
		return o.result
	default:
		return nil
	}
}

// ProviderRelease is one provider's own release within a lookup.
type ProviderRelease struct {
	*harmonize.View
	result *Result
	report *Report
	info   providers.Info
}

// Result is the lookup it came from.
func (p *ProviderRelease) Result() *Result { return p.result }

// ProviderID is the release's id in the provider's own terms, as one text.
func (p *ProviderRelease) ProviderID() string { return p.info.SerializeID(p.report.Answer.ID) }

// URL is the release's page.
func (p *ProviderRelease) URL() string { return p.info.URL(p.report.Answer.ID) }

// APIURL is the request of its main document; nil when there is none for people.
func (p *ProviderRelease) APIURL() *string {
	if p.report.Answer.APIURL == "" {
		return nil
	}
	return &p.report.Answer.APIURL
}

// RetrievedAt is when the oldest of its documents was received.
func (p *ProviderRelease) RetrievedAt() time.Time { return p.report.RetrievedAt }
