package harmonize_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"tutti/harmonize"
	"tutti/internal/conformance"
	"tutti/music"
)

// unequal are the places where the default mode differs from the reference by design: links are named once, regions of
// tracks united, and who is the source of what may follow from that.
var unequal = regexp.MustCompile(`^(info|externalLinks)|\.availableIn$`)

// misled are the values that the reference keeps from another provider than the one it names.
const misled = "the source of ISRCs or lengths names a provider whose values are not used"

// excludesByTracks holds where the reference takes unequal lists for other releases. Those need not align by index.
func excludesByTracks(r *harmonize.Result) bool {
	return slices.ContainsFunc(r.Incompatible, func(i harmonize.Incompatibility) bool { return i.Check == harmonize.CheckTrackLists })
}

// isComparable leaves out contradictions, which are clustered, and lists that the reference understands differently: that for
// media leads all properties, and those that name some providers show through.
func isComparable(c conformance.MergeCase) bool {
	if len(c.Options.Media) > 0 {
		return false
	}
	return len(c.Options.By) == 0 || len(c.Options.ExternalIDs) == len(conformance.DefaultPreferences().ExternalIDs)
}

// TestDefaultModeEqualsReferenceOnTheCorpus holds the promise that the default mode gives every value that the reference
// preset gives, where tracks align by index. It may know more.
func TestDefaultModeEqualsReferenceOnTheCorpus(t *testing.T) {
	t.Parallel()
	n := 0
	for _, c := range conformance.GivenMerges(t) {
		reference, err := harmonize.Merge(conformance.Outcomes(c.Inputs), c.Options)
		if err != nil || !isComparable(c) || excludesByTracks(reference) || strings.Contains(c.Defect, misled) {
			continue
		}
		n++
		t.Run(c.ID, func(t *testing.T) {
			t.Parallel()
			checkDefaultMode(t, c, reference)
		})
	}
	t.Logf("%d merges", n)
}

// isUncommon tells that a script differs because it is one that the reference does not know.
func isUncommon(s *music.Script, path string) bool {
	return s != nil && strings.HasPrefix(path, "script.") && !slices.Contains(
		[]string{"Latn", "Hani", "Kana", "Hira", "Cyrl", "Grek", "Hang", "Hebr", "Arab", "Thai", "Jpan", "Kore"}, s.Code)
}

func checkDefaultMode(t *testing.T, c conformance.MergeCase, reference *harmonize.Result) {
	t.Helper()
	o := harmonize.Default()
	o.Preferences, o.Raw, o.Primary, o.Guess = c.Options.Preferences, c.Options.Raw, c.Options.Primary, c.Options.Guess
	result, err := harmonize.Merge(conformance.Outcomes(c.Inputs), o)
	if err != nil {
		t.Fatal(err)
	}
	got, err := conformance.EncodeMerge(result, c.Inputs)
	if err != nil {
		t.Fatal(err)
	}
	want, err := conformance.EncodeMerge(reference, c.Inputs)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range conformance.Compare(got, want) {
		gap := d.Want == nil || d.Want == ""
		if !gap && !unequal.MatchString(d.Path) && !isUncommon(result.Release.Music().Script, d.Path) {
			t.Error(d)
		}
	}
}
