package golden

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// update is the -update flag of the test program: rewrite golden files instead of comparing with them.
var update = flag.Bool("update", false, "rewrite golden files with what the tests got")

// Updating says whether golden files are being rewritten. A test whose further checks need the old files skips them then.
func Updating() bool { return *update }

// Equal compares got with the golden file at path, byte for byte, and shows a line diff where they differ. Line ends are
// kept as they are. With -update it writes the file, and the folders above it, instead.
func Equal(tb testing.TB, path string, got []byte) {
	tb.Helper()
	if *update {
		write(tb, path, got)
		return
	}
	compare(tb, path, got)
}

// JSON compares got with the golden file at path, encoded the way Marshal does it. The stored file has to be valid JSON,
// so that a hand edited one cannot rot unseen.
func JSON(tb testing.TB, path string, got any) {
	tb.Helper()
	text, err := Marshal(got)
	if err != nil {
		tb.Errorf("golden file %s: encode what the test got: %v", path, err)
		return
	}
	Equal(tb, path, text)
	if stored, err := os.ReadFile(filepath.Clean(path)); err == nil && !json.Valid(stored) {
		tb.Errorf("golden file %s is not valid JSON; mend it or run the test with -update", path)
	}
}

// Marshal encodes a value the way golden files hold it: indented by two spaces, map keys sorted, characters of HTML kept
// as they are, one line feed at the end.
func Marshal(v any) ([]byte, error) {
	var text bytes.Buffer
	enc := json.NewEncoder(&text)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(v); err != nil {
		return nil, fmt.Errorf("encode as golden JSON: %w", err)
	}
	return text.Bytes(), nil
}

func compare(tb testing.TB, path string, got []byte) {
	tb.Helper()
	want, err := os.ReadFile(filepath.Clean(path))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		tb.Errorf("golden file %s is missing; run the test with -update and read what it wrote", path)
	case err != nil:
		tb.Errorf("golden file %s: %v", path, err)
	case !bytes.Equal(got, want):
		tb.Errorf("golden file %s differs (-stored +got); if the change is meant, run the test with -update:\n%s",
			path, cmp.Diff(lines(want), lines(got)))
	}
}

func write(tb testing.TB, path string, got []byte) {
	tb.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o750); err != nil {
		tb.Errorf("golden file %s: make its folder: %v", path, err)
		return
	}
	if err := os.WriteFile(path, got, 0o600); err != nil {
		tb.Errorf("golden file %s: %v", path, err)
	}
}

// lines keeps line ends, so that a missing last one shows in the diff.
func lines(text []byte) []string { return strings.SplitAfter(string(text), "\n") }
