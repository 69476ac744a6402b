package music

import (
	"slices"
	"strconv"
	"strings"
)

// maxTracks is the number of tracks up to which gaps are filled, so that a wrong number cannot ask for millions of tracks.
const maxTracks = 9999

// FillGaps returns the tracks of a medium with a placeholder, titled [unknown] and without number, for each one that the
// source left out: before each track whose count is larger than its position, and at the end up to the given count (0:
// unknown), which only the total of a release with one medium can be. Printed and repeated numbers are left alone. Gaps
// that end beyond 9999 tracks are not filled.
func FillGaps(tracks []Track, count int) []Track {
	filled := make([]Track, 0, len(tracks))
	for _, t := range tracks {
		if n, ok := t.Number.Int(); ok {
			filled = padTracks(filled, n-1)
		}
		filled = append(filled, t)
	}
	filled = padTracks(filled, count)
	if len(filled) == len(tracks) {
		return tracks
	}
	return filled
}

func padTracks(tracks []Track, count int) []Track {
	for count <= maxTracks && len(tracks) < count {
		tracks = append(tracks, Track{Title: UnknownTitle})
	}
	return tracks
}

// TrackCounts returns the number of tracks of each medium, in order.
func TrackCounts(media []Medium) []int {
	if media == nil {
		return nil
	}
	counts := make([]int, len(media))
	for i, m := range media {
		counts[i] = len(m.Tracks)
	}
	return counts
}

// FlatCount returns the number of tracks of all media together.
func FlatCount(media []Medium) int {
	n := 0
	for i := range media {
		n += len(media[i].Tracks)
	}
	return n
}

// TrackSummary returns the numbers of tracks for people, such as 3+1 tracks, with an ordinary space. False: there are no media.
func TrackSummary(media []Medium) (string, bool) {
	if len(media) == 0 {
		return "", false
	}
	counts := make([]string, len(media))
	for i := range media {
		counts[i] = strconv.Itoa(len(media[i].Tracks))
	}
	noun := " tracks"
	if FlatCount(media) == 1 {
		noun = " track"
	}
	return strings.Join(counts, "+") + noun, true
}

// TrackRanges returns runs of consecutive numbers as from-to, other numbers alone. The numbers have to be sorted; repeated
// ones count once. The reference writes a single number as a range too.
func TrackRanges(numbers []int) []string {
	numbers = slices.Compact(slices.Clone(numbers))
	ranges := make([]string, 0, len(numbers))
	for start := 0; start < len(numbers); {
		end := start + 1
		for end < len(numbers) && numbers[end] == numbers[end-1]+1 {
			end++
		}
		text := strconv.Itoa(numbers[start])
		if end-start > 1 {
			text += "-" + strconv.Itoa(numbers[end-1])
		}
		ranges = append(ranges, text)
		start = end
	}
	return ranges
}
