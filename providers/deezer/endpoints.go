package deezer

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"tutti/music"
	"tutti/providers"
	"tutti/providers/internal/answer"
	"tutti/providers/internal/decode"
)

const api = "https://api.deezer.com/"

// pageSize is the largest number of tracks that the service sends at once, so that nearly every album is one page. The default is
// 25. maxPages and maxTracks are where we stop: 500 tracks.
const (
	pageSize  = 100
	maxPages  = 5
	maxTracks = pageSize * maxPages
)

// How many entries a page of a discography and of a search has. Nearly every discography is one page.
const (
	listSize   = 100
	searchSize = 20
)

// endpoints are the questions that Deezer can be asked.
type endpoints struct {
	album, upc, tracks, track *providers.Endpoint
	entities
}

// entities are the questions for other things than a release.
type entities struct{ isrc, artist, albums, searchAlbums, searchTracks, searchArtists *providers.Endpoint }

// newEndpoints says what each question yields. The embedded list of an album names one artist per track and, since some time, ISRCs;
// neither can be relied on, so that it yields neither.
func newEndpoints() endpoints {
	listed := music.PropertiesOf(music.PropTrackTitles, music.PropLengths, music.PropExplicit)
	placed := listed | music.PropertiesOf(music.PropMediumDivision, music.PropMediumFormats, music.PropTrackNumbers, music.PropISRCs)
	album := &providers.Endpoint{
		Name: "album", Starts: providers.ByID, Judge: judge, Request: get("album/"),
		Yields: listed | music.PropertiesOf(music.PropTitle, music.PropArtists, music.PropGTIN, music.PropDate, music.PropLabels,
			music.PropTypes, music.PropStatus, music.PropPackaging, music.PropImages, music.PropLinks, music.PropTrackCount),
	}
	upc := &providers.Endpoint{
		Name: "album/upc", Starts: providers.ByGTIN, Judge: judge, Request: get("album/upc:"), Yields: album.Yields,
	}
	tracks := &providers.Endpoint{
		Name: "tracks", After: []*providers.Endpoint{album, upc}, Judge: judge, Yields: placed, Request: trackPage,
		Count: providers.Count{PerTrack: true, Size: pageSize, Fills: true, Max: maxPages},
	}
	track := &providers.Endpoint{
		Name: "track", Starts: providers.ByTrack, After: []*providers.Endpoint{album, upc, tracks}, Judge: judge, Request: get("track/"),
		Yields: placed | music.PropertiesOf(music.PropTrackArtists, music.PropTrackAvailability, music.PropAvailability),
		Count:  providers.Count{PerTrack: true, Max: maxTracks},
	}
	return endpoints{album: album, upc: upc, tracks: tracks, track: track, entities: newEntities(track.Yields)}
}

// newEntities says what each question for something else than a release yields. A list names one artist per album or track, if any,
// so that it yields none.
func newEntities(track music.Properties) entities {
	listed := music.PropertiesOf(music.PropTitle, music.PropTypes, music.PropStatus, music.PropPackaging, music.PropImages, music.PropLinks)
	about := music.PropertiesOf(music.PropArtists, music.PropImages, music.PropLinks)
	list := func(name string, starts providers.By, size int, yields music.Properties) *providers.Endpoint {
		return &providers.Endpoint{
			Name: name, Starts: starts, Judge: judgeList, Yields: yields, Count: providers.Count{Size: size}, Request: search(name, size),
		}
	}
	albums := list("artist/albums", providers.ByDiscography, listSize, listed|music.PropertiesOf(music.PropDate))
	albums.Request = func(k providers.Key) (providers.Request, error) {
		return providers.Get(api+"artist/"+url.PathEscape(k.ID)+"/albums", pageAt(k, listSize)...), nil
	}
	return entities{
		isrc:         &providers.Endpoint{Name: "track/isrc", Starts: providers.ByISRC, Judge: judge, Request: get("track/isrc:"), Yields: track},
		artist:       &providers.Endpoint{Name: "artist", Starts: providers.ByArtist, Judge: judge, Request: get("artist/"), Yields: about},
		albums:       albums,
		searchAlbums: list("search/album", providers.BySearchingReleases, searchSize, listed|music.PropertiesOf(music.PropTrackCount)),
		searchTracks: list("search/track", providers.BySearchingTracks, searchSize,
			music.PropertiesOf(music.PropTrackTitles, music.PropLengths, music.PropExplicit)),
		searchArtists: list("search/artist", providers.BySearchingArtists, searchSize, about),
	}
}

