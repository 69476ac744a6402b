package beatport

import "encoding/json"

// wireData is the script of a page: https://nextjs.org/docs/pages/building-your-application/rendering
type wireData struct {
	Props struct {
		PageProps wirePage `json:"pageProps"`
		_         struct{} `unread:"__N_SSG, __N_SSP"`
	} `json:"props"`
	Query struct {
		Q string   `json:"q"` // of a search: what was searched for
		_ struct{} `unread:"description, id, locale, page, per_page"`
	} `json:"query"`

	_ struct{} `unread:"appGip, assetPrefix, autoExport, buildId, customServer, defaultLocale, domainLocales, dynamicIds, err, gip"`
	_ struct{} `unread:"gsp, gssp, isExperimentalCompile, isFallback, isPreview, locale, locales, nextExport, page, runtimeConfig"`
	_ struct{} `unread:"scriptLoader"`
}

// wirePage is what a page is about, and the answers that it is made of.
type wirePage struct {
	Release         *wireRelease `json:"release"` // of a release's page
	DehydratedState struct {
		Queries []wireQuery `json:"queries" drift:"missing"`
		_       struct{}    `unread:"mutations"`
	} `json:"dehydratedState"`

	_ struct{} `unread:"_nextI18Next, _sentryBaggage, _sentryTraceData, accessToken, anonSession, query"`
}

// wireQuery is one answer of the shop's own interface, with the key it is kept by:
// https://tanstack.com/query/latest/docs/framework/react/reference/hydration
type wireQuery struct {
	QueryKey []json.RawMessage `json:"queryKey"`
	State    struct {
		Data json.RawMessage `json:"data"`
		_    struct{}        `unread:"dataUpdateCount, dataUpdatedAt, error, errorUpdateCount, errorUpdatedAt, fetchFailureCount"`
		_    struct{}        `unread:"fetchFailureReason, fetchMeta, fetchStatus, isInvalidated, status"`
	} `json:"state"`

	_ struct{} `unread:"queryHash"`
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

	_ struct{} `unread:"bpm_range, desc, enabled, encoded_date, exclusive, grid, is_hype, override_price, pre_order"`
	_ struct{} `unread:"pre_order_date, price, price_override_firm, publish_date, remixers, type, updated"`
}

// wireEntity is an artist or a label: https://www.beatport.com/artist/{slug}/{id}
type wireEntity struct {
	ID   int64  `json:"id"`
	Name string `json:"name" drift:"missing"`
	Slug string `json:"slug"`

	_ struct{} `unread:"image, url"`
}

// wireImage is a picture, in its own size and with one to be chosen: .../image_size/{w}x{h}/...
type wireImage struct {
	URI        string `json:"uri" drift:"missing"`
	DynamicURI string `json:"dynamic_uri"`

	_ struct{} `unread:"id"`
}

// wireTracks is the answer that describes the tracks of a release.
type wireTracks struct {
	Results []wireTrack `json:"results" drift:"missing"`

	_ struct{} `unread:"count, next, page, per_page, previous"`
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

	_ struct{} `unread:"available_worldwide, bpm, catalog_number, current_status, encoded_date, exclusive, free_download_end_date"`
	_ struct{} `unread:"free_download_start_date, free_downloads, genre, image, is_available_for_streaming, is_hype, key"`
	_ struct{} `unread:"label_track_identifier, length, new_release_date, number, pre_order, pre_order_date, price, publish_date"`
	_ struct{} `unread:"publish_status, release, remixers, sale_type, sample_end_ms, sample_start_ms, sample_url, sub_genre"`
}

// wireResults is the answer to a search: https://www.beatport.com/search?q={words}
type wireResults struct {
	Releases *struct {
		Data []wireHit `json:"data" drift:"missing"`
	} `json:"releases" drift:"missing"`

	_ struct{} `unread:"artists, charts, labels, tracks"`
}

// wireHit is a release that was found.
type wireHit struct {
	ReleaseID   int64  `json:"release_id" drift:"missing"`
	ReleaseName string `json:"release_name"`
	UPC         string `json:"upc"`

	_ struct{} `unread:"aggregator, artists, available_worldwide, catalog_number, create_date, current_status, downloads"`
	_ struct{} `unread:"encoded_date, exclusive, exclusive_date, genre, is_explicit, is_hype, is_pre_order, key, label"`
	_ struct{} `unread:"label_manager, plays, pre_order_date, price, publish_date, release_date, release_image_uri, release_type"`
	_ struct{} `unread:"score, status, track_count, tracks, update_date"`
}
