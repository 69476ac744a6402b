package lookup

import (
	"slices"

	"tutti/harmonize/match"
	"tutti/music"
	"tutti/providers"
)

// fitting keeps what fits a hint well enough. Of the rest, each provider's report has the pages that may be it.
func (t *Tracks) fitting(e *Engine, list []gathered, h match.Hint) []gathered {
	var out []gathered
	best := 0.0
	for _, g := range list {
		g.score = h.Fit(unitedSubject(g.subjects, h))
		best = max(best, g.score)
		if g.score >= match.Good {
			out = append(out, g)
			continue
		}
		for _, p := range append([]Part{g.Part}, g.Others...) {
			if i := slices.IndexFunc(t.reports, func(r *Report) bool { return r.Provider == p.Provider }); g.score > 0 && i >= 0 {
				t.reports[i].offer(e.sources[p.Provider].Info(), p.Entry.ID)
			}
		}
	}
	for _, r := range t.reports {
		if r.Err == nil && !slices.ContainsFunc(out, func(g gathered) bool { return slices.Contains(g.FoundBy(), r.Provider) }) {
			r.Status, r.Err = StatusNotFound, misfit(r)
		}
	}
	t.hint, t.best, t.candidates = h, best, len(list)
	return out
}

// offer adds a page to the alternatives, up to a bound.
func (r *Report) offer(i providers.Info, id providers.ID) {
	if len(r.Alternatives) < maxAlternatives {
		r.Alternatives = append(r.Alternatives, i.URL(id))
	}
}

// tell says how the best was found, or that nothing was.
func (t *Tracks) tell(list []gathered) {
	if len(list) == 0 {
		t.messages = []music.Message{noMatch(t.hint, t.best, t.candidates)}
		return
	}
	t.messages = []music.Message{foundBySearch(t.hint, t.best, t.candidates)}
}
