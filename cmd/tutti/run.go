package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"time"

	"tutti/internal/chains"
	"tutti/internal/config"
	"tutti/internal/server"
	"tutti/internal/telemetry"
	"tutti/providers/all"
)

// serveCmd is the server.
type serveCmd struct{}

// Run implements kong's command.
func (serveCmd) Run(c *console) error {
	cfg, err := c.load()
	if err != nil {
		return err
	}
	return c.serve(cfg, func(string) error { return nil })
}

// load reads the configuration.
func (c *console) load() (config.Config, error) {
	cfg, err := config.Load(c.environ, c.dir, declared())
	if err != nil {
		return cfg, usageError{err}
	}
	return cfg, nil
}

// declared are the services, which may want credentials.
func declared() []config.Service {
	var out []config.Service
	for _, f := range all.Factories() {
		out = append(out, chains.Service(f.Info))
	}
	return out
}

// serve runs the server until the context ends. Started is called with the server's address once it accepts requests.
func (c *console) serve(cfg config.Config, started func(address string) error) error {
	a, err := wire(c.ctx, cfg, telemetry.Options{Output: c.err})
	if err != nil {
		return err
	}
	return errors.Join(a.listen(c.ctx, started), a.shut(c.ctx))
}

// listen accepts requests until the context ends, then lets those under way finish.
func (a *app) listen(ctx context.Context, started func(address string) error) error {
	var lc net.ListenConfig
	l, err := lc.Listen(ctx, "tcp", a.config.Address())
	if err != nil {
		return usageError{fmt.Errorf("PORT: cannot listen on %s: %w", a.config.Address(), err)}
	}
	if tcp, ok := l.Addr().(*net.TCPAddr); ok {
		a.config.Port = tcp.Port // a free one, if none was given
	}
	s := server.New(l.Addr().String(), a.serverConfig())
	failed := make(chan error, 1)
	go func() { failed <- s.Serve(l) }()
	log := a.telemetry.Kit(telemetry.ComponentServer).Log
	log.InfoContext(ctx, "listening", "address", l.Addr().String(), "version", versionText())
	if err := started(l.Addr().String()); err != nil {
		return errors.Join(err, s.Close())
	}
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	log.InfoContext(ctx, "stopping")
	return a.drain(ctx, s, failed)
}

// drain stops accepting and waits for the requests under way.
func (a *app) drain(ctx context.Context, s *http.Server, failed <-chan error) error {
	began := time.Now()
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), a.config.ShutdownTimeout)
	defer cancel()
	err := s.Shutdown(ctx)
	if err != nil {
		err = fmt.Errorf("requests were still under way after %s: %w", time.Since(began).Round(time.Millisecond), errors.Join(err, s.Close()))
	}
	if serveErr := <-failed; !errors.Is(serveErr, http.ErrServerClosed) {
		err = errors.Join(err, serveErr)
	}
	return err
}
