package discogs

// wireRelease is a release: https://www.discogs.com/developers/#page:database,header:database-release
type wireRelease struct {
	ID          int64            `json:"id" drift:"missing"`
	Title       string           `json:"title" drift:"missing"`
	Artists     []wireArtist     `json:"artists" drift:"missing"`
	Labels      []wireLabel      `json:"labels" drift:"missing"`
	Formats     []wireFormat     `json:"formats" drift:"missing"`
	Styles      []string         `json:"styles"`
	Identifiers []wireIdentifier `json:"identifiers"`
	Released    *string          `json:"released"`
	Country     string           `json:"country"`
	MasterID    int64            `json:"master_id"`
	Images      []wireImage      `json:"images"` // not there: none
	Tracklist   []wireTrack      `json:"tracklist" drift:"missing"`
}

// wireArtist is one artist of a credit.
type wireArtist struct {
	ID   int64  `json:"id"`
	Name string `json:"name" drift:"missing"`
	ANV  string `json:"anv"`  // name variation: as credited, where that is not the name
	Join string `json:"join"` // words before the next artist
}

// wireLabel is a label with one of its catalogue numbers.
type wireLabel struct {
	ID    int64  `json:"id"`
	Name  string `json:"name" drift:"missing"`
	CatNo string `json:"catno"`
}

// wireFormat is a number of equal media, or a box: https://support.discogs.com/hc/en-us/articles/360005006654
type wireFormat struct {
	Name         string   `json:"name" drift:"missing"`
	Qty          string   `json:"qty"`
	Descriptions []string `json:"descriptions"` // not there: none
}

// wireIdentifier is a number on the release, as it is printed.
type wireIdentifier struct {
	Type  string `json:"type"`
	Value string `json:"value"`
}

// wireImage is a picture. Its addresses are empty for who has no credentials.
type wireImage struct {
	Type   string `json:"type"` // primary or secondary
	URI    string `json:"uri"`
	Width  int    `json:"width"`
	Height int    `json:"height"`
}

// wireTrack is an element of a track list: https://support.discogs.com/hc/en-us/articles/360005055373
type wireTrack struct {
	Type      string       `json:"type_" drift:"missing"` // track, heading or index
	Position  string       `json:"position"`
	Title     string       `json:"title"`
	Duration  string       `json:"duration"`
	Artists   []wireArtist `json:"artists"`
	SubTracks []wireTrack  `json:"sub_tracks"` // of an index
}

// wireSearch is a page of what was found: https://www.discogs.com/developers/#page:database,header:database-search
type wireSearch struct {
	Pagination struct {
		Items int `json:"items"` // on all pages
		Pages int `json:"pages"`
	} `json:"pagination"`
	Results []wireHit `json:"results" drift:"missing"`
}

// wireHit is a result.
type wireHit struct {
	ID       int64    `json:"id" drift:"missing"`
	Type     string   `json:"type"`
	Title    string   `json:"title"` // of a release: Artist - Title
	MasterID int64    `json:"master_id"`
	Barcode  []string `json:"barcode"` // barcodes and other numbers, as they are printed
	// The rest is told of releases, but for the picture.
	Year    *string      `json:"year"`
	Country string       `json:"country"`
	Label   []string     `json:"label"`   // labels, then companies
	CatNo   string       `json:"catno"`   // of the first label
	Format  []string     `json:"format"`  // names and descriptions of all formats
	Formats []wireFormat `json:"formats"` // the same, each apart
	Style   []string     `json:"style"`
	Cover   string       `json:"cover_image"`
}

// wirePerson is an artist: https://www.discogs.com/developers/#page:database,header:database-artist
type wirePerson struct {
	ID     int64       `json:"id" drift:"missing"`
	Name   string      `json:"name" drift:"missing"`
	URLs   []string    `json:"urls"`   // not there: none
	Images []wireImage `json:"images"` // not there: none
}

// wireWorks is a page of a discography: https://www.discogs.com/developers/#page:database,header:database-artist-releases
type wireWorks struct {
	Pagination struct {
		Items int `json:"items"` // on all pages
		Pages int `json:"pages"`
	} `json:"pagination"`
	Releases []wireWork `json:"releases" drift:"missing"`
}

// wireWork is a row of a discography.
type wireWork struct {
	ID          int64  `json:"id" drift:"missing"`
	Type        string `json:"type"`         // release or master
	MainRelease int64  `json:"main_release"` // of a master
	Title       string `json:"title" drift:"missing"`
	Artist      string `json:"artist"`
	Year        int    `json:"year"`  // 0: not known
	Label       string `json:"label"` // of a release: names of labels
}

// wireError is a body that is an error.
type wireError struct {
	Message string `json:"message"`
}
