package providertest

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"sort"
	"strings"

	"tutti/providers"
)

// wrongTypes returns faults in which one field of a recorded JSON body is of another type, one per path; elements of a list share
// their path. Bodies that are no JSON have none.
func wrongTypes(body []byte) []fault {
	tree, err := parsed(body)
	if err != nil {
		return nil
	}
	first := map[string][]step{}
	walk(tree, nil, func(at []step) {
		if _, ok := first[pathOf(at)]; !ok {
			first[pathOf(at)] = slices.Clone(at)
		}
	})
	names := make([]string, 0, len(first))
	for name := range first {
		names = append(names, name)
	}
	sort.Strings(names)
	out := make([]fault, 0, len(names))
	for _, name := range names {
		at := first[name]
		out = append(out, fault{
			name: "another type of " + name, kinds: []error{providers.ErrMalformed, providers.ErrMismatch},
			apply: func(r Reply) (Reply, error) {
				r.Body = retyped(r.Body, at)
				return r, nil
			},
		})
	}
	return out
}

// step leads from a value to one inside it.
type step struct {
	key   string
	index int // of a list, if key is empty
}

func pathOf(at []step) string {
	var b strings.Builder
	for _, s := range at {
		if s.key == "" {
			b.WriteString("[]")
			continue
		}
		fmt.Fprintf(&b, ".%s", s.key)
	}
	return strings.TrimPrefix(b.String(), ".")
}

func parsed(body []byte) (any, error) {
	d := json.NewDecoder(bytes.NewReader(body))
	d.UseNumber()
	var tree any
	err := d.Decode(&tree)
	return tree, err
}

// walk visits every value below the top, in order.
func walk(v any, at []step, visit func([]step)) {
	if len(at) > 0 {
		visit(at)
	}
	switch v := v.(type) {
	case map[string]any:
		keys := make([]string, 0, len(v))
		for k := range v {
			keys = append(keys, k)
		}
		sort.Strings(keys)
		for _, k := range keys {
			walk(v[k], append(at, step{key: k}), visit)
		}
	case []any:
		for i, e := range v {
			walk(e, append(at, step{index: i}), visit)
		}
	}
}

// retyped returns a body in which the value at a place has another type.
func retyped(body []byte, at []step) []byte { return changed(body, at, another) }

// changed returns a body in which the value at a place is another one.
func changed(body []byte, at []step, to func(any) any) []byte {
	tree, err := parsed(body)
	if err != nil {
		return body
	}
	out, err := json.Marshal(replaced(tree, at, to))
	if err != nil {
		return body
	}
	return out
}

func replaced(v any, at []step, to func(any) any) any {
	if len(at) == 0 {
		return to(v)
	}
	switch v := v.(type) {
	case map[string]any:
		if old, ok := v[at[0].key]; ok {
			v[at[0].key] = replaced(old, at[1:], to)
		}
	case []any:
		if i := at[0].index; i < len(v) {
			v[i] = replaced(v[i], at[1:], to)
		}
	}
	return v
}

// lookAt returns the value at a place.
func lookAt(v any, at []step) (found any) {
	replaced(v, at, func(there any) any {
		found = there
		return there
	})
	return found
}

// another is a value of a type that has nothing to do with that of v.
func another(v any) any {
	switch v.(type) {
	case map[string]any:
		return "wrong"
	case []any:
		return json.Number("7")
	case string:
		return map[string]any{"wrong": true}
	default:
		return []any{"wrong"}
	}
}
