package providers_test

import (
	"testing"

	"tutti/internal/conformance"
	"tutti/providers/all"
)

func TestConformanceFunctions(t *testing.T) {
	t.Parallel()
	conformance.Functions(t, "providers", conformance.ProviderFunctions(t, all.Factories()))
}
