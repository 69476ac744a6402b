package musicbrainz

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"

	"tutti/music"
	"tutti/providers"
	"tutti/providers/internal/answer"
	"tutti/providers/internal/decode"
)

// splitBarcodes gives each barcode its hits, in the form of a search for it alone. A barcode without hits is a no only if all results
// are there and each is for one of the barcodes; of a list that was cut, nothing is known for sure.
func splitBarcodes(body []byte, keys []providers.Key) (map[providers.Key][]byte, error) {
	found, isWhole, err := hitsIn(body, "releases", func(l wireLists) []json.RawMessage { return l.Releases })
	if err != nil || !isWhole {
		return map[providers.Key][]byte{}, err
	}
	hits, isComplete := attributed(found, keys, hasBarcode)
	parts, err := answersTo(hits, func(k providers.Key) any { return wirePart{Count: len(hits[k]), Releases: hits[k]} })
	if isComplete {
		denyOthers(parts, keys)
	}
	return parts, err
}

// splitCodes gives each recording code its hits, in the form of an answer about it alone. What holds for barcodes holds here.
func splitCodes(body []byte, keys []providers.Key) (map[providers.Key][]byte, error) {
	found, isWhole, err := hitsIn(body, "recordings", func(l wireLists) []json.RawMessage { return l.Recordings })
	if err != nil || !isWhole {
		return map[providers.Key][]byte{}, err
	}
	hits, isComplete := attributed(found, keys, hasCode)
	parts, err := answersTo(hits, func(k providers.Key) any { return wireISRCPart{ISRC: k.ID, Recordings: hits[k]} })
	if isComplete {
		denyOthers(parts, keys)
	}
	return parts, err
}

// splitRecordings gives each id its recording, which a hit says as much of. An id without one is never a no: the recording may have
// been merged into another one, which only a question for it alone tells.
func splitRecordings(body []byte, keys []providers.Key) (map[providers.Key][]byte, error) {
	found, isWhole, err := hitsIn(body, "recordings", func(l wireLists) []json.RawMessage { return l.Recordings })
	if err != nil || !isWhole {
		return map[providers.Key][]byte{}, err
	}
	hits, _ := attributed(found, keys, hasID)
	return answersTo(hits, func(k providers.Key) any { return hits[k][0] })
}

// hitsIn returns the hits of a search, and whether all of its results are among them.
func hitsIn(body []byte, name string, list func(wireLists) []json.RawMessage) (hits []json.RawMessage, isWhole bool, err error) {
	found, err := decode.Body[wireLists](body)
	hits = list(found)
	switch {
	case err != nil:
		return nil, false, err
	case hits == nil || found.Count == nil:
		return nil, false, &providers.Error{Kind: providers.ErrMalformed, Err: errors.New("the answer has no counted list of " + name)}
	default:
		return hits, *found.Count <= len(hits), nil
	}
}

// attributed returns the hits for each key. Complete reports that each hit is for one of them.
func attributed(
	found []json.RawMessage, keys []providers.Key, of func(wireHit, providers.Key) bool,
) (hits map[providers.Key][]json.RawMessage, complete bool) {
	hits, complete = map[providers.Key][]json.RawMessage{}, true
	for _, raw := range found {
		owned := false
		hit, err := decode.Body[wireHit](raw)
		for _, k := range keys {
			if err == nil && of(hit, k) {
				hits[k] = append(hits[k], raw)
				owned = true
			}
		}
		complete = complete && owned
	}
	return hits, complete
}

// hasBarcode compares by number.
func hasBarcode(hit wireHit, k providers.Key) bool {
	return hit.Barcode != "" && music.GTIN(k.ID).Equal(music.GTIN(hit.Barcode))
}

func hasCode(hit wireHit, k providers.Key) bool { return carries(hit.ISRCs, music.ISRC(k.ID)) }

func hasID(hit wireHit, k providers.Key) bool { return k.ID != "" && hit.ID == k.ID }

