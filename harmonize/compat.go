package harmonize

import (
	"slices"

	"tutti/music"
)

// cluster are sources with one value of a check.
type cluster struct {
	value   string
	members []*source
}

// sortOut returns the sources that speak of one release. What the others say instead is noted in the result.
func (r *Result) sortOut(sources []*source, o *Options) ([]*source, error) {
	for {
		check, clusters := contradiction(sources, o)
		if clusters == nil {
			return sources, nil
		}
		chosen := chooseCluster(check, clusters, sources, o)
		if chosen < 0 {
			return nil, &IncompatibleError{Check: check, Clusters: valueClusters(clusters, none)}
		}
		r.Incompatible = append(r.Incompatible, incompatibility(check, clusters, chosen))
		var out []*source
		for i, c := range clusters {
			if i != chosen {
				out = append(out, c.members...)
			}
		}
		sources = without(sources, without(out, clusters[chosen].members))
	}
}

// contradiction makes the checks in order and returns the first with more than one value. The default mode lists by preference, so
// that it does not matter who arrived first.
func contradiction(sources []*source, o *Options) (Check, []cluster) {
	byGTIN, byTracks, group := sources, sources, clusterTracks
	if !o.reference {
		orders := newOrders(sources, o)
		byGTIN, byTracks, group = inOrder(sources, orders.by[music.PropGTIN]), inOrder(sources, orders.media), clusterAligned
	}
	if c := clusterBy(byGTIN, gtinValue); len(c) > 1 {
		return CheckGTIN, c
	}
	if c := group(byTracks, o); len(c) > 1 {
		return CheckTrackLists, c
	}
	return "", nil
}

func clusterBy(sources []*source, value func(*source) string) []cluster {
	var list []cluster
	for _, s := range sources {
		v := value(s)
		if v == "" {
			continue
		}
		i := slices.IndexFunc(list, func(c cluster) bool { return c.value == v })
		if i < 0 {
			list = append(list, cluster{v, []*source{s}})
		} else {
			list[i].members = append(list[i].members, s)
		}
	}
	return list
}

// gtinValue is a barcode as number; one that is no number is compared as text.
func gtinValue(s *source) string {
	if g := s.gtin(); g != "" {
		return g.Number()
	}
	return ""
}

// clusterTracks compares track counts per medium, as the reference does. A flat list, or a mere count, goes with every division
// of as many tracks.
func clusterTracks(sources []*source, _ *Options) []cluster {
	clusters := clusterBy(sources, func(s *source) string {
		if s.flat || !s.hasMedia() {
			return ""
		}
		return summary(s.Release.Media)
	})
	divided := len(clusters)
	for _, s := range sources {
		if _, known := s.size(); known && (s.flat || !s.hasMedia()) {
			clusters = addFlat(clusters, s, divided)
		}
	}
	return clusters
}

func addFlat(clusters []cluster, s *source, divided int) []cluster {
	found := false
	size, _ := s.size()
	for i := range clusters {
		if n, _ := clusters[i].members[0].size(); n == size && (i < divided || !found) {
			clusters[i].members = append(clusters[i].members, s)
			found = true
		}
	}
	if found {
		return clusters
	}
	return append(clusters, cluster{flatSummary(size), []*source{s}})
}

// chooseCluster returns the index of the cluster to merge, or -1. It is that of the primary provider. When that has no
// comparable value, or none is named and the policy is Cluster, most providers decide, then the order of preference.
func chooseCluster(check Check, clusters []cluster, sources []*source, o *Options) int {
	primary := slices.IndexFunc(sources, func(s *source) bool { return s.Provider == o.Primary })
	if primary >= 0 {
		for i, c := range clusters {
			if slices.Contains(c.members, sources[primary]) {
				return i
			}
		}
	}
	if o.OnConflict == Fail || o.OnConflict == PreferPrimary && primary < 0 {
		return none
	}
	return biggest(check, clusters, sources, o)
}

// biggest returns the cluster of most providers, of equally big ones that of the first provider by preference.
func biggest(check Check, clusters []cluster, sources []*source, o *Options) int {
	orders := newOrders(sources, o)
	order := orders.media
	if check == CheckGTIN {
		order = orders.by[music.PropGTIN]
	}
	best, votes := none, -1
	for _, templates := range []bool{false, true} {
		for _, i := range order {
			home, several := homes(clusters, sources[i])
			if home == none || several || sources[i].Template != templates {
				continue
			}
			if v := countVotes(clusters[home]); v > votes {
				best, votes = home, v
			}
		}
	}
	return best
}

// countVotes leaves out templates, which speak of another release.
func countVotes(c cluster) int {
	n := 0
	for _, s := range c.members {
		if !s.Template {
			n++
		}
	}
	return n
}

func incompatibility(check Check, clusters []cluster, chosen int) Incompatibility {
	all := valueClusters(clusters, chosen)
	merged := all[chosen]
	return Incompatibility{check, merged.Value, merged.Providers, slices.Delete(all, chosen, chosen+1)}
}

// valueClusters lists each provider once. A flat list that goes with several divisions has no part in a conflict about them,
// unless it is excluded itself.
func valueClusters(clusters []cluster, chosen int) []ValueCluster {
	out := make([]ValueCluster, len(clusters))
	for i, c := range clusters {
		out[i].Value = c.value
		for _, s := range c.members {
			home, several := homes(clusters, s)
			merged := chosen != none && slices.Contains(clusters[chosen].members, s)
			if !several || !merged && home == i {
				out[i].Providers = append(out[i].Providers, s.Provider)
			}
		}
	}
	return out
}

// homes returns the first cluster that a source is in, and whether there are more.
func homes(clusters []cluster, s *source) (first int, several bool) {
	first = none
	for i, c := range clusters {
		if !slices.Contains(c.members, s) {
			continue
		}
		if first != none {
			return first, true
		}
		first = i
	}
	return first, false
}
