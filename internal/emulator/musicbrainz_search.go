package emulator

import (
	"net/http"
	"net/url"
	"slices"
	"strings"
)

const (
	searchPage  = 25 // hits, when nothing is said
	searchLimit = 100
)

// The index of the search tells less than a lookup: no credits of tracks, no track lists, no quality, and absent instead of null.

type mbSearch struct {
	Created  string  `json:"created"`
	Count    int     `json:"count"`
	Offset   int     `json:"offset"`
	Releases []mbHit `json:"releases"`
}

type mbHit struct {
	ID             string        `json:"id"`
	Score          int           `json:"score"`
	StatusID       string        `json:"status-id,omitempty"`
	PackagingID    string        `json:"packaging-id,omitempty"`
	CreditID       string        `json:"artist-credit-id"`
	Media          int           `json:"count"`
	Title          string        `json:"title"`
	Disambiguation string        `json:"disambiguation,omitempty"`
	Status         string        `json:"status,omitempty"`
	Packaging      string        `json:"packaging,omitempty"`
	Text           *mbHitText    `json:"text-representation,omitempty"`
	Credit         []mbHitCredit `json:"artist-credit"`
	Group          mbHitGroup    `json:"release-group"`
	Date           string        `json:"date,omitempty"`
	Country        string        `json:"country,omitempty"`
	Events         []mbHitEvent  `json:"release-events,omitempty"`
	Barcode        string        `json:"barcode,omitempty"`
	ASIN           string        `json:"asin,omitempty"`
	Labels         []mbHitLabel  `json:"label-info,omitempty"`
	Tracks         int           `json:"track-count"`
	List           []mbHitMedium `json:"media"`
}

type mbHitText struct {
	Language string `json:"language,omitempty"`
	Script   string `json:"script,omitempty"`
}

type mbHitCredit struct {
	Name   string      `json:"name,omitempty"`
	Join   string      `json:"joinphrase,omitempty"`
	Artist mbHitArtist `json:"artist"`
}

type mbHitArtist struct {
	ID             string `json:"id"`
	Name           string `json:"name"`
	SortName       string `json:"sort-name"`
	Disambiguation string `json:"disambiguation,omitempty"`
}

type mbHitGroup struct {
	ID        string   `json:"id"`
	TypeID    string   `json:"type-id"`
	PrimaryID string   `json:"primary-type-id"`
	Title     string   `json:"title"`
	Primary   string   `json:"primary-type"`
	Secondary []string `json:"secondary-types,omitempty"`
}

type mbHitEvent struct {
	Date string     `json:"date,omitempty"`
	Area *mbHitArea `json:"area,omitempty"`
}

type mbHitArea struct {
	ID       string   `json:"id"`
	Name     string   `json:"name"`
	SortName string   `json:"sort-name"`
	Codes    []string `json:"iso-3166-1-codes"`
}

type mbHitLabel struct {
	Catalogue string       `json:"catalog-number,omitempty"`
	Label     *mbHitEntity `json:"label,omitempty"`
}

type mbHitEntity struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

type mbHitMedium struct {
	ID     string `json:"id"`
	Format string `json:"format,omitempty"`
	Discs  int    `json:"disc-count"`
	Tracks int    `json:"track-count"`
}

// musicbrainzSearch finds releases. Barcodes are found in exactly the form that was entered.
func (e *Emulator) musicbrainzSearch(r *http.Request, q url.Values) answer {
	clauses, ok := parseLucene(q.Get("query"))
	if !ok {
		return unknown(MusicBrainz, "queries such as "+q.Get("query")).answer(r)
	}
	var found []*edition
	for _, c := range clauses {
		list, ok := e.releasesThat(c)
		if !ok {
			return unknown(MusicBrainz, "queries with such fields: "+q.Get("query")).answer(r)
		}
		for _, x := range list {
			if !slices.ContainsFunc(found, func(y *edition) bool { return y.id == x.id }) {
				found = append(found, x)
			}
		}
	}
	limit, offset := searchWindow(q)
	out := mbSearch{Created: searchCreated, Count: len(found), Offset: offset, Releases: []mbHit{}}
	for i, x := range window(found, offset, limit) {
		hit := mbView{x, inc{"artist-credits": true}}.hit()
		if clauses[0].isVague() {
			hit.Score = max(1, 100-offset-i)
		}
		out.Releases = append(out.Releases, hit)
	}
	return reply(http.StatusOK, out)
}

const searchCreated = "2024-01-01T00:00:00.000Z"

// searchWindow is which of the hits are wanted.
func searchWindow(q url.Values) (limit, offset int) {
	limit, offset = number(q.Get("limit"), searchPage), max(0, number(q.Get("offset"), 0))
	if limit < 1 || limit > searchLimit {
		limit = searchPage
	}
	return limit, offset
}

