package harmonize

import (
	"fmt"

	"tutti/music"
)

// kind says how the values of a field are called, shown and compared.
type kind[T, V any] struct {
	path  string
	value func(T) V
	show  func(T) string
	same  func(a, b said[T]) bool
}

// said is a value and who says it.
type said[T any] struct {
	value T
	by    *source
	at    int // index of the medium or running number of the track
}

// spot is where a field is traced.
type spot struct {
	path     string
	order    []uint8
	at       int // index of the medium or running number of the track
	chosen   int // index of the source whose value was taken, or none
	excluded []*source
}

func (r *Release) lookedUp(p music.Property) bool {
	if r.derived.Has(p) {
		return true
	}
	for _, s := range r.sources {
		if s.reads.Has(p) {
			return true
		}
	}
	return false
}

// traceField tells who says what about a field of the release.
func traceField[T, V any](r *Release, f field[T], k kind[T, V]) *Provenance[V] {
	return traceOrder(r, f, k, r.orders.by[f.prop])
}

func traceOrder[T, V any](r *Release, f field[T], k kind[T, V], order []uint8) *Provenance[V] {
	_, chosen := f.choose(r.sources, ranking{order: order}, 0)
	return trace(r.sources, f, k, spot{k.path, order, 0, chosen, r.excluded})
}

// traceMedium tells who says what about a field of a medium.
func traceMedium[T, V any](m *Medium, f field[T], k kind[T, V]) *Provenance[V] {
	order := m.list.order(f.prop)
	_, chosen := f.choose(m.list.sources, ranking{order: order}, m.index)
	return trace(m.list.sources, f, k, spot{m.path() + "." + k.path, order, m.index, chosen, nil})
}

// traceTrack tells who says what about a field of a track.
func traceTrack[T, V any](t *Track, f field[T], k kind[T, V]) *Provenance[V] {
	order := t.medium.list.order(f.prop)
	_, chosen := f.choose(t.medium.list.sources, ranking{order: order}, t.running)
	return trace(t.medium.list.sources, f, k, spot{t.path() + "." + k.path, order, t.running, chosen, nil})
}

func (m *Medium) path() string { return fmt.Sprintf("media[%d]", m.index) }

func (t *Track) path() string { return fmt.Sprintf("%s.tracks[%d]", t.medium.path(), t.index) }

// trace lists the candidates of a field, compares them with the chosen one and says why the others were not.
func trace[T, V any](sources []*source, f field[T], k kind[T, V], p spot) *Provenance[V] {
	out := &Provenance[V]{path: p.path, candidates: []*CandidateOf[V]{}}
	var best *said[T]
	if p.chosen != none {
		if v, has := f.read(sources[p.chosen], p.at); has == filled {
			best = &said[T]{v, sources[p.chosen], p.at}
		}
	}
	for _, s := range inOrder(sources, p.order) {
		v, has := f.read(s, p.at)
		if has == absent {
			continue
		}
		c := candidateOf(k, said[T]{v, s, p.at}, has, best)
		out.candidates = append(out.candidates, c)
		if best != nil && best.by == s {
			out.chosen = c
		}
	}
	out.agreement = out.share()
	for _, s := range p.excluded {
		if v, has := f.read(s, p.at); has != absent {
			c := candidateOf(k, said[T]{v, s, p.at}, has, best)
			c.rejected = Incompatible
			out.candidates = append(out.candidates, c)
		}
	}
	return out
}

// share is how many of the candidates with a value agree.
func (p *Provenance[T]) share() float64 {
	agreeing, answering := 0, 0
	for _, c := range p.candidates {
		if c.rejected != Empty && c.rejected != Implausible {
			answering++
		}
		if c.agrees {
			agreeing++
		}
	}
	if agreeing == 0 {
		return 0
	}
	return float64(agreeing) / float64(answering)
}

// inOrder lists the sources of an order, and behind them those which that leaves out.
func inOrder(sources []*source, order []uint8) []*source {
	out := make([]*source, 0, len(sources))
	listed := make([]bool, len(sources))
	for _, i := range order {
		out = append(out, sources[i])
		listed[i] = true
	}
	for i, s := range sources {
		if !listed[i] {
			out = append(out, s)
		}
	}
	return out
}

func candidateOf[T, V any](k kind[T, V], v said[T], has fill, best *said[T]) *CandidateOf[V] {
	c := &CandidateOf[V]{provider: v.by.Provider, display: k.show(v.value), value: k.value(v.value)}
	switch {
	case has == empty:
		c.rejected = Empty
		return c
	case has == refused:
		c.rejected = Implausible
		return c
	case best == nil:
		c.rejected = LowerPreference
		return c
	case best.by == v.by:
		c.agrees = true
		return c
	case v.by.Template && !best.by.Template:
		c.rejected = TemplateOnly
	default:
		c.rejected = LowerPreference
	}
	c.agrees = k.same(v, *best)
	return c
}

// traceUnion tells who contributes what to a field that is united from all. Nobody is chosen or rejected.
func traceUnion[T any](sources []*source, f field[T], k kind[T, Other], p spot, whole T) *ValueProvenance {
	out := &ValueProvenance{path: p.path, candidates: []*ValueCandidate{}, united: k.show(whole)}
	for _, i := range p.order {
		s := sources[i]
		v, has := f.read(s, p.at)
		if has == absent {
			continue
		}
		c := &ValueCandidate{provider: s.Provider, display: k.show(v)}
		if has == empty {
			c.rejected = Empty
		}
		c.agrees = k.same(said[T]{v, s, p.at}, said[T]{whole, s, p.at})
		out.candidates = append(out.candidates, c)
	}
	for _, s := range p.excluded {
		if v, has := f.read(s, p.at); has != absent {
			out.candidates = append(out.candidates, &ValueCandidate{provider: s.Provider, display: k.show(v), rejected: Incompatible})
		}
	}
	return out
}
