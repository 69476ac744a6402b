package decode

import (
	"encoding/json"
	"math"
	"reflect"
	"strconv"
	"strings"
)

// walker fills values one field at a time.
type walker struct{ note func(path, note string) }

// fill reads raw into v, as far as it fits. It reports whether raw was of the right kind at all; else v keeps its zero value.
// Raw is valid JSON.
func (w walker) fill(v reflect.Value, raw json.RawMessage, path string) bool {
	if isNull(raw) {
		return path != ""
	}
	if v.CanAddr() {
		if u, ok := reflect.TypeAssert[json.Unmarshaler](v.Addr()); ok {
			return w.custom(v, u, raw)
		}
	}
	switch v.Kind() { //nolint:exhaustive // wire types hold no channels and functions
	case reflect.Pointer:
		return w.pointer(v, raw, path)
	case reflect.Struct:
		return w.object(v, raw, path)
	case reflect.Slice:
		return w.list(v, raw, path)
	case reflect.Map:
		return w.dictionary(v, raw, path)
	case reflect.Interface:
		return json.Unmarshal(raw, v.Addr().Interface()) == nil
	default:
		return w.scalar(v, raw, path)
	}
}

func isNull(raw json.RawMessage) bool { return strings.TrimSpace(string(raw)) == "null" }

// custom leaves the reading to the type itself.
func (walker) custom(v reflect.Value, u json.Unmarshaler, raw json.RawMessage) bool {
	if u.UnmarshalJSON(raw) != nil {
		v.SetZero()
		return false
	}
	return true
}

func (w walker) pointer(v reflect.Value, raw json.RawMessage, path string) bool {
	p := reflect.New(v.Type().Elem())
	if !w.fill(p.Elem(), raw, path) {
		return false
	}
	v.Set(p)
	return true
}

func (w walker) object(v reflect.Value, raw json.RawMessage, path string) bool {
	var members map[string]json.RawMessage
	if json.Unmarshal(raw, &members) != nil {
		return false
	}
	w.fields(v, members, path)
	return true
}

// fields fills the fields of a struct, those of embedded structs among them.
func (w walker) fields(v reflect.Value, members map[string]json.RawMessage, path string) {
	for i := range v.NumField() {
		f := v.Type().Field(i)
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		switch {
		case f.Anonymous && name == "" && f.Type.Kind() == reflect.Struct:
			w.fields(v.Field(i), members, path)
		case !f.IsExported() || name == "-":
		default:
			if name == "" {
				name = f.Name
			}
			w.field(v.Field(i), members, member{name: name, path: below(path, name), wanted: wanted(f)})
		}
	}
}

// member is one field as it is looked for.
type member struct {
	name, path string
	wanted     bool
}

func (w walker) field(v reflect.Value, members map[string]json.RawMessage, m member) {
	raw, ok := find(members, m.name)
	switch {
	case !ok || isNull(raw):
		if m.wanted {
			w.note(m.path, Missing)
		}
	case !w.fill(v, raw, m.path):
		w.note(m.path, Retyped)
	}
}

// find looks for a member by its exact name, then in any case, as package json does.
func find(members map[string]json.RawMessage, name string) (json.RawMessage, bool) {
	if raw, ok := members[name]; ok {
		return raw, true
	}
	for key, raw := range members {
		if strings.EqualFold(key, name) {
			return raw, true
		}
	}
	return nil, false
}

func below(path, name string) string {
	if path == "" {
		return name
	}
	return path + "." + name
}

// list fills a list. An element that does not fit stays at its zero value, so that the others keep their places.
func (w walker) list(v reflect.Value, raw json.RawMessage, path string) bool {
	if v.Type().Elem().Kind() == reflect.Uint8 {
		return json.Unmarshal(raw, v.Addr().Interface()) == nil
	}
	var elements []json.RawMessage
	if json.Unmarshal(raw, &elements) != nil {
		return false
	}
	out := reflect.MakeSlice(v.Type(), len(elements), len(elements))
	for i, e := range elements {
		if !w.fill(out.Index(i), e, path+"[]") {
			w.note(path+"[]", Retyped)
		}
	}
	v.Set(out)
	return true
}

func (w walker) dictionary(v reflect.Value, raw json.RawMessage, path string) bool {
	var members map[string]json.RawMessage
	if v.Type().Key().Kind() != reflect.String || json.Unmarshal(raw, &members) != nil {
		return false
	}
	out := reflect.MakeMapWithSize(v.Type(), len(members))
	for key, m := range members {
		element := reflect.New(v.Type().Elem()).Elem()
		if !w.fill(element, m, path+"{}") {
			w.note(path+"{}", Retyped)
		}
		out.SetMapIndex(reflect.ValueOf(key).Convert(v.Type().Key()), element)
	}
	v.Set(out)
	return true
}

// scalar reads texts, numbers and truths, also where one is written as the other.
func (w walker) scalar(v reflect.Value, raw json.RawMessage, path string) bool {
	if json.Unmarshal(raw, v.Addr().Interface()) == nil {
		return true
	}
	v.SetZero()
	text := strings.TrimSpace(string(raw))
	if unquoted := ""; json.Unmarshal(raw, &unquoted) == nil {
		text = strings.TrimSpace(unquoted)
	}
	if !w.meant(v, text) {
		return false
	}
	w.note(path, Retyped)
	return true
}

// meant reads a scalar for what it means.
func (walker) meant(v reflect.Value, text string) bool {
	switch {
	case v.Kind() == reflect.String:
		_, ok := number(text)
		if ok {
			v.SetString(text)
		}
		return ok
	case v.Kind() == reflect.Bool:
		b, err := strconv.ParseBool(text)
		v.SetBool(b && err == nil)
		return err == nil
	case v.CanFloat():
		f, ok := number(text)
		v.SetFloat(f)
		return ok
	default:
		n, ok := whole(text)
		return ok && setWhole(v, n)
	}
}

// number reads a finite number; else it is 0.
func number(text string) (float64, bool) {
	f, err := strconv.ParseFloat(text, 64)
	if err != nil || math.IsInf(f, 0) || math.IsNaN(f) {
		return 0, false
	}
	return f, true
}

// setWhole sets a whole number if the type of v has room for it.
func setWhole(v reflect.Value, n int64) bool {
	switch {
	case v.CanInt() && !v.OverflowInt(n):
		v.SetInt(n)
	case v.CanUint() && n >= 0 && !v.OverflowUint(uint64(n)):
		v.SetUint(uint64(n))
	default:
		return false
	}
	return true
}

// whole reads a whole number, also one with a fraction of zero.
func whole(text string) (int64, bool) {
	if n, err := strconv.ParseInt(text, 10, 64); err == nil {
		return n, true
	}
	const exact = 1 << 53
	f, err := strconv.ParseFloat(text, 64)
	if err != nil || f != math.Trunc(f) || math.Abs(f) > exact {
		return 0, false
	}
	return int64(f), true
}
