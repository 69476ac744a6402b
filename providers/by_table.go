package providers

var byNames = map[By]string{
	ByID: "id", ByGTIN: "gtin", ByISRC: "isrc", ByURL: "url", ByTrack: "track", ByArtist: "artist", ByDiscography: "discography",
	BySearchingReleases: "search for releases", BySearchingTracks: "search for tracks", BySearchingArtists: "search for artists",
}
