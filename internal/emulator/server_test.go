package emulator

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"syscall"
	"testing"
	"time"
)

// started is an emulator on a loopback port, with a client of its own.
func started(t *testing.T) (*Emulator, func(path string) (*http.Response, []byte, error)) {
	t.Helper()
	e := newEmulator(t, Options{})
	url, stop, err := e.Start(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	transport := &http.Transport{}
	t.Cleanup(func() { transport.CloseIdleConnections(); stop(); stop() })
	return e, func(path string) (*http.Response, []byte, error) {
		ctx, cancel := context.WithTimeout(t.Context(), 200*time.Millisecond)
		defer cancel()
		req, err := http.NewRequestWithContext(ctx, http.MethodGet, url+"/"+path, http.NoBody)
		if err != nil {
			return nil, nil, err
		}
		resp, err := transport.RoundTrip(req)
		if err != nil {
			return nil, nil, err
		}
		defer resp.Body.Close()
		body, err := io.ReadAll(io.LimitReader(resp.Body, 1<<20))
		return resp, body, err
	}
}

func TestStartServesOverHTTP(t *testing.T) {
	t.Parallel()
	e, get := started(t)
	resp, body, err := get(deezer1)
	if err != nil || resp.StatusCode != http.StatusOK || !json.Valid(body) || resp.Header.Get("Content-Type") != jsonType {
		t.Fatalf("got %v, %v", resp, err)
	}
	if _, body, err = get("__counts"); err != nil || string(body) != `{"api.deezer.com/album/{id}":1}` {
		t.Errorf("got %s, %v", body, err)
	}
	if _, body, err = get("__reset"); err != nil || string(body) != `{"done":true}` || len(e.Counts()) != 0 {
		t.Errorf("got %s, %v", body, err)
	}
}

func TestFaults(t *testing.T) {
	t.Parallel()
	const pattern = "api.deezer.com/album/{id}"
	for name, test := range map[string]struct {
		fault Fault
		check func(*http.Response, []byte, error) bool
	}{
		"a status": {Fault{On: pattern, Status: http.StatusBadGateway, RetryAfter: 3 * time.Second}, func(r *http.Response, _ []byte, err error) bool {
			return err == nil && r.StatusCode == http.StatusBadGateway && r.Header.Get("Retry-After") == "3"
		}},
		"a cut body": {Fault{On: pattern, Kind: FaultCut}, func(r *http.Response, body []byte, err error) bool {
			return errors.Is(err, io.ErrUnexpectedEOF) && r.StatusCode == http.StatusOK && int64(len(body)) == r.ContentLength/2
		}},
		"another content type": {Fault{On: "api.deezer.com", Kind: FaultContentType}, func(r *http.Response, body []byte, err error) bool {
			return err == nil && r.StatusCode == http.StatusOK && r.Header.Get("Content-Type") == "text/html; charset=utf-8" && !json.Valid(body)
		}},
		"an endless body": {Fault{On: pattern, Kind: FaultEndless}, func(_ *http.Response, body []byte, err error) bool {
			return len(body) == 1<<20 || errors.Is(err, context.DeadlineExceeded)
		}},
		"no answer": {Fault{On: deezer1, Kind: FaultHang}, func(_ *http.Response, _ []byte, err error) bool {
			return errors.Is(err, context.DeadlineExceeded)
		}},
		"a reset": {Fault{On: pattern, Kind: FaultReset}, func(_ *http.Response, _ []byte, err error) bool {
			return errors.Is(err, syscall.ECONNRESET) || errors.Is(err, io.EOF)
		}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			e, get := started(t)
			e.Inject(test.fault)
			if resp, body, err := get(deezer1); !test.check(resp, body, err) {
				t.Errorf("got %v, %d bytes, %v", resp, len(body), err)
			}
			if e.Counts()[pattern] != 1 {
				t.Errorf("the request was not counted: %v", e.Counts())
			}
			e.Heal()
			if resp, _, err := get(deezer1); err != nil || resp.StatusCode != http.StatusOK {
				t.Errorf("after healing: got %v, %v", resp, err)
			}
		})
	}
}

func TestFaultsHappenWhenTheyAreDue(t *testing.T) {
	t.Parallel()
	c := newClient(t, Options{})
	c.e.Inject(Fault{On: "api.deezer.com/album/{id}", Skip: 1, Times: 2})
	for i, want := range []int{200, 500, 500, 200} {
		if got := c.get(deezer1).Code; got != want {
			t.Errorf("request %d: got %d, want %d", i+1, got, want)
		}
	}
	wantStatus(t, c.get(deezer1+"/tracks"), http.StatusOK)
}

func TestStopEndsHangingRequests(t *testing.T) {
	t.Parallel()
	e := newEmulator(t, Options{})
	e.Inject(Fault{On: "api.deezer.com", Kind: FaultHang})
	url, stop, err := e.Start(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	req, err := http.NewRequestWithContext(t.Context(), http.MethodGet, url+"/"+deezer1, http.NoBody)
	if err != nil {
		t.Fatal(err)
	}
	transport := &http.Transport{DisableKeepAlives: true}
	done := make(chan struct{})
	go func() {
		defer close(done)
		if resp, err := transport.RoundTrip(req); err == nil {
			_ = resp.Body.Close()
		}
	}()
	for e.Counts()["api.deezer.com/album/{id}"] == 0 {
		select {
		case <-t.Context().Done():
		case <-time.After(time.Millisecond):
		}
	}
	stop()
	<-done
}
