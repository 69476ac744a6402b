package emulator

// What Discogs sends: https://www.discogs.com/developers. Figures that nobody compares are constant.

type dcRelease struct {
	ID                int            `json:"id"`
	Status            string         `json:"status"`
	Year              int            `json:"year"`
	Resource          string         `json:"resource_url"`
	URI               string         `json:"uri"`
	Artists           []dcCredit     `json:"artists"`
	ArtistsSort       string         `json:"artists_sort"`
	Labels            []dcLabel      `json:"labels"`
	Series            []dcLabel      `json:"series"`
	Companies         []dcLabel      `json:"companies"`
	Formats           []dcFormat     `json:"formats"`
	Quality           string         `json:"data_quality"`
	Community         dcCommunity    `json:"community"`
	FormatQuantity    int            `json:"format_quantity"`
	Added             string         `json:"date_added"`
	Changed           string         `json:"date_changed"`
	ForSale           int            `json:"num_for_sale"`
	LowestPrice       *float64       `json:"lowest_price"`
	MasterID          int            `json:"master_id,omitempty"`
	MasterURL         string         `json:"master_url,omitempty"`
	Title             string         `json:"title"`
	Country           string         `json:"country,omitempty"`
	Released          string         `json:"released,omitempty"`
	Notes             string         `json:"notes,omitempty"`
	ReleasedFormatted string         `json:"released_formatted,omitempty"`
	Identifiers       []dcIdentifier `json:"identifiers"`
	Videos            []dcVideo      `json:"videos"`
	Genres            []string       `json:"genres"`
	Styles            []string       `json:"styles"`
	Tracklist         []dcTrack      `json:"tracklist"`
	ExtraArtists      []dcCredit     `json:"extraartists"`
	Images            []dcImage      `json:"images,omitempty"`
	Thumb             string         `json:"thumb"`
	Weight            int            `json:"estimated_weight"`
	IsBlocked         bool           `json:"blocked_from_sale"`
	IsOffensive       bool           `json:"is_offensive"`
}

type dcCredit struct {
	Name     string `json:"name"`
	As       string `json:"anv"`
	Join     string `json:"join"`
	Role     string `json:"role"`
	Tracks   string `json:"tracks"`
	ID       int    `json:"id"`
	Resource string `json:"resource_url"`
}

type dcLabel struct {
	Name     string `json:"name"`
	Number   string `json:"catno"`
	Type     string `json:"entity_type"`
	TypeName string `json:"entity_type_name"`
	ID       int    `json:"id"`
	Resource string `json:"resource_url"`
}

type dcFormat struct {
	Name         string   `json:"name"`
	Quantity     string   `json:"qty"`
	Text         string   `json:"text,omitempty"`
	Descriptions []string `json:"descriptions,omitempty"`
}

type dcIdentifier struct {
	Type        string `json:"type"`
	Value       string `json:"value"`
	Description string `json:"description,omitempty"`
}

// dcTrack is a track, a heading, or an index with parts.
type dcTrack struct {
	Position string     `json:"position"`
	Type     string     `json:"type_"`
	Artists  []dcCredit `json:"artists,omitempty"`
	Title    string     `json:"title"`
	Duration string     `json:"duration"`
	Parts    []dcTrack  `json:"sub_tracks,omitempty"`
}

type dcImage struct {
	Type     string `json:"type"`
	URI      string `json:"uri"`
	Resource string `json:"resource_url"`
	Small    string `json:"uri150"`
	Width    int    `json:"width"`
	Height   int    `json:"height"`
}

type dcVideo struct {
	URI         string `json:"uri"`
	Title       string `json:"title"`
	Description string `json:"description"`
	Duration    int    `json:"duration"`
	Embed       bool   `json:"embed"`
}

type dcCommunity struct {
	Have         int        `json:"have"`
	Want         int        `json:"want"`
	Rating       dcRating   `json:"rating"`
	Submitter    dcPerson   `json:"submitter"`
	Contributors []dcPerson `json:"contributors"`
	Quality      string     `json:"data_quality"`
	Status       string     `json:"status"`
}

