package emulator

import "slices"

// services are all services, in the order in which they are listed.
func services() []Service { return slices.Clone(serviceList) }

var serviceList = []Service{MusicBrainz, Discogs, Deezer, ITunes, Spotify, Tidal, Bandcamp, Beatport, Mora, Ototoy}

// forms are what ids and addresses look like. No two services count from the same number, so that an id that is taken to the wrong
// service is not found there.
var forms = map[Service]form{
	MusicBrainz: {
		release: numbering{"e0e0e0e0-0001-4000-8000-%012d", 0}, track: numbering{"e0e0e0e0-0004-4000-8000-%012d", 0},
		artist: numbering{"e0e0e0e0-0006-4000-8000-%012d", 0},
		page:   "https://musicbrainz.org/release/{id}", artistPage: "https://musicbrainz.org/artist/{id}",
	},
	Discogs: {
		release: numbering{"%d", 970_000_000}, track: numbering{"%d", 9_700_000_000}, artist: numbering{"%d", 971_000_000},
		page: "https://www.discogs.com/release/{id}", artistPage: "https://www.discogs.com/artist/{id}",
		links: []string{"discogs"}, artistLinks: []string{"discogs"},
	},
	Deezer: {
		release: numbering{"%d", 990_000_000}, track: numbering{"%d", 9_900_000_000}, artist: numbering{"%d", 991_000_000},
		page: "https://www.deezer.com/album/{id}", artistPage: "https://www.deezer.com/artist/{id}",
		links: []string{"free streaming"}, artistLinks: []string{"free streaming"}, countries: deezerCountries,
	},
	ITunes: {
		release: numbering{"%d", 9_500_000_000}, track: numbering{"%d", 95_000_000_000}, artist: numbering{"%d", 9_510_000_000},
		page: "https://music.apple.com/us/album/{id}", artistPage: "https://music.apple.com/us/artist/{id}",
		links: []string{"purchase for download", "streaming"}, artistLinks: []string{"purchase for download", "streaming"},
		countries: itunesStorefronts,
	},
	Spotify: {
		release: numbering{"0EmulatedAlbum%08d", 0}, track: numbering{"0EmulatedTrack%08d", 0}, artist: numbering{"0EmulatedArtist%07d", 0},
		page: "https://open.spotify.com/album/{id}", artistPage: "https://open.spotify.com/artist/{id}",
		links: []string{"free streaming"}, artistLinks: []string{"free streaming"}, countries: spotifyMarkets,
	},
	Tidal: {
		release: numbering{"%d", 980_000_000}, track: numbering{"%d", 9_800_000_000}, artist: numbering{"%d", 981_000_000},
		page: "https://tidal.com/{id}", artistPage: "https://tidal.com/artist/{id}",
		links: []string{"streaming"}, artistLinks: []string{"streaming"}, countries: tidalCountries,
	},
	Bandcamp: {
		track: numbering{"%d", 9_300_000_000}, artistPage: "https://{id}.bandcamp.com/",
		links: []string{"purchase for download"}, artistLinks: []string{"bandcamp"},
	},
	Beatport: {
		release: numbering{"%d", 960_000_000}, track: numbering{"%d", 9_600_000_000}, artist: numbering{"%d", 961_000_000},
		page: "https://www.beatport.com/release/{slug}/{id}", artistPage: "https://www.beatport.com/artist/{slug}/{id}",
		links: []string{"purchase for download"}, artistLinks: []string{"purchase for download"},
	},
	Mora: {
		release: numbering{moraLabelCode + "/EMU%07dB00Z", 0}, track: numbering{"%d", 9_400_000_000}, artist: numbering{"%d", 9_410_000},
		page: "https://mora.jp/package/{id}/", artistPage: "https://mora.jp/artist/{id}/",
		links: []string{"purchase for download"}, artistLinks: []string{"purchase for download"},
	},
	Ototoy: {
		release: numbering{"%d", 92_000_000}, track: numbering{"%d", 9_200_000_000}, artist: numbering{"%d", 92_100_000},
		page: "https://ototoy.jp/_/default/p/{id}", artistPage: "https://ototoy.jp/_/default/a/{id}",
		links: []string{"purchase for download"}, artistLinks: []string{"purchase for download"},
	},
}
