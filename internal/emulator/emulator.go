package emulator

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"net"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"sync"
	"time"
)

// Options are what an emulator begins with. The zero value has the catalogue alone and behaves well.
type Options struct {
	Behaviour

	Seed      uint64    // of the generated releases
	Generated int       // how many releases to generate besides the catalogue, at most MaxGenerated
	Releases  []Release // in place of the catalogue, where a test needs releases of its own
}

// Emulator answers as the services do. It is an http.Handler.
type Emulator struct {
	index   *index
	journal journal
	faults  faults
	quotas  quotas
	tokens  tokens

	mu        sync.RWMutex // guards behaviour
	behaviour Behaviour
}

// New returns an emulator. An error means that the releases of the options are not consistent.
func New(o Options) (*Emulator, error) {
	releases := o.Releases
	if releases == nil {
		releases = Releases()
	}
	generated, err := Generate(o.Seed, o.Generated)
	if err != nil {
		return nil, err
	}
	x, err := newIndex(append(slices.Clone(releases), generated...))
	if err != nil {
		return nil, err
	}
	o.Quotas, o.More = maps.Clone(o.Quotas), maps.Clone(o.More)
	return &Emulator{index: x, behaviour: o.Behaviour, quotas: quotas{starts: map[Service][]time.Time{}}}, nil
}

// Releases returns the catalogue: the two real releases and the invented ones, by number.
func Releases() []Release {
	var out []Release
	for _, list := range [][]Release{albums, oddities, shopped, realReleases} {
		for _, r := range list {
			r = r.clone()
			maps.Copy(r.On, elsewhere[r.Number])
			out = append(out, r)
		}
	}
	return out
}

// Start serves on a free loopback port until stop is called or the context ends. url is what TUTTI_UPSTREAM_URL has to be. stop waits
// until all requests have ended, and may be called more than once.
func (e *Emulator) Start(ctx context.Context) (url string, stop func(), err error) {
	var config net.ListenConfig
	listener, err := config.Listen(ctx, "tcp", "127.0.0.1:0")
	if err != nil {
		return "", nil, fmt.Errorf("emulator: %w", err)
	}
	ctx, cancel := context.WithCancel(ctx)
	server := &http.Server{
		Handler: e, ReadHeaderTimeout: 10 * time.Second, BaseContext: func(net.Listener) context.Context { return ctx },
	}
	var running sync.WaitGroup
	running.Go(func() { _ = server.Serve(listener) }) // it always ends with an error: that it was closed
	running.Go(func() {
		<-ctx.Done()
		shutDown(context.WithoutCancel(ctx), server)
	})
	return "http://" + listener.Addr().String(), func() { cancel(); running.Wait() }, nil
}

// shutDown lets requests end, which they do at once, since their context has ended.
func shutDown(ctx context.Context, server *http.Server) {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	if err := server.Shutdown(ctx); errors.Is(err, context.DeadlineExceeded) {
		_ = server.Close() // there is nothing left to close
	}
}

// ServeHTTP answers a request whose path begins with the host that it is meant for.
func (e *Emulator) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	host, path, _ := strings.Cut(strings.TrimPrefix(r.URL.Path, "/"), "/")
	if strings.HasPrefix(host, "__") {
		e.control(host, r).write(w)
		return
	}
	q := e.route(host, path, r)
	entry := e.journal.add(Request{Method: r.Method, Host: host, Path: "/" + path, Query: r.URL.RawQuery, Pattern: q.pattern})
	if !wait(r.Context(), e.latency(q.service)) {
		return
	}
	if f, ok := e.faults.take(q, host+"/"+path); ok {
		f.serve(w, r, q)
		return
	}
	a := q.answer(r)
	e.journal.answered(entry, a.status)
	a.write(w)
}

// route finds who answers a request.
func (e *Emulator) route(host, path string, r *http.Request) question {
	parts, q := strings.Split(path, "/"), r.URL.Query()
	switch host {
	case deezerHost:
		return e.deezer(parts)
	case spotifyHost:
		return e.spotify(parts, q)
	case spotifyTokenHost:
		return e.spotifyToken(path)
	case musicbrainzHost:
		return e.musicbrainz(parts, q)
	case discogsHost:
		return e.discogs(parts, q)
	case itunesHost:
		return e.itunes(parts, q)
	case tidalHost:
		return e.tidal(parts, q)
	case tidalTokenHost:
		return e.tidalToken(path)
	default:
		return e.shop(host, parts, q)
	}
}

// shop finds who answers a request for a page of a shop.
func (e *Emulator) shop(host string, parts []string, q url.Values) question {
	switch {
	case host == bandcampHost, strings.HasSuffix(host, bandcampDomain):
		return e.bandcamp(host, parts)
	case host == beatportHost:
		return e.beatport(parts, q)
	case host == beatportAPIHost:
		return e.beatportCatalogue(parts, q)
	case host == moraHost:
		return e.moraPage(parts)
	case host == moraFilesHost:
		return e.moraFile(parts)
	case host == ototoyHost:
		return e.ototoy(parts)
	default:
		return unknown("", host)
	}
}

// wait reports whether the time has passed; false: the context has ended before.
func wait(ctx context.Context, d time.Duration) bool {
	if d <= 0 {
		return ctx.Err() == nil
	}
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return true
	case <-ctx.Done():
		return false
	}
}

var _ http.Handler = (*Emulator)(nil)
