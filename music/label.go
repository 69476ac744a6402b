package music

import (
	"slices"
	"strings"
)

// minLabelPart is the length that the parts on both sides of a slash need to be labels of their own, so that SA/NV is not split.
const minLabelPart = 3

// SplitLabels returns the labels of a text that joins them with slashes. A slash divides only if at least three characters
// other than slashes, blanks included, stand directly before and after it. The parts are trimmed; there is always one.
func SplitLabels(s string) []string {
	pieces := strings.Split(s, "/")
	labels := make([]string, 0, len(pieces))
	current := pieces[0]
	for i, p := range pieces[1:] {
		if units(pieces[i]) >= minLabelPart && units(p) >= minLabelPart {
			labels = append(labels, trim(current))
			current = p
		} else {
			current += "/" + p
		}
	}
	return append(labels, trim(current))
}

// units is the length in UTF-16 units, which is how the reference counts: an emoji is two.
func units(s string) int {
	n := 0
	for _, r := range s {
		n++
		if r > 0xffff {
			n++
		}
	}
	return n
}

// CleanLabels returns the labels with the names that a distributor puts where there is none replaced by the special label
// of MusicBrainz: DistroKid, Distro Kid and numbered ones such as 4711 Records DK2. External ids are dropped, as they
// are those of the distributor; the catalogue number stays.
func CleanLabels(labels []ReleaseLabel) []ReleaseLabel {
	clean := slices.Clone(labels)
	for i, l := range clean {
		if isDistributor(l.Name) {
			clean[i].Entity = Entity{Name: NoLabelName, MBID: NoLabelMBID}
		}
	}
	return clean
}

func isDistributor(name string) bool {
	if name == "DistroKid" || name == "Distro Kid" {
		return true
	}
	before, after, ok := strings.Cut(name, " Records DK")
	return ok && isNumber(before) && isAll(after, isDigit)
}
