package emulator

import (
	"cmp"
	"maps"
	"slices"
	"strings"
)

// shelf is what one service is searched by, besides ids and barcodes.
type shelf struct {
	isrcs   map[string][]place
	artists map[string]*person // by id
	entries []entryWords       // of releases, by number
	labels  []string           // sorted
}

// place is a song of a release.
type place struct{ number, index int }

// person is an artist with the numbers of releases: own ones, and those of others.
type person struct {
	id, name    string
	own, guests []int
}

// entryWords are the words by which a release is found, and its songs.
type entryWords struct {
	number int
	fields map[field]words
	songs  []map[field]words
}

// field is where a word may stand.
type field int

const (
	fieldTitle field = iota // of what is searched for: a release, a song, an artist
	fieldArtist
	fieldAlbum // of a song
	fieldLabel
	fieldYear
)

// words are folded words.
type words map[string]bool

func wordSet(text string) words {
	out := words{}
	for _, w := range wordsOf(text) {
		out[w] = true
	}
	return out
}

// wanted is what a text search looks for: words of which one at least has to stand somewhere, and words that all have to stand in
// one field.
type wanted struct {
	anywhere []string
	in       map[field][]string
}

// anywhere looks for the words of a text.
func anywhere(text string) wanted { return wanted{anywhere: wordsOf(text)} }

// and adds words that have to stand in a field.
func (w wanted) and(f field, text string) wanted {
	in := map[field][]string{}
	maps.Copy(in, w.in)
	in[f] = append(slices.Clone(in[f]), wordsOf(text)...)
	w.in = in
	return w
}

func (w wanted) isEmpty() bool { return len(w.anywhere) == 0 && len(w.in) == 0 }

// score is how many words match; negative: it does not fit.
func (w wanted) score(fields map[field]words) int {
	score := 0
	for f, list := range w.in {
		for _, word := range list {
			if !fields[f][word] {
				return -1
			}
			score++
		}
	}
	found := 0
	for _, word := range w.anywhere {
		for _, set := range fields {
			if set[word] {
				found++
				break
			}
		}
	}
	if len(w.anywhere) > 0 && found == 0 {
		return -1
	}
	return score + found
}

// shelf makes what a service is searched by, unless it is there.
func (x *index) shelf(s Service) *shelf {
	x.mu.RLock()
	made := x.shelves[s]
	x.mu.RUnlock()
	if made != nil {
		return made
	}
	x.mu.Lock()
	defer x.mu.Unlock()
	return x.stocked(s)
}

// stocked needs mu.
func (x *index) stocked(s Service) *shelf {
	if x.shelves[s] == nil {
		x.shelves[s] = x.stock(s)
	}
	return x.shelves[s]
}

// stock needs mu.
func (x *index) stock(s Service) *shelf {
	out, labels := &shelf{isrcs: map[string][]place{}, artists: map[string]*person{}}, map[string]bool{}
	for _, number := range slices.Sorted(maps.Keys(x.releases)) {
		e := x.edition(s, number)
		if e == nil {
			continue
		}
		out.entries = append(out.entries, e.words())
		labels[e.label] = true
		for _, t := range e.tracks {
			if t.ISRC != "" {
				out.isrcs[t.ISRC] = append(out.isrcs[t.ISRC], place{number, t.index})
			}
		}
		out.credit(e)
	}
	out.labels = slices.Sorted(maps.Keys(labels))
	return out
}

// credit remembers whose release it is, and who is on it besides.
func (sh *shelf) credit(e *edition) {
	for _, c := range e.artists {
		if p := sh.person(e.service, c.Name); !c.IsGuest && !slices.Contains(p.own, e.number) {
			p.own = append(p.own, e.number)
		}
	}
	others := slices.Clone(e.artists)
	for _, t := range e.tracks {
		others = slices.Concat(others, t.Artists, t.Remixers)
	}
	for _, c := range others {
		if p := sh.person(e.service, c.Name); !slices.Contains(p.own, e.number) && !slices.Contains(p.guests, e.number) {
			p.guests = append(p.guests, e.number)
		}
	}
}

func (sh *shelf) person(s Service, name string) *person {
	id := artistID(s, name)
	if sh.artists[id] == nil {
		sh.artists[id] = &person{id: id, name: name}
	}
	return sh.artists[id]
}

