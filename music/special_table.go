package music

// Artists of MusicBrainz that stand for something else than an artist.
const (
	NoArtistName       = "[no artist]"
	UnknownArtistName  = "[unknown]"
	VariousArtistsName = "Various Artists"

	NoArtistMBID       MBID = "eec63d3c-3b81-4ad4-b1e4-7c147d4d2b61"
	UnknownArtistMBID  MBID = "125ec42a-7229-4250-afc5-e057484327fe"
	VariousArtistsMBID MBID = "89ad4ac3-39f7-470e-963a-56509c546377"
)

// The label of MusicBrainz that says that there is none.
const (
	NoLabelName      = "[no label]"
	NoLabelMBID MBID = "157afde4-4bf5-4039-8ad2-5a15acc85176"
)

// UnknownTitle is the title of a track of which nothing is known; see [FillGaps].
const UnknownTitle = "[unknown]"
