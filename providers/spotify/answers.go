package spotify

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"

	"tutti/providers"
	"tutti/providers/internal/answer"
	"tutti/providers/internal/decode"
)

// split gives each key the part at its position: ids may be substituted. null is a no. A list of another length, or one that has a
// key at the place of another, decides nothing.
func split(list func(wireBatch) []json.RawMessage) func([]byte, []providers.Key) (map[providers.Key][]byte, error) {
	return func(body []byte, keys []providers.Key) (map[providers.Key][]byte, error) {
		b, err := decode.Body[wireBatch](body)
		if err != nil {
			return nil, err
		}
		parts := map[providers.Key][]byte{}
		entries := list(b)
		if len(entries) != len(keys) || misplaced(entries, keys) {
			return parts, nil
		}
		for i, entry := range entries {
			switch entry = bytes.TrimSpace(entry); {
			case string(entry) == "null":
				parts[keys[i]] = nil
			case len(entry) > 0 && entry[0] == '{':
				parts[keys[i]] = entry
			}
		}
		return parts, nil
	}
}

// misplaced reports whether an entry is about a key of another place.
func misplaced(entries []json.RawMessage, keys []providers.Key) bool {
	for i, entry := range entries {
		part, err := decode.Body[wireLinked](entry)
		isOther := func(k providers.Key) bool { return k.ID == part.ID && k != keys[i] }
		if err == nil && part.LinkedFrom.ID != keys[i].ID && slices.ContainsFunc(keys, isOther) {
			return true
		}
	}
	return false
}

// judgeSearch also says no where there are no hits.
func judgeSearch(resp *http.Response, body []byte) error {
	if err := judge(resp, body); err != nil {
		return err
	}
	found, err := decode.Body[wireSearch](body)
	switch {
	case err != nil:
		return err
	case found.Albums == nil || found.Albums.Items == nil:
		return answer.NoList(resp.StatusCode, "albums")
	case len(found.Albums.Items) == 0:
		return &providers.Error{Kind: providers.ErrNotFound, Status: resp.StatusCode}
	default:
		return nil
	}
}

// judgeAlbums, judgeTracks and judgeArtists demand the list of what was searched for.
func judgeAlbums(resp *http.Response, body []byte) error { return judgeFound(resp, body, typeAlbum) }

func judgeTracks(resp *http.Response, body []byte) error { return judgeFound(resp, body, typeTrack) }

func judgeArtists(resp *http.Response, body []byte) error { return judgeFound(resp, body, typeArtist) }

func judgeFound(resp *http.Response, body []byte, kind string) error {
	if err := judge(resp, body); err != nil {
		return err
	}
	found, err := decode.Body[wireFound[json.RawMessage]](body)
	if err == nil && partOf(found, kind).Items == nil {
		err = answer.NoList(resp.StatusCode, kind+"s")
	}
	return err
}

// judgeISRC also says no where no track has the code.
func judgeISRC(resp *http.Response, body []byte) error {
	if err := judgeTracks(resp, body); err != nil {
		return err
	}
	found, err := decode.Body[wireFound[json.RawMessage]](body)
	if err == nil && len(partOf(found, typeTrack).Items) == 0 {
		err = &providers.Error{Kind: providers.ErrNotFound, Status: resp.StatusCode}
	}
	return err
}

// judgeItems also demands the list.
func judgeItems(resp *http.Response, body []byte) error {
	if err := judge(resp, body); err != nil {
		return err
	}
	list, err := decode.Body[wireItems[json.RawMessage]](body)
	if err == nil && list.Items == nil {
		err = answer.NoList(resp.StatusCode, "albums")
	}
	return err
}

// partOf is what was found of a type; its zero value where there is no such list.
func partOf[T any](found wireFound[T], kind string) wireItems[T] {
	list := found.Albums
	if kind == typeTrack {
		list = found.Tracks
	}
	if kind == typeArtist {
		list = found.Artists
	}
	if list == nil {
		return wireItems[T]{}
	}
	return *list
}

// judge reads the error in a body, which comes with the status that it names, as a rule. Held by TestJudge.
func judge(resp *http.Response, body []byte) error {
	b, err := decode.Body[wireError](body)
	if err != nil || b.Error == nil {
		return providers.JudgeJSON(resp, body)
	}
	status := *resp
	if resp.StatusCode < http.StatusBadRequest {
		status.StatusCode = b.Error.Status
	}
	var e *providers.Error
	if !errors.As(providers.JudgeStatus(&status), &e) {
		e = &providers.Error{Kind: providers.ErrMalformed}
	}
	e.Status = resp.StatusCode
	e.Err = fmt.Errorf("%.200s", strings.TrimSpace(b.Error.Message+" "+b.Error.Reason))
	return e
}
