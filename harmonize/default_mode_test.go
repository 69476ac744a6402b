package harmonize_test

import (
	"regexp"
	"strings"
	"testing"

	"tutti/harmonize"
	"tutti/internal/conformance"
)

// unequal are the places where the default mode differs from the reference by design: links are named once, regions of
// tracks united, and who is the source of what may follow from that.
var unequal = regexp.MustCompile(`^(info|externalLinks)|\.availableIn$`)

// misled are the values that the reference keeps from another provider than the one it names.
const misled = "the source of ISRCs or lengths names a provider whose values are not used"

// comparable leaves out contradictions, which are clustered, and lists that the reference understands differently: that for
// media leads all properties, and those that name some providers show through.
func (c mergeCase) comparable() bool {
	if len(c.options.Media) > 0 {
		return false
	}
	return len(c.options.By) == 0 || len(c.options.ExternalIDs) == len(conformance.DefaultPreferences().ExternalIDs)
}

// TestDefaultModeEqualsReferenceOnTheCorpus holds the promise that the default mode gives every value that the reference
// preset gives, where tracks align by index. It may know more.
func TestDefaultModeEqualsReferenceOnTheCorpus(t *testing.T) {
	t.Parallel()
	n := 0
	for _, dir := range folders(t) {
		for _, c := range append(recordedMerges(t, dir), syntheticMerges(t, dir)...) {
			reference, err := harmonize.Merge(conformance.Outcomes(c.inputs), c.options)
			if err != nil || !c.comparable() || strings.Contains(c.defect, misled) {
				continue
			}
			n++
			t.Run(c.id, func(t *testing.T) {
				t.Parallel()
				checkDefaultMode(t, c, reference)
			})
		}
	}
	t.Logf("%d merges", n)
}

func checkDefaultMode(t *testing.T, c mergeCase, reference *harmonize.Result) {
	t.Helper()
	o := harmonize.Default()
	o.Preferences, o.Raw, o.Primary = c.options.Preferences, c.options.Raw, c.options.Primary
	result, err := harmonize.Merge(conformance.Outcomes(c.inputs), o)
	if err != nil {
		t.Fatal(err)
	}
	got := must(conformance.EncodeMerge(result, c.inputs))
	want := must(conformance.EncodeMerge(reference, c.inputs))
	for _, d := range conformance.Compare(got, want) {
		gap := d.Want == nil || d.Want == ""
		if !gap && !unequal.MatchString(d.Path) {
			t.Error(d)
		}
	}
}
