package conformance

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// fact is a statement about a value.
type fact struct {
	Path, Op string
	Value    any
	N        int
}

// wrong says how a fact does not hold for a value, or is empty.
func (f fact) wrong(of any) string {
	f.Value = withoutText(f.Value)
	values, err := reach([]any{of}, f.Path)
	if err != nil {
		return err.Error()
	}
	holds, known := f.holds(values)
	switch {
	case !known:
		return fmt.Sprintf("%s: there is no operator %q", f.Path, f.Op)
	case holds:
		return ""
	default:
		return fmt.Sprintf("%s: %s is not %s %s", f.Path, short(values), f.Op, short(f.Value))
	}
}

// holds evaluates the operator; known is false for one that does not exist.
func (f fact) holds(values []any) (holds, known bool) {
	is := func(v any) bool { return same(v, f.Value) }
	has := func(v any) bool { return contains(v, f.Value) }
	switch f.Op {
	case "equals":
		return is(first(values)), true
	case "gte":
		n, ok := first(values).(float64)
		least, _ := f.Value.(float64) // then 0
		return ok && n >= least, true
	case "length":
		return same(float64(lengthOf(first(values))), f.Value), true
	case "contains":
		return has(first(values)), true
	case "not_contains":
		return !has(first(values)), true
	case "values":
		return same(values, f.Value), true
	default:
		return f.holdsForAll(values, is, has)
	}
}

// holdsForAll evaluates the operators that look at every value.
func (f fact) holdsForAll(values []any, is, has func(any) bool) (holds, known bool) {
	isThere := func(v any) bool { return v != nil }
	isNot := func(v any) bool { return !is(v) }
	switch f.Op {
	case "absent":
		return !slices.ContainsFunc(values, isThere), true
	case "present":
		return len(values) > 0 && count(values, isThere) == len(values), true
	case "count":
		return same(float64(count(values, isThere)), f.Value), true
	case "any_equals":
		return slices.ContainsFunc(values, is), true
	case "none_equals":
		return !slices.ContainsFunc(values, is), true
	case "every_equals":
		return !slices.ContainsFunc(values, isNot), true
	default:
		return f.holdsForTexts(values, has)
	}
}

// holdsForTexts evaluates the operators that look into every value.
func (f fact) holdsForTexts(values []any, has func(any) bool) (holds, known bool) {
	switch f.Op {
	case "any_contains":
		return slices.ContainsFunc(values, has), true
	case "none_contains":
		return !slices.ContainsFunc(values, has), true
	case "count_contains":
		return count(values, has) == f.N, true
	case "every_matches":
		re, err := regexp.Compile(fmt.Sprint(f.Value))
		return err == nil && count(values, func(v any) bool { return re.MatchString(fmt.Sprint(v)) }) == len(values), true
	default:
		return false, false
	}
}

func first(values []any) any {
	if len(values) == 0 {
		return nil
	}
	return values[0]
}

func count(values []any, is func(any) bool) int {
	n := 0
	for _, v := range values {
		if is(v) {
			n++
		}
	}
	return n
}

func same(a, b any) bool { return len(Compare(map[string]any{"v": a}, map[string]any{"v": b})) == 0 }

func contains(v, part any) bool {
	switch v := v.(type) {
	case string:
		return strings.Contains(v, fmt.Sprint(part))
	case []any:
		return slices.ContainsFunc(v, func(x any) bool { return same(likeMessage(x, part), part) })
	default:
		return false
	}
}

// withoutText leaves of a message what can be compared: its wording is everybody's own.
func withoutText(v any) any {
	m, isMap := v.(map[string]any)
	if _, hasText := m["text"]; !isMap || !hasText {
		return v
	}
	m = maps.Clone(m)
	delete(m, "text")
	return m
}

// likeMessage leaves of a message what another one says too, so that what only we tell does not matter.
func likeMessage(v, other any) any {
	m, isMap := v.(map[string]any)
	o, isMessage := other.(map[string]any)
	if !isMap || !isMessage || o["type"] == nil || o["provider"] == nil {
		return v
	}
	out := map[string]any{}
	for key := range o {
		out[key] = m[key]
	}
	return out
}

func lengthOf(v any) int {
	switch v := v.(type) {
	case string:
		return utf8.RuneCountInString(v)
	case []any:
		return len(v)
	default:
		return -1
	}
}

// reach follows a path of keys and indices from each value; [*] goes to all elements, and what is not there is nil.
func reach(values []any, path string) ([]any, error) {
	for path = strings.TrimPrefix(path, "."); path != ""; path = strings.TrimPrefix(path, ".") {
		if inside, ok := strings.CutPrefix(path, "["); ok {
			index, rest, _ := strings.Cut(inside, "]")
			var err error
			if values, err = elements(values, index); err != nil {
				return nil, err
			}
			path = rest
			continue
		}
		end := strings.IndexAny(path, ".[")
		if end < 0 {
			end = len(path)
		}
		key := path[:end]
		values = convert(values, func(v any) any {
			o, _ := v.(map[string]any) // then nothing is there
			return o[key]
		})
		path = path[end:]
	}
	return values, nil
}

// elements returns the element at an index of each list, or all elements.
func elements(values []any, index string) ([]any, error) {
	out := []any{}
	for _, v := range values {
		list, _ := v.([]any) // then it has no elements
		if index == "*" {
			out = append(out, list...)
			continue
		}
		i, err := strconv.Atoi(index)
		if err != nil {
			return nil, fmt.Errorf("path of a fact: index %q: %w", index, err)
		}
		if i < 0 {
			i += len(list)
		}
		if i < 0 || i >= len(list) {
			out = append(out, nil)
			continue
		}
		out = append(out, list[i])
	}
	return out, nil
}
