package bandcamp

// wireRelease is what a release's page holds: data in the attributes of an element, and two texts. Nothing of it is documented; the
// names of its members are those under which pages are recorded.
type wireRelease struct {
	Tralbum     wireTralbum `json:"tralbum"`
	Band        wireBand    `json:"band"`
	Description string      `json:"og:description"`
	LicenseURL  string      `json:"licenseUrl"`
}

// wireTralbum is a track or an album, as the attribute data-tralbum has it.
type wireTralbum struct {
	ID               int64         `json:"id" drift:"missing"`
	URL              string        `json:"url" drift:"missing"`
	Artist           string        `json:"artist" drift:"missing"`
	ItemType         string        `json:"item_type" drift:"missing"`
	ArtID            int64         `json:"art_id"`
	Current          wireCurrent   `json:"current" drift:"missing"`
	Packages         []wirePackage `json:"packages"`
	FreeDownloadPage string        `json:"freeDownloadPage"`
	IsSubscriberOnly bool          `json:"tralbum_subscriber_only"`
	IsPreorder       bool          `json:"album_is_preorder"`
	AlbumURL         string        `json:"album_url"` // of the album that a track is from, without a host
	Tracks           []wireTrack   `json:"trackinfo" drift:"missing"`
}

// wireCurrent is the part of it that its owner writes.
type wireCurrent struct {
	Title        string   `json:"title" drift:"missing"`
	Type         string   `json:"type" drift:"missing"` // album, track
	UPC          string   `json:"upc"`
	ISRC         string   `json:"isrc"`
	ReleaseDate  string   `json:"release_date"` // 27 Sep 2024 00:00:00 GMT
	PublishDate  string   `json:"publish_date" drift:"missing"`
	Credits      *string  `json:"credits"`
	MinimumPrice *float64 `json:"minimum_price"`
	IsSetPrice   int      `json:"is_set_price"`  // 1: nobody may pay less, or more
	DownloadPref int      `json:"download_pref"` // see downloadPaid
}

// wirePackage is something that can be touched.
type wirePackage struct {
	Title       string `json:"title"`
	TypeName    string `json:"type_name"` // Compact Disc (CD)
	EditionSize int    `json:"edition_size"`
	UPC         string `json:"upc"`
	Label       string `json:"label"`
}

// wireTrack is a track of a page.
type wireTrack struct {
	Title           string    `json:"title" drift:"missing"`
	Artist          string    `json:"artist"`     // of this track; its title then begins with it
	TrackNum        int       `json:"track_num"`  // 0: it is the only one
	TitleLink       string    `json:"title_link"` // /track/a-title
	Duration        float64   `json:"duration"`   // seconds; 0: nobody may listen yet
	Streaming       int       `json:"streaming"`  // 1: it can be heard
	File            *struct{} `json:"file"`       // nil: there is nothing to hear for those who have not paid
	IsDownloadable  bool      `json:"is_downloadable"`
	HasFreeDownload bool      `json:"has_free_download"`
}

// wireBand is the account that a page belongs to, as the attribute data-band has it: an artist or a label.
type wireBand struct {
	Name string `json:"name" drift:"missing"`
}

// wirePlayer is what the embedded player of an album knows, as the attribute data-player-data has it.
type wirePlayer struct {
	AlbumID int64             `json:"album_id"`
	Tracks  []wirePlayerTrack `json:"tracks" drift:"missing"`
}

// wirePlayerTrack is a track in the order of the page.
type wirePlayerTrack struct {
	Title    string  `json:"title"`
	TrackNum int     `json:"tracknum"` // from 0
	Duration float64 `json:"duration"` // seconds
	ArtID    int64   `json:"art_id"`   // of a picture of its own
}
