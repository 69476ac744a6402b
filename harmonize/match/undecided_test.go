package match_test

import (
	"fmt"
	"testing"

	"tutti/harmonize/match"
)

func TestUndecided(t *testing.T) {
	t.Parallel()
	deluxe, plain := release(0, "a", "X (Deluxe)", "Y"), release(1, "b", "X", "Y")
	coded := release(1, "b", "X", "Y", gtin("4099998000013"))
	for name, c := range map[string]struct {
		subjects []match.Subject
		want     string
	}{
		"nothing to decide":       {[]match.Subject{release(0, "a", "X", "Y"), plain}, "[]"},
		"neither has a code":      {[]match.Subject{deluxe, plain}, "[0 1]"},
		"one has a code":          {[]match.Subject{deluxe, coded}, "[0]"},
		"both have codes":         {[]match.Subject{release(0, "a", "X (Deluxe)", "Y", gtin("4099998000020")), coded}, "[]"},
		"their counts tell":       {[]match.Subject{release(0, "a", "X (Deluxe)", "Y", tracks(14)), release(1, "b", "X", "Y", tracks(10))}, "[]"},
		"one provider's editions": {[]match.Subject{release(0, "a", "X (Deluxe)", "Y"), release(0, "b", "X", "Y", at(1))}, "[]"},
		"other artists":           {[]match.Subject{deluxe, release(1, "b", "X", "Z")}, "[]"},
		"tracks":                  {[]match.Subject{track(0, "a", "X (Live)", "Y"), track(1, "b", "X", "Y")}, "[]"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if got := fmt.Sprint(match.Undecided(c.subjects, match.Group(c.subjects))); got != c.want {
				t.Errorf("undecided are %s, want %s", got, c.want)
			}
		})
	}
}
