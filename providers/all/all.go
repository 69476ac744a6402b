// Package all is the one list of providers.
//
// Adding a provider is one line here; nothing registers itself.
package all

import (
	"tutti/providers"
	"tutti/providers/bandcamp"
	"tutti/providers/deezer"
	"tutti/providers/musicbrainz"
	"tutti/providers/spotify"
)

// Factories returns all providers. Their order breaks ties: of two that are equally good at something, the first one wins in every
// ranking, and so in the default preferences of a merge; and the first one whose host matches gets a URL.
func Factories() []providers.Factory {
	return []providers.Factory{
		musicbrainz.Factory(),
		deezer.Factory(),
		spotify.Factory(),
		bandcamp.Factory(),
	}
}
