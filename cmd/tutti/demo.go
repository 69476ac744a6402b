package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"tutti/internal/config"
	"tutti/internal/emulator"
	"tutti/internal/server"
	"tutti/providers/all"
)

// demoFolder is where the demo keeps documents, below the data directory.
const demoFolder = "demo"

// demoCmd is the server with emulated services.
type demoCmd struct {
	Latency time.Duration `default:"40ms" help:"Time that the emulated services take to answer."`
}

// Run implements kong's command.
func (d demoCmd) Run(c *console) error {
	cfg, err := c.load()
	if err != nil {
		return err
	}
	return c.demo(cfg, d)
}

// demo starts the emulator, and the server as it is: only its upstream and its data directory are others, since what is invented
// must not be found among real documents.
func (c *console) demo(cfg config.Config, d demoCmd) (err error) {
	if cfg.DataDirGiven() {
		cfg.DataDir = filepath.Join(cfg.DataDir, demoFolder)
	} else {
		dir, tempErr := os.MkdirTemp("", "tutti-demo-")
		if tempErr != nil {
			return tempErr
		}
		defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
		cfg.DataDir = dir
	}
	services, err := emulator.New(emulator.Options{Behaviour: emulator.Behaviour{Latency: d.Latency}})
	if err != nil {
		return err
	}
	upstream, stop, err := services.Start(c.ctx)
	if err != nil {
		return err
	}
	defer stop()
	cfg.UpstreamURL = upstream
	for _, f := range all.Factories() {
		for _, name := range f.Info.Secrets {
			cfg.SetSecret(string(f.Info.Name), name, config.NewSecret("demo"))
		}
	}
	return c.serve(cfg, func(address string) error { return c.welcome(address) })
}

// welcome prints where to look and what to try.
func (c *console) welcome(address string) error {
	base := "http://" + reachable(address)
	var b strings.Builder
	fmt.Fprintf(&b, "\nTutti answers at %s/graphql, the console is %s/graphiql\nThe services are emulated: nothing leaves this machine.\n", base, base)
	b.WriteString("\nQueries to try:\n")
	for _, e := range server.Examples() {
		fmt.Fprintf(&b, "\n%s\n%s\n%s\n", e.Title, e.Query, e.Link(base+"/graphiql"))
	}
	b.WriteString("\nReleases of the demo:\n")
	for _, f := range emulator.Featured() {
		fmt.Fprintf(&b, "  %-14s %s: %s\n", f.GTIN, f.Title, f.Shows)
	}
	b.WriteString("\nStop with Ctrl-C.\n")
	_, err := fmt.Fprint(c.out, b.String())
	return err
}

// reachable turns an address that means all interfaces into one that a browser can open.
func reachable(address string) string {
	for _, all := range []string{"[::]:", "0.0.0.0:"} {
		if port, ok := strings.CutPrefix(address, all); ok {
			return "localhost:" + port
		}
	}
	return address
}
