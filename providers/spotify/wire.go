package spotify

import "encoding/json"

// wireRelease is an album: https://developer.spotify.com/documentation/web-api/reference/get-an-album
type wireRelease struct {
	ID               string          `json:"id" drift:"missing"`
	Name             string          `json:"name" drift:"missing"`
	AlbumType        string          `json:"album_type" drift:"missing"`
	TotalTracks      int             `json:"total_tracks"`
	ReleaseDate      *string         `json:"release_date"`
	Label            *string         `json:"label"`
	Artists          []wireArtist    `json:"artists"`
	AvailableMarkets []string        `json:"available_markets"`
	Copyrights       []wireCopyright `json:"copyrights"`
	ExternalIDs      wireExternalIDs `json:"external_ids"`
	ExternalURLs     wireURLs        `json:"external_urls"`
	Images           []wireImage     `json:"images"`
	Tracks           *wirePage       `json:"tracks" drift:"missing"`
}

// wirePage is a page of tracks: https://developer.spotify.com/documentation/web-api/reference/get-an-albums-tracks
type wirePage struct {
	Items []*wireTrack `json:"items" drift:"missing"`
	Total int          `json:"total" drift:"missing"`
}

// wireTrack is a track: https://developer.spotify.com/documentation/web-api/reference/get-track. Lists leave out external ids.
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
}

// wireLinked is as much of an album or track as tells which one it is.
type wireLinked struct {
	ID         string `json:"id"`
	LinkedFrom wireID `json:"linked_from"`
}

type wireID struct {
	ID string `json:"id"`
}

type wireArtist struct {
	ID   string `json:"id"`
	Name string `json:"name" drift:"missing"`
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

// wireSearch is what was found: https://developer.spotify.com/documentation/web-api/reference/search
type wireSearch struct {
	Albums *struct {
		Items []*wireID `json:"items"`
	} `json:"albums"`
}

// wireBatch is a multi-get: https://developer.spotify.com/documentation/web-api/reference/get-multiple-albums
type wireBatch struct {
	Albums []json.RawMessage `json:"albums"`
	Tracks []json.RawMessage `json:"tracks"`
}

// wireError is a body that is an error: https://developer.spotify.com/documentation/web-api/concepts/api-calls
type wireError struct {
	Error *struct {
		Status  int    `json:"status"`
		Message string `json:"message"`
		Reason  string `json:"reason"`
	} `json:"error"`
}
