package harmonize

import (
	"fmt"
	"slices"
	"strings"

	"tutti/music"
)

// Lengths that differ by more than lengthConflict are a conflict, by more than lengthWarning a serious one.
const (
	lengthConflict = 3 * music.Duration(1000)
	lengthWarning  = 10 * music.Duration(1000)
)

// collector gathers conflicts of a merged release.
type collector struct {
	r   *Release
	out []Conflict
}

func findConflicts(r *Result) []Conflict {
	c := &collector{r: r.Release, out: []Conflict{}}
	for _, i := range r.Incompatible {
		c.addIncompatible(i)
	}
	if r.refused != nil {
		c.addIncompatible(Incompatibility{Check: r.refused.Check, Clusters: r.refused.Clusters})
	}
	if r.Release != nil {
		permuted := c.addTrackLists()
		c.addReleaseFields()
		c.addTrackFields(permuted)
	}
	return c.out
}

func (c *collector) addIncompatible(i Incompatibility) {
	conflict := Conflict{Kind: ConflictGTIN, Severity: music.Warning, Path: gtinKind.path}
	if i.Check == CheckTrackLists {
		conflict.Kind, conflict.Path = ConflictTrackCount, mediaKind.path
	}
	if len(i.With) > 0 {
		conflict.Clusters = append(conflict.Clusters, ConflictCluster{i.Compatible, i.With, true})
	} else {
		conflict.Severity = music.Error
	}
	for _, v := range i.Clusters {
		conflict.Clusters = append(conflict.Clusters, ConflictCluster{v.Value, v.Providers, false})
	}
	c.add(conflict)
}

func (c *collector) add(conflict Conflict) {
	parts := make([]string, len(conflict.Clusters))
	for i, o := range conflict.Clusters {
		parts[i] = fmt.Sprintf("%s (%s)", o.Display, joinNames(o.Providers))
	}
	conflict.Text = fmt.Sprintf("Providers disagree about %s: %s", conflict.Path, strings.Join(parts, ", "))
	c.out = append(c.out, conflict)
}

// dispute is what sources may disagree about.
type dispute[T any] struct {
	Conflict

	field   field[T]
	at      int
	sources []*source
	order   []uint8
	display func(T) string
	same    func(a, b said[T]) bool
	skip    func(*source) bool
}

// settle adds a conflict if there is more than one opinion. A source joins the first opinion that is the same as its own.
func settle[T any](c *collector, d dispute[T]) {
	var opinions []said[T]
	for _, s := range inOrder(d.sources, d.order) {
		if s.Template || d.skip != nil && d.skip(s) {
			continue
		}
		v, has := d.field.read(s, d.at)
		if has != filled {
			continue
		}
		d.join(&opinions, said[T]{v, s, d.at})
	}
	if len(opinions) < 2 {
		return
	}
	_, chosen := d.field.choose(d.sources, ranking{order: d.order}, d.at)
	for i := range d.Clusters {
		d.Clusters[i].Merged = chosen != none && slices.Contains(d.Clusters[i].Providers, d.sources[chosen].Provider)
	}
	c.add(d.Conflict)
}

func (d *dispute[T]) join(opinions *[]said[T], v said[T]) {
	for i, o := range *opinions {
		if d.same(o, v) {
			d.Clusters[i].Providers = append(d.Clusters[i].Providers, v.by.Provider)
			return
		}
	}
	*opinions = append(*opinions, v)
	d.Clusters = append(d.Clusters, ConflictCluster{Display: d.display(v.value), Providers: []music.ProviderName{v.by.Provider}})
}

func releaseDispute[T, V any](c *collector, f field[T], k kind[T, V], what ConflictKind) dispute[T] {
	return dispute[T]{
		Conflict: Conflict{Kind: what, Severity: music.Info, Path: k.path},
		field:    f, sources: c.r.sources, order: c.r.orders.by[f.prop], display: k.show, same: k.same,
	}
}

func (c *collector) addReleaseFields() {
	settle(c, releaseDispute(c, titleField, titleKind, ConflictTitle))
	settle(c, releaseDispute(c, artistsField, artistsKind, ConflictArtistCredit))
	settle(c, releaseDispute(c, dateField, dateKind, ConflictReleaseDate))
	labels := releaseDispute(c, labelsField, labelsKind, ConflictLabel)
	labels.same = shareLabel
	settle(c, labels)
}

// shareLabel holds if both name the same label: which of several a provider names, and with what number, is no conflict.
func shareLabel(a, b said[[]music.ReleaseLabel]) bool {
	for i := range a.value {
		for j := range b.value {
			if a.value[i].Name == "" || b.value[j].Name == "" || sameName(a.value[i].Name, b.value[j].Name) {
				return true
			}
		}
	}
	return false
}

func (c *collector) addTrackFields(permuted map[*source]bool) {
	for _, m := range c.r.media() {
		settle(c, dispute[string]{
			Conflict: Conflict{Kind: ConflictMediumFormat, Severity: music.Warning, Path: m.path() + ".format"},
			field:    mediumFormatField, at: m.index, sources: m.list.sources, order: m.list.order(music.PropMediumFormats),
			display: same[string], same: sameText, skip: func(s *source) bool { return s.medium(m.index) == nil },
		})
		for _, t := range m.tracks {
			c.addTrack(t, permuted)
		}
	}
}

func (c *collector) addTrack(t *Track, permuted map[*source]bool) {
	skip := func(s *source) bool { return permuted[s] }
	settle(c, trackDispute(t, trackTitleField, songKind, ConflictTitle, skip))
	settle(c, trackDispute(t, trackArtistsField, performersKind, ConflictArtistCredit, skip))
	length := trackDispute(t, lengthField, lengthKind, ConflictDuration, skip)
	length.same = func(a, b said[music.Duration]) bool { return max(a.value-b.value, b.value-a.value) <= lengthConflict }
	if c.spread(t, skip) > lengthWarning {
		length.Severity = music.Warning
	}
	settle(c, length)
	isrc := trackDispute(t, isrcField, isrcKind, ConflictISRC, skip)
	isrc.Severity = music.Warning
	settle(c, isrc)
	explicit := trackDispute(t, explicitField, explicitKind, ConflictExplicitness, skip)
	explicit.Severity = music.Warning
	settle(c, explicit)
}

func trackDispute[T, V any](t *Track, f field[T], k kind[T, V], what ConflictKind, skip func(*source) bool) dispute[T] {
	return dispute[T]{
		Conflict: Conflict{Kind: what, Severity: music.Info, Path: t.path() + "." + k.path},
		field:    f, at: t.running, sources: t.medium.list.sources, order: t.medium.list.order(f.prop), display: k.show, same: k.same, skip: skip,
	}
}

// spread is how far apart the lengths of a track are.
func (c *collector) spread(t *Track, skip func(*source) bool) music.Duration {
	var least, most music.Duration
	for _, s := range t.medium.list.sources {
		n, has := lengthField.read(s, t.running)
		if s.Template || skip(s) || has != filled {
			continue
		}
		if least == 0 || n < least {
			least = n
		}
		most = max(most, n)
	}
	return most - least
}
