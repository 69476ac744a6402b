package musicbrainz

import (
	"net/url"
	"strconv"
	"strings"

	"tutti/music"
	"tutti/providers"
)

const api = "https://musicbrainz.org/ws/2/"

// What a document of a release includes, besides what is always there. The name of an endpoint changes with its list.
const (
	incRelease = "artist-credits+labels+media+release-groups"
	incFull    = "artist-credits+isrcs+labels+recordings+release-groups"
)

// The same for recordings, by id or by code, and for artists.
const (
	incRecording = "artist-credits+isrcs+releases"
	incArtist    = "url-rels"
)

// How many barcodes one search is for, and the most hits that it may return: a barcode has one or two releases as a rule, and
// beyond that number nothing is decided.
const (
	maxBarcodes = 25
	maxHits     = 100
)

// How many recordings one search is for: by code, of which each may have several, and by id.
const (
	maxCodes      = 25
	maxRecordings = 50
)

// How many entries a page of a discography and of a search has.
const (
	listSize   = 100
	searchSize = 20
)

// endpoints are the questions that MusicBrainz can be asked.
type endpoints struct {
	search, release, full *providers.Endpoint
	entities
}

// entities are the questions for other things than a release.
type entities struct{ recording, isrc, artist, releases, searchReleases, searchRecordings, searchArtists *providers.Endpoint }

// newEndpoints says what each question yields. A hit of a search also counts media and tracks, but it has no track list.
func newEndpoints() endpoints {
	head := music.PropertiesOf(music.PropTitle, music.PropArtists, music.PropGTIN, music.PropDate, music.PropLabels, music.PropTypes,
		music.PropStatus, music.PropPackaging, music.PropLanguage, music.PropAvailability, music.PropTrackCount, music.PropMBIDs)
	listed := music.PropertiesOf(music.PropMediumTitles, music.PropMediumFormats, music.PropMediumDivision, music.PropTrackTitles,
		music.PropTrackNumbers, music.PropTrackArtists, music.PropLengths, music.PropISRCs, music.PropKinds)
	search := &providers.Endpoint{
		Name: "search", Starts: providers.ByGTIN, Judge: judgeSearch, Request: searchBarcode,
		Count:  providers.Count{Forms: providers.MaxForms},
		Batch:  &providers.Batch{Max: maxBarcodes, Request: searchMany("release", "barcode"), Split: splitBarcodes},
		Yields: head | music.PropertiesOf(music.PropAlternatives),
	}
	full := &providers.Endpoint{
		Name: "release/full", Starts: providers.ByID, After: []*providers.Endpoint{search}, Judge: judge, Request: get("release/", incFull),
		Yields: head | listed, Loose: providers.ByID,
	}
	release := &providers.Endpoint{
		Name: "release", Starts: providers.ByID, Judge: judge, Request: get("release/", incRelease),
		Yields: head, Wider: []*providers.Endpoint{full}, Loose: providers.ByID,
	}
	return endpoints{search: search, release: release, full: full, entities: newEntities(head)}
}

// newEntities says what each question for something else than a release yields. Releases of a list say as much as by their id, but
// for their tracks; a hit that is a recording says as much as by its id, one that is an artist has no links.
func newEntities(head music.Properties) entities {
	song := music.PropertiesOf(music.PropTrackTitles, music.PropTrackArtists, music.PropLengths, music.PropISRCs, music.PropKinds, music.PropMBIDs)
	about := music.PropertiesOf(music.PropArtists, music.PropMBIDs)
	return entities{
		recording: &providers.Endpoint{
			Name: "recording", Starts: providers.ByTrack, Judge: judge, Request: get("recording/", incRecording), Yields: song, Loose: providers.ByTrack,
			Batch: &providers.Batch{Max: maxRecordings, Request: searchMany("recording", "rid"), Split: splitRecordings},
		},
		isrc: &providers.Endpoint{
			Name: "isrc", Starts: providers.ByISRC, Judge: judgeRecordings, Request: get("isrc/", incRecording), Yields: song,
			Batch: &providers.Batch{Max: maxCodes, Request: searchMany("recording", "isrc"), Split: splitCodes},
		},
		artist: &providers.Endpoint{
			Name: "artist", Starts: providers.ByArtist, Judge: judge, Request: get("artist/", incArtist),
			Yields: about | music.PropertiesOf(music.PropLinks), Loose: providers.ByArtist,
		},
		releases: &providers.Endpoint{
			Name: "artist/releases", Starts: providers.ByDiscography, Judge: judgeReleases, Request: browse, Yields: head,
		},
		searchReleases: &providers.Endpoint{
			Name: "search/release", Starts: providers.BySearchingReleases, Judge: judgeReleases, Request: find("release"), Yields: head,
		},
		searchRecordings: &providers.Endpoint{
			Name: "search/recording", Starts: providers.BySearchingTracks, Judge: judgeRecordings, Request: find("recording"), Yields: song,
		},
		searchArtists: &providers.Endpoint{
			Name: "search/artist", Starts: providers.BySearchingArtists, Judge: judgeArtists, Request: find("artist"), Yields: about,
		},
	}
}

// all are the endpoints in order of preference.
func (e endpoints) all() []*providers.Endpoint {
	return []*providers.Endpoint{
		e.search, e.release, e.full, e.recording, e.isrc, e.artist, e.releases, e.searchReleases, e.searchRecordings, e.searchArtists,
	}
}

func get(path, inc string) func(providers.Key) (providers.Request, error) {
	return func(k providers.Key) (providers.Request, error) {
		return providers.Get(api+path+url.PathEscape(k.ID), "inc", inc, "fmt", "json"), nil
	}
}

// browse asks for all releases that are credited to an artist.
func browse(k providers.Key) (providers.Request, error) {
	return providers.Get(api+"release", append([]string{"artist", k.ID, "inc", incRelease, "fmt", "json"}, pageAt(k, listSize)...)...), nil
}

// find asks for what a query finds.
func find(entity string) func(providers.Key) (providers.Request, error) {
	return func(k providers.Key) (providers.Request, error) {
		return providers.Get(api+entity, append([]string{"query", k.ID, "fmt", "json"}, pageAt(k, searchSize)...)...), nil
	}
}

// pageAt returns the parameters of a page.
func pageAt(k providers.Key, size int) []string {
	pairs := []string{limitParameter, strconv.Itoa(size)}
	if k.Page != "" {
		pairs = append(pairs, "offset", k.Page)
	}
	return pairs
}

func searchBarcode(k providers.Key) (providers.Request, error) {
	return providers.Get(api+"release", "query", "barcode:"+k.ID, "fmt", "json"), nil
}

// limitParameter is what no search for one barcode has. Why that matters is told in doc.go.
const limitParameter = "limit"

// searchMany asks for what has one of several codes or ids in a field.
func searchMany(entity, field string) func([]providers.Key) (providers.Request, error) {
	return func(keys []providers.Key) (providers.Request, error) {
		codes := make([]string, len(keys))
		for i, k := range keys {
			codes[i] = k.ID
		}
		query := field + ":(" + strings.Join(codes, " OR ") + ")"
		return providers.Get(api+entity, "query", query, "fmt", "json", limitParameter, strconv.Itoa(maxHits)), nil
	}
}
