package music_test

import (
	"math"
	"testing"

	"tutti/music"
)

func TestDurationFormat(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name  string
		ms    music.Duration
		style music.DurationStyle
		want  string
	}{
		{"milliseconds", 1234567, music.DurationAuto, "20:34.567"},
		{"hours", 3654321, music.DurationAuto, "1:00:54.321"},
		{"minutes are always shown", 12345, music.DurationAuto, "0:12.345"},
		{"zero milliseconds are left out", 1234000, music.DurationAuto, "20:34"},
		{"zero milliseconds are shown", 1234000, music.DurationExact, "20:34.000"},
		{"rounded up", 1234567, music.DurationRounded, "20:35"},
		{"rounded down", 59499, music.DurationRounded, "0:59"},
		{"half is rounded up", 59500, music.DurationRounded, "1:00"},
		{"rounded to an hour", 3599999, music.DurationRounded, "1:00:00"},
		{"nothing", 0, music.DurationAuto, "0:00"},
		{"a day", 86400000, music.DurationAuto, "24:00:00"},
		{"few milliseconds", 1001, music.DurationAuto, "0:01.001"},
		{"negative", -1500, music.DurationAuto, "-0:01.500"},
		{"the least", math.MinInt64, music.DurationAuto, "-2562047788015:12:55.808"},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			if got := test.ms.Format(test.style); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
			if got := test.ms.String(); test.style == music.DurationAuto && got != test.want {
				t.Errorf("as string: got %q, want %q", got, test.want)
			}
		})
	}
}

func TestParseISODuration(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]music.Duration{
		"PT2H41M5S":      9665000,
		"PT41M5S":        2465000,
		"PT3M":           180000,
		"PT100M":         6000000,
		"PT005M":         300000,
		"PT1H5S":         3605000,
		"PT0S":           0,
		"PT41M5.5S":      2465500,
		"PT41M5,25S":     2465250,
		"PT0.0004S":      0,
		"PT0.0005S":      1,
		"PT1.5H":         5400000,
		"P1DT2H":         93600000,
		"P2W":            1209600000,
		"P1W1DT1S":       691201000,
		"P0.5D":          43200000,
		" PT3M ":         180000,
		"PT5S3M":         5000,
		"PT3M5":          180000,
		"PT3M5.S":        180000,
		"PT.5S":          0,
		"":               0,
		"P":              0,
		"PT":             0,
		"P3M":            0,
		"P1Y":            0,
		"P1YT3M":         0,
		"-PT3M":          0,
		"pt3m":           0,
		"3:45":           0,
		"PT99999999999S": 0,
	} {
		if got := music.ParseISODuration(text); got != want {
			t.Errorf("%q: got %d ms, want %d", text, got, want)
		}
	}
}

func TestParseColonDuration(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]music.Duration{
		"3:45": 225000, "1:02:03": 3723000, "59": 59000, "0:05": 5000, "3:5": 185000, "03:45": 225000, "100:00": 6000000,
		" 3:45\n": 225000, "3:45.678": 225678, "0:00.0006": 1, "75": 75000, "0:00": 0,
	} {
		if got, ok := music.ParseColonDuration(text); !ok || got != want {
			t.Errorf("%q: got %d ms, %t, want %d", text, got, ok, want)
		}
	}
	for _, text := range []string{"", ":", "3:", ":45", "3:4x", "-3:45", "1:2:3:4", "3.5:10", "3:45.", "9999999999", "PT3M", "３:45"} {
		if got, ok := music.ParseColonDuration(text); ok {
			t.Errorf("%q: got %d ms, want it refused", text, got)
		}
	}
}

func TestSeconds(t *testing.T) {
	t.Parallel()
	if got := music.Seconds(225); got != 225000 {
		t.Errorf("got %d ms, want 225000", got)
	}
}
