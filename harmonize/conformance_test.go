package harmonize_test

import (
	"encoding/json"
	"regexp"
	"strings"
	"testing"

	"tutti/harmonize"
	"tutti/internal/conformance"
	"tutti/music"
)

// deviations are the defects of the reference that we decide otherwise, with the places where results then differ.
// docs/differences.md says what we do instead.
var deviations = map[string]*regexp.Regexp{
	"empty values overwrite or block filled ones": regexp.MustCompile(
		`^(title|artists|labels|images|copyright|credits|packaging|status|gtin|availableIn|excludedFrom|types|media|info\.sourceMap)`),
	"the source of a property names a provider whose value is not used":         regexp.MustCompile(`^info\.sourceMap\.`),
	"the source of ISRCs or lengths names a provider whose values are not used": regexp.MustCompile(`^(info\.sourceMap\.(isrc|length)|media)$`),
	"names without letters and digits are all similar":                          regexp.MustCompile(`externalIds`),
	"an unknown date counts as filled":                                          regexp.MustCompile(`^(releaseDate|info\.sourceMap\.releaseDate)`),
	"zero parts of a date are kept":                                             regexp.MustCompile(`^(releaseDate|info\.sourceMap\.releaseDate)`),
	"fractional milliseconds are kept":                                          regexp.MustCompile(`length$`),
	"a primary provider without comparable value makes the merge fail":          regexp.MustCompile(`^(error|remaining|release$)`),
}

// deviates tells whether a difference is what a declared deviation brings about.
func deviates(defect, path string) bool {
	for tag := range strings.SplitSeq(defect, "; ") {
		if rule := deviations[tag]; rule != nil && rule.MatchString(path) {
			return true
		}
	}
	return false
}

// unbuilt are parts of a release that no package makes yet.
func unbuilt(part string) bool { return part == "release.script+language" }

func folders(t *testing.T) []string {
	t.Helper()
	dirs, err := conformance.Folders()
	if err != nil {
		t.Fatal(err)
	}
	if len(dirs) == 0 {
		t.Skip("no corpus: TUTTI_CONFORMANCE_DIR names no folder that exists, and there is none beside the module")
	}
	return dirs
}

// mergeCase is a merge of either corpus.
type mergeCase struct {
	id, defect string
	inputs     []conformance.Input
	options    harmonize.Options
	want       map[string]any // release or error, and remaining where the corpus tells
}

func TestConformanceMerges(t *testing.T) {
	t.Parallel()
	n := 0
	for _, dir := range folders(t) {
		for _, c := range append(recordedMerges(t, dir), syntheticMerges(t, dir)...) {
			n++
			t.Run(c.id, func(t *testing.T) {
				t.Parallel()
				checkMerge(t, c)
			})
		}
	}
	t.Logf("%d merges", n)
}

func checkMerge(t *testing.T, c mergeCase) {
	t.Helper()
	got := runMerge(t, c)
	for _, d := range conformance.Compare(got, c.want) {
		path := strings.TrimPrefix(d.Path, "release.")
		switch {
		case unbuilt(conformance.PartOf(path)):
		case deviates(c.defect, path):
		default:
			t.Errorf("%s (defect: %q)", d, c.defect)
		}
	}
}

func runMerge(t *testing.T, c mergeCase) map[string]any {
	t.Helper()
	got := map[string]any{}
	result, err := harmonize.Merge(conformance.Outcomes(c.inputs), c.options)
	if err != nil {
		e := conformance.EncodeMergeError(err, c.inputs)
		delete(e, "check")
		got["error"] = e
	} else {
		release, err := conformance.EncodeMerge(result, c.inputs)
		if err != nil {
			t.Fatal(err)
		}
		got["release"] = release
	}
	if c.want["remaining"] != nil {
		got["remaining"] = conformance.Remaining(result, c.inputs)
	}
	return got
}

func reference(p harmonize.Preferences, primary string) harmonize.Options {
	o := harmonize.Reference()
	o.Preferences = p
	if primary != "" {
		o.Primary, o.OnConflict = conformance.InternalName(primary), harmonize.PreferPrimary
	}
	return o
}

