// Command tutti is the gateway: a server, a demo of it, and lookups on the command line.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"github.com/alecthomas/kong"
)

// commands is what can be said on the command line.
type commands struct {
	Serve    serveCmd    `cmd:"" help:"Answer GraphQL over HTTP until interrupted."`
	Demo     demoCmd     `cmd:"" help:"Serve with emulated services: no network, no credentials."`
	Lookup   lookupCmd   `cmd:"" help:"Look one release up and print it."`
	Snapshot snapshotCmd `cmd:"" help:"Take the evidence of permalinks elsewhere, and verify it."`
	Version  versionCmd  `cmd:"" help:"Print the version."`
}

// console is where commands read their settings and print.
type console struct {
	ctx     context.Context //nolint:containedctx // kong calls a command with values, not with a context
	environ []string
	dir     string
	out     io.Writer
	err     io.Writer
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code := run(ctx, os.Args[1:])
	stop()
	os.Exit(code)
}

// run carries a command out and returns the exit code: 2 where the command line or the settings are wrong.
func run(ctx context.Context, args []string) int {
	dir, err := os.Getwd()
	if err != nil {
		fmt.Fprintln(os.Stderr, "tutti:", err)
		return 1
	}
	c := &console{ctx: ctx, environ: os.Environ(), dir: dir, out: os.Stdout, err: os.Stderr}
	return c.run(args)
}

// usageError is a mistake of the caller, not of the program.
type usageError struct{ error }

func (c *console) run(args []string) int {
	var cmds commands
	parser, err := kong.New(&cmds, kong.Name("tutti"), kong.Writers(c.out, c.err), kong.UsageOnError(),
		kong.Description("Asks every music-metadata provider at once and gives one release, with the origin of every field."))
	if err != nil {
		c.complain(err)
		return 1
	}
	parsed, err := parser.Parse(args)
	if err != nil {
		c.complain(err)
		return 2
	}
	err = parsed.Run(c)
	if err == nil {
		return 0
	}
	c.complain(err)
	if _, ok := errors.AsType[usageError](err); ok {
		return 2
	}
	return 1
}

// complain prints an error in one line. Where that fails, there is nobody left to tell.
func (c *console) complain(err error) { _, _ = fmt.Fprintln(c.err, "tutti:", err) }
