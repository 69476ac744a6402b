package emulator

import "testing"

// BenchmarkAnswer shows what the emulator adds to the latency that it was told to have.
func BenchmarkAnswer(b *testing.B) {
	for name, path := range map[string]string{
		"an album of Deezer":       deezer1,
		"an album of Spotify":      spotify1,
		"a release of MusicBrainz": brainz + brainz1 + "?fmt=json&inc=" + all,
		"an album of Tidal":        tidal1 + "&include=artists,items.artists,providers,coverArt",
		"a page of Bandcamp":       everywhere[Bandcamp],
		"a search of Deezer":       "api.deezer.com/search/album?q=paper+lanterns",
	} {
		b.Run(name, func(b *testing.B) {
			c := newClient(b, Options{Generated: 1000})
			b.ReportAllocs()
			for b.Loop() {
				c.get(path)
			}
		})
	}
}
