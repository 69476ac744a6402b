package emulator

import (
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
)

// tidalDesk answers one question of Tidal.
type tidalDesk struct {
	index   *index
	country string
	path    string
	query   url.Values

	included []tdResource
	seen     map[string]bool // what is included, by type and id
}

// inclusion reads what is to be included; an answer with a status refuses it.
func (d *tidalDesk) inclusion(kind string) (inclusion, answer) {
	include, bad := inclusions(kind, listed(d.query, "include"))
	if bad != "" {
		return nil, tidalFault(http.StatusBadRequest, "INVALID_REQUEST", "include: "+bad, "include")
	}
	return include, answer{}
}

// reply sends resources, with what was to be included.
func (d *tidalDesk) reply(data any, links tdLinks) answer {
	links.Self = d.path + "?" + d.query.Encode()
	return tidalReply(http.StatusOK, tdAnswer{Data: data, Links: links, Included: append([]tdResource{}, d.included...)})
}

// filtered answers with the resources that have ids, barcodes or ISRCs. What is not known, or not in the country, is missing.
func (d *tidalDesk) filtered(kind string) answer {
	include, refused := d.inclusion(kind)
	if refused.status != 0 {
		return refused
	}
	ids, refused := d.wanted(kind)
	if refused.status != 0 {
		return refused
	}
	out := []tdResource{}
	for _, id := range ids {
		if x, ok := d.resource(kind, id, include); ok {
			out = append(out, x)
		}
	}
	return d.reply(out, tdLinks{})
}

// wanted are the ids of what the filters let through; an answer with a status refuses them.
func (d *tidalDesk) wanted(kind string) ([]string, answer) {
	ids, codes, isrcs := listed(d.query, "filter[id]"), listed(d.query, "filter[barcodeId]"), listed(d.query, "filter[isrc]")
	hasISRCs := kind == "tracks" || kind == "videos"
	switch {
	case max(len(ids), len(codes), len(isrcs)) > tidalPage:
		return nil, tidalFault(http.StatusBadRequest, "INVALID_REQUEST", "more than "+strconv.Itoa(tidalPage)+" values", "filter")
	case len(ids) > 0:
		return ids, answer{}
	case kind == "albums" && len(codes) > 0:
		return d.coded(codes), answer{}
	case hasISRCs && len(isrcs) > 0:
		return d.recorded(kind, isrcs), answer{}
	default:
		return nil, tidalFault(http.StatusBadRequest, "INVALID_REQUEST", "a filter is needed", "filter")
	}
}

// coded are the ids of the albums with barcodes: all with one, or one with each of several.
func (d *tidalDesk) coded(codes []string) []string {
	var out []string
	for _, code := range codes {
		found := slices.DeleteFunc(d.index.byCode(Tidal, code), func(x *edition) bool { return !d.has(x) })
		if len(codes) > 1 {
			found = window(found, 0, 1)
		}
		for _, x := range found {
			out = append(out, x.id)
		}
	}
	return out
}

// recorded are the ids of tracks or videos with ISRCs: all with one, or one with each of several.
func (d *tidalDesk) recorded(kind string, codes []string) []string {
	var out []string
	for _, code := range codes {
		found := []string{}
		for _, p := range d.index.byISRC(Tidal, code) {
			if x := d.index.at(Tidal, p.number); x != nil && d.has(x) && tidalKind(x.tracks[p.index-1]) == kind {
				found = append(found, x.tidalTrackID(p.index))
			}
		}
		if len(codes) > 1 {
			found = window(found, 0, 1)
		}
		out = append(out, found...)
	}
	return out
}

func (d *tidalDesk) has(x *edition) bool { return slices.Contains(x.markets, d.country) }

// single answers with one resource.
func (d *tidalDesk) single(kind, id string) answer {
	include, refused := d.inclusion(kind)
	if refused.status != 0 {
		return refused
	}
	x, ok := d.resource(kind, id, include)
	if !ok {
		return tidalNothing()
	}
	return d.reply(x, tdLinks{})
}

// related answers with a page of what a relationship leads to.
func (d *tidalDesk) related(kind, id, relation string) answer {
	include, refused := d.inclusion(kind)
	if refused.status != 0 {
		return refused
	}
	if relation == "tracks" && kind == "artists" && d.query.Get("collapseBy") == "" {
		return tidalFault(http.StatusBadRequest, "INVALID_REQUEST", "collapseBy is required", "collapseBy")
	}
	refs, ok := d.refs(kind, id, relation)
	if !ok {
		return tidalNothing()
	}
	offset, ok := offsetOf(d.query.Get("page[cursor]"))
	if !ok {
		return tidalFault(http.StatusBadRequest, "INVALID_REQUEST", "the cursor is none of ours", "page[cursor]")
	}
	page := append([]tdRef{}, window(refs, offset, tidalPage)...)
	if sub, isWanted := include[relation]; isWanted {
		d.include(page, sub)
	}
	return d.reply(page, d.links(d.path, d.query, offset, len(refs)))
}

// links are those of a page.
func (d *tidalDesk) links(path string, q url.Values, offset, total int) tdLinks {
	out := tdLinks{Self: path + "?" + q.Encode()}
	if offset+tidalPage < total {
		values := maps.Clone(q)
		out.Meta = &tdLinkMeta{cursor(offset + tidalPage)}
		values.Set("page[cursor]", out.Meta.Cursor)
		out.Next = path + "?" + values.Encode()
	}
	return out
}

// cursorPrefix makes a cursor something that nobody counts with.
const cursorPrefix = "emu"

func cursor(offset int) string { return cursorPrefix + strconv.FormatInt(int64(offset), 36) }

func offsetOf(cursor string) (int, bool) {
	if cursor == "" {
		return 0, true
	}
	rest, ok := strings.CutPrefix(cursor, cursorPrefix)
	n, err := strconv.ParseInt(rest, 36, 32)
	return int(n), ok && err == nil && n >= 0
}

// include adds what references lead to.
func (d *tidalDesk) include(refs []tdRef, sub inclusion) {
	for _, ref := range refs {
		key := ref.Type + "/" + ref.ID
		if d.seen[key] {
			continue
		}
		d.seen[key] = true
		if x, ok := d.resource(ref.Type, ref.ID, sub); ok {
			d.included = append(d.included, x)
		}
	}
}

// relationships makes those that are to be included; others are absent.
func (d *tidalDesk) relationships(kind, id string, include inclusion) map[string]tdRelationship {
	if len(include) == 0 {
		return nil
	}
	out := map[string]tdRelationship{}
	for _, relation := range tidalRelations[kind] {
		sub, isWanted := include[relation]
		if !isWanted {
			continue
		}
		refs, _ := d.refs(kind, id, relation)
		page := append([]tdRef{}, window(refs, 0, tidalPage)...)
		path := "/" + kind + "/" + id + "/relationships/" + relation
		links := d.links(path, url.Values{"countryCode": {d.country}}, 0, len(refs))
		if relation == "biography" {
			out[relation] = tdRelationship{Data: nil, Links: links}
			continue
		}
		out[relation] = tdRelationship{Data: page, Links: links}
		d.include(page, sub)
	}
	return out
}
