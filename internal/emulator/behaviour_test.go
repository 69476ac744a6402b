package emulator

import (
	"maps"
	"net/http"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

func TestQuotas(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		c := newClient(t, Options{Behaviour: Behaviour{Quotas: map[Service]Quota{
			Deezer: {2, 5 * time.Second}, Spotify: {2, 30 * time.Second}, MusicBrainz: {2, 2500 * time.Millisecond},
		}}})
		for range 2 {
			wantStatus(t, c.get(spotify1), http.StatusOK)
			wantStatus(t, c.get(brainz+brainz1+"?fmt=json"), http.StatusOK)
			if x := ask[dzAlbum](c, deezer1); x.ID == 0 {
				t.Error("Deezer refuses within its quota")
			}
			<-time.After(time.Second)
		}
		if x := ask[dzFault](c, deezer1); x.Error.Code != 4 {
			t.Errorf("Deezer: got %+v, want its quota error", x)
		}
		w := c.get(spotify1)
		wantStatus(t, w, http.StatusTooManyRequests)
		if got := w.Header().Get("Retry-After"); got != "28" {
			t.Errorf("Spotify: got Retry-After %s, want 28", got)
		}
		w = c.get(brainz + brainz1 + "?fmt=json")
		wantStatus(t, w, http.StatusServiceUnavailable)
		if got := w.Header(); got.Get("Retry-After") != "1" || got.Get("X-RateLimit-Remaining") != "0" || got.Get("X-RateLimit-Limit") != "2" {
			t.Errorf("MusicBrainz: got %v", got)
		}
		<-time.After(500 * time.Millisecond)
		wantStatus(t, c.get(brainz+brainz1+"?fmt=json"), http.StatusOK)
		wantStatus(t, c.get(brainz+brainz1+"?fmt=json"), http.StatusServiceUnavailable)
	})
}

// everywhere is a request to each service that is answered.
var everywhere = map[Service]string{
	MusicBrainz: brainz + brainz1 + "?fmt=json", Discogs: discogs1, Deezer: deezer1, ITunes: "itunes.apple.com/lookup?id=9500000001", Spotify: spotify1,
	Tidal: tidal1, Bandcamp: "emu-the-emulated-few.bandcamp.com/album/paper-lanterns", Beatport: "www.beatport.com/release/-/960000001",
	Mora: "mora.jp/package/43999999/EMU0000001B00Z/", Ototoy: "ototoy.jp/_/default/p/92000001",
}

func TestAllServicesHaveQuotas(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		for _, s := range services() {
			c := newClient(t, Options{Behaviour: Behaviour{Quotas: map[Service]Quota{s: {2, 10 * time.Second}}}})
			for range 2 {
				wantStatus(t, c.get(everywhere[s]), http.StatusOK)
			}
			w := c.get(everywhere[s])
			switch want := map[Service]int{MusicBrainz: http.StatusServiceUnavailable, Deezer: http.StatusOK}[s]; {
			case s == Deezer && decoded[dzFault](t, w).Error.Code == 4:
			case w.Code != first(want, http.StatusTooManyRequests) || w.Header().Get("Retry-After") != "10":
				t.Errorf("%s: got status %d and %v", s, w.Code, w.Header())
			}
			for _, other := range services() {
				if other != s {
					wantStatus(t, c.get(everywhere[other]), http.StatusOK)
				}
			}
			<-time.After(10 * time.Second)
			if w := c.get(everywhere[s]); w.Code != http.StatusOK || strings.Contains(w.Body.String(), "Quota") {
				t.Errorf("%s: refuses when its time has passed", s)
			}
		}
	})
}

func TestAllServicesFailAndWait(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		for s, path := range everywhere {
			c := newClient(t, Options{Behaviour: Behaviour{More: map[Service]time.Duration{s: time.Second}}})
			start := time.Now()
			wantStatus(t, c.get(path), http.StatusOK)
			if got := time.Since(start); got != time.Second {
				t.Errorf("%s: waited %v, want a second", s, got)
			}
			c.e.Inject(Fault{On: string(s), Status: http.StatusBadGateway, Times: 1})
			wantStatus(t, c.get(path), http.StatusBadGateway)
			wantStatus(t, c.get(path), http.StatusOK)
			c.e.Inject(Fault{On: path[:strings.Index(path, "/")], Status: http.StatusBadGateway})
			wantStatus(t, c.get(path), http.StatusBadGateway)
		}
	})
}

func TestLatency(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		c := newClient(t, Options{Behaviour: Behaviour{Latency: 50 * time.Millisecond, More: map[Service]time.Duration{MusicBrainz: time.Second}}})
		for path, want := range map[string]time.Duration{deezer1: 50 * time.Millisecond, brainz + brainz1 + "?fmt=json": 1050 * time.Millisecond} {
			start := time.Now()
			c.get(path)
			if got := time.Since(start); got != want {
				t.Errorf("%s: got %v, want %v", path, got, want)
			}
		}
	})
}

