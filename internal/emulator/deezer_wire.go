package emulator

// What Deezer sends: https://developers.deezer.com/api/album, …/api/track. Figures that nobody compares are constant.

type dzAlbum struct {
	ID    int    `json:"id"`
	Title string `json:"title"`
	UPC   string `json:"upc"`
	Link  string `json:"link"`
	Share string `json:"share"`
	dzCover
	GenreID       int        `json:"genre_id"`
	Genres        dzGenres   `json:"genres"`
	Label         string     `json:"label"`
	Tracks        int        `json:"nb_tracks"`
	Duration      int        `json:"duration"`
	Fans          int        `json:"fans"`
	ReleaseDate   string     `json:"release_date"`
	RecordType    string     `json:"record_type"`
	Available     bool       `json:"available"`
	Tracklist     string     `json:"tracklist"`
	Explicit      bool       `json:"explicit_lyrics"`
	ContentLyrics int        `json:"explicit_content_lyrics"`
	ContentCover  int        `json:"explicit_content_cover"`
	Contributors  []dzArtist `json:"contributors"`
	Artist        dzArtist   `json:"artist"`
	Type          string     `json:"type"`
	List          dzList     `json:"tracks"`
}

type dzList struct {
	Data []dzTrack `json:"data"`
}

type dzPage struct {
	Data  []dzTrack `json:"data"`
	Total int       `json:"total"`
	Prev  string    `json:"prev,omitempty"`
	Next  string    `json:"next,omitempty"`
}

// dzWindow is a part of a list of anything.
type dzWindow[T any] struct {
	Data  []T    `json:"data"`
	Total int    `json:"total"`
	Prev  string `json:"prev,omitempty"`
	Next  string `json:"next,omitempty"`
}

// dzListed is an album in a list: with its date in a discography, with its artist in a search.
type dzListed struct {
	ID    int    `json:"id"`
	Title string `json:"title"`
	Link  string `json:"link"`
	dzCover
	GenreID     int       `json:"genre_id"`
	Fans        *int      `json:"fans,omitempty"`
	Tracks      int       `json:"nb_tracks,omitempty"`
	ReleaseDate string    `json:"release_date,omitempty"`
	RecordType  string    `json:"record_type"`
	Tracklist   string    `json:"tracklist"`
	Explicit    bool      `json:"explicit_lyrics"`
	Artist      *dzArtist `json:"artist,omitempty"`
	Type        string    `json:"type"`
}

// dzArtistPage is an artist who was asked for.
type dzArtistPage struct {
	dzArtist
	Albums int `json:"nb_album"`
	Fans   int `json:"nb_fan"`
}

type dzGenres struct {
	Data []dzGenre `json:"data"`
}

type dzGenre struct {
	ID      int    `json:"id"`
	Name    string `json:"name"`
	Picture string `json:"picture"`
	Type    string `json:"type"`
}

type dzCover struct {
	Cover  string `json:"cover"`
	Small  string `json:"cover_small"`
	Medium string `json:"cover_medium"`
	Big    string `json:"cover_big"`
	XL     string `json:"cover_xl"`
	MD5    string `json:"md5_image"`
}

// dzArtist is short in lists of tracks, longer as an album's artist, and has a role among contributors.
type dzArtist struct {
	ID        int    `json:"id"`
	Name      string `json:"name"`
	Link      string `json:"link,omitempty"`
	Share     string `json:"share,omitempty"`
	Picture   string `json:"picture,omitempty"`
	Small     string `json:"picture_small,omitempty"`
	Medium    string `json:"picture_medium,omitempty"`
	Big       string `json:"picture_big,omitempty"`
	XL        string `json:"picture_xl,omitempty"`
	Radio     bool   `json:"radio,omitempty"`
	Tracklist string `json:"tracklist"`
	Type      string `json:"type"`
	Role      string `json:"role,omitempty"`
}

// dzTrack has its place and its ISRC in pages and alone, not in an album; countries, contributors and album only alone.
type dzTrack struct {
	ID            int           `json:"id"`
	Readable      bool          `json:"readable"`
	Title         string        `json:"title"`
	TitleShort    string        `json:"title_short"`
	TitleVersion  string        `json:"title_version"`
	ISRC          *string       `json:"isrc,omitempty"`
	Link          string        `json:"link"`
	Share         string        `json:"share,omitempty"`
	Duration      int           `json:"duration"`
	Position      int           `json:"track_position,omitempty"`
	Disk          int           `json:"disk_number,omitempty"`
	Rank          int           `json:"rank"`
	ReleaseDate   string        `json:"release_date,omitempty"`
	Explicit      bool          `json:"explicit_lyrics"`
	ContentLyrics int           `json:"explicit_content_lyrics"`
	ContentCover  int           `json:"explicit_content_cover"`
	Preview       string        `json:"preview"`
	BPM           *float64      `json:"bpm,omitempty"`
	Gain          *float64      `json:"gain,omitempty"`
	Countries     *[]string     `json:"available_countries,omitempty"`
	Contributors  []dzArtist    `json:"contributors,omitempty"`
	MD5           string        `json:"md5_image"`
	Artist        dzArtist      `json:"artist"`
	Album         *dzShortAlbum `json:"album,omitempty"`
	Type          string        `json:"type"`
}

type dzShortAlbum struct {
	ID    int    `json:"id"`
	Title string `json:"title"`
	Link  string `json:"link,omitempty"`
	dzCover
	ReleaseDate string `json:"release_date,omitempty"`
	Tracklist   string `json:"tracklist"`
	Type        string `json:"type"`
}

type dzFault struct {
	Error dzFaultBody `json:"error"`
}

type dzFaultBody struct {
	Type    string `json:"type"`
	Message string `json:"message"`
	Code    int    `json:"code"`
}