// releasesThat fit a clause; false: it has a field that is not known.
func (e *Emulator) releasesThat(c clause) ([]*edition, bool) {
	w, exact, ok := c.split(map[string]field{
		"release": fieldTitle, "title": fieldTitle, "artist": fieldArtist, "artistname": fieldArtist, "creditname": fieldArtist, "label": fieldLabel,
		"date": fieldYear,
	}, []string{"barcode", "reid", "rgid", "arid", "catno"})
	if !ok {
		return nil, false
	}
	var found []*edition
	switch code, id := exact["barcode"], exact["reid"]; {
	case code != "":
		found = e.index.byCode(MusicBrainz, code)
	case id != "":
		if x := e.index.byID(MusicBrainz, strings.ToLower(id)); x != nil {
			found = []*edition{x}
		}
	default:
		found = e.index.releasesLike(MusicBrainz, w)
	}
	return slices.DeleteFunc(found, func(x *edition) bool { return !x.is(exact) || w.score(x.words().fields) < 0 }), true
}

// is reports whether the release has ids and codes.
func (x *edition) is(exact map[string]string) bool {
	for name, value := range exact {
		var fits bool
		switch name {
		case "barcode":
			fits = x.gtin == value
		case "reid":
			fits = strings.EqualFold(x.id, value) || slices.Contains(x.also, strings.ToLower(value))
		case "rgid":
			fits = strings.EqualFold(mbView{x, nil}.groupID(), value)
		case "arid":
			fits = slices.ContainsFunc(x.artists, func(c Credit) bool { return strings.EqualFold(artistID(MusicBrainz, c.Name), value) })
		case "catno":
			fits = strings.EqualFold(strings.ReplaceAll(x.print.Catalogue, " ", ""), strings.ReplaceAll(value, " ", ""))
		}
		if !fits {
			return false
		}
	}
	return true
}

// hit is a release as a search tells of it.
func (v mbView) hit() mbHit {
	full := v.release()
	out := mbHit{
		ID: v.id, Score: 100, StatusID: orEmpty(full.StatusID), PackagingID: orEmpty(full.PackagingID), CreditID: v.creditID(), Title: v.title,
		Disambiguation: full.Disambiguation, Status: orEmpty(full.Status), Packaging: orEmpty(full.Packaging), Credit: v.hitCredit(),
		Group: v.hitGroup(), Date: full.Date, Country: full.Country, Barcode: v.gtin, ASIN: orEmpty(full.ASIN), Tracks: len(v.tracks),
	}
	if t := (mbHitText{orEmpty(full.Text.Language), orEmpty(full.Text.Script)}); t != (mbHitText{}) {
		out.Text = &t
	}
	for _, x := range full.Events {
		event := mbHitEvent{Date: x.Date}
		if x.Area != nil {
			event.Area = &mbHitArea{x.Area.ID, x.Area.Name, x.Area.SortName, x.Area.Codes}
		}
		out.Events = append(out.Events, event)
	}
	for _, x := range v.labels() {
		label := mbHitLabel{Catalogue: orEmpty(x.Catalogue)}
		if x.Label != nil {
			label.Label = &mbHitEntity{x.Label.ID, x.Label.Name}
		}
		out.Labels = append(out.Labels, label)
	}
	for _, m := range v.media() {
		out.List = append(out.List, mbHitMedium{ID: m.ID, Format: orEmpty(m.Format), Discs: 1, Tracks: m.Count})
	}
	out.Media = len(out.List)
	return out
}

func (v mbView) hitCredit() []mbHitCredit {
	var out []mbHitCredit
	for _, c := range *v.credit(v.artists) {
		out = append(out, mbHitCredit{Name: c.Name, Join: c.Join, Artist: mbHitArtist{
			ID: c.Artist.ID, Name: c.Artist.Name, SortName: c.Artist.SortName, Disambiguation: c.Artist.Disambiguation,
		}})
	}
	return out
}

func (v mbView) hitGroup() mbHitGroup {
	g := v.group()
	return mbHitGroup{
		ID: g.ID, TypeID: orEmpty(g.PrimaryID), PrimaryID: orEmpty(g.PrimaryID), Title: g.Title, Primary: orEmpty(g.Primary),
		Secondary: g.Secondary,
	}
}

func (v mbView) creditID() string {
	names := make([]string, len(v.artists))
	for i, c := range v.artists {
		names[i] = c.Name
	}
	return wordID(idWord, strings.Join(names, "\n"))
}

func orEmpty(text *string) string {
	if text == nil {
		return ""
	}
	return *text
}
