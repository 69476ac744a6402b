package lookup

import (
	"cmp"
	"context"
	"errors"
	"slices"

	"tutti/harmonize"
	"tutti/harmonize/match"
	"tutti/internal/documents"
	"tutti/music"
	"tutti/providers"
)

// Bounds of a search for what a hint describes.
const (
	maxHintHits     = 25  // of each provider that are compared with the hint
	maxHintLookups  = 3   // candidates that are looked up to see whether they fit
	maxAlternatives = 10  // other hits in the report of a provider
	perhaps         = 0.7 // a hit that fits worse is not looked up: much of what it does not tell would have to be right
	surely          = 0.97
)

// HintAsks are the searches for what a hint describes: one for each provider that can be asked.
func (e *Engine) HintAsks(t music.EntityType, h match.Hint, o Options) []Ask {
	by := providers.Searching(t)
	need := music.PropertiesOf(music.PropTitle, music.PropArtists, music.PropGTIN, music.PropTrackCount, music.PropDate, music.PropLabels)
	if t == music.EntityTrack {
		need = music.PropertiesOf(music.PropTrackTitles, music.PropTrackArtists, music.PropLengths, music.PropISRCs)
	}
	var asks []Ask
	for _, name := range e.Whom(by, o) {
		asks = append(asks, Ask{name, providers.Question{By: by, Query: providers.Query{Title: h.Title, Artist: h.Artist}}, need})
	}
	return asks
}

// byHint searches for a release that fits a hint and looks it up at all providers whose hits agree. The caller has counted it as
// running.
func (e *Engine) byHint(ctx context.Context, op *documents.Operation, q Question, need Need) *Result {
	h := hunt{engine: e, op: op, question: q, need: need, hint: *q.Hint}
	h.question.Hint = nil
	h.question.Options = q.sharing()
	h.findings = e.inquire(ctx, op, Inquiry{Asks: e.HintAsks(music.EntityRelease, h.hint, q.Options), Options: h.question.Options})
	h.gather()
	if rival := h.rival(); rival != nil {
		return h.nothing(ambiguous(h.hint, h.list[0], *rival))
	}
	result, score := h.best(ctx)
	if score < match.Good {
		return h.nothing(noMatch(h.hint, score, len(h.list)))
	}
	return h.found(result, score)
}

// hunt is a search for what a hint describes.
type hunt struct {
	engine   *Engine
	op       *documents.Operation
	question Question // without the hint
	need     Need
	hint     match.Hint
	findings *Findings
	list     []gathered // what may be it, the best first
}

// gather joins the hits that are the same and puts those first that fit best.
func (h *hunt) gather() {
	h.list = h.engine.gatherHits(h.findings)
	for i := range h.list {
		h.list[i].score = h.hint.Fit(unitedSubject(h.list[i].subjects, h.hint))
	}
	h.list = slices.DeleteFunc(h.list, func(g gathered) bool { return g.score == 0 })
	rank(h.list)
}

// gatherHits joins what is the same among the first hits of each provider.
func (e *Engine) gatherHits(f *Findings) []gathered {
	var parts []Part
	var places []int
	for _, r := range f.reports {
		own := (&Findings{reports: []*Report{r}}).entries()
		for i, p := range own[:min(len(own), maxHintHits)] {
			parts, places = append(parts, p), append(places, i)
		}
	}
	return e.gather(parts, places)
}

// unitedSubject is one subject of several that are the same: what the best of them is called, with all that any of them tells.
func unitedSubject(subjects []match.Subject, h match.Hint) match.Subject {
	best := subjects[0]
	for _, s := range subjects[1:] {
		if h.Fit(s) > h.Fit(best) {
			best = s
		}
	}
	for _, s := range subjects {
		best.Artist, best.Tracks = cmp.Or(best.Artist, s.Artist), cmp.Or(best.Tracks, s.Tracks)
		best.Length, best.Album = cmp.Or(best.Length, s.Length), cmp.Or(best.Album, s.Album)
		best.Labels = append(slices.Clip(best.Labels), s.Labels...)
		best.Catalog = append(slices.Clip(best.Catalog), s.Catalog...)
	}
	return best
}

// rival is a hit by other artists that fits as well as the best one: which is meant cannot be told, and is not guessed. Nil: there
// is none.
func (h *hunt) rival() *gathered {
	if h.hint.Artist != "" || len(h.list) == 0 || h.list[0].score < match.Good {
		return nil
	}
	best := h.list[0]
	for i, g := range h.list[1:] {
		if g.score > best.score-match.Margin && !match.SameArtists(best.subjects[0].Artist, g.subjects[0].Artist) {
			return &h.list[1+i]
		}
	}
	return nil
}

