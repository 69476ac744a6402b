package conformance

import (
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"hash/fnv"
	"net/http"
	"slices"
	"strings"
)

// errNotRecorded says that the corpus has no answer to a request.
var errNotRecorded = errors.New("it is not recorded")

// multiGetOf returns the kind of multi-get that a request is.
func multiGetOf(a asked) (multiGet, bool) {
	for _, m := range multiGets {
		if a.host == m.host && a.path == m.path && len(m.keysOf(a)) > 0 {
			return m, true
		}
	}
	return multiGet{}, false
}

func (m multiGet) keysOf(a asked) []string {
	value, _ := a.value(m.parameter)
	found := m.keys.FindStringSubmatch(value)
	if found == nil || strings.Join(a.relaxed().names(), ",") != m.parameter {
		return nil
	}
	return strings.Split(found[1], m.separator)
}

// composed answers a multi-get by the answers for its keys alone.
func (s *Server) composed(m multiGet, a asked) (reply, error) {
	var parts []json.RawMessage
	for _, key := range m.keysOf(a) {
		path, pairs := m.single(key)
		single, err := s.answer(a.with(path, pairs...))
		switch {
		case err != nil:
			return reply{}, fmt.Errorf("the part for %s: %w", key, err)
		case single.status == http.StatusNotFound:
			parts = append(parts, json.RawMessage("null"))
		case single.status != http.StatusOK:
			return single, nil
		default:
			parts = append(parts, single.body)
		}
	}
	if m.list == "" {
		return united(parts)
	}
	return jsonReply(map[string]any{m.list: parts})
}

// united answers a search for several keys by the hits for each, without repeating one.
func united(parts []json.RawMessage) (reply, error) {
	hits := []json.RawMessage{}
	seen := map[string]bool{}
	for _, part := range parts {
		var found struct{ Releases []json.RawMessage }
		if err := json.Unmarshal(part, &found); err != nil {
			return reply{}, fmt.Errorf("the part of a search: %w", err)
		}
		for _, hit := range found.Releases {
			var id struct{ ID string }
			if err := json.Unmarshal(hit, &id); err != nil {
				return reply{}, fmt.Errorf("the hit of a search: %w", err)
			}
			if !seen[id.ID] {
				seen[id.ID] = true
				hits = append(hits, hit)
			}
		}
	}
	return jsonReply(map[string]any{"created": "2026-01-01T00:00:00.000Z", "count": len(hits), "offset": 0, "releases": hits})
}

// partOf answers a request for one key by its part of a recorded answer for several.
func (s *Server) partOf(a asked) (reply, bool, error) {
	for _, shelf := range s.shelves {
		for _, r := range shelf.many {
			m, _ := multiGetOf(r.request)
			i := slices.IndexFunc(m.keysOf(r.request), func(key string) bool {
				path, pairs := m.single(key)
				return a.relaxed().key() == r.request.with(path, pairs...).key()
			})
			if i < 0 {
				continue
			}
			part, err := r.part(m.list, i)
			return part, true, err
		}
	}
	return reply{}, false, nil
}

func (r *recording) part(list string, i int) (reply, error) {
	whole, err := r.reply()
	if err != nil || whole.status != http.StatusOK {
		return whole, err
	}
	var lists map[string][]json.RawMessage
	if err := json.Unmarshal(whole.body, &lists); err != nil || i >= len(lists[list]) {
		return reply{}, fmt.Errorf("recording %s has no part %d: %w", r.ID, i, errNotRecorded)
	}
	if string(lists[list][i]) == "null" {
		return reply{status: http.StatusNotFound, contentType: jsonType, body: []byte(noSpotify)}, nil
	}
	return reply{status: http.StatusOK, contentType: whole.contentType, body: lists[list][i]}, nil
}

// linked answers what MusicBrainz knows of URLs: one as a bare object or not at all, several as a list without the unknown ones.
func (s *Server) linked(a asked) (reply, bool, error) {
	if a.host != "musicbrainz.org" || a.path != "/ws/2/url" {
		return reply{}, false, nil
	}
	asked, known := 0, []map[string]any{}
	for _, pair := range a.pairs {
		name, resource, _ := strings.Cut(pair, "=")
		if name != "resource" {
			continue
		}
		asked++
		if relations, ok := s.link(resource); ok {
			known = append(known, map[string]any{"id": madeUpID(resource), "resource": resource, "relations": relations})
		}
	}
	if !s.synthetic || asked == 0 || asked == 1 && len(known) == 0 {
		return reply{}, false, nil
	}
	if asked == 1 {
		r, err := jsonReply(known[0])
		return r, true, err
	}
	r, err := jsonReply(map[string]any{"url-count": len(known), "url-offset": 0, "urls": known})
	return r, true, err
}

func (s *Server) link(resource string) (json.RawMessage, bool) {
	for _, shelf := range s.shelves {
		if relations, ok := shelf.links[resource]; ok {
			return relations, true
		}
	}
	return nil, false
}

// madeUpID is an id for a URL, which the corpora do not have: always the same one.
func madeUpID(resource string) string {
	hash := fnv.New128a()
	hash.Write([]byte(resource)) // a hash never fails
	h := hex.EncodeToString(hash.Sum(nil))
	return strings.Join([]string{h[:8], h[8:12], "4" + h[13:16], "8" + h[17:20], h[20:]}, "-")
}

func jsonReply(v any) (reply, error) {
	body, err := json.Marshal(v)
	return reply{status: http.StatusOK, contentType: jsonType, body: body}, err
}
