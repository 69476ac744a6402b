package providertest

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"

	"tutti/internal/golden"
	"tutti/music"
	"tutti/providers"
)

// rendered is an answer as golden files hold it: fields in their order, zero values left out, empty lists and texts that were
// said kept, sets and codes in words.
func rendered(v any) ([]byte, error) { return golden.Marshal(tree(reflect.ValueOf(v))) }

// object is a JSON object whose members keep their order.
type object []member

type member struct {
	name  string
	value any
}

// MarshalJSON implements json.Marshaler.
func (o object) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	b.WriteByte('{')
	for i, m := range o {
		if i > 0 {
			b.WriteByte(',')
		}
		name, err := json.Marshal(m.name)
		if err != nil {
			return nil, err
		}
		value, err := golden.Marshal(m.value)
		if err != nil {
			return nil, err
		}
		b.Write(name)
		b.WriteByte(':')
		b.Write(bytes.TrimSpace(value))
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// tree turns a value into what package json writes as we want it.
func tree(v reflect.Value) any {
	if v.IsValid() && v.CanInterface() {
		if t, ok := inWords(v.Interface()); ok {
			return t
		}
	}
	switch v.Kind() { //nolint:exhaustive // answers hold no others
	case reflect.Pointer, reflect.Interface:
		if v.IsNil() {
			return nil
		}
		return tree(v.Elem())
	case reflect.Struct:
		return members(v)
	case reflect.Slice:
		out := make([]any, v.Len())
		for i := range out {
			out[i] = tree(v.Index(i))
		}
		return out
	default:
		return v.Interface()
	}
}

// inWords are the types that say more as a text.
func inWords(v any) (any, bool) {
	switch v := v.(type) {
	case music.TrackNumber:
		if n, ok := v.Int(); ok {
			return n, true
		}
		return v.String(), true
	case music.PartialDate:
		return v.String(), true
	case music.Properties:
		names := []string{}
		for _, p := range v.List() {
			names = append(names, p.String())
		}
		return names, true
	case music.Property:
		return v.String(), true
	case music.Severity:
		return v.String(), true
	case music.Explicitness:
		return v.String(), true
	case providers.By:
		return v.String(), true
	case error:
		return v.Error(), true
	}
	return nil, false
}

func members(v reflect.Value) object {
	var o object
	for i := range v.NumField() {
		f := v.Type().Field(i)
		switch {
		case !f.IsExported() || v.Field(i).IsZero():
		case f.Anonymous:
			o = append(o, members(v.Field(i))...)
		default:
			o = append(o, member{name: f.Name, value: tree(v.Field(i))})
		}
	}
	return o
}

// text is the rendering for comparing and for messages.
func text(a *providers.Answer) string {
	if a == nil {
		return "no answer"
	}
	b, err := rendered(a)
	if err != nil {
		return fmt.Sprintf("no rendering: %v", err)
	}
	return string(b)
}
