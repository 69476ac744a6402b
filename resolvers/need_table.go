package resolvers

import "tutti/music"

// needs says which properties a field is made of, by its coordinate in the schema. Fields that are not here need nothing beyond
// what their parent does; a test demands that each field is either here or in nothing.
var needs = map[string]music.Properties{
	// What costs no request for each track, and where it is offered, is compared only where it is selected beside.
	"ReleaseLookup.diff": music.AllProperties.Without(of(
		music.PropTrackArtists, music.PropISRCs, music.PropExplicit, music.PropAvailability, music.PropTrackAvailability, music.PropMBIDs,
	)),

	"Release.mbid":               of(music.PropMBIDs),
	"Release.releaseGroupMbid":   of(music.PropMBIDs),
	"Release.title":              of(music.PropTitle),
	"Release.artists":            of(music.PropArtists),
	"Release.gtin":               of(music.PropGTIN),
	"Release.releaseDate":        of(music.PropDate),
	"Release.releaseDateQuality": of(music.PropDate),
	"Release.releaseDateNote":    of(music.PropDate),
	"Release.labels":             of(music.PropLabels),
	"Release.types":              of(music.PropTypes),
	"Release.status":             of(music.PropStatus),
	"Release.packaging":          of(music.PropPackaging),
	"Release.language":           of(music.PropLanguage),
	"Release.languageConfidence": of(music.PropLanguage),
	"Release.script":             of(music.PropScript),
	"Release.scriptFrequency":    of(music.PropScript),
	"Release.copyright":          of(music.PropCopyright),
	"Release.credits":            of(music.PropCredits),
	"Release.media":              of(music.PropTrackTitles),
	"Release.trackCount":         of(music.PropTrackCount),
	"Release.images":             of(music.PropImages),
	"Release.availableIn":        of(music.PropAvailability),
	"Release.excludedFrom":       of(music.PropAvailability),
	"Release.availability":       of(music.PropAvailability),
	"Release.links":              of(music.PropLinks),

	"ReleaseFields.title":              of(music.PropTitle),
	"ReleaseFields.artists":            of(music.PropArtists),
	"ReleaseFields.gtin":               of(music.PropGTIN),
	"ReleaseFields.releaseDate":        of(music.PropDate),
	"ReleaseFields.releaseDateQuality": of(music.PropDate),
	"ReleaseFields.releaseDateNote":    of(music.PropDate),
	"ReleaseFields.labels":             of(music.PropLabels),
	"ReleaseFields.types":              of(music.PropTypes),
	"ReleaseFields.status":             of(music.PropStatus),
	"ReleaseFields.packaging":          of(music.PropPackaging),
	"ReleaseFields.language":           of(music.PropLanguage),
	"ReleaseFields.languageConfidence": of(music.PropLanguage),
	"ReleaseFields.script":             of(music.PropScript),
	"ReleaseFields.scriptFrequency":    of(music.PropScript),
	"ReleaseFields.copyright":          of(music.PropCopyright),
	"ReleaseFields.credits":            of(music.PropCredits),
	"ReleaseFields.media":              of(music.PropTrackTitles),
	"ReleaseFields.trackCount":         of(music.PropTrackCount),
	"ReleaseFields.images":             of(music.PropImages),
	"ReleaseFields.availableIn":        of(music.PropAvailability),
	"ReleaseFields.excludedFrom":       of(music.PropAvailability),

	"ProviderRelease.title":              of(music.PropTitle),
	"ProviderRelease.artists":            of(music.PropArtists),
	"ProviderRelease.gtin":               of(music.PropGTIN),
	"ProviderRelease.releaseDate":        of(music.PropDate),
	"ProviderRelease.releaseDateQuality": of(music.PropDate),
	"ProviderRelease.releaseDateNote":    of(music.PropDate),
	"ProviderRelease.labels":             of(music.PropLabels),
	"ProviderRelease.types":              of(music.PropTypes),
	"ProviderRelease.status":             of(music.PropStatus),
	"ProviderRelease.packaging":          of(music.PropPackaging),
	"ProviderRelease.language":           of(music.PropLanguage),
	"ProviderRelease.languageConfidence": of(music.PropLanguage),
	"ProviderRelease.script":             of(music.PropScript),
	"ProviderRelease.scriptFrequency":    of(music.PropScript),
	"ProviderRelease.copyright":          of(music.PropCopyright),
	"ProviderRelease.credits":            of(music.PropCredits),
	"ProviderRelease.media":              of(music.PropTrackTitles),
	"ProviderRelease.trackCount":         of(music.PropTrackCount),
	"ProviderRelease.images":             of(music.PropImages),
	"ProviderRelease.availableIn":        of(music.PropAvailability),
	"ProviderRelease.excludedFrom":       of(music.PropAvailability),

	"Medium.position": of(music.PropMediumDivision),
	"Medium.title":    of(music.PropMediumTitles),
	"Medium.format":   of(music.PropMediumFormats),
	"Medium.tracks":   of(music.PropTrackTitles),

	"Track.number":        of(music.PropTrackNumbers),
	"Track.kind":          of(music.PropKinds),
	"Track.title":         of(music.PropTrackTitles),
	"Track.artists":       of(music.PropTrackArtists),
	"Track.lengthMs":      of(music.PropLengths),
	"Track.isrc":          of(music.PropISRCs),
	"Track.explicit":      of(music.PropExplicit),
	"Track.availableIn":   of(music.PropTrackAvailability),
	"Track.availability":  of(music.PropTrackAvailability),
	"Track.recordingMbid": of(music.PropMBIDs),
	"Track.links":         of(music.PropTrackTitles),
	"Track.alignments":    of(music.PropTrackTitles),

	"ReleaseProvenance.title":        of(music.PropTitle),
	"ReleaseProvenance.artists":      of(music.PropArtists),
	"ReleaseProvenance.gtin":         of(music.PropGTIN),
	"ReleaseProvenance.releaseDate":  of(music.PropDate),
	"ReleaseProvenance.labels":       of(music.PropLabels),
	"ReleaseProvenance.types":        of(music.PropTypes),
	"ReleaseProvenance.copyright":    of(music.PropCopyright),
	"ReleaseProvenance.images":       of(music.PropImages),
	"ReleaseProvenance.media":        of(music.PropTrackTitles),
	"ReleaseProvenance.trackCount":   of(music.PropTrackCount),
	"ReleaseProvenance.availability": of(music.PropAvailability),

	"TrackProvenance.title":        of(music.PropTrackTitles),
	"TrackProvenance.artists":      of(music.PropTrackArtists),
	"TrackProvenance.lengthMs":     of(music.PropLengths),
	"TrackProvenance.isrc":         of(music.PropISRCs),
	"TrackProvenance.kind":         of(music.PropKinds),
	"TrackProvenance.explicit":     of(music.PropExplicit),
	"TrackProvenance.availability": of(music.PropTrackAvailability),

	"ProviderReport.alternatives": of(music.PropAlternatives),
	"ReleaseLookup.conflicts":     of(music.PropGTIN, music.PropTitle),
}

