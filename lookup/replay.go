package lookup

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"tutti/harmonize"
	"tutti/internal/documents"
	"tutti/music"
	"tutti/permalink"
	"tutti/providers"
)

// Replay returns the question of a permalink. The error says that the link holds no lookup that this version understands.
func Replay(l *permalink.Link) (Question, error) {
	var a anchor
	if err := json.Unmarshal([]byte(l.Lookup), &a); err != nil {
		return Question{}, permalink.ErrMalformed
	}
	a.Link = ""
	q, err := a.question()
	q.AsOf, q.Link = l.AsOf, l
	return q, err
}

// AsReference returns the question of a permalink of the reference: merged as it merges, from what was known at its time. Without a
// time it is asked now.
func (e *Engine) AsReference(s permalink.State) Question {
	q := Question{GTIN: string(s.GTIN), URLs: s.URLs()}
	q.Providers, q.Templates, q.Regions, q.Reference = append([]music.ProviderName{}, s.Providers...), s.Templates(), s.Regions, true
	q.Merge = harmonize.Reference()
	q.Merge.Preferences = e.quality
	for _, r := range s.ByID() {
		q.Refs = append(q.Refs, Ref{Provider: r.Provider, ID: r.ID})
	}
	if s.TS != nil {
		q.AsOf = time.Unix(*s.TS, 0).UTC().Add(time.Second - time.Millisecond) // the reference cuts milliseconds off
	}
	return q
}

// ReplayError says why a permalink cannot be replayed here.
type ReplayError struct {
	Missing []string // documents that are not stored, or damaged, such as deezer album 302127
	Changed []string // what came out differently: documents, release, or how a provider fared
}

func (e *ReplayError) Error() string {
	if len(e.Missing) > 0 {
		return "this permalink cannot be replayed here, since documents are missing: " + strings.Join(e.Missing, ", ")
	}
	return "this permalink does not give what it gave: " + strings.Join(e.Changed, ", ")
}

// replay repeats the lookup of a permalink and checks that it gives the same. What is wanted beyond that is answered from what is
// recorded. The caller has counted it as running.
func (e *Engine) replay(ctx context.Context, op *documents.Operation, q Question, need Need) *Result {
	recorded := Need{Common: q.Link.Need, Of: q.Link.Views}
	need = need.closed()
	op.Add(1)
	r := e.look(ctx, op, q, recorded)
	if err := r.verify(q.Link); err != nil {
		op.Done()
		return r.unreplayed(err)
	}
	if recorded.contains(need) {
		op.Done()
		if needKey(recorded) == needKey(need) {
			return r
		}
		return r.narrowed(e, need)
	}
	wider := e.look(ctx, op, q, need.with(recorded))
	return wider.narrowed(e, need)
}

// verify compares a replay with what its permalink says of the lookup.
func (r *Result) verify(l *permalink.Link) error {
	out := &ReplayError{Missing: r.unrecorded(l)}
	evidence, _ := r.evidence()
	if digest(evidence) != l.Digest {
		out.Changed = append(out.Changed, "the documents used")
	}
	if r.content() != l.Content {
		out.Changed = append(out.Changed, "the release")
	}
	out.Changed = append(out.Changed, r.otherwise(l)...)
	if len(out.Changed) == 0 {
		return nil
	}
	return out
}

// unrecorded names the documents that are missing, save those that were missing then.
func (r *Result) unrecorded(l *permalink.Link) []string {
	pinned := pins(l)
	var out []string
	for u := range r.used {
		n := u.Asked()
		if errors.Is(u.Err, providers.ErrNotRecorded) && pinned[n].Err == nil {
			out = append(out, strings.TrimSpace(fmt.Sprintf("%s %s %s %s %s", n.Provider, n.Endpoint, n.ID, n.Region, n.Page)))
		}
	}
	return out
}

// otherwise names the providers that fared otherwise than the permalink says.
func (r *Result) otherwise(l *permalink.Link) []string {
	var out []string
	for i, s := range l.Sources {
		fared, code := "absent", ""
		if p := r.Report(s.Provider); p != nil {
			now := p.fared(providers.Known{})
			fared, code = now.Status, now.Code
		}
		if fared != s.Status || code != s.Code || i >= len(r.reports) || r.reports[i].Provider != s.Provider {
			out = append(out, fmt.Sprintf("%s (%s, then %s)", s.Provider, fared, s.Status))
		}
	}
	if len(r.reports) > len(l.Sources) {
		out = append(out, "more providers")
	}
	return out
}

