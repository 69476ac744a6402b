package documents_test

import (
	"context"
	"errors"
	"net/http"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"tutti/internal/documents"
	"tutti/internal/transport"
	"tutti/providers"
)

func TestADocumentIsFetchedOnceAndThenStored(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		s := newSetting(t)
		d, a := s.get(t, s.one, "1", documents.View{})
		wantBody(t, d, "1")
		if n := a.Count(); n.Sent != 1 || n.Planned != 2 {
			t.Errorf("counted %+v, want 1 of 2 planned sent", n)
		}
		d, a = s.get(t, s.one, "1", documents.View{})
		wantBody(t, d, "1")
		if a.Count().Sent != 0 {
			t.Error("a stored document was charged")
		}
		wantSent(t, s.world, "one/1")
	})
}

func TestANoIsStoredForAnHour(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		s := newSetting(t)
		for range 2 {
			if d, _ := s.get(t, s.one, "no1", documents.View{}); !errors.Is(d.Err, providers.ErrNotFound) {
				t.Errorf("got %v, want a no", d.Err)
			}
		}
		wantSent(t, s.world, "one/no1")
		time.Sleep(time.Hour) //nolint:forbidigo // the clock of synctest
		s.get(t, s.one, "no1", documents.View{})
		wantSent(t, s.world, "one/no1", "one/no1")
	})
}

func TestFiftyIdenticalGetsAreOneRequest(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		s := newSetting(t)
		var wait sync.WaitGroup
		counts := make([]documents.Count, 50)
		for i := range counts {
			wait.Go(func() {
				d, a := s.get(t, s.one, "1", documents.View{})
				wantBody(t, d, "1")
				counts[i] = a.Count()
			})
		}
		wait.Wait()
		wantSent(t, s.world, "one/1")
		sent, shared := 0, 0
		for _, c := range counts {
			sent += c.Sent
			shared += c.Shared
		}
		if sent != 1 || shared != 49 {
			t.Errorf("%d accounts were charged and %d shared, want 1 and 49", sent, shared)
		}
	})
}

func TestSourcesThatWaitTogetherShareBatches(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		s := newSetting(t)
		ctx, op := documents.Begin(t.Context())
		names := ids(6)
		op.Add(len(names))
		var wait sync.WaitGroup
		for i, id := range names {
			a := op.Open("x", documents.View{}, s.cover(), providers.Shape{})
			wait.Go(func() {
				defer op.Done()
				time.Sleep(time.Duration(i) * time.Second) //nolint:forbidigo // they come one after the other, on the clock of synctest
				wantBody(t, s.service.Get(documents.WithAccount(ctx, a), s.many.Of(id))[0], id)
			})
		}
		wait.Wait()
		if got := len(s.world.sent()); got != 2 {
			t.Errorf("%d requests for 6 keys in batches of 3: %q", got, s.world.sent())
		}
	})
}

func TestASecondPhaseCountedInTheHandOverIsOneWave(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		s := newSetting(t)
		ctx, op := documents.Begin(t.Context())
		get := func(id string) {
			a := op.Open("x", documents.View{}, s.cover(), providers.Shape{})
			wantBody(t, s.service.Get(documents.WithAccount(ctx, a), s.many.Of(id))[0], id)
		}
		var wait sync.WaitGroup
		op.Add(1)
		wait.Go(func() {
			defer op.Done()
			get("first")
			op.Add(3) // before this source stops counting
			for _, id := range ids(3) {
				wait.Go(func() {
					defer op.Done()
					get(id)
				})
			}
		})
		wait.Wait()
		if got := len(s.world.sent()); got != 2 {
			t.Errorf("%d requests, want one for the first and one batch: %q", got, s.world.sent())
		}
	})
}

func TestKeysOfOtherOperationsRideAlongWhileABatchWaitsForItsTurn(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		s := newSetting(t)
		s.world.turn = func(context.Context) error {
			time.Sleep(time.Second) //nolint:forbidigo // quota, on the clock of synctest
			return nil
		}
		var wait sync.WaitGroup
		for i, id := range ids(3) {
			wait.Go(func() {
				time.Sleep(time.Duration(i) * 100 * time.Millisecond) //nolint:forbidigo // the clock of synctest
				d, _ := s.get(t, s.many, id, documents.View{})
				wantBody(t, d, id)
			})
		}
		wait.Wait()
		wantSent(t, s.world, "many?ids=id0%2Cid1%2Cid2")
	})
}

func TestEachKeyOfABatchGetsItsOwnResult(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		s := newSetting(t)
		ctx, op, a := s.account(t, documents.View{})
		defer op.Done()
		docs := s.service.Get(ctx, s.many.Of("a"), s.many.Of("no1"), s.many.Of("open1"))
		wantBody(t, docs[0], "a")
		if !docs[0].Batched {
			t.Error("a part of a batch is not marked as such")
		}
		if !errors.Is(docs[1].Err, providers.ErrNotFound) {
			t.Errorf("the key without a part: got %v, want a no", docs[1].Err)
		}
		wantBody(t, docs[2], "open1")
		wantSent(t, s.world, "many?ids=a%2Cno1%2Copen1", "one/open1")
		if n := a.Count(); n.Sent != 1 || n.Retries != 1 {
			t.Errorf("counted %+v, want one request sent, and one on top for the undecided key", n)
		}
	})
}

