package harmonize

import (
	"slices"
	"sync"

	"tutti/music"
)

// Release is a release merged from several providers, or from one.
type Release struct {
	opts     *Options
	sources  []*source // merged, as asked
	excluded []*source
	orders   *orders
	plain    *music.Release
	origin   [music.NumProperties]int // index of the source whose value was chosen
	list     *tracklist
	media    func() []*Medium
	derived  music.Properties // found out by ourselves, not stated by a source
	remarks  []music.Message  // on what was
}

// IsEntity marks a GraphQL entity.
func (*Release) IsEntity() {}

// Music is the release as plain value, which holds what is chosen without any `from`; do not change it.
func (r *Release) Music() *music.Release { return r.plain }

// Source returns the provider whose value of the property was taken, false where there is none or all were united.
// The reference calls it source map: PropMBIDs stands for the release group, PropMediumDivision for media.
func (r *Release) Source(p music.Property) (music.ProviderName, bool) {
	if i := r.origin[p]; i != none {
		return r.sources[i].Provider, true
	}
	return "", false
}

// Providers are those merged, most preferred first.
func (r *Release) Providers() []music.ProviderName { return names(r.sources, r.orders.base) }

// Title of the release; empty when no provider has one.
func (r *Release) Title(from []music.ProviderName) string {
	if len(from) == 0 {
		return r.plain.Title
	}
	return ask(r, titleField, from)
}

// Artists of the release.
func (r *Release) Artists(from []music.ProviderName) []ArtistCredit {
	credits := r.plain.Artists
	if len(from) > 0 {
		credits = r.withArtistIDs(ask(r, artistsField, from))
	}
	if credits == nil {
		return []ArtistCredit{}
	}
	return credited(credits)
}

// GTIN in the form in which its provider writes it.
func (r *Release) GTIN(from []music.ProviderName) (music.GTIN, bool) {
	g := r.plain.GTIN
	if len(from) > 0 {
		g = ask(r, gtinField, from)
	}
	return g, g != ""
}

// Barcode is the GTIN.
//
// Deprecated: it serves a deprecated GraphQL field.
func (r *Release) Barcode() (music.GTIN, bool) { return r.GTIN(nil) }

func (r *Release) date(from []music.ProviderName) *music.ReleaseDate {
	if len(from) == 0 {
		return r.plain.Date
	}
	return ask(r, dateField, from)
}

// ReleaseDate as far as it is known.
func (r *Release) ReleaseDate(from []music.ProviderName) (music.PartialDate, bool) {
	d := r.date(from)
	if d == nil {
		return music.PartialDate{}, false
	}
	return d.Date, d.Date != music.PartialDate{}
}

// ReleaseDateQuality is what the date is worth.
func (r *Release) ReleaseDateQuality(from []music.ProviderName) (music.DateQuality, bool) {
	d := r.date(from)
	if d == nil {
		return "", false
	}
	return d.Quality, d.Quality != ""
}

// ReleaseDateNote says why the date is doubted.
func (r *Release) ReleaseDateNote(from []music.ProviderName) *string {
	d := r.date(from)
	if d == nil {
		return nil
	}
	return textOrNil(d.Note)
}

// Labels are nil when unknown, empty when there is known to be none.
func (r *Release) Labels(from []music.ProviderName) []ReleaseLabel {
	labels := r.plain.Labels
	if len(from) > 0 {
		labels = r.opts.labels(r.withLabelIDs(ask(r, labelsField, from)))
	}
	return wrap(labels, func(l *music.ReleaseLabel) ReleaseLabel { return ReleaseLabel{l} })
}

// Types are united from all providers; of several primary types the first of those named decides.
func (r *Release) Types(from []music.ProviderName) []string {
	if len(from) == 0 {
		return r.plain.Types
	}
	return r.uniteTypes(r.typesRanking(from))
}

// Status is the MusicBrainz release status.
func (r *Release) Status(from []music.ProviderName) *string {
	return r.text(r.plain.Status, statusField, from)
}

// Packaging is the MusicBrainz packaging.
func (r *Release) Packaging(from []music.ProviderName) *string {
	return r.text(r.plain.Packaging, packagingField, from)
}

// Copyright has one line per statement.
func (r *Release) Copyright(from []music.ProviderName) *string {
	return r.text(r.plain.Copyright, copyrightField, from)
}

// Credits say who did what, one per line.
func (r *Release) Credits(from []music.ProviderName) *string {
	return r.text(r.plain.Credits, creditsField, from)
}

func (r *Release) text(plain *string, f field[*string], from []music.ProviderName) *string {
	if len(from) == 0 {
		return plain
	}
	return ask(r, f, from)
}

func (r *Release) language(from []music.ProviderName) *music.Language {
	if len(from) == 0 {
		return r.plain.Language
	}
	if l := ask(r, languageField, from); l != nil {
		return l
	}
	return r.plain.Language
}

// Language of the titles, ISO 639-3; where nobody states it, as it was guessed from them.
func (r *Release) Language(from []music.ProviderName) *string {
	l := r.language(from)
	if l == nil {
		return nil
	}
	return textOrNil(l.Code)
}

// LanguageConfidence is nil for a language that is stated rather than guessed.
func (r *Release) LanguageConfidence(from []music.ProviderName) *float64 {
	l := r.language(from)
	if l == nil {
		return nil
	}
	return l.Confidence
}

