package scalar

import (
	"strings"

	"github.com/99designs/gqlgen/graphql"

	"tutti/harmonize"
	"tutti/lookup"
	"tutti/music"
	"tutti/providers"
)

// pick reads a value of an enum; the schema has checked that it is one.
func pick[T any](v any, values map[string]T, enum string) (T, error) {
	s, err := text(v, enum)
	if err != nil {
		var none T
		return none, err
	}
	value, ok := values[s]
	if !ok {
		return value, wrong("%q is no %s", s, enum)
	}
	return value, nil
}

// name returns the name of an enum's value.
func name[T comparable](value T, values map[string]T) graphql.Marshaler {
	for n, v := range values {
		if v == value {
			return quoted(n)
		}
	}
	return graphql.Null
}

// MarshalProviderName writes the internal name of a service in upper case.
func MarshalProviderName(p music.ProviderName) graphql.Marshaler {
	return quoted(strings.ToUpper(string(p)))
}

// UnmarshalProviderName reads it; the schema has checked that it is registered.
func UnmarshalProviderName(v any) (music.ProviderName, error) {
	s, err := text(v, "ProviderName")
	return music.ProviderName(strings.ToLower(s)), err
}

// MarshalProviderCategory writes a category in upper case.
func MarshalProviderCategory(c providers.Category) graphql.Marshaler {
	return quoted(strings.ToUpper(string(c)))
}

// UnmarshalProviderCategory reads it.
func UnmarshalProviderCategory(v any) (providers.Category, error) {
	s, err := text(v, "ProviderCategory")
	return providers.Category(strings.ToLower(s)), err
}

// MarshalSeverity writes how serious something is.
func MarshalSeverity(s music.Severity) graphql.Marshaler { return name(s, severities) }

// UnmarshalSeverity reads it.
func UnmarshalSeverity(v any) (music.Severity, error) { return pick(v, severities, "Severity") }

// MarshalFreshness writes how old an answer may be.
func MarshalFreshness(m lookup.Freshness) graphql.Marshaler { return name(m, freshness) }

// UnmarshalFreshness reads it.
func UnmarshalFreshness(v any) (lookup.Freshness, error) { return pick(v, freshness, "Freshness") }

// MarshalConflictPolicy writes what to do about contradictions.
func MarshalConflictPolicy(p harmonize.Policy) graphql.Marshaler { return name(p, policies) }

// UnmarshalConflictPolicy reads it.
func UnmarshalConflictPolicy(v any) (harmonize.Policy, error) {
	return pick(v, policies, "ConflictPolicy")
}

// MarshalLookupMethod writes by what a provider was asked.
func MarshalLookupMethod(b providers.By) graphql.Marshaler {
	switch {
	case b&(providers.ByTrack|providers.ByArtist|providers.ByDiscography) != 0:
		b = providers.ByID
	case b&(providers.BySearchingTracks|providers.BySearchingArtists) != 0:
		b = providers.BySearchingReleases
	}
	return name(b, methods)
}

// UnmarshalLookupMethod reads it.
func UnmarshalLookupMethod(v any) (providers.By, error) { return pick(v, methods, "LookupMethod") }

// MarshalEntityType writes what an id is of.
func MarshalEntityType(e music.EntityType) graphql.Marshaler { return name(e, entityTypes) }

// UnmarshalEntityType reads it.
func UnmarshalEntityType(v any) (music.EntityType, error) { return pick(v, entityTypes, "EntityType") }

// MarshalDateQuality writes what a date is worth.
func MarshalDateQuality(q music.DateQuality) graphql.Marshaler { return name(q, dateQualities) }

// UnmarshalDateQuality reads it.
func UnmarshalDateQuality(v any) (music.DateQuality, error) {
	return pick(v, dateQualities, "DateQuality")
}

// MarshalTrackKind writes what a track is.
func MarshalTrackKind(k music.TrackKind) graphql.Marshaler { return name(k, trackKinds) }

// UnmarshalTrackKind reads it.
func UnmarshalTrackKind(v any) (music.TrackKind, error) { return pick(v, trackKinds, "TrackKind") }

// MarshalProviderFeature writes what a provider can do.
func MarshalProviderFeature(f lookup.Feature) graphql.Marshaler { return quoted(string(f)) }

// UnmarshalProviderFeature reads it.
func UnmarshalProviderFeature(v any) (lookup.Feature, error) {
	s, err := text(v, "ProviderFeature")
	return lookup.Feature(s), err
}

// MarshalProviderStatus writes how a provider fared.
func MarshalProviderStatus(s lookup.Status) graphql.Marshaler { return quoted(string(s)) }

// UnmarshalProviderStatus reads it.
func UnmarshalProviderStatus(v any) (lookup.Status, error) {
	s, err := text(v, "ProviderStatus")
	return lookup.Status(s), err
}

// MarshalCacheStatus writes where an answer came from.
func MarshalCacheStatus(s lookup.CacheStatus) graphql.Marshaler { return quoted(string(s)) }

// UnmarshalCacheStatus reads it.
func UnmarshalCacheStatus(v any) (lookup.CacheStatus, error) {
	s, err := text(v, "CacheStatus")
	return lookup.CacheStatus(s), err
}

// MarshalConflictKind writes in what providers disagree.
func MarshalConflictKind(k harmonize.ConflictKind) graphql.Marshaler { return quoted(string(k)) }

// UnmarshalConflictKind reads it.
func UnmarshalConflictKind(v any) (harmonize.ConflictKind, error) {
	s, err := text(v, "ConflictKind")
	return harmonize.ConflictKind(s), err
}

// MarshalAlignmentMethod writes by what evidence tracks were paired.
func MarshalAlignmentMethod(m harmonize.AlignmentMethod) graphql.Marshaler { return quoted(string(m)) }

// UnmarshalAlignmentMethod reads it.
func UnmarshalAlignmentMethod(v any) (harmonize.AlignmentMethod, error) {
	s, err := text(v, "AlignmentMethod")
	return harmonize.AlignmentMethod(s), err
}

// MarshalRejection writes why a candidate was not chosen.
func MarshalRejection(r harmonize.Rejection) graphql.Marshaler { return quoted(string(r)) }

// UnmarshalRejection reads it.
func UnmarshalRejection(v any) (harmonize.Rejection, error) {
	s, err := text(v, "Rejection")
	return harmonize.Rejection(s), err
}
