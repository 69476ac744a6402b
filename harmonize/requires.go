package harmonize

import "tutti/music"

// Requires returns need with all that the merge has to read for it: what derived values are made of, and what tells
// whether two providers speak of the same release.
func Requires(need music.Properties) music.Properties {
	for _, d := range dependencies {
		if need&d.of != 0 {
			need |= d.on
		}
	}
	return need
}

// Compared returns the properties in which conflicts are looked for. A caller who wants conflicts adds those to the need
// that are worth their cost.
func Compared() music.Properties {
	return music.PropertiesOf(music.PropGTIN, music.PropTitle, music.PropArtists, music.PropDate, music.PropLabels,
		music.PropMediumFormats, music.PropMediumDivision, music.PropTrackTitles, music.PropTrackArtists,
		music.PropLengths, music.PropISRCs, music.PropExplicit)
}

// divided are the properties that mean nothing without the division into media, onTracks those that need a track list.
func divided() music.Properties {
	return music.PropertiesOf(music.PropMediumTitles, music.PropMediumFormats, music.PropTrackNumbers)
}

func onTracks() music.Properties {
	return divided() | music.PropertiesOf(music.PropMediumDivision, music.PropTrackArtists, music.PropLengths,
		music.PropISRCs, music.PropKinds, music.PropExplicit, music.PropTrackAvailability)
}
