package providers

import (
	"math/bits"
	"slices"

	"tutti/music"
)

// MaxCandidates is how many endpoints of one factory may come into question for one kind of lookup: every subset is tried.
const MaxCandidates = 12

// candidate is an endpoint that comes into question for a lookup.
type candidate struct {
	endpoint *Endpoint
	after    uint32 // candidates of which one has to be asked before
	starts   bool
	optional bool // fills a short list, or is taken on a condition
	chosen   int  // requests at the shape by which subsets are compared, when the need takes it
	inserted int  // the same when only a short list or a condition does
}

// usualShape is the release at which subsets are compared.
func usualShape() Shape { return Shape{Tracks: 12, Listed: 12, Regions: 1, Forms: 1} }

// Cover returns the cheapest plan for a need: of all sets of endpoints with one start for by, where each other one is named by
// another, the set that leaves the least of the need uncovered; then the one with the fewest requests for twelve tracks in one
// region; then the fewest steps; then that of earlier endpoints. A lookup by GTIN needs the GTIN too, as the answer is checked.
// Without an endpoint to start with, the cover has no steps and lacks the whole need. It is pure.
func (f Factory) Cover(by By, need music.Properties, known Known) Cover {
	if by&ByGTIN != 0 {
		need |= music.PropertiesOf(music.PropGTIN)
	}
	var store [MaxCandidates]candidate
	cs := f.candidates(store[:0], by, known)
	best, found := choice{}, false
	for set := uint32(1); set < 1<<len(cs); set++ {
		if !valid(cs, set) {
			continue
		}
		c := weigh(cs, set, need)
		if !found || c.better(best) {
			best, found = c, true
		}
	}
	if !found {
		return Cover{Lacks: need}
	}
	return Cover{Steps: steps(cs, best, known), Lacks: best.lacks}
}

// candidates returns the endpoints that can be reached from a start for by without one that is denied, in declared order.
func (f Factory) candidates(cs []candidate, by By, known Known) []candidate {
	reached := f.reached(by, known)
	for i, e := range f.Endpoints {
		if reached&(1<<i) == 0 || len(cs) == MaxCandidates {
			continue
		}
		starts := e.Starts&by != 0
		sure := Step{Endpoint: e, Needed: true, First: starts, Single: known.single(e)}
		perhaps := Step{Endpoint: e, Single: known.single(e)}
		cs = append(cs, candidate{
			endpoint: e, starts: starts, optional: e.Count.Fills || e.Count.If,
			chosen: sure.requests(usualShape()), inserted: perhaps.requests(usualShape()),
		})
	}
	for i := range cs {
		for j := range cs {
			if isAfter(cs[i].endpoint, cs[j].endpoint) {
				cs[i].after |= 1 << j
			}
		}
	}
	return cs
}

// reached returns the endpoints, as bits, that a lookup can come to.
func (f Factory) reached(by By, known Known) uint64 {
	var reached uint64
	for grown := true; grown; {
		grown = false
		for i, e := range f.Endpoints {
			if reached&(1<<i) == 0 && !known.Denied[e.Name] && (e.Starts&by != 0 || f.follows(e, reached)) {
				reached |= 1 << i
				grown = true
			}
		}
	}
	return reached
}

// follows reports whether e comes after one of the endpoints reached.
func (f Factory) follows(e *Endpoint, reached uint64) bool {
	for j, other := range f.Endpoints {
		if reached&(1<<j) != 0 && isAfter(e, other) {
			return true
		}
	}
	return false
}

func isAfter(e, other *Endpoint) bool {
	return slices.Contains(e.After, other)
}

func (k Known) single(e *Endpoint) bool { return e.Batch != nil && k.NoBatch[e.Name] }

// valid reports whether a set has exactly one start, from which all its other members can be reached.
func valid(cs []candidate, set uint32) bool {
	var reached uint32
	for rest := set; rest != 0; rest &= rest - 1 {
		i := bits.TrailingZeros32(rest)
		if !cs[i].starts {
			continue
		}
		if reached != 0 {
			return false
		}
		reached = 1 << i
	}
	return reached != 0 && reach(cs, reached, set) == set
}

// reach adds to a set the members of within that come after one of it, until there are none.
func reach(cs []candidate, set, within uint32) uint32 {
	for grown := true; grown; {
		grown = false
		for rest := within &^ set; rest != 0; rest &= rest - 1 {
			i := bits.TrailingZeros32(rest)
			if cs[i].after&set != 0 {
				set |= 1 << i
				grown = true
			}
		}
	}
	return set
}

// choice is one set of endpoints and what it is worth.
type choice struct {
	chosen, all uint32 // all: with what was inserted for a short list or on a condition
	lacks       music.Properties
	cost        int
}

func weigh(cs []candidate, set uint32, need music.Properties) choice {
	c := choice{chosen: set, lacks: need}
	var wanted uint32 // to be inserted
	perTrack := false
	for rest := set; rest != 0; rest &= rest - 1 {
		i := bits.TrailingZeros32(rest)
		c.lacks = c.lacks.Without(cs[i].endpoint.Yields)
		c.cost += cs[i].chosen
		perTrack = perTrack || cs[i].endpoint.Count.PerTrack && !cs[i].endpoint.Count.Fills
	}
	for i := range cs {
		e := cs[i].endpoint
		if cs[i].optional && !cs[i].starts && (e.Yields&need != 0 || perTrack && e.Count.Fills) {
			wanted |= 1 << i
		}
	}
	c.all = reach(cs, set, set|wanted)
	for rest := c.all &^ set; rest != 0; rest &= rest - 1 {
		c.cost += cs[bits.TrailingZeros32(rest)].inserted
	}
	return c
}

// better reports whether c is to be preferred.
func (c choice) better(than choice) bool {
	a, b := bits.OnesCount64(uint64(c.lacks)), bits.OnesCount64(uint64(than.lacks))
	if a != b {
		return a < b
	}
	if c.cost != than.cost {
		return c.cost < than.cost
	}
	a, b = bits.OnesCount32(c.chosen), bits.OnesCount32(than.chosen)
	if a != b {
		return a < b
	}
	// The lowest bit in which they differ is the earliest endpoint that only one of them has.
	diff := c.chosen ^ than.chosen
	return c.chosen&diff&-diff != 0
}

// steps returns the steps of a choice, each after all of those that name its keys, else in declared order.
func steps(cs []candidate, c choice, known Known) []Step {
	out := make([]Step, 0, bits.OnesCount32(c.all))
	for left := c.all; left != 0; {
		i := next(cs, c.all, left)
		left &^= 1 << i
		e := cs[i].endpoint
		out = append(out, Step{Endpoint: e, Needed: c.chosen&(1<<i) != 0, First: cs[i].starts, Single: known.single(e)})
	}
	return out
}

// next returns the first of the steps left that all it comes after are done for, or, in a circle, one of them.
func next(cs []candidate, all, left uint32) int {
	some := -1
	for rest := left; rest != 0; rest &= rest - 1 {
		i := bits.TrailingZeros32(rest)
		before := cs[i].after & all &^ (1 << i)
		switch {
		case cs[i].starts || before&left == 0:
			return i
		case some < 0 && before&^left != 0:
			some = i
		}
	}
	return some
}
