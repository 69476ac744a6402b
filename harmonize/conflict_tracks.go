package harmonize

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"tutti/harmonize/internal/align"
	"tutti/music"
)

// addTrackLists adds what sources have for other tracks than the frame, and in another order. It returns those that speak of
// other tracks at the same index: none where tracks are aligned.
func (c *collector) addTrackLists() map[*source]bool {
	switch {
	case c.r.opts.reference:
		return c.addOrder()
	case c.r.list.frame == none:
		c.addCounts()
	default:
		c.addShapes()
		c.addMoves()
	}
	return nil
}

// addCounts compares what is counted where nobody lists tracks.
func (c *collector) addCounts() {
	settle(c, dispute[int]{
		Conflict: Conflict{Kind: ConflictTrackCount, Severity: music.Warning, Path: countKind.path},
		field:    countField, sources: c.r.sources, order: c.r.orders.media, display: flatSummary, same: countKind.same,
	})
}

func (c *collector) addLists(what ConflictKind, s music.Severity, merged ConflictCluster, others []ConflictCluster) {
	if len(others) > 0 {
		c.add(Conflict{Kind: what, Severity: s, Path: mediaKind.path, Clusters: append([]ConflictCluster{merged}, others...)})
	}
}

// addShapes adds the sources that lack tracks, have more, or divide them otherwise.
func (c *collector) addShapes() {
	l := c.r.list
	lead := c.r.sources[l.frame]
	merged := ConflictCluster{Display: lead.shape(), Merged: true}
	var others []ConflictCluster
	severity := music.Info
	for n, s := range c.listing() {
		shape, same := l.shapeOf(n)
		if same {
			merged.Providers = append(merged.Providers, s.Provider)
			continue
		}
		if !l.isComplete(n) {
			severity = music.Warning
		}
		others = joinCluster(others, shape, s.Provider)
	}
	c.addLists(ConflictTrackCount, severity, merged, others)
}

// listing are the merged sources which know how many tracks there are, with their indexes, as the media are ordered.
func (c *collector) listing() func(yield func(int, *source) bool) {
	return func(yield func(int, *source) bool) {
		for _, i := range c.r.list.media {
			s := c.r.list.sources[i]
			if _, known := c.r.sources[i].size(); known && !s.Template && !yield(int(i), s) {
				return
			}
		}
	}
}

// shapeOf says how a source's list differs from the frame's, and whether it is the same.
func (l *tracklist) shapeOf(i int) (shape string, same bool) {
	own, s, lead := l.release.sources[i], l.sources[i], l.release.sources[l.frame]
	if len(own.tracks) == 0 {
		n, _ := own.size()
		size, _ := lead.size()
		return flatSummary(n), n == size
	}
	divided := !own.flat && !lead.flat && !sameDivision(own, lead)
	if l.isComplete(i) && !divided {
		return "", true
	}
	parts := []string{own.shape()}
	var lacks, adds []string
	for at, place := range s.places {
		if place == align.None {
			lacks = append(lacks, lead.named(at))
		}
	}
	for at, partner := range s.places.Inverse(len(own.tracks)) {
		if partner == align.None {
			adds = append(adds, own.named(at))
		}
	}
	if len(lacks) > 0 {
		parts = append(parts, "without "+shortened(lacks))
	}
	if len(adds) > 0 {
		parts = append(parts, "with "+shortened(adds))
	}
	return strings.Join(parts, "; "), false
}

// isComplete tells whether all tracks of a source and of the frame are paired.
func (l *tracklist) isComplete(i int) bool {
	n := len(l.release.sources[i].tracks)
	if p := l.sources[i].places; p != nil {
		return p.Count() == len(p) && len(p) == n
	}
	size, _ := l.release.sources[i].size()
	lead, _ := l.release.sources[l.frame].size()
	return n > 0 || size == lead
}

// named is a track of a source's own list, for people.
func (s *source) named(at int) string {
	own := *s
	own.places = nil
	if s.tracks[at].Title == "" {
		return own.position(at)
	}
	return fmt.Sprintf("%s %q", own.position(at), s.tracks[at].Title)
}

// shown is how many tracks are named in a conflict.
const shown = 10

func shortened(list []string) string {
	if len(list) <= shown {
		return strings.Join(list, ", ")
	}
	return strings.Join(list[:shown], ", ") + " and " + strconv.Itoa(len(list)-shown) + " more"
}

// addMoves adds the sources that have the frame's tracks in another order.
func (c *collector) addMoves() {
	l := c.r.list
	merged := ConflictCluster{Merged: true}
	var others []ConflictCluster
	for n, s := range c.listing() {
		own := l.release.sources[n]
		switch {
		case len(own.tracks) == 0:
		case s.places != nil && s.places.Moved():
			others = joinCluster(others, movesText(s.places.Inverse(len(own.tracks))), s.Provider)
		default:
			merged.Providers = append(merged.Providers, s.Provider)
		}
	}
	merged.Display = orderText(identity(len(l.sources[l.frame].tracks)))
	c.addLists(ConflictTrackOrder, music.Warning, merged, others)
}

// movesText lists the places in the frame of a source's tracks; those that the frame has not are a dash.
func movesText(places align.Pairing) string {
	if !slices.Contains(places, align.None) {
		return orderText(places)
	}
	parts := make([]string, len(places))
	for i, p := range places {
		parts[i] = "-"
		if p != align.None {
			parts[i] = strconv.Itoa(p + 1)
		}
	}
	return strings.Join(parts, " ")
}
