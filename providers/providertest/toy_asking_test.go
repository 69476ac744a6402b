package providertest

import (
	"context"
	"strconv"

	"tutti/music"
	"tutti/providers"
	"tutti/providers/internal/decode"
)

// askingToy is the toy with all that a service may be asked besides releases.

type wireArtistPage struct {
	wireArtist

	Homepage string `json:"homepage"`
}

type wireList struct {
	Total int         `json:"total"`
	Next  *string     `json:"next"`
	Data  []wireAlbum `json:"data" drift:"missing"`
}

type wireTracks struct {
	Data []wireTrack `json:"data" drift:"missing"`
}

type wireArtists struct {
	Data []wireArtist `json:"data" drift:"missing"`
}

type askingEndpoints struct{ isrc, artist, albums, searchAlbums, searchTracks, searchArtists *providers.Endpoint }

func newAskingEndpoints() askingEndpoints {
	hit := music.PropertiesOf(music.PropTitle, music.PropLinks)
	find := func(name, path, pair string, starts providers.By, yields music.Properties) *providers.Endpoint {
		return &providers.Endpoint{
			Name: name, Starts: starts, Judge: judgeToy, Yields: yields,
			Request: func(k providers.Key) (providers.Request, error) {
				return providers.Get(toyAPI+path, pair, k.ID, "from", k.Page), nil
			},
		}
	}
	page := func(name string, starts providers.By, yields music.Properties, tail string) *providers.Endpoint {
		return &providers.Endpoint{
			Name: name, Starts: starts, Judge: judgeToy, Yields: yields,
			Request: func(k providers.Key) (providers.Request, error) {
				var pairs []string
				if k.Page != "" {
					pairs = []string{"from", k.Page}
				}
				return providers.Get(toyAPI+"artists/"+k.ID+tail, pairs...), nil
			},
		}
	}
	track := music.PropertiesOf(music.PropTrackTitles, music.PropTrackArtists, music.PropLengths, music.PropISRCs)
	return askingEndpoints{
		isrc:          find("isrc", "tracks", "isrc", providers.ByISRC, track),
		artist:        page("artist", providers.ByArtist, music.PropertiesOf(music.PropArtists, music.PropLinks), ""),
		albums:        page("albums", providers.ByDiscography, hit, "/albums"),
		searchAlbums:  find("search/albums", "search/albums", "q", providers.BySearchingReleases, hit),
		searchTracks:  find("search/tracks", "search/tracks", "q", providers.BySearchingTracks, track),
		searchArtists: find("search/artists", "search/artists", "q", providers.BySearchingArtists, music.PropertiesOf(music.PropArtists)),
	}
}

type askingToy struct {
	*toyProvider
	askingEndpoints
}

func toyThatIsAsked() (providers.Factory, Spec) {
	f, spec := toy()
	e := newAskingEndpoints()
	for _, x := range f.Endpoints {
		if x.Name == "track" {
			x.Starts |= providers.ByTrack
		}
	}
	f.Endpoints = append(f.Endpoints, e.isrc, e.artist, e.albums, e.searchAlbums, e.searchTracks, e.searchArtists)
	good := f.New
	f.New = func(d providers.Documents) providers.Provider {
		p, _ := good(d).(*toyProvider)
		return &askingToy{p, e}
	}
	artist := providers.ID{Type: "artist", ID: "7"}
	spec.URLs = append(spec.URLs, URL{URL: "https://toy.example/track/11", ID: providers.ID{Type: "track", ID: "11"}, Canonical: true})
	spec.Questions = []Case{
		{Name: "asked-track", Asked: providers.Question{By: providers.ByTrack, ID: providers.ID{Type: "track", ID: "11"}}},
		{Name: "asked-other-track", Asked: providers.Question{By: providers.ByTrack, ID: providers.ID{Type: "track", ID: "12"}}},
		{Name: "asked-isrc", Asked: providers.Question{By: providers.ByISRC, ISRC: "XX-TST-26-00011"}},
		{Name: "asked-artist", Asked: providers.Question{By: providers.ByArtist, ID: artist}},
		{Name: "asked-albums", Asked: providers.Question{By: providers.ByDiscography, ID: artist}},
		{Name: "asked-albums-on", Asked: providers.Question{By: providers.ByDiscography, ID: artist, Page: "1"}},
		{Name: "asked-search-albums", Asked: providers.Question{By: providers.BySearchingReleases, Query: providers.Query{Text: "nuts"}}},
		{Name: "asked-search-tracks", Asked: providers.Question{By: providers.BySearchingTracks, Query: providers.Query{Title: "part", Artist: "fitters"}}},
		{Name: "asked-search-artists", Asked: providers.Question{By: providers.BySearchingArtists, Query: providers.Query{Text: "fitters"}}},
	}
	spec.Missing = append(spec.Missing, Case{Asked: providers.Question{By: providers.ByISRC, ISRC: "XXTST2699999"}})
	spec.Answer = askedReply
	return f, spec
}