// words are those by which a release and its songs are found.
func (e *edition) words() entryWords {
	artists, title := wordSet(e.names()), wordSet(e.title)
	out := entryWords{number: e.number, fields: map[field]words{
		fieldTitle: title, fieldAlbum: title, fieldArtist: artists, fieldLabel: wordSet(e.label), fieldYear: wordSet(year(e.date)),
	}}
	for _, t := range e.tracks {
		out.songs = append(out.songs, map[field]words{
			fieldTitle: wordSet(t.Title), fieldAlbum: title, fieldArtist: wordSet(namesOf(e.service, t.Artists)), fieldYear: out.fields[fieldYear],
		})
	}
	return out
}

// byISRC returns the songs with a code, in all releases.
func (x *index) byISRC(s Service, code string) []place {
	return x.shelf(s).isrcs[strings.ToUpper(strings.ReplaceAll(code, "-", ""))]
}

// at returns the edition that a place is in; nil: it has gone.
func (x *index) at(s Service, number int) *edition {
	x.mu.RLock()
	defer x.mu.RUnlock()
	return x.edition(s, number)
}

// editions returns those of the numbers, newest first.
func (x *index) editions(s Service, numbers []int) []*edition {
	out := make([]*edition, 0, len(numbers))
	for _, number := range numbers {
		if e := x.at(s, number); e != nil {
			out = append(out, e)
		}
	}
	slices.SortStableFunc(out, func(a, b *edition) int { return cmp.Compare(b.date, a.date) })
	return out
}

// artist returns somebody whom a service knows; nil: nobody.
func (x *index) artist(s Service, id string) *person { return x.shelf(s).artists[id] }

// releasesLike returns the releases that fit, best first, then by number.
func (x *index) releasesLike(s Service, w wanted) []*edition {
	var found []hit[*edition]
	for _, entry := range x.shelf(s).entries {
		if score := w.score(entry.fields); score >= 0 {
			found = append(found, hit[*edition]{x.at(s, entry.number), score})
		}
	}
	return slices.DeleteFunc(best(found), func(e *edition) bool { return e == nil })
}

// releasesWith returns the releases that fit, where a title is that of one of their songs.
func (x *index) releasesWith(s Service, w wanted) []*edition {
	titles := w.in[fieldTitle]
	if len(titles) == 0 {
		return x.releasesLike(s, w)
	}
	in := maps.Clone(w.in)
	delete(in, fieldTitle)
	return slices.DeleteFunc(x.releasesLike(s, wanted{w.anywhere, in}), func(e *edition) bool {
		return !slices.ContainsFunc(e.tracks, func(t track) bool {
			return wanted{in: map[field][]string{fieldTitle: titles}}.score(map[field]words{fieldTitle: wordSet(t.Title)}) >= 0
		})
	})
}

// songsLike returns the songs that fit, best first, then by place.
func (x *index) songsLike(s Service, w wanted) []place {
	var found []hit[place]
	for _, entry := range x.shelf(s).entries {
		for i, fields := range entry.songs {
			found = append(found, hit[place]{place{entry.number, i + 1}, w.score(fields)})
		}
	}
	return best(found)
}

// artistsLike returns the artists that fit, best first, then by name.
func (x *index) artistsLike(s Service, w wanted) []*person {
	var found []hit[*person]
	people := slices.SortedFunc(maps.Values(x.shelf(s).artists), func(a, b *person) int { return cmp.Compare(a.name, b.name) })
	for _, p := range people {
		name := wordSet(p.name + " " + localName(s, p.name))
		found = append(found, hit[*person]{p, w.score(map[field]words{fieldTitle: name, fieldArtist: name})})
	}
	return best(found)
}

// hit is something found, and how well it fits.
type hit[T any] struct {
	what  T
	score int
}

// best drops what does not fit and puts the rest in order. Equals keep theirs.
func best[T any](found []hit[T]) []T {
	found = slices.DeleteFunc(found, func(h hit[T]) bool { return h.score < 0 })
	slices.SortStableFunc(found, func(a, b hit[T]) int { return cmp.Compare(b.score, a.score) })
	out := make([]T, len(found))
	for i, h := range found {
		out[i] = h.what
	}
	return out
}
