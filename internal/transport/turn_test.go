package transport

import (
	"testing"
	"testing/synctest"
	"time"
)

func TestTurnAndIdle(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		s := scripted(200)
		c := New(Service{Name: "x", Hosts: []string{"api.example.org"}, Pace: Pace{Starts: 2, Window: 4 * time.Second}}, Options{Base: s})
		defer c.Close()
		begin := time.Now()
		if h := c.Health(); !c.Idle() || !h.Healthy || h.QuotaLeft != 2 || h.Breaker != BreakerClosed {
			t.Errorf("got idle %t and %+v at first, want idle and 2 left", c.Idle(), h)
		}
		m := &account{}
		for i, want := range []time.Duration{0, 0, 4 * time.Second} {
			turn, err := c.Turn(WithMeter(t.Context(), m))
			if err != nil || turn.Waited != want {
				t.Fatalf("turn %d: got %v after %s, want after %s", i, err, turn.Waited, want)
			}
			if _, err := send(t, c, get(WithTurn(t.Context(), turn), t, "https://api.example.org/")); err != nil {
				t.Fatal(err)
			}
		}
		if got := s.at[2].Sub(begin); got != 4*time.Second || m.waited != 4*time.Second || s.count() != 3 {
			t.Errorf("third start after %s, waited %s, sent %d; want 4s, 4s, 3", got, m.waited, s.count())
		}
		if h := c.Health(); !c.Idle() || h.QuotaLeft != 1 || h.LastSuccess != time.Now() || h.ErrorRate != 0 {
			t.Errorf("got %+v, want 1 left and a success now", h)
		}
	})
}

func TestRetryAfterPausesEverybody(t *testing.T) {
	t.Parallel()
	for name, header := range map[string][]string{
		"seconds":      {"Retry-After", "5"},
		"nothing left": {"X-RateLimit-Remaining", "0", "X-RateLimit-Reset", "5"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				c := New(Service{Name: "x", Hosts: []string{"api.example.org"}}, Options{Base: always(200, "", header...)})
				defer c.Close()
				m := &account{}
				for range 2 {
					if _, err := send(t, c, get(WithMeter(t.Context(), m), t, "https://api.example.org/")); err != nil {
						t.Fatal(err)
					}
				}
				if m.waited != 5*time.Second || c.Idle() {
					t.Errorf("waited %s, idle %t; want 5s, and not idle", m.waited, c.Idle())
				}
			})
		})
	}
}

func TestQuotaByTheServicesWord(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		c := New(Service{Name: "x", Hosts: []string{"api.example.org"}}, Options{Base: always(200, "", "X-Discogs-Ratelimit-Remaining", "24")})
		defer c.Close()
		if got := c.Health().QuotaLeft; got != -1 {
			t.Errorf("got %d before anything is known, want -1", got)
		}
		if _, err := send(t, c, get(t.Context(), t, "https://api.example.org/")); err != nil {
			t.Fatal(err)
		}
		if got := c.Health().QuotaLeft; got != 24 {
			t.Errorf("got %d, want the 24 that the service says", got)
		}
		pass(2 * quotaMemory)
		if got := c.Health().QuotaLeft; got != -1 {
			t.Errorf("got %d long after, want -1", got)
		}
	})
}

func TestClosedChainRefuses(t *testing.T) {
	t.Parallel()
	s := scripted(200)
	c := New(Service{Name: "x", Hosts: []string{"api.example.org"}}, Options{Base: s})
	turn, err := c.Turn(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	c.Close()
	_, err = send(t, c, get(WithTurn(t.Context(), turn), t, "https://api.example.org/"))
	if wantFault(t, err, KindUnavailable); s.count() != 0 {
		t.Error("a closed chain sent a request")
	}
}
