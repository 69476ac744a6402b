package emulator

import (
	"fmt"
	"hash/fnv"
	"strconv"
	"strings"
)

// Every id says what it is of and that it is invented: it is made of a number of the catalogue, in the form of its service.
const (
	deezerAlbums  = 990_000_000
	deezerArtists = 991_000_000
	deezerTracks  = 9_900_000_000

	songsPerRelease = 100 // more than any release has
	linkedOffset    = 50  // from a track of Spotify to the one that is played in its place
)

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

func releaseID(s Service, n int) string {
	switch s {
	case Deezer:
		return strconv.Itoa(deezerAlbums + n)
	case Spotify:
		return fmt.Sprintf("0EmulatedAlbum%08d", n)
	case MusicBrainz:
		return mbid(idRelease, n)
	default:
		return ""
	}
}

// trackID is the id of the k-th song of a release. On MusicBrainz it is that of the track; the recording has the same number.
func trackID(s Service, n, k int) string {
	number := n*songsPerRelease + k
	switch s {
	case Deezer:
		return strconv.Itoa(deezerTracks + number)
	case Spotify:
		return fmt.Sprintf("0EmulatedTrack%08d", number)
	case MusicBrainz:
		return mbid(idTrack, number)
	default:
		return ""
	}
}

// releaseOfTrack returns the number of the release that an id made by [trackID] belongs to, or 0.
func releaseOfTrack(s Service, id string) int {
	base := 0
	switch s {
	case Deezer:
		base = deezerTracks
	case Spotify:
		id = strings.TrimPrefix(id, "0EmulatedTrack")
	case MusicBrainz:
		return 0
	}
	number, err := strconv.Atoi(id)
	if err != nil || number < base {
		return 0
	}
	return (number - base) / songsPerRelease
}

// artistID is the id of an artist; artists that are in no table have one made of their name.
func artistID(s Service, name string) string {
	a, ok := artists[name]
	if id := a.IDs[s]; id != "" {
		return id
	}
	number := a.Number
	if !ok {
		number = 1000 + hash(name)%900_000
	}
	switch s {
	case Deezer:
		return strconv.Itoa(deezerArtists + number)
	case Spotify:
		return fmt.Sprintf("0EmulatedArtist%07d", number)
	case MusicBrainz:
		return mbid(idArtist, number)
	default:
		return ""
	}
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
