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
	"tutti/providers/internal/answer"
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

// entities are the questions for other things than a release.
type entities struct{ track, isrc, artist, albums, searchAlbums, searchTracks, searchArtists *providers.Endpoint }

// newEndpoints says what each question yields. A multi-get of barcodes has one album for each, so it cannot tell of others.
func newEndpoints() endpoints {
	listed := ofTracks() | music.PropertiesOf(music.PropMediumFormats, music.PropMediumDivision, music.PropTrackNumbers)
	all := listed | ofReleases()
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

// ofTracks is what is told of a track, wherever it is told of.
func ofTracks() music.Properties {
	return music.PropertiesOf(music.PropTrackTitles, music.PropTrackArtists, music.PropLengths, music.PropISRCs, music.PropKinds, music.PropExplicit)
}

// ofReleases is what is told of a release besides its tracks.
func ofReleases() music.Properties {
	return music.PropertiesOf(music.PropTitle, music.PropArtists, music.PropGTIN, music.PropDate, music.PropLabels, music.PropTypes,
		music.PropStatus, music.PropPackaging, music.PropCopyright, music.PropImages, music.PropLinks, music.PropTrackCount)
}

// newEntities says what each question for something else than a release yields. Several codes at once would have one track for each, so
// that they are asked for one by one.
func newEntities() entities {
	about := music.PropertiesOf(music.PropArtists, music.PropImages, music.PropLinks)
	regions := providers.Count{Regions: true}
	return entities{
		track: &providers.Endpoint{
			Name: "track", Starts: providers.ByTrack, Count: regions, Yields: ofTracks(), Judge: judgeFound, Request: single(getMany(typeTrack)),
			Batch: &providers.Batch{Max: maxMany, Request: getMany(typeTrack), Split: splitMany(typeTrack)},
		},
		isrc: &providers.Endpoint{
			Name: "isrc", Starts: providers.ByISRC, Count: regions, Yields: ofTracks(), Judge: judgeFound, Request: getISRC,
		},
		artist: &providers.Endpoint{
			Name: "artist", Starts: providers.ByArtist, Count: regions, Yields: about, Judge: judgeFound, Request: single(getMany(typeArtist)),
			Batch: &providers.Batch{Max: maxMany, Request: getMany(typeArtist), Split: splitMany(typeArtist)},
		},
		albums: &providers.Endpoint{
			Name: "artist/albums", Starts: providers.ByDiscography, Count: regions, Yields: ofReleases(), Judge: judgePage, Request: getDiscography,
		},
		searchAlbums: &providers.Endpoint{
			Name: "search/album", Starts: providers.BySearchingReleases, Yields: ofReleases(), Judge: judgeAlbums, Request: search(typeAlbum),
		},
		searchTracks: &providers.Endpoint{
			Name: "search/track", Starts: providers.BySearchingTracks, Yields: ofTracks(), Judge: judgeTracks, Request: search(typeTrack),
		},
		searchArtists: &providers.Endpoint{
			Name: "search/artist", Starts: providers.BySearchingArtists, Yields: about, Judge: judgeArtists, Request: search(typeArtist),
		},
	}
}

// all are the endpoints in order of preference.
func (e endpoints) all() []*providers.Endpoint {
	return []*providers.Endpoint{
		e.release, e.first, e.barcode, e.items, e.track, e.isrc, e.artist, e.albums, e.searchAlbums, e.searchTracks, e.searchArtists,
	}
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
	codes := make([]string, len(keys))
	for i, k := range keys {
		codes[i] = k.ID
	}
	return get(typeAlbum, regionOf(keys), "filter[barcodeId]", strings.Join(codes, ",")), nil
}

// get asks for the entities of a kind that a filter lets through.
func get(kind string, in music.Region, filter, value string) providers.Request {
	return providers.Get(api+kind+"s", "countryCode", string(in), "include", included(kind), filter, value)
}

// included is what is wanted along with entities of a kind. Relationships that a kind does not have must not be asked for.
func included(kind string) string {
	switch kind {
	case typeVideo:
		return "artists,providers,thumbnailArt"
	case typeTrack:
		return "artists,albums.artists,albums.providers,albums.coverArt"
	case typeArtist:
		return "profileArt"
	default:
		return "artists,items.artists,providers,coverArt"
	}
}

// hits is what is wanted along with the entities of a kind that a list leads to. Of albums, it leaves out the items.
func hits(kind string) string {
	switch kind {
	case typeTrack:
		return "tracks.artists,tracks.albums.artists,tracks.albums.providers,tracks.albums.coverArt"
	case typeArtist:
		return "artists.profileArt"
	default:
		return "albums.artists,albums.providers,albums.coverArt"
	}
}

// getMany asks for entities of one kind by their ids.
func getMany(kind string) func([]providers.Key) (providers.Request, error) {
	return func(keys []providers.Key) (providers.Request, error) {
		ids := make([]string, len(keys))
		for i, k := range keys {
			ids[i] = k.ID
		}
		return get(kind, regionOf(keys), "filter[id]", strings.Join(ids, ",")), nil
	}
}

// single asks for one as for many.
func single(many func([]providers.Key) (providers.Request, error)) func(providers.Key) (providers.Request, error) {
	return func(k providers.Key) (providers.Request, error) { return many([]providers.Key{k}) }
}

func getISRC(k providers.Key) (providers.Request, error) {
	return get(typeTrack, k.Region, "filter[isrc]", k.ID), nil
}

func getDiscography(k providers.Key) (providers.Request, error) {
	return getRelated(k, "artists", typeAlbum)
}

// getRelated asks for a page of the entities of a kind that something leads to.
func getRelated(k providers.Key, from, kind string) (providers.Request, error) {
	pairs := []string{"countryCode", string(k.Region), "include", hits(kind)}
	if k.Page != "" {
		pairs = append(pairs, cursorName, k.Page)
	}
	return providers.Get(api+from+"/"+url.PathEscape(k.ID)+"/relationships/"+kind+"s", pairs...), nil
}

// search asks for the entities of a kind that fit a text. Further pages are those of a list, whose id takes the place of the text.
func search(kind string) func(providers.Key) (providers.Request, error) {
	return func(k providers.Key) (providers.Request, error) {
		if k.Page != "" {
			return getRelated(k, resultType, kind)
		}
		return providers.Get(api+resultType, "countryCode", string(k.Region), "include", hits(kind), "filter[query]", k.ID), nil
	}
}

// resultType is the type of what a search makes.
const resultType = "searchResults"

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

// judgeAlbums, judgeTracks and judgeArtists demand what a search leads to.
func judgeAlbums(resp *http.Response, body []byte) error { return judgeHits(resp, body, typeAlbum) }

func judgeTracks(resp *http.Response, body []byte) error { return judgeHits(resp, body, typeTrack) }

func judgeArtists(resp *http.Response, body []byte) error { return judgeHits(resp, body, typeArtist) }

func judgeHits(resp *http.Response, body []byte, kind string) error {
	if err := judgePage(resp, body); err != nil {
		return err
	}
	list, err := decode.Body[wireDocument](body)
	if err != nil {
		return err
	}
	for _, r := range list.Data {
		if r.Type == resultType && hitsOf(r, kind).Data == nil {
			return answer.NoList(resp.StatusCode, kind+"s")
		}
	}
	return nil
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
