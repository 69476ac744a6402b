package spotify

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"tutti/music"
	"tutti/providers"
	"tutti/providers/internal/decode"
)

const api = "https://api.spotify.com/v1/"

// pageSize is how many tracks an album holds, and the most that a page may. maxPages and maxTracks are where we stop.
const (
	pageSize  = 50
	maxPages  = 10
	maxTracks = 500
)

// How many keys the multi-gets take. A URL of 50 ids has 1,200 bytes.
const (
	maxAlbums = 20
	maxSongs  = 50
)

// endpoints are the questions that Spotify can be asked.
type endpoints struct{ search, album, page, track *providers.Endpoint }

// newEndpoints says what each question yields. A search names albums, but not the barcode that it would have to be checked by.
func newEndpoints() endpoints {
	listed := music.PropertiesOf(music.PropMediumFormats, music.PropMediumDivision, music.PropTrackTitles, music.PropTrackNumbers,
		music.PropTrackArtists, music.PropLengths, music.PropExplicit, music.PropTrackAvailability)
	search := &providers.Endpoint{
		Name: "search", Starts: providers.ByGTIN, Judge: judgeSearch, Request: searchAlbums,
		Count:  providers.Count{Regions: true, Forms: providers.MaxForms},
		Yields: music.PropertiesOf(music.PropAlternatives),
	}
	album := &providers.Endpoint{
		Name: "album", Starts: providers.ByID, After: []*providers.Endpoint{search}, Judge: judge, Request: get("albums/"),
		Batch: &providers.Batch{
			Max: maxAlbums, Request: getMany("albums"), Split: split(func(b wireBatch) []json.RawMessage { return b.Albums }),
		},
		Yields: listed | music.PropertiesOf(music.PropTitle, music.PropArtists, music.PropGTIN, music.PropDate, music.PropLabels,
			music.PropTypes, music.PropStatus, music.PropPackaging, music.PropCopyright, music.PropImages, music.PropLinks,
			music.PropAvailability, music.PropTrackCount),
	}
	page := &providers.Endpoint{
		Name: "page", After: []*providers.Endpoint{album}, Judge: judge, Request: trackPage, Yields: listed,
		Count: providers.Count{PerTrack: true, Size: pageSize, Skip: pageSize, Fills: true, Max: maxPages},
	}
	track := &providers.Endpoint{
		Name: "track", After: []*providers.Endpoint{album, page}, Judge: judge, Request: get("tracks/"),
		Batch: &providers.Batch{
			Max: maxSongs, Request: getMany("tracks"), Split: split(func(b wireBatch) []json.RawMessage { return b.Tracks }),
		},
		Yields: music.PropertiesOf(music.PropISRCs),
		Count:  providers.Count{PerTrack: true, Max: maxTracks},
	}
	return endpoints{search: search, album: album, page: page, track: track}
}

func searchAlbums(k providers.Key) (providers.Request, error) {
	pairs := []string{"type", "album", "q", "upc:" + k.ID}
	if k.Region != "" {
		pairs = append(pairs, "market", string(k.Region))
	}
	return providers.Get(api+"search", pairs...), nil
}

func get(path string) func(providers.Key) (providers.Request, error) {
	return func(k providers.Key) (providers.Request, error) {
		return providers.Get(api + path + url.PathEscape(k.ID)), nil
	}
}

func getMany(path string) func([]providers.Key) (providers.Request, error) {
	return func(keys []providers.Key) (providers.Request, error) {
		ids := make([]string, len(keys))
		for i, k := range keys {
			ids[i] = k.ID
		}
		return providers.Get(api+path, "ids", strings.Join(ids, ",")), nil
	}
}

func trackPage(k providers.Key) (providers.Request, error) {
	pairs := []string{"limit", strconv.Itoa(pageSize)}
	if k.Page != "" {
		pairs = append(pairs, "offset", k.Page)
	}
	return providers.Get(api+"albums/"+url.PathEscape(k.ID)+"/tracks", pairs...), nil
}

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
		return &providers.Error{Kind: providers.ErrMalformed, Status: resp.StatusCode, Err: errors.New("the answer has no list of albums")}
	case len(found.Albums.Items) == 0:
		return &providers.Error{Kind: providers.ErrNotFound, Status: resp.StatusCode}
	default:
		return nil
	}
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
