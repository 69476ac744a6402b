package music

// Release is one edition of an album, single or the like, as one source describes it or as merged from several.
// See the package comment for what nil means; [Release.Clone] before changing one that others hold.
type Release struct {
	Title        string
	Artists      []ArtistCredit
	GTIN         GTIN // as the source writes it, zero padding included, perhaps invalid; compare with GTIN.Equal
	Links        []ExternalLink
	Media        []Medium // nil: the track list is unknown
	TrackCount   int      // on all media, as the source states it apart from its track list; 0: it does not
	Language     *Language
	Script       *Script
	Status       *string  // MusicBrainz release status, such as Official
	Types        []string // MusicBrainz release group types, primary and secondary mixed
	Date         *ReleaseDate
	Labels       []ReleaseLabel
	Packaging    *string // MusicBrainz packaging; None for digital media
	Images       []Image
	Credits      *string // who did what, one statement per line
	Copyright    *string // one line per statement
	AvailableIn  []Region
	ExcludedFrom []Region // regions of the service where the release is not available; see Exclude
	ReleaseGroup *Entity
}

// Medium is a disc, a side, or a set of files.
type Medium struct {
	Number int // from 1; 0: the source does not number its media
	Title  string
	Format string // MusicBrainz medium format, such as CD or Digital Media
	Tracks []Track
}

// Track is one track of a medium.
type Track struct {
	Title       string
	Artists     []ArtistCredit // nil: tracks are not credited one by one
	Number      TrackNumber    // as the source has it, A1 included; its zero value: none
	Length      Duration       // milliseconds; 0: unknown
	Kind        TrackKind
	ISRC        *ISRC // as the source writes it, perhaps invalid; see NormalizeISRC
	Explicit    Explicitness
	AvailableIn []Region // nil: the source does not tell for tracks
	Recording   *Entity
}

// ArtistCredit is one of the artists of a credit, with the text that leads to the next one.
type ArtistCredit struct {
	Entity
	CreditedName string  // as printed; empty where the source does not tell it from the name
	JoinPhrase   *string // nil: the default of its place, see JoinPhrases; empty text: none
}

// Entity is anything that services have ids for: artist, label, recording, release group.
type Entity struct {
	Name string
	IDs  []ExternalID // nil: the source does not speak of ids
	MBID MBID
}

// ReleaseLabel is a label's part in a release. All parts are optional: a bare catalogue number has no name.
type ReleaseLabel struct {
	Entity
	CatalogNumber string
}

// ExternalID is the id of an entity in a service's own terms.
type ExternalID struct {
	Provider ProviderName
	Type     string // as the service calls it: album, track
	ID       string
	Region   Region     // only where the service's pages differ by region
	Slug     string     // readable part of the URL, as found; means nothing to the service
	Links    []LinkType // nil: the service's default; empty: deliberately none
}

// ExternalLink is a page about a release, with what one can do there.
type ExternalLink struct {
	URL   string
	Types []LinkType
}

// LinkType is what a page offers, in the words of MusicBrainz' link types.
type LinkType string

// Link types in use.
const (
	DiscographyPage LinkType = "discography page"
	FreeDownload    LinkType = "free download"
	FreeStreaming   LinkType = "free streaming"
	MailOrder       LinkType = "mail order"
	PaidDownload    LinkType = "paid download"
	PaidStreaming   LinkType = "paid streaming"
	License         LinkType = "license"
)

// Image is a picture of a release.
type Image struct {
	URL      string // of the largest size
	Thumb    string // URL of a small size, at least 200 pixels wide; empty: none
	Width    int    // pixels; 0: unknown
	Height   int    // pixels; 0: unknown
	Types    []ImageType
	Comment  string
	Provider ProviderName // who serves it; empty: the source of the release
}

// ImageType says what a picture shows.
type ImageType string

// Image types in use.
const (
	ImageFront ImageType = "front"
	ImageBack  ImageType = "back"
	ImageTrack ImageType = "track"
)

// Language is the language of titles.
type Language struct {
	Code       string   // ISO 639-3; zxx: no linguistic content
	Confidence *float64 // from 0 to 1; nil: stated, not guessed
}

// Script is the writing system of titles.
type Script struct {
	Code      string  // ISO 15924
	Frequency float64 // share of the letters, from 0 to 1
}

// ReleaseDate is a date with what it is worth; see QualifyDate.
type ReleaseDate struct {
	Date    PartialDate // its zero value: not known
	Quality DateQuality
	Note    string // why the date is doubted, in English; empty: it is not
}

// DateQuality is what a release date is worth.
type DateQuality string

// Date qualities.
const (
	DateAssumedValid   DateQuality = "assumed-valid"
	DateAssumedInvalid DateQuality = "assumed-invalid" // before the launch of the platform that states it
	DateNoneFound      DateQuality = "none-found"      // no date, or a source that promises nothing about it
)

// TrackKind is what a track is; empty: the source does not tell, which nearly always means audio.
type TrackKind string

// Kinds of track.
const (
	Audio TrackKind = "audio"
	Video TrackKind = "video"
)

// Explicitness says whether a source marks a track as having explicit lyrics.
type Explicitness uint8

// Values of Explicitness.
const (
	ExplicitUnknown Explicitness = iota
	ExplicitNo
	ExplicitYes
)
