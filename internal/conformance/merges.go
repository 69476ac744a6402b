package conformance

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"strings"
	"testing"

	"tutti/harmonize"
	"tutti/internal/language"
	"tutti/music"
)

// MergeCase is a merge of releases that are given.
type MergeCase struct {
	ID      string
	Defect  string // as [Case.Defect]
	Inputs  []Input
	Options harmonize.Options
	without []string // parts that are not its business
	kind    string
	want    map[string]any // release or error, remaining where the corpus tells, and what is only informative
}

// GivenMerges returns the merges of all corpora, in order.
func GivenMerges(t *testing.T) []MergeCase {
	t.Helper()
	var out []MergeCase
	g := language.New()
	for _, c := range Corpora(t) {
		out = append(out, recordedMerges(t, c)...)
		out = append(out, syntheticMerges(t, c)...)
	}
	for i := range out {
		out[i].Options.Guess = g.Guess
	}
	return out
}

// Merges runs all merges of releases that are given.
func Merges(t *testing.T) {
	t.Helper()
	for _, m := range GivenMerges(t) {
		t.Run(m.ID, func(t *testing.T) {
			t.Parallel()
			m.run(t)
		})
	}
}

func (m MergeCase) run(t *testing.T) {
	t.Helper()
	out := Case{T: t, Kind: m.kind, Provider: "several", ID: m.ID, Defect: m.Defect}
	result, err := harmonize.Merge(Outcomes(m.Inputs), m.Options)
	if m.want["remaining"] != nil {
		got := map[string]any{"remaining": Remaining(result, m.Inputs)}
		out.Compare("remaining", got, map[string]any{"remaining": m.want["remaining"]})
	}
	want, ok := m.want["release"].(map[string]any)
	switch {
	case !ok:
		out.Compare("error", map[string]any{"error": encodedMergeError(err, m.Inputs)}, map[string]any{"error": m.want["error"]})
	case err != nil:
		out.Settle(partRelease, []Difference{{"error", err.Error(), nil}})
	default:
		got, err := EncodeMerge(result, m.Inputs)
		if err != nil {
			t.Fatal(err)
		}
		informative, _ := m.want["informative"].(map[string]any) // else there is nothing
		out.compareParts(got, want, informative, m.without...)
	}
}

func encodedMergeError(err error, inputs []Input) any {
	if err == nil {
		return nil
	}
	e := EncodeMergeError(err, inputs)
	delete(e, "check")
	return e
}

func syntheticMerges(t *testing.T, c Corpus) []MergeCase {
	t.Helper()
	var out []MergeCase
	for _, line := range c.lines(t, "merges") {
		m := decode[struct {
			ID, Defect string
			Input      struct {
				Releases, Preferences json.RawMessage
				PrimaryProvider       string
				PostProcess           bool
			}
			Expected map[string]any
		}](t, line)
		o := referenceOptions(preferences(t, m.Input.Preferences), m.Input.PrimaryProvider)
		o.Raw = !m.Input.PostProcess
		if e, ok := m.Expected["error"].(map[string]any); ok {
			delete(e, "kind")
			delete(e, "reason")
		}
		out = append(out, MergeCase{
			ID: m.ID, kind: "merge", Defect: m.Defect, Inputs: inputs(t, m.Input.Releases), Options: o, want: m.Expected,
		})
	}
	return out
}

func preferences(t *testing.T, raw []byte) harmonize.Preferences {
	t.Helper()
	p, err := DecodePreferences(raw)
	if err != nil {
		t.Fatalf("corpus: %v", err)
	}
	return p
}

func inputs(t *testing.T, raw []byte) []Input {
	t.Helper()
	in, err := DecodeInputs(raw)
	if err != nil {
		t.Fatalf("corpus: %v", err)
	}
	return in
}

// recordedMerge is a merge of a recorded corpus.
type recordedMerge struct {
	ID     string
	GTIN   *Code
	Inputs []struct {
		Provider, Case string
		Error          *struct{ Class, Message string }
	}
	Options struct {
		Prefer          json.RawMessage
		PrimaryProvider string `json:"primary_provider"`
	}
	Recordings    []string
	Expected      map[string]any
	ExpectedError map[string]any `json:"expected_error"`
}

func recordedMerges(t *testing.T, c Corpus) []MergeCase {
	t.Helper()
	var out []MergeCase
	for _, file := range c.cases(t, "merge") {
		out = append(out, decode[recordedMerge](t, file.raw).given(t, c))
	}
	return out
}

// given is the merge of what the cases of its inputs expect.
func (r recordedMerge) given(t *testing.T, c Corpus) MergeCase {
	t.Helper()
	out := MergeCase{
		ID: r.ID, kind: "merge", Options: r.options(t), want: r.want(),
	}
	for _, in := range r.Inputs {
		input := Input{Display: in.Provider}
		if in.Error != nil {
			input.Err = errors.New(in.Error.Message)
		} else {
			other := decode[struct{ Expected json.RawMessage }](t, read(t, c.file("cases", in.Case+".json")))
			answer, err := DecodeRelease(other.Expected)
			if err != nil {
				t.Fatalf("corpus: %v", err)
			}
			input.Answer = answer
		}
		out.Inputs = append(out.Inputs, input)
	}
	return out
}

// options are those of a merge alone: what comes after it, in a lookup, is not part of these cases.
func (r recordedMerge) options(t *testing.T) harmonize.Options {
	t.Helper()
	o := referenceOptions(preferences(t, r.Options.Prefer), r.Options.PrimaryProvider)
	o.Raw = true
	return o
}

func (r recordedMerge) want() map[string]any {
	if r.ExpectedError != nil {
		return map[string]any{"error": r.ExpectedError}
	}
	return map[string]any{"release": unworded(r.Expected)}
}

