package conformance_test

import (
	"testing"

	"tutti/internal/conformance"
	"tutti/providers/all"
)

// TestConformanceRest says aloud what of the corpora nothing here can run yet.
func TestConformanceRest(t *testing.T) {
	t.Parallel()
	conformance.Unclaimed(t)
	conformance.Unregistered(t, all.Factories())
}
