package harmonize

import (
	"strconv"
	"strings"

	"tutti/music"
)

// addOrder finds the sources that have the frame's tracks in another order, by ISRC or by title, where tracks are paired by index.
// What the tracks of such a source are called says nothing about those at the same position.
func (c *collector) addOrder() map[*source]bool {
	l := c.r.list
	if l.frame == none {
		return nil
	}
	frame := l.sources[l.frame]
	permuted := make(map[*source]bool)
	ordered := ConflictCluster{Merged: true, Display: orderText(identity(len(frame.tracks)))}
	var others []ConflictCluster
	for _, i := range l.media {
		s := l.sources[i]
		if s.Template || len(s.tracks) == 0 {
			continue
		}
		places := permutation(frame, s)
		if places == nil {
			ordered.Providers = append(ordered.Providers, s.Provider)
			continue
		}
		permuted[s] = true
		others = joinCluster(others, orderText(places), s.Provider)
	}
	c.addLists(ConflictTrackOrder, music.Warning, ordered, others)
	return permuted
}

func joinCluster(list []ConflictCluster, display string, p music.ProviderName) []ConflictCluster {
	for i := range list {
		if list[i].Display == display {
			list[i].Providers = append(list[i].Providers, p)
			return list
		}
	}
	return append(list, ConflictCluster{Display: display, Providers: []music.ProviderName{p}})
}

// permutation returns, for each track of s, its place in the frame, if the tracks are the same in another order; else nil.
func permutation(frame, s *source) []int {
	if p := permute(frame, s, isrcOf); p != nil {
		return p
	}
	return permute(frame, s, titleOf)
}

func isrcOf(s *source, at int) string {
	code, has := isrcField.read(s, at)
	if has != filled {
		return ""
	}
	return isrcKey(code)
}

func titleOf(s *source, at int) string { return music.NameKey(s.track(at).Title) }

func permute(frame, s *source, key func(*source, int) string) []int {
	if s == frame || len(s.tracks) != len(frame.tracks) {
		return nil
	}
	place := make(map[string]int, len(frame.tracks))
	for at := range frame.tracks {
		k := key(frame, at)
		if _, again := place[k]; again || k == "" {
			return nil
		}
		place[k] = at
	}
	out := make([]int, len(s.tracks))
	taken := make([]bool, len(s.tracks))
	moved := false
	for at := range s.tracks {
		p, ok := place[key(s, at)]
		if !ok || taken[p] {
			return nil
		}
		taken[p] = true
		out[at] = p
		moved = moved || p != at
	}
	if !moved {
		return nil
	}
	return out
}

func identity(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = i
	}
	return out
}

func orderText(places []int) string {
	parts := make([]string, len(places))
	for i, p := range places {
		parts[i] = strconv.Itoa(p + 1)
	}
	return strings.Join(parts, " ")
}
