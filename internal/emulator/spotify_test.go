package emulator

import (
	"net/http"
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

const spotify1 = "api.spotify.com/v1/albums/0EmulatedAlbum00000001"

type spSearch struct {
	Albums spAlbums `json:"albums"`
}

type spManyAlbums struct {
	Albums []*spAlbum `json:"albums"`
}

type spManyTracks struct {
	Tracks []*spTrack `json:"tracks"`
}

func TestSpotifyDemandsAToken(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		c := newClient(t, Options{Behaviour: Behaviour{TokenLifetime: time.Minute}})
		wantStatus(t, c.get(spotify1), http.StatusOK)
		<-time.After(time.Minute)
		w := c.get(spotify1)
		wantStatus(t, w, http.StatusUnauthorized)
		if x := decoded[spFault](t, w); x.Error.Message != "The access token expired" {
			t.Errorf("got %+v", x)
		}
		old := c.token
		c.login()
		wantStatus(t, c.get(spotify1), http.StatusOK)
		if c.token == old {
			t.Error("a token is given out twice")
		}
		c.e.RevokeTokens()
		wantStatus(t, c.get(spotify1), http.StatusUnauthorized)
	})
}

func TestSpotifyGivesTokensToWhoeverNamesThemselves(t *testing.T) {
	t.Parallel()
	c := newClient(t, Options{})
	wantStatus(t, c.do(tokenRequest("any", "thing")), http.StatusOK)
	w := c.do(tokenRequest("", ""))
	if x := decoded[spTokenFault](t, w); w.Code != http.StatusBadRequest || x.Error != "invalid_client" {
		t.Errorf("got status %d and %+v", w.Code, x)
	}
	r := tokenRequest("any", "thing")
	r.Body = http.NoBody
	wantStatus(t, c.do(r), http.StatusBadRequest)
	wantStatus(t, c.get("accounts.spotify.com/api/token"), http.StatusMethodNotAllowed)
}

func TestSpotifyFindsOneFormOfABarcode(t *testing.T) {
	t.Parallel()
	c := newClient(t, Options{})
	for query, want := range map[string]int{
		"upc:4099998000013": 1, "upc:04099998000013": 0, // as delivered
		"upc:4099998000020": 0, "upc:04099998000020": 1, // padded
		"upc:602475093060": 0, "upc:00602475093060": 1, "upc:0602475093060": 0,
		"upc:4099998000198":           2, // several hits
		"upc:4099998000075&market=DE": 1, "upc:4099998000075&market=US": 0,
		"upc:4099998000174": 1, "upc:4099998000174&market=DE": 0, // available nowhere
	} {
		x := ask[spSearch](c, "api.spotify.com/v1/search?type=album&q="+query).Albums
		if x.Total != want || len(x.Items) != want || x.Items == nil {
			t.Errorf("%s: got %d hits, want %d", query, x.Total, want)
		}
		for _, hit := range x.Items {
			if hit.ExternalIDs != nil || hit.Label != nil || hit.Tracks != nil {
				t.Errorf("%s: a hit tells too much: %+v", query, hit)
			}
		}
	}
	x := ask[spSearch](c, "api.spotify.com/v1/search?type=album&limit=1&q=upc:4099998000198").Albums
	if x.Next == nil || len(x.Items) != 1 {
		t.Fatalf("got no next page: %+v", x)
	}
}

func TestSpotifyMultiGets(t *testing.T) {
	t.Parallel()
	c := newClient(t, Options{})
	albums := ask[spManyAlbums](c, "api.spotify.com/v1/albums?ids=0EmulatedAlbum00000002,0EmulatedAlbum99999999,0EmulatedAlbum00000001").Albums
	if len(albums) != 3 || albums[0].ID != "0EmulatedAlbum00000002" || albums[1] != nil || albums[2].Tracks.Total != 12 {
		t.Errorf("albums are not in order, with null for what is unknown")
	}
	tracks := ask[spManyTracks](c, "api.spotify.com/v1/tracks?ids=0EmulatedTrack00000107,0EmulatedTrack00000113").Tracks
	if len(tracks) != 2 || tracks[0].ExternalIDs.ISRC != "ZZEMU2199907" || tracks[0].Album.ID != "0EmulatedAlbum00000001" || tracks[1] != nil {
		t.Errorf("tracks are not in order, with null for what is unknown")
	}
	wantStatus(t, c.get("api.spotify.com/v1/albums?ids="+strings.Repeat("0EmulatedAlbum00000001,", 20)+"0EmulatedAlbum00000002"), http.StatusBadRequest)
	wantStatus(t, c.get("api.spotify.com/v1/tracks?ids="+strings.Repeat("0EmulatedTrack00000101,", 50)+"0EmulatedTrack00000102"), http.StatusBadRequest)
	wantStatus(t, c.get("api.spotify.com/v1/albums"), http.StatusBadRequest)
}

