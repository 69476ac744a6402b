package music

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
)

// mainShare is the share of the letters from which a script is the main one of a text.
const mainShare = 0.75

// DetectScripts returns the scripts of the letters of a text with their shares, the most frequent first. Letters that stand for a
// syllable or a word weigh more. Where Japanese or Korean scripts are mixed, Jpan and Kore are listed beside their parts.
func DetectScripts(text string) []Script { return detect(text, scripts) }

// DetectCommonScripts is DetectScripts for the ten scripts that the reference knows: letters of others do not count.
func DetectCommonScripts(text string) []Script { return detect(text, scripts[:commonScripts]) }

// MainScript returns the code of the script that three quarters of the letters are in; false if there is none.
func MainScript(text string) (string, bool) {
	found := DetectScripts(text)
	if len(found) == 0 || found[0].Frequency < mainShare {
		return "", false
	}
	return found[0].Code, true
}

// HasLetter tells whether there is a letter of any script in a text.
func HasLetter(text string) bool {
	return strings.ContainsFunc(text, unicode.IsLetter)
}

func detect(text string, among []script) []Script {
	weights, all := weigh(text, among)
	var out []Script
	add := func(code string, weight int) {
		out = append(out, Script{Code: code, Frequency: float64(weight) / float64(all)})
	}
	for i, w := range weights {
		if w > 0 {
			add(among[i].code, w)
		}
	}
	for _, u := range unions {
		weight, members := 0, 0
		for i, w := range weights {
			if w > 0 && slices.Contains(u.of, among[i].code) {
				weight += w
				members++
			}
		}
		if members > 1 {
			add(u.code, weight)
		}
	}
	slices.SortStableFunc(out, func(a, b Script) int { return cmp.Compare(b.Frequency, a.Frequency) })
	return out
}

// weigh returns what the letters of each script weigh, and all together.
func weigh(text string, among []script) (weights []int, all int) {
	weights = make([]int, len(among))
	last := 0 // letters stand beside others of their script
	for _, r := range text {
		if !unicode.IsLetter(r) {
			continue
		}
		if !unicode.Is(among[last].letters, r) {
			i := slices.IndexFunc(among, func(s script) bool { return unicode.Is(s.letters, r) })
			if i < 0 {
				continue
			}
			last = i
		}
		weights[last] += among[last].weight
		all += among[last].weight
	}
	return weights, all
}
