package emulator

import (
	"fmt"
	"slices"
	"strings"
	"sync"
)

// index finds releases, and says how far each has come in its history.
type index struct {
	mu       sync.RWMutex // guards all below but releases, which never change
	releases map[int]*Release
	steps    map[int]int
	ids      map[Service]map[string]int // id, given up or not, to number
	tracks   map[Service]map[string]int // ids of songs that are not made of numbers
	codes    map[Service]map[string][]int
	shelves  map[Service]*shelf  // made when they are needed; none after a change
	urls     map[string][]target // as above
}

// newIndex refuses releases that share a number or an id.
func newIndex(releases []Release) (*index, error) {
	x := &index{
		releases: make(map[int]*Release, len(releases)), steps: map[int]int{},
		ids: map[Service]map[string]int{}, tracks: map[Service]map[string]int{}, codes: map[Service]map[string][]int{},
		shelves: map[Service]*shelf{},
	}
	for _, s := range services() {
		x.ids[s], x.tracks[s], x.codes[s] = make(map[string]int, len(releases)), map[string]int{}, make(map[string][]int, len(releases))
	}
	for i := range releases {
		r := &releases[i]
		if x.releases[r.Number] != nil {
			return nil, fmt.Errorf("catalogue: the number %d is taken twice", r.Number)
		}
		x.releases[r.Number] = r
		if err := x.add(r); err != nil {
			return nil, err
		}
	}
	return x, nil
}

func (x *index) add(r *Release) error {
	for _, s := range services() {
		says, ok := r.says(s, x.steps[r.Number])
		if !ok {
			continue
		}
		for _, id := range append([]string{r.id(s, says)}, says.Also...) {
			if other, taken := x.ids[s][id]; taken && other != r.Number {
				return fmt.Errorf("catalogue: releases %d and %d share the id %s on %s", other, r.Number, id, s)
			}
			x.ids[s][id] = r.Number
		}
		x.addTracks(s, r, says)
		if code := codeKey(s, said(says.GTIN, r.GTIN)); code != "" {
			x.codes[s][code] = append(x.codes[s][code], r.Number)
			slices.Sort(x.codes[s][code])
		}
	}
	return nil
}

// addTracks remembers the songs that have ids of their own.
func (x *index) addTracks(s Service, r *Release, says Says) {
	songs := append(slices.Clone(r.Songs), says.Songs...)
	for _, song := range says.Song {
		songs = append(songs, song)
	}
	for _, song := range songs {
		if song.ID != "" {
			x.tracks[s][song.ID] = r.Number
		}
	}
	if s == Bandcamp {
		for _, t := range r.tracks(s, says) {
			x.tracks[s][bandcampTrackID(r.id(s, says), t.Title)] = r.Number
		}
	}
}

// codeKey is the one written form of a barcode under which a service finds it. Deezer drops zeros in front, the others do not.
// Nobody finds anything by a barcode on Bandcamp, mora and OTOTOY.
func codeKey(s Service, code string) string {
	if s == Deezer && code != "" {
		return shortGTIN(code)
	}
	return code
}

// byID returns the edition that a service answers with; nil: none.
func (x *index) byID(s Service, id string) *edition {
	x.mu.RLock()
	defer x.mu.RUnlock()
	if number, ok := x.ids[s][id]; ok {
		return x.edition(s, number)
	}
	return nil
}

// byCode returns the editions with a barcode in the form given, by number.
func (x *index) byCode(s Service, code string) []*edition {
	x.mu.RLock()
	defer x.mu.RUnlock()
	var out []*edition
	for _, number := range x.codes[s][code] {
		if e := x.edition(s, number); e != nil {
			out = append(out, e)
		}
	}
	return out
}

// byTrack returns the edition that a song belongs to, and the index of the song from 1; nil: none.
func (x *index) byTrack(s Service, id string) (*edition, int) {
	x.mu.RLock()
	defer x.mu.RUnlock()
	number, ok := x.tracks[s][id]
	if !ok {
		number = releaseOfTrack(s, id)
	}
	e := x.edition(s, number)
	if e == nil {
		return nil, 0
	}
	if i := e.trackByID(id); i > 0 {
		return e, i
	}
	return nil, 0
}

// edition needs mu.
func (x *index) edition(s Service, number int) *edition {
	r := x.releases[number]
	if r == nil {
		return nil
	}
	if e, ok := r.edition(s, x.steps[number]); ok {
		return e
	}
	return nil
}

// advance moves the releases with a barcode, in whatever form, one step along their history; false: none has steps left.
func (x *index) advance(code string) (bool, error) {
	x.mu.Lock()
	defer x.mu.Unlock()
	moved := false
	for _, r := range x.releases {
		if strings.TrimLeft(r.GTIN, "0") != strings.TrimLeft(code, "0") || x.steps[r.Number] >= len(r.Later) {
			continue
		}
		x.remove(r.Number)
		clear(x.shelves)
		x.urls = nil
		x.steps[r.Number]++
		moved = true
		if err := x.add(r); err != nil {
			return moved, err
		}
	}
	return moved, nil
}

// rewind takes all releases back to the beginning of their history.
func (x *index) rewind() error {
	x.mu.Lock()
	defer x.mu.Unlock()
	clear(x.shelves)
	x.urls = nil
	for number := range x.steps {
		x.remove(number)
		delete(x.steps, number)
		if err := x.add(x.releases[number]); err != nil {
			return err
		}
	}
	return nil
}

func (x *index) remove(number int) {
	for _, s := range services() {
		for id, n := range x.ids[s] {
			if n == number {
				delete(x.ids[s], id)
			}
		}
		for code, list := range x.codes[s] {
			if i := slices.Index(list, number); i >= 0 {
				x.codes[s][code] = slices.Delete(slices.Clone(list), i, i+1)
			}
		}
	}
}
