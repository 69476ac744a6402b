package spotify

import "encoding/json"

// wireRelease is an album: https://developer.spotify.com/documentation/web-api/reference/get-an-album
type wireRelease struct {
	wireListed

	Label       *string         `json:"label"`
	Copyrights  []wireCopyright `json:"copyrights"`
	ExternalIDs wireExternalIDs `json:"external_ids"`
	Tracks      *wirePage       `json:"tracks" drift:"missing"`
}

// wireListed is what lists, hits and tracks tell of an album.
type wireListed struct {
	ID               string       `json:"id" drift:"missing"`
	Name             string       `json:"name" drift:"missing"`
	AlbumType        string       `json:"album_type" drift:"missing"`
	TotalTracks      int          `json:"total_tracks"`
	ReleaseDate      *string      `json:"release_date"`
	Artists          []wireArtist `json:"artists"`
	AvailableMarkets []string     `json:"available_markets"`
	ExternalURLs     wireURLs     `json:"external_urls"`
	Images           []wireImage  `json:"images"`

	_ struct{} `unread:"album_group, genres, href, is_playable, popularity, release_date_precision, restrictions, type, uri"`
}

// wirePage is a page of tracks: https://developer.spotify.com/documentation/web-api/reference/get-an-albums-tracks
type wirePage struct {
	Items []*wireTrack `json:"items" drift:"missing"`
	Total int          `json:"total" drift:"missing"`

	_ struct{} `unread:"href, limit, next, offset, previous"`
}

// wireTrack is a track: https://developer.spotify.com/documentation/web-api/reference/get-track. Lists leave out external ids and the
// album; hits have both.
type wireTrack struct {
	ID               string          `json:"id" drift:"missing"`
	Name             string          `json:"name" drift:"missing"`
	DiscNumber       int             `json:"disc_number"`
	TrackNumber      int             `json:"track_number"`
	DurationMS       int64           `json:"duration_ms"`
	Explicit         *bool           `json:"explicit"`
	Artists          []wireArtist    `json:"artists"`
	AvailableMarkets []string        `json:"available_markets"`
	LinkedFrom       wireID          `json:"linked_from"`
	ExternalIDs      wireExternalIDs `json:"external_ids"`
	Album            *wireListed     `json:"album"`

	_ struct{} `unread:"external_urls, href, is_local, is_playable, popularity, preview_url, restrictions, type, uri"`
}

// wireLinked is as much of an album or track as tells which one it is.
type wireLinked struct {
	ID         string `json:"id"`
	LinkedFrom wireID `json:"linked_from"`
}

type wireID struct {
	ID string `json:"id"`

	_ struct{} `unread:"album_type, artists, available_markets, external_urls, href, images, name, release_date"`
	_ struct{} `unread:"release_date_precision, total_tracks, type, uri"`
}

// wireArtist is an artist: https://developer.spotify.com/documentation/web-api/reference/get-an-artist. Credits leave out the pictures.
type wireArtist struct {
	ID           string      `json:"id"`
	Name         string      `json:"name" drift:"missing"`
	ExternalURLs wireURLs    `json:"external_urls"`
	Images       []wireImage `json:"images"`

	_ struct{} `unread:"followers, genres, href, popularity, type, uri"`
}

type wireCopyright struct {
	Text string `json:"text"`
	Type string `json:"type"` // C or P
}

type wireExternalIDs struct {
	EAN  string `json:"ean"`
	UPC  string `json:"upc"`
	ISRC string `json:"isrc"`
}

type wireURLs struct {
	Spotify string `json:"spotify"`
}

type wireImage struct {
	URL    string `json:"url" drift:"missing"`
	Width  int    `json:"width"`
	Height int    `json:"height"`
}

// wireItems is a page of a list: https://developer.spotify.com/documentation/web-api/reference/get-an-artists-albums
type wireItems[T any] struct {
	Items []*T   `json:"items" drift:"missing"`
	Total int    `json:"total"`
	Next  string `json:"next"` // address of the next page

	_ struct{} `unread:"href, limit, offset, previous"`
}

// wireFound is what was found, of one type at a time: https://developer.spotify.com/documentation/web-api/reference/search
type wireFound[T any] struct {
	Albums  *wireItems[T] `json:"albums"`
	Tracks  *wireItems[T] `json:"tracks"`
	Artists *wireItems[T] `json:"artists"`

	_ struct{} `unread:"audiobooks, episodes, playlists, shows"`
}

// wireSearch is as much of what was found for a barcode as is read.
type wireSearch struct {
	Albums *struct {
		Items []*wireID `json:"items"`
		_     struct{}  `unread:"href, limit, next, offset, previous, total"`
	} `json:"albums"`
}

// wireBatch is a multi-get: https://developer.spotify.com/documentation/web-api/reference/get-multiple-albums
type wireBatch struct {
	Albums  []json.RawMessage `json:"albums"`
	Tracks  []json.RawMessage `json:"tracks"`
	Artists []json.RawMessage `json:"artists"`
}

// wireError is a body that is an error: https://developer.spotify.com/documentation/web-api/concepts/api-calls
type wireError struct {
	Error *struct {
		Status  int    `json:"status"`
		Message string `json:"message"`
		Reason  string `json:"reason"`
	} `json:"error"`
}
