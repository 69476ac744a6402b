package emulator

// tidalRelations are the relationships of each type of resource. Those of which the catalogue knows nothing lead nowhere.
var tidalRelations = map[string][]string{
	"albums":        {"artists", "coverArt", "genres", "items", "owners", "providers", "similarAlbums", "suggestedCoverArts"},
	"tracks":        {"albums", "artists", "genres", "owners", "providers", "radio", "shares", "similarTracks"},
	"videos":        {"albums", "artists", "providers", "thumbnailArt"},
	"artists":       {"albums", "biography", "owners", "profileArt", "radio", "roles", "similarArtists", "trackProviders", "tracks", "videos"},
	"artworks":      {"owners"},
	"providers":     {},
	"searchResults": {"albums", "artists", "playlists", "topHits", "tracks", "videos"},
}

// tidalLeadsTo are the types of resources that relationships lead to, where their names do not say so.
var tidalLeadsTo = map[string]string{
	"coverArt": "artworks", "thumbnailArt": "artworks", "profileArt": "artworks", "suggestedCoverArts": "artworks", "items": "tracks",
	"similarAlbums": "albums", "similarTracks": "tracks", "similarArtists": "artists", "owners": "artists", "topHits": "tracks",
}

// tidalArtworks are the ids of pictures.
var tidalArtworks = numbering{"0EmulatedArt%010d", 0}

// tidalLost are ids of artists that lead nowhere.
var tidalLost = numbering{"%d", 989_000_000}
