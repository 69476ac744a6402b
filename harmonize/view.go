package harmonize

import (
	"sync"

	"tutti/music"
)

// View is what one provider says, unmixed: a merge of its outcome alone.
type View struct {
	provider music.ProviderName
	merged   bool
	template bool
	release  func() *Release
}

func newView(o *Outcome, opts *Options, merged bool) *View {
	alone, own := *o, *opts
	alone.Template = false // what it says of the other release is what it says
	own.solo = o.Provider
	return &View{o.Provider, merged, o.Template, sync.OnceValue(func() *Release {
		return newRelease([]*source{newSource(&alone, &own)}, nil, &own)
	})}
}

// Provider is who says it.
func (v *View) Provider() music.ProviderName { return v.provider }

// Merged tells whether it is part of the merged release.
func (v *View) Merged() bool { return v.merged }

// Template tells whether it served as a fallback only.
func (v *View) Template() bool { return v.template }

// Release is the same as a merged release of one source.
func (v *View) Release() *Release { return v.release() }

// Title is Release.Title of this provider alone, and so on for the other methods.
func (v *View) Title() string { return v.release().Title(nil) }

// Artists of the release.
func (v *View) Artists() []ArtistCredit { return v.release().Artists(nil) }

// GTIN as the provider writes it.
func (v *View) GTIN() (music.GTIN, bool) { return v.release().GTIN(nil) }

// ReleaseDate as far as it is known.
func (v *View) ReleaseDate() (music.PartialDate, bool) { return v.release().ReleaseDate(nil) }

// ReleaseDateQuality is what the date is worth.
func (v *View) ReleaseDateQuality() (music.DateQuality, bool) {
	return v.release().ReleaseDateQuality(nil)
}

// ReleaseDateNote says why the date is doubted.
func (v *View) ReleaseDateNote() *string { return v.release().ReleaseDateNote(nil) }

// Labels are nil when unknown.
func (v *View) Labels() []ReleaseLabel { return v.release().Labels(nil) }

// Types are release group types.
func (v *View) Types() []string { return v.release().Types(nil) }

// Status is the MusicBrainz release status.
func (v *View) Status() *string { return v.release().Status(nil) }

// Packaging is the MusicBrainz packaging.
func (v *View) Packaging() *string { return v.release().Packaging(nil) }

// Language of the titles.
func (v *View) Language() *string { return v.release().Language(nil) }

// LanguageConfidence is nil for a language that is stated rather than guessed.
func (v *View) LanguageConfidence() *float64 { return v.release().LanguageConfidence(nil) }

// Script of the titles.
func (v *View) Script() *string { return v.release().Script(nil) }

// ScriptFrequency is the share of the letters that are of this script.
func (v *View) ScriptFrequency() *float64 { return v.release().ScriptFrequency(nil) }

// Copyright has one line per statement.
func (v *View) Copyright() *string { return v.release().Copyright(nil) }

// Credits say who did what.
func (v *View) Credits() *string { return v.release().Credits(nil) }

// Media of the release, nil when its track list is unknown.
func (v *View) Media() []*Medium { return v.release().Media(nil) }

// TrackCount is the number of tracks, nil when the track list is unknown.
func (v *View) TrackCount() *int { return v.release().TrackCount(nil) }

// Images of the release.
func (v *View) Images() []Image { return v.release().Images(nil, nil) }

// AvailableIn are the regions where the provider offers it.
func (v *View) AvailableIn() []music.Region { return v.release().AvailableIn() }

// ExcludedFrom are the regions that the provider serves without offering it there.
func (v *View) ExcludedFrom() []music.Region { return v.release().ExcludedFrom() }
