package providertest

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime/pprof"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"
	"time"

	"tutti/music"
	"tutti/providers"
)

// suite is one provider under test.
type suite struct {
	factory providers.Factory
	spec    Spec
	runs    atomic.Int64 // numbers runs, so that their goroutines can be told apart
	service *recorder    // asked in place of testdata; nil: nobody is
}

func newSuite(f providers.Factory, spec Spec) *suite { return &suite{factory: f, spec: spec} }

func (s *suite) testdata() string {
	if s.spec.Testdata == "" {
		return "testdata"
	}
	return s.spec.Testdata
}

// folder is the name of the provider's folder.
func (s *suite) folder() string {
	if s.spec.Folder != "" {
		return s.spec.Folder
	}
	dir, err := os.Getwd()
	if err != nil {
		return ""
	}
	return filepath.Base(dir)
}

// title names a case.
func (c Case) title() string {
	switch {
	case c.Name != "":
		return c.Name
	case c.GTIN != "":
		return "gtin-" + string(c.GTIN)
	case c.Asked.By != 0:
		return segment(fmt.Sprint(c.Asked.By, " ", c.Asked.ID.ID, c.Asked.ISRC, c.Asked.Query, " ", c.Asked.Page), maxSegment)
	case c.URL != "":
		return strings.ReplaceAll(FilePath(c.URL), "/", "-")
	default:
		return "id-" + strings.ReplaceAll(c.ID, "/", "-")
	}
}

func (c Case) by() providers.By {
	switch {
	case c.Asked.By != 0:
		return c.Asked.By
	case c.GTIN != "":
		return providers.ByGTIN
	default:
		return providers.ByID
	}
}

// cases are all lookups and questions that the service answers.
func (s *suite) cases() []Case { return slices.Concat(s.spec.Releases, s.spec.Questions) }

func (c Case) need() music.Properties {
	if c.Need == 0 {
		return music.AllProperties
	}
	return c.Need
}

// outcome is what became of one lookup.
type outcome struct {
	answer *providers.Answer
	err    error
	trip   *trip
	hung   bool
	run    string // its number
}

// patience is how long a lookup may take that has nothing to wait for but the processor, which may be slow, shared, and kept busy
// by a race detector: only what hangs takes as long.
const patience = 5 * time.Minute

// lookup runs one case on a source; what it asks for and gets is written down in the trip.
func (s *suite) lookup(ctx context.Context, src *providers.Source, c Case, trip *trip) outcome {
	done := make(chan outcome, 1)
	run := strconv.FormatInt(s.runs.Add(1), 10)
	// Goroutines inherit labels, so that those which a provider starts, against its promise, are recognised.
	go pprof.Do(ctx, pprof.Labels(labelKey, run), func(ctx context.Context) {
		a, err := ask(withTrip(ctx, trip), src, c, trip.cover)
		done <- outcome{answer: a, err: err, trip: trip, run: run}
	})
	timer := time.NewTimer(patience)
	defer timer.Stop()
	select {
	case out := <-done:
		return out
	case <-timer.C:
		return outcome{trip: trip, hung: true, run: run, err: errors.New("it did not return")}
	}
}

// ask asks a source for a case.
func ask(ctx context.Context, src *providers.Source, c Case, cover providers.Cover) (*providers.Answer, error) {
	opt := providers.Options{Regions: c.Regions, Cover: cover}
	if c.Asked.By != 0 {
		return src.Ask(ctx, c.Asked, opt)
	}
	if c.GTIN != "" {
		return src.FindGTIN(ctx, c.GTIN, opt)
	}
	if c.URL != "" {
		id, ok := src.Info().Recognize(c.URL)
		if !ok {
			return nil, fmt.Errorf("the page %s of the case is not recognised", c.URL)
		}
		return src.Release(ctx, id, opt)
	}
	id, err := src.Info().ParseID(c.ID)
	if err != nil {
		return nil, err
	}
	return src.Release(ctx, id, opt)
}

// run looks a case up on a source of its own. Changes are made to the trip before it begins.
func (s *suite) run(ctx context.Context, c Case, changes ...func(*trip)) outcome {
	src := providers.NewSource(s.factory, &standIn{suite: s})
	return s.lookup(ctx, src, c, s.trip(c, changes...))
}

// trip returns the plan of a case, with nothing asked yet.
func (s *suite) trip(c Case, changes ...func(*trip)) *trip {
	t := &trip{by: c.by(), stored: map[storedKey]providers.Document{}, extra: map[storedKey]bool{}}
	for _, change := range changes {
		change(t)
	}
	need := c.need()
	if t.need != 0 {
		need = t.need
	}
	t.cover = s.factory.Cover(c.by(), need, t.known)
	return t
}

// needing has a lookup plan for another need than the case's.
func needing(p music.Properties) func(*trip) { return func(t *trip) { t.need = p } }

// alone has a lookup plan without multi-gets.
func (s *suite) alone() func(*trip) {
	return func(t *trip) {
		t.known.NoBatch = map[string]bool{}
		for _, e := range s.factory.Endpoints {
			t.known.NoBatch[e.Name] = true
		}
	}
}

// failing has a fault happen.
func failing(f *fault) func(*trip) { return func(t *trip) { t.fault = f } }

// clean looks a case up undisturbed; ok is false where that fails, which the golden promise tells.
func (s *suite) clean(ctx context.Context, c Case) (out outcome, ok bool) {
	out = s.run(ctx, c)
	return out, out.err == nil
}
