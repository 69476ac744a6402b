package tidal

import (
	"errors"
	"fmt"
	"net/http"
	"strings"
	"testing"

	"tutti/music"
	"tutti/providers"
	"tutti/providers/internal/adaptertest"
)

// service answers like the service, with its own "no".
func service() adaptertest.Service {
	return adaptertest.Service{
		Factory: Factory(), No: adaptertest.Reply{Status: http.StatusNotFound, Body: `{"errors":[{"status":"404","code":"NOT_FOUND"}]}`},
		Name: func(a providers.Ask) string { return a.Name + ":" + a.String() },
	}
}

// Answers of the service to anything.
const (
	nothing = `{"data":[],"included":[]}`
	quota   = `{"errors":[{"status":"429","code":"TOO_MANY_REQUESTS"}]}`
	broken  = `{"errors":[{"status":"502"}]}`
	refused = `{"errors":[{"status":"400","code":"INVALID_CURSOR"}]}`
)

const titles = 1<<music.PropTitle | 1<<music.PropTrackTitles

// listOf are the items with these numbers, and what is included for them.
func listOf(from, to int) (items, included string) {
	var refs, tracks []string
	for n := from; n <= to; n++ {
		refs = append(refs, fmt.Sprintf(`{"id":"%d","type":"tracks","meta":{"volumeNumber":1,"trackNumber":%d}}`, n, n))
		tracks = append(tracks, fmt.Sprintf(`{"id":"%d","type":"tracks","attributes":{"title":"T%d"}}`, n, n))
	}
	return "[" + strings.Join(refs, ",") + "]", strings.Join(tracks, ",")
}

// linkTo leads to the page with a cursor; empty: there is none.
func linkTo(cursor string) string {
	if cursor == "" {
		return `{"self":"/"}`
	}
	return `{"next":"/albums/1/relationships/items?countryCode=US&page%5Bcursor%5D=` + cursor + `"}`
}

// albumOf is an album of count tracks with those up to last.
func albumOf(last, count int, next string) string {
	items, included := listOf(1, last)
	return withItems(items, included, count, linkTo(next))
}

func withItems(items, included string, count int, links string) string {
	return fmt.Sprintf(`{"data":[{"id":"1","type":"albums","attributes":{"title":"A","barcodeId":"00770000000019","numberOfItems":%d},
		"relationships":{"items":{"data":%s,"links":%s}}}],"included":[%s]}`, count, items, links, included)
}

func pageOf(from, to int, next string) string {
	items, included := listOf(from, to)
	return `{"data":` + items + `,"included":[` + included + `],"links":` + linkTo(next) + `}`
}

// endless is an album whose pages never end, with as many as are asked for.
func endless() map[string]string {
	bodies := map[string]string{"release:1@US": albumOf(1, 999, "c1")}
	for n := 1; n <= maxPages; n++ {
		bodies[fmt.Sprintf("items:1@US#c%d", n)] = pageOf(n+1, n+1, fmt.Sprintf("c%d", n+1))
	}
	return bodies
}

func pagesUpTo(n int) string {
	asked := []string{"release:1@US"}
	for i := 1; i <= n; i++ {
		asked = append(asked, fmt.Sprintf("items:1@US#c%d", i))
	}
	return strings.Join(asked, " ")
}

