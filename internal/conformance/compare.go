package conformance

import (
	"encoding/json"
	"fmt"
	"maps"
	"math"
	"reflect"
	"slices"
	"strconv"
	"strings"
)

// Difference is one place where a result is not what a corpus expects.
type Difference struct {
	Path      string // such as media[0].tracklist[3].isrc
	Got, Want any
}

func (d Difference) String() string {
	return fmt.Sprintf("%s: got %s, want %s", d.Path, short(d.Got), short(d.Want))
}

func short(v any) string {
	raw, err := json.Marshal(v)
	if err != nil {
		return fmt.Sprint(v)
	}
	if len(raw) > 200 {
		return string(raw[:200]) + "…"
	}
	return string(raw)
}

// Compare compares a result with what a corpus expects, by the corpora's rules: absent is null; an empty list is absent
// except for availableIn, excludedFrom and media; types are a set; codes and numbers are compared by value; a script's
// frequency to six digits. Not compared are apiUrl, the wording of notes, and what only the expectation calls informative.
// Both are values as encoding/json reads them.
func Compare(got, want any) []Difference {
	var out []Difference
	compare("", got, want, &out)
	return out
}

func compare(path string, got, want any, out *[]Difference) {
	got, want = normal(path, got), normal(path, want)
	switch w := want.(type) {
	case map[string]any:
		g, ok := got.(map[string]any)
		if !ok {
			break
		}
		compareObjects(path, g, w, out)
		return
	case []any:
		g, ok := got.([]any)
		if !ok || len(g) != len(w) {
			break
		}
		for i := range w {
			compare(fmt.Sprintf("%s[%d]", path, i), g[i], w[i], out)
		}
		return
	}
	if !reflect.DeepEqual(got, want) {
		*out = append(*out, Difference{path, got, want})
	}
}

func compareObjects(path string, got, want map[string]any, out *[]Difference) {
	keys := slices.Collect(maps.Keys(want))
	for k := range got {
		if _, ok := want[k]; !ok {
			keys = append(keys, k)
		}
	}
	slices.Sort(keys)
	for _, k := range keys {
		if k == "apiUrl" || k == "informative" {
			continue
		}
		compare(strings.TrimPrefix(path+"."+k, "."), got[k], want[k], out)
	}
}

// normal gives equal values equal forms. path is where the value stands.
func normal(path string, v any) any {
	key := path[strings.LastIndexByte(path, '.')+1:]
	switch v := v.(type) {
	case []any:
		return normalList(path, key, v)
	case map[string]any:
		if key == "releaseDate" {
			return normalDate(v)
		}
		if len(v) == 0 && path != "" {
			return nil
		}
	case float64:
		if key == "frequency" {
			return math.Round(v*1e6) / 1e6
		}
		if isCode(key) {
			return normalCode(strconv.FormatFloat(v, 'f', -1, 64))
		}
	case string:
		if isCode(key) {
			return normalCode(v)
		}
	}
	return v
}

func normalList(path, key string, v []any) any {
	if len(v) == 0 && key != "availableIn" && key != "excludedFrom" && key != "media" {
		return nil
	}
	if path == "types" || path == "release.types" {
		v = slices.Clone(v)
		slices.SortFunc(v, func(a, b any) int { return strings.Compare(fmt.Sprint(a), fmt.Sprint(b)) })
	}
	return v
}

// isCode tells whether a number may stand for a text.
func isCode(key string) bool {
	switch key {
	case "gtin", "value", "compatibleValue", "compatible_value", "number":
		return true
	}
	return false
}

// normalCode drops the padding of a number.
func normalCode(s string) any {
	if strings.Trim(s, "0123456789") != "" {
		return s
	}
	if n := strings.TrimLeft(s, "0"); n != "" {
		return n
	}
	return s
}

// normalDate replaces the note by whether there is one.
func normalDate(d map[string]any) any {
	d = maps.Clone(d)
	if note, ok := d["note"]; ok {
		delete(d, "note")
		if note != nil && note != "" {
			d["hasNote"] = true
		}
	}
	return d
}

// PartOf names the part of a case that a path of a release belongs to.
func PartOf(path string) string {
	first, _, _ := strings.Cut(path, ".")
	first, _, _ = strings.Cut(first, "[")
	switch {
	case first == "types":
		return "release.types"
	case first == "language" || first == "script":
		return "release.script+language"
	case strings.HasPrefix(path, "info.messages"):
		return "messages"
	}
	return "release"
}
