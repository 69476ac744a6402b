package harmonize

import (
	"fmt"
	"strings"

	"tutti/music"
)

func (r *Release) traceTypes() *ValueProvenance {
	p := spot{typesKind.path, r.orders.base, 0, none, r.excluded}
	return traceUnion(r.sources, typesField, typesKind, p, r.plain.Types)
}

func (r *Release) traceRegions() *ValueProvenance {
	p := spot{regionsKind.path, r.orders.base, 0, none, r.excluded}
	return traceUnion(r.sources, regionsField, regionsKind, p, regions{r.plain.AvailableIn, r.plain.ExcludedFrom})
}

func (t *Track) traceRegions() *ValueProvenance {
	p := spot{t.path() + "." + trackRegionsKind.path, t.medium.list.order(music.PropTrackAvailability), t.running, none, nil}
	return traceUnion(t.medium.list.sources, trackRegionsField, trackRegionsKind, p, t.plain.AvailableIn)
}

func (r *Release) traceMedia() *ValueProvenance {
	return trace(r.sources, mediaField, mediaKind, spot{mediaKind.path, r.frameOrder(), 0, r.list.frame, r.excluded})
}

// traceQuality follows the date: what is said about no date counts for nothing beside a date.
func (r *Release) traceQuality() *ValueProvenance {
	f := qualityField
	if d := r.plain.Date; d != nil && !d.Date.IsZero() {
		f.get = func(s *source, at int) (music.DateQuality, fill) {
			q, has := qualityField.get(s, at)
			if _, dated := dateField.get(s, at); has == filled && dated != filled {
				return q, dated
			}
			return q, has
		}
	}
	return trace(r.sources, f, qualityKind, spot{qualityKind.path, r.orders.by[music.PropDate], 0, r.origin[music.PropDate], r.excluded})
}

// tracer collects the provenance of fields at or below a path.
type tracer struct {
	r     *Release
	under *string
	split bool // only those on which providers differ
	out   []FieldProvenance
}

// add traces a field if it has been looked up and is asked for.
func (t *tracer) add(p music.Property, path string, trace func() FieldProvenance) {
	if !t.r.lookedUp(p) || !t.wants(path) {
		return
	}
	f := trace()
	if !t.split || differ(f) {
		t.out = append(t.out, f)
	}
}

func (t *tracer) wants(path string) bool {
	if t.under == nil || *t.under == "" {
		return true
	}
	rest, ok := strings.CutPrefix(path, *t.under)
	return ok && (rest == "" || rest[0] == '.' || rest[0] == '[')
}

// differ tells whether merged providers have different values.
func differ(f FieldProvenance) bool {
	for _, c := range f.Everyone() {
		reason := c.Rejected()
		if !c.Agrees() && (reason == nil || *reason == LowerPreference || *reason == TemplateOnly) {
			return true
		}
	}
	return false
}

func (r *Release) traceAll(under *string, disagreeing bool) []FieldProvenance {
	t := &tracer{r: r, under: under, split: disagreeing, out: []FieldProvenance{}}
	t.addRelease()
	t.addElements()
	for _, m := range r.media() {
		t.addMedium(m)
		for _, track := range m.tracks {
			t.addTrack(track)
		}
	}
	return t.out
}

func addField[T, V any](t *tracer, f field[T], k kind[T, V]) {
	t.add(f.prop, k.path, func() FieldProvenance { return traceField(t.r, f, k) })
}

func (t *tracer) addRelease() {
	r := t.r
	addField(t, titleField, titleKind)
	addField(t, artistsField, artistsKind)
	addField(t, gtinField, gtinKind)
	addField(t, dateField, dateKind)
	t.add(music.PropDate, qualityKind.path, func() FieldProvenance { return r.traceQuality() })
	addField(t, labelsField, labelsKind)
	t.add(music.PropTypes, typesKind.path, func() FieldProvenance { return r.traceTypes() })
	addField(t, statusField, linesKind("status"))
	addField(t, packagingField, linesKind("packaging"))
	t.add(music.PropLanguage, languageKind.path, func() FieldProvenance {
		return traceDerived(r, languageField, languageKind, r.plain.Language)
	})
	t.add(music.PropScript, scriptKind.path, func() FieldProvenance {
		return traceDerived(r, scriptField, scriptKind, r.plain.Script)
	})
	addField(t, copyrightField, linesKind("copyright"))
	addField(t, creditsField, linesKind("credits"))
	addField(t, imagesField, imagesKind)
	t.add(music.PropAvailability, regionsKind.path, func() FieldProvenance { return r.traceRegions() })
	t.add(music.PropMBIDs, "releaseGroupMbid", func() FieldProvenance {
		p := spot{"releaseGroupMbid", r.orders.by[music.PropMBIDs], 0, r.origin[music.PropMBIDs], r.excluded}
		return trace(r.sources, groupMBIDField, mbidKind, p)
	})
	t.add(music.PropTrackTitles, mediaKind.path, func() FieldProvenance { return r.traceMedia() })
	t.add(music.PropTrackTitles, countKind.path, func() FieldProvenance {
		return traceOrder(r, countField, countKind, r.frameOrder())
	})
}