func TestConformanceFunctionsMerge(t *testing.T) {
	t.Parallel()
	for _, dir := range folders(t) {
		for _, c := range functionCases(t, dir, "merge_release") {
			t.Run(c.Name, func(t *testing.T) {
				t.Parallel()
				m := c.merge(t)
				if c.Error {
					m.want["error"] = map[string]any{"class": "incompatible", "clusters": c.ReferenceError["clusters"]}
				} else {
					var release map[string]any
					decode(t, c.Expected, &release)
					m.want["release"] = worded(release)
				}
				checkMerge(t, m)
			})
		}
	}
}

func TestConformanceFunctionsCompatibility(t *testing.T) {
	t.Parallel()
	for _, dir := range folders(t) {
		for _, c := range functionCases(t, dir, "compatibility") {
			t.Run(c.Name, func(t *testing.T) {
				t.Parallel()
				m := c.merge(t)
				result, err := harmonize.Merge(conformance.Outcomes(m.inputs), m.options)
				got := map[string]any{}
				want := map[string]any{}
				if c.Error {
					want["clusters"] = c.ReferenceError["clusters"]
					got["clusters"] = conformance.EncodeMergeError(err, m.inputs)["clusters"]
				} else {
					got["incompatibleData"] = must(conformance.EncodeMerge(result, m.inputs))["info"].(map[string]any)["incompatibleData"] //nolint:errcheck // made above
					got["remaining"] = conformance.Remaining(result, m.inputs)
					decode(t, c.Expected, &want)
					want["incompatibleData"] = asIncompatibleData(want["incompatibilities"])
					delete(want, "incompatibilities")
				}
				for _, d := range conformance.Compare(got, want) {
					t.Error(d)
				}
			})
		}
	}
}

func asIncompatibleData(v any) any {
	list, _ := v.([]any)
	for _, i := range list {
		if o, ok := i.(map[string]any); ok {
			o["check"], o["compatibleValue"] = string(checkOf(o["reason"])), o["compatible_value"]
			delete(o, "reason")
			delete(o, "compatible_value")
		}
	}
	return list
}

func TestConformanceFunctionsEntities(t *testing.T) {
	t.Parallel()
	for _, dir := range folders(t) {
		for name, f := range entityFunctions() {
			for _, c := range functionCases(t, dir, name) {
				t.Run(name+"/"+c.Name, func(t *testing.T) {
					t.Parallel()
					checkEntities(t, f, c)
				})
			}
		}
	}
}

type entityInput struct {
	Target, Entities json.RawMessage
	Sources          []json.RawMessage
}

func entityFunctions() map[string]func(target []music.Entity, sources [][]music.Entity) []music.Entity {
	unordered := func(target []music.Entity, sources [][]music.Entity) []music.Entity {
		out := []music.Entity{}
		for _, e := range target {
			e.IDs = harmonize.MergeIDs(e, sources...)
			out = append(out, e)
		}
		return out
	}
	sorted := func(target []music.Entity, sources [][]music.Entity) []music.Entity {
		out := []music.Entity{}
		for i, ids := range harmonize.MergeIDsByPosition(target, sources...) {
			e := target[i]
			e.IDs = ids
			out = append(out, e)
		}
		return out
	}
	distinct := func(entities []music.Entity, _ [][]music.Entity) []music.Entity {
		return harmonize.DistinctEntities(entities)
	}
	return map[string]func([]music.Entity, [][]music.Entity) []music.Entity{
		"merge_entities": unordered, "entity.mergeIdsUnordered": unordered,
		"merge_entities_by_position": sorted, "entity.mergeIdsSorted": sorted,
		"deduplicate_entities": distinct, "entity.deduplicate": distinct,
	}
}

func checkEntities(t *testing.T, f func([]music.Entity, [][]music.Entity) []music.Entity, c functionCase) {
	t.Helper()
	var in entityInput
	if len(c.Input) > 0 && c.Input[0] == '[' {
		in.Entities = c.Input
	} else {
		decode(t, c.Input, &in)
	}
	if in.Target == nil {
		in.Target = in.Entities
	}
	var sources [][]music.Entity
	for _, raw := range in.Sources {
		sources = append(sources, must(conformance.DecodeEntities(raw)))
	}
	got := must(conformance.EncodeEntities(f(must(conformance.DecodeEntities(in.Target)), sources)))
	var want any
	decode(t, c.Expected, &want)
	if o, ok := want.(map[string]any); ok {
		want = o["value"]
	}
	for _, d := range conformance.Compare(got, want) {
		if !deviates(c.Defect, d.Path) {
			t.Errorf("%s (defect: %q)", d, c.Defect)
		}
	}
}
