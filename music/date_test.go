package music_test

import (
	"strings"
	"testing"

	"tutti/music"
)

func TestParseDate(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]music.PartialDate{
		"2024":                 {Year: 2024},
		"2024-04":              {Year: 2024, Month: 4},
		"2024-04-01":           {Year: 2024, Month: 4, Day: 1},
		"0987":                 {Year: 987},
		"1997-00-00":           {Year: 1997},
		"1987-07-00":           {Year: 1987, Month: 7},
		"1987-00-07":           {Year: 1987},
		"2024-13-45":           {Year: 2024, Month: 13, Day: 45},
		"0000-00-00":           {},
		"0000-05-01":           {},
		"":                     {},
		"2020-5-1":             {},
		"2020-":                {},
		"12026":                {},
		"-2026":                {},
		" 2026":                {},
		"２０２６":                 {},
		"2026/02/03":           {},
		"2026-02/03":           {},
		"2026-02-+3":           {},
		"2026-02-03T00:00:00Z": {},
	} {
		if got, ok := music.ParseDate(text); got != want || ok == want.IsZero() {
			t.Errorf("%q: got %+v, %t, want %+v", text, got, ok, want)
		}
	}
}

func TestParseDateTime(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"2016-12-31T23:30:00-05:00":       "2017-01-01",
		"2026-03-01T00:30:00+02:00":       "2026-02-28",
		"2026-03-01T00:30:00+0200":        "2026-02-28",
		"2011-07-11T07:00:00Z":            "2011-07-11",
		"1969-12-31T23:59:59.999Z":        "1969-12-31",
		"2011-07-11T23:00":                "2011-07-11",
		"2011-07-11 23:00:00":             "2011-07-11",
		"2011-07-11":                      "2011-07-11",
		"31 Dec 2023 23:59:59 GMT":        "2023-12-31",
		"Sat, 28 Feb 2026 10:00:00 GMT":   "2026-02-28",
		"Sat, 28 Feb 2026 23:00:00 -0200": "2026-03-01",
		"2023-02-29T00:00:00Z":            "",
		"9999-12-31T23:59:59-05:00":       "",
		"yesterday":                       "",
		"":                                "",
	} {
		got, ok := music.ParseDateTime(text)
		if got.String() != want || ok != (want != "") {
			t.Errorf("%q: got %s, %t, want %q", text, got, ok, want)
		}
	}
}

func TestPartialDateString(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name string
		date music.PartialDate
		want string
	}{
		{"whole", music.PartialDate{Year: 2026, Month: 3, Day: 9}, "2026-03-09"},
		{"no day", music.PartialDate{Year: 2026, Month: 3}, "2026-03"},
		{"no month", music.PartialDate{Year: 2026}, "2026"},
		{"day without month", music.PartialDate{Year: 2026, Day: 4}, "2026"},
		{"early year", music.PartialDate{Year: 987}, "0987"},
		{"no year", music.PartialDate{Month: 4, Day: 1}, ""},
		{"nothing", music.PartialDate{}, ""},
		{"negative year", music.PartialDate{Year: -44, Month: 3}, ""},
		{"negative month", music.PartialDate{Year: 44, Month: -3, Day: 1}, "0044"},
		{"negative day", music.PartialDate{Year: 44, Month: 3, Day: -1}, "0044-03"},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			if got := test.date.String(); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
			if got := test.date.IsZero(); got != (test.want == "") {
				t.Errorf("is zero: got %t for %q", got, test.want)
			}
		})
	}
}

func TestPartialDateCompare(t *testing.T) {
	t.Parallel()
	sorted := []string{"", "1999-12-31", "2000", "2000-01", "2000-01-01", "2000-01-02", "2000-02", "2001"}
	for i, a := range sorted {
		for j, b := range sorted {
			want := min(1, max(-1, i-j))
			if got := dateOf(a).Compare(dateOf(b)); got != want {
				t.Errorf("%q to %q: got %d, want %d", a, b, got, want)
			}
		}
	}
}

func dateOf(s string) music.PartialDate {
	d, _ := music.ParseDate(s)
	return d
}

func TestQualifyDate(t *testing.T) {
	t.Parallel()
	launch := music.PartialDate{Year: 2007, Month: 8, Day: 22}
	for _, test := range []struct {
		name   string
		date   *music.PartialDate
		launch music.PartialDate
		want   music.DateQuality
	}{
		{"no date", nil, launch, music.DateNoneFound},
		{"no date and no launch", nil, music.PartialDate{}, music.DateNoneFound},
		{"a date where nothing is promised", new(dateOf("2016-05-06")), music.PartialDate{}, music.DateNoneFound},
		{"a date that could not be parsed", &music.PartialDate{}, launch, music.DateAssumedInvalid},
		{"a year before", new(dateOf("2006")), launch, music.DateAssumedInvalid},
		{"the year of the launch", new(dateOf("2007")), launch, music.DateAssumedValid},
		{"a month before", new(dateOf("2007-07")), launch, music.DateAssumedInvalid},
		{"days before, in the month of the launch", new(dateOf("2007-08-01")), launch, music.DateAssumedValid},
		{"after, in an earlier month", new(dateOf("2008-01")), launch, music.DateAssumedValid},
		{"launch known by year only", new(dateOf("2007-01")), music.PartialDate{Year: 2007}, music.DateAssumedValid},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			got := music.QualifyDate(test.date, test.launch)
			if got.Quality != test.want {
				t.Errorf("got %s, want %s", got.Quality, test.want)
			}
			if test.date != nil && got.Date != *test.date {
				t.Errorf("got date %s, want %s kept", got.Date, test.date)
			}
			if (got.Note != "") != (test.want == music.DateAssumedInvalid) {
				t.Errorf("got note %q for %s", got.Note, got.Quality)
			}
		})
	}
	if note := music.QualifyDate(new(dateOf("1983")), launch).Note; !strings.Contains(note, "2007-08-22") {
		t.Errorf("got note %q, want the launch date in it", note)
	}
}
