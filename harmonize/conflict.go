package harmonize

import "tutti/music"

// ConflictKind says in what providers disagree.
type ConflictKind string

// Kinds of conflict.
const (
	ConflictGTIN         ConflictKind = "GTIN"
	ConflictTrackCount   ConflictKind = "TRACK_COUNT"
	ConflictTrackOrder   ConflictKind = "TRACK_ORDER"
	ConflictDuration     ConflictKind = "DURATION"
	ConflictReleaseDate  ConflictKind = "RELEASE_DATE"
	ConflictMediumFormat ConflictKind = "MEDIUM_FORMAT"
	ConflictExplicitness ConflictKind = "EXPLICITNESS"
	ConflictTitle        ConflictKind = "TITLE"
	ConflictArtistCredit ConflictKind = "ARTIST_CREDIT"
	ConflictLabel        ConflictKind = "LABEL"
	ConflictISRC         ConflictKind = "ISRC"
)

// Conflict is a field on which providers disagree, one cluster per opinion.
type Conflict struct {
	Kind     ConflictKind
	Severity music.Severity
	Path     string // such as media[0].tracks[3].lengthMs
	Text     string // for people
	Clusters []ConflictCluster
}

// ConflictCluster are the providers of one opinion.
type ConflictCluster struct {
	Display   string
	Providers []music.ProviderName
	Merged    bool // it is the opinion of the merged release
}
