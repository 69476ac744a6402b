package tidal_test

import (
	"testing"

	"tutti/internal/conformance"
	"tutti/providers/tidal"
)

func TestConformancePages(t *testing.T) {
	t.Parallel()
	conformance.Pages(t, tidal.Factory().Info)
}

func TestConformanceCases(t *testing.T) {
	t.Parallel()
	conformance.ProviderCases(t, tidal.Factory())
}
