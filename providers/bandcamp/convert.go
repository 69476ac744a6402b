package bandcamp

import (
	"slices"
	"strconv"
	"strings"

	"tutti/music"
	"tutti/providers"
	"tutti/providers/internal/convert"
)

// name is the service's internal name.
const name music.ProviderName = "bandcamp"

// The service's own types. An account is an artist, even if it is a label.
const (
	typeAlbum  = "album"
	typeTrack  = "track"
	typeArtist = "artist"
)

// downloadPaid is the download_pref of what has to be paid for.
const downloadPaid = 2

// convertRelease returns what a page says, with what a player adds.
func convertRelease(r release) *music.Release {
	t := &r.page.Tralbum
	artists, labels := convertParties(r)
	return convert.Digital(&music.Release{
		Title:       t.Current.Title,
		Artists:     artists,
		GTIN:        convertGTIN(t),
		Links:       convertLinks(r),
		Media:       convertMedia(r),
		TrackCount:  announcedTracks(r.page),
		Types:       convertType(t.Current.Type),
		Date:        convertDate(t.Current),
		Labels:      labels,
		Images:      convertImages(r),
		Credits:     convertCredits(t.Current.Credits),
		AvailableIn: []music.Region{"XW"},
	})
}

// convertParties says who the artist is and who the label: the account that a page belongs to is one of them, by its name. A label
// that all packages agree on counts, unless the account turns out to be it.
func convertParties(r release) ([]music.ArtistCredit, []music.ReleaseLabel) {
	band, _, _ := strings.Cut(r.about.ID, "/")
	account := music.Entity{Name: r.page.Band.Name, IDs: convert.IDs(name, typeArtist, band)}
	artist := music.Entity{Name: r.page.Tralbum.Artist}
	var labels []music.ReleaseLabel
	if label, ok := labelOfPackages(r.page.Tralbum.Packages); ok {
		labels = []music.ReleaseLabel{{Entity: music.Entity{Name: label}}}
	}
	switch accountKey := music.NameKey(account.Name); {
	case accountKey == "":
	case len(labels) == 1 && music.SimilarNames(labels[0].Name, account.Name):
		labels[0].IDs = account.IDs
	case music.SimilarNames(artist.Name, account.Name):
		artist.IDs = account.IDs
	case !strings.Contains(music.NameKey(artist.Name), accountKey):
		labels = []music.ReleaseLabel{{Entity: account}}
	}
	return convert.Credit([]music.Entity{artist}, func(e music.Entity) music.Entity { return e }), labels
}

// labelOfPackages returns the one label that packages name.
func labelOfPackages(packages []wirePackage) (string, bool) {
	var names []string
	for _, p := range packages {
		if p.Label != "" && !slices.Contains(names, p.Label) {
			names = append(names, p.Label)
		}
	}
	if len(names) != 1 {
		return "", false
	}
	return names[0], true
}

// convertGTIN returns the barcode of an album, unless it is that of something else that is sold with it.
func convertGTIN(t *wireTralbum) music.GTIN {
	if isOfPackage(t) {
		return ""
	}
	return statedGTIN(t)
}

// statedGTIN is the barcode as the page has it. A track's own is not one of a release.
func statedGTIN(t *wireTralbum) music.GTIN {
	if t.Current.Type == typeTrack {
		return ""
	}
	return music.GTIN(t.Current.UPC)
}

// isOfPackage reports whether the barcode is that of a physical package.
func isOfPackage(t *wireTralbum) bool {
	stated := statedGTIN(t)
	return stated != "" && slices.ContainsFunc(t.Packages, func(p wirePackage) bool { return p.UPC != "" && stated.Equal(music.GTIN(p.UPC)) })
}

// convertType returns the one type that is certain. An album may be anything.
func convertType(typ string) []string {
	if typ != typeTrack {
		return nil
	}
	return []string{music.CapitalizeType("single")}
}

// convertDate returns the release date. One that is missing or before the platform is replaced by the day of publication, with a note.
func convertDate(c wireCurrent) *music.ReleaseDate {
	if date, ok := music.ParseDateTime(c.ReleaseDate); ok {
		if stated := music.QualifyDate(&date, launch()); stated.Quality == music.DateAssumedValid {
			return stated
		}
	}
	date, ok := music.ParseDateTime(c.PublishDate)
	if !ok {
		return music.QualifyDate(nil, launch())
	}
	note := "no release date is stated: this is the day of publication"
	if c.ReleaseDate != "" {
		note = "the stated release date cannot be that of a download: this is the day of publication"
	}
	return &music.ReleaseDate{Date: date, Quality: music.DateAssumedValid, Note: note}
}

func convertCredits(credits *string) *string {
	if credits == nil {
		return nil
	}
	return new(strings.ReplaceAll(*credits, "\r", ""))
}

// convertLinks returns the page of the release and its licence. A page on the band's own domain is left out for the one here.
func convertLinks(r release) []music.ExternalLink {
	i := info()
	page := r.page.Tralbum.URL
	if !i.Owns(page) {
		page = i.URL(r.about)
	}
	links := []music.ExternalLink{{URL: page, Types: linkTypes(&r.page.Tralbum)}}
	if license := r.page.LicenseURL; strings.HasPrefix(license, "https://") || strings.HasPrefix(license, "http://") {
		links = append(links, music.ExternalLink{URL: license, Types: []music.LinkType{music.License}})
	}
	return links
}

// linkTypes says what one can do at the page of a release.
func linkTypes(t *wireTralbum) []music.LinkType {
	var types []music.LinkType
	price := t.Current.MinimumPrice
	if price != nil && *price > 0 || t.Current.DownloadPref == downloadPaid {
		types = append(types, music.PaidDownload)
	}
	if t.FreeDownloadPage != "" || price != nil && *price == 0 && t.Current.IsSetPrice == 0 {
		types = append(types, music.FreeDownload)
	}
	if !t.IsSubscriberOnly && len(t.Tracks) > 0 && !slices.ContainsFunc(t.Tracks, func(t wireTrack) bool { return !isFreeStream(t) }) {
		types = append(types, music.FreeStreaming)
	}
	return types
}

// defaultLinks says what one can do at a page of which nothing else is known.
func defaultLinks(id providers.ID) []music.LinkType {
	if id.Type == typeTrack {
		return nil
	}
	return []music.LinkType{music.DiscographyPage}
}

// convertImages returns the cover, and the pictures of tracks that have one.
func convertImages(r release) []music.Image {
	var images []music.Image
	if id := r.page.Tralbum.ArtID; id > 0 {
		images = append(images, picture(id, music.ImageFront))
	}
	for _, t := range illustrated(r.player) {
		image := picture(t.ArtID, music.ImageTrack)
		image.Comment = "Track " + strconv.Itoa(t.TrackNum+1)
		images = append(images, image)
	}
	return images
}

// picture returns the addresses of a picture: as it was sent in, and 210 pixels wide.
func picture(id int64, typ music.ImageType) music.Image {
	base := "https://f4.bcbits.com/img/a" + strconv.FormatInt(id, 10)
	return music.Image{URL: base + "_0.jpg", Thumb: base + "_9.jpg", Types: []music.ImageType{typ}}
}

// illustrated returns the tracks that have a picture of their own, in the order of the player.
func illustrated(p wirePlayer) []wirePlayerTrack {
	return slices.DeleteFunc(slices.Clone(p.Tracks), func(t wirePlayerTrack) bool { return t.ArtID <= 0 || t.TrackNum < 0 || t.TrackNum >= mostTracks })
}
