package beatport

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tutti/providers"
)

// pageOf is a page with data.
func pageOf(data string) string {
	return `<!DOCTYPE html><html><body><script id="__NEXT_DATA__" type="application/json">` + data + `</script></body></html>`
}

func document(body string) providers.Document { return providers.Document{Body: []byte(body)} }

func TestIsland(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ page, want string }{
		"as the shop sends it":            {pageOf(`{"a":1}`), `{"a":1}`},
		"attributes in another order":     {`<script type="application/json" crossorigin="anonymous" id='__NEXT_DATA__'>{"a":1}</script>`, `{"a":1}`},
		"over several lines":              {"<script id=\"__NEXT_DATA__\">\n{\n\"a\":1}\n</script>", "\n{\n\"a\":1}\n"},
		"after another script":            {`<script id="x">{"b":2}</script>` + pageOf(`{"a":1}`), `{"a":1}`},
		"entities are text":               {pageOf(`{"a":"A &amp; B &quot;C&quot; é"}`), `{"a":"A &amp; B &quot;C&quot; é"}`},
		"tags are text":                   {pageOf(`{"a":"<p></p>"}`), `{"a":"<p></p>"}`},
		"page without data":               {`<html><body>Just a moment...</body></html>`, ""},
		"data in an element of no script": {`<div id="__NEXT_DATA__">{"a":1}</div>`, ""},
		"nothing":                         {"", ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got := island(document(c.page))
			if string(got.Body) != c.want || errors.Is(got.Err, providers.ErrMalformed) != (c.want == "") {
				t.Errorf("got %q, %v, want %q", got.Body, got.Err, c.want)
			}
		})
	}
	if got := island(providers.Document{Err: providers.ErrNotFound}); !errors.Is(got.Err, providers.ErrNotFound) {
		t.Errorf("got %v, want the error of the document", got.Err)
	}
}

// dataOf are the data of a release's page: how many tracks it counts, the addresses of those it lists, and answers.
func dataOf(count int, addresses, queries string) string {
	return fmt.Sprintf(`{"props":{"pageProps":{"release":{"id":7,"name":"A","track_count":%d,"tracks":%s},"dehydratedState":{"queries":%s}}}}`,
		count, addresses, queries)
}

// answerOf is an answer with a key, or without.
func answerOf(key, data string) string {
	return `{"queryKey":[` + key + `],"state":{"data":` + data + `}}`
}

