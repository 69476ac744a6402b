package deezer_test

import (
	"testing"

	"tutti/internal/conformance"
	"tutti/providers/deezer"
)

func TestConformancePages(t *testing.T) {
	t.Parallel()
	conformance.Pages(t, deezer.Factory().Info)
}

func TestConformanceCases(t *testing.T) {
	t.Parallel()
	conformance.ProviderCases(t, deezer.Factory())
}
