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

	_ struct{} `unread:"aliases, annotation, artist-credit-id, asin, count, country, cover-art-archive, created, disambiguation"`
	_ struct{} `unread:"genres, packaging-id, quality, relations, score, status-id, tags, track-count, user-genres, user-tags"`
}

type wireText struct {
	Language string `json:"language"` // ISO 639-3

	_ struct{} `unread:"script"`
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

	_ struct{} `unread:"aliases, annotation, area, country, disambiguation, genres, iso-3166-1-codes, label-code, life-span"`
	_ struct{} `unread:"rating, sort-name, tags, type, type-id"`
}

type wireLabelInfo struct {
	CatalogNumber string      `json:"catalog-number"`
	Label         *wireEntity `json:"label"`
}

type wireEvent struct {
	Area *struct {
		Codes []string `json:"iso-3166-1-codes"`
		_     struct{} `unread:"disambiguation, id, iso-3166-2-codes, iso-3166-3-codes, life-span, name, sort-name, type, type-id"`
	} `json:"area"`

	_ struct{} `unread:"date"`
}

// wireReleaseGroup is what a release is an edition of: https://musicbrainz.org/doc/Release_Group/Type
type wireReleaseGroup struct {
	ID             string   `json:"id" drift:"missing"`
	PrimaryType    string   `json:"primary-type"`
	SecondaryTypes []string `json:"secondary-types"`

	_ struct{} `unread:"aliases, annotation, artist-credit, disambiguation, first-release-date, genres, primary-type-id, rating"`
	_ struct{} `unread:"relations, releases, secondary-type-ids, tags, title, type-id"`
}

// wireMedium is a medium: https://musicbrainz.org/doc/Medium. The keys pregap and data-tracks hold further tracks.
type wireMedium struct {
	Position   int         `json:"position"`
	Format     string      `json:"format"`
	Title      string      `json:"title"`
	TrackCount int         `json:"track-count"`
	Tracks     []wireTrack `json:"tracks"`

	_ struct{} `unread:"data-tracks, disc-count, discs, format-id, id, pregap, track, track-offset"`
}

// wireTrack is a track: https://musicbrainz.org/doc/Track
type wireTrack struct {
	Number       string         `json:"number"` // as printed
	Title        string         `json:"title" drift:"missing"`
	Length       int64          `json:"length"` // milliseconds
	ArtistCredit []wireCredit   `json:"artist-credit"`
	Recording    *wireRecording `json:"recording" drift:"missing"`

	_ struct{} `unread:"id, position"`
}

// wireRecording is what is on a track: https://musicbrainz.org/doc/Recording
type wireRecording struct {
	ID    string   `json:"id" drift:"missing"`
	ISRCs []string `json:"isrcs"`
	Video bool     `json:"video"`

	_ struct{} `unread:"aliases, annotation, artist-credit, disambiguation, first-release-date, genres, length, rating, relations"`
	_ struct{} `unread:"tags, title"`
}

// wireSong is a recording apart from any track: by its id, by a code, or as a hit. A hit leaves out what is empty.
type wireSong struct {
	wireRecording

	Title        string       `json:"title" drift:"missing"`
	Length       int64        `json:"length"` // milliseconds
	ArtistCredit []wireCredit `json:"artist-credit" drift:"missing"`
	Releases     []wireOn     `json:"releases"`

	_ struct{} `unread:"artist-credit-id, score, user-genres, user-rating, user-tags"`
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

	_ struct{} `unread:"aliases, annotation, artist-credit-id, asin, count, country, cover-art-archive, disambiguation, genres"`
	_ struct{} `unread:"label-info, media, packaging-id, quality, relations, release-group, status-id, tags, track-count"`
}

// wireArtist is an artist by its id or as a hit, which has no relations: https://musicbrainz.org/doc/Artist
type wireArtist struct {
	wireEntity

	Disambiguation string         `json:"disambiguation"`
	Relations      []wireRelation `json:"relations"`

	_ struct{} `unread:"area-id, begin-area, begin_area, end-area, end_area, gender, gender-id, ipis, isnis, recordings"`
	_ struct{} `unread:"release-groups, releases, score, user-genres, user-rating, user-tags, works"`
}

// wireRelation leads to a page: https://musicbrainz.org/relationships/artist-url
type wireRelation struct {
	Type  string `json:"type"`
	Ended bool   `json:"ended"`
	URL   *struct {
		Resource string   `json:"resource"`
		_        struct{} `unread:"id"`
	} `json:"url"`

	_ struct{} `unread:"area, artist, attribute-credits, attribute-ids, attribute-values, attributes, begin, direction, end, event"`
	_ struct{} `unread:"genre, instrument, label, ordering-key, place, recording, release, release-group, release_group, series"`
	_ struct{} `unread:"source-credit, target-credit, target-type, type-id, work"`
}

// wireISRC is a recording code: https://musicbrainz.org/doc/MusicBrainz_API
type wireISRC struct {
	Recordings []wireSong `json:"recordings" drift:"missing"`

	_ struct{} `unread:"isrc"`
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

	_ struct{} `unread:"release-offset"`
}

// wireSongs are recordings that were found.
type wireSongs struct {
	Count      int        `json:"count" drift:"missing"`
	Recordings []wireSong `json:"recordings" drift:"missing"`

	_ struct{} `unread:"created, offset"`
}

// wireArtists are artists that were found.
type wireArtists struct {
	Count   int          `json:"count" drift:"missing"`
	Artists []wireArtist `json:"artists" drift:"missing"`

	_ struct{} `unread:"created, offset"`
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

	_ struct{} `unread:"created, offset"`
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
