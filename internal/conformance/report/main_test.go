package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestRun(t *testing.T) {
	t.Parallel()
	const part = `{"kind":"lookup","provider":"deezer","id":"x","part":"order","outcome":"passed","reason":""}` + "\n"
	for name, c := range map[string]struct {
		content string
		has     []string
		err     string
	}{
		"counts": {
			part + part + strings.Replace(part, "passed", "deviation", 1) + strings.Replace(part, `"deezer"`, `""`, 1),
			[]string{
				"kind    provider  passed  failed  unsupported  deviation\n", "lookup  -         1       0       0            0\n",
				"lookup  deezer    2       0       0            1\n", "all     all       3       0       0            1\n",
			},
			"",
		},
		"nothing":         {"", []string{"all   all       0       0       0            0\n"}, ""},
		"a broken line":   {part + "{", nil, "line 2"},
		"no such outcome": {strings.Replace(part, "passed", "so so", 1), nil, `line 1: there is no outcome "so so"`},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			file := filepath.Join(t.TempDir(), "report.jsonl")
			if err := os.WriteFile(file, []byte(c.content), 0o600); err != nil {
				t.Fatal(err)
			}
			var out strings.Builder
			err := run([]string{file}, &out)
			if c.err != "" && (err == nil || !strings.Contains(err.Error(), c.err)) || c.err == "" && err != nil {
				t.Errorf("got the error %v, want %q", err, c.err)
			}
			for _, line := range c.has {
				if !strings.Contains(out.String(), line) {
					t.Errorf("got\n%s\nwant the line %q", out.String(), line)
				}
			}
		})
	}
}

func TestRunSaysThatTheFileIsMissing(t *testing.T) {
	t.Parallel()
	var out strings.Builder
	if err := run([]string{filepath.Join(t.TempDir(), "none.jsonl")}, &out); err != nil || !strings.Contains(out.String(), "is not there") {
		t.Errorf("got %q and the error %v", out.String(), err)
	}
	if err := run(nil, &out); err == nil {
		t.Error("no file was named, and nothing was said")
	}
}