func TestADeniedMultiGetFallsBackAndIsRemembered(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		s := newSetting(t)
		s.world.answer = func(url string) (int, string) {
			if url[:4] == "many" {
				return http.StatusForbidden, `{}`
			}
			return echo(url)
		}
		ctx, op, _ := s.account(t, documents.View{})
		docs := s.service.Get(ctx, s.many.Of("a"), s.many.Of("b"))
		op.Done()
		wantBody(t, docs[0], "a")
		wantBody(t, docs[1], "b")
		if !s.service.Known().NoBatch["many"] {
			t.Error("the denial was not learned")
		}
		ctx, op, _ = s.account(t, documents.View{})
		s.service.Get(ctx, s.many.Of("c"), s.many.Of("d"))
		op.Done()
		got := s.world.sent()
		slices.Sort(got)
		if want := []string{"many?ids=a%2Cb", "one/a", "one/b", "one/c", "one/d"}; !slices.Equal(got, want) {
			t.Errorf("sent %q, want %q: a denied multi-get is not tried again", got, want)
		}
		time.Sleep(2 * time.Hour) //nolint:forbidigo // the clock of synctest
		if s.service.Known().NoBatch["many"] {
			t.Error("the denial was never forgotten")
		}
	})
}

// TestAServiceThatHasHadEnoughIsNotAskedKeyByKey has a service say by 403 that it wants fewer requests, as its judge knows.
func TestAServiceThatHasHadEnoughIsNotAskedKeyByKey(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		s := newSetting(t)
		s.world.answer = func(string) (int, string) { return http.StatusForbidden, `` }
		judge := s.many.Judge
		s.many.Judge = func(resp *http.Response, body []byte) error {
			if resp.StatusCode == http.StatusForbidden {
				return &providers.Error{Kind: providers.ErrRateLimited, Status: http.StatusForbidden}
			}
			return judge(resp, body)
		}
		ctx, op, _ := s.account(t, documents.View{})
		for _, d := range s.service.Get(ctx, s.many.Of("a"), s.many.Of("b")) {
			if !errors.Is(d.Err, providers.ErrRateLimited) {
				t.Errorf("got %v, want that the service wants fewer requests", d.Err)
			}
		}
		op.Done()
		if s.service.Known().NoBatch["many"] {
			t.Error("the multi-get is taken to be denied")
		}
		for _, url := range s.world.sent() {
			if strings.HasPrefix(url, "one/") {
				t.Errorf("a key is asked for alone: %s", url)
			}
		}
	})
}

func TestADeniedLaterEndpointIsRemembered(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		starts  providers.By
		learned bool
	}{
		"asked after others":                  {0, true},
		"asked for a single track as well":    {providers.ByTrack, true},
		"the only one that knows of releases": {providers.ByID, false},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				s := newSetting(t)
				s.one.Starts = c.starts
				s.world.answer = func(string) (int, string) { return http.StatusForbidden, `{}` }
				if doc, _ := s.get(t, s.one, "a", documents.View{}); !errors.Is(doc.Err, providers.ErrDenied) {
					t.Errorf("got %v, want a denial", doc.Err)
				}
				if got := s.service.Known().Denied["one"]; got != c.learned {
					t.Errorf("learned: %t, want %t", got, c.learned)
				}
			})
		})
	}
}

func TestAFaultOfABatchFailsItsKeysAndIsNotStored(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		s := newSetting(t)
		s.world.answer = func(string) (int, string) { return http.StatusBadGateway, `{}` }
		ctx, op, _ := s.account(t, documents.View{})
		docs := s.service.Get(ctx, s.many.Of("a"), s.many.Of("b"))
		op.Done()
		for _, d := range docs {
			if !errors.Is(d.Err, providers.ErrUnavailable) || errors.Is(d.Err, providers.ErrNotFound) {
				t.Errorf("got %v, want unavailable", d.Err)
			}
		}
		s.world.answer = echo
		d, _ := s.get(t, s.many, "a", documents.View{})
		wantBody(t, d, "a")
	})
}

func TestOneCallersCancellationDisturbsNobody(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		s := newSetting(t)
		ctx, op, _ := s.account(t, documents.View{})
		ctx, cancel := context.WithCancel(ctx)
		var wait sync.WaitGroup
		wait.Go(func() {
			defer op.Done()
			d := s.service.Get(ctx, s.one.Of("1"))[0]
			if !errors.Is(d.Err, providers.ErrUnavailable) || errors.Is(d.Err, providers.ErrNotFound) {
				t.Errorf("the caller who left got %v", d.Err)
			}
		})
		wait.Go(func() {
			d, _ := s.get(t, s.one, "1", documents.View{})
			wantBody(t, d, "1")
		})
		synctest.Wait()
		cancel()
		wait.Wait()
		wantSent(t, s.world, "one/1")
	})
}

