package emulator

// What Bandcamp puts into its pages. It documents nothing; this is what pages were seen to have.

type bcPage struct {
	Curious        string      `json:"for the curious"`
	Current        bcCurrent   `json:"current"`
	PreorderCount  *int        `json:"preorder_count"`
	HasAudio       bool        `json:"hasAudio"`
	ArtID          int         `json:"art_id"`
	Packages       []bcPackage `json:"packages"`
	DefaultPrice   float64     `json:"defaultPrice"`
	FreeDownload   *string     `json:"freeDownloadPage"`
	Free           int         `json:"FREE"`
	Paid           int         `json:"PAID"`
	Artist         string      `json:"artist"`
	Type           string      `json:"item_type"`
	ID             int         `json:"id"`
	HasDiscounts   bool        `json:"has_discounts"`
	IsBonus        *bool       `json:"is_bonus"`
	PlayCap        bcPlayCap   `json:"play_cap_data"`
	IsPurchased    *bool       `json:"is_purchased"`
	SubscriberOnly bool        `json:"tralbum_subscriber_only"`
	AlbumPreorder  bool        `json:"album_is_preorder"`
	AlbumDate      *string     `json:"album_release_date"`
	Tracks         []bcTrack   `json:"trackinfo"`
	PlayingFrom    string      `json:"playing_from"`
	AlbumURL       *string     `json:"album_url,omitempty"`
	URL            string      `json:"url"`
	// Pages of tracks have none of these.
	Featured   *int  `json:"featured_track_id,omitempty"`
	IsPreorder *bool `json:"is_preorder,omitempty"`
	HasLyrics  *bool `json:"use_expando_lyrics,omitempty"`
}

// bcCurrent has a number, a code and an album where it is a track, and a barcode where it is an album.
type bcCurrent struct {
	Audit        int      `json:"audit"`
	Title        string   `json:"title"`
	NewDate      string   `json:"new_date"`
	ModDate      string   `json:"mod_date"`
	PublishDate  string   `json:"publish_date"`
	Private      *int     `json:"private"`
	Killed       *int     `json:"killed"`
	DownloadPref *int     `json:"download_pref"`
	IsSetPrice   *int     `json:"is_set_price"`
	SetPrice     float64  `json:"set_price"`
	MinimumPrice float64  `json:"minimum_price"`
	Nonzero      *float64 `json:"minimum_price_nonzero"`
	Artist       *string  `json:"artist"`
	About        *string  `json:"about"`
	Credits      *string  `json:"credits"`
	BandID       int      `json:"band_id"`
	SellingBand  int      `json:"selling_band_id"`
	ArtID        int      `json:"art_id"`
	ReleaseDate  *string  `json:"release_date"`
	UPC          *string  `json:"upc"`
	ISRC         *string  `json:"isrc,omitempty"`
	TrackNumber  *int     `json:"track_number,omitempty"`
	AlbumID      *int     `json:"album_id,omitempty"`
	ID           int      `json:"id"`
	Type         string   `json:"type"`
}

type bcPlayCap struct {
	IsLimited bool `json:"streaming_limits_enabled"`
	Limit     int  `json:"streaming_limit"`
}

type bcTrack struct {
	ID           int               `json:"id"`
	TrackID      int               `json:"track_id"`
	File         map[string]string `json:"file"`
	Artist       *string           `json:"artist"`
	Title        string            `json:"title"`
	Encodings    int               `json:"encodings_id"`
	Licence      int               `json:"license_type"`
	Private      *int              `json:"private"`
	Number       *int              `json:"track_num"`
	IsPreorder   bool              `json:"album_preorder"`
	IsUnreleased bool              `json:"unreleased_track"`
	Link         string            `json:"title_link"`
	HasLyrics    bool              `json:"has_lyrics"`
	HasInfo      bool              `json:"has_info"`
	Streaming    *int              `json:"streaming"`
	Downloadable bool              `json:"is_downloadable"`
	FreeDownload *bool             `json:"has_free_download"`
	FreeAlbum    bool              `json:"free_album_download"`
	Duration     float64           `json:"duration"`
	Lyrics       *string           `json:"lyrics"`
	IsDraft      bool              `json:"is_draft"`
}

type bcPackage struct {
	ID          int     `json:"id"`
	URL         string  `json:"url"`
	TypeID      int     `json:"type_id"`
	Type        string  `json:"type_name"`
	Title       string  `json:"title"`
	Description string  `json:"description"`
	Price       float64 `json:"price"`
	UPC         *string `json:"upc"`
	BandID      int     `json:"band_id"`
	Label       *string `json:"label"`
	Currency    string  `json:"currency"`
	Edition     *int    `json:"edition_size"`
}

type bcBand struct {
	ID           int    `json:"id"`
	Name         string `json:"name"`
	AccountID    int    `json:"account_id"`
	HasDiscounts bool   `json:"has_discounts"`
	ImageID      int    `json:"image_id"`
}

type bcPlayer struct {
	BandURL     string          `json:"band_url"`
	Title       string          `json:"album_title"`
	ArtID       int             `json:"album_art_id"`
	Artist      string          `json:"artist"`
	Subdomain   string          `json:"subdomain"`
	ID          int             `json:"album_id"`
	PublishDate string          `json:"publish_date"`
	Featured    int             `json:"featured_track_id"`
	Linkback    string          `json:"linkback"`
	IsPreorder  *bool           `json:"is_preorder"`
	Tracks      []bcPlayerTrack `json:"tracks"`
	Art         string          `json:"album_art"`
	ArtLarge    string          `json:"album_art_lg"`
	Packages    []bcPackage     `json:"packages"`
}

type bcPlayerTrack struct {
	Artist     string            `json:"artist"`
	Title      string            `json:"title"`
	ID         int               `json:"id"`
	ArtID      *int              `json:"art_id"`
	Duration   float64           `json:"duration"`
	Number     int               `json:"tracknum"` // from 0
	Link       string            `json:"title_link"`
	File       map[string]string `json:"file"`
	CanStream  bool              `json:"track_streaming"`
	IsPreorder bool              `json:"preorder_download_track"`
	Art        string            `json:"art"`
	ArtLarge   string            `json:"art_lg"`
}
