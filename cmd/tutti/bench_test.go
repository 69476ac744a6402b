package main

import (
	"context"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/99designs/gqlgen/graphql/handler"
	"github.com/99designs/gqlgen/graphql/handler/lru"
	"github.com/99designs/gqlgen/graphql/handler/transport"
	"github.com/vektah/gqlparser/v2/ast"

	"tutti/graph"
	"tutti/harmonize"
	"tutti/internal/emulator"
	"tutti/lookup"
	"tutti/music"
	"tutti/permalink"
	"tutti/resolvers"
)

// albumQuery is a release with twelve tracks, provenance off.
const albumQuery = `{ release(by: {gtin: "` + paperLanterns + `"}, options: {categories: [ALL]}) {
  title artists { name } releaseDate media { tracks { number title lengthMs isrc } } } }`

// constant is the same schema with a resolver that always has the answer.
type constant struct {
	*resolvers.Resolver
	release *harmonize.Release
}

func (c constant) Query() graph.QueryResolver { return constantQuery{c.Resolver.Query(), c.release} }

type constantQuery struct {
	graph.QueryResolver
	release *harmonize.Release
}

// Release implements graph.QueryResolver.
func (q constantQuery) Release(context.Context, graph.ReleaseBy, *graph.LookupOptions) (*harmonize.Release, error) {
	return q.release, nil
}

func post(b *testing.B, url, query string) {
	b.Helper()
	body, err := json.Marshal(map[string]string{"query": query})
	if err != nil {
		b.Fatal(err)
	}
	req, err := http.NewRequestWithContext(b.Context(), http.MethodPost, url, strings.NewReader(string(body)))
	if err != nil {
		b.Fatal(err)
	}
	req.Header.Set("Content-Type", "application/json")
	resp, err := http.DefaultClient.Do(req) //nolint:forbidigo // the benchmark's own server
	if err != nil {
		b.Fatal(err)
	}
	answer, err := io.ReadAll(resp.Body)
	if err != nil || resp.StatusCode != http.StatusOK || strings.Contains(string(answer), `"errors"`) {
		b.Fatalf("status %d, error %v: %s", resp.StatusCode, err, answer)
	}
	if err := resp.Body.Close(); err != nil {
		b.Fatal(err)
	}
}

// BenchmarkWarmRelease compares, in one run, a warm query through the whole gateway (with and without the cache of finished
// answers) with the same schema over gqlgen's own server and a constant resolver.
func BenchmarkWarmRelease(b *testing.B) {
	plain := newHouse(b, "TUTTI_CACHE_RESPONSE_BYTES=0")
	kept := newHouse(b)
	release := warm(b, plain)
	es := graph.NewExecutableSchema(graph.Config{Resolvers: constant{&resolvers.Resolver{}, release}})
	s := handler.New(es)
	s.AddTransport(transport.POST{})
	s.SetQueryCache(lru.New[*ast.QueryDocument](100))
	baseline := httptest.NewServer(s)
	b.Cleanup(baseline.Close)
	for name, url := range map[string]string{
		"constant resolver": baseline.URL, "gateway": plain.url + "/graphql", "gateway, answer kept": kept.url + "/graphql",
	} {
		b.Run(name, func(b *testing.B) {
			post(b, url, albumQuery)
			b.ReportAllocs()
			for b.Loop() {
				post(b, url, albumQuery)
			}
		})
	}
}

// warm returns the release of the query.
func warm(b *testing.B, h *house) *harmonize.Release {
	b.Helper()
	r := h.app.engine.Run(b.Context(), lookup.Question{GTIN: paperLanterns, Options: lookup.Options{Categories: h.app.engine.Registry().Categories()}}, lookup.Everything())
	if r.Release() == nil {
		b.Fatal(r.Err())
	}
	return r.Release()
}

