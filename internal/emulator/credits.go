package emulator

import "strings"

// names are the artists of the release as one text.
func (e *edition) names() string { return namesOf(e.service, e.artists) }

// namesOf are artists as one text, for services that keep no more than that.
func namesOf(s Service, credits []Credit) string {
	var b strings.Builder
	for i, c := range credits {
		b.WriteString(localName(s, c.Name) + join(credits, i))
	}
	return b.String()
}

// sameCredits reports whether both name the same artists.
func sameCredits(a, b []Credit) bool {
	return namesOf(MusicBrainz, a) == namesOf(MusicBrainz, b)
}

// isVarious reports whether it is a compilation of many.
func isVarious(credits []Credit) bool { return len(credits) == 1 && credits[0].Name == various }
