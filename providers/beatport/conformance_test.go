package beatport

import (
	"testing"

	"tutti/internal/conformance"
	"tutti/providers"
)

func TestConformancePages(t *testing.T) {
	t.Parallel()
	conformance.Pages(t, Factory().Info)
}

func TestConformanceCases(t *testing.T) {
	t.Parallel()
	conformance.ProviderCases(t, Factory(), found)
}

// found is what a page of results says of releases.
func found(page providers.Document) (any, error) {
	r, err := readSearch(island(page))
	out := make([]map[string]any, len(r.hits))
	for i, h := range r.hits {
		out[i] = map[string]any{"release_id": h.ReleaseID, "release_name": h.ReleaseName}
		if h.UPC != "" {
			out[i]["upc"] = h.UPC
		}
	}
	return out, err
}

func TestConformanceFields(t *testing.T) {
	t.Parallel()
	conformance.Fields(t, Factory(), map[string]conformance.Read{
		`^release/`: func(page providers.Document) error {
			_, _, err := readRelease(island(page))
			return err
		},
		`^search\?`: func(page providers.Document) error {
			_, err := readSearch(island(page))
			return err
		},
	})
}
