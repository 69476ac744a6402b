package musicbrainz

import "encoding/json"

// wireRelease is a release, by its id or as a hit of a search: https://musicbrainz.org/doc/MusicBrainz_API. A hit leaves out what is
// empty, and a document what was not included.
type wireRelease struct {
	ID           string            `json:"id" drift:"missing"`
	Title        string            `json:"title" drift:"missing"`
	Barcode      string            `json:"barcode"`
	Date         string            `json:"date"`
	Status       *string           `json:"status"`
	Packaging    *string           `json:"packaging"`
	Text         wireText          `json:"text-representation"`
	ArtistCredit []wireCredit      `json:"artist-credit" drift:"missing"`
	LabelInfo    []wireLabelInfo   `json:"label-info"`
	Events       []wireEvent       `json:"release-events"`
	ReleaseGroup *wireReleaseGroup `json:"release-group" drift:"missing"`
	Media        []wireMedium      `json:"media"`
}

type wireText struct {
	Language string `json:"language"` // ISO 639-3
}

// wireCredit is one artist of a credit: https://musicbrainz.org/doc/Artist_Credits
type wireCredit struct {
	Name       string     `json:"name"` // as credited
	JoinPhrase string     `json:"joinphrase"`
	Artist     wireEntity `json:"artist"`
}

// wireEntity is an artist or a label.
type wireEntity struct {
	ID   string `json:"id" drift:"missing"`
	Name string `json:"name" drift:"missing"`
}

type wireLabelInfo struct {
	CatalogNumber string      `json:"catalog-number"`
	Label         *wireEntity `json:"label"`
}

type wireEvent struct {
	Area *struct {
		Codes []string `json:"iso-3166-1-codes"`
	} `json:"area"`
}

// wireReleaseGroup is what a release is an edition of: https://musicbrainz.org/doc/Release_Group/Type
type wireReleaseGroup struct {
	ID             string   `json:"id" drift:"missing"`
	PrimaryType    string   `json:"primary-type"`
	SecondaryTypes []string `json:"secondary-types"`
}

// wireMedium is a medium: https://musicbrainz.org/doc/Medium. The keys pregap and data-tracks hold further tracks.
type wireMedium struct {
	Position   int         `json:"position"`
	Format     string      `json:"format"`
	Title      string      `json:"title"`
	TrackCount int         `json:"track-count"`
	Tracks     []wireTrack `json:"tracks"`
}

// wireTrack is a track: https://musicbrainz.org/doc/Track
type wireTrack struct {
	Number       string         `json:"number"` // as printed
	Title        string         `json:"title" drift:"missing"`
	Length       int64          `json:"length"` // milliseconds
	ArtistCredit []wireCredit   `json:"artist-credit"`
	Recording    *wireRecording `json:"recording" drift:"missing"`
}

// wireRecording is what is on a track: https://musicbrainz.org/doc/Recording
type wireRecording struct {
	ID    string   `json:"id" drift:"missing"`
	ISRCs []string `json:"isrcs"`
	Video bool     `json:"video"`
}

// wireSong is a recording apart from any track: by its id, by a code, or as a hit. A hit leaves out what is empty.
type wireSong struct {
	wireRecording

	Title        string       `json:"title" drift:"missing"`
	Length       int64        `json:"length"` // milliseconds
	ArtistCredit []wireCredit `json:"artist-credit" drift:"missing"`
	Releases     []wireOn     `json:"releases"`
}

// wireOn is a release that a recording is on, without labels, group and media.
type wireOn struct {
	ID           string       `json:"id" drift:"missing"`
	Title        string       `json:"title" drift:"missing"`
	Barcode      string       `json:"barcode"`
	Date         string       `json:"date"`
	Status       *string      `json:"status"`
	Packaging    *string      `json:"packaging"`
	Text         wireText     `json:"text-representation"`
	ArtistCredit []wireCredit `json:"artist-credit"`
	Events       []wireEvent  `json:"release-events"`
}

// wireArtist is an artist by its id or as a hit, which has no relations: https://musicbrainz.org/doc/Artist
type wireArtist struct {
	wireEntity

	Disambiguation string         `json:"disambiguation"`
	Relations      []wireRelation `json:"relations"`
}

// wireRelation leads to a page: https://musicbrainz.org/relationships/artist-url
type wireRelation struct {
	Type  string `json:"type"`
	Ended bool   `json:"ended"`
	URL   *struct {
		Resource string `json:"resource"`
	} `json:"url"`
}

// wireISRC is a recording code: https://musicbrainz.org/doc/MusicBrainz_API
type wireISRC struct {
	Recordings []wireSong `json:"recordings" drift:"missing"`
}

// wireISRCPart is a recording code with hits, as if it had been asked for.
type wireISRCPart struct {
	ISRC       string            `json:"isrc"`
	Recordings []json.RawMessage `json:"recordings"`
}

// wireBrowsed is a page of all releases of an artist.
type wireBrowsed struct {
	Count    int           `json:"release-count" drift:"missing"` // on all pages
	Releases []wireRelease `json:"releases" drift:"missing"`
}

// wireSongs are recordings that were found.
type wireSongs struct {
	Count      int        `json:"count" drift:"missing"`
	Recordings []wireSong `json:"recordings" drift:"missing"`
}

// wireArtists are artists that were found.
type wireArtists struct {
	Count   int          `json:"count" drift:"missing"`
	Artists []wireArtist `json:"artists" drift:"missing"`
}

// wireLists is as much of a search or page as tells what it lists.
type wireLists struct {
	Count      *int              `json:"count"`
	Releases   []json.RawMessage `json:"releases"`
	Recordings []json.RawMessage `json:"recordings"`
	Artists    []json.RawMessage `json:"artists"`
}

// wireSearch is what was found: https://musicbrainz.org/doc/MusicBrainz_API/Search
type wireSearch struct {
	Count    int           `json:"count"` // of all results, of which a part is here
	Releases []wireRelease `json:"releases" drift:"missing"`
}

// wirePart is a search for one of several barcodes, as if for it alone.
type wirePart struct {
	Count    int               `json:"count"`
	Offset   int               `json:"offset"`
	Releases []json.RawMessage `json:"releases"`
}

// wireHit is as much of a hit as tells what it was found for.
type wireHit struct {
	ID      string   `json:"id"`
	Barcode string   `json:"barcode"`
	ISRCs   []string `json:"isrcs"`
}

// wireError is a body that is an error.
type wireError struct {
	Error string `json:"error"`
}
