package harmonize

import (
	"slices"

	"tutti/music"
)

// orderOf returns the order of the sources for a property of media or tracks.
func (l *tracklist) orderOf(p music.Property) []uint8 {
	r := l.release
	if r.opts.reference {
		return l.referenceOrder(p)
	}
	order := r.orders.by[p]
	if followsMedia().Has(p) && len(r.opts.By[p]) == 0 {
		order = l.media
	}
	if p != music.PropLengths && p != music.PropISRCs {
		return order
	}
	return l.lead(order, p)
}

// lead puts the first source with any value of the property before the frame's own, and both before the others: one source
// leads a property for the whole release, and the frame fills its gaps.
func (l *tracklist) lead(order []uint8, p music.Property) []uint8 {
	n := slices.IndexFunc(order, func(i uint8) bool { return !l.sources[i].Template && l.sources[i].hasAny(p) })
	if n < 0 || int(order[n]) == l.frame || !l.sources[l.frame].hasAny(p) {
		return order
	}
	frame := uint8(l.frame) //nolint:gosec // an index of order
	return append([]uint8{order[n], frame}, slices.DeleteFunc(slices.Clone(order), func(i uint8) bool {
		return i == order[n] || i == frame
	})...)
}

// hasAny reports whether the source has the property on any track.
func (s *source) hasAny(p music.Property) bool {
	for at := range s.tracks {
		var has fill
		if p == music.PropLengths {
			_, has = lengthField.read(s, at)
		} else {
			_, has = isrcField.read(s, at)
		}
		if has == filled {
			return true
		}
	}
	return false
}

// referenceOrder is the frame alone for what belongs to the media. Lengths and ISRCs come from one source, with what
// templates and the frame have in its gaps (core specification 7.3 and 7.4).
func (l *tracklist) referenceOrder(p music.Property) []uint8 {
	r := l.release
	frame := uint8(l.frame) //nolint:gosec // an index of sources
	if p != music.PropLengths && p != music.PropISRCs {
		return []uint8{frame}
	}
	own := len(r.opts.By[p]) > 0
	framed := l.sources[l.frame].hasAny(p)
	if framed && !own {
		return []uint8{frame}
	}
	order, found := []uint8{frame}, framed
	for _, i := range l.overlays(p) {
		s := l.sources[i]
		if s.hasAny(p) {
			order = slices.Insert(slices.DeleteFunc(order, func(n uint8) bool { return n == i }), 0, i)
			found = true
		}
		if found && !s.Template {
			break
		}
	}
	return order
}

// overlays are the sources whose lengths or ISRCs the reference lays over the frame's, in order. Without a list of their
// own, they are laid while the frame is looked for, so that those before it are lost.
func (l *tracklist) overlays(p music.Property) []uint8 {
	order := l.release.orders.by[p]
	if len(l.release.opts.By[p]) == 0 {
		order = order[slices.Index(order, uint8(l.frame)):] //nolint:gosec // an index of sources
	}
	return slices.DeleteFunc(slices.Clone(order), func(i uint8) bool { return len(l.sources[i].tracks) == 0 })
}

// nameOrigins notes whose tracks, lengths and ISRCs were taken.
func (l *tracklist) nameOrigins() {
	r := l.release
	r.origin[music.PropMediumDivision] = l.frame
	r.origin[music.PropTrackTitles] = l.frame
	for _, p := range []music.Property{music.PropLengths, music.PropISRCs} {
		for _, i := range l.ranks[p] {
			if l.sources[i].hasAny(p) {
				r.origin[p] = int(i)
				break
			}
		}
	}
}
