package harmonize

import "tutti/music"

// tracklist are the media of a release, framed by one source, to which those of the others are aligned.
type tracklist struct {
	release *Release
	from    []music.ProviderName
	frame   int // index of the source, or none
	media   []uint8
	ranks   [music.NumProperties][]uint8
	plain   []music.Medium
	sources []*source // those of the release, with their tracks where the frame has them
}

func newTracklist(r *Release, from []music.ProviderName) *tracklist {
	k := r.rank(r.orders.media, from)
	l := &tracklist{release: r, from: from, media: k.order, sources: r.sources}
	l.frame = frame(r.sources, k)
	if l.frame == none {
		l.plain = r.emptyMedia()
		return l
	}
	l.sources = r.alignedTo(l.frame)
	for p := music.PropMediumTitles; p < music.NumProperties; p++ {
		l.ranks[p] = l.orderOf(p)
	}
	l.plain = l.merge()
	return l
}

// frame chooses the source whose media the others are aligned to: one that divides its tracks into media, if there is one.
func frame(sources []*source, k ranking) int {
	for _, flat := range []bool{false, true} {
		f := mediaField
		f.get = func(s *source, _ int) ([]music.Medium, fill) {
			if s.flat != flat || !s.hasMedia() {
				return nil, absent
			}
			return s.Release.Media, filled
		}
		if _, i := f.choose(sources, k, 0); i != none {
			return i
		}
	}
	return none
}

// emptyMedia tells a track list that is known to be empty from one that is unknown.
func (r *Release) emptyMedia() []music.Medium {
	for _, s := range r.sources {
		if media, has := mediaField.read(s, 0); has == empty {
			return media
		}
	}
	return nil
}

// order returns the order of the sources for a property of media or tracks.
func (l *tracklist) order(p music.Property) []uint8 { return l.ranks[p] }

func (l *tracklist) wrap() []*Medium {
	if l.plain == nil {
		return nil
	}
	media := make([]*Medium, len(l.plain))
	running := 0
	for i := range l.plain {
		m := &Medium{list: l, index: i, first: running, plain: &l.plain[i]}
		tracks := make([]Track, len(m.plain.Tracks))
		m.tracks = make([]*Track, len(tracks))
		for j := range tracks {
			tracks[j] = Track{medium: m, index: j, running: running, plain: &m.plain.Tracks[j]}
			m.tracks[j] = &tracks[j]
			running++
		}
		media[i] = m
	}
	return media
}
