package ototoy

// wireRelease is what the page of a package says. There is no vendor page: the JSON is how pages are written down for tests.
type wireRelease struct {
	URL       string      `json:"url"` // of the page itself; empty: it does not say
	ThumbURL  string      `json:"thumbUrl"`
	AlbumMeta wireAlbum   `json:"albumMeta"`
	TrackList []wireTrack `json:"trackList"` // nil: the page has none
}

// wireAlbum is the part beside the cover.
type wireAlbum struct {
	Title               string       `json:"title"`
	Artists             []wireEntity `json:"artists"`
	ReleaseDate         *string      `json:"releaseDate"` // at this shop
	OriginalReleaseDate *string      `json:"originalReleaseDate"`
	Label               *wireLabel   `json:"label"`
}

// wireEntity is a link to an artist or a label.
type wireEntity struct {
	Name string `json:"name"`
	URL  string `json:"url"` // absolute
}

// wireLabel is a label with the catalogue number that it gave.
type wireLabel struct {
	Name          string `json:"name"`
	URL           string `json:"url"` // absolute
	CatalogNumber string `json:"catalogNumber"`
}

// wireTrack is a row of the track list.
type wireTrack struct {
	Title       string       `json:"title"`
	Artists     []wireEntity `json:"artists"`
	DiscNumber  int          `json:"discNumber"` // 0: no row before says it
	TrackNumber int          `json:"trackNumber"`
	Duration    int          `json:"duration"` // seconds
}
