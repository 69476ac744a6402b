package conformance

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"

	"tutti/harmonize"
	"tutti/music"
)

// Input is what one provider contributes to a merge of a corpus.
type Input struct {
	Display string // name of the provider as the corpus shows it
	Answer  *Answer
	Err     error // instead of an answer
}

// DecodeInputs reads an object of releases or errors by display name, in the order of the object.
func DecodeInputs(raw []byte) ([]Input, error) {
	d := json.NewDecoder(bytes.NewReader(raw))
	if _, err := d.Token(); err != nil {
		return nil, fmt.Errorf("releases of a merge: %w", err)
	}
	var out []Input
	for d.More() {
		key, err := d.Token()
		if err != nil {
			return nil, fmt.Errorf("releases of a merge: %w", err)
		}
		var value json.RawMessage
		if err := d.Decode(&value); err != nil {
			return nil, fmt.Errorf("releases of a merge: %w", err)
		}
		in, err := decodeInput(fmt.Sprint(key), value)
		if err != nil {
			return nil, err
		}
		out = append(out, in)
	}
	return out, nil
}

func decodeInput(display string, raw []byte) (Input, error) {
	var failed struct{ Error *string }
	if err := json.Unmarshal(raw, &failed); err == nil && failed.Error != nil {
		return Input{Display: display, Err: errors.New(*failed.Error)}, nil
	}
	a, err := DecodeRelease(raw)
	return Input{Display: display, Answer: a}, err
}

// Outcomes turns inputs into what harmonize merges.
func Outcomes(inputs []Input) []harmonize.Outcome {
	return convert(inputs, func(in Input) harmonize.Outcome {
		o := harmonize.Outcome{Provider: InternalName(in.Display), Err: in.Err}
		if in.Answer != nil {
			o.Release, o.Messages = in.Answer.Release, in.Answer.Messages
			o.Covers, o.Template = music.AllProperties, in.Answer.Template()
		}
		return o
	})
}

// EncodeMerge writes a merged release with its info as the corpora have it.
func EncodeMerge(result *harmonize.Result, inputs []Input) (map[string]any, error) {
	out, err := EncodeRelease(result.Release.Music())
	if err != nil {
		return nil, err
	}
	display := displayNames(inputs)
	infos := []any{}
	for _, p := range result.Order {
		for _, in := range inputs {
			if InternalName(in.Display) == p {
				infos = append(infos, convert(in.Answer.Providers, func(m map[string]any) any { return m })...)
			}
		}
	}
	origins := map[string]any{}
	for _, s := range sources {
		if p, ok := result.Release.Source(s.property); ok {
			origins[s.key] = display(p)
		}
	}
	out["info"] = map[string]any{
		"providers":        infos,
		"messages":         EncodeMessages(withoutCodes(result.Messages), display),
		"sourceMap":        origins,
		"incompatibleData": encodeIncompatible(result.Incompatible, display),
	}
	return out, nil
}

// withoutCodes leaves messages of providers with a text alone: merges of a corpus keep texts as they were given.
func withoutCodes(messages []music.Message) []music.Message {
	return convert(messages, func(m music.Message) music.Message {
		if m.Text != "" && m.Provider != "" {
			m.Code = ""
		}
		return m
	})
}

// Remaining are the display names of the providers that were not dropped as incompatible, in the order of the inputs.
func Remaining(result *harmonize.Result, inputs []Input) []any {
	dropped := make(map[music.ProviderName]bool)
	for _, i := range result.Incompatible {
		for _, c := range i.Clusters {
			for _, p := range c.Providers {
				dropped[p] = true
			}
		}
	}
	out := []any{}
	for _, in := range inputs {
		if !dropped[InternalName(in.Display)] {
			out = append(out, in.Display)
		}
	}
	return out
}

func displayNames(inputs []Input) func(music.ProviderName) string {
	return func(p music.ProviderName) string {
		for _, in := range inputs {
			if InternalName(in.Display) == p {
				return in.Display
			}
		}
		return string(p)
	}
}

func encodeIncompatible(list []harmonize.Incompatibility, display func(music.ProviderName) string) []any {
	out := []any{}
	for _, i := range list {
		out = append(out, map[string]any{
			"check":           string(i.Check),
			"compatibleValue": i.Compatible,
			"clusters":        encodeClusters(i.Clusters, display),
		})
	}
	return out
}

func encodeClusters(clusters []harmonize.ValueCluster, display func(music.ProviderName) string) []any {
	return convert(clusters, func(c harmonize.ValueCluster) any {
		providers := convert(c.Providers, func(p music.ProviderName) any { return display(p) })
		return map[string]any{"value": c.Value, "providers": providers}
	})
}

// EncodeMergeError writes the error of a merge: its class, contradicting clusters and the errors of all providers.
func EncodeMergeError(err error, inputs []Input) map[string]any {
	if contradiction, ok := errors.AsType[*harmonize.IncompatibleError](err); ok {
		return map[string]any{
			"class": "incompatible", "check": string(contradiction.Check),
			"clusters": encodeClusters(contradiction.Clusters, displayNames(inputs)),
		}
	}
	if nothing, ok := errors.AsType[*harmonize.NoResultError](err); ok {
		return map[string]any{
			"class":  "no_result",
			"errors": convert(nothing.Errs, func(e error) any { return map[string]any{"text": e.Error()} }),
		}
	}
	return map[string]any{"class": "unexpected"}
}
