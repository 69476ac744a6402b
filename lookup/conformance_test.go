package lookup_test

import (
	"testing"

	"tutti/internal/conformance"
	"tutti/providers/all"
)

func TestConformanceLookups(t *testing.T) {
	t.Parallel()
	conformance.Lookups(t, all.Factories())
}

func TestConformanceMerges(t *testing.T) {
	t.Parallel()
	conformance.LiveMerges(t, all.Factories())
}
