package emulator

// What MusicBrainz sends besides releases.

type mbArtistPage struct {
	ID             string           `json:"id"`
	Name           string           `json:"name"`
	SortName       string           `json:"sort-name"`
	Disambiguation string           `json:"disambiguation"`
	Type           *string          `json:"type"`
	TypeID         *string          `json:"type-id"`
	Gender         *string          `json:"gender"`
	GenderID       *string          `json:"gender-id"`
	Country        *string          `json:"country"`
	Area           *mbArea          `json:"area"`
	BeginArea      *mbArea          `json:"begin-area"`
	EndArea        *mbArea          `json:"end-area"`
	Life           mbLife           `json:"life-span"`
	IPIs           []string         `json:"ipis"`
	ISNIs          []string         `json:"isnis"`
	Aliases        *[]mbArtistAlias `json:"aliases,omitempty"`
	Genres         *[]mbTag         `json:"genres,omitempty"`
	Tags           *[]mbTag         `json:"tags,omitempty"`
	Relations      *[]mbLink        `json:"relations,omitempty"`
	Groups         *[]mbGroup       `json:"release-groups,omitempty"`
}

type mbLife struct {
	Begin *string `json:"begin"`
	End   *string `json:"end"`
	Ended bool    `json:"ended"`
}

type mbArtistAlias struct {
	Name     string  `json:"name"`
	SortName string  `json:"sort-name"`
	Type     *string `json:"type"`
	TypeID   *string `json:"type-id"`
	Locale   *string `json:"locale"`
	Primary  *bool   `json:"primary"`
	Begin    *string `json:"begin"`
	End      *string `json:"end"`
	Ended    bool    `json:"ended"`
}

type mbGroups struct {
	Count  int       `json:"release-group-count"`
	Offset int       `json:"release-group-offset"`
	Groups []mbGroup `json:"release-groups"`
}

type mbReleases struct {
	Count    int         `json:"release-count"`
	Offset   int         `json:"release-offset"`
	Releases []mbRelease `json:"releases"`
}

type mbISRC struct {
	ISRC       string        `json:"isrc"`
	Recordings []mbRecording `json:"recordings"`
}

type mbURLs struct {
	Count  int         `json:"url-count"`
	Offset int         `json:"url-offset"`
	URLs   []mbURLPage `json:"urls"`
}

type mbURLPage struct {
	ID        string        `json:"id"`
	Resource  string        `json:"resource"`
	Relations *[]mbBackLink `json:"relations,omitempty"`
}

// mbBackLink leads from an address to what is linked to it.
type mbBackLink struct {
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
	IDs        map[string]string `json:"attribute-ids"`
	Release    *mbRelease        `json:"release,omitempty"`
	Artist     *mbArtist         `json:"artist,omitempty"`
}

type mbRecordings struct {
	Created    string           `json:"created"`
	Count      int              `json:"count"`
	Offset     int              `json:"offset"`
	Recordings []mbRecordingHit `json:"recordings"`
}

type mbRecordingHit struct {
	ID        string         `json:"id"`
	Score     int            `json:"score"`
	CreditID  string         `json:"artist-credit-id"`
	Title     string         `json:"title"`
	Length    *int           `json:"length,omitempty"`
	Video     *bool          `json:"video"`
	Credit    []mbHitCredit  `json:"artist-credit"`
	FirstDate string         `json:"first-release-date,omitempty"`
	Releases  []mbHitRelease `json:"releases"`
	ISRCs     []string       `json:"isrcs,omitempty"`
}

// mbHitRelease is a release that a recording was found on.
type mbHitRelease struct {
	ID       string             `json:"id"`
	StatusID string             `json:"status-id,omitempty"`
	Count    int                `json:"count"`
	Title    string             `json:"title"`
	Status   string             `json:"status,omitempty"`
	Group    mbHitGroup         `json:"release-group"`
	Date     string             `json:"date,omitempty"`
	Country  string             `json:"country,omitempty"`
	Events   []mbHitEvent       `json:"release-events,omitempty"`
	Tracks   int                `json:"track-count"`
	Media    []mbHitTrackMedium `json:"media"`
}

type mbHitTrackMedium struct {
	Position int          `json:"position"`
	Format   string       `json:"format,omitempty"`
	Tracks   []mbHitTrack `json:"track"`
	Count    int          `json:"track-count"`
	Offset   int          `json:"track-offset"`
}

type mbHitTrack struct {
	ID     string `json:"id"`
	Number string `json:"number"`
	Title  string `json:"title"`
	Length *int   `json:"length,omitempty"`
}

type mbArtists struct {
	Created string        `json:"created"`
	Count   int           `json:"count"`
	Offset  int           `json:"offset"`
	Artists []mbArtistHit `json:"artists"`
}

type mbArtistHit struct {
	ID             string          `json:"id"`
	Type           string          `json:"type,omitempty"`
	TypeID         string          `json:"type-id,omitempty"`
	Score          int             `json:"score"`
	Name           string          `json:"name"`
	SortName       string          `json:"sort-name"`
	Country        string          `json:"country,omitempty"`
	Disambiguation string          `json:"disambiguation,omitempty"`
	Life           mbHitLife       `json:"life-span"`
	Aliases        []mbArtistAlias `json:"aliases,omitempty"`
}

type mbHitLife struct {
	Ended *bool `json:"ended"`
}