// unworded brings what the recorded format writes in the words of the reference into the form of the other one.
func unworded(release map[string]any) map[string]any {
	info, ok := release["info"].(map[string]any)
	if !ok {
		return release
	}
	list, _ := info["incompatibleData"].([]any) // else there is none
	for _, i := range list {
		o, ok := i.(map[string]any)
		if !ok || o["reason"] == nil {
			continue
		}
		o["check"] = string(checkOf(o["reason"]))
		delete(o, "reason")
		clusters, _ := o["clusters"].([]any) // else there are none
		for _, c := range clusters {
			if cluster, ok := c.(map[string]any); ok {
				cluster["value"] = cluster["incompatibleValue"]
				delete(cluster, "incompatibleValue")
				cluster["providers"] = displaysOf(cluster["providers"])
			}
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

func displaysOf(infos any) any {
	out := []any{}
	list, _ := infos.([]any) // else there are none
	for _, i := range list {
		if o, ok := i.(map[string]any); ok {
			out = append(out, o["name"])
		}
	}
	return out
}

// MergesOfLookups merges what the lookups of the synthetic corpora say of each provider, where they tell it in full and whether or
// not we have that provider. How the answers came about, and what the lookup itself has to say, is not its business.
func MergesOfLookups(t *testing.T) {
	t.Helper()
	g := language.New()
	for _, c := range Corpora(t) {
		for _, line := range c.lines(t, "lookups") {
			l := decode[lookupCase](t, line)
			if l.Expected.Release == nil || l.Request.ResolveMBIDs || !l.isToldInFull() {
				continue
			}
			t.Run(l.ID, func(t *testing.T) {
				t.Parallel()
				m := l.given(t, line)
				m.Options.Guess = g.Guess
				m.run(t)
			})
		}
	}
}

func (l *lookupCase) isToldInFull() bool {
	for _, p := range l.Expected.Providers {
		if p["release"] == nil && p["error"] == nil {
			return false
		}
	}
	return true
}

// given is the merge of what the providers are expected to say, without messages.
func (l *lookupCase) given(t *testing.T, line []byte) MergeCase {
	t.Helper()
	q, err := l.question(line)
	if err != nil {
		t.Fatalf("corpus: %v", err)
	}
	raw := decode[struct {
		Expected struct{ Providers json.RawMessage }
	}](t, line).Expected.Providers
	names, err := orderedKeys(raw)
	if err != nil {
		t.Fatalf("corpus: %v", err)
	}
	answers := decode[map[string]struct{ Release json.RawMessage }](t, raw)
	out := MergeCase{ID: l.ID, kind: "lookup_merge", Defect: l.Defect, Options: q.Merge, without: []string{partMessages}}
	for _, name := range names {
		if answers[name].Release == nil {
			continue
		}
		a, err := DecodeRelease(answers[name].Release)
		if err != nil {
			t.Fatalf("corpus: %v", err)
		}
		a.Messages = nil
		out.Inputs = append(out.Inputs, Input{Display: name, Answer: a})
	}
	release := maps.Clone(l.Expected.Release)
	if info, ok := release["info"].(map[string]any); ok {
		info = maps.Clone(info)
		delete(info, "messages")
		release["info"] = info
	}
	out.want = map[string]any{"release": release, "informative": l.Expected.Informative}
	return out
}

// MergeFunc is what we have in place of the functions of the recorded format that merge whole releases.
func MergeFunc(of func(*harmonize.Result, error, []Input) (any, error)) Func {
	return func(t *testing.T, input []byte) (any, error) {
		t.Helper()
		in := decode[struct {
			Releases, Prefer json.RawMessage
			PrimaryProvider  string `json:"primary_provider"`
		}](t, input)
		o := referenceOptions(preferences(t, in.Prefer), in.PrimaryProvider)
		o.Raw = true
		releases := inputs(t, in.Releases)
		result, err := harmonize.Merge(Outcomes(releases), o)
		return of(result, err, releases)
	}
}

// EncodeCompatibility writes what a merge found to be incompatible, and who is left.
func EncodeCompatibility(r *harmonize.Result, inputs []Input) map[string]any {
	return map[string]any{
		"incompatibilities": encodeIncompatible(r.Incompatible, displayNames(inputs)), "remaining": Remaining(r, inputs),
	}
}

// ownForm brings the results of these functions, which are in the words of the reference, into our form.
func ownForm(function string, value any) any {
	o, ok := value.(map[string]any)
	switch {
	case ok && function == "merge_release":
		return withMessages(unworded(o))
	case ok && function == "release_date_quality":
		return map[string]any{"releaseDate": o}
	case ok && function == "compatibility":
		list, _ := o["incompatibilities"].([]any) // else there are none
		for _, i := range list {
			if in, ok := i.(map[string]any); ok && in["reason"] != nil {
				in["check"], in["compatibleValue"] = string(checkOf(in["reason"])), in["compatible_value"]
				delete(in, "reason")
				delete(in, "compatible_value")
			}
		}
	}
	return value
}

// clusterDifferences compares the clusters of a merge that was refused.
func clusterDifferences(err error, want any) []Difference {
	e, ok := errors.AsType[*harmonize.IncompatibleError](err)
	if !ok {
		return []Difference{{"error", err.Error(), want}}
	}
	got := encodeClusters(e.Clusters, func(p music.ProviderName) string { return string(p) })
	list, _ := want.([]any) // else there are none
	for _, c := range list {
		if cluster, ok := c.(map[string]any); ok {
			names, _ := cluster["providers"].([]any) // else there are none
			cluster["providers"] = convert(names, func(n any) any { return string(InternalName(fmt.Sprint(n))) })
		}
	}
	return Compare(map[string]any{"clusters": got}, map[string]any{"clusters": want})
}