func TestCounts(t *testing.T) {
	t.Parallel()
	c := newClient(t, Options{})
	paths := []string{
		deezer1, deezer1 + "/tracks", "api.deezer.com/album/upc:4099998000013", "api.deezer.com/track/1", "api.deezer.com/track/2", spotify1,
		"api.spotify.com/v1/albums?ids=0EmulatedAlbum00000001", "api.spotify.com/v1/search?type=album&q=upc:1", brainz + brainz1 + "?fmt=json",
		"musicbrainz.org/ws/2/release?fmt=json&query=barcode:1", "unknown.example/path",
	}
	for _, p := range paths {
		c.get(p)
	}
	want := map[string]int{
		"api.deezer.com/album/{id}": 1, "api.deezer.com/album/{id}/tracks": 1, "api.deezer.com/album/upc:{gtin}": 1,
		"api.deezer.com/track/{id}": 2, "api.spotify.com/v1/albums/{id}": 1, "api.spotify.com/v1/albums?ids": 1,
		"api.spotify.com/v1/search": 1, "musicbrainz.org/ws/2/release/{mbid}": 1, "musicbrainz.org/ws/2/release?query": 1,
		"unknown unknown.example": 1,
	}
	if got := c.e.Counts(); !maps.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	list := c.e.Requests()
	if len(list) != len(paths) || list[7].Query != "type=album&q=upc:1" || list[7].Path != "/v1/search" || list[10].Status != http.StatusNotImplemented {
		t.Errorf("got %+v", list)
	}
	if err := c.e.Reset(); err != nil {
		t.Fatal(err)
	}
	if len(c.e.Counts()) != 0 || len(c.e.Requests()) != 0 {
		t.Error("counts survive a reset")
	}
	wantStatus(t, c.get(spotify1), http.StatusUnauthorized) // the token has gone as well
}

func TestJournalForgetsTheOldestRequests(t *testing.T) {
	t.Parallel()
	var j journal
	var last entry
	for range 3*maxRequests + 1 {
		last = j.add(Request{Pattern: "p"})
	}
	j.answered(entry{0, 0}, 1) // forgotten by now
	j.answered(last, http.StatusOK)
	if n := len(j.list); n < maxRequests || n > 2*maxRequests || j.list[n-1].Status != http.StatusOK || j.counts["p"] != 3*maxRequests+1 {
		t.Errorf("remembers %d requests, counts %d", n, j.counts["p"])
	}
}

func TestAdvance(t *testing.T) {
	t.Parallel()
	c := newClient(t, Options{})
	const deezer26, spotify26 = "api.deezer.com/album/upc:4099998000266", "api.spotify.com/v1/search?type=album&q=upc:4099998000266"
	advance := func(want bool) {
		t.Helper()
		if moved, err := c.e.Advance("04099998000266"); moved != want || err != nil {
			t.Fatalf("moved: %v, error: %v", moved, err)
		}
	}
	isrcOf := func() string { return *ask[dzPage](c, "api.deezer.com/album/990000026/tracks").Data[0].ISRC }
	if isrcOf() != "" {
		t.Error("the ISRCs are there from the beginning")
	}
	advance(true)
	if isrcOf() == "" {
		t.Error("the ISRCs did not arrive")
	}
	advance(true)
	if x := ask[dzAlbum](c, deezer26); x.ReleaseDate != "2024-02-09" {
		t.Errorf("Deezer did not correct the date: %s", x.ReleaseDate)
	}
	if x := ask[spSearch](c, spotify26); x.Albums.Total != 1 {
		t.Error("Spotify withdrew it too early")
	}
	advance(true)
	if x := ask[spSearch](c, spotify26); x.Albums.Total != 0 {
		t.Error("Spotify did not withdraw it")
	}
	wantStatus(t, c.get("api.spotify.com/v1/albums/0EmulatedAlbum00000026"), http.StatusNotFound)
	if x := ask[spAlbums](c, "api.spotify.com/v1/artists/0EmulatedArtist0000002/albums"); x.Total != 2 {
		t.Errorf("the artist has %d albums on Spotify, want 2", x.Total)
	}
	wantStatus(t, c.get("api.spotify.com/v1/tracks/0EmulatedTrack00002601"), http.StatusNotFound)
	advance(false)
	if err := c.e.Reset(); err != nil {
		t.Fatal(err)
	}
	c.login()
	if x := ask[spAlbums](c, "api.spotify.com/v1/artists/0EmulatedArtist0000002/albums"); x.Total != 3 {
		t.Errorf("the artist has %d albums on Spotify after a reset, want 3", x.Total)
	}
	if x := ask[spSearch](c, spotify26); x.Albums.Total != 1 || isrcOf() != "" {
		t.Error("a reset does not lead back to the beginning")
	}
	wantStatus(t, c.get("__advance?gtin=4099998000266"), http.StatusOK)
	if isrcOf() == "" {
		t.Error("other processes cannot advance")
	}
}

func TestMayBeUsedAtTheSameTime(t *testing.T) {
	t.Parallel()
	c := newClient(t, Options{Generated: 50, Behaviour: Behaviour{Quotas: RealQuotas()}})
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			for _, path := range []string{deezer1, spotify1, brainz + brainz1 + "?fmt=json", "api.deezer.com/track/9900000101"} {
				c.get(path)
			}
			c.e.Behave(func(b *Behaviour) { b.Latency = time.Microsecond })
			c.e.Inject(Fault{On: "nobody.example"})
			_, _ = c.e.Advance("4099998000266")
			c.e.Counts()
			c.e.Requests()
		})
	}
	group.Wait()
	if got := c.e.Counts()["api.deezer.com/album/{id}"]; got != 8 {
		t.Errorf("got %d requests, want 8", got)
	}
}
