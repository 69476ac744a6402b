package harmonize

import (
	"strconv"

	"tutti/music"
)

// normalISRC is the code in its normal form; one that is not valid stays as it is.
func normalISRC(code *music.ISRC) *music.ISRC {
	if code == nil {
		return nil
	}
	n, ok := music.NormalizeISRC(*code)
	if !ok || n == *code {
		return code
	}
	return &n
}

// isrc is the code in its final form (core specification 5.4).
func (o *Options) isrc(code *music.ISRC) *music.ISRC {
	if o.Raw {
		return code
	}
	return normalISRC(code)
}

// labels replaces names of distributors, unless the values are wanted as they are.
func (o *Options) labels(labels []music.ReleaseLabel) []music.ReleaseLabel {
	if o.Raw {
		return labels
	}
	return music.CleanLabels(labels)
}

// summary are the numbers of tracks per medium, such as 10+12 tracks.
func summary(media []music.Medium) string {
	text, _ := music.TrackSummary(media)
	return text
}

// flatSummary is the same without media.
func flatSummary(n int) string {
	if n == 1 {
		return "1 track"
	}
	return strconv.Itoa(n) + " tracks"
}
