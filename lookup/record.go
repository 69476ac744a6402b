package lookup

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"tutti/harmonize"
	"tutti/internal/documents"
	"tutti/music"
	"tutti/permalink"
	"tutti/providers"
)

// Permalink writes the lookup down, so that it can be repeated from what is stored. It is nil where that is not possible: nothing
// was looked up, or a document could not be stored. It waits for what is being stored.
func (e *Engine) Permalink(ctx context.Context, r *Result) (*permalink.Link, error) {
	if r.inner != nil {
		r = r.inner
	}
	if r.found {
		return nil, nil //nolint:nilnil // the same: what was found is no lookup that could be repeated
	}
	if l := r.question.Link; l != nil && needKey(r.asked) == needKey(Need{Common: l.Need, Of: l.Views}) {
		return l, nil
	}
	evidence, ok := r.evidence()
	if !ok || len(r.reports) == 0 {
		return nil, nil //nolint:nilnil // there is none, and nothing is wrong
	}
	l := &permalink.Link{
		Lookup: r.recordable(), Need: r.asked.Common, Views: r.asked.Of, AsOf: r.asOf(evidence),
		Digest: digest(evidence), Content: r.content(), FirstPhase: r.firstPhase,
	}
	for _, p := range r.reports {
		l.Sources = append(l.Sources, p.fared(r.known[p.Provider]))
	}
	var err error
	l.Pins, err = r.pins(ctx, l.AsOf)
	return l, err
}

// recordable is what the lookup is asked by, whenever that is done.
func (r *Result) recordable() string {
	if l := r.question.Link; l != nil {
		return l.Lookup
	}
	a := r.anchor
	a.AsOf = 0
	if g, err := music.ParseGTIN(r.question.GTIN); err == nil {
		a.GTIN = string(g) // in the form that services were asked for
	}
	return a.text()
}

// used visits what the sources were given that got to their end, in order, each document once. What was used by another is no
// evidence.
func (r *Result) used(visit func(documents.Use) bool) {
	seen := map[documents.Name]bool{}
	for _, p := range r.reports {
		if p.held() {
			continue
		}
		for _, u := range p.uses {
			if seen[u.Asked()] || errors.Is(u.Err, providers.ErrUndeclared) {
				continue
			}
			seen[u.Asked()] = true
			if !visit(u) {
				return
			}
		}
	}
}

// evidence returns the documents used, each once, in an order of their own; false when one of them is not stored.
func (r *Result) evidence() ([]documents.Recorded, bool) {
	seen := map[documents.Name]bool{}
	var out []documents.Recorded
	for u := range r.used {
		if u.Err != nil && !errors.Is(u.Err, providers.ErrNotFound) {
			continue
		}
		d, ok := u.Recorded()
		if !ok {
			return nil, false
		}
		if !seen[d.Name] { // two questions may have been answered by one wider document
			seen[d.Name] = true
			out = append(out, d)
		}
	}
	slices.SortFunc(out, func(a, b documents.Recorded) int { return strings.Compare(line(a), line(b)) })
	return out, true
}

// digest is the SHA-256 over one line for each document, in lower-case hex.
func digest(evidence []documents.Recorded) string {
	h := sha256.New()
	for _, d := range evidence {
		_, _ = h.Write([]byte(line(d) + "\n")) // a hash takes all
	}
	return hex.EncodeToString(h.Sum(nil))
}

// line is a document with what the service said, its parts quoted so that no two documents share one.
func line(d documents.Recorded) string {
	parts := []string{string(d.Provider), d.Endpoint, string(d.Region), d.ID, d.Page, strconv.Itoa(d.Status), d.Hash}
	for i, p := range parts {
		parts[i] = strconv.Quote(p)
	}
	return strings.Join(parts, " ")
}

// asOf is when the newest of the documents was fetched; without any, when the lookup ended. That of a replay stays.
func (r *Result) asOf(evidence []documents.Recorded) time.Time {
	if !r.question.AsOf.IsZero() {
		return r.question.AsOf.UTC().Truncate(time.Millisecond)
	}
	var newest time.Time
	for _, d := range evidence {
		if d.Time.After(newest) {
			newest = d.Time
		}
	}
	if newest.IsZero() {
		return r.ended.UTC().Truncate(time.Millisecond)
	}
	return newest
}

// content is the SHA-256 over the merged release in lower-case hex; empty without one.
func (r *Result) content() string {
	merged := r.merged
	if needKey(r.need) != needKey(r.asked) {
		o := r.options
		o.Need, o.SourceNeed = r.asked.Common, r.asked.Of
		merged, _ = harmonize.Merge(r.outcomes, o) // its error is that of the lookup
	}
	if merged == nil || merged.Release == nil {
		return ""
	}
	b, err := json.Marshal(merged.Release.Music())
	if err != nil { // it holds nothing that cannot be written
		return ""
	}
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}

// pins are the documents that a replay would not find by itself.
func (r *Result) pins(ctx context.Context, at time.Time) ([]permalink.Pin, error) {
	var out []permalink.Pin
	for u := range r.used {
		pin, needed, err := u.Pin(ctx, at)
		if err != nil {
			return nil, err
		}
		if needed {
			out = append(out, written(u.Asked(), pin))
		}
	}
	return out, nil
}

// pinnedHash is how much of a hash tells two documents of one key and time apart.
const pinnedHash = 16

func written(n documents.Name, p documents.Pin) permalink.Pin {
	out := permalink.Pin{Provider: n.Provider, Endpoint: n.Endpoint, ID: n.ID, Region: n.Region, Page: n.Page}
	if p.Err == nil {
		out.Time, out.Hash = p.Time.UnixMilli(), p.Hash[:min(len(p.Hash), pinnedHash)]
		return out
	}
	out.Code = CodeOf(p.Err)
	if e, ok := errors.AsType[*providers.Error](p.Err); ok {
		out.Status = e.Status
	}
	return out
}

// held reports whether a source did not get to its end, or was never asked: a replay does not ask it either.
func (r *Report) held() bool {
	return r.Status == StatusPending || isUnready(r.Err) || r.Err != nil && CodeOf(r.Err) == codeInternal
}

// fared is how a provider fared, as a permalink has it.
func (r *Report) fared(known providers.Known) permalink.Source {
	s := permalink.Source{
		Provider: r.Provider, Status: string(r.Status), Denied: listed(known.Denied), Single: listed(known.NoBatch),
	}
	if len(r.Denied) > 0 {
		s.Refused = r.Denied
	}
	if r.Err != nil {
		s.Code = CodeOf(r.Err)
	}
	return s
}

func listed(set map[string]bool) []string { return slices.Sorted(maps.Keys(set)) }

// Journals are the numbers of the documents used in the journal of the store, each once, in an order of their own. It waits for what
// is being stored.
func (r *Result) Journals() []int64 {
	var out []int64
	for u := range r.used {
		if n := u.Journal(); n != 0 {
			out = append(out, n)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// Pinned returns the permalink of a replay with all documents pinned: it holds where other documents of the same keys are stored too.
func (r *Result) Pinned() *permalink.Link {
	l := *r.question.Link
	l.Pins = slices.Clone(l.Pins)
	pinned := pins(&l)
	for u := range r.used {
		if _, is := pinned[u.Asked()]; is {
			continue
		}
		if d, ok := u.Recorded(); ok {
			l.Pins = append(l.Pins, written(u.Asked(), documents.Pin{Time: d.Time, Hash: d.Hash}))
		}
	}
	return &l
}
