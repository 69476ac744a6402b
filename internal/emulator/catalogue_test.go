package emulator

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tutti/music"
)

// TestCatalogueIsValid checks every release as every service tells it, at every step of its history.
func TestCatalogueIsValid(t *testing.T) {
	t.Parallel()
	generated, err := Generate(7, 500)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range append(Releases(), generated...) {
		if _, err := music.ParseGTIN(r.GTIN); err != nil {
			t.Errorf("release %d: %v", r.Number, err)
		}
		if len(r.On) == 0 {
			t.Errorf("release %d is known to nobody", r.Number)
		}
		for step := range len(r.Later) + 1 {
			for _, s := range services() {
				if x, ok := r.edition(s, step); ok {
					checkEdition(t, x)
				}
			}
		}
	}
}

func checkEdition(t *testing.T, x *edition) {
	t.Helper()
	if _, err := music.ParseGTIN(x.gtin); err != nil && x.gtin != "" {
		t.Errorf("release %d on %s: %v", x.number, x.service, err)
	}
	isDated := slices.Contains([]Service{ITunes, Tidal, Beatport, Mora, Ototoy}, x.service)
	if isDated && len(x.date) != len("2006-01-02") {
		t.Errorf("release %d: %s knows days alone, not %q", x.number, x.service, x.date)
	}
	if strings.HasSuffix(x.url(), "/-") || !strings.HasPrefix(x.url(), "https://") {
		t.Errorf("release %d on %s has the page %s", x.number, x.service, x.url())
	}
	if x.title == "" || len(x.artists) == 0 || len(x.tracks) == 0 || len(x.tracks) >= songsPerRelease {
		t.Errorf("release %d on %s has no title, no artist, no tracks or too many of them", x.number, x.service)
	}
	for i, track := range x.tracks {
		if track.ISRC != "" {
			if _, err := music.ParseISRC(track.ISRC); err != nil {
				t.Errorf("release %d on %s: track %d: %v", x.number, x.service, i+1, err)
			}
		}
		if track.Title == "" || track.MS < 0 || len(track.Artists) == 0 || x.trackByID(track.id) != i+1 {
			t.Errorf("release %d on %s: track %d has no title, no artist, a negative length or an id of another", x.number, x.service, i+1)
		}
	}
	if _, ok := music.ParseDate(x.date); x.date != "" && !ok {
		t.Errorf("release %d on %s: date %q", x.number, x.service, x.date)
	}
}

func TestCatalogueIsRecognisablyInvented(t *testing.T) {
	t.Parallel()
	invented := 0
	for _, r := range Releases() {
		if r.Shows == "" {
			t.Errorf("release %d does not say what it is for", r.Number)
		}
		isReal := slices.Contains([]string{"602475093060", "724385522949"}, r.GTIN)
		if isReal {
			continue
		}
		invented++
		if !strings.HasPrefix(r.GTIN, "4099998000") && !strings.HasPrefix(r.GTIN, "0409999800") {
			t.Errorf("release %d: the barcode %s is not of the invented range", r.Number, r.GTIN)
		}
		for _, s := range services() {
			x, ok := r.edition(s, 0)
			if ok && r.On[s].ID != "" {
				t.Errorf("release %d on %s has the id %s, which is not made of its number", r.Number, s, x.id)
			}
			for _, c := range creditsOf(x) {
				if artists[c.Name].Number == 0 {
					t.Errorf("release %d on %s credits %q, who is not in the table", r.Number, s, c.Name)
				}
			}
		}
	}
	if invented < 25 {
		t.Errorf("got %d invented releases, want at least 25", invented)
	}
}

func creditsOf(x *edition) []Credit {
	if x == nil {
		return nil
	}
	out := slices.Clone(x.artists)
	for _, track := range x.tracks {
		out = append(out, track.Artists...)
	}
	return out
}

