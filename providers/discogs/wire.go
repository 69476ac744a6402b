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

	_ struct{} `unread:"artists_sort, blocked_from_sale, community, companies, data_quality, date_added, date_changed"`
	_ struct{} `unread:"estimated_weight, extraartists, format_quantity, genres, is_offensive, lowest_price, master_url, notes"`
	_ struct{} `unread:"num_for_sale, released_formatted, resource_url, series, status, thumb, uri, videos, year"`
}

// wireArtist is one artist of a credit.
type wireArtist struct {
	ID   int64  `json:"id"`
	Name string `json:"name" drift:"missing"`
	ANV  string `json:"anv"`  // name variation: as credited, where that is not the name
	Join string `json:"join"` // words before the next artist

	_ struct{} `unread:"resource_url, role, thumbnail_url, tracks"`
}

// wireLabel is a label with one of its catalogue numbers.
type wireLabel struct {
	ID    int64  `json:"id"`
	Name  string `json:"name" drift:"missing"`
	CatNo string `json:"catno"`

	_ struct{} `unread:"entity_type, entity_type_name, resource_url, thumbnail_url"`
}

// wireFormat is a number of equal media, or a box: https://support.discogs.com/hc/en-us/articles/360005006654
type wireFormat struct {
	Name         string   `json:"name" drift:"missing"`
	Qty          string   `json:"qty"`
	Descriptions []string `json:"descriptions"` // not there: none

	_ struct{} `unread:"text"`
}

// wireIdentifier is a number on the release, as it is printed.
type wireIdentifier struct {
	Type  string `json:"type"`
	Value string `json:"value"`

	_ struct{} `unread:"description"`
}

// wireImage is a picture. Its addresses are empty for who has no credentials.
type wireImage struct {
	Type   string `json:"type"` // primary or secondary
	URI    string `json:"uri"`
	Width  int    `json:"width"`
	Height int    `json:"height"`

	_ struct{} `unread:"resource_url, uri150"`
}

// wireTrack is an element of a track list: https://support.discogs.com/hc/en-us/articles/360005055373
type wireTrack struct {
	Type      string       `json:"type_" drift:"missing"` // track, heading or index
	Position  string       `json:"position"`
	Title     string       `json:"title"`
	Duration  string       `json:"duration"`
	Artists   []wireArtist `json:"artists"`
	SubTracks []wireTrack  `json:"sub_tracks"` // of an index

	_ struct{} `unread:"extraartists, image"`
}

// wireSearch is a page of what was found: https://www.discogs.com/developers/#page:database,header:database-search
type wireSearch struct {
	Pagination struct {
		Items int      `json:"items"` // on all pages
		Pages int      `json:"pages"`
		_     struct{} `unread:"page, per_page, urls"`
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

	_ struct{} `unread:"community, format_quantity, genre, master_url, resource_url, thumb, uri, user_data"`
}

// wirePerson is an artist: https://www.discogs.com/developers/#page:database,header:database-artist
type wirePerson struct {
	ID     int64       `json:"id" drift:"missing"`
	Name   string      `json:"name" drift:"missing"`
	URLs   []string    `json:"urls"`   // not there: none
	Images []wireImage `json:"images"` // not there: none

	_ struct{} `unread:"aliases, data_quality, groups, members, namevariations, profile, realname, releases_url, resource_url, uri"`
}

// wireWorks is a page of a discography: https://www.discogs.com/developers/#page:database,header:database-artist-releases
type wireWorks struct {
	Pagination struct {
		Items int      `json:"items"` // on all pages
		Pages int      `json:"pages"`
		_     struct{} `unread:"page, per_page, urls"`
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

	_ struct{} `unread:"catno, country, format, resource_url, role, stats, status, thumb, trackinfo, user_data"`
}

// wireError is a body that is an error.
type wireError struct {
	Message string `json:"message"`
}
