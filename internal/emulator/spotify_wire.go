package emulator

// What Spotify sends: https://developer.spotify.com/documentation/web-api/reference/get-an-album, …/get-track, …/search.

type spAlbum struct {
	AlbumType   string        `json:"album_type"`
	TotalTracks int           `json:"total_tracks"`
	Markets     *[]string     `json:"available_markets,omitempty"`
	URLs        spURLs        `json:"external_urls"`
	Href        string        `json:"href"`
	ID          string        `json:"id"`
	Images      []spImage     `json:"images"`
	Name        string        `json:"name"`
	Date        string        `json:"release_date"`
	Precision   string        `json:"release_date_precision"`
	Type        string        `json:"type"`
	URI         string        `json:"uri"`
	Artists     []spArtist    `json:"artists"`
	Tracks      *spTracks     `json:"tracks,omitempty"`
	Copyrights  []spCopyright `json:"copyrights,omitempty"`
	ExternalIDs *spCodes      `json:"external_ids,omitempty"`
	Genres      *[]string     `json:"genres,omitempty"`
	Label       *string       `json:"label,omitempty"`
	Popularity  *int          `json:"popularity,omitempty"`
	Group       string        `json:"album_group,omitempty"` // in discographies
}

type spTracks struct {
	Href     string    `json:"href"`
	Limit    int       `json:"limit"`
	Next     *string   `json:"next"`
	Offset   int       `json:"offset"`
	Previous *string   `json:"previous"`
	Total    int       `json:"total"`
	Items    []spTrack `json:"items"`
}

// spPage is a part of a list of anything.
type spPage[T any] struct {
	Href     string  `json:"href"`
	Limit    int     `json:"limit"`
	Next     *string `json:"next"`
	Offset   int     `json:"offset"`
	Previous *string `json:"previous"`
	Total    int     `json:"total"`
	Items    []T     `json:"items"`
}

type (
	spAlbums  = spPage[spAlbum]
	spSongs   = spPage[spTrack]
	spArtists = spPage[spArtistPage]
)

// spFound is what a search finds, by type.
type spFound struct {
	Albums  *spAlbums  `json:"albums,omitempty"`
	Artists *spArtists `json:"artists,omitempty"`
	Tracks  *spSongs   `json:"tracks,omitempty"`
}

// spArtistPage is an artist who was asked for. Development mode tells less.
type spArtistPage struct {
	spArtist
	Followers  *spFollowers `json:"followers,omitempty"`
	Genres     []string     `json:"genres"`
	Images     []spImage    `json:"images"`
	Popularity *int         `json:"popularity,omitempty"`
}

type spFollowers struct {
	Href  *string `json:"href"`
	Total int     `json:"total"`
}

type spArtist struct {
	URLs spURLs `json:"external_urls"`
	Href string `json:"href"`
	ID   string `json:"id"`
	Name string `json:"name"`
	Type string `json:"type"`
	URI  string `json:"uri"`
}

// spTrack has its album, its ISRC and its popularity only when it is asked for by its id.
type spTrack struct {
	Album       *spAlbum   `json:"album,omitempty"`
	Artists     []spArtist `json:"artists"`
	Markets     *[]string  `json:"available_markets,omitempty"`
	Disc        int        `json:"disc_number"`
	MS          int        `json:"duration_ms"`
	Explicit    bool       `json:"explicit"`
	ExternalIDs *spCodes   `json:"external_ids,omitempty"`
	URLs        spURLs     `json:"external_urls"`
	Href        string     `json:"href"`
	ID          string     `json:"id"`
	LinkedFrom  *spLink    `json:"linked_from,omitempty"`
	Name        string     `json:"name"`
	Popularity  *int       `json:"popularity,omitempty"`
	Preview     *string    `json:"preview_url"`
	Number      int        `json:"track_number"`
	Type        string     `json:"type"`
	URI         string     `json:"uri"`
	IsLocal     bool       `json:"is_local"`
}

type spLink struct {
	URLs spURLs `json:"external_urls"`
	Href string `json:"href"`
	ID   string `json:"id"`
	Type string `json:"type"`
	URI  string `json:"uri"`
}

type spURLs struct {
	Spotify string `json:"spotify"`
}

type spImage struct {
	URL    string `json:"url"`
	Height int    `json:"height"`
	Width  int    `json:"width"`
}

type spCopyright struct {
	Text string `json:"text"`
	Type string `json:"type"`
}

type spCodes struct {
	UPC  string `json:"upc,omitempty"`
	ISRC string `json:"isrc,omitempty"`
}

type spFault struct {
	Error spFaultBody `json:"error"`
}

type spFaultBody struct {
	Status  int    `json:"status"`
	Message string `json:"message"`
}

type spToken struct {
	Token   string `json:"access_token"`
	Type    string `json:"token_type"`
	Expires int    `json:"expires_in"`
}

type spTokenFault struct {
	Error       string `json:"error"`
	Description string `json:"error_description"`
}
