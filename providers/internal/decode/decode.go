package decode

import (
	"encoding/json"
	"errors"
	"reflect"

	"tutti/providers"
)

// Notes on a field, as they are counted.
const (
	Missing = "missing" // it is not there
	Retyped = "retyped" // it is of another type than it was
	Unknown = "unknown" // it is there, and is neither read nor among those that are left unread
)

// JSON reads the body of a document, and counts what does not fit as its drift. The document's own error is returned as it is.
func JSON[T any](doc providers.Document) (T, error) {
	var v T
	if doc.Err != nil {
		return v, doc.Err
	}
	if err := into(doc.Body, &v, doc.Drift); err != nil {
		return v, &providers.Error{Op: op(doc.Ask), Kind: providers.ErrMalformed, Err: err}
	}
	if doc.Drift != nil {
		unknown(doc.Body, reflect.TypeFor[T](), doc.Drift)
	}
	return v, nil
}

// Part reads a part of a document's body that was left as it was sent, and counts its drift below the path of the part. One of
// another kind than expected counts as retyped.
func Part[T any](doc providers.Document, path string, raw []byte) (T, error) {
	note := doc.Drift
	doc.Body = raw
	if note != nil {
		doc.Drift = func(inside, what string) { note(below(path, inside), what) }
	}
	v, err := JSON[T](doc)
	if err != nil && note != nil {
		note(path, Retyped)
	}
	return v, err
}

// Body reads a body that belongs to no document yet: for judges and splits. What does not fit is passed over.
func Body[T any](body []byte) (T, error) {
	var v T
	if err := into(body, &v, nil); err != nil {
		return v, &providers.Error{Kind: providers.ErrMalformed, Err: err}
	}
	return v, nil
}

func op(a providers.Ask) string {
	if a.Endpoint == nil {
		return a.ID
	}
	return a.Name + " " + a.ID
}

// into reads body into the value behind a pointer. The fast way is that everything fits. Without note, nothing is counted.
func into(body []byte, v any, note func(path, note string)) error {
	target := reflect.ValueOf(v).Elem()
	err := json.Unmarshal(body, v)
	if err == nil && !suspicious(target) && string(body) != "null" {
		return nil
	}
	if !json.Valid(body) {
		return errors.New("the answer is not JSON")
	}
	target.SetZero()
	if note == nil {
		note = func(string, string) {}
	}
	w := walker{note: note}
	if !w.fill(target, body, "") {
		return errors.New("the answer is JSON of another kind than expected")
	}
	return nil
}

// suspicious reports whether a field is at its zero value that should have been there.
func suspicious(v reflect.Value) bool {
	switch v.Kind() { //nolint:exhaustive // other kinds hold no fields
	case reflect.Struct:
		return anyField(v, func(f reflect.StructField, field reflect.Value) bool {
			return field.IsZero() && wanted(f) || suspicious(field)
		})
	case reflect.Slice, reflect.Array:
		for i := range v.Len() {
			if suspicious(v.Index(i)) {
				return true
			}
		}
	case reflect.Pointer:
		return !v.IsNil() && suspicious(v.Elem())
	}
	return false
}

// anyField reports whether something holds for a field that can be read from JSON.
func anyField(v reflect.Value, holds func(reflect.StructField, reflect.Value) bool) bool {
	for i := range v.NumField() {
		f := v.Type().Field(i)
		if (f.IsExported() || f.Anonymous) && holds(f, v.Field(i)) {
			return true
		}
	}
	return false
}

func wanted(f reflect.StructField) bool { return f.Tag.Get("drift") == Missing }
