package documents_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"go.uber.org/goleak"

	"tutti/internal/documents"
	"tutti/internal/snapshot"
	"tutti/internal/telemetry"
	"tutti/internal/transport"
	"tutti/providers"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// world is a service that answers each id with itself, behind a chain that counts.
type world struct {
	mu       sync.Mutex // guards the rest
	requests []string
	latency  time.Duration
	turn     func(context.Context) error // nil: quota is free
	answer   func(url string) (status int, body string)
}

func (w *world) Turn(ctx context.Context) (transport.Turn, error) {
	if w.turn == nil {
		return transport.Turn{}, nil
	}
	return transport.Turn{}, w.turn(ctx)
}

func (w *world) RoundTrip(r *http.Request) (*http.Response, error) {
	w.mu.Lock()
	w.requests = append(w.requests, strings.TrimPrefix(r.URL.String(), "https://x.example/"))
	w.mu.Unlock()
	select {
	case <-time.After(w.latency):
	case <-r.Context().Done():
		return nil, r.Context().Err()
	}
	status, body := w.answer(strings.TrimPrefix(r.URL.String(), "https://x.example/"))
	return &http.Response{
		StatusCode: status, Header: http.Header{"Content-Type": {"application/json"}}, Body: io.NopCloser(bytes.NewReader([]byte(body))),
	}, nil
}

func (w *world) sent() []string {
	w.mu.Lock()
	defer w.mu.Unlock()
	return append([]string(nil), w.requests...)
}

// echo answers one/ID with {"id":ID} and many?ids=A,B with the parts in order; ids that begin with "no" are not there.
func echo(url string) (int, string) {
	if ids, ok := strings.CutPrefix(url, "many?ids="); ok {
		var parts []string
		for id := range strings.SplitSeq(ids, "%2C") {
			parts = append(parts, part(id))
		}
		return http.StatusOK, `{"items":[` + strings.Join(parts, ",") + `]}`
	}
	id := url[strings.LastIndex(url, "/")+1:]
	if strings.HasPrefix(id, "no") {
		return http.StatusNotFound, `{}`
	}
	return http.StatusOK, part(id)
}

func part(id string) string {
	if strings.HasPrefix(id, "no") {
		return "null"
	}
	return `{"id":"` + id + `"}`
}

// one has no multi-get, many has one for up to three keys.
func endpoints() (one, many *providers.Endpoint) {
	single := func(k providers.Key) (providers.Request, error) {
		return providers.Get("https://x.example/one/" + k.ID), nil
	}
	one = &providers.Endpoint{Name: "one", Starts: providers.ByID, Request: single, Judge: providers.JudgeJSON}
	many = &providers.Endpoint{
		Name: "many", Starts: providers.ByID, Request: single, Judge: providers.JudgeJSON,
		Batch: &providers.Batch{Max: 3, Request: func(ks []providers.Key) (providers.Request, error) {
			ids := make([]string, len(ks))
			for i, k := range ks {
				ids[i] = k.ID
			}
			return providers.Get("https://x.example/many", "ids", strings.Join(ids, ",")), nil
		}, Split: split},
	}
	return one, many
}

// split gives each key its part by position; a key "open…" is left undecided.
func split(body []byte, ks []providers.Key) (map[providers.Key][]byte, error) {
	var answer struct {
		Items []json.RawMessage `json:"items"`
	}
	if err := json.Unmarshal(body, &answer); err != nil {
		return nil, err
	}
	if len(answer.Items) != len(ks) {
		return nil, errors.New("another number of items")
	}
	out := map[providers.Key][]byte{}
	for i, k := range ks {
		switch {
		case strings.HasPrefix(k.ID, "open"):
		case string(answer.Items[i]) == "null":
			out[k] = nil
		default:
			out[k] = answer.Items[i]
		}
	}
	return out, nil
}

// setting is one process: a world, and the documents of it.
type setting struct {
	world     *world
	store     snapshot.Store
	documents *documents.Documents
	service   *documents.Service
	one, many *providers.Endpoint
}

func newSetting(tb testing.TB) *setting {
	tb.Helper()
	s := &setting{world: &world{latency: 50 * time.Millisecond, answer: echo}, store: snapshot.NewMemory(1 << 20)}
	s.one, s.many = endpoints()
	s.documents = documents.New(documents.Options{Store: s.store, Kit: telemetry.Nop()})
	s.service = s.documents.For("x", s.world)
	tb.Cleanup(s.documents.Close)
	return s
}

// account opens an account of a new operation in which one source is counted.
func (s *setting) account(tb testing.TB, v documents.View) (context.Context, *documents.Operation, *documents.Account) {
	tb.Helper()
	ctx, op := documents.Begin(tb.Context())
	op.Add(1)
	a := op.Open("x", v, s.cover(), providers.Shape{})
	return documents.WithAccount(ctx, a), op, a
}

func (s *setting) cover() providers.Cover {
	return providers.Cover{Steps: []providers.Step{{Endpoint: s.one, Needed: true}, {Endpoint: s.many, Needed: true}}}
}

// get asks for one document in an operation of its own.
func (s *setting) get(tb testing.TB, e *providers.Endpoint, id string, v documents.View) (providers.Document, *documents.Account) {
	tb.Helper()
	ctx, op, a := s.account(tb, v)
	defer op.Done()
	return s.service.Get(ctx, e.Of(id))[0], a
}

func ids(n int) []string {
	out := make([]string, n)
	for i := range out {
		out[i] = "id" + strconv.Itoa(i)
	}
	return out
}

func wantBody(tb testing.TB, d providers.Document, id string) {
	tb.Helper()
	if got, want := string(d.Body), `{"id":"`+id+`"}`; d.Err != nil || got != want {
		tb.Errorf("document %s: got %q, error %v; want %q", id, got, d.Err, want)
	}
}

func wantSent(tb testing.TB, w *world, want ...string) {
	tb.Helper()
	got := w.sent()
	if strings.Join(got, " ") != strings.Join(want, " ") {
		tb.Errorf("sent %q, want %q", got, want)
	}
}

// turnAfter gives turns once the group is done.
func turnAfter(g *sync.WaitGroup) func(context.Context) error {
	return func(context.Context) error {
		g.Wait()
		return nil
	}
}
