package musicbrainz

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"tutti/music"
	"tutti/providers"
	"tutti/providers/internal/decode"
)

const api = "https://musicbrainz.org/ws/2/"

// What a document of a release includes, besides what is always there. The name of an endpoint changes with its list.
const (
	incRelease = "artist-credits+labels+media+release-groups"
	incFull    = "artist-credits+isrcs+labels+recordings+release-groups"
)

// How many barcodes one search is for, and the most hits that it may return: a barcode has one or two releases as a rule, and
// beyond that number nothing is decided.
const (
	maxBarcodes = 25
	maxHits     = 100
)

// endpoints are the questions that MusicBrainz can be asked.
type endpoints struct{ search, release, full *providers.Endpoint }

// newEndpoints says what each question yields. A hit of a search also counts media and tracks, but it has no track list.
func newEndpoints() endpoints {
	head := music.PropertiesOf(music.PropTitle, music.PropArtists, music.PropGTIN, music.PropDate, music.PropLabels, music.PropTypes,
		music.PropStatus, music.PropPackaging, music.PropLanguage, music.PropAvailability, music.PropTrackCount, music.PropMBIDs)
	listed := music.PropertiesOf(music.PropMediumTitles, music.PropMediumFormats, music.PropMediumDivision, music.PropTrackTitles,
		music.PropTrackNumbers, music.PropTrackArtists, music.PropLengths, music.PropISRCs, music.PropKinds)
	search := &providers.Endpoint{
		Name: "search", Starts: providers.ByGTIN, Judge: judgeSearch, Request: searchBarcode,
		Count:  providers.Count{Forms: providers.MaxForms},
		Batch:  &providers.Batch{Max: maxBarcodes, Request: searchBarcodes, Split: split},
		Yields: head | music.PropertiesOf(music.PropAlternatives),
	}
	full := &providers.Endpoint{
		Name: "release/full", Starts: providers.ByID, After: []*providers.Endpoint{search}, Judge: judge, Request: get(incFull),
		Yields: head | listed, Loose: providers.ByID,
	}
	release := &providers.Endpoint{
		Name: "release", Starts: providers.ByID, Judge: judge, Request: get(incRelease),
		Yields: head, Wider: []*providers.Endpoint{full}, Loose: providers.ByID,
	}
	return endpoints{search: search, release: release, full: full}
}

func get(inc string) func(providers.Key) (providers.Request, error) {
	return func(k providers.Key) (providers.Request, error) {
		return providers.Get(api+"release/"+url.PathEscape(k.ID), "inc", inc, "fmt", "json"), nil
	}
}

func searchBarcode(k providers.Key) (providers.Request, error) {
	return providers.Get(api+"release", "query", "barcode:"+k.ID, "fmt", "json"), nil
}

// limitParameter is what only searches for several barcodes have. Why that matters is told in doc.go.
const limitParameter = "limit"

func searchBarcodes(keys []providers.Key) (providers.Request, error) {
	codes := make([]string, len(keys))
	for i, k := range keys {
		codes[i] = k.ID
	}
	query := "barcode:(" + strings.Join(codes, " OR ") + ")"
	return providers.Get(api+"release", "query", query, "fmt", "json", limitParameter, strconv.Itoa(maxHits)), nil
}

// split gives each barcode its hits, in the form of a search for it alone. A barcode without hits is a no only if all results are
// there and each is for one of the barcodes; of a list that was cut, nothing is known for sure.
func split(body []byte, keys []providers.Key) (map[providers.Key][]byte, error) {
	found, err := decode.Body[wireMany](body)
	switch {
	case err != nil:
		return nil, err
	case found.Releases == nil || found.Count == nil:
		return nil, &providers.Error{Kind: providers.ErrMalformed, Err: errors.New("the answer has no counted list of releases")}
	case *found.Count > len(found.Releases):
		return map[providers.Key][]byte{}, nil
	}
	hits, complete := attributed(found.Releases, keys)
	parts := map[providers.Key][]byte{}
	for _, k := range keys {
		if len(hits[k]) == 0 {
			if complete {
				parts[k] = nil
			}
			continue
		}
		part, err := json.Marshal(wirePart{Count: len(hits[k]), Releases: hits[k]})
		if err != nil {
			return nil, fmt.Errorf("split a search: %w", err)
		}
		parts[k] = part
	}
	return parts, nil
}

// attributed returns the hits for each barcode, compared by number. Complete reports that each hit is for one of them.
func attributed(releases []json.RawMessage, keys []providers.Key) (hits map[providers.Key][]json.RawMessage, complete bool) {
	hits, complete = map[providers.Key][]json.RawMessage{}, true
	for _, raw := range releases {
		owned := false
		hit, err := decode.Body[wireBarcode](raw)
		for _, k := range keys {
			if err == nil && hit.Barcode != "" && music.GTIN(k.ID).Equal(music.GTIN(hit.Barcode)) {
				hits[k] = append(hits[k], raw)
				owned = true
			}
		}
		complete = complete && owned
	}
	return hits, complete
}

// judgeSearch also says no where there are no hits; for several barcodes at once, split does.
func judgeSearch(resp *http.Response, body []byte) error {
	if err := judge(resp, body); err != nil {
		return err
	}
	found, err := decode.Body[wireMany](body)
	switch {
	case err != nil:
		return err
	case found.Releases == nil:
		return &providers.Error{Kind: providers.ErrMalformed, Status: resp.StatusCode, Err: errors.New("the answer has no list of releases")}
	case len(found.Releases) == 0 && !isForSeveral(resp.Request):
		return &providers.Error{Kind: providers.ErrNotFound, Status: resp.StatusCode}
	default:
		return nil
	}
}

func isForSeveral(r *http.Request) bool {
	return r != nil && r.URL != nil && r.URL.Query().Has(limitParameter)
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
