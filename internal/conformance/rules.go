package conformance

import (
	"math"
	"regexp"
	"slices"
	"strings"
)

// rule is a defect of the reference that we decide otherwise, and the places at which results then differ.
type rule struct {
	defect string         // as the corpora tag it
	paths  *regexp.Regexp // of a part: media[0].tracklist[1].isrc
	// untagged are the parts of cases without a tag that show the defect where a difference is of just this kind: functions of the
	// recorded format, which has no tags, and what the synthetic format did not tag.
	untagged map[string]func(Difference) bool
}

// shows tells whether a difference of a part is what the rule brings about.
func (r rule) shows(part, defects string, d Difference) bool {
	if !r.paths.MatchString(d.Path) {
		return false
	}
	if slices.Contains(strings.Split(defects, "; "), r.defect) {
		return true
	}
	isOf, ok := r.untagged[part]
	return ok && isOf(d)
}

// excused tells whether all differences of a part are what declared rules bring about, and for which defects.
func excused(part, defects string, diffs []Difference) (string, bool) {
	var used []string
	for _, d := range diffs {
		i := slices.IndexFunc(rules, func(r rule) bool { return r.shows(part, defects, d) })
		if i < 0 {
			return "", false
		}
		if !slices.Contains(used, rules[i].defect) {
			used = append(used, rules[i].defect)
		}
	}
	return strings.Join(used, "; "), true
}

// isZeroPart tells that a part of a date is zero there and unknown here.
func isZeroPart(d Difference) bool { return d.Want == 0.0 && d.Got == nil }

// isRangeOfOne tells that a single number is written as a range.
func isRangeOfOne(d Difference) bool {
	got, ok := d.Got.(string)
	return ok && d.Want == got+"-"+got
}

// isFraction tells that a length has a fraction there and is rounded here.
func isFraction(d Difference) bool {
	got, ok := d.Got.(float64)
	want, isNumber := d.Want.(float64)
	return ok && isNumber && got == math.Round(want)
}

// isDeniedPage tells that the service says no there, which is taken for a page that cannot be read.
func isDeniedPage(d Difference) bool { return d.Want == "parse_error" && d.Got == "not_found" }

// hasSymbolsLeft tells that only written symbols are left, which are replaced here.
func hasSymbolsLeft(d Difference) bool {
	want, ok := d.Want.(string)
	return ok && d.Got == strings.NewReplacer("(c)", "©", "(C)", "©", "(p)", "℗", "(P)", "℗").Replace(want)
}

// isToldToBeShort tells that the only thing told there is not, and here is, is that tracks are missing.
func isToldToBeShort(d Difference) bool {
	got, ok := d.Got.([]any)
	if !ok {
		return false
	}
	rest := slices.DeleteFunc(slices.Clone(got), func(m any) bool {
		o, _ := m.(map[string]any) // else it has no kind
		return o["kind"] == "incomplete-tracklist"
	})
	return len(rest) < len(got) && same(rest, d.Want)
}

// isTooManyRequests tells that a refusal is a bad request there, and for asking too often here.
func isTooManyRequests(d Difference) bool { return d.Got == "rate_limited" && d.Want == "bad_request" }

// isRecordingPage tells that a page is nobody's there, and one of a recording here.
func isRecordingPage(d Difference) bool {
	got, ok := d.Got.(map[string]any)
	return ok && d.Want == nil && got["type"] == "recording"
}

// isSureGuess tells that no guess is sure enough there, and one is here.
func isSureGuess(d Difference) bool {
	got, ok := d.Got.(map[string]any)
	if !ok || d.Want != nil {
		return false
	}
	confidence, isGuess := got["confidence"].(float64)
	return isGuess && confidence > leastSure
}

// leastSure is the confidence that a language has to exceed, see core specification 9.
const leastSure = 0.8
