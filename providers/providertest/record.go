package providertest

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"testing"

	"tutti/internal/chains"
	"tutti/internal/config"
	"tutti/internal/replay"
	"tutti/internal/transport"
	"tutti/providers"
)

// record asks the service what the spec asks, and writes what it says.
func record(t *testing.T, s *suite, mode replay.Mode) {
	t.Helper()
	if mode == replay.Off {
		t.Fatal("-record takes new or all")
	}
	cfg, err := config.LoadFor(os.Environ(), "../..", chains.Service(s.factory.Info))
	if err != nil {
		t.Fatalf("%s is not recorded: %v", s.factory.Info.Name, err)
	}
	network := transport.NewNetwork()
	defer network.CloseIdleConnections()
	r, err := newRecorder(s, mode, chains.Setup{Config: &cfg, Version: "recording", Base: network})
	if err == nil {
		err = r.run(t.Context(), t.Output())
	}
	if err != nil {
		t.Fatalf("%s: %v", s.factory.Info.Name, err)
	}
}

// newRecorder returns what asks a service over its chain; an error says why it cannot be asked.
func newRecorder(s *suite, mode replay.Mode, o chains.Setup) (*recorder, error) {
	secrets := &replay.Secrets{}
	given, _ := chains.Secrets(s.factory.Info, o.Config)
	for _, name := range s.factory.Info.Secrets {
		if text := given[name]; text != "" && len(text) < replay.Shortest {
			return nil, fmt.Errorf("nothing is recorded: the credential %s is too short to be told from other text in an answer", name)
		}
		secrets.Add(given[name])
	}
	secrets.Add(o.Config.Contact)
	o.Base = &tap{base: o.Base, secrets: secrets}
	chain, missing, err := chains.New(s.factory, o)
	switch {
	case err != nil:
		return nil, err
	case len(missing) > 0:
		chain.Close()
		return nil, fmt.Errorf("nothing is recorded: credentials are missing: set %s", strings.Join(missing, " and "))
	}
	return &recorder{
		suite: s, chain: chain, keeper: replay.Keeper{Folder: s.testdata(), Mode: mode, Secrets: secrets},
		replies: map[string]heard{}, silent: map[string]int{},
	}, nil
}

// run records all that the spec asks, and writes one line for each thing that happens. The error says that something was not recorded.
func (r *recorder) run(ctx context.Context, out io.Writer) error {
	defer r.chain.Close()
	s := r.suite
	s.service, r.out = r, out
	for _, c := range slices.Concat(s.cases(), s.spec.Missing) {
		r.lookup(ctx, s, c)
	}
	for _, b := range s.spec.Batches {
		r.batch(ctx, s.endpoint(b.Endpoint), b.Keys)
	}
	return r.sum()
}

// lookup records the answers that a case takes: with multi-gets, and without.
func (r *recorder) lookup(ctx context.Context, s *suite, c Case) {
	missing := slices.ContainsFunc(s.spec.Missing, func(m Case) bool { return m.title() == c.title() })
	for _, changes := range [][]func(*trip){nil, {s.alone()}} {
		trip, failed := s.trip(c, changes...), r.failed
		_, err := ask(withTrip(ctx, trip), providers.NewSource(s.factory, &standIn{suite: s}), c, trip.cover)
		no := errors.Is(err, providers.ErrNotFound)
		switch {
		case r.failed > failed: // that was told
		case missing && err == nil:
			r.fail("stopped", c.title(), "the service knows what the spec says it does not")
		case !missing && err != nil, missing && !no:
			r.fail("stopped", c.title(), err.Error())
		default:
			continue
		}
		return
	}
}

// batch records a multi-get of the spec.
func (r *recorder) batch(ctx context.Context, e *providers.Endpoint, keys []providers.Key) {
	if e == nil || e.Batch == nil {
		return // the suite says so
	}
	asks := make([]providers.Ask, len(keys))
	for i, k := range keys {
		asks[i] = providers.Ask{Endpoint: e, Key: k}
	}
	req, err := e.Batch.Request(keys)
	if err != nil {
		r.fail("stopped", e.Name, err.Error())
		return
	}
	_, _ = r.reply(ctx, req, asks) // an error was told
}