// all are the endpoints in order of preference.
func (e endpoints) all() []*providers.Endpoint {
	return []*providers.Endpoint{
		e.album, e.upc, e.tracks, e.track, e.isrc, e.artist, e.albums, e.searchAlbums, e.searchTracks, e.searchArtists,
	}
}

func get(path string) func(providers.Key) (providers.Request, error) {
	return func(k providers.Key) (providers.Request, error) {
		return providers.Get(api + path + url.PathEscape(k.ID)), nil
	}
}

func trackPage(k providers.Key) (providers.Request, error) {
	return providers.Get(api+"album/"+url.PathEscape(k.ID)+"/tracks", pageAt(k, pageSize)...), nil
}

func search(path string, size int) func(providers.Key) (providers.Request, error) {
	return func(k providers.Key) (providers.Request, error) {
		return providers.Get(api+path, append([]string{"q", k.ID}, pageAt(k, size)...)...), nil
	}
}

// pageAt returns the parameters of a page.
func pageAt(k providers.Key, size int) []string {
	pairs := []string{"limit", strconv.Itoa(size)}
	if k.Page != "" {
		pairs = append(pairs, "index", k.Page)
	}
	return pairs
}

// judgeList also demands the list.
func judgeList(resp *http.Response, body []byte) error {
	if err := judge(resp, body); err != nil {
		return err
	}
	list, err := decode.Body[wireList[json.RawMessage]](body)
	if err == nil && list.Data == nil {
		err = answer.NoList(resp.StatusCode, "entries")
	}
	return err
}

// judge reads the error in a body, which mostly comes with status 200. Held by TestJudge.
func judge(resp *http.Response, body []byte) error {
	if e, ok := errorIn(body); ok && resp.StatusCode < http.StatusInternalServerError {
		return e.judged(resp)
	}
	return providers.JudgeJSON(resp, body)
}

// Codes of errors: https://developers.deezer.com/api/errors
const (
	codeQuota            = 4
	codeItems            = 100
	codePermission       = 200
	codeToken            = 300
	codeParameter        = 500
	codeMissingParameter = 501
	codeQuery            = 600
	codeBusy             = 700
	codeNoData           = 800
)

// fault is an error as the service words it. Without a code it is a bare text.
type fault struct {
	Code    int    `json:"code"`
	Message string `json:"message"`
}

// errorIn returns the error of a body, if it has one: an object, or a bare text.
func errorIn(body []byte) (fault, bool) {
	b, err := decode.Body[wireError](body)
	raw := strings.TrimSpace(string(b.Error))
	if err != nil || raw == "" || raw == "null" || raw == "[]" {
		return fault{}, false
	}
	f, err := decode.Body[fault](b.Error)
	if err != nil {
		f.Message = strings.Trim(raw, `"`)
	}
	return f, true
}

// judged says what kind of failure an error is: by its code, else by the status.
func (f fault) judged(resp *http.Response) error {
	kind := f.kind()
	if kind == nil {
		if err := providers.JudgeStatus(resp); err != nil {
			return err
		}
		kind = providers.ErrMalformed
	}
	e := &providers.Error{Kind: kind, Status: resp.StatusCode, Err: errors.New(f.words())}
	if f.isLimit() {
		e.RetryAfter = retryAfter(resp.Header)
	}
	return e
}

// retryAfter reads the header of that name, whatever the status was.
func retryAfter(h http.Header) time.Duration {
	err := providers.JudgeStatus(&http.Response{StatusCode: http.StatusTooManyRequests, Header: h})
	if e, ok := errors.AsType[*providers.Error](err); ok {
		return e.RetryAfter
	}
	return 0
}

// words returns the code and the message, shortened.
func (f fault) words() string {
	return strings.TrimSpace(fmt.Sprintf("code %d %.200s", f.Code, f.Message))
}

func (f fault) isLimit() bool { return f.Code == codeQuota || f.Code == codeBusy }

// kind returns what a code means; nil: it says nothing.
func (f fault) kind() error {
	switch f.Code {
	case codeQuota, codeBusy:
		return providers.ErrRateLimited
	case codePermission, codeToken:
		return providers.ErrDenied
	case codeNoData:
		return providers.ErrNotFound
	case codeItems, codeParameter, codeMissingParameter, codeQuery:
		return providers.ErrInvalid
	default:
		return nil
	}
}
