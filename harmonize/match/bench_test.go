package match_test

import (
	"fmt"
	"testing"

	"tutti/harmonize/match"
	"tutti/music"
)

// BenchmarkGroup joins 200 hits of five providers, forty of each, a third of which have codes.
func BenchmarkGroup(b *testing.B) {
	var subjects []match.Subject
	for provider := range 5 {
		for place := range 40 {
			s := release(provider, fmt.Sprintf("%d-%d", provider, place), fmt.Sprintf("Song of the Lanterns %d (Deluxe Edition)", place), "The Emulated Few feat. Ada Stub", at(place), tracks(place%20))
			if provider%3 == 0 {
				s.GTIN = music.GTIN(fmt.Sprintf("%013d", 4099998000000+place))
			}
			subjects = append(subjects, s)
		}
	}
	b.ReportAllocs()
	for b.Loop() {
		if got := len(match.Group(subjects)); got != 40 {
			b.Fatalf("%d groups, want 40", got)
		}
	}
}