func (r *Release) script(from []music.ProviderName) *music.Script {
	if len(from) == 0 {
		return r.plain.Script
	}
	if s := ask(r, scriptField, from); s != nil {
		return s
	}
	return r.plain.Script
}

// Script of the titles, ISO 15924; where nobody states it, as it was detected in them.
func (r *Release) Script(from []music.ProviderName) *string {
	s := r.script(from)
	if s == nil {
		return nil
	}
	return textOrNil(s.Code)
}

// ScriptFrequency is the share of the letters that are of this script.
func (r *Release) ScriptFrequency(from []music.ProviderName) *float64 {
	s := r.script(from)
	if s == nil {
		return nil
	}
	return &s.Frequency
}

// Images of the first provider that has one of at least minWidth pixels; nil when unknown.
func (r *Release) Images(from []music.ProviderName, minWidth *int) []Image {
	f := imagesField
	if minWidth != nil {
		f = largeImagesField(*minWidth)
	}
	images, i := f.choose(r.sources, r.rank(r.orders.by[f.prop], from), 0)
	return wrap(images, func(m *music.Image) Image { return Image{m, r.sources[i].Provider} })
}

func largeImagesField(minWidth int) field[[]music.Image] {
	return field[[]music.Image]{music.PropImages, func(s *source, _ int) ([]music.Image, fill) {
		var large []music.Image
		for _, m := range s.Release.Images {
			if m.Width >= minWidth {
				large = append(large, m)
			}
		}
		if large == nil && s.Release.Images != nil {
			large = []music.Image{}
		}
		return large, ofList(large)
	}}
}

// AvailableIn are the regions where at least one provider offers it; nil when unknown.
func (r *Release) AvailableIn() []music.Region { return r.plain.AvailableIn }

// ExcludedFrom are the regions that providers serve where none of them offers it; nil when unknown.
func (r *Release) ExcludedFrom() []music.Region { return r.plain.ExcludedFrom }

// Availability has one entry per provider that says where it offers the release; nil when none says so.
func (r *Release) Availability() []ProviderAvailability {
	var out []ProviderAvailability
	for _, i := range r.orders.base {
		s := r.sources[i]
		if v, has := regionsField.read(s, 0); has != absent {
			out = append(out, ProviderAvailability{s.Provider, v.available, v.excluded})
		}
	}
	return out
}

// Links are the pages about the release at all providers.
func (r *Release) Links() []ExternalLink {
	links := wrap(r.plain.Links, func(l *music.ExternalLink) ExternalLink { return ExternalLink{l} })
	if links == nil {
		return []ExternalLink{}
	}
	return links
}

// MBID is the release's identifier at MusicBrainz, false unless exactly one is known.
func (r *Release) MBID() (music.MBID, bool) {
	var id music.MBID
	for _, s := range r.sources {
		if s.Template || s.MBID == "" || s.MBID == id {
			continue
		}
		if id != "" {
			return "", false
		}
		id = s.MBID
	}
	return id, id != ""
}

// ReleaseGroupMBID is the identifier of the release's group at MusicBrainz.
func (r *Release) ReleaseGroupMBID() (music.MBID, bool) {
	if r.plain.ReleaseGroup == nil {
		return "", false
	}
	return r.plain.ReleaseGroup.MBID, r.plain.ReleaseGroup.MBID != ""
}

// Media are aligned to those of the first provider that has some; nil when no provider has a track list.
func (r *Release) Media(from []music.ProviderName) []*Medium {
	if len(from) == 0 {
		return r.media()
	}
	return newTracklist(r, from).wrap()
}

// TrackCount is the number of tracks of the provider that gives the frame, else of the first one that counts them; nil when none does.
func (r *Release) TrackCount(from []music.ProviderName) *int {
	order := r.orders.media
	if len(from) == 0 {
		order = r.frameOrder()
	}
	n, i := countField.choose(r.sources, r.rank(order, from), 0)
	if i == none {
		return nil
	}
	return &n
}

// frameOrder puts the frame first, so that the count is that of the media.
func (r *Release) frameOrder() []uint8 {
	if r.opts.reference || r.list.frame == none {
		return r.orders.media
	}
	frame := uint8(r.list.frame) //nolint:gosec // an index of sources
	return append([]uint8{frame}, slices.DeleteFunc(slices.Clone(r.orders.media), func(i uint8) bool { return i == frame })...)
}

// Provenance tells who says what about the release. It is computed when asked.
func (r *Release) Provenance() *ReleaseProvenance { return &ReleaseProvenance{r} }

func ask[T any](r *Release, f field[T], from []music.ProviderName) T {
	v, _ := f.choose(r.sources, r.rank(r.orders.by[f.prop], from), 0)
	return v
}

func (r *Release) lazily() {
	r.media = sync.OnceValue(r.list.wrap)
}

func names(sources []*source, order []uint8) []music.ProviderName {
	out := make([]music.ProviderName, len(order))
	for n, i := range order {
		out[n] = sources[i].Provider
	}
	return out
}

// wrap turns plain values into those that GraphQL binds to, and keeps the difference between nil and empty.
func wrap[T, W any](list []T, f func(*T) W) []W {
	if list == nil {
		return nil
	}
	out := make([]W, len(list))
	for i := range list {
		out[i] = f(&list[i])
	}
	return out
}
