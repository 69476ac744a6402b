package tidal

import (
	"cmp"
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

const api = "https://openapi.tidal.com/v2/"

// mediaType is that of JSON:API.
const mediaType = "application/vnd.api+json"

// pageSize is how many items a page has. maxPages is where we stop.
const (
	pageSize = 20
	maxPages = 25
)

// maxMany is how many keys a multi-get takes: as many as its answer has on a page.
const maxMany = 20

// videoMark begins the key of a release that is a video.
const videoMark = typeVideo + "/"

// endpoints are the questions that Tidal can be asked.
type endpoints struct {
	release, first, barcode, items *providers.Endpoint
	entities
}

// newEndpoints says what each question yields. A multi-get of barcodes has one album for each, so it cannot tell of others.
func newEndpoints() endpoints {
	listed := music.PropertiesOf(music.PropMediumFormats, music.PropMediumDivision, music.PropTrackTitles, music.PropTrackNumbers,
		music.PropTrackArtists, music.PropLengths, music.PropISRCs, music.PropKinds, music.PropExplicit)
	all := listed | music.PropertiesOf(music.PropTitle, music.PropArtists, music.PropGTIN, music.PropDate, music.PropLabels, music.PropTypes,
		music.PropStatus, music.PropPackaging, music.PropCopyright, music.PropImages, music.PropLinks, music.PropTrackCount)
	regions := providers.Count{Regions: true}
	release := &providers.Endpoint{
		Name: "release", Starts: providers.ByID, Count: regions, Yields: all, Judge: judgeFound, Request: getRelease,
		Batch: &providers.Batch{Max: maxMany, Request: getReleases, Split: splitReleases},
	}
	barcode := &providers.Endpoint{
		Name: "barcode", Starts: providers.ByGTIN, Count: regions, Yields: all | music.PropertiesOf(music.PropAlternatives),
		Judge: judgeFound, Request: getBarcode,
	}
	first := &providers.Endpoint{
		Name: "barcode/first", Starts: providers.ByGTIN, Count: regions, Yields: all, Wider: []*providers.Endpoint{barcode},
		Judge: judgeFound, Request: getBarcode,
		Batch: &providers.Batch{Max: maxMany, Request: getBarcodes, Split: splitBarcodes},
	}
	items := &providers.Endpoint{
		Name: "items", After: []*providers.Endpoint{release, first, barcode}, Yields: listed, Judge: judgePage, Request: getItems,
		Count: providers.Count{PerTrack: true, Size: pageSize, Skip: pageSize, Fills: true, Max: maxPages},
	}
	return endpoints{release: release, first: first, barcode: barcode, items: items, entities: newEntities()}
}

// all are the endpoints in order of preference.
func (e endpoints) all() []*providers.Endpoint {
	return append([]*providers.Endpoint{e.release, e.first, e.barcode, e.items}, e.entities.all()...)
}

// headers say what is understood.
func headers(string) http.Header { return http.Header{"Accept": {mediaType}} }

func getRelease(k providers.Key) (providers.Request, error) {
	return getReleases([]providers.Key{k})
}

// getReleases asks for albums, or for videos if there are no albums among the keys: they are different lists.
func getReleases(keys []providers.Key) (providers.Request, error) {
	kind := askedFor(keys)
	ids := make([]string, 0, len(keys))
	for _, k := range keys {
		if typ, id := splitID(k.ID); typ == kind {
			ids = append(ids, id)
		}
	}
	return get(kind, regionOf(keys), "filter[id]", strings.Join(ids, ",")), nil
}

func getBarcode(k providers.Key) (providers.Request, error) {
	return getBarcodes([]providers.Key{k})
}

func getBarcodes(keys []providers.Key) (providers.Request, error) {
	return get(typeAlbum, regionOf(keys), "filter[barcodeId]", joined(keys)), nil
}

// joined is the list of what keys are about.
func joined(keys []providers.Key) string {
	ids := make([]string, len(keys))
	for i, k := range keys {
		ids[i] = k.ID
	}
	return strings.Join(ids, ",")
}

// get asks for the releases of a kind that a filter lets through. Relationships that a kind does not have must not be asked for.
func get(kind string, in music.Region, filter, value string) providers.Request {
	include := "artists,items.artists,providers,coverArt"
	if kind == typeVideo {
		include = "artists,providers,thumbnailArt"
	}
	return providers.Get(api+kind+"s", "countryCode", string(in), "include", include, filter, value)
}

func getItems(k providers.Key) (providers.Request, error) {
	pairs := []string{"countryCode", string(k.Region), "include", "items.artists"}
	if k.Page != "" {
		pairs = append(pairs, cursorName, k.Page)
	}
	return providers.Get(api+"albums/"+url.PathEscape(k.ID)+"/relationships/items", pairs...), nil
}

// cursorName is the parameter that names a page.
const cursorName = "page[cursor]"

// splitID returns the type and the id of a release that is written as one text.
func splitID(text string) (typ, id string) {
	if id, ok := strings.CutPrefix(text, videoMark); ok {
		return typeVideo, id
	}
	return typeAlbum, text
}

// askedFor is the kind of releases that a multi-get of these keys asks for.
func askedFor(keys []providers.Key) string {
	kind := typeVideo
	for _, k := range keys {
		if typ, _ := splitID(k.ID); typ == typeAlbum {
			kind = typeAlbum
		}
	}
	return kind
}

// regionOf is the country that keys of one multi-get have in common.
func regionOf(keys []providers.Key) music.Region {
	if len(keys) == 0 {
		return ""
	}
	return keys[0].Region
}

// judgeFound also says no where nothing was found.
func judgeFound(resp *http.Response, body []byte) error {
	if err := judgePage(resp, body); err != nil {
		return err
	}
	if list, err := decode.Body[wireParts](body); err != nil || len(list.Data) == 0 {
		return &providers.Error{Kind: providers.ErrNotFound, Status: resp.StatusCode, Err: err}
	}
	return nil
}

// judgePage demands a list.
func judgePage(resp *http.Response, body []byte) error {
	if err := judge(resp, body); err != nil {
		return err
	}
	list, err := decode.Body[wireParts](body)
	if err == nil && list.Data == nil {
		err = &providers.Error{Kind: providers.ErrMalformed, Status: resp.StatusCode, Err: errors.New("the answer has no list")}
	}
	return err
}

// judge reads the errors in a body, which comes with the status that they name, as a rule. Held by TestJudge.
func judge(resp *http.Response, body []byte) error {
	b, err := decode.Body[wireErrors](body)
	if err != nil || len(b.Errors) == 0 {
		return providers.JudgeJSON(resp, body)
	}
	status := *resp
	if resp.StatusCode < http.StatusBadRequest {
		status.StatusCode = statusOf(b.Errors)
	}
	var e *providers.Error
	if !errors.As(providers.JudgeStatus(&status), &e) {
		e = &providers.Error{Kind: providers.ErrMalformed}
	}
	e.Status, e.Err = resp.StatusCode, described(b.Errors)
	return e
}

// statusOf returns the first status that errors name, or 0.
func statusOf(list []wireError) int {
	for _, e := range list {
		if n, err := strconv.Atoi(e.Status); err == nil {
			return n
		}
	}
	return 0
}

// described says what errors are about, and what they are.
func described(list []wireError) error {
	texts := make([]string, len(list))
	for i, e := range list {
		about := cmp.Or(e.Source.Parameter, e.Source.Pointer, e.Code, e.Meta.Category)
		texts[i] = strings.Trim(about+": "+e.Detail, ": ")
	}
	return fmt.Errorf("%.200s", strings.Join(texts, "; "))
}
