package discogs

import (
	"errors"
	"fmt"
	"strings"

	"tutti/music"
	"tutti/providers"
)

// Types of the elements of a track list.
const (
	elementTrack   = "track"
	elementHeading = "heading"
	elementIndex   = "index"
)

// kind says what a section is, as far as the positions of its tracks tell.
type kind string

// Kinds of section.
const (
	kindUnknown kind = ""
	kindMedium  kind = "medium"
	kindSide    kind = "side"
	kindGroup   kind = "track group"
)

// section is a run of tracks with one heading and positions of one form.
type section struct {
	tracks        []wireTrack
	heading       string
	parentHeading string
	kind          kind
	prefix        prefix
}

// medium is the sections that are on one medium.
type medium struct {
	title    string
	sections []section
}

// trackList is what becomes of a track list, and how many media the formats count.
type trackList struct {
	media     []medium // nil: there is none
	formats   []string // of each medium
	isCounted bool     // the formats are there
	err       error    // why a list that is there cannot be read
}

// readTracks divides the track list of a release.
func readTracks(r wireRelease) trackList {
	list := trackList{formats: mediumFormats(r.Formats), isCounted: r.Formats != nil}
	if r.Tracklist == nil {
		return list
	}
	sections, err := divide(r.Tracklist)
	if err != nil {
		list.err = err
		return list
	}
	list.media = combine(sections)
	return list
}

// isDoubtful reports whether the list has another number of media than the formats.
func (l trackList) isDoubtful() bool {
	return l.media != nil && l.isCounted && len(l.media) != len(l.formats)
}

// divide splits a track list into sections, each with one or more tracks.
func divide(elements []wireTrack) ([]section, error) {
	d := divider{}
	for _, e := range elements {
		switch e.Type {
		case elementHeading:
			d.head(e.Title)
		case elementTrack:
			d.place(e)
		case elementIndex:
			d.index(e)
		default:
			return nil, &providers.Error{Op: "track list", Kind: providers.ErrMalformed, Err: fmt.Errorf("%.40q is no type of its elements", e.Type)}
		}
	}
	d.end(section{})
	return d.done, nil
}

// divider is a track list being divided: the sections that are complete, and the one that tracks are added to.
type divider struct {
	done []section
	open section
}

// end completes the open section if it has tracks, and then begins the next one. One without tracks stays open.
func (d *divider) end(next section) {
	if len(d.open.tracks) > 0 {
		d.done, d.open = append(d.done, d.open), next
	}
}

// split begins a group of tracks whose positions go on as before.
func (d *divider) split() { d.end(section{kind: kindGroup, prefix: d.open.prefix}) }

// head gives the tracks that follow a heading. Of two in a row the first is about more than the second. A hyphen ends a heading.
func (d *divider) head(title string) {
	d.split()
	if d.open.heading != "" {
		d.open.parentHeading = d.open.heading
	}
	d.open.heading = strings.TrimSuffix(title, ":")
	if title == "-" {
		d.open.heading = ""
	}
}

// index adds a track that has parts, or else a group of tracks that was entered as if it were one: no position is common to them.
func (d *divider) index(e wireTrack) {
	if e.Position != "" || len(e.SubTracks) == 0 {
		d.place(e)
		return
	}
	if stem := commonStem(e.SubTracks); stem != "" {
		e.Position = stem
		d.place(e)
		return
	}
	d.head(e.Title)
	for _, t := range e.SubTracks {
		d.place(t)
	}
	d.split()
}

// place adds a track. A position of another form than before begins a section, with the same heading.
func (d *divider) place(t wireTrack) {
	begun := d.open.prefix.form != formNone
	if begun && !d.open.prefix.fits(t.Position) {
		d.end(section{heading: d.open.heading})
		begun = false
	}
	if p := prefixOf(t.Position); !begun && p.form != formNone {
		d.open.prefix, d.open.kind = p, p.kind()
	}
	d.open.tracks = append(d.open.tracks, t)
}

