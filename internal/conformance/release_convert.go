package conformance

import (
	"math"
	"strconv"

	"tutti/music"
)

func (w *wireRelease) music() *music.Release {
	r := &music.Release{
		Title:        w.Title,
		Artists:      convert(w.Artists, wireCredit.music),
		Links:        convert(w.ExternalLinks, func(l wireLink) music.ExternalLink { return music.ExternalLink(l) }),
		Media:        convert(w.Media, wireMedium.music),
		Status:       w.Status,
		Types:        w.Types,
		Labels:       convert(w.Labels, wireLabel.music),
		Packaging:    w.Packaging,
		Images:       convert(w.Images, wireImage.music),
		Credits:      w.Credits,
		Copyright:    w.Copyright,
		AvailableIn:  w.AvailableIn,
		ExcludedFrom: w.ExcludedFrom,
	}
	if w.GTIN != nil {
		r.GTIN = music.GTIN(w.GTIN.text)
	}
	if w.Language != nil {
		r.Language = &music.Language{Code: w.Language.Code, Confidence: w.Language.Confidence}
	}
	if w.Script != nil {
		r.Script = &music.Script{Code: w.Script.Code, Frequency: w.Script.Frequency}
	}
	if w.ReleaseDate != nil {
		r.Date = w.ReleaseDate.music()
	}
	if w.ReleaseGroup != nil {
		e := w.ReleaseGroup.music()
		r.ReleaseGroup = &e
	}
	return r
}

func newWireRelease(r *music.Release) *wireRelease {
	w := &wireRelease{
		Title:         r.Title,
		Artists:       convert(r.Artists, newWireCredit),
		ExternalLinks: convert(r.Links, func(l music.ExternalLink) wireLink { return wireLink(l) }),
		Media:         convert(r.Media, newWireMedium),
		Status:        r.Status,
		Types:         r.Types,
		Labels:        convert(r.Labels, newWireLabel),
		Packaging:     r.Packaging,
		Images:        convert(r.Images, newWireImage),
		Credits:       r.Credits,
		Copyright:     r.Copyright,
		AvailableIn:   r.AvailableIn,
		ExcludedFrom:  r.ExcludedFrom,
	}
	if r.GTIN != "" {
		w.GTIN = &Code{text: string(r.GTIN)}
	}
	if r.Language != nil {
		w.Language = &wireLanguage{r.Language.Code, r.Language.Confidence}
	}
	if r.Script != nil {
		w.Script = &wireScript{r.Script.Code, r.Script.Frequency}
	}
	if r.Date != nil {
		w.ReleaseDate = newWireDate(r.Date)
	}
	if r.ReleaseGroup != nil {
		e := newWireEntity(*r.ReleaseGroup)
		w.ReleaseGroup = &e
	}
	return w
}

func (w wireMedium) music() music.Medium {
	return music.Medium{
		Title:  given(w.Title),
		Number: given(w.Number),
		Format: given(w.Format),
		Tracks: convert(w.Tracklist, wireTrack.music),
	}
}

func newWireMedium(m music.Medium) wireMedium {
	return wireMedium{known(m.Title), known(m.Number), known(m.Format), convert(m.Tracks, newWireTrack)}
}

func (w wireTrack) music() music.Track {
	t := music.Track{
		Title:       w.Title,
		Artists:     convert(w.Artists, wireCredit.music),
		Length:      music.Duration(math.Round(given(w.Length))),
		Kind:        music.TrackKind(given(w.Type)),
		AvailableIn: w.AvailableIn,
	}
	if w.Number != nil {
		t.Number = decodeNumber(*w.Number)
	}
	if w.ISRC != nil {
		code := music.ISRC(*w.ISRC)
		t.ISRC = &code
	}
	if w.Recording != nil {
		e := w.Recording.music()
		t.Recording = &e
	}
	return t
}

func newWireTrack(t music.Track) wireTrack {
	w := wireTrack{
		Title:       t.Title,
		Artists:     convert(t.Artists, newWireCredit),
		Length:      known(float64(t.Length)),
		Type:        known(string(t.Kind)),
		AvailableIn: t.AvailableIn,
	}
	if !t.Number.IsZero() {
		_, count := t.Number.Int()
		w.Number = &Code{t.Number.String(), count}
	}
	if t.ISRC != nil {
		code := string(*t.ISRC)
		w.ISRC = &code
	}
	if t.Recording != nil {
		e := newWireEntity(*t.Recording)
		w.Recording = &e
	}
	return w
}

func decodeNumber(n Code) music.TrackNumber {
	if i, err := strconv.Atoi(n.text); err == nil && n.number {
		return music.Numbered(i)
	}
	return music.Printed(n.text)
}

func (w wireEntity) music() music.Entity {
	return music.Entity{Name: given(w.Name), IDs: convert(w.IDs, wireID.music), MBID: music.MBID(given(w.MBID))}
}

func newWireEntity(e music.Entity) wireEntity {
	return wireEntity{known(e.Name), convert(e.IDs, newWireID), known(string(e.MBID))}
}

func (w wireCredit) music() music.ArtistCredit {
	return music.ArtistCredit{Entity: w.wireEntity.music(), CreditedName: given(w.CreditedName), JoinPhrase: w.JoinPhrase}
}

func newWireCredit(c music.ArtistCredit) wireCredit {
	return wireCredit{newWireEntity(c.Entity), known(c.CreditedName), c.JoinPhrase}
}

func (w wireLabel) music() music.ReleaseLabel {
	return music.ReleaseLabel{Entity: w.wireEntity.music(), CatalogNumber: given(w.CatalogNumber)}
}

func newWireLabel(l music.ReleaseLabel) wireLabel {
	return wireLabel{newWireEntity(l.Entity), known(l.CatalogNumber)}
}

func (w wireID) music() music.ExternalID {
	return music.ExternalID{
		Provider: music.ProviderName(w.Provider), Type: w.Type, ID: w.ID,
		Region: music.Region(given(w.Region)), Slug: given(w.Slug), Links: w.LinkTypes,
	}
}

func newWireID(id music.ExternalID) wireID {
	return wireID{string(id.Provider), id.Type, id.ID, known(string(id.Region)), known(id.Slug), id.Links}
}

func (w wireImage) music() music.Image {
	return music.Image{
		URL: w.URL, Thumb: given(w.ThumbURL), Types: w.Types, Comment: given(w.Comment),
		Provider: InternalName(given(w.Provider)),
	}
}

func newWireImage(m music.Image) wireImage {
	return wireImage{m.URL, known(m.Thumb), m.Types, known(m.Comment), known(string(m.Provider))}
}

func (w *wireDate) music() *music.ReleaseDate {
	d := &music.ReleaseDate{Quality: music.DateQuality(given(w.Quality)), Note: given(w.Note)}
	if w.HasNote && d.Note == "" {
		d.Note = "noted"
	}
	if w.Date != nil {
		d.Date = music.PartialDate{Year: given(w.Date.Year), Month: given(w.Date.Month), Day: given(w.Date.Day)}
	}
	return d
}

func newWireDate(d *music.ReleaseDate) *wireDate {
	w := &wireDate{Quality: known(string(d.Quality)), Note: known(d.Note)}
	if d.Date != (music.PartialDate{}) {
		w.Date = &wirePartialDate{known(d.Date.Year), known(d.Date.Month), known(d.Date.Day)}
	}
	return w
}