func TestSpotifyDevelopmentMode(t *testing.T) {
	t.Parallel()
	c := newClient(t, Options{Behaviour: Behaviour{IsDevelopment: true}})
	wantStatus(t, c.get("api.spotify.com/v1/albums?ids=0EmulatedAlbum00000001"), http.StatusForbidden)
	wantStatus(t, c.get("api.spotify.com/v1/tracks?ids=0EmulatedTrack00000101"), http.StatusForbidden)
	wantStatus(t, c.get("api.spotify.com/v1/search?type=album&q=upc:4099998000013&limit=11"), http.StatusBadRequest)
	x := ask[spAlbum](c, spotify1)
	if x.Label != nil || x.Markets != nil || x.Popularity != nil || x.ExternalIDs.UPC != "4099998000013" {
		t.Errorf("got %+v", x)
	}
	c.e.Behave(func(b *Behaviour) { b.IsDevelopment = false })
	wantStatus(t, c.get("api.spotify.com/v1/albums?ids=0EmulatedAlbum00000001"), http.StatusOK)
}

func TestSpotifyPages(t *testing.T) {
	t.Parallel()
	c := newClient(t, Options{})
	x := ask[spAlbum](c, "api.spotify.com/v1/albums/0EmulatedAlbum00000015")
	if len(x.Tracks.Items) != 50 || x.Tracks.Total != 60 || x.Tracks.Next == nil {
		t.Fatalf("got %d of %d tracks", len(x.Tracks.Items), x.Tracks.Total)
	}
	if x.Tracks.Items[0].ExternalIDs != nil {
		t.Error("tracks of an album tell ISRCs")
	}
	page := ask[spTracks](c, strings.TrimPrefix(*x.Tracks.Next, "https://"))
	if len(page.Items) != 10 || page.Next != nil || page.Previous == nil || page.Items[0].Disc != 3 || page.Items[0].Number != 11 {
		t.Errorf("got %d tracks: %+v", len(page.Items), page)
	}
	wantStatus(t, c.get(spotify1+"/tracks?limit=51"), http.StatusBadRequest)
}

func TestSpotifyLinksTracks(t *testing.T) {
	t.Parallel()
	c := newClient(t, Options{})
	x := ask[spAlbum](c, "api.spotify.com/v1/albums/0EmulatedAlbum00000025").Tracks.Items[0]
	if x.LinkedFrom == nil || x.LinkedFrom.ID != "0EmulatedTrack00002501" || x.ID == x.LinkedFrom.ID {
		t.Fatalf("the track is not linked: %+v", x)
	}
	if y := ask[spTrack](c, "api.spotify.com/v1/tracks/"+x.LinkedFrom.ID); y.ID != x.LinkedFrom.ID || y.LinkedFrom != nil {
		t.Errorf("the original is not found under its id: %+v", y)
	}
	if y := ask[spTrack](c, "api.spotify.com/v1/tracks/"+x.ID); y.ID != x.ID {
		t.Errorf("the other is not found under its id: %+v", y)
	}
}

func TestSpotifyErrors(t *testing.T) {
	t.Parallel()
	c := newClient(t, Options{})
	for path, want := range map[string]int{
		"albums/0EmulatedAlbum99999999":        http.StatusNotFound,
		"albums/0EmulatedAlbum99999999/tracks": http.StatusNotFound,
		"tracks/0EmulatedTrack99999999":        http.StatusNotFound,
		"albums/short":                         http.StatusBadRequest,
		"tracks/short":                         http.StatusBadRequest,
		"search?type=album":                    http.StatusBadRequest,
		"artists/0EmulatedArtist9999999":       http.StatusNotFound,
		"artists/short":                        http.StatusBadRequest,
		"search?q=x":                           http.StatusBadRequest,
		"search?q=x&type=playlist":             http.StatusNotImplemented,
		"playlists/0EmulatedAlbum99999999":     http.StatusNotImplemented,
	} {
		wantStatus(t, c.get("api.spotify.com/v1/"+path), want)
	}
}
