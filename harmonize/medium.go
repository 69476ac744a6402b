package harmonize

import "tutti/music"

// Medium is a disc, a side, or a set of files of a merged release.
type Medium struct {
	list  *tracklist
	index int
	first int // running number of its first track
	plain *music.Medium
	// tracks are made once: GraphQL asks for them with every field.
	tracks []*Track
}

// Position is the medium's number, from 1.
func (m *Medium) Position() int {
	if m.plain.Number > 0 {
		return m.plain.Number
	}
	return m.index + 1
}

// Index is the medium's place in the list of media, from 0.
func (m *Medium) Index() int { return m.index }

// Title of the medium, nil when it has none.
func (m *Medium) Title(from []music.ProviderName) *string {
	if len(from) == 0 {
		return textOrNil(m.plain.Title)
	}
	return textOrNil(askMedium(m, mediumTitleField, from))
}

// Format is the MusicBrainz medium format, nil when unknown.
func (m *Medium) Format(from []music.ProviderName) *string {
	if len(from) == 0 {
		return textOrNil(m.plain.Format)
	}
	return textOrNil(askMedium(m, mediumFormatField, from))
}

// Tracks of the medium, in order.
func (m *Medium) Tracks() []*Track { return m.tracks }

func askMedium[T any](m *Medium, f field[T], from []music.ProviderName) T {
	r := m.list.release
	v, _ := f.choose(m.list.sources, r.rank(m.list.order(f.prop), from), m.index)
	return v
}
