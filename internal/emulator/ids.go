package emulator

import (
	"fmt"
	"hash/fnv"
	"strconv"
	"strings"
)

// Every id says what it is of and that it is invented: it is made of a number of the catalogue, in the form of its service.
const (
	songsPerRelease = 100 // more than any release has
	linkedOffset    = 50  // from a track of Spotify to the one that is played in its place
	videoPrefix     = "video/"
)

// form is how a service numbers what it has, and where its pages are.
type form struct {
	release, track, artist numbering
	page, artistPage       string   // addresses with {id} and {slug}
	links, artistLinks     []string // what MusicBrainz calls links to them
	countries              string   // where the service is open; empty: it does not say
}

// numbering makes ids of numbers, and numbers of ids.
type numbering struct {
	format string // of package fmt, with one number in it
	base   int
}

func (n numbering) id(number int) string { return fmt.Sprintf(n.format, n.base+number) }

// number returns what an id was made of, or 0.
func (n numbering) number(id string) int {
	prefix, _, _ := strings.Cut(n.format, "%")
	rest, ok := strings.CutPrefix(id, prefix)
	number, err := strconv.Atoi(rest)
	if !ok || err != nil || number < n.base || n.id(number-n.base) != id {
		return 0
	}
	return number - n.base
}

// realNumber and realSingle are the numbers of the two real releases.
const (
	realSingle = 901
	realNumber = 902
)

// idKind is what an MBID is of. It stands in the second part of the id.
type idKind int

const (
	idRelease idKind = iota + 1
	idGroup
	idMedium
	idTrack
	idRecording
	idArtist
	idLabel
	idArea
	idURL
	idWord // statuses, formats, types and the like
)

func mbid(k idKind, n int) string { return fmt.Sprintf("e0e0e0e0-%04d-4000-8000-%012d", int(k), n) }

// wordID is the id of a term such as a format.
func wordID(k idKind, word string) string {
	if id, ok := realIDs[word]; ok {
		return id
	}
	return mbid(k, hash(word))
}

// hash makes a number of 32 bits of a text.
func hash(text string) int {
	h := fnv.New32a()
	_, _ = h.Write([]byte(text)) // it cannot fail
	return int(h.Sum32())
}

// id is what a service calls the release.
func (r *Release) id(s Service, says Says) string {
	switch {
	case says.ID != "":
		return says.ID
	case s == Bandcamp:
		return r.bandcampID(says)
	case says.IsVideo && s == Tidal:
		return videoPrefix + forms[s].release.id(r.Number)
	default:
		return forms[s].release.id(r.Number)
	}
}

// trackID is the id of the k-th song of a release. On MusicBrainz it is that of the track; the recording has the same number.
func trackID(s Service, n, k int) string { return forms[s].track.id(n*songsPerRelease + k) }

// releaseOfTrack returns the number of the release that an id made by [trackID] belongs to, or 0.
func releaseOfTrack(s Service, id string) int { return forms[s].track.number(id) / songsPerRelease }

// artistID is the id of an artist; artists that are in no table have one made of their name.
func artistID(s Service, name string) string {
	if id := artists[name].IDs[s]; id != "" {
		return id
	}
	if s == Bandcamp {
		return account(name)
	}
	return forms[s].artist.id(artistNumber(name))
}

func artistNumber(name string) int {
	if a, ok := artists[name]; ok {
		return a.Number
	}
	return 1000 + hash(name)%900_000
}

// pageURL is the address of a release that people open. Its title is part of some.
func pageURL(s Service, id, title string) string {
	if s == Bandcamp {
		band, path := bandcampPath(id)
		return "https://" + band + bandcampDomain + "/" + path
	}
	if s == Tidal && !strings.HasPrefix(id, videoPrefix) {
		id = "album/" + id
	}
	return address(forms[s].page, id, title)
}

// artistURL is the address of an artist that people open.
func artistURL(s Service, name string) string {
	return address(forms[s].artistPage, artistID(s, name), name)
}

// address fills an id and a name into the form of an address.
func address(form, id, name string) string {
	return strings.NewReplacer("{id}", id, "{slug}", first(slug(name), "-")).Replace(form)
}

func coverHash(n int) string { return fmt.Sprintf("e0e0e0e0%016d", n) }

// isrc is the code of the k-th song of a release. ZZ is no country.
func isrc(n, k int) string {
	number := n*songsPerRelease + k
	return fmt.Sprintf("ZZEMU%02d%05d", number/100_000%100, number%100_000)
}

// gtin returns digits with their check digit behind them.
func gtin(digits string) string {
	sum := 0
	for i := range len(digits) {
		weight := 1 + 2*((len(digits)-i)%2)
		sum += int(digits[i]-'0') * weight
	}
	return digits + strconv.Itoa((10-sum%10)%10)
}

// shortGTIN is a code without leading zeros, but of at least 12 digits: the form that Deezer knows.
func shortGTIN(code string) string {
	code = strings.TrimLeft(code, "0")
	return strings.Repeat("0", max(0, 12-len(code))) + code
}
