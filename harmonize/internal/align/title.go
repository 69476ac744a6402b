package align

import (
	"slices"
	"strings"
	"unicode"

	titles "tutti/harmonize/internal/title"
	"tutti/music"
)

// traits are what counts of a title, in forms that are equal for equal things. They are empty where the title tells nothing.
type traits struct {
	whole    string // all of it
	full     string // without guests and remarks that mean no other recording
	base     string // without any addition
	extra    string // the additions that may mean another recording
	another  bool   // they do: live, remix, instrumental
	numerals string // of the base: Part 1 is not Part 2
	bare     string // the base without numerals
	latin    bool   // it is written in Latin letters
	grams    []uint64
}

// likeness is how much two titles have in common.
type likeness uint8

const (
	unlike        likeness = iota
	otherVersion           // the same song with other additions
	maybeVersion           // the same song, with an addition on one side
	sameRecording          // the same but for guests and remarks
	sameTitle
)

func traitsOf(tracks []Track) []traits {
	out := make([]traits, len(tracks))
	for i := range tracks {
		out[i] = newTraits(tracks[i].Title)
	}
	return out
}

func newTraits(title string) traits {
	if title == "" || title == music.UnknownTitle {
		return traits{}
	}
	t := traits{whole: music.NameKey(title)}
	base, additions := titles.Split(title, isAddition)
	t.base = music.SimplifyName(base)
	if t.base == "" {
		t.base, t.full = t.whole, t.whole
	} else {
		for _, a := range additions {
			if titles.IsGuest(a) || isRemark(a) {
				continue
			}
			t.extra += music.SimplifyName(a)
			t.another = t.another || namesVersion(a)
		}
		t.full = t.base + t.extra
	}
	t.numerals, t.bare = numerals(base)
	t.latin = strings.ContainsFunc(t.base, func(r rune) bool { return unicode.Is(unicode.Latin, r) })
	t.grams = grams(t.base)
	return t
}

// alike compares two titles.
func (t *traits) alike(u *traits) likeness {
	switch {
	case t.whole == "" || u.whole == "":
		return unlike
	case t.whole == u.whole:
		return sameTitle
	case t.full == u.full && t.extra == u.extra:
		return sameRecording
	case t.base != u.base:
		return unlike
	case t.extra == "" || u.extra == "":
		return maybeVersion
	default:
		return otherVersion
	}
}

// SameTitle tells whether two titles name the same recording, so far as titles tell: but for case, width, accents, guests and remarks.
func SameTitle(a, b string) bool {
	if a != "" && music.SimilarNames(a, b) {
		return true
	}
	x, y := newTraits(a), newTraits(b)
	return x.alike(&y) >= sameRecording
}

// Spelling, in per cent of the pairs of letters that two titles have in common.
const (
	spelledAlike  = 75
	spelledUnlike = 40
)

// spelling compares the bases letter by letter. Titles with different numerals have nothing in common.
func (t *traits) spelling(u *traits) int {
	if t.numerals != u.numerals || len(t.grams) == 0 || len(u.grams) == 0 {
		return 0
	}
	if t.numerals != "" && t.bare == u.bare {
		return 100
	}
	common, i, j := 0, 0, 0
	for i < len(t.grams) && j < len(u.grams) {
		switch {
		case t.grams[i] == u.grams[j]:
			common, i, j = common+1, i+1, j+1
		case t.grams[i] < u.grams[j]:
			i++
		default:
			j++
		}
	}
	return 200 * common / (len(t.grams) + len(u.grams))
}

// dissimilar holds for titles of one script which have little in common, so that they name different things.
func (t *traits) dissimilar(u *traits) bool {
	return t.whole != "" && u.whole != "" && t.latin == u.latin && t.alike(u) == unlike && t.spelling(u) < spelledUnlike
}

// grams are the pairs of neighbouring letters, sorted.
func grams(s string) []uint64 {
	if len(s) < 2 {
		return nil
	}
	out := make([]uint64, 0, len(s))
	last := rune(0)
	for _, r := range s {
		if last != 0 {
			out = append(out, uint64(last)<<32|uint64(r)) //nolint:gosec // letters are not negative
		}
		last = r
	}
	slices.Sort(out)
	return out
}

// numerals are the numbers of a title, in digits and in Roman numerals up to 20, and bare is what remains without them.
func numerals(title string) (numbers, bare string) {
	var out []string
	var rest strings.Builder
	all := titles.Words(title)
	for i, w := range all {
		n, ok := roman[w]
		switch {
		case w[0] >= '0' && w[0] <= '9':
			out = append(out, strings.TrimLeft(w, "0"))
		case ok:
			out = append(out, n)
		case w == "i" && i > 0 && i == len(all)-1:
			out = append(out, "1")
		default:
			rest.WriteString(w)
		}
	}
	return strings.Join(out, " "), rest.String()
}

// Base is a title without additions, and Guests are those that it names, as printed: "B & C" of "Song (feat. B & C)".
func Base(title string) (base, guests string) {
	base, additions := titles.Split(title, isAddition)
	var kept strings.Builder
	kept.WriteString(base)
	for _, a := range slices.Backward(additions) {
		if titles.IsGuest(a) {
			guests = titles.Guests(a)
			continue
		}
		kept.WriteString(" (" + a + ")")
	}
	return kept.String(), guests
}

// isAddition holds for what counts behind a dash.
func isAddition(text string) bool { return namesVersion(text) || isRemark(text) }

// isRemark holds for additions which do not mean another recording, such as 2011 Remaster.
func isRemark(addition string) bool {
	w := titles.Words(addition)
	named := false
	for _, word := range w {
		switch {
		case slices.Contains(remarkWords[:], word):
			named = true
		case slices.Contains(fillWords[:], word) || word[0] >= '0' && word[0] <= '9':
		default:
			return false
		}
	}
	return named
}

func namesVersion(addition string) bool {
	return slices.ContainsFunc(titles.Words(addition), func(w string) bool { return slices.Contains(versionWords[:], w) })
}

// NamesKey is equal for the same names in the same order, whatever joins them: "A feat. B & C", "A, B and C".
func NamesKey(names string) string {
	var key strings.Builder
	for word := range strings.FieldsSeq(names) {
		w := strings.ToLower(strings.Trim(word, "()[]"))
		if !titles.IsGuestMark(w) && !slices.Contains(joinWords[:], w) {
			key.WriteString(music.NameKey(word))
		}
	}
	return key.String()
}
