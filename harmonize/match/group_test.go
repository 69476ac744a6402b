package match_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tutti/harmonize/match"
	"tutti/music"
)

// subject changes a subject.
type subject func(*match.Subject)

func release(provider int, id, title, artist string, more ...subject) match.Subject {
	s := match.Subject{Type: music.EntityRelease, Provider: provider, ID: id, Title: title, Artist: artist}
	for _, m := range more {
		m(&s)
	}
	return s
}

func track(provider int, id, title, artist string, more ...subject) match.Subject {
	s := release(provider, id, title, artist, more...)
	s.Type = music.EntityTrack
	return s
}

func artist(provider int, id, name string, more ...subject) match.Subject {
	s := release(provider, id, name, "", more...)
	s.Type = music.EntityArtist
	return s
}

func gtin(g music.GTIN) subject        { return func(s *match.Subject) { s.GTIN = g } }
func isrc(c music.ISRC) subject        { return func(s *match.Subject) { s.ISRC = c } }
func mbid(m music.MBID) subject        { return func(s *match.Subject) { s.MBID = m } }
func pages(p ...string) subject        { return func(s *match.Subject) { s.Pages = p } }
func tracks(n int) subject             { return func(s *match.Subject) { s.Tracks = n } }
func length(ms music.Duration) subject { return func(s *match.Subject) { s.Length = ms } }
func at(place int) subject             { return func(s *match.Subject) { s.Place = place } }
func on(date string) subject {
	return func(s *match.Subject) { s.Date, _ = music.ParseDate(date) }
}

// ids writes groups as the ids of their members: a+b c.
func ids(subjects []match.Subject) string {
	var groups []string
	for _, g := range match.Group(subjects) {
		var members []string
		for _, i := range g {
			members = append(members, subjects[i].ID)
		}
		groups = append(groups, strings.Join(members, "+"))
	}
	return strings.Join(groups, " ")
}

