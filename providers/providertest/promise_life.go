package providertest

import (
	"context"
	"errors"
	"slices"
	"sync"
	"time"

	"github.com/google/go-cmp/cmp"

	"tutti/providers"
)

// context is what lookups of the suite run in; none of them takes longer than patience.
func (*suite) context() context.Context { return context.Background() }

// cancelling is promise 10.
func cancelling(s *suite, r *report) {
	for _, c := range s.cases() {
		r.did()
		s.cancelled(r, c)
		out := s.run(s.context(), c)
		if out.hung {
			r.breach("%s: the lookup hangs", c.title())
		}
		if leaks := left(out.run); leaks != "" {
			r.breach("%s: the provider starts a goroutine that stays:\n%s", c.title(), leaks)
			continue
		}
		for k := range out.trip.requests() {
			got := s.run(s.context(), c, failing(nothingArrives()[0].on(k)))
			if leaks := left(got.run); leaks != "" {
				r.breach("%s: after a fault a goroutine stays:\n%s", c.title(), leaks)
			}
		}
	}
}

// cancelled ends a lookup while it waits for its first document.
func (s *suite) cancelled(r *report, c Case) {
	ctx, cancel := context.WithCancel(s.context())
	defer cancel()
	waiting, stop := make(chan struct{}), make(chan struct{})
	var wg sync.WaitGroup
	defer wg.Wait()
	defer close(stop)
	wg.Go(func() {
		select {
		case <-waiting:
			cancel()
		case <-stop:
		}
	})
	docs := &standIn{suite: s}
	began := time.Now()
	out := s.lookup(ctx, providers.NewSource(s.factory, docs), c, s.trip(c, func(t *trip) { t.block = waiting }))
	const atOnce = time.Minute
	_, typed := errors.AsType[*providers.Error](out.err)
	switch took := time.Since(began); {
	case docs.lost > 0:
		r.breach("%s: a document is asked for without the lookup's context", c.title())
	case out.hung || took > atOnce:
		r.breach("%s: it returns only %s after it was cancelled", c.title(), took.Round(time.Second))
	case out.err == nil:
		r.breach("%s: it gives an answer although it was cancelled before the first document came", c.title())
	case !typed || errors.Is(out.err, providers.ErrNotFound):
		r.breach("%s: cancelled, it ends with %v", c.title(), out.err)
	}
	if leaks := left(out.run); leaks != "" {
		r.breach("%s: a goroutine stays after the lookup was cancelled:\n%s", c.title(), leaks)
	}
}

// sharing is promise 13.
func sharing(s *suite, r *report) {
	for _, c := range s.cases() {
		clean, ok := s.clean(s.context(), c)
		if !ok {
			r.skip("%s: the lookup failed", c.title())
			continue
		}
		r.did()
		s.parallel(r, c, text(clean.answer))
		s.nothingKept(r, c)
		s.arguments(r, c)
	}
}

// parallel runs a case several times at once, on one source and on two.
func (s *suite) parallel(r *report, c Case, want string) {
	const each = 4
	var wg sync.WaitGroup
	for range 2 {
		src := providers.NewSource(s.factory, &standIn{suite: s})
		for range each {
			wg.Go(func() {
				out := s.lookup(s.context(), src, c, s.trip(c))
				if got := text(out.answer); got != want {
					r.breach("%s: at the same time as others it ends with %s:\n%s", c.title(), out.how(), diff(want, got))
				}
			})
		}
	}
	wg.Wait()
}

// nothingKept has the service go down after a lookup: neither the same source nor another one may still know the release.
func (s *suite) nothingKept(r *report, c Case) {
	src := providers.NewSource(s.factory, &standIn{suite: s})
	if out := s.lookup(s.context(), src, c, s.trip(c)); out.err != nil {
		r.breach("%s: %v", c.title(), out.err)
		return
	}
	down := failing(nothingArrives()[1].on(0))
	if out := s.lookup(s.context(), src, c, s.trip(c, down)); out.err == nil {
		r.breach("%s: the provider keeps what it was answered: it knows the release although the service is down", c.title())
	}
	if out := s.run(s.context(), c, down); out.err == nil {
		r.breach("%s: two instances share what they were answered: one knows the release although its service is down", c.title())
	}
}

// arguments checks that what a provider is given is as before.
func (s *suite) arguments(r *report, c Case) {
	given := c
	given.Regions = append(slices.Clip(given.Regions), "GB", "US")
	kept := append(given.Regions[:0:0], given.Regions...)
	trip := s.trip(given, func(t *trip) { t.tamed = true })
	steps := append(trip.cover.Steps[:0:0], trip.cover.Steps...)
	s.lookup(s.context(), providers.NewSource(s.factory, &standIn{suite: s}), given, trip)
	if diff := cmp.Diff(kept, given.Regions); diff != "" {
		r.breach("%s: the caller's regions are changed (-before +after):\n%s", c.title(), diff)
	}
	for i := range steps {
		if len(steps) != len(trip.cover.Steps) || steps[i] != trip.cover.Steps[i] {
			r.breach("%s: the caller's cover is changed", c.title())
			return
		}
	}
}
