package lookup

import "slices"

// united returns one report per provider: what all that it was asked cost, and how the first question that failed fared.
func united(reports []*Report) []*Report {
	out := []*Report{}
	for _, r := range reports {
		i := slices.IndexFunc(out, func(o *Report) bool { return o.Provider == r.Provider })
		if i < 0 {
			one := *r
			out = append(out, &one)
			continue
		}
		out[i].add(r)
	}
	return out
}

// add puts another report of the same provider into this one.
func (r *Report) add(other *Report) {
	r.Requests = r.Requests.plus(other.Requests)
	r.Wait += other.Wait
	r.Elapsed = max(r.Elapsed, other.Elapsed)
	r.Gaps = append(slices.Clip(r.Gaps), other.Gaps...)
	if r.Status == StatusOK && other.Status != StatusOK {
		r.Status, r.Err = other.Status, other.Err
	}
	if !other.RetrievedAt.IsZero() && (r.RetrievedAt.IsZero() || other.RetrievedAt.Before(r.RetrievedAt)) {
		r.RetrievedAt = other.RetrievedAt
	}
	if r.Cache == CacheHit {
		r.Cache = other.Cache
	}
}
