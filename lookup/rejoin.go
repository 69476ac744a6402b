package lookup

import (
	"cmp"
	"context"
	"slices"

	"tutti/harmonize/match"
	"tutti/music"
)

// rejoin joins releases of which it is known only now, after they were looked up, that they carry one GTIN. Each that is joined to
// one before it becomes nil. It returns how that went, for the reports.
func (e *Engine) rejoin(ctx context.Context, found []*Found, need Need, o Options) []*Report {
	if !need.Common.Has(music.PropGTIN) {
		return nil
	}
	var grown []*Found
	first := map[string]int{}
	for i, f := range found {
		code := f.code()
		if code == "" {
			continue
		}
		j, seen := first[code]
		if !seen {
			first[code] = i
			continue
		}
		if into := found[j]; e.fits(into, f) {
			e.absorb(into, f)
			found[i] = nil
			if !slices.Contains(grown, into) {
				grown = append(grown, into)
			}
		}
	}
	o.Providers, o.Categories = []music.ProviderName{}, nil
	return e.rereadReleases(ctx, grown, need, o)
}

// code is the GTIN of a release that was looked up; empty: it is none, or has none.
func (f *Found) code() string {
	r := f.Release()
	if r == nil {
		return ""
	}
	gtin, _ := r.GTIN(nil)
	if gtin == "" {
		return ""
	}
	return gtin.Number()
}

// fits reports whether two releases of one GTIN are the same in all else.
func (e *Engine) fits(a, b *Found) bool {
	var subjects []match.Subject
	for _, f := range []*Found{a, b} {
		gtin, _ := f.Release().GTIN(nil)
		for _, p := range append([]Part{f.Part}, f.Others...) {
			s := e.subject(p, len(subjects))
			s.GTIN = gtin
			if n := f.Release().TrackCount(nil); n != nil {
				s.Tracks = *n
			}
			subjects = append(subjects, s)
		}
	}
	return len(match.Group(subjects)) == 1
}

// absorb adds the parts of another, so that all are in the order of the providers.
func (e *Engine) absorb(f, other *Found) {
	parts := slices.Concat([]Part{f.Part}, f.Others, []Part{other.Part}, other.Others)
	slices.SortStableFunc(parts, func(a, b Part) int { return cmp.Compare(e.order[a.Provider], e.order[b.Provider]) })
	f.Part, f.Others = parts[0], parts[1:]
}