// nothing holds the fields that need no property of their own: they are made of what is looked up anyway, or not of a release.
var nothing = map[string]bool{
	"Release.id": true, "Release.sources": true, "Release.source": true, "Release.provenance": true, "Release.lookup": true,
	"ProviderRelease.id": true, "ProviderRelease.provider": true, "ProviderRelease.providerId": true, "ProviderRelease.url": true,
	"ProviderRelease.apiUrl": true, "ProviderRelease.retrievedAt": true, "ProviderRelease.merged": true,
	"ProviderRelease.template": true, "ProviderRelease.documents": true,
	"Track.id": true, "Track.release": true, "Track.provenance": true,
	"ReleaseProvenance.all": true, "ReleaseProvenance.field": true,
	"ReleaseLookup.release": true, "ReleaseLookup.complete": true, "ReleaseLookup.cutByMaxRequests": true,
	"ReleaseLookup.requests": true, "ReleaseLookup.reports": true, "ReleaseLookup.messages": true,
	"ReleaseLookup.permalink": true,
	"ProviderReport.provider": true, "ProviderReport.status": true, "ProviderReport.error": true, "ProviderReport.method": true,
	"ProviderReport.value": true, "ProviderReport.region": true, "ProviderReport.source": true, "ProviderReport.cache": true,
	"ProviderReport.retrievedAt": true, "ProviderReport.requests": true, "ProviderReport.waitMs": true,
	"ProviderReport.elapsedMs": true, "ProviderReport.denied": true,
}

// artistNeeds says what the fields of an artist need to be asked for, beyond the name.
var artistNeeds = map[string]music.Properties{"links": of(music.PropLinks), "images": of(music.PropImages)}

// everywhere holds the fields of an artist for which the same artist is looked for at other providers.
var everywhere = map[string]bool{"links": true, "images": true, "releases": true}

// apart holds the fields whose own selection is looked up for itself.
var apart = map[string]bool{"Artist.releases": true}

// volatile holds the fields that tell how things are at this very moment, or what this very request cost.
var volatile = map[string]bool{
	"ReleaseLookup.requests": true, "ReleaseLookup.reports": true, "Provider.health": true,
}

func of(ps ...music.Property) music.Properties { return music.PropertiesOf(ps...) }
