package emulator

import (
	"net/http"
	"net/url"
	"slices"
	"strings"
)

// urlLimit is how many addresses are looked up at most; what comes after them is passed over in silence.
const urlLimit = 100

// musicbrainzURLs answers with what is known of addresses: with one alone if one is asked for, with a list otherwise.
func (e *Emulator) musicbrainzURLs(q url.Values) answer {
	resources := window(q["resource"], 0, urlLimit)
	include := inc{}
	for _, word := range strings.FieldsFunc(q.Get("inc"), func(r rune) bool { return r == '+' || r == ' ' }) {
		if !strings.HasSuffix(word, "-rels") {
			return musicbrainzBadInc(word, "url")
		}
		include[word] = true
	}
	known := e.index.addresses()
	found := []mbURLPage{}
	for _, resource := range resources {
		targets, ok := known[resource]
		if ok && !slices.ContainsFunc(found, func(p mbURLPage) bool { return p.Resource == resource }) {
			found = append(found, e.urlPage(resource, targets, include))
		}
	}
	if len(q["resource"]) > 1 {
		return reply(http.StatusOK, mbURLs{len(found), 0, found})
	}
	if len(found) == 0 {
		return musicbrainzFault(http.StatusNotFound, "Not Found")
	}
	return reply(http.StatusOK, found[0])
}

// target is what an address leads to: a release, by number, or an artist.
type target struct {
	kind   string // of the relationship
	number int
	artist *person
}

// addresses are those that releases and artists are linked to.
func (x *index) addresses() map[string][]target {
	x.mu.RLock()
	known := x.urls
	x.mu.RUnlock()
	if known != nil {
		return known
	}
	x.mu.Lock()
	defer x.mu.Unlock()
	if x.urls == nil {
		x.urls = x.linked()
	}
	return x.urls
}

// linked needs mu.
func (x *index) linked() map[string][]target {
	out := map[string][]target{}
	brainz := x.stocked(MusicBrainz)
	for _, entry := range brainz.entries {
		for _, l := range x.edition(MusicBrainz, entry.number).links {
			out[l.URL] = append(out[l.URL], target{kind: l.Type, number: entry.number})
		}
	}
	for _, p := range brainz.artists {
		for _, s := range services() {
			if s == MusicBrainz || x.stocked(s).artists[artistID(s, p.name)] == nil {
				continue
			}
			for _, kind := range forms[s].artistLinks {
				url := artistURL(s, p.name)
				out[url] = append(out[url], target{kind: kind, artist: p})
			}
		}
	}
	return out
}

func (e *Emulator) urlPage(resource string, targets []target, include inc) mbURLPage {
	out := mbURLPage{ID: mbid(idURL, hash(resource)), Resource: resource}
	if !include.hasRelations() {
		return out
	}
	out.Relations = &[]mbBackLink{}
	for _, t := range targets {
		link := mbBackLink{
			Type: t.kind, TypeID: wordID(idWord, t.kind), Direction: "backward", Attributes: []string{}, Values: map[string]string{}, IDs: map[string]string{},
		}
		switch {
		case t.artist != nil && include["artist-rels"]:
			a := (*mbView{&edition{}, inc{"artist-credits": true}}.credit([]Credit{{Name: t.artist.name}}))[0].Artist
			link.TargetType, link.Artist = "artist", &a
		case t.artist == nil && include["release-rels"]:
			x := e.index.at(MusicBrainz, t.number)
			if x == nil {
				continue
			}
			r := mbView{x, inc{}}.release()
			link.TargetType, link.Release = "release", &r
		default:
			continue
		}
		*out.Relations = append(*out.Relations, link)
	}
	return out
}
