package all_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"tutti/music"
	"tutti/providers"
	"tutti/providers/all"
)

func TestRegistrationOrderBreaksTies(t *testing.T) {
	t.Parallel()
	r, err := providers.NewRegistry(all.Factories()...)
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		got  []music.ProviderName
		want []music.ProviderName
	}{
		"all": {
			r.Category(providers.All),
			[]music.ProviderName{"musicbrainz", "discogs", "deezer", "itunes", "spotify", "tidal", "bandcamp", "beatport", "mora", "ototoy"},
		},
		"digital": {
			r.Category(providers.Digital),
			[]music.ProviderName{"deezer", "itunes", "spotify", "tidal", "bandcamp", "mora", "ototoy"},
		},
		"database": {
			r.Category(providers.Database),
			[]music.ProviderName{"musicbrainz", "discogs"},
		},
		"default": {
			r.Category(providers.Default),
			[]music.ProviderName{"deezer", "itunes", "spotify", "tidal"},
		},
		"ids, where pages of iTunes are dear": {
			r.Ranking(providers.FeatureMBIDResolving),
			[]music.ProviderName{"musicbrainz", "discogs", "deezer", "spotify", "tidal", "bandcamp", "beatport", "mora", "ototoy", "itunes"},
		},
		"labels, by release label": {
			r.Ranking(providers.FeatureReleaseLabel),
			[]music.ProviderName{"musicbrainz", "discogs", "beatport", "mora", "spotify", "deezer", "itunes", "bandcamp", "ototoy", "tidal"},
		},
		"lengths, by precision": {
			r.Ranking(providers.FeatureDurationPrecision),
			[]music.ProviderName{"itunes", "spotify", "bandcamp", "beatport", "musicbrainz", "discogs", "deezer", "tidal", "mora", "ototoy"},
		},
		"images, by size of covers": {
			r.Ranking(providers.FeatureCoverSize),
			[]music.ProviderName{"itunes", "bandcamp", "spotify", "ototoy", "deezer", "beatport", "tidal", "discogs", "mora", "musicbrainz"},
		},
	} {
		if diff := cmp.Diff(c.want, c.got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
	if f, ok := r.MBIDs(); !ok || f.Info.Name != "musicbrainz" {
		t.Errorf("MBIDs are the ids of %q", f.Info.Name)
	}
}
