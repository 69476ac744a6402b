package main

import (
	"context"
	"errors"
	"fmt"
	"time"
)

// How long the end may take after the last request: what lookups have left behind, then the last spans and figures.
const (
	closeTimeout     = 5 * time.Second
	closeMoment      = time.Second // that each part has when others have used up the time
	telemetryTimeout = 5 * time.Second
)

// shut ends the program, in bounded time, though the context has ended.
func (a *app) shut(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), closeTimeout)
	defer cancel()
	return a.close(ctx)
}

// close ends what wire has begun, outermost first. What has not ended with the context is left behind, and named in the error.
func (a *app) close(ctx context.Context) error {
	var errs []error
	end := func(what string, f func() error) { errs = append(errs, within(ctx, what, f)) }
	for _, c := range a.chains { // nobody waits for an answer any more, so that nothing needs to wait for its turn
		c.Close()
	}
	if a.engine != nil {
		end("lookups", func() error { a.engine.Close(); return nil })
	}
	if a.documents != nil {
		end("requests to services", func() error { a.documents.Close(); return nil })
	}
	if a.cache != nil {
		end("the cache of lookups", a.cache.Close)
	}
	if a.responses != nil {
		end("the cache of answers", a.responses.Close)
	}
	a.network.CloseIdleConnections()
	if a.store != nil {
		end("the store", a.store.Close)
	}
	if a.telemetry != nil {
		ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), telemetryTimeout)
		defer cancel()
		errs = append(errs, a.telemetry.Shutdown(ctx))
	}
	return errors.Join(errs...)
}

// within runs f to its end, or until the context and then a moment have passed; f itself goes on then.
func within(ctx context.Context, what string, f func() error) error {
	ended := make(chan error, 1)
	go func() { ended <- f() }()
	select {
	case err := <-ended:
		return err
	case <-ctx.Done():
	}
	moment := time.NewTimer(closeMoment)
	defer moment.Stop()
	select {
	case err := <-ended:
		return err
	case <-moment.C:
		return fmt.Errorf("%s did not end in time: %w", what, context.Cause(ctx))
	}
}