// TestStory holds what is asked for, in which order, and what is kept where something fails.
func TestStory(t *testing.T) {
	t.Parallel()
	listed := newEndpoints().items.Yields
	for name, c := range map[string]struct {
		need   music.Properties
		bodies map[string]string
		asked  string
		fails  error
		ending adaptertest.Ending
	}{
		"a complete list is all that is asked for": {
			titles, map[string]string{"release:1@US": albumOf(3, 3, "")}, "release:1@US", nil, adaptertest.Ending{Tracks: 3},
		},
		"the title alone takes no pages": {
			1 << music.PropTitle,
			map[string]string{"release:1@US": albumOf(2, 3, "c1")},
			"release:1@US", nil,
			adaptertest.Ending{Tracks: 2, Gaps: listed, Why: providers.ErrMalformed},
		},
		"one page leads to the next": {
			titles,
			map[string]string{"release:1@US": albumOf(2, 5, "c1"), "items:1@US#c1": pageOf(3, 4, "c2"), "items:1@US#c2": pageOf(5, 5, "")},
			"release:1@US items:1@US#c1 items:1@US#c2", nil,
			adaptertest.Ending{Tracks: 5},
		},
		"a cursor beside the link": {
			titles,
			map[string]string{
				"release:1@US":  strings.ReplaceAll(albumOf(1, 2, ""), linkTo(""), `{"meta":{"nextCursor":"c1"}}`),
				"items:1@US#c1": pageOf(2, 2, ""),
			},
			"release:1@US items:1@US#c1", nil,
			adaptertest.Ending{Tracks: 2},
		},
		"a page without items ends the list": {
			titles,
			map[string]string{"release:1@US": albumOf(2, 2, "c1"), "items:1@US#c1": nothing},
			"release:1@US items:1@US#c1", nil,
			adaptertest.Ending{Tracks: 2},
		},
		"items that are not available": {
			titles,
			map[string]string{"release:1@US": albumOf(2, 4, "c1"), "items:1@US#c1": pageOf(4, 4, "")},
			"release:1@US items:1@US#c1", nil,
			adaptertest.Ending{Tracks: 4, Gaps: listed, Why: providers.ErrMalformed, Warnings: "incomplete-tracklist got [3] expected [4] region [US]"},
		},
		"no items": {titles, map[string]string{"release:1@US": albumOf(0, 0, "")}, "release:1@US", nil, adaptertest.Ending{}},
		"no list of items": {
			titles,
			map[string]string{"release:1@US": withItems("null", "", 0, "{}")},
			"release:1@US", nil,
			adaptertest.Ending{Gaps: listed, Why: providers.ErrMalformed},
		},
		"an item that is not included": {
			titles,
			map[string]string{"release:1@US": withItems(`[{"id":"9","type":"tracks"}]`, "", 1, "{}")},
			"release:1@US", providers.ErrMalformed,
			adaptertest.Ending{},
		},
		"an item that is not included, and that nobody wants": {
			1 << music.PropTitle,
			map[string]string{"release:1@US": withItems(`[{"id":"9","type":"tracks"}]`, "", 1, "{}")},
			"release:1@US", nil,
			adaptertest.Ending{Gaps: listed, Why: providers.ErrMalformed},
		},
		"a wrong answer about a page": {
			titles,
			map[string]string{"release:1@US": albumOf(2, 3, "c1"), "items:1@US#c1": broken},
			"release:1@US items:1@US#c1", providers.ErrUnavailable,
			adaptertest.Ending{},
		},
		"a page that has to wait": {
			titles,
			map[string]string{"release:1@US": albumOf(2, 5, "c1"), "items:1@US#c1": pageOf(3, 4, "c2"), "items:1@US#c2": quota},
			"release:1@US items:1@US#c1 items:1@US#c2", nil,
			adaptertest.Ending{Tracks: 4, Gaps: listed, Why: providers.ErrRateLimited},
		},
		"a link without a cursor": {
			titles,
			map[string]string{"release:1@US": strings.ReplaceAll(albumOf(2, 3, ""), linkTo(""), `{"next":"/albums/1"}`)},
			"release:1@US", providers.ErrMalformed,
			adaptertest.Ending{},
		},
		"pages that go around in a circle": {
			titles,
			map[string]string{"release:1@US": albumOf(2, 9, "c1"), "items:1@US#c1": pageOf(3, 3, "c1")},
			"release:1@US items:1@US#c1", providers.ErrMalformed,
			adaptertest.Ending{},
		},
		"more pages than we ask for": {
			titles, endless(), pagesUpTo(maxPages), nil, adaptertest.Ending{Tracks: maxPages + 1, Gaps: listed, Why: providers.ErrCut},
		},
		"a cursor that is not known any more": {
			titles,
			map[string]string{"release:1@US": albumOf(2, 3, "old"), "items:1@US": pageOf(1, 2, "new"), "items:1@US#new": pageOf(3, 3, "")},
			"release:1@US items:1@US#old items:1@US items:1@US#new", nil,
			adaptertest.Ending{Tracks: 3},
		},
		"a cursor that is refused further on": {
			titles,
			map[string]string{
				"release:1@US": albumOf(1, 3, "a"), "items:1@US#a": pageOf(2, 2, "b"), "items:1@US#b": refused,
				"items:1@US": pageOf(1, 2, "c"), "items:1@US#c": pageOf(3, 3, ""),
			},
			"release:1@US items:1@US#a items:1@US#b items:1@US items:1@US#c", nil,
			adaptertest.Ending{Tracks: 3},
		},
		"a cursor that is refused again": {
			titles,
			map[string]string{"release:1@US": albumOf(1, 3, "a"), "items:1@US#a": refused, "items:1@US": pageOf(1, 2, "b"), "items:1@US#b": refused},
			"release:1@US items:1@US#a items:1@US items:1@US#b", providers.ErrInvalid,
			adaptertest.Ending{},
		},
		"a list that is not known any more is not the end of the lookup": {
			titles,
			map[string]string{"release:1@US": albumOf(1, 3, "a")},
			"release:1@US items:1@US#a items:1@US", providers.ErrMalformed,
			adaptertest.Ending{},
		},
		"a list that has to wait after a refusal": {
			titles,
			map[string]string{"release:1@US": albumOf(2, 3, "a"), "items:1@US#a": refused, "items:1@US": quota},
			"release:1@US items:1@US#a items:1@US", nil,
			adaptertest.Ending{Tracks: 2, Gaps: listed, Why: providers.ErrRateLimited},
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			story := adaptertest.Story{
				ID: providers.ID{Type: "album", ID: "1"}, Need: c.need, Bodies: c.bodies, Asked: c.asked,
				Gets: len(strings.Fields(c.asked)), Err: c.fails,
			}
			a := service().Tell(t, story)
			if c.fails == nil {
				service().End(t, story, a, c.ending)
			}
		})
	}
}

