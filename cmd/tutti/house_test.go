package main

import (
	"context"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"

	"go.opentelemetry.io/otel/sdk/trace/tracetest"

	"tutti/internal/config"
	"tutti/internal/emulator"
	"tutti/internal/server"
	"tutti/internal/telemetry"
)

// house is the whole program over the emulated services.
type house struct {
	services *emulator.Emulator
	upstream string
	url      string
	app      *app
	spans    *tracetest.InMemoryExporter
	log      *logLines
}

// logLines keeps the lines of a log.
type logLines struct {
	mu    sync.Mutex // guards lines
	lines []map[string]any
}

// Write implements io.Writer; each call is one line of JSON.
func (l *logLines) Write(p []byte) (int, error) {
	line := map[string]any{}
	if err := json.Unmarshal(p, &line); err != nil {
		return 0, err
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	l.lines = append(l.lines, line)
	return len(p), nil
}

// of returns the lines of a component.
func (l *logLines) of(component string) []map[string]any {
	l.mu.Lock()
	defer l.mu.Unlock()
	var out []map[string]any
	for _, line := range l.lines {
		if line[telemetry.AttrComponent] == component {
			out = append(out, line)
		}
	}
	return out
}

func newHouse(tb testing.TB, settings ...string) *house {
	tb.Helper()
	h := &house{spans: tracetest.NewInMemoryExporter(), log: &logLines{}}
	h.upstream, h.services = services(tb)
	cfg, err := config.Load(amended(environ(tb, h.upstream), settings), tb.TempDir(), declared())
	if err != nil {
		tb.Fatal(err)
	}
	a, err := wire(tb.Context(), cfg, telemetry.Options{Output: h.log, Spans: h.spans})
	if err != nil {
		tb.Fatal(err)
	}
	front := httptest.NewServer(server.Handler(a.serverConfig()))
	tb.Cleanup(func() {
		front.Close()
		if err := a.close(context.WithoutCancel(tb.Context())); err != nil {
			tb.Error(err)
		}
	})
	h.url, h.app = front.URL, a
	return h
}

// amended is an environ with settings in place of those of the same names; NAME= takes one away.
func amended(environ, settings []string) []string {
	given := map[string]bool{}
	for _, s := range settings {
		name, _, _ := strings.Cut(s, "=")
		given[name] = true
	}
	kept := slices.DeleteFunc(slices.Clone(environ), func(s string) bool {
		name, _, _ := strings.Cut(s, "=")
		return given[name]
	})
	return append(kept, settings...)
}

// services starts the emulated services.
func services(tb testing.TB) (string, *emulator.Emulator) {
	tb.Helper()
	e, err := emulator.New(emulator.Options{})
	if err != nil {
		tb.Fatal(err)
	}
	upstream := httptest.NewServer(e)
	tb.Cleanup(upstream.Close)
	return upstream.URL, e
}

// environ is the environment of a program that asks the emulated services.
func environ(tb testing.TB, upstream string) []string {
	tb.Helper()
	return []string{
		"PORT=0", "TUTTI_HOST=127.0.0.1", "TUTTI_DATA_DIR=" + tb.TempDir(), "TUTTI_UPSTREAM_URL=" + upstream,
		"TUTTI_SPOTIFY_CLIENT_ID=id", "TUTTI_SPOTIFY_CLIENT_SECRET=secret",
	}
}

// ask sends a query and returns the answer.
func (h *house) ask(tb testing.TB, query string) string {
	tb.Helper()
	body, err := json.Marshal(map[string]string{"query": query})
	if err != nil {
		tb.Fatal(err)
	}
	_, answer := h.send(tb, http.MethodPost, "/graphql", string(body), "Content-Type", "application/json")
	return answer
}

// head is what stands before the body of an answer.
type head struct {
	StatusCode int
	Header     http.Header
}

// send sends a request with header fields in pairs, and returns the answer's head and body.
func (h *house) send(tb testing.TB, method, path, body string, fields ...string) (head, string) {
	tb.Helper()
	req, err := http.NewRequestWithContext(tb.Context(), method, h.url+path, strings.NewReader(body))
	if err != nil {
		tb.Fatal(err)
	}
	for i := 0; i+1 < len(fields); i += 2 {
		req.Header.Set(fields[i], fields[i+1])
	}
	client := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	resp, err := client.Do(req)
	if err != nil {
		tb.Fatal(err)
	}
	defer func() { _ = resp.Body.Close() }()
	answer, err := io.ReadAll(resp.Body)
	if err != nil {
		tb.Fatal(err)
	}
	return head{resp.StatusCode, resp.Header}, string(answer)
}

// releaseOf returns the barcode and the id of an invented release at a service.
func releaseOf(tb testing.TB, s emulator.Service, title string) (gtin, id string) {
	tb.Helper()
	for _, r := range emulator.Releases() {
		if r.Title == title {
			if id, gtin, ok := r.At(s); ok {
				return gtin, id
			}
		}
	}
	tb.Fatalf("%s is not in the catalogue of %s", title, s)
	return "", ""
}
