package align_test

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"tutti/harmonize/internal/align"
	"tutti/music"
)

// long makes a list of so many tracks, from a place on.
func long(n, from int, title func(int) string) *align.List {
	tracks := make([]align.Track, n)
	for i := range tracks {
		at := (i + from) % n
		tracks[i] = align.Track{Title: title(at), Length: music.Duration(100_000 + 1371*(at%97))}
	}
	return align.NewList(tracks, 1000)
}

// BenchmarkWith aligns lists that are of no use to each other's index: one begins elsewhere than the other.
func BenchmarkWith(b *testing.B) {
	distinct := func(i int) string { return fmt.Sprintf("Lantern Number %d", i) }
	untitled := func(int) string { return "Untitled" }
	foreign := func(i int) string { return strings.Repeat(string(rune('a'+i%26)), 1+i%7) + strconv.Itoa(i*7919) }
	benchmarks := []struct {
		name string
		n    int
		a, b func(int) string
	}{
		{"60 tracks", 60, distinct, distinct},
		{"60 tracks of one title", 60, untitled, untitled},
		{"60 tracks spelled otherwise", 60, distinct, foreign},
		{"1000 tracks", 1000, distinct, distinct},
		{"1000 tracks of one title", 1000, untitled, untitled},
		{"1000 tracks spelled otherwise", 1000, distinct, foreign},
	}
	for _, bench := range benchmarks {
		b.Run(bench.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				long(bench.n, 0, bench.a).With(long(bench.n, 7, bench.b))
			}
		})
	}
}
