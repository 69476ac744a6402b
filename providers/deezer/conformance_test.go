package deezer

import (
	"testing"

	"tutti/internal/conformance"
	"tutti/providers/internal/adaptertest"
)

func TestConformancePages(t *testing.T) {
	t.Parallel()
	conformance.Pages(t, Factory().Info)
}

func TestConformanceCases(t *testing.T) {
	t.Parallel()
	conformance.ProviderCases(t, Factory())
}

func TestConformanceFields(t *testing.T) {
	t.Parallel()
	conformance.Fields(t, Factory(), map[string]conformance.Read{
		`^album/[\w:]+$`:    adaptertest.Reads[wireRelease],
		`^album/\d+/tracks`: adaptertest.Reads[wireTracks],
		`^track/`:           adaptertest.Reads[wireTrack],
		`^artist/\d+$`:      adaptertest.Reads[wireArtist],
	})
}
