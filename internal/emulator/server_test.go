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

// patient is long enough for any answer, however busy the machine is.
const patient = 30 * time.Second

// got is what came back.
type got struct {
	status int
	header http.Header
	length int64 // as announced
	body   []byte
}

// started is an emulator on a loopback port, with a client of its own that waits so long for an answer.
func started(t *testing.T, patience time.Duration) (*Emulator, func(path string) (got, error)) {
	t.Helper()
	e := newEmulator(t, Options{})
	url, stop, err := e.Start(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	transport := &http.Transport{}
	t.Cleanup(func() { transport.CloseIdleConnections(); stop(); stop() })
	return e, func(path string) (got, error) {
		ctx, cancel := context.WithTimeout(t.Context(), patience)
		defer cancel()
		req, err := http.NewRequestWithContext(ctx, http.MethodGet, url+"/"+path, http.NoBody)
		if err != nil {
			return got{}, err
		}
		resp, err := transport.RoundTrip(req)
		if err != nil {
			return got{}, err
		}
		defer func() { _ = resp.Body.Close() }()
		body, err := io.ReadAll(io.LimitReader(resp.Body, 1<<20))
		return got{resp.StatusCode, resp.Header, resp.ContentLength, body}, err
	}
}

func TestStartServesOverHTTP(t *testing.T) {
	t.Parallel()
	e, get := started(t, patient)
	x, err := get(deezer1)
	if err != nil || x.status != http.StatusOK || !json.Valid(x.body) || x.header.Get("Content-Type") != jsonType {
		t.Fatalf("got %+v, %v", x, err)
	}
	if x, err = get("__counts"); err != nil || string(x.body) != `{"api.deezer.com/album/{id}":1}` {
		t.Errorf("got %s, %v", x.body, err)
	}
	if x, err = get("__reset"); err != nil || string(x.body) != `{"done":true}` || len(e.Counts()) != 0 {
		t.Errorf("got %s, %v", x.body, err)
	}
}

func TestFaults(t *testing.T) {
	t.Parallel()
	const pattern = "api.deezer.com/album/{id}"
	for name, test := range map[string]struct {
		fault Fault
		check func(got, error) bool
	}{
		"a status": {Fault{On: pattern, Status: http.StatusBadGateway, RetryAfter: 3 * time.Second}, func(x got, err error) bool {
			return err == nil && x.status == http.StatusBadGateway && x.header.Get("Retry-After") == "3"
		}},
		"a cut body": {Fault{On: pattern, Kind: FaultCut}, func(x got, err error) bool {
			return errors.Is(err, io.ErrUnexpectedEOF) && x.status == http.StatusOK && int64(len(x.body)) == x.length/2
		}},
		"another content type": {Fault{On: "api.deezer.com", Kind: FaultContentType}, func(x got, err error) bool {
			return err == nil && x.status == http.StatusOK && x.header.Get("Content-Type") == "text/html; charset=utf-8" && !json.Valid(x.body)
		}},
		"an endless body": {Fault{On: pattern, Kind: FaultEndless}, func(x got, err error) bool {
			return len(x.body) == 1<<20 || errors.Is(err, context.DeadlineExceeded)
		}},
		"no answer": {Fault{On: deezer1, Kind: FaultHang}, func(_ got, err error) bool {
			return errors.Is(err, context.DeadlineExceeded)
		}},
		"a reset": {Fault{On: pattern, Kind: FaultReset}, func(_ got, err error) bool {
			return errors.Is(err, syscall.ECONNRESET) || errors.Is(err, io.EOF)
		}},
		"a new field": {Fault{On: pattern, Kind: FaultNewField}, func(x got, err error) bool {
			var fields map[string]any
			return err == nil && x.status == http.StatusOK && json.Unmarshal(x.body, &fields) == nil && fields[NewField] != nil && fields["title"] != nil
		}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			patience := patient
			if test.fault.Kind == FaultHang {
				patience = 50 * time.Millisecond
			}
			e, get := started(t, patience)
			e.Inject(test.fault)
			if x, err := get(deezer1); !test.check(x, err) {
				t.Errorf("got status %d, %d bytes, %v", x.status, len(x.body), err)
			}
			if e.Counts()[pattern] != 1 {
				t.Errorf("the request was not counted: %v", e.Counts())
			}
			e.Heal()
			if patience < patient {
				return
			}
			if x, err := get(deezer1); err != nil || x.status != http.StatusOK {
				t.Errorf("after healing: got status %d, %v", x.status, err)
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
