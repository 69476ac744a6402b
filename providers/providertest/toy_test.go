package providertest

import (
	"context"
	"fmt"
	"net/http"
	"regexp"
	"strconv"
	"strings"

	"tutti/music"
	"tutti/providers"
	"tutti/providers/internal/answer"
	"tutti/providers/internal/decode"
)

// The toy is a service that exists in these tests alone, and a provider for it which keeps all promises: albums with a multi-get,
// tracks with one, a search for barcodes, errors with status 200. Each broken provider is the toy with one thing done wrong.

type wireError struct {
	Error *struct {
		Code int `json:"code"`
	} `json:"error"`
}

type wireArtist struct {
	ID   int    `json:"id" drift:"missing"`
	Name string `json:"name" drift:"missing"`
}

type wireAlbum struct {
	ID      int          `json:"id" drift:"missing"`
	Title   string       `json:"title" drift:"missing"`
	UPC     string       `json:"upc"`
	Label   string       `json:"label"`
	Cover   string       `json:"cover"`
	Artists []wireArtist `json:"artists" drift:"missing"`
	Tracks  []wireTrack  `json:"tracks" drift:"missing"`

	_ struct{} `unread:"date, count"`
}

type wireTrack struct {
	ID      int          `json:"id" drift:"missing"`
	Title   string       `json:"title" drift:"missing"`
	Number  int          `json:"number"`
	Length  int          `json:"length"`
	ISRC    string       `json:"isrc"`
	Artists []wireArtist `json:"artists"`
}

type wireSearch struct {
	Data *[]struct {
		ID int `json:"id"`

		_ struct{} `unread:"title"`
	} `json:"data" drift:"missing"`

	_ struct{} `unread:"total"`
}

const toyAPI = "https://api.toy.example/"

// toy returns the good factory and its specification.
func toy() (providers.Factory, Spec) {
	album := &providers.Endpoint{
		Name: "album", Starts: providers.ByID, Judge: judgeToy,
		Yields: music.PropertiesOf(music.PropTitle, music.PropArtists, music.PropGTIN, music.PropLabels, music.PropImages,
			music.PropLinks, music.PropTrackTitles),
		Request: func(k providers.Key) (providers.Request, error) { return providers.Get(toyAPI + "albums/" + k.ID), nil },
		Batch:   multiGet("albums", 20),
	}
	search := &providers.Endpoint{
		Name: "search", Starts: providers.ByGTIN, Judge: judgeToy, Yields: music.PropertiesOf(music.PropTitle),
		Request: func(k providers.Key) (providers.Request, error) {
			return providers.Get(toyAPI+"search", "upc", k.ID), nil
		},
	}
	album.After = []*providers.Endpoint{search}
	track := &providers.Endpoint{
		Name: "track", After: []*providers.Endpoint{album}, Judge: judgeToy, Count: providers.Count{PerTrack: true, Max: 50},
		Yields: music.PropertiesOf(music.PropTrackTitles, music.PropTrackNumbers, music.PropMediumDivision, music.PropLengths,
			music.PropISRCs, music.PropTrackArtists),
		Request: func(k providers.Key) (providers.Request, error) { return providers.Get(toyAPI + "tracks/" + k.ID), nil },
		Batch:   multiGet("tracks", 50),
	}
	f := providers.Factory{
		Info: providers.Info{
			Name: "toy", Display: "Toy", Hosts: []string{"api.toy.example"}, Categories: []providers.Category{providers.Digital},
			Features: providers.Features{CoverSize: 500, DurationPrecision: providers.PrecisionSeconds, GTINLookup: providers.Good},
			URLs: providers.URLs{
				Host:  regexp.MustCompile(`^(?:www\.)?toy\.example$`),
				Path:  regexp.MustCompile(`^(?:/[a-z]{2})?/(?P<type>album|artist|track)/(?P<id>\d+)$`),
				ID:    regexp.MustCompile(`^\d+$`),
				Types: providers.Types{Release: []string{"album"}, Artist: []string{"artist"}, Track: []string{"track"}},
				Link:  func(id providers.ID) string { return "https://toy.example/" + id.Type + "/" + id.ID },
			},
		},
		Endpoints: []*providers.Endpoint{search, album, track},
	}
	f.New = func(d providers.Documents) providers.Provider {
		return &toyProvider{docs: d, info: f.Info, search: search, album: album, track: track}
	}
	return f, toySpec()
}

