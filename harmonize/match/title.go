package match

import (
	"slices"
	"strings"
	"unicode"

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

// splitVersion returns a title without its versions and guests, and these.
func splitVersion(text string) (base string, parts []string) {
	var b strings.Builder
	for text != "" {
		i := strings.IndexAny(text, "([")
		if i < 0 {
			break
		}
		end := closing(text[i:])
		if end < 0 {
			break
		}
		b.WriteString(text[:i])
		inner := text[i+1 : i+end]
		if isVersion(inner) || isGuest(inner) {
			parts = append(parts, inner)
			b.WriteByte(' ')
		} else {
			b.WriteString(inner)
		}
		text = text[i+end+1:]
	}
	b.WriteString(text)
	base = b.String()
	if i := strings.LastIndex(base, " - "); i > 0 && (isVersion(base[i+3:]) || isGuest(base[i+3:])) {
		base, parts = base[:i], append(parts, base[i+3:])
	}
	if i := guestsAt(base); i > 0 {
		base = base[:i]
	}
	return base, parts
}

// closing is where the bracket closes that a text begins with; -1: nowhere.
func closing(text string) int {
	depth := 0
	for i, r := range text {
		switch r {
		case '(', '[':
			depth++
		case ')', ']':
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return -1
}

// guestsAt is where a title goes on with guests that stand in no brackets; -1: nowhere.
func guestsAt(text string) int {
	lower := strings.ToLower(text)
	if len(lower) != len(text) { // a letter changed its size; where it stands is not known
		return -1
	}
	for word := range guestWords {
		if i := strings.Index(lower, " "+word+". "); i > 0 {
			return i
		}
	}
	return strings.Index(lower, " featuring ")
}

func isVersion(part string) bool {
	return slices.ContainsFunc(wordsOf(part), func(w string) bool { return versionWords[w] })
}

func isGuest(part string) bool {
	list := wordsOf(part)
	return len(list) > 0 && guestWords[list[0]]
}

// marksOf are the words of a version that tell it from another; none of a guest.
func marksOf(part string) []string {
	if isGuest(part) {
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
