package providertest

import (
	"bytes"
	"context"
	"html"
	"strings"
	"testing"

	"tutti/providers"
	"tutti/providers/internal/decode"
)

// told puts something between the good provider and the documents that it is given.
func told(change func(*providers.Document)) func(providers.Documents) providers.Documents {
	return func(d providers.Documents) providers.Documents {
		return getting(func(ctx context.Context, asks ...providers.Ask) []providers.Document {
			docs := d.Get(ctx, asks...)
			for i := range docs {
				change(&docs[i])
			}
			return docs
		})
	}
}

func brokenByDrift() map[string]broken {
	return map[string]broken{
		"counts nothing": {
			"16", between(told(func(d *providers.Document) { d.Drift = nil })),
			"album by id: a new field in the answer of album 1 is not counted as unknown at sentWithoutNotice",
		},
		"looks at the outermost object alone": {"16", between(told(func(d *providers.Document) {
			count := d.Drift
			if d.Err == nil {
				d.Drift = func(path, note string) {
					if note != decode.Unknown || !strings.Contains(path, ".") {
						count(path, note)
					}
				}
			}
		})), "album by id: a new field in artists[] of album 1 is not counted as unknown at artists[].sentWithoutNotice"},
		"refuses what it does not know": {"16", between(told(func(d *providers.Document) {
			if bytes.Contains(d.Body, []byte(newField)) {
				d.Body = []byte("[]")
			}
		})), "album by id: a new field in the answer of album 1 ends the lookup: toy: album 1: malformed"},
		"shows what it does not know": {"16", between(told(func(d *providers.Document) {
			if bytes.Contains(d.Body, []byte(newField)) {
				d.Body = bytes.ReplaceAll(d.Body, []byte("Nuts"), []byte("Screws"))
			}
		})), "album by id: a new field in the answer of album 1 changes the answer"},
		"does not know what was recorded": {"16", specs(func(s *Spec) {
			s.Answer = func(r providers.Request) *Reply {
				if r.URL != toyAPI+"albums/1" {
					return nil
				}
				reply, err := (&suite{}).reply(r)
				if err != nil {
					return nil
				}
				reply.Body = bytes.Replace(reply.Body, []byte("{"), []byte(`{"mood":"blue",`), 1)
				return &reply
			}
		}), "album by id: the recorded field mood is unknown: read it, or list it as unread"},
		"does not look into the data of its pages": {"16", paged, "album by id: a new field in the data of the page album 1 is not counted as unknown"},
	}
}

// paged has the toy read its first album out of a page, and count nothing of what is in there.
func paged(t *testing.T, f *providers.Factory, s *Spec) {
	t.Helper()
	const before, after = `<!DOCTYPE html><p data-album="`, `">`
	album := endpoint(f, "album")
	album.Judge, album.Batch = nil, nil
	s.Releases = s.Releases[:1]
	s.Answer = func(r providers.Request) *Reply {
		if r.URL != toyAPI+"albums/1" {
			return nil
		}
		reply, err := (&suite{}).reply(r)
		if err != nil {
			t.Error(err)
			return nil
		}
		return &Reply{Body: []byte(before + html.EscapeString(string(reply.Body)) + after)}
	}
	between(told(func(d *providers.Document) {
		if page, ok := strings.CutPrefix(string(d.Body), before); ok {
			d.Body, d.Drift = []byte(html.UnescapeString(strings.TrimSuffix(page, after))), nil
		}
	}))(t, f, s)
}