// TestUnanswered holds which errors of a page leave the rest of a release as it is.
func TestUnanswered(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		err  error
		want bool
	}{
		"nothing":                  {nil, false},
		"cut":                      {&providers.Error{Kind: providers.ErrCut}, true},
		"not recorded":             {&providers.Error{Kind: providers.ErrNotRecorded}, true},
		"too many requests":        {&providers.Error{Kind: providers.ErrRateLimited, Status: 429}, true},
		"out of time":              {&providers.Error{Kind: providers.ErrTimeout}, true},
		"no connection":            {&providers.Error{Kind: providers.ErrUnavailable}, true},
		"answered with an error":   {&providers.Error{Kind: providers.ErrUnavailable, Status: 502}, false},
		"answered with nonsense":   {&providers.Error{Kind: providers.ErrMalformed, Status: 200}, false},
		"a question out of bounds": {&providers.Error{Kind: providers.ErrUndeclared}, false},
		"an error of another kind": {errors.New("odd"), false},
	} {
		if got := isUnanswered(c.err); got != c.want {
			t.Errorf("%s: got %t, want %t", name, got, c.want)
		}
	}
}

// TestRegionAfterRegion holds which regions are asked, and what ends that.
func TestRegionAfterRegion(t *testing.T) {
	t.Parallel()
	album := albumOf(1, 1, "")
	for name, c := range map[string]struct {
		regions []music.Region
		bodies  map[string]string
		asked   string
		err     error
		region  music.Region
	}{
		"the United States where nobody prefers any": {nil, map[string]string{"release:1@US": album}, "release:1@US", nil, "US"},
		"the first one that has it":                  {[]music.Region{"GB", "US"}, map[string]string{"release:1@GB": album}, "release:1@GB", nil, "GB"},
		"after one that has nothing":                 {[]music.Region{"DE", "GB"}, map[string]string{"release:1@DE": nothing, "release:1@GB": album}, "release:1@DE release:1@GB", nil, "GB"},
		"after one that does not know it":            {[]music.Region{"DE", "GB"}, map[string]string{"release:1@GB": album}, "release:1@DE release:1@GB", nil, "GB"},
		"not where the service is not":               {[]music.Region{"JP", "SE"}, map[string]string{"release:1@SE": album}, "release:1@SE", nil, "SE"},
		"nowhere":                                    {[]music.Region{"DE", "GB"}, map[string]string{"release:1@DE": nothing, "release:1@GB": nothing}, "release:1@DE release:1@GB", providers.ErrNotFound, ""},
		"a fault is no no":                           {[]music.Region{"DE", "GB"}, map[string]string{"release:1@DE": broken, "release:1@GB": album}, "release:1@DE", providers.ErrUnavailable, ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a := service().Tell(t, adaptertest.Story{
				ID: providers.ID{Type: "album", ID: "1"}, Regions: c.regions, Need: titles, Bodies: c.bodies, Asked: c.asked, Err: c.err,
			})
			if a != nil && (a.Region != c.region || a.Method != providers.ByID || a.Value != "1") {
				t.Errorf("got %d %q in %q, want the id 1 in %q", a.Method, a.Value, a.Region, c.region)
			}
		})
	}
}