// carries reports whether a code is among codes, however these are written.
func carries(codes []string, isrc music.ISRC) bool {
	return slices.ContainsFunc(codes, func(c string) bool {
		code, ok := music.NormalizeISRC(music.ISRC(c))
		return ok && code == isrc
	})
}

// answersTo writes the answer about each key with hits.
func answersTo(hits map[providers.Key][]json.RawMessage, answer func(providers.Key) any) (map[providers.Key][]byte, error) {
	parts := map[providers.Key][]byte{}
	for k := range hits {
		part, err := json.Marshal(answer(k))
		if err != nil {
			return nil, fmt.Errorf("split a search: %w", err)
		}
		parts[k] = part
	}
	return parts, nil
}

// denyOthers says no to all keys that have no part: it is known that there are no more hits than these.
func denyOthers(parts map[providers.Key][]byte, keys []providers.Key) {
	for _, k := range keys {
		if _, ok := parts[k]; !ok && parts != nil {
			parts[k] = nil
		}
	}
}

// judgeSearch also says no where there are no hits; for several barcodes at once, split does.
func judgeSearch(resp *http.Response, body []byte) error {
	if err := judge(resp, body); err != nil {
		return err
	}
	found, err := decode.Body[wireLists](body)
	switch {
	case err != nil:
		return err
	case found.Releases == nil:
		return answer.NoList(resp.StatusCode, "releases")
	case len(found.Releases) == 0 && !isForSeveral(resp.Request):
		return &providers.Error{Kind: providers.ErrNotFound, Status: resp.StatusCode}
	default:
		return nil
	}
}

func isForSeveral(r *http.Request) bool {
	return r != nil && r.URL != nil && r.URL.Query().Has(limitParameter)
}

// judgeReleases, judgeRecordings and judgeArtists demand the list of what was asked for. None of any length says no.
func judgeReleases(resp *http.Response, body []byte) error {
	return judgeList(resp, body, "releases", func(l wireLists) []json.RawMessage { return l.Releases })
}

func judgeRecordings(resp *http.Response, body []byte) error {
	return judgeList(resp, body, "recordings", func(l wireLists) []json.RawMessage { return l.Recordings })
}

func judgeArtists(resp *http.Response, body []byte) error {
	return judgeList(resp, body, "artists", func(l wireLists) []json.RawMessage { return l.Artists })
}

func judgeList(resp *http.Response, body []byte, name string, list func(wireLists) []json.RawMessage) error {
	if err := judge(resp, body); err != nil {
		return err
	}
	lists, err := decode.Body[wireLists](body)
	if err == nil && list(lists) == nil {
		err = answer.NoList(resp.StatusCode, name)
	}
	return err
}

// judge reads the text of an error, which comes with a status that fits, as a rule. 503 means too many requests. Held by TestJudge.
func judge(resp *http.Response, body []byte) error {
	err := providers.JudgeJSON(resp, body)
	words := wordsIn(body)
	e, ok := errors.AsType[*providers.Error](err)
	switch {
	case err == nil && words == "":
		return nil
	case err == nil:
		return &providers.Error{Kind: kindOf(words), Status: resp.StatusCode, Err: errors.New(words)}
	case !ok:
		return err
	}
	if resp.StatusCode == http.StatusServiceUnavailable {
		e.Kind = providers.ErrRateLimited
	}
	if words != "" {
		e.Err = errors.New(words)
	}
	return e
}

// wordsIn returns the text of an error, shortened; empty: the body has none.
func wordsIn(body []byte) string {
	b, err := decode.Body[wireError](body)
	if err != nil {
		return ""
	}
	return fmt.Sprintf("%.200s", strings.TrimSpace(b.Error))
}

// kindOf returns what an error is by its text alone. Most are about the question.
func kindOf(words string) error {
	text := strings.ToLower(words)
	switch {
	case strings.Contains(text, "not found"):
		return providers.ErrNotFound
	case strings.Contains(text, "rate limit"), strings.Contains(text, "busy"), strings.Contains(text, "try again"):
		return providers.ErrRateLimited
	default:
		return providers.ErrInvalid
	}
}