// addElements traces the parts of lists that are chosen as a whole: the chosen list's element and its counterparts.
func (t *tracer) addElements() {
	r := t.r
	at := func(list string, p music.Property) spot {
		return spot{list, r.orders.by[p], 0, r.origin[p], r.excluded}
	}
	for i := range r.plain.Artists {
		addElement(t, r.sources, artistsField, at("artists", music.PropArtists), creditName(i))
	}
	for i := range r.plain.Labels {
		addElement(t, r.sources, labelsField, at("labels", music.PropLabels), labelName(i))
		addElement(t, r.sources, labelsField, at("labels", music.PropLabels), catalogNumber(i))
	}
	for i := range r.plain.Images {
		addElement(t, r.sources, imagesField, at("images", music.PropImages), imageURL(i))
	}
}

// element is a part of the element of this index.
type element[E any] struct {
	part  string
	index int
	get   func(*E) string
}

func creditName(i int) element[music.ArtistCredit] {
	return element[music.ArtistCredit]{"name", i, func(c *music.ArtistCredit) string { return c.DisplayName() }}
}

func labelName(i int) element[music.ReleaseLabel] {
	return element[music.ReleaseLabel]{"label.name", i, func(l *music.ReleaseLabel) string { return l.Name }}
}

func catalogNumber(i int) element[music.ReleaseLabel] {
	return element[music.ReleaseLabel]{"catalogNumber", i, func(l *music.ReleaseLabel) string { return l.CatalogNumber }}
}

func imageURL(i int) element[music.Image] {
	return element[music.Image]{"url", i, func(m *music.Image) string { return m.URL }}
}

// addElement traces a part of an element. p is where the list is.
func addElement[E any](t *tracer, sources []*source, list field[[]E], p spot, e element[E]) {
	p.path = fmt.Sprintf("%s[%d].%s", p.path, e.index, e.part)
	t.add(list.prop, p.path, func() FieldProvenance {
		f := field[string]{list.prop, func(s *source, at int) (string, fill) {
			all, _ := list.get(s, at)
			if e.index >= len(all) {
				return "", absent
			}
			v := e.get(&all[e.index])
			return v, ofCode(v)
		}}
		return trace(sources, f, textKind(p.path), p)
	})
}

func (t *tracer) addMedium(m *Medium) {
	t.add(music.PropMediumTitles, m.path()+".title", func() FieldProvenance {
		return traceMedium(m, mediumTitleField, textKind("title"))
	})
	t.add(music.PropMediumFormats, m.path()+".format", func() FieldProvenance {
		return traceMedium(m, mediumFormatField, textKind("format"))
	})
}

func addTrackField[T, V any](t *tracer, track *Track, f field[T], k kind[T, V]) {
	t.add(f.prop, track.path()+"."+k.path, func() FieldProvenance { return traceTrack(track, f, k) })
}

func (t *tracer) addTrack(track *Track) {
	addTrackField(t, track, numberField, numberKind)
	addTrackField(t, track, trackTitleField, songKind)
	addTrackField(t, track, trackArtistsField, performersKind)
	t.addTrackCredits(track)
	addTrackField(t, track, lengthField, lengthKind)
	addTrackField(t, track, isrcField, isrcKind)
	addTrackField(t, track, kindField, kindKind)
	addTrackField(t, track, explicitField, explicitKind)
	t.add(music.PropMBIDs, track.path()+".recordingMbid", func() FieldProvenance { return track.traceRecording() })
	t.add(music.PropTrackAvailability, track.path()+"."+trackRegionsKind.path, func() FieldProvenance {
		return track.traceRegions()
	})
}

func (t *tracer) addTrackCredits(track *Track) {
	order := track.medium.list.order(music.PropTrackArtists)
	_, chosen := trackArtistsField.choose(track.medium.list.sources, ranking{order: order}, track.running)
	p := spot{track.path() + ".artists", order, track.running, chosen, nil}
	for i := range track.plain.Artists {
		addElement(t, track.medium.list.sources, trackArtistsField, p, creditName(i))
	}
}

// traceRecording chooses nobody where several recordings are named.
func (t *Track) traceRecording() *StringProvenance {
	r := t.Release()
	p := spot{t.path() + ".recordingMbid", r.orders.ids, t.running, none, nil}
	if id, ok := t.RecordingMBID(); ok {
		for _, i := range r.orders.ids {
			if e, _ := recordingField.read(t.medium.list.sources[i], t.running); e != nil && e.MBID == id {
				p.chosen = int(i)
				break
			}
		}
	}
	return trace(t.medium.list.sources, recordingMBIDField, mbidKind, p)
}
