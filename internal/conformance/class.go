package conformance

import (
	"errors"
	"slices"

	"tutti/harmonize"
	"tutti/lookup"
	"tutti/music"
	"tutti/providers"
)

// ClassOf names the class of a provider's error as the corpora do.
func ClassOf(err error) string {
	e, ok := errors.AsType[*providers.Error](err)
	if !ok {
		return "unexpected"
	}
	if errors.Is(err, providers.ErrInvalid) && e.Status == 0 {
		return "invalid_input" // refused before any request
	}
	for _, c := range classes {
		if errors.Is(err, c.kind) {
			return c.name
		}
	}
	return "unexpected"
}

// encodeError writes the error of a provider.
func encodeError(err error) map[string]any { return map[string]any{"class": ClassOf(err)} }

// encodeLookupError writes why a lookup has no release.
func encodeLookupError(err error, display func(music.ProviderName) string) map[string]any {
	if e, ok := errors.AsType[*lookup.QuestionError](err); ok {
		out := map[string]any{"class": "invalid_input"}
		wrong := slices.DeleteFunc(slices.Clone(e.Messages), func(m music.Message) bool { return m.Severity < music.Error })
		if len(wrong) > 1 {
			out["errors"] = convert(wrong, func(music.Message) any { return map[string]any{"class": "invalid_input"} })
		}
		return out
	}
	if e, ok := errors.AsType[*harmonize.IncompatibleError](err); ok {
		return map[string]any{"class": "incompatible", "clusters": encodeClusters(e.Clusters, display)}
	}
	if e, ok := errors.AsType[*harmonize.NoResultError](err); ok {
		return map[string]any{"class": "no_result", "errors": convert(e.Errs, func(err error) any { return encodeError(err) })}
	}
	return encodeError(err)
}

// expectedError leaves of an error what is compared: its class, the clusters and the classes of the errors it is made of.
func expectedError(e map[string]any) map[string]any {
	out := map[string]any{"class": e["class"], "clusters": e["clusters"]}
	list, _ := e["errors"].([]any) // else there is none
	var classes []any
	for _, x := range list {
		if o, ok := x.(map[string]any); ok {
			classes = append(classes, map[string]any{"class": o["class"]})
		}
	}
	out["errors"] = classes
	return out
}
