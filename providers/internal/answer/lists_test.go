package answer_test

import (
	"errors"
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tutti/music"
	"tutti/providers"
	"tutti/providers/internal/answer"
)

func TestOffset(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		page string
		want int
		err  error
	}{
		"first page":              {"", 0, nil},
		"a later one":             {"20", 20, nil},
		"the first one by number": {"0", 0, providers.ErrInvalid},
		"a number below":          {"-20", 0, providers.ErrInvalid},
		"another written form":    {"020", 0, providers.ErrInvalid},
		"a sign":                  {"+20", 0, providers.ErrInvalid},
		"no number":               {"20&limit=1", 0, providers.ErrInvalid},
		"a number beyond all":     {"99999999", 0, providers.ErrInvalid},
		"a number beyond ours":    {"99999999999999999999", 0, providers.ErrInvalid},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got, err := answer.Offset(c.page)
			if got != c.want || !errors.Is(err, c.err) || (err == nil) != (c.err == nil) {
				t.Errorf("got %d, %v, want %d, %v", got, err, c.want, c.err)
			}
		})
	}
}

func TestNext(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		offset, end int
		want        string
	}{
		"more":                   {20, 21, "20"},
		"all are there":          {20, 20, ""},
		"more than are said":     {40, 20, ""},
		"the first page again":   {0, 20, ""},
		"beyond what is allowed": {2_000_000, 3_000_000, ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got := answer.Next(c.offset, c.end)
			if got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
			if back, err := answer.Offset(got); err != nil || got != "" && back != c.offset {
				t.Errorf("the page %q is read as %d, %v", got, back, err)
			}
		})
	}
}

func TestListed(t *testing.T) {
	t.Parallel()
	e := &providers.Endpoint{Name: "e", Request: func(k providers.Key) (providers.Request, error) {
		return providers.Get("https://shop.example/" + k.ID), nil
	}}
	entries := answer.Entries([]int{1, 2}, func(n int) providers.Entry {
		return providers.Entry{ID: providers.ID{Type: "track", ID: strconv.Itoa(n)}, Track: &music.Track{Title: "T"}}
	})
	for name, c := range map[string]struct {
		entries      []providers.Entry
		total, count int
	}{
		"some of more":        {entries, 7, 7},
		"more than are said":  {entries, 1, 0},
		"none":                {nil, 0, 0},
		"none on a late page": {nil, 7, 7},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a := answer.Listed(e.Of("x"), c.entries, c.total)
			if a.Entries == nil || len(a.Entries) != len(c.entries) || a.Total != c.count || a.APIURL != "https://shop.example/x" {
				t.Errorf("got %d of %d entries at %s, want %d of %d", len(a.Entries), a.Total, a.APIURL, len(c.entries), c.count)
			}
		})
	}
	if diff := cmp.Diff([]string{"1", "2"}, []string{entries[0].ID.ID, entries[1].ID.ID}); diff != "" {
		t.Errorf("entries (-want +got):\n%s", diff)
	}
}

func TestFielded(t *testing.T) {
	t.Parallel()
	const releases, tracks, artists = providers.BySearchingReleases, providers.BySearchingTracks, providers.BySearchingArtists
	for name, c := range map[string]struct {
		by    providers.By
		query providers.Query
		want  string
		err   error
	}{
		"words":                         {releases, providers.Query{Text: "  Nuts &  Bolts "}, "nuts & bolts", nil},
		"operators are words":           {tracks, providers.Query{Text: "this OR that NOT those"}, "this or that not those", nil},
		"fields are words":              {tracks, providers.Query{Text: `artist:"x" year:1999 5*`}, "artist x year 1999 5", nil},
		"title of a release":            {releases, providers.Query{Title: "Nuts", Artist: "The Fitters"}, `album:"nuts" artist:"the fitters"`, nil},
		"title of a track, by anybody":  {tracks, providers.Query{Title: "Part 11"}, `track:"part 11"`, nil},
		"a title does not leave quotes": {tracks, providers.Query{Title: `x" artist:"y`, Artist: `"Z"`}, `track:"x artist y" artist:"z"`, nil},
		"artist of a title":             {artists, providers.Query{Title: "Part 11", Artist: "The Fitters"}, "the fitters", nil},
		"artist by a title alone":       {artists, providers.Query{Title: "The Fitters"}, "the fitters", nil},
		"other letters":                 {tracks, providers.Query{Text: "ÉTÉ 夏"}, "été 夏", nil},
		"nothing but syntax":            {tracks, providers.Query{Text: `"*:"`}, "", providers.ErrUnsupported},
		"an artist of nothing but that": {tracks, providers.Query{Title: "x", Artist: ":"}, "", providers.ErrUnsupported},
		"a title of nothing but that":   {releases, providers.Query{Title: "*", Artist: "x"}, "", providers.ErrUnsupported},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got, err := answer.Fielded(providers.Question{By: c.by, Query: c.query}, `":*`)
			if got != c.want || !errors.Is(err, c.err) || (err == nil) != (c.err == nil) {
				t.Errorf("got %q, %v, want %q, %v", got, err, c.want, c.err)
			}
		})
	}
}