// askedReply answers what the toy is asked besides releases.
func askedReply(r providers.Request) *Reply {
	body, ok := map[string]string{
		"tracks?isrc=XXTST2600011&from=":     `{"data":[{"id":11,"title":"Part 11","length":211,"isrc":"XXTST2600011","artists":[{"id":7,"name":"The Fitters"}]}]}`,
		"tracks?isrc=XXTST2699999&from=":     `{"data":[]}`,
		"artists/7":                          `{"id":7,"name":"The Fitters","homepage":"https://fitters.example/"}`,
		"artists/7/albums":                   `{"total":2,"next":"1","data":[{"id":1,"title":"Nuts & Bolts","artists":[],"tracks":[]}]}`,
		"artists/7/albums?from=1":            `{"total":2,"data":[{"id":2,"title":"Loose Ends","artists":[],"tracks":[]}]}`,
		"search/albums?q=nuts&from=":         `{"total":1,"data":[{"id":1,"title":"Nuts & Bolts","artists":[],"tracks":[]}]}`,
		"search/tracks?q=part+fitters&from=": `{"data":[{"id":11,"title":"Part 11"},{"id":12,"title":"Part 12"}]}`,
		"search/artists?q=fitters&from=":     `{"data":[{"id":7,"name":"The Fitters"}]}`,
		"artists/8":                          `{"error":{"code":800}}`,
	}[r.URL[len(toyAPI):]]
	if !ok {
		return nil
	}
	return &Reply{Body: []byte(body)}
}

func (p *askingToy) Track(ctx context.Context, id providers.ID, _ providers.Options) (*providers.Answer, error) {
	w, err := decode.JSON[wireTrack](p.docs.Get(ctx, p.track.Of(id.ID))[0])
	if err != nil {
		return nil, err
	}
	return &providers.Answer{Entries: p.trackEntries([]wireTrack{w})}, nil
}

func (p *askingToy) FindISRC(ctx context.Context, isrc music.ISRC, _ providers.Options) (*providers.Answer, error) {
	return p.foundTracks(p.docs.Get(ctx, p.isrc.Of(string(isrc)))[0])
}

func (p *askingToy) foundTracks(doc providers.Document) (*providers.Answer, error) {
	w, err := decode.JSON[wireTracks](doc)
	switch {
	case err != nil:
		return nil, err
	case w.Data == nil:
		return nil, &providers.Error{Kind: providers.ErrMalformed}
	}
	return &providers.Answer{Entries: p.trackEntries(w.Data)}, nil
}

func (p *askingToy) Artist(ctx context.Context, id providers.ID, _ providers.Options) (*providers.Answer, error) {
	w, err := decode.JSON[wireArtistPage](p.docs.Get(ctx, p.artist.Of(id.ID))[0])
	if err != nil {
		return nil, err
	}
	entries := p.artistEntries([]wireArtist{w.wireArtist})
	if w.Homepage != "" {
		entries[0].Artist.Links = []music.ExternalLink{{URL: w.Homepage}}
	}
	return &providers.Answer{Entries: entries}, nil
}

func (p *askingToy) Discography(ctx context.Context, artist providers.ID, page string, _ providers.Options) (*providers.Answer, error) {
	return p.listed(p.docs.Get(ctx, p.albums.Of(artist.ID).At(page))[0])
}

func (p *askingToy) Search(ctx context.Context, q providers.Question, _ providers.Options) (*providers.Answer, error) {
	of := func(e *providers.Endpoint) providers.Document {
		return p.docs.Get(ctx, e.Of(q.Query.String()).At(q.Page))[0]
	}
	switch q.By { //nolint:exhaustive // nothing else is a search
	case providers.BySearchingReleases:
		return p.listed(of(p.searchAlbums))
	case providers.BySearchingTracks:
		return p.foundTracks(of(p.searchTracks))
	default:
		w, err := decode.JSON[wireArtists](of(p.searchArtists))
		switch {
		case err != nil:
			return nil, err
		case w.Data == nil:
			return nil, &providers.Error{Kind: providers.ErrMalformed}
		}
		return &providers.Answer{Entries: p.artistEntries(w.Data)}, nil
	}
}

func (p *askingToy) listed(doc providers.Document) (*providers.Answer, error) {
	w, err := decode.JSON[wireList](doc)
	switch {
	case err != nil:
		return nil, err
	case w.Data == nil:
		return nil, &providers.Error{Kind: providers.ErrMalformed}
	}
	a := &providers.Answer{Entries: []providers.Entry{}, Total: max(0, w.Total)}
	if a.Total < len(w.Data) {
		a.Total = 0
	}
	for _, album := range w.Data {
		a.Entries = append(a.Entries, providers.Entry{ID: toyID("album", album.ID), Release: p.convert(album)})
	}
	if w.Next != nil {
		a.Next = *w.Next
	}
	return a, nil
}

func (p *askingToy) trackEntries(ws []wireTrack) []providers.Entry {
	entries := []providers.Entry{}
	for _, w := range ws {
		t := p.convert(wireAlbum{Tracks: []wireTrack{w}}).Media[0].Tracks[0]
		entries = append(entries, providers.Entry{ID: toyID("track", w.ID), Track: &t})
	}
	return entries
}

func (p *askingToy) artistEntries(ws []wireArtist) []providers.Entry {
	entries := []providers.Entry{}
	for i, w := range p.artists(ws) {
		entries = append(entries, providers.Entry{ID: toyID("artist", ws[i].ID), Artist: &music.Artist{Entity: w.Entity}})
	}
	return entries
}

// toyID is an id as the toy's service has it; 0 is none.
func toyID(of string, id int) providers.ID {
	if id == 0 {
		return providers.ID{Type: of}
	}
	return providers.ID{Type: of, ID: strconv.Itoa(id)}
}

var (
	_ providers.TrackReader  = (*askingToy)(nil)
	_ providers.ISRCFinder   = (*askingToy)(nil)
	_ providers.ArtistReader = (*askingToy)(nil)
	_ providers.Discographer = (*askingToy)(nil)
	_ providers.Searcher     = (*askingToy)(nil)
)
