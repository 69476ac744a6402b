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
		"all":                       {r.Category(providers.All), []music.ProviderName{"musicbrainz", "deezer", "spotify", "beatport"}},
		"digital":                   {r.Category(providers.Digital), []music.ProviderName{"deezer", "spotify"}},
		"default":                   {r.Category(providers.Default), []music.ProviderName{"deezer", "spotify"}},
		"ids, where all are equal":  {r.Ranking(providers.FeatureMBIDResolving), []music.ProviderName{"musicbrainz", "deezer", "spotify", "beatport"}},
		"labels, by release label":  {r.Ranking(providers.FeatureReleaseLabel), []music.ProviderName{"musicbrainz", "beatport", "spotify", "deezer"}},
		"lengths, by precision":     {r.Ranking(providers.FeatureDurationPrecision), []music.ProviderName{"spotify", "beatport", "musicbrainz", "deezer"}},
		"images, by size of covers": {r.Ranking(providers.FeatureCoverSize), []music.ProviderName{"spotify", "deezer", "beatport", "musicbrainz"}},
		"all":                       {r.Category(providers.All), []music.ProviderName{"musicbrainz", "deezer", "spotify", "mora", "ototoy"}},
		"digital":                   {r.Category(providers.Digital), []music.ProviderName{"deezer", "spotify", "mora", "ototoy"}},
		"default":                   {r.Category(providers.Default), []music.ProviderName{"deezer", "spotify"}},
		"ids, where all are equal":  {r.Ranking(providers.FeatureMBIDResolving), []music.ProviderName{"musicbrainz", "deezer", "spotify", "mora", "ototoy"}},
		"labels, by release label":  {r.Ranking(providers.FeatureReleaseLabel), []music.ProviderName{"musicbrainz", "mora", "spotify", "deezer", "ototoy"}},
		"lengths, by precision":     {r.Ranking(providers.FeatureDurationPrecision), []music.ProviderName{"spotify", "musicbrainz", "deezer", "mora", "ototoy"}},
		"images, by size of covers": {r.Ranking(providers.FeatureCoverSize), []music.ProviderName{"spotify", "ototoy", "deezer", "mora", "musicbrainz"}},
		"all":                        {r.Category(providers.All), []music.ProviderName{"musicbrainz", "deezer", "spotify", "tidal"}},
		"digital":                    {r.Category(providers.Digital), []music.ProviderName{"deezer", "spotify", "tidal"}},
		"default":                    {r.Category(providers.Default), []music.ProviderName{"deezer", "spotify", "tidal"}},
		"ids, where three are equal": {r.Ranking(providers.FeatureMBIDResolving), []music.ProviderName{"musicbrainz", "deezer", "spotify", "tidal"}},
		"labels, by release label":   {r.Ranking(providers.FeatureReleaseLabel), []music.ProviderName{"musicbrainz", "spotify", "deezer", "tidal"}},
		"lengths, by precision":      {r.Ranking(providers.FeatureDurationPrecision), []music.ProviderName{"spotify", "musicbrainz", "deezer", "tidal"}},
		"images, by size of covers":  {r.Ranking(providers.FeatureCoverSize), []music.ProviderName{"spotify", "deezer", "tidal", "musicbrainz"}},
		"all":                                 {r.Category(providers.All), []music.ProviderName{"musicbrainz", "deezer", "itunes", "spotify"}},
		"digital":                             {r.Category(providers.Digital), []music.ProviderName{"deezer", "itunes", "spotify"}},
		"default":                             {r.Category(providers.Default), []music.ProviderName{"deezer", "itunes", "spotify"}},
		"ids, where pages of iTunes are dear": {r.Ranking(providers.FeatureMBIDResolving), []music.ProviderName{"musicbrainz", "deezer", "spotify", "itunes"}},
		"labels, by release label":            {r.Ranking(providers.FeatureReleaseLabel), []music.ProviderName{"musicbrainz", "spotify", "deezer", "itunes"}},
		"lengths, by precision":               {r.Ranking(providers.FeatureDurationPrecision), []music.ProviderName{"itunes", "spotify", "musicbrainz", "deezer"}},
		"images, by size of covers":           {r.Ranking(providers.FeatureCoverSize), []music.ProviderName{"itunes", "spotify", "deezer", "musicbrainz"}},
	} {
		if diff := cmp.Diff(c.want, c.got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
	if f, ok := r.MBIDs(); !ok || f.Info.Name != "musicbrainz" {
		t.Errorf("MBIDs are the ids of %q", f.Info.Name)
	}
}
