package harmonize_test

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tutti/harmonize"
	"tutti/internal/conformance"
)

func syntheticMerges(t *testing.T, dir string) []mergeCase {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "merges", "*.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	var out []mergeCase
	for _, file := range files {
		for _, line := range lines(t, file) {
			var c struct {
				ID, Defect string
				Input      struct {
					Releases, Preferences json.RawMessage
					PrimaryProvider       string
					PostProcess           bool
				}
				Expected map[string]any
			}
			decode(t, line, &c)
			inputs, err := conformance.DecodeInputs(c.Input.Releases)
			if err != nil {
				t.Fatalf("%s: %v", c.ID, err)
			}
			p, err := conformance.DecodePreferences(c.Input.Preferences)
			if err != nil {
				t.Fatalf("%s: %v", c.ID, err)
			}
			o := reference(p, c.Input.PrimaryProvider)
			o.Raw = !c.Input.PostProcess
			out = append(out, mergeCase{c.ID, c.Defect, inputs, o, wanted(c.Expected)})
		}
	}
	return out
}

// wanted leaves out what is wording, and what script detection has to say.
func wanted(expected map[string]any) map[string]any {
	delete(expected, "informative")
	if e, ok := expected["error"].(map[string]any); ok {
		delete(e, "kind")
		delete(e, "reason")
	}
	release, ok := expected["release"].(map[string]any)
	if !ok {
		return expected
	}
	if info, ok := release["info"].(map[string]any); ok {
		info["messages"] = withoutKind(info["messages"], "unsupported-script")
	}
	return expected
}

func withoutKind(messages any, kind string) any {
	out := []any{}
	list, _ := messages.([]any)
	for _, m := range list {
		if o, ok := m.(map[string]any); ok && o["kind"] == kind {
			continue
		}
		out = append(out, m)
	}
	return out
}

func recordedMerges(t *testing.T, dir string) []mergeCase {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "cases", "*.json"))
	if err != nil {
		t.Fatal(err)
	}
	var out []mergeCase
	for _, file := range files {
		var kind struct{ Kind string }
		decode(t, read(t, file), &kind)
		if kind.Kind != "merge" {
			continue
		}
		var c recordedCase
		decode(t, read(t, file), &c)
		out = append(out, c.merge(t, dir))
	}
	return out
}

type recordedCase struct {
	ID     string
	Inputs []struct {
		Provider, Case string
		Error          *struct{ Message string }
	}
	Options struct {
		Prefer          json.RawMessage
		PrimaryProvider string `json:"primary_provider"`
	}
	Expected      json.RawMessage
	ExpectedError map[string]any `json:"expected_error"`
}

func (c recordedCase) merge(t *testing.T, dir string) mergeCase {
	t.Helper()
	p, err := conformance.DecodePreferences(c.Options.Prefer)
	if err != nil {
		t.Fatalf("%s: %v", c.ID, err)
	}
	out := mergeCase{id: c.ID, options: reference(p, c.Options.PrimaryProvider), want: map[string]any{}}
	for _, in := range c.Inputs {
		input := conformance.Input{Display: in.Provider}
		if in.Error != nil {
			input.Err = errors.New(in.Error.Message)
		} else {
			var other struct{ Expected json.RawMessage }
			decode(t, read(t, filepath.Join(dir, "cases", in.Case+".json")), &other)
			if input.Answer, err = conformance.DecodeRelease(other.Expected); err != nil {
				t.Fatalf("%s: %v", c.ID, err)
			}
		}
		out.inputs = append(out.inputs, input)
	}
	if c.ExpectedError != nil {
		out.want["error"] = c.ExpectedError
		return out
	}
	var release map[string]any
	decode(t, c.Expected, &release)
	out.want["release"] = worded(release)
	return out
}

// worded brings what the recorded corpus writes in the words of the reference into the form of the other one.
func worded(release map[string]any) map[string]any {
	info, ok := release["info"].(map[string]any)
	if !ok {
		return release
	}
	list, _ := info["incompatibleData"].([]any)
	for _, i := range list {
		o, ok := i.(map[string]any)
		if !ok {
			continue
		}
		o["check"] = string(checkOf(o["reason"]))
		delete(o, "reason")
		clusters, _ := o["clusters"].([]any)
		for _, c := range clusters {
			cluster, ok := c.(map[string]any)
			if !ok {
				continue
			}
			cluster["value"] = cluster["incompatibleValue"]
			delete(cluster, "incompatibleValue")
			cluster["providers"] = displayNames(cluster["providers"])
		}
	}
	return release
}

func checkOf(reason any) harmonize.Check {
	if s, ok := reason.(string); ok && strings.Contains(s, "GTIN") {
		return harmonize.CheckGTIN
	}
	return harmonize.CheckTrackLists
}

func displayNames(infos any) any {
	out := []any{}
	list, _ := infos.([]any)
	for _, i := range list {
		if o, ok := i.(map[string]any); ok {
			out = append(out, o["name"])
		}
	}
	return out
}

type functionCase struct {
	Name, ID, Function, Defect string
	Input, Expected            json.RawMessage
	Error                      bool
	ReferenceError             map[string]any
}

func (c functionCase) merge(t *testing.T) mergeCase {
	t.Helper()
	var in struct {
		Releases, Prefer json.RawMessage
		PrimaryProvider  string `json:"primary_provider"`
	}
	decode(t, c.Input, &in)
	p := must(conformance.DecodePreferences(in.Prefer))
	o := reference(p, in.PrimaryProvider)
	o.Raw = true
	return mergeCase{id: c.Name, inputs: must(conformance.DecodeInputs(in.Releases)), options: o, want: map[string]any{}}
}

// functionCases reads a table of the recorded corpus, or the rows of a function of the synthetic one.
func functionCases(t *testing.T, dir, function string) []functionCase {
	t.Helper()
	var out []functionCase
	if raw, err := os.ReadFile(filepath.Join(dir, "functions", function+".json")); err == nil {
		var table struct{ Cases []json.RawMessage }
		decode(t, raw, &table)
		for _, row := range table.Cases {
			var c functionCase
			decode(t, row, &c)
			var e struct {
				ReferenceError json.RawMessage `json:"reference_error"`
			}
			decode(t, row, &e)
			if len(e.ReferenceError) > 0 && e.ReferenceError[0] == '{' {
				decode(t, e.ReferenceError, &c.ReferenceError)
			}
			out = append(out, c)
		}
	}
	group, _, ok := strings.Cut(function, ".")
	file := filepath.Join(dir, "functions", group+".jsonl")
	if _, err := os.Stat(file); !ok || err != nil {
		return out
	}
	for _, line := range lines(t, file) {
		var c functionCase
		decode(t, line, &c)
		if c.Function == function {
			c.Name = c.ID
			out = append(out, c)
		}
	}
	return out
}

func lines(t *testing.T, file string) [][]byte {
	t.Helper()
	var out [][]byte
	s := bufio.NewScanner(bytes.NewReader(read(t, file)))
	s.Buffer(nil, 16<<20)
	for s.Scan() {
		out = append(out, bytes.Clone(s.Bytes()))
	}
	if err := s.Err(); err != nil {
		t.Fatal(err)
	}
	return out
}

func read(t *testing.T, file string) []byte {
	t.Helper()
	raw, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

func decode(t *testing.T, raw []byte, v any) {
	t.Helper()
	if err := json.Unmarshal(raw, v); err != nil {
		t.Fatalf("corpus: %v in %.80s", err, raw)
	}
}

// must is for what only a broken corpus can fail.
func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}
