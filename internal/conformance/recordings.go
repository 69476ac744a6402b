package conformance

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
)

// recording is one entry of an index of recordings.
type recording struct {
	ID          string            `json:"id"`
	Provider    string            `json:"provider"`
	Method      string            `json:"method"`
	URL         string            `json:"url"`
	Match       *match            `json:"match"`
	Status      int               `json:"status"`
	ContentType string            `json:"content_type"`
	Headers     map[string]string `json:"headers"`
	BodyFile    string            `json:"body_file"`
	Times       int               `json:"times"` // 0: without end
	ShadowedBy  string            `json:"shadowed_by"`

	dir     string
	request asked
}

// match is what identifies a request, where an entry says so.
type match struct {
	Host, Path string // "*" in the path stands for any one segment
	Query      map[string]string
}

// body reads the answer.
func (r *recording) body() ([]byte, error) {
	if r.BodyFile == "" {
		return nil, nil
	}
	if !filepath.IsLocal(filepath.FromSlash(r.BodyFile)) {
		return nil, fmt.Errorf("recording %s: the body file %q is not inside of the folder", r.ID, r.BodyFile)
	}
	return os.ReadFile(filepath.Join(r.dir, filepath.FromSlash(r.BodyFile))) //nolint:gosec // checked above
}

// shelf is the recordings of one folder. It is never changed after it was read.
type shelf struct {
	exact   map[string][]*recording // by key, in order: a sequence
	relaxed map[string][]string     // keys by relaxed key, in order
	matched []*recording            // those with a match
	many    []*recording            // answers for several keys at once
	byID    map[string]*recording
	links   map[string]json.RawMessage
}

func newShelf() *shelf {
	return &shelf{exact: map[string][]*recording{}, relaxed: map[string][]string{}, byID: map[string]*recording{}}
}

// readShelf reads a folder with an index.json.
func readShelf(dir string) (*shelf, error) {
	raw, err := os.ReadFile(filepath.Join(dir, "index.json")) //nolint:gosec // the folder that the operator names
	if err != nil {
		return nil, err
	}
	var list []*recording
	if err := json.Unmarshal(raw, &list); err != nil {
		return nil, fmt.Errorf("%s: %w", dir, err)
	}
	s := newShelf()
	for _, r := range list {
		u, err := url.Parse(r.URL)
		if err != nil {
			return nil, fmt.Errorf("%s: recording %s: %w", dir, r.ID, err)
		}
		r.dir, r.request = dir, newAsked(r.Method, u)
		s.add(r)
	}
	raw, err = os.ReadFile(filepath.Join(dir, "links.json")) //nolint:gosec // the folder that the operator names
	switch {
	case err == nil:
		err = json.Unmarshal(raw, &s.links)
	case errors.Is(err, fs.ErrNotExist):
		err = nil
	}
	return s, err
}

func (s *shelf) add(r *recording) {
	s.byID[r.ID] = r
	if r.ShadowedBy != "" {
		return
	}
	key, relaxed := r.request.key(), r.request.relaxed().key()
	s.exact[key] = append(s.exact[key], r)
	if !slices.Contains(s.relaxed[relaxed], key) {
		s.relaxed[relaxed] = append(s.relaxed[relaxed], key)
	}
	if r.Match != nil {
		s.matched = append(s.matched, r)
	}
	if m, ok := multiGetOf(r.request); ok && m.list != "" {
		s.many = append(s.many, r)
	}
}

// find returns the sequence recorded for a request: for exactly it, else for it in another shape, else by what identifies it. Among
// several shapes, a preferred recording wins.
func (s *shelf) find(a asked, preferred map[string]bool) []*recording {
	exact := s.exact[a.key()]
	keys := s.relaxed[a.relaxed().key()]
	for _, key := range append([]string{a.key()}, keys...) {
		if slices.ContainsFunc(s.exact[key], func(r *recording) bool { return preferred[r.ID] }) {
			return s.exact[key]
		}
	}
	if exact != nil {
		return exact
	}
	if len(keys) > 0 {
		return s.exact[keys[0]]
	}
	for _, r := range s.matched {
		if r.fits(a) {
			return []*recording{r}
		}
	}
	return nil
}

// fits tells whether a request is identified by the entry's match, and asks for nothing besides but another shape.
func (r *recording) fits(a asked) bool {
	if a.method != r.request.method || !strings.EqualFold(r.Match.Host, a.host) {
		return false
	}
	want, have := strings.Split(strings.TrimRight(r.Match.Path, "/"), "/"), strings.Split(a.path, "/")
	if !slices.EqualFunc(want, have, func(w, h string) bool { return w == "*" || w == h }) {
		return false
	}
	for name, value := range r.Match.Query {
		if !isAsked(a, name, value) {
			return false
		}
	}
	return !slices.ContainsFunc(a.relaxed().pairs, func(pair string) bool {
		name, _, _ := strings.Cut(pair, "=")
		_, matters := r.Match.Query[name]
		return !matters && !slices.Contains(r.request.pairs, pair)
	})
}

// isAsked tells whether a request has a parameter that identifies a recording. An entity may be left out.
func isAsked(a asked, name, value string) bool {
	have, ok := a.value(name)
	switch name {
	case "entity":
		return !ok || have == value
	case "country":
		return strings.EqualFold(have, value)
	default:
		return ok && have == strings.ReplaceAll(value, "+", " ")
	}
}

// shelves are the recordings of a corpus, each folder read once: the cases of a test share them.
type shelves struct {
	mu   sync.Mutex // guards read
	read map[string]*shelf
}

func (s *shelves) get(dir string) (*shelf, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if there, ok := s.read[dir]; ok {
		return there, nil
	}
	there, err := readShelf(dir)
	if err != nil {
		return nil, err
	}
	if s.read == nil {
		s.read = map[string]*shelf{}
	}
	s.read[dir] = there
	return there, nil
}
