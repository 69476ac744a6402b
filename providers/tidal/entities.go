package tidal

import (
	"net/url"

	"tutti/music"
	"tutti/providers"
)

// What is included of tracks, artists and lists of albums.
const (
	ofTracks  = "artists,albums.artists,albums.coverArt"
	ofArtists = "profileArt"
	ofAlbums  = "albums.artists,albums.coverArt"
)

// entities are the questions for other things than a release.
type entities struct{ isrc, track, artist, albums *providers.Endpoint }

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
		albums: &providers.Endpoint{
			Name: "artist/albums", Starts: providers.ByDiscography, Count: providers.Count{Regions: true, Size: pageSize}, Judge: judgePage,
			Yields: music.PropertiesOf(music.PropTitle, music.PropArtists, music.PropGTIN, music.PropDate, music.PropTypes, music.PropStatus,
				music.PropPackaging, music.PropCopyright, music.PropImages, music.PropLinks, music.PropTrackCount),
			Request: getAlbums,
		},
	}
}

func (e entities) all() []*providers.Endpoint {
	return []*providers.Endpoint{e.isrc, e.track, e.artist, e.albums}
}

func getAlbums(k providers.Key) (providers.Request, error) {
	pairs := []string{"countryCode", string(k.Region), "include", ofAlbums}
	if k.Page != "" {
		pairs = append(pairs, cursorName, k.Page)
	}
	return providers.Get(api+"artists/"+url.PathEscape(k.ID)+"/relationships/albums", pairs...), nil
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
