package itunes

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
	conformance.ProviderCases(t, Factory())
}

func TestConformanceFields(t *testing.T) {
	t.Parallel()
	conformance.Fields(t, Factory(), map[string]conformance.Read{
		`^lookup\?`: func(list providers.Document) error {
			list.Ask = newEndpoints().all()[0].Of("1")
			for _, wrapper := range []string{wrapperCollection, wrapperTrack, wrapperArtist} {
				if _, err := entries(list, wrapper); err != nil {
					return err
				}
			}
			return nil
		},
	})
}

func TestConformanceFunctions(t *testing.T) {
	t.Parallel()
	conformance.Functions(t, "itunes", map[string]conformance.Func{
		"itunes_gtin_from_url": ofURL(func(u string) any { return textOrNull(string(artworkGTIN(u))) }),
		"itunes_source_image": ofURL(func(u string) any {
			source, _ := sourceImage(u) // then it is empty
			return textOrNull(source)
		}),
	})
}

// ofURL makes a function of the tables of one that reads an address.
func ofURL(f func(string) any) conformance.Func {
	return func(t *testing.T, input []byte) (any, error) {
		t.Helper()
		return f(conformance.Arguments[struct{ URL string }](t, input).URL), nil
	}
}

func textOrNull(s string) any {
	if s == "" {
		return nil
	}
	return s
}
