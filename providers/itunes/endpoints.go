package itunes

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strconv"
	"strings"

	"tutti/music"
	"tutti/providers"
	"tutti/providers/internal/decode"
)

// Addresses of the service. A lookup is by ids, a search by words.
const (
	lookupURL = "https://itunes.apple.com/lookup"
	searchURL = "https://itunes.apple.com/search"
)

// searchSize is how many hits a search asks for. There are no further pages.
const searchSize = 20

// maxEntities is the largest number of results, songs included; the default is 50.
const maxEntities = 200

// How many keys the multi-gets take. Albums with songs are few, so that their songs find room. A URL of 150 ids has 2,200 bytes.
const (
	maxAlbums         = 150
	maxBarcodes       = 50
	maxAlbumsAndSongs = 8
)

// Parameters that say what is looked up. Their values may be lists.
const (
	byID  = "id"
	byUPC = "upc"
)

const listSeparator = ","

// endpoints are the questions that iTunes can be asked.
type endpoints struct {
	album, upc, albumSongs, upcSongs *providers.Endpoint
	entities
}

// entities are the questions for other things than a release.
type entities struct{ track, artist, albums, searchAlbums, searchTracks, searchArtists *providers.Endpoint }

// newEndpoints says what each question yields. What one can do at a page is known of its songs; and that a barcode has other albums
// is only told where one barcode is asked for alone.
func newEndpoints() endpoints {
	release := music.PropertiesOf(music.PropTitle, music.PropArtists, music.PropGTIN, music.PropDate, music.PropTypes, music.PropStatus,
		music.PropPackaging, music.PropCopyright, music.PropImages, music.PropTrackCount)
	everything := release | ofTracks() | music.PropertiesOf(music.PropLinks)
	once := providers.Count{Regions: true}
	albumSongs := &providers.Endpoint{
		Name: "album/songs", Starts: providers.ByID, Judge: judge, Request: getSongs(byID), Count: once, Yields: everything,
		Batch: &providers.Batch{Max: maxAlbumsAndSongs, Request: getManySongs, Split: splitIDs},
	}
	album := &providers.Endpoint{
		Name: "album", Starts: providers.ByID, Judge: judge, Request: get(byID), Count: once, Yields: release,
		Batch: &providers.Batch{Max: maxAlbums, Request: getMany(byID), Split: splitIDs}, Wider: []*providers.Endpoint{albumSongs},
	}
	upcSongs := &providers.Endpoint{
		Name: "upc/songs", Starts: providers.ByGTIN, Judge: judge, Request: getSongs(byUPC), Count: once, Loose: providers.ByGTIN,
		Yields: everything | music.PropertiesOf(music.PropAlternatives),
	}
	upc := &providers.Endpoint{
		Name: "upc", Starts: providers.ByGTIN, Judge: judge, Request: get(byUPC), Count: once, Loose: providers.ByGTIN, Yields: release,
		Batch: &providers.Batch{Max: maxBarcodes, Request: getMany(byUPC), Split: splitBarcodes}, Wider: []*providers.Endpoint{upcSongs},
	}
	return endpoints{album: album, upc: upc, albumSongs: albumSongs, upcSongs: upcSongs, entities: newEntities(release)}
}

// newEntities says what each question for something else than a release yields.
func newEntities(release music.Properties) entities {
	track := ofTracks().Without(music.PropertiesOf(music.PropMediumFormats, music.PropMediumDivision))
	about := music.PropertiesOf(music.PropArtists, music.PropLinks)
	one := func(name string, starts providers.By, yields music.Properties) *providers.Endpoint {
		return &providers.Endpoint{
			Name: name, Starts: starts, Judge: judge, Request: get(byID), Count: providers.Count{Regions: true}, Yields: yields,
			Batch: &providers.Batch{Max: maxAlbums, Request: getMany(byID), Split: splitIDs},
		}
	}
	search := func(entity string, starts providers.By, yields music.Properties) *providers.Endpoint {
		return &providers.Endpoint{Name: "search/" + entity, Starts: starts, Judge: judgeList, Request: searchFor(entity), Yields: yields}
	}
	return entities{
		track: one("track", providers.ByTrack, track), artist: one("artist", providers.ByArtist, about),
		albums: &providers.Endpoint{
			Name: "artist/albums", Starts: providers.ByDiscography, Judge: judge, Request: albumsOf,
			Count: providers.Count{Regions: true}, Yields: release,
		},
		searchAlbums:  search("album", providers.BySearchingReleases, release),
		searchTracks:  search("song", providers.BySearchingTracks, track),
		searchArtists: search("musicArtist", providers.BySearchingArtists, about),
	}
}

// all are the endpoints in order of preference.
func (e endpoints) all() []*providers.Endpoint {
	return []*providers.Endpoint{
		e.album, e.upc, e.albumSongs, e.upcSongs, e.track, e.artist, e.albums, e.searchAlbums, e.searchTracks, e.searchArtists,
	}
}

