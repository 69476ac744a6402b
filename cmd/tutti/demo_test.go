package main

import (
	"context"
	"encoding/json"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

// lines is a writer that waits for a text.
type lines struct {
	mu    sync.Mutex // guards text
	text  strings.Builder
	found chan string
	want  string
}

func (l *lines) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.text.Write(p)
	if all := l.text.String(); l.want != "" && strings.Contains(all, l.want) {
		l.want = ""
		l.found <- all
	}
	return len(p), nil
}

// startDemo runs the demo as a newcomer does. It returns the server, what was printed, and a function that interrupts the demo and
// returns its exit code.
func startDemo(t *testing.T, environ ...string) (h *house, text string, stop func() int) {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	out := &lines{want: "Stop with Ctrl-C.", found: make(chan string, 1)}
	c := &console{ctx: ctx, environ: append([]string{"PORT=0", "TUTTI_HOST=127.0.0.1"}, environ...), dir: t.TempDir(), out: out, err: io.Discard}
	ended := make(chan int, 1)
	go func() { ended <- c.run([]string{"demo", "--latency", "1ms"}) }()
	select {
	case text = <-out.found:
	case code := <-ended:
		cancel()
		t.Fatalf("the demo ended with code %d before it answered", code)
	}
	_, rest, _ := strings.Cut(text, "answers at ")
	address, _, _ := strings.Cut(rest, "/graphql")
	return &house{url: address}, text, func() int { cancel(); return <-ended }
}

func TestTheDemoStartsAnswersAndStops(t *testing.T) {
	t.Parallel()
	h, text, stop := startDemo(t)
	answer := h.ask(t, `{release(by:{gtin:"`+paperLanterns+`"},options:{categories:[ALL]}){title sources{provider{name}}}}`)
	for _, want := range []string{"Paper Lanterns", "MUSICBRAINZ", "DEEZER", "SPOTIFY"} {
		if !strings.Contains(answer, want) {
			t.Errorf("the demo's answer lacks %s: %s", want, answer)
		}
	}
	var ready struct{ Status string }
	resp, body := h.send(t, http.MethodGet, "/readyz", "")
	if err := json.Unmarshal([]byte(body), &ready); err != nil || resp.StatusCode != http.StatusOK || ready.Status != "ready" {
		t.Errorf("readiness %d %s", resp.StatusCode, body)
	}
	if got := strings.Count(text, h.url+"/graphiql?"); got != 3 {
		t.Errorf("the demo links %d queries, want 3", got)
	}
	if code := stop(); code != 0 {
		t.Errorf("interrupted, the demo ended with code %d", code)
	}
}

// TestTheDemosDocumentsStayApart runs the demo with the operator's data directory, then the real server with the same one, whose
// services cannot be reached: what was invented must not be answered.
func TestTheDemosDocumentsStayApart(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	query := `{release(by:{gtin:"` + paperLanterns + `"},options:{categories:[ALL],deadlineMs:2000}){title}}`
	stored := `{release(by:{gtin:"` + paperLanterns + `"},options:{categories:[ALL],freshness:CACHE_ONLY}){title}}`
	demo, _, stop := startDemo(t, "TUTTI_DATA_DIR="+dir)
	if answer := demo.ask(t, query); !strings.Contains(answer, "Paper Lanterns") {
		t.Errorf("the demo answered %s", answer)
	}
	if code := stop(); code != 0 {
		t.Fatalf("the demo ended with code %d", code)
	}
	if _, err := os.Stat(filepath.Join(dir, demoFolder)); err != nil {
		t.Error(err)
	}
	nowhere := "TUTTI_UPSTREAM_URL=http://127.0.0.1:9"
	serving := newHouse(t, "TUTTI_DATA_DIR="+dir, nowhere)
	for _, q := range []string{query, stored} {
		if answer := serving.ask(t, q); strings.Contains(answer, "Paper") || !strings.Contains(answer, `"release":null`) {
			t.Errorf("the real server answered %s", answer)
		}
	}
	again := newHouse(t, "TUTTI_DATA_DIR="+filepath.Join(dir, demoFolder), nowhere)
	if answer := again.ask(t, stored); !strings.Contains(answer, "Paper Lanterns") {
		t.Errorf("the demo's own folder answered %s, so this test proves nothing", answer)
	}
}
