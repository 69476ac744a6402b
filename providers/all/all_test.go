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
		"all":                       {r.Category(providers.All), []music.ProviderName{"musicbrainz", "deezer", "spotify", "bandcamp"}},
		"digital":                   {r.Category(providers.Digital), []music.ProviderName{"deezer", "spotify", "bandcamp"}},
		"default":                   {r.Category(providers.Default), []music.ProviderName{"deezer", "spotify"}},
		"ids, where most are equal": {r.Ranking(providers.FeatureMBIDResolving), []music.ProviderName{"musicbrainz", "deezer", "spotify", "bandcamp"}},
		"labels, by release label":  {r.Ranking(providers.FeatureReleaseLabel), []music.ProviderName{"musicbrainz", "spotify", "deezer", "bandcamp"}},
		"lengths, by precision":     {r.Ranking(providers.FeatureDurationPrecision), []music.ProviderName{"spotify", "bandcamp", "musicbrainz", "deezer"}},
		"images, by size of covers": {r.Ranking(providers.FeatureCoverSize), []music.ProviderName{"bandcamp", "spotify", "deezer", "musicbrainz"}},
	} {
		if diff := cmp.Diff(c.want, c.got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
	if f, ok := r.MBIDs(); !ok || f.Info.Name != "musicbrainz" {
		t.Errorf("MBIDs are the ids of %q", f.Info.Name)
	}
}
