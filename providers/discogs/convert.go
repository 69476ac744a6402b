package discogs

import (
	"slices"
	"strconv"
	"unicode"
	"unicode/utf8"

	"tutti/music"
	"tutti/providers"
	"tutti/providers/internal/convert"
)

// name is the service's internal name.
const name music.ProviderName = "discogs"

// The service's own types.
const (
	typeRelease = "release"
	typeArtist  = "artist"
	typeLabel   = "label"
	typeMaster  = "master"
)

// Words of the service.
const (
	identifierBarcode = "Barcode"
	imagePrimary      = "primary"
	noCatalogNumber   = "none"
)

// bareCatalogNumber says that a release has no catalogue number, in the words of MusicBrainz.
const bareCatalogNumber = "[none]"

// hitsOf returns the releases among the results that may have the barcode: those with it; if there are none, those without any that
// is one. Barcodes stand among other numbers. False: all results are for other barcodes.
func hitsOf(found wireSearch, g music.GTIN) ([]providers.ID, bool) {
	var right, open []providers.ID
	wrong := false
	for _, h := range found.Results {
		if h.ID <= 0 || h.Type != "" && h.Type != typeRelease {
			continue
		}
		id, valid := providers.ID{Type: typeRelease, ID: idText(h.ID)}, cleaned(h.Barcode)
		switch {
		case slices.ContainsFunc(valid, g.Equal):
			right = append(right, id)
		case len(valid) == 0:
			open = append(open, id)
		default:
			wrong = true
		}
	}
	if len(right) > 0 {
		return right, true
	}
	return open, len(open) > 0 || !wrong
}

// cleaned returns those numbers that are barcodes, without blanks.
func cleaned(printed []string) []music.GTIN {
	var valid []music.GTIN
	for _, text := range printed {
		if g, ok := music.CleanBarcode(text); ok {
			valid = append(valid, g)
		}
	}
	return valid
}

// convertRelease returns a release with its track list.
func convertRelease(r wireRelease, list trackList) *music.Release {
	available, _ := convertCountry(r.Country) // else there is a remark
	media := convertMedia(list)
	return &music.Release{
		Title:        r.Title,
		Artists:      convertCredit(r.Artists),
		GTIN:         gtinOf(cleaned(barcodes(r.Identifiers)), ""),
		Links:        convertLinks(r.ID),
		Media:        media,
		TrackCount:   music.FlatCount(media),
		Status:       convertStatus(r.Formats),
		Types:        convertTypes(r.Formats, r.Styles),
		Date:         convertDate(r.Released),
		Labels:       convertLabels(r.Labels),
		Packaging:    convertPackaging(r.Formats),
		Images:       convertImages(r.Images),
		AvailableIn:  available,
		ReleaseGroup: convertGroup(r.MasterID),
	}
}

// barcodes returns what is printed as a barcode.
func barcodes(identifiers []wireIdentifier) []string {
	var printed []string
	for _, i := range identifiers {
		if i.Type == identifierBarcode {
			printed = append(printed, i.Value)
		}
	}
	return printed
}

// gtinOf returns, of the barcodes of a release, the one that was asked for, else the first.
func gtinOf(valid []music.GTIN, asked music.GTIN) music.GTIN {
	if i := slices.IndexFunc(valid, asked.Equal); i >= 0 {
		return valid[i]
	}
	if len(valid) == 0 {
		return ""
	}
	return valid[0]
}

// convertLinks returns the page of the release.
func convertLinks(id int64) []music.ExternalLink {
	if id <= 0 {
		return nil
	}
	u := page(providers.ID{Type: typeRelease, ID: idText(id)})
	return []music.ExternalLink{{URL: u, Types: linkTypes(providers.ID{})}}
}

// convertDate returns the date, which a database promises nothing about; nil: the service does not say it.
func convertDate(released *string) *music.ReleaseDate {
	if released == nil || *released == "" {
		return nil
	}
	return convert.Date(released, music.PartialDate{})
}

// convertLabels returns a label for each catalogue number; a label with several numbers is there as often.
func convertLabels(labels []wireLabel) []music.ReleaseLabel {
	if labels == nil {
		return nil
	}
	out := make([]music.ReleaseLabel, 0, len(labels))
	for _, l := range labels {
		label := music.ReleaseLabel{
			Entity:        music.Entity{Name: withoutNumber(l.Name), IDs: convert.IDs(name, typeLabel, idText(l.ID))},
			CatalogNumber: l.CatNo,
		}
		if l.CatNo == noCatalogNumber {
			label.CatalogNumber = bareCatalogNumber
		}
		if label.Name != "" || label.CatalogNumber != "" {
			out = append(out, label)
		}
	}
	return out
}

// convertImages returns all pictures; without a list there are none, and nil: their addresses are kept back. The small ones are too
// blurred to be thumbnails.
func convertImages(images []wireImage) []music.Image {
	if isHidden(images) {
		return nil
	}
	out := []music.Image{}
	for _, i := range images {
		if i.URI == "" {
			continue
		}
		image := music.Image{URL: i.URI, Width: max(0, i.Width), Height: max(0, i.Height)}
		if i.Type == imagePrimary {
			image.Types = []music.ImageType{music.ImageFront}
		}
		out = append(out, image)
	}
	return out
}

// isHidden reports whether there are pictures, but no address of any.
func isHidden(images []wireImage) bool {
	return len(images) > 0 && !slices.ContainsFunc(images, func(i wireImage) bool { return i.URI != "" })
}

// convertGroup returns the release group, which is known by the id of its master; nil: the release has none.
func convertGroup(master int64) *music.Entity {
	ids := convert.IDs(name, typeMaster, idText(master))
	if ids == nil {
		return nil
	}
	return &music.Entity{IDs: ids}
}

// convertCountry returns what the name of a country stands for: one country, a group that has a name of its own, or several that are
// named one by one. False: the name is not known.
func convertCountry(country string) ([]music.Region, bool) {
	if r, ok := countries[country]; ok {
		return []music.Region{r}, true
	}
	if group, ok := countryGroups[country]; ok {
		return slices.Clone(group), true
	}
	var regions []music.Region
	for _, part := range betweenCountries.Split(country, -1) {
		r, ok := countries[part]
		if !ok {
			return nil, false
		}
		regions = append(regions, r)
	}
	return regions, true
}

// convertCredit returns the artists that have a name; nil: there are none. The name as credited is told only where it is another one.
func convertCredit(artists []wireArtist) []music.ArtistCredit {
	var credit []music.ArtistCredit
	for _, a := range artists {
		n := withoutNumber(a.Name)
		if n == "" {
			continue
		}
		credit = append(credit, music.ArtistCredit{
			Entity:       music.Entity{Name: n, IDs: convert.IDs(name, typeArtist, idText(a.ID))},
			CreditedName: a.ANV,
			JoinPhrase:   convertJoin(a.Join),
		})
	}
	return credit
}

// convertJoin returns words between artists with the blanks around them that the service leaves out; nil: there are none.
func convertJoin(words string) *string {
	if words == "" {
		return nil
	}
	if first, _ := utf8.DecodeRuneInString(words); first != ',' && !unicode.IsSpace(first) {
		words = " " + words
	}
	if last, _ := utf8.DecodeLastRuneInString(words); !unicode.IsSpace(last) {
		words += " "
	}
	return &words
}

// withoutNumber returns a name less the number that tells namesakes apart.
func withoutNumber(text string) string { return namesake.ReplaceAllString(text, "") }

// idText returns an id as text; empty: none.
func idText(id int64) string {
	if id <= 0 {
		return ""
	}
	return strconv.FormatInt(id, 10)
}