// unreplayed is the result of a replay that does not give the same: reports, and why there is no release.
func (r *Result) unreplayed(err error) *Result {
	return &Result{
		anchor: r.anchor, need: r.need, asked: r.asked, question: r.question, reports: r.reports, err: err, views: r.views, ended: r.ended,
		messages: []music.Message{{Severity: music.Error, Code: CodeNotReplayed, Text: upperFirst(err.Error()) + "."}},
	}
}

// recalling makes a planner that plans as was planned then: nobody needs credentials, and only what was known to be denied is.
func (p Planner) recalling(o Options) Planner {
	if o.AsOf.IsZero() {
		return p
	}
	p.Unready, p.Known = nil, nil
	if o.Link == nil {
		return p
	}
	p.Known = map[music.ProviderName]providers.Known{}
	for _, s := range o.Link.Sources {
		if len(s.Denied)+len(s.Single) > 0 {
			p.Known[s.Provider] = providers.Known{Denied: set(s.Denied), NoBatch: set(s.Single)}
		}
	}
	return p
}

func set(names []string) map[string]bool {
	out := make(map[string]bool, len(names))
	for _, n := range names {
		out[n] = true
	}
	return out
}

// pins are those of a permalink as documents knows them.
func pins(l *permalink.Link) map[documents.Name]documents.Pin {
	out := make(map[documents.Name]documents.Pin, len(l.Pins))
	for _, p := range l.Pins {
		pin := documents.Pin{Time: time.UnixMilli(p.Time).UTC(), Hash: p.Hash}
		if p.Code != "" {
			pin = documents.Pin{Err: &providers.Error{Kind: kindOf(p.Code), Status: p.Status}}
		}
		out[pinnedName(p)] = pin
	}
	return out
}

func pinnedName(p permalink.Pin) documents.Name {
	return documents.Name{
		Provider: p.Provider, Endpoint: p.Endpoint, Key: providers.Key{ID: p.ID, Region: p.Region, Page: p.Page},
	}
}

// errRecorded stands for the cause of a failure that a permalink tells of.
var errRecorded = errors.New("as recorded")

// recall fills in how a source fared that cannot be asked again; then it is recalled. A source that was not asked then is not known.
func (r *run) recall(a *asked) (recalled, known bool) {
	l := r.plan.Options.Link
	if l == nil {
		return false, true
	}
	i := slices.IndexFunc(l.Sources, func(s permalink.Source) bool { return s.Provider == a.Provider })
	if i < 0 {
		return false, false
	}
	s := l.Sources[i]
	a.refused = s.Refused
	switch {
	case s.Status == string(StatusPending):
		return true, true
	case s.Status == string(StatusSkipped) && s.Code == CodeOf(providers.ErrDenied):
		a.err, a.ended = unready(a.Provider, "credentials were missing"), true
	case s.Code == codeInternal:
		a.err, a.ended = &providers.Error{Provider: a.Provider, Err: errRecorded}, true
	default:
		return false, true
	}
	return true, true
}

// nextBest plans a source anew, without the endpoints whose documents are not recorded, as if they were denied; false when that
// leaves nothing else to ask.
func (r *run) nextBest(a *asked) bool {
	known := r.planner.Known[a.Provider]
	denied := set(append(listed(known.Denied), a.unrecorded...))
	before := len(denied)
	for _, u := range a.account.Uses() {
		if errors.Is(u.Err, providers.ErrNotRecorded) && !denied[u.Endpoint] {
			denied[u.Endpoint] = true
			a.unrecorded = append(a.unrecorded, u.Endpoint)
		}
	}
	cover := r.engine.sources[a.Provider].Cover(a.By, a.Need, providers.Known{Denied: denied, NoBatch: known.NoBatch})
	if len(denied) == before || len(cover.Steps) == 0 {
		return false
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	a.Cover = cover
	a.account = r.op.Open(a.Provider, r.view, cover, a.Shape)
	return true
}
