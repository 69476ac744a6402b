package documents_test

import (
	"errors"
	"net/http"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"tutti/internal/documents"
	"tutti/providers"
)

func TestAPanicBelowAProviderIsItsDocumentsFault(t *testing.T) {
	t.Parallel()
	for name, spoil := range map[string]func(*setting){
		"judge":   func(s *setting) { s.many.Judge = func(*http.Response, []byte) error { panic("judge") } },
		"request": func(s *setting) { s.many.Request = func(providers.Key) (providers.Request, error) { panic("request") } },
		"scrub":   func(s *setting) { s.many.Scrub = func([]byte) []byte { panic("scrub") } },
		"batch request": func(s *setting) {
			s.many.Batch.Request = func([]providers.Key) (providers.Request, error) { panic("many") }
		},
		"split": func(s *setting) {
			s.many.Batch.Split = func([]byte, []providers.Key) (map[providers.Key][]byte, error) { panic("split") }
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				s := newSetting(t)
				spoil(s)
				ctx, op, _ := s.account(t, documents.View{})
				for _, d := range s.service.Get(ctx, s.many.Of("a"), s.many.Of("b")) {
					if !errors.Is(d.Err, providers.ErrMalformed) {
						t.Errorf("got %v, want malformed", d.Err)
					}
				}
				op.Done()
				d, _ := s.get(t, s.one, "1", documents.View{})
				wantBody(t, d, "1")
			})
		})
	}
}

func TestAMultiGetDeniedSinceThePlanCostsTheBudget(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		s := newSetting(t)
		s.world.answer = func(url string) (int, string) {
			if url[:4] == "many" {
				return http.StatusForbidden, `{}`
			}
			return echo(url)
		}
		ctx, op, a := s.account(t, documents.View{Budget: documents.NewBudget(2)})
		docs := s.service.Get(ctx, s.many.Of("a"), s.many.Of("b"), s.many.Of("c"))
		op.Done()
		answered := 0
		for _, d := range docs {
			switch {
			case d.Err == nil:
				answered++
			case !errors.Is(d.Err, providers.ErrCut):
				t.Errorf("got %v, want cut", d.Err)
			}
		}
		n := a.Count()
		if sent := len(s.world.sent()); sent != 2 || answered != 1 || n.Sent != 1 || n.Retries != 1 || n.Cut != 2 {
			t.Errorf("%d requests of 2 allowed, %d answers, counted %+v", sent, answered, n)
		}
	})
}

func TestARepetitionIsPaidByWhoeverWaitsAndCan(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		s := newSetting(t)
		s.world.answer = func(url string) (int, string) {
			if url[:4] == "many" {
				return http.StatusForbidden, `{}`
			}
			return echo(url)
		}
		var turns sync.WaitGroup
		turns.Add(1)
		s.world.turn = turnAfter(&turns)
		var wait sync.WaitGroup
		for _, budget := range []*documents.Budget{documents.NewBudget(1), nil} {
			wait.Go(func() {
				ctx, op, _ := s.account(t, documents.View{Budget: budget})
				defer op.Done()
				for i, d := range s.service.Get(ctx, s.many.Of("a"), s.many.Of("b")) {
					wantBody(t, d, []string{"a", "b"}[i])
				}
			})
			synctest.Wait()
		}
		turns.Done()
		wait.Wait()
	})
}

func TestStaleDocumentsAreRefreshedTogether(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		s := newSetting(t)
		get := func() {
			ctx, op, _ := s.account(t, documents.View{})
			defer op.Done()
			s.service.Get(ctx, s.many.Of("a"), s.many.Of("b"), s.many.Of("c"))
		}
		get()
		time.Sleep(25 * time.Hour) //nolint:forbidigo // the clock of synctest
		var turns sync.WaitGroup
		turns.Add(1)
		s.world.turn = turnAfter(&turns)
		get()
		synctest.Wait()
		turns.Done()
		time.Sleep(time.Second) //nolint:forbidigo // the clock of synctest
		wantSent(t, s.world, "many?ids=a%2Cb%2Cc", "many?ids=a%2Cb%2Cc")
	})
}

func TestAFailedDocumentExpiresNeverAndWasFetched(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		s := newSetting(t)
		s.world.answer = func(string) (int, string) { return http.StatusBadGateway, `{}` }
		_, a := s.get(t, s.one, "1", documents.View{})
		if u := a.Uses()[0]; !u.Expires.IsZero() || !u.Fetched || u.Err == nil {
			t.Errorf("got %+v, want one that was fetched and has no time to expire", u)
		}
	})
}

// TestWhatMayNotBeShownAnyMoreIsNot holds that nothing beats a document which its service forbids to show, and that up to then it is served.
func TestWhatMayNotBeShownAnyMoreIsNot(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		s := newSetting(t)
		s.one.Fresh, s.one.Keep = time.Hour, 6*time.Hour
		s.get(t, s.one, "1", documents.View{})
		began := time.Now()
		s.world.answer = func(string) (int, string) { return http.StatusServiceUnavailable, `{}` }
		modes := map[string]documents.View{
			"usual": {}, "stored only": {Mode: documents.StoredOnly}, "in place of a fault": {Mode: documents.Fresh},
			"over budget": {Mode: documents.Fresh, Budget: documents.NewBudget(0)},
		}
		time.Sleep(5 * time.Hour) //nolint:forbidigo // the clock of synctest
		for name, v := range modes {
			if d, _ := s.get(t, s.one, "1", v); d.Err != nil {
				t.Errorf("%s: got %v after five hours", name, d.Err)
			}
		}
		time.Sleep(time.Hour) //nolint:forbidigo // the clock of synctest
		modes["over budget"] = documents.View{Mode: documents.Fresh, Budget: documents.NewBudget(0)}
		for name, v := range modes {
			if d, a := s.get(t, s.one, "1", v); d.Err == nil || errors.Is(d.Err, providers.ErrNotFound) || len(d.Body) > 0 {
				t.Errorf("%s: after six hours got %s, error %v, uses %+v", name, d.Body, d.Err, a.Uses())
			}
		}
		d, _ := s.get(t, s.one, "1", documents.View{Mode: documents.Replay, At: began})
		wantBody(t, d, "1")
	})
}
