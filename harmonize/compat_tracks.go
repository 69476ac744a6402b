package harmonize

import (
	"fmt"
	"slices"
)

// clusterAligned puts those together whose tracks align with those of the first among them, which would frame them. A source with
// a count alone goes with every cluster that it may belong to.
func clusterAligned(sources []*source, o *Options) []cluster {
	var clusters []cluster
	rest := slices.DeleteFunc(slices.Clone(sources), func(s *source) bool { return !s.hasMedia() })
	for len(rest) > 0 {
		lead := rest[frame(rest, ranking{order: newOrders(rest, o).media})]
		c := cluster{value: lead.shape()}
		c.members = append(c.members, lead)
		rest = without(rest, c.members)
		for _, s := range rest {
			if s.alignsWith(lead) {
				c.members = append(c.members, s)
			}
		}
		rest = without(rest, c.members)
		clusters = append(clusters, c)
	}
	return distinguish(addCounted(clusters, sources))
}

// alignsWith holds if half of the tracks of the longer list are found in the other one. An empty list aligns with an empty one only.
func (s *source) alignsWith(lead *source) bool {
	longer := max(len(s.tracks), len(lead.tracks))
	if min(len(s.tracks), len(lead.tracks)) == 0 {
		return longer == 0
	}
	return 2*lead.list().With(s.list()).Count() >= longer
}

// addCounted adds the sources without a list.
func addCounted(clusters []cluster, sources []*source) []cluster {
	for _, s := range sources {
		size, known := s.size()
		if !known || s.hasMedia() {
			continue
		}
		found := false
		for i := range clusters {
			if mayAlign(size, clusters[i].members[0]) {
				clusters[i].members = append(clusters[i].members, s)
				found = true
			}
		}
		if !found {
			clusters = append(clusters, cluster{flatSummary(size), []*source{s}})
		}
	}
	return clusters
}

// mayAlign is what alignsWith can at best become, as far as counts tell.
func mayAlign(size int, lead *source) bool {
	n, _ := lead.size()
	return min(size, n) > 0 && 2*min(size, n) >= max(size, n) || size == n
}

// shape are the numbers of tracks per medium, as far as the source knows media.
func (s *source) shape() string {
	if s.flat {
		size, _ := s.size()
		return flatSummary(size)
	}
	return summary(s.Release.Media)
}

// distinguish names the first track of clusters whose counts are the same.
func distinguish(clusters []cluster) []cluster {
	seen := make(map[string]int, len(clusters))
	for _, c := range clusters {
		seen[c.value]++
	}
	for i, c := range clusters {
		if seen[c.value] > 1 && len(c.members[0].tracks) > 0 {
			clusters[i].value = fmt.Sprintf("%s from %q", c.value, c.members[0].tracks[0].Title)
		}
	}
	return clusters
}
