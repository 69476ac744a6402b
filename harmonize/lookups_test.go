package harmonize_test

import (
	"bytes"
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"

	"tutti/internal/conformance"
)

// TestMergesOfLookups merges what the lookups of the corpora say of each provider, where they tell it in full. How the
// answers came about, and what the lookup itself has to say, is not its business.
func TestMergesOfLookups(t *testing.T) {
	t.Parallel()
	n := 0
	for _, dir := range folders(t) {
		files, err := filepath.Glob(filepath.Join(dir, "lookups", "*.jsonl"))
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			for _, line := range lines(t, file) {
				c, ok := lookupMerge(t, line)
				if !ok {
					continue
				}
				n++
				t.Run(c.id, func(t *testing.T) {
					t.Parallel()
					checkMerge(t, c)
				})
			}
		}
	}
	t.Logf("%d lookups", n)
}

func lookupMerge(t *testing.T, line []byte) (mergeCase, bool) {
	t.Helper()
	var c struct {
		ID, Defect string
		Request    struct {
			Preferences     json.RawMessage
			PrimaryProvider string
			ResolveMbids    bool
		}
		Expected struct {
			Release   map[string]any
			Providers map[string]map[string]any
			Order     []string
		}
	}
	decode(t, line, &c)
	if c.Expected.Release == nil || c.Request.ResolveMbids {
		return mergeCase{}, false
	}
	for _, p := range c.Expected.Providers {
		if p["release"] == nil && p["error"] == nil {
			return mergeCase{}, false
		}
	}
	preferences := c.Request.Preferences
	if preferences == nil && !bytes.Contains(line, []byte(`"preferences":null`)) {
		preferences = []byte(`"default"`)
	}
	p := must(conformance.DecodePreferences(preferences))
	out := mergeCase{id: c.ID, defect: c.Defect, options: reference(p, c.Request.PrimaryProvider)}
	for _, in := range providersOf(t, line) {
		if in.Answer != nil {
			in.Answer.Messages = nil
			out.inputs = append(out.inputs, in)
		}
	}
	if info, ok := c.Expected.Release["info"].(map[string]any); ok {
		delete(info, "messages")
	}
	out.want = map[string]any{"release": c.Expected.Release}
	return out, true
}

// providersOf reads the answers in the order of the lookup.
func providersOf(t *testing.T, line []byte) []conformance.Input {
	t.Helper()
	var c struct {
		Expected struct{ Providers json.RawMessage }
	}
	decode(t, line, &c)
	inputs := must(conformance.DecodeInputs(c.Expected.Providers))
	var answers map[string]struct{ Release json.RawMessage }
	decode(t, c.Expected.Providers, &answers)
	for i, in := range inputs {
		inputs[i].Answer = nil
		if raw := answers[in.Display].Release; raw != nil {
			inputs[i].Answer = must(conformance.DecodeRelease(raw))
		}
		inputs[i].Display = strings.TrimSpace(in.Display)
	}
	return inputs
}
