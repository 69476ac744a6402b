package providers_test

import (
	"tutti/music"
	"tutti/providers"
)

// The skeletons are the endpoints of six services, as far as plans are made of them: what leads to what, what it yields, and how
// often it is asked. They are the shapes that the rules of Cover and Bound have to get right.

// Sets of properties that endpoints yield.
var (
	releaseProps = music.PropertiesOf(music.PropTitle, music.PropArtists, music.PropGTIN, music.PropDate, music.PropLinks)
	detailProps  = releaseProps | music.PropertiesOf(music.PropLabels, music.PropTypes, music.PropImages, music.PropCopyright)
	titleProps   = music.PropertiesOf(music.PropTrackTitles)
	lengthProps  = music.PropertiesOf(music.PropLengths)
	numberProps  = music.PropertiesOf(music.PropMediumDivision, music.PropTrackNumbers)
	isrcProps    = music.PropertiesOf(music.PropISRCs)
	artistProps  = music.PropertiesOf(music.PropTrackArtists)
	trackProps   = titleProps | lengthProps | numberProps | artistProps
)

func request(providers.Key) (providers.Request, error) { return providers.Request{}, nil }

func multi(n int) *providers.Batch {
	return &providers.Batch{
		Max:     n,
		Request: func([]providers.Key) (providers.Request, error) { return providers.Request{}, nil },
		Split:   func([]byte, []providers.Key) (map[providers.Key][]byte, error) { return nil, nil },
	}
}

// deezer has single tracks, an embedded list without numbers and codes, and pages with both.
func deezer() providers.Factory {
	album := &providers.Endpoint{Name: "album", Starts: providers.ByID, Yields: detailProps | titleProps | lengthProps}
	upc := &providers.Endpoint{Name: "album/upc", Starts: providers.ByGTIN, Yields: album.Yields}
	tracks := &providers.Endpoint{
		Name: "tracks", After: []*providers.Endpoint{album, upc}, Yields: titleProps | lengthProps | numberProps | isrcProps,
		Count: providers.Count{PerTrack: true, Size: 100, Fills: true, Max: 5},
	}
	track := &providers.Endpoint{
		Name: "track", After: []*providers.Endpoint{album, upc, tracks},
		Yields: trackProps | isrcProps | music.PropertiesOf(music.PropTrackAvailability, music.PropAvailability),
		Count:  providers.Count{PerTrack: true, Max: 500},
	}
	return skeleton("Deezer", album, upc, tracks, track)
}

// musicbrainz searches for barcodes, and has a release in two sizes.
func musicbrainz() providers.Factory {
	search := &providers.Endpoint{
		Name: "search", Starts: providers.ByGTIN, Batch: multi(25),
		Yields: music.PropertiesOf(music.PropTitle, music.PropArtists, music.PropGTIN, music.PropDate, music.PropMBIDs),
	}
	full := &providers.Endpoint{
		Name: "release/full", Starts: providers.ByID, After: []*providers.Endpoint{search}, Yields: music.AllProperties,
	}
	release := &providers.Endpoint{
		Name: "release", Starts: providers.ByID, After: []*providers.Endpoint{search}, Wider: []*providers.Endpoint{full},
		Yields: detailProps | trackProps | isrcProps | music.PropertiesOf(music.PropMBIDs),
	}
	return skeleton("MusicBrainz", search, release, full)
}

// itunes is asked region by region, with or without songs.
func itunes() providers.Factory {
	regions := providers.Count{Regions: true}
	songs := &providers.Endpoint{
		Name: "album+songs", Starts: providers.ByID, Count: regions, Yields: detailProps | trackProps, Batch: multi(8),
	}
	album := &providers.Endpoint{
		Name: "album", Starts: providers.ByID, Count: regions, Yields: detailProps, Batch: multi(150),
		Wider: []*providers.Endpoint{songs},
	}
	upcSongs := &providers.Endpoint{Name: "upc+songs", Starts: providers.ByGTIN, Count: regions, Yields: songs.Yields}
	upc := &providers.Endpoint{
		Name: "upc", Starts: providers.ByGTIN, Count: regions, Yields: detailProps, Batch: multi(50),
		Wider: []*providers.Endpoint{upcSongs},
	}
	return skeleton("iTunes", album, songs, upc, upcSongs)
}

// spotify has a search in several written forms, pages beyond the fiftieth track, and a multi-get that may be denied.
func spotify() providers.Factory {
	search := &providers.Endpoint{
		Name: "search", Starts: providers.ByGTIN, Count: providers.Count{Regions: true, Forms: 3},
		Yields: music.PropertiesOf(music.PropTitle, music.PropArtists, music.PropDate, music.PropAlternatives),
	}
	album := &providers.Endpoint{
		Name: "album", Starts: providers.ByID, After: []*providers.Endpoint{search}, Batch: multi(20), Yields: detailProps | trackProps,
	}
	page := &providers.Endpoint{
		Name: "page", After: []*providers.Endpoint{album}, Yields: trackProps,
		Count: providers.Count{PerTrack: true, Size: 50, Skip: 50, Fills: true, Max: 10},
	}
	track := &providers.Endpoint{
		Name: "track", After: []*providers.Endpoint{album, page}, Batch: multi(50), Yields: trackProps | isrcProps,
		Count: providers.Count{PerTrack: true, Max: 500},
	}
	return skeleton("Spotify", search, album, page, track)
}

// tidal has everything in one document of twenty tracks, asked region by region, and further pages behind cursors.
func tidal() providers.Factory {
	regions := providers.Count{Regions: true}
	yields := detailProps | trackProps | isrcProps
	albums := &providers.Endpoint{Name: "albums", Starts: providers.ByID, Count: regions, Batch: multi(20), Yields: yields}
	first := &providers.Endpoint{Name: "barcode/first", Starts: providers.ByGTIN, Count: regions, Batch: multi(20), Yields: yields}
	barcode := &providers.Endpoint{
		Name: "barcode", Starts: providers.ByGTIN, Count: regions, Yields: yields | music.PropertiesOf(music.PropAlternatives),
	}
	items := &providers.Endpoint{
		Name: "items", After: []*providers.Endpoint{albums, first, barcode}, Yields: trackProps | isrcProps,
		Count: providers.Count{PerTrack: true, Size: 20, Skip: 20, Fills: true, Max: 25},
	}
	return skeleton("Tidal", albums, first, barcode, items)
}

// bandcamp has all on its page, and the lengths of a pre-order in its player.
func bandcamp() providers.Factory {
	page := &providers.Endpoint{
		Name: "page", Starts: providers.ByID, Yields: detailProps | trackProps | isrcProps | music.PropertiesOf(music.PropCredits),
	}
	player := &providers.Endpoint{
		Name: "player", After: []*providers.Endpoint{page}, Count: providers.Count{If: true}, Yields: lengthProps | music.PropertiesOf(music.PropImages),
	}
	return skeleton("Bandcamp", page, player)
}

func skeleton(display string, endpoints ...*providers.Endpoint) providers.Factory {
	for _, e := range endpoints {
		e.Request = request
	}
	return providers.Factory{
		Info:      providers.Info{Name: nameOf(display), Display: display, Features: providers.Features{GTINLookup: providers.Good}},
		Endpoints: endpoints,
	}
}

func skeletons() []providers.Factory {
	return []providers.Factory{deezer(), musicbrainz(), itunes(), spotify(), tidal(), bandcamp()}
}
