package musicbrainz_test

import (
	"testing"

	"tutti/internal/conformance"
	"tutti/providers/musicbrainz"
)

func TestConformancePages(t *testing.T) {
	t.Parallel()
	conformance.Pages(t, musicbrainz.Factory().Info)
}

func TestConformanceCases(t *testing.T) {
	t.Parallel()
	conformance.ProviderCases(t, musicbrainz.Factory())
}
