package harmonize

import (
	"slices"

	"tutti/music"
)

// typesRanking is the order for types. Whom a list of the lookup names is named as well.
func (r *Release) typesRanking(from []music.ProviderName) ranking {
	k := r.rank(r.orders.by[music.PropTypes], from)
	for _, i := range k.order[k.named:] {
		if !slices.Contains(r.opts.By[music.PropTypes], r.sources[i].Provider) {
			break
		}
		k.named++
	}
	return k
}

// uniteTypes unites the types of all sources with those that the merged titles give away. Of several primary types, that of
// the first source named decides. A provider's own view has no guesses.
func (r *Release) uniteTypes(k ranking) []string {
	leader := r.typeLeader(k)
	lists := make([][]string, 0, len(k.order)+1)
	for _, i := range k.order {
		types, _ := typesField.read(r.sources[i], 0)
		if leader != none && int(i) != leader {
			types = secondary(types)
		}
		lists = append(lists, types)
	}
	if r.opts.solo == "" && Requires(r.opts.need(r.opts.solo)).Has(music.PropTypes) {
		guess := music.GuessTypesOfRelease(&music.Release{Title: r.guessedTitle(), Media: r.plain.Media})
		if leader != none {
			guess = secondary(guess)
		}
		lists = append(lists, guess)
	}
	return music.MergeTypes(lists...)
}

// guessedTitle is the title that types are guessed from. The reference guesses before it applies the order that a title has of its
// own, and so without any (core specification 7.3).
func (r *Release) guessedTitle() string {
	if r.opts.reference && len(r.opts.By[music.PropTitle]) > 0 {
		return ""
	}
	return r.plain.Title
}

// typeLeader is the first source named that has a primary type, or none.
func (r *Release) typeLeader(k ranking) int {
	for _, i := range k.order[:k.named] {
		types, _ := typesField.read(r.sources[i], 0)
		if slices.ContainsFunc(types, music.IsPrimaryType) {
			return int(i)
		}
	}
	return none
}

func secondary(types []string) []string {
	return slices.DeleteFunc(slices.Clone(types), music.IsPrimaryType)
}

// uniteLinks joins the links of all sources. The default mode names each page once, with all that it is said to offer.
func (r *Release) uniteLinks() []music.ExternalLink {
	order := r.orders.ids
	if r.opts.reference {
		order = r.orders.base
	}
	var links []music.ExternalLink
	for _, i := range order {
		s := r.sources[i]
		if !s.reads.Has(music.PropLinks) || s.Template && !r.opts.reference {
			continue
		}
		for _, l := range s.Release.Links {
			links = addLink(links, l, r.opts)
		}
	}
	return links
}

func addLink(links []music.ExternalLink, l music.ExternalLink, o *Options) []music.ExternalLink {
	if o.reference {
		return append(links, l)
	}
	n := slices.IndexFunc(links, func(have music.ExternalLink) bool { return have.URL == l.URL })
	if n < 0 {
		return append(links, l)
	}
	links[n].Types = addNew(slices.Clip(links[n].Types), l.Types)
	return links
}

// addNew appends what is not in the list yet.
func addNew[T comparable](list, more []T) []T {
	for _, v := range more {
		if !slices.Contains(list, v) {
			list = append(list, v)
		}
	}
	return list
}

// uniteRegions returns where at least one source offers the release, and where none does of those that they serve.
func (r *Release) uniteRegions() (available, excluded []music.Region) {
	said := false
	for _, i := range r.orders.base {
		v, has := regionsField.read(r.sources[i], 0)
		said = said || has != absent
		available = addNew(available, v.available)
		excluded = slices.DeleteFunc(excluded, func(c music.Region) bool { return slices.Contains(v.available, c) })
		excluded = addNew(excluded, slices.DeleteFunc(slices.Clone(v.excluded), func(c music.Region) bool {
			return slices.Contains(available, c)
		}))
	}
	if len(available) == 0 && (r.opts.reference || !said) {
		return nil, nil
	}
	return regionsOrEmpty(available), regionsOrEmpty(excluded)
}
