package conformance

import "regexp"

// shapeParameters only say how much of the same thing is sent; placeParameters do when they are zero.
var (
	shapeParameters = []string{"inc", "include", "limit", "fmt", "locale"}
	placeParameters = []string{"index", "offset"}
)

// shape is a single request that a service is specified to answer, and how it says that it has nothing.
type shape struct {
	host        string         // *.example.org: with any one label
	path        *regexp.Regexp // whole
	needs       []string       // parameters that must be there
	may         []string       // other parameters, besides those of shape and place
	status      int
	contentType string
	no          string
}

const (
	jsonType    = "application/json; charset=utf-8"
	htmlType    = "text/html; charset=utf-8"
	jsonAPIType = "application/vnd.api+json"
)

// How each service says no.
const (
	noITunes        = `{"resultCount":0,"results":[]}`
	noDeezer        = `{"error":{"type":"DataException","message":"no data","code":800}}`
	noSpotify       = `{"error":{"status":404,"message":"Resource not found"}}`
	noSpotifySearch = `{"albums":{"href":"","items":[],"limit":20,"next":null,"offset":0,"previous":null,"total":0}}`
	noMusicBrainz   = `{"error":"Not Found","help":"For usage, please see: https://musicbrainz.org/development/mmd"}`
	noTidal         = `{"errors":[{"status":"404","code":"NOT_FOUND","detail":"The requested resource was not found"}]}`
	noTidalList     = `{"data":[],"links":{"self":"/"},"included":[]}`
	noDiscogs       = `{"message":"Release not found."}`
	noResults       = `{"pagination":{"page":1,"pages":1,"per_page":50,"items":0,"urls":{}},"results":[]}`
	noPage          = `<!DOCTYPE html><html><head><title>Not found</title></head><body></body></html>`
	noReleases      = `{"created":"2026-01-01T00:00:00.000Z","count":0,"offset":0,"releases":[]}`

	noBeatport       = nextPage + `{"props":{"pageProps":{}},"page":"/404"}` + pageEnd
	noBeatportSearch = nextPage + `{"props":{"pageProps":{"dehydratedState":{"queries":[{"state":{"data":{"releases":{"data":[]}}}}]}}},"page":"/search"}` + pageEnd

	nextPage = `<!DOCTYPE html><html><head><title>-</title></head><body><script id="__NEXT_DATA__" type="application/json">`
	pageEnd  = `</script></body></html>`
)

var shapes = []shape{
	{"api.deezer.com", regexp.MustCompile(`^/album/[^/]+(/tracks)?$`), nil, nil, 200, jsonType, noDeezer},
	{"api.deezer.com", regexp.MustCompile(`^/(track|artist)/[^/]+$`), nil, nil, 200, jsonType, noDeezer},
	{"itunes.apple.com", regexp.MustCompile(`^/lookup$`), []string{"id", "country"}, []string{"entity"}, 200, jsonType, noITunes},
	{"itunes.apple.com", regexp.MustCompile(`^/lookup$`), []string{"upc", "country"}, []string{"entity"}, 200, jsonType, noITunes},
	{"api.spotify.com", regexp.MustCompile(`^/v1/(albums|tracks)/[^/]+$`), nil, []string{"market"}, 404, jsonType, noSpotify},
	{"api.spotify.com", regexp.MustCompile(`^/v1/albums/[^/]+/tracks$`), nil, []string{"market"}, 404, jsonType, noSpotify},
	{"api.spotify.com", regexp.MustCompile(`^/v1/search$`), []string{"q", "type"}, []string{"market"}, 200, jsonType, noSpotifySearch},
	{"openapi.tidal.com", regexp.MustCompile(`^/v2/(albums|videos)$`), []string{"countryCode", "filter[id]"}, nil, 200, jsonAPIType, noTidalList},
	{"openapi.tidal.com", regexp.MustCompile(`^/v2/albums$`), []string{"countryCode", "filter[barcodeId]"}, nil, 200, jsonAPIType, noTidalList},
	{"openapi.tidal.com", regexp.MustCompile(`^/v2/albums/[^/]+/relationships/items$`), []string{"countryCode"}, []string{"page[cursor]"}, 404, jsonAPIType, noTidal},
	{"*.bandcamp.com", regexp.MustCompile(`^/(album|track)/[^/]+$`), nil, nil, 404, htmlType, noPage},
	{"bandcamp.com", regexp.MustCompile(`^/EmbeddedPlayer/album=[0-9]+$`), nil, nil, 404, htmlType, noPage},
	{"musicbrainz.org", regexp.MustCompile(`^/ws/2/release/[^/]+$`), nil, nil, 404, jsonType, noMusicBrainz},
	{"musicbrainz.org", regexp.MustCompile(`^/ws/2/release$`), []string{"query"}, nil, 200, jsonType, noReleases},
	{"api.discogs.com", regexp.MustCompile(`^/releases/\d+$`), nil, nil, 404, jsonType, noDiscogs},
	{"api.discogs.com", regexp.MustCompile(`^/database/search$`), []string{"type", "barcode"}, nil, 200, jsonType, noResults},
	{"musicbrainz.org", regexp.MustCompile(`^/ws/2/url$`), []string{"resource"}, nil, 404, jsonType, noMusicBrainz},
	{"www.beatport.com", regexp.MustCompile(`^/release/[^/]+/[0-9]+$`), nil, nil, 404, htmlType, noBeatport},
	{"www.beatport.com", regexp.MustCompile(`^/search$`), []string{"q"}, nil, 200, htmlType, noBeatportSearch},
}

// tokenEndpoints accept any credentials, where no other answer of theirs is recorded.
var tokenEndpoints = map[string]string{
	"accounts.spotify.com": "/api/token",
	"auth.tidal.com":       "/v1/oauth2/token",
}

const anyToken = `{"access_token":"token","token_type":"Bearer","expires_in":3600}`

// multiGet is a request for several keys at once that is answered by putting single answers together.
type multiGet struct {
	host, path, parameter string
	keys                  *regexp.Regexp // finds the keys in the parameter's value; the first group is the list of them
	separator             string
	list                  string // field that has the parts, in the order of the keys; empty: hits, see below
	single                func(key string) (path string, pairs []string)
}

var multiGets = []multiGet{
	{
		host: "api.spotify.com", path: "/v1/albums", parameter: "ids", keys: regexp.MustCompile(`^(.+)$`), separator: ",", list: "albums",
		single: func(id string) (string, []string) { return "/v1/albums/" + id, nil },
	},
	{
		host: "api.spotify.com", path: "/v1/tracks", parameter: "ids", keys: regexp.MustCompile(`^(.+)$`), separator: ",", list: "tracks",
		single: func(id string) (string, []string) { return "/v1/tracks/" + id, nil },
	},
	{
		host: "musicbrainz.org", path: "/ws/2/release", parameter: "query",
		keys: regexp.MustCompile(`^barcode:\((\d+(?: OR \d+)+)\)$`), separator: " OR ",
		single: func(code string) (string, []string) { return "/ws/2/release", []string{"query=barcode:" + code} },
	},
}

// retired are generations of an API that answer no more. Whoever recorded them replayed them; nobody can ask them now.
var retired = []struct {
	host string
	path *regexp.Regexp // whole
	why  string
}{
	{"openapi.tidal.com", regexp.MustCompile(`^/(albums|videos)(/.*)?$`), "the first version of Tidal's API is shut down"},
}
