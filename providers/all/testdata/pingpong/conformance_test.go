package pingpong

import (
	"testing"

	"tutti/internal/conformance"
)

func TestConformanceCases(t *testing.T) {
	t.Parallel()
	conformance.ProviderCases(t, Factory())
}
