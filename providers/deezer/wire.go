package deezer

import "encoding/json"

// wireRelease is an album: https://developers.deezer.com/api/album
type wireRelease struct {
	ID           int64        `json:"id" drift:"missing"`
	Title        string       `json:"title" drift:"missing"`
	UPC          string       `json:"upc" drift:"missing"`
	Link         string       `json:"link" drift:"missing"`
	CoverMedium  string       `json:"cover_medium"`
	CoverXL      string       `json:"cover_xl"`
	Label        *string      `json:"label"`
	NbTracks     int          `json:"nb_tracks"`
	ReleaseDate  *string      `json:"release_date"`
	RecordType   string       `json:"record_type" drift:"missing"`
	Contributors []wireArtist `json:"contributors"`
	Artist       *wireArtist  `json:"artist"`
	Tracks       *wireTracks  `json:"tracks" drift:"missing"`

	_ struct{} `unread:"alternative, available, cover, cover_big, cover_small, duration, error, explicit_content_cover"`
	_ struct{} `unread:"explicit_content_lyrics, explicit_lyrics, fallback, fans, genre_id, genres, is_video, md5_image, nb_fan"`
	_ struct{} `unread:"position, rating, share, tracklist, type"`
}

// wireTracks is a list of tracks, embedded in an album or as a page: https://developers.deezer.com/api/album/tracks
type wireTracks struct {
	Data []wireTrack `json:"data" drift:"missing"`

	_ struct{} `unread:"checksum, next, prev, total"`
}

// wireTrack is a track: https://developers.deezer.com/api/track. Lists leave out some of it; see the endpoints.
type wireTrack struct {
	ID                 int64        `json:"id" drift:"missing"`
	Title              string       `json:"title" drift:"missing"`
	Duration           int          `json:"duration"` // seconds
	ISRC               string       `json:"isrc"`
	TrackPosition      int          `json:"track_position"`
	DiskNumber         int          `json:"disk_number"`
	ExplicitLyrics     *bool        `json:"explicit_lyrics"`
	ExplicitContent    int          `json:"explicit_content_lyrics"`
	Artist             *wireArtist  `json:"artist"`
	Contributors       []wireArtist `json:"contributors"`
	AvailableCountries []string     `json:"available_countries"`
	Album              *wireListed  `json:"album"`

	_ struct{} `unread:"alternative, bpm, explicit_content_cover, gain, link, md5_image, position, preview, rank, readable"`
	_ struct{} `unread:"release_date, share, time_add, title_short, title_version, track_token, type, unseen"`
}

// wireListed is an album in a list of albums, or as that of a track: https://developers.deezer.com/api/artist/albums. Which of these
// fields are there differs from list to list; see the endpoints.
type wireListed struct {
	ID          int64       `json:"id" drift:"missing"`
	Title       string      `json:"title" drift:"missing"`
	Link        string      `json:"link"`
	CoverMedium string      `json:"cover_medium"`
	CoverXL     string      `json:"cover_xl"`
	NbTracks    int         `json:"nb_tracks"`
	ReleaseDate *string     `json:"release_date"`
	RecordType  string      `json:"record_type"`
	Artist      *wireArtist `json:"artist"`

	_ struct{} `unread:"alternative, available, contributors, cover, cover_big, cover_small, duration, explicit_content_cover"`
	_ struct{} `unread:"explicit_content_lyrics, explicit_lyrics, fans, genre_id, genres, label, md5_image, position, share"`
	_ struct{} `unread:"tracklist, type, upc"`
}

// wireList is a page of albums, tracks or artists: https://developers.deezer.com/api/search
type wireList[T any] struct {
	Data  []T    `json:"data" drift:"missing"`
	Total int    `json:"total"`
	Next  string `json:"next"` // address of the next page

	_ struct{} `unread:"checksum, prev"`
}

// wireArtist is an artist: https://developers.deezer.com/api/artist
// Credits leave out the pictures.
type wireArtist struct {
	ID            int64  `json:"id"`
	Name          string `json:"name" drift:"missing"`
	Link          string `json:"link"`
	PictureMedium string `json:"picture_medium"`
	PictureXL     string `json:"picture_xl"`

	_ struct{} `unread:"md5_image, nb_album, nb_fan, picture, picture_big, picture_small, position, radio, role, share, tracklist"`
	_ struct{} `unread:"type"`
}

// wireError is a body that is an error: https://developers.deezer.com/api/errors. It is an object with type, message and code, or
// a bare text.
type wireError struct {
	Error json.RawMessage `json:"error"`
}