func TestFeaturedBeginsWithATwelveTrackAlbumOnAllServices(t *testing.T) {
	t.Parallel()
	list := Featured()
	if list[0].GTIN != "4099998000013" || len(list[0].URLs) != 10 {
		t.Fatalf("got %+v, want 4099998000013 with ten pages", list[0])
	}
	r := Releases()[0]
	titles, dates, isrcs := map[string]bool{}, map[string]bool{}, map[string]bool{}
	for _, s := range services() {
		x, ok := r.edition(s, 0)
		if !ok || len(x.tracks) != 12 {
			t.Fatalf("%s does not have it with 12 tracks", s)
		}
		titles[x.title], dates[x.date], isrcs[x.tracks[6].ISRC] = true, true, true
	}
	if len(titles) != 4 || len(dates) != 6 || len(isrcs) != 2 {
		t.Errorf("got %d titles, %d dates, %d ISRCs of track 7, want 4, 6, 2", len(titles), len(dates), len(isrcs))
	}
	for _, x := range list {
		if x.Title == "" || x.Shows == "" || len(x.URLs) == 0 {
			t.Errorf("%+v lacks something", x)
		}
	}
}

func TestGenerateDependsOnSeedAndIndexAlone(t *testing.T) {
	t.Parallel()
	few, many, other := generated(t, 1, 20), generated(t, 1, 200), generated(t, 2, 20)
	if diff := cmp.Diff(few, many[:20]); diff != "" {
		t.Errorf("more releases change those before them (-few +many):\n%s", diff)
	}
	if cmp.Equal(few, other) {
		t.Error("another seed gives the same releases")
	}
	seen := map[string]bool{}
	for _, r := range append(many, Releases()...) {
		if seen[r.GTIN] && r.Number != 20 && r.Number != 33 {
			t.Errorf("the barcode %s is there twice", r.GTIN)
		}
		seen[r.GTIN] = true
	}
}

func TestGeneratedReleasesAreSpreadOverAllServices(t *testing.T) {
	t.Parallel()
	counts := map[Service]int{}
	for _, r := range generated(t, 3, 400) {
		for s := range r.On {
			counts[s]++
		}
	}
	for _, s := range services() {
		if n := counts[s]; n < 20 || n == 400 {
			t.Errorf("%s has %d of 400", s, n)
		}
	}
}

func TestCatalogueIsOnAllServices(t *testing.T) {
	t.Parallel()
	counts := map[Service]int{}
	for _, r := range Releases() {
		for s := range r.On {
			counts[s]++
		}
	}
	for s, want := range map[Service]int{
		MusicBrainz: 25, Discogs: 15, Deezer: 25, ITunes: 20, Spotify: 25, Tidal: 18, Bandcamp: 8, Beatport: 6, Mora: 4, Ototoy: 3,
	} {
		if counts[s] < want {
			t.Errorf("%s has %d releases, want at least %d", s, counts[s], want)
		}
	}
}

func generated(t *testing.T, seed uint64, n int) []Release {
	t.Helper()
	out, err := Generate(seed, n)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestNewRefuses(t *testing.T) {
	t.Parallel()
	two := Releases()[:2]
	two[1].Number = two[0].Number
	for name, o := range map[string]Options{
		"a number that is taken twice": {Releases: two},
		"too many to generate":         {Generated: MaxGenerated + 1},
		"fewer than none to generate":  {Generated: -1},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if _, err := New(o); err == nil {
				t.Error("got no error")
			}
		})
	}
}

func TestLastGeneratedReleaseHasItsOwnIDs(t *testing.T) {
	t.Parallel()
	r := generate(1, MaxGenerated-1)
	e := newEmulator(t, Options{Releases: []Release{r}})
	for s := range r.On {
		x := e.index.byID(s, r.id(s, r.On[s]))
		if x == nil {
			t.Fatalf("%s does not know it", s)
		}
		last := x.tracks[len(x.tracks)-1]
		if s == MusicBrainz || s == Bandcamp {
			continue // have no endpoint for tracks by id
		}
		if y, i := e.index.byTrack(s, last.id); y == nil || i != last.index {
			t.Errorf("%s does not find the track %s", s, last.id)
		}
		if s == Spotify && !isSpotifyID(last.id) {
			t.Errorf("%s is no id of Spotify", last.id)
		}
	}
}