func toySpec() Spec {
	return Spec{
		Folder: "toy",
		URLs: []URL{
			{URL: "https://toy.example/album/1", ID: providers.ID{Type: "album", ID: "1"}, Canonical: true},
			{URL: "https://www.toy.example/de/album/1", ID: providers.ID{Type: "album", ID: "1"}},
			{URL: "https://toy.example/artist/7", ID: providers.ID{Type: "artist", ID: "7"}, Canonical: true},
		},
		Foreign:  []string{"https://toy.example/playlist/1"},
		BadIDs:   []string{"text", "1a"},
		Releases: []Case{{Name: "album by id", ID: "1"}, {ID: "2"}, {GTIN: "602475093060"}, {Name: "by-page", URL: "https://toy.example/album/2"}, {GTIN: "731453463127"}},
		Missing:  []Case{{ID: "9"}, {GTIN: "5099902895529"}},
		Errors: []ServiceError{
			{Name: "quota error", Body: `{"error":{"code":4}}`, Kind: providers.ErrRateLimited},
			{Name: "permission error", Body: `{"error":{"code":200}}`, Kind: providers.ErrDenied},
		},
		Batches: []Batch{{Endpoint: "album", Keys: []providers.Key{{ID: "1"}, {ID: "2"}}}},
	}
}

// judgeToy knows the errors that come with status 200.
func judgeToy(resp *http.Response, body []byte) error {
	if err := providers.JudgeJSON(resp, body); err != nil {
		return err
	}
	w, err := decode.Body[wireError](body)
	switch {
	case err != nil:
		return err
	case w.Error == nil:
		return nil
	}
	kind := map[int]error{4: providers.ErrRateLimited, 200: providers.ErrDenied, 800: providers.ErrNotFound}[w.Error.Code]
	if kind == nil {
		kind = providers.ErrMalformed
	}
	return &providers.Error{Kind: kind, Err: fmt.Errorf("code %d", w.Error.Code)}
}

// multiGet asks for several objects by id, which are told apart by their position.
func multiGet(name string, most int) *providers.Batch {
	return &providers.Batch{
		Max: most,
		Request: func(keys []providers.Key) (providers.Request, error) {
			ids := make([]string, len(keys))
			for i, k := range keys {
				ids[i] = k.ID
			}
			return providers.Request{URL: toyAPI + name + "?ids=" + strings.Join(ids, ",")}, nil
		},
		Split: func(body []byte, keys []providers.Key) (map[providers.Key][]byte, error) {
			w, err := decode.Body[map[string][]rawMessage](body)
			if err != nil {
				return nil, err
			}
			if len(w[name]) != len(keys) {
				return nil, &providers.Error{Kind: providers.ErrMalformed}
			}
			parts := map[providers.Key][]byte{}
			for i, k := range keys {
				parts[k] = w[name][i]
			}
			return parts, nil
		},
	}
}

// rawMessage is a part of a body as it was sent.
type rawMessage []byte

func (m *rawMessage) UnmarshalJSON(b []byte) error {
	*m = append((*m)[:0], b...)
	return nil
}

type toyProvider struct {
	docs                 providers.Documents
	info                 providers.Info
	search, album, track *providers.Endpoint
}

func (p *toyProvider) Release(ctx context.Context, id providers.ID, opt providers.Options) (*providers.Answer, error) {
	return p.read(ctx, id.ID, opt)
}

