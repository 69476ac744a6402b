package conformance

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// Corpus is one folder of data.
type Corpus struct {
	Dir     string
	shelves *shelves
}

// Corpora returns the corpora that are there. Without any, the test says so and is skipped.
func Corpora(t *testing.T) []Corpus {
	t.Helper()
	dirs, err := Folders()
	if err != nil {
		t.Fatal(err)
	}
	if len(dirs) == 0 {
		t.Skip("NOT RUN, no corpus: TUTTI_CONFORMANCE_DIR names no folder that exists, and there is none beside the module")
	}
	return convert(dirs, func(dir string) Corpus { return Corpus{Dir: dir, shelves: &shelves{}} })
}

// IsSynthetic tells the two formats apart: what a synthetic corpus does not list is a service's own "no", and no mistake.
func (c Corpus) IsSynthetic() bool {
	for _, folder := range []string{"lookups", "merges"} {
		if info, err := os.Stat(filepath.Join(c.Dir, folder)); err == nil && info.IsDir() {
			return true
		}
	}
	return false
}

// file is a path inside the corpus.
func (c Corpus) file(parts ...string) string {
	return filepath.Join(append([]string{c.Dir}, parts...)...)
}

// files returns the files of a folder of the corpus that end with ext, in order.
func (c Corpus) files(t *testing.T, folder, ext string) []string {
	t.Helper()
	entries, err := os.ReadDir(c.file(folder))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.Fatal(err)
	}
	var out []string
	for _, e := range entries {
		if strings.HasSuffix(e.Name(), ext) {
			out = append(out, c.file(folder, e.Name()))
		}
	}
	return out
}

// lines returns the JSON values of all files of a folder of the synthetic format.
func (c Corpus) lines(t *testing.T, folder string) [][]byte {
	t.Helper()
	var out [][]byte
	for _, file := range c.files(t, folder, ".jsonl") {
		out = append(out, linesOf(t, file)...)
	}
	return out
}

func linesOf(t *testing.T, file string) [][]byte {
	t.Helper()
	s := bufio.NewScanner(bytes.NewReader(read(t, file)))
	s.Buffer(nil, 64<<20)
	var out [][]byte
	for s.Scan() {
		if line := bytes.TrimSpace(s.Bytes()); len(line) > 0 {
			out = append(out, bytes.Clone(line))
		}
	}
	if err := s.Err(); err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	return out
}

func read(tb testing.TB, file string) []byte {
	tb.Helper()
	raw, err := os.ReadFile(file) //nolint:gosec // the folder that the operator names
	if err != nil {
		tb.Fatal(err)
	}
	return raw
}

// decode reads a value of a corpus; a corpus that cannot be read ends the test.
func decode[T any](tb testing.TB, raw []byte) T {
	tb.Helper()
	var v T
	if err := json.Unmarshal(raw, &v); err != nil {
		tb.Fatalf("corpus: %v in %.120s", err, raw)
	}
	return v
}

// orderedKeys returns the keys of a JSON object as they are written.
func orderedKeys(raw []byte) ([]string, error) {
	d := json.NewDecoder(bytes.NewReader(raw))
	if _, err := d.Token(); err != nil {
		return nil, fmt.Errorf("object of a corpus: %w", err)
	}
	var keys []string
	for d.More() {
		key, err := d.Token()
		if err != nil {
			return nil, fmt.Errorf("object of a corpus: %w", err)
		}
		var value json.RawMessage
		if err := d.Decode(&value); err != nil {
			return nil, fmt.Errorf("object of a corpus: %w", err)
		}
		keys = append(keys, fmt.Sprint(key))
	}
	return keys, nil
}

// FunctionCase is one call of a function with its result, of either format.
type FunctionCase struct {
	ID, Function, Defect string
	Input                json.RawMessage
	Value                any            // as encoding/json reads it
	Failure              map[string]any // instead of a value; may be empty
	Failed               bool           // an error is expected
	Row                  map[string]any // all that is expected beside the value; nil in the recorded format
}

// Functions returns all calls of all tables, in the order of their files.
func (c Corpus) Functions(t *testing.T) []FunctionCase {
	t.Helper()
	var out []FunctionCase
	for _, file := range c.files(t, "functions", ".json") {
		out = append(out, recordedFunctions(t, file)...)
	}
	for _, line := range c.lines(t, "functions") {
		row := decode[struct {
			ID, Function, Defect string
			Input                json.RawMessage
			Expected             map[string]any
		}](t, line)
		f := FunctionCase{
			ID: row.ID, Function: row.Function, Defect: row.Defect, Input: row.Input, Value: row.Expected["value"], Row: row.Expected,
		}
		f.Failure, f.Failed = row.Expected["error"].(map[string]any)
		out = append(out, f)
	}
	return out
}

func recordedFunctions(t *testing.T, file string) []FunctionCase {
	t.Helper()
	table := decode[struct {
		Function string
		Cases    []struct {
			Name, Defect   string
			Input          json.RawMessage
			Expected       any
			Error          bool
			ReferenceError any `json:"reference_error"`
		}
	}](t, read(t, file))
	var out []FunctionCase
	seen := map[string]int{}
	for _, row := range table.Cases {
		id := table.Function + "/" + row.Name
		if seen[id]++; seen[id] > 1 {
			id = fmt.Sprintf("%s (%d)", id, seen[id])
		}
		f := FunctionCase{
			ID: id, Function: table.Function, Defect: row.Defect, Input: row.Input, Value: row.Expected, Failed: row.Error,
		}
		f.Failure, _ = row.ReferenceError.(map[string]any) // else it is wording
		out = append(out, f)
	}
	return out
}

// caseFile is one case of the recorded format, before its kind is looked at.
type caseFile struct {
	ID, Kind, Provider string
	raw                []byte
}

// cases returns the cases of these kinds.
func (c Corpus) cases(t *testing.T, kinds ...string) []caseFile {
	t.Helper()
	var out []caseFile
	for _, file := range c.files(t, "cases", ".json") {
		raw := read(t, file)
		f := decode[caseFile](t, raw)
		f.raw = raw
		if slices.Contains(kinds, f.Kind) {
			out = append(out, f)
		}
	}
	return out
}
