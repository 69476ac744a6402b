package mora_test

import (
	"testing"

	"tutti/internal/conformance"
	"tutti/providers/mora"
)

func TestConformancePages(t *testing.T) {
	t.Parallel()
	conformance.Pages(t, mora.Factory().Info)
}

func TestConformanceCases(t *testing.T) {
	t.Parallel()
	conformance.ProviderCases(t, mora.Factory())
}
