package beatport

import "encoding/json"

// wireData is the script of a page: https://nextjs.org/docs/pages/building-your-application/rendering
type wireData struct {
	Props struct {
		PageProps wirePage `json:"pageProps"`
	} `json:"props"`
	Query struct {
		Q string `json:"q"` // of a search: what was searched for
	} `json:"query"`
}

// wirePage is what a page is about, and the answers that it is made of.
type wirePage struct {
	Release         *wireRelease `json:"release"` // of a release's page
	DehydratedState struct {
		Queries []wireQuery `json:"queries" drift:"missing"`
	} `json:"dehydratedState"`
}

// wireQuery is one answer of the shop's own interface, with the key it is kept by:
// https://tanstack.com/query/latest/docs/framework/react/reference/hydration
type wireQuery struct {
	QueryKey []json.RawMessage `json:"queryKey"`
	State    struct {
		Data json.RawMessage `json:"data"`
	} `json:"state"`
}

// wireRelease is a release: https://www.beatport.com/release/{slug}/{id}
type wireRelease struct {
	ID             int64        `json:"id" drift:"missing"`
	Name           string       `json:"name" drift:"missing"`
	Slug           string       `json:"slug" drift:"missing"`
	Artists        []wireEntity `json:"artists"`
	Label          *wireEntity  `json:"label"`
	CatalogNumber  string       `json:"catalog_number"`
	UPC            string       `json:"upc"`
	NewReleaseDate *string      `json:"new_release_date"`
	IsStreamed     bool         `json:"is_available_for_streaming"`
	Image          *wireImage   `json:"image"`
	TrackCount     int          `json:"track_count" drift:"missing"`
	Tracks         []string     `json:"tracks" drift:"missing"` // addresses, backwards
}

// wireEntity is an artist or a label: https://www.beatport.com/artist/{slug}/{id}
type wireEntity struct {
	ID   int64  `json:"id"`
	Name string `json:"name" drift:"missing"`
	Slug string `json:"slug"`
}

// wireImage is a picture, in its own size and with one to be chosen: .../image_size/{w}x{h}/...
type wireImage struct {
	URI        string `json:"uri" drift:"missing"`
	DynamicURI string `json:"dynamic_uri"`
}

// wireTracks is the answer that describes the tracks of a release.
type wireTracks struct {
	Results []wireTrack `json:"results" drift:"missing"`
}

// wireTrack is a track: https://www.beatport.com/track/{slug}/{id}
type wireTrack struct {
	ID       int64        `json:"id" drift:"missing"`
	Name     string       `json:"name" drift:"missing"`
	MixName  string       `json:"mix_name"`
	Slug     string       `json:"slug"`
	Artists  []wireEntity `json:"artists"`
	LengthMS int64        `json:"length_ms"`
	ISRC     string       `json:"isrc"`
	URL      string       `json:"url" drift:"missing"` // address in the shop's own interface
}

// wireResults is the answer to a search: https://www.beatport.com/search?q={words}
type wireResults struct {
	Releases *struct {
		Data []wireHit `json:"data" drift:"missing"`
	} `json:"releases" drift:"missing"`
}

// wireHit is a release that was found.
type wireHit struct {
	ReleaseID   int64  `json:"release_id" drift:"missing"`
	ReleaseName string `json:"release_name"`
	UPC         string `json:"upc"`
}
