package harmonize

import (
	"fmt"

	"tutti/music"
)

// longest is the length beyond which none is believed: the longest tracks that are sold last some dozens of hours.
const longest = music.Duration(100 * 60 * 60 * 1000)

// CodeImplausible is the code of messages about values that were not merged because they cannot be.
const CodeImplausible = "implausible-value"

// isPossible holds for dates that a calendar may have. Whether they lie ahead is not looked at: releases are announced.
func isPossible(d music.PartialDate) bool {
	const lastYear, months, days = 9999, 12, 31
	return 0 < d.Year && d.Year <= lastYear && 0 <= d.Month && d.Month <= months && 0 <= d.Day && d.Day <= days
}

// refusals tell what of a source is not merged because it cannot be.
func (s *source) refusals() []music.Message {
	var out []music.Message
	if d, has := dateField.read(s, 0); has == refused {
		out = append(out, s.refusal(dateKind.path, fmt.Sprintf("No date is like %d-%d-%d", d.Date.Year, d.Date.Month, d.Date.Day)))
	}
	n, first := 0, 0
	for at := range s.tracks {
		if _, has := lengthField.read(s, at); has == refused {
			if n == 0 {
				first = at
			}
			n++
		}
	}
	if n > 0 {
		length, _ := lengthField.read(s, first)
		out = append(out, s.refusal(lengthKind.path, fmt.Sprintf(
			"%d of %d tracks have impossible lengths, first %s with %d ms", n, len(s.tracks), s.position(first), int64(length))))
	}
	return out
}

func (s *source) refusal(path, text string) music.Message {
	return music.Message{Severity: music.Warning, Code: CodeImplausible, Text: text, Provider: s.Provider, Path: path}
}