func TestTracks(t *testing.T) {
	t.Parallel()
	const tracks = `{"results":[{"url":"u/1","name":"A"},{"url":"u/2","name":"B"},{"url":"u/3","name":"C"}]}`
	const release, more = `{"id":7}`, `{"results":[{"id":8,"name":"Other"}]}`
	keyed := answerOf(`"tracks-release_id=7&per_page=100"`, tracks)
	unkeyed := "[" + answerOf("", release) + "," + answerOf("", tracks) + "]"
	many := `["u/1"` + strings.Repeat(`,"u/1"`, pageSize) + `]`
	for name, c := range map[string]struct {
		data string
		want string // titles in order
		err  error
	}{
		"backwards":                          {dataOf(3, `["u/3","u/2","u/1"]`, unkeyed), "A B C", nil},
		"in any order of descriptions":       {dataOf(3, `["u/2","u/3","u/1"]`, unkeyed), "A C B", nil},
		"described but not listed":           {dataOf(2, `["u/3","u/1"]`, unkeyed), "A C", nil},
		"listed twice":                       {dataOf(2, `["u/1","u/1"]`, unkeyed), "A A", nil},
		"by key in the first place":          {dataOf(1, `["u/1"]`, "["+keyed+","+answerOf(`"release-7"`, release)+"]"), "A", nil},
		"by key in the third place":          {dataOf(1, `["u/1"]`, "["+answerOf(`"release-7"`, release)+","+answerOf(`"release-7-recommendations"`, more)+","+keyed+"]"), "A", nil},
		"by key of several parts":            {dataOf(1, `["u/1"]`, "["+answerOf(`"tracks",{"id":7}`, tracks)+"]"), "A", nil},
		"key that is no text":                {dataOf(1, `["u/1"]`, "["+answerOf("", release)+","+answerOf(`7`, tracks)+"]"), "A", nil},
		"none":                               {dataOf(0, `[]`, unkeyed), "", nil},
		"not listed":                         {dataOf(3, `null`, unkeyed), "", nil},
		"listed but not described":           {dataOf(2, `["u/4","u/1"]`, unkeyed), "", providers.ErrMalformed},
		"without an address":                 {dataOf(1, `[""]`, "["+answerOf(`"tracks"`, `{"results":[{"name":"A"}]}`)+"]"), "", providers.ErrMalformed},
		"no descriptions":                    {dataOf(1, `["u/1"]`, "["+answerOf("", release)+","+answerOf("", `{}`)+"]"), "", providers.ErrMalformed},
		"no answer with descriptions":        {dataOf(1, `["u/1"]`, "["+answerOf("", release)+"]"), "", providers.ErrMalformed},
		"other answer in their place":        {dataOf(1, `["u/1"]`, "["+answerOf("", release)+","+answerOf(`"release-7-recommendations"`, more)+"]"), "", providers.ErrMalformed},
		"answer without data":                {dataOf(1, `["u/1"]`, "["+answerOf("", release)+","+answerOf("", `null`)+"]"), "", providers.ErrMalformed},
		"no answers":                         {dataOf(1, `["u/1"]`, `null`), "", providers.ErrMalformed},
		"more counted than a page describes": {dataOf(pageSize+1, `["u/1"]`, unkeyed), "", providers.ErrUnsupported},
		"more listed than a page describes":  {dataOf(0, many, unkeyed), "", providers.ErrUnsupported},
		"no release":                         {`{"props":{"pageProps":{}}}`, "", providers.ErrMalformed},
		"data of another kind":               {`[]`, "", providers.ErrMalformed},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			_, list, err := readRelease(document(c.data))
			var got []string
			for _, track := range list.List {
				got = append(got, track.Name)
			}
			if diff := cmp.Diff(c.want, strings.Join(got, " ")); diff != "" || !errors.Is(err, c.err) || (err == nil) != (c.err == nil) {
				t.Errorf("ends with %v, want %v (-want +got):\n%s", err, c.err, diff)
			}
		})
	}
	if _, list, _ := readRelease(document(dataOf(3, `null`, unkeyed))); list.List != nil || !list.IsShort() {
		t.Errorf("got %v where no tracks are listed", list.List)
	}
}

// FuzzExtract holds that no page makes the extractors panic, and that what one reads is the same without the page around it.
func FuzzExtract(f *testing.F) {
	f.Add([]byte(pageOf(dataOf(1, `["u/1"]`, "["+answerOf(`"tracks"`, `{"results":[{"url":"u/1"}]}`)+"]"))))
	f.Add([]byte(pageOf(`{"props":{"pageProps":{"dehydratedState":{"queries":[{"state":{"data":{"releases":{"data":[{"release_id":7,"upc":"770000000019"}]}}}}]}}},"query":{"q":"770000000019"}}`)))
	f.Fuzz(func(t *testing.T, page []byte) {
		data := island(providers.Document{Body: page})
		if data.Err != nil {
			if !errors.Is(data.Err, providers.ErrMalformed) {
				t.Errorf("got %v, want ErrMalformed", data.Err)
			}
			return
		}
		_, list, err := readRelease(data)
		if err != nil && len(list.List) > 0 {
			t.Errorf("got %d tracks, and %v", len(list.List), err)
		}
		found, err := readSearch(data)
		if (err == nil) != (found.hits != nil) {
			t.Errorf("got the hits %v, and %v", found.hits, err)
		}
		for _, id := range hitsOf(found, "770000000019") {
			if id.ID == "" {
				t.Error("a hit has no id")
			}
		}
	})
}
