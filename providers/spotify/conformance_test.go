package spotify

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
		`^v1/albums/\w+$`:        adaptertest.Reads[wireRelease],
		`^v1/artists/\w+$`:       adaptertest.Reads[wireArtist],
		`^v1/tracks/`:            adaptertest.Reads[wireTrack],
		`^v1/search\?type=album`: adaptertest.Reads[wireFound[wireListed]],
	})
}
