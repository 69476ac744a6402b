package harmonize

import (
	"cmp"
	"slices"

	"tutti/music"
)

// orders are the orders of the sources, most preferred first.
type orders struct {
	base  []uint8 // what has no list of its own
	media []uint8 // whose tracks the others are aligned to
	ids   []uint8 // links and ids
	by    [music.NumProperties][]uint8
}

func newOrders(sources []*source, o *Options) *orders {
	asked := make([]uint8, len(sources))
	for i := range asked {
		asked[i] = uint8(i) // there are far fewer providers than 256
	}
	if o.reference {
		return referenceOrders(sources, asked, o)
	}
	return defaultOrders(sources, asked, o)
}

func defaultOrders(sources []*source, asked []uint8, o *Options) *orders {
	r := &orders{base: prefer(sources, asked, o.Default)}
	given := func(list []music.ProviderName) []uint8 {
		if len(list) == 0 {
			return r.base
		}
		return prefer(sources, asked, list)
	}
	r.media, r.ids = given(o.Media), given(o.ExternalIDs)
	for p := range music.NumProperties {
		r.by[p] = given(o.By[p])
		if followsMedia().Has(p) && len(o.By[p]) == 0 {
			r.by[p] = r.media
		}
	}
	return r
}

// followsMedia are the properties which are ordered like media unless they have a list of their own.
func followsMedia() music.Properties {
	return music.PropertiesOf(music.PropMediumTitles, music.PropMediumFormats, music.PropMediumDivision,
		music.PropTrackTitles, music.PropTrackNumbers, music.PropTrackArtists, music.PropTrackAvailability)
}

// referenceOrders sorts one list over and over, so that earlier orders show through (core specification 7.1).
func referenceOrders(sources []*source, asked []uint8, o *Options) *orders {
	first := o.Default
	if len(first) == 0 {
		first = o.Media
	}
	now := prefer(sources, asked, first)
	r := &orders{base: now, media: now}
	for p := range r.by {
		r.by[p] = now
	}
	for _, p := range o.sequence() {
		now = prefer(sources, now, o.By[p])
		r.by[p] = now
	}
	r.ids = prefer(sources, now, o.ExternalIDs)
	return r
}

// sequence lists the properties with a list, in the order in which these are applied.
func (o *Options) sequence() []music.Property {
	var seq []music.Property
	for _, p := range o.Sequence {
		if len(o.By[p]) > 0 && !slices.Contains(seq, p) {
			seq = append(seq, p)
		}
	}
	for p := range music.NumProperties {
		if len(o.By[p]) > 0 && !slices.Contains(seq, p) {
			seq = append(seq, p)
		}
	}
	return seq
}

// prefer returns the order with the named providers first; all others keep their places behind them.
func prefer(sources []*source, order []uint8, names []music.ProviderName) []uint8 {
	if len(names) == 0 || len(order) < 2 {
		return order
	}
	place := func(i uint8) int {
		if n := slices.Index(names, sources[i].Provider); n >= 0 {
			return n
		}
		return len(names)
	}
	order = slices.Clone(order)
	slices.SortStableFunc(order, func(a, b uint8) int { return cmp.Compare(place(a), place(b)) })
	return order
}

// rank returns the order with the providers of one question first.
func (r *Release) rank(order []uint8, from []music.ProviderName) ranking {
	if len(from) == 0 {
		return ranking{order: order}
	}
	named := 0
	for _, s := range r.sources {
		if slices.Contains(from, s.Provider) {
			named++
		}
	}
	return ranking{order: prefer(r.sources, order, from), named: named}
}
