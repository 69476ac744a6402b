package emulator

import (
	"slices"
	"strconv"
	"strings"
)

// edition is a release as one service tells it, with nothing left to be filled in. Empty means that the service says nothing.
type edition struct {
	service     Service
	number      int
	id          string
	title, gtin string
	date, label string
	kind        Kind
	artists     []Credit
	markets     []string
	tracks      []track
	image       string
	copyrights  []string
	print       Print
	links       []Link
	also        []string
	kana        string
	price       float64
	lacks       Lacks
	isVideo     bool
	hasExplicit bool
	pressing    *Pressing
	shop        *Shop
}

// track is a song in its place.
type track struct {
	Song

	index      int    // from 1, over all discs
	position   int    // from 1, on its disc
	id         string // the service's
	original   string // Spotify: the id that was asked for, where another one is played
	isExplicit bool
}

// edition returns how a service tells of a release; false: it does not have it.
func (r *Release) edition(s Service, step int) (*edition, bool) {
	says, ok := r.says(s, step)
	if !ok {
		return nil, false
	}
	e := &edition{
		service: s, number: r.Number, id: r.id(s, says), also: says.Also,
		title: said(says.Title, r.Title), gtin: said(says.GTIN, r.GTIN), date: said(says.Date, r.Date), label: said(says.Label, r.Label),
		kind: first(says.Kind, r.Kind), artists: firstList(says.Artists, r.Artists), markets: markets(s, says.Markets),
		image: first(says.Image, coverHash(r.Number)), copyrights: says.Copyrights, print: says.Print, lacks: says.Lacks,
		kana: says.Kana, price: says.Price, isVideo: says.IsVideo, pressing: says.Pressing, shop: says.Shop,
	}
	e.tracks = r.tracks(s, says)
	for _, t := range e.tracks {
		e.hasExplicit = e.hasExplicit || t.isExplicit
	}
	if s == MusicBrainz {
		e.links = append(slices.Clone(says.Print.Links), r.links(step)...)
	}
	return e, true
}

// At returns a service's own id of the release, and the barcode it has there; false: the service does not have the release.
func (r *Release) At(s Service) (id, gtin string, ok bool) {
	e, ok := r.edition(s, 0)
	if !ok {
		return "", "", false
	}
	return e.id, e.gtin, true
}

// said is what a service tells: its own value, nothing, or that of the release.
func said(own, release string) string {
	if own == none {
		return ""
	}
	return first(own, release)
}

func (r *Release) tracks(s Service, says Says) []track {
	songs := firstList(says.Songs, r.Songs)
	out := make([]track, len(songs))
	disc, position := 1, 0
	for i, song := range songs {
		if song.ISRC == "" {
			song.ISRC = isrc(r.Number, i+1)
		}
		song = song.over(says.Song[i+1])
		song.Artists = firstList(song.Artists, firstList(says.Artists, r.Artists))
		if song.Disc != 0 && song.Disc != disc {
			disc, position = song.Disc, 0
		}
		position++
		song.Disc = disc
		out[i] = track{Song: song.less(says.Lacks), index: i + 1, position: position, id: song.ID, isExplicit: song.Explicit == "yes"}
		if song.ID == "" {
			out[i].id = trackID(s, r.Number, i+1)
		}
		if song.IsLinked {
			out[i].original, out[i].id = out[i].id, trackID(s, r.Number, i+1+linkedOffset)
		}
	}
	return out
}

// less returns the song without what is lacking.
func (s Song) less(l Lacks) Song {
	if s.ISRC == none || l&LacksISRCs != 0 {
		s.ISRC = ""
	}
	if l&LacksGuests != 0 && len(s.Artists) > 1 {
		s.Artists = s.Artists[:1]
	}
	if l&LacksLengths != 0 || s.MS < 0 {
		s.MS = 0
	}
	return s
}

// links are the pages of the release at the other services.
func (r *Release) links(step int) []Link {
	var out []Link
	for _, s := range services() {
		says, ok := r.says(s, step)
		if !ok || s == MusicBrainz || r.Number == realNumber {
			continue
		}
		url := pageURL(s, r.id(s, says), said(says.Title, r.Title))
		for _, kind := range forms[s].links {
			out = append(out, Link{Type: kind, URL: url})
		}
	}
	return out
}

// page is the address of the release that people open.
func (e *edition) url() string { return pageURL(e.service, e.id, e.title) }

// trackByID returns the index from 1 of the track with that id, or 0.
func (e *edition) trackByID(id string) int {
	for i := range e.tracks {
		if e.tracks[i].id == id || e.tracks[i].original == id {
			return i + 1
		}
	}
	return 0
}

// markets are the places of a service that a text names: nothing or * for all of them, none for none, codes for these alone,
// and after * codes with a minus for all others. A service that knows no markets has none.
func markets(s Service, text string) []string {
	all := strings.Fields(forms[s].countries)
	switch words := strings.Fields(text); {
	case len(words) == 0:
		return all
	case words[0] == "none":
		return []string{}
	case words[0] == "*":
		return slices.DeleteFunc(all, func(m string) bool { return slices.Contains(words, "-"+m) })
	default:
		return words
	}
}

// discs returns the tracks of each disc.
func (e *edition) discs() [][]track {
	var out [][]track
	for i, t := range e.tracks {
		if i == 0 || t.Disc != e.tracks[i-1].Disc {
			out = append(out, nil)
		}
		out[len(out)-1] = append(out[len(out)-1], t)
	}
	return out
}

// year is the first part of a date.
func year(date string) string {
	y, _, _ := strings.Cut(date, "-")
	return y
}

func (t *track) number() string { return first(t.Number, strconv.Itoa(t.position)) }