func TestStaleBeatsNothing(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		s := newSetting(t)
		s.get(t, s.one, "1", documents.View{})
		time.Sleep(time.Second) //nolint:forbidigo // the clock of synctest
		s.world.answer = func(string) (int, string) { return http.StatusServiceUnavailable, `{}` }
		d, a := s.get(t, s.one, "1", documents.View{Mode: documents.Fresh})
		wantBody(t, d, "1")
		if u := a.Uses(); len(u) != 1 || !u[0].Stale {
			t.Errorf("a document served in place of a fault is not marked as stale: %+v", u)
		}
		d, _ = s.get(t, s.one, "1", documents.View{Mode: documents.Fresh, Budget: documents.NewBudget(0)})
		wantBody(t, d, "1")
	})
}

func TestAnOldDocumentIsServedAndRefreshedInTheBackground(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		s := newSetting(t)
		s.get(t, s.one, "1", documents.View{})
		time.Sleep(25 * time.Hour) //nolint:forbidigo // the clock of synctest
		began := time.Now()
		d, a := s.get(t, s.one, "1", documents.View{})
		wantBody(t, d, "1")
		if waited := time.Since(began); waited != 0 || a.Count().Sent != 0 {
			t.Errorf("an old document was waited for (%s) or charged (%d)", waited, a.Count().Sent)
		}
		time.Sleep(time.Second) //nolint:forbidigo // the clock of synctest
		wantSent(t, s.world, "one/1", "one/1")
		d, a = s.get(t, s.one, "1", documents.View{})
		if a.Uses()[0].Stale || !d.Time.After(began) {
			t.Error("the refreshed document is not served")
		}
		time.Sleep(32 * 24 * time.Hour) //nolint:forbidigo // the clock of synctest
		_, a = s.get(t, s.one, "1", documents.View{})
		if a.Count().Sent != 1 {
			t.Error("a document older than it may ever be was served without asking")
		}
	})
}

func TestNothingIsSentWhereOnlyStoredDocumentsAreWanted(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		s := newSetting(t)
		before := time.Now()
		for _, v := range []documents.View{{Mode: documents.StoredOnly}, {Mode: documents.Replay, At: before}} {
			if d, _ := s.get(t, s.one, "1", v); !errors.Is(d.Err, providers.ErrNotRecorded) {
				t.Errorf("got %v, want not recorded", d.Err)
			}
		}
		wantSent(t, s.world)
		s.get(t, s.one, "1", documents.View{})
		at := time.Now()
		time.Sleep(40 * 24 * time.Hour) //nolint:forbidigo // the clock of synctest
		d, _ := s.get(t, s.one, "1", documents.View{Mode: documents.StoredOnly})
		wantBody(t, d, "1")
		d, _ = s.get(t, s.one, "1", documents.View{Mode: documents.Replay, At: at})
		wantBody(t, d, "1")
		if d, _ := s.get(t, s.one, "1", documents.View{Mode: documents.Replay, At: before}); !errors.Is(d.Err, providers.ErrNotRecorded) {
			t.Errorf("a replay of a time before the document gave %v", d.Err)
		}
		wantSent(t, s.world, "one/1")
	})
}

func TestAWiderDocumentServesInstead(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		s := newSetting(t)
		s.one.Wider = []*providers.Endpoint{s.many}
		s.get(t, s.many, "1", documents.View{})
		synctest.Wait() // until it is stored
		d, a := s.get(t, s.one, "1", documents.View{})
		wantBody(t, d, "1")
		if a.Count().Sent != 0 {
			t.Error("a narrower document was asked for although a wider one is stored")
		}
	})
}

func TestAnErrorBodyWithAGoodStatusIsNeverStored(t *testing.T) {
	t.Parallel()
	for name, body := range map[string]string{"page": "<html>", "empty object": "{}", "list": "[]", "cut": `{"id":`} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				s := newSetting(t)
				s.world.answer = func(string) (int, string) { return http.StatusOK, body }
				d, _ := s.get(t, s.one, "1", documents.View{})
				if !errors.Is(d.Err, providers.ErrMalformed) {
					t.Errorf("got %v, want malformed", d.Err)
				}
				s.world.answer = echo
				d, _ = s.get(t, s.one, "1", documents.View{})
				wantBody(t, d, "1")
			})
		})
	}
}

func TestATurnThatCannotBeHadFailsTheKeysThatWait(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		s := newSetting(t)
		s.world.turn = func(context.Context) error {
			return &transport.Fault{Kind: transport.KindRateLimited, RetryAfter: time.Minute}
		}
		d, _ := s.get(t, s.many, "a", documents.View{})
		if !errors.Is(d.Err, providers.ErrRateLimited) {
			t.Errorf("got %v, want rate limited", d.Err)
		}
	})
}
