package emulator

// What iTunes sends: https://performance-partners.apple.com/search-api. Albums, songs and artists stand in one list.

type itAnswer struct {
	Count   int   `json:"resultCount"`
	Results []any `json:"results"`
}

type itCollection struct {
	Wrapper      string  `json:"wrapperType"`
	Type         string  `json:"collectionType"`
	ArtistID     int     `json:"artistId"`
	ID           int     `json:"collectionId"`
	Artist       string  `json:"artistName"`
	Name         string  `json:"collectionName"`
	Censored     string  `json:"collectionCensoredName"`
	ArtistURL    string  `json:"artistViewUrl,omitempty"`
	URL          string  `json:"collectionViewUrl"`
	Artwork60    string  `json:"artworkUrl60"`
	Artwork100   string  `json:"artworkUrl100"`
	Price        float64 `json:"collectionPrice"`
	Explicitness string  `json:"collectionExplicitness"`
	Tracks       int     `json:"trackCount"`
	Copyright    string  `json:"copyright,omitempty"`
	Country      string  `json:"country"`
	Currency     string  `json:"currency"`
	Date         string  `json:"releaseDate"`
	Genre        string  `json:"primaryGenreName"`
}

type itTrack struct {
	Wrapper            string  `json:"wrapperType"`
	Kind               string  `json:"kind"`
	ArtistID           int     `json:"artistId"`
	CollectionID       int     `json:"collectionId"`
	ID                 int     `json:"trackId"`
	Artist             string  `json:"artistName"`
	Collection         string  `json:"collectionName"`
	Name               string  `json:"trackName"`
	CollectionCensored string  `json:"collectionCensoredName"`
	Censored           string  `json:"trackCensoredName"`
	ArtistURL          string  `json:"artistViewUrl,omitempty"`
	CollectionURL      string  `json:"collectionViewUrl"`
	URL                string  `json:"trackViewUrl"`
	Preview            string  `json:"previewUrl"`
	Artwork30          string  `json:"artworkUrl30"`
	Artwork60          string  `json:"artworkUrl60"`
	Artwork100         string  `json:"artworkUrl100"`
	CollectionPrice    float64 `json:"collectionPrice"`
	Price              float64 `json:"trackPrice"`
	Date               string  `json:"releaseDate"`
	AlbumExplicitness  string  `json:"collectionExplicitness"`
	Explicitness       string  `json:"trackExplicitness"`
	Discs              int     `json:"discCount"`
	Disc               int     `json:"discNumber"`
	Tracks             int     `json:"trackCount"`
	Number             int     `json:"trackNumber"`
	MS                 int     `json:"trackTimeMillis,omitempty"`
	Country            string  `json:"country"`
	Currency           string  `json:"currency"`
	Genre              string  `json:"primaryGenreName"`
	Streamable         *bool   `json:"isStreamable,omitempty"`
}

type itArtist struct {
	Wrapper string `json:"wrapperType"`
	Type    string `json:"artistType"`
	Name    string `json:"artistName"`
	URL     string `json:"artistLinkUrl"`
	ID      int    `json:"artistId"`
	Genre   string `json:"primaryGenreName"`
	GenreID int    `json:"primaryGenreId"`
}

// itFault is the answer to values that are not known.
type itFault struct {
	Message string            `json:"errorMessage"`
	Keys    map[string]string `json:"queryParameters"`
}
