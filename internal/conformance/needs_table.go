package conformance

import "tutti/music"

// extra is what the reference asks a provider for only when an option says so, while it keeps whatever its other requests bring
// (provider specification 1.4).
var extra = map[music.ProviderName]struct{ isrc, separateMedia, allTrackArtists, availability music.Properties }{
	"deezer": {
		isrc:            music.PropertiesOf(music.PropISRCs),
		separateMedia:   music.PropertiesOf(music.PropMediumDivision, music.PropMediumFormats, music.PropMediumTitles, music.PropTrackNumbers),
		allTrackArtists: music.PropertiesOf(music.PropTrackArtists),
		availability:    music.PropertiesOf(music.PropAvailability, music.PropTrackAvailability),
	},
	"spotify": {isrc: music.PropertiesOf(music.PropISRCs)},
}
