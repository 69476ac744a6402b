package conformance

import (
	"tutti/music"
	"tutti/providers"
)

// claims are the functions that each package runs in its conformance_test.go.
var claims = map[string][]string{
	"music": {
		"clean_labels", "fill_tracklist_gaps", "format_copyright", "format_date", "format_duration", "gtin_check_digit",
		"gtin_clean_barcode", "gtin_equal", "gtin_format", "gtin_is_valid", "gtin_unique", "gtin_validate", "isrc_normalize",
		"isrc_parse", "match_by_similar_name", "parse_date", "parse_datetime", "parse_duration", "parse_iso_duration",
		"release_is_dj_mix", "release_is_live", "release_type_capitalize", "release_types_for_release", "release_types_from_title",
		"release_types_merge", "release_types_sort", "select_image", "similar_names", "simplify_name", "split_labels",
		"track_count_summary", "track_ranges",
		"copyright.format", "date.format", "date.parse", "date.parseDateTime", "duration.format", "duration.parseColon",
		"duration.parseISO", "gtin.checkDigit", "gtin.cleanBarcode", "gtin.equal", "gtin.format", "gtin.unique", "gtin.validate",
		"image.choose", "isrc.normalize", "isrc.parse", "label.cleanUp", "label.split", "name.similar", "region.flag", "region.list",
		"region.name", "tracklist.fillGaps", "tracklist.ranges", "tracklist.summary", "types.capitalize", "types.guessDjMix",
		"types.guessForRelease", "types.guessFromTitle", "types.guessLive", "types.merge", "types.sort",
		"detect_scripts", "script.detect", "script.main",
	},
	"harmonize": {
		"compatibility", "deduplicate_entities", "merge_entities", "merge_entities_by_position", "merge_release",
		"entity.deduplicate", "entity.mergeIdsSorted", "entity.mergeIdsUnordered", "release.languageAndScript",
	},
	"itunes":   {"itunes_gtin_from_url", "itunes_source_image"},
	"bandcamp": {"bandcamp_track_links"},
	"providers": {
		"id.parse", "id.serialize", "provider.category", "provider.linkTypes", "provider.ranking", "release_date_quality",
		"url.construct", "url.extract",
	},
	"permalink": {"permalink.create", "permalink.encodeState", "state.parse"},
	"discogs": {
		"discogs_clean_name", "discogs_countries", "discogs_format", "discogs_format_details", "discogs_media", "discogs_sections",
		"discogs.country", "discogs.formatDetails", "discogs.media", "discogs.mediumFormats",
	},
}

// unbuilt says why functions are not run.
var unbuilt = map[string]string{
	"edit_link":               noEdits,
	"editLink.externalLinks":  noEdits,
	"annotation.build":        noEdits,
	"mb_format_tracklist":     noEdits,
	"tracklist.text":          noEdits,
	"mbid_extract":            noEdits,
	"mbid.extract":            noEdits,
	"release_event_countries": noEdits,
	"release.eventCountries":  noEdits,
	"seed.artistCredit":       noEdits,
	"seed.linkType":           noEdits,
	"seed.release":            noEdits,
}

// noEdits is why some functions are not compared yet.
const noEdits = "nothing is made for editing MusicBrainz yet"

// setFunctions return lists whose order means nothing.
var setFunctions = []string{
	"types.guessFromTitle", "types.guessForRelease", "release_types_from_title", "release_types_for_release",
}

// features are the names of what providers are ranked by.
var features = map[string]providers.Feature{
	"cover size":         providers.FeatureCoverSize,
	"duration precision": providers.FeatureDurationPrecision,
	"GTIN lookup":        providers.FeatureGTINLookup,
	"MBID resolving":     providers.FeatureMBIDResolving,
	"release label":      providers.FeatureReleaseLabel,
}

// hostNames are what hosts of services have in them, where it is not the service's name.
var hostNames = map[music.ProviderName]string{"itunes": "apple.com"}
