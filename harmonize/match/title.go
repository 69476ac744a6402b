package match

import (
	"slices"
	"strings"
	"unicode"

	titles "tutti/harmonize/internal/title"
	"tutti/music"
)

// title is a title taken apart.
type title struct {
	base  string // without version and guests, as letters and digits alone
	marks string // words of the version, in order of the alphabet
}

// parse takes a title apart: what stands in brackets or after a dash belongs to the title, unless it names a version or a guest.
func parse(text string) title {
	base, parts := splitVersion(text)
	var marks []string
	for _, p := range parts {
		marks = append(marks, marksOf(p)...)
	}
	slices.Sort(marks)
	t := title{clipped(music.NameKey(base)), strings.Join(slices.Compact(marks), " ")}
	if t.base == "" {
		t = title{base: clipped(music.NameKey(text))}
	}
	return t
}

func clipped(key string) string {
	if letters := []rune(key); len(letters) > maxTitle {
		return string(letters[:maxTitle])
	}
	return key
}

// splitVersion returns a title without its versions and guests, and these. Other additions belong to the title.
func splitVersion(text string) (base string, parts []string) {
	base, additions := titles.Split(text, isVersion)
	kept := []string{base}
	for _, a := range slices.Backward(additions) {
		if isVersion(a) || titles.IsGuest(a) {
			parts = append(parts, a)
		} else {
			kept = append(kept, a)
		}
	}
	return strings.Join(kept, " "), parts
}

func isVersion(part string) bool {
	return slices.ContainsFunc(wordsOf(part), func(w string) bool { return versionWords[w] })
}

// marksOf are the words of a version that tell it from another; none of a guest.
func marksOf(part string) []string {
	if titles.IsGuest(part) {
		return nil
	}
	return slices.DeleteFunc(wordsOf(part), func(w string) bool { return fillerWords[w] })
}

// wordsOf returns the words of a text in their simplest form.
func wordsOf(text string) []string {
	var out []string
	for _, w := range strings.FieldsFunc(text, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\'' && r != '’' && !unicode.IsMark(r)
	}) {
		key := music.SimplifyName(w)
		if same, ok := sameWords[key]; ok {
			key = same
		}
		if key != "" {
			out = append(out, key)
		}
	}
	return out
}

// alike is how alike two titles are, from 0 to 1.
func (t title) alike(o title) float64 {
	share := likeness(t.base, o.base)
	if t.marks != o.marks {
		share *= otherVersion
	}
	return share
}

// likeness is 1 for equal texts, falling with the share of letters that must change to make one of the other.
func likeness(a, b string) float64 {
	if a == b {
		return 1
	}
	x, y := []rune(a), []rune(b)
	longest := max(len(x), len(y))
	if len(x) == 0 || len(y) == 0 {
		return 0
	}
	return 1 - float64(distance(x, y))/float64(longest)
}

// distance counts the letters to be added, left out or replaced (Levenshtein).
func distance(a, b []rune) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i, x := range a {
		corner := row[0]
		row[0] = i + 1
		for j, y := range b {
			cost := corner
			if x != y {
				cost = 1 + min(corner, row[j], row[j+1])
			}
			corner, row[j+1] = row[j+1], cost
		}
	}
	return row[len(b)]
}
