package conformance

import (
	"encoding/json"
	"fmt"
	"strings"

	"tutti/music"
)

// Answer is a release in the form of the corpora: the release itself, and what was said about it.
type Answer struct {
	Release   *music.Release
	Providers []map[string]any // info.providers as written
	Messages  []music.Message
}

// Template tells whether the answer served as a fallback only.
func (a *Answer) Template() bool {
	for _, p := range a.Providers {
		if yes, ok := p["isTemplate"].(bool); ok && yes {
			return true
		}
	}
	return false
}

// DecodeRelease reads a release of a corpus, be it the answer of one provider or a merged one.
func DecodeRelease(raw []byte) (*Answer, error) {
	var w wireRelease
	if err := json.Unmarshal(raw, &w); err != nil {
		return nil, fmt.Errorf("release of a corpus: %w", err)
	}
	a := &Answer{Release: w.music(), Providers: w.Info.Providers}
	for _, m := range w.Info.Messages {
		a.Messages = append(a.Messages, decodeMessage(m))
	}
	return a, nil
}

// EncodeRelease writes a release as the JSON value that DecodeRelease reads, without info. Unknown values are null.
func EncodeRelease(r *music.Release) (map[string]any, error) {
	out, err := plainJSON(newWireRelease(r))
	if err != nil {
		return nil, err
	}
	delete(out, "info")
	return out, nil
}

// EncodeEntities writes entities as the function tables have them.
func EncodeEntities(entities []music.Entity) (any, error) {
	out, err := plainJSON(map[string]any{"list": convert(entities, newWireEntity)})
	if err != nil {
		return nil, err
	}
	return out["list"], nil
}

// DecodeEntities reads entities of the function tables.
func DecodeEntities(raw []byte) ([]music.Entity, error) {
	var list []wireEntity
	if err := json.Unmarshal(raw, &list); err != nil {
		return nil, fmt.Errorf("entities of a corpus: %w", err)
	}
	return convert(list, wireEntity.music), nil
}

// EncodeMessages writes messages as info.messages, with the display name that is given for each provider.
func EncodeMessages(messages []music.Message, display func(music.ProviderName) string) []any {
	out := []any{}
	for _, m := range messages {
		w := map[string]any{"type": severityName(m.Severity), "text": m.Text}
		if m.Code != "" {
			w["kind"] = m.Code
		}
		if m.Provider != "" {
			w["provider"] = display(m.Provider)
		}
		for _, f := range m.Facts {
			w[f.Name] = factValue(f.Values)
		}
		out = append(out, w)
	}
	return out
}

func factValue(values []string) any {
	if len(values) == 1 {
		return values[0]
	}
	out := make([]any, len(values))
	for i, v := range values {
		out[i] = v
	}
	return out
}

// InternalName is the name of a provider in our vocabulary, made of its display name.
func InternalName(display string) music.ProviderName {
	return music.ProviderName(strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, strings.ToLower(display)))
}

func decodeMessage(m map[string]any) music.Message {
	text := func(key string) string {
		s, _ := m[key].(string)
		return s
	}
	out := music.Message{Code: text("kind"), Text: text("text"), Provider: InternalName(text("provider"))}
	switch text("type") {
	case "error":
		out.Severity = music.Error
	case "warning":
		out.Severity = music.Warning
	case "info":
		out.Severity = music.Info
	default:
		out.Severity = music.Debug
	}
	return out
}

func severityName(s music.Severity) string {
	switch s {
	case music.Error:
		return "error"
	case music.Warning:
		return "warning"
	case music.Info:
		return "info"
	case music.Debug:
	}
	return "debug"
}

// plainJSON turns a value into what encoding/json reads from its text.
func plainJSON(v any) (map[string]any, error) {
	raw, err := json.Marshal(v)
	if err != nil {
		return nil, fmt.Errorf("encoding a release: %w", err)
	}
	var out map[string]any
	if err := json.Unmarshal(raw, &out); err != nil {
		return nil, fmt.Errorf("encoding a release: %w", err)
	}
	return out, nil
}

// convert keeps the difference between nil and empty.
func convert[A, B any](list []A, f func(A) B) []B {
	if list == nil {
		return nil
	}
	out := make([]B, len(list))
	for i, v := range list {
		out[i] = f(v)
	}
	return out
}
