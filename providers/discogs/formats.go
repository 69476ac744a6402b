package discogs

import (
	"slices"
	"strconv"
	"strings"

	"tutti/providers/internal/convert"
)

// maxQuantity is where we stop to count the media of a format.
const maxQuantity = 1000

// Values of MusicBrainz.
const (
	statusOfficial  = "Official"
	statusPromotion = "Promotion"
	statusBootleg   = "Bootleg"
	packagingBox    = "Box"
	packagingNone   = "None"
)

// mediumFormats returns the format of each medium, in order; an empty text is a medium without a known format.
func mediumFormats(formats []wireFormat) []string {
	var media []string
	for _, f := range formats {
		media = append(media, formatsOf(f)...)
	}
	return media
}

// formatsOf returns the formats of the media that one entry stands for. A box is no medium, and the quantity of files counts tracks.
func formatsOf(f wireFormat) []string {
	switch f.Name {
	case formatAll, formatBox:
		return nil
	case formatFile:
		return []string{convert.DigitalMedia}
	default:
		return slices.Repeat([]string{formatName(f)}, quantity(f.Qty))
	}
}

// formatName returns the format of a medium; of several descriptions that refine it the first counts.
func formatName(f wireFormat) string {
	refined, ok := formatNames[f.Name]
	if !ok {
		return ""
	}
	for _, d := range f.Descriptions {
		if name, ok := refined[d]; ok {
			return name
		}
	}
	return f.Name
}

// quantity returns a number of media. What is no number is one medium.
func quantity(text string) int {
	n, err := strconv.Atoi(strings.TrimSpace(text))
	if err != nil || n < 1 {
		return 1
	}
	return min(n, maxQuantity)
}

// telling returns the formats that say something of the release as a whole: a box is followed by what is in it.
func telling(formats []wireFormat) []wireFormat {
	if i := slices.IndexFunc(formats, isBox); i >= 0 {
		return formats[:i+1]
	}
	return formats
}

func isBox(f wireFormat) bool { return f.Name == formatBox }

func isFile(f wireFormat) bool { return f.Name == formatFile }

// convertStatus returns the status; nil: there is no list of formats to tell. What is unofficial is so as a promotion too.
func convertStatus(formats []wireFormat) *string {
	if formats == nil {
		return nil
	}
	status := statusOfficial
	for _, f := range telling(formats) {
		for _, d := range f.Descriptions {
			switch {
			case strings.Contains(d, "Unofficial"):
				return new(statusBootleg)
			case d == "Promo":
				status = statusPromotion
			}
		}
	}
	return &status
}

// convertTypes returns the types in the order in which they are met, formats before styles; nil: there is neither list.
func convertTypes(formats []wireFormat, styles []string) []string {
	if formats == nil && styles == nil {
		return nil
	}
	types := []string{}
	add := func(word string, meaning map[string]string) {
		if t, ok := meaning[word]; ok && !slices.Contains(types, t) {
			types = append(types, t)
		}
	}
	for _, f := range telling(formats) {
		for _, d := range f.Descriptions {
			add(d, describedTypes)
		}
	}
	for _, s := range styles {
		add(s, styleTypes)
	}
	return types
}

// convertPackaging returns the packaging: a box, none for files; nil: the service does not say it in words that are fixed.
func convertPackaging(formats []wireFormat) *string {
	switch {
	case formats == nil:
		return nil
	case slices.ContainsFunc(formats, isBox):
		return new(packagingBox)
	case !slices.ContainsFunc(formats, func(f wireFormat) bool { return !isFile(f) }):
		return new(packagingNone)
	default:
		return nil
	}
}
