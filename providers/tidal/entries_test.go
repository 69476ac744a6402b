package tidal

import (
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"tutti/music"
	"tutti/providers"
	"tutti/providers/internal/adaptertest"
	"tutti/providers/internal/decode"
	"tutti/providers/providertest"
)

// What the service says of a track and of an artist. All of it is invented.
const (
	oneTrack = `{"id":"%s","type":"tracks","attributes":{"title":"Harbour","version":"Live","isrc":"QZTUT3100011","duration":"PT3M5S","explicit":false},` +
		`"relationships":{"artists":{"data":[{"id":"501","type":"artists"}]},"albums":{"data":[{"id":"7000099","type":"albums"},{"id":"7000001","type":"albums"}]}}}`
	oneAlbum = `{"id":"7000001","type":"albums","attributes":{"title":"Fog","barcodeId":"770000000019","releaseDate":"2031-05-02","albumType":"EP","numberOfItems":4,` +
		`"copyright":{"text":"2031 Tutti"}},"relationships":{"artists":{"data":[{"id":"501","type":"artists"}]},"coverArt":{"data":[{"id":"p","type":"artworks"}]}}}`
	oneArtist = `{"id":"501","type":"artists","attributes":{"name":"The Paper Lighthouses","externalLinks":[{"href":"https://tidal.com/browse/artist/501",` +
		`"meta":{"type":"TIDAL_SHARING"}},{"href":"https://lighthouses.example","meta":{"type":"HOMEPAGE"}}]},"relationships":{"profileArt":{"data":[{"id":"p","type":"artworks"}]}}}`
	onePicture = `{"id":"p","type":"artworks","attributes":{"mediaType":"IMAGE","files":[{"href":"https://resources.tidal.com/images/p/750x750.jpg","meta":{"width":750,"height":750}}]}}`
)

// answered answers what is asked about other things than a release.
func answered(r providers.Request) *providertest.Reply {
	u, err := url.Parse(r.URL)
	if err != nil {
		return nil
	}
	var data []string
	switch q := u.Query(); strings.TrimPrefix(u.Path, "/v2/") {
	case "tracks":
		for id := range strings.SplitSeq(q.Get("filter[id]"), ",") {
			if strings.HasPrefix(id, "71") {
				data = append(data, fmt.Sprintf(oneTrack, id))
			}
		}
		if q.Get("filter[isrc]") == "QZTUT3100011" {
			data = append(data, fmt.Sprintf(oneTrack, "7100011"), fmt.Sprintf(oneTrack, "7100012"))
		}
	case "artists":
		for id := range strings.SplitSeq(q.Get("filter[id]"), ",") {
			if id == "501" {
				data = append(data, oneArtist)
			}
		}
		return &providertest.Reply{Body: []byte(part(strings.Join(data, ","), onePicture))}
	case "artists/99/relationships/albums":
		return &providertest.Reply{Status: http.StatusNotFound, Body: []byte(`{"errors":[{"status":"404","code":"NOT_FOUND"}]}`)}
	case "artists/501/relationships/albums":
		links := `{"next":"/artists/501/relationships/albums?page%5Bcursor%5D=c1","meta":{"nextCursor":"c1"}}`
		if q.Has(cursorName) {
			links = "{}"
		}
		return &providertest.Reply{Body: fmt.Appendf(nil, `{"data":[{"id":"7000001","type":"albums"}],"included":[%s],"links":%s}`,
			oneAlbum+","+oneArtist+","+onePicture, links)}
	default:
		return paged(r)
	}
	return &providertest.Reply{Body: []byte(part(strings.Join(data, ","), oneAlbum+","+oneArtist+","+onePicture))}
}

// questions are about something else than a release.
func questions() []providertest.Case {
	return []providertest.Case{
		{Name: "track", Asked: providers.Question{By: providers.ByTrack, ID: providers.ID{Type: "track", ID: "7100011"}}},
		{Name: "code", Asked: providers.Question{By: providers.ByISRC, ISRC: "qz-tut-31-00011"}},
		{Name: "artist", Asked: providers.Question{By: providers.ByArtist, ID: providers.ID{Type: "artist", ID: "501"}}},
		{Name: "discography", Asked: providers.Question{By: providers.ByDiscography, ID: providers.ID{Type: "artist", ID: "501"}}},
		{Name: "discography-to-its-end", Asked: providers.Question{By: providers.ByDiscography, ID: providers.ID{Type: "artist", ID: "501"}, Page: "c1"}},
	}
}

// unknown are questions to which the service says no.
func unknown() []providertest.Case {
	return []providertest.Case{
		{Name: "no-such-track", Asked: providers.Question{By: providers.ByTrack, ID: providers.ID{Type: "track", ID: "99"}}},
		{Name: "no-such-code", Asked: providers.Question{By: providers.ByISRC, ISRC: "QZTUT3199999"}},
		{Name: "no-such-artist", Asked: providers.Question{By: providers.ByArtist, ID: providers.ID{Type: "artist", ID: "99"}}},
		{Name: "no-such-artist-with-albums", Asked: providers.Question{By: providers.ByDiscography, ID: providers.ID{Type: "artist", ID: "99"}}},
	}
}

// TestUnnamedInEntries holds that artists and pictures that are named and not told are gaps.
func TestUnnamedInEntries(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		question providers.Question
		asked    string
		body     string
		gaps     music.Properties
	}{
		"artist of a track":    {providers.Question{By: providers.ByTrack, ID: providers.ID{Type: "track", ID: "7"}}, "track:7@US", fmt.Sprintf(oneTrack, "7"), 1 << music.PropTrackArtists},
		"picture of an artist": {providers.Question{By: providers.ByArtist, ID: providers.ID{Type: "artist", ID: "501"}}, "artist:501@US", oneArtist, 1 << music.PropImages},
	} {
		a := service().Tell(t, adaptertest.Story{
			Question: c.question, Need: music.AllProperties, Bodies: map[string]string{c.asked: part(c.body, "")}, Asked: c.asked,
		})
		if got := adaptertest.Gaps(a); got != c.gaps {
			t.Errorf("%s: got gaps of %s, want %s", name, got, c.gaps)
		}
	}
}

// FuzzEntries holds that no answer makes a converter panic or break what an entry promises.
func FuzzEntries(f *testing.F) {
	f.Add([]byte(part(fmt.Sprintf(oneTrack, "7")+","+oneArtist+","+oneAlbum, onePicture)))
	f.Add([]byte(`{"data":[null,{"id":"1","type":"tracks","relationships":{"albums":{"data":[{"id":"1","type":"albums"}]}}},{"type":"artists"}]}`))
	f.Fuzz(func(t *testing.T, body []byte) {
		w, err := decode.JSON[wireDocument](providers.Document{Body: body})
		if err != nil {
			return
		}
		included := resources{}
		included.add(w.Included)
		for _, e := range listed(newEndpoints().track.Of("1"), w.Data, included).Entries {
			adaptertest.Sound(t, e)
		}
	})
}
