package music

import (
	"regexp"
	"slices"

	"golang.org/x/text/unicode/norm"
)

// GuessTypes returns the release group types that a title gives away in a suffix such as (Live) or - EP, or in words such
// as Remixes or Original Soundtrack, in several languages. Nil: none.
func GuessTypes(title string) []string {
	title = norm.NFC.String(title)
	var types []string
	for _, g := range titleGuesses {
		if g.typ != "" {
			if !slices.Contains(types, g.typ) && g.pattern.MatchString(title) {
				types = append(types, g.typ)
			}
			continue
		}
		if m := g.pattern.FindStringSubmatch(title); m != nil {
			types = appendNew(types, CapitalizeType(m[1]))
		}
	}
	return types
}

// GuessTypesOfRelease returns the types that the release has, followed by those that its title and the titles of its tracks
// give away: Live if all tracks are, DJ-mix if all tracks of one medium are, since releases often add the single tracks.
func GuessTypesOfRelease(r *Release) []string {
	types := appendNew(slices.Clone(r.Types), GuessTypes(r.Title)...)
	if FlatCount(r.Media) > 0 && allMedia(r.Media, liveTrack) {
		types = appendNew(types, TypeLive)
	}
	if slices.ContainsFunc(r.Media, isMixed) {
		types = appendNew(types, TypeDJMix)
	}
	return types
}

func allMedia(media []Medium, pattern *regexp.Regexp) bool {
	for _, m := range media {
		if !allTracks(m.Tracks, pattern) {
			return false
		}
	}
	return true
}

func isMixed(m Medium) bool { return len(m.Tracks) > 0 && allTracks(m.Tracks, mixedTrack) }

func allTracks(tracks []Track, pattern *regexp.Regexp) bool {
	for i := range tracks {
		if !pattern.MatchString(norm.NFC.String(tracks[i].Title)) {
			return false
		}
	}
	return true
}

// appendNew appends those that are not yet there.
func appendNew(types []string, more ...string) []string {
	for _, t := range more {
		if !slices.Contains(types, t) {
			types = append(types, t)
		}
	}
	return types
}
