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

	_ struct{} `unread:"album_release_date, album_upsell_url, client_id_sig, defaultPrice, featured_track_id, for the curious"`
	_ struct{} `unread:"FREE, has_discounts, has_video, hasAudio, initial_track_num, is_band_member, is_bonus, is_preorder"`
	_ struct{} `unread:"is_private_stream, is_purchased, items_purchased, last_subscription_item, licensed_version_ids"`
	_ struct{} `unread:"package_associated_license_id, PAID, play_cap_data, playing_from, preorder_count, use_expando_lyrics"`
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

	_ struct{} `unread:"about, album_id, art_id, artist, audit, auto_repriced, band_id, download_desc_id, encodings_id"`
	_ struct{} `unread:"featured_track_id, file_name, id, killed, license_type, lyrics, minimum_price_nonzero, mod_date, new_date"`
	_ struct{} `unread:"new_desc_format, pending_encodings_id, preorder_download, private, purchase_title, purchase_url"`
	_ struct{} `unread:"require_email, require_email_0, selling_band_id, set_price, streaming, track_number"`
}

// wirePackage is something that can be touched.
type wirePackage struct {
	Title       string `json:"title"`
	TypeName    string `json:"type_name"` // Compact Disc (CD)
	EditionSize int    `json:"edition_size"`
	UPC         string `json:"upc"`
	Label       string `json:"label"`

	_ struct{} `unread:"album_art, album_art_id, album_artist, album_id, album_private, album_publish_date, album_release_date"`
	_ struct{} `unread:"album_title, arts, associated_license_id, band_id, certified_seller, country, currency, desc_pt1, desc_pt2"`
	_ struct{} `unread:"description, download_art_id, download_artist, download_has_audio, download_id, download_is_preorder"`
	_ struct{} `unread:"download_release_date, download_title, download_track_count, download_type, download_url, featured_date"`
	_ struct{} `unread:"fulfillment_days, grid_index, id, is_cardable, is_live_ticket, is_set_price, limited_checkout"`
	_ struct{} `unread:"listening_party_duration, live_event_end_date, live_event_gcal_url, live_event_ical_url, live_event_id"`
	_ struct{} `unread:"live_event_image_color_one, live_event_image_color_two, live_event_over, live_event_replays_enabled"`
	_ struct{} `unread:"live_event_scheduled_end_date, live_event_scheduled_start_date, live_event_start_date, live_event_timezone"`
	_ struct{} `unread:"live_event_title, live_event_type, live_event_url, new_date, new_desc_format, options, options_title"`
	_ struct{} `unread:"origins, price, private, quantity_available, quantity_limits, quantity_sold, quantity_warning"`
	_ struct{} `unread:"release_date, selling_band_id, shipping_exception_mode, sku, subscriber_only, subscriber_only_published"`
	_ struct{} `unread:"tax_rate, type_id, url, url_for_app"`
}

// wireTrack is a track of a page.
type wireTrack struct {
	Title           string    `json:"title" drift:"missing"`
	Artist          string    `json:"artist"`     // of this track; its title then begins with it
	TrackNum        int       `json:"track_num"`  // 0: it is the only one
	TitleLink       string    `json:"title_link"` // /track/a-title
	Duration        float64   `json:"duration"`   // seconds; 0: nobody may listen yet
	Streaming       int       `json:"streaming"`  // 1: it can be heard
	File            *wireFile `json:"file"`       // nil: there is nothing to hear for those who have not paid
	IsDownloadable  bool      `json:"is_downloadable"`
	HasFreeDownload bool      `json:"has_free_download"`

	_ struct{} `unread:"album_preorder, alt_link, encoding_error, encoding_pending, encodings_id, free_album_download, has_info"`
	_ struct{} `unread:"has_lyrics, id, is_capped, is_draft, license_type, lyrics, play_count, private, sizeof_lyrics, track_id"`
	_ struct{} `unread:"track_license_id, unreleased_track, video_caption, video_featured, video_id, video_mobile_url"`
	_ struct{} `unread:"video_poster_url, video_source_id, video_source_type"`
}

// wireFile is where to hear a track, by format. That there is one is all that is read.
type wireFile struct {
	_ struct{} `unread:"*"`
}

// wireBand is the account that a page belongs to, as the attribute data-band has it: an artist or a label.
type wireBand struct {
	Name string `json:"name" drift:"missing"`

	_ struct{} `unread:"account_id, facebook_like_enabled, fan_email, has_discounts, id, image_id"`
}

// wirePlayer is what the embedded player of an album knows, as the attribute data-player-data has it.
type wirePlayer struct {
	AlbumID int64             `json:"album_id"`
	Tracks  []wirePlayerTrack `json:"tracks" drift:"missing"`

	_ struct{} `unread:"album_art, album_art_id, album_art_lg, album_private, album_title, artist, band_enabled, band_url"`
	_ struct{} `unread:"exclusive_permitted_domains, exclusive_show_anywhere, featured_track_id, google_analytics_id, id"`
	_ struct{} `unread:"is_preorder, killed, linkback, linkback_action, no_exclusive_data, packages, publish_date, streaminfos"`
	_ struct{} `unread:"subdomain, subscriber_only, title"`
}

// wirePlayerTrack is a track in the order of the page.
type wirePlayerTrack struct {
	Title    string  `json:"title"`
	TrackNum int     `json:"tracknum"` // from 0
	Duration float64 `json:"duration"` // seconds
	ArtID    int64   `json:"art_id"`   // of a picture of its own

	_ struct{} `unread:"art, art_lg, artist, encodings_id, file, id, preorder_download_track, title_link, track_streaming"`
}
