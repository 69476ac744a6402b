package providers_test

import (
	"testing"

	"tutti/internal/conformance"
	"tutti/providers"
	"tutti/providers/all"
)

func TestConformanceFunctions(t *testing.T) {
	t.Parallel()
	r, err := providers.NewRegistry(all.Factories()...)
	if err != nil {
		t.Fatal(err)
	}
	conformance.Functions(t, "providers", conformance.ProviderFunctions(r))
}