func TestGroup(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		subjects []match.Subject
		want     string
	}{
		"nothing":               {nil, ""},
		"one barcode, padded":   {[]match.Subject{release(0, "a", "Day / Night", "X", gtin("4099998000020")), release(1, "b", "Day/Night", "X", gtin("04099998000020"))}, "a+b"},
		"one barcode, scripts":  {[]match.Subject{release(0, "a", "架空の歌", "架空楽団", gtin("4099998000020")), release(1, "b", "Kaku no Uta", "Kaku Gakudan", gtin("4099998000020"))}, "a+b"},
		"one barcode, two used": {[]match.Subject{release(0, "a", "Collision", "Bad Gateways", gtin("4099998000020")), release(1, "b", "Kleine Nachtmusik", "Lorem Ipsum", gtin("4099998000020"))}, "a b"},
		"one barcode, counts":   {[]match.Subject{release(0, "a", "X", "Y", gtin("4099998000020"), tracks(8)), release(1, "b", "X", "Y", gtin("4099998000020"), tracks(3))}, "a b"},
		"two barcodes":          {[]match.Subject{release(0, "a", "Twice Sold", "Y", gtin("4099998000051"), tracks(5)), release(1, "b", "Twice Sold", "Y", gtin("4099998000068"), tracks(5))}, "a b"},
		"a barcode on one side": {[]match.Subject{release(0, "a", "X", "Y", gtin("4099998000051"), tracks(5)), release(1, "b", "X", "Y", tracks(5))}, "a+b"},
		"listed twice with one barcode": {
			[]match.Subject{release(0, "a", "X", "Y", gtin("4099998000051")), release(0, "b", "X (Clean)", "Y", gtin("4099998000051"), at(1))}, "a+b",
		},
		"listed twice by name":       {[]match.Subject{release(0, "a", "X", "Y"), release(0, "b", "X", "Y", at(1)), release(1, "c", "X", "Y")}, "a+c b"},
		"deluxe in other words":      {[]match.Subject{release(0, "a", "Paper Lanterns (Deluxe Edition)", "The Few"), release(1, "b", "Paper Lanterns [Deluxe]", "Few")}, "a+b"},
		"deluxe and plain":           {[]match.Subject{release(0, "a", "Paper Lanterns (Deluxe Edition)", "The Few"), release(1, "b", "Paper Lanterns", "The Few")}, "a b"},
		"a single as its shop says":  {[]match.Subject{release(0, "a", "Dry Run - Single", "MC"), release(1, "b", "Dry‐Run", "MC")}, "a+b"},
		"other artists":              {[]match.Subject{release(0, "a", "Live", "X"), release(1, "b", "Live", "Y")}, "a b"},
		"an artist on one side":      {[]match.Subject{release(0, "a", "X", ""), release(1, "b", "X", "Y")}, "a b"},
		"nobody named, in a list":    {[]match.Subject{release(0, "a", "X", "", on("2020-01-03")), release(1, "b", "X", "", on("2020-01"))}, "a+b"},
		"single and album":           {[]match.Subject{release(0, "a", "X", "Y", on("2020-01-03")), release(1, "b", "X", "Y", on("2020-06-03"))}, "a b"},
		"days apart, tracks equal":   {[]match.Subject{release(0, "a", "X", "Y", on("2020-01-03"), tracks(9)), release(1, "b", "X", "Y", on("2020-06-03"), tracks(9))}, "a+b"},
		"a later year":               {[]match.Subject{release(0, "a", "X", "Y", on("2020-01-03"), tracks(9)), release(1, "b", "X", "Y", on("2021-06-03"), tracks(9))}, "a b"},
		"no title but signs":         {[]match.Subject{release(0, "a", "()", "Y"), release(1, "b", "!!!", "Y")}, "a b"},
		"one code":                   {[]match.Subject{track(0, "a", "X", "Y", isrc("ZZEMU0000101"), length(221120)), track(1, "b", "X (Album Version)", "Y feat. Z", isrc("zz-emu-00-00101"), length(221000))}, "a+b"},
		"one code, two recordings":   {[]match.Subject{track(0, "a", "X", "Y", isrc("ZZEMU0000101"), length(221120)), track(1, "b", "X", "Y", isrc("ZZEMU0000101"), length(312000))}, "a b"},
		"one code, another song":     {[]match.Subject{track(0, "a", "Shared Code", "Y", isrc("ZZEMU0000101")), track(1, "b", "Misfiled", "Y", isrc("ZZEMU0000101"))}, "a b"},
		"one code, one list":         {[]match.Subject{track(0, "a", "X", "Y", isrc("ZZEMU0000101"), length(1000)), track(0, "b", "X", "Y", isrc("ZZEMU0000101"), length(1000), at(1))}, "a+b"},
		"no code, equal lengths":     {[]match.Subject{track(0, "a", "X", "Y", length(200000)), track(1, "b", "x", "y", length(202000))}, "a+b"},
		"no code, no length":         {[]match.Subject{track(0, "a", "X", "Y", length(200000)), track(1, "b", "X", "Y")}, "a b"},
		"two codes, equal lengths":   {[]match.Subject{track(0, "a", "X", "Y", isrc("ZZEMU0000101"), length(1)), track(1, "b", "X", "Y", isrc("ZZEMU0000102"), length(1))}, "a b"},
		"a remix":                    {[]match.Subject{track(0, "a", "X", "Y", length(200000)), track(1, "b", "X (Remix)", "Y", length(200000))}, "a b"},
		"no chain across codes":      {[]match.Subject{track(0, "a", "X", "Y", isrc("ZZEMU0000101"), length(1)), track(1, "b", "X", "Y", length(1)), track(2, "c", "X", "Y", isrc("ZZEMU0000102"), length(1))}, "a+b c"},
		"artists of one name":        {[]match.Subject{artist(0, "a", "Few"), artist(1, "b", "Few")}, "a b"},
		"artists that are linked":    {[]match.Subject{artist(0, "a", "Few"), artist(1, "b", "The Few", pages("a", "c")), artist(2, "c", "F.")}, "a+b+c"},
		"artists of one MBID":        {[]match.Subject{artist(0, "a", "Few", mbid("1")), artist(1, "b", "Phew", mbid("1"))}, "a+b"},
		"artists of two MBIDs":       {[]match.Subject{artist(0, "a", "Few", mbid("1")), artist(1, "b", "Few", mbid("2"), pages("a"))}, "a b"},
		"an artist and a song":       {[]match.Subject{artist(0, "a", "Few"), track(1, "b", "Few", "Few"), release(2, "c", "Few", "Few")}, "a b c"},
		"the strongest joins before": {[]match.Subject{release(0, "a", "X", "Y"), release(1, "b", "X", "Y", gtin("4099998000051"), tracks(5)), release(2, "c", "Z", "Y", gtin("4099998000051"), tracks(5)), release(3, "d", "X", "Y", tracks(6))}, "a+b+c d"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if got := ids(c.subjects); got != c.want {
				t.Errorf("grouped as %q, want %q", got, c.want)
			}
			slices.Reverse(c.subjects)
			if got := ids(c.subjects); got != c.want {
				t.Errorf("in the other order grouped as %q, want %q", got, c.want)
			}
		})
	}
}