// TestBarcode holds which of several albums is taken, and when the others are told.
func TestBarcode(t *testing.T) {
	t.Parallel()
	albums := func(codes ...string) string {
		var list []string
		for i, code := range codes {
			list = append(list, fmt.Sprintf(`{"id":"%d","type":"albums","attributes":{"title":"A","barcodeId":%q},"relationships":{"items":{"data":[]}}}`, i+1, code))
		}
		return `{"data":[` + strings.Join(list, ",") + `]}`
	}
	const right, wrong = "00770000000019", "770000000026"
	others := music.AllProperties
	for name, c := range map[string]struct {
		need  music.Properties
		body  string
		err   error
		id    string
		asked string
		warn  string
	}{
		"one album":                            {titles, albums(right), nil, "1", "barcode/first", ""},
		"several albums, of which nobody asks": {titles, albums(right, right), nil, "1", "barcode/first", ""},
		"several albums":                       {others, albums(right, right), nil, "1", "barcode", "other-results urls [https://tidal.com/album/2]"},
		"an album without a barcode":           {others, albums(""), nil, "1", "barcode", ""},
		"another barcode":                      {others, albums(wrong), providers.ErrMismatch, "", "barcode", ""},
		"another barcode before the right one": {
			others, albums(wrong, wrong, right), nil, "3", "barcode", "other-results urls [https://tidal.com/album/1 https://tidal.com/album/2]",
		},
		"no album":            {others, nothing, providers.ErrNotFound, "", "barcode", ""},
		"albums without ids":  {others, `{"data":[null,{}]}`, providers.ErrMalformed, "", "barcode", ""},
		"an error":            {others, quota, providers.ErrRateLimited, "", "barcode", ""},
		"an error of no kind": {titles, `{"data":7}`, providers.ErrMalformed, "", "barcode/first", ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			question := c.asked + ":770000000019@US"
			a := service().Tell(t, adaptertest.Story{
				GTIN: "770000000019", Need: c.need, Bodies: map[string]string{question: c.body}, Asked: question, Err: c.err,
			})
			if a != nil && (a.Method != providers.ByGTIN || a.Value != "770000000019" || a.ID.ID != c.id || adaptertest.Warnings(a) != c.warn) {
				t.Errorf("got %s by %d %q, warned of %q, want %s, warned of %q", a.ID.ID, a.Method, a.Value, adaptertest.Warnings(a), c.id, c.warn)
			}
		})
	}
}

// TestGaps holds what is missing of a release whose relations lead to nothing.
func TestGaps(t *testing.T) {
	t.Parallel()
	const track = `{"id":"7","type":"tracks","attributes":{"title":"T"},"relationships":{"artists":{"data":[{"id":"6","type":"artists"},{"id":"5","type":"artists"}]}}}`
	item, known := itemsOf(`{"id":"7","type":"tracks"}`), `{"id":"5","type":"artists","attributes":{"name":"A"}}`
	for name, c := range map[string]struct {
		data, included string
		gaps           music.Properties
		warn           string
	}{
		"all there":                     {albumWith(`"title":"A"`, `"artists":{"data":[{"id":"5","type":"artists"}]},"coverArt":{"data":[]},"items":{"data":[]}`), known, 0, ""},
		"an artist":                     {albumWith(`"title":"A"`, `"artists":{"data":[{"id":"6","type":"artists"},{"id":"5","type":"artists"}]},"items":{"data":[]}`), known, 1 << music.PropArtists, "unknown-artists ids [6]"},
		"an artist of a track":          {albumWith(`"title":"A"`, item), known + "," + track, 1 << music.PropTrackArtists, "unknown-artists ids [6]"},
		"the same artist everywhere":    {albumWith(`"title":"A"`, `"artists":{"data":[{"id":"6","type":"artists"}]},`+item), known + "," + track, 1<<music.PropArtists | 1<<music.PropTrackArtists, "unknown-artists ids [6]"},
		"a label":                       {albumWith(`"title":"A"`, `"providers":{"data":[{"id":"9","type":"providers"}]},"items":{"data":[]}`), "", 1 << music.PropLabels, ""},
		"a cover":                       {albumWith(`"title":"A"`, `"coverArt":{"data":[{"id":"i","type":"artworks"}]},"items":{"data":[]}`), "", 1 << music.PropImages, ""},
		"a cover that is known to move": {albumWith(`"title":"A"`, `"coverArt":{"data":[{"id":"m","type":"artworks"}]},"items":{"data":[]}`), moving, 0, ""},
		"a cover in its old place":      {albumWith(`"title":"A","imageLinks":[]`, `"coverArt":{"data":[{"id":"i","type":"artworks"}]},"items":{"data":[]}`), "", 0, ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a := service().Tell(t, adaptertest.Story{
				ID: providers.ID{Type: "album", ID: "1"}, Need: music.AllProperties, Asked: "release:1@US",
				Bodies: map[string]string{"release:1@US": part(c.data, c.included)},
			})
			if a == nil {
				return
			}
			if got := adaptertest.Gaps(a); got != c.gaps || adaptertest.Warnings(a) != c.warn {
				t.Errorf("got gaps of %s and warnings %q, want %s and %q", got, adaptertest.Warnings(a), c.gaps, c.warn)
			}
		})
	}
}

// TestAnotherRelease holds that nothing more is asked about what was not asked for.
func TestAnotherRelease(t *testing.T) {
	t.Parallel()
	for _, id := range []providers.ID{{Type: "album", ID: "2"}, {Type: "video", ID: "1"}} {
		question := "release:" + serialize(id) + "@US"
		service().Tell(t, adaptertest.Story{
			ID: id, Need: music.AllProperties, Bodies: map[string]string{question: albumOf(2, 9, "c1")}, Asked: question, Err: providers.ErrMismatch,
		})
	}
}
