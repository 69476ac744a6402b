package transport

import (
	"context"
	"net/http"
	"slices"
	"strconv"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"pgregory.net/rapid"
)

// visitor is one request of the property test.
type visitor struct {
	arrives  time.Duration
	patience time.Duration // until it goes away; 0: it stays
	turn     bool          // takes a turn first
	dallies  time.Duration // between turn and request
	rest     int           // seconds that the answer asks to be left alone for; 0: none
}

func visitors(rt *rapid.T) []visitor {
	ms := func(name string, most int) time.Duration {
		return time.Duration(rapid.IntRange(0, most).Draw(rt, name)) * 100 * time.Millisecond
	}
	all := make([]visitor, rapid.IntRange(1, 40).Draw(rt, "visitors"))
	for i := range all {
		all[i] = visitor{arrives: ms("arrives", 100), turn: rapid.Bool().Draw(rt, "turn")}
		if rapid.IntRange(0, 3).Draw(rt, "leaves") == 0 {
			all[i].patience = ms("patience", 60) + time.Millisecond
		}
		if all[i].turn {
			all[i].dallies = ms("dallies", 60)
		}
		if rapid.IntRange(0, 9).Draw(rt, "tired") == 0 {
			all[i].rest = rapid.IntRange(1, 6).Draw(rt, "rest")
		}
	}
	return all
}

// observed is what the service saw.
type observed struct {
	mu     sync.Mutex // guards all below
	starts []time.Time
	rests  [][2]time.Time
}

func (o *observed) visit(t *testing.T, p *pace, v visitor) {
	t.Helper()
	ctx := t.Context()
	pass(v.arrives)
	if v.patience > 0 {
		var cancel context.CancelFunc
		ctx, cancel = context.WithCancel(ctx)
		defer time.AfterFunc(v.patience, cancel).Stop()
	}
	if v.turn {
		turn, err := p.Queue.take(ctx)
		if err != nil {
			return
		}
		ctx = WithTurn(ctx, turn)
		pass(v.dallies)
	}
	r, err := http.NewRequestWithContext(context.WithValue(ctx, visitor{}, v), http.MethodGet, "https://api.example.org/", nil)
	if err != nil {
		panic(err)
	}
	_, _ = send(t, p, r) // a refusal is one of the things that may happen
}

func (o *observed) RoundTrip(r *http.Request) (*http.Response, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	now := time.Now()
	o.starts = append(o.starts, now)
	resp := answer(http.StatusOK, "")
	if v, ok := r.Context().Value(visitor{}).(visitor); ok && v.rest > 0 {
		resp.Header.Set("Retry-After", strconv.Itoa(v.rest))
		o.rests = append(o.rests, [2]time.Time{now, now.Add(time.Duration(v.rest) * time.Second)})
	}
	return resp, nil
}

// TestPaceNeverExceedsItsWindow holds the promise of pace, whoever comes, leaves, or takes turns before: never more than N starts in
// any window, none while the service rests.
func TestPaceNeverExceedsItsWindow(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		rapid.Check(undated{t}, func(rt *rapid.T) {
			limit := Pace{
				Starts:  rapid.IntRange(1, 5).Draw(rt, "starts"),
				Window:  time.Duration(rapid.IntRange(1, 40).Draw(rt, "window")) * 100 * time.Millisecond,
				MaxWait: time.Duration(rapid.IntRange(1, 20).Draw(rt, "max wait")) * time.Second,
			}
			seen := &observed{}
			p := &pace{Base: seen, Queue: newQueue("x", limit)}
			var wg sync.WaitGroup
			for _, v := range visitors(rt) {
				wg.Go(func() { seen.visit(t, p, v) })
			}
			wg.Wait()
			p.Queue.close()
			check(rt, seen, limit)
		})
	})
}

func check(rt *rapid.T, seen *observed, limit Pace) {
	slices.SortFunc(seen.starts, time.Time.Compare)
	for i := range seen.starts {
		if k := i + limit.Starts; k < len(seen.starts) && seen.starts[k].Sub(seen.starts[i]) < limit.Window {
			rt.Fatalf("starts %d and %d are %s apart, more than %d in %s",
				i, k, seen.starts[k].Sub(seen.starts[i]), limit.Starts, limit.Window)
		}
		for _, rest := range seen.rests {
			if seen.starts[i].After(rest[0]) && seen.starts[i].Before(rest[1]) {
				rt.Fatalf("start %d is within a rest of the service", i)
			}
		}
	}
}

func TestPaceUsesItsWholeQuota(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		s := scripted(200)
		p := &pace{Base: s, Queue: newQueue("x", Pace{Starts: 3, Window: 5 * time.Second})}
		begin := time.Now()
		var wg sync.WaitGroup
		for range 7 {
			wg.Go(func() {
				if _, err := send(t, p, get(t.Context(), t, "https://api.example.org/")); err != nil {
					t.Error(err)
				}
			})
		}
		wg.Wait()
		var got []time.Duration
		for _, at := range s.at {
			got = append(got, at.Sub(begin)/time.Second)
		}
		if want := []time.Duration{0, 0, 0, 5, 5, 5, 10}; !slices.Equal(got, want) {
			t.Errorf("got starts at second %v, want %v", got, want)
		}
	})
}

