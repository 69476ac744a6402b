package ototoy_test

import (
	"testing"

	"tutti/internal/conformance"
	"tutti/providers/ototoy"
)

func TestConformancePages(t *testing.T) {
	t.Parallel()
	conformance.Pages(t, ototoy.Factory().Info)
}

func TestConformanceCases(t *testing.T) {
	t.Parallel()
	conformance.ProviderCases(t, ototoy.Factory())
}
