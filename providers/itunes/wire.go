package itunes

import "encoding/json"

// wireAnswer is what the service says to every question:
// https://developer.apple.com/library/archive/documentation/AudioVideo/Conceptual/iTuneSearchAPI/UnderstandingSearchResults.html
type wireAnswer struct {
	ResultCount int               `json:"resultCount"`
	Results     []json.RawMessage `json:"results" drift:"missing"`
}

// wireEntry is as much of a result as tells what it is about.
type wireEntry struct {
	WrapperType  string `json:"wrapperType" drift:"missing"`
	CollectionID int64  `json:"collectionId"`
	ArtistID     int64  `json:"artistId"`
	TrackID      int64  `json:"trackId"`

	_ struct{} `unread:"*"`
}

// wireRelease is a result that is a collection.
type wireRelease struct {
	CollectionID      int64   `json:"collectionId" drift:"missing"`
	CollectionName    string  `json:"collectionName" drift:"missing"`
	CollectionViewURL string  `json:"collectionViewUrl" drift:"missing"`
	CollectionPrice   float64 `json:"collectionPrice"` // -1: not sold as a whole
	ArtistName        string  `json:"artistName" drift:"missing"`
	ArtistViewURL     string  `json:"artistViewUrl"`
	ArtworkURL100     string  `json:"artworkUrl100" drift:"missing"`
	TrackCount        int     `json:"trackCount" drift:"missing"` // on all discs
	Copyright         *string `json:"copyright"`
	ReleaseDate       *string `json:"releaseDate"` // a time

	_ struct{} `unread:"amgArtistId, amgVideoArtistId, artistId, artworkUrl512, artworkUrl60, artworkUrl600, collectionArtistId"`
	_ struct{} `unread:"collectionArtistName, collectionArtistViewUrl, collectionCensoredName, collectionExplicitness"`
	_ struct{} `unread:"collectionHdPrice, collectionType, contentAdvisoryRating, country, currency, primaryGenreName, wrapperType"`
}

// wireTrack is a result that is a track: a song, a music video, or something else.
type wireTrack struct {
	Kind              string  `json:"kind" drift:"missing"`
	CollectionID      int64   `json:"collectionId"`
	CollectionName    string  `json:"collectionName"`
	CollectionArtist  string  `json:"collectionArtistName"` // where it is another one than that of the track
	ArtworkURL100     string  `json:"artworkUrl100"`        // of the album
	TrackID           int64   `json:"trackId" drift:"missing"`
	TrackName         string  `json:"trackName" drift:"missing"`
	TrackCensoredName string  `json:"trackCensoredName"`
	TrackExplicitness string  `json:"trackExplicitness"`
	TrackPrice        float64 `json:"trackPrice"`
	ArtistName        string  `json:"artistName" drift:"missing"`
	ArtistViewURL     string  `json:"artistViewUrl"`
	DiscCount         int     `json:"discCount"`
	DiscNumber        int     `json:"discNumber" drift:"missing"`
	TrackCount        int     `json:"trackCount"` // of a song: on its disc; of a video: on all discs
	TrackNumber       int     `json:"trackNumber" drift:"missing"`
	TrackTimeMillis   int64   `json:"trackTimeMillis"`
	IsStreamable      bool    `json:"isStreamable"`

	_ struct{} `unread:"amgArtistId, artistId, artworkUrl30, artworkUrl512, artworkUrl60, artworkUrl600, collectionArtistId"`
	_ struct{} `unread:"collectionArtistViewUrl, collectionCensoredName, collectionExplicitness, collectionHdPrice"`
	_ struct{} `unread:"collectionPrice, collectionViewUrl, contentAdvisoryRating, copyright, country, currency, description"`
	_ struct{} `unread:"fileExtension, hasITunesExtras, longDescription, previewUrl, primaryGenreName, radioStationUrl"`
	_ struct{} `unread:"releaseDate, shortDescription, trackHdPrice, trackHdRentalPrice, trackRentalPrice, trackViewUrl"`
	_ struct{} `unread:"wrapperType"`
}

// wireArtist is a result that is an artist.
type wireArtist struct {
	ArtistID      int64  `json:"artistId" drift:"missing"`
	ArtistName    string `json:"artistName" drift:"missing"`
	ArtistLinkURL string `json:"artistLinkUrl"`

	_ struct{} `unread:"amgArtistId, artistType, artistViewUrl, primaryGenreId, primaryGenreName, wrapperType"`
}

// wireError is a body that is an error, as a rule with status 400.
type wireError struct {
	ErrorMessage string `json:"errorMessage"`
}
