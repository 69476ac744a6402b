package conformance

import (
	"slices"

	"tutti/lookup"
	"tutti/music"
	"tutti/permalink"
	"tutti/providers"
)

// answers is the result of a lookup in the form of the corpora.
type answers struct {
	result    *lookup.Result
	registry  *providers.Registry
	templates []music.ProviderName
}

func (a *answers) info(p music.ProviderName) providers.Info {
	f, _ := a.registry.Lookup(string(p)) // else the zero Info has no name
	return f.Info
}

func (a *answers) display(p music.ProviderName) string {
	if name := a.info(p).Display; name != "" {
		return name
	}
	return string(p)
}

// order is that of the lookup: who was asked, failures included.
func (a *answers) order() []any {
	return convert(a.result.Reports(), func(r *lookup.Report) any { return a.display(r.Provider) })
}

// failure is why there is no release, or nil.
func (a *answers) failure() any {
	if a.result.Err() == nil {
		return nil
	}
	return encodeLookupError(a.result.Err(), a.display)
}

// ownMessages are those beside an error: what the error itself says is not told twice.
func (a *answers) ownMessages() []any {
	if _, ok := a.result.Err().(*lookup.QuestionError); ok { //nolint:errorlint // it is never wrapped
		return []any{}
	}
	var own []music.Message
	for _, m := range a.result.Messages(music.Info) {
		if m.Code != lookup.CodeIncompatible {
			own = append(own, m)
		}
	}
	return a.messages(own)
}

// messages writes messages; a provider's failure with its error.
func (a *answers) messages(list []music.Message) []any {
	out := EncodeMessages(list, a.display)
	for i, m := range list {
		o, ok := out[i].(map[string]any)
		if !ok {
			continue
		}
		if r := a.result.Report(m.Provider); m.Code == "provider-failed" && r != nil && r.Err != nil {
			o["error"] = encodeError(r.Err)
		}
		if m.Code != "" {
			delete(o, "text")
		}
	}
	return out
}

// release is the merged one. Without one, the error says why.
func (a *answers) release() (map[string]any, error) {
	if err := a.result.Err(); err != nil {
		return nil, err
	}
	merged := a.result.Merged()
	out, err := EncodeMerge(merged, a.inputs())
	if err != nil {
		return nil, err
	}
	if info, ok := out["info"].(map[string]any); ok {
		info["messages"] = a.messages(a.result.Messages(music.Info))
	}
	return out, nil
}

// inputs are what the providers contributed.
func (a *answers) inputs() []Input {
	return convert(a.result.Reports(), func(r *lookup.Report) Input {
		in := Input{Display: a.display(r.Provider), Err: r.Err}
		if r.Answer != nil {
			in.Answer = &Answer{Release: r.Answer.Release, Providers: []map[string]any{a.record(r)}}
		}
		return in
	})
}

// record says how a provider's release was found.
func (a *answers) record(r *lookup.Report) map[string]any {
	return encodeRecord(a.info(r.Provider), r.Answer, slices.Contains(a.templates, r.Provider))
}

// encodeRecord writes info.providers[] of an answer.
func encodeRecord(info providers.Info, a *providers.Answer, template bool) map[string]any { //nolint:revive // a fact about the answer
	found := map[string]any{"method": "id", "value": a.Value}
	if a.Method == providers.ByGTIN {
		found["method"] = "gtin"
	}
	if a.Region != "" {
		found["region"] = string(a.Region)
	}
	out := map[string]any{
		"name": info.Display, "internalName": string(info.Name), "id": info.SerializeID(a.ID), "url": info.URL(a.ID), "lookup": found,
	}
	if template {
		out["isTemplate"] = true
	}
	return out
}

// permalink is the lookup as it can be repeated now: by those who delivered what is in the release. Without one, there is none.
func (a *answers) permalink() any {
	if a.result.Err() != nil {
		return nil
	}
	var found []permalink.Found
	for _, name := range a.result.Merged().Order {
		r, info := a.result.Report(name), a.info(name)
		f := permalink.Found{
			Provider: r.Provider, ID: info.SerializeID(r.Answer.ID), URL: info.URL(r.Answer.ID), Region: r.Region,
			Template: slices.Contains(a.templates, r.Provider), Newest: r.Newest,
		}
		if r.By == providers.ByGTIN {
			f.GTIN = music.GTIN(r.Value)
		}
		found = append(found, f)
	}
	return permalink.StateOf(found).WithoutTime().Query()
}

// of is what one provider says before the merge, or its error.
func (a *answers) of(p music.ProviderName) (map[string]any, error) {
	r := a.result.Report(p)
	switch {
	case r == nil:
		return nil, &providers.Error{Provider: p, Kind: providers.ErrUnsupported}
	case r.Answer == nil:
		return nil, r.Err
	}
	return encodeAnswer(a.info(p), r.Answer, slices.Contains(a.templates, p))
}

// encodeAnswer writes the answer of a provider.
func encodeAnswer(info providers.Info, a *providers.Answer, template bool) (map[string]any, error) {
	out, err := EncodeRelease(a.Release)
	if err != nil {
		return nil, err
	}
	display := func(music.ProviderName) string { return info.Display }
	out["info"] = map[string]any{
		"providers": []any{encodeRecord(info, a, template)},
		"messages":  expectedMessages(EncodeMessages(a.Warnings, display)),
	}
	return out, nil
}
