package spotify_test

import (
	"testing"

	"tutti/internal/conformance"
	"tutti/providers/spotify"
)

func TestConformancePages(t *testing.T) {
	t.Parallel()
	conformance.Pages(t, spotify.Factory().Info)
}

func TestConformanceCases(t *testing.T) {
	t.Parallel()
	conformance.ProviderCases(t, spotify.Factory())
}
