package all_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tutti/music"
	"tutti/providers"
	"tutti/providers/all"
)

// TestRegistrationOrderBreaksTies holds that of providers that are equally good at something the first one in the list wins. Who that is
// stands in docs/providers.md.
func TestRegistrationOrderBreaksTies(t *testing.T) {
	t.Parallel()
	r, err := providers.NewRegistry(all.Factories()...)
	if err != nil {
		t.Fatal(err)
	}
	var order []music.ProviderName
	for _, f := range all.Factories() {
		order = append(order, f.Info.Name)
	}
	if diff := cmp.Diff(order, r.Category(providers.All)); diff != "" {
		t.Errorf("the category of all is not in the order of the list (-want +got):\n%s", diff)
	}
	for _, ranking := range rankings() {
		got := r.Ranking(ranking.feature)
		for i := range len(got) - 1 {
			a, b := quality(t, r, got[i], ranking), quality(t, r, got[i+1], ranking)
			if a < b || a == b && slices.Index(order, got[i]) > slices.Index(order, got[i+1]) {
				t.Errorf("%s: %s (%d) stands before %s (%d)", ranking.name, got[i], a, got[i+1], b)
			}
		}
	}
	if f, ok := r.MBIDs(); !ok || f.Info.Name != "musicbrainz" {
		t.Errorf("MBIDs are the ids of %q", f.Info.Name)
	}
}

func quality(t *testing.T, r *providers.Registry, name music.ProviderName, k ranking) int {
	t.Helper()
	f, ok := r.Lookup(string(name))
	if !ok {
		t.Fatalf("there is no provider %s", name)
	}
	return k.of(f.Info.Features)
}
