package emulator

import (
	"cmp"
	"net/http"
	"net/url"
	"slices"
	"strings"
)

// musicbrainzArtist answers with an artist.
func (e *Emulator) musicbrainzArtist(id string, q url.Values) answer {
	include, bad := parseInc(q.Get("inc"), artistWords)
	p := e.index.artist(MusicBrainz, strings.ToLower(id))
	switch {
	case !isMBID(id):
		return musicbrainzFault(http.StatusBadRequest, "Invalid mbid.")
	case bad != "":
		return musicbrainzBadInc(bad, "artist")
	case p == nil:
		return musicbrainzFault(http.StatusNotFound, "Not Found")
	}
	a := artists[p.name]
	out := mbArtistPage{
		ID: p.id, Name: p.name, SortName: first(a.Sort, p.name), Disambiguation: a.Disambiguation, Type: orNull(a.Type), TypeID: idOf(orNull(a.Type)),
		Country: orNull(a.Country), Area: areaOf(a.Country), IPIs: []string{}, ISNIs: []string{},
		Genres: included[mbTag](include, "genres"), Tags: included[mbTag](include, "tags"),
	}
	if include["aliases"] {
		aliases := p.aliases()
		out.Aliases = &aliases
	}
	if include["url-rels"] || include.hasRelations() {
		links := []mbLink{}
		if include["url-rels"] {
			links = e.artistLinks(p.name)
		}
		out.Relations = &links
	}
	if include["release-groups"] {
		groups := window(e.groupsOf(p, inc{}), 0, searchPage)
		out.Groups = &groups
	}
	return reply(http.StatusOK, out)
}

// areaOf is a country; nil: none.
func areaOf(country string) *mbArea {
	name := areas[country]
	if name == "" {
		return nil
	}
	blank := ""
	return &mbArea{ID: wordID(idArea, name), Name: name, SortName: name, Disambiguation: &blank, Codes: []string{country}}
}

// aliases are the names that services use besides.
func (p *person) aliases() []mbArtistAlias {
	out := []mbArtistAlias{}
	for _, s := range services() {
		name := artists[p.name].Local[s]
		if name != "" && s != Discogs && !slices.ContainsFunc(out, func(a mbArtistAlias) bool { return a.Name == name }) {
			kind := "Artist name"
			out = append(out, mbArtistAlias{Name: name, SortName: name, Type: &kind, TypeID: idOf(&kind)})
		}
	}
	return out
}

// artistLinks are the pages of an artist at the other services that know him.
func (e *Emulator) artistLinks(name string) []mbLink {
	out := []mbLink{}
	for _, s := range services() {
		if s == MusicBrainz || e.index.artist(s, artistID(s, name)) == nil {
			continue
		}
		for _, kind := range forms[s].artistLinks {
			out = append(out, musicbrainzLink(Link{kind, artistURL(s, name)}))
		}
	}
	return out
}

// musicbrainzBrowse lists the releases of an artist, or their groups.
func (e *Emulator) musicbrainzBrowse(kind, artist string, q url.Values) answer {
	p := e.index.artist(MusicBrainz, strings.ToLower(artist))
	include, bad := parseInc(q.Get("inc"), incWords)
	switch {
	case !isMBID(artist):
		return musicbrainzFault(http.StatusBadRequest, "Invalid mbid.")
	case bad != "":
		return musicbrainzBadInc(bad, kind)
	case p == nil:
		return musicbrainzFault(http.StatusNotFound, "Not Found")
	}
	limit, offset := searchWindow(q)
	if kind == "release" {
		return browsed(e.oldestFirst(p), include, limit, offset)
	}
	groups := e.groupsOf(p, include)
	return reply(http.StatusOK, mbGroups{len(groups), offset, append([]mbGroup{}, window(groups, offset, limit)...)})
}

// oldestFirst are the releases of an artist in the order of their dates.
func (e *Emulator) oldestFirst(p *person) []*edition {
	list := e.index.editions(MusicBrainz, p.own)
	slices.SortStableFunc(list, func(a, b *edition) int { return cmp.Compare(a.date, b.date) })
	return list
}

func browsed(list []*edition, include inc, limit, offset int) answer {
	out := mbReleases{Count: len(list), Offset: offset, Releases: []mbRelease{}}
	for _, x := range window(list, offset, limit) {
		out.Releases = append(out.Releases, mbView{x, include}.release())
	}
	return reply(http.StatusOK, out)
}

// groupsOf are the groups that the releases of an artist belong to, each as its first release has it.
func (e *Emulator) groupsOf(p *person, include inc) []mbGroup {
	out := []mbGroup{}
	for _, x := range e.oldestFirst(p) {
		g := *mbView{x, include}.group()
		if !slices.ContainsFunc(out, func(other mbGroup) bool { return other.ID == g.ID }) {
			out = append(out, g)
		}
	}
	return out
}

// ofGroup are the releases of a group, oldest first.
func (e *Emulator) ofGroup(id string) []*edition {
	var out []*edition
	for _, entry := range e.index.shelf(MusicBrainz).entries {
		if x := e.index.at(MusicBrainz, entry.number); x != nil && (mbView{x, nil}.groupID()) == strings.ToLower(id) {
			out = append(out, x)
		}
	}
	slices.SortStableFunc(out, func(a, b *edition) int { return cmp.Compare(a.date, b.date) })
	return out
}

// musicbrainzGroup answers with a group of releases.
func (e *Emulator) musicbrainzGroup(id string, q url.Values) answer {
	include, bad := parseInc(q.Get("inc"), groupWords)
	list := e.ofGroup(id)
	switch {
	case !isMBID(id):
		return musicbrainzFault(http.StatusBadRequest, "Invalid mbid.")
	case bad != "":
		return musicbrainzBadInc(bad, "release-group")
	case len(list) == 0:
		return musicbrainzFault(http.StatusNotFound, "Not Found")
	}
	g := mbView{list[0], include}.group()
	if include.hasRelations() {
		g.Relations = &[]mbLink{}
	}
	if include["releases"] {
		releases := []mbRelease{}
		for _, x := range list {
			releases = append(releases, mbView{x, include}.release())
		}
		g.Releases = &releases
	}
	return reply(http.StatusOK, g)
}

// musicbrainzEditions lists the releases of a group.
func (e *Emulator) musicbrainzEditions(group string, q url.Values) answer {
	include, bad := parseInc(q.Get("inc"), incWords)
	list := e.ofGroup(group)
	switch {
	case !isMBID(group):
		return musicbrainzFault(http.StatusBadRequest, "Invalid mbid.")
	case bad != "":
		return musicbrainzBadInc(bad, "release")
	case len(list) == 0:
		return musicbrainzFault(http.StatusNotFound, "Not Found")
	}
	limit, offset := searchWindow(q)
	return browsed(list, include, limit, offset)
}
