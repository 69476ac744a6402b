package music

// EntityType is what an id, a page or a hit is of.
type EntityType string

// Types of entities.
const (
	EntityRelease EntityType = "release"
	EntityTrack   EntityType = "track" // or recording: services do not agree on which of them their ids are of
	EntityArtist  EntityType = "artist"
	EntityLabel   EntityType = "label"
)

// Artist is a person or group as one source describes it.
type Artist struct {
	Entity
	Disambiguation string         // what tells it from others of the same name; empty: nothing
	Links          []ExternalLink // nil: the source has none
	Images         []Image        // nil: the source has none; the types of each are empty, since they show the artist
}
