package language_test

import (
	"strings"
	"testing"

	"tutti/internal/language"
	"tutti/music"
)

// BenchmarkTitles is what the merge finds out about the titles of 20 tracks: types, script and language.
func BenchmarkTitles(b *testing.B) {
	titles := []string{
		"The Last Tram Home", "A Letter I Never Sent", "Salt and Copper", "Under the Old Viaduct", "Breathing Underwater Again",
	}
	var tracks []music.Track
	var lines []string
	for i := range 20 {
		tracks = append(tracks, music.Track{Title: titles[i%len(titles)]})
		lines = append(lines, titles[i%len(titles)])
	}
	release := &music.Release{Title: "Harbour Songs (Live)", Media: []music.Medium{{Tracks: tracks}}}
	text := strings.Join(append(lines, release.Title), "\n")
	g := language.New()
	g.Guess(text)
	b.ReportAllocs()
	for b.Loop() {
		music.GuessTypesOfRelease(release)
		music.DetectScripts(text)
		g.Guess(text)
	}
}

// BenchmarkFirstGuess unpacks the network.
func BenchmarkFirstGuess(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		language.New().Guess("Harbour Songs")
	}
}
