package conformance

import (
	"maps"
	"net/http"
	"regexp"
	"slices"
	"strings"
	"testing"

	"tutti/providers"
)

// Read reads an answer of a service as its provider does.
type Read func(providers.Document) error

// Fields holds that a provider knows every field that its service was seen to send. A recording is read by what is given for the
// pattern that its address matches, without scheme and host; what no pattern is for was never asked by the provider. Recordings that
// no endpoint takes for an answer are left out.
func Fields(t *testing.T, f providers.Factory, reads map[string]Read) {
	t.Helper()
	for _, c := range Corpora(t) {
		if c.IsSynthetic() {
			continue
		}
		all, err := c.shelves.get(c.file("recordings"))
		if err != nil {
			t.Fatal(err)
		}
		for _, id := range slices.Sorted(maps.Keys(all.byID)) {
			if r := all.byID[id]; r.Provider == string(f.Info.Name) && r.ShadowedBy == "" {
				r.fields(t, f, reads)
			}
		}
	}
}

func (r *recording) fields(t *testing.T, f providers.Factory, reads map[string]Read) {
	t.Helper()
	_, address, _ := strings.Cut(strings.TrimPrefix(r.URL, "https://"), "/")
	body, err := r.body()
	if err != nil {
		t.Fatal(err)
	}
	if !r.isAnswer(f, body) {
		return
	}
	for pattern, read := range reads {
		if !regexp.MustCompile(pattern).MatchString(address) {
			continue
		}
		doc := providers.Document{Body: body, Drift: func(path, note string) {
			if note == "unknown" {
				t.Errorf("%s: the wire types do not know the field %s: read it, or list it as unread", r.ID, path)
			}
		}}
		if err := read(doc); err != nil {
			t.Errorf("%s: %v", r.ID, err)
		}
	}
}

// isAnswer reports whether an endpoint takes a recording for an answer.
func (r *recording) isAnswer(f providers.Factory, body []byte) bool {
	resp := &http.Response{StatusCode: r.Status, Header: http.Header{}, Body: http.NoBody}
	return slices.ContainsFunc(f.Endpoints, func(e *providers.Endpoint) bool {
		if e.Judge == nil {
			return providers.JudgeStatus(resp) == nil
		}
		return e.Judge(resp, body) == nil
	})
}
