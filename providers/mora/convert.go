package mora

import (
	"fmt"
	"strconv"
	"strings"

	"tutti/music"
	"tutti/providers"
	"tutti/providers/internal/convert"
)

// name is the service's internal name.
const name music.ProviderName = "mora"

// The service's own types.
const (
	typePackage = "package"
	typeArtist  = "artist"
)

// formatVideo is the mediaFormatNo of videos.
const formatVideo = 11

// fewestDigits is how many digits a part number has at least that is taken for a barcode.
const fewestDigits = 12

// codeNoGTIN is the code of the warning that a package has no barcode. It is stable.
const codeNoGTIN = "gtin-not-found"

// launch is when the service began.
func launch() music.PartialDate { return music.PartialDate{Year: 2004, Month: 4} }

// convertPage returns what is known of a package because it has a page: it is sold in Japan.
func convertPage(id providers.ID) *music.Release {
	return convert.Digital(&music.Release{
		Links:       []music.ExternalLink{{URL: page(id), Types: []music.LinkType{music.PaidDownload}}},
		AvailableIn: []music.Region{"JP"},
	})
}

// convertRelease returns a package by its metadata, which were got from source.
func convertRelease(w wireRelease, id providers.ID, source string) *music.Release {
	r := convertPage(id)
	r.Title = w.Title
	r.Artists = convertArtist(w.ArtistName, w.ArtistNo)
	r.GTIN = convertGTIN(w.DistPartNo, w.CDPartNo)
	r.Media = convertMedia(w.TrackList)
	r.Date = convertDate(w.StartDate)
	r.Labels = convertLabel(w.LabelCompanyName)
	r.Images = convertCover(source, w.FullSizeImage)
	r.Copyright = text(w.Master)
	return r
}

// idOf returns what metadata are about; what they do not say is as it was asked.
func idOf(w wireRelease, asked providers.ID) providers.ID {
	if w.LabelCode == "" || w.PackageID == "" {
		return asked
	}
	return providers.ID{Type: typePackage, ID: w.LabelCode + "/" + w.PackageID}
}

// convertArtist returns the one credit of a name, which may join several artists, with its one id.
func convertArtist(artist string, number int64) []music.ArtistCredit {
	return convert.Credit([]string{artist}, func(string) music.Entity {
		e := music.Entity{Name: artist}
		if number > 0 {
			e.IDs = convert.IDs(name, typeArtist, strconv.FormatInt(number, 10))
		}
		return e
	})
}

// convertGTIN returns the first part number that is a barcode. Eight digits are a catalogue number as a rule, whose last digit fits
// by chance. Held by TestConvert.
func convertGTIN(parts ...string) music.GTIN {
	for _, part := range parts {
		if g := music.GTIN(part); len(g) >= fewestDigits && g.Valid() == nil {
			return g
		}
	}
	return ""
}

// noGTIN warns that no part number is a barcode. The fact "parts" holds those that there are.
func noGTIN(w wireRelease) music.Message {
	parts := []string{}
	for _, part := range []string{w.DistPartNo, w.CDPartNo} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	return music.Message{
		Severity: music.Warning, Code: codeNoGTIN,
		Text:  fmt.Sprintf("mora has no barcode of `%.100s`.", strings.ReplaceAll(w.Title, "`", "'")),
		Facts: []music.Fact{{Name: "parts", Values: parts}},
	}
}

// convertDate returns the day of a time as it is written.
func convertDate(start *string) *music.ReleaseDate {
	if start == nil {
		return convert.Date(nil, launch())
	}
	day, _, _ := strings.Cut(strings.TrimSpace(*start), " ")
	day = strings.ReplaceAll(day, "/", "-")
	return convert.Date(&day, launch())
}

// convertLabel returns the label as it is named: slashes do not join several.
func convertLabel(company *string) []music.ReleaseLabel {
	if text(company) == nil {
		return nil
	}
	return []music.ReleaseLabel{{Entity: music.Entity{Name: *company}}}
}

// convertCover returns the front cover, which lies beside the metadata.
func convertCover(source, link string) []music.Image {
	u := convert.Resolve(source, link)
	if u == "" {
		return nil
	}
	return []music.Image{{URL: u, Types: []music.ImageType{music.ImageFront}}}
}

// convertMedia returns one medium without a number; without tracks, none; nil: there is no list.
func convertMedia(list []wireTrack) []music.Medium {
	if list == nil {
		return nil
	}
	if len(list) == 0 {
		return []music.Medium{}
	}
	tracks := make([]music.Track, len(list))
	for i, t := range list {
		tracks[i] = convertTrack(t)
	}
	return []music.Medium{{Format: convert.DigitalMedia, Tracks: tracks}}
}

func convertTrack(t wireTrack) music.Track {
	track := music.Track{
		Title:   t.Title,
		Artists: convertArtist(t.ArtistName, t.ArtistNo),
		Number:  music.Numbered(max(0, t.TrackNo)),
		Length:  convert.Seconds(t.Duration),
		Kind:    music.Audio,
	}
	if t.MediaFormatNo == formatVideo {
		track.Kind = music.Video
	}
	return track
}

// text returns a text that says something; nil: it does not.
func text(s *string) *string {
	if s == nil || *s == "" {
		return nil
	}
	return s
}
