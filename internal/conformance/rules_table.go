package conformance

import "regexp"

// rules are the differences that docs/differences.md declares, with the paths that each may touch.
var rules = []rule{
	{defect: "join phrases of MusicBrainz are dropped", paths: regexp.MustCompile(`(^|\.)artists\[\d+\]\.joinPhrase$`)},
	{defect: "MusicBrainz is only asked for the GTIN as given", paths: regexp.MustCompile(`^`)},
	{defect: "GTINs of Beatport are compared as text", paths: regexp.MustCompile(`^`)},
	{defect: "the island is unescaped before it is parsed", paths: regexp.MustCompile(`(^|\.)(title|name|creditedName|catalogNumber)$`)},
	{defect: "an empty track list yields one medium without tracks", paths: regexp.MustCompile(`^($|media|info\.(sourceMap|incompatibleData)|error|class|clusters)`)},
	{defect: "a first disc number other than 1 leaves an empty medium", paths: regexp.MustCompile(`^($|media|info\.(sourceMap|incompatibleData)|error|class|clusters)`)},
	{
		defect: "zero parts of a date are kept", paths: regexp.MustCompile(`^(releaseDate(\.|$)|info\.sourceMap\.releaseDate$)`),
		untagged: map[string]func(Difference) bool{partRelease: isZeroPart},
	},
	{
		defect: "zero parts are kept", paths: regexp.MustCompile(`^(|year|month|day)$`),
		untagged: map[string]func(Difference) bool{"parse_date": isZeroPart},
	},
	{defect: "other results of Discogs are API URLs", paths: regexp.MustCompile(`(^|\.)(messages)?\[\d+\]\.urls`)},
	{defect: "BA instead of BH", paths: regexp.MustCompile(`^(availableIn)?(\[\d+\])?$`)},
	{defect: "a release without images crashes", paths: regexp.MustCompile(`^`)},
	{defect: "a quantity which is no number breaks the expansion", paths: regexp.MustCompile(`^`)},
	{defect: "an unknown date counts as filled", paths: regexp.MustCompile(`^(releaseDate|info\.sourceMap\.releaseDate)`)},
	{
		defect: "empty values overwrite or block filled ones",
		paths:  regexp.MustCompile(`^(title|artists|labels|images|copyright|credits|packaging|status|gtin|availableIn|excludedFrom|types|media|info\.sourceMap)`),
	},
	{defect: "the source of a property names a provider whose value is not used", paths: regexp.MustCompile(`^info\.sourceMap\.`)},
	{
		defect: "the source of ISRCs or lengths names a provider whose values are not used",
		paths:  regexp.MustCompile(`^(info\.sourceMap\.(isrc|length)|media$)`),
	},
	{defect: "names without letters and digits are all similar", paths: regexp.MustCompile(`^$|externalIds`)},
	{defect: "a primary provider without comparable value makes the merge fail", paths: regexp.MustCompile(`^($|error|info\.messages|remaining|release$)`)},
	{
		defect: "only the first symbol of each kind is replaced", paths: regexp.MustCompile(`^(copyright)?$`),
		untagged: map[string]func(Difference) bool{"format_copyright": hasSymbolsLeft},
	},
	{defect: "only English labels are understood", paths: regexp.MustCompile(`^(releaseDate(\.|$)|info\.sourceMap\.releaseDate$)`)},
	{defect: "the time stamp is parsed leniently", paths: regexp.MustCompile(`^error$`)},
	{defect: "days, weeks and fractions are not understood", paths: regexp.MustCompile(`^$`)},
	// A release that the reference has not got takes part in all that follows.
	{defect: "a crash", paths: regexp.MustCompile(`^`)},
	{defect: "fractional milliseconds are kept", paths: regexp.MustCompile(`\.length$`)},
	{
		defect: "fractional milliseconds are kept", paths: regexp.MustCompile(`\.length$`),
		untagged: map[string]func(Difference) bool{partRelease: isFraction},
	},
	{
		defect: "a single track is written as a range", paths: regexp.MustCompile(`^(\[\d+\]|info\.messages\[\d+\]\.tracks(\[\d+\])?)$`),
		untagged: map[string]func(Difference) bool{
			"track_ranges": isRangeOfOne, partMessages: isRangeOfOne, "providers.Bandcamp": isRangeOfOne,
		},
	},
	{defect: "a reserved sub-domain is taken for an artist", paths: regexp.MustCompile(`^$`)},
	{
		defect: "a page that says no is taken for one that cannot be read", paths: regexp.MustCompile(`^(errors\[\d+\]|error)\.class$`),
		untagged: map[string]func(Difference) bool{"error": isDeniedPage, "providers.Bandcamp": isDeniedPage},
	},
	{defect: "an answer without a collection crashes", paths: regexp.MustCompile(`(^|\.)class$`)},
	{
		defect: "the expected track count is only taken from the first track", paths: regexp.MustCompile(`^(media|info\.messages|clusters)(\[|$)`),
		untagged: map[string]func(Difference) bool{partMessages: isToldToBeShort, "providers.iTunes": isToldToBeShort},
	},
	{
		defect: "403 of a service without credentials is a bad request", paths: regexp.MustCompile(`^(error|errors\[\d+\])\.class$`),
		untagged: map[string]func(Difference) bool{"error": isTooManyRequests, "providers.iTunes": isTooManyRequests},
	},
	{
		defect: "the model of languages is often unsure", paths: regexp.MustCompile(`^language$`),
		untagged: map[string]func(Difference) bool{partScript: isSureGuess},
	},
	{
		defect: "pages of MusicBrainz recordings are not recognised", paths: regexp.MustCompile(`^entity$`),
		untagged: map[string]func(Difference) bool{"url": isRecordingPage},
	},
}
