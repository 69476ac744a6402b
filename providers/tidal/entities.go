package tidal

import (
	"tutti/music"
	"tutti/providers"
)

// What is included of tracks, artists and lists of albums.
const (
	ofTracks  = "artists,albums.artists,albums.coverArt"
	ofArtists = "profileArt"
)

// entities are the questions for other things than a release.
type entities struct{ isrc, track, artist *providers.Endpoint }

// newEntities says what each question for something else than a release yields. A multi-get of codes has one track for each, so that
// there is none.
func newEntities() entities {
	regions := providers.Count{Regions: true}
	song := music.PropertiesOf(music.PropTrackTitles, music.PropTrackArtists, music.PropLengths, music.PropISRCs, music.PropKinds,
		music.PropExplicit)
	about := music.PropertiesOf(music.PropArtists, music.PropImages, music.PropLinks)
	many := func(kind, include string) *providers.Batch {
		return &providers.Batch{Max: maxMany, Request: filtered(kind, include, "filter[id]"), Split: splitEntities(kind)}
	}
	return entities{
		isrc: &providers.Endpoint{
			Name: "track/isrc", Starts: providers.ByISRC, Count: regions, Yields: song, Judge: judgeFound,
			Request: single(filtered(typeTrack, ofTracks, "filter[isrc]")),
		},
		track: &providers.Endpoint{
			Name: typeTrack, Starts: providers.ByTrack, Count: regions, Yields: song, Judge: judgeFound,
			Request: single(filtered(typeTrack, ofTracks, "filter[id]")), Batch: many(typeTrack, ofTracks),
		},
		artist: &providers.Endpoint{
			Name: typeArtist, Starts: providers.ByArtist, Count: regions, Yields: about, Judge: judgeFound,
			Request: single(filtered(typeArtist, ofArtists, "filter[id]")), Batch: many(typeArtist, ofArtists),
		},
	}
}

func (e entities) all() []*providers.Endpoint {
	return []*providers.Endpoint{e.isrc, e.track, e.artist}
}

// filtered asks for the resources of a kind that a filter lets through.
func filtered(kind, include, filter string) func([]providers.Key) (providers.Request, error) {
	return func(keys []providers.Key) (providers.Request, error) {
		return providers.Get(api+kind+"s", "countryCode", string(regionOf(keys)), "include", include, filter, joined(keys)), nil
	}
}

func single(several func([]providers.Key) (providers.Request, error)) func(providers.Key) (providers.Request, error) {
	return func(k providers.Key) (providers.Request, error) { return several([]providers.Key{k}) }
}
