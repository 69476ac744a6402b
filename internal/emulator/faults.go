package emulator

import (
	"bytes"
	"net"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"
)

// FaultKind is what goes wrong.
type FaultKind int

// The kinds of faults.
const (
	FaultStatus      FaultKind = iota // an error page with the status of the fault
	FaultCut                          // the connection breaks in the middle of the body
	FaultContentType                  // a page of HTML with status 200
	FaultEndless                      // a body that never ends
	FaultHang                         // no answer until the client gives up
	FaultReset                        // the connection is reset before anything is sent
	FaultLoop                         // a redirect to the same address
	FaultForeign                      // a redirect to a host that is nobody's
	FaultNewField                     // the answer has one field more: NewField, in its outermost object
)

// NewField is a field that no service sends but by [FaultNewField].
const NewField = "sentWithoutNotice"

// Fault makes requests fail, or be answered as nobody expects.
type Fault struct {
	On         string // a service, a host, a pattern as in [Emulator.Counts], or host and path of one request
	Kind       FaultKind
	Status     int           // for FaultStatus; 0: 500
	RetryAfter time.Duration // sent along with a status, in whole seconds; 0: not sent
	Skip       int           // so many requests pass before the first fails
	Times      int           // so many fail; 0: all
}

// Inject adds a fault. The first that fits a request is the one that happens.
func (e *Emulator) Inject(f Fault) {
	e.faults.mu.Lock()
	defer e.faults.mu.Unlock()
	e.faults.list = append(e.faults.list, &planned{Fault: f})
}

// Heal removes all faults.
func (e *Emulator) Heal() { e.faults.reset() }

type planned struct {
	Fault

	seen, failed int
}

type faults struct {
	mu   sync.Mutex // guards list
	list []*planned
}

func (f *faults) reset() {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.list = nil
}

func (f *faults) take(q question, path string) (Fault, bool) {
	f.mu.Lock()
	defer f.mu.Unlock()
	host, _, _ := strings.Cut(path, "/")
	for _, p := range f.list {
		if p.On != host && p.On != q.pattern && p.On != path && (p.On != string(q.service) || p.On == "") {
			continue
		}
		if p.seen++; p.seen <= p.Skip || (p.Times > 0 && p.failed >= p.Times) {
			continue
		}
		p.failed++
		return p.Fault, true
	}
	return Fault{}, false
}

const errorPage = "<!DOCTYPE html><html><head><title>Error</title></head><body><h1>Something went wrong</h1></body></html>\n"

// serve fails a request.
func (f Fault) serve(w http.ResponseWriter, r *http.Request, q question) {
	switch f.Kind {
	case FaultStatus:
		f.page(first(f.Status, http.StatusInternalServerError)).write(w)
	case FaultContentType:
		f.page(http.StatusOK).write(w)
	case FaultCut:
		cut(w, q.answer(r))
	case FaultEndless:
		endless(w, r)
	case FaultHang:
		<-r.Context().Done()
	case FaultReset:
		reset(w)
	case FaultLoop:
		redirect(w, "https:/"+r.URL.RequestURI())
	case FaultForeign:
		redirect(w, "https://elsewhere.invalid"+r.URL.RequestURI())
	case FaultNewField:
		q.answer(r).grown().write(w)
	}
}

func (f Fault) page(status int) answer {
	a := answer{status: status, body: []byte(errorPage), header: map[string]string{"Content-Type": "text/html; charset=utf-8"}}
	if f.RetryAfter > 0 {
		a = a.with("Retry-After", strconv.Itoa(int(f.RetryAfter.Seconds())))
	}
	return a
}

func redirect(w http.ResponseWriter, to string) {
	w.Header().Set("Location", to)
	w.WriteHeader(http.StatusFound)
}

// grown is an answer with a new field. Pages and lists have none.
func (a answer) grown() answer {
	if inside, isObject := bytes.CutPrefix(bytes.TrimSpace(a.body), []byte("{")); isObject {
		a.body = slices.Concat([]byte(`{"`+NewField+`":{"since":2026},`), inside)
	}
	return a
}

// cut announces a whole body and sends half of it.
func cut(w http.ResponseWriter, a answer) {
	for k, v := range a.header {
		w.Header().Set(k, v)
	}
	w.Header().Set("Content-Length", strconv.Itoa(len(a.body)))
	w.WriteHeader(a.status)
	_, _ = w.Write(a.body[:len(a.body)/2])    // the connection is broken next anyhow
	_ = http.NewResponseController(w).Flush() // as above
	panic(http.ErrAbortHandler)
}

// endless sends a list of numbers until the client goes.
func endless(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", jsonType)
	chunk := []byte(strings.Repeat("0,", 16<<10))
	_, err := w.Write([]byte(`{"data":[`))
	for err == nil && r.Context().Err() == nil {
		_, err = w.Write(chunk)
	}
}

// reset closes the connection such that the client sees it reset, where the connection can be got hold of.
func reset(w http.ResponseWriter) {
	conn, _, err := http.NewResponseController(w).Hijack()
	if err != nil {
		panic(http.ErrAbortHandler)
	}
	if tcp, ok := conn.(*net.TCPConn); ok {
		_ = tcp.SetLinger(0) // then it is closed in the usual way
	}
	_ = conn.Close() // there is nobody to tell
}