// BenchmarkColdLookup measures what comes on top of the upstream requests that depend on each other: a Deezer album by barcode and
// then its tracks, from services that answer after 50 ms. The same two requests are sent directly, in turn with the lookups.
func BenchmarkColdLookup(b *testing.B) {
	h := newHouse(b, "TUTTI_CACHE_RESPONSE_BYTES=0", "TUTTI_CACHE_LOOKUP_BYTES=0")
	h.services.Behave(func(x *emulator.Behaviour) { x.Latency = 50 * time.Millisecond })
	cold := `{ release(by: {gtin: "` + paperLanterns + `"}, options: {providers: [DEEZER], freshness: FRESH}) { title media { position } } }`
	path := []string{"album/upc:" + paperLanterns, "album/990000001/tracks?limit=100&index=0"}
	post(b, h.url+"/graphql", cold)
	var direct, through time.Duration
	n := 0
	for b.Loop() {
		began := time.Now()
		for _, p := range path {
			get(b, h.upstream+"/api.deezer.com/"+p)
		}
		direct += time.Since(began)
		began = time.Now()
		post(b, h.url+"/graphql", cold)
		through += time.Since(began)
		n++
	}
	b.ReportMetric(float64((through-direct).Microseconds())/float64(n)/1000, "ms-over-critical-path/op")
	b.ReportMetric(float64(direct.Microseconds())/float64(n)/1000, "ms-critical-path/op")
}

func get(b *testing.B, url string) {
	b.Helper()
	req, err := http.NewRequestWithContext(b.Context(), http.MethodGet, url, http.NoBody)
	if err != nil {
		b.Fatal(err)
	}
	resp, err := http.DefaultClient.Do(req) //nolint:forbidigo // the benchmark's own server
	if err != nil {
		b.Fatal(err)
	}
	if _, err := io.Copy(io.Discard, resp.Body); err != nil {
		b.Fatal(err)
	}
	if err := resp.Body.Close(); err != nil {
		b.Fatal(err)
	}
}

// BenchmarkStart measures from the command line to a server that is ready.
func BenchmarkStart(b *testing.B) {
	upstream, _ := services(b)
	for b.Loop() {
		ctx, stop := context.WithCancel(b.Context())
		c := &console{ctx: ctx, environ: environ(b, upstream), dir: b.TempDir(), out: io.Discard, err: io.Discard}
		cfg, err := c.load()
		if err != nil {
			b.Fatal(err)
		}
		var took time.Duration
		began := time.Now()
		err = c.serve(cfg, func(address string) error {
			get(b, "http://"+address+"/readyz")
			took = time.Since(began)
			stop()
			return nil
		})
		if err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(took.Microseconds())/1000, "ms-to-ready")
	}
}

// BenchmarkPlan plans an album page for three providers: the title, and the titles and lengths of the tracks.
func BenchmarkPlan(b *testing.B) {
	h := newHouse(b)
	planner := h.app.engine.Planner()
	q := lookup.Question{GTIN: paperLanterns, Options: lookup.Options{Categories: h.app.engine.Registry().Categories()}}
	need := lookup.Need{Common: music.PropertiesOf(music.PropTitle, music.PropTrackTitles, music.PropLengths)}
	b.ReportAllocs()
	for b.Loop() {
		planner.Plan(q, need)
	}
}

// BenchmarkReplay replays a permalink from disk, verified and merged anew.
func BenchmarkReplay(b *testing.B) {
	h := newHouse(b)
	for name, options := range map[string]string{"three services": "providers: [DEEZER, SPOTIFY, MUSICBRAINZ]", "ten services": "categories: [ALL]"} {
		b.Run(name, func(b *testing.B) {
			const selection = "release { title media { tracks { number title lengthMs isrc artists { name } } } } permalink { url }"
			_, parsed := h.look(b, `gtin: "`+paperLanterns+`"`, options, selection)
			link, err := permalink.Parse(parsed.Data.ReleaseLookup.Permalink.URL)
			if err != nil {
				b.Fatal(err)
			}
			b.ReportAllocs()
			for b.Loop() {
				if _, err := h.app.replayed(b.Context(), link); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
