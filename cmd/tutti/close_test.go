package main

import (
	"context"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"tutti/internal/config"
	"tutti/internal/telemetry"
	"tutti/lookup"
	"tutti/music"
)

func TestWaitsForTheEndAreBounded(t *testing.T) {
	t.Parallel()
	broken := errors.New("broken")
	for name, c := range map[string]struct {
		takes, allowed, want time.Duration
		err                  error
	}{
		"ends at once":           {takes: 0, allowed: time.Minute, want: 0},
		"ends with an error":     {takes: time.Second, allowed: time.Minute, want: time.Second, err: broken},
		"ends in the moment":     {takes: 500 * time.Millisecond, allowed: 0, want: 500 * time.Millisecond},
		"never ends":             {takes: time.Hour, allowed: 2 * time.Second, want: 2*time.Second + closeMoment, err: context.DeadlineExceeded},
		"never ends, no time":    {takes: time.Hour, allowed: 0, want: closeMoment, err: context.DeadlineExceeded},
		"ends before the moment": {takes: 3 * time.Second, allowed: 2500 * time.Millisecond, want: 3 * time.Second},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				ctx, cancel := context.WithTimeout(t.Context(), c.allowed)
				defer cancel()
				began := time.Now()
				over := make(chan struct{})
				err := within(ctx, "the part", func() error {
					defer close(over)
					<-time.After(c.takes)
					if errors.Is(c.err, broken) {
						return c.err
					}
					return nil
				})
				if took := time.Since(began); !errors.Is(err, c.err) || took != c.want {
					t.Errorf("ended after %s with %v, want %s and %v", took, err, c.want, c.err)
				}
				if errors.Is(err, context.DeadlineExceeded) && !strings.Contains(err.Error(), "the part did not end") {
					t.Errorf("the error does not say what did not end: %v", err)
				}
				<-over
			})
		})
	}
}

// TestALookupUnderWayDoesNotHoldUpTheEnd closes the program while a service keeps a lookup waiting, whose client has left.
func TestALookupUnderWayDoesNotHoldUpTheEnd(t *testing.T) {
	t.Parallel()
	asked, release := make(chan struct{}, 10), make(chan struct{})
	upstream := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		asked <- struct{}{}
		select {
		case <-release:
		case <-r.Context().Done():
		}
	}))
	defer upstream.Close()
	cfg, err := config.Load(environ(t, upstream.URL), t.TempDir(), declared())
	if err != nil {
		t.Fatal(err)
	}
	a, err := wire(t.Context(), cfg, telemetry.Options{Output: io.Discard})
	if err != nil {
		t.Fatal(err)
	}
	ctx, leave := context.WithCancel(t.Context())
	left := make(chan struct{})
	go func() {
		defer close(left)
		a.engine.Run(ctx, lookup.Question{Refs: []lookup.Ref{{Provider: "deezer", ID: "1"}}}, lookup.Everything())
	}()
	<-asked
	leave()
	<-left
	ended, cancel := context.WithCancel(t.Context())
	cancel()
	err = a.close(ended)
	close(release)
	a.engine.Close()
	a.documents.Close()
	if err == nil || !strings.Contains(err.Error(), "lookups did not end in time") {
		t.Errorf("closed with %v, want the lookups named", err)
	}
	if err != nil && strings.Contains(err.Error(), "telemetry") {
		t.Errorf("telemetry had no time of its own: %v", err)
	}
}

// TestNothingWaitsForItsTurnAtTheEnd stops while a request waits for the pace of a service that allows two in ten seconds.
func TestNothingWaitsForItsTurnAtTheEnd(t *testing.T) {
	t.Parallel()
	upstream, _ := services(t)
	cfg, err := config.Load(append(environ(t, upstream), "TUTTI_TIDAL_CLIENT_ID=x", "TUTTI_TIDAL_CLIENT_SECRET=x"), t.TempDir(), declared())
	if err != nil {
		t.Fatal(err)
	}
	a, err := wire(t.Context(), cfg, telemetry.Options{Output: io.Discard})
	if err != nil {
		t.Fatal(err)
	}
	o := lookup.Options{Providers: []music.ProviderName{"tidal"}, Deadline: 500 * time.Millisecond}
	result := a.engine.Run(t.Context(), lookup.Question{GTIN: "4099998000150", Options: o}, lookup.Everything())
	if got := result.Report("tidal").Status; got != lookup.StatusPending {
		t.Errorf("the request that waits for its turn is %s, want %s", got, lookup.StatusPending)
	}
	if err := a.shut(t.Context()); err != nil {
		t.Errorf("the end: %v", err)
	}
}
