package golden_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tutti/internal/golden"
)

// report stands in for the *testing.T of a test that uses this package and keeps what it would have printed.
type report struct {
	testing.TB

	errors []string
}

func (*report) Helper() {}

func (r *report) Errorf(format string, args ...any) {
	r.errors = append(r.errors, fmt.Sprintf(format, args...))
}

func TestEqual(t *testing.T) {
	t.Parallel()
	if golden.Updating() {
		t.Skip("this test is about comparing, and -update was given")
	}
	for name, c := range map[string]struct {
		stored, got string
		want        []string // parts of the only report; none: no report
	}{
		"same bytes":            {stored: "a\nb\n", got: "a\nb\n"},
		"another line":          {stored: "a\nb\n", got: "a\nc\n", want: []string{"differs", `"b\n"`, `"c\n"`, "-update"}},
		"missing last line end": {stored: "a\n", got: "a", want: []string{"differs", `"a"`}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			r := &report{TB: t}
			golden.Equal(r, stored(t, c.stored), []byte(c.got))
			checkReport(t, r, c.want)
		})
	}
}

func TestMissingFileSaysHowToWriteIt(t *testing.T) {
	t.Parallel()
	if golden.Updating() {
		t.Skip("this test is about comparing, and -update was given")
	}
	r := &report{TB: t}
	golden.Equal(r, filepath.Join(t.TempDir(), "none.txt"), []byte("a"))
	checkReport(t, r, []string{"missing", "-update"})
}

func TestJSONOfTheSameValue(t *testing.T) {
	t.Parallel()
	r := &report{TB: t}
	golden.JSON(r, stored(t, "{\n  \"a\": \"R&B\",\n  \"b\": 1\n}\n"), map[string]any{"b": 1, "a": "R&B"})
	checkReport(t, r, nil)
}

func TestJSONReportsACutFileTwice(t *testing.T) {
	t.Parallel()
	if golden.Updating() {
		t.Skip("this test is about comparing, and -update was given")
	}
	r := &report{TB: t}
	golden.JSON(r, stored(t, "{\n  \"a\":"), map[string]any{"a": 1})
	if len(r.errors) != 2 || !strings.Contains(r.errors[0], "differs") || !strings.Contains(r.errors[1], "not valid JSON") {
		t.Errorf("got reports %q, want one on the difference and one on invalid JSON", r.errors)
	}
}

func TestMarshalRefusesWhatJSONCannotHold(t *testing.T) {
	t.Parallel()
	if text, err := golden.Marshal(func() {}); err == nil {
		t.Errorf("got %s, want an error", text)
	}
}

// stored writes a golden file and returns its path.
func stored(t *testing.T, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "case")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func checkReport(t *testing.T, r *report, want []string) {
	t.Helper()
	if want == nil {
		if len(r.errors) != 0 {
			t.Errorf("got reports %q, want none", r.errors)
		}
		return
	}
	if len(r.errors) != 1 {
		t.Fatalf("got reports %q, want one", r.errors)
	}
	for _, part := range want {
		if !strings.Contains(r.errors[0], part) {
			t.Errorf("got %q, want it to mention %q", r.errors[0], part)
		}
	}
}
