package conformance

import (
	"net/http"
	"net/url"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tutti/lookup"
	"tutti/music"
	"tutti/providers"
)

// to is a GET request as recordings are looked up by it.
func to(t *testing.T, address string) asked {
	t.Helper()
	u, err := url.Parse(address)
	if err != nil {
		t.Fatal(err)
	}
	return newAsked(http.MethodGet, u)
}

func TestPreferredRecordingWins(t *testing.T) {
	t.Parallel()
	const plain, artful = "https://shop.example/albums?id=1", "https://shop.example/albums?id=1&include=art"
	s := newShelf()
	s.add(&recording{ID: "plain", request: to(t, plain)})
	s.add(&recording{ID: "artful", request: to(t, artful)})
	for name, c := range map[string]struct {
		url, preferred, want string
	}{
		"the one in the very shape":          {artful, "", "artful"},
		"one that a case names, though not":  {artful, "plain", "plain"},
		"the one in the very shape is named": {plain, "plain", "plain"},
		"another shape is named":             {"https://shop.example/albums?id=1&include=x", "artful", "artful"},
		"nothing else is named":              {plain, "other", "plain"},
	} {
		found := s.find(to(t, c.url), map[string]bool{c.preferred: true})
		if len(found) != 1 || found[0].ID != c.want {
			t.Errorf("%s: got %v, want %s", name, found, c.want)
		}
	}
}

func TestRetiredRecordings(t *testing.T) {
	t.Parallel()
	for address, isGone := range map[string]bool{
		"https://openapi.tidal.com/albums/1?countryCode=GB": true, "https://openapi.tidal.com/albums/1/items?countryCode=GB": true,
		"https://openapi.tidal.com/v2/albums?countryCode=GB": false, "https://shop.example/albums/1": false,
	} {
		r := &recording{request: to(t, address)}
		if why := r.retired(); (why != "") != isGone {
			t.Errorf("%s: got %q, want a reason: %t", address, why, isGone)
		}
	}
}

// TestInputsAreAskedWhereTheirCasesAre holds that the region of one input's case is not asked of another one.
func TestInputsAreAskedWhereTheirCasesAre(t *testing.T) {
	t.Parallel()
	j := joint{regions: map[music.ProviderName][]music.Region{"a": {"GB"}, "b": nil}}
	j.Question = lookup.Question{Options: lookup.Options{Regions: []music.Region{"GB"}}}
	var factories []providers.Factory
	for _, name := range []music.ProviderName{"a", "b", "c"} {
		factories = append(factories, providers.Factory{Info: providers.Info{Name: name, Regions: []music.Region{"GB", "US"}}})
	}
	got := map[music.ProviderName][]music.Region{}
	for _, f := range j.whereAsked(factories) {
		got[f.Info.Name] = f.Info.Regions
	}
	want := map[music.ProviderName][]music.Region{"a": {"GB", "US"}, "b": {"US"}, "c": {"US"}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if len(factories[1].Info.Regions) != 2 {
		t.Error("the factories given are changed")
	}
}