// ofTracks is what only songs tell.
func ofTracks() music.Properties {
	return music.PropertiesOf(music.PropMediumFormats, music.PropMediumDivision, music.PropTrackTitles, music.PropTrackNumbers,
		music.PropTrackArtists, music.PropLengths, music.PropKinds, music.PropExplicit)
}

// hasSongs reports whether the documents of an endpoint hold songs.
func (e endpoints) hasSongs(of *providers.Endpoint) bool {
	return of == e.albumSongs || of == e.upcSongs
}

func get(by string) func(providers.Key) (providers.Request, error) {
	return func(k providers.Key) (providers.Request, error) {
		return providers.Get(lookupURL, in(k.Region, by, k.ID)...), nil
	}
}

func getSongs(by string) func(providers.Key) (providers.Request, error) {
	return func(k providers.Key) (providers.Request, error) { return songs(k.Region, by, k.ID), nil }
}

func getMany(by string) func([]providers.Key) (providers.Request, error) {
	return func(keys []providers.Key) (providers.Request, error) {
		return providers.Get(lookupURL, in(regionOf(keys), "limit", strconv.Itoa(maxEntities), by, joined(keys))...), nil
	}
}

func getManySongs(keys []providers.Key) (providers.Request, error) {
	return songs(regionOf(keys), byID, joined(keys)), nil
}

func songs(region music.Region, by, value string) providers.Request {
	return providers.Get(lookupURL, in(region, "entity", "song", "limit", strconv.Itoa(maxEntities), by, value)...)
}

// albumsOf asks for an artist with the albums.
func albumsOf(k providers.Key) (providers.Request, error) {
	return providers.Get(lookupURL, in(k.Region, "entity", "album", "limit", strconv.Itoa(maxEntities), byID, k.ID)...), nil
}

func searchFor(entity string) func(providers.Key) (providers.Request, error) {
	return func(k providers.Key) (providers.Request, error) {
		pairs := in(k.Region, "term", k.ID, "media", "music", "entity", entity, "limit", strconv.Itoa(searchSize))
		return providers.Get(searchURL, pairs...), nil
	}
}

// in adds a storefront to parameters.
func in(region music.Region, pairs ...string) []string {
	if region == "" {
		region = defaultRegion
	}
	return append(pairs, "country", strings.ToLower(string(region)))
}

// regionOf returns the storefront of keys that are asked for together: they share it.
func regionOf(keys []providers.Key) music.Region {
	if len(keys) == 0 {
		return ""
	}
	return keys[0].Region
}

func joined(keys []providers.Key) string {
	ids := make([]string, len(keys))
	for i, k := range keys {
		ids[i] = k.ID
	}
	return strings.Join(ids, listSeparator)
}

func readList(body []byte) ([]json.RawMessage, error) {
	a, err := decode.Body[wireAnswer](body)
	if err == nil && a.Results == nil {
		err = &providers.Error{Kind: providers.ErrMalformed, Err: errors.New("the answer has no list of results")}
	}
	return a.Results, err
}

// judgeList demands the list of results, which may be empty.
func judgeList(resp *http.Response, body []byte) error {
	err := judgeStatus(resp, body)
	if err == nil {
		_, err = readList(body)
	}
	if err != nil {
		return worded(err, resp, body)
	}
	return nil
}

// judge says no where there are no results; for several keys at once, the splits do. Held by TestJudge.
func judge(resp *http.Response, body []byte) error {
	list, err := []json.RawMessage(nil), judgeStatus(resp, body)
	if err == nil {
		list, err = readList(body)
	}
	switch {
	case err != nil:
		return worded(err, resp, body)
	case len(list) == 0 && !isForSeveral(resp.Request):
		return &providers.Error{Kind: providers.ErrNotFound, Status: resp.StatusCode}
	default:
		return nil
	}
}

// judgeStatus takes 403 for too many requests: nothing here is forbidden to anybody.
func judgeStatus(resp *http.Response, body []byte) error {
	status := *resp
	if status.StatusCode == http.StatusForbidden {
		status.StatusCode = http.StatusTooManyRequests
	}
	return providers.JudgeJSON(&status, body)
}

// worded adds to an error the true status, and what the service says of it.
func worded(err error, resp *http.Response, body []byte) error {
	e, ok := errors.AsType[*providers.Error](err)
	if !ok {
		return err
	}
	full := *e
	full.Status = resp.StatusCode
	if b, err := decode.Body[wireError](body); err == nil && b.ErrorMessage != "" {
		full.Err = fmt.Errorf("%.200s", b.ErrorMessage)
	}
	return &full
}

func isForSeveral(r *http.Request) bool {
	if r == nil || r.URL == nil {
		return false
	}
	q := r.URL.Query()
	return strings.Contains(q.Get(byID)+q.Get(byUPC), listSeparator)
}
