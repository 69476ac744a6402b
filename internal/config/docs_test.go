package config

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"tutti/providers/all"
)

var update = flag.Bool("update", false, "write docs/configuration.md")

const (
	page  = "../../docs/configuration.md"
	begin = "<!-- settings: written by go test ./internal/config -update -->\n"
	end   = "<!-- end of settings -->\n"
)

// TestSettingsAreDocumented holds that docs/configuration.md shows exactly the settings there are. With -update the table is
// written anew: look whether an operator would understand each new row.
func TestSettingsAreDocumented(t *testing.T) {
	t.Parallel()
	old, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	head, rest, ok := strings.Cut(string(old), begin)
	got, tail, ok2 := strings.Cut(rest, end)
	if !ok || !ok2 {
		t.Fatalf("%s has no table between %q and %q", page, begin, end)
	}
	want := table()
	if *update {
		if err := os.WriteFile(page, []byte(head+begin+want+end+tail), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if got != want {
		t.Errorf("docs/configuration.md is not true any more; run go test ./internal/config -update\ngot\n%s\nwant\n%s", got, want)
	}
}

func table() string {
	var b strings.Builder
	b.WriteString("| name | default | meaning | fallback |\n| --- | --- | --- | --- |\n")
	rows := withCredentials(declared())
	for i := range rows {
		s := &rows[i]
		fmt.Fprintf(&b, "| `%s` | %s | %s (%s) | %s |\n", s.name, code(s.def), s.meaning, s.want, code(s.fallback))
	}
	return b.String()
}

// declared are the services whose providers declare credentials.
func declared() []Service {
	var out []Service
	for _, f := range all.Factories() {
		out = append(out, Service{Name: string(f.Info.Name), Display: f.Info.Display, Credentials: f.Info.Secrets})
	}
	return out
}

func code(text string) string {
	if text == "" {
		return "–"
	}
	return "`" + text + "`"
}

// TestTableIsComplete holds that each row tells people all they need, and that its default is valid alone.
func TestTableIsComplete(t *testing.T) {
	t.Parallel()
	seen, rows := map[string]bool{}, withCredentials(declared())
	for i := range rows {
		s := &rows[i]
		if s.name == "" || s.meaning == "" || s.want == "" || s.set == nil {
			t.Errorf("row %d (%s) lacks something", i, s.name)
		}
		for _, name := range []string{s.name, s.fallback} {
			if seen[name] && name != "" {
				t.Errorf("%s stands twice in the table", name)
			}
			seen[name] = true
		}
		if s.name != "PORT" && !strings.HasPrefix(s.name, prefix) {
			t.Errorf("%s does not begin with %s", s.name, prefix)
		}
		if s.def != "" {
			if err := s.set(&Config{}, s.def); err != nil {
				t.Errorf("the default of %s: %v", s.name, err)
			}
		}
	}
}
