package conformance

import (
	"maps"
	"slices"
	"strconv"
)

// The parts of a merged release.
const (
	partRelease  = "release"
	partTypes    = "release.types"
	partScript   = "release.script+language"
	partMessages = "messages"
)

func releaseParts() []string { return []string{partRelease, partTypes, partScript, partMessages} }

// compareParts compares a merged release part by part, without some of them. A language that is only informative is not compared:
// the reference guessed it.
func (c Case) compareParts(got, want, informative map[string]any, without ...string) {
	c.T.Helper()
	if informative["language"] != nil && want["language"] == nil {
		got = maps.Clone(got)
		delete(got, "language")
	}
	diffs := map[string][]Difference{partRelease: nil, partTypes: nil, partScript: nil, partMessages: nil}
	for _, d := range Compare(withMessages(got), withMessages(want)) {
		part := PartOf(d.Path)
		diffs[part] = append(diffs[part], d)
	}
	for _, part := range slices.Sorted(maps.Keys(diffs)) {
		if !slices.Contains(without, part) {
			c.Settle(part, diffs[part])
		}
	}
}

// withMessages returns a release with its messages as they are compared.
func withMessages(release map[string]any) map[string]any {
	info, ok := release["info"].(map[string]any)
	if !ok {
		return release
	}
	release, info = maps.Clone(release), maps.Clone(info)
	list, _ := info["messages"].([]any) // else there are none
	info["messages"] = expectedMessages(list)
	release["info"] = info
	return release
}

// expectedMessages leaves of messages what is compared: type, kind, provider and facts, or the text where there is no kind. An
// error is compared by its class. Debug messages are left out.
func expectedMessages(list []any) []any {
	out := []any{}
	for _, m := range list {
		o, ok := m.(map[string]any)
		if !ok || o["type"] == "debug" {
			continue
		}
		o = maps.Clone(o)
		if kind, ok := o["kind"].(string); ok && kind != "" {
			delete(o, "text")
		}
		out = append(out, factsOf(o))
	}
	return out
}

// factsOf leaves of a message what the corpora know of its kind, in one form.
func factsOf(m map[string]any) map[string]any {
	kind, _ := m["kind"].(string) // else there is none
	known, ok := messageFacts[kind]
	out := map[string]any{}
	for name, fact := range m {
		if ok && !slices.Contains(known, name) && !slices.Contains([]string{"type", "kind", "provider"}, name) {
			continue
		}
		out[name] = plainFact(fact)
	}
	if e, ok := m["error"].(map[string]any); ok {
		out["error"] = map[string]any{"class": e["class"]}
	}
	return out
}

// expectedOfProvider is what one provider says, as it is compared.
func expectedOfProvider(release any) any {
	o, ok := release.(map[string]any)
	if !ok {
		return release
	}
	return withMessages(o)
}

// plainFact gives a fact one form: a list of one is its element, a number is a text.
func plainFact(v any) any {
	switch v := v.(type) {
	case []any:
		if len(v) == 1 {
			return plainFact(v[0])
		}
		return convert(v, plainFact)
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	default:
		return v
	}
}