// best looks up what may be it, the best first, until one fits without doubt, and returns the one that fits best.
func (h *hunt) best(ctx context.Context) (*Result, float64) {
	e := h.engine
	need := h.need
	need.Common |= music.PropertiesOf(music.PropTitle, music.PropArtists)
	if h.hint.Tracks > 0 {
		need.Common |= music.PropertiesOf(music.PropTrackCount)
	}
	if h.hint.Label != "" || h.hint.Catalog != "" {
		need.Common |= music.PropertiesOf(music.PropLabels)
	}
	var best *Result
	score := 0.0
	for _, g := range h.list[:min(len(h.list), maxHintLookups)] {
		if g.score < perhaps || score >= surely {
			break
		}
		q := h.question
		q.Refs = e.refsOf(g.Found)
		h.op.Add(1)
		result := e.look(ctx, h.op, q, need)
		expires(ctx, q, result)
		if fits := h.fit(result); fits > score {
			best, score = result, fits
		}
	}
	return best, score
}

// fit is how well a release fits that was looked up.
func (h *hunt) fit(r *Result) float64 {
	if r.Release() == nil {
		return 0
	}
	s := match.Subject{Type: music.EntityRelease, Title: r.Release().Title(nil)}
	describeRelease(&s, r.Release().Music())
	if n := r.Release().TrackCount(nil); n != nil {
		s.Tracks = *n
	}
	fits := h.hint.Fit(s)
	for _, v := range r.Sources() { // the merged title is that of one provider
		if v.Merged() {
			s.Title = v.Title()
			fits = max(fits, h.hint.Fit(s))
		}
	}
	return fits
}

// found is the result of a lookup, with how it was found.
func (h *hunt) found(inner *Result, score float64) *Result {
	out := inner.told(func(p *Report) {
		found := h.report(p.Provider)
		if found == nil {
			return
		}
		p.Requests = p.Requests.plus(found.Requests)
		p.Alternatives = append(p.Alternatives, h.alternatives(p)...)
		if p.By != providers.ByGTIN {
			p.By, p.Value = found.By, found.Value
		}
	})
	for _, r := range h.findings.reports {
		if inner.Report(r.Provider) == nil {
			out.reports = append(out.reports, h.missed(r))
		}
	}
	out.inner = inner
	out.messages = append([]music.Message{foundBySearch(h.hint, score, len(h.list))}, inner.messages...)
	return out
}

// report is how the search of a provider fared, or nil.
func (h *hunt) report(name music.ProviderName) *Report {
	i := slices.IndexFunc(h.findings.reports, func(r *Report) bool { return r.Provider == name })
	if i < 0 {
		return nil
	}
	return h.findings.reports[i]
}

// alternatives are the pages of what else a provider has that may be it.
func (h *hunt) alternatives(r *Report) []string {
	info := h.engine.sources[r.Provider].Info()
	own := ""
	if r.Answer != nil && r.Answer.Release != nil {
		own = info.URL(r.Answer.ID)
	}
	var out []string
	for _, g := range h.list {
		for _, p := range append([]Part{g.Part}, g.Others...) {
			if u := info.URL(p.Entry.ID); p.Provider == r.Provider && u != own && len(out) < maxAlternatives {
				out = append(out, u)
			}
		}
	}
	return out
}

// missed is the report of a provider whose hits were not what was meant.
func (h *hunt) missed(r *Report) *Report {
	out := *r
	out.Answer = nil
	out.Alternatives = h.alternatives(r)
	if out.Err == nil {
		out.Status, out.Err = StatusNotFound, misfit(r)
	}
	return &out
}

// misfit is the failure of a provider that has found something else.
func misfit(r *Report) error {
	return &providers.Error{Provider: r.Provider, Op: r.By.String(), Kind: providers.ErrNotFound, Err: errMisfit}
}

var errMisfit = errors.New("nothing that it has found fits well enough")

// nothing is the result where nothing fits well enough, with the reason.
func (h *hunt) nothing(why music.Message) *Result {
	out := &Result{question: h.question, need: h.need.closed(), found: true, messages: []music.Message{why}, views: map[music.ProviderName]*ProviderRelease{}}
	err := &harmonize.NoResultError{}
	for _, r := range h.findings.reports {
		missed := h.missed(r)
		out.reports = append(out.reports, missed)
		err.Providers, err.Errs = append(err.Providers, r.Provider), append(err.Errs, missed.Err)
	}
	out.err = err
	out.expires = expiry(out)
	return out
}