func (p *toyProvider) FindGTIN(ctx context.Context, g music.GTIN, opt providers.Options) (*providers.Answer, error) {
	hits, err := decode.JSON[wireSearch](p.docs.Get(ctx, p.search.Of(g.Number()))[0])
	switch {
	case err != nil:
		return nil, err
	case hits.Data == nil:
		return nil, &providers.Error{Kind: providers.ErrMalformed}
	case len(*hits.Data) == 0:
		return nil, &providers.Error{Kind: providers.ErrNotFound}
	case (*hits.Data)[0].ID == 0:
		return nil, &providers.Error{Kind: providers.ErrMalformed}
	}
	return p.read(ctx, strconv.Itoa((*hits.Data)[0].ID), opt)
}

func (p *toyProvider) read(ctx context.Context, id string, opt providers.Options) (*providers.Answer, error) {
	w, err := decode.JSON[wireAlbum](p.docs.Get(ctx, p.album.Of(id))[0])
	if err != nil {
		return nil, err
	}
	var gaps answer.Gaps
	if opt.Cover.Needs(p.track) {
		p.tracks(ctx, &w, &gaps)
	}
	a := &providers.Answer{
		ID: providers.ID{Type: "album", ID: strconv.Itoa(w.ID)}, Release: p.convert(w), APIURL: toyAPI + "albums/" + id, Gaps: gaps.List(),
	}
	if w.ID == 0 {
		a.ID.ID = ""
	}
	return a, nil
}

func (p *toyProvider) tracks(ctx context.Context, w *wireAlbum, gaps *answer.Gaps) {
	ids := make([]string, len(w.Tracks))
	for i, t := range w.Tracks {
		ids[i] = strconv.Itoa(t.ID)
	}
	asks, cut := answer.Each(p.track, ids)
	if cut {
		gaps.AddCut(p.track.Yields)
	}
	if len(asks) == 0 {
		return
	}
	for i, doc := range p.docs.Get(ctx, asks...) {
		t, err := decode.JSON[wireTrack](doc)
		if err == nil && strconv.Itoa(t.ID) != doc.ID {
			err = &providers.Error{Kind: providers.ErrMalformed}
		}
		gaps.Add(err, p.track.Yields.Without(p.album.Yields))
		if err == nil {
			w.Tracks[i] = t
		}
	}
}

func (p *toyProvider) convert(w wireAlbum) *music.Release {
	r := &music.Release{
		Title: w.Title, GTIN: music.GTIN(w.UPC), Artists: p.artists(w.Artists),
		Links: []music.ExternalLink{{URL: "https://toy.example/album/" + strconv.Itoa(w.ID), Types: []music.LinkType{music.FreeStreaming}}},
	}
	if w.Label != "" {
		r.Labels = []music.ReleaseLabel{{Entity: music.Entity{Name: w.Label}}}
	}
	if w.Cover != "" {
		r.Images = []music.Image{{URL: w.Cover, Types: []music.ImageType{music.ImageFront}}}
	}
	m := music.Medium{Number: 1}
	for _, t := range w.Tracks {
		track := music.Track{Title: t.Title, Length: music.Seconds(t.Length), Artists: p.artists(t.Artists)}
		if t.Number > 0 {
			track.Number = music.Numbered(t.Number)
		}
		if t.ISRC != "" {
			isrc := music.ISRC(t.ISRC)
			track.ISRC = &isrc
		}
		m.Tracks = append(m.Tracks, track)
	}
	if m.Tracks != nil {
		r.Media = []music.Medium{m}
	}
	return r
}

func (p *toyProvider) artists(ws []wireArtist) []music.ArtistCredit {
	var out []music.ArtistCredit
	for _, w := range ws {
		id := music.ExternalID{Provider: p.info.Name, Type: "artist", ID: strconv.Itoa(w.ID)}
		out = append(out, music.ArtistCredit{Entity: music.Entity{Name: w.Name, IDs: []music.ExternalID{id}}})
	}
	return out
}

var _ providers.GTINFinder = (*toyProvider)(nil)