// combine puts sections onto media: two sides each, whatever has the number of a medium on one of its own, all else to what is
// before it.
func combine(sections []section) []medium {
	media := []medium{}
	for _, s := range sections {
		if len(media) == 0 || s.kind == kindMedium || s.kind == kindSide && media[len(media)-1].isFull() {
			media = append(media, medium{})
		}
		last := &media[len(media)-1]
		if s.kind == kindMedium {
			last.title = s.parentHeading
		}
		last.sections = append(last.sections, s)
	}
	for i := range media {
		media[i].adoptHeading()
	}
	return media
}

// isFull reports whether another side would be on another medium.
func (m medium) isFull() bool {
	const sides = 2
	n := 0
	for _, s := range m.sections {
		if s.kind == kindSide {
			n++
		}
	}
	return n == 0 || n >= sides
}

// adoptHeading makes the heading that all sections of a medium share its title, unless it has one.
func (m *medium) adoptHeading() {
	common := m.sections[0].heading
	for _, s := range m.sections {
		if s.heading != common {
			return
		}
	}
	if m.title != "" || common == "" {
		return
	}
	m.title = common
	for i := range m.sections {
		m.sections[i].heading = ""
	}
}

// convertMedia returns the media of a track list, numbered in order; nil: there is no list. Formats are known where there is one for
// each medium, or where all are the same.
func convertMedia(list trackList) []music.Medium {
	if list.media == nil {
		return nil
	}
	media := make([]music.Medium, len(list.media))
	for i, m := range list.media {
		media[i] = music.Medium{Number: i + 1, Title: m.title, Format: list.format(i), Tracks: []music.Track{}}
		for _, s := range m.sections {
			for _, t := range s.tracks {
				media[i].Tracks = append(media[i].Tracks, convertTrack(t, s))
			}
		}
	}
	return media
}

// format returns the format of a medium; empty: it is not known.
func (l trackList) format(medium int) string {
	if len(l.formats) == len(l.media) {
		return l.formats[medium]
	}
	common := ""
	for i, f := range l.formats {
		if i > 0 && f != common {
			return ""
		}
		common = f
	}
	return common
}

// convertTrack returns a track of a section.
func convertTrack(t wireTrack, of section) music.Track {
	return music.Track{
		Title:   trackTitle(t, of.heading),
		Artists: convertCredit(t.Artists),
		Number:  music.Printed(of.prefix.number(t.Position)),
		Length:  convertLength(t),
	}
}

// trackTitle returns the title of a track with those of its parts, after the heading of its section.
func trackTitle(t wireTrack, heading string) string {
	title := t.Title
	if len(t.SubTracks) > 0 {
		parts := make([]string, len(t.SubTracks))
		for i, s := range t.SubTracks {
			parts[i] = s.Title
		}
		title = joined(title, strings.Join(parts, " / "))
	}
	return joined(heading, title)
}

// joined puts a colon between two texts, if both are there.
func joined(before, after string) string {
	if before == "" || after == "" {
		return before + after
	}
	return before + ": " + after
}

// convertLength returns the length of all parts together, if each has one, else that of the track itself.
func convertLength(t wireTrack) music.Duration {
	sum := music.Duration(0)
	for _, s := range t.SubTracks {
		d, ok := music.ParseColonDuration(s.Duration)
		if !ok || d == 0 {
			sum = 0
			break
		}
		sum += d
	}
	if sum == 0 {
		sum, _ = music.ParseColonDuration(t.Duration) // then it is unknown
	}
	return sum
}

// gap is why nothing is known of tracks; nil: something is.
func (l trackList) gap() error {
	if l.err != nil || l.media != nil {
		return l.err
	}
	return &providers.Error{Op: "track list", Kind: providers.ErrMalformed, Err: errors.New("there is none in the answer")}
}
