package emulator

// What Beatport puts into the data of its pages. It documents nothing; this is what pages were seen to have.

type bpNext struct {
	Props  bpProps           `json:"props"`
	Page   string            `json:"page"`
	Query  map[string]string `json:"query"`
	Build  string            `json:"buildId"`
	Locale string            `json:"locale"`
}

type bpProps struct {
	Page bpPageProps `json:"pageProps"`
	SSP  bool        `json:"__N_SSP"`
}

type bpPageProps struct {
	Session *bpSession    `json:"anonSession,omitempty"`
	Token   string        `json:"accessToken,omitempty"` // on pages of searches
	Release *bpRelease    `json:"release,omitempty"`
	Text    string        `json:"query,omitempty"`
	State   *bpDehydrated `json:"dehydratedState,omitempty"`
}

// bpSession is what whoever is not logged in asks the service's programming interface with.
type bpSession struct {
	Token   string `json:"access_token"`
	Expires int    `json:"expires_in"`
	Type    string `json:"token_type"`
	Scope   string `json:"scope"`
}

type bpDehydrated struct {
	Mutations []struct{} `json:"mutations"`
	Queries   []bpQuery  `json:"queries"`
}

// bpQuery is a question that the page has asked before, with its answer.
type bpQuery struct {
	State bpState  `json:"state"`
	Key   []string `json:"queryKey"`
	Hash  string   `json:"queryHash"`
}

type bpState struct {
	Data    any    `json:"data"`
	Updates int    `json:"dataUpdateCount"`
	Status  string `json:"status"`
	Fetch   string `json:"fetchStatus"`
}

type bpRelease struct {
	Artists       []bpArtist `json:"artists"`
	BPM           bpRange    `json:"bpm_range"`
	Number        string     `json:"catalog_number"`
	Description   string     `json:"desc"`
	Enabled       bool       `json:"enabled"`
	Encoded       string     `json:"encoded_date"`
	Exclusive     bool       `json:"exclusive"`
	Grid          *string    `json:"grid"`
	ID            int        `json:"id"`
	Image         bpImage    `json:"image"`
	CanStream     bool       `json:"is_available_for_streaming"`
	Label         bpLabel    `json:"label"`
	Name          string     `json:"name"`
	NewDate       string     `json:"new_release_date"`
	OverridePrice *string    `json:"override_price"`
	PreOrder      bool       `json:"pre_order"`
	PreOrderDate  *string    `json:"pre_order_date"`
	Price         bpPrice    `json:"price"`
	Published     string     `json:"publish_date"`
	Remixers      []bpArtist `json:"remixers"`
	Slug          string     `json:"slug"`
	Tracks        []string   `json:"tracks"`
	Count         int        `json:"track_count"`
	Type          bpNamed    `json:"type"`
	UPC           *string    `json:"upc"`
	Updated       string     `json:"updated"`
	IsHype        bool       `json:"is_hype"`
}

type bpTracks struct {
	Results  []bpTrack `json:"results"`
	Next     *string   `json:"next"`
	Previous *string   `json:"previous"`
	Count    int       `json:"count"`
	Page     string    `json:"page"`
	PerPage  int       `json:"per_page"`
}

type bpTrack struct {
	Artists   []bpArtist     `json:"artists"`
	Status    string         `json:"publish_status"`
	Worldwide bool           `json:"available_worldwide"`
	BPM       int            `json:"bpm"`
	Number    string         `json:"catalog_number"`
	Encoded   string         `json:"encoded_date"`
	Exclusive bool           `json:"exclusive"`
	Genre     bpGenre        `json:"genre"`
	ID        int            `json:"id"`
	Image     bpImage        `json:"image"`
	CanStream bool           `json:"is_available_for_streaming"`
	ISRC      *string        `json:"isrc"`
	Length    string         `json:"length"`
	MS        int            `json:"length_ms"`
	Mix       string         `json:"mix_name"`
	Name      string         `json:"name"`
	NewDate   string         `json:"new_release_date"`
	PreOrder  bool           `json:"pre_order"`
	Price     bpPrice        `json:"price"`
	Published string         `json:"publish_date"`
	Release   bpShortRelease `json:"release"`
	Remixers  []bpArtist     `json:"remixers"`
	Sample    string         `json:"sample_url"`
	Slug      string         `json:"slug"`
	SubGenre  *bpGenre       `json:"sub_genre"`
	URL       string         `json:"url"`
	IsHype    bool           `json:"is_hype"`
}

