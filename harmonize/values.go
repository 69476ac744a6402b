package harmonize

import "tutti/music"

// ArtistCredit is one of the artists in a credit, with the text that leads to the next one.
type ArtistCredit struct {
	credit *music.ArtistCredit
	join   string
}

// Name is what to show: the name as credited, else the artist's own.
func (c ArtistCredit) Name() string { return c.credit.DisplayName() }

// CreditedName is the name as printed; nil where no source tells it from the artist's own.
func (c ArtistCredit) CreditedName() *string { return textOrNil(c.credit.CreditedName) }

// JoinPhrase is the text between this artist and the next, by default " & " before the last one and ", " before others.
func (c ArtistCredit) JoinPhrase() string { return c.join }

// Artist is who is credited.
func (c ArtistCredit) Artist() *Artist { return &Artist{entity: &c.credit.Entity} }

// Music is the credit as plain value; do not change it.
func (c ArtistCredit) Music() music.ArtistCredit { return *c.credit }

// Label is an imprint.
type Label struct{ entity *music.Entity }

// Name is the label's name.
func (l *Label) Name() string { return l.entity.Name }

// MBID is the label's identifier at MusicBrainz, false when unknown.
func (l *Label) MBID() (music.MBID, bool) { return l.entity.MBID, l.entity.MBID != "" }

// Entity has the label's ids at all services; do not change it.
func (l *Label) Entity() *music.Entity { return l.entity }

// ReleaseLabel is a label's part in a release.
type ReleaseLabel struct{ label *music.ReleaseLabel }

// Label is nil for a bare catalogue number.
func (l ReleaseLabel) Label() *Label {
	if l.label.Name == "" && l.label.MBID == "" && len(l.label.IDs) == 0 {
		return nil
	}
	return &Label{&l.label.Entity}
}

// CatalogNumber is the label's number of the release, nil when unknown.
func (l ReleaseLabel) CatalogNumber() *string { return textOrNil(l.label.CatalogNumber) }

// Image is a picture of a release.
type Image struct {
	image    *music.Image
	provider music.ProviderName
}

// URL is the address of the picture in full size.
func (i Image) URL() string { return i.image.URL }

// Thumbnail is the address of a small version, nil when there is none.
func (i Image) Thumbnail() *string { return textOrNil(i.image.Thumb) }

// Width is in pixels, nil when unknown.
func (i Image) Width() *int { return countOrNil(i.image.Width) }

// Height is in pixels, nil when unknown.
func (i Image) Height() *int { return countOrNil(i.image.Height) }

// Types say what the picture shows: front, back, track.
func (i Image) Types() []string { return texts(i.image.Types) }

// Comment is a remark of the source, nil when there is none.
func (i Image) Comment() *string { return textOrNil(i.image.Comment) }

// Provider is whose picture it is.
func (i Image) Provider() music.ProviderName {
	if i.image.Provider != "" {
		return i.image.Provider
	}
	return i.provider
}

// ExternalLink is a page about a release.
type ExternalLink struct{ link *music.ExternalLink }

// URL is the page's address.
func (l ExternalLink) URL() string { return l.link.URL }

// Types are MusicBrainz link types: what one can do there.
func (l ExternalLink) Types() []string { return texts(l.link.Types) }

// ProviderAvailability says where one provider offers a release or a track.
type ProviderAvailability struct {
	provider            music.ProviderName
	available, excluded []music.Region
}

// Provider is who offers it.
func (a ProviderAvailability) Provider() music.ProviderName { return a.provider }

// AvailableIn are the regions where it is offered, never nil.
func (a ProviderAvailability) AvailableIn() []music.Region { return regionsOrEmpty(a.available) }

// ExcludedFrom are the regions that the provider serves without offering it there, never nil.
func (a ProviderAvailability) ExcludedFrom() []music.Region { return regionsOrEmpty(a.excluded) }

func regionsOrEmpty(rs []music.Region) []music.Region {
	if rs == nil {
		return []music.Region{}
	}
	return rs
}

func textOrNil(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

func countOrNil(n int) *int {
	if n == 0 {
		return nil
	}
	return &n
}

func texts[S ~string](list []S) []string {
	out := make([]string, len(list))
	for i, s := range list {
		out[i] = string(s)
	}
	return out
}
