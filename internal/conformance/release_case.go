package conformance

import (
	"context"
	"errors"
	"math"
	"strings"
	"testing"
	"time"

	"tutti/music"
	"tutti/providers"
)

// releaseCase is a lookup at one provider, of a recorded corpus.
type releaseCase struct {
	ID        string
	Specifier struct {
		Type  string
		Value Code
	}
	Options       lookupOptions
	Recordings    []string
	Pages         []string `json:"page_recordings"`
	Scenario      string
	Expected      map[string]any
	ExpectedError map[string]any `json:"expected_error"`
	Source        string         `json:"expected_source"`
	Facts         []fact
}

// found is what a lookup of one provider came to.
type found struct {
	answer *providers.Answer
	err    error
	took   time.Duration
}

// find looks the release of a case up, with the recordings of a scenario first.
func (r *releaseCase) find(t *testing.T, c Corpus, scenario string, f providers.Factory) (found, *Server) {
	t.Helper()
	return r.findBy(t, c, scenario, f, r.ask)
}

// asking is a way to look a release up.
type asking func(*World, providers.Factory) (*providers.Answer, error)

func (r *releaseCase) findBy(t *testing.T, c Corpus, scenario string, f providers.Factory, ask asking) (found, *Server) {
	t.Helper()
	s, err := c.Serve(scenario, append(r.Pages, r.Recordings...))
	if err != nil {
		t.Fatal(err)
	}
	var out found
	InWorld(t, s, newRegistry(t, []providers.Factory{f}), func(w *World) {
		began := time.Now()
		out.answer, out.err = ask(w, f)
		out.took = time.Since(began)
	})
	return out, s
}

// longRest is the wish for a rest from which on the caller is told when to come back, and nobody waits for it in a lookup.
const longRest = 30 * time.Second

// askPatiently is a caller who comes back once, when told to after a long rest.
func (r *releaseCase) askPatiently(w *World, f providers.Factory) (*providers.Answer, error) {
	a, err := r.ask(w, f)
	e, ok := errors.AsType[*providers.Error](err)
	if !ok || !errors.Is(err, providers.ErrRateLimited) || e.RetryAfter < longRest {
		return a, err
	}
	<-time.NewTimer(e.RetryAfter).C
	return r.ask(w, f)
}

func (r *releaseCase) ask(w *World, f providers.Factory) (*providers.Answer, error) {
	by := providers.ByID
	if r.Specifier.Type == "gtin" {
		by = providers.ByGTIN
	}
	o := providers.Options{Regions: r.Options.Regions, Cover: f.Cover(by, r.Options.need(f.Info.Name), providers.Known{})}
	ctx, end := w.within(context.Background(), f.Info.Name, o.Cover)
	defer end()
	source := w.sources[f.Info.Name]
	if by == providers.ByGTIN {
		return source.FindGTIN(ctx, music.GTIN(r.Specifier.Value.text), o)
	}
	id, err := r.id(f.Info)
	if err != nil {
		return nil, err
	}
	return source.Release(ctx, id, o)
}

func (r *releaseCase) id(info providers.Info) (providers.ID, error) {
	if r.Specifier.Type != "url" {
		return info.ParseID(r.Specifier.Value.text)
	}
	id, ok := info.Recognize(r.Specifier.Value.text)
	if !ok || !info.ReleaseType(id) {
		return id, &providers.Error{Provider: info.Name, Kind: providers.ErrInvalid, Err: errors.New("this is not the URL of a release")}
	}
	return id, nil
}

// check compares what was found with what the case expects.
func (r *releaseCase) check(out Case, info providers.Info, f found) {
	out.T.Helper()
	if r.ExpectedError != nil {
		out.Settle("error", errorDifferences(f.err, r.ExpectedError))
		return
	}
	if f.err != nil {
		out.Fail(partRelease, f.err.Error())
		return
	}
	got, err := encodeAnswer(info, f.answer, r.isTemplate(info))
	if err != nil {
		out.Fail(partRelease, err.Error())
		return
	}
	diffs := map[bool][]Difference{}
	for _, d := range Compare(withoutWords(got), withoutWords(r.Expected)) {
		if r.treated(d.Path) && isEmpty(d.Want) && d.Got == nil {
			continue
		}
		about := PartOf(d.Path) == partMessages
		diffs[about] = append(diffs[about], d)
	}
	out.Settle(partRelease, diffs[false])
	out.Settle(partMessages, diffs[true])
	if len(r.Facts) > 0 {
		out.facts(r.Facts, got)
	}
}

// treated tells that the reference needs a field of the recording that is not there, and was given an empty one, as the remark of
// the case says. We take it as absent.
func (r *releaseCase) treated(path string) bool {
	return strings.Contains(r.Source, "with the missing "+path) && strings.Contains(r.Source, "treated as an empty ")
}

func isEmpty(v any) bool {
	list, isList := v.([]any)
	return v == "" || isList && len(list) == 0
}

func (r *releaseCase) isTemplate(info providers.Info) bool {
	for _, name := range r.Options.TemplateProviders {
		if InternalName(name) == info.Name {
			return true
		}
	}
	return false
}

// withoutWords leaves of messages their types: the recorded format has them in the words of the reference.
func withoutWords(release map[string]any) map[string]any {
	release = withMessages(release)
	info, _ := release["info"].(map[string]any) // else there is none
	list, _ := info["messages"].([]any)         // else there are none
	types := convert(list, func(m any) any {
		o, _ := m.(map[string]any) // else it has no type
		return map[string]any{"type": o["type"]}
	})
	if info != nil {
		info["messages"] = types
	}
	return release
}

// facts checks statements about a value.
func (c Case) facts(list []fact, of any) {
	c.T.Helper()
	var wrong []string
	for _, f := range list {
		if why := f.wrong(of); why != "" {
			wrong = append(wrong, why)
		}
	}
	if len(wrong) > 0 {
		c.Fail("facts", strings.Join(wrong, "; "))
		return
	}
	c.Settle("facts", nil)
}

// errorDifferences compares an error with all that is expected of it.
func errorDifferences(err error, want map[string]any) []Difference {
	if err == nil {
		return []Difference{{"error", nil, want}}
	}
	got := map[string]any{"class": ClassOf(err)}
	if e, ok := errors.AsType[*providers.Error](err); ok {
		got["http_status"], got["retry_after_seconds"] = float64(e.Status), math.Ceil(e.RetryAfter.Seconds())
		if code, ok := want["provider_code"].(float64); ok && strings.Contains(err.Error(), "code "+short(code)) {
			got["provider_code"] = code
		}
	}
	var out []Difference
	for _, key := range []string{"class", "http_status", "retry_after_seconds", "provider_code"} {
		if want[key] != nil {
			out = append(out, Compare(map[string]any{key: got[key]}, map[string]any{key: want[key]})...)
		}
	}
	return out
}
