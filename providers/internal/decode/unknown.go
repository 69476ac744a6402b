package decode

import (
	"bytes"
	"encoding/json"
	"reflect"
	"slices"
	"strings"
)

// Bounds of what is told of one document, whatever it holds.
const (
	maxUnknown = 50  // paths of unknown fields
	maxName    = 64  // bytes of an unknown field's name
	maxPath    = 200 // bytes of a path to one
)

// members are the fields that objects of a type are known to have: nil for those that are not looked into.
type members map[string]reflect.Type

// search looks through an answer for fields that its type knows nothing of. It reads what package json has accepted already.
type search struct {
	body  []byte
	at    int
	path  [][]byte // to the value at at
	known map[reflect.Type]members
	told  map[string]bool
	note  func(path, note string)
}

// unknown counts each field that is neither read nor declared to be left unread, once for each path.
func unknown(body []byte, t reflect.Type, note func(path, note string)) {
	s := search{body: body, known: map[reflect.Type]members{}, told: map[string]bool{}, note: note}
	s.value(looked(t))
}

// looked returns the struct, list or map that values of a type hold; nil: nothing that has fields to be known.
func looked(t reflect.Type) reflect.Type {
	if t == reflect.TypeFor[json.RawMessage]() || reflect.PointerTo(t).Implements(reflect.TypeFor[json.Unmarshaler]()) {
		return nil
	}
	switch t.Kind() { //nolint:exhaustive // other kinds hold no fields
	case reflect.Struct:
		return t
	case reflect.Pointer:
		return looked(t.Elem())
	case reflect.Slice, reflect.Map:
		if looked(t.Elem()) != nil {
			return t
		}
	}
	return nil
}

// value passes one value, and looks into it if it is of the kind that its type is.
func (s *search) value(t reflect.Type) {
	first := s.next()
	switch {
	case t == nil || s.isDone():
		s.skip()
	case t.Kind() == reflect.Struct && first == '{':
		s.object(s.membersOf(t))
	case t.Kind() == reflect.Map && first == '{':
		s.dictionary(looked(t.Elem()))
	case t.Kind() == reflect.Slice && first == '[':
		s.list(looked(t.Elem()))
	default:
		s.skip()
	}
}

func (s *search) object(known members) {
	for s.at++; s.isBefore('}'); {
		name := s.name()
		if s.isDone() {
			s.skip()
			continue
		}
		t, ok := known.find(name)
		if !ok {
			s.tell(name)
		}
		s.below(name, t)
	}
	s.at++
}

func (s *search) dictionary(element reflect.Type) {
	for s.at++; s.isBefore('}'); {
		s.name()
		s.below([]byte("{}"), element)
	}
	s.at++
}

func (s *search) list(element reflect.Type) {
	for s.at++; s.isBefore(']'); {
		s.below([]byte("[]"), element)
	}
	s.at++
}

// below passes a value that is part of another.
func (s *search) below(step []byte, t reflect.Type) {
	if t == nil {
		s.skip()
		return
	}
	s.path = append(s.path, step)
	s.value(t)
	s.path = s.path[:len(s.path)-1]
}

// next goes on to what is no blank and no separator, and returns it.
func (s *search) next() byte {
	for ; s.at < len(s.body); s.at++ {
		switch c := s.body[s.at]; c {
		case ' ', '\t', '\r', '\n', ',', ':':
		default:
			return c
		}
	}
	return 0
}

// isBefore reports whether something comes before the end of an object or list.
func (s *search) isBefore(end byte) bool {
	c := s.next()
	return c != end && c != 0
}

// name passes a name with what follows up to its value.
func (s *search) name() []byte {
	name := s.text()
	if bytes.IndexByte(name, '\\') >= 0 {
		name = unescaped(name)
	}
	s.next()
	return name[1 : len(name)-1]
}

// unescaped returns a text in quotes without its escapes.
func unescaped(quoted []byte) []byte {
	var text string
	if json.Unmarshal(quoted, &text) != nil {
		return quoted
	}
	return []byte(`"` + text + `"`)
}

// text passes a text, and returns it with its quotes.
func (s *search) text() []byte {
	from := s.at
	for s.at++; s.body[s.at] != '"'; s.at++ {
		if s.body[s.at] == '\\' {
			s.at++
		}
	}
	s.at++
	return s.body[from:s.at]
}

// skip passes a value, whatever it is.
func (s *search) skip() {
	for depth := 0; s.at < len(s.body); {
		c := s.body[s.at]
		switch {
		case c == '"':
			s.text()
			continue
		case c == '{' || c == '[':
			depth++
		case depth == 0 && (c == ',' || c == '}' || c == ']'):
			return
		case c == '}' || c == ']':
			depth--
		}
		s.at++
	}
}

// isDone reports whether as much was told as will be.
func (s *search) isDone() bool { return len(s.told) >= maxUnknown }

// tell counts an unknown field, unless its path was told already.
func (s *search) tell(name []byte) {
	path := ""
	for _, step := range slices.Concat(s.path, [][]byte{name[:min(len(name), maxName)]}) {
		if path != "" && string(step) != "[]" && string(step) != "{}" {
			path += "."
		}
		path += string(step)
		path = path[:min(len(path), maxPath)]
	}
	path = strings.ToValidUTF8(path, "\uFFFD")
	if !s.told[path] {
		s.told[path] = true
		s.note(path, Unknown)
	}
}

// membersOf returns the fields of a struct: those that it reads, and those which the tag `unread` of one of its fields lists.
func (s *search) membersOf(t reflect.Type) members {
	known, ok := s.known[t]
	if !ok {
		known = members{}
		known.add(t)
		s.known[t] = known
	}
	return known
}

func (m members) add(t reflect.Type) {
	for f := range t.Fields() {
		for name := range strings.SplitSeq(f.Tag.Get("unread"), ", ") {
			if _, isRead := m[name]; !isRead && name != "" {
				m[name] = nil
			}
		}
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		switch {
		case f.Anonymous && name == "" && f.Type.Kind() == reflect.Struct:
			m.add(f.Type)
		case !f.IsExported() || name == "-":
		case name == "":
			m[f.Name] = looked(f.Type)
		default:
			m[name] = looked(f.Type)
		}
	}
}

// find looks for a field by its exact name, then in any case, as package json does. A type that leaves * unread knows all there is.
func (m members) find(name []byte) (reflect.Type, bool) {
	t, ok := m[string(name)]
	if !ok {
		_, ok = m["*"]
	}
	if ok {
		return t, true
	}
	for known, t := range m {
		if strings.EqualFold(known, string(name)) {
			return t, true
		}
	}
	return nil, false
}