type bpShortRelease struct {
	ID    int     `json:"id"`
	Name  string  `json:"name"`
	Image bpImage `json:"image"`
	Label bpLabel `json:"label"`
	Slug  string  `json:"slug"`
}

type bpArtist struct {
	ID    int     `json:"id"`
	Image bpImage `json:"image"`
	Name  string  `json:"name"`
	Slug  string  `json:"slug"`
	URL   string  `json:"url"`
}

type bpLabel struct {
	ID    int     `json:"id"`
	Name  string  `json:"name"`
	Image bpImage `json:"image"`
	Slug  string  `json:"slug"`
}

type bpImage struct {
	ID      int    `json:"id"`
	URI     string `json:"uri"`
	Dynamic string `json:"dynamic_uri"`
}

type bpRange struct {
	Min int `json:"min"`
	Max int `json:"max"`
}

type bpPrice struct {
	Code    string  `json:"code"`
	Symbol  string  `json:"symbol"`
	Value   float64 `json:"value"`
	Display string  `json:"display"`
}

type bpNamed struct {
	ID   int    `json:"id"`
	Name string `json:"name"`
}

type bpGenre struct {
	ID   int    `json:"id"`
	Name string `json:"name"`
	Slug string `json:"slug"`
	URL  string `json:"url"`
}

// A search has words of its own for the same things.

type bpSearch struct {
	Tracks   bpHits[bpTrackHit]   `json:"tracks"`
	Artists  bpHits[bpArtistHit]  `json:"artists"`
	Charts   bpHits[struct{}]     `json:"charts"`
	Labels   bpHits[struct{}]     `json:"labels"`
	Releases bpHits[bpReleaseHit] `json:"releases"`
}

type bpHits[T any] struct {
	Data []T `json:"data"`
}

type bpReleaseHit struct {
	Score     float64       `json:"score"`
	Label     bpHitLabel    `json:"label"`
	Tracks    []bpHitTrack  `json:"tracks"`
	Artists   []bpHitArtist `json:"artists"`
	Worldwide int           `json:"available_worldwide"`
	Number    string        `json:"catalog_number"`
	Exclusive int           `json:"exclusive"`
	Published string        `json:"publish_date"`
	Date      string        `json:"release_date"`
	ID        int           `json:"release_id"`
	Name      string        `json:"release_name"`
	Type      string        `json:"release_type"`
	Status    int           `json:"status"`
	UPC       string        `json:"upc"`
	Price     bpPrice       `json:"price"`
	Explicit  bool          `json:"is_explicit"`
	Count     int           `json:"track_count"`
	Image     string        `json:"release_image_uri"`
	IsHype    bool          `json:"is_hype"`
}

type bpHitLabel struct {
	Enabled int    `json:"enabled"`
	ID      int    `json:"label_id"`
	Name    string `json:"label_name"`
}

type bpHitTrack struct {
	ID   int    `json:"track_id"`
	Name string `json:"track_name"`
}

type bpHitArtist struct {
	ID   int    `json:"artist_id"`
	Name string `json:"artist_name"`
	Type string `json:"artist_type_name"`
}

type bpArtistHit struct {
	Score float64 `json:"score"`
	ID    int     `json:"artist_id"`
	Name  string  `json:"artist_name"`
}

type bpTrackHit struct {
	Score   float64       `json:"score"`
	Artists []bpHitArtist `json:"artists"`
	ISRC    string        `json:"isrc"`
	Length  int           `json:"length"`
	Mix     string        `json:"mix_name"`
	Release bpHitRelease  `json:"release"`
	ID      int           `json:"track_id"`
	Name    string        `json:"track_name"`
}

type bpHitRelease struct {
	ID   int    `json:"release_id"`
	Name string `json:"release_name"`
}
