package musicbrainz

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
		`^ws/2/release/`:          adaptertest.Reads[wireRelease],
		`^ws/2/release\?.*query=`: adaptertest.Reads[wireSearch],
		`^ws/2/release\?label=`:   adaptertest.Reads[wireBrowsed],
		`^ws/2/artist/`:           adaptertest.Reads[wireArtist],
		`^ws/2/recording/`:        adaptertest.Reads[wireSong],
		`^ws/2/isrc/`:             adaptertest.Reads[wireISRC],
	})
}
