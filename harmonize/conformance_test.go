package harmonize_test

import (
	"encoding/json"
	"testing"

	"tutti/harmonize"
	"tutti/internal/conformance"
	"tutti/internal/language"
	"tutti/music"
)

func TestConformanceMerges(t *testing.T) {
	t.Parallel()
	conformance.Merges(t)
}

func TestConformanceMergesOfLookups(t *testing.T) {
	t.Parallel()
	conformance.MergesOfLookups(t)
}

func TestConformanceFunctions(t *testing.T) {
	t.Parallel()
	unordered, sorted, distinct := entities(mergeIDs), entities(mergeIDsByPosition), entities(distinctEntities)
	conformance.Functions(t, "harmonize", map[string]conformance.Func{
		"merge_release":  conformance.MergeFunc(mergeRelease),
		"compatibility":  conformance.MergeFunc(compatibility),
		"merge_entities": unordered, "entity.mergeIdsUnordered": unordered,
		"merge_entities_by_position": sorted, "entity.mergeIdsSorted": sorted,
		"deduplicate_entities": distinct, "entity.deduplicate": distinct,
		"release.languageAndScript": languageAndScript(language.New()),
	})
}

// languageAndScript derives both for one release. A guess, and whether it is sure, is not compared.
func languageAndScript(g *language.Guesser) conformance.Func {
	return func(t *testing.T, input []byte) (any, error) {
		t.Helper()
		a, err := conformance.DecodeRelease(input)
		if err != nil {
			t.Fatal(err)
		}
		o := harmonize.Reference()
		o.Guess = g.Guess
		m, err := harmonize.Merge([]harmonize.Outcome{{Provider: "a", Release: a.Release}}, o)
		if err != nil {
			return nil, err
		}
		out, messages := map[string]any{}, []string{}
		for _, told := range m.Messages {
			messages = append(messages, told.Code)
		}
		out["messages"] = messages
		if s := m.Release.Music().Script; s != nil {
			out["script"], out["frequency"] = s.Code, s.Frequency
		}
		if l := m.Release.Music().Language; l != nil && l.Confidence == nil {
			out["language"] = l.Code
		}
		return out, nil
	}
}

func mergeRelease(r *harmonize.Result, err error, inputs []conformance.Input) (any, error) {
	if err != nil {
		return nil, err
	}
	return conformance.EncodeMerge(r, inputs)
}

// compatibility says what did not fit, and who is left.
func compatibility(r *harmonize.Result, err error, inputs []conformance.Input) (any, error) {
	if err != nil {
		return nil, err
	}
	return conformance.EncodeCompatibility(r, inputs), nil
}

// entities makes a Func of one on lists of entities.
func entities(f func(target []music.Entity, sources [][]music.Entity) []music.Entity) conformance.Func {
	return func(t *testing.T, input []byte) (any, error) {
		t.Helper()
		target, sources := entityInput(t, input)
		return conformance.EncodeEntities(f(target, sources))
	}
}

func entityInput(t *testing.T, input []byte) (target []music.Entity, sources [][]music.Entity) {
	t.Helper()
	in := conformance.Arguments[struct {
		Target, Entities json.RawMessage
		Sources          []json.RawMessage
	}](t, input)
	if in.Target == nil {
		in.Target = in.Entities
	}
	for _, raw := range in.Sources {
		sources = append(sources, decodeEntities(t, raw))
	}
	return decodeEntities(t, in.Target), sources
}

func decodeEntities(t *testing.T, raw []byte) []music.Entity {
	t.Helper()
	list, err := conformance.DecodeEntities(raw)
	if err != nil {
		t.Fatal(err)
	}
	return list
}

func mergeIDs(target []music.Entity, sources [][]music.Entity) []music.Entity {
	out := []music.Entity{}
	for _, e := range target {
		e.IDs = harmonize.MergeIDs(e, sources...)
		out = append(out, e)
	}
	return out
}

func mergeIDsByPosition(target []music.Entity, sources [][]music.Entity) []music.Entity {
	out := []music.Entity{}
	for i, ids := range harmonize.MergeIDsByPosition(target, sources...) {
		e := target[i]
		e.IDs = ids
		out = append(out, e)
	}
	return out
}

func distinctEntities(entities []music.Entity, _ [][]music.Entity) []music.Entity {
	return harmonize.DistinctEntities(entities)
}