type dcRating struct {
	Count   int     `json:"count"`
	Average float64 `json:"average"`
}

type dcPerson struct {
	Name     string `json:"username"`
	Resource string `json:"resource_url"`
}

type dcMaster struct {
	ID            int        `json:"id"`
	Main          int        `json:"main_release"`
	MostRecent    int        `json:"most_recent_release"`
	Resource      string     `json:"resource_url"`
	URI           string     `json:"uri"`
	VersionsURL   string     `json:"versions_url"`
	MainURL       string     `json:"main_release_url"`
	MostRecentURL string     `json:"most_recent_release_url"`
	ForSale       int        `json:"num_for_sale"`
	LowestPrice   *float64   `json:"lowest_price"`
	Images        []dcImage  `json:"images,omitempty"`
	Genres        []string   `json:"genres"`
	Styles        []string   `json:"styles"`
	Year          int        `json:"year"`
	Tracklist     []dcTrack  `json:"tracklist"`
	Artists       []dcCredit `json:"artists"`
	Title         string     `json:"title"`
	Quality       string     `json:"data_quality"`
	Videos        []dcVideo  `json:"videos"`
}

type dcVersion struct {
	ID           int      `json:"id"`
	Label        string   `json:"label"`
	Country      string   `json:"country"`
	Title        string   `json:"title"`
	MajorFormats []string `json:"major_formats"`
	Format       string   `json:"format"`
	Number       string   `json:"catno"`
	Released     string   `json:"released"`
	Status       string   `json:"status"`
	Resource     string   `json:"resource_url"`
	Thumb        string   `json:"thumb"`
}

type dcArtist struct {
	Name       string    `json:"name"`
	ID         int       `json:"id"`
	Resource   string    `json:"resource_url"`
	URI        string    `json:"uri"`
	Releases   string    `json:"releases_url"`
	Images     []dcImage `json:"images,omitempty"`
	Profile    string    `json:"profile"`
	URLs       []string  `json:"urls,omitempty"`
	Variations []string  `json:"namevariations,omitempty"`
	Quality    string    `json:"data_quality"`
}

// dcWork is a line of a discography: a master, or a release that has none.
type dcWork struct {
	ID       int    `json:"id"`
	Status   string `json:"status,omitempty"`
	Type     string `json:"type"`
	Format   string `json:"format,omitempty"`
	Label    string `json:"label,omitempty"`
	Title    string `json:"title"`
	Main     int    `json:"main_release,omitempty"`
	Resource string `json:"resource_url"`
	Role     string `json:"role"`
	Artist   string `json:"artist"`
	Year     int    `json:"year,omitempty"`
	Thumb    string `json:"thumb"`
}

// dcHit is what a search tells of a release, of a master, or of an artist.
type dcHit struct {
	Country   string       `json:"country,omitempty"`
	Year      string       `json:"year,omitempty"`
	Format    []string     `json:"format,omitempty"`
	Label     []string     `json:"label,omitempty"`
	Type      string       `json:"type"`
	Genre     []string     `json:"genre,omitempty"`
	Style     []string     `json:"style,omitempty"`
	ID        int          `json:"id"`
	Barcode   []string     `json:"barcode,omitempty"`
	MasterID  int          `json:"master_id,omitempty"`
	MasterURL *string      `json:"master_url"`
	URI       string       `json:"uri"`
	Number    string       `json:"catno,omitempty"`
	Title     string       `json:"title"`
	Thumb     string       `json:"thumb"`
	Cover     string       `json:"cover_image"`
	Resource  string       `json:"resource_url"`
	Community *dcFollowers `json:"community,omitempty"`
}

type dcFollowers struct {
	Want int `json:"want"`
	Have int `json:"have"`
}

type dcFault struct {
	Message string `json:"message"`
}
