package emulator

import (
	"fmt"
	"math/rand/v2"
)

// MaxGenerated is how many releases can be generated: as many as the invented ids have room for.
const MaxGenerated = 800_000

// firstGenerated is the number of the first generated release.
const firstGenerated = 100_000

// Generate invents n releases from a seed. The i-th depends on the seed and on i alone, so that more releases never change those
// before them. Barcodes begin with 40999 and never meet those of the catalogue. An error means that n is out of range.
func Generate(seed uint64, n int) ([]Release, error) {
	if n < 0 || n > MaxGenerated {
		return nil, fmt.Errorf("emulator: %d releases to generate: expected 0 to %d", n, MaxGenerated)
	}
	out := make([]Release, n)
	for i := range out {
		out[i] = generate(seed, i)
	}
	return out, nil
}

// dice make the choices for one release.
type dice struct{ *rand.Rand }

func generate(seed uint64, i int) Release {
	d := dice{rand.New(rand.NewPCG(seed, uint64(i)))} //nolint:gosec // the same seed has to give the same releases
	r := Release{
		Number: firstGenerated + i, GTIN: gtin(fmt.Sprintf("40999%07d", i)), Title: d.title(), Artists: by(d.band()),
		Date: fmt.Sprintf("%04d-%02d-%02d", 2000+d.IntN(25), 1+d.IntN(12), 1+d.IntN(28)), Label: d.pick(imprints), Kind: Album,
	}
	count := 8 + d.IntN(7)
	if d.oneIn(5) {
		r.Kind, count = Single, 1
	} else if d.oneIn(6) {
		r.Kind, count = EP, 3+d.IntN(3)
	}
	r.Songs = d.songs(count, r.Artists[0].Name)
	r.On = map[Service]Says{Deezer: d.deezer(r), Spotify: d.spotify(r), MusicBrainz: d.musicbrainz(r)}
	if d.oneIn(10) {
		delete(r.On, []Service{Deezer, Spotify, MusicBrainz}[d.IntN(3)])
	}
	d.spread(r)
	return r
}

// spread puts a release on the other services, on each with a chance of its own: one in so many.
func (d dice) spread(r Release) {
	for _, place := range []struct {
		on    Service
		oneIn int
		says  func(Release) Says
	}{
		{ITunes, 1, d.itunes},
		{Tidal, 1, d.tidal},
		{Discogs, 2, d.discogs},
		{Bandcamp, 4, d.bandcamp},
		{Beatport, 4, d.beatport},
		{Mora, 8, d.mora},
		{Ototoy, 10, d.ototoy},
	} {
		if d.oneIn(place.oneIn) && !d.oneIn(10) {
			r.On[place.on] = place.says(r)
		}
	}
}

// songs are so many, some with a guest; those of longer albums now and then stand on two discs.
func (d dice) songs(count int, artist string) []Song {
	out := make([]Song, count)
	disc := 1
	for k := range out {
		if k == count/2 && count >= 8 && d.oneIn(8) {
			disc = 2
		}
		out[k] = song(d.title(), 90_000+d.IntN(300_000)).on(disc)
		if guest := d.band(); d.oneIn(10) && guest != artist {
			out[k].Artists = feat(artist, guest)
		}
	}
	return out
}

func (d dice) oneIn(n int) bool           { return d.IntN(n) == 0 }
func (d dice) pick(words []string) string { return words[d.IntN(len(words))] }

func (d dice) band() string { return "The " + d.pick(adjectives) + " " + d.pick(collectives) }

func (d dice) title() string {
	if d.oneIn(3) {
		return "The " + d.pick(nouns) + " and the " + d.pick(nouns)
	}
	return d.pick(adjectives) + " " + d.pick(nouns)
}

// deezer writes guests into titles and rounds nothing else.
func (d dice) deezer(r Release) Says {
	says := Says{Song: d.lengths(r.Songs, 1000)}
	for i, s := range r.Songs {
		if len(s.Artists) > 1 {
			x := says.Song[i+1]
			x.Title = s.Title + " (feat. " + s.Artists[1].Name + ")"
			says.Song[i+1] = x
		}
	}
	if d.oneIn(6) {
		says.Label = r.Label + " Ltd."
	}
	return says
}

// spotify pads most barcodes, and lacks some markets.
func (d dice) spotify(r Release) Says {
	says := Says{Song: d.lengths(r.Songs, 40)}
	if !d.oneIn(3) {
		says.GTIN = "0" + r.GTIN
	}
	if d.oneIn(5) {
		says.Markets = "* -US -JP"
	}
	if d.oneIn(8) {
		says.Title = r.Title + " (Deluxe)"
	}
	return says
}

// musicbrainz knows ISRCs seldom, and dates sometimes by the month alone.
func (d dice) musicbrainz(r Release) Says {
	says := Says{Song: d.lengths(r.Songs, 700)}
	if d.oneIn(3) {
		says.Lacks = LacksISRCs
	}
	if d.oneIn(5) {
		says.Date = r.Date[:len("2006-01")]
	}
	if d.oneIn(2) {
		says.Print = Print{Formats: []string{"CD"}, Catalogue: fmt.Sprintf("SEED %d", r.Number), Events: []Event{{first(says.Date, r.Date), "GB"}}}
	}
	return says
}

// itunes has some things in a few countries alone.
func (d dice) itunes(r Release) Says {
	says := Says{Song: d.lengths(r.Songs, 40)}
	if d.oneIn(6) {
		says.Markets = "GB DE FR"
	}
	return says
}

// tidal knows who delivers in place of the label, pads some barcodes, and lacks some countries.
func (d dice) tidal(r Release) Says {
	says := Says{Song: d.lengths(r.Songs, 500), Label: d.pick(imprints) + " Distribution"}
	if d.oneIn(4) {
		says.GTIN = "0" + r.GTIN
	}
	if d.oneIn(6) {
		says.Markets = "* -US"
	}
	return says
}

// discogs has files and records, and dates sometimes by the year alone.
func (d dice) discogs(r Release) Says {
	says := Says{Song: d.lengths(r.Songs, 1500), Print: Print{Catalogue: fmt.Sprintf("SEED %d", r.Number)}}
	if d.oneIn(2) {
		says.Pressing = disc("Vinyl", "UK", 1, "LP", "Album").styled("Electronic", "Experimental")
	}
	if d.oneIn(3) {
		says.Date = year(r.Date)
	}
	return says
}

func (d dice) bandcamp(r Release) Says {
	return Says{Song: d.lengths(r.Songs, 900), Shop: &Shop{Sale: Sale(d.IntN(3))}}
}

func (d dice) beatport(r Release) Says {
	return Says{Song: d.lengths(r.Songs, 900), Print: Print{Catalogue: fmt.Sprintf("SEED%dD", r.Number)}}
}

func (d dice) mora(r Release) Says {
	return Says{Song: d.lengths(r.Songs, 1000), Label: r.Label + " Japan"}
}

func (d dice) ototoy(r Release) Says {
	return Says{Song: d.lengths(r.Songs, 1000), Print: Print{Catalogue: fmt.Sprintf("SEED-%d", r.Number)}}
}

// lengths are off by less than so many milliseconds.
func (d dice) lengths(songs []Song, most int) map[int]Song {
	out := make(map[int]Song, len(songs))
	for i, s := range songs {
		out[i+1] = Song{MS: s.MS + d.IntN(most)}
	}
	return out
}
