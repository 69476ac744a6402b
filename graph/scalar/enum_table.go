package scalar

import (
	"tutti/harmonize"
	"tutti/lookup"
	"tutti/music"
	"tutti/providers"
)

// Enums whose values have other names here than in the contract.
var (
	severities = map[string]music.Severity{
		"DEBUG": music.Debug, "INFO": music.Info, "WARNING": music.Warning, "ERROR": music.Error,
	}
	freshness = map[string]lookup.Freshness{
		"CACHE_ONLY": lookup.CacheOnly, "STALE_WHILE_REVALIDATE": lookup.WhileRevalidating, "FRESH": lookup.FreshOnly,
	}
	policies = map[string]harmonize.Policy{
		"CLUSTER": harmonize.Cluster, "PREFER_PRIMARY": harmonize.PreferPrimary, "FAIL": harmonize.Fail,
	}
	methods = map[string]providers.By{
		"ID": providers.ByID, "GTIN": providers.ByGTIN, "ISRC": providers.ByISRC, "SEARCH": providers.BySearchingReleases,
	}
	entityTypes   = map[string]music.EntityType{"RELEASE": music.EntityRelease, "TRACK": music.EntityTrack, "ARTIST": music.EntityArtist}
	dateQualities = map[string]music.DateQuality{
		"ASSUMED_VALID": music.DateAssumedValid, "ASSUMED_INVALID": music.DateAssumedInvalid, "NONE_FOUND": music.DateNoneFound,
	}
	trackKinds = map[string]music.TrackKind{"AUDIO": music.Audio, "VIDEO": music.Video}
)
