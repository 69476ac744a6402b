package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"sync"
	"time"

	"tutti/internal/config"
	"tutti/internal/server"
	"tutti/internal/telemetry"
	"tutti/lookup"
	"tutti/music"
	"tutti/providers"
)

// lookupCmd looks one release up and prints it.
type lookupCmd struct {
	What        []string `arg:"" help:"A barcode, URLs of release pages, or ids like deezer:302127; several of them describe one release."`
	Providers   []string `help:"Asked by barcode; the default are the stores that can be."`
	Regions     []string `help:"Country codes, tried in order where a catalogue differs by region."`
	Prefer      []string `help:"Providers that are believed first."`
	JSON        bool     `help:"Print JSON in the form of the GraphQL contract."`
	MaxRequests int      `help:"Upper bound on requests to services."`
	Fresh       bool     `help:"Ask the services, whatever is stored."`
}

// Run implements kong's command.
func (l lookupCmd) Run(c *console) error {
	cfg, err := c.load()
	if err != nil {
		return err
	}
	return c.lookup(cfg, l)
}

func (c *console) lookup(cfg config.Config, l lookupCmd) error {
	q, err := l.question()
	if err != nil {
		return usageError{err}
	}
	a, err := wire(c.ctx, cfg, telemetry.Options{Output: io.Discard})
	if err != nil {
		return err
	}
	ctx := lookup.WithProgress(c.ctx, c.progress(a))
	if l.JSON {
		err = c.printJSON(ctx, a, q)
	} else {
		err = c.printTable(ctx, a, q)
	}
	return errors.Join(err, a.shut(c.ctx))
}

// question translates the arguments.
func (l lookupCmd) question() (lookup.Question, error) {
	q := lookup.Question{Options: lookup.Options{MaxRequests: l.MaxRequests, Providers: providerNames(l.Providers)}}
	q.Merge.Default = providerNames(l.Prefer)
	if l.Fresh {
		q.Freshness = lookup.FreshOnly
	}
	for _, r := range l.Regions {
		region, err := music.ParseRegion(r)
		if err != nil {
			return q, err
		}
		q.Regions = append(q.Regions, region)
	}
	for _, w := range l.What {
		if err := add(&q, w); err != nil {
			return q, err
		}
	}
	return q, nil
}

// add puts one argument into the question by its form.
func add(q *lookup.Question, what string) error {
	provider, id, ref := strings.Cut(what, ":")
	switch {
	case strings.HasPrefix(what, "https://") || strings.HasPrefix(what, "http://"):
		q.URLs = append(q.URLs, what)
	case ref:
		q.Refs = append(q.Refs, lookup.Ref{Provider: music.ProviderName(strings.ToLower(provider)), ID: id})
	case q.GTIN != "":
		return fmt.Errorf("only one barcode can be looked up at once; the second is %q", what)
	default:
		q.GTIN = what
	}
	return nil
}

func providerNames(list []string) []music.ProviderName {
	var out []music.ProviderName
	for _, s := range list {
		out = append(out, music.ProviderName(strings.ToLower(s)))
	}
	return out
}

// progress prints how each provider gets on.
func (c *console) progress(a *app) lookup.Progress {
	var mu sync.Mutex
	return func(s lookup.Step) {
		mu.Lock()
		defer mu.Unlock()
		info, _ := a.engine.Info(s.Provider)
		_, _ = fmt.Fprintf(c.err, "%-12s %s\n", info.Display, stepText(s)) // a closed terminal stops no lookup
	}
}

// stepText says in words how a provider gets on.
func stepText(s lookup.Step) string {
	took := s.Elapsed.Round(time.Millisecond)
	switch {
	case !s.Ended:
		return "asked"
	case errors.Is(s.Err, providers.ErrNotFound):
		return fmt.Sprintf("has no such release (%s)", took)
	case s.Err != nil:
		return fmt.Sprintf("failed after %s: %v", took, s.Err)
	default:
		return fmt.Sprintf("answered in %s", took)
	}
}

// printJSON prints what the GraphQL contract says about the lookup, however it went, and returns what went wrong.
func (c *console) printJSON(ctx context.Context, a *app, q lookup.Question) error {
	answer, failed := server.Execute(ctx, a.serverConfig(), jsonQuery, variables(q))
	if answer == nil {
		return failed
	}
	var pretty struct {
		Lookup json.RawMessage `json:"releaseLookup"`
	}
	if err := json.Unmarshal(answer, &pretty); err != nil {
		return errors.Join(failed, err)
	}
	out := json.NewEncoder(c.out)
	out.SetIndent("", "  ")
	out.SetEscapeHTML(false)
	return errors.Join(failed, out.Encode(pretty.Lookup))
}

// variables is the question as GraphQL takes it.
func variables(q lookup.Question) map[string]any {
	by := map[string]any{}
	if q.GTIN != "" {
		by["gtin"] = q.GTIN
	}
	if q.URLs != nil {
		by["urls"] = q.URLs
	}
	var ids []map[string]any
	for _, r := range q.Refs {
		ids = append(ids, map[string]any{"provider": strings.ToUpper(string(r.Provider)), "id": r.ID})
	}
	if ids != nil {
		by["ids"] = ids
	}
	options := map[string]any{}
	if q.Providers != nil {
		options["providers"] = upper(q.Providers)
	}
	if q.Regions != nil {
		options["regions"] = q.Regions
	}
	if q.Merge.Default != nil {
		options["preferences"] = map[string]any{"default": upper(q.Merge.Default)}
	}
	if q.MaxRequests > 0 {
		options["maxRequests"] = q.MaxRequests
	}
	if q.Freshness == lookup.FreshOnly {
		options["freshness"] = "FRESH"
	}
	return map[string]any{"by": map[string]any{"combined": by}, "options": options}
}

func upper(names []music.ProviderName) []string {
	var out []string
	for _, n := range names {
		out = append(out, strings.ToUpper(string(n)))
	}
	return out
}
