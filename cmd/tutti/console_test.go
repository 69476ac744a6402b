package main

import (
	"bytes"
	"strings"
	"testing"
)

// run runs the command line against the emulated services, and returns the exit code and what was printed.
func runCommand(t *testing.T, environ []string, args ...string) (code int, out, errs string) {
	t.Helper()
	var stdout, stderr bytes.Buffer
	c := &console{ctx: t.Context(), environ: environ, dir: t.TempDir(), out: &stdout, err: &stderr}
	code = c.run(args)
	return code, stdout.String(), stderr.String()
}

func TestTheCommandLine(t *testing.T) {
	t.Parallel()
	upstream, _ := services(t)
	for name, c := range map[string]struct {
		args    []string
		environ []string
		code    int
		out     []string
		errs    []string
	}{
		"a table for people": {
			args: []string{"lookup", paperLanterns, "--providers", "deezer,spotify,musicbrainz"},
			out:  []string{"Paper Lanterns", "(Deezer)", "Spotify: Paper Lanterns (Deluxe)", "! TITLE", "Graceful Shutdown", "13 of"},
			errs: []string{"Deezer       asked", "Spotify      answered in"},
		},
		"JSON":               {args: []string{"lookup", "--json", "deezer:990000001"}, out: []string{`"complete": true`, `"title": "Paper Lanterns`}},
		"a page":             {args: []string{"lookup", "https://www.deezer.com/album/990000001"}, out: []string{"Paper Lanterns"}},
		"preferences":        {args: []string{"lookup", paperLanterns, "--prefer", "spotify"}, out: []string{"Paper Lanterns (Deluxe)"}},
		"an invalid barcode": {args: []string{"lookup", "123"}, code: 1, errs: []string{"8, 12, 13 or 14"}},
		"two barcodes":       {args: []string{"lookup", paperLanterns, "602475093060"}, code: 2, errs: []string{"only one barcode"}},
		"a bad region":       {args: []string{"lookup", paperLanterns, "--regions", "G1"}, code: 2, errs: []string{"G1"}},
		"nobody has it":      {args: []string{"lookup", "4006381333931"}, code: 1, out: []string{"NOT_FOUND"}},
		"no command":         {code: 2, errs: []string{"expected one of"}},
		"the version":        {args: []string{"version"}, out: []string{"tutti "}},
		"a bad setting":      {args: []string{"serve"}, environ: []string{"PORT=abc"}, code: 2, errs: []string{"PORT", "a port from 0 to 65535"}},
		"a misspelt setting": {args: []string{"serve"}, environ: []string{"TUTTI_DATA_DIRR=x"}, code: 2, errs: []string{"perhaps TUTTI_DATA_DIR"}},
		"no place for data":  {args: []string{"serve"}, environ: []string{"TUTTI_DATA_DIR=/dev/null/x"}, code: 2, errs: []string{"TUTTI_DATA_DIR", "a directory that the program may write to"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			code, out, errs := runCommand(t, append(environ(t, upstream), c.environ...), c.args...)
			if code != c.code {
				t.Errorf("exit code %d, want %d: %s", code, c.code, errs)
			}
			for _, want := range c.out {
				if !strings.Contains(out, want) {
					t.Errorf("printed no %q:\n%s", want, out)
				}
			}
			for _, want := range c.errs {
				if !strings.Contains(errs, want) {
					t.Errorf("complained without %q:\n%s", want, errs)
				}
			}
			if strings.Contains(errs, "goroutine ") {
				t.Errorf("a stack trace was printed:\n%s", errs)
			}
		})
	}
}
