package transport

import (
	"context"
	"net/http"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/failsafe-go/failsafe-go/bulkhead"
)

// hang answers only when the request's context ends.
func hang(r *http.Request) (*http.Response, error) {
	<-r.Context().Done()
	return nil, ended(r.Context(), "x")
}

func TestBulkheadLimitsWhatIsUnderWay(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		var now, most atomic.Int64
		b := &bulkheads{
			Slots: bulkhead.New[any](3), MaxWait: time.Minute,
			Base: base(func(*http.Request) (*http.Response, error) {
				most.Store(max(most.Load(), now.Add(1)))
				defer now.Add(-1)
				pass(time.Second)
				return answer(200, ""), nil
			}),
		}
		begin := time.Now()
		var wg sync.WaitGroup
		for range 9 {
			wg.Go(func() {
				if _, err := send(t, b, get(t.Context(), t, "https://api.example.org/")); err != nil {
					t.Error(err)
				}
			})
		}
		wg.Wait()
		if most.Load() != 3 || time.Since(begin) != 3*time.Second || b.depth() != 0 {
			t.Errorf("got at most %d at once in %s, want 3 in 3s", most.Load(), time.Since(begin))
		}
	})
}

func TestBulkheadRefusals(t *testing.T) {
	t.Parallel()
	refusal := &Fault{Kind: KindRateLimited, local: true}
	for name, c := range map[string]struct {
		admit func(context.Context, int) error
		limit time.Duration // until the caller leaves; 0: never
		kind  Kind
		after time.Duration
	}{
		"nobody goes":            {kind: KindUnavailable, after: 5 * time.Second},
		"the caller leaves":      {limit: 2 * time.Second, kind: KindCanceled, after: 2 * time.Second},
		"pace would be too late": {admit: func(context.Context, int) error { return refusal }, kind: KindRateLimited},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				b := &bulkheads{
					Base: base(hang), Slots: bulkhead.New[any](1), MaxWait: 5 * time.Second, Admit: c.admit,
				}
				first, stop := context.WithCancel(t.Context())
				var wg sync.WaitGroup
				wg.Go(func() { _, _ = send(t, b, get(first, t, "https://api.example.org/")) })
				synctest.Wait()
				ctx, cancel := context.WithCancel(t.Context())
				defer cancel()
				if c.limit > 0 {
					time.AfterFunc(c.limit, cancel)
				}
				begin := time.Now()
				_, err := send(t, b, get(ctx, t, "https://api.example.org/"))
				if wantFault(t, err, c.kind); time.Since(begin) != c.after {
					t.Errorf("refused after %s, want %s", time.Since(begin), c.after)
				}
				stop()
				wg.Wait()
			})
		})
	}
}

func TestTimeoutEndsAnAttempt(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		limit time.Duration // the caller's deadline; 0: none
		want  time.Duration
		local bool
	}{
		"that hangs":                       {0, 10 * time.Second, false},
		"whose caller's time is up before": {time.Second, time.Second, true},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				ctx := t.Context()
				if c.limit > 0 {
					var cancel context.CancelFunc
					ctx, cancel = context.WithTimeout(ctx, c.limit)
					defer cancel()
				}
				l := newTimeouts(base(hang), Service{Name: "x"})
				begin := time.Now()
				_, err := send(t, l, get(ctx, t, "https://api.example.org/"))
				f := faultOf(t, err, KindTimeout)
				if time.Since(begin) != c.want || f.Local() != c.local {
					t.Errorf("got %q (local %t) after %s, want after %s", f, f.Local(), time.Since(begin), c.want)
				}
			})
		})
	}
}
