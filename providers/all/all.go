// Package all is the one list of providers.
//
// Adding a provider is one line here; nothing registers itself.
package all

import (
	"tutti/providers"
	"tutti/providers/bandcamp"
	"tutti/providers/beatport"
	"tutti/providers/deezer"
	"tutti/providers/discogs"
	"tutti/providers/itunes"
	"tutti/providers/mora"
	"tutti/providers/musicbrainz"
	"tutti/providers/ototoy"
	"tutti/providers/spotify"
	"tutti/providers/tidal"
)

// Factories returns all providers. Their order breaks ties: of two that are equally good at something, the first one wins in every
// ranking, and so in the default preferences of a merge; and the first one whose host matches gets a URL.
func Factories() []providers.Factory {
	return []providers.Factory{
		musicbrainz.Factory(),
		discogs.Factory(),
		deezer.Factory(),
		itunes.Factory(),
		spotify.Factory(),
		tidal.Factory(),
		bandcamp.Factory(),
		beatport.Factory(),
		mora.Factory(),
		ototoy.Factory(),
	}
}
