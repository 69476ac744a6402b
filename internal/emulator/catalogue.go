package emulator

import "maps"

// Service is one of the services that the emulator speaks for.
type Service string

// The services.
const (
	MusicBrainz Service = "musicbrainz"
	Discogs     Service = "discogs"
	Deezer      Service = "deezer"
	ITunes      Service = "itunes"
	Spotify     Service = "spotify"
	Tidal       Service = "tidal"
	Bandcamp    Service = "bandcamp"
	Beatport    Service = "beatport"
	Mora        Service = "mora"
	Ototoy      Service = "ototoy"
)

// none is a value of [Says] for: the service says nothing. An empty value stands for what the release has.
const none = "-"

// Kind is the type of a release.
type Kind string

// The kinds of releases. Each service has words of its own for them; Spotify has none for an EP.
const (
	Album       Kind = "album"
	Single      Kind = "single"
	EP          Kind = "ep"
	Compilation Kind = "compilation"
)

// Release is what the services agree on, with what each of them says otherwise.
type Release struct {
	Number  int    // unique; the services' ids are made of it
	Shows   string // what it is in the catalogue for; empty for generated releases
	GTIN    string
	Title   string
	Artists []Credit
	Date    string // YYYY, YYYY-MM or YYYY-MM-DD
	Label   string
	Kind    Kind
	Songs   []Song
	On      map[Service]Says // the services that have it
	Later   []Step           // its scripted history; see [Emulator.Advance]
}

// Step is what the services say otherwise from some moment on.
type Step map[Service]Says

// Credit is an artist's part in a release or a song.
type Credit struct {
	Name    string // one of the artists' table
	As      string // the name as credited, empty: the artist's own. Only MusicBrainz and Discogs tell both
	Join    string // text up to the next credit, where services tell one; empty: what is usual
	IsGuest bool   // a featured artist
}

// Song is a track of a release.
type Song struct {
	Title    string
	MS       int      // length in milliseconds; 0: unknown
	ISRC     string   // empty in [Release.Songs]: made from the number of the release
	Artists  []Credit // empty: those of the release
	Disc     int      // 0: that of the song before, or 1
	Number   string   // as printed (A1), on MusicBrainz and Discogs; empty: the position
	Explicit string   // yes or no; empty: no
	Format   string   // video: a film of its own; empty: sound
	Version  string   // Beatport's mix, Tidal's version; empty: the original
	Remixers []Credit // on Beatport
	Work     string   // on Discogs, neighbours of the same work are parts of one entry
	Kana     string   // the title in kana, on mora
	IsLinked bool     // Spotify plays another recording in its place
	IsUntold bool     // the service counts it and does not tell it, or Bandcamp sells it with the download alone
	// Real songs have ids of their own, and recordings that differ from their tracks.
	ID, Recording, FirstDate string
	RecordingMS              int
}

// Lacks is a set of what a service does not tell.
type Lacks uint8

// What a service may lack.
const (
	LacksISRCs   Lacks = 1 << iota
	LacksGuests        // songs name their first artist alone
	LacksLengths       // songs have no length
	LacksEvents        // no release events and no country
	LacksCode          // on iTunes, the picture is not named after the barcode
	LacksTracks        // on iTunes, the album can be streamed only and its songs are not told
	LacksArtists       // on Tidal, artists are named by ids that lead nowhere
	LacksImages
)

// Says is how one service tells of a release. What is empty is told as the release has it; "-" is told as nothing.
type Says struct {
	ID                       string   // instead of the one made of the number
	Also                     []string // ids that were given up: Deezer answers with this album, MusicBrainz redirects
	Title, GTIN, Date, Label string
	Kind                     Kind
	Artists                  []Credit
	Markets                  string       // where it is available; see [markets]. Empty: everywhere
	Songs                    []Song       // instead of the release's songs
	Song                     map[int]Song // by index from 1: what is not empty replaces
	Image                    string       // hash of the cover
	Copyrights               []string     // © and ℗ on Spotify; empty: year and label
	Kana                     string       // the title in kana, on mora
	Price                    float64      // on iTunes; negative: not sold as a whole; 0: what is usual
	Lacks                    Lacks
	IsVideo                  bool // a film that is no album, on Tidal
	IsWithdrawn              bool
	Print                    Print     // what MusicBrainz knows, and in part other catalogues
	Pressing                 *Pressing // what Discogs alone knows; nil: a file
	Shop                     *Shop     // how Bandcamp sells it; nil: as an album at a fixed price
}

// Print is what MusicBrainz knows about the printed thing. What is empty is told as null. Discogs has its imprints, titles and group
// as well, and shops its catalogue number.
type Print struct {
	Status, Packaging, Language, Script string // empty: Official, None, eng, Latn; "-": null
	Catalogue, ASIN, Disambiguation     string
	Formats                             []string // per medium; empty: Digital Media
	Titles                              []string // of the media
	Events                              []Event  // empty: one, of the release's date, worldwide
	Imprints                            []string // labels, in place of the one of the release
	Group                               Group
	Links                               []Link // besides those to the other services
}

