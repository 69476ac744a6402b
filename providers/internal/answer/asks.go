package answer

import (
	"strconv"

	"tutti/music"
	"tutti/providers"
)

// InRegions returns an ask for each region, in order; without regions, for those otherwise. A first document is then got with
// providers.First.
func InRegions(a providers.Ask, regions []music.Region, otherwise ...music.Region) []providers.Ask {
	if len(regions) == 0 {
		regions = otherwise
	}
	asks := make([]providers.Ask, len(regions))
	for i, r := range regions {
		asks[i] = a.In(r)
	}
	return asks
}

// InForms returns each ask once for every written form, all forms of the first ask first.
func InForms[F ~string](asks []providers.Ask, forms ...F) []providers.Ask {
	out := make([]providers.Ask, 0, len(asks)*len(forms))
	for _, a := range asks {
		for _, f := range forms {
			a.ID = string(f)
			out = append(out, a)
		}
	}
	return out
}

// Pages returns the asks for a list of total tracks from offset on: one per page, as large and at most as many as the endpoint
// declares. Cut reports that there are more; what they hold is a gap, whose cause is providers.ErrCut. An offset of 0 is not written.
func Pages(a providers.Ask, offset, total int) (asks []providers.Ask, cut bool) {
	size := max(1, a.Count.Size)
	for ; offset < total; offset += size {
		if a.Count.Max > 0 && len(asks) == a.Count.Max {
			return asks, true
		}
		page := ""
		if offset > 0 {
			page = strconv.Itoa(offset)
		}
		asks = append(asks, a.At(page))
	}
	return asks, false
}

// Each returns one ask per id, and at most as many as the endpoint declares. Cut reports that there are more.
func Each(e *providers.Endpoint, ids []string) (asks []providers.Ask, cut bool) {
	if e.Count.Max > 0 && len(ids) > e.Count.Max {
		ids, cut = ids[:e.Count.Max], true
	}
	asks = make([]providers.Ask, len(ids))
	for i, id := range ids {
		asks[i] = e.Of(id)
	}
	return asks, cut
}