func TestQueueRefusesAtOnceWhatWouldWaitTooLong(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		q := newQueue("x", Pace{Starts: 1, Window: 4 * time.Second, MaxWait: 5 * time.Second})
		defer q.close()
		begin := time.Now()
		if _, err := q.take(t.Context()); err != nil {
			t.Fatal(err)
		}
		var wg sync.WaitGroup
		wg.Go(func() {
			turn, err := q.take(t.Context())
			if err != nil || turn.Waited != 4*time.Second {
				t.Errorf("got %v after %s, want a turn after 4s", err, turn.Waited)
			}
		})
		synctest.Wait()
		_, err := q.take(t.Context())
		f := faultOf(t, err, KindRateLimited)
		if f.RetryAfter != 8*time.Second || time.Since(begin) != 0 {
			t.Errorf("got %q after %s, want a refusal at once that names 8s", f, time.Since(begin))
		}
		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		_, err = q.take(ctx)
		wantFault(t, err, KindRateLimited)
		if time.Since(begin) != 0 {
			t.Error("a turn beyond the deadline must be refused at once")
		}
		wg.Wait()
	})
}

func TestQueueSendsAwayWhoARestWouldKeepTooLong(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		q := newQueue("x", Pace{Starts: 1, Window: 2 * time.Second, MaxWait: 10 * time.Second})
		defer q.close()
		begin := time.Now()
		if _, err := q.take(t.Context()); err != nil {
			t.Fatal(err)
		}
		var wg sync.WaitGroup
		for range 3 {
			wg.Go(func() {
				_, err := q.take(t.Context())
				f := faultOf(t, err, KindRateLimited)
				if f.RetryAfter < 20*time.Second || time.Since(begin) != 0 {
					t.Errorf("got %q after %s, want a refusal at once", f, time.Since(begin))
				}
			})
		}
		synctest.Wait()
		q.pause(20 * time.Second)
		wg.Wait()
		if depth, next, _ := q.state(); depth != 0 || next != 20*time.Second {
			t.Errorf("got %d waiting and next turn in %s, want nobody and 20s", depth, next)
		}
	})
}

func TestQueueCloseSendsEverybodyAway(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		q := newQueue("x", Pace{Starts: 1, Window: time.Second})
		if _, err := q.take(t.Context()); err != nil {
			t.Fatal(err)
		}
		var wg sync.WaitGroup
		wg.Go(func() {
			_, err := q.take(t.Context())
			wantFault(t, err, KindUnavailable)
		})
		synctest.Wait()
		q.close()
		wg.Wait()
		_, err := q.take(t.Context())
		wantFault(t, err, KindUnavailable)
	})
}

func TestTurnIsGoodForOneAttempt(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		s := scripted(200)
		p := &pace{Base: s, Queue: newQueue("x", Pace{Starts: 1, Window: 5 * time.Second})}
		defer p.Queue.close()
		begin := time.Now()
		turn, err := p.Queue.take(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		m := &account{}
		r := get(WithMeter(WithTurn(t.Context(), turn), m), t, "https://api.example.org/")
		for range 2 {
			if _, err := send(t, p, r); err != nil {
				t.Fatal(err)
			}
		}
		if s.at[0].Sub(begin) != 0 || s.at[1].Sub(begin) != 5*time.Second || m.waited != 5*time.Second {
			t.Errorf("got starts at %v and a wait of %s, want at once, then after 5s", s.at, m.waited)
		}
		other := newQueue("y", Pace{Starts: 1, Window: time.Second})
		if other.redeem(turn) {
			t.Error("another chain took a turn that is not its own")
		}
	})
}

func TestCancelledVisitorFreesItsPlace(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		q := newQueue("x", Pace{Starts: 1, Window: 5 * time.Second})
		defer q.close()
		if _, err := q.take(t.Context()); err != nil {
			t.Fatal(err)
		}
		ctx, cancel := context.WithCancel(t.Context())
		begin := time.Now()
		var wg sync.WaitGroup
		wg.Go(func() {
			_, err := q.take(ctx)
			wantFault(t, err, KindCanceled)
			if time.Since(begin) != 0 {
				t.Errorf("cancelled after %s, want at once", time.Since(begin))
			}
		})
		synctest.Wait()
		wg.Go(func() {
			turn, err := q.take(t.Context())
			if err != nil || turn.Waited != 5*time.Second {
				t.Errorf("got %v after %s, want the turn that became free, after 5s", err, turn.Waited)
			}
		})
		synctest.Wait()
		cancel()
		wg.Wait()
	})
}

// undated hides the deadline of a test, which must not be asked for inside a bubble.
type undated struct{ rapid.TB }