// Event is a date and a place of release; both may be empty.
type Event struct{ Date, Area string }

// Group is a release group; empty fields are as the release has them.
type Group struct {
	ID, Title, FirstDate string
	Number               int
}

// Link is a relationship to a web page.
type Link struct{ Type, URL string }

// over returns s with what is not empty in t in place of its own.
func (s Says) over(t Says) Says {
	s.ID, s.Title, s.GTIN = first(t.ID, s.ID), first(t.Title, s.Title), first(t.GTIN, s.GTIN)
	s.Date, s.Label, s.Kind = first(t.Date, s.Date), first(t.Label, s.Label), first(t.Kind, s.Kind)
	s.Markets, s.Image = first(t.Markets, s.Markets), first(t.Image, s.Image)
	s.Kana, s.Price = first(t.Kana, s.Kana), first(t.Price, s.Price)
	s.Pressing, s.Shop = first(t.Pressing, s.Pressing), first(t.Shop, s.Shop)
	s.IsVideo = s.IsVideo || t.IsVideo
	s.Lacks |= t.Lacks
	s.IsWithdrawn = t.IsWithdrawn
	s.Also = firstList(t.Also, s.Also)
	s.Artists, s.Songs = firstList(t.Artists, s.Artists), firstList(t.Songs, s.Songs)
	s.Copyrights = firstList(t.Copyrights, s.Copyrights)
	s.Print = s.Print.over(t.Print)
	song := map[int]Song{}
	maps.Copy(song, s.Song)
	for i, x := range t.Song {
		song[i] = song[i].over(x)
	}
	s.Song = song
	return s
}

func (p Print) over(t Print) Print {
	p.Status, p.Packaging = first(t.Status, p.Status), first(t.Packaging, p.Packaging)
	p.Language, p.Script = first(t.Language, p.Language), first(t.Script, p.Script)
	p.Catalogue, p.ASIN = first(t.Catalogue, p.Catalogue), first(t.ASIN, p.ASIN)
	p.Disambiguation = first(t.Disambiguation, p.Disambiguation)
	p.Formats, p.Titles = firstList(t.Formats, p.Formats), firstList(t.Titles, p.Titles)
	p.Events, p.Imprints = firstList(t.Events, p.Events), firstList(t.Imprints, p.Imprints)
	p.Links = firstList(t.Links, p.Links)
	p.Group = Group{
		ID: first(t.Group.ID, p.Group.ID), Title: first(t.Group.Title, p.Group.Title),
		FirstDate: first(t.Group.FirstDate, p.Group.FirstDate), Number: first(t.Group.Number, p.Group.Number),
	}
	return p
}

func (s Song) over(t Song) Song {
	s.Title, s.MS, s.ISRC = first(t.Title, s.Title), first(t.MS, s.MS), first(t.ISRC, s.ISRC)
	s.Disc, s.Number = first(t.Disc, s.Disc), first(t.Number, s.Number)
	s.Explicit, s.Format = first(t.Explicit, s.Explicit), first(t.Format, s.Format)
	s.Version, s.Work, s.Kana = first(t.Version, s.Version), first(t.Work, s.Work), first(t.Kana, s.Kana)
	s.Artists, s.Remixers = firstList(t.Artists, s.Artists), firstList(t.Remixers, s.Remixers)
	s.IsLinked, s.IsUntold = s.IsLinked || t.IsLinked, s.IsUntold || t.IsUntold
	s.ID, s.Recording = first(t.ID, s.ID), first(t.Recording, s.Recording)
	s.FirstDate, s.RecordingMS = first(t.FirstDate, s.FirstDate), first(t.RecordingMS, s.RecordingMS)
	return s
}

// says returns what a service says after so many steps of the history; false: it does not have the release.
func (r *Release) says(s Service, step int) (Says, bool) {
	x, ok := r.On[s]
	for _, later := range r.Later[:min(step, len(r.Later))] {
		if change, changes := later[s]; changes {
			x, ok = x.over(change), true
		}
	}
	return x, ok && !x.IsWithdrawn
}

func first[T comparable](a, b T) T {
	var zero T
	if a != zero {
		return a
	}
	return b
}

func firstList[T any](a, b []T) []T {
	if len(a) > 0 {
		return a
	}
	return b
}

// clone returns a copy whose services, artists, songs and steps can be replaced. What these hold is shared, and only ever read.
func (r Release) clone() Release {
	r.On = maps.Clone(r.On)
	r.Artists = append([]Credit(nil), r.Artists...)
	r.Songs = append([]Song(nil), r.Songs...)
	r.Later = append([]Step(nil), r.Later...)
	return r
}