func TestFit(t *testing.T) {
	t.Parallel()
	hint := match.Hint{Title: "Paper Lanterns", Artist: "The Emulated Few", Tracks: 12}
	full := release(0, "a", "Paper Lanterns", "The Emulated Few", tracks(12))
	for name, c := range map[string]struct {
		hint    match.Hint
		subject match.Subject
		good    bool
	}{
		"all right":             {hint, full, true},
		"misspelt":              {match.Hint{Title: "Paper Lantern", Artist: "Emulated Few"}, full, true},
		"another edition":       {match.Hint{Title: "Paper Lanterns", Artist: "The Emulated Few"}, release(0, "a", "Paper Lanterns (Deluxe)", "The Emulated Few"), true},
		"count not told":        {hint, release(0, "a", "Paper Lanterns", "The Emulated Few"), true},
		"another count":         {hint, release(0, "a", "Paper Lanterns", "The Emulated Few", tracks(13)), false},
		"another artist":        {hint, release(0, "a", "Paper Lanterns", "Mock & Spy", tracks(12)), false},
		"another title":         {hint, release(0, "a", "Cold Start", "The Emulated Few", tracks(12)), false},
		"guests":                {hint, release(0, "a", "Paper Lanterns", "The Emulated Few feat. Ada Stub", tracks(12)), true},
		"right length":          {match.Hint{Title: "Idle", Artist: "X", Length: 95000}, track(0, "a", "Idle", "X", length(96000)), true},
		"wrong length":          {match.Hint{Title: "Idle", Artist: "X", Length: 95000}, track(0, "a", "Idle", "X", length(195000)), false},
		"catalogue and label":   {match.Hint{Title: "Idle", Label: "L.", Catalog: "LOOP 014"}, release(0, "a", "Idle", "X", func(s *match.Subject) { s.Labels, s.Catalog = []string{"L"}, []string{"loop-014"} }), true},
		"nothing of it is told": {match.Hint{Title: "Idle", Artist: "X", Tracks: 3, Label: "L", Catalog: "1"}, release(0, "a", "Idle", ""), false},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			score := c.hint.Fit(c.subject)
			if (score >= match.Good) != c.good || score < 0 || score > 1 {
				t.Errorf("scored %.3f, want good: %t", score, c.good)
			}
		})
	}
	if score := hint.Fit(full); score != 1 {
		t.Errorf("what is right in all scores %v, want 1", score)
	}
}

func TestRelevance(t *testing.T) {
	t.Parallel()
	const query = "paper lanterns emulated few"
	best := match.Relevance(query, release(0, "a", "Paper Lanterns", "The Emulated Few"))
	for name, s := range map[string]match.Subject{
		"later":       release(0, "a", "Paper Lanterns", "The Emulated Few", at(3)),
		"half of it":  release(0, "a", "Paper", "The Emulated Few"),
		"more titles": release(0, "a", "Paper Lanterns and Other Stories", "The Emulated Few"),
		"nothing":     release(0, "a", "Foxes", "Mock & Spy"),
	} {
		if got := match.Relevance(query, s); got >= best || got < 0 {
			t.Errorf("%s: %.3f, want less than %.3f", name, got, best)
		}
	}
	if got := match.Relevance("架空", release(0, "a", "架空の歌", "")); got < 0.8 {
		t.Errorf("a part of a title without blanks: %.3f, want 0.8 or more", got)
	}
	if diff := cmp.Diff(1.0, match.Relevance("few", artist(0, "a", "Few"))); diff != "" {
		t.Errorf("all there is (-want +got):\n%s", diff)
	}
}
