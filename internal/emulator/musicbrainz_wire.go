package emulator

// What MusicBrainz sends: https://musicbrainz.org/doc/MusicBrainz_API. A pointer to a list stands for what is sent only when it was
// asked for, be it empty or not.

type mbRelease struct {
	ID             string      `json:"id"`
	Title          string      `json:"title"`
	Disambiguation string      `json:"disambiguation"`
	Status         *string     `json:"status"`
	StatusID       *string     `json:"status-id"`
	Packaging      *string     `json:"packaging"`
	PackagingID    *string     `json:"packaging-id"`
	Quality        string      `json:"quality"`
	Text           mbText      `json:"text-representation"`
	Date           string      `json:"date,omitempty"`
	Country        string      `json:"country,omitempty"`
	Events         []mbEvent   `json:"release-events,omitempty"`
	Barcode        *string     `json:"barcode"`
	ASIN           *string     `json:"asin"`
	Art            mbArt       `json:"cover-art-archive"`
	Credit         *[]mbCredit `json:"artist-credit,omitempty"`
	Labels         *[]mbLabel  `json:"label-info,omitempty"`
	Group          *mbGroup    `json:"release-group,omitempty"`
	Media          *[]mbMedium `json:"media,omitempty"`
	Relations      *[]mbLink   `json:"relations,omitempty"`
	Genres         *[]mbTag    `json:"genres,omitempty"`
	Tags           *[]mbTag    `json:"tags,omitempty"`
	Aliases        *[]mbAlias  `json:"aliases,omitempty"`
}

type mbText struct {
	Language *string `json:"language"`
	Script   *string `json:"script"`
}

type mbArt struct {
	Artwork  bool `json:"artwork"`
	Count    int  `json:"count"`
	Front    bool `json:"front"`
	Back     bool `json:"back"`
	Darkened bool `json:"darkened"`
}

type mbEvent struct {
	Date string  `json:"date"`
	Area *mbArea `json:"area"`
}

type mbArea struct {
	ID             string   `json:"id"`
	Name           string   `json:"name"`
	SortName       string   `json:"sort-name"`
	Disambiguation *string  `json:"disambiguation,omitempty"`
	Type           *string  `json:"type"`
	TypeID         *string  `json:"type-id"`
	Codes          []string `json:"iso-3166-1-codes,omitempty"`
}

type mbCredit struct {
	Name   string   `json:"name"`
	Join   string   `json:"joinphrase"`
	Artist mbArtist `json:"artist"`
}

type mbArtist struct {
	ID             string     `json:"id"`
	Name           string     `json:"name"`
	SortName       string     `json:"sort-name"`
	Disambiguation string     `json:"disambiguation"`
	Type           *string    `json:"type"`
	TypeID         *string    `json:"type-id"`
	Country        *string    `json:"country"`
	Genres         *[]mbTag   `json:"genres,omitempty"`
	Tags           *[]mbTag   `json:"tags,omitempty"`
	Aliases        *[]mbAlias `json:"aliases,omitempty"`
}

type mbLabel struct {
	Catalogue *string        `json:"catalog-number"`
	Label     *mbLabelItself `json:"label"`
}

type mbLabelItself struct {
	ID             string  `json:"id"`
	Name           string  `json:"name"`
	SortName       string  `json:"sort-name"`
	Disambiguation string  `json:"disambiguation"`
	Code           *int    `json:"label-code"`
	Type           *string `json:"type"`
	TypeID         *string `json:"type-id"`
}

type mbGroup struct {
	ID             string       `json:"id"`
	Title          string       `json:"title"`
	Disambiguation string       `json:"disambiguation"`
	FirstDate      string       `json:"first-release-date"`
	Primary        *string      `json:"primary-type"`
	PrimaryID      *string      `json:"primary-type-id"`
	Secondary      []string     `json:"secondary-types"`
	SecondaryIDs   []string     `json:"secondary-type-ids"`
	Credit         *[]mbCredit  `json:"artist-credit,omitempty"`
	Genres         *[]mbTag     `json:"genres,omitempty"`
	Tags           *[]mbTag     `json:"tags,omitempty"`
	Relations      *[]mbLink    `json:"relations,omitempty"`
	Releases       *[]mbRelease `json:"releases,omitempty"`
}

type mbMedium struct {
	ID       string    `json:"id"`
	Position int       `json:"position"`
	Title    string    `json:"title"`
	Format   *string   `json:"format"`
	FormatID *string   `json:"format-id"`
	Count    int       `json:"track-count"`
	Offset   *int      `json:"track-offset,omitempty"`
	Tracks   []mbTrack `json:"tracks,omitempty"`
	Discs    *[]mbDisc `json:"discs,omitempty"`
}

type mbTrack struct {
	ID        string      `json:"id"`
	Position  int         `json:"position"`
	Number    string      `json:"number"`
	Title     string      `json:"title"`
	Length    *int        `json:"length"`
	Credit    *[]mbCredit `json:"artist-credit,omitempty"`
	Recording mbRecording `json:"recording"`
}

type mbRecording struct {
	ID             string       `json:"id"`
	Title          string       `json:"title"`
	Disambiguation string       `json:"disambiguation"`
	Length         *int         `json:"length"`
	Video          bool         `json:"video"`
	FirstDate      string       `json:"first-release-date,omitempty"`
	Credit         *[]mbCredit  `json:"artist-credit,omitempty"`
	ISRCs          *[]string    `json:"isrcs,omitempty"`
	Genres         *[]mbTag     `json:"genres,omitempty"`
	Tags           *[]mbTag     `json:"tags,omitempty"`
	Relations      *[]mbLink    `json:"relations,omitempty"`
	Releases       *[]mbRelease `json:"releases,omitempty"`
}

type mbLink struct {
	Type       string            `json:"type"`
	TypeID     string            `json:"type-id"`
	TargetType string            `json:"target-type"`
	Direction  string            `json:"direction"`
	Begin      *string           `json:"begin"`
	End        *string           `json:"end"`
	Ended      bool              `json:"ended"`
	Source     string            `json:"source-credit"`
	Target     string            `json:"target-credit"`
	Attributes []string          `json:"attributes"`
	Values     map[string]string `json:"attribute-values"`
	URL        mbURL             `json:"url"`
}

type mbURL struct {
	ID       string `json:"id"`
	Resource string `json:"resource"`
}

// The catalogue knows no genres, tags, aliases and disc ids: their lists are empty.
type (
	mbTag   struct{}
	mbAlias struct{}
	mbDisc  struct{}
)

type mbFault struct {
	Error string `json:"error"`
	Help  string `json:"help,omitempty"`
}
