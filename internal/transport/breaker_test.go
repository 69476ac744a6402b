package transport

import (
	"context"
	"errors"
	"net/http"
	"testing"
	"testing/synctest"
	"time"

	"tutti/internal/telemetry"
)

func TestHealthOfAnAttempt(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		status int
		err    error
		want   condition
	}{
		"an answer":                {200, nil, sound},
		"not found":                {404, nil, sound},
		"over quota":               {429, nil, sound},
		"server error":             {500, nil, failing},
		"time-out":                 {0, &Fault{Kind: KindTimeout}, failing},
		"broken connection":        {0, &Fault{Kind: KindUnavailable}, failing},
		"error of an unknown kind": {0, errors.New("what"), failing},
		"too large a body":         {0, &Fault{Kind: KindMalformed}, sound},
		"caller left":              {0, &Fault{Kind: KindCanceled, local: true}, unknown},
		"caller's deadline":        {0, &Fault{Kind: KindTimeout, local: true}, unknown},
		"full queue":               {0, &Fault{Kind: KindRateLimited, local: true}, unknown},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if got := health(c.status, c.err); got != c.want {
				t.Errorf("got %d, want %d", got, c.want)
			}
		})
	}
}

func TestBreaker(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		status, sent := http.StatusServiceUnavailable, 0
		b := &breaker{Service: "x", Circuit: newCircuit("x", telemetry.Nop()), Base: base(func(r *http.Request) (*http.Response, error) {
			sent++
			if err := r.Context().Err(); err != nil {
				return nil, ended(r.Context(), "x")
			}
			return answer(status, ""), nil
		})}
		ask := func(ctx context.Context) error {
			_, err := send(t, b, get(ctx, t, "https://api.example.org/"))
			return err
		}
		for range breakerLeast {
			if err := ask(t.Context()); err != nil {
				t.Fatal(err)
			}
		}
		f := faultOf(t, ask(t.Context()), KindUnavailable)
		if sent != breakerLeast || !errors.Is(f, errOpen) || f.RetryAfter <= 0 || !f.Local() {
			t.Fatalf("sent %d, then got %q; want %d, then an open breaker that says until when", sent, f, breakerLeast)
		}
		if b.resting() == nil {
			t.Error("the breaker does not say that it rests")
		}

		pass(2 * breakerRest)
		gone, cancel := context.WithCancel(t.Context())
		cancel()
		wantFault(t, ask(gone), KindCanceled)
		status = http.StatusOK
		if err := ask(t.Context()); err != nil {
			t.Fatalf("a caller who left took the trial with it: %v", err)
		}
		if got := breakerState(b.Circuit.State()); got != BreakerClosed {
			t.Errorf("got state %s after a good trial, want closed", got)
		}
		if b.success() != time.Now() {
			t.Errorf("got last success %s, want now", b.success())
		}
	})
}

func TestBreakerOpensAgainAfterABadTrial(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		s := scripted(500)
		b := &breaker{Service: "x", Circuit: newCircuit("x", telemetry.Nop()), Base: s}
		for range breakerLeast + 5 {
			_, _ = send(t, b, get(t.Context(), t, "https://api.example.org/"))
		}
		pass(2 * breakerRest)
		for range 5 {
			_, _ = send(t, b, get(t.Context(), t, "https://api.example.org/"))
		}
		if s.count() != breakerLeast+1 {
			t.Errorf("sent %d, want %d and one trial", s.count(), breakerLeast)
		}
	})
}
